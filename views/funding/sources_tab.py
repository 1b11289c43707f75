"""The tab "Nguồn vốn": sources with their sums at the left, the lines of the one in hand at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.funding.book import BookFilter, BookLine
from app.wording import funding_pages as words
from views import messages, style
from views.funding import book_source as book
from views.funding.forms import SourceForm
from views.funding.line_forms import CeilingForm, ReceiptForm
from views.funding.source_list import SourceLine, SourceList
from views.funding.stock_part import StockPart
from views.funding.supply_part import SupplyPart
from views.funding.two_sides import TwoSides
from views.page import Page, WorkFrame
from views.paged_table import PagedTable
from views.rows_list import add_key
from views.short_form import opened
from views.table_saving import save_table
from views.table_view import PagedTableView
from views.widgets.buttons import quiet_button
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label
from views.widgets.switch import Switch

_NO_SOURCE = "-"


class Movements(Page):
    """The lines of one source, newest first, under its name and what else is to know of it."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.heading = QLabel()
        self.told = quiet_label()
        self.told.setWordWrap(True)
        self.source = book.BookSource(frame, BookFilter(source_id=_NO_SOURCE))
        columns = (book.DAY, book.WHOLE, book.IN, book.SET_ASIDE, book.OUT)
        self.table = PagedTable[BookLine](self.source, columns, frame.runner, tickable=False)
        self.view = PagedTableView(self.table, "funding.movements", frame.memory)
        self.empty = EmptyState(words.CHOOSE_SOURCE, (), "money")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.told)
        column.addWidget(self.stack, 1)
        self.table.counted.connect(self._show_count)
        add_key(self, "Ctrl+E", self.save)
        style.follow_scale(self, lambda: self.heading.setFont(style.font(style.GROUP, strong=True)))

    def show_source(self, line: SourceLine | None) -> None:
        """Show the lines of a source; a sum has none of its own."""
        source = line.source if line is not None else None
        self.heading.setText(words.MOVEMENTS_OF.format(name=source.name) if source else "")
        self.told.setText(line.told if line is not None else "")
        self.told.setVisible(bool(self.told.text()))
        wanted = source.id if source else _NO_SOURCE
        if wanted != self.source.wanted.source_id:
            self.source.narrow(source_id=wanted)
            self.table.load()
        self._show_count()

    def _show_count(self) -> None:
        chosen = self.source.wanted.source_id != _NO_SOURCE
        self.empty.say_instead(words.NO_MOVEMENTS if chosen else words.CHOOSE_SOURCE)
        self.stack.setCurrentWidget(self.view if self.table.count else self.empty)

    def save(self) -> None:
        """Save the lines of this source into a workbook."""
        save_table(self.frame, self.view, self.heading.text())

    def forget(self, changes: object) -> None:
        self.table.forget(changes)


class MoneyPart(Page):
    """Sources and movements side by side; one above the other where there is no room."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.list = SourceList(frame)
        self.movements = Movements(frame)
        self.empty = EmptyState(words.NO_SOURCE, ((words.ADD_SOURCE, self.add_source),), "money")
        self.body = TwoSides(self.list, self.movements)
        self.ceilings = quiet_button(words.CEILINGS, self.set_ceilings)
        self.receive_button = quiet_button(words.RECEIVE, self.record_receipt)
        self.add_button = quiet_button(words.ADD_SOURCE, self.add_source)
        self.buttons: tuple[QWidget, ...] = (self.ceilings, self.receive_button, self.add_button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.body)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack, 1)
        self.list.chosen.connect(self.movements.show_source)
        self.list.table.counted.connect(self._show_count)
        self.setFocusProxy(self.list)

    def _show_count(self) -> None:
        shown: QWidget = self.body if self.list.table.count else self.empty
        self.stack.setCurrentWidget(shown)
        for button in self.buttons:
            button.setEnabled(shown is self.body)
        self.setFocusProxy(self.list if shown is self.body else self.empty)

    def add_source(self) -> None:
        """A new source of money."""
        opened(SourceForm(self.frame, self))

    def record_receipt(self) -> None:
        """What came in for the source in hand."""
        line = self.list.current()
        opened(ReceiptForm(self.frame, line.source.code if line and line.source else None, self))

    def set_ceilings(self) -> None:
        """What the source in hand may give in a programme."""
        line = self.list.current()
        if line is None or line.source is None:
            messages.trouble(words.CHOOSE_ONE_SOURCE)
        else:
            opened(CeilingForm(self.frame, line.source.code, line.source.name, self))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
        self.movements.forget(changes)


class SourcesTab(Page):
    """Money, goods in the stock, suppliers: three parts under a switch, each with its buttons at the right."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.money, self.stock, self.supply = MoneyPart(frame), StockPart(frame), SupplyPart(frame)
        self.switch = Switch((words.MONEY_PART, words.STOCK_PART, words.SUPPLIERS_PART))
        self.parts: tuple[MoneyPart | StockPart | SupplyPart, ...] = (self.money, self.stock, self.supply)
        self.stack = QStackedWidget()
        top = QHBoxLayout()
        top.addWidget(self.switch)
        top.addStretch(1)
        for part in self.parts:
            self.stack.addWidget(part)
            for button in part.buttons:
                top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        self.switch.chosen.connect(self.show_part)
        self.show_part(0)

    def show_part(self, place: int) -> None:
        """Switch between the three parts."""
        self.stack.setCurrentIndex(place)
        for at, part in enumerate(self.parts):
            for button in part.buttons:
                button.setVisible(at == place)
        self.setFocusProxy(self.parts[place])
        self.parts[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self, changes: object) -> None:
        for part in self.parts:
            part.forget(changes)

"""The tab "Sổ chi tiết": every line of the ledger, its correction by a line, and "Công khai thu, chi" by month."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.documents.words import money_text
from app.funding.balances import MonthFlow, ledger_balances, month_flows, source_balances
from app.funding.book import BookFilter, BookLine, LineKind, book_months
from app.funding.queries import sources
from app.wording import funding_pages as words
from models.vocabulary import PaperKind
from views import cells, messages
from views.funding import book_source as book
from views.funding.line_forms import LineReversalForm
from views.funding.paper_menu import ShowPaper, show_chosen
from views.funding.source_list import TABLES as MONEY_TABLES
from views.list_page import TablePanel
from views.page import DOSSIER, Page, WorkFrame
from views.paged_table import Column, PagedTable
from views.row_source import RowSource
from views.rows_list import RowsList, add_key
from views.short_form import opened
from views.table_saving import save_table
from views.table_view import PagedTableView
from views.widgets.buttons import quiet_button
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.switch import Switch


def month_text(month: str) -> str:
    """A month as people read it; lines without a day stand in one of their own."""
    if not month:
        return words.NO_DAY
    return words.MONTH.format(year=month[:4], month=month[5:7])


_PAPERS = {LineKind.PAYMENT: PaperKind.CASH_HANDOVER_MINUTES, LineKind.GOODS_HANDOVER: PaperKind.GOODS_HANDOVER_MINUTES}
_FLOWS: tuple[Column[MonthFlow], ...] = (
    cells.text("month", words.FLOW_MONTH, lambda one: month_text(one.month), 200, stretch=True),
    cells.money("opening", words.OPENING, lambda one: one.opening, width=130),
    cells.money("received", words.IN, lambda one: one.received, width=130),
    cells.money("paid", words.OUT, lambda one: one.paid, width=130),
    cells.money("unknown", words.OUT_UNKNOWN, lambda one: one.unknown, width=150),
    cells.money("balance", words.BALANCE, lambda one: one.balance, width=130),
)


class Lines(Page):
    """All lines with filters of kind, source and month."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.source = book.BookSource(frame, BookFilter(), self._sums)
        columns = (
            book.DAY, book.KIND, book.WHO, book.WHAT, book.SOURCE, book.IN, book.SET_ASIDE, book.OUT, book.VOUCHER
        )  # fmt: skip
        self.table = PagedTable[BookLine](self.source, columns, frame.runner, tickable=False)
        self.view = PagedTableView(self.table, "funding.book", frame.memory)
        self.panel = TablePanel(self.view, words.LINES, EmptyState(words.NO_LINES, (), "money"))
        self.kind, self.fund, self.month = (ChoiceEdit(width=width) for width in (150, 190, 140))
        self._add_filters()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setFocusProxy(self.panel)
        self.panel.searched.connect(lambda text: self._narrow(text=text))
        self.view.opened.connect(self._open)
        add_key(self, "Ctrl+E", lambda: save_table(frame, self.view, words.BOOK_TAB, self.panel.total.text()))
        self.table.load()

    def _add_filters(self) -> None:
        offers = ((self.kind, words.ALL_KINDS), (self.fund, words.ALL_SOURCES), (self.month, words.ALL_MONTHS))
        for choice, everything in offers:
            choice.field.setPlaceholderText(everything)
            choice.setAccessibleName(everything)
            self.panel.line.add_filter(choice)
            choice.changed.connect(self._filter)
        self.kind.set_choices([Choice(*pair) for pair in words.LINE_KINDS.items()])
        self._offer()

    def _offer(self) -> None:
        with self.frame.workspace.read() as session:
            known, months = sources(session), book_months(session)
        self.fund.set_choices([Choice(one.id, one.name) for one in known])
        self.month.set_choices([Choice(one, month_text(one)) for one in months])

    def _filter(self) -> None:
        kind = self.kind.value()
        kinds = frozenset({LineKind(kind)}) if kind else frozenset[LineKind]()
        self._narrow(kinds=kinds, source_id=self.fund.value(), month=self.month.value())

    def _narrow(self, **changed: object) -> None:
        self.source.narrow(**changed)
        self.table.load()

    def _sums(self, wanted: BookFilter) -> str:
        """The sums of the ledger, or of the source that is filtered by; other filters have none of their own."""
        if wanted.kinds or wanted.month or wanted.text:
            return ""
        with self.frame.workspace.read() as session:
            if wanted.source_id is None:
                sums = ledger_balances(session).total
            else:
                [one] = source_balances(session, [wanted.source_id])
                sums = one.sums
        told = {"received": sums.received, "allocated": sums.allocated, "paid": sums.paid, "left": sums.left}
        return words.RECEIVED_PAID.format(**{name: money_text(amount) for name, amount in told.items()})

    def _open(self, key: object) -> None:
        for line in self.source.rows([str(key)]):
            if line.household_id is not None:
                self.frame.go(DOSSIER, line.household_id)

    def current(self) -> BookLine | None:
        """The line in hand."""
        key = self.view.current_key()
        lines = self.source.rows([key]) if key is not None else []
        return lines[0] if lines else None

    def reverse(self) -> None:
        """Take the line in hand back by a line of its own."""
        line = self.current()
        if line is None:
            messages.trouble(words.ONE_LINE)
        elif line.line is LineKind.REMITTANCE:
            messages.trouble(words.NO_REMITTANCE)
        elif not line.standing:
            messages.trouble(words.NOT_STANDING)
        else:
            opened(LineReversalForm(self.frame, line, self))

    def forget(self, changes: object) -> None:
        self._offer()
        self.table.forget(changes)


class Statement(RowsList[MonthFlow]):
    """Opening, in, out and balance of each month ("Công khai thu, chi"), of all sources or of one."""

    def __init__(self, frame: WorkFrame) -> None:
        self._source_id: str | None = None
        self.fund = ChoiceEdit(width=190)
        source = RowSource[MonthFlow](self._flows, lambda one: one.month, MONEY_TABLES)
        empty = EmptyState(words.NO_FLOW, (), "money")
        super().__init__(
            frame, source, _FLOWS, "funding.flows", words.PUBLIC_STATEMENT, words.MONTHS, empty
        )  # fmt: skip
        self.fund.field.setPlaceholderText(words.ALL_SOURCES)
        self.fund.setAccessibleName(words.ALL_SOURCES)
        self.line.add_filter(self.fund)
        self.fund.changed.connect(self._choose)
        self._offer()

    def _choose(self) -> None:
        self._source_id = self.fund.value()
        self.load()

    def _offer(self) -> None:
        with self.frame.workspace.read() as session:
            self.fund.set_choices([Choice(one.id, one.name) for one in sources(session)])

    def _flows(self) -> list[MonthFlow]:
        with self.frame.workspace.read() as session:
            return month_flows(session, self._source_id)

    def about(self) -> list[str]:
        """What the printed statement is about: the source that is filtered by, else the month in hand."""
        flow = self.current()
        part = self._source_id or (flow.month if flow else "")
        return [part] if part else []

    def forget(self, changes: object) -> None:
        self._offer()
        super().forget(changes)


class BookTab(Page):
    """The lines, and the statement that is posted."""

    def __init__(self, frame: WorkFrame, show: ShowPaper) -> None:
        super().__init__()
        self._show = show
        self.lines, self.statement = Lines(frame), Statement(frame)
        self.switch = Switch((words.ALL_LINES, words.PUBLIC_STATEMENT))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.lines)
        self.stack.addWidget(self.statement)
        self.reverse = quiet_button(words.REVERSE, self.lines.reverse)
        top = QHBoxLayout()
        top.addWidget(self.switch)
        top.addStretch(1)
        self.print_button = quiet_button(words.PRINT_LINE, self.show_paper)
        top.addWidget(self.reverse)
        top.addWidget(self.print_button)
        add_key(self, "Ctrl+P", self.show_paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        self.switch.chosen.connect(self.show_part)
        self.setFocusProxy(self.lines)

    def show_part(self, place: int) -> None:
        """Switch between the lines and the statement."""
        self.stack.setCurrentIndex(place)
        self.reverse.setVisible(place == 0)
        self.print_button.setText(words.PRINT_STATEMENT if place else words.PRINT_LINE)
        shown = self.statement if place else self.lines
        self.setFocusProxy(shown)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_paper(self) -> None:
        """The statement of the month in hand, or the minutes of the line in hand."""
        if self.stack.currentIndex():
            show_chosen(PaperKind.PUBLIC_STATEMENT, self.statement.about(), self._show)
            return
        line = self.lines.current()
        kind = _PAPERS.get(line.line) if line is not None else None
        if line is None or kind is None or not line.standing:
            messages.trouble(words.NO_PAPER_OF_LINE)
        else:
            self._show(kind, [line.id])

    def forget(self, changes: object) -> None:
        self.lines.forget(changes)
        self.statement.forget(changes)

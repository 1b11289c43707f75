"""The frame that all list pages share: title line, filter line, table or empty state, total line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.documents.words import whole_text
from app.wording import frame
from views import style
from views.page import Frame, Page
from views.paged_table import PagedTable
from views.saved_filters import FilterMenu, PanelFilters
from views.table_view import PagedTableView
from views.widgets.buttons import FilledButton, MenuButton, flat_button
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label
from views.widgets.search_bar import SearchBar

TITLE, FILTER, TOTAL = 44, 36, 26
#: The room of a title that somebody typed.
_NAME, _MOST_NAME = 440, 520
Buttons = Sequence[tuple[str, Callable[[], object]]]


class TitleLine(QWidget):
    """The page's title, a count beside it, and its one filled button at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(title)
        self.count = quiet_label()
        self.count.setMinimumWidth(1)  # it gives way where letters are large
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.px(8))
        self._row.addWidget(self.title)
        self._row.addWidget(self.count)
        self._row.addStretch(1)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self.title.setFont(style.font(style.PAGE_TITLE, strong=True))
        self.setFixedHeight(style.px(TITLE))

    def show_name(self, name: str, whole: str | None = None) -> None:
        """A title that somebody typed, cut where it would make the window wider; the tooltip has it whole."""
        room = min(style.px(_NAME), _MOST_NAME)
        self.title.setText(self.title.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room))
        self.title.setToolTip(whole or name)
        self.title.setMinimumWidth(1)  # the buttons beside it come first

    def add_button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """A quiet button before the filled one."""
        button = QPushButton(text)
        button.clicked.connect(slot)
        style.follow_scale(button, lambda: button.setMinimumHeight(style.px(30)))
        self._row.addWidget(button)
        return button

    def put_first(self, widget: QWidget) -> None:
        """Something before the title: the way back."""
        self._row.insertWidget(0, widget)

    def put_before_filled(self, widget: QWidget) -> None:
        """Something else before the filled button: what the whole page is about."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def put_last(self, button: QAbstractButton) -> None:
        """Move a button to the right end, where the filled one stands."""
        self._row.addWidget(button)

    def set_filled(self, text: str, slot: Callable[[], object], drawing: str = "add") -> FilledButton:
        """The page's one filled button."""
        button = FilledButton(text, drawing)
        button.clicked.connect(slot)
        self._row.addWidget(button)
        return button


class FilterLine(QStackedWidget):
    """The search and the filters; while rows are ticked, what can be done with them instead."""

    untick = Signal()

    def __init__(self, search: SearchBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters, self._ticks = QWidget(), QWidget()
        self.filters = _row(self._filters)
        self.filters.addWidget(search)
        self.filters.addStretch(1)
        self._beside_search = 0
        self._actions = _row(self._ticks)
        self.ticked = QLabel()
        style.follow_scale(self.ticked, lambda: self.ticked.setFont(style.font(strong=True)))
        self._actions.addWidget(self.ticked)
        self._actions.addStretch(1)
        untick = flat_button(frame.UNTICK, "close")
        untick.clicked.connect(self.untick)
        self._actions.addWidget(untick)
        self.addWidget(self._filters)
        self.addWidget(self._ticks)
        style.follow_scale(self, lambda: self.setFixedHeight(style.px(FILTER)))

    def add_filter(self, widget: QWidget) -> None:
        """A filter beside the search."""
        self._beside_search += 1
        self.filters.insertWidget(self._beside_search, widget)

    def add_at_end(self, widget: QWidget) -> None:
        """Something at the right end of the filters."""
        self.filters.addWidget(widget)

    def add_action(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """What can be done with the ticked rows."""
        button = QPushButton(text)
        button.clicked.connect(slot)
        style.follow_scale(button, lambda: button.setMinimumHeight(style.px(28)))
        self._actions.insertWidget(self._actions.count() - 2, button)
        return button

    def show_ticked(self, count: int, unit: str) -> None:
        """Switch between filters and ticked rows."""
        self.ticked.setText(frame.TICKED.format(count=whole_text(count), unit=unit))
        self.setCurrentWidget(self._ticks if count else self._filters)


class TablePanel(QWidget):
    """Filter line, table or empty state, total line: a list that can stand on a page or in a tab.

    `unit` is what is counted ("hộ"). The source's filter is changed by the page, which then calls `table.load()`.
    """

    searched = Signal(str)

    def __init__(self, view: PagedTableView, unit: str, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view, self.table, self.empty, self._unit = view, view.paged, empty, unit
        self.search = SearchBar(self)
        self.line = FilterLine(self.search)
        self.total = quiet_label()
        self.filters = PanelFilters(self.search, self.line.filters)
        self.kept_filters = FilterMenu(self.filters, view.name, view.memory, self.search)
        columns = MenuButton(frame.COLUMNS)
        columns.menu_below = view.column_menu
        self.line.add_at_end(columns)
        self._stack = QStackedWidget()
        self._stack.addWidget(view)
        self._stack.addWidget(empty)
        self.setFocusProxy(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        column.addWidget(self.line)
        column.addWidget(self._stack, 1)
        column.addWidget(self.total)
        style.follow_scale(self, lambda: self.total.setFixedHeight(style.px(TOTAL)))
        self.search.searched.connect(self.searched)
        self.search.left.connect(self._go_to_table)
        self.line.untick.connect(self.table.untick_all)
        self.table.ticks_changed.connect(self._show_ticks)
        self.table.counted.connect(self._show_count)
        self.table.modelReset.connect(self._show_count)

    def _go_to_table(self) -> None:
        if self.table.count:
            self.view.setFocus()

    def _show_ticks(self) -> None:
        self.line.show_ticked(len(self.table.ticked), self._unit)

    def _show_count(self) -> None:
        table = self.table
        if not table.complete:
            self.total.setText(frame.COUNTING)
        else:
            told = {"shown": whole_text(table.count), "total": whole_text(table.total), "unit": self._unit}
            text = frame.SHOWN_WITH_SUM.format(**told, sum=table.sum) if table.sum else frame.SHOWN.format(**told)
            self.total.setText(text)
            shown = self.empty if table.count == 0 else self.view
            self._stack.setCurrentWidget(shown)
            self.setFocusProxy(shown)
            self.total.setVisible(table.total > 0)
            self._say_why_empty()

    def _say_why_empty(self) -> None:
        """An empty search is not an empty list."""
        if self.table.total:
            self.empty.say_instead(frame.NOTHING_FOUND)
        else:
            self.empty.say_first()


class ListPage(Page):
    """A page that is one list. Rooms make it with their source and columns and connect what their page does."""

    def __init__(
        self, window: Frame, title: str, unit: str, table: PagedTable[Any], name: str, empty: EmptyState
    ) -> None:
        super().__init__()
        self.window_ = window
        self.table = table
        self.heading = TitleLine(title)
        self.view = PagedTableView(table, name, window.memory)
        self.panel = TablePanel(self.view, unit, empty)
        self._column = QVBoxLayout(self)
        style.follow_scale(self, self._margins)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.panel, 1)
        self.setFocusProxy(self.panel)

    def _margins(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))
        self._column.setSpacing(style.px(4))

    def forget(self, changes: object) -> None:
        self.table.forget(changes)


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(style.px(8))
    return row

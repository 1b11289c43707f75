"""A list over rows that are read all at once, as a tab or a part of one: searched, sorted, saved with Ctrl+E."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.list_page import TablePanel
from views.page import Page, WorkFrame
from views.paged_table import Column, PagedTable
from views.row_source import ListSource
from views.table_saving import save_table
from views.table_view import PagedTableView
from views.widgets.empty_state import EmptyState

R = TypeVar("R")


class RowsList(Page, Generic[R]):
    """`title` heads the workbook that Ctrl+E writes; `name` is what its columns are remembered under."""

    def __init__(
        self,
        frame: WorkFrame,
        source: ListSource[R],
        columns: Sequence[Column[R]],
        name: str,
        title: str,
        unit: str,
        empty: EmptyState,
        *,
        tickable: bool = False,
    ) -> None:
        super().__init__()
        self.frame, self.source, self.title = frame, source, title
        self.table = PagedTable[R](source, columns, frame.runner, tickable=tickable)
        self.view = PagedTableView(self.table, name, frame.memory)
        self.panel = TablePanel(self.view, unit, empty)
        self.line = self.panel.line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setFocusProxy(self.panel)
        self.panel.searched.connect(self._search)
        add_key(self, "Ctrl+E", self.save)
        self.table.load()

    def _search(self, text: str) -> None:
        self.source.text = text
        self.table.load()

    def save(self) -> None:
        """Save what is shown into a workbook."""
        save_table(self.frame, self.view, self.title, self.panel.total.text())

    def load(self) -> None:
        """Read the rows anew: what is shown is another part of the records now."""
        self.source.drop()
        self.table.load()

    def forget(self, changes: object) -> None:
        self.table.forget(changes)

    def current(self) -> R | None:
        """The row in hand."""
        place = self.view.currentIndex().row()
        return self.table.row_at(place) if 0 <= place < self.table.count else None

    def chosen(self) -> list[R]:
        """The ticked rows, else the one in hand."""
        ticked = list(self.source.rows(self.table.ticked))
        current = self.current()
        return ticked or ([current] if current is not None else [])


def add_key(widget: QWidget, keys: str, slot: Callable[[], Any]) -> None:
    """A key that works while the focus is somewhere within a page."""
    shortcut = QShortcut(QKeySequence(keys), widget, slot)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

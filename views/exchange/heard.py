"""The tab "Lần nhận gần nhất": when each office and laptop was last heard, the longest silent first."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from app.documents.words import moment_text
from app.exchange.hearing import LastHeard, last_heard, silence_text
from app.parsing import fold
from app.wording import packages as words
from app.workspace import Workspace
from views.asking import ask_again
from views.list_page import TablePanel
from views.page import Page, WorkFrame
from views.paged_table import Align, Column, Found, PagedTable, Sort
from views.table_view import PagedTableView
from views.widgets.empty_state import EmptyState


class _Heard:
    """The source: few rows, read whole."""

    tables = frozenset({"peer", "package_note", "office", "device"})

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.text = ""

    def _all(self, sort: Sort | None = None) -> list[LastHeard]:
        with self._workspace.read() as session:
            rows = last_heard(session, self._workspace.author)
        if sort is not None:
            rows.sort(key=_ORDERS[sort.key], reverse=sort.descending)
        return rows

    def _matching(self, rows: list[LastHeard]) -> list[LastHeard]:
        wanted = fold(self.text)
        return [row for row in rows if wanted in fold(f"{row.office_name} {row.laptop} {row.office}")]

    def key(self, row: LastHeard) -> Hashable:
        """An office's laptop."""
        return row.key

    def first(self, sort: Sort | None, limit: int) -> Sequence[LastHeard]:
        """The longest silent ones."""
        return self._matching(self._all(sort))[:limit]

    def find(self, sort: Sort | None) -> Found:
        """All of them."""
        rows = self._all(sort)
        return Found([self.key(row) for row in self._matching(rows)], len(rows))

    def rows(self, keys: Sequence[Hashable]) -> Sequence[LastHeard]:
        """The rows of a window."""
        wanted = set(keys)
        return [row for row in self._all() if self.key(row) in wanted]


_ORDERS = {
    "office": lambda row: fold(row.office_name),
    "at": lambda row: row.at.timestamp() if row.at else 0.0,
}


def _silent(row: LastHeard) -> str:
    return words.AT_REST if row.retired else silence_text(row)


COLUMNS: tuple[Column[LastHeard], ...] = (
    Column("silent", words.HEARD_SILENT, _silent, 110),
    Column("office", words.HEARD_OFFICE, lambda row: row.office_name, 260, sort="office"),
    Column("laptop", words.HEARD_LAPTOP, lambda row: row.laptop or "–", 170),
    Column("at", words.HEARD_AT, lambda row: moment_text(row.at) if row.at else "–", 140, Align.CENTRE, sort="at"),
    Column("number", words.HEARD_NUMBER, lambda row: row.number or "–", 64, Align.RIGHT),
    Column("missing", words.HEARD_MISSING, lambda row: row.missing, 200, stretch=True, tip=lambda row: row.missing),
)


class HeardTab(Page):
    """The list with its search; its filled button asks again for what is missing."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self._frame = frame
        self._source = _Heard(frame.workspace)
        self.table = PagedTable(self._source, COLUMNS, frame.runner, tickable=False)
        self.view = PagedTableView(self.table, "heard", frame.memory)
        self.panel = TablePanel(self.view, words.HEARD_UNIT, EmptyState(words.NOBODY_HEARD, drawing="receive"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setFocusProxy(self.panel)
        self.panel.searched.connect(self._search)
        self.table.load()

    def _search(self, text: str) -> None:
        self._source.text = text
        self.table.load()

    def ask_again(self) -> None:
        """Write the request for what is missing."""
        ask_again(self._frame)

    def forget(self, changes: object) -> None:
        # What was heard of others is no record: a change that receives does not name its table.
        self.table.forget(None)

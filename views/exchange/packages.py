"""The tab "Đã gửi, đã nhận": every package that went or came."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from app.documents.words import moment_text
from app.exchange.queries import PackageRow, packages
from app.parsing import fold
from app.wording import sending as words
from app.workspace import Workspace
from views.list_page import TablePanel
from views.page import Page, WorkFrame
from views.paged_table import Align, Column, Found, PagedTable, Sort
from views.table_view import PagedTableView
from views.widgets.empty_state import EmptyState


class _Packages:
    """The source: few rows, read whole."""

    tables = frozenset({"package_note"})

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.text = ""

    def _all(self) -> list[PackageRow]:
        with self._workspace.read() as session:
            return packages(session)

    def _matching(self, rows: list[PackageRow]) -> list[PackageRow]:
        wanted = fold(self.text)
        return [row for row in rows if wanted in fold(f"{row.office} {row.file_name} {row.number}")]

    def key(self, row: PackageRow) -> Hashable:
        """A package received and sent on is two rows."""
        return (row.id, row.incoming)

    def first(self, sort: Sort | None, limit: int) -> Sequence[PackageRow]:
        """The newest ones."""
        return self._matching(self._all())[:limit]

    def find(self, sort: Sort | None) -> Found:
        """All of them."""
        rows = self._all()
        return Found([self.key(row) for row in self._matching(rows)], len(rows))

    def rows(self, keys: Sequence[Hashable]) -> Sequence[PackageRow]:
        """The rows of a window."""
        wanted = set(keys)
        return [row for row in self._all() if self.key(row) in wanted]


COLUMNS: tuple[Column[PackageRow], ...] = (
    Column("at", words.AT, lambda row: moment_text(row.at), 130),
    Column("way", words.WAY, lambda row: words.RECEIVED if row.incoming else words.SENT, 84),
    Column("office", words.OFFICE, lambda row: row.office, 280),
    Column("number", words.NUMBER, lambda row: row.number, 64, Align.RIGHT),
    Column("result", words.RESULT, lambda row: words.result_text(row.incoming, row.result, row.report), 200),
    Column("file", words.FILE, lambda row: row.file_name, 240, stretch=True, tip=lambda row: row.file_name),
)


class PackagesTab(Page):
    """The list with its search."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self._source = _Packages(frame.workspace)
        self.table = PagedTable(self._source, COLUMNS, frame.runner, tickable=False)
        self.view = PagedTableView(self.table, "packages", frame.memory)
        self.panel = TablePanel(self.view, words.UNIT, EmptyState(words.NO_PACKAGES, drawing="exchange"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setFocusProxy(self.panel)
        self.panel.searched.connect(self._search)
        self.table.load()

    def _search(self, text: str) -> None:
        self._source.text = text
        self.table.load()

    def forget(self, changes: object) -> None:
        # Notes of packages are no records: a change that receives or exports does not name their table.
        self.table.forget(None)

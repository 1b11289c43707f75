"""The history of changes of the whole office: who changed what, when, on which laptop."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from app.documents.words import moment_text, whole_text
from app.reports.history import ChangeRow, change_rows, count_changes, find_changes
from app.wording import history as words
from app.wording.actions import ACTIONS
from app.workspace import Workspace
from models.vocabulary import Level
from views.list_page import ListPage
from views.page import DOSSIER, WorkFrame
from views.paged_table import Align, Column, Found, PagedTable, Sort
from views.widgets.empty_state import EmptyState


class _Changes:
    """The source of the list: changes of all laptops, newest first."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.text = ""

    @property
    def tables(self) -> frozenset[str]:
        """Nothing in particular: the page forgets after every change."""
        return frozenset()

    def key(self, row: ChangeRow) -> str:
        """The id of the change."""
        return row.change

    def first(self, sort: Sort | None, limit: int) -> Sequence[ChangeRow]:
        """The newest changes that match."""
        with self._workspace.read() as session:
            return change_rows(session, find_changes(session, self.text, limit))

    def find(self, sort: Sort | None) -> Found:
        """All changes that match."""
        with self._workspace.read() as session:
            return Found(find_changes(session, self.text), count_changes(session))

    def rows(self, keys: Sequence[Hashable]) -> Sequence[ChangeRow]:
        """The rows of a window."""
        with self._workspace.read() as session:
            return change_rows(session, [str(key) for key in keys])


COLUMNS: tuple[Column[ChangeRow], ...] = (
    Column("at", words.AT, lambda row: moment_text(row.at), 124, Align.CENTRE),
    Column("by", words.BY, lambda row: row.by, 160),
    Column("action", words.ACTION, lambda row: ACTIONS.get(row.action, row.action), 190),
    Column(
        "households",
        words.HOUSEHOLDS,
        lambda row: words.households_text(row.heads, row.more),
        240,
        stretch=True,
        tip=lambda row: ", ".join(row.heads),
    ),
    Column("rows", words.ROWS, lambda row: whole_text(row.rows), 66, Align.RIGHT),
    Column("device", words.DEVICE, lambda row: row.device, 130),
    Column("office", words.OFFICE, lambda row: words.short_office(row.office), 170, tip=lambda row: row.office),
)


class HistoryPage(ListPage):
    """An agency has no households to show. Enter on a change that is about one household opens its dossier."""

    def __init__(self, window: WorkFrame) -> None:
        self._source = _Changes(window.workspace)
        agency = window.workspace.author.level is Level.AGENCY
        shown = [one for one in COLUMNS if one.name != "households" or not agency]
        table = PagedTable(self._source, shown, window.runner, tickable=False)
        super().__init__(window, words.TITLE, words.UNIT, table, "history", EmptyState(words.EMPTY, drawing="history"))
        self.panel.searched.connect(self._search)
        self.view.opened.connect(self._open)
        table.load()

    def _search(self, text: str) -> None:
        self._source.text = text
        self.table.load()

    def _open(self, key: object) -> None:
        place = self.table.position(str(key))
        row = self.table.row_at(place) if place is not None else None
        if row is not None and row.household is not None:
            self.window_.go(DOSSIER, row.household)

    def forget(self, changes: object) -> None:
        self.table.forget(None)

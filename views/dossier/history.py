"""The last tab of a dossier: every value ever typed of this household, who typed it and whether it still counts."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout

from app.documents.value_text import value_text
from app.documents.words import moment_text
from app.exchange.values import REFERENCES, reference_names
from app.households.history import Entry, household_history
from app.parsing import fold
from app.wording import dossier as words
from app.wording.fields import entity_label, field_label
from app.wording.households import HISTORY_STATES
from app.workspace import Workspace
from views import style
from views.page import Panel, WorkFrame
from views.paged_table import Align, Column, Found, PagedTable, Sort
from views.table_view import PagedTableView
from views.widgets.search_bar import SearchBar

#: What holds rows together and says nothing to a reader.
_SILENT = frozenset({"batch"})


@dataclass(frozen=True)
class Line:
    """One value in words; `number` is its place, newest first."""

    number: int
    at: str
    by: str
    field: str
    old: str
    new: str
    state: str


class _Entries:
    """The entries of one household, read at once: there are some hundreds at most."""

    tables: frozenset[str] = frozenset()

    def __init__(self, workspace: Workspace, household_id: str) -> None:
        self._workspace, self._household = workspace, household_id
        self.text = ""
        self._lines: list[Line] = []

    def key(self, row: Line) -> Hashable:
        return row.number

    def first(self, sort: Sort | None, limit: int) -> Sequence[Line]:
        self._lines = self._read()
        return self._shown()[:limit]

    def find(self, sort: Sort | None) -> Found:
        self._lines = self._read()
        return Found([line.number for line in self._shown()], len(self._lines))

    def rows(self, keys: Sequence[Hashable]) -> Sequence[Line]:
        wanted = set(keys)
        return [line for line in self._lines if line.number in wanted]

    def _shown(self) -> list[Line]:
        wanted = fold(self.text).split()
        return [line for line in self._lines if all(word in fold(f"{line.field} {line.by}") for word in wanted)]

    def _read(self) -> list[Line]:
        with self._workspace.read() as session:
            entries = [one for one in household_history(session, self._household) if one.field not in _SILENT]
            values = [value for one in entries for value in (one.old, one.new)]
            names = reference_names(session.connection(), values)
        return [_line(number, one, names) for number, one in enumerate(entries)]


def _line(number: int, one: Entry, names: dict[str, str]) -> Line:
    label = field_label(one.entity, one.field)
    field = label if one.entity == "household" else f"{entity_label(one.entity)}: {label}"
    known = names if one.field in REFERENCES else None
    old, new = (value_text(one.entity, one.field, value, known) for value in (one.old, one.new))
    return Line(number, moment_text(datetime.fromisoformat(one.at)), one.by, field, old, new, HISTORY_STATES[one.state])


COLUMNS: tuple[Column[Line], ...] = (
    Column("at", words.HISTORY_AT, lambda row: row.at, 124, Align.CENTRE),
    Column("by", words.HISTORY_BY, lambda row: row.by, 150),
    Column("field", words.HISTORY_FIELD, lambda row: row.field, 240),
    Column("old", words.HISTORY_OLD, lambda row: row.old, 170, tip=lambda row: row.old),
    Column("new", words.HISTORY_NEW, lambda row: row.new, 200, stretch=True, tip=lambda row: row.new),
    Column("state", words.HISTORY_STATE, lambda row: row.state, 140),
)


class HistoryPanel(Panel):
    """The history of changes of this household."""

    title = words.TAB_HISTORY

    def __init__(self, frame: WorkFrame, household_id: str) -> None:
        super().__init__(frame, household_id)
        self.source = _Entries(frame.workspace, household_id)
        self.table: PagedTable[Line] = PagedTable(self.source, COLUMNS, frame.runner, tickable=False)
        self.view = PagedTableView(self.table, "dossier.history", frame.memory)
        search = SearchBar(self, words.HISTORY_FILTER)
        search.searched.connect(self._search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.px(8), 0, 0)
        column.addWidget(search)
        column.addWidget(self.view, 1)
        self.table.load()

    def _search(self, text: str) -> None:
        self.source.text = text
        self.table.load()

    def forget(self, changes: object) -> None:
        self.table.load()

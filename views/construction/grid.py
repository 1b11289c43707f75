"""The quick grid of progress as an item model: a row a house, a column a stage; nothing is recorded until it is saved.

A cell holds the day a stage was done. What was typed and cannot be read stays as typed, with its sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.construction.drafts import StageDraft
from app.construction.rules import check_stage
from app.parsing import parse_date, today
from app.problems import Problem, Refused
from app.reports.worklists import CaseRow
from app.wording import construction, vocabulary, worklists
from app.wording.messages import problem_text
from models.vocabulary import Stage
from views.worklist import day_shown

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
STAGES = tuple(Stage)
FIRST_STAGE, NOTE = 2, 2 + len(Stage)
COLUMNS = NOTE + 1
ChangedRole, ProblemRole = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


@dataclass
class _Edits:
    """What was changed in one house: days by stage (None: taken back), unreadable texts by stage, the note."""

    days: dict[Stage, str | None]
    texts: dict[Stage, tuple[str, Problem]]
    note: str | None = None

    @property
    def empty(self) -> bool:
        return not self.days and not self.texts and self.note is None


class StageGrid(QAbstractTableModel):
    """`edited` comes after every change of what would be saved."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CaseRow] = []
        self._edits: dict[str, _Edits] = {}
        self.default_day = today().isoformat()

    # What is shown and what was changed.

    @property
    def keys(self) -> list[str]:
        """The cases in the grid."""
        return [row.key for row in self._rows]

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show these houses; changes that were made before stay on those that are here."""
        self.beginResetModel()
        self._rows = list(rows)
        self._edits = {key: one for key, one in self._edits.items() if key in set(self.keys)}
        self.endResetModel()
        self.edited.emit()

    def drop_changes(self) -> None:
        """Forget what was typed."""
        self.beginResetModel()
        self._edits = {}
        self.endResetModel()
        self.edited.emit()

    @property
    def changed_houses(self) -> int:
        """How many houses carry changes."""
        return sum(not one.empty for one in self._edits.values())

    def drafts(self) -> list[StageDraft]:
        """What would be recorded, a draft a stage; a note goes with the last stage of its house."""
        return [draft for row in self._rows for draft in self._drafts_of(row)]

    def _drafts_of(self, row: CaseRow) -> Iterator[StageDraft]:
        edits = self._edits.get(row.key)
        if edits is None:
            return
        days = dict(edits.days)
        standing = row.state.stages
        last = max((one for one, day in days.items() if day), key=STAGES.index, default=None)
        if edits.note is not None and last is None and standing:
            last = max((one for one in standing if one not in days), key=STAGES.index, default=None)
            if last is not None:
                days[last] = standing[last].done_on
        for stage in STAGES:
            if stage in days:
                before = standing[stage].note if stage in standing else None
                note = edits.note if stage is last and edits.note is not None else before
                yield StageDraft(row.key, stage, days[stage], note)

    def wrong_places(self) -> list[QModelIndex]:
        """The cells that stop the grid from being saved, from the top."""
        return [
            self.index(place, column)
            for place, row in enumerate(self._rows)
            if row.key in self._edits
            for column in range(FIRST_STAGE, COLUMNS)
            if (problem := self._problem(row, column)) is not None and not problem.warning
        ]

    def _edits_of(self, row: CaseRow) -> _Edits:
        return self._edits.setdefault(row.key, _Edits({}, {}))

    def _day(self, row: CaseRow, stage: Stage) -> str | None:
        edits = self._edits.get(row.key)
        if edits is not None and stage in edits.days:
            return edits.days[stage]
        return row.state.stages[stage].done_on if stage in row.state.stages else None

    def _note(self, row: CaseRow) -> str:
        edits = self._edits.get(row.key)
        if edits is not None and edits.note is not None:
            return edits.note
        last = max(row.state.stages, key=STAGES.index, default=None)
        return (row.state.stages[last].note or "") if last else ""

    def _problem(self, row: CaseRow, column: int) -> Problem | None:
        edits = self._edits.get(row.key)
        if edits is None or column < FIRST_STAGE:
            return None
        if column == NOTE:
            lost = edits.note and not any(True for _ in self._drafts_of(row))
            return Problem("note", "note_without_stage") if lost else None
        stage = STAGES[column - FIRST_STAGE]
        if stage in edits.texts:
            return edits.texts[stage][1]
        if stage not in edits.days:
            return None
        draft = StageDraft(row.key, stage, edits.days[stage])
        found = sorted(check_stage(draft, row.facts, today().isoformat()), key=lambda one: one.warning)
        return next(iter(found), None)

    # Changing cells.

    def set_day(self, index: AnyIndex, day: str | None) -> None:
        """Put a day into a stage's cell, or empty it; the recorded day again is no change."""
        row, column = self._rows[index.row()], index.column()
        if not FIRST_STAGE <= column < NOTE:
            return
        stage, edits = STAGES[column - FIRST_STAGE], self._edits_of(row)
        edits.texts.pop(stage, None)
        recorded = row.state.stages[stage].done_on if stage in row.state.stages else None
        if day == recorded:
            edits.days.pop(stage, None)
        else:
            edits.days[stage] = day
        self._tell(index)

    def toggle(self, index: AnyIndex) -> None:
        """Space: a stage not done is done on the grid's day; a stage done is not."""
        if FIRST_STAGE <= index.column() < NOTE:
            row = self._rows[index.row()]
            done = self._day(row, STAGES[index.column() - FIRST_STAGE])
            self.set_day(index, None if done else self.default_day)

    def paste(self, start: AnyIndex, text: str) -> None:
        """Put a block from a spreadsheet in, from this cell on to the right and down."""
        for down, line in enumerate(text.rstrip("\n").splitlines()):
            for across, cell in enumerate(line.split("\t")):
                index = self.index(start.row() + down, start.column() + across)
                if index.isValid() and index.column() >= FIRST_STAGE:
                    self.setData(index, cell)

    def copied(self, indexes: Iterable[QModelIndex]) -> str:
        """Cells as a spreadsheet takes them."""
        lines: dict[int, dict[int, str]] = {}
        for index in indexes:
            lines.setdefault(index.row(), {})[index.column()] = str(index.data() or "")
        return "\n".join("\t".join(line[one] for one in sorted(line)) for _, line in sorted(lines.items()))

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() < FIRST_STAGE:
            return False
        text = " ".join(str(value or "").split())
        row = self._rows[index.row()]
        if index.column() == NOTE:
            edits = self._edits_of(row)
            edits.note = None
            edits.note = text if text != self._note(row) else None
            self._tell(index)
            return True
        if text.lower() in construction.TICKED_TODAY:
            self.set_day(index, self.default_day)
            return True
        try:
            self.set_day(index, parse_date(text))
        except Refused as refused:
            edits = self._edits_of(row)
            stage = STAGES[index.column() - FIRST_STAGE]
            edits.days.pop(stage, None)
            edits.texts[stage] = (text, refused.problems[0])
            self._tell(index)
        return True

    def _tell(self, index: AnyIndex) -> None:
        """A row's cells speak of each other: its marks are painted anew together."""
        self.dataChanged.emit(self.index(index.row(), FIRST_STAGE), self.index(index.row(), COLUMNS - 1))
        self.edited.emit()

    # Half-typed work between two days.

    def kept(self) -> str:
        """The changes as a text for the window's memory; empty when there are none."""
        found = {
            key: {"days": {stage.value: day for stage, day in one.days.items()}, "note": one.note}
            for key, one in self._edits.items()
            if one.days or one.note is not None
        }
        return json.dumps(found, ensure_ascii=False) if found else ""

    def take_kept(self, text: str) -> list[str]:
        """Take the changes of such a text back; returns the cases they belong to. What cannot be read is left."""
        try:
            found = json.loads(text or "{}")
            for key, one in found.items():
                days = {Stage(name): day for name, day in one["days"].items()}
                self._edits[key] = _Edits(days, {}, one["note"])
        except (ValueError, KeyError, TypeError, AttributeError):
            return []
        return list(found)

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                problem = self._problem(row, column)
                return problem_text(problem) if problem else None
            case Qt.ItemDataRole.AccessibleTextRole if FIRST_STAGE <= column < NOTE:
                state = self._text(row, column) or construction.NOT_DONE
                name = vocabulary.STAGES[STAGES[column - FIRST_STAGE].value]
                return construction.STAGE_CELL.format(stage=name, state=state)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            case _ if role == ProblemRole:
                return self._problem(row, column)
            case _ if role == ChangedRole:
                return self._is_changed(row, column)
        return None

    def _text(self, row: CaseRow, column: int) -> str:
        if column < FIRST_STAGE:
            return (row.head_name, row.village)[column]
        if column == NOTE:
            return self._note(row)
        stage, edits = STAGES[column - FIRST_STAGE], self._edits.get(row.key)
        if edits is not None and stage in edits.texts:
            return edits.texts[stage][0]
        return day_shown(self._day(row, stage))

    def _is_changed(self, row: CaseRow, column: int) -> bool:
        edits = self._edits.get(row.key)
        if edits is None or column < FIRST_STAGE:
            return False
        if column == NOTE:
            return edits.note is not None
        stage = STAGES[column - FIRST_STAGE]
        return stage in edits.days or stage in edits.texts

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() >= FIRST_STAGE else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < COLUMNS:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            names = (worklists.HEAD, worklists.VILLAGE, *vocabulary.STAGES.values(), worklists.NOTE)
            return names[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return None

"""The quick grid of progress as a sheet: a row a house, a column a stage; nothing is recorded until it is saved.

A cell holds the day a stage was done. What was typed and cannot be read stays as typed, with its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from app.construction.drafts import StageDraft
from app.construction.rules import check_stage
from app.parsing import parse_date, today
from app.problems import Problem, Refused
from app.reports.worklists import CaseRow
from app.wording import construction, vocabulary, worklists
from models.vocabulary import Stage
from views.sheet import Sheet, SheetColumn
from views.worklist import day_shown

AnyIndex = QModelIndex | QPersistentModelIndex
STAGES = tuple(Stage)
FIRST_STAGE, NOTE = 2, 2 + len(Stage)
_WIDTHS = dict(zip(STAGES, (112, 112, 132, 112, 126), strict=True))


def _recorded_note(row: CaseRow) -> str:
    last = max(row.state.stages, key=STAGES.index, default=None)
    return (row.state.stages[last].note or "") if last else ""


def _stage_column(stage: Stage) -> SheetColumn[CaseRow]:
    def recorded(row: CaseRow) -> str:
        done = row.state.stages.get(stage)
        return (day_shown(done.done_on) or worklists.BEFORE_SHORT) if done else ""

    return SheetColumn(stage.value, vocabulary.STAGES[stage.value], _WIDTHS[stage], recorded, typed=True)


_COLUMNS = (
    SheetColumn[CaseRow]("name", worklists.HEAD, 200, lambda row: row.head_name),
    SheetColumn[CaseRow]("village", worklists.VILLAGE, 150, lambda row: row.village),
    *map(_stage_column, STAGES),
    SheetColumn[CaseRow]("note", worklists.NOTE, 160, _recorded_note, typed=True, stretch=True),
)


def is_stage(index: AnyIndex) -> bool:
    """Whether a cell is that of a stage."""
    return FIRST_STAGE <= index.column() < NOTE


class StageGrid(Sheet[CaseRow]):
    """`default_day`, ISO text, is the day of a stage that is only ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, lambda row: row.key, parent)
        self.default_day = today().isoformat()

    @property
    def keys(self) -> list[str]:
        """The cases in the grid."""
        return [row.key for row in self.rows]

    @property
    def changed_houses(self) -> int:
        """How many houses carry changes."""
        return len(self.kept())

    def take_kept(self, typed: Mapping[str, Mapping[str, Any]]) -> None:
        """Put what was typed another time back, also as 0.1.0 kept it: days as ISO text."""
        super().take_kept({key: _texts(one) if "days" in one else one for key, one in typed.items()})

    def _days(self, row: CaseRow) -> dict[Stage, str | None]:
        """The days typed that can be read; None takes the stage back."""
        found: dict[Stage, str | None] = {}
        for stage in STAGES:
            if stage.value in self._typed.get(row.key, {}):
                with suppress(Refused):
                    found[stage] = parse_date(self.text(row, stage.value))
        return found

    def drafts(self) -> list[StageDraft]:
        """What would be recorded, a draft a stage; a note goes with the last stage of its house."""
        return [draft for row in self.changed_rows() for draft in self._drafts_of(row)]

    def _drafts_of(self, row: CaseRow) -> Iterator[StageDraft]:
        days, standing = self._days(row), row.state.stages
        typed_note = self._typed[row.key].get("note")
        last = max((one for one, day in days.items() if day), key=STAGES.index, default=None)
        if typed_note is not None and last is None and standing:
            last = max((one for one in standing if one not in days), key=STAGES.index, default=None)
            if last is not None:
                days[last] = standing[last].done_on
        for stage in STAGES:
            if stage in days:
                before = standing[stage].note if stage in standing else None
                note = typed_note if stage is last and typed_note is not None else before
                yield StageDraft(row.key, stage, days[stage], note)

    def problem(self, row: CaseRow, name: str) -> Problem | None:
        """What is wrong with what was typed: a day that cannot be read or be, a note without a stage."""
        typed = self._typed.get(row.key, {})
        if name not in typed:
            return None
        if name == "note":
            lost = typed["note"] and not any(True for _ in self._drafts_of(row))
            return Problem("note", "note_without_stage") if lost else None
        try:
            draft = StageDraft(row.key, Stage(name), parse_date(typed[name]))
        except Refused as refused:
            return refused.problems[0]
        found = sorted(check_stage(draft, row.facts, today().isoformat()), key=lambda one: one.warning)
        return next(iter(found), None)

    def put(self, row: CaseRow, name: str, text: str) -> None:
        """A day however it is written, or a sign that the stage is done; what cannot be read stays as typed."""
        text = " ".join(text.split())
        if name != "note" and text.lower() in construction.TICKED_TODAY:
            text = day_shown(self.default_day)
        elif name != "note":
            with suppress(Refused):
                text = day_shown(parse_date(text))
        super().put(row, name, text)

    def set_day(self, index: AnyIndex, day: str | None) -> None:
        """Put a day into a stage's cell, or empty it; the recorded day again is no change."""
        if is_stage(index):
            self.setData(index, day_shown(day))

    def toggle(self, index: AnyIndex) -> None:
        """Space: a stage not done is done on the grid's day; a stage done is not."""
        self.set_day(index, None if index.data() else self.default_day)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid() and is_stage(index):
            name = self.columns[index.column()].title
            return construction.STAGE_CELL.format(stage=name, state=index.data() or construction.NOT_DONE)
        return super().data(index, role)


def _texts(kept: Mapping[str, Any]) -> dict[str, str]:
    days = {stage: day_shown(day) for stage, day in kept["days"].items()}
    return days if kept["note"] is None else {**days, "note": kept["note"]}

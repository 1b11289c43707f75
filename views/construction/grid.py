"""The quick grid of progress as a sheet: a row a house, a column a stage; nothing is recorded until it is saved.

A cell holds the day a stage was done. What was typed and cannot be read stays as typed, with its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from app.construction.drafts import SiteReportDraft, StageDraft, WeekDraft
from app.construction.rules import check_site_report, check_stage
from app.parsing import fold, parse_date, today
from app.problems import Problem, Refused
from app.reports.worklists import CaseRow
from app.support.drafts import ExceptionDraft
from app.support.exception_rules import check_exception
from app.wording import construction, vocabulary, worklists
from app.wording import week as words
from models.vocabulary import ExceptionCase, Stage, Status
from views.sheet import Sheet, SheetColumn
from views.worklist import day_shown

AnyIndex = QModelIndex | QPersistentModelIndex
STAGES = tuple(Stage)
NAME, FIRST_STAGE, HEARD = 0, 2, 2 + len(Stage)
NOTE, HOLD, REVIEW = HEARD + 1, HEARD + 2, HEARD + 3
_DAYS = frozenset({*(one.value for one in Stage), "heard", "review"})


def _stage_column(place: int, stage: Stage) -> SheetColumn[CaseRow]:
    def recorded(row: CaseRow) -> str:
        done = row.state.stages.get(stage)
        return (day_shown(done.done_on) or worklists.BEFORE_SHORT) if done else ""

    title = words.STAGE_KEY.format(stage=vocabulary.STAGES[stage.value], key=place)
    return SheetColumn(stage.value, title, 107, recorded, typed=True)


def _held(row: CaseRow) -> bool:
    return row.state.status is Status.ON_HOLD and row.state.exception is not None


def _hold_reason(row: CaseRow) -> str:
    return (row.state.exception.reason or "") if _held(row) and row.state.exception else ""


def _hold_review(row: CaseRow) -> str:
    return day_shown(row.state.exception.review_on) if _held(row) and row.state.exception else ""


_COLUMNS = (
    SheetColumn[CaseRow]("name", worklists.HEAD, 138, lambda row: row.head_name),
    SheetColumn[CaseRow]("village", worklists.VILLAGE, 104, lambda row: row.village),
    *(_stage_column(place, stage) for place, stage in enumerate(STAGES)),
    SheetColumn[CaseRow]("heard", words.HEARD, 82, lambda row: day_shown(row.news.heard_on), typed=True),
    SheetColumn[CaseRow]("note", words.NOTE, 80, lambda row: row.news.note, typed=True, stretch=True),
    SheetColumn[CaseRow]("hold", words.HELD_FOR, 86, _hold_reason, typed=True),
    SheetColumn[CaseRow]("review", words.LOOK_AGAIN, 82, _hold_review, typed=True),
)


def is_stage(index: AnyIndex) -> bool:
    """Whether a cell is that of a stage."""
    return FIRST_STAGE <= index.column() < HEARD


class StageGrid(Sheet[CaseRow]):
    """`default_day`, ISO text, is the day of a stage that is only ticked and of what is told without a day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, lambda row: row.key, parent)
        self.default_day = today().isoformat()
        self._names: list[str] = []

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show these houses, village by village as their sheets come back."""
        ordered = sorted(rows, key=lambda row: fold(row.village))
        self._names = [fold(row.head_name) for row in ordered]
        super().show_rows(ordered)

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

    # What would be recorded

    def week(self) -> WeekDraft:
        """What would be recorded; a note goes with the last stage that is typed, else it is news of its own."""
        rows = self.changed_rows()
        return WeekDraft(
            tuple(draft for row in rows for draft in self._stage_drafts(row)),
            tuple(one for row in rows if (one := self._exception(row)) is not None),
            tuple(told for row in rows if (told := self._report(row)) is not None),
        )

    def _days(self, row: CaseRow) -> dict[Stage, str | None]:
        """The days typed that can be read; None takes the stage back."""
        found: dict[Stage, str | None] = {}
        for stage in STAGES:
            if stage.value in self._typed.get(row.key, {}):
                with suppress(Refused):
                    found[stage] = parse_date(self.text(row, stage.value))
        return found

    def _stage_drafts(self, row: CaseRow) -> Iterator[StageDraft]:
        days, standing = self._days(row), row.state.stages
        noted = self._noted_stage(row)
        for stage, day in days.items():
            before = standing[stage].note if stage in standing else None
            yield StageDraft(row.key, stage, day, self._typed[row.key]["note"] if stage is noted else before)

    def _noted_stage(self, row: CaseRow) -> Stage | None:
        """The stage a typed note goes with: the last that is done now."""
        if "note" not in self._typed.get(row.key, {}):
            return None
        return max((one for one, day in self._days(row).items() if day), key=STAGES.index, default=None)

    def _report(self, row: CaseRow) -> SiteReportDraft | None:
        typed = self._typed[row.key]
        note = typed.get("note") if self._noted_stage(row) is None else None
        if not note and not typed.get("heard"):
            return None
        return SiteReportDraft(row.key, self._day(row, "heard") or self.default_day, note or None)

    def _day(self, row: CaseRow, name: str) -> str | None:
        """A day that is typed and can be read."""
        if name in self._typed.get(row.key, {}):
            with suppress(Refused):
                return parse_date(self.text(row, name))
        return None

    def _exception(self, row: CaseRow) -> ExceptionDraft | None:
        """The house stops, stays stopped for another reason or day, or (its reason emptied) goes on."""
        typed = self._typed.get(row.key, {})
        if "hold" not in typed and "review" not in typed:
            return None
        reason = self.text(row, "hold")
        if not reason and _held(row):
            return ExceptionDraft(row.key, ExceptionCase.RESUMED, self.default_day, words.GOES_ON)
        review = None
        with suppress(Refused):
            review = parse_date(self.text(row, "review"))
        since = row.state.exception.happened_on if _held(row) and row.state.exception else None
        return ExceptionDraft(row.key, ExceptionCase.ON_HOLD, since or self.default_day, reason, review_on=review)

    # What is wrong

    def problem(self, row: CaseRow, name: str) -> Problem | None:
        """What is wrong with what was typed: a day that cannot be read or be, a pause without its reason."""
        typed = self._typed.get(row.key)
        if not typed or (name not in typed and name not in ("hold", "review")):
            return None
        if name in _DAYS and name in typed:
            try:
                parse_date(typed[name])
            except Refused as refused:
                return refused.problems[0]
        if name in ("hold", "review"):
            return self._wrong_exception(row, name)
        if name == "heard":
            report = self._report(row)
            return next(iter(check_site_report(report, today().isoformat())), None) if report else None
        return None if name == "note" else self._wrong_stage(row, Stage(name))

    def _wrong_stage(self, row: CaseRow, stage: Stage) -> Problem | None:
        draft, facts = StageDraft(row.key, stage, self._day(row, stage.value)), row.facts
        resumed = self._exception(row)
        if resumed is not None and resumed.kind is ExceptionCase.RESUMED:
            facts = replace(facts, exceptions=())
        return _worst(check_stage(draft, facts, today().isoformat()))

    def _wrong_exception(self, row: CaseRow, name: str) -> Problem | None:
        draft = self._exception(row)
        if draft is None:
            return None
        found = check_exception(draft, row.facts)
        return _worst([one for one in found if (one.field == "review_on") == (name == "review")])

    def wrong_places(self) -> list[QModelIndex]:
        """Only what was typed can be wrong: of thousands of houses those are looked at."""
        return [
            self.index(self.place(row), column)
            for row in self.changed_rows()
            for column, one in enumerate(self.columns)
            if (found := self.problem(row, one.name)) is not None and not found.warning
        ]

    # Typing

    def put(self, row: CaseRow, name: str, text: str) -> None:
        """A day however it is written, or a sign that the stage is done; what cannot be read stays as typed."""
        text = " ".join(text.split())
        if name in _DAYS and name != "review" and text.lower() in construction.TICKED_TODAY:
            text = day_shown(self.default_day)
        elif name in _DAYS:
            with suppress(Refused):
                text = day_shown(parse_date(text))
        super().put(row, name, text)

    def tell_rest(self, rows: Iterable[CaseRow]) -> int:
        """Of these houses those of which nothing is typed: nothing has changed there; tells how many."""
        silent = [row for row in rows if not self._typed.get(row.key) and row.news.heard_on < self.default_day]
        for row in silent:
            self._typed[row.key] = {"heard": day_shown(self.default_day)}
        self.repaint_all()
        return len(silent)

    def finish_stage(self, index: AnyIndex) -> None:
        """A key of a stage: done on the grid's day; typed just before, it is not. What is recorded stays."""
        typed = self._typed.get(self.rows[index.row()].key, {})
        if not index.data() or self.columns[index.column()].name in typed:
            self.toggle(index)

    def find(self, text: str, places: Iterable[int]) -> int | None:
        """The first of these places whose head has a name beginning so, accents apart; given names before others."""
        wanted, around = fold(text), list(places)
        given = (one for one in around if self._names[one].rpartition(" ")[2].startswith(wanted))
        other = (one for one in around if f" {wanted}" in f" {self._names[one]}")
        return next(given, next(other, None))

    def set_day(self, index: AnyIndex, day: str | None) -> None:
        """Put a day into a cell of days, or empty it; the recorded day again is no change."""
        if self.columns[index.column()].name in _DAYS:
            self.setData(index, day_shown(day))

    def toggle(self, index: AnyIndex) -> None:
        """Space: a stage not done is done on the grid's day, a stage done is not; news came that day, or it did not."""
        name = self.columns[index.column()].name
        if name == "heard":
            typed = name in self._typed.get(self.rows[index.row()].key, {})
            self.setData(
                index, self.columns[HEARD].text(self.rows[index.row()]) if typed else day_shown(self.default_day)
            )
        elif is_stage(index):
            self.set_day(index, None if index.data() else self.default_day)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid() and is_stage(index):
            name = self.columns[index.column()].title
            return construction.STAGE_CELL.format(stage=name, state=index.data() or construction.NOT_DONE)
        return super().data(index, role)


def _worst(problems: Sequence[Problem]) -> Problem | None:
    """The first that stops, else the first that warns."""
    return next(iter(sorted(problems, key=lambda one: one.warning)), None)


def _texts(kept: Mapping[str, Any]) -> dict[str, str]:
    days = {stage: day_shown(day) for stage, day in kept["days"].items()}
    return days if kept["note"] is None else {**days, "note": kept["note"]}

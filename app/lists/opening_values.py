"""What a row says was done before the program was used ("Số liệu đầu kỳ"): decision, days of building, money paid.

A cell of a day may hold the day, or only that it happened; what cannot be told apart is kept as a note, never guessed.
Amounts in đồng, days as ISO text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Protocol, TypeVar

from app.documents.foreign_sheet import CellValue
from app.documents.words import date_text, whole_text
from app.lists.day_shapes import typed_day
from app.lists.fields import Field
from app.lists.headings import heading_label
from app.lists.vocabulary import same_word
from app.parsing import parse_date
from app.problems import Problem, Refused
from app.wording import lists_opening as words

#: How far a house has come, in order; the last two are steps of their own.
ROAD = ("start", "foundation", "frame_wall", "roof", "finish", "accepted", "handed_over")
_DAYS = {
    Field.STARTED_ON: "start",
    Field.FOUNDATION_ON: "foundation",
    Field.FRAME_WALL_ON: "frame_wall",
    Field.ROOF_ON: "roof",
    Field.FINISHED_ON: "finish",
    Field.ACCEPTED_ON: "accepted",
    Field.HANDED_OVER_ON: "handed_over",
}
_OF_DAY = re.compile(rf"[\s,;(]*\b{words.OF_DAY}\b\s*", re.IGNORECASE)
_PARTS = {Field.PAID_1: 1, Field.PAID_2: 2, Field.PAID_3: 3}
#: What is no aid stands in lists beside it and was not paid by the office.
_SOURCES = {
    one: one.value.removeprefix("source_")
    for one in Field
    if one.value.startswith("source_") and one not in (Field.SOURCE_HOUSEHOLD, Field.SOURCE_BANK_LOAN)
}


class _Row(Protocol):
    """What is asked of a row while it is being read (`app.lists.row_in_hand`)."""

    cells: Mapping[Field, CellValue]
    today: date
    problems: list[Problem]

    def text(self, name: Field) -> str: ...

    def problem(self, name: Field, code: str, *, warning: bool = False, **values: object) -> None: ...


AnyRow = TypeVar("AnyRow", bound=_Row)


@dataclass(frozen=True)
class OpeningFigures:
    """What one row says. `steps` are the steps done with their days (None: on a day the list does not tell).

    `parts` are (instalment, or None for a sum; amount), `sources` (kind of source, amount), `source` its name as typed;
    `note` keeps in words what could not be read as a day or a step.
    """

    decision_number: str | None = None
    decided_on: str | None = None
    approved_amount: int | None = None
    steps: tuple[tuple[str, str | None], ...] = ()
    parts: tuple[tuple[int | None, int], ...] = ()
    sources: tuple[tuple[str, int], ...] = ()
    source: str | None = None
    note: str | None = None

    @property
    def paid(self) -> int:
        """All that was paid, in đồng."""
        return sum(amount for _, amount in self.parts)

    @property
    def decided(self) -> bool:
        """Whether the row says anything of a decision."""
        return bool(self.decision_number or self.decided_on or self.approved_amount)

    @property
    def begun(self) -> bool:
        """Whether anything was built or paid."""
        return bool(self.steps or self.parts)

    @property
    def dated_before(self) -> bool:
        """Whether the request itself must have come before the program was used."""
        return self.decided or self.begun


def read_opening(reading: AnyRow, money: Callable[[AnyRow, Field], int | None]) -> OpeningFigures | None:
    """The opening figures of a row; None where it says none. Troubles are noted on `reading`."""
    number, decided_on = _decision(reading)
    steps, notes = _steps(reading)
    figures = OpeningFigures(
        decision_number=number,
        decided_on=decided_on,
        approved_amount=money(reading, Field.APPROVED_AMOUNT),
        steps=tuple((one, steps[one]) for one in ROAD if one in steps),
        parts=tuple(_parts(reading, money)),
        sources=tuple((kind, amount) for name, kind in _SOURCES.items() if (amount := money(reading, name))),
        source=reading.text(Field.SOURCES) or None,
        note="; ".join(notes) or None,
    )
    return figures if figures.decided or figures.begun or figures.note else None


def _decision(reading: _Row) -> tuple[str | None, str | None]:
    """Number and day; "123/QĐ-UBND ngày 05/3/2026" in one cell holds both."""
    text = reading.text(Field.DECISION_NUMBER)
    day, _ = _day(reading, Field.DECISION_DATE) if reading.cells.get(Field.DECISION_DATE) is not None else (None, "")
    number, _, rest = _OF_DAY.sub("\n", text, count=1).partition("\n")
    if rest and day is None:
        try:
            day = parse_date(rest.strip(" )."), Field.DECISION_DATE, now=reading.today, short_years=False)
        except Refused:
            number = text
    return (number if re.search(r"\w", number) else None), day


def _steps(reading: _Row) -> tuple[dict[str, str | None], list[str]]:
    """The steps done with their days, and what is to be kept as a note."""
    steps: dict[str, str | None] = {}
    notes: list[str] = []
    for name, step in _DAYS.items():
        if reading.cells.get(name) is None:
            continue
        day, note = _day(reading, name)
        if note:
            reading.problem(name, "opening_day_unknown", warning=True, text=note)
            notes.append(words.SAID_IN_LIST.format(label=heading_label(name).lower(), text=note))
        if day is not None or note is not None:
            steps[step] = day
    progress = reading.text(Field.PROGRESS)
    if progress:
        reached = _progress(progress)
        if reached is None:
            reading.problem(Field.PROGRESS, "progress_unknown", warning=True, text=progress)
            notes.append(words.SAID_IN_LIST.format(label=heading_label(Field.PROGRESS).lower(), text=progress))
        elif reached:
            steps.setdefault(reached, None)
    return steps, notes


def _day(reading: _Row, name: Field) -> tuple[str | None, str | None]:
    """The day of a step, and what is said of one whose day is not known ("" for nothing); (None, None): not done."""
    cell, text = reading.cells.get(name), reading.text(name)
    bare = same_word(text)
    if not text or bare in _alike("no") or text in words.NOT_HAPPENED_WORDS:
        return None, None
    if text in words.HAPPENED_WORDS or bare in _alike("yes"):
        return None, ""
    if isinstance(cell, datetime | date):
        return _come(reading, name, cell.isoformat()[:10])
    shape = typed_day(text)
    if shape is not None and shape.day is None:
        return None, text
    try:
        found = parse_date(text, name, now=reading.today, short_years=True)
    except Refused as refused:
        reading.problems += refused.problems
        return None, None
    return _come(reading, name, found or "")


def _come(reading: _Row, name: Field, day: str) -> tuple[str | None, str | None]:
    """A day that lies ahead is a plan, not something done."""
    if day <= reading.today.isoformat():
        return day, None
    label, shown = heading_label(name), date_text(date.fromisoformat(day))
    reading.problem(name, "opening_ahead", warning=True, label=label, day=shown)
    return None, None


def _parts(reading: AnyRow, money: Callable[[AnyRow, Field], int | None]) -> list[tuple[int | None, int]]:
    """The money paid, by instalment where the list tells them apart; a total beside them must be their sum."""
    amounts = ((number, money(reading, name)) for name, number in _PARTS.items())
    found: list[tuple[int | None, int]] = [(number, paid) for number, paid in amounts if paid]
    total = money(reading, Field.PAID)
    if not total:
        return found
    parts = sum(amount for _, amount in found)
    if found and parts != total:
        label = heading_label(Field.PAID)
        reading.problem(Field.PAID, "opening_paid_sums", total=whole_text(total), parts=whole_text(parts), label=label)
    return found or [(None, total)]


def _progress(text: str) -> str | None:
    """The step a spelling of progress means, "" for none, None where it is not known."""
    words_of = _table()
    bare = same_word(text)
    if bare in words_of:
        return words_of[bare]
    share = re.fullmatch(r"(\d{1,3})(?:[.,]\d+)?\s*%", text.strip())
    if share and 0 < int(share[1]) < 100:
        return ROAD[0]
    return None


@cache
def _table() -> dict[str, str]:
    return {same_word(text): step for step, texts in words.PROGRESS_WORDS.items() for text in texts}


@cache
def _alike(kind: str) -> frozenset[str]:
    texts = words.HAPPENED_WORDS if kind == "yes" else words.NOT_HAPPENED_WORDS
    return frozenset(bare for text in texts if (bare := same_word(text)))

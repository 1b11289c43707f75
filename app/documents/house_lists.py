"""A list of houses on a paper: the table of a submission, a decision's annex, a posting."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.documents.parts import Column
from app.documents.text_paper import Table
from app.documents.words import whole_text
from app.wording import paper_lists as said

EMPTY_ROWS = 6
_SHOWN_DIGITS = 3
_HIDDEN = "******"


@dataclass(frozen=True)
class HouseOnList:
    """A house on a list; amount in đồng, `birth` as it is printed."""

    head_name: str
    birth: str = ""
    citizen_id: str = ""
    village: str = ""
    category: str | None = None
    work_type: str | None = None
    amount: int | None = None
    note: str = ""


def house_table(houses: Sequence[HouseOnList]) -> Table:
    """The list as offices pass it on: with group, work type, amount and their total; without houses rows to fill in."""
    return _table(_LIST, houses)


def decided_house_table(houses: Sequence[HouseOnList]) -> Table:
    """The same list behind a decision, which is posted too (domain 2.4): illness and disability are not named."""
    return _table(_DECIDED_LIST, houses)


def public_house_table(houses: Sequence[HouseOnList]) -> Table:
    """The list as it is posted: ID numbers masked, a year of birth, no illness, no telephone."""
    return _table(_PUBLIC_LIST, houses)


def masked(number: str) -> str:
    """A number of which only the last three digits are shown, and not how long it is."""
    kept = number[-_SHOWN_DIGITS:] if len(number) > 2 * _SHOWN_DIGITS else ""
    return f"{_HIDDEN}{kept}" if number else ""


def birth_year(birth: str) -> str:
    """The year of a day or year of birth."""
    found = re.search(r"\d{4}", birth)
    return found[0] if found else ""


def amounts(houses: Sequence[HouseOnList]) -> int:
    """What the houses get together, in đồng."""
    return sum(one.amount or 0 for one in houses)


_Cells = Sequence[tuple[Column, Callable[[HouseOnList], str]]]

_SHARED: _Cells = (
    (Column(said.VILLAGE, 1.4), lambda one: one.village),
    (Column(said.WORK, 0.9), lambda one: said.work_text(one.work_type)),
    (Column(said.AMOUNT, 1.5, "right"), lambda one: "" if one.amount is None else whole_text(one.amount)),
    (Column(said.NOTE, 1.0), lambda one: one.note),
)
_LIST: _Cells = (
    (Column(said.HEAD, 1.9), lambda one: one.head_name),
    (Column(said.BIRTH, 0.8, "center"), lambda one: birth_year(one.birth)),
    (Column(said.CATEGORY, 1.2), lambda one: said.category_text(one.category)),
    *_SHARED,
)
_DECIDED_LIST: _Cells = (*_LIST[:2], (_LIST[2][0], lambda one: said.public_category(one.category)), *_SHARED)
_PUBLIC_LIST: _Cells = (
    (Column(said.HEAD, 1.9), lambda one: one.head_name),
    (Column(said.BIRTH, 0.8, "center"), lambda one: birth_year(one.birth)),
    (Column(said.CITIZEN_ID, 1.3, "center"), lambda one: masked(one.citizen_id)),
    (Column(said.CATEGORY, 1.2), lambda one: said.public_category(one.category)),
    *_SHARED[:-1],
)


def _table(cells: _Cells, houses: Sequence[HouseOnList]) -> Table:
    columns = (Column(said.NUMBER, 0.65, "center"), *(column for column, _text in cells))
    rows = (
        tuple((str(place), *(text(one) for _column, text in cells)) for place, one in enumerate(houses, start=1))
        or (("",) * len(columns),) * EMPTY_ROWS
    )
    if not any(one.amount for one in houses):
        return Table(columns, rows)
    amount_at = next(place for place, column in enumerate(columns) if column.heading == said.AMOUNT)
    total = [""] * len(columns)
    total[1], total[amount_at] = said.TOTAL, whole_text(amounts(houses))
    return Table(columns, rows, tuple(total))

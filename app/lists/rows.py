"""One row of a list -> cleaned values, problems and repairs: the row rules of `list import`. Pure functions.

A cell that cannot be read as its field rejects the whole row; an empty cell is no fault. A repair is what the program
offers to change for the officer: it is listed, and where it is refused the cell stays as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from app.lists.date_order import DateOrder
from app.lists.fields import Field
from app.lists.opening_values import OpeningFigures, read_opening
from app.lists.repairs import Repair, RepairKind
from app.lists.row_in_hand import Reading
from app.lists.sniffing import Household
from app.lists.value_dates import birth
from app.lists.value_money import amount, area
from app.lists.value_names import head_name
from app.lists.value_numbers import citizen_id, member_count, phone
from app.lists.value_words import category, ethnicity, gender, work_type
from app.problems import Problem, errors

__all__ = ["ReadRow", "Reading", "Repair", "RepairKind", "RowValues", "read_row"]


@dataclass(frozen=True)
class RowValues:
    """A household as the list tells it, under the names of the records; None is an empty cell.

    `birth` is `YYYY-MM-DD` or `YYYY`, `requested_amount` whole đồng, `area_m2` decimal text, places as typed;
    `opening` is what was done before the program was used.
    """

    code: str | None = None
    head_name: str | None = None
    gender: str | None = None
    birth: str | None = None
    citizen_id: str | None = None
    ethnicity: str | None = None
    phone: str | None = None
    village: str | None = None
    address: str | None = None
    category: str | None = None
    member_count: int | None = None
    note: str | None = None
    house_description: str | None = None
    area_m2: str | None = None
    land_papers: str | None = None
    work_type: str | None = None
    requested_amount: int | None = None
    commune: str | None = None
    district: str | None = None
    opening: OpeningFigures | None = None


@dataclass(frozen=True)
class ReadRow:
    """What one row says."""

    values: RowValues
    problems: tuple[Problem, ...]
    repairs: tuple[Repair, ...]

    @property
    def rejected(self) -> bool:
        """Whether a problem keeps the row out."""
        return bool(errors(self.problems))


def read_row(
    row: Household,
    *,
    money_unit: int | None = None,
    units: Mapping[Field, int | None] | None = None,
    refused: frozenset[RepairKind] = frozenset(),
    untouched: frozenset[Field] = frozenset(),
    births: DateOrder | None = None,
    today: date,
) -> ReadRow:
    """Clean one row. `units` are what bare amounts count in, in đồng, by field; `money_unit` is said for all others.

    `refused` are kinds of repairs, `untouched` the fields whose cells in this row stay as they were typed, `births` the
    order of the dates of birth of the whole column.
    """
    reading = Reading(row.cells, money_unit, refused, untouched, today, units=units or {}, births=births or DateOrder())
    number = citizen_id(reading)
    found: dict[str, Any] = {"citizen_id": number, "birth": birth(reading, number)}
    for name, read in _READERS.items():
        found[name] = read(reading)
    found["village"] = found["village"] or row.group.village
    found["category"] = found["category"] or row.group.category
    return ReadRow(RowValues(**found), tuple(reading.problems), tuple(reading.repairs))


def _plain(name: Field) -> Callable[[Reading], str | None]:
    return lambda reading: reading.text(name) or None


_READERS: dict[str, Callable[[Reading], Any]] = {
    "code": _plain(Field.HOUSEHOLD_CODE),
    "head_name": head_name,
    "gender": gender,
    "ethnicity": ethnicity,
    "phone": phone,
    "village": _plain(Field.VILLAGE),
    "address": _plain(Field.ADDRESS),
    "category": category,
    "member_count": member_count,
    "note": _plain(Field.NOTE),
    "house_description": _plain(Field.HOUSE_STATUS),
    "area_m2": area,
    "land_papers": _plain(Field.LAND),
    "work_type": work_type,
    "requested_amount": partial(amount, name=Field.SUPPORT_AMOUNT),
    "commune": _plain(Field.COMMUNE),
    "district": _plain(Field.DISTRICT),
    "opening": lambda reading: read_opening(reading, amount),
}

"""Tables on papers as lists are written: columns in one line of code, empty rows on a blank form, a total below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from app.documents.parts import Column
from app.documents.text_paper import Table
from app.documents.words import amount_in_words, money_text, whole_text
from app.wording.paper_lists import TOTAL

Place = Literal["left", "center", "right"]
_PLACES: dict[str, Place] = {"l": "left", "c": "center", "r": "right"}


def columns_of(headings: Sequence[str], shares: Sequence[float], places: str) -> tuple[Column, ...]:
    """Columns of these headings; `places` has a letter for each: left, centre, right ("clr")."""
    return tuple(
        Column(heading, share, _PLACES[place]) for heading, share, place in zip(headings, shares, places, strict=True)
    )


def list_table(
    columns: tuple[Column, ...],
    rows: Sequence[Sequence[str]],
    totals: Mapping[int, str] | None = None,
    *,
    empty_rows: int = 0,
    label_at: int = 1,
    least_lines: int = 1,
) -> Table:
    """The rows, or so many empty ones to fill in by hand; `totals` stand by column in a last row ("Tổng cộng")."""
    filled = tuple(tuple(row) for row in rows) or (("",) * len(columns),) * empty_rows
    if totals is None:
        return Table(columns, filled, least_lines=least_lines)
    return Table(
        columns,
        filled,
        tuple(TOTAL if place == label_at else totals.get(place, "") for place in range(len(columns))),
        least_lines,
    )


def figures(amount: int | None) -> str:
    """An amount in a column, "60.000.000"; nothing when it is not known."""
    return "" if amount is None else whole_text(amount)


def money(amount: int | None) -> str:
    """An amount in a sentence, "60.000.000 đồng"; nothing when it is not known."""
    return "" if amount is None else money_text(amount)


def in_words(amount: int | None) -> str:
    """An amount in words; nothing when it is not known."""
    return "" if amount is None else amount_in_words(amount)

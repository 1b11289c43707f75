"""Columns of the lists of giving: text whose whole is told under the mouse, amounts in đồng, days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from app.documents.words import whole_text
from views.paged_table import Align, Column
from views.worklist import day_shown

R = TypeVar("R")
_AMOUNT, _DAY = 104, 88


def words(name: str, title: str, text: Callable[[R], str | None], width: int, *, stretch: bool = False) -> Column[R]:
    """A column of text that is sorted by what it shows."""

    def shown(row: R) -> str:
        return text(row) or ""

    return Column[R](name, title, shown, width, sort=name, stretch=stretch, tip=shown)


def money(name: str, title: str, amount: Callable[[R], int | None]) -> Column[R]:
    """A column of amounts in whole đồng; nothing for none."""
    return Column[R](
        name, title, lambda row: whole_text(amount(row) or 0) if amount(row) else "", _AMOUNT, Align.RIGHT,
        sort=name, value=lambda row: amount(row) or None,
    )  # fmt: skip


def count(name: str, title: str, number: Callable[[R], int], width: int = 84) -> Column[R]:
    """A column that counts; nothing for none."""
    return Column[R](
        name, title, lambda row: whole_text(number(row)) if number(row) else "", width, Align.RIGHT, sort=name,
        value=lambda row: number(row) or None,
    )  # fmt: skip


def day(name: str, title: str, of_row: Callable[[R], str | None], width: int = _DAY) -> Column[R]:
    """A column of days."""

    def value(row: R) -> date | None:
        found = of_row(row)
        return date.fromisoformat(found) if found else None

    return Column[R](name, title, lambda row: day_shown(of_row(row)), width, Align.CENTRE, sort=name, value=value)

"""Columns of the lists of giving, as `views.cells` makes them: sorted by what they show, nothing stands for 0."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from views import cells
from views.paged_table import Column

R = TypeVar("R")


def words(name: str, title: str, text: Callable[[R], str | None], width: int, *, stretch: bool = False) -> Column[R]:
    """A column of text."""
    return cells.text(name, title, lambda row: text(row) or "", width, sort=name, stretch=stretch)


def money(name: str, title: str, amount: Callable[[R], int | None], width: int = cells.AMOUNT) -> Column[R]:
    """A column of amounts in whole đồng."""
    return cells.money(name, title, lambda row: amount(row) or None, sort=name, width=width)


def count(name: str, title: str, number: Callable[[R], int], width: int = 84) -> Column[R]:
    """A column that counts."""
    return money(name, title, number, width)


def day(name: str, title: str, of_row: Callable[[R], str | None], width: int = 88) -> Column[R]:
    """A column of days."""
    return cells.day(name, title, of_row, sort=name, width=width)

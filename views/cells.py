"""Cells of money: amounts that a workbook gets as numbers, days as dates, sums in strong letters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from app.documents.words import whole_text
from views import style
from views.paged_table import Align, Column
from views.worklist import day_shown

R = TypeVar("R")
AMOUNT = 104


def money(
    name: str,
    title: str,
    amount: Callable[[R], int | None],
    *,
    strong: Callable[[R], bool] | None = None,
    sort: str | None = None,
    width: int = AMOUNT,
    hidden: bool = False,
) -> Column[R]:
    """A column of amounts in whole đồng; nothing for none, 0 for nothing left."""

    def shown(row: R) -> str:
        found = amount(row)
        return "" if found is None else whole_text(found)

    paint = _strong_paint(shown, Align.RIGHT, strong) if strong else None
    return Column[R](
        name, title, shown, width, Align.RIGHT, sort=sort, hidden=hidden, paint=paint, value=amount, summed=True
    )  # fmt: skip


def text(
    name: str,
    title: str,
    text: Callable[[R], str],
    width: int,
    *,
    strong: Callable[[R], bool] | None = None,
    sort: str | None = None,
    stretch: bool = False,
    hidden: bool = False,
    spare: bool = False,
) -> Column[R]:
    """A column of text whose whole is told when the mouse stands on it."""
    paint = _strong_paint(text, Align.LEFT, strong) if strong else None
    return Column[R](
        name, title, text, width, sort=sort, stretch=stretch, hidden=hidden, tip=text, paint=paint, spare=spare
    )  # fmt: skip


def day(
    name: str, title: str, of_row: Callable[[R], str | None], *, sort: str | None = None, width: int = 86
) -> Column[R]:
    """A column of days."""

    def value(row: R) -> date | None:
        found = of_row(row)
        return date.fromisoformat(found) if found else None

    return Column[R](name, title, lambda row: day_shown(of_row(row)), width, Align.CENTRE, sort=sort, value=value)


def _strong_paint(
    text: Callable[[R], str], align: Align, strong: Callable[[R], bool]
) -> Callable[[QPainter, QRect, R], None]:
    def paint(painter: QPainter, cell: QRect, row: R) -> None:
        painter.setFont(style.font(strong=strong(row)))
        shown = painter.fontMetrics().elidedText(text(row), Qt.TextElideMode.ElideRight, cell.width())
        painter.drawText(cell, align.value | Qt.AlignmentFlag.AlignVCenter, shown)

    return paint

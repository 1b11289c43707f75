"""Whether the dates of a column stand with the month first, as an office program set to another country leaves them.

Such a program takes "05/06/1978" for the sixth of May, and leaves "20/05/1978", which is no date to it, as text. One
cell cannot tell; a column can.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.documents.foreign_sheet import CellValue
from app.lists.day_shapes import typed_day

#: So many cells must say it, and none the contrary. Eight real dates of the first twelve days of a month are no chance.
_TEXTS, _DATES = 2, 8
_MONTHS = 12


@dataclass(frozen=True)
class DateOrder:
    """What is the wrong way round in a column: dates typed as text, or the real dates."""

    texts: bool = False
    dates: bool = False


def date_order(cells: Iterable[CellValue]) -> DateOrder:
    """The order of a column's dates, told by all its cells together."""
    month_first = day_first = open_texts = dates = late_dates = 0
    for cell in cells:
        if isinstance(cell, date):
            dates += 1
            late_dates += cell.day > _MONTHS
        elif isinstance(cell, str) and (typed := typed_day(cell)) and typed.day and typed.month:
            month_first += typed.month_first
            day_first += typed.day > _MONTHS >= typed.month
            open_texts += typed.day <= _MONTHS and typed.month <= _MONTHS
    texts = month_first >= _TEXTS and not day_first
    turned = day_first >= _TEXTS and dates >= _DATES and not (late_dates or open_texts or month_first)
    return DateOrder(texts, turned)

"""The rows that calamine reads, as plain values from cell A1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from python_calamine import CalamineSheet

from app.documents.foreign_sheet import CellValue


def plain_rows(sheet: CalamineSheet) -> list[tuple[CellValue, ...]]:
    """The rows from row 1, from column A; calamine begins with the first column that is filled."""
    if sheet.start is None:
        return []
    lead = (None,) * sheet.start[1]
    known: dict[str, str] = {}
    return trimmed(_plain_row(row, lead, known) for row in sheet.iter_rows())


def _plain_row(row: Sequence[Any], lead: tuple[None, ...], known: dict[str, str]) -> tuple[CellValue, ...]:
    """A row of calamine as plain values: empty text is nothing, whole numbers are whole, one text is kept once."""
    plain = [
        (known.setdefault(cell, cell) if cell else None)
        if cell.__class__ is str
        else int(cell)
        if cell.__class__ is float and cell.is_integer() and -1e15 < cell < 1e15
        else cell
        for cell in row
    ]
    return (*lead, *plain)


def trimmed(rows: Iterator[tuple[CellValue, ...]]) -> list[tuple[CellValue, ...]]:
    """The rows up to the last one that holds something."""
    kept: list[tuple[CellValue, ...]] = []
    filled = 0
    for row in rows:
        kept.append(row)
        if any(value is not None for value in row):
            filled = len(kept)
    del kept[filled:]
    return kept

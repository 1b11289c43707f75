"""A sheet of somebody else's workbook as plain data, whatever format it came in. Pure standard library."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

#: What a foreign cell can hold. Times and durations occur where somebody formatted a number by mistake.
CellValue = str | int | float | bool | date | datetime | time | timedelta | None


class CellFault(StrEnum):
    """Why a cell has no value of its own; the values are the codes of the problems told for it."""

    UNCALCULATED = "formula_uncalculated"
    ERROR = "formula_error"


@dataclass(frozen=True)
class CellFonts:
    """The names of the fonts cells are shown in, where the format tells them (.xlsx, .xls).

    `runs` keeps for each column, from 0, the rows (Excel's, from 1) at which another font begins: a column in one font
    is one entry, however long it is.
    """

    runs: Mapping[int, tuple[tuple[int, str], ...]] = field(default_factory=dict)

    def at(self, row: int, column: int) -> str | None:
        """The font of a cell by Excel's row number and the column from 0; None where nothing is known."""
        runs = self.runs.get(column, ())
        before = bisect_right(runs, row, key=lambda run: run[0])
        return runs[before - 1][1] if before else None

    def names(self) -> frozenset[str]:
        """All fonts of the sheet: most sheets have none worth a second look."""
        return frozenset(name for runs in self.runs.values() for _row, name in runs)


@dataclass(frozen=True)
class ForeignSheet:
    """The values of a sheet as read; `rows[0]` is row 1. A cell with a formula has the value last calculated.

    `hidden_rows` are Excel's row numbers, `merged` areas are (first row, first column, last row, last column) in the
    positions of `rows`, `faults` are cells by position whose formula has no value, or an error for one.
    """

    title: str
    hidden: bool
    rows: list[tuple[CellValue, ...]]
    fonts: CellFonts = CellFonts()
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    faults: Mapping[tuple[int, int], CellFault] = field(default_factory=dict)

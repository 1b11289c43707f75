"""Marks of the error workbook in a list that comes back: its added sheet and its column of reasons are not read."""

from __future__ import annotations

from dataclasses import replace

from app.documents.foreign_sheet import CellValue, ForeignSheet
from app.wording.list_errors import ERRORS_SHEET, ERRORS_TITLE, REASON_HEADING

#: Headings stand near the top.
_LOOK_DOWN = 60


def is_error_sheet(sheet: ForeignSheet) -> bool:
    """Whether a sheet is the one that the program added."""
    return sheet.title == ERRORS_SHEET and bool(sheet.rows) and ERRORS_TITLE in sheet.rows[0]


def reason_place(rows: list[tuple[CellValue, ...]]) -> tuple[int, int] | None:
    """Row and column, from 0, of the heading of the reasons; None where there are none."""
    for at, row in enumerate(rows[:_LOOK_DOWN]):
        if REASON_HEADING in row:
            return at, row.index(REASON_HEADING)
    return None


def without_marks(sheet: ForeignSheet) -> ForeignSheet:
    """The sheet as the officer keeps it, without the reasons the program wrote beside his rows."""
    place = reason_place(sheet.rows)
    if place is None:
        return sheet
    first, column = place
    rows = [
        row if at < first or column >= len(row) else (*row[:column], None, *row[column + 1 :])
        for at, row in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=rows)

"""Sheets of an .xlsx or .xlsm: values by calamine, all else from the pass that checked the limits."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from app.documents.calamine_rows import plain_rows, trimmed
from app.documents.foreign_sheet import CellFault, CellValue, ForeignSheet
from app.documents.intake import parsing
from app.documents.limits import MAX_CELLS, scan_workbook
from app.documents.sheet_notes import SheetNotes, WorkbookNotes
from app.problems import Trouble

#: calamine keeps a sheet as a full rectangle: one far cell may not make it larger than this.
_MOST_IN_RECTANGLE = 2 * MAX_CELLS


def xlsx_sheets(stream: BinaryIO, name: str) -> list[ForeignSheet]:
    """All worksheets in their order. Raises `Trouble` for a file that is beyond the limits or damaged."""
    notes = scan_workbook(stream, name, with_styles=True)
    stream.seek(0)
    far = any(one.rows * one.columns > _MOST_IN_RECTANGLE for one in notes.sheets.values())
    with parsing(name):
        if not far:
            try:
                return _by_calamine(stream, notes)
            except CalamineError:
                stream.seek(0)  # what it does not understand, the slower reader may
        return _by_openpyxl(stream, name, notes)


def _by_calamine(stream: BinaryIO, notes: WorkbookNotes) -> list[ForeignSheet]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(stream.read()))
    try:
        return [
            _sheet(
                one.name,
                one.visible != SheetVisibleEnum.Visible,
                plain_rows(workbook.get_sheet_by_name(one.name)),
                notes,
            )
            for one in workbook.sheets_metadata
            if one.typ == SheetTypeEnum.WorkSheet
        ]
    finally:
        workbook.close()


def _by_openpyxl(stream: BinaryIO, name: str, notes: WorkbookNotes) -> list[ForeignSheet]:
    from openpyxl import load_workbook

    workbook = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    try:
        found = []
        for sheet in workbook.worksheets:
            # The range a sheet claims to fill may be a lie in either direction; without it the rows tell.
            sheet.reset_dimensions()
            rows = trimmed(cast(Iterator[tuple[CellValue, ...]], sheet.iter_rows(values_only=True)))
            found.append(_sheet(sheet.title, sheet.sheet_state != "visible", rows, notes))
    finally:
        workbook.close()
    if not found:
        raise Trouble("file_damaged", name=name)
    return found


def _sheet(title: str, hidden: bool, rows: list[tuple[CellValue, ...]], notes: WorkbookNotes) -> ForeignSheet:
    found = notes.of(title)
    faults = dict(_faults(found, rows))
    # A row of nothing but formulas without values is a row all the same: somebody must be told of it.
    rows += [()] * (max((row for row, _column in faults), default=-1) + 1 - len(rows))
    return ForeignSheet(
        title,
        hidden,
        rows,
        notes.fonts_of(found),
        frozenset(found.hidden_rows),
        tuple((top - 1, left - 1, bottom - 1, right - 1) for top, left, bottom, right in found.merged),
        faults,
    )


def _faults(found: SheetNotes, rows: list[tuple[CellValue, ...]]) -> Iterator[tuple[tuple[int, int], CellFault]]:
    for row, column in found.positions(found.formulas):
        if row >= len(rows) or column >= len(rows[row]) or rows[row][column] is None:
            yield (row, column), CellFault.UNCALCULATED
    for place in found.positions(found.errors):
        yield place, CellFault.ERROR

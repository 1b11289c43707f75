"""An .xlsx copy of a table that came in another format (.xls, .ods, text): its sheets, cells, merged cells, fonts."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.cell_text import to_cell
from app.documents.foreign_sheet import CellValue, ForeignSheet

_FONT = "Times New Roman"
_DATE = "dd/mm/yyyy"
_NARROW, _WIDE = 9, 45
_LOOKED_AT = 200
_LINE_HEIGHT = 17
#: A row with fewer cells is a title, a group or a signature.
_OF_A_TABLE = 3
_LINE = Side(style="thin", color="808080")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def copied_title(title: str) -> str:
    """A title fit for a sheet of a workbook: that of a text file is its name."""
    return _NOT_IN_TITLES.sub(" ", title).strip("' ")[:31] or "1"


def plain_copy(sheets: Sequence[ForeignSheet], headings: Mapping[str, int]) -> bytes:
    """The bytes of the copy; `headings` are the rows of the tables' headings by sheet. Text stays text."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in sheets:
        made = workbook.create_sheet(copied_title(sheet.title))
        _fill(made, sheet, headings.get(sheet.title))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _fill(made: Worksheet, sheet: ForeignSheet, heading: int | None) -> None:
    made.sheet_state = "hidden" if sheet.hidden else "visible"
    fonts: dict[tuple[str, bool], Font] = {}
    for number, row in enumerate(sheet.rows, start=1):
        in_table = heading is not None and number >= heading and _filled(row) >= _OF_A_TABLE
        for column, value in enumerate(row):
            if value is None and not in_table:
                continue
            cell = made.cell(number, column + 1)
            _put(cell, value)
            name = sheet.fonts.at(number, column) or _FONT
            bold = number == heading
            cell.font = fonts.setdefault((name, bold), Font(name=name, size=12, bold=bold))
            if in_table:
                cell.border = _BOX
            if bold:
                cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for top, left, bottom, right in sheet.merged:
        made.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    for number in sheet.hidden_rows:
        made.row_dimensions[number].hidden = True
    rows = [row for row in sheet.rows[heading or 0 :][:_LOOKED_AT] if _filled(row) >= _OF_A_TABLE]
    lines = 1
    for column in range(max((len(row) for row in sheet.rows), default=0)):
        width = _needed(rows, column)
        made.column_dimensions[get_column_letter(column + 1)].width = width
        headed = sheet.rows[heading - 1] if heading else ()
        lines = max(lines, 1 + len(str(headed[column] or "")) // (width - 3) if column < len(headed) else 1)
    if heading:
        made.row_dimensions[heading].height = _LINE_HEIGHT * lines


def _put(cell: Cell | MergedCell, value: CellValue) -> None:
    cell.value = to_cell(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.number_format = _DATE


def _filled(row: Sequence[CellValue]) -> int:
    return sum(1 for value in row if value is not None)


def _needed(rows: Sequence[tuple[CellValue, ...]], column: int) -> int:
    """The width most cells of a column need; one long text runs on."""
    lengths = sorted(len(str(row[column])) for row in rows if column < len(row) and row[column] is not None)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return min(max(usual + 3, _NARROW), _WIDE)

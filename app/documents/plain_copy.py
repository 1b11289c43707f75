"""An .xlsx copy of a table that came in another format (.xls, .ods, text): its sheets, cells, merged cells, fonts."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.cell_text import to_cell
from app.documents.foreign_sheet import CellValue, ForeignSheet

_FONT = "Times New Roman"
_DATE = "dd/mm/yyyy"
_NARROW, _WIDE = 6, 45
_LOOKED_AT = 200
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def copied_title(title: str) -> str:
    """A title fit for a sheet of a workbook: that of a text file is its name."""
    return _NOT_IN_TITLES.sub(" ", title).strip("' ")[:31] or "1"


def plain_copy(sheets: Sequence[ForeignSheet]) -> bytes:
    """The bytes of the copy. Text stays text; columns are as wide as their first rows need."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in sheets:
        made = workbook.create_sheet(copied_title(sheet.title))
        _fill(made, sheet)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _fill(made: Worksheet, sheet: ForeignSheet) -> None:
    made.sheet_state = "hidden" if sheet.hidden else "visible"
    fonts: dict[str, Font] = {}
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if value is None:
                continue
            cell = made.cell(number, column + 1)
            cell.value = to_cell(value) if isinstance(value, str) else value
            name = sheet.fonts.at(number, column) or _FONT
            cell.font = fonts.setdefault(name, Font(name=name, size=12))
            if isinstance(value, str):
                cell.data_type = "s"
                cell.alignment = Alignment(vertical="top", wrap_text=True)
            elif isinstance(value, date):
                cell.number_format = _DATE
    for top, left, bottom, right in sheet.merged:
        made.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    for number in sheet.hidden_rows:
        made.row_dimensions[number].hidden = True
    for column in range(max((len(row) for row in sheet.rows), default=0)):
        made.column_dimensions[get_column_letter(column + 1)].width = _needed(sheet.rows[:_LOOKED_AT], column)


def _needed(rows: Sequence[tuple[CellValue, ...]], column: int) -> int:
    """The width most cells of a column need; one long text is wrapped."""
    lengths = sorted(len(str(row[column])) for row in rows if column < len(row) and row[column] is not None)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return min(max(usual + 2, _NARROW), _WIDE)

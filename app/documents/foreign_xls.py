"""Sheets of an .xls, Excel's format before 2007: xlrd tells values, fonts, hidden rows and merged cells."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import BinaryIO

import olefile
import xlrd
from xlrd.biffh import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER, XL_CELL_TEXT, XLRDError
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.sheet import Sheet
from xlrd.xldate import XLDateError, xldate_as_datetime

from app.documents.foreign_sheet import CellFault, CellFonts, CellValue, ForeignSheet
from app.documents.intake import parsing
from app.documents.limits import MAX_CELLS, MAX_COLUMNS, MAX_SHEETS
from app.documents.sheet_notes import OLD_FONT
from app.problems import Trouble

_VISIBLE = 0
#: What the workbook is called within the file, since Excel 97 and before.
_STREAMS = ("Workbook", "Book")
_LOCKED = "encrypted"


def xls_sheets(stream: BinaryIO, name: str, password: str | None = None) -> list[ForeignSheet]:
    """All sheets in their order. Raises `Trouble` as for .xlsx, `workbook_password` where one is needed."""
    with parsing(name):
        try:
            return _sheets(stream.read(), name)
        except XLRDError as fault:
            if _LOCKED not in str(fault):
                raise Trouble("file_damaged", name=name) from fault
        except CompDocError as fault:
            raise Trouble("file_damaged", name=name) from fault
        from app.documents.foreign_password import unlocked

        stream.seek(0)
        try:
            return _sheets(unlocked(stream, name, password).read(), name)
        except (XLRDError, CompDocError) as fault:
            raise Trouble("file_password", name=name) from fault


def _workbook_stream(content: bytes) -> bytes:
    """The workbook within the compound file around it: olefile does not run in circles where its chains do."""
    if not content.startswith(olefile.MAGIC):
        return content
    with olefile.OleFileIO(content) as compound:
        name = next((one for one in _STREAMS if compound.exists(one)), _STREAMS[0])
        found: bytes = compound.openstream(name).read()
    return found


def _sheets(content: bytes, name: str) -> list[ForeignSheet]:
    with xlrd.open_workbook(
        file_contents=_workbook_stream(content),
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
        logfile=io.StringIO(),
    ) as book:
        if book.nsheets > MAX_SHEETS:
            raise Trouble("file_too_many_sheets", name=name, limit=MAX_SHEETS)
        old_fonts = any(OLD_FONT.match(font.name) for font in book.font_list)
        found = []
        cells = 0
        for number in range(book.nsheets):
            sheet = book.sheet_by_index(number)
            cells += sum(sheet.row_len(row) for row in range(sheet.nrows))
            if cells > MAX_CELLS or sheet.ncols > MAX_COLUMNS:
                raise Trouble("file_too_many_cells", name=name)
            found.append(_sheet(book, sheet, with_fonts=old_fonts))
            book.unload_sheet(number)
    return found


def _sheet(book: Book, sheet: Sheet, *, with_fonts: bool) -> ForeignSheet:
    rows: list[tuple[CellValue, ...]] = []
    faults: dict[tuple[int, int], CellFault] = {}
    filled = 0
    for row in range(sheet.nrows):
        kinds = sheet.row_types(row)
        values = sheet.row_values(row)
        rows.append(tuple(_value(kind, value, book.datemode) for kind, value in zip(kinds, values, strict=True)))
        faults.update({(row, at): CellFault.ERROR for at, kind in enumerate(kinds) if kind == XL_CELL_ERROR})
        if any(cell is not None for cell in rows[-1]):
            filled = row + 1
    return ForeignSheet(
        sheet.name,
        sheet.visibility != _VISIBLE,
        rows[:filled],
        CellFonts(dict(_fonts(book, sheet))) if with_fonts else CellFonts(),
        frozenset(row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden),
        tuple((top, left, below - 1, beside - 1) for top, below, left, beside in sheet.merged_cells),
        faults,
    )


def _value(kind: int, value: object, datemode: int) -> CellValue:
    if kind == XL_CELL_TEXT:
        return str(value) or None
    if not isinstance(value, int | float):
        return None
    if kind == XL_CELL_BOOLEAN:
        return bool(value)
    if kind == XL_CELL_DATE:
        return _moment(float(value), datemode)
    if kind == XL_CELL_NUMBER:
        return int(value) if float(value).is_integer() and abs(value) < 1e15 else float(value)
    return None


def _moment(value: float, datemode: int) -> CellValue:
    """A date, or a time where the day is missing; a number that is no date of Excel's calendar stays a number."""
    try:
        moment: datetime = xldate_as_datetime(value, 1 if datemode else 0)
    except (XLDateError, OverflowError, ValueError):
        return value
    if 0 <= value < 1:
        return moment.time()
    return moment if moment - datetime.combine(moment.date(), datetime.min.time()) > timedelta(0) else moment.date()


def _fonts(book: Book, sheet: Sheet) -> Iterator[tuple[int, tuple[tuple[int, str], ...]]]:
    runs: dict[int, list[tuple[int, str]]] = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            style = sheet.cell_xf_index(row, column)
            name = book.font_list[book.xf_list[style].font_index].name
            found = runs.setdefault(column, [])
            if not found or found[-1][1] != name:
                found.append((row + 1, name))
    yield from ((column, tuple(found)) for column, found in runs.items())

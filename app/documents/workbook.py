"""Workbooks: how ours look and how their text stays text, how foreign ones are read once they are within the limits."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from openpyxl import DEFUSEDXML, LXML, Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.cell_text import to_cell
from app.documents.foreign_sheet import CellValue
from app.documents.sample_mark import with_mark
from app.documents.saving import whole_file

if LXML or not DEFUSEDXML:
    raise ImportError("openpyxl must use defusedxml and no lxml: foreign workbooks are read with it")

_FONT = "Times New Roman"
_LINE = Side(style="thin", color="808080")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEADING_FILL = PatternFill("solid", fgColor="DDE8E3")
_LAST_CHOICE_ROW = 2_000
#: Excel's calendar begins here; its day 60 (29 February 1900) never was, so earlier days are shown as text.
_FIRST_DAY = date(1900, 3, 1)
_STARTS_LIKE_A_FORMULA = ("=", "+", "-", "@", "'")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


class Look(StrEnum):
    """How a cell looks and what it holds; the values are the names of the styles in the file."""

    TITLE = "mai_am_title"
    NOTE = "mai_am_note"
    HEADING = "mai_am_heading"
    TEXT = "mai_am_text"
    IDENTIFIER = "mai_am_identifier"
    NUMBER = "mai_am_number"
    YEAR = "mai_am_year"
    DATE = "mai_am_date"


_FORMATS = {Look.IDENTIFIER: "@", Look.NUMBER: "#,##0", Look.YEAR: "0", Look.DATE: "dd/mm/yyyy"}


@dataclass(frozen=True)
class Column:
    """A column of a table: heading, width in characters, look of its cells, the choices of its drop-down."""

    heading: str
    width: float
    look: Look = Look.TEXT
    choices: Sequence[str] = ()


def new_workbook() -> Workbook:
    """A workbook with our styles and no sheet yet."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for look in Look:
        workbook.add_named_style(_style(look))
    return workbook


def _style(look: Look) -> NamedStyle:
    style = NamedStyle(name=look.value, number_format=_FORMATS.get(look, "General"))
    style.font = Font(name=_FONT, size=14 if look is Look.TITLE else 12, bold=look in {Look.TITLE, Look.HEADING})
    if look is Look.NOTE:
        style.font = Font(name=_FONT, size=12, italic=True)
    if look is Look.HEADING:
        style.fill = _HEADING_FILL
        style.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    elif look not in {Look.TITLE, Look.NOTE}:
        style.alignment = Alignment(vertical="top", wrap_text=look is Look.TEXT)
    if look not in {Look.TITLE, Look.NOTE}:
        style.border = _BOX
    return style


def add_sheet(workbook: Workbook, title: str) -> Worksheet:
    """A sheet at the end, printed on A4 as wide as the page; its title fit for a tab (31 characters)."""
    sheet: Worksheet = workbook.create_sheet(_NOT_IN_TITLES.sub(" ", title).strip("' ")[:31] or "Trang")
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return sheet


def make_cell(sheet: Worksheet, value: CellValue, look: Look = Look.TEXT) -> Cell:
    """A cell for `sheet.append`: text as text and never a formula, ISO dates as dates, whole numbers as numbers.

    Raises `Trouble` `text_too_long`.
    """
    content, quoted, year = cell_content(value, look)
    cell = WriteOnlyCell(sheet)
    cell.style = look.value
    cell.value = content
    if isinstance(content, str):
        cell.data_type = "s"
        cell.quotePrefix = quoted
    if year:
        cell.number_format = "0"
    return cell


def cell_content(value: CellValue, look: Look) -> tuple[CellValue, bool, bool]:
    """What a cell holds for a value; whether it is marked as text, and whether it is a year alone among dates.

    Raises `Trouble` `text_too_long`.
    """
    if look is Look.DATE and isinstance(value, str):
        value = date_value(value)
    if isinstance(value, str):
        text = to_cell(value)
        return text, text.startswith(_STARTS_LIKE_A_FORMULA), False
    return value, False, look is Look.DATE and isinstance(value, int)


@lru_cache(maxsize=2_000)
def date_value(text: str) -> CellValue:
    """A record's date, `YYYY-MM-DD` or `YYYY`, as what Excel takes for a date; a year alone is its number."""
    if re.fullmatch(r"\d{4}", text):
        return int(text)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text
    day = date.fromisoformat(text)
    return day if day >= _FIRST_DAY else f"{day:%d/%m/%Y}"


def append_row(sheet: Worksheet, values: Sequence[CellValue], looks: Sequence[Look]) -> None:
    """One row below the last."""
    sheet.append([make_cell(sheet, value, look) for value, look in zip(values, looks, strict=True)])


def start_table(sheet: Worksheet, columns: Sequence[Column], *, frozen_columns: int = 0) -> None:
    """The heading row below what stands there already, with widths, drop-downs and filter, frozen with all above."""
    append_row(sheet, [column.heading for column in columns], [Look.HEADING] * len(columns))
    heading_row = sheet.max_row
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        if column.choices:
            add_drop_down(sheet, number, heading_row + 1, column.choices)
    sheet.freeze_panes = f"{get_column_letter(frozen_columns + 1)}{heading_row + 1}"
    sheet.auto_filter.ref = f"A{heading_row}:{get_column_letter(len(columns))}{heading_row}"


def add_drop_down(sheet: Worksheet, column: int, first_row: int, choices: Sequence[str]) -> None:
    """A list to choose from in a column; other values are allowed, because the reader says better what is wrong."""
    source = _choices_range(sheet, choices)
    validation = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=False)
    letter = get_column_letter(column)
    validation.add(f"{letter}{first_row}:{letter}{max(first_row, _LAST_CHOICE_ROW)}")
    sheet.add_data_validation(validation)


def _choices_range(sheet: Worksheet, choices: Sequence[str]) -> str:
    """The choices written down a column of a hidden sheet: written into the rule they may be 255 characters in all."""
    workbook = sheet.parent
    if workbook is None:
        raise ValueError("a sheet of a workbook is needed")
    title = "_lua_chon"
    if title not in workbook.sheetnames:
        workbook.create_sheet(title).sheet_state = "hidden"
    store = workbook[title]
    column = 1 if store["A1"].value is None else store.max_column + 1
    for row, choice in enumerate(choices, start=1):
        cell = store.cell(row, column, to_cell(choice))
        cell.data_type = "s"
    letter = get_column_letter(column)
    return f"{quote_sheetname(title)}!${letter}$1:${letter}${len(choices)}"


def mark_sample(workbook: Workbook) -> None:
    """While the sample office is open every sheet says so: beside its first row, and over every printed page."""
    note = with_mark("")
    for sheet in workbook.worksheets if note else ():
        sheet.print_area = sheet.print_area or sheet.dimensions
        sheet.cell(1, sheet.max_column + 2, note)
        over_pages = sheet.oddHeader
        if over_pages is not None:
            over_pages.center.text = note


def save_workbook(workbook: Workbook, path: Path, seal: Callable[[bytes], bytes] | None = None) -> None:
    """Write the workbook whole or not at all; the faults it raises are those of `whole_file`.

    `seal` locks the bytes before any of them touches the disk.
    """
    with whole_file(path) as stream:  # openpyxl writes temporary files of its own: their faults are told here too
        made = io.BytesIO()
        workbook.save(made)
        stream.write(seal(made.getvalue()) if seal else made.getvalue())

"""Draws a report as a workbook an office would send: styled, sums as formulas, headings on every printed page.

A4 on its long side. The formulas are written beside the values of `report_value`; a total is the sum of its column,
a sum of parts the sum of its cells, a share a quotient.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as BookCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.cell_text import to_cell
from app.documents.chart_book import add_charts
from app.documents.workbook import add_sheet, date_value, mark_sample, new_workbook, save_workbook
from app.reports.report_value import ORDINAL, Cell, Kind, MoneyUnit, Report, ReportColumn, ReportTable, in_unit
from app.reports.said import foot_lines, head_lines
from app.wording import reports as words

_FACE = "Times New Roman"
_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEADING = PatternFill("solid", fgColor="DDE8E3")
_TOTAL = PatternFill("solid", fgColor="EEF1F3")
_FORMATS = {
    Kind.COUNT: "#,##0;-#,##0;0",
    Kind.MONEY: "#,##0",
    Kind.AMOUNT: "#,##0.##",
    Kind.SHARE: "0.0%",
    Kind.DAY: "dd/mm/yyyy",
    Kind.TEXT: "@",
}
_LINE = 15.5
_LABEL_WIDTH, _VALUE_WIDTH = 30, 16
_NARROW_MARGIN, _MARGIN = 0.4, 0.6


@cache
def _font(size: float, bold: bool = False, italic: bool = False) -> Font:
    """Made once: a list has thousands of cells."""
    return Font(name=_FACE, size=size, bold=bold, italic=italic)


@cache
def _place(horizontal: Any, vertical: Any = "center", wrap_text: bool = False) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=wrap_text)


def report_workbook(report: Report, office: str, made_on: str) -> Workbook:
    """The workbook of a report, a sheet a table and one of charts; `office` and the day of making (ISO) stand on it."""
    workbook = new_workbook()
    for place, table in enumerate(report.tables, start=1):
        title = table.title if len(report.tables) > 1 else report.title
        sheet = add_sheet(workbook, _tab(title, place, len(report.tables)))
        _Sheet(sheet, report, table).draw(head_lines(report, table, office, made_on))
    if any(one.labels for one in report.charts):
        sheet = add_sheet(workbook, words.CHARTS)
        for letter in "ABCDEF":
            sheet.column_dimensions[letter].width = _LABEL_WIDTH if letter == "A" else _VALUE_WIDTH
        add_charts(sheet, report.charts)
    return workbook


def write_report_book(target: Path, report: Report, office: str, made_on: str) -> None:
    """Write the workbook, whole or not at all. Raises `Trouble`."""
    workbook = report_workbook(report, office, made_on)
    mark_sample(workbook)
    save_workbook(workbook, target)


def _tab(title: str, place: int, tables: int) -> str:
    number = f"{words.SHEET.format(place=place)} " if tables > 1 else ""
    return f"{number}{title}"


class _Sheet:
    """One table on one sheet; `first` and `last` are the rows of its lines."""

    def __init__(self, sheet: Worksheet, report: Report, table: ReportTable) -> None:
        self.sheet, self.report, self.table = sheet, report, table
        self.columns, self.row = table.columns, 0
        self.letters = {one.key: get_column_letter(place) for place, one in enumerate(self.columns, start=1)}
        self.first = self.last = 0
        self._looks: dict[tuple[str, bool], Any] = {}

    def draw(self, head: Sequence[tuple[str, bool]]) -> None:
        """Title lines, headings, lines, totals, notes, and how it is printed."""
        for text, strong in head:
            self._across(text, strong=strong)
        self.row += 1
        top = self.row + 1
        bottom = self._headings()
        self.first = bottom + 1
        for row in self.table.rows:
            self._line(row.cells, note=row.note)
        self.last = self.row
        if not self.table.rows:
            self._across(self.table.empty or words.NO_ROWS, strong=False)
        elif self.table.total:
            self._totals()
        self.row += 1
        for text in foot_lines(self.report):
            self._across(text, strong=False, left=True)
        self._print(top, bottom)

    def _across(self, text: str, *, strong: bool, left: bool = False) -> None:
        """A line over the whole width, as tall as its text needs."""
        self.row += 1
        cell = self.sheet.cell(self.row, 1, to_cell(text))
        cell.data_type = "s"
        cell.font = _font(size=14 if strong else 12, bold=strong, italic=not strong)
        cell.alignment = _place(horizontal="left" if left else "center", vertical="center", wrap_text=True)
        if len(self.columns) > 1:
            self.sheet.merge_cells(start_row=self.row, start_column=1, end_row=self.row, end_column=len(self.columns))
        width = sum(one.width for one in self.columns) * (0.85 if strong else 1)
        self.sheet.row_dimensions[self.row].height = _LINE * (1.2 if strong else 1) * (1 + int(len(text) / width))

    def _headings(self) -> int:
        """One or two rows of headings, groups above what they hold, and a row of column numbers."""
        grouped = any(one.group for one in self.columns)
        top = self.row + 1
        bottom = top + 1 if grouped else top
        for place, one in enumerate(self.columns, start=1):
            self.sheet.column_dimensions[get_column_letter(place)].width = one.width
            over = one.group or one.heading
            self._heading_cell(top, place, over if grouped else one.heading)
            if grouped:
                self._heading_cell(bottom, place, one.heading if one.group else "")
        if grouped:
            self._merge_groups(top, bottom)
        for row in range(top, bottom + 1):
            self.sheet.row_dimensions[row].height = self._heading_height(row == top and grouped)
        for place in range(1, len(self.columns) + 1):
            self._heading_cell(bottom + 1, place, place, size=9)
        self.row = bottom + 1
        return self.row

    def _heading_height(self, of_groups: bool) -> float:
        """As tall as the longest heading needs; a heading without a group has both rows."""
        lines = 1.0
        for one in self.columns:
            text = one.heading if not of_groups or not one.group else ""
            words_ = max((len(word) for word in text.split()), default=0)
            needed = -(-len(text) * 1.25 // max(one.width, 1)) + (1 if words_ > one.width else 0)
            lines = max(lines, needed / 2 if of_groups or not one.group else needed)
        if of_groups:
            for start, end in self._spans():
                width = sum(one.width for one in self.columns[start:end])
                lines = max(lines, -(-len(self.columns[start].group) * 1.25 // width))
        return _LINE * max(1.0, lines)

    def _spans(self) -> list[tuple[int, int]]:
        """Where groups begin and end."""
        spans, start = [], 0
        for place in range(1, len(self.columns) + 1):
            ended = place == len(self.columns) or self.columns[place].group != self.columns[start].group
            if ended:
                if self.columns[start].group:
                    spans.append((start, place))
                start = place
        return spans

    def _merge_groups(self, top: int, bottom: int) -> None:
        for start, end in self._spans():
            if end - start > 1:
                self.sheet.merge_cells(start_row=top, start_column=start + 1, end_row=top, end_column=end)
        for place, one in enumerate(self.columns, start=1):
            if not one.group:
                self.sheet.merge_cells(start_row=top, start_column=place, end_row=bottom, end_column=place)

    def _heading_cell(self, row: int, place: int, value: str | int, size: int = 10) -> None:
        cell = self.sheet.cell(row, place, value if isinstance(value, int) else to_cell(value))
        cell.font = _font(size=size, bold=size > 9, italic=size <= 9)
        cell.fill, cell.border = _HEADING, _BOX
        cell.alignment = _place(horizontal="center", vertical="center", wrap_text=True)

    def _line(self, cells: Sequence[Cell], *, note: str = "") -> None:
        self.row += 1
        lines = 1.0
        for place, (value, one) in enumerate(zip(cells, self.columns, strict=True), start=1):
            cell = self.sheet.cell(self.row, place)
            self._look(cell, one, italic=bool(note))
            formula = self._formula(one, cells)
            self._put(cell, formula or value, one.kind)
            if one.kind is Kind.TEXT and isinstance(value, str):
                lines = max(lines, sum(-(-len(part) * 1.12 // one.width) or 1 for part in value.splitlines()))
        self.sheet.row_dimensions[self.row].height = _LINE * lines + 2

    def _formula(self, column: ReportColumn, cells: Sequence[Cell]) -> str:
        """What a cell is computed from; nothing for a value of its own."""
        by_key = {one.key: value for one, value in zip(self.columns, cells, strict=True)}
        if column.parts and all(by_key.get(part) is not None for part in column.parts):
            return "=" + "+".join(f"{self.letters[part]}{self.row}" for part in column.parts)
        if column.share is not None:
            part, whole = (f"{self.letters[one]}{self.row}" for one in column.share)
            return f'=IF(N({whole})=0,"",{part}/{whole})'
        return ""

    def _totals(self) -> None:
        self.row += 1
        for place, (value, one) in enumerate(zip(self.table.total, self.columns, strict=True), start=1):
            cell = self.sheet.cell(self.row, place)
            self._look(cell, one)
            cell.font = _font(size=12, bold=True)
            cell.fill = _TOTAL
            if one.adds_up:
                letter = self.letters[one.key]
                self._put(cell, f"=SUM({letter}{self.first}:{letter}{self.last})", one.kind)
            elif one.share is not None:
                self._put(cell, self._formula(one, self.table.total), one.kind)
            else:
                self._put(cell, value, one.kind)
        self.sheet.row_dimensions[self.row].height = _LINE + 3

    def _look(self, cell: Any, column: ReportColumn, *, italic: bool = False) -> None:
        """Style a cell; the cells of a column share the style of the first, which the library would search anew."""
        known = self._looks.get((column.key, italic))
        if known is None:
            self._dress(cell, column, italic=italic)
            self._looks[column.key, italic] = cell
        else:
            cell._style = copy(known._style)  # noqa: SLF001 - styling each of many thousand cells takes ten times as long

    def _dress(self, cell: Any, column: ReportColumn, *, italic: bool) -> None:
        cell.font = _font(size=12, italic=italic)
        cell.border = _BOX
        money = self.report.unit is not MoneyUnit.DONG and column.kind is Kind.MONEY
        cell.number_format = "#,##0.###" if money else _FORMATS[column.kind]
        text = column.kind in (Kind.TEXT, Kind.DAY)
        centred = column.kind is Kind.DAY or column.key == ORDINAL
        side = "center" if centred else "left" if column.kind is Kind.TEXT else "right"
        cell.alignment = _place(horizontal=side, vertical="center", wrap_text=text)

    def _put(self, cell: BookCell | Any, value: Cell, kind: Kind) -> None:
        """A value as Excel should hold it; only what this module makes is a formula."""
        if isinstance(value, str) and value.startswith("=") and kind not in (Kind.TEXT, Kind.DAY):
            cell.value = value
        elif isinstance(value, str):
            cell.value = date_value(value) if kind is Kind.DAY else to_cell(value)
            if kind is Kind.TEXT:
                cell.data_type = "s"
        elif isinstance(value, int | Decimal):
            shown = in_unit(value, self.report.unit) if kind is Kind.MONEY else value
            cell.value = float(shown) if isinstance(shown, Decimal) else shown

    def _print(self, top: int, bottom: int) -> None:
        """Headings and the first columns on every page, page numbers, narrow margins."""
        sheet = self.sheet
        sheet.print_title_rows = f"{top}:{bottom}"
        sheet.freeze_panes = f"{get_column_letter(min(3, len(self.columns)))}{bottom + 1}"
        sheet.page_margins.left = sheet.page_margins.right = _NARROW_MARGIN
        sheet.page_margins.top = sheet.page_margins.bottom = _MARGIN
        sheet.print_options.horizontalCentered = True
        if sheet.oddFooter is not None:
            sheet.oddFooter.right.text = "&P/&N"
            sheet.oddFooter.right.font = f"{_FACE},Regular"

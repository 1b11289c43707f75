"""Puts the marks of the error workbook into an officer's list; what runs in the child process."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from app.documents.book_styles import Mark
from app.documents.foreign_reading import foreign_sheets
from app.documents.foreign_sheet import CellValue, ForeignSheet
from app.documents.intake import Kind, kind_of, opening, parsing
from app.documents.marked_book import LinkSheet, SheetMarks, marked_book
from app.documents.sheet_xml import cell_place, column_number
from app.lists.cell_texts import Row, readable
from app.lists.error_marks import is_error_sheet, reason_place
from app.wording import list_errors as words

_PLACES = re.compile(r"[A-Z]{1,3}[0-9]{1,7}")
#: Kinds of files that are marked themselves.
_OWN = frozenset({Kind.WORKBOOK, Kind.ENCRYPTED})
_WIDTHS = (7, 24, 9, 34, 70, 14)


@dataclass(frozen=True)
class CellFinding:
    """Something to correct: a cell by Excel's row and letters (None: the row as a whole), a sentence, how bad it is."""

    sheet: str
    row: int
    column: str | None
    message: str
    warning: bool

    @property
    def mark(self) -> Mark:
        """The colour of its cell."""
        return Mark.WARNING if self.warning else Mark.ERROR


@dataclass(frozen=True)
class TablePlace:
    """Where a sheet's table is: the row of its headings, and the letters of the column of names."""

    heading_row: int
    names: str


def marked_here(
    path: Path, findings: Sequence[CellFinding], tables: Mapping[str, TablePlace], password: str | None
) -> bytes:
    """The bytes of the error workbook, locked as the list is. Raises `Trouble` for a file that cannot be read."""
    made = _marked(path, findings, tables, password)
    if password is None or not stays_locked(path, password):
        return made
    from app.documents.foreign_password import locked

    return locked(made, path.name, password)


def stays_locked(path: Path, password: str | None) -> bool:
    """Whether the error workbook opens with the list's password: what nobody else may read stays so."""
    return bool(password) and kind_of(path) in (Kind.ENCRYPTED, Kind.XLS, Kind.ODS)


def _marked(
    path: Path, findings: Sequence[CellFinding], tables: Mapping[str, TablePlace], password: str | None
) -> bytes:
    found = foreign_sheets(path, password)
    old = _marked_before(found)
    sheets = [one for one in found if not is_error_sheet(one)]
    if kind_of(path) not in _OWN:
        from app.documents.plain_copy import copied_title, plain_copy

        # A copy names its sheets as a workbook may.
        sheets = [replace(one, title=copied_title(one.title)) for one in sheets]
        findings = [replace(one, sheet=copied_title(one.sheet)) for one in findings]
        tables = {copied_title(title): table for title, table in tables.items()}
    by_sheet: dict[str, list[CellFinding]] = {title: [] for title in tables}
    for one in findings:
        by_sheet[one.sheet].append(one)
    there = {sheet.title: sheet for sheet in sheets}
    marks = {title: _marks(there[title], by_sheet[title], table, old) for title, table in tables.items()}
    links = _links({title: readable(there[title]).rows for title in tables}, findings, tables)
    copy = (
        None
        if kind_of(path) in _OWN
        else plain_copy(sheets, {title: table.heading_row for title, table in tables.items()})
    )
    found, sheets, there = [], [], {}  # a large sheet is not kept while its bytes are changed
    with opening(path), path.open("rb") as stream, parsing(path):
        return marked_book(io.BytesIO(copy) if copy else _opened(stream, path, password), marks, links)


def _opened(stream: BinaryIO, path: Path, password: str | None) -> BinaryIO:
    """The officer's workbook itself, without its lock."""
    if kind_of(path) is Kind.WORKBOOK:
        return stream
    from app.documents.foreign_password import unlocked

    return unlocked(stream, path.name, password)


def _marked_before(sheets: Sequence[ForeignSheet]) -> set[tuple[str, tuple[int, int]]]:
    """Sheet and cell of each mark of an earlier round, as its sheet of links tells them."""
    found = set()
    for sheet in filter(is_error_sheet, sheets):
        for row in sheet.rows:
            title, cell = (row[1], row[2]) if len(row) > 2 else (None, None)
            if isinstance(title, str) and isinstance(cell, str) and _PLACES.fullmatch(cell):
                found.add((title, cell_place(cell)))
    return found


def _marks(
    sheet: ForeignSheet, findings: Sequence[CellFinding], table: TablePlace, old: set[tuple[str, tuple[int, int]]]
) -> SheetMarks:
    colours: dict[tuple[int, int], Mark] = {}
    texts: dict[int, tuple[str, Mark]] = {}
    for one in sorted(findings, key=lambda one: not one.warning):
        colours[one.row, column_number(one.column or table.names)] = one.mark
    for one in findings:
        before, worst = texts.get(one.row, ("", one.mark))
        texts[one.row] = (f"{before} {_reason(one)}".strip(), Mark.ERROR if Mark.ERROR in (worst, one.mark) else worst)
    place = reason_place(sheet.rows)
    return SheetMarks(
        colours=colours,
        beside=place[1] + 1 if place else _width(sheet) + 1,
        heading=(place[0] + 1 if place else table.heading_row, words.REASON_HEADING),
        texts=texts,
        cleared=frozenset(at for title, at in old if title == sheet.title),
    )


def _width(sheet: ForeignSheet) -> int:
    """The last column in which anything stands, merged cells counted whole."""
    filled = [at for row in sheet.rows for at, cell in enumerate(row, start=1) if cell is not None]
    return max([*filled, *(right + 1 for _top, _left, _bottom, right in sheet.merged)], default=0)


def _reason(one: CellFinding) -> str:
    if one.column is None:
        return words.REASON_OF_ROW.format(message=one.message)
    return words.REASON.format(cell=f"{one.column}{one.row}", message=one.message)


def _links(
    sheets: Mapping[str, list[Row]], findings: Sequence[CellFinding], tables: Mapping[str, TablePlace]
) -> LinkSheet:
    """Errors first, then warnings, each in the order of the file."""
    rows, links = [], []
    for number, one in enumerate(sorted(findings, key=lambda one: one.warning), start=1):
        cell = f"{one.column or tables[one.sheet].names}{one.row}"
        typed = _seen(sheets[one.sheet], cell)
        level = words.LOOK_AGAIN if one.warning else words.NOT_TAKEN
        rows.append((str(number), one.sheet, cell, typed, one.message, level))
        links.append((one.sheet, cell))
    notes = [note.format(reason=words.REASON_HEADING) for note in words.ERRORS_NOTES]
    return LinkSheet(words.ERRORS_SHEET, words.ERRORS_TITLE, notes, words.ERRORS_HEADINGS, _WIDTHS, rows, links, 3)


def _seen(rows: list[Row], cell: str) -> str:
    """What stands in a cell, as a person sees it."""
    row, column = cell_place(cell)
    cells = rows[row - 1] if row <= len(rows) else ()
    value: CellValue = cells[column - 1] if column <= len(cells) else None
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)

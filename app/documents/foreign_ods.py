"""Sheets of an .ods (LibreOffice): limits first, values by calamine.

A cell or row may say that it is repeated a million times, so a small file can hold any number of cells: what is filled
is counted with its repetitions before anything is read.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from app.documents.calamine_rows import plain_rows
from app.documents.foreign_sheet import CellFault, ForeignSheet
from app.documents.intake import parsing
from app.documents.limits import MAX_COLUMNS, MAX_ROWS, CellCount, inflate_all, open_archive
from app.problems import Trouble

_LISTED = "META-INF/manifest.xml"
#: A list of so many parts as a file may have is not longer.
_LONGEST_LIST = 4 * 1024 * 1024
_CELLS = ("table:table-cell", "table:covered-table-cell")
#: As far as any program counts: a larger number of empty rows or cells is somebody's trap.
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_NOT_CONTENT = ("office:annotation", "draw:frame", "office:forms", "table:shapes")


def ods_sheets(stream: BinaryIO, name: str, password: str | None = None) -> list[ForeignSheet]:
    """All sheets in their order. Raises `Trouble` as for .xlsx, `workbook_password` where one is needed."""
    stream = _unlocked(stream, name, password)
    notes = _scan(stream, name)
    stream.seek(0)
    with parsing(name):
        try:
            workbook = CalamineWorkbook.from_filelike(io.BytesIO(stream.read()))
            return [
                ForeignSheet(
                    one.name,
                    one.visible != SheetVisibleEnum.Visible,
                    plain_rows(workbook.get_sheet_by_name(one.name)),
                    hidden_rows=frozenset(found.hidden_rows),
                    merged=tuple(found.merged),
                    faults=found.faults,
                )
                for one in workbook.sheets_metadata
                if one.typ == SheetTypeEnum.WorkSheet and (found := notes.get(one.name, _Notes())) is not None
            ]
        except CalamineError as fault:
            raise Trouble("file_damaged", name=name) from fault


@dataclass
class _Notes:
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    faults: dict[tuple[int, int], CellFault] = field(default_factory=dict)


def _scan(stream: BinaryIO, name: str) -> dict[str, _Notes]:
    """Check all limits and note what calamine does not tell."""
    with open_archive(stream, name) as archive:
        content = _Content(CellCount(name))
        inflate_all(archive, name, lambda entry: content if entry.filename == "content.xml" else None)
    return content.sheets


def _unlocked(stream: BinaryIO, name: str, password: str | None) -> BinaryIO:
    """LibreOffice keeps the parts of a file with a password as noise; its list of parts says so."""
    with open_archive(stream, name) as archive:
        listed = next((one for one in archive.infolist() if one.filename == _LISTED), None)
        if listed is None:
            return stream
        with parsing(name), archive.open(listed) as opened:
            told = opened.read(_LONGEST_LIST)
        if b"encryption-data" not in told:
            return stream
        from app.documents.ods_password import unlocked_ods

        return unlocked_ods(archive, told, name, password)


class _Content:
    """Reads content.xml: counts what is filled, finds hidden rows, merged cells and formulas without a value."""

    def __init__(self, count: CellCount) -> None:
        self.sheets: dict[str, _Notes] = {}
        self._count = count
        self._notes = _Notes()
        self._row = self._rows = self._column = 0
        self._cell: Mapping[str, str] | None = None
        self._beside = 0
        self._filled = False
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def feed(self, piece: bytes) -> None:
        """Read the next piece."""
        self._parser.Parse(piece, False)

    def finish(self) -> None:
        """The part is complete."""
        try:
            self._parser.Parse(b"", True)
        except expat.ExpatError as fault:
            raise Trouble("file_damaged", name=self._count.name) from fault

    def _refuse_doctype(self, *_declaration: object) -> None:
        raise Trouble("file_hostile", name=self._count.name)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _NOT_CONTENT:
            self._beside += 1
        elif self._beside:
            return
        elif tag == "table:table":
            self._count.add_sheet()
            self._notes = self.sheets.setdefault(attributes.get("table:name", ""), _Notes())
            self._row = self._rows = 0
        elif tag == "table:table-row":
            self._start_row(attributes)
        elif tag in _CELLS:
            self._cell = attributes
            self._filled = "office:value-type" in attributes or "table:formula" in attributes
        elif tag == "text:p":
            self._filled = True

    def _end(self, tag: str) -> None:
        if tag in _NOT_CONTENT:
            self._beside -= 1
        elif tag in _CELLS and not self._beside and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row += self._rows
        self._rows = _times(attributes.get("table:number-rows-repeated"))
        self._column = 0
        if self._row + self._rows > _MOST_ROWS:
            raise Trouble("file_too_many_cells", name=self._count.name)
        if attributes.get("table:visibility") in {"collapse", "filter"} and self._row + self._rows <= MAX_ROWS:
            self._notes.hidden_rows.update(range(self._row + 1, self._row + self._rows + 1))

    def _end_cell(self, attributes: Mapping[str, str]) -> None:
        """Count the cell with its repetitions if it holds anything."""
        times = _times(attributes.get("table:number-columns-repeated"))
        if self._filled:
            if self._row + self._rows > MAX_ROWS or self._column + times > MAX_COLUMNS:
                raise Trouble("file_too_many_cells", name=self._count.name)
            self._count.add_cells(times * self._rows)
            if attributes.get("calcext:value-type") == "error":
                self._notes.faults[self._row, self._column] = CellFault.ERROR
            elif "table:formula" in attributes and "office:value-type" not in attributes:
                self._notes.faults[self._row, self._column] = CellFault.UNCALCULATED
        down, across = (_times(attributes.get(f"table:number-{one}-spanned")) for one in ("rows", "columns"))
        if down > 1 or across > 1:
            self._count.add_cells(down * across)
            self._notes.merged.append((self._row, self._column, self._row + down - 1, self._column + across - 1))
        self._column += times
        if self._column > _MOST_COLUMNS:
            raise Trouble("file_too_many_cells", name=self._count.name)


def _times(text: str | None) -> int:
    """How often a row or a cell is repeated."""
    if text is None:
        return 1
    return max(1, int(text)) if text.isdecimal() and len(text) < 10 else _MOST_ROWS + 1

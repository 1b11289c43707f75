"""What a file from outside may hold before any parser touches it. Pure standard library; runs in the child process.

A workbook is a zip of XML parts. Every part is inflated once, counted while it inflates, and read by expat as far as it
matters: no document type declaration anywhere, no more sheets, rows, columns and cells than the limits. openpyxl reads
the same bytes with the same expat, so what is counted here is what it will meet there.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Protocol
from xml.parsers import expat

from app.documents.sheet_notes import SheetNotes, WorkbookNotes
from app.problems import Trouble

MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_ENTRY_BYTES = 200 * 1024 * 1024
MAX_ARCHIVE_BYTES = 400 * 1024 * 1024
MAX_RATIO = 200
MAX_SHEETS = 60
MAX_ROWS = 200_000
MAX_COLUMNS = 300
MAX_CELLS = 5_000_000

#: A part this small can hurt nobody, however well it is packed: an empty drawing easily exceeds the ratio.
_SMALL_PART = 256 * 1024
_CHUNK = 256 * 1024
#: The list of entries: 46 bytes each, a name and some extra fields. A longer one belongs to a bomb of names.
_MAX_DIRECTORY = MAX_ENTRIES * 1024
_END_RECORD = struct.Struct("<4s4H2LH")
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ROW_NUMBER = re.compile(r"[0-9]{1,9}")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,9})")
_DIGITS = "0123456789"
#: Cells are told to the count of the whole file in portions.
_COUNTED_AT_ONCE = 1_000
#: What a workbook in Excel's binary format names its main part.
_BINARY_MAIN = "xl/workbook.bin"


def open_archive(stream: BinaryIO, name: str) -> zipfile.ZipFile:
    """Open a zip whose list of entries is within the limits; `name` is what the sentence calls the file.

    Raises `Trouble`: `file_damaged`, `file_hostile` or `file_password`.
    """
    _check_directory(stream, name)
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as fault:
        raise Trouble("file_damaged", name=name) from fault
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MAX_ENTRIES or len(set(names)) != len(names) or any(map(_leaves_the_archive, names)):
        raise Trouble("file_hostile", name=name)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Trouble("file_password", name=name)
    if any(entry.compress_type not in _PACKED for entry in entries):
        raise Trouble("file_hostile", name=name)
    return archive


def check_archive(archive: zipfile.ZipFile, name: str) -> None:
    """Inflate every entry once and count: 200 MB an entry, 400 MB in all, ratio 200.

    Raises `Trouble`: `file_too_large` or `file_damaged`.
    """
    inflate_all(archive, name, lambda _entry: None)


def check_workbook(path: Path) -> None:
    """All limits of a workbook (.xlsx, .xlsm), in one streaming pass over its parts.

    Raises `Trouble` with the sentence for the person who chose the file.
    """
    with path.open("rb") as stream:
        scan_workbook(stream, path.name)


def scan_workbook(stream: BinaryIO, name: str, *, with_styles: bool = False) -> WorkbookNotes:
    """Check all limits of a workbook and note what a reader of mere values does not tell; styles only where wanted.

    Raises `Trouble` with the sentence for the person who chose the file.
    """
    with open_archive(stream, name) as archive:
        if archive_kind(archive) != "workbook":
            raise Trouble("file_not_workbook", name=name)
        if _BINARY_MAIN in archive.namelist():
            raise Trouble("file_binary_workbook", name=name)
        count = CellCount(name)
        notes = WorkbookNotes(with_styles=with_styles)
        inflate_all(archive, name, lambda entry: _Part(entry.filename, count, notes))
        return notes


def archive_kind(archive: zipfile.ZipFile) -> str:
    """What a zip is by its entries: `workbook`, `ods` or plain `zip`."""
    names = set(archive.namelist())
    if "[Content_Types].xml" in names and any(one.startswith("xl/") for one in names):
        return "workbook"
    if {"mimetype", "content.xml"} <= names:
        return "ods"
    return "zip"


def _check_directory(stream: BinaryIO, name: str) -> None:
    """Look at the end record before zipfile reads the whole list into memory."""
    size = stream.seek(0, 2)
    tail_size = min(size, _END_RECORD.size + 0xFFFF)
    stream.seek(size - tail_size)
    tail = stream.read(tail_size)
    stream.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END_RECORD.size > len(tail):
        raise Trouble("file_damaged", name=name)
    _mark, _disk, _start, _here, entries, directory, _offset, _comment = _END_RECORD.unpack_from(tail, at)
    # 0xFFFF and 0xFFFFFFFF announce a zip64 list; no workbook of 50 MB needs one, and its numbers are not bounded here.
    if entries > MAX_ENTRIES or directory > _MAX_DIRECTORY or b"PK\x06\x07" in tail[max(0, at - 20) : at]:
        raise Trouble("file_hostile", name=name)


def _leaves_the_archive(entry: str) -> bool:
    parts = re.split(r"[/\\]", entry)
    return entry.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]


class PartReader(Protocol):
    """Reads one part of an archive while it inflates."""

    def feed(self, piece: bytes) -> None:
        """Take the next piece; expat's error means that the part is damaged."""

    def finish(self) -> None:
        """The part is complete."""


def inflate_all(archive: zipfile.ZipFile, name: str, reader_of: Callable[[zipfile.ZipInfo], PartReader | None]) -> None:
    """Inflate each entry in pieces, counting, and hand the pieces to its reader.

    Raises `Trouble`: `file_too_large`, `file_hostile` or `file_damaged`.
    """
    total = 0
    # The styles come first: they say whether the fonts of cells are worth noting.
    for entry in sorted(archive.infolist(), key=lambda entry: not entry.filename.endswith("styles.xml")):
        size = 0
        part = reader_of(entry)
        try:
            with archive.open(entry) as opened:
                while piece := opened.read(_CHUNK):
                    size += len(piece)
                    total += len(piece)
                    _check_size(entry, size, total, name)
                    if part is not None:
                        part.feed(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, expat.ExpatError) as fault:
            raise Trouble("file_damaged", name=name) from fault
        if part is not None:
            part.finish()


def _check_size(entry: zipfile.ZipInfo, size: int, total: int, name: str) -> None:
    if size > MAX_ENTRY_BYTES or total > MAX_ARCHIVE_BYTES:
        raise Trouble("file_too_large", name=name, limit=MAX_ENTRY_BYTES // 1024 // 1024)
    if size > _SMALL_PART and size > MAX_RATIO * max(entry.compress_size, 1):
        raise Trouble("file_hostile", name=name)


class CellCount:
    """What the whole workbook has been found to hold so far."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = 0
        self.strings = 0
        self.sheets = 0

    def add_cells(self, number: int) -> None:
        self.cells += number
        if self.cells > MAX_CELLS:
            raise Trouble("file_too_many_cells", name=self.name)

    def add_string(self) -> None:
        self.strings += 1
        if self.strings > MAX_CELLS:
            raise Trouble("file_too_many_cells", name=self.name)

    def add_sheet(self) -> None:
        self.sheets += 1
        if self.sheets > MAX_SHEETS:
            raise Trouble("file_too_many_sheets", name=self.name, limit=MAX_SHEETS)


class _Part:
    """Reads one part of a workbook: what its first element is decides how much of it is looked at.

    A part that is not XML (a picture) ends the reading at once; openpyxl could not read it as XML either.
    """

    def __init__(self, entry: str, count: CellCount, notes: WorkbookNotes) -> None:
        self._entry = entry
        self._must_be_xml = entry.endswith((".xml", ".rels"))
        self._count = count
        self._notes = notes
        self._sheet = SheetNotes()
        self._styled = False
        self._row = self._column = 0
        self._row_text = ""
        self._cells = 0
        self._kind: str | None = None
        self._started = False
        self._parser: expat.XMLParserType | None = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self._root
        self._wanted = True

    def feed(self, piece: bytes) -> None:
        """Read the next piece; raises expat's error for XML that is broken after its first element."""
        if self._parser is None:
            return
        try:
            self._parser.Parse(piece, False)
        except expat.ExpatError:
            if self._started or self._must_be_xml:
                raise
            self._parser = None
        if not self._wanted:
            self._parser = None

    def finish(self) -> None:
        """The part is complete."""
        if self._parser is not None and self._started:
            try:
                self._parser.Parse(b"", True)
            except expat.ExpatError as fault:
                raise Trouble("file_damaged", name=self._count.name) from fault
        self._count_cells()

    def _refuse_doctype(self, *_declaration: object) -> None:
        raise Trouble("file_hostile", name=self._count.name)

    def _root(self, tag: str, _attributes: dict[str, str]) -> None:
        self._started = True
        reader = {
            "worksheet": self._in_sheet,
            "workbook": self._in_workbook,
            "sst": self._in_strings,
            "Relationships": self._in_relations,
            "styleSheet": self._in_styles if self._notes.with_styles else None,
        }.get(_local(tag))
        self._wanted = reader is not None
        if self._parser is not None:
            self._parser.StartElementHandler = reader
            if reader == self._in_sheet:
                self._notes.sheets[self._entry] = self._sheet
                self._styled = self._notes.has_old_font()

    def _in_workbook(self, tag: str, attributes: dict[str, str]) -> None:
        if _local(tag) == "sheet":
            self._count.add_sheet()
            relation = next((value for key, value in attributes.items() if _local(key) == "id"), "")
            self._notes.titles[relation] = attributes.get("name", "")

    def _in_relations(self, tag: str, attributes: dict[str, str]) -> None:
        if _local(tag) == "Relationship" and self._entry.endswith("workbook.xml.rels"):
            self._notes.add_relation(self._entry, attributes.get("Id", ""), attributes.get("Target", ""))

    def _in_styles(self, tag: str, attributes: dict[str, str]) -> None:
        self._notes.add_style(_local(tag), attributes)

    def _in_strings(self, tag: str, _attributes: dict[str, str]) -> None:
        if _local(tag) == "si":
            self._count.add_string()

    def _in_sheet(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "v":
            return
        if ":" in tag:
            tag = _local(tag)
        if tag == "c":
            self._cell(attributes)
        elif tag == "row":
            self._new_row(attributes)
        elif tag == "f":
            if self._kind != "str":  # a formula of text may well give an empty one
                self._sheet.add_formula(self._row, self._column)
        elif tag in {"mergeCell", "hyperlink"}:
            self._count.add_cells(self._area(attributes.get("ref", ""), merged=tag == "mergeCell"))

    def _new_row(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is not None and not _ROW_NUMBER.fullmatch(reference):
            # openpyxl also takes "1e9" for a row number, and would then make a thousand million empty rows
            raise Trouble("file_damaged", name=self._count.name)
        self._row = self._row + 1 if reference is None else int(reference)
        self._row_text = str(self._row)
        self._column = 0
        self._check_place()
        self._sheet.reach(self._row, 0)
        if attributes.get("hidden") in {"1", "true"}:
            self._sheet.hidden_rows.add(self._row)

    def _cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if not reference:
            self._column += 1
            self._check_place()
            self._sheet.reach(self._row, self._column)
        else:
            letters = reference.rstrip(_DIGITS)
            column = _COLUMNS.get(letters)
            if column is not None and reference[len(letters) :] == self._row_text:
                self._column = column
                if column > self._sheet.columns:
                    self._sheet.reach(self._row, column)
            else:
                self._column, row = self._place(reference)
                if row > self._row:
                    self._row, self._row_text = row, str(row)
                self._check_place()
                self._sheet.reach(self._row, self._column)
        self._cells += 1
        if self._cells >= _COUNTED_AT_ONCE:
            self._count_cells()
        kind = self._kind = attributes.get("t")
        if kind == "e":
            self._sheet.add_error(self._row, self._column)
        if self._styled:
            self._sheet.add_style(self._row, self._column, attributes.get("s", "0"))

    def _count_cells(self) -> None:
        self._count.add_cells(self._cells)
        self._cells = 0

    def _area(self, reference: str, *, merged: bool) -> int:
        """How many cells a merged or linked range covers; a reader that is not streaming makes every one of them."""
        first, _, last = reference.partition(":")
        try:
            left, top = self._place(first)
            right, bottom = self._place(last or first)
        except Trouble:
            return 0
        if merged:
            self._sheet.add_merged(top, left, bottom, right)
        return abs(right - left + 1) * abs(bottom - top + 1)

    def _place(self, reference: str) -> tuple[int, int]:
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            raise Trouble("file_damaged", name=self._count.name)
        column = 0
        for letter in match[1].upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        return column, int(match[2])

    def _check_place(self) -> None:
        if self._row > MAX_ROWS or self._column > MAX_COLUMNS:
            raise Trouble("file_too_many_cells", name=self._count.name)


def _column_numbers() -> dict[str, int]:
    """The letters of every column within the limit."""
    letters = [chr(ord("A") + number) for number in range(26)]
    names = [*letters, *(first + second for first in letters for second in letters)]
    names += [f"{first}{name}" for first in letters[:11] for name in names[26:]]
    return {name: number for number, name in enumerate(names[:MAX_COLUMNS], start=1)}


_COLUMNS = _column_numbers()


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]

"""Writes values into cells of a workbook by changing the bytes of those cells alone.

A form comes back as it came: formats, formulas, merged cells, widths, pictures, other sheets. So it is not read and
written anew by a library, which would drop what it does not know; the elements of the cells are replaced within their
sheet. Formulas stay; the values last calculated are taken away, so that no program shows a total of before.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from app.documents.cell_text import to_cell
from app.documents.intake import parsing, read_workbook
from app.progress import Progress

CellContent = str | int | Decimal
#: Sheet title -> cell name -> value.
Edits = Mapping[str, Mapping[str, CellContent]]
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
#: What may stand before `calcPr` in a workbook's main part, in the order of the format.
_BEFORE_CALCULATION = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames",
)  # fmt: skip


def fill_cells(path: Path, edits: Edits, *, progress: Progress | None = None) -> bytes:
    """The workbook with these cells filled, made in a child process. Raises `Trouble`, `Cancelled`."""
    plain = {title: dict(cells) for title, cells in edits.items()}
    return read_workbook(filled_here, path, plain, progress=progress)


def filled_here(path: Path, edits: Edits) -> bytes:
    """The bytes of the filled workbook; for the child process."""
    made = io.BytesIO()
    with parsing(path), zipfile.ZipFile(path) as archive, zipfile.ZipFile(made, "w") as target:
        main = _main_part(archive)
        titles = dict(_sheet_parts(archive, main))
        if not titles.keys() >= set(edits):
            raise ValueError("a sheet is missing")
        parts = {part: edits.get(title, {}) for title, part in titles.items()}
        for entry in archive.infolist():
            data = archive.read(entry)
            if entry.filename in parts:
                data = _uncalculated(_with_cells(data, parts[entry.filename]))
            elif entry.filename == main:
                data = _calculating(data)
            target.writestr(entry, data, entry.compress_type)
    return made.getvalue()


# Which part of the file is which sheet


def _main_part(archive: zipfile.ZipFile) -> str:
    for kind, target, _ in _relations(archive, "_rels/.rels", ""):
        if kind == "officeDocument":
            return target
    raise ValueError("no workbook")


def _sheet_parts(archive: zipfile.ZipFile, main: str) -> Iterator[tuple[str, str]]:
    """Title and part of each sheet."""
    folder, _, name = main.rpartition("/")
    related = {key: target for _, target, key in _relations(archive, f"{folder}/_rels/{name}.rels", folder)}
    for tag in _tags(archive.read(main)):
        if tag.name == "sheet":
            key = next((value for one, value in tag.attributes.items() if one.rpartition(":")[2] == "id"), "")
            if key in related:
                yield tag.attributes.get("name", ""), related[key]


def _relations(archive: zipfile.ZipFile, part: str, folder: str) -> Iterator[tuple[str, str, str]]:
    for tag in _tags(archive.read(part)):
        if tag.name == "Relationship":
            target = tag.attributes.get("Target", "")
            absolute = target.removeprefix("/") if target.startswith("/") or not folder else f"{folder}/{target}"
            yield tag.attributes.get("Type", "").rpartition("/")[2], absolute, tag.attributes.get("Id", "")


# The elements of a part with where they stand


@dataclass
class _Tag:
    """An element: its bytes from `start` to `end`, its opening tag until `opened`; `parent` is the name above it."""

    name: str
    attributes: dict[str, str]
    start: int
    opened: int
    parent: str
    end: int = 0
    children: list[_Tag] = field(default_factory=list)


def _tags(data: bytes) -> list[_Tag]:
    """Every element of a part, in order. Raises `ValueError` for another encoding than UTF-8."""
    declared = re.match(rb"\s*(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=[\"']([^\"']+)", data)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
        raise ValueError("not UTF-8")
    found: list[_Tag] = []
    above: list[_Tag] = []
    parser = expat.ParserCreate()

    def begin(name: str, attributes: dict[str, str]) -> None:
        start = parser.CurrentByteIndex
        local = name.rpartition(":")[2]
        tag = _Tag(local, attributes, start, _end_of_tag(data, start), above[-1].name if above else "")
        if above and local in _KEPT_CHILDREN:
            above[-1].children.append(tag)
        above.append(tag)
        found.append(tag)

    def finish(_name: str) -> None:
        tag = above.pop()
        tag.end = tag.opened if _is_empty(data, tag) else _end_of_tag(data, parser.CurrentByteIndex)

    def refuse(*_declaration: Any) -> None:
        raise ValueError("a document type")

    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)
    return found


_KEPT_CHILDREN = frozenset({"row", "c", "f", "v"})


def _end_of_tag(data: bytes, start: int) -> int:
    """The byte after the tag that begins here; a ">" within a value does not end it."""
    end = data.find(b">", start)
    if end >= 0 and not data.count(b'"', start, end) % 2 and not data.count(b"'", start, end) % 2:
        return end + 1
    quote = 0
    for at in range(start, len(data)):
        byte = data[at]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == ord(">"):
            return at + 1
    raise ValueError("a tag without an end")


def _is_empty(data: bytes, tag: _Tag) -> bool:
    return data[tag.opened - 2 : tag.opened] == b"/>"


# Cells


def _with_cells(data: bytes, cells: Mapping[str, CellContent]) -> bytes:
    """The sheet with these cells; rows and cells that were not written get their place in order."""
    if not cells:
        return data
    tags = _tags(data)
    sheet = next(tag for tag in tags if tag.name == "sheetData")
    columns = [tag.attributes for tag in tags if tag.name == "col"]
    by_row: dict[int, dict[int, CellContent]] = {}
    for name, value in cells.items():
        match = _ADDRESS.fullmatch(name)
        if match is None:
            raise ValueError(name)
        by_row.setdefault(int(match[2]), {})[_number(match[1])] = value
    rows = _numbered(sheet.children)
    prefix = _prefix(data, sheet)
    splices: list[tuple[int, int, bytes]] = []
    waiting: list[bytes] = []
    for number, wanted in sorted(by_row.items()):
        row = rows.get(number)
        if row is not None:
            splices += _in_row(data, row, number, wanted, columns, prefix)
            continue
        made = b"".join(
            _cell(prefix, number, at, value, _style({}, columns, at)) for at, value in sorted(wanted.items())
        )
        made = b'<%srow r="%d">%s</%srow>' % (prefix, number, made, prefix)
        later = [tag.start for at, tag in rows.items() if at > number]
        if later:
            splices.append((min(later), min(later), made))
        else:
            waiting.append(made)
    if waiting:
        splices.append(_appended(data, sheet, waiting))
    return _spliced(data, splices)


def _in_row(
    data: bytes,
    row: _Tag,
    number: int,
    wanted: Mapping[int, CellContent],
    columns: Sequence[Mapping[str, str]],
    prefix: bytes,
) -> Iterator[tuple[int, int, bytes]]:
    there = _placed(row.children)
    waiting = []
    for at, value in sorted(wanted.items()):
        old = there.get(at)
        if old is not None:
            yield old.start, old.end, _cell(prefix, number, at, value, old.attributes.get("s"))
            continue
        made = _cell(prefix, number, at, value, _style(row.attributes, columns, at))
        later = [tag.start for place, tag in there.items() if place > at]
        if later:
            yield min(later), min(later), made
        else:
            waiting.append(made)
    if waiting:
        yield _appended(data, row, waiting)


def _appended(data: bytes, above: _Tag, made: Iterable[bytes]) -> tuple[int, int, bytes]:
    """The splice that puts elements at the end of another, which may have been empty."""
    inner = b"".join(made)
    if not _is_empty(data, above):
        closing = data.rindex(b"</", above.start, above.end)
        return closing, closing, inner
    opening = data[above.start : above.opened]
    name = re.match(rb"<([^\s/>]+)", opening)
    if name is None:
        raise ValueError("a tag without a name")
    return above.start, above.end, opening[:-2].rstrip() + b">" + inner + b"</" + name[1] + b">"


def _spliced(data: bytes, splices: Sequence[tuple[int, int, bytes]]) -> bytes:
    """The bytes with parts replaced; several insertions at one place keep their order."""
    found = []
    before = 0
    for start, end, made in sorted(splices, key=lambda one: (one[0], one[1])):
        found += [data[before:start], made]
        before = end
    return b"".join((*found, data[before:]))


def _numbered(rows: Sequence[_Tag]) -> dict[int, _Tag]:
    """Rows by number; one that does not say its number follows the one before."""
    found, number = {}, 0
    for tag in rows:
        number = int(tag.attributes.get("r", number + 1))
        found[number] = tag
    return found


def _placed(cells: Sequence[_Tag]) -> dict[int, _Tag]:
    """Cells of a row by the number of their column."""
    found, column = {}, 0
    for tag in cells:
        match = _ADDRESS.fullmatch(tag.attributes.get("r", ""))
        column = _number(match[1]) if match else column + 1
        found[column] = tag
    return found


def _style(row: Mapping[str, str], columns: Sequence[Mapping[str, str]], at: int) -> str | None:
    """The format that an empty cell has from its row or its column."""
    if row.get("customFormat") in ("1", "true"):
        return row.get("s")
    return next((one.get("style") for one in columns if int(one["min"]) <= at <= int(one["max"])), None)


def _cell(prefix: bytes, row: int, column: int, value: CellContent, style: str | None) -> bytes:
    """A cell's element; a text stands in it as text, whatever it begins with."""
    kept = f" s={quoteattr(style)}" if style else ""
    at = f'r="{_letters(column)}{row}"{kept}'
    p = prefix.decode("ascii")
    if isinstance(value, str):
        text = escape(to_cell(value))
        return f'<{p}c {at} t="inlineStr"><{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is></{p}c>'.encode()
    return f"<{p}c {at}><{p}v>{value}</{p}v></{p}c>".encode()


def _prefix(data: bytes, tag: _Tag) -> bytes:
    match = re.match(rb"<([A-Za-z0-9_.-]+:)?", data[tag.start : tag.opened])
    return (match[1] or b"") if match else b""


def _number(letters: str) -> int:
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - ord("A") + 1
    return number


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


# Formulas


def _uncalculated(data: bytes) -> bytes:
    """The sheet without the values its formulas had: not every program calculates them anew when told so."""
    if b"<f" not in data and b":f" not in data:
        return data
    splices = []
    for tag in _tags(data):
        parts = {one.name: one for one in tag.children} if tag.name == "c" else {}
        if "f" in parts and "v" in parts:
            value, opening = parts["v"], data[tag.start : tag.opened]
            splices.append((tag.start, tag.opened, re.sub(rb"\s+t=(\"[^\"]*\"|'[^']*')", b"", opening)))
            splices.append((value.start, value.end, b""))
    return _spliced(data, splices)


def _calculating(data: bytes) -> bytes:
    """The workbook's main part, saying that formulas are calculated when it is opened."""
    tags = _tags(data)
    own = next((tag for tag in tags if tag.name == "calcPr"), None)
    if own is not None:
        opening = data[own.start : own.opened]
        bare = re.sub(rb"\s+fullCalcOnLoad=(\"[^\"]*\"|'[^']*')", b"", opening)
        end = b"/>" if bare.endswith(b"/>") else b">"
        made = bare[: -len(end)].rstrip() + b' fullCalcOnLoad="1"' + end
        return data[: own.start] + made + data[own.opened :]
    before = [tag for tag in tags if tag.parent == "workbook" and tag.name in _BEFORE_CALCULATION]
    at = max(tag.end for tag in before)
    made = b'<%scalcPr fullCalcOnLoad="1"/>' % _prefix(data, before[0])
    return data[:at] + made + data[at:]

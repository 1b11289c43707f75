"""The parts of a workbook as bytes: where sheets, rows and cells stand, so that a few can be changed and all else kept.

A library that reads a workbook and writes it anew drops what it does not know; here elements are replaced in place.
For the child process: what stands in a part is found, never trusted. Rows and columns count from 1.
"""

from __future__ import annotations

import re
import zipfile
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from app.documents.cell_text import to_cell

CellContent = str | int | Decimal
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def main_part(archive: zipfile.ZipFile) -> str:
    """The part that names the sheets. Raises `ValueError` where there is none."""
    for kind, target, _ in relations(archive, "_rels/.rels", ""):
        if kind == "officeDocument":
            return target
    raise ValueError("no workbook")


def sheet_parts(archive: zipfile.ZipFile, main: str) -> Iterator[tuple[str, str]]:
    """Title and part of each sheet."""
    folder, _, name = main.rpartition("/")
    related = {key: target for _, target, key in relations(archive, f"{folder}/_rels/{name}.rels", folder)}
    for tag in tags_of(archive.read(main)):
        if tag.name == "sheet":
            key = next((value for one, value in tag.attributes.items() if one.rpartition(":")[2] == "id"), "")
            if key in related:
                yield tag.attributes.get("name", ""), related[key]


def relations(archive: zipfile.ZipFile, part: str, folder: str) -> Iterator[tuple[str, str, str]]:
    """Kind, absolute part and id of each relation of a part that lies in `folder`."""
    for tag in tags_of(archive.read(part)):
        if tag.name == "Relationship":
            target = tag.attributes.get("Target", "")
            absolute = target.removeprefix("/") if target.startswith("/") or not folder else f"{folder}/{target}"
            yield tag.attributes.get("Type", "").rpartition("/")[2], absolute, tag.attributes.get("Id", "")


@dataclass(frozen=True)
class CellEdit:
    """What becomes of a cell: another value, another format (a number of the workbook's formats), or both."""

    value: CellContent | None = None
    style: str | None = None


@dataclass
class Tag:
    """An element: its bytes from `start` to `end`, its opening tag until `opened`; `parent` is the name above it."""

    name: str
    attributes: dict[str, str]
    start: int
    opened: int
    parent: str
    end: int = 0
    children: list[Tag] = field(default_factory=list)


def tags_of(data: bytes, rows: Collection[int] | None = None) -> list[Tag]:
    """Every element of a part, in order; of a sheet only the cells of these rows, where `rows` are given.

    Raises `ValueError` for another encoding than UTF-8.
    """
    declared = re.match(rb"\s*(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=[\"']([^\"']+)", data)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii")):
        raise ValueError("not UTF-8")
    found: list[Tag] = []
    above: list[Tag | None] = []
    parser = expat.ParserCreate()
    row = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal row
        start = parser.CurrentByteIndex
        local = name.rpartition(":")[2]
        holder = above[-1] if above else None
        if local == "row":
            row = int(attributes.get("r", row + 1))
        elif above and (holder is None or (holder.name == "row" and rows is not None and row not in rows)):
            above.append(None)
            return
        tag = Tag(local, attributes, start, _end_of_tag(data, start), holder.name if holder else "")
        if holder and local in _KEPT_CHILDREN:
            holder.children.append(tag)
        above.append(tag)
        found.append(tag)

    def finish(_name: str) -> None:
        tag = above.pop()
        if tag is not None:
            tag.end = tag.opened if is_empty(data, tag) else _end_of_tag(data, parser.CurrentByteIndex)

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


def is_empty(data: bytes, tag: Tag) -> bool:
    """Whether an element has no closing tag."""
    return data[tag.opened - 2 : tag.opened] == b"/>"


def appended(data: bytes, above: Tag, made: Iterable[bytes]) -> tuple[int, int, bytes]:
    """The splice that puts elements at the end of another, which may have been empty."""
    inner = b"".join(made)
    if not is_empty(data, above):
        closing = data.rindex(b"</", above.start, above.end)
        return closing, closing, inner
    opening = data[above.start : above.opened]
    name = re.match(rb"<([^\s/>]+)", opening)
    if name is None:
        raise ValueError("a tag without a name")
    return above.start, above.end, opening[:-2].rstrip() + b">" + inner + b"</" + name[1] + b">"


def spliced(data: bytes, splices: Sequence[tuple[int, int, bytes]]) -> bytes:
    """The bytes with parts replaced; several insertions at one place keep their order."""
    found = []
    before = 0
    for start, end, made in sorted(splices, key=lambda one: (one[0], one[1])):
        found += [data[before:start], made]
        before = end
    return b"".join((*found, data[before:]))


def rows_by_number(rows: Sequence[Tag]) -> dict[int, Tag]:
    """Rows by number; one that does not say its number follows the one before."""
    found, number = {}, 0
    for tag in rows:
        number = int(tag.attributes.get("r", number + 1))
        found[number] = tag
    return found


def cells_by_column(cells: Sequence[Tag]) -> dict[int, Tag]:
    """Cells of a row by the number of their column."""
    found, column = {}, 0
    for tag in cells:
        match = _ADDRESS.fullmatch(tag.attributes.get("r", ""))
        column = column_number(match[1]) if match else column + 1
        found[column] = tag
    return found


def style_of_empty(row: Mapping[str, str], columns: Sequence[Mapping[str, str]], at: int) -> str | None:
    """The format that an empty cell has from its row or its column."""
    if row.get("customFormat") in ("1", "true"):
        return row.get("s")
    return next((one.get("style") for one in columns if int(one["min"]) <= at <= int(one["max"])), None)


def with_cells(data: bytes, cells: Mapping[tuple[int, int], CellEdit]) -> bytes:
    """The sheet with these cells, by row and column; rows and cells that were not written get their place in order."""
    if not cells:
        return data
    by_row: dict[int, dict[int, CellEdit]] = {}
    for (row, column), edit in cells.items():
        by_row.setdefault(row, {})[column] = edit
    tags = tags_of(data, by_row.keys())
    sheet = next(tag for tag in tags if tag.name == "sheetData")
    columns = [tag.attributes for tag in tags if tag.name == "col"]
    rows = rows_by_number(sheet.children)
    numbers = sorted(rows)
    splices: list[tuple[int, int, bytes]] = []
    waiting: list[bytes] = []
    for number, wanted in sorted(by_row.items()):
        there = rows.get(number)
        if there is not None:
            splices += _in_row(data, there, number, wanted, columns)
            continue
        made = _new_row(prefix_of(data, sheet), number, wanted, columns)
        later = bisect_right(numbers, number)
        if later < len(numbers):
            at = rows[numbers[later]].start
            splices.append((at, at, made))
        else:
            waiting.append(made)
    if waiting:
        splices.append(appended(data, sheet, waiting))
    return spliced(data, splices)


def _new_row(prefix: bytes, number: int, wanted: Mapping[int, CellEdit], columns: Sequence[Mapping[str, str]]) -> bytes:
    made = b"".join(
        _cell(prefix, number, at, edit, style_of_empty({}, columns, at)) for at, edit in sorted(wanted.items())
    )
    return b'<%srow r="%d">%s</%srow>' % (prefix, number, made, prefix)


def _in_row(
    data: bytes, row: Tag, number: int, wanted: Mapping[int, CellEdit], columns: Sequence[Mapping[str, str]]
) -> Iterator[tuple[int, int, bytes]]:
    there = cells_by_column(row.children)
    prefix = prefix_of(data, row)
    waiting = []
    for at, edit in sorted(wanted.items()):
        old = there.get(at)
        if old is not None:
            yield _changed(data, old, number, at, edit)
            continue
        made = _cell(prefix, number, at, edit, style_of_empty(row.attributes, columns, at))
        later = [tag.start for place, tag in there.items() if place > at]
        if later:
            yield min(later), min(later), made
        else:
            waiting.append(made)
    if waiting:
        yield appended(data, row, waiting)


def _changed(data: bytes, old: Tag, row: int, column: int, edit: CellEdit) -> tuple[int, int, bytes]:
    """The splice for a cell that is there: another value, or the same in another format."""
    if edit.value is not None:
        return old.start, old.end, _cell(prefix_of(data, old), row, column, edit, old.attributes.get("s"))
    opening = re.sub(rb"\s+s=(\"[^\"]*\"|'[^']*')", b"", data[old.start : old.opened])
    name = re.match(rb"<[^\s/>]+", opening)
    if name is None or edit.style is None:
        return old.start, old.opened, data[old.start : old.opened]
    return old.start, old.opened, b'%s s="%s"%s' % (name[0], edit.style.encode(), opening[name.end() :])


def _cell(prefix: bytes, row: int, column: int, edit: CellEdit, style: str | None) -> bytes:
    """A cell's element; a text stands in it as text, whatever it begins with."""
    kept = edit.style or style
    at = f'r="{letters_of(column)}{row}"' + (f" s={quoteattr(kept)}" if kept else "")
    p = prefix.decode("ascii")
    if edit.value is None:
        return f"<{p}c {at}/>".encode()
    if isinstance(edit.value, str):
        text = escape(to_cell(edit.value))
        return f'<{p}c {at} t="inlineStr"><{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is></{p}c>'.encode()
    return f"<{p}c {at}><{p}v>{edit.value}</{p}v></{p}c>".encode()


def cell_place(name: str) -> tuple[int, int]:
    """Row and column of "B7". Raises `ValueError`."""
    match = _ADDRESS.fullmatch(name)
    if match is None:
        raise ValueError(name)
    return int(match[2]), column_number(match[1])


def prefix_of(data: bytes, tag: Tag) -> bytes:
    """The prefix of an element's name with its colon; empty where it has none."""
    match = re.match(rb"<([A-Za-z0-9_.-]+:)?", data[tag.start : tag.opened])
    return (match[1] or b"") if match else b""


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - ord("A") + 1
    return number


def letters_of(number: int) -> str:
    """A for 1, AA for 27."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text

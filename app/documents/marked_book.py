"""A workbook of somebody's own with marks in it: cells coloured, texts in a column beside, a sheet of links at its end.

Everything else stays as it came, byte for byte: formats, formulas, pictures, merged cells, widths. Marks of an earlier
round are taken away first. For the child process.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from app.documents.book_styles import BookStyles, Mark
from app.documents.cell_text import to_cell
from app.documents.sheet_xml import (
    CellEdit,
    Tag,
    cells_by_column,
    is_empty,
    letters_of,
    main_part,
    prefix_of,
    rows_by_number,
    sheet_parts,
    spliced,
    tags_of,
    with_cells,
)

Place = tuple[int, int]
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_NO_MACROS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
#: What may stand before `cols` in a sheet, in the order of the format.
_BEFORE_COLUMNS = ("sheetPr", "dimension", "sheetViews", "sheetFormatPr")
_ROWS = re.compile(rb"<([A-Za-z0-9_.-]+:)?sheetData[\s/>]")
_BESIDE_WIDTH = 48
#: Height of a line of text in points.
_LINE = 18


@dataclass(frozen=True)
class SheetMarks:
    """The marks of a sheet by row and column (from 1): colours, and the texts of the column beside the table.

    `heading` is the row and the text of that column's heading. `cleared` are cells that were marked in an earlier
    round: their colour, and the texts beside them, go.
    """

    colours: Mapping[Place, Mark]
    beside: int
    heading: tuple[int, str]
    texts: Mapping[int, tuple[str, Mark]]
    cleared: frozenset[Place] = frozenset()


@dataclass(frozen=True)
class LinkSheet:
    """The sheet of links: its name, a title and notes above, headings, rows of texts.

    `links` lead from each row to a sheet's cell and stand in column `link_column` (from 1); `widths` are in characters.
    """

    name: str
    title: str
    notes: Sequence[str]
    headings: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[str]]
    links: Sequence[tuple[str, str]]
    link_column: int


def marked_book(source: BinaryIO, sheets: Mapping[str, SheetMarks], links: LinkSheet) -> bytes:
    """The workbook with these marks, as .xlsx without macros. Raises what `PARSER_FAULTS` names for a damaged file."""
    made = io.BytesIO()
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        book = _Book(archive)
        for name, data in book.parts(sheets, links):
            target.writestr(name, data)
    return made.getvalue()


class _Book:
    """The parts of one workbook while they are changed."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._main = main_part(archive)
        self._titles = dict(sheet_parts(archive, self._main))
        self._folder, _, name = self._main.rpartition("/")
        self._relations = f"{self._folder}/_rels/{name}.rels".lstrip("/")
        self._changed: dict[str, bytes] = {}

    def parts(self, sheets: Mapping[str, SheetMarks], links: LinkSheet) -> list[tuple[str, bytes]]:
        """All parts with their new bytes, in the order of the file; new ones at its end."""
        styles_part = next(name for name in self._archive.namelist() if name.lower().endswith("/styles.xml"))
        styles = BookStyles(self._archive.read(styles_part))
        for title, marks in sheets.items():
            part = self._titles[title]
            self._changed[part] = _marked(self._archive.read(part), marks, styles)
        self._put_links(links, styles)
        self._changed[styles_part] = styles.written()
        self._without_macros()
        dropped = {name for name in self._archive.namelist() if name.lower().endswith("vbaproject.bin")}
        kept = [name for name in self._archive.namelist() if name not in dropped and not name.endswith("/")]
        parts = [(name, self._changed.pop(name, None)) for name in kept]
        found = [(name, self._archive.read(name) if data is None else data) for name, data in parts]
        return [*found, *self._changed.items()]

    def _read(self, name: str) -> bytes:
        return self._changed[name] if name in self._changed else self._archive.read(name)

    def _put_links(self, links: LinkSheet, styles: BookStyles) -> None:
        """The sheet of links: in place of the one of an earlier round, else at the end."""
        data = _link_sheet(links, styles)
        if links.name in self._titles:
            self._changed[self._titles[links.name]] = data
            return
        number = 1 + max(
            (int(one) for one in re.findall(r"sheet(\d+)\.xml", " ".join(self._archive.namelist()))), default=0
        )
        part = f"{self._folder}/worksheets/sheet{number}.xml".lstrip("/")
        self._changed[part] = data
        key = self._relate(part)
        self._name(links.name, key)
        self._declare(part)

    def _relate(self, part: str) -> str:
        """A relation from the workbook to a new part, of the kind the other sheets have."""
        data = self._read(self._relations)
        tags = [tag for tag in tags_of(data) if tag.name == "Relationship"]
        kind = next(tag.attributes["Type"] for tag in tags if tag.attributes["Type"].endswith("/worksheet"))
        used = {tag.attributes.get("Id") for tag in tags}
        key = next(f"rIdList{number}" for number in range(1, len(used) + 2) if f"rIdList{number}" not in used)
        made = f'<Relationship Id="{key}" Type={quoteattr(kind)} Target="/{part}"/>'.encode()
        self._changed[self._relations] = _at_end(data, tags_of(data)[0], made)
        return key

    def _name(self, title: str, key: str) -> None:
        data = self._read(self._main)
        tags = tags_of(data)
        sheets = [tag for tag in tags if tag.name == "sheet"]
        number = 1 + max(int(tag.attributes.get("sheetId", 0)) for tag in sheets)
        link = next(name for name in sheets[0].attributes if name.rpartition(":")[2] == "id" and name != "sheetId")
        prefix = prefix_of(data, sheets[0]).decode()
        # Some programs declare the prefix of the link at each sheet, others once above.
        declared = f"xmlns:{link.partition(':')[0]}"
        if declared in sheets[0].attributes:
            link = f"{declared}={quoteattr(sheets[0].attributes[declared])} {link}"
        made = f'<{prefix}sheet name={quoteattr(title)} sheetId="{number}" {link}="{key}"/>'.encode()
        self._changed[self._main] = _at_end(data, next(tag for tag in tags if tag.name == "sheets"), made)

    def _declare(self, part: str) -> None:
        name = "[Content_Types].xml"
        data = self._read(name)
        root = tags_of(data)[0]
        prefix = prefix_of(data, root).decode()
        made = f'<{prefix}Override PartName="/{part}" ContentType="{_SHEET_TYPE}"/>'.encode()
        self._changed[name] = _at_end(data, root, made)

    def _without_macros(self) -> None:
        """A workbook named .xlsx that claims to hold macros is refused by Excel."""
        name = "[Content_Types].xml"
        data = self._read(name)
        if _MACROS.encode() not in data:
            return
        data = data.replace(_MACROS.encode(), _NO_MACROS.encode())
        self._changed[name] = _without(data, lambda tag: "vbaproject" in tag.attributes.get("PartName", "").lower())
        relations = self._read(self._relations)
        self._changed[self._relations] = _without(relations, lambda tag: "vbaProject" in tag.attributes.get("Type", ""))


def _without(data: bytes, unwanted: Callable[[Tag], bool]) -> bytes:
    return spliced(data, [(tag.start, tag.end, b"") for tag in tags_of(data, ()) if unwanted(tag)])


def _at_end(data: bytes, above: Tag, made: bytes) -> bytes:
    closing = data.rindex(b"</", above.start, above.end)
    return data[:closing] + made + data[closing:]


# One sheet


def _marked(data: bytes, marks: SheetMarks, styles: BookStyles) -> bytes:
    """The sheet with its marks. Its claimed extent goes, which the column beside would make a lie."""
    edits: dict[Place, CellEdit] = {}
    old_styles = _styles_there(data, {*marks.colours, *marks.cleared})
    for place in marks.cleared - marks.colours.keys():
        edits[place] = CellEdit(style=styles.unmarked(old_styles.get(place)))
    for place, mark in marks.colours.items():
        edits[place] = CellEdit(style=styles.marked(old_styles.get(place), mark))
    for row in {row for row, _column in marks.cleared} - marks.texts.keys():
        edits[row, marks.beside] = CellEdit(value="")
    for row, (text, mark) in marks.texts.items():
        edits[row, marks.beside] = CellEdit(to_cell(text), styles.beside(mark))
    edits[marks.heading[0], marks.beside] = CellEdit(marks.heading[1], styles.heading())
    made = with_cells(data, edits)
    begins = _ROWS.search(made)
    if begins is None:
        raise ValueError("a sheet without rows")
    # Only what stands before the rows is read again, closed as if the sheet ended there.
    head, closing = made[: begins.start()], b"</%sworksheet>" % (begins[1] or b"")
    head = _wide_enough(_without(head + closing, lambda tag: tag.name == "dimension"), marks.beside)
    return head[: -len(closing)] + made[begins.start() :]


def _styles_there(data: bytes, places: set[Place]) -> dict[Place, str]:
    """The formats of these cells: their own, else that of their row or column."""
    wanted = {row for row, _column in places}
    tags = tags_of(data, wanted)
    columns = [tag.attributes for tag in tags if tag.name == "col"]
    sheet = next(tag for tag in tags if tag.name == "sheetData")
    found: dict[Place, str] = {}
    rows = {number: tag for number, tag in rows_by_number(sheet.children).items() if number in wanted}
    cells = {number: cells_by_column(tag.children) for number, tag in rows.items()}
    for row, column in places:
        cell = cells.get(row, {}).get(column)
        style = cell.attributes.get("s") if cell else rows[row].attributes.get("s") if row in rows else None
        if cell is None and style is None:
            style = next((one.get("style") for one in columns if int(one["min"]) <= column <= int(one["max"])), None)
        if style:
            found[row, column] = style
    return found


def _wide_enough(data: bytes, column: int) -> bytes:
    """The sheet with a visible column of reading width; columns told together with it keep their own."""
    tags = tags_of(data, ())
    told = next((tag for tag in tags if tag.name == "cols"), None)
    prefix = prefix_of(data, tags[0]).decode()
    own = f'<{prefix}col min="{column}" max="{column}" width="{_BESIDE_WIDTH}" customWidth="1"/>'
    if told is None or is_empty(data, told):
        before = [tag for tag in tags if tag.parent == "worksheet" and tag.name in _BEFORE_COLUMNS]
        at = before[-1].end if before else tags[0].opened
        end = told.end if told is not None else at
        return data[:at] + f"<{prefix}cols>{own}</{prefix}cols>".encode() + data[end:]
    made: list[tuple[int, str]] = [(column, own)]
    for tag in (one for one in tags if one.name == "col" and one.parent == "cols"):
        first, last = int(tag.attributes["min"]), int(tag.attributes["max"])
        for low, high in ((first, min(last, column - 1)), (max(first, column + 1), last)):
            if low <= high:
                kept = {**tag.attributes, "min": str(low), "max": str(high)}
                text = " ".join(f"{name}={quoteattr(value)}" for name, value in kept.items())
                made.append((low, f"<{prefix}col {text}/>"))
    inner = "".join(text for _low, text in sorted(made)).encode()
    closing = data.rindex(b"</", told.start, told.end)
    return data[: told.opened] + inner + data[closing:]


# The sheet of links


def _link_sheet(links: LinkSheet, styles: BookStyles) -> bytes:
    """A sheet of its own, written from nothing: notes, headings, rows, a link in each."""
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(links.widths, start=1)
    )
    rows = [_text_row(1, [links.title], styles.title(), height=_LINE + 6)]
    rows += [_text_row(at, [note], styles.note()) for at, note in enumerate(links.notes, start=2)]
    heading = len(links.notes) + 2
    rows.append(_text_row(heading, links.headings, styles.heading()))
    linked = []
    for at, (texts, (sheet, cell)) in enumerate(zip(links.rows, links.links, strict=True), start=heading + 1):
        lines = max(1 + len(text) // (width - 4) for text, width in zip(texts, links.widths, strict=True))
        rows.append(_text_row(at, texts, styles.text(), {links.link_column: styles.link()}, lines * _LINE))
        place = quoteattr("'" + sheet.replace("'", "''") + f"'!{cell}")
        linked.append(
            f'<hyperlink ref="{letters_of(links.link_column)}{at}" location={place} display={quoteattr(cell)}/>'
        )
    hyperlinks = f"<hyperlinks>{''.join(linked)}</hyperlinks>" if linked else ""
    view = (
        f'<sheetViews><sheetView workbookViewId="0"><pane ySplit="{heading}" topLeftCell="A{heading + 1}" '
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{_SPREADSHEET}">{view}<cols>{widths}</cols><sheetData>{"".join(rows)}</sheetData>'
        f"{hyperlinks}</worksheet>"
    ).encode()


def _text_row(
    row: int, texts: Sequence[str], style: str, other: Mapping[int, str] | None = None, height: int = _LINE
) -> str:
    cells = "".join(
        f'<c r="{letters_of(at)}{row}" s="{(other or {}).get(at, style)}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(to_cell(text))}</t></is></c>"
        for at, text in enumerate(texts, start=1)
    )
    return f'<row r="{row}" ht="{height}" customHeight="1">{cells}</row>'

"""Writes values into cells of a workbook by changing the bytes of those cells alone.

A form comes back as it came: formats, formulas, merged cells, widths, pictures, other sheets. So it is not read and
written anew by a library, which would drop what it does not know; the elements of the cells are replaced within their
sheet. Formulas stay; the values last calculated are taken away, so that no program shows a total of before.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from app.documents.intake import parsing, read_workbook
from app.documents.sheet_xml import (
    CellContent,
    CellEdit,
    cell_place,
    main_part,
    prefix_of,
    sheet_parts,
    spliced,
    tags_of,
    with_cells,
)
from app.progress import Progress

#: Sheet title -> cell name -> value.
Edits = Mapping[str, Mapping[str, CellContent]]
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
        main = main_part(archive)
        titles = dict(sheet_parts(archive, main))
        if not titles.keys() >= set(edits):
            raise ValueError("a sheet is missing")
        parts = {part: edits.get(title, {}) for title, part in titles.items()}
        for entry in archive.infolist():
            data = archive.read(entry)
            if entry.filename in parts:
                data = _uncalculated(with_cells(data, _by_place(parts[entry.filename])))
            elif entry.filename == main:
                data = _calculating(data)
            target.writestr(entry, data, entry.compress_type)
    return made.getvalue()


def _by_place(cells: Mapping[str, CellContent]) -> dict[tuple[int, int], CellEdit]:
    """The values by row and column instead of by the names of their cells."""
    return {cell_place(name): CellEdit(value) for name, value in cells.items()}


# Formulas


def _uncalculated(data: bytes) -> bytes:
    """The sheet without the values its formulas had: not every program calculates them anew when told so."""
    if b"<f" not in data and b":f" not in data:
        return data
    splices = []
    for tag in tags_of(data):
        parts = {one.name: one for one in tag.children} if tag.name == "c" else {}
        if "f" in parts and "v" in parts:
            value, opening = parts["v"], data[tag.start : tag.opened]
            splices.append((tag.start, tag.opened, re.sub(rb"\s+t=(\"[^\"]*\"|'[^']*')", b"", opening)))
            splices.append((value.start, value.end, b""))
    return spliced(data, splices)


def _calculating(data: bytes) -> bytes:
    """The workbook's main part, saying that formulas are calculated when it is opened."""
    tags = tags_of(data)
    own = next((tag for tag in tags if tag.name == "calcPr"), None)
    if own is not None:
        opening = data[own.start : own.opened]
        bare = re.sub(rb"\s+fullCalcOnLoad=(\"[^\"]*\"|'[^']*')", b"", opening)
        end = b"/>" if bare.endswith(b"/>") else b">"
        made = bare[: -len(end)].rstrip() + b' fullCalcOnLoad="1"' + end
        return data[: own.start] + made + data[own.opened :]
    before = [tag for tag in tags if tag.parent == "workbook" and tag.name in _BEFORE_CALCULATION]
    at = max(tag.end for tag in before)
    made = b'<%scalcPr fullCalcOnLoad="1"/>' % prefix_of(data, before[0])
    return data[:at] + made + data[at:]

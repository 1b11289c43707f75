"""What the pass over a workbook's parts notes for its reader: fonts, hidden rows, merged cells, formulas, extent.

Readers of values do not tell these. Rows and columns count from 1 here, as in the file.
"""

from __future__ import annotations

import posixpath
import re
from array import array
from dataclasses import dataclass, field

from app.documents.foreign_sheet import CellFonts

#: Fonts of the old Vietnamese encodings begin so.
OLD_FONT = re.compile(r"\.vn|vni(?:[- ]|$)", re.IGNORECASE)
#: A place in one number: the column is below this.
_WIDTH = 1 << 14
_MOST_MERGED = 50_000


@dataclass
class SheetNotes:
    """One sheet: `rows` and `columns` are how far its cells reach."""

    rows: int = 0
    columns: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: array[int] = field(default_factory=lambda: array("L"))
    errors: array[int] = field(default_factory=lambda: array("L"))
    styles: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def reach(self, row: int, column: int) -> None:
        """Note how far the sheet reaches."""
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column)

    def add_formula(self, row: int, column: int) -> None:
        """Note a cell with a formula that should give a value."""
        self.formulas.append(row * _WIDTH + column)

    def add_error(self, row: int, column: int) -> None:
        """Note a cell that shows an error."""
        self.errors.append(row * _WIDTH + column)

    def add_merged(self, top: int, left: int, bottom: int, right: int) -> None:
        """Note an area shown as one cell."""
        if len(self.merged) < _MOST_MERGED:
            self.merged.append((top, left, bottom, right))

    def add_style(self, row: int, column: int, style: str) -> None:
        """Note the style of a cell where it differs from the one above it."""
        runs = self.styles.get(column)
        if runs is None:
            self.styles[column] = [(row, style)]
        elif runs[-1][1] != style:
            runs.append((row, style))

    def positions(self, places: array[int]) -> list[tuple[int, int]]:
        """Noted places as positions from 0."""
        return [(place // _WIDTH - 1, place % _WIDTH - 1) for place in places]


@dataclass
class WorkbookNotes:
    """All sheets of a workbook by the part they stand in, and what leads from a title to its part."""

    with_styles: bool = False
    sheets: dict[str, SheetNotes] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    relations: dict[str, str] = field(default_factory=dict)
    font_names: list[str] = field(default_factory=list)
    style_fonts: list[int] = field(default_factory=list)
    _within: str = ""

    def add_relation(self, entry: str, relation: str, target: str) -> None:
        """Note which part a relation of the workbook leads to."""
        folder = posixpath.dirname(posixpath.dirname(entry))
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        self.relations[relation] = path

    def add_style(self, tag: str, attributes: dict[str, str]) -> None:
        """Read an element of the styles: the fonts, and which font each style of cells has."""
        if tag in {"fonts", "cellXfs", "cellStyleXfs", "dxfs", "fills"}:
            self._within = tag
        elif tag == "font" and self._within == "fonts":
            self.font_names.append("")
        elif tag in {"name", "rFont"} and self._within == "fonts" and self.font_names:
            self.font_names[-1] = attributes.get("val", "")
        elif tag == "xf" and self._within == "cellXfs":
            font = attributes.get("fontId", "0")
            self.style_fonts.append(int(font) if font.isdecimal() else 0)

    def has_old_font(self) -> bool:
        """Whether a font of an old encoding occurs: only then the styles of cells are noted."""
        return any(OLD_FONT.match(name) for name in self.font_names)

    def of(self, title: str) -> SheetNotes:
        """The notes of the sheet with this title; empty ones where the workbook's parts do not lead to it."""
        for relation, named in self.titles.items():
            if named == title:
                return self.sheets.get(self.relations.get(relation, ""), SheetNotes())
        return SheetNotes()

    def fonts_of(self, notes: SheetNotes) -> CellFonts:
        """The fonts of a sheet's cells; none are told where the workbook has no font of an old encoding."""
        runs: dict[int, tuple[tuple[int, str], ...]] = {}
        for column, styled in notes.styles.items():
            found: list[tuple[int, str]] = []
            for row, style in styled:
                name = self._font(style)
                if not found or found[-1][1] != name:
                    found.append((row, name))
            runs[column - 1] = tuple(found)
        return CellFonts(runs)

    def _font(self, style: str) -> str:
        number = int(style) if style.isdecimal() else 0
        font = self.style_fonts[number] if number < len(self.style_fonts) else 0
        return self.font_names[font] if font < len(self.font_names) else ""

"""Tables in a .docx: ruled ones with their headings on every page, and grids without rules for blocks side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document as Docx
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph

from app.documents.docx_text import WIDTH, put_text, reckoned, underline
from app.documents.parts import Align
from app.documents.text_paper import Table

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_SIZE = 12
_AROUND = 2.0  # above and below a cell's text, in points
_PADDING = 11.0  # of a cell without rules, both sides, in points
_RULED, _SMALL = 60, 30  # of a cell with rules and of one with small letters, each side, in twentieths of a point


@dataclass(frozen=True)
class Cell:
    """A line within a cell. `underlined`: a rule below, as a share of the text's length; `above` in points."""

    text: str
    size: float = 13
    bold: bool = False
    italic: bool = False
    align: Align = "center"
    underlined: float = 0.0
    above: float = 0.0
    below: float = 0.0


def add_ruled_table(document: Docx, table: Table, width: float = WIDTH) -> None:
    """A table with rules, so many points wide; rows stay whole, the headings stand on every page, the total is bold."""
    widths = _shares([column.share for column in table.columns], width)
    grouped = any(column.group for column in table.columns)
    made = document.add_table(rows=2 if grouped else 1, cols=len(widths), style="Table Grid")
    _fix(made, widths)
    _narrow_cells(made, _SMALL if table.size < _SIZE else _RULED)
    _fill_headings(made, table, widths)
    lines = [(texts, False) for texts in table.rows] + ([(table.total, True)] if table.total else [])
    for texts, bold in lines:
        cells = [
            [Cell(text, table.size, bold=bold, align=column.align, above=_AROUND, below=_AROUND)]
            for text, column in zip(texts, table.columns, strict=True)
        ]
        row = made.add_row()
        if table.least_lines > 1 and not bold:
            row.height, row.height_rule = (
                Pt(table.least_lines * table.size * 1.15 + 2 * _AROUND),
                WD_ROW_HEIGHT_RULE.AT_LEAST,
            )
        _fill(row, cells, widths)


def _fill_headings(made: DocxTable, table: Table, widths: Sequence[float]) -> None:
    """The headings on every page; groups stand above the columns they hold."""
    grouped, columns = len(made.rows) > 1, table.columns
    spans = [[place] for place in range(len(columns))]
    for place in range(len(columns) - 1, 0, -1):
        if columns[place].group and columns[place].group == columns[place - 1].group:
            spans[place - 1] += spans.pop(place)
    first = {span[0] for span in spans}

    def cell(text: str) -> list[Cell]:
        return [Cell(text, table.size, bold=True, above=_AROUND, below=_AROUND)] if text else []

    above = [cell((one.group or one.heading) if place in first else "") for place, one in enumerate(columns)]
    _fill(made.rows[0], above, widths)
    if grouped:
        _fill(made.rows[1], [cell(one.heading if one.group else "") for one in columns], widths)
        for span in spans:
            lower = 0 if columns[span[0]].group else 1
            made.cell(0, span[0]).merge(made.cell(lower, span[-1]))
    for row in made.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - not offered otherwise


def add_grid(
    document: Docx, rows: Sequence[Sequence[Sequence[Cell]]], widths: Sequence[float], *, gap: bool = False
) -> None:
    """Blocks of lines beside each other without rules, kept on one page; `gap` leaves room above."""
    if gap:
        spacer = document.add_paragraph()
        spacer.paragraph_format.line_spacing = Pt(8)
        spacer.paragraph_format.keep_with_next = True
    made = document.add_table(rows=0, cols=len(widths))
    _fix(made, widths)
    for place, row in enumerate(rows, start=1):
        _fill(made.add_row(), row, widths)
        for line in (line for cell in made.rows[-1].cells for line in cell.paragraphs if place < len(rows)):
            line.paragraph_format.keep_with_next = True


def _shares(shares: Sequence[float], width: float) -> list[float]:
    whole = sum(shares)
    return [share / whole * width for share in shares]


def _fix(table: DocxTable, widths: Sequence[float]) -> None:
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)


def _narrow_cells(table: DocxTable, margin: int) -> None:
    """Letters stand closer to the rules than Word's own margins, so that headings break as they do in the PDF."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        one = OxmlElement(f"w:{side}")
        one.set(qn("w:w"), str(margin))
        one.set(qn("w:type"), "dxa")
        margins.append(one)
    table._tbl.tblPr.append(margins)  # noqa: SLF001 - the library offers no cell margins


def _fill(row: Any, blocks: Sequence[Sequence[Cell]], widths: Sequence[float]) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - not offered otherwise
    for cell, block, width in zip(row.cells, blocks, widths, strict=True):
        cell.width = Pt(width)
        line: Paragraph = cell.paragraphs[0]
        for place, part in enumerate(block):
            if place:
                line = cell.add_paragraph()
            _put(line, part, width - _PADDING)


def _put(line: Paragraph, part: Cell, width: float) -> None:
    line.alignment = _ALIGN[part.align]
    line.paragraph_format.line_spacing = 1.0
    line.paragraph_format.space_before = Pt(part.above)
    line.paragraph_format.space_after = Pt(part.below)
    put_text(line, part.text, width, size=part.size, bold=part.bold, italic=part.italic)
    if part.underlined:
        underline(line, min(reckoned(part.text, part.size), width) * part.underlined, width)
        line.paragraph_format.keep_with_next = True

"""Rows of pictures in a .docx: a grid without rules, each picture above its caption, kept on one page."""

from __future__ import annotations

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import _Cell as DocxCell
from PIL import Image

from app.documents.docx_text import add_run
from app.documents.text_paper import Picture, Pictures

_PADDING = 12.0  # of a cell, both sides, in points


def add_pictures(document: Docx, block: Pictures, width: float) -> None:
    """A heading and the row below it, so many points wide."""
    if block.heading:
        line = document.add_paragraph()
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.space_before = Pt(6)
        add_run(line, block.heading, size=13, bold=True)
    table = document.add_table(rows=1, cols=len(block.items))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - not offered otherwise
    for cell, one in zip(table.rows[0].cells, block.items, strict=True):
        _fill(cell, one, width / len(block.items) - _PADDING, Mm(block.height).pt)


def _fill(cell: DocxCell, one: Picture, width: float, height: float) -> None:
    above, below = cell.paragraphs[0], cell.add_paragraph()
    above.alignment = below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if one.file is not None and one.file.exists():
        with Image.open(one.file) as picture:
            share = min(width / picture.width, height / picture.height)
            sides = Pt(picture.width * share), Pt(picture.height * share)
        above.add_run().add_picture(str(one.file), *sides)
    elif one.instead:
        add_run(above, one.instead, size=12, italic=True)
    add_run(below, one.caption, size=12, italic=True)

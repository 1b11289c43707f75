"""Rows of pictures on a page: each whole within its place, its caption below; a frame where none is."""

from __future__ import annotations

from reportlab.lib.units import mm

from app.documents.page import HEADING, LEFT, Paper, Style
from app.documents.text_paper import Picture, Pictures

CAPTION = Style("italic", 12, "center", gap=2)
_GAP = 4 * mm
_NO_CAPTION = " "


def draw_pictures(paper: Paper, block: Pictures) -> None:
    """Draw a row with its heading; it stays on one page."""
    width = (paper.width - _GAP * (len(block.items) - 1)) / len(block.items)
    height = block.height * mm
    below = max(paper.height(one.caption or _NO_CAPTION, CAPTION, width) for one in block.items)
    above = paper.height(block.heading, HEADING) if block.heading else 0.0
    paper.keep(above + height + below + _GAP)
    if block.heading:
        paper.paragraph(block.heading, HEADING)
    paper.y -= _GAP / 2
    top = paper.y
    for place, one in enumerate(block.items):
        _draw_one(paper, one, LEFT + place * (width + _GAP), top, width, height)
    paper.y = top - height - below - _GAP / 2


def _draw_one(paper: Paper, one: Picture, left: float, top: float, width: float, height: float) -> None:
    if one.file is not None and one.file.exists():
        paper.picture(one.file, left, top, width, height)
    else:
        paper.box(left, top, width, height)
        instead = paper.lines(one.instead, CAPTION, width)
        paper.draw(instead, CAPTION, top - height / 2 + CAPTION.size, left, width)
    lines = paper.lines(one.caption, CAPTION, width)
    paper.draw(lines, CAPTION, top - height - CAPTION.gap, left, width)

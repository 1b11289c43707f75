"""A sheet to try a printer with: margins to measure, all Vietnamese letters, shades of grey, both its sides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.colors import Color

from app.documents.page import BOTTOM, LEFT, SUBTITLE, TITLE, TOP, WIDTH, Paper, Style, write_papers
from app.progress import Progress
from app.wording import papers, printing

_SHADES = (0.2, 0.45, 0.7, 0.88)
_SIDE = 34.0
_INSIDE = Style(align="left", indent=6)


def draw_trial(target: Path, progress: Progress | None = None) -> int:
    """Draw the front and the back into one PDF; returns its pages. Raises `Trouble` (font, disk)."""
    sides = (printing.TRIAL_FRONT, printing.TRIAL_BACK)
    return write_papers(target, printing.TRIAL_TITLE, [sides], _draw, progress or Progress())


def _draw(paper: Paper, sides: tuple[str, ...]) -> None:
    paper.begin()
    for number, side in enumerate(sides):
        if number:
            paper.turn_page()
        paper.box(LEFT, TOP, WIDTH, TOP - BOTTOM)
        paper.y -= 12
        paper.title([(printing.TRIAL_TITLE, TITLE), (side, SUBTITLE)])
        letters = f"{papers.LETTERS} {papers.LETTERS.upper()} 0123456789 {papers.SIGNS_ON_PAPER}"
        paper.paragraphs((*printing.TRIAL_LINES, printing.TRIAL_TEXT, letters, printing.TRIAL_GREY), _INSIDE)
        paper.drawing(_shades())


def _shades() -> Drawing:
    """Squares from dark to light, each in a thin frame."""
    drawn = Drawing(_SIDE * 2 * len(_SHADES), _SIDE)
    for place, shade in enumerate(_SHADES):
        square: Any = Rect(_SIDE * (2 * place + 0.5), 0, _SIDE, _SIDE)
        square.fillColor = Color(shade, shade, shade)
        drawn.add(square)
    return drawn

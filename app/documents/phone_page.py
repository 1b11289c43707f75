"""One page as wide as A6 and as long as it needs: read on a telephone without turning or pushing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.pagesizes import A6
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import Font, find_face
from app.documents.layout import break_lines
from app.documents.saving import whole_file
from app.wording import papers as said

WIDTH, LEAST = A6
MARGIN, GAP, LEADING = 6 * mm, 6.0, 1.2
_TITLE, _FIGURE, _TEXT, _SMALL = 15.0, 17.0, 11.0, 9.0
_COLUMN = 17 * mm


@dataclass(frozen=True)
class PhonePage:
    """`figures` are large numbers with what they count; `rows` a table whose first column is wide, numbers follow."""

    title: str
    under: Sequence[str]
    figures: Sequence[tuple[str, str]]
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    foot: Sequence[str]


def write_phone_page(target: Path, page: PhonePage) -> int:
    """Write the page into a PDF; returns how many pages it has. Raises `Trouble` for missing letters and full disks."""
    with whole_file(target) as stream:
        _Drawing(stream, page).draw()
    return 1


class _Drawing:
    """Drawn twice: once for its height, once on a page of that height."""

    def __init__(self, stream: BinaryIO, page: PhonePage) -> None:
        self._stream, self._page, self._face = stream, page, find_face()
        self._canvas: Canvas | None = None
        self._y = 0.0

    def draw(self) -> None:
        """The page as long as its content, never shorter than A6."""
        self._pieces()
        height = max(LEAST, -self._y + 2 * MARGIN)
        first: Any = self._face.regular.name  # the stubs take the name for a number
        self._canvas = Canvas(self._stream, pagesize=(WIDTH, height), lang="vi", initialFontName=first)
        self._canvas.setTitle(self._page.title)
        self._canvas.setAuthor(said.MAKER)
        self._canvas.setCreator(said.MAKER)
        self._y = height - MARGIN
        self._pieces()
        self._canvas.showPage()
        self._canvas.save()

    def _pieces(self) -> None:
        page, face = self._page, self._face
        self._text(page.title, face.bold, _TITLE)
        for line in page.under:
            self._text(line, face.regular, _SMALL)
        self._rule()
        for label, value in page.figures:
            self._figure(label, value)
        self._rule()
        if page.rows:
            self._row(page.headings, face.bold, _SMALL)
            for row in page.rows:
                self._row(row, face.regular, _TEXT)
            self._rule()
        for line in page.foot:
            self._text(line, face.italic, _SMALL)

    def _text(self, text: str, font: Font, size: float, left: float = MARGIN, width: float | None = None) -> None:
        for line in break_lines(text, font, size, width or WIDTH - 2 * MARGIN):
            self._y -= size * LEADING
            self._put(line.text, font, size, left)
        self._y -= 2

    def _figure(self, label: str, value: str) -> None:
        """A large number at the right of what it counts."""
        font = self._face.bold
        wide = stringWidth(value, font.name, _FIGURE)
        top = self._y
        self._y -= _FIGURE * LEADING
        self._put(value, font, _FIGURE, WIDTH - MARGIN - wide)
        low, self._y = self._y, top
        self._y -= _FIGURE * LEADING - _TEXT * LEADING
        self._text(label, self._face.regular, _TEXT, MARGIN, WIDTH - 2 * MARGIN - wide - GAP)
        self._y = min(self._y, low) - GAP / 2

    def _row(self, cells: Sequence[str], font: Font, size: float) -> None:
        numbers = cells[1:]
        room = WIDTH - 2 * MARGIN - _COLUMN * len(numbers) - GAP
        top = self._y
        self._y -= size * LEADING
        for place, text in enumerate(numbers):
            right = WIDTH - MARGIN - _COLUMN * (len(numbers) - 1 - place)
            self._put(text, font, size, right - stringWidth(text, font.name, size))
        low, self._y = self._y, top
        self._text(cells[0], font, size, MARGIN, room)
        self._y = min(self._y, low - 2)

    def _rule(self) -> None:
        self._y -= GAP
        if self._canvas is not None:
            self._canvas.setLineWidth(0.5)
            self._canvas.line(MARGIN, self._y, WIDTH - MARGIN, self._y)
        self._y -= GAP / 2

    def _put(self, text: str, font: Font, size: float, left: float) -> None:
        if self._canvas is not None:
            self._canvas.setFont(font.name, size)
            self._canvas.drawString(left, self._y, text)

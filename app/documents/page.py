"""The frame of an administrative document (Decree 30/2020, Appendix I) on reportlab's canvas, for every room's papers.

A4, margins 20, 20, 30 and 15 mm, page numbers centred in the top margin from page 2. A `Paper` writes down the page
in the order in which its pieces are called. Tables and signatures stand in `tables.py` and `signatures.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeVar

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm, mm
from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts import Face, Font, find_face
from app.documents.layout import BLANK, Line, break_lines
from app.documents.parts import Align, Letterhead
from app.documents.sample_mark import with_mark
from app.documents.saving import whole_file
from app.problems import refuse
from app.progress import Progress
from app.wording import papers as said

LEFT, RIGHT, TOP, BOTTOM = 30 * mm, A4[0] - 15 * mm, A4[1] - 20 * mm, 20 * mm
WIDTH = RIGHT - LEFT
TOP_MARGIN = A4[1] - TOP
LINE_SPACING = 1.15
_ABOVE_BASELINE = 0.92
_OFFICE_SHARE = 0.42
_NUMBER_SHARE = 0.86
_AROUND_DRAWING = 10

Weight = Literal["regular", "bold", "italic", "bold_italic"]
AnyPaper = TypeVar("AnyPaper")


@dataclass(frozen=True)
class Style:
    """How a paragraph stands: weight, size and gap above in points, indents from the column's left."""

    weight: Weight = "regular"
    size: float = 13
    align: Align = "justify"
    first: float = 0
    indent: float = 0
    gap: float = 6


BODY = Style(first=1 * cm)
HEADING = Style("bold", align="left", first=1 * cm, gap=7)
SUBHEADING = Style("bold", align="left", first=1 * cm)
BASIS = Style("italic", first=1 * cm)
TITLE = Style("bold", 14, "center", gap=2)
SUBTITLE = Style("italic", 13, "center", gap=2)
CENTERED_BOLD = Style("bold", 13, "center")
_NATIONAL_TITLE = Style("bold", 12, "center", gap=0)
_MOTTO = Style("bold", 13, "center", gap=1)
_SUPERIOR = Style("regular", 12, "center", gap=0)
_OFFICE = Style("bold", 12, "center", gap=0)
_NUMBER = Style("regular", 13, "center", gap=0)
_PLACE = Style("italic", 13, "center", gap=0)
_NOTE = Style("italic", 11, "right")


class Paper:
    """Draws documents one after another into one PDF; every document begins on a page of its own, numbered from 1."""

    def __init__(self, stream: BinaryIO, face: Face, title: str) -> None:
        self.face = face
        self.width, self.top = WIDTH, TOP
        self.y = self.top
        first_font: Any = face.regular.name  # the stubs take the name for a number; without it Helvetica is listed
        self._canvas = Canvas(stream, pagesize=A4, lang="vi", initialFontName=first_font)
        self._canvas.setTitle(title)
        self._canvas.setSubject(title)
        self._canvas.setAuthor(said.MAKER)
        self._canvas.setCreator(said.MAKER)
        self._canvas.setLineWidth(0.7)
        self._page = 0
        self._note = ""

    def begin(self, note: str = "", *, wide: bool = False) -> None:
        """Start a document. `note` stands in the top margin of each of its pages ("In lại ngày …").

        `wide`: its sheets lie on their long side, with the same margins.
        """
        if self._page:
            self._canvas.showPage()
        longer = A4[1] - A4[0] if wide else 0.0
        self._canvas.setPageSize((A4[0] + longer, A4[1] - longer))
        self.width, self.top = WIDTH + longer, TOP - longer
        self._note = with_mark(note)
        self._page = 0
        self._open_page()

    @property
    def height_of_sheet(self) -> float:
        """From the lower to the upper edge of the sheet as it lies, in points."""
        return self.top + TOP_MARGIN

    def finish(self) -> int:
        """Close the last page and write the file; returns how many pages it has."""
        pages: int = self._canvas.getPageNumber()
        self._canvas.showPage()
        self._canvas.save()
        return pages

    def turn_page(self) -> None:
        """Go on at the top of a new page of the same document."""
        self._canvas.showPage()
        self._open_page()

    def _open_page(self) -> None:
        self._page += 1
        self.y = self.top
        self._canvas.setLineWidth(0.7)
        above = self.top + 4 * mm
        if self._page > 1:
            self.draw(break_lines(str(self._page), self.face.regular, 13, self.width), _NUMBER, above + 13)
        if self._note:
            self.draw(self.lines(self._note, _NOTE, self.width), _NOTE, above + 11)

    def keep(self, height: float) -> None:
        """Turn the page unless `height` points are left on this one."""
        if self.y - height < BOTTOM and self.y < self.top:
            self.turn_page()

    def lines(self, text: str, style: Style, width: float) -> tuple[Line, ...]:
        """`text` broken for a column; the same texts are broken once."""
        return break_lines(text, self.font(style), style.size, width, style.first, style.align == "justify")

    def font(self, style: Style) -> Font:
        """The face's font of a style."""
        font: Font = getattr(self.face, style.weight)
        return font

    def draw(
        self, lines: Sequence[Line], style: Style, top: float, left: float = LEFT, width: float | None = None
    ) -> float:
        """Put lines below `top` in a column and return where they end."""
        width = self.width if width is None else width
        font = self.font(style)
        self._canvas.setFont(font.name, style.size)
        text = self._canvas.beginText()
        leading, spread = style.size * LINE_SPACING, 0.0
        baseline = top - style.size * _ABOVE_BASELINE
        for line in lines:
            slack = 0.0
            if style.align == "center":
                slack = (width - line.width) / 2
            elif style.align == "right":
                slack = width - line.width
            text.setTextOrigin(left + line.indent + slack, baseline)
            if line.spread != spread:
                spread = line.spread
                text.setWordSpace(spread)
            text.textOut(line.text)
            baseline -= leading
        if spread:
            text.setWordSpace(0)
        self._canvas.drawText(text)
        return top - len(lines) * leading

    def rule(self, center: float, y: float, length: float) -> None:
        """A horizontal line."""
        self._canvas.line(center - length / 2, y, center + length / 2, y)

    def box(self, left: float, top: float, width: float, height: float) -> None:
        """The frame of a table's cell."""
        self._canvas.rect(left, top - height, width, height)

    def drawing(self, one: Any) -> None:
        """A drawing of reportlab's own, below what stands there; it stays on one page."""
        self.keep(one.height + _AROUND_DRAWING)
        self.y -= one.height + _AROUND_DRAWING
        one.drawOn(self._canvas, LEFT, self.y)

    def picture(self, file: Path, left: float, top: float, width: float, height: float) -> None:
        """A picture file, as large as fits, in the middle of its place."""
        self._canvas.drawImage(
            str(file), left, top - height, width, height, preserveAspectRatio=True, anchor="c"
        )  # fmt: skip

    def height(self, text: str, style: Style, width: float | None = None) -> float:
        """What a paragraph takes, its gap included."""
        width = self.width if width is None else width
        return style.gap + len(self.lines(text, style, width - style.indent)) * style.size * LINE_SPACING

    def paragraph(self, text: str, style: Style = BODY, follow: float = 0.0) -> None:
        """A paragraph; it breaks over pages between lines, but leaves no single line behind.

        `follow` is the height that must follow it on the same page (a heading is not left alone).
        """
        lines = self.lines(text, style, self.width - style.indent)
        leading = style.size * LINE_SPACING
        few = lines if len(lines) <= 3 else lines[:2]
        self.keep(style.gap + len(few) * leading + (follow if few is lines else 0.0))
        if self.y < self.top:
            self.y -= style.gap
        while lines:
            fitting = max(int((self.y - BOTTOM) / leading + 1e-6), 1)
            if 0 < len(lines) - fitting < 2 < fitting:
                fitting -= 1
            here, lines = lines[:fitting], lines[fitting:]
            self.y = self.draw(here, style, self.y, LEFT + style.indent, self.width - style.indent)
            if lines:
                self.turn_page()

    def paragraphs(self, texts: Iterable[str], style: Style = BODY) -> None:
        """Paragraphs one below the other."""
        for text in texts:
            self.paragraph(text, style)

    def heading(self, text: str, style: Style = HEADING) -> None:
        """A heading, kept on one page with the two lines that follow it."""
        self.paragraph(text, style, follow=2 * BODY.size * LINE_SPACING + BODY.gap)

    def dotted(self, rows: int = 1, indent: float = 1 * cm) -> None:
        """Empty rows for handwriting."""
        for _ in range(rows):
            self.paragraph(BLANK, Style(align="left", first=indent))

    def letterhead(self, head: Letterhead) -> None:
        """National title, issuing body, number, place and date, as the decree sets them."""
        if head.office_lines or head.superior_line:
            office = self.width * _OFFICE_SHARE
            end = self._office_block(head, office)
            state = self._national_block(LEFT + office, self.width - office)
            top = min(end, state) - 8
            narrow = office * _NUMBER_SHARE  # a dotted number leaves the day its room
            numbered = self.draw(self.lines(head.number_line, _NUMBER, narrow), _NUMBER, top, LEFT, office)
            place = self.lines(head.place_and_date, _PLACE, self.width - office)
            self.y = min(numbered, self.draw(place, _PLACE, top, LEFT + office, self.width - office))
        else:
            self.y = self._national_block(LEFT, self.width) - 8
            for text, style in ((head.number_line, _NUMBER), (head.place_and_date, replace(_PLACE, align="right"))):
                self.y = self.draw(self.lines(text, style, self.width), style, self.y)
        self.y -= 10

    def _national_block(self, left: float, width: float) -> float:
        y = self.draw(self.lines(said.NATIONAL_TITLE, _NATIONAL_TITLE, width), _NATIONAL_TITLE, self.top, left, width)
        motto = self.lines(said.MOTTO, _MOTTO, width)
        y = self.draw(motto, _MOTTO, y - _MOTTO.gap, left, width) - 2
        self.rule(left + width / 2, y, motto[0].width)
        return y

    def _office_block(self, head: Letterhead, width: float) -> float:
        width -= 6
        y = self.top
        if head.superior_line:
            y = self.draw(self.lines(head.superior_line, _SUPERIOR, width), _SUPERIOR, y, LEFT, width)
        length = width / 2
        for text in head.office_lines:
            lines = self.lines(text, _OFFICE, width)
            y = self.draw(lines, _OFFICE, y, LEFT, width)
            length = lines[-1].width if lines else length
        self.rule(LEFT + width / 2, y - 2, length * 0.45)
        return y - 2

    def title(self, pieces: Sequence[tuple[str, Style]]) -> None:
        """The paper's name and what it is about, a short line below (1/3 to 1/2 of the text)."""
        length = 0.0
        for text, style in pieces:
            lines = self.lines(text, style, self.width)
            self.y = self.draw(lines, style, self.y - style.gap)
            length = lines[-1].width if lines else length
        self.rule(LEFT + self.width / 2, self.y - 3, length * 0.4)
        self.y -= 10


def write_papers(
    target: Path | BinaryIO,
    title: str,
    papers: Sequence[AnyPaper],
    draw_one: Callable[[Paper, AnyPaper], None],
    progress: Progress,
) -> int:
    """Draw all papers into one PDF that appears when it is whole; `progress` steps between papers.

    Returns how many pages it has.

    Raises `Trouble` for a missing font or glyph and for faults of the disk, `Refused` when there is nothing to draw,
    `Cancelled` when the user stopped; none of them leaves a file.
    """
    if not papers:
        raise refuse("papers", "nothing_to_print")
    if isinstance(target, Path):
        with whole_file(target) as stream:
            return _write(stream, title, papers, draw_one, progress)
    return _write(target, title, papers, draw_one, progress)


def _write(
    stream: BinaryIO,
    title: str,
    papers: Sequence[AnyPaper],
    draw_one: Callable[[Paper, AnyPaper], None],
    progress: Progress,
) -> int:
    paper = Paper(stream, find_face(), title)
    total = len(papers)
    for done, one in enumerate(papers):
        progress.step(done, total, said.DRAWING.format(done=done, total=total))
        draw_one(paper, one)
    pages = paper.finish()
    progress.step(total, total, said.DRAWING.format(done=total, total=total))
    return pages

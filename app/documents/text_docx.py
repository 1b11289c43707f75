"""Draws text papers into a .docx for texts that a leader corrects: Times New Roman, A4, the margins of Decree 30/2020.

Widths are reckoned, not measured: the face is chosen on the machine where the file is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, BinaryIO

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph

from app.documents.chart import numbers_of
from app.documents.docx_pictures import add_pictures
from app.documents.docx_tables import Cell, add_grid, add_ruled_table
from app.documents.docx_text import WIDTH, add_run, put_text, reckoned, underline
from app.documents.layout import BLANK
from app.documents.parts import Letterhead, Signature
from app.documents.sample_mark import with_mark
from app.documents.sentences import recipient_line, squeezed
from app.documents.signatures import signature_rows
from app.documents.text_paper import Block, Column, Figure, Look, Pictures, Placed, Table, Text, TextPaper
from app.progress import Progress
from app.wording import papers as said

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_FACE = "Times New Roman"
_FIRST_LINE = Cm(1)
_OFFICE_SHARE = 0.42
_ROOM_TO_SIGN = 54
_WIDER = Mm(297 - 210).pt


def write_docx(stream: BinaryIO, title: str, papers: Sequence[TextPaper], progress: Progress) -> None:
    """Write papers into one .docx, each with its annexes on pages of its own, numbered from 1. Raises `Cancelled`."""
    document = Document()
    _set_up(document, title)
    for done, one in enumerate(papers):
        progress.step(done, len(papers), said.DRAWING.format(done=done, total=len(papers)))
        for place, part in enumerate(_parts(one)):
            section = document.add_section(WD_SECTION.NEW_PAGE) if done or place else document.sections[0]
            _set_page(section, with_mark(part.note), wide=part.wide)
            _add_paper(document, part)
    document.save(stream)


def _parts(one: TextPaper) -> list[TextPaper]:
    """A paper and its annexes, which carry its note."""
    return [one, *(replace(annex, note=annex.note or one.note) for annex in one.annexes)]


def _set_up(document: Docx, title: str) -> None:
    """The face and the spacing of every paragraph, and what the file says of itself."""
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = _FACE, Pt(13)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), _FACE)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.15
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    core = document.core_properties
    core.title, core.author, core.last_modified_by, core.comments = title, said.MAKER, said.MAKER, ""
    core.created, core.modified, core.language = now, now, "vi-VN"


def _set_page(section: Section, note: str, *, wide: bool) -> None:
    """A4 with the decree's margins; page numbers in the top margin from page 2, counted anew in each paper."""
    section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.append(numbering)  # noqa: SLF001 - the library offers no page numbers
    for header, numbered in ((section.header, True), (section.first_page_header, False)):
        header.is_linked_to_previous = False
        line = header.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if numbered:
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), "PAGE")
            line._p.append(field)  # noqa: SLF001 - the library offers no fields
        if note:
            below = header.add_paragraph()
            below.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            add_run(below, note, size=11, italic=True)


def _add_paper(document: Docx, one: TextPaper) -> None:
    if one.head is not None:
        _add_letterhead(document, one.head, _width(one))
    heading = [(text, {"size": 14, "bold": True}) for text in one.title]
    heading += [(text, {"size": 13, "italic": True}) for text in one.under_title]
    for text, looks in heading:
        line = document.add_paragraph()
        _centered(line, text, **looks)
        if text is heading[-1][0]:
            underline(line, min(reckoned(text, 14), WIDTH) * 0.4, _width(one))
    if one.addressees:
        names = document.add_paragraph()
        names.paragraph_format.space_before = Pt(8)
        _centered(names, said.ADDRESSEE.format(names="; ".join(one.addressees)), size=14)
    for block in one.blocks:
        _add(block, document, _width(one))
    if any(isinstance(block, Placed) for block in one.blocks):
        document.add_paragraph()  # frames hang on the text that follows them
    if one.closing:
        _add_text(Text(one.closing), document).paragraph_format.keep_with_next = True
    _add_end(document, one)


def _width(one: TextPaper) -> float:
    """Between the margins, in points."""
    return float(WIDTH + _WIDER) if one.wide else float(WIDTH)


def _centered(line: Paragraph, text: str, **looks: Any) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    put_text(line, text, WIDTH, **looks)


def _add_letterhead(document: Docx, head: Letterhead, width: float) -> None:
    """National title, issuing body, number, place and date: two columns, or one without an issuing body."""
    office_width = width * _OFFICE_SHARE
    state = [Cell(said.NATIONAL_TITLE, size=12, bold=True), Cell(said.MOTTO, size=13, bold=True, underlined=1.0)]
    dated = Cell(head.place_and_date, italic=True)
    if not (head.office_lines or head.superior_line):
        dated = Cell(head.place_and_date, italic=True, align="right")
        number = [Cell(head.number_line)] if head.number_line else []
        add_grid(document, [[[*state, Cell(""), *number, dated]]], [width])
        _add_gap(document)
        return
    office = [Cell(head.superior_line, size=12)] if head.superior_line else []
    office += [Cell(line, size=12, bold=True) for line in head.office_lines[:-1]]
    office += [Cell(line, size=12, bold=True, underlined=0.4) for line in head.office_lines[-1:]]
    rows = [[office, state], [[Cell(head.number_line, above=4)], [replace(dated, above=4)]]]
    add_grid(document, rows, [office_width, width - office_width])
    _add_gap(document)


def _add_gap(document: Docx, points: float = 8) -> None:
    document.add_paragraph().paragraph_format.line_spacing = Pt(points)


def _add(block: Block, document: Docx, width: float) -> None:
    if isinstance(block, Text):
        _add_text(block, document)
    elif isinstance(block, Table):
        _add_gap(document, 6)
        add_ruled_table(document, block, width)
    elif isinstance(block, Placed):
        _add_placed(block, document)
    elif isinstance(block, Pictures):
        add_pictures(document, block, width)
    elif isinstance(block, Figure):
        _add_figure(block, document, width)
    else:
        for _row in range(block.rows):
            line = document.add_paragraph()
            line.paragraph_format.space_before = Pt(6)
            put_text(line, BLANK, WIDTH)


def _add_figure(block: Figure, document: Docx, width: float) -> None:
    """The numbers of a chart, under its title."""
    headings, rows = numbers_of(block.chart)
    _add_text(Text(block.chart.title, Look.CENTERED), document).paragraph_format.keep_with_next = True
    columns = tuple(
        Column(text, 3 if place == 0 else 1, "right" if place else "left") for place, text in enumerate(headings)
    )
    add_ruled_table(document, Table(columns, tuple(rows), size=11), width)


def _add_placed(block: Placed, document: Docx) -> None:
    """A paragraph in a frame of its own, measured from the edges of the sheet."""
    line = document.add_paragraph()
    line.alignment = _ALIGN[block.align]
    frame = OxmlElement("w:framePr")
    places = {"w": block.width, "x": block.left, "y": block.top}
    named = {"wrap": "around", "hAnchor": "page", "vAnchor": "page"}
    for name, value in {**{name: str(round(Mm(one).twips)) for name, one in places.items()}, **named}.items():
        frame.set(qn(f"w:{name}"), value)
    line._p.get_or_add_pPr().insert(0, frame)  # noqa: SLF001 - the library offers no frames
    bold, italic = "bold" in block.weight, "italic" in block.weight
    put_text(line, block.text, Mm(block.width).pt, bold=bold, italic=italic, size=block.size)


def _add_text(block: Text, document: Docx) -> Paragraph:
    line = document.add_paragraph()
    line.paragraph_format.space_before = Pt(6)
    bold = block.look in {Look.HEADING, Look.CENTERED}
    italic = block.look in {Look.BASIS, Look.NOTE}
    align = {Look.CENTERED: "center", Look.NOTE: "right", Look.HEADING: "left"}.get(block.look, "justify")
    line.alignment = _ALIGN[align]
    if align in {"justify", "left"}:
        line.paragraph_format.first_line_indent = _FIRST_LINE
    line.paragraph_format.keep_with_next = block.look is Look.HEADING
    if block.lead:
        add_run(line, f"{block.lead} ", bold=True, italic=italic)
    if BLANK in block.text and align == "justify":
        line.alignment = WD_ALIGN_PARAGRAPH.LEFT  # a row of dots is one word: justified, it would tear the line apart
    put_text(
        line,
        block.text,
        WIDTH * 0.6 if block.look is Look.NOTE else WIDTH,
        bold=bold,
        italic=italic,
        size=12 if block.look is Look.NOTE else 13,
    )
    return line


def _add_end(document: Docx, one: TextPaper) -> None:
    """Signatures; "Nơi nhận" stands level with a single one, else below."""
    width, recipients = _width(one), []
    if one.recipients:
        recipients = [Cell(said.RECIPIENTS, size=12, bold=True, italic=True, align="left")]
        recipients += [Cell(recipient_line(text), size=11, align="left") for text in one.recipients]
    if len(one.signatures) == 1:
        above, below = _signature(one.signatures[0])
        left = width * 0.48
        rows = [[recipients or [Cell("")], above], [[Cell("")], below]]
        add_grid(document, rows, [left, width - left], gap=True)
        return
    for row in signature_rows(one.signatures):
        blocks = [_signature(part) for part in row]
        both = [[above for above, _below in blocks], [below for _above, below in blocks]]
        add_grid(document, both, [width / len(row)] * len(row), gap=True)
    if recipients:
        add_grid(document, [[recipients]], [width], gap=True)


def _signature(part: Signature) -> tuple[list[Cell], list[Cell]]:
    """What stands above the hand's room and what below: two rows, so that names stand level."""
    name = squeezed(part.name)
    above = [
        *(Cell(squeezed(title), bold=True) for title in part.titles),
        Cell(squeezed(part.hint) or said.SIGN_HINT, size=12, italic=True),
    ]
    return above, [Cell(name or BLANK, bold=bool(name), above=_ROOM_TO_SIGN)]

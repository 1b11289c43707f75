"""Draws a text paper into a PDF, on the same frame as the minutes (`page`, `tables`, `signatures`)."""

from __future__ import annotations

from dataclasses import replace

from app.documents.chart import numbers_of
from app.documents.charts import Face, draw_chart
from app.documents.page import BASIS, BODY, CENTERED_BOLD, HEADING, LEFT, SUBTITLE, TITLE, WIDTH, Paper, Style
from app.documents.parts import Column
from app.documents.picture_rows import draw_pictures
from app.documents.sentences import recipient_line
from app.documents.signatures import draw_signatures, row_height, signature_rows
from app.documents.tables import draw_table
from app.documents.text_paper import Block, Figure, Look, Pictures, Placed, Table, Text, TextPaper
from app.wording import papers as said

_STYLES = {
    Look.BODY: BODY,
    Look.BASIS: BASIS,
    Look.HEADING: HEADING,
    Look.CENTERED: CENTERED_BOLD,
    Look.NOTE: Style("italic", 12, "right", indent=WIDTH * 0.4, gap=4),
}
_ADDRESSEES = Style("regular", 14, "center", gap=8)
_RECIPIENTS_HEADING = Style("bold_italic", 12, "left", gap=0)
_RECIPIENT = Style("regular", 11, "left", gap=0)
_RECIPIENTS_SHARE = 0.46
_CHART_SIZE = 10.0
_MM = 72 / 25.4


def draw_text_paper(paper: Paper, one: TextPaper) -> None:
    """Draw a paper and its annexes, each from a page of its own. Raises `Trouble` for a glyph that the face lacks."""
    paper.begin(one.note, wide=one.wide)
    if one.head is not None:
        paper.letterhead(one.head)
    if one.title:
        pieces = [(text, TITLE) for text in one.title] + [(text, SUBTITLE) for text in one.under_title]
        paper.title(pieces)
    if one.addressees:
        paper.paragraph(said.ADDRESSEE.format(names="; ".join(one.addressees)), _ADDRESSEES)
    for block in one.blocks:
        _draw(block, paper)
    _draw_end(paper, one)
    for annex in one.annexes:
        draw_text_paper(paper, replace(annex, note=annex.note or one.note))


def _draw(block: Block, paper: Paper) -> None:
    if isinstance(block, Text):
        _draw_text(block, paper)
    elif isinstance(block, Table):
        paper.y -= 6
        draw_table(paper, block.columns, block.rows, block.total, block.least_lines, block.size)
        paper.y -= 4
    elif isinstance(block, Placed):
        style = Style(block.weight, block.size, block.align)
        left, top = block.left * _MM, paper.height_of_sheet - block.top * _MM
        paper.draw(paper.lines(block.text, style, block.width * _MM), style, top, left, block.width * _MM)
    elif isinstance(block, Figure):
        _draw_figure(block, paper)
    elif isinstance(block, Pictures):
        draw_pictures(paper, block)
    else:
        paper.dotted(block.rows, indent=0)


def _draw_figure(block: Figure, paper: Paper) -> None:
    """A chart as wide as the column, its numbers below."""
    face = Face(paper.face.regular.name, paper.face.bold.name, _CHART_SIZE)
    drawing = draw_chart(block.chart, paper.width, face)
    paper.drawing(drawing)
    headings, rows = numbers_of(block.chart)
    columns = [
        Column(text, 3 if place == 0 else 1, "right" if place else "left") for place, text in enumerate(headings)
    ]
    paper.y -= 6
    draw_table(paper, columns, rows, size=_CHART_SIZE)


def _draw_text(block: Text, paper: Paper) -> None:
    style = _STYLES[block.look]
    text = _shown(paper, block.text)
    if block.look is Look.HEADING:
        paper.heading(text)
    elif block.lead:
        _led_paragraph(paper, block.lead, text, style)
    else:
        paper.paragraph(text, style)


def _led_paragraph(paper: Paper, lead: str, text: str, style: Style) -> None:
    """A paragraph behind bold words on its first line."""
    bold = replace(style, weight="bold")
    words = paper.lines(lead, replace(bold, align="left"), paper.width)
    behind = replace(style, first=words[0].indent + words[0].width + 4)
    paper.keep(paper.height(text, behind) if len(paper.lines(text, behind, paper.width)) <= 3 else 3 * style.size)
    top = paper.y - style.gap
    paper.draw(words, bold, top, LEFT, paper.width)
    paper.paragraph(text, behind)


def _shown(paper: Paper, text: str) -> str:
    """The text with its boxes to tick, which not every face has."""
    if said.BOX in text and ord(said.BOX) not in paper.face.regular.characters:
        return text.replace(said.BOX, said.BOX_IN_LETTERS)
    return text


def _draw_end(paper: Paper, one: TextPaper) -> None:
    """Signatures; "Nơi nhận" stands level with a single one, else below, on the page of their only row."""
    if not one.recipients:
        draw_signatures(paper, one.signatures, one.closing)
        return
    width = paper.width * _RECIPIENTS_SHARE
    lines = [
        *((line, _RECIPIENTS_HEADING) for line in paper.lines(said.RECIPIENTS, _RECIPIENTS_HEADING, width)),
        *(
            (line, _RECIPIENT)
            for text in map(recipient_line, one.recipients)
            for line in paper.lines(text, _RECIPIENT, width)
        ),
    ]
    height = sum(style.size for _line, style in lines) * 1.15 + 10
    beside = len(one.signatures) == 1
    signed = row_height(paper, one.signatures)
    below = height if len(signature_rows(one.signatures)) == 1 else 0.0
    needed = max(height, signed) if beside else signed + below
    paper.keep(needed + (paper.height(one.closing, BODY) if one.closing else 0.0))
    if one.closing:
        paper.paragraph(one.closing)
    if not beside:
        draw_signatures(paper, one.signatures)
    paper.keep(needed if beside else height)
    top = paper.y - 10
    y = top
    for line, style in lines:
        y = paper.draw((line,), style, y, LEFT, width)
    if beside:
        draw_signatures(paper, one.signatures)
    paper.y = min(paper.y, y)

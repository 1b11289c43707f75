"""Text in a .docx: runs, empty fields as dots, short rules under a line. Widths are in points and reckoned."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from app.documents.cell_text import without_controls
from app.documents.layout import BLANK

#: The text's width between the margins of A4.
WIDTH = Mm(165).pt
_LETTER, _CAPITAL, _DOT = 0.46, 0.7, 0.25  # of the size, in Times New Roman
_LEAST_DOTS = 8
_SURE = 0.92  # of the room that is left, so that a wider face breaks no line


def reckoned(text: str, size: float) -> float:
    """About how wide a text stands."""
    return sum((_CAPITAL if one.isupper() else _LETTER) * size for one in text)


def add_run(line: Paragraph, text: str, *, size: float = 13, bold: bool = False, italic: bool = False) -> None:
    """A piece of text in one look; control characters, which XML cannot hold, are left out."""
    run = line.add_run(without_controls(text))
    run.bold, run.italic = bold, italic
    if size != 13:
        run.font.size = Pt(size)


def put_text(line: Paragraph, text: str, width: float, *, size: float = 13, **looks: Any) -> None:
    """A text with its empty fields dotted: one at the end runs to the right edge, others take what room there is."""
    first = line.paragraph_format.first_line_indent
    if text.endswith(BLANK) and text.count(BLANK) == 1 and width == WIDTH:
        line.paragraph_format.tab_stops.add_tab_stop(Pt(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    elif BLANK in text:
        fields = text.count(BLANK)
        said = reckoned(text.replace(BLANK, ""), size) + (first.pt if first else 0.0)
        room = width - said % width
        dots = "." * max(int(room * _SURE / fields / (_DOT * size)), _LEAST_DOTS)
        text = text.replace(BLANK, dots)
    add_run(line, text, size=size, **looks)


def underline(line: Paragraph, length: float, width: float) -> None:
    """A short rule below a centred line: the lower edge of an empty paragraph behind it."""
    below = OxmlElement("w:p")
    line._p.addnext(below)  # noqa: SLF001 - the library adds paragraphs at the end only
    rule = Paragraph(below, line._parent)  # noqa: SLF001 - the same
    side = Pt(max((width - length) / 2, 0))
    rule.paragraph_format.left_indent = rule.paragraph_format.right_indent = side
    rule.paragraph_format.line_spacing = Pt(3)
    edges = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    edges.append(bottom)
    rule._p.get_or_add_pPr().insert_element_before(edges, "w:spacing", "w:ind", "w:jc")  # noqa: SLF001 - no borders either

"""ONE model of a text paper (Decree 30/2020): what stands on it, from the letterhead to "Nơi nhận". No drawing.

`text_pdf.py` and `text_docx.py` draw it, `text_files.py` writes files of one or many. A tab in a text is an empty
field (`sentences.filled` makes them) and becomes a row of dots. A blank form is the same paper without values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from app.documents.chart import Chart
from app.documents.parts import Column, Letterhead, Signature

__all__ = [
    "Block",
    "Column",
    "Dots",
    "Figure",
    "Look",
    "Picture",
    "Pictures",
    "Placed",
    "Table",
    "Text",
    "TextPaper",
    "texts",
]


class Look(StrEnum):
    """How a paragraph stands."""

    BODY = "body"
    BASIS = "basis"
    HEADING = "heading"
    CENTERED = "centered"
    NOTE = "note"


@dataclass(frozen=True)
class Text:
    """A paragraph. `lead` stands in bold before it ("Điều 1.")."""

    text: str
    look: Look = Look.BODY
    lead: str = ""


@dataclass(frozen=True)
class Dots:
    """Empty rows for handwriting."""

    rows: int = 1


@dataclass(frozen=True)
class Table:
    """A ruled table with a bold last row `total`, where there is one. Money columns are aligned "right".

    `least_lines`: how tall a row is at least, where people sign in it. `size` of the letters in points.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    least_lines: int = 1
    size: float = 12


@dataclass(frozen=True)
class Placed:
    """A text at its place on the sheet, in millimetres from its left and top edge: for paper printed already."""

    text: str
    left: float
    top: float
    width: float
    size: float = 14
    weight: Literal["regular", "bold", "italic", "bold_italic"] = "regular"
    align: Literal["left", "center", "right"] = "center"


@dataclass(frozen=True)
class Figure:
    """A chart with its numbers in a table below it; in Word the table alone."""

    chart: Chart


@dataclass(frozen=True)
class Picture:
    """A picture file and what stands below it; where the file is not there, a frame with `instead` in it."""

    file: Path | None = None
    caption: str = ""
    instead: str = ""


@dataclass(frozen=True)
class Pictures:
    """Pictures side by side under a heading, all on one page; `height` of the row in millimetres."""

    items: tuple[Picture, ...]
    heading: str = ""
    height: float = 62


Block = Text | Dots | Table | Placed | Figure | Pictures


@dataclass(frozen=True)
class TextPaper:
    """One paper. Whatever of it is empty is left out.

    `title` is the paper's name and what it is about; `under_title` stands below in italics; `addressees` behind "Kính
    gửi:"; `closing` stays on the page of the first signatures. `note` is printed in the margin ("BẢN MẪU"). An annex
    is a paper of its own pages behind this one, without a letterhead. `wide`: the sheet lies on its long side.
    """

    title: tuple[str, ...]
    blocks: tuple[Block, ...]
    head: Letterhead | None = None
    under_title: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    closing: str = ""
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    note: str = ""
    annexes: tuple[TextPaper, ...] = ()
    wide: bool = False


def texts(lines: Sequence[str], look: Look = Look.BODY) -> tuple[Text, ...]:
    """A paragraph for each line."""
    return tuple(Text(line, look) for line in lines)

"""Breaks a text into the lines of a column: justified, left, or filled with dots where a field is empty.

A tab in a text is an empty field: it becomes a row of dots, and the empty fields of a line share what is left of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from models.vietnamese import nfc

if TYPE_CHECKING:
    from app.documents.fonts import Font  # brings reportlab, which sentences about papers do without

BLANK = "\t"
_WORD = re.compile(r"[\S\t]+")
_LEAST_DOTS = 10
_WIDEST_SPREAD = 0.5  # of the size: a line before a very long word stays ragged rather than torn apart
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is drawn: its indent from the column's left, its width, and what is added to each blank (points)."""

    text: str
    indent: float
    width: float
    spread: float


@lru_cache(8192)
def break_lines(
    text: str, font: Font, size: float, width: float, first: float = 0.0, justify: bool = False
) -> tuple[Line, ...]:
    """The lines of `text` in a column `width` points wide, the first indented by `first`.

    The text is composed (NFC) and its glyphs are checked: raises `Trouble` for one that the font lacks.
    """
    lines: list[Line] = []
    for words, length in _rows(nfc(text), font, width / size, first / size):
        indent = 0.0 if lines else first
        room = width - indent
        if any(BLANK in word for word in words):
            line = _filled_line(words, font, size, indent, room)
        else:
            line = Line(" ".join(words), indent, length * size, 0.0)
        font.check(line.text)
        lines.append(line)
    if justify:
        lines[:-1] = [_justified(line, width) for line in lines[:-1]]
    return tuple(lines)


def _rows(text: str, font: Font, width: float, first: float) -> Iterator[tuple[list[str], float]]:
    """Words line by line with the length of each line, everything at one point of size."""
    blank = font.width(" ")
    room = width - first + _ROUNDING
    row: list[str] = []
    length = 0.0
    for word in _WORD.findall(text):
        wide = _word_width(word, font)
        if row and length + blank + wide > room:
            yield row, length
            row, length, room = [], 0.0, width + _ROUNDING
        rest = word
        while wide > room and len(rest) > 1:
            piece, rest = _cut(rest, font, room)
            yield [piece], font.width(piece)
            wide, room = _word_width(rest, font), width + _ROUNDING
        if rest:
            length += wide + (blank if row else 0.0)
            row.append(rest)
    if row:
        yield row, length


def _word_width(word: str, font: Font) -> float:
    if BLANK not in word:
        return font.width(word)
    return font.width(word.replace(BLANK, "")) + word.count(BLANK) * _LEAST_DOTS * font.width(".")


def _cut(word: str, font: Font, room: float) -> tuple[str, str]:
    """The longest beginning of an endless word that fits (at least a letter with its marks), and the rest."""
    length = 0.0
    for place, letter in enumerate(word):
        length += font.width(letter)
        if place and length > room and not unicodedata.combining(letter):
            return word[:place], word[place:]
    return word, ""


def _filled_line(words: list[str], font: Font, size: float, indent: float, room: float) -> Line:
    """The line with its empty fields dotted, so that it reaches the right edge."""
    text = " ".join(words)
    fields = text.count(BLANK)
    said = font.width(text.replace(BLANK, "")) * size
    dot = font.width(".") * size
    each, over = divmod(max(int((room - said) / dot + _ROUNDING), fields), fields)
    for field in range(fields):
        text = text.replace(BLANK, "." * (each + (1 if field < over else 0)), 1)
    return Line(text, indent, said + (each * fields + over) * dot, 0.0)


def _justified(line: Line, width: float) -> Line:
    gaps = line.text.count(" ")
    spread = (width - line.indent - line.width) / gaps if gaps else 0.0
    if not gaps or line.width * _WIDEST_SPREAD < spread * gaps:
        return line
    return Line(line.text, line.indent, width - line.indent, spread)

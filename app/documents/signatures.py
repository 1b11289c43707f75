"""Places to sign at the end of a paper: one to twelve and more, in rows that no page break splits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.layout import BLANK, Line
from app.documents.page import BODY, LEFT, LINE_SPACING, Paper, Style
from app.documents.parts import Signature
from app.documents.sentences import squeezed
from app.wording import papers as said

_TITLE = Style("bold", 13, "center", gap=0)
_HINT = Style("italic", 12, "center", gap=0)
_NAME = Style("bold", 13, "center", gap=0)
_ROOM = 54.0  # for the hand, the stamp or the thumb
_GAP = 10.0
_GUTTER = 5.0  # three beside each other leave a signing form its one line
_EMPTY_NAME_SHARE = 0.75


@dataclass(frozen=True)
class _Block:
    titles: tuple[Line, ...]
    hint: tuple[Line, ...]
    name: tuple[Line, ...]
    name_style: Style

    @property
    def above(self) -> float:
        return (len(self.titles) * _TITLE.size + len(self.hint) * _HINT.size) * LINE_SPACING


def draw_signatures(paper: Paper, signatures: Sequence[Signature], closing: str = "", style: Style = BODY) -> None:
    """The closing sentence and the places to sign; the sentence stays on the page of the first row."""
    rows = [_Row(paper, part) for part in signature_rows(signatures)]
    if closing:
        paper.keep(paper.height(closing, style) + (rows[0].height if rows else 0.0))
        paper.paragraph(closing, style)
    for row in rows:
        paper.keep(row.height)
        row.draw(paper)


def row_height(paper: Paper, signatures: Sequence[Signature]) -> float:
    """What the first row of signatures takes."""
    rows = signature_rows(signatures)
    return _Row(paper, rows[0]).height if rows else 0.0


def signature_rows(signatures: Sequence[Signature]) -> list[Sequence[Signature]]:
    """Two beside each other, or three when there are three, or more than four."""
    count = len(signatures)
    across = 2 if count in {1, 2, 4} else 3
    return [signatures[start : start + across] for start in range(0, count, across)]


class _Row:
    """Signatures beside each other, measured before they are drawn."""

    def __init__(self, paper: Paper, signatures: Sequence[Signature]) -> None:
        self._columns = max(len(signatures), 2)
        self._width = paper.width / self._columns
        self._blocks = [self._measure(paper, one) for one in signatures]
        self._above = max(block.above for block in self._blocks)
        below = max(len(block.name) for block in self._blocks) * _NAME.size * LINE_SPACING
        self.height = _GAP + self._above + _ROOM + below

    def _measure(self, paper: Paper, signature: Signature) -> _Block:
        inner = self._width - _GUTTER
        titles = [line for text in signature.titles for line in paper.lines(squeezed(text), _TITLE, inner)]
        name = squeezed(signature.name)
        style, width = (_NAME, inner) if name else (_HINT, inner * _EMPTY_NAME_SHARE)
        return _Block(
            tuple(titles),
            paper.lines(squeezed(signature.hint) or said.SIGN_HINT, _HINT, inner),
            paper.lines(name or BLANK, style, width),
            style,
        )

    def draw(self, paper: Paper) -> None:
        top = paper.y - _GAP
        first = self._columns - len(self._blocks)  # a single signature stands at the right
        for column, block in enumerate(self._blocks, first):
            left = LEFT + column * self._width
            y = paper.draw(block.titles, _TITLE, top, left, self._width)
            paper.draw(block.hint, _HINT, y, left, self._width)
            paper.draw(block.name, block.name_style, top - self._above - _ROOM, left, self._width)
        paper.y -= self.height

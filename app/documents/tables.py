"""A ruled table on paper: columns by share of the width, wrapped cells, headings repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.documents.page import BOTTOM, LEFT, LINE_SPACING, Paper, Style
from app.documents.parts import Column

_SIZE = 12.0
_PADDING = 0.25  # of the size


def draw_table(
    paper: Paper,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    total: Sequence[str] = (),
    least_lines: int = 1,
    size: float = _SIZE,
) -> None:
    """Rows of texts under headings; a row stays whole unless it is taller than a page. `total` is a last bold row.

    A row is at least `least_lines` tall. `size` of the letters in points.
    """
    whole = sum(column.share for column in columns)
    widths = [column.share / whole * paper.width for column in columns]
    heading = _Row(paper, [(column.heading, Style("bold", size, "center", gap=0)) for column in columns], widths)
    paper.keep(heading.height(heading.count) + heading.height(1))
    heading.draw(paper, 0, heading.count)
    styles = [Style("regular", size, column.align, gap=0) for column in columns]
    page = paper.top - BOTTOM - heading.height(heading.count)
    bold = [replace(style, weight="bold") for style in styles]
    for texts, looks in [*((texts, styles) for texts in rows), *([(total, bold)] if total else [])]:
        row = _Row(paper, list(zip(texts, looks, strict=True)), widths, 1 if texts is total else least_lines)
        splits = row.height(row.count) > page
        start = 0
        while start < row.count:
            fitting = row.fitting(paper.y - BOTTOM)
            if fitting < 1 or (not splits and fitting < row.count):
                paper.turn_page()
                heading.draw(paper, 0, heading.count)
                continue
            row.draw(paper, start, min(fitting, row.count - start))
            start += fitting


class _Row:
    """The cells of a row, broken into lines; drawn at once or in portions."""

    def __init__(
        self, paper: Paper, cells: Sequence[tuple[str, Style]], widths: Sequence[float], least: int = 1
    ) -> None:
        self._widths, size = widths, cells[0][1].size
        self._padding, self._leading = size * _PADDING, size * LINE_SPACING
        self._cells = [
            (paper.lines(text, style, width - 2 * self._padding), style)
            for (text, style), width in zip(cells, widths, strict=True)
        ]
        self.count = max(least, *(len(lines) for lines, _ in self._cells))

    def height(self, count: int) -> float:
        """What `count` lines of a row take, with the space around them."""
        return count * self._leading + 2 * self._padding

    def fitting(self, height: float) -> int:
        """How many lines fit into a height."""
        return int((height - 2 * self._padding) / self._leading + 1e-6)

    def draw(self, paper: Paper, start: int, count: int) -> None:
        """Draw `count` lines of every cell from line `start` on."""
        left = LEFT
        for (lines, style), width in zip(self._cells, self._widths, strict=True):
            paper.box(left, paper.y, width, self.height(count))
            here = lines[start : start + count]
            paper.draw(here, style, paper.y - self._padding, left + self._padding, width - 2 * self._padding)
            left += width
        paper.y -= self.height(count)

"""A ruled table on paper: columns by share of the width, wrapped cells, headings repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.documents.layout import Line
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
    heading = _Headings(paper, columns, widths, size)
    paper.keep(heading.height + heading.line)
    heading.draw()
    styles = [Style("regular", size, column.align, gap=0) for column in columns]
    page = paper.top - BOTTOM - heading.height
    bold = [replace(style, weight="bold") for style in styles]
    for texts, looks in [*((texts, styles) for texts in rows), *([(total, bold)] if total else [])]:
        row = _Row(paper, list(zip(texts, looks, strict=True)), widths, 1 if texts is total else least_lines)
        splits = row.height(row.count) > page
        start = 0
        while start < row.count:
            fitting = row.fitting(paper.y - BOTTOM)
            if fitting < 1 or (not splits and fitting < row.count):
                paper.turn_page()
                heading.draw()
                continue
            row.draw(paper, start, min(fitting, row.count - start))
            start += fitting


class _Headings:
    """The headings of a table; groups stand above the columns they hold, a column without one has both rows."""

    def __init__(self, paper: Paper, columns: Sequence[Column], widths: Sequence[float], size: float) -> None:
        style = Style("bold", size, "center", gap=0)
        self._paper, self._style, self._padding = paper, style, size * _PADDING
        self._leading = size * LINE_SPACING
        self._cells: list[tuple[float, float, list[tuple[float, str]], str]] = []  # left, width, headings, group
        left = LEFT
        for column, width in zip(columns, widths, strict=True):
            if column.group and self._cells and self._cells[-1][3] == column.group:
                start, whole, inside, group = self._cells.pop()
                self._cells.append((start, whole + width, [*inside, (width, column.heading)], group))
            else:
                self._cells.append((left, width, [(width, column.heading)], column.group))
            left += width
        self.line = self._leading + 2 * self._padding
        above = [self._tall(group, width) for _, width, _, group in self._cells if group]
        under = [self._tall(text, wide) for _, _, texts, group in self._cells if group for wide, text in texts]
        alone = [self._tall(texts[0][1], width) for _, width, texts, group in self._cells if not group]
        self._above, self._below = max(above, default=0.0), max(under, default=0.0)
        self._below += max(0.0, max(alone, default=0.0) - self._above - self._below)
        self.height = self._above + self._below

    def _lines(self, text: str, width: float) -> tuple[Line, ...]:
        return self._paper.lines(text, self._style, width - 2 * self._padding)

    def _tall(self, text: str, width: float) -> float:
        return len(self._lines(text, width)) * self._leading + 2 * self._padding

    def draw(self) -> None:
        """Draw them where the paper stands."""
        top = self._paper.y
        for left, width, inside, group in self._cells:
            if not group:
                self._cell(left, top, width, self.height, inside[0][1])
                continue
            self._cell(left, top, width, self._above, group)
            for wide, text in inside:
                self._cell(left, top - self._above, wide, self._below, text)
                left += wide
        self._paper.y = top - self.height

    def _cell(self, left: float, top: float, width: float, height: float, text: str) -> None:
        self._paper.box(left, top, width, height)
        lines = self._lines(text, width)
        room = height - len(lines) * self._leading
        self._paper.draw(lines, self._style, top - room / 2, left + self._padding, width - 2 * self._padding)


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

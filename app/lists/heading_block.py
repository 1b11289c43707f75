"""The rows of headings above a table: where they are, and what each column is called from the widest part down.

Officers merge: "Thuộc đối tượng" stands over "NCC | Hộ nghèo | Khác", in two or three rows. A merged heading counts for
all columns below it; where nothing is merged, the part stands over its first column and counts for the empty cells
beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.documents.foreign_sheet import CellValue
from app.lists.heading_words import bare

Row = tuple[CellValue, ...]
Area = tuple[int, int, int, int]
#: A heading's texts from the widest part down; empty where the column has none.
Path = tuple[str, ...]

#: Merged headings have up to three rows, and there may be an empty one among them.
MOST_ROWS = 4
_LONGEST_HEADING = 120


@dataclass(frozen=True)
class Block:
    """Rows of headings by position: from `top` to before `below`."""

    top: int
    below: int
    paths: tuple[Path, ...]


def blocks_from(rows: Sequence[Row], merged: Sequence[Area], top: int) -> list[Block]:
    """The blocks of headings that may begin with this row, the lowest first."""
    if top >= len(rows) or _filled(rows[top]) < 1:
        return []
    found: list[Block] = []
    for below in range(top + 1, min(top + MOST_ROWS, len(rows)) + 1):
        if not _may_be_heading(rows[below - 1]):
            break
        if below - top > 1 and not _may_stand_above(rows, merged, top):
            break
        if _filled(rows[below - 1]):
            found.append(Block(top, below, _paths(rows, merged, top, below)))
    return found


def _may_stand_above(rows: Sequence[Row], merged: Sequence[Area], top: int) -> bool:
    """Whether a row can be the upper line of headings: one text alone is a title, unless merged over a few columns."""
    if _filled(rows[top]) > 1:
        return True
    width = max(len(row) for row in rows[top : top + MOST_ROWS])
    areas = (area for area in merged if area[0] == top and area[3] > area[1] and _text(rows[top], area[1]))
    return any(area[1] > 0 and 2 * (area[3] - area[1] + 1) <= width for area in areas)


def _filled(row: Row) -> int:
    return sum(1 for cell in row if cell is not None and cell != "")


def _may_be_heading(row: Row) -> bool:
    """Only words: a number or a day among them is somebody's data, and nobody's heading is a whole paragraph."""
    texts = [cell for cell in row if cell is not None and cell != ""]
    return all(isinstance(text, str) and len(text) <= _LONGEST_HEADING and not _is_data(text) for text in texts)


def _is_data(text: str) -> bool:
    """A number, a day, a tick."""
    letters = re.sub(r"[\W_]+", "", text)
    return re.search(r"[^\W\d_]{2}", letters) is None and re.fullmatch(r"[^\W\d_]", letters) is None


def _paths(rows: Sequence[Row], merged: Sequence[Area], top: int, below: int) -> tuple[Path, ...]:
    width = max(len(row) for row in rows[top:below])
    grid = [[_text(rows[row], column) for column in range(width)] for row in range(top, below)]
    spread = False
    for first, left, last, right in merged:
        if top <= first < below:
            spread = spread or right > left
            for row in range(first, min(last + 1, below)):
                for column in range(left, min(right + 1, width)):
                    grid[row - top][column] = _text(rows[first], left)
    if not spread:
        _spread_parents(grid)
    return tuple(_path([line[column] for line in grid]) for column in range(width))


def _spread_parents(grid: list[list[str]]) -> None:
    """Without merged cells: a heading with another below it counts for the empty cells beside it, above headings."""
    for upper, lower in pairwise(grid):
        parent = ""
        for column, text in enumerate(upper):
            if text:
                parent = text if lower[column] else ""
            elif parent and lower[column]:
                upper[column] = parent
            else:
                parent = ""


def _path(texts: list[str]) -> Path:
    """The texts of a column without those that only repeat or explain the one above."""
    path: list[str] = []
    for text in texts:
        if text and (not path or path[-1] != text):
            if path and not bare(text):
                path[-1] = f"{path[-1]} {text}"
            else:
                path.append(text)
    return tuple(path)


def _text(row: Row, column: int) -> str:
    cell = row[column] if column < len(row) else None
    return " ".join(cell.split()) if isinstance(cell, str) else ""

"""The marks of grids: tinted cells, the sentences under the grid with their line numbers, and the way to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.problems import Problem
from app.wording import settings as words
from views.rows_grid import RowsGrid
from views.widgets.problem_marks import MarkLine

_SHOWN = 3


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Wrong:
    """A place that wants looking at; `open` brings its grid into sight first. Row -1 is the list as a whole."""

    grid: RowsGrid
    row: int
    column: str
    sentence: str
    said: str
    open: Callable[[], None] = _nothing


class CellMarks(MarkLine):
    """One line for the grids of a form; F8 in the form goes to the next place."""

    def __init__(self, form: QWidget, grids: Callable[[], Sequence[RowsGrid]]) -> None:
        super().__init__()
        onward = QShortcut(QKeySequence(Qt.Key.Key_F8), form, self.next)
        onward.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._grids = grids
        self._wrong: list[Wrong] = []

    def show_wrong(self, wrong: Sequence[Wrong]) -> int:
        """Mark these places and no others; tells how many."""
        self._wrong = list(wrong)
        for grid in self._grids():
            grid.mark((one.row, one.column, one.sentence) for one in wrong if one.grid is grid)
        lines = [one.said for one in wrong[:_SHOWN]]
        if len(wrong) > _SHOWN:
            lines.append(words.MORE_LINES.format(count=len(wrong) - _SHOWN))
        self.set_problem(Problem("", "grid_lines", {"lines": "\n".join(lines)}) if wrong else None)
        return len(wrong)

    def next(self) -> None:
        """Go to the place after the one where the cursor is, round and round."""
        for grid in self._grids():
            grid.finish()
        focused = QApplication.focusWidget()
        here = next(
            (at for at, one in enumerate(self._wrong) if focused is one.grid and _current(one.grid) == _cell(one)), -1
        )
        if self._wrong:
            found = self._wrong[(here + 1) % len(self._wrong)]
            found.open()
            found.grid.go_to(max(0, found.row), found.column)


def _cell(one: Wrong) -> tuple[int, str]:
    return one.row, one.column


def _current(grid: RowsGrid) -> tuple[int, str]:
    column = grid.currentColumn()
    return grid.currentRow(), grid.columns[column].name if column >= 0 else ""


def in_line(grid: RowsGrid, row: int, column: str, sentence: str) -> Wrong:
    """A place of a tab's only grid, told with its line."""
    said = words.IN_LINE.format(line=row + 1, sentence=sentence) if row >= 0 else sentence
    return Wrong(grid, row, column, sentence, said)

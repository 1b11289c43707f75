"""The grid of units and times: who has reported, in time or late, and who has not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.campaigns.day_words import due_words, task_words
from app.campaigns.deadlines import Cell, CellState, Grid
from app.plans.days import day_text
from app.wording import movement_pages as words
from views import style

_WIDTH, _HEADING = 210, 60


class ReportGrid(QTableWidget):
    """Arrows go from cell to cell; Enter or a double click on one says that it was `chosen` (its line, the cell)."""

    chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(words.GRID)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag(int(wrapped)))
        style.follow_scale(self, lambda: self.horizontalHeader().setFixedHeight(style.px(_HEADING)))
        self._grid = Grid((), ())
        self.cellDoubleClicked.connect(self._choose)

    def show_grid(self, grid: Grid) -> None:
        """Show who has reported; hidden where no unit has to."""
        self._grid = grid
        self.setVisible(bool(grid.units))
        self.clear()
        self.setRowCount(len(grid.units))
        self.setColumnCount(len(grid.columns))
        self.setVerticalHeaderLabels([one.name or "" for one in grid.units])
        for place, column in enumerate(grid.columns):
            heading = QTableWidgetItem(f"{task_words(column)}\n{due_words(column)}")
            heading.setToolTip(f"{task_words(column)}\n{due_words(column)}")
            self.setHorizontalHeaderItem(place, heading)
            self.setColumnWidth(place, style.px(_WIDTH))
            for row, unit in enumerate(grid.units):
                cell = grid.cell(unit.id, column)
                self.setItem(row, place, _item(cell))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int, column: int) -> None:
        if 0 <= row < len(self._grid.units) and 0 <= column < len(self._grid.columns):
            line = self._grid.columns[column]
            cell = self._grid.cell(self._grid.units[row].id, line)
            if cell is not None:
                self.chosen.emit(line, cell)


def _item(cell: Cell | None) -> QTableWidgetItem:
    """A cell in words; late ones in the colour of what is wrong, and never by colour alone."""
    if cell is None:
        item = QTableWidgetItem("")
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item
    day = day_text(cell.report.sent_on) if cell.report else ""
    item = QTableWidgetItem(words.CELLS[cell.state.value].format(day=day))
    if cell.state in (CellState.MISSING, CellState.SENT_LATE):
        item.setForeground(QColor(style.ERROR))
    return item

"""A typed grid that grows as its lines are filled, and takes cells of Excel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableWidgetItem

from views import style
from views.widgets.typed_grid import TypedGrid

_ROWS = 6


class PastedGrid(TypedGrid):
    """Ctrl+V takes cells of Excel from the current cell on, Delete empties cells. The last column takes the rest."""

    def __init__(self, name: str, headings: Sequence[str], widths: Sequence[int], rows: int = _ROWS) -> None:
        super().__init__(rows, len(headings))
        self._widths = widths
        self.setHorizontalHeaderLabels(list(headings))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(len(headings) - 1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        if not style.high_contrast():
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Highlight, QColor(style.SELECTION))
            palette.setColor(QPalette.ColorRole.HighlightedText, QColor(style.TEXT))
            self.setPalette(palette)
        self.cellChanged.connect(self._grow)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        for place, width in enumerate(self._widths):
            self.setColumnWidth(place, style.px(width))
        self.verticalHeader().setDefaultSectionSize(style.px(28))

    def _grow(self, row: int, _column: int) -> None:
        if row == self.rowCount() - 1 and any(self.text(row, column) for column in range(self.columnCount())):
            self.setRowCount(self.rowCount() + 1)

    def put(self, row: int, column: int, text: str) -> None:
        """Write a cell."""
        self.setItem(row, column, QTableWidgetItem(text))

    def cells(self) -> list[tuple[str, ...]]:
        """The lines that hold anything."""
        columns = range(self.columnCount())
        rows = [tuple(self.text(row, column) for column in columns) for row in range(self.rowCount())]
        return [one for one in rows if any(one)]

    def show_lines(self, lines: Sequence[Sequence[str]]) -> None:
        """Show these lines, and empty ones below."""
        self.setRowCount(max(_ROWS, len(lines) + 1))
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                self.put(row, column, text)

    def paste(self, text: str) -> None:
        """Cells of Excel: lines and tabs. A first column that only numbers the lines is left out."""
        rows = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
        if len(rows[0]) > 1 and all(row[0].strip().rstrip(".").isdigit() for row in rows if row[0].strip()):
            rows = [row[1:] for row in rows]
        top, left = max(0, self.currentRow()), max(0, self.currentColumn())
        self.setRowCount(max(self.rowCount(), top + len(rows) + 1))
        for down, row in enumerate(rows):
            for right, cell in enumerate(row[: self.columnCount() - left]):
                self.put(top + down, left + right, cell.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete:
            for index in self.selectedIndexes():
                self.put(index.row(), index.column(), "")
        else:
            super().keyPressEvent(event)

"""A small grid that is typed in, whose lines end where nothing is typed any more: Tab goes on behind it from there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QWidget,
)

_Hint = QAbstractItemDelegate.EndEditHint


class CellEdit(QLineEdit):
    """Where a cell is typed in. Several cells of Excel pasted here go to the grid, not all into this cell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cells = QApplication.clipboard().text().strip("\r\n")
        inside = self.parentWidget()
        grid = inside.parentWidget() if inside is not None else None
        several = "\n" in cells or "\t" in cells
        if several and event.matches(QKeySequence.StandardKey.Paste) and isinstance(grid, TypedGrid):
            grid.closeEditor(self, _Hint.NoHint)
            grid.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


class CellDelegate(QStyledItemDelegate):
    """Cells are typed in a `CellEdit`."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        return CellEdit(parent)


class TypedGrid(QTableWidget):
    """Tab goes from cell to cell, and out of the grid from a line with nothing in it and nothing below it.

    Shift+Tab leaves from the first cell. Without this the keyboard would go round in the grid for ever.
    """

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__(rows, columns)
        self.setEditTriggers(QTableWidget.EditTrigger.AllEditTriggers)
        self.setTabKeyNavigation(True)
        self.setItemDelegate(CellDelegate(self))

    def text(self, row: int, column: int) -> str:
        """What a cell holds, blanks made single."""
        item = self.item(row, column)
        return " ".join(item.text().split()) if item is not None else ""

    def _leaves(self, onward: bool) -> bool:
        row, column = max(0, self.currentRow()), max(0, self.currentColumn())
        if not onward:
            return row == 0 and column == 0
        below = range(row, self.rowCount())
        return not any(self.text(line, cell) for line in below for cell in range(self.columnCount()))

    def closeEditor(self, editor: QWidget, hint: _Hint) -> None:
        onward = hint == _Hint.EditNextItem
        if (onward or hint == _Hint.EditPreviousItem) and self._leaves(onward):
            super().closeEditor(editor, _Hint.NoHint)
            self.focusNextPrevChild(onward)
        else:
            super().closeEditor(editor, hint)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Qt's own, which goes from cell to cell only while the grid says that Tab is for its cells."""
        self.setTabKeyNavigation(not self._leaves(onward))
        moved = super().focusNextPrevChild(onward)
        self.setTabKeyNavigation(True)
        return moved

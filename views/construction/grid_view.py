"""The quick grid on screen: a sheet whose stages are ticks with their days."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionButton, QWidget

from app.parsing import today
from app.wording import construction
from views import style
from views.construction.grid import StageGrid, is_stage
from views.sheet_view import SheetDelegate, SheetView

AnyIndex = QModelIndex | QPersistentModelIndex


class _GridDelegate(SheetDelegate):
    """Paints a stage as tick and day."""

    def lead(self, painter: QPainter, cell: QRect, index: AnyIndex) -> QRect:
        """The tick of a stage."""
        if not is_stage(index):
            return cell
        side = style.px(16)
        box = QStyleOptionButton()
        box.rect = QRect(cell.x(), cell.center().y() - side // 2, side, side)
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if index.data() else QStyle.StateFlag.State_Off
        )
        widget = self.parent()
        if isinstance(widget, QWidget):
            box.palette = widget.palette()
        QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter)
        return cell.adjusted(style.px(22), 0, 0, 0)


class GridView(SheetView):
    """Tab leaves the grid; Ctrl+; writes today, a click on a tick is as Space on it."""

    delegate_class = _GridDelegate
    tab_goes_on = False

    def __init__(self, grid: StageGrid, parent: QWidget | None = None) -> None:
        super().__init__(grid, construction.GRID, parent)
        self.grid = grid

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Semicolon and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            for index in self.cells():
                self.grid.set_day(index, today().isoformat())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        where = event.position().toPoint()
        index = self.indexAt(where)
        if index.isValid() and is_stage(index) and event.button() == Qt.MouseButton.LeftButton:
            left = self.visualRect(index).left()
            if left <= where.x() <= left + style.px(26):
                self.grid.toggle(index)

"""Paints the cells of a table: horizontal lines only, selection and hover by ground, the current row outlined."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem, QTableView

from views import style
from views.paged_table import PagedTable, RowRole
from views.table_header import PADDING

AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """One delegate for all columns; a column with `paint` draws its own content on the ground painted here."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        palette = option.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        plain = not style.high_contrast()
        ground = palette.base().color()
        ink = palette.text().color()
        if selected:
            ground = QColor(style.SELECTION) if plain else palette.highlight().color()
            ink = ink if plain else palette.highlightedText().color()
        elif index.row() == self.hovered and plain:
            ground = QColor(style.HOVER)
        painter.save()
        painter.fillRect(option.rect, ground)
        painter.setPen(ink)
        painter.setFont(option.font)
        self._content(painter, option, index)
        self._lines(painter, option.rect, index)
        painter.restore()

    def _content(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        if not isinstance(model, PagedTable):
            return
        if index.column() == 0:
            if model.tickable:
                self._tick(painter, option.rect, ticked=model.is_ticked(index.row()))
            return
        column = model.columns[index.column() - 1]
        inner = option.rect.adjusted(style.px(PADDING), 0, -style.px(PADDING), -1)
        if column.paint is not None:
            row = model.data(index, RowRole)
            if row is not None:
                column.paint(painter, inner, row)
            return
        text = model.data(index)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, column.align.value | Qt.AlignmentFlag.AlignVCenter, shown)

    def _tick(self, painter: QPainter, cell: QRect, *, ticked: bool) -> None:
        box = QStyleOptionButton()
        side = style.px(16)
        centred = QRect(0, 0, side, side)
        centred.moveCenter(cell.center())
        box.rect = centred
        on = QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        box.state = QStyle.StateFlag.State_Enabled | on
        box.palette = self._view.palette()
        self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, self._view)

    def _lines(self, painter: QPainter, cell: QRect, index: AnyIndex) -> None:
        painter.setPen(QColor(style.LINE))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            self._ring(painter, cell, index)

    def _ring(self, painter: QPainter, cell: QRect, index: AnyIndex) -> None:
        """The focus ring runs round the whole row: only the outer cells have sides."""
        painter.setPen(QPen(QColor(style.PRIMARY), 2))
        header = self._view.horizontalHeader()
        shown = [place for place in range(header.count()) if not header.isSectionHidden(header.logicalIndex(place))]
        place = header.visualIndex(index.column())
        painter.drawLine(cell.left(), cell.top() + 1, cell.right(), cell.top() + 1)
        painter.drawLine(cell.left(), cell.bottom(), cell.right(), cell.bottom())
        if place == shown[0]:
            painter.drawLine(cell.left() + 1, cell.top(), cell.left() + 1, cell.bottom())
        if place == shown[-1]:
            painter.drawLine(cell.right(), cell.top(), cell.right(), cell.bottom())

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> Any:
        return QSize(style.px(40), style.px(28))

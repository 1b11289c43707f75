"""The heading of a table: flat, quiet, two lines at most, its text in line with the cells below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from views import style

PADDING = 6


class TableHeader(QHeaderView):
    """Clickable and movable; the sorted column shows a small triangle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - the name Qt gives it
        model = self.model()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(rect, self.palette().window())
        painter.setPen(QColor(style.FIELD_BORDER))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        title = model.headerData(logicalIndex, Qt.Orientation.Horizontal)
        if title:
            self._paint_title(painter, rect, logicalIndex, str(title))
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, section: int, title: str) -> None:
        align = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        inner = rect.adjusted(style.px(PADDING), 0, -style.px(PADDING), -style.px(2))
        painter.setFont(style.font(style.CAPTION, strong=True))
        painter.setPen(self.palette().windowText().color() if style.high_contrast() else QColor(style.QUIET))
        if section == self.sortIndicatorSection():
            self._paint_arrow(painter, rect)
        painter.drawText(inner, align | Qt.TextFlag.TextWordWrap, title)

    def _paint_arrow(self, painter: QPainter, rect: QRect) -> None:
        """A triangle at the top of the heading, where it takes no room from the text."""
        side, top, middle = style.px(4), rect.top() + style.px(2), rect.center().x()
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip, base = (top, top + side) if up else (top + side, top)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(style.PRIMARY))
        painter.setPen(Qt.PenStyle.NoPen)
        corners = [QPointF(middle, tip), QPointF(middle - side, base), QPointF(middle + side, base)]
        painter.drawPolygon(QPolygonF(corners))
        painter.restore()

"""A small house of four parts: those finished are filled, the one being built is hatched, the rest are outlines."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.wording import widgets
from models.vocabulary import Stage
from views import style

WIDTH, HEIGHT = 24, 18
_PARTS: dict[Stage, QPolygonF] = {
    Stage.FOUNDATION: QPolygonF([QPointF(2, 14.5), QPointF(22, 14.5), QPointF(22, 17.5), QPointF(2, 17.5)]),
    Stage.FRAME_WALL: QPolygonF([QPointF(4, 8), QPointF(20, 8), QPointF(20, 14.5), QPointF(4, 14.5)]),
    Stage.ROOF: QPolygonF([QPointF(12, 0.5), QPointF(23.5, 8), QPointF(0.5, 8)]),
}
_DOOR = QRectF(9, 10, 4, 4.5)
_WINDOW = QRectF(15, 9.8, 3, 2.5)


def house_text(done: Collection[Stage], current: Stage | None) -> str:
    """What is read aloud and copied: the parts that are finished, or the one being built."""
    finished = [part for stage, part in widgets.HOUSE_PARTS.items() if stage in done]
    if finished:
        return widgets.HOUSE_DONE.format(parts=", ".join(finished))
    if current in widgets.HOUSE_PARTS:
        return widgets.HOUSE_CURRENT.format(part=widgets.HOUSE_PARTS[current])
    return widgets.HOUSE_STARTED if Stage.START in done else widgets.HOUSE_NOT_STARTED


def paint_house(painter: QPainter, cell: QRect, done: Collection[Stage], current: Stage | None = None) -> None:
    """The house in the middle of a cell, as large as fits in its proportions, 24 x 18 in a list."""
    size = min(cell.width() / WIDTH, cell.height() / HEIGHT)
    if cell.height() < 2 * style.px(HEIGHT):
        size = min(size, style.px(HEIGHT) / HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(cell.center().x() + 1 - WIDTH * size / 2, cell.center().y() + 1 - HEIGHT * size / 2)
    painter.scale(size, size)
    for stage, part in _PARTS.items():
        finished = stage in done
        painter.setPen(QPen(QColor(style.PRIMARY if finished or stage is current else style.QUIET), 1))
        painter.setBrush(QColor(style.PRIMARY if finished else style.SURFACE))
        painter.drawPolygon(part)
        if stage is current and not finished:
            _hatch(painter, part)
    _paint_door(painter, done, current)
    painter.restore()


def _paint_door(painter: QPainter, done: Collection[Stage], current: Stage | None) -> None:
    """The door is the finish: light while it is missing, open beside a lit window when the house is done."""
    painter.setPen(QPen(QColor(style.QUIET), 0.8))
    painter.setBrush(QColor(style.SURFACE))
    painter.drawRect(_DOOR)
    if Stage.FINISH in done:
        painter.drawRect(_WINDOW)
        painter.fillRect(_DOOR.adjusted(0.8, 0.8, -0.8, 0), QColor("#D9A441"))
    elif current is Stage.FINISH:
        _hatch(painter, QPolygonF(_DOOR))


def _hatch(painter: QPainter, part: QPolygonF) -> None:
    """Slanting lines within a part. Qt's own hatch is too coarse for a strip of three pixels."""
    path = QPainterPath()
    path.addPolygon(part)
    painter.save()
    painter.setClipPath(path)
    painter.setPen(QPen(QColor(style.PRIMARY), 0.9))
    for start in range(-HEIGHT, WIDTH, 3):
        painter.drawLine(QPointF(start, HEIGHT), QPointF(start + HEIGHT, 0))
    painter.restore()


class HousePicture(QWidget):
    """The house as a widget, for the head of a dossier."""

    def __init__(self, height: int = 54, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._done: frozenset[Stage] = frozenset()
        self._current: Stage | None = None

    def set_house(self, done: Collection[Stage], current: Stage | None = None) -> None:
        """Show how far a house is."""
        self._done, self._current = frozenset(done), current
        self.setAccessibleName(house_text(done, current))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(style.px(self._height * WIDTH / HEIGHT), style.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_house(QPainter(self), self.rect(), self._done, self._current)

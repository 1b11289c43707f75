"""Where a house is, as sign, word and colour: painted signs that are told apart in grey."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.wording import widgets
from models.vocabulary import Status
from views import style

_SIGN, _GAP, _HEIGHT = 10, 5, 20


@dataclass(frozen=True)
class Look:
    """How a group of states is drawn: how much of its disc is filled (quarters), ink and ground."""

    quarters: int
    ink: str
    ground: str
    bordered: bool = False
    struck: bool = False


LOOKS: dict[str, Look] = {
    "waiting": Look(0, "#55626E", "#EEF1F3"),
    "approved": Look(1, "#7A5200", "#FFF4DC"),
    "building": Look(2, "#0B5FA5", "#E6F0FA"),
    "accepted": Look(3, "#0B6B63", "#E2F3F0"),
    "handed_over": Look(4, "#FFFFFF", "#1B6B2F"),
    "on_hold": Look(-1, "#A63A00", "#FFFFFF", bordered=True),
    "left": Look(-2, "#55626E", "#FFFFFF", struck=True),
}
_GROUPS: dict[Status, str] = {
    Status.APPROVED: "approved",
    Status.STARTED: "building",
    Status.IN_PROGRESS: "building",
    Status.ACCEPTED: "accepted",
    Status.HANDED_OVER: "handed_over",
    Status.CLOSED: "handed_over",
    Status.ON_HOLD: "on_hold",
    Status.WITHDRAWN: "left",
    Status.INELIGIBLE: "left",
    Status.REFUSED: "left",
    Status.TRANSFERRED: "left",
    Status.CANCELLED_DEATH: "left",
}


def group_of(status: Status) -> str:
    """The group on screen (a key of `LOOKS` and `widgets.GROUPS`) that a status belongs to."""
    return _GROUPS.get(status, "waiting")


def status_text(group: str, overdue: int = 0) -> str:
    """What is read aloud and copied: the word, and the days it is late."""
    word = widgets.GROUPS[group]
    return f"{word} · {widgets.OVERDUE.format(days=overdue)}" if overdue > 0 else word


def paint_status(painter: QPainter, cell: QRect, group: str, overdue: int = 0) -> None:
    """The sign and word at the left of a cell; being late joins as a triangle with its days."""
    look, word = LOOKS[group], widgets.GROUPS[group]
    font = style.font(style.CAPTION)
    font.setStrikeOut(look.struck)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    width = _width(QFontMetrics(font), word)
    height = style.px(_HEIGHT)
    tag = QRectF(cell.x() + 0.5, cell.center().y() - height / 2 + 0.5, min(width, cell.width()), height)
    painter.setPen(QColor(look.ink) if look.bordered else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.ground))
    painter.drawRoundedRect(tag, style.px(4), style.px(4))
    side = style.px(_SIGN)
    _paint_sign(painter, QRectF(tag.x() + style.px(_GAP), tag.center().y() - side / 2, side, side), look)
    painter.setPen(QColor(look.ink))
    inner = tag.adjusted(side + 2 * style.px(_GAP), 0, 0, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()
    if overdue > 0:
        _paint_overdue(painter, cell.adjusted(round(tag.width()) + style.px(4), 0, 0, 0), overdue)


def _width(metrics: QFontMetrics, word: str) -> int:
    return style.px(_SIGN) + 3 * style.px(_GAP) + metrics.horizontalAdvance(word)


def _paint_sign(painter: QPainter, box: QRectF, look: Look) -> None:
    """A disc filled by quarters; two bars for a pause; a cross for what left the list."""
    pen = QPen(QColor(look.ink), box.width() / 7)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.quarters == -1:
        for share in (0.3, 0.7):
            x = box.x() + box.width() * share
            painter.drawLine(QPointF(x, box.top() + 1), QPointF(x, box.bottom() - 1))
        return
    if look.quarters == -2:
        inner = box.adjusted(1, 1, -1, -1)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
        return
    painter.drawEllipse(box)
    if look.quarters:
        painter.setBrush(QColor(look.ink))
        painter.drawPie(box, 90 * 16, -90 * 16 * look.quarters)


def _paint_overdue(painter: QPainter, cell: QRect, days: int) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor("#A63A00")
    side = style.px(9)
    top = cell.center().y() - side / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    left = float(cell.x())
    corners = [QPointF(left + side / 2, top), QPointF(left + side, top + side), QPointF(left, top + side)]
    painter.drawPolygon(QPolygonF(corners))
    painter.setPen(ink)
    painter.setFont(style.font(style.CAPTION))
    room = cell.adjusted(side + style.px(4), 0, 0, 0)
    text = widgets.OVERDUE.format(days=days)
    if painter.fontMetrics().horizontalAdvance(text) > room.width():
        text = widgets.OVERDUE_SHORT.format(days=days)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


class StatusTag(QWidget):
    """The same sign as a widget."""

    def __init__(self, group: str = "waiting", overdue: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group, self._overdue = group, overdue
        self.set_status(group, overdue)

    def set_status(self, group: str, overdue: int = 0) -> None:
        """Show another state."""
        self._group, self._overdue = group, overdue
        self.setAccessibleName(status_text(group, overdue))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(style.font(style.CAPTION))
        width = _width(metrics, widgets.GROUPS[self._group]) + 2
        if self._overdue > 0:
            width += style.px(20) + metrics.horizontalAdvance(widgets.OVERDUE.format(days=self._overdue))
        return QSize(width, style.px(_HEIGHT) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_status(QPainter(self), self.rect(), self._group, self._overdue)

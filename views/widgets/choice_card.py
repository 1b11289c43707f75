"""A large button of several lines: its key, a caption, the answer in large letters, and what there is to say of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from views import style

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class ChoiceCard(QAbstractButton):
    """As tall as its text needs. `number` is the key a page lets it be pressed with; 0 for none."""

    def __init__(self, number: int, caption: str, value: str, byline: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.caption, self.value, self.byline = number, caption, value, byline
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        told = f"{number}. {caption}: {value}" if number else value
        self.setAccessibleName(f"{told}. {byline}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        style.follow_scale(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(style.px(420), self.heightForWidth(style.px(420)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(box.height() for box in self._boxes(width)) + style.px(2 * 10 + 2 * 2)

    def _boxes(self, width: int) -> tuple[QRect, QRect, QRect]:
        """The places of caption, value and byline."""
        left = style.px(52 if self.number else 16)
        room = max(80, width - left - style.px(14))
        caption = QFontMetrics(style.font(style.CAPTION)).height() if self.caption else 0
        shown = QFontMetrics(style.font(style.GROUP, strong=True))
        value = shown.boundingRect(QRect(0, 0, room, 100_000), int(_WRAP), self.value).height()
        below = QFontMetrics(style.font(style.CAPTION))
        byline = below.boundingRect(QRect(0, 0, room, 100_000), int(_WRAP), self.byline).height() if self.byline else 0
        top = style.px(10)
        second = top + caption + style.px(2)
        third = second + value + style.px(2)
        return (
            QRect(left, top, room, caption),
            QRect(left, second, room, value),
            QRect(left, third, room, byline),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, usual = self.palette(), not style.high_contrast()
        box = self.rect().adjusted(1, 1, -2, -2)
        ground = palette.base().color()
        if usual and (self.underMouse() or self.isDown()):
            ground = QColor(style.SELECTION if self.isDown() else style.HOVER)
        painter.setBrush(ground)
        ring = palette.highlight().color() if self.hasFocus() else palette.mid().color()
        painter.setPen(QPen(ring, 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(box, style.px(4), style.px(4))
        if self.number:
            self._paint_number(painter)
        quiet = QColor(style.QUIET) if usual else palette.text().color()
        strong = style.font(style.GROUP, strong=True)
        looks = (
            (style.font(style.CAPTION), quiet),
            (strong, palette.text().color()),
            (style.font(style.CAPTION), quiet),
        )
        texts = (self.caption, self.value, self.byline)
        for place, text, (font, ink) in zip(self._boxes(self.width()), texts, looks, strict=True):
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(place, int(_WRAP), text)

    def _paint_number(self, painter: QPainter) -> None:
        """The key that presses it, drawn like a key."""
        side = style.px(24)
        key = QRect(style.px(14), style.px(14), side, side)
        painter.setBrush(self.palette().window())
        painter.setPen(QPen(self.palette().highlight().color(), 1))
        painter.drawRoundedRect(key, style.px(4), style.px(4))
        painter.setFont(style.font(strong=True))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(self.number))

"""The big place that files are dropped on; pressed, it asks for files."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.wording import sending as words
from views import icons, style

TALL, LOW = 240, 96


class DropArea(QAbstractButton):
    """Tall while there is nothing else to see; `set_over` shows that files hang over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over, self._low = False, False
        self.setText(words.DROP)
        self.setAccessibleName(f"{words.DROP}, {words.DROP_MORE}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        style.follow_scale(self, self.updateGeometry)

    def set_over(self, over: bool) -> None:
        """Files hang over the page, or not any more."""
        self._over = over
        self.update()

    def set_low(self, low: bool) -> None:
        """Make room for what was received."""
        self._low = low
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(style.px(400), style.px(LOW if self._low else TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(240), style.px(LOW))

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
        active = self._over or self.hasFocus() or self.underMouse()
        painter.setBrush(QColor(style.SELECTION) if usual and self._over else palette.base())
        edge = palette.highlight().color() if active else QColor(style.FIELD_BORDER)
        painter.setPen(QPen(edge, 2 if active else 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, style.px(4), style.px(4))
        side = style.px(28 if self._low else 40)
        first, second = style.font(style.GROUP, strong=True), style.font(style.CAPTION)
        painter.setFont(first)
        line = painter.fontMetrics().height()
        painter.setFont(second)
        below = painter.fontMetrics().height()
        top = (self.height() - side - line - below - style.px(8)) // 2
        picture = icons.picture("receive", side, style.PRIMARY, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, top, picture)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.setFont(first)
        painter.setPen(palette.text().color())
        painter.drawText(self.rect().adjusted(0, top + side + style.px(4), 0, 0), centre, self.text())
        painter.setFont(second)
        painter.setPen(QColor(style.QUIET) if usual else palette.text().color())
        painter.drawText(self.rect().adjusted(0, top + side + line + style.px(8), 0, 0), centre, words.DROP_MORE)

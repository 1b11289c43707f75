"""The one filled button of a page, and flat buttons that read like text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from views import icons, style


class FilledButton(QPushButton):
    """The next step of the page: there is one. Flat, in the main colour, with a ring when it has the focus."""

    def __init__(self, text: str, drawing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._drawing = drawing
        style.follow_scale(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text().replace("&", "")) + style.px(28)
        return QSize(width + (style.px(22) if self._drawing else 0), style.px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground())
        painter.drawRoundedRect(box, style.px(4), style.px(4))
        ink = style.SURFACE if self.isEnabled() else "#F4F2EE"
        text = box
        if self._drawing:
            side = style.px(16)
            picture = icons.picture(self._drawing, side, ink, self.devicePixelRatioF())
            painter.drawPixmap(style.px(10), (self.height() - side) // 2, picture)
            text = box.adjusted(style.px(22), 0, 0, 0)
        painter.setPen(QColor(ink))
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(style.SURFACE), 1))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), style.px(3), style.px(3))
            painter.setPen(QPen(QColor(style.TEXT), 2))
            painter.drawRoundedRect(box, style.px(4), style.px(4))

    def _ground(self) -> QColor:
        base = self.palette().highlight().color()
        if not self.isEnabled():
            return QColor("#A9B3BA")
        if self.isDown():
            return base.darker(125)
        return base.lighter(115) if self.underMouse() else base


class MenuButton(QToolButton):
    """A quiet button with an arrow behind its text that opens a menu below itself."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu_below: Callable[[], QMenu] | None = None
        self.setText(text)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIcon(icons.icon("down", style.QUIET))
        self.setIconSize(QSize(14, 14))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The arrow stands behind the text.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        style.follow_scale(self, lambda: self.setMinimumHeight(style.px(28)))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        if self.menu_below is not None:
            self.menu_below().popup(self.mapToGlobal(self.rect().bottomLeft()))


def quiet_button(text: str, slot: Callable[[], object]) -> QPushButton:
    """A button beside a list or a line: what can be done with it."""
    button = QPushButton(text)
    button.clicked.connect(lambda _=False: slot())
    style.follow_scale(button, lambda: button.setMinimumHeight(style.px(28)))
    return button


def flat_button(text: str, drawing: str = "", parent: QWidget | None = None) -> QToolButton:
    """A quiet button in a strip or a status bar; it looks pressable under the mouse."""
    button = QToolButton(parent)
    button.setText(text)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if drawing:
        button.setIcon(icons.icon(drawing))
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if text else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
    style.follow_scale(button, lambda: button.setMinimumHeight(style.px(28)))
    return button

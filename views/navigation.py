"""The bar at the left: captions, pages with drawings, a badge; folds to drawings alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.wording import frame
from views import icons, style
from views.page import PageEntry

WIDTH, FOLDED, ROW = 212, 44, 30  # the longest name in Noto Sans, which is wider than Segoe UI, needs 208


class NavigationItem(QAbstractButton):
    """One page: its drawing, its name, and a badge with how many things wait there."""

    def __init__(self, entry: PageEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.folded = False
        self.badge = 0
        self.setText(entry.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        key = f" (Alt+{entry.digit % 10})" if entry.digit is not None else ""
        self.setToolTip(entry.title + key)
        style.follow_scale(self, lambda: self.setFixedHeight(style.px(ROW)))
        self.set_badge(0)

    def set_badge(self, count: int) -> None:
        """How many things wait on this page."""
        self.badge = count
        self.setAccessibleName(f"{self.entry.title}: {count}" if count else self.entry.title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(style.px(FOLDED if self.folded else WIDTH), style.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, palette = self.isChecked(), self.palette()
        box = self.rect().adjusted(style.px(6), style.px(1), -style.px(6), -style.px(1))
        ink = style.PRIMARY if chosen else style.TEXT
        if style.high_contrast():
            ink = palette.windowText().color().name()
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or self.underMouse():
            painter.setBrush(palette.midlight() if not chosen else QColor(style.SELECTION))
            painter.drawRoundedRect(box, style.px(4), style.px(4))
        self._paint_content(painter, ink)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.highlight().color(), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), style.px(4), style.px(4))

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        side = style.px(18)
        top = (self.height() - side) // 2
        picture = icons.picture(self.entry.icon, side, ink, self.devicePixelRatioF())
        painter.drawPixmap(style.px(13), top, picture)
        painter.setPen(QColor(ink))
        painter.setFont(style.font())
        right = self._paint_badge(painter) if self.badge else self.width() - style.px(7)
        if not self.folded:
            left = style.px(13) + side + style.px(7)
            room = QRect(left, 0, right - left, self.height())
            shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_badge(self, painter: QPainter) -> int:
        """The count at the right, or over the drawing when folded; gives where it begins."""
        painter.save()
        painter.setFont(style.font(style.CAPTION, strong=True))
        text = str(self.badge) if self.badge < 100 else "99+"
        height = style.px(14 if self.folded else 18)
        width = max(height, painter.fontMetrics().horizontalAdvance(text) + style.px(8))
        left = self.width() - width - style.px(3 if self.folded else 12)
        box = QRect(left, style.px(1) if self.folded else (self.height() - height) // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#A63A00"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor(style.SURFACE))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
        return left

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)


class Navigation(QFrame):
    """The pages that exist, in their order. `chosen` carries the name of a page."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(frame.NAVIGATION)
        self.items: dict[str, NavigationItem] = {}
        self.folded = False
        self._captions: list[QLabel] = []
        self._scroll = QScrollArea(widgetResizable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.px(6), 0, style.px(6))
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        pages = self._pages([one for one in entries if not one.foot])
        self._scroll.setWidget(pages)
        for entry in [one for one in entries if one.foot]:
            column.addWidget(self._item(entry))
        self._show_through(pages)
        # Queued: the range changes amid the laying out of the pages, which would stay as wide as with the bar.
        self._scroll.verticalScrollBar().rangeChanged.connect(self._size, Qt.ConnectionType.QueuedConnection)
        style.follow_scale(self, self._size)

    def _pages(self, entries: Sequence[PageEntry]) -> QWidget:
        """The pages by caption. On a low screen, or with large letters, they scroll; the foot stays in sight."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        caption = ""
        for entry in entries:
            if entry.caption != caption:
                caption = entry.caption
                column.addWidget(self._caption(caption))
            column.addWidget(self._item(entry))
        column.addStretch(1)
        return made

    def _show_through(self, pages: QWidget) -> None:
        """The bar itself is painted behind its pages."""
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self._scroll.viewport(), pages):
            widget.setAutoFillBackground(False)

    def _caption(self, text: str) -> QLabel:
        label = QLabel(text)
        if not style.high_contrast():
            palette = label.palette()
            palette.setColor(label.foregroundRole(), QColor(style.QUIET))
            label.setPalette(palette)
        self._captions.append(label)
        return label

    def _item(self, entry: PageEntry) -> NavigationItem:
        item = NavigationItem(entry)
        item.clicked.connect(lambda: self.chosen.emit(entry.name))
        self.items[entry.name] = item
        return item

    def _size(self) -> None:
        bar = self._scroll.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() else 0
        self.setFixedWidth(style.px(FOLDED if self.folded else WIDTH) + beside)
        for label in self._captions:
            font = style.font(style.CAPTION - 1, strong=True)
            font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 0.4)
            label.setFont(font)
            label.setContentsMargins(style.px(14), style.px(6), 0, style.px(2))

    def fold(self, folded: bool) -> None:
        """Drawings alone, or drawings with names."""
        self.folded = folded
        for label in self._captions:
            label.setVisible(not folded)
        for item in self.items.values():
            item.folded = folded
            item.updateGeometry()
            item.update()
        self._size()

    def show_page(self, name: str) -> None:
        """Mark the page that is open."""
        for other, item in self.items.items():
            item.setChecked(other == name)
        if name in self.items:
            self._scroll.ensureWidgetVisible(self.items[name], 0, style.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#EFECE6") if not style.high_contrast() else self.palette().window())
        painter.setPen(QColor(style.LINE))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

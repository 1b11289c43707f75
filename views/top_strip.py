"""The strip over the pages: the programme that filters everything, the search, and who works here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QWidget

from app.wording import frame
from views import style
from views.find_anywhere import FindAnywhere
from views.runner import Runner
from views.widgets.buttons import MenuButton

HEIGHT, BAND = 40, 24


class TopStrip(QFrame):
    """`programme_chosen` carries a programme's id, or None for all of them."""

    programme_chosen = Signal(object)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.programme: str | None = None
        self.programme_button = MenuButton()
        self.finder = FindAnywhere(runner)
        self.user_button = MenuButton()
        self.user_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(style.px(12), 0, style.px(12), 0)
        row.setSpacing(style.px(12))
        row.addWidget(self.programme_button)
        row.addStretch(1)
        row.addWidget(self.finder, 2)
        row.addStretch(1)
        row.addWidget(self.user_button)
        self._shown = ""
        style.follow_scale(self, self._size)
        self.offer_programmes([], None)

    def _size(self) -> None:
        self.setFixedHeight(style.px(HEIGHT))
        button = self.programme_button
        button.setFont(style.font())
        room = style.px(300)
        button.setText(button.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideRight, room))
        button.setToolTip(self._shown)
        button.setAccessibleName(self._shown)

    def offer_programmes(self, programmes: Sequence[tuple[str, str]], chosen: str | None) -> None:
        """The programmes (id, name) that the office takes part in, and the one that filters."""
        menu = QMenu(self.programme_button)
        group = QActionGroup(menu)
        names = dict(programmes)
        self.programme = chosen if chosen in names else None
        for key, name in ((None, frame.ALL_PROGRAMMES), *programmes):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(key == self.programme)
            action.triggered.connect(lambda _=False, key=key, name=name: self._choose(key, name))
            group.addAction(action)
        self.programme_button.menu_below = lambda: menu
        self._show(names.get(self.programme or "", frame.ALL_PROGRAMMES))

    def _choose(self, key: str | None, name: str) -> None:
        self.programme = key
        self._show(name)
        self.programme_chosen.emit(key)

    def _show(self, name: str) -> None:
        self._shown = frame.PROGRAMME.format(name=name)
        self._size()

    def set_user(self, name: str, menu: QMenu | None = None) -> None:
        """Who is signed in, with what can be done about it."""
        self.user_button.setText(name)
        self.user_button.menu_below = None if menu is None else lambda: menu
        self.user_button.show()

    def leave_out_houses(self) -> None:
        """An office without households has nothing to find here and no programme to filter by."""
        self.programme_button.hide()
        self.finder.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        painter.setPen(QColor(style.LINE))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class Band(QLabel):
    """Says something under the strip that must be seen all the time."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoFillBackground(True)
        if not style.high_contrast():
            palette = self.palette()
            palette.setColor(self.backgroundRole(), QColor(style.WARNING_GROUND))
            palette.setColor(self.foregroundRole(), QColor(style.WARNING))
            self.setPalette(palette)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self.setFont(style.font(style.CAPTION, strong=True))
        self.setFixedHeight(style.px(BAND))
        self.setIndent(style.px(12))


class SampleBand(Band):
    """Says all the time that the people in the sample office are made up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(frame.SAMPLE_DATA, parent)

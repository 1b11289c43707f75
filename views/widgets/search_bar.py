"""The live search of a list: Ctrl+F comes here, Esc empties it, Down goes to the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from app.wording import widgets
from views import icons, style

PAUSE = 150


#: The least width at 100 %, in pixels of the screen.
_LEAST = 190


class SearchBar(QLineEdit):
    """`searched` comes when typing pauses; `left` when the officer goes on to the list."""

    searched = Signal(str)
    left = Signal()

    def __init__(self, page: QWidget | None = None, placeholder: str = widgets.SEARCH_HERE) -> None:
        super().__init__(page)
        self._last = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(widgets.SEARCH_NAME)
        self.addAction(QAction(icons.icon("search", style.QUIET), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        style.follow_scale(self, self._size)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._pause.start)
        if page is not None:
            come_here = QShortcut(QKeySequence.StandardKey.Find, page, self._come_here)
            come_here.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _size(self) -> None:
        self.setFixedHeight(style.px(28))
        self.setMinimumWidth(_LEAST * 100 // style.scale.percent)  # with large letters the buttons beside it need room
        self.setMaximumWidth(style.px(340))

    def _come_here(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def look_for(self, text: str) -> None:
        """Search for a text at once, as if it had been typed."""
        self.setText(text)
        self._pause.stop()
        self._search()

    def _search(self) -> None:
        text = self.text().strip()
        if text != self._last:
            self._last = text
            self.searched.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._pause.stop()
                self._search()
                self.left.emit()
            case _:
                super().keyPressEvent(event)

"""The line at the bottom of the window: what was done, for six seconds, and what went wrong, until it is read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.wording import frame
from views import icons, style

SHOWN_FOR = 6000


class MessageLine(QFrame):
    """One message at a time; trouble that is not read yet is not replaced by a success but queued before it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._sign = QLabel()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.undo = QPushButton(frame.UNDO)
        self.read = QPushButton(frame.OK)
        self._row = row = QHBoxLayout(self)
        row.addWidget(self._sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        row.addWidget(self.read)
        style.follow_scale(self, self._size)
        self._undo_job: Callable[[], None] | None = None
        self._troubles: list[tuple[str, str, str]] = []
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        self.undo.clicked.connect(self._take_back)
        self.read.clicked.connect(self._next)
        self.hide()

    def _size(self) -> None:
        self._row.setContentsMargins(style.px(12), style.px(4), style.px(8), style.px(4))
        self._row.setSpacing(style.px(8))
        for button in (self.undo, self.read):
            button.setMinimumSize(style.px(88), style.px(28))

    def show_success(self, text: str, undo: Callable[[], None] | None) -> None:
        """Say what was done; waits behind trouble that nobody has read."""
        if self._troubles:
            return
        self._undo_job = undo
        self._show(text, "done", style.SUCCESS, "#EAF3EC")
        self.undo.setVisible(undo is not None)
        self.read.hide()
        self._timer.start()

    def show_warning(self, text: str) -> None:
        """Say what was done and what is doubtful about it; waits as trouble does until it is read."""
        self._wait((text, style.WARNING, style.WARNING_GROUND))

    def show_trouble(self, text: str) -> None:
        """Say what went wrong; several are read one after the other."""
        self._wait((text, style.ERROR, "#FBEDEC"))

    def _wait(self, told: tuple[str, str, str]) -> None:
        self._troubles.append(told)
        if len(self._troubles) == 1:
            self._show_first_trouble()

    def _show_first_trouble(self) -> None:
        self._timer.stop()
        text, ink, ground = self._troubles[0]
        self._show(text, "task", ink, ground)
        self.undo.hide()
        self.read.show()

    def _show(self, text: str, sign: str, ink: str, ground: str) -> None:
        self._sign.setPixmap(icons.picture(sign, style.px(20), ink, self.devicePixelRatioF()))
        self.text.setText(text)
        self.text.setAccessibleName(text)
        palette = QPalette(self.palette())
        if not style.high_contrast():
            palette.setColor(QPalette.ColorRole.Window, QColor(ground))
        self.setPalette(palette)
        self.show()

    def _take_back(self) -> None:
        job, self._undo_job = self._undo_job, None
        self.hide()
        if job is not None:
            job()

    def _next(self) -> None:
        self._troubles.pop(0)
        if self._troubles:
            self._show_first_trouble()
        else:
            self.hide()

"""The line of an office of many houses on "Cần xử lý": when its points were found, and finding them again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.wording import tasks as words
from views import style
from views.widgets.form import quiet_label


class SearchLine(QWidget):
    """Not there for an office small enough to have its points found whenever something changed."""

    def __init__(self, find: Callable[[], object]) -> None:
        super().__init__()
        self.text = quiet_label()
        self.button = QPushButton(words.FIND_AGAIN)
        self.button.clicked.connect(lambda _=False: find())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text)
        row.addWidget(self.button)
        row.addStretch(1)
        style.follow_scale(self, lambda: self.button.setMinimumHeight(style.px(28)))
        self.hide()

    def say(self, text: str) -> None:
        """Say how the search stands; while it runs it cannot be begun again."""
        self.text.setText(text)
        self.button.setEnabled(text != words.FINDING)

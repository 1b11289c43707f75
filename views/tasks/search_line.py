"""The line of an office of many houses on "Cần xử lý": when its points were found, and finding them again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from app.documents.words import whole_text
from app.wording import flags as flag_words
from app.wording import tasks as words
from views import style
from views.widgets.form import quiet_label


class SearchLine(QWidget):
    """Not there for an office small enough to have its points found whenever something changed.

    `chosen`: of which points alone the list is to be.
    """

    chosen = Signal()

    def __init__(self, find: Callable[[], object]) -> None:
        super().__init__()
        self.text = quiet_label()
        self.button = QPushButton(words.FIND_AGAIN)
        self.button.clicked.connect(lambda _=False: find())
        self.codes = QComboBox()
        self.codes.setAccessibleName(flag_words.TITLE)
        self.codes.currentIndexChanged.connect(lambda _: self.chosen.emit())
        self.codes.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text)
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self.codes)
        style.follow_scale(self, self._size)
        self.hide()

    def _size(self) -> None:
        for field in (self.button, self.codes):
            field.setMinimumHeight(style.px(28))

    def say(self, text: str) -> None:
        """Say how the search stands; while it runs it cannot be begun again."""
        self.text.setText(text)
        self.button.setEnabled(text != words.FINDING)

    @property
    def code(self) -> str:
        """The code of the points the list is of; empty for all."""
        return str(self.codes.currentData() or "")

    def offer(self, counts: Mapping[str, int]) -> None:
        """Offer the points there are, with their number; the choice stays where it can."""
        before = self.code
        self.codes.blockSignals(True)
        self.codes.clear()
        self.codes.addItem(words.ALL_POINTS.format(count=whole_text(sum(counts.values()))), "")
        for code, name in flag_words.NAMES.items():
            if counts.get(code):
                self.codes.addItem(f"{name} ({whole_text(counts[code])})", code)
        self.codes.setCurrentIndex(max(0, self.codes.findData(before)))
        self.codes.blockSignals(False)
        self.codes.setVisible(bool(counts))

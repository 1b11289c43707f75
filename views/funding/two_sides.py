"""A list and what belongs to its row in hand: side by side, one above the other where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from views import style

_BESIDE = 1080  # both sides show their amounts whole


class TwoSides(QSplitter):
    """`share` is the first widget's part of the width or height, in percent."""

    def __init__(self, first: QWidget, second: QWidget, share: int = 53) -> None:
        super().__init__()
        self._share = share
        self.setChildrenCollapsible(False)
        self.addWidget(first)
        self.addWidget(second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= style.px(_BESIDE)
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
        room = self.width() if wide else self.height()
        self.setSizes([room * self._share // 100, room * (100 - self._share) // 100])

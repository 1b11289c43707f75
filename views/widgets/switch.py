"""Two or three lists in one place: buttons side by side of which one is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from views import style


class Switch(QWidget):
    """`chosen` carries the position of the button that was pressed."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, name in enumerate(names):
            button = QPushButton(name)
            button.setCheckable(True)
            button.setChecked(place == 0)
            self._group.addButton(button, place)
            style.follow_scale(button, partial(_size, button))
            row.addWidget(button)
        self._group.idClicked.connect(self.chosen)

    def choose(self, place: int) -> None:
        """Press a button."""
        self._group.button(place).setChecked(True)
        self.chosen.emit(place)

    @property
    def place(self) -> int:
        """The position of the button that is pressed."""
        return self._group.checkedId()


def _size(button: QPushButton) -> None:
    button.setMinimumHeight(style.px(28))

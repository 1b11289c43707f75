"""What an empty list says: one sentence about what it means, and the buttons that begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from views import icons, style


class EmptyState(QWidget):
    """A drawing, a sentence and up to three buttons in the middle."""

    def __init__(
        self,
        sentence: str,
        buttons: Sequence[tuple[str, Callable[[], object]]] = (),
        drawing: str = "house",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.sentence = QLabel(sentence, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        column = QVBoxLayout(self)
        column.setSpacing(style.px(12))
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addWidget(self.sentence)
        self._row = QHBoxLayout()
        self._row.setSpacing(style.px(8))
        column.addLayout(self._row)
        column.addStretch(3)
        self._first = (sentence, tuple(buttons))
        self._shown: tuple[tuple[str, Callable[[], object]], ...] | None = None
        self._set_buttons(buttons)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.picture(self._drawing, style.px(48), "#9AA5AE", ratio))
        self.sentence.setMinimumWidth(style.px(320))

    def say_instead(self, sentence: str) -> None:
        """Say something else for now, without buttons: an empty search is not an empty list."""
        self.sentence.setText(sentence)
        self._set_buttons(())

    def say_first(self) -> None:
        """Say what this state was made to say."""
        self.sentence.setText(self._first[0])
        self._set_buttons(self._first[1])

    def _set_buttons(self, buttons: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Put other buttons under the sentence; the same ones stay, one of them may have the focus."""
        if self._shown == tuple(buttons):
            return
        self._shown = tuple(buttons)
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._row.addStretch(1)
        made = [_button(name, action) for name, action in buttons]
        for button in made:
            self._row.addWidget(button)
        for button in made[:1]:
            self.setFocusProxy(button)
        self._row.addStretch(1)


def _button(name: str, action: Callable[[], object]) -> QPushButton:
    button = QPushButton(name)
    button.clicked.connect(action)
    style.follow_scale(button, lambda: button.setMinimumHeight(style.px(30)))
    return button

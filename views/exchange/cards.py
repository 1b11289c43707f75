"""Cards of the exchange: a sign, some sentences, and the buttons that go on from there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from views import icons, style
from views.widgets.form import quiet_label

Buttons = Sequence[tuple[str, Callable[[], object]]]


class Card(QFrame):
    """The first sentence strong, the others quiet; `ink` colours the sign."""

    def __init__(
        self, sentences: Sequence[str], buttons: Buttons = (), sign: str = "done", ink: str = style.SUCCESS
    ) -> None:
        super().__init__()
        self.sentences = tuple(sentences)
        self.buttons: list[QPushButton] = []
        self._name, self._ink = sign, ink
        self._sign = QLabel()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._text = QVBoxLayout()
        self._row.addLayout(self._text, 1)
        for place, sentence in enumerate(self.sentences):
            label = QLabel(sentence) if place == 0 else quiet_label(sentence)
            if place == 0:
                self._first = label
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._text.addWidget(label)
        self._add_buttons(buttons)
        style.follow_scale(self, self._size)

    def _add_buttons(self, buttons: Buttons) -> None:
        if not buttons:
            return
        row = QHBoxLayout()
        for name, slot in buttons:
            button = QPushButton(name)
            button.clicked.connect(slot)
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)
        self._text.addLayout(row)

    def add(self, widget: QWidget) -> None:
        """Something before the sign (a tick)."""
        self._row.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignTop)

    def _size(self) -> None:
        self._first.setFont(style.font(strong=True))
        self._sign.setPixmap(icons.picture(self._name, style.px(20), self._ink, self.devicePixelRatioF()))
        self._row.setContentsMargins(style.px(12), style.px(10), style.px(12), style.px(10))
        self._row.setSpacing(style.px(10))
        self._text.setSpacing(style.px(4))
        for button in self.buttons:
            button.setMinimumHeight(style.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.palette().base())
        painter.setPen(QPen(QColor(style.LINE), 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), style.px(4), style.px(4))


class CardColumn(QScrollArea):
    """Cards one under the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self._column.setContentsMargins(0, style.px(4), style.px(4), style.px(4))
        self._column.setSpacing(style.px(8))

    def show_cards(self, cards: Sequence[Card]) -> None:
        """These cards instead of those before."""
        for old in self.cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = list(cards)
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)

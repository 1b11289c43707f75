"""Figures of the first page: counts that open their list, sentences with a button, small tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.documents.words import whole_text
from app.wording import today as words
from app.wording.household_pages import group_label
from views import style
from views.widgets.buttons import flat_button
from views.widgets.form import quiet_label
from views.widgets.status_sign import StatusTag

Open = Callable[[], object]


class CountCard(QPushButton):
    """A group of states with how many houses stand there; pressing it opens their list."""

    def __init__(self, group: str, open_list: Open) -> None:
        super().__init__()
        self.kind = group
        self._number = QLabel("…", alignment=Qt.AlignmentFlag.AlignCenter)
        self._tag = StatusTag(group)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.px(6), style.px(4), style.px(6), style.px(6))
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignHCenter)
        for child in (self._number, self._tag):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.follow_scale(self, self._size)
        self.clicked.connect(open_list)

    def _size(self) -> None:
        self.setFixedHeight(style.px(76))
        self.setMinimumWidth(style.px(92))
        self._number.setFont(style.font(style.FIGURE, strong=True))

    def show_count(self, count: int) -> None:
        """Another count."""
        self._number.setText(whole_text(count))
        tip = words.COUNT_TIP.format(count=whole_text(count), group=group_label(self.kind).lower())
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    @property
    def text_shown(self) -> str:
        """The count as it stands on the card."""
        return self._number.text()


class Sentence(QFrame):
    """One thing that waits, with the button that takes it up."""

    def __init__(self, text: str, button: str, act: Open, *, strong: bool = False) -> None:
        super().__init__()
        self.text = QLabel(text)
        self.text.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.text.setSizePolicy(policy)
        self.button = QPushButton(button)
        self.button.setAccessibleName(f"{text}: {button}")
        self.button.clicked.connect(act)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, style.px(2), 0, style.px(2))
        row.setSpacing(style.px(8))
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        style.follow_scale(self, lambda: self._size(strong))

    def _size(self, strong: bool) -> None:
        self.text.setFont(style.font(strong=strong))
        self.text.setMinimumSize(1, style.px(20))  # else the scroll area reckons with one word a line
        self.button.setMinimumSize(style.px(110), style.px(28))


class FigureTable(QWidget):
    """A few lines of figures under headings; the name of a line opens its list."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self.lines: list[list[str]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.px(14))
        self._grid.setVerticalSpacing(style.px(2))
        self._grid.setColumnStretch(0, 1)
        for place, heading in enumerate(headings):
            label = quiet_label(heading)
            self._grid.addWidget(label, 0, place, _side(place))

    def add_line(self, cells: Sequence[str], open_list: Open) -> None:
        """A line: its name, then its figures."""
        self.lines.append(list(cells))
        row = len(self.lines)
        name = _name_button(cells[0], open_list)
        self._grid.addWidget(name, row, 0, _side(0))
        for place, text in enumerate(cells[1:], 1):
            self._grid.addWidget(QLabel(text), row, place, _side(place))


def _side(place: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if place == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _name_button(text: str, act: Open) -> QAbstractButton:
    button = flat_button(text)
    button.clicked.connect(act)
    button.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
    button.setToolTip(text)
    return button

"""The first tab of a dossier: requests and warnings at the left, what happened by day at the right."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.documents.words import date_text
from app.reports.dossier import Dossier, Event, KinLine
from app.wording import dossier as words
from views import style
from views.widgets.buttons import flat_button
from views.widgets.form import group_title, quiet_label
from views.widgets.problem_marks import Sign
from views.widgets.status_sign import StatusTag, group_of


class Summary(QScrollArea):
    """Filled anew whenever the records change. `lines` is all that it says, for readers aloud and tests.

    `opened` carries the id of another household whose line was followed.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_dossier(self, found: Dossier) -> None:
        """Show requests, warnings and events."""
        self.lines = []
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(0, style.px(8), 0, 0)
        across.setSpacing(style.px(32))
        across.addLayout(self._left(found), 1)
        across.addLayout(self._right(found), 1)
        self.setWidget(content)

    def show_nothing(self) -> None:
        """Empty until the next household has been read."""
        self.lines = []
        self.setWidget(QWidget())

    def _left(self, found: Dossier) -> QVBoxLayout:
        column = _column()
        column.addWidget(group_title(words.CASES))
        for case in found.cases:
            row = QHBoxLayout()
            row.addWidget(StatusTag(group_of(case.status)), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self._text(case.text), 1)
            column.addLayout(row)
        if not found.cases:
            column.addWidget(self._text(words.NO_CASE))
        for kin in found.kin:
            column.addWidget(self._link(kin))
        column.addSpacing(style.px(12))
        column.addWidget(group_title(words.WARNINGS))
        for warning in found.warnings:
            column.addLayout(self._warning(warning))
        if not found.warnings:
            column.addWidget(self._text(words.NO_WARNINGS))
        column.addStretch(1)
        return column

    def _link(self, kin: KinLine) -> QToolButton:
        """A household this one was one with, opened by mouse or key."""
        self.lines.append(kin.text)
        button = flat_button(kin.text)
        button.clicked.connect(partial(self.opened.emit, kin.household_id))
        return button

    def _warning(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.px(6))
        sign = Sign()
        sign.warning = True
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text(text), 1)
        return row

    def _right(self, found: Dossier) -> QVBoxLayout:
        column = _column()
        column.addWidget(group_title(words.TIMELINE))
        for event in found.events:
            column.addLayout(self._event(event))
        if not found.events:
            column.addWidget(self._text(words.NO_EVENTS))
        column.addStretch(1)
        return column

    def _event(self, event: Event) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.px(12))
        day = quiet_label(day_text(event.day))
        style.follow_scale(day, lambda: day.setFixedWidth(style.px(84)))
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text(event.text), 1)
        return row

    def _text(self, text: str) -> QLabel:
        self.lines.append(text)
        label = QLabel(text)
        label.setWordWrap(True)
        # As wide as there is room, as high as the wrapped text then needs.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(style.px(6))
    return column


def day_text(day: str) -> str:
    """A day of the records in figures; a year alone as it is; words where it is not known."""
    if not day:
        return words.NO_DAY
    return date_text(date.fromisoformat(day)) if len(day) == 10 else day

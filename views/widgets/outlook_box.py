"""Says before a batch is done how many houses can go, which cannot and why, and what should be looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.outlook import Outlook
from app.wording import worklists
from app.wording.messages import problem_text
from views import style
from views.widgets.problem_marks import Sign

_LISTED = 50


class OutlookBox(QScrollArea):
    """Filled anew whenever the form above it changes. `lines` is all that it says, for tests and readers aloud."""

    def __init__(self, unit: str = worklists.UNIT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self.lines: list[str] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        style.follow_scale(self, self._size)
        self.show_outlook(Outlook())

    def _size(self) -> None:
        self.setMinimumHeight(style.px(64))
        self.setMaximumHeight(style.px(170))

    def show_outlook(self, outlook: Outlook) -> None:
        """Say what would happen now."""
        content = QWidget()
        self._rows = QVBoxLayout(content)
        self._rows.setContentsMargins(style.px(8), style.px(6), style.px(8), style.px(6))
        self._rows.setSpacing(style.px(3))
        self.lines = []
        self._say(worklists.ready_text(len(outlook.ready), self._unit), strong=True)
        if outlook.blocked:
            self._say(worklists.blocked_text(len(outlook.blocked), self._unit), strong=True)
            for _, problem in outlook.blocked[:_LISTED]:
                self._say(problem_text(problem), sign=True)
            if len(outlook.blocked) > _LISTED:
                self._say(worklists.and_more(len(outlook.blocked) - _LISTED))
        if outlook.warnings:
            self._say(worklists.warnings_text(len(outlook.warnings)), strong=True)
            for problem in outlook.warnings:
                self._say(problem_text(problem), sign=True, warning=True)
        self._rows.addStretch(1)
        self.setWidget(content)
        self.setAccessibleDescription("\n".join(self.lines))

    def _say(self, text: str, *, strong: bool = False, sign: bool = False, warning: bool = False) -> None:
        self.lines.append(text)
        row = QHBoxLayout()
        row.setSpacing(style.px(6))
        if sign:
            mark = Sign()
            mark.warning = warning
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(_across())
        label.setFont(style.font(style.BODY if strong else style.CAPTION, strong=strong))
        row.addWidget(label, 1)
        self._rows.addLayout(row)


def _across() -> QSizePolicy:
    """As wide as there is room, as high as the wrapped text then needs."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy

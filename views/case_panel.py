"""What the panels of a dossier share: the cases of one household, told in blocks of lines with their buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.reports.worklists import CaseRow, case_rows, cases_of_household
from app.wording import worklists
from models.vocabulary import PaperKind
from views import style
from views.page import Panel, WorkFrame
from views.paper_pane import PaperPane
from views.widgets.buttons import quiet_button
from views.widgets.form import group_title, quiet_label
from views.widgets.problem_marks import Sign
from views.worklist import TABLES

#: Further tables that a panel tells of.
_BESIDE = frozenset({"fund_source", "inspection", "task_answer", "poverty_class"})
_HEADING = 120
_BOTH = 1000
Actions = Sequence[tuple[str, Callable[[], object]]]


class Block(QFrame):
    """A box of lines under a heading, if it has one. `lines` is what it says, for readers aloud and tests."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self._rows = QVBoxLayout(self)
        self._head = QHBoxLayout()
        if title:
            heading = group_title(title)
            heading.setWordWrap(True)
            heading.setMinimumWidth(style.px(_HEADING))
            self._head.addWidget(heading, 1)
        self._rows.addLayout(self._head)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self._rows.setContentsMargins(style.px(12), style.px(8), style.px(12), style.px(10))
        self._rows.setSpacing(style.px(4))

    def add_head_button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """What can be done with the whole block, at the right of its heading."""
        button = quiet_button(text, slot)
        self._head.addWidget(button)
        return button

    def add_head_widget(self, widget: QWidget) -> None:
        """Anything else at the right of the heading."""
        self._head.addWidget(widget)

    def add_line(
        self, text: str, actions: Actions = (), *, quiet: bool = False, strong: bool = False, warning: bool = False
    ) -> None:
        """A line of text with its buttons behind it."""
        self.lines.append(text)
        row = QHBoxLayout()
        row.setSpacing(style.px(6))
        if warning:
            sign = Sign()
            sign.warning = True
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        label = quiet_label(text) if quiet else QLabel(text)
        if strong:
            style.follow_scale(label, lambda: label.setFont(style.font(strong=True)))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(_across())
        row.addWidget(label, 1)
        for name, slot in actions:
            row.addWidget(quiet_button(name, slot))
        self._rows.addLayout(row)

    def add_widget(self, widget: QWidget) -> None:
        """Anything else, at the left."""
        row = QHBoxLayout()
        row.addWidget(widget)
        row.addStretch(1)
        self._rows.addLayout(row)

    def add_wide(self, widget: QWidget) -> None:
        """Anything else, over the whole width."""
        self._rows.addWidget(widget)


def _across() -> QSizePolicy:
    """As wide as there is room, as high as the wrapped text then needs."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


class _Content(QWidget):
    """As high as its lines are at the width they have: wrapped ones would ask for the room of a narrow window."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class CasePanel(Panel):
    """Rooms override `blocks`; a household without a case is shown as one that nobody has opened yet.

    `paper` is the preview beside what is told, made when the first paper is looked at.
    """

    def __init__(self, frame: WorkFrame, household_id: str) -> None:
        super().__init__(frame, household_id)
        self.shown: list[Block] = []
        self.rows: Sequence[CaseRow] = ()
        self.paper: PaperPane | None = None
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self.read()

    def blocks(self, row: CaseRow) -> Sequence[Block]:
        """What this room tells of one case."""
        return ()

    def about_all(self) -> Sequence[Block]:
        """What it tells once, after all cases."""
        return ()

    def read(self) -> None:
        """Read the household's cases and tell of them."""
        with self.frame.workspace.read() as session:
            rows = cases_of_household(session, self.household_id)
            if not rows:
                rows = case_rows(session, [self.household_id], self.frame.programme)
        content = _Content()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, style.px(4), style.px(4), 0)
        column.setSpacing(style.px(8))
        self.shown = []
        self.rows = rows
        for row in rows:
            if len(rows) > 1 and row.facts.programme is not None:
                again = row.facts.follows_id is not None
                column.addWidget(group_title(worklists.case_heading(row.facts.programme.name, again=again)))
            for block in self.blocks(row):
                self.shown.append(block)
                column.addWidget(block)
        for block in self.about_all():
            self.shown.append(block)
            column.addWidget(block)
        column.addStretch(1)
        self.area.setWidget(content)

    @property
    def lines(self) -> list[str]:
        """All that the panel says."""
        return [line for block in self.shown for line in block.lines]

    def show_papers(self, kind: PaperKind, ids: Sequence[str]) -> None:
        """Preview papers at the right of what the panel tells; in a narrow window they have the room alone."""
        if self.paper is None:
            self.paper = PaperPane(self.frame)
            self.paper.closed.connect(self.close_paper)
            self.splitter.addWidget(self.paper)
        self.paper.show()
        self.area.setVisible(self.width() >= style.px(_BOTH))
        self.paper.show_papers(kind, ids)
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_paper(self) -> None:
        """Give the lines their whole width back."""
        if self.paper is not None:
            self.paper.hide()
        self.area.show()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self, changes: object) -> None:
        tables = getattr(changes, "tables", None)
        if tables is None or tables & (TABLES | _BESIDE):
            self.read()
        if self.paper is not None:
            self.paper.forget()

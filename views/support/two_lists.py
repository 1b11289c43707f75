"""What the steps before a decision share: houses that wait for the step, and its records with their detail."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.problems import Refused
from app.reports.worklists import CaseRow
from models.vocabulary import PaperKind
from views import style
from views.case_panel import Block
from views.page import Page, WorkFrame
from views.rows_list import RowsList
from views.short_form import ShortForm, opened
from views.widgets.switch import Switch
from views.worklist import CaseList

_PAUSE = 60
_LEAST_DETAIL = 380


class RecordPane(QScrollArea):
    """Blocks of lines about the record in hand. `lines` is all that it says."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Block] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style.follow_scale(self, lambda: self.setMinimumWidth(style.px(_LEAST_DETAIL)))

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Tell this instead of what stands here."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(style.px(8), 0, style.px(4), 0)
        column.setSpacing(style.px(8))
        for block in blocks:
            column.addWidget(block)
        column.addStretch(1)
        self.shown = list(blocks)
        self.setWidget(content)

    @property
    def lines(self) -> list[str]:
        """All that the pane says."""
        return [line for block in self.shown for line in block.lines]


class TwoLists(Page):
    """`switch` goes between the houses that wait and the records; `tell` gives the blocks about a record by its id."""

    def __init__(
        self,
        frame: WorkFrame,
        names: tuple[str, str],
        waiting: CaseList,
        recorded: RowsList[Any],
        tell: Callable[[str], Sequence[Block]],
    ) -> None:
        super().__init__()
        self.frame, self.waiting, self.recorded, self._tell = frame, waiting, recorded, tell
        self.switch = Switch(names)
        self.detail = RecordPane()
        self.detail.hide()
        self.records = QSplitter()
        self.records.setChildrenCollapsible(False)
        self.records.addWidget(recorded)
        self.records.addWidget(self.detail)
        self._paper_shown = False
        self.stack = QStackedWidget()
        self.stack.addWidget(waiting)
        self.stack.addWidget(self.records)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.setFocusProxy(waiting)
        self._wanted = ""
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._show_detail)
        self.switch.chosen.connect(self.show_list)
        recorded.view.selectionModel().currentRowChanged.connect(lambda *_: self._soon.start())
        recorded.table.counted.connect(self._choose)

    def make_room(self, *, paper_shown: bool) -> None:
        """A paper beside the lists takes the place of the detail."""
        self._paper_shown = paper_shown
        self._show_pane()

    def _show_pane(self) -> None:
        self.detail.setVisible(bool(self.detail.shown) and not self._paper_shown)
        if not self.detail.isHidden():
            half = self.records.width() // 2
            self.records.setSizes([half, half])

    @property
    def in_records(self) -> bool:
        """Whether the records are in sight, not the houses that wait."""
        return self.stack.currentWidget() is self.records

    def show_list(self, place: int) -> None:
        """Switch between the two lists."""
        self.stack.setCurrentIndex(place)
        shown = self.recorded if place else self.waiting
        self.setFocusProxy(shown)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_record(self, record_id: str) -> None:
        """Go to the records, to this one as soon as the list has it."""
        self._wanted = record_id
        self.switch.choose(1)
        self._choose()

    def _choose(self) -> None:
        """The record asked for, or the newest, is in hand."""
        table, view = self.recorded.table, self.recorded.view
        place = table.position(self._wanted) if self._wanted else None
        if place is not None:
            self._wanted = ""
            view.go_to(place)
        elif table.count and not view.currentIndex().isValid():
            view.go_to(0)
        self._soon.start()

    @property
    def record_id(self) -> str | None:
        """The id of the record in hand."""
        row = self.recorded.current()
        return str(self.recorded.source.key(row)) if row is not None else None

    def _show_detail(self) -> None:
        try:
            blocks = self._tell(self.record_id) if self.record_id is not None else []
        except Refused:  # it went away meanwhile; the list says so in a moment
            blocks = []
        self.detail.show_blocks(blocks)
        self._show_pane()

    def forget(self, changes: object) -> None:
        self.waiting.forget(changes)
        self.recorded.forget(changes)
        self._soon.start()

    def programme_changed(self) -> None:
        self.waiting.programme_changed()
        self.recorded.forget(None)


class StepTab(Page):
    """A tab of two lists, `names` on their switch; `step_before` asks for the step that its houses come from."""

    names: tuple[str, str]
    step_before = Signal()

    def __init__(self, frame: WorkFrame, show_paper: Callable[[PaperKind, str], None]) -> None:
        super().__init__()
        self.frame, self.show_paper = frame, show_paper
        self.lists = TwoLists(frame, self.names, self._waiting(), self._recorded(), self._tell)
        self.switch = self.lists.switch
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lists)
        self.setFocusProxy(self.lists)

    @abstractmethod
    def _waiting(self) -> CaseList:
        """The houses whose turn it is."""

    @abstractmethod
    def _recorded(self) -> RowsList[Any]:
        """The records of this step."""

    @abstractmethod
    def _tell(self, record_id: str) -> Sequence[Block]:
        """What is told of one record."""

    @abstractmethod
    def _form(self, rows: list[CaseRow]) -> ShortForm:
        """The form of a new record over these houses."""

    def begin(self) -> None:
        """The filled button: a new record over the ticked houses; from the records, back to the houses first."""
        if self.lists.in_records:
            self.switch.choose(0)
        else:
            self.lists.waiting.with_chosen(self._open_form)

    def _open_form(self, rows: list[CaseRow]) -> None:
        opened(self._form(rows), lambda: self.switch.choose(1))

    def forget(self, changes: object) -> None:
        self.lists.forget(changes)

    def programme_changed(self) -> None:
        self.lists.programme_changed()

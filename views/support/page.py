"""The page "Bình xét – Phê duyệt": decisions on many houses at once, and their correction."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.reports.worklists import CaseRow
from app.wording import frame as frame_words
from app.wording import support, worklists
from models.vocabulary import Status
from views.page import Page, WorkFrame
from views.paged_table import Align, Column
from views.short_form import opened
from views.support.decision_form import CorrectionForm, DecisionForm
from views.tabbed_page import TabbedPage
from views.widgets.empty_state import EmptyState
from views.widgets.switch import Switch
from views.worklist import (
    APPROVED,
    BIRTH,
    CATEGORY,
    HEAD,
    PROGRAMME,
    REQUESTED,
    STATUS,
    VILLAGE,
    WORK_TYPE,
    CaseList,
    CaseSource,
    day_shown,
)

_LEFT = (Status.WITHDRAWN, Status.INELIGIBLE, Status.REFUSED, Status.TRANSFERRED, Status.CANCELLED_DEATH)
_ON_ROAD = tuple(one for one in Status if one not in _LEFT)


def _of_decision(row: CaseRow, name: str) -> str:
    return str(getattr(row.state.decision, name) or "") if row.state.decision else ""


_NUMBER = Column[CaseRow]("number", support.NUMBER_SHORT, lambda row: _of_decision(row, "number"), 120)
_DAY = Column[CaseRow](
    "decided_on", support.DAY_SHORT, lambda row: day_shown(_of_decision(row, "decided_on")), 90, Align.CENTRE
)
_SIGNER = Column[CaseRow]("signer", support.SIGNER, lambda row: _of_decision(row, "signer"), 130)
_SOURCE = Column[CaseRow]("source", support.SOURCE_SHORT, lambda row: _of_decision(row, "source_code"), 80)


class DecisionsTab(Page):
    """Two lists in one place: houses that wait for a decision, and those that have one."""

    def __init__(self, frame: WorkFrame, switch: Switch) -> None:
        super().__init__()
        self.frame = frame
        self.switch = switch
        self.waiting = self._list_of_waiting()
        self.decided = self._list_of_decided()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.waiting)
        self.stack.addWidget(self.decided)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.setFocusProxy(self.shown)
        switch.chosen.connect(self.show_list)

    def _list_of_waiting(self) -> CaseList:
        source = CaseSource(self.frame, _ON_ROAD, amount="requested", caseless=True, decided=False)
        columns = (HEAD, BIRTH, VILLAGE, CATEGORY, WORK_TYPE, REQUESTED, STATUS, PROGRAMME)
        made = CaseList(
            self.frame, source, columns, "decisions.waiting", EmptyState(support.NOTHING_WAITS, (), "review")
        )
        made.line.add_action(support.RECORD_DECISION, self.record)
        return made

    def _list_of_decided(self) -> CaseList:
        source = CaseSource(self.frame, tuple(Status), amount="approved", decided=True)
        columns = (HEAD, VILLAGE, WORK_TYPE, _NUMBER, _DAY, APPROVED, _SIGNER, _SOURCE, STATUS, PROGRAMME)
        begin = [(support.WAITING_LIST, lambda: self.switch.choose(0))]
        made = CaseList(
            self.frame, source, columns, "decisions.decided", EmptyState(support.NOTHING_DECIDED, begin, "review")
        )
        made.line.add_action(worklists.CORRECT, self.correct)
        return made

    @property
    def shown(self) -> CaseList:
        """The list in sight."""
        return self.decided if self.stack.currentIndex() else self.waiting

    def show_list(self, place: int) -> None:
        """Switch between the two lists."""
        self.stack.setCurrentIndex(place)
        self.setFocusProxy(self.shown)
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def record(self) -> None:
        """Open the decision form over the ticked houses."""
        if self.shown is not self.waiting:
            self.switch.choose(0)
            return
        self.waiting.with_chosen(self._open_decision)

    def _open_decision(self, rows: list[CaseRow]) -> None:
        opened(DecisionForm(self.frame, rows, self))

    def correct(self) -> None:
        """Open the form that takes back or rewrites the decisions of the ticked houses."""
        self.decided.with_chosen(self._open_correction)

    def _open_correction(self, rows: list[CaseRow]) -> None:
        decisions = [(row.state.decision, row.facts) for row in rows if row.state.decision]
        opened(CorrectionForm(self.frame, decisions, self))

    def forget(self, changes: object) -> None:
        self.waiting.forget(changes)
        self.decided.forget(changes)

    def programme_changed(self) -> None:
        self.waiting.programme_changed()
        self.decided.programme_changed()


class SupportPage(TabbedPage):
    """The page with its one tab; asked for "decided" it opens the second list."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.DECISIONS_PAGE)
        self.switch = Switch((support.WAITING_LIST, support.DECIDED_LIST))
        self.decisions = DecisionsTab(frame, self.switch)
        self.add_tab(self.decisions, support.DECISION_TAB, support.RECORD_DECISION, self.decisions.record)
        self.add_beside_tabs(self.switch)
        self.tabs.setCurrentIndex(0)

    def receive(self, request: object) -> None:
        if request == "decided":
            self.switch.choose(1)

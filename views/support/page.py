"""The page "Bình xét – Phê duyệt": village meeting, posting, submission; decisions and their correction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout

from app.problems import Problem
from app.reports.worklists import CaseRow
from app.wording import frame as frame_words
from app.wording import review_pages as words
from app.wording import support, worklists
from app.wording.messages import problem_text
from app.wording.support import names_text
from models.vocabulary import PaperKind, Status
from views import messages, style
from views.page import Page, WorkFrame
from views.paged_table import Align, Column
from views.rows_list import add_key
from views.short_form import opened
from views.support.decision_form import CorrectionForm, DecisionForm
from views.support.exception_form import ExceptionForm
from views.support.meeting_tab import MeetingTab
from views.support.posting_tab import PostingTab
from views.support.screening_tab import ScreeningTab
from views.support.submission_tab import SubmissionTab
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
_LEAST = 480
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

    def __init__(
        self, frame: WorkFrame, switch: Switch, show_papers: Callable[[PaperKind, Sequence[str]], None]
    ) -> None:
        super().__init__()
        self._show_papers = show_papers
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
        made.line.add_action(words.RECORD_EXCEPTION, lambda: made.with_chosen(self._open_exception))
        return made

    def _list_of_decided(self) -> CaseList:
        source = CaseSource(self.frame, tuple(Status), amount="approved", decided=True)
        columns = (HEAD, VILLAGE, WORK_TYPE, _NUMBER, _DAY, APPROVED, _SIGNER, _SOURCE, STATUS, PROGRAMME)
        begin = [(support.WAITING_LIST, lambda: self.switch.choose(0))]
        made = CaseList(
            self.frame, source, columns, "decisions.decided", EmptyState(support.NOTHING_DECIDED, begin, "review")
        )
        made.line.add_action(words.DECISION_PAPER, lambda: made.with_chosen(self._open_papers))
        made.line.add_action(words.RECORD_EXCEPTION, lambda: made.with_chosen(self._open_exception))
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

    def _open_exception(self, rows: list[CaseRow]) -> None:
        cases = [row.facts for row in rows if row.case_id is not None]
        if cases:
            opened(ExceptionForm(self.frame, cases, self))
        else:
            messages.trouble(
                problem_text(Problem("", "no_case", {"names": names_text([row.head_name for row in rows])}))
            )

    def _open_papers(self, rows: list[CaseRow]) -> None:
        """The decisions on the ticked houses, one paper a decision with all its houses."""
        batches = dict.fromkeys(row.state.decision.batch for row in rows if row.state.decision)
        found = [one for one in batches if one is not None]
        if found:
            self._show_papers(PaperKind.DECISION, found)

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


def _narrow(tab: Page) -> None:
    """Beside a paper a tab has less room than its widest list asks for; lists scroll and cut off instead."""
    tab.setMinimumWidth(style.px(_LEAST))


class SupportPage(TabbedPage):
    """The page with its tabs; asked for "decided" it opens the decisions that were made."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.DECISIONS_PAGE)
        self.screening = ScreeningTab(frame)
        self.meeting = MeetingTab(frame, self.show_paper)
        self.posting = PostingTab(frame, self.show_paper)
        self.submission = SubmissionTab(frame, self.show_paper)
        self.switch = Switch((support.WAITING_LIST, support.DECIDED_LIST))
        self.decisions = DecisionsTab(frame, self.switch, self.show_papers)
        self.add_tab(self.screening, words.SCREENING_TAB, words.OPEN_ROUND, self.screening.begin)
        self.add_tab(self.meeting, words.MEETING_TAB, words.MAKE_MEETING, self.meeting.begin)
        self.add_tab(self.posting, words.POSTING_TAB, words.MAKE_POSTING, self.posting.begin)
        self.add_tab(self.submission, words.SUBMISSION_TAB, words.MAKE_SUBMISSION, self.submission.begin)
        self.add_tab(self.decisions, support.DECISION_TAB, support.RECORD_DECISION, self.decisions.record)
        self.switches = QStackedWidget()
        for step in (self.screening, self.meeting, self.posting, self.submission, self.decisions):
            self.switches.addWidget(step.switch)
        self.switches.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.add_beside_tabs(self.switches)
        for tab in self._pages():
            style.follow_scale(tab, partial(_narrow, tab))
        self.posting.step_before.connect(lambda: self._open_tab(self.meeting))
        self.submission.step_before.connect(lambda: self._open_tab(self.posting))
        self.tabs.currentChanged.connect(self.switches.setCurrentIndex)
        self.tabs.currentChanged.connect(self._name_button)
        self.meeting.stack.currentChanged.connect(self._name_button)
        self.screening.boards.currentChanged.connect(self._name_button)
        self.tabs.setCurrentIndex(self.tabs.count() - 1)
        add_key(self, "Ctrl+N", self._do_filled)

    def _name_button(self) -> None:
        """In the sheet of a meeting, or of poverty classes, the filled button is "Lưu" at its foot: a page has one."""
        here = self.tabs.currentIndex()
        in_sheet = self.current is self.meeting and self.meeting.in_sheet
        in_classes = self.current is self.screening and not self.screening.in_rounds
        self.set_filled("" if in_sheet or in_classes else self._filled[here][0])
        self.switches.setVisible(not in_sheet)

    def show_paper(self, kind: PaperKind, about_id: str) -> None:
        """Preview one paper of the step in hand."""
        self.show_papers(kind, [about_id])

    def paper_moved(self) -> None:
        """Beside a paper there is no room for the detail of a record."""
        for tab in (self.meeting, self.posting, self.submission):
            tab.lists.make_room(paper_shown=self.reading)

    def _open_tab(self, tab: Page) -> None:
        self.tabs.setCurrentIndex(self.stack.indexOf(tab))

    def receive(self, request: object) -> None:
        if request == "decided":
            self._open_tab(self.decisions)
            self.switch.choose(1)

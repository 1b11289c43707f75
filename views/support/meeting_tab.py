"""The tab "Bình xét": households that wait for the village, the meetings that were held, the sheet of votes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.documents.words import whole_text
from app.reports.worklists import CaseRow
from app.review.queries import MeetingLine, meeting_sheet, meetings
from app.wording import review_pages as words
from app.wording.review import vote_text
from models.vocabulary import PaperKind, Status
from views import messages
from views.case_panel import Block
from views.page import NEW_HOUSEHOLD, Page, WorkFrame
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.support.meeting_panel import MeetingPanel
from views.support.screening_forms import FoundForm
from views.support.two_lists import TwoLists
from views.widgets.empty_state import EmptyState
from views.worklist import (
    BIRTH,
    CATEGORY,
    HEAD,
    PROGRAMME,
    STATUS,
    VILLAGE,
    WORK_TYPE,
    CaseList,
    CaseSource,
    day_shown,
)

MOST = 300
ShowPaper = Callable[[PaperKind, str], None]
_TABLES = ("village_meeting", "review_vote", "area", "support_case", "household")


def vote_shown(row: CaseRow) -> str:
    """The last vote on a house in a list: "20/41 không quá nửa"."""
    votes = sorted(row.facts.votes, key=lambda one: (one.held_on or "", one.id))
    if not votes:
        return ""
    last = votes[-1]
    return vote_text(last.agree or 0, last.present or 0, last.threshold)


def _present(row: MeetingLine) -> str:
    if row.present is None:
        return ""
    if row.households is None:
        return str(row.present)
    return words.PRESENT_TEXT.format(present=row.present, households=row.households)


LAST_VOTE = Column[CaseRow]("vote", words.LAST_VOTE, vote_shown, 170, tip=vote_shown)
_COLUMNS = (
    Column[MeetingLine]("held_on", words.HELD_ON, lambda row: day_shown(row.held_on), 92, Align.CENTRE),
    Column[MeetingLine]("village", words.VILLAGE, lambda row: row.village, 116, stretch=True),
    Column[MeetingLine]("present", words.PRESENT_OF, _present, 84, Align.RIGHT, hidden=True),
    Column[MeetingLine]("put_up", words.PUT_UP, lambda row: str(row.put_up), 84, Align.RIGHT),
    Column[MeetingLine]("passed", words.PASSED, lambda row: str(row.passed), 60, Align.RIGHT),
    Column[MeetingLine]("lost", words.NOT_PASSED, lambda row: str(row.lost), 76, Align.RIGHT),
)


class MeetingTab(Page):
    """The two lists, and in their place the sheet while a meeting is written."""

    def __init__(self, frame: WorkFrame, show_paper: ShowPaper) -> None:
        super().__init__()
        self.frame = frame
        self._show_paper = show_paper
        self.lists = TwoLists(
            frame, (words.WAIT_FOR_MEETING, words.MEETINGS), self._waiting(), self._recorded(), self._tell
        )
        self.switch = self.lists.switch
        self.panel = MeetingPanel(frame)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.lists)
        self.stack.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.setFocusProxy(self.lists)
        self.panel.left.connect(self.close_sheet)
        self.panel.saved.connect(self._saved)
        self.lists.recorded.view.opened.connect(lambda key: self.open_meeting(str(key)))

    def _waiting(self) -> CaseList:
        source = CaseSource(self.frame, (Status.REGISTERED, Status.SURVEYED), decided=False, caseless=True)
        columns = (HEAD, BIRTH, VILLAGE, CATEGORY, WORK_TYPE, LAST_VOTE, STATUS, PROGRAMME)
        made = CaseList(
            self.frame,
            source,
            columns,
            "review.meeting",
            EmptyState(
                words.NOTHING_TO_REVIEW, [(words.ADD_HOUSEHOLD, lambda: self.frame.go(NEW_HOUSEHOLD))], "review"
            ),
        )
        made.line.add_action(words.MAKE_MEETING, self.begin)
        made.line.add_action(words.NAME_HOUSEHOLDS, lambda: made.with_chosen(self._open_found))
        return made

    def _open_found(self, rows: list[CaseRow]) -> None:
        opened(FoundForm(self.frame, rows, self))

    def _recorded(self) -> RowsList[MeetingLine]:
        def read() -> Sequence[MeetingLine]:
            with self.frame.workspace.read() as session:
                return meetings(session, self.frame.programme)

        begin = [(words.WAIT_FOR_MEETING, lambda: self.switch.choose(0))]
        return RowsList(
            self.frame,
            RowSource(read, lambda row: row.id, _TABLES, words=lambda row: f"{row.village} {day_shown(row.held_on)}"),
            _COLUMNS,
            "review.meetings",
            words.MEETINGS,
            words.MEETING_UNIT,
            EmptyState(words.NO_MEETINGS, begin, "review"),
        )

    def _tell(self, meeting_id: str) -> Sequence[Block]:
        with self.frame.workspace.read() as session:
            sheet = meeting_sheet(session, meeting_id)
        line = sheet.meeting
        block = Block(words.meeting_title(line.village, day_shown(line.held_on)))
        block.add_head_button(words.CHANGE_MEETING, lambda: self.open_meeting(meeting_id))
        block.add_head_button(words.PRINT_MINUTES, lambda: self._show_paper(PaperKind.REVIEW_MINUTES, meeting_id))
        for vote in sheet.votes:
            counts = words.VOTE_COUNTS.format(
                name=vote.head_name, agree=vote.agree, disagree=vote.disagree, abstain=vote.abstain, said=vote.said
            )
            ranked = words.RANKED.format(rank=vote.rank, line=counts) if vote.rank else counts
            block.add_line(ranked, warning=vote.passed is False or not vote.adds_up, strong=bool(vote.passed))
        if sheet.draft.objections:
            block.add_line(words.OBJECTIONS_LINE.format(text=sheet.draft.objections), quiet=True)
        return [block]

    # The sheet.

    @property
    def in_sheet(self) -> bool:
        """Whether the sheet of a meeting is in sight."""
        return self.stack.currentWidget() is self.panel

    def begin(self) -> None:
        """The filled button: the sheet of a new meeting over the ticked households, else over all shown."""
        if self.lists.in_records:
            self.switch.choose(0)
            return
        table = self.lists.waiting.table
        keys = [str(one) for one in table.ticked] or [str(table.key_at(place)) for place in range(table.count)]
        if len(keys) > MOST:
            count, most = whole_text(len(keys)), whole_text(MOST)
            messages.trouble(words.MEETING_TOO_LONG.format(count=count, most=most))
        elif keys:
            self.frame.runner.read(lambda: list(self.lists.waiting.source.rows(keys)), self._begin)

    def _begin(self, rows: list[CaseRow]) -> None:
        if len({row.village for row in rows}) > 1:
            messages.trouble(words.ONE_VILLAGE)
        elif rows:
            self._open_sheet()
            self.panel.begin(rows)

    def open_meeting(self, meeting_id: str) -> None:
        """The sheet of a recorded meeting."""
        self._open_sheet()
        self.panel.open(meeting_id)

    def _open_sheet(self) -> None:
        self.stack.setCurrentWidget(self.panel)
        self.setFocusProxy(self.panel)

    def close_sheet(self) -> None:
        """Back to the lists."""
        self.stack.setCurrentWidget(self.lists)
        self.setFocusProxy(self.lists)
        self.lists.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, meeting_id: str) -> None:
        self.close_sheet()
        self.lists.show_record(meeting_id)

    def forget(self, changes: object) -> None:
        self.lists.forget(changes)

    def programme_changed(self) -> None:
        self.lists.programme_changed()

    def keep_draft(self) -> None:
        if self.in_sheet:
            self.panel.keep()

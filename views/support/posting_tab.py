"""The tab "Niêm yết": houses that wait for the wall, the lists that hang, their days, houses and remarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from app.parsing import today
from app.reports.worklists import CaseRow
from app.review.queries import PostingLine, PostingSheet, RemarkLine, posting_sheet, postings, remarks
from app.wording import review_pages as words
from app.wording import vocabulary
from models.vocabulary import PaperKind, Status
from views.case_panel import Block
from views.page import Page, WorkFrame
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.support.calendar_strip import CalendarStrip, opens_sentence, strip_days
from views.support.meeting_tab import LAST_VOTE, ShowPaper
from views.support.posting_form import EndForm, PostingForm
from views.support.remark_forms import AnswerForm, RecheckForm, RemarkForm
from views.support.two_lists import StepTab
from views.widgets.empty_state import EmptyState
from views.worklist import CATEGORY, HEAD, PROGRAMME, STATUS, VILLAGE, WORK_TYPE, CaseList, CaseSource, day_shown

_AGREED = (Status.VILLAGE_REVIEWED,)
_ALL = (Status.REGISTERED, Status.SURVEYED, *_AGREED)
_TABLES = ("posting", "posted_case", "remark", "review_vote", "support_case", "household")


def _rank(row: CaseRow) -> str:
    return str(row.state.vote.rank or "") if row.state.vote else ""


def _until(row: PostingLine) -> str:
    return day_shown(row.ends_on)


_COLUMNS = (
    Column[PostingLine]("posted_on", words.POSTED_ON, lambda row: day_shown(row.posted_on), 92, Align.CENTRE),
    Column[PostingLine]("place", words.POSTING_PLACE, lambda row: row.place or "", 110, stretch=True),
    Column[PostingLine]("ends_on", words.UNTIL, _until, 92, Align.CENTRE, hidden=True),
    Column[PostingLine]("opens", words.OPENS_FROM, lambda row: day_shown(row.submit_from), 104, Align.CENTRE),
    Column[PostingLine]("houses", words.HOUSES, lambda row: str(row.houses), 56, Align.RIGHT),
    Column[PostingLine]("open", words.OPEN_REMARKS, lambda row: str(row.open_remarks or ""), 92, Align.RIGHT),
)


def remark_block(
    page: Page,
    frame: WorkFrame,
    found: Sequence[RemarkLine],
    add: Callable[[], object],
    show_paper: ShowPaper | None = None,
) -> Block:
    """The remarks with what is done next with each: re-check, answer."""
    block = Block(words.REMARKS)
    block.add_head_button(words.ADD_REMARK, add)
    if not found:
        block.add_line(words.NO_REMARKS, quiet=True)
    for one in found:
        _tell_remark(block, page, frame, one, show_paper)
    return block


def _tell_remark(block: Block, page: Page, frame: WorkFrame, one: RemarkLine, show_paper: ShowPaper | None) -> None:
    said = words.REMARK_LINE.format(
        day=day_shown(one.received_on), sender=one.sender or words.NO_NAME, content=one.content
    )
    actions: list[tuple[str, Callable[[], object]]] = []
    if one.open:
        if not one.recheck_result:
            actions.append((words.RECHECK, lambda: opened(RecheckForm(frame, one.id, one.head_name, page))))
        actions.append((words.ANSWER, lambda: opened(AnswerForm(frame, one.id, one.head_name, page))))
    block.add_line(f"{one.head_name} · {said}", actions, warning=one.open, quiet=not one.open)
    if one.rechecked_on:
        result = vocabulary.RECHECK_RESULTS.get(one.recheck_result or "", "")
        line = words.RECHECK_LINE.format(day=day_shown(one.rechecked_on), result=result)
        line = f"{line} · {one.recheck_note}" if one.recheck_note else line
        papers = [(words.RECHECK_PAPER, partial(show_paper, PaperKind.RECHECK_MINUTES, one.id))] if show_paper else []
        block.add_line(line, papers)
    if one.answered_on:
        block.add_line(words.ANSWER_LINE.format(day=day_shown(one.answered_on), answer=one.answer or ""), quiet=True)


class PostingTab(StepTab):
    """Two lists: houses whose turn is the posting, and postings with the strip of their days."""

    names = (words.WAIT_FOR_POSTING, words.POSTINGS)

    def _waiting(self) -> CaseList:
        source = CaseSource(self.frame, _AGREED, decided=False)
        rank = Column[CaseRow]("rank", words.RANK, _rank, 64, Align.RIGHT)
        columns = (HEAD, VILLAGE, CATEGORY, LAST_VOTE, rank, WORK_TYPE, STATUS, PROGRAMME)
        made = CaseList(
            self.frame,
            source,
            columns,
            "review.posting",
            EmptyState(words.NOTHING_TO_POST, [(words.MEETING_TAB, self.step_before.emit)], "review"),
        )
        made.line.add_action(words.MAKE_POSTING, self.begin)
        self.which = made.offer_more((words.AGREED_ONLY, words.ALL_WITHOUT_POSTING), _AGREED, _ALL, 210)
        return made

    def _recorded(self) -> RowsList[PostingLine]:
        def read() -> Sequence[PostingLine]:
            with self.frame.workspace.read() as session:
                return postings(session, self.frame.programme)

        begin = [(words.MAKE_POSTING, lambda: self.switch.choose(0))]
        return RowsList(
            self.frame,
            RowSource(
                read, lambda row: row.id, _TABLES, words=lambda row: f"{row.place or ''} {day_shown(row.posted_on)}"
            ),
            _COLUMNS,
            "review.postings",
            words.POSTINGS,
            words.POSTING_UNIT,
            EmptyState(words.NO_POSTINGS, begin, "review"),
        )

    # A posting in hand.

    def _tell(self, posting_id: str) -> Sequence[Block]:
        with self.frame.workspace.read() as session:
            sheet = posting_sheet(session, posting_id)
            found = remarks(session, posting_id)
        cases = [(one.case_id, one.head_name) for one in sheet.houses]
        add = partial(self._add_remark, cases, posting_id)
        said = remark_block(self, self.frame, found, add, self.show_paper)
        return [self._days(sheet), said, self._houses(sheet)]

    def _days(self, sheet: PostingSheet) -> Block:
        line = sheet.posting
        block = Block(words.POSTING_OF.format(day=day_shown(line.posted_on)))
        block.add_head_button(words.POSTING_LIST_PAPER, lambda: self.show_paper(PaperKind.POSTING_LIST, line.id))
        if line.closed_on is None:
            block.add_head_button(words.CLOSE_POSTING, lambda: opened(EndForm(self.frame, line, self)))
        else:
            block.add_head_button(
                words.END_MINUTES_PAPER, lambda: self.show_paper(PaperKind.POSTING_END_MINUTES, line.id)
            )
        days = strip_days(line.posted_on, line.days, line.working_days)
        strip = CalendarStrip()
        strip.show_days(days)
        block.add_wide(strip)
        block.add_line(opens_sentence(days), strong=True)
        block.add_line(self._state(line), quiet=True)
        return block

    @staticmethod
    def _state(line: PostingLine) -> str:
        if line.closed_on:
            return words.POSTING_ENDED.format(day=day_shown(line.closed_on))
        over = line.ends_on is not None and today() > date.fromisoformat(line.ends_on)
        return words.POSTING_PASSED if over else words.POSTING_OPEN

    @staticmethod
    def _houses(sheet: PostingSheet) -> Block:
        block = Block(words.POSTED_HOUSES)
        for one in sheet.houses:
            waits = words.HOUSE_WAITS if one.remarks_open else ""
            parts = [one.head_name, one.village, one.vote, one.reason or "", waits]
            block.add_line(" · ".join(filter(None, parts)), warning=bool(one.remarks_open))
        return block

    def _add_remark(self, cases: Sequence[tuple[str, str]], posting_id: str) -> None:
        opened(RemarkForm(self.frame, cases, posting_id, self))

    def _form(self, rows: list[CaseRow]) -> PostingForm:
        return PostingForm(self.frame, rows, self)

"""The tab "Tờ trình": houses that wait to be submitted and from which day they can; the submissions that were made."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.words import money_text
from app.office.queries import IssuedText, issued_texts
from app.reports.worklists import CaseRow
from app.review.posting_rules import end_of
from app.review.queries import SubmissionLine, submission_sheet, submissions
from app.review.working_days import day_after
from app.wording import review_pages as words
from app.wording import vocabulary, worklists
from models.vocabulary import PaperKind, Status
from views.case_panel import Block
from views.paged_table import Align, Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.support.meeting_tab import LAST_VOTE
from views.support.submission_form import ReturnForm, SubmissionForm
from views.support.two_lists import StepTab
from views.widgets.empty_state import EmptyState
from views.worklist import (
    HEAD,
    PROGRAMME,
    REQUESTED,
    STATUS,
    VILLAGE,
    WORK_TYPE,
    CaseList,
    CaseSource,
    amount_shown,
    day_shown,
)

_POSTED = (Status.POSTED,)
_ALL = (Status.REGISTERED, Status.SURVEYED, Status.VILLAGE_REVIEWED, *_POSTED)
_TABLES = ("submission", "submitted_case", "decision", "support_case", "household", "office_text")


def _opens(row: CaseRow) -> str:
    end = end_of(row.state.posting) if row.state.posting else None
    return day_shown(day_after(end)) if end else ""


def _remarks(row: CaseRow) -> str:
    return str(len(row.state.open_remarks) or "")


def _state(row: SubmissionLine) -> str:
    if row.returned_on:
        return words.RETURNED.format(day=day_shown(row.returned_on), reason=row.return_reason or "")
    return words.DECIDED.format(count=row.decided, all=row.houses) if row.decided else words.IN_FORCE


_OPENS = Column[CaseRow]("opens", words.OPENS_FROM, _opens, 104, Align.CENTRE)
_REMARKS = Column[CaseRow]("remarks", words.OPEN_REMARKS, _remarks, 92, Align.RIGHT)
_COLUMNS = (
    Column[SubmissionLine](
        "submitted_on", words.SUBMITTED_ON, lambda row: day_shown(row.submitted_on), 92, Align.CENTRE
    ),
    Column[SubmissionLine]("houses", words.HOUSES, lambda row: str(row.houses), 56, Align.RIGHT),
    Column[SubmissionLine]("amount", words.PROPOSED, lambda row: amount_shown(row.amount), 116, Align.RIGHT),
    Column[SubmissionLine]("state", words.STATE, _state, 150, stretch=True, tip=_state),
)


class SubmissionTab(StepTab):
    """Two lists: houses that wait for a submission, and submissions with their houses."""

    names = (words.WAIT_FOR_SUBMISSION, words.SUBMISSIONS)

    def _waiting(self) -> CaseList:
        source = CaseSource(self.frame, _POSTED, amount="requested", decided=False)
        columns = (HEAD, VILLAGE, LAST_VOTE, _OPENS, _REMARKS, WORK_TYPE, REQUESTED, STATUS, PROGRAMME)
        made = CaseList(
            self.frame,
            source,
            columns,
            "review.submission",
            EmptyState(words.NOTHING_TO_SUBMIT, [(words.POSTING_TAB, self.step_before.emit)], "review"),
        )
        made.line.add_action(words.MAKE_SUBMISSION, self.begin)
        made.offer_more((words.POSTED_ONLY, words.ALL_NOT_SUBMITTED), _POSTED, _ALL, 180)
        return made

    def _recorded(self) -> RowsList[SubmissionLine]:
        self._issued: dict[str, IssuedText] = {}

        def read() -> Sequence[SubmissionLine]:
            with self.frame.workspace.read() as session:
                found = submissions(session, self.frame.programme)
                self._issued = issued_texts(session, PaperKind.SUBMISSION.value, [one.id for one in found])
                return found

        begin = [(words.MAKE_SUBMISSION, lambda: self.switch.choose(0))]
        return RowsList(
            self.frame,
            RowSource(
                read,
                lambda row: row.id,
                _TABLES,
                words=lambda row: f"{self._number(row)} {day_shown(row.submitted_on)}",
            ),
            self._columns(),
            "review.submissions",
            words.SUBMISSIONS,
            words.SUBMISSION_UNIT,
            EmptyState(words.NO_SUBMISSIONS, begin, "review"),
        )

    def _number(self, row: SubmissionLine) -> str:
        """The number typed with the submission, else the one văn thư gave it afterwards."""
        issued = self._issued.get(row.id)
        return row.number or (issued.number if issued else "") or words.TRIAL_NUMBER

    def _columns(self) -> tuple[Column[SubmissionLine], ...]:
        number = Column[SubmissionLine]("number", words.NUMBER, self._number, 120)
        return (_COLUMNS[0], number, *_COLUMNS[1:])

    def _tell(self, submission_id: str) -> Sequence[Block]:
        with self.frame.workspace.read() as session:
            sheet = submission_sheet(session, submission_id)
        line = sheet.submission
        head = Block(words.SUBMISSION_TITLE.format(number=self._number(line)))
        head.add_head_button(words.SUBMISSION_PAPER, lambda: self.show_paper(PaperKind.SUBMISSION, submission_id))
        if line.returned_on is None:
            head.add_head_button(words.RETURN_SUBMISSION, lambda: opened(ReturnForm(self.frame, line, self)))
        parts = [day_shown(line.submitted_on), line.addressee or "", line.signer or ""]
        head.add_line(" · ".join(filter(None, parts)))
        head.add_line(_state(line), warning=line.returned_on is not None, quiet=line.returned_on is None)
        houses = Block(words.SUBMITTED_HOUSES)
        for one in sheet.houses:
            work = vocabulary.WORK_TYPES.get(one.work_type or "", worklists.EMPTY_VALUE)
            amount = money_text(one.amount) if one.amount else worklists.EMPTY_VALUE
            houses.add_line(words.PROPOSED_LINE.format(name=one.head_name, work=work, amount=amount))
        return [head, houses]

    def _form(self, rows: list[CaseRow]) -> SubmissionForm:
        return SubmissionForm(self.frame, rows, self)

"""The short forms of the commune's submission: which houses go now and which wait, and its return."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.documents.words import amount_in_words, money_text
from app.office.queries import paper_office
from app.outlook import Outlook, look_ahead
from app.parsing import today
from app.problems import Problem
from app.reports.worklists import CaseRow
from app.review.drafts import ProposedDraft, SubmissionDraft
from app.review.posting_operations import return_submission, save_submission
from app.review.queries import SubmissionLine
from app.review.submission_rules import check_proposed, check_return, proposed_amount
from app.wording import review_pages as words
from app.wording import support
from views.page import WorkFrame
from views.short_form import ShortForm
from views.support.posting_form import line_edit
from views.widgets.date_edit import DateEdit
from views.widgets.form import quiet_label
from views.widgets.outlook_box import OutlookBox


class SubmissionForm(ShortForm):
    """Houses whose list still hangs, or on which a remark is open, stay; the others go."""

    def __init__(self, frame: WorkFrame, rows: Sequence[CaseRow], parent: QWidget | None = None) -> None:
        super().__init__(parent, words.MAKE_SUBMISSION, words.submission_confirm(len(rows)))
        self.frame = frame
        self._cases = [row.facts for row in rows if row.case_id is not None]
        programme = self._cases[0].programme if self._cases else None
        self._programme_id = programme.id if programme else frame.programme
        self.submitted_on, self.number = DateEdit(), line_edit(240, words.NUMBER_LATER)
        self.addressee, self.signer = line_edit(), line_edit(300)
        self.submitted_on.set_value(today().isoformat())
        with frame.workspace.read() as session:
            office = paper_office(session, frame.workspace.author.office)
        signer = office.signer(today().isoformat()) if office else None
        self.signer.set_value(signer.name if signer else None)
        self.sum, self.box = quiet_label(), OutlookBox()
        self.sum.setWordWrap(True)
        form = self.form
        form.add_field("submitted_on", words.SUBMITTED_ON, self.submitted_on, required=True)
        form.add_field("number", words.NUMBER, self.number)
        form.add_field("addressee", words.ADDRESSEE, self.addressee)
        form.add_field("signer", words.SIGNER, self.signer)
        self.add_below(self.sum)
        self.add_below(self.box)
        self.submitted_on.changed.connect(self.preview)
        self.outlook = Outlook()
        self.preview()

    def preview(self) -> None:
        """Say which houses can be submitted on the day typed, which wait and why."""
        if self.marks.unreadable():
            return
        day = self.submitted_on.value() or today().isoformat()
        self.outlook = look_ahead(self._cases, lambda one: check_proposed(one, day))
        self.box.show_outlook(self.outlook)
        self.confirm.setText(words.submission_confirm(len(self.outlook.ready)))
        self.confirm.setEnabled(bool(self.outlook.ready))
        total = sum(proposed_amount(ProposedDraft(one.case_id), one, day) or 0 for one in self.outlook.ready)
        self.sum.setText(support.sum_text(money_text(total), amount_in_words(total)) if total else "")

    def problems(self) -> Sequence[Problem]:
        self.preview()
        missing = [] if self.submitted_on.value() else [Problem("submitted_on", "day_missing")]
        return [*missing, *self.outlook.form]

    def carry_out(self) -> None:
        houses = tuple(ProposedDraft(one.case_id) for one in self.outlook.ready)
        draft = SubmissionDraft(
            self.submitted_on.value() or "",
            houses,
            self._programme_id,
            self.number.value(),
            self.addressee.value(),
            self.signer.value(),
        )
        told = words.submitted_text(len(houses), len(self.outlook.blocked))
        self.start(self.frame, partial(save_submission, self.frame.workspace, draft), words.SUBMITTING, told)


class ReturnForm(ShortForm):
    """A submission came back: its houses may be submitted again."""

    def __init__(self, frame: WorkFrame, line: SubmissionLine, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.RETURN_TITLE, words.RETURN_SUBMISSION.rstrip("…"))
        self.frame, self._line = frame, line
        self.returned_on, self.reason = DateEdit(), line_edit()
        self.returned_on.set_value(today().isoformat())
        self.form.add_field("returned_on", words.RETURNED_ON, self.returned_on, required=True)
        self.form.add_field("reason", words.REASON, self.reason, required=True)

    def problems(self) -> Sequence[Problem]:
        return check_return(self.returned_on.value() or "", self.reason.value() or "", self._line.submitted_on)

    def carry_out(self) -> None:
        operation = partial(
            return_submission,
            self.frame.workspace,
            self._line.id,
            self.returned_on.value() or "",
            self.reason.value() or "",
        )
        self.start(self.frame, operation, words.SUBMITTING, words.SUBMISSION_BACK)

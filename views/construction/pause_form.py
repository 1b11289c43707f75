"""The short form that pauses houses with a reason and a day to look again, or brings them back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.outlook import look_ahead
from app.parsing import today
from app.problems import Problem
from app.support.drafts import ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.exception_rules import check_exception
from app.support.facts import CaseFacts
from app.wording import construction
from models.vocabulary import ExceptionCase
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.date_edit import DateEdit
from views.widgets.form import text_line
from views.widgets.outlook_box import OutlookBox


class PauseForm(ShortForm):
    """`kind` is ON_HOLD or RESUMED."""

    def __init__(
        self, frame: WorkFrame, cases: Sequence[CaseFacts], kind: ExceptionCase, parent: QWidget | None = None
    ) -> None:
        self._pausing = kind is ExceptionCase.ON_HOLD
        title = construction.PAUSE_TITLE if self._pausing else construction.RESUME_TITLE
        super().__init__(parent, title, title)
        self.frame = frame
        self._cases, self._kind = cases, kind
        self.reason, self.day, self.review_on = text_line(), DateEdit(), DateEdit()
        self.day.set_value(today().isoformat())
        self.box = OutlookBox()
        self.form.add_field("reason", construction.REASON, self.reason, required=True)
        self.form.add_field("happened_on", construction.DAY, self.day, required=True)
        if self._pausing:
            self.form.add_field("review_on", construction.REVIEW_ON, self.review_on)
        self.add_below(self.box)
        self.day.changed.connect(self.preview)
        self.reason.editingFinished.connect(self.preview)
        self.preview()

    def _draft(self, case_id: str) -> ExceptionDraft:
        return ExceptionDraft(
            case_id,
            self._kind,
            self.day.value() or "",
            self.reason.text().strip(),
            review_on=self.review_on.value() if self._pausing else None,
        )

    def preview(self) -> None:
        """Say which of the houses can be paused or brought back."""
        if not self.marks.unreadable():
            self.outlook = look_ahead(self._cases, lambda one: check_exception(self._draft(one.case_id), one))
            self.box.show_outlook(self.outlook)
            self.confirm.setEnabled(bool(self.outlook.ready))

    def problems(self) -> Sequence[Problem]:
        self.preview()
        return self.outlook.form

    def carry_out(self) -> None:
        drafts = [self._draft(one.case_id) for one in self.outlook.ready]
        told = construction.paused_text(len(drafts)) if self._pausing else construction.resumed_text(len(drafts))
        self.start(self.frame, partial(record_exceptions, self.frame.workspace, drafts), self.windowTitle(), told)

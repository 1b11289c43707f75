"""The short form of what takes a house off the ordinary road or is noted on it: the exceptions X1 to X16."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.funding.queries import sources
from app.outlook import Outlook, look_ahead
from app.parsing import today
from app.problems import Problem
from app.support.drafts import ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.exception_rules import AMENDING, check_exception
from app.support.facts import CaseFacts
from app.wording import review_pages as words
from app.wording import support, vocabulary
from models.vocabulary import ExceptionCase
from views.page import WorkFrame
from views.short_form import ShortForm
from views.support.posting_form import line_edit
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import quiet_label
from views.widgets.money_edit import MoneyEdit
from views.widgets.outlook_box import OutlookBox

_WITH_REVIEW = frozenset({ExceptionCase.ON_HOLD, ExceptionCase.REFUSED, ExceptionCase.NOT_PASSED})


def _offer(field: QWidget, *, wanted: bool) -> None:
    """Show a field with its label, or take both away."""
    field.setEnabled(wanted)
    row = field.parentWidget()
    if row is not None:
        row.setVisible(wanted)


class ExceptionForm(ShortForm):
    """The kind decides which fields are asked for; it says at once what it does to the target."""

    def __init__(self, frame: WorkFrame, cases: Sequence[CaseFacts], parent: QWidget | None = None) -> None:
        super().__init__(parent, words.EXCEPTION_TITLE, words.EXCEPTION_TITLE)
        self.frame, self._cases = frame, list(cases)
        self.kind_of = ChoiceEdit([Choice(*pair) for pair in vocabulary.EXCEPTIONS.items()], width=300)
        self.happened_on, self.review_on = DateEdit(), DateEdit()
        self.happened_on.set_value(today().isoformat())
        self.reason, self.decision_number = line_edit(), line_edit(180, support.NUMBER_HINT)
        self.new_head, self.amount = line_edit(300), MoneyEdit()
        self.receiver = line_edit(300, words.RECEIVER_HINT)
        self.work_type = ChoiceEdit([Choice(*pair) for pair in vocabulary.WORK_TYPES.items()], width=220)
        with frame.workspace.read() as session:
            known = sources(session)
        self.source = ChoiceEdit([Choice(one.code, f"{one.code} – {one.name}") for one in known], width=300)
        self.effect, self.box = quiet_label(), OutlookBox()
        self.effect.setWordWrap(True)
        self.outlook = Outlook()
        self._lay_out()
        self.preview()

    def _lay_out(self) -> None:
        form = self.form
        form.add_field("kind", words.EXCEPTION_KIND, self.kind_of, required=True)
        form.add_field("happened_on", words.HAPPENED_ON, self.happened_on, required=True)
        form.add_field("reason", words.REASON, self.reason, required=True)
        form.add_field("decision_number", words.DECISION_NUMBER, self.decision_number)
        form.add_field("review_on", words.REVIEW_ON, self.review_on)
        form.add_field("new_head", words.NEW_HEAD, self.new_head)
        form.add_field("receiver", words.RECEIVER, self.receiver)
        form.add_field("work_type", support.WORK_TYPE, self.work_type)
        form.add_field("amount", support.AMOUNT, self.amount)
        form.add_field("source_code", support.SOURCE, self.source)
        self.add_below(self.effect)
        self.add_below(self.box)
        for field in (self.kind_of, self.happened_on, self.review_on, self.work_type, self.amount, self.source):
            field.changed.connect(self.preview)
        for text in (self.reason, self.decision_number, self.new_head, self.receiver):
            text.changed.connect(self.preview)

    @property
    def kind(self) -> ExceptionCase | None:
        """The exception chosen."""
        value = self.kind_of.value()
        return ExceptionCase(value) if value else None

    def _offer_fields(self) -> None:
        """Only what the kind asks for is in sight."""
        kind = self.kind
        _offer(self.review_on, wanted=kind in _WITH_REVIEW)
        _offer(self.new_head, wanted=kind is ExceptionCase.NEW_HEAD)
        _offer(self.receiver, wanted=kind is ExceptionCase.TRANSFERRED)
        _offer(self.work_type, wanted=kind is ExceptionCase.WORK_CHANGED)
        for field in (self.amount, self.source):
            _offer(field, wanted=kind in AMENDING)
        self.effect.setText(words.EXCEPTION_EFFECTS[kind.value] if kind is not None else "")

    def draft(self, kind: ExceptionCase, case_id: str) -> ExceptionDraft:
        """What the form says of one house. Raises `Refused` when a field cannot be read."""
        return ExceptionDraft(
            case_id,
            kind,
            self.happened_on.value() or "",
            self.reason.value() or "",
            self.decision_number.value(),
            self.review_on.value() if self.review_on.isEnabled() else None,
            self.work_type.value() if self.work_type.isEnabled() else None,
            self.amount.value() if self.amount.isEnabled() else None,
            self.source.value() if self.source.isEnabled() else None,
            self.new_head.value() if self.new_head.isEnabled() else None,
            self.receiver.value() if self.receiver.isEnabled() else None,
        )

    def preview(self) -> None:
        """Say for which of the houses this can be recorded."""
        self._offer_fields()
        kind = self.kind
        if kind is None or self.marks.unreadable():
            return
        self.outlook = look_ahead(self._cases, lambda one: check_exception(self.draft(kind, one.case_id), one))
        self.box.show_outlook(self.outlook)

    def problems(self) -> Sequence[Problem]:
        if self.kind is None:
            return [Problem("kind", "exception_not_chosen")]
        self.preview()
        if not self.outlook.ready and not self.outlook.form:
            return [problem for _, problem in self.outlook.blocked]
        return self.outlook.form

    def carry_out(self) -> None:
        kind = self.kind
        if kind is None:
            return
        drafts = [self.draft(kind, one.case_id) for one in self.outlook.ready]
        told = words.EXCEPTION_SAVED.format(kind=vocabulary.EXCEPTIONS[kind.value], count=len(drafts))
        self.start(self.frame, partial(record_exceptions, self.frame.workspace, drafts), words.SAVING_EXCEPTION, told)

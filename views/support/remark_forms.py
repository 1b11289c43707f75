"""The short forms of a remark ("ý kiến, phản ánh"): what was said, the re-check on the spot, the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from app.parsing import today
from app.problems import Problem
from app.review.drafts import RemarkDraft
from app.review.posting_operations import save_remark
from app.review.queries import remark_draft
from app.support.queries import CaseFacts
from app.wording import review_pages as words
from app.wording import vocabulary
from views.page import WorkFrame
from views.short_form import ShortForm
from views.support.posting_form import line_edit
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit


class RemarkForm(ShortForm):
    """A new remark on one of these houses; where there is one house, it is not asked for."""

    def __init__(
        self,
        frame: WorkFrame,
        cases: Sequence[tuple[str, str]],
        posting_id: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, words.REMARKS, words.ADD_REMARK.rstrip("…"))
        self.frame, self._posting_id = frame, posting_id
        self.house = ChoiceEdit([Choice(*one) for one in cases], width=300)
        self.received_on, self.said_by, self.content = DateEdit(), line_edit(300), line_edit()
        self.received_on.set_value(today().isoformat())
        if len(cases) == 1:
            self.house.set_value(cases[0][0])
        self.form.add_field("case_id", words.HOUSE, self.house, required=True)
        self.form.add_field("received_on", words.RECEIVED_ON, self.received_on, required=True)
        self.form.add_field("sender", words.SENDER, self.said_by)
        self.form.add_field("content", words.CONTENT, self.content, required=True)

    def draft(self) -> RemarkDraft:
        """What the form says."""
        return RemarkDraft(
            self.house.value() or "",
            self.received_on.value() or "",
            self.content.value() or "",
            self._posting_id,
            self.said_by.value(),
        )

    def problems(self) -> Sequence[Problem]:
        found = [] if self.house.value() else [Problem("case_id", "no_houses")]
        found += [] if self.content.value() else [Problem("content", "remark_empty")]
        return found + ([] if self.received_on.value() else [Problem("received_on", "day_missing")])

    def carry_out(self) -> None:
        told = words.REMARK_SAVED.format(name=self.house.currentText())
        operation = partial(save_remark, self.frame.workspace, self.draft())
        self.start(self.frame, operation, words.SAVING_REMARK, told)


class _LaterForm(ShortForm):
    """What comes after a remark was received: changes that remark."""

    def __init__(self, frame: WorkFrame, remark_id: str, name: str, title: str, parent: QWidget | None) -> None:
        super().__init__(parent, title, title)
        self.frame, self._name = frame, name
        with frame.workspace.read() as session:
            self.remark = remark_draft(session, remark_id)

    def _save(self, draft: RemarkDraft, told: str) -> None:
        operation = partial(save_remark, self.frame.workspace, draft)
        self.start(self.frame, operation, words.SAVING_REMARK, told.format(name=self._name))


class RecheckForm(_LaterForm):
    """The re-check: who looked again, when, and whether the house stays on the list."""

    def __init__(self, frame: WorkFrame, remark_id: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(frame, remark_id, name, words.RECHECK.rstrip("…"), parent)
        self.day, self.by, self.note = DateEdit(), line_edit(300), line_edit()
        self.outcome = ChoiceEdit([Choice(*one) for one in vocabulary.RECHECK_RESULTS.items()], width=220)
        self.day.set_value(self.remark.rechecked_on or today().isoformat())
        self.by.set_value(self.remark.rechecked_by)
        self.outcome.set_value(self.remark.recheck_result)
        self.note.set_value(self.remark.recheck_note)
        self.form.add_field("rechecked_on", words.RECHECKED_ON, self.day, required=True)
        self.form.add_field("recheck_result", words.RECHECK_RESULT, self.outcome, required=True)
        self.form.add_field("rechecked_by", words.RECHECKED_BY, self.by)
        self.form.add_field("recheck_note", words.RECHECK_NOTE, self.note)

    def problems(self) -> Sequence[Problem]:
        whole = self.day.value() and self.outcome.value()
        return [] if whole else [Problem("recheck_result" if self.day.value() else "rechecked_on", "recheck_half")]

    def carry_out(self) -> None:
        draft = replace(
            self.remark,
            rechecked_on=self.day.value(),
            recheck_result=self.outcome.value(),
            rechecked_by=self.by.value(),
            recheck_note=self.note.value(),
        )
        self._save(draft, words.RECHECK_SAVED)


class AnswerForm(_LaterForm):
    """The answer, with which a remark is no longer open."""

    def __init__(self, frame: WorkFrame, remark_id: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(frame, remark_id, name, words.ANSWER.rstrip("…"), parent)
        self.day, self.answer = DateEdit(), line_edit()
        self.day.set_value(self.remark.answered_on or today().isoformat())
        self.answer.set_value(self.remark.answer)
        self.form.add_field("answered_on", words.ANSWERED_ON, self.day, required=True)
        self.form.add_field("answer", words.ANSWER_TEXT, self.answer, required=True)

    def problems(self) -> Sequence[Problem]:
        whole = self.day.value() and self.answer.value()
        return [] if whole else [Problem("answer" if self.day.value() else "answered_on", "answer_half")]

    def carry_out(self) -> None:
        draft = replace(self.remark, answered_on=self.day.value(), answer=self.answer.value())
        self._save(draft, words.ANSWER_SAVED)


def houses_of(cases: Sequence[CaseFacts]) -> list[tuple[str, str]]:
    """Houses as a remark's form offers them."""
    return [(one.case_id, one.head_name) for one in cases]

"""The short forms of a screening round: the round itself, an agency in it, households it has given names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.parsing import today
from app.problems import Problem
from app.reports.worklists import CaseRow
from app.review.drafts import FoundDraft, RoundDraft
from app.review.operations import name_households, save_round
from app.review.queries import rounds
from app.review.rules import check_round
from app.wording import review_pages as words
from views.page import WorkFrame
from views.short_form import ShortForm
from views.support.posting_form import line_edit
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit


class RoundForm(ShortForm):
    """A new round, or one that is changed."""

    def __init__(self, frame: WorkFrame, draft: RoundDraft | None = None, parent: QWidget | None = None) -> None:
        title = words.CHANGE_ROUND.rstrip("…") if draft else words.OPEN_ROUND
        super().__init__(parent, title, title)
        self.frame = frame
        self._id, self._version = (draft.id, draft.version) if draft else (None, None)
        self._programme_id = draft.programme_id if draft else frame.programme
        self.name, self.note = line_edit(hint=words.ROUND_NAME_HINT), line_edit()
        self.opened_on, self.due_on, self.closed_on = DateEdit(), DateEdit(), DateEdit()
        self.opened_on.set_value(today().isoformat())
        if draft is not None:
            self.name.set_value(draft.name)
            self.note.set_value(draft.note)
            self.opened_on.set_value(draft.opened_on)
            self.due_on.set_value(draft.due_on)
            self.closed_on.set_value(draft.closed_on)
        self.form.add_field("name", words.ROUND_NAME, self.name, required=True)
        self.form.add_field("opened_on", words.OPENED_ON, self.opened_on, required=True)
        self.form.add_field("due_on", words.DUE_ON, self.due_on)
        self.form.add_field("closed_on", words.CLOSED_ON_ROUND, self.closed_on)
        self.form.add_field("note", words.NOTE, self.note)

    def draft(self) -> RoundDraft:
        """What the form says. Raises `Refused` when a day cannot be read."""
        return RoundDraft(
            self.name.value() or "",
            self.opened_on.value() or "",
            self._programme_id,
            self.due_on.value(),
            self.closed_on.value(),
            self.note.value(),
            self._id,
            self._version,
        )

    def problems(self) -> Sequence[Problem]:
        return check_round(self.draft())

    def carry_out(self) -> None:
        operation = partial(save_round, self.frame.workspace, self.draft())
        self.start(self.frame, operation, words.ROUND_SAVING, words.ROUND_SAVED)


class AgencyForm(ShortForm):
    """An agency or association that hands in beside the villages; it gets a line in the sheet."""

    def __init__(self, take: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent, words.ADD_AGENCY.rstrip("…"), words.ADD_AGENCY.rstrip("…"))
        self._take = take
        self.agency = line_edit(hint=words.AGENCY_HINT)
        self.form.add_field("agency", words.AGENCY, self.agency, required=True)

    def problems(self) -> Sequence[Problem]:
        return [] if self.agency.value() else [Problem("agency", "return_of_whom")]

    def carry_out(self) -> None:
        self._take(self.agency.value() or "")
        self.accept()


class FoundForm(ShortForm):
    """Households that a round has given names, and who found them."""

    def __init__(self, frame: WorkFrame, rows: Sequence[CaseRow], parent: QWidget | None = None) -> None:
        super().__init__(parent, words.NAME_HOUSEHOLDS.rstrip("…"), words.found_confirm(len(rows)))
        self.frame = frame
        self._households = tuple(dict.fromkeys(row.household_id for row in rows))
        with frame.workspace.read() as session:
            known = rounds(session)
        self.round = ChoiceEdit([Choice(one.id, one.name) for one in known], width=380)
        self.round.set_value(known[0].id if known else None)
        self.found_by = line_edit(300, words.FOUND_BY_HINT)
        self.form.add_field("round_id", words.ROUND, self.round, required=True)
        self.form.add_field("found_by", words.FOUND_BY, self.found_by)

    def problems(self) -> Sequence[Problem]:
        return [] if self.round.value() else [Problem("round_id", "round_not_chosen")]

    def carry_out(self) -> None:
        draft = FoundDraft(self.round.value() or "", self._households, self.found_by.value())
        told = words.found_text(len(self._households))
        self.start(self.frame, partial(name_households, self.frame.workspace, draft), words.ROUND_SAVING, told)

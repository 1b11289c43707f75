"""The short forms of promises: a promise itself, what came of it, its withdrawal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from app.documents.words import decimal_text, whole_text
from app.giving.drafts import GiftDraft, PledgeDraft
from app.giving.facts import PledgeRow
from app.giving.gift_text import promise_text
from app.giving.operations import record_gift, save_pledge, withdraw_pledge
from app.giving.rules import check_gift, check_pledge
from app.giving.targets import TargetKind, gift_targets
from app.giving.typed_gift import TypedGift, read_gift
from app.parsing import today
from app.problems import Problem, Refused
from app.wording import giving_pages as words
from app.wording.vocabulary import CONTRIBUTION_KINDS
from models.vocabulary import ContributionKind
from views.giving.fields import GiftEdit, placed, target_choices, typed_gift
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit


def _typed(kind: str, amount: int | None, item: str | None, unit: str | None, quantity: str | None) -> str:
    """What was promised, as it would be typed."""
    number = decimal_text(Decimal(quantity)) if quantity else ""
    if kind == ContributionKind.GOODS:
        value = f" = {whole_text(amount)}" if amount else ""
        return f"{number} {unit or ''} {item or ''}".strip() + value
    return number or (whole_text(amount) if amount else "")


class PledgeForm(ShortForm):
    """A promise, new or as it stands."""

    def __init__(self, frame: WorkFrame, standing: PledgeRow | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.PLEDGE_TITLE, words.SAVE)
        self.frame, self._standing = frame, standing
        with frame.workspace.read() as session:
            targets = gift_targets(session)
        self.donor, self.note = QLineEdit(), QLineEdit()
        self.kind = ChoiceEdit([Choice(*one) for one in CONTRIBUTION_KINDS.items()])
        self.what = GiftEdit(self.kind)
        self.target = ChoiceEdit(target_choices([one for one in targets if one.kind != TargetKind.SOURCE]), width=320)
        self.target.field.setPlaceholderText(words.COMMON_FUND)
        self.pledged, self.due = DateEdit(), DateEdit()
        self._fill()
        form = self.form
        form.add_field("donor_name", words.GIVER, self.donor, required=True)
        form.add_field("kind", words.KIND, self.kind)
        form.add_field("gift", words.WHAT, self.what)
        form.add_field("target", words.TARGET, self.target)
        form.add_field("pledged_on", words.PLEDGED_ON, self.pledged)
        form.add_field("due_on", words.DUE_ON, self.due)
        form.add_field("note", words.NOTE, self.note)

    def _fill(self) -> None:
        one = self._standing
        self.kind.set_value(one.kind if one else ContributionKind.CASH)
        self.what.show_kind()
        if one is None:
            self.pledged.set_value(today().isoformat())
            return
        self.donor.setText(one.donor_name)
        self.what.setText(_typed(one.kind, one.amount, one.item, one.unit, one.quantity))
        case, drive = f"{TargetKind.CASE}:{one.case_id}", f"{TargetKind.DRIVE}:{one.drive_id}"
        self.target.set_value(case if one.case_id else drive if one.drive_id else None)
        self.pledged.set_value(one.pledged_on)
        self.due.set_value(one.due_on)
        self.note.setText(one.note or "")

    def draft(self) -> PledgeDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        kind, standing = self.kind.value() or ContributionKind.CASH.value, self._standing
        read = read_gift(kind, self.what.text())
        where, _, target = (self.target.value() or "").partition(":")
        return PledgeDraft(
            self.donor.text().strip(),
            kind,
            read.amount,
            read.item,
            read.unit,
            _all_days(read),
            self.pledged.value(),
            self.due.value(),
            case_id=target if where == TargetKind.CASE else None,
            drive_id=target if where == TargetKind.DRIVE else None,
            note=self.note.text() or None,
            id=standing.id if standing else None,
            version=standing.version if standing else None,
        )

    def problems(self) -> Sequence[Problem]:
        try:
            return [placed(one) for one in check_pledge(self.draft())]
        except Refused as refused:
            return refused.problems

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.SAVED_PLEDGE.format(name=draft.donor_name)
        self.start(self.frame, partial(save_pledge, self.frame.workspace, draft), words.SAVING, told)


def _all_days(read: TypedGift) -> str | None:
    """Days of all people together: promises count days, not who works them."""
    if read.people and read.quantity:
        return f"{(Decimal(read.quantity) * read.people).normalize():f}"
    return read.quantity


class KeptForm(ShortForm):
    """What came of a promise becomes a line of the book that names it."""

    def __init__(self, frame: WorkFrame, pledge: PledgeRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.KEEP_TITLE, words.RECORD)
        self.frame, self._pledge = frame, pledge
        with frame.workspace.read() as session:
            targets = gift_targets(session)
        own = (f"{TargetKind.CASE}:{pledge.case_id}", f"{TargetKind.DRIVE}:{pledge.drive_id}")
        named = next((one for one in targets if one.key in own), None)
        self.kind = ChoiceEdit([Choice(*one) for one in CONTRIBUTION_KINDS.items()])
        self.kind.set_value(pledge.kind)
        self.what, self.day = GiftEdit(self.kind), DateEdit()
        self.what.show_kind()
        self.what.setText(self._left())
        self.target = ChoiceEdit(target_choices(targets), width=320)
        self.target.set_value(named.key if named else next((one.key for one in targets), None))
        self.day.set_value(today().isoformat())
        form = self.form
        form.add_title(f"{pledge.donor_name}: {promise_text(pledge)}")
        form.add_field("kind", words.KIND, self.kind)
        form.add_field("gift", words.WHAT, self.what, required=True)
        form.add_field("target", words.TARGET, self.target, required=True)
        form.add_field("given_on", words.DAY, self.day, required=True)

    def _left(self) -> str:
        """What is still to come of the promise, as it would be typed."""
        one = self._pledge
        amount = max((one.amount or 0) - one.kept_amount, 0) or None
        quantity = None
        if one.quantity:
            left = max(Decimal(one.quantity) - one.kept_quantity, Decimal(0))
            quantity = f"{left:f}" if left else None
        return _typed(one.kind, amount, one.item, one.unit, quantity) if amount or quantity else ""

    def draft(self) -> GiftDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        kind, one = self.kind.value() or self._pledge.kind, self._pledge
        read = typed_gift(kind, self.day.value(), self.what.text(), self.target.value())
        return replace(read, donor_id=one.donor_id, donor_name=one.donor_name or None, pledge_id=one.id)

    def problems(self) -> Sequence[Problem]:
        try:
            return [placed(one) for one in check_gift(self.draft(), today().isoformat())]
        except Refused as refused:
            return refused.problems

    def carry_out(self) -> None:
        told = words.RECORDED.format(what=self.what.text(), name=self._pledge.donor_name)
        self.start(self.frame, partial(record_gift, self.frame.workspace, self.draft()), words.RECORDING, told)


class WithdrawalForm(ShortForm):
    """The donor takes a promise back; what was given of it stays."""

    def __init__(self, frame: WorkFrame, pledge: PledgeRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.WITHDRAW_TITLE, words.WITHDRAW_TITLE)
        self.frame, self._pledge = frame, pledge
        self.reason, self.day = QLineEdit(), DateEdit()
        self.day.set_value(today().isoformat())
        self.form.add_title(f"{pledge.donor_name}: {promise_text(pledge)}")
        self.form.add_field("reason", words.REASON, self.reason, required=True)
        self.form.add_field("withdrawn_on", words.WITHDRAWN_ON, self.day, required=True)

    def problems(self) -> Sequence[Problem]:
        found = [] if self.reason.text().strip() else [Problem("reason", "reason_missing")]
        return found if self.day.value() else [*found, Problem("withdrawn_on", "day_missing")]

    def carry_out(self) -> None:
        one = self._pledge
        day, reason = self.day.value() or "", self.reason.text()
        operation = partial(withdraw_pledge, self.frame.workspace, one.id, day, reason, one.version)
        self.start(self.frame, operation, words.SAVING, words.PLEDGE_WITHDRAWN.format(name=one.donor_name))

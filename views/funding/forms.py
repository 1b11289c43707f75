"""The short forms of money: a payment with its voucher, its correction, a new source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from app.documents.words import money_text
from app.funding.drafts import PaymentDraft, ReversalDraft, SourceDraft
from app.funding.operations import add_source, pay, reverse_payment
from app.funding.queries import sources
from app.funding.rules import check_payment, check_reversal, check_source
from app.parsing import today
from app.problems import Problem
from app.reports.worklists import CaseRow
from app.support.facts import NOT_AID, PaymentRow
from app.wording import funding, vocabulary
from app.wording import funding_pages as pages
from models.vocabulary import SourceKind
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import text_line
from views.widgets.money_edit import MoneyEdit
from views.widgets.number_edits import CountEdit


class PaymentForm(ShortForm):
    """Money paid for one house; what is left of the decision stands under the amount's label."""

    def __init__(self, frame: WorkFrame, row: CaseRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, funding.PAYMENT_TITLE, funding.PAYMENT_TITLE)
        self.frame, self._row = frame, row
        with frame.workspace.read() as session:
            known = sources(session)
        self._apart = {one.code for one in known if one.kind in NOT_AID}
        self.source = ChoiceEdit([Choice(one.code, f"{one.code} – {one.name}") for one in known], width=320)
        self.amount, self.day, self.voucher = MoneyEdit(), DateEdit(), text_line(180)
        self.instalment, self.payee, self.relation = CountEdit(), text_line(300, funding.HEAD_RECEIVES), text_line(180)
        self.thumbprint, self.reason = QCheckBox(pages.THUMB_FIELD), text_line(0, pages.PAY_REASON_HINT)
        self._suggest([one.code for one in known])
        self.source.changed.connect(self._suggest_part)
        form = self.form
        form.add_field("source_code", funding.SOURCE, self.source, required=True)
        left = (row.state.approved_amount or 0) - row.state.paid_amount
        after = funding.LEFT_HINT.format(left=money_text(left)) if left > 0 else ""
        form.add_field("amount", funding.AMOUNT, self.amount, required=True, after=after)
        form.add_field("paid_on", funding.PAID_ON, self.day, required=True)
        form.add_field("voucher", funding.VOUCHER, self.voucher)
        form.add_field("instalment", funding.INSTALMENT, self.instalment)
        form.add_field("payee", funding.PAYEE, self.payee)
        form.add_field("relation", funding.RELATION, self.relation)
        form.add_widget(self.thumbprint)
        form.add_field("reason", pages.PAY_REASON, self.reason)

    def _suggest(self, codes: Sequence[str]) -> None:
        """What is most likely: the decision's source, today, the next instalment."""
        decision = self._row.state.decision
        if decision is not None and decision.source_code in codes:
            self.source.set_value(decision.source_code)
        elif len(codes) == 1:
            self.source.set_value(codes[0])
        self.day.set_value(today().isoformat())
        self._suggest_part()

    def _is_aid(self) -> bool:
        return self.source.value() not in self._apart

    def _suggest_part(self) -> None:
        """The next part; the household's own money and loans belong to none."""
        given = [one.instalment for one in self._row.facts.payments if one.instalment]
        self.instalment.set_value(max(given, default=0) + 1 if self._is_aid() else None)
        self.instalment.setEnabled(self._is_aid())

    def draft(self) -> PaymentDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        return PaymentDraft(
            self._row.key,
            self.source.value() or "",
            self.amount.value() or 0,
            self.day.value() or "",
            self.voucher.text().strip(),
            self.instalment.value(),
            self.payee.text() or None,
            self.relation.text() or None,
            self.reason.text().strip() or None,
            self.thumbprint.isChecked() or None,
        )

    def problems(self) -> Sequence[Problem]:
        found = check_payment(self.draft(), self._row.facts, today().isoformat(), aid=self._is_aid())
        if self.source.value() is None:
            found.append(Problem("source_code", "source_unchosen"))
        return found

    def carry_out(self) -> None:
        draft = self.draft()
        told = funding.PAID.format(amount=money_text(draft.amount), name=self._row.head_name)
        self.start(self.frame, partial(pay, self.frame.workspace, [draft]), funding.PAYING, told, warn=True)


class ReversalForm(ShortForm):
    """Takes a payment back by a line of its own."""

    def __init__(self, frame: WorkFrame, row: CaseRow, payment: PaymentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, funding.REVERSE_TITLE, funding.REVERSE_TITLE)
        self.frame, self._row, self._payment = frame, row, payment
        self.reason, self.day = text_line(hint=funding.REASON_HINT), DateEdit()
        self.day.set_value(today().isoformat())
        self.form.add_field("reason", funding.REASON, self.reason, required=True)
        self.form.add_field("reversed_on", funding.REVERSED_ON, self.day, required=True)

    def _draft(self) -> ReversalDraft:
        return ReversalDraft(self._payment.id, self.day.value() or "", self.reason.text().strip())

    def problems(self) -> Sequence[Problem]:
        return check_reversal(self._draft(), self._payment, self._row.facts, today().isoformat())

    def carry_out(self) -> None:
        told = funding.REVERSED.format(amount=money_text(self._payment.amount or 0))
        operation = partial(reverse_payment, self.frame.workspace, self._draft())
        self.start(self.frame, operation, funding.REVERSING, told)


class SourceForm(ShortForm):
    """A new source of money of this office."""

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent, funding.SOURCE_TITLE, funding.SOURCE_TITLE)
        self.frame = frame
        self.code, self.name, self.ceiling = text_line(120, funding.CODE_HINT), text_line(), MoneyEdit()
        self.kind = ChoiceEdit([Choice(*pair) for pair in vocabulary.SOURCE_KINDS.items()], width=240)
        self.kind.set_value(SourceKind.CENTRAL_BUDGET.value)
        self.form.add_field("code", funding.CODE, self.code, required=True)
        self.form.add_field("name", funding.NAME, self.name, required=True)
        self.form.add_field("kind", funding.KIND, self.kind)
        self.form.add_field("ceiling", funding.CEILING, self.ceiling)

    def _draft(self) -> SourceDraft:
        kind = SourceKind(self.kind.value() or SourceKind.COMMUNITY)
        return SourceDraft(self.code.text().strip(), self.name.text().strip(), kind, self.ceiling.value())

    def problems(self) -> Sequence[Problem]:
        with self.frame.workspace.read() as session:
            codes = {one.code for one in sources(session)}
        return check_source(self._draft(), codes)

    def carry_out(self) -> None:
        draft = self._draft()
        told = funding.SOURCE_ADDED.format(name=draft.name)
        self.start(self.frame, partial(add_source, self.frame.workspace, draft), funding.ADDING, told)

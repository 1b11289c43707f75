"""Short forms about the money of one house beside its payments: money taken back, a policy-bank loan."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.documents.words import money_text
from app.funding.drafts import ClawbackDraft, LoanDraft
from app.funding.goods_operations import save_loan
from app.funding.operations import claw_back
from app.funding.queries import LoanRow
from app.funding.rules import check_clawback, check_loan
from app.parsing import today
from app.problems import Problem
from app.reports.worklists import CaseRow
from app.wording import funding as form_words
from app.wording import funding_pages as words
from views.funding.fields import source_edit
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.date_edit import DateEdit
from views.widgets.form import text_line
from views.widgets.money_edit import MoneyEdit
from views.widgets.number_edits import CountEdit


class ClawbackForm(ShortForm):
    """Money comes back from a household with a decision (X13)."""

    def __init__(self, frame: WorkFrame, row: CaseRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.CLAW_TITLE, words.CLAW_TITLE)
        self.frame, self._row = frame, row
        self.source, self.amount, self.day = source_edit(frame), MoneyEdit(), DateEdit()
        self.number, self.reason, self.voucher = text_line(180), text_line(), text_line(180)
        self.day.set_value(today().isoformat())
        form = self.form
        form.add_field("source_code", form_words.SOURCE, self.source, required=True)
        form.add_field("amount", form_words.AMOUNT, self.amount, required=True)
        form.add_field("decision_number", words.DECISION_NUMBER, self.number, required=True)
        form.add_field("taken_on", words.TAKEN_ON, self.day, required=True)
        form.add_field("reason", form_words.REASON, self.reason, required=True)
        form.add_field("voucher", form_words.VOUCHER, self.voucher)

    def draft(self) -> ClawbackDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        return ClawbackDraft(
            self._row.key,
            self.source.value() or "",
            self.amount.value() or 0,
            self.day.value() or "",
            self.number.text().strip(),
            self.reason.text().strip(),
            self.voucher.text().strip() or None,
        )

    def problems(self) -> Sequence[Problem]:
        found = check_clawback(self.draft(), today().isoformat())
        return found if self.source.value() else [*found, Problem("source_code", "source_unchosen")]

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.CLAWED.format(amount=money_text(draft.amount), name=self._row.head_name)
        self.start(self.frame, partial(claw_back, self.frame.workspace, draft), words.CLAWING, told, warn=True)


class LoanForm(ShortForm):
    """A policy-bank loan of the household: a new one, or one that is here."""

    def __init__(self, frame: WorkFrame, row: CaseRow, loan: LoanRow | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.LOAN_TITLE, words.LOAN_TITLE)
        self.frame, self._row, self._loan = frame, row, loan
        self.bank, self.amount, self.day = text_line(), MoneyEdit(), DateEdit()
        self.months, self.contract, self.note = CountEdit(), text_line(180), text_line()
        if loan is not None:
            self.bank.setText(loan.bank)
            self.amount.set_value(loan.amount)
            self.day.set_value(loan.lent_on)
            self.months.set_value(loan.months)
            self.contract.setText(loan.contract or "")
            self.note.setText(loan.note or "")
        form = self.form
        form.add_field("bank", words.BANK, self.bank, required=True)
        form.add_field("amount", form_words.AMOUNT, self.amount, required=True)
        form.add_field("lent_on", words.LENT_ON, self.day)
        form.add_field("months", words.MONTHS_FIELD, self.months)
        form.add_field("contract", words.LOAN_NUMBER, self.contract)
        form.add_field("note", words.NOTE, self.note)

    def draft(self) -> LoanDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        return LoanDraft(
            self._row.key,
            self.bank.text().strip(),
            self.amount.value() or 0,
            self.day.value(),
            self.months.value(),
            self.contract.text() or None,
            self.note.text() or None,
            self._loan.id if self._loan else None,
            self._loan.version if self._loan else None,
        )

    def problems(self) -> Sequence[Problem]:
        return check_loan(self.draft())

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.LOAN_SAVED.format(amount=money_text(draft.amount), name=self._row.head_name)
        self.start(self.frame, partial(save_loan, self.frame.workspace, draft), words.SAVING_LOAN, told)

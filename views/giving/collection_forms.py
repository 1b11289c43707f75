"""The short forms of what happens in a drive: people are pasted, they give, money is sent on and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.documents.words import money_text, whole_text
from app.giving.drafts import CollectionDraft, PersonDraft, RemittanceDraft, TakenBackDraft
from app.giving.facts import DriveFigures, PersonRow, RemittanceRow
from app.giving.operations import collect, remit, save_people, take_back_remittance
from app.giving.people_rows import people_of_text
from app.giving.rules import check_collection, check_people, check_remittance, check_taken_back, drive_pay, person_key
from app.parsing import today
from app.problems import Problem
from app.wording import giving_pages as words
from app.wording.vocabulary import PAY_METHODS
from models.vocabulary import PayMethod
from views import style
from views.giving.drive_forms import told_below
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.money_edit import MoneyEdit

_METHODS = [Choice(*one) for one in PAY_METHODS.items()]


class PeopleForm(ShortForm):
    """Rows of a worksheet become people of the drive; what was read is told before it is kept."""

    def __init__(self, frame: WorkFrame, figures: DriveFigures, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.PASTE_TITLE, words.SAVE)
        self.frame, self._figures = frame, figures
        self.rows_typed = QPlainTextEdit()
        self.rows_typed.setPlaceholderText(words.PASTE_HINT)
        self.rows_typed.setAccessibleName(words.PASTE_TITLE)
        self.rows_typed.setTabChangesFocus(True)
        self.rows_typed.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        style.follow_scale(self.rows_typed, lambda: self.rows_typed.setMinimumHeight(style.px(260)))
        self.form.add_marked("rows", self.rows_typed)
        self.read = told_below(self)
        self.rows_typed.textChanged.connect(self._tell)

    def showEvent(self, event: QShowEvent) -> None:
        """What was copied is pasted at once."""
        super().showEvent(event)
        self.rows_typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def people(self) -> list[PersonDraft]:
        """Whoever could be read."""
        return self._read_rows()[0]

    def _read_rows(self) -> tuple[list[PersonDraft], list[Problem]]:
        return people_of_text(self.rows_typed.toPlainText(), drive_pay(self._figures.drive))

    def _tell(self) -> None:
        people = self.people()
        rooms = {one.department for one in people if one.department}
        expected = money_text(sum(one.expected or 0 for one in people))
        told = {"count": whole_text(len(people)), "rooms": whole_text(len(rooms)), "expected": expected}
        self.read.setText(words.PASTED.format(**told) if people else "")

    def problems(self) -> Sequence[Problem]:
        people, unread = self._read_rows()
        if not people and not unread:
            return [Problem("rows", "people_not_read")]
        known = {person_key(one.name, one.department) for one in self._figures.people}
        found = [Problem("rows", one.code, one.values, one.warning) for one in check_people(people, known)]
        return [*unread, *found]

    def carry_out(self) -> None:
        people = self.people()
        told = words.PEOPLE_SAVED.format(count=whole_text(len(people)))
        operation = partial(save_people, self.frame.workspace, self._figures.drive.id, people)
        self.start(self.frame, operation, words.PASTING, told)


class CollectForm(ShortForm):
    """What some people gave: what was hoped for of each, or one amount for all of them."""

    def __init__(
        self, frame: WorkFrame, figures: DriveFigures, people: Sequence[PersonRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, words.COLLECT_TITLE, words.RECORD)
        self.frame, self._figures, self._people = frame, figures, people
        self.amount, self.day, self.note = MoneyEdit(), DateEdit(), QLineEdit()
        self.method = ChoiceEdit(_METHODS)
        self.method.set_value(PayMethod.CASH)
        self.day.set_value(today().isoformat())
        form = self.form
        form.add_field("method", words.METHOD, self.method, required=True)
        form.add_field("given_on", words.DAY, self.day, required=True)
        form.add_field("amount", words.EACH_AMOUNT, self.amount, after=words.EACH_HINT)
        form.add_field("note", words.NOTE, self.note)
        self.sum = told_below(self)
        self.amount.textChanged.connect(self._tell)
        self._tell()

    def amounts(self) -> tuple[tuple[str, int], ...]:
        """Each person's id with the amount; those without one are left out."""
        each = None if self.amount.problems() else self.amount.value()
        found = ((one.id, each or one.expected) for one in self._people)
        return tuple((person, amount) for person, amount in found if amount)

    def _tell(self) -> None:
        amounts = self.amounts()
        total = money_text(sum(amount for _, amount in amounts))
        self.sum.setText(words.COLLECT_SUM.format(count=whole_text(len(amounts)), amount=total))

    def draft(self) -> CollectionDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        return CollectionDraft(
            self._figures.drive.id,
            self.amounts(),
            self.day.value() or "",
            self.method.value() or PayMethod.CASH.value,
            self.note.text() or None,
        )

    def problems(self) -> Sequence[Problem]:
        given = {person for person, _ in self.amounts()}
        missing = [one.name for one in self._people if one.id not in given]
        if missing:
            return [Problem("amount", "people_without_amount", {"names": ", ".join(missing[:3])})]
        return check_collection(self.draft(), self._figures, today().isoformat())

    def carry_out(self) -> None:
        draft = self.draft()
        total = money_text(sum(amount for _, amount in draft.amounts))
        told = words.COLLECTED_TOLD.format(amount=total, count=whole_text(len(draft.amounts)))
        self.start(self.frame, partial(collect, self.frame.workspace, draft), words.COLLECTING, told)


class RemitForm(ShortForm):
    """Money of the drive goes to a fund: all that is in hand, or less."""

    def __init__(self, frame: WorkFrame, figures: DriveFigures, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.REMIT_TITLE, words.REMIT_TITLE)
        self.frame, self._figures = frame, figures
        self.amount, self.day = MoneyEdit(), DateEdit()
        self.fund, self.voucher, self.note = QLineEdit(figures.drive.fund or ""), QLineEdit(), QLineEdit()
        self.method = ChoiceEdit([one for one in _METHODS if one.value != PayMethod.PAYROLL])
        self.method.set_value(PayMethod.TRANSFER)
        self.amount.set_value(figures.in_hand or None)
        self.day.set_value(today().isoformat())
        form = self.form
        in_hand = words.IN_HAND.format(amount=money_text(figures.in_hand))
        form.add_field("amount", words.REMIT_AMOUNT, self.amount, required=True, after=in_hand)
        form.add_field("remitted_on", words.REMITTED_ON, self.day, required=True)
        form.add_field("fund", words.FUND, self.fund, required=True)
        form.add_field("method", words.METHOD, self.method)
        form.add_field("voucher", words.VOUCHER, self.voucher)
        form.add_field("note", words.NOTE, self.note)

    def draft(self) -> RemittanceDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        return RemittanceDraft(
            self._figures.drive.id,
            self.amount.value() or 0,
            self.day.value() or "",
            self.method.value() or PayMethod.TRANSFER.value,
            self.voucher.text() or None,
            self.fund.text().strip() or None,
            self.note.text() or None,
        )

    def problems(self) -> Sequence[Problem]:
        return check_remittance(self.draft(), self._figures, today().isoformat())

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.REMITTED.format(amount=money_text(draft.amount))
        self.start(self.frame, partial(remit, self.frame.workspace, draft), words.REMITTING, told)


class TakeBackForm(ShortForm):
    """A remittance is corrected by a negative line of its own."""

    def __init__(
        self, frame: WorkFrame, figures: DriveFigures, line: RemittanceRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, words.TAKE_BACK_TITLE, words.TAKE_BACK_TITLE)
        self.frame, self._figures, self._line = frame, figures, line
        self.reason, self.day = QLineEdit(placeholderText=words.REASON_HINT), DateEdit()
        self.day.set_value(today().isoformat())
        self.form.add_title(money_text(line.amount))
        self.form.add_field("reason", words.REASON, self.reason, required=True)
        self.form.add_field("reversed_on", words.REVERSED_ON, self.day, required=True)

    def draft(self) -> TakenBackDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        return TakenBackDraft(self._line.id, self.day.value() or "", self.reason.text().strip())

    def problems(self) -> Sequence[Problem]:
        return check_taken_back(self.draft(), self._figures.remittances, today().isoformat())

    def carry_out(self) -> None:
        operation = partial(take_back_remittance, self.frame.workspace, self._figures.drive.id, self.draft())
        self.start(self.frame, operation, words.REVERSING, words.REVERSED)

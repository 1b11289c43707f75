"""Short forms of the ledger: what came in, a source's ceilings, a line taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from app.documents.words import money_text
from app.funding.book import BookLine, LineKind
from app.funding.drafts import CeilingDraft, ContributionDraft, LineReversalDraft
from app.funding.line_operations import reverse_line
from app.funding.operations import contribute, save_ceiling
from app.funding.queries import ceiling_rows, sources
from app.funding.rules import check_ceiling, check_contribution, check_line_reversal
from app.parsing import today
from app.problems import Problem
from app.support.queries import load_programmes
from app.wording import funding as form_words
from app.wording import funding_pages as words
from app.wording import vocabulary
from models.vocabulary import ContributionKind, Numbering
from views.funding import book_source as book
from views.funding.fields import show_row
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import text_line
from views.widgets.money_edit import MoneyEdit
from views.widgets.number_edits import CountEdit, QuantityEdit


class ReceiptForm(ShortForm):
    """What came in for a source: money, goods with a unit, labour days, or other help ("Ghi khoản nhận")."""

    def __init__(
        self,
        frame: WorkFrame,
        source_code: str | None = None,
        parent: QWidget | None = None,
        *,
        kind: ContributionKind = ContributionKind.TRANSFER,
    ) -> None:
        super().__init__(parent, words.RECEIVE, words.RECEIVE)
        self.frame = frame
        with frame.workspace.read() as session:
            known = sources(session)
        self.source = ChoiceEdit([Choice(one.code, f"{one.code} – {one.name}") for one in known], width=320)
        self.kind = ChoiceEdit([Choice(*pair) for pair in vocabulary.CONTRIBUTION_KINDS.items()], width=240)
        self.amount, self.day, self.donor = MoneyEdit(), DateEdit(), text_line(300)
        self.item, self.unit, self.quantity, self.people = text_line(240), text_line(100), QuantityEdit(), CountEdit()
        self.receipt, self.note = text_line(140, words.RECEIPT_HINT), text_line()
        self.source.set_value(source_code or (known[0].code if len(known) == 1 else None))
        self.kind.set_value(kind.value)
        self.day.set_value(today().isoformat())
        self._lay_out()
        self.kind.changed.connect(self._offer_fields)
        self._offer_fields()

    def _lay_out(self) -> None:
        form = self.form
        form.add_field("source", form_words.SOURCE, self.source, required=True)
        form.add_field("kind", words.GIVEN_AS, self.kind, required=True)
        form.add_field("amount", form_words.AMOUNT, self.amount)
        form.add_field("item", words.ITEM, self.item)
        form.add_field("quantity", words.QUANTITY, self.quantity)
        form.add_field("unit", words.UNIT, self.unit)
        form.add_field("people", words.PEOPLE, self.people)
        form.add_field("given_on", words.GIVEN_ON, self.day, required=True)
        form.add_field("donor_name", words.GIVER, self.donor)
        form.add_field("receipt", words.RECEIPT, self.receipt)
        form.add_field("note", words.NOTE, self.note)

    def _chosen(self) -> ContributionKind:
        return ContributionKind(self.kind.value() or ContributionKind.TRANSFER)

    def _offer_fields(self) -> None:
        """Only the fields that belong to this kind of gift are there."""
        kind = self._chosen()
        goods, labour = kind is ContributionKind.GOODS, kind is ContributionKind.LABOUR
        self.amount.setEnabled(kind is not ContributionKind.ADVICE)
        self.quantity.setEnabled(goods or labour)
        for field, wanted in (
            (self.item, goods), (self.unit, goods), (self.people, labour), (self.quantity, goods or labour)
        ):  # fmt: skip
            show_row(field, shown=wanted)

    def draft(self) -> ContributionDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        kind = self._chosen()
        goods, labour = kind is ContributionKind.GOODS, kind is ContributionKind.LABOUR
        typed = self.receipt.text().strip()
        return ContributionDraft(
            self.source.value() or "",
            kind,
            self.day.value() or "",
            self.amount.value() if self.amount.isEnabled() else None,
            item=self.item.text() if goods else None,
            unit=self.unit.text() if goods else None,
            quantity=self.quantity.value() if self.quantity.isEnabled() else None,
            people=self.people.value() if labour else None,
            donor_name=self.donor.text() or None,
            receipt=typed or None,
            numbering=Numbering.TYPED if typed else Numbering.NONE,
            note=self.note.text() or None,
        )

    def problems(self) -> Sequence[Problem]:
        found = check_contribution(self.draft(), today().isoformat())
        return found if self.source.value() else [*found, Problem("source", "source_unchosen")]

    def carry_out(self) -> None:
        told = words.RECEIVED_DONE.format(source=self.source.currentText())
        operation = partial(contribute, self.frame.workspace, [self.draft()])
        self.start(self.frame, operation, words.RECEIVING, told, warn=True)


class CeilingForm(ShortForm):
    """What a source may give in a programme, in all and for one house."""

    def __init__(self, frame: WorkFrame, source_code: str, source_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.CEILING_TITLE.format(source=source_name), words.SAVE_CEILING)
        self.frame, self._code = frame, source_code
        with frame.workspace.read() as session:
            programmes = load_programmes(session)
            ids = {one.id for one in sources(session) if one.code == source_code}
            self._known = [one for one in ceiling_rows(session) if one.source_id in ids]
        offered = [Choice(one.id, one.short_name) for one in programmes.values()]
        self.programme = ChoiceEdit(offered, width=300)
        self.programme.field.setPlaceholderText(words.ANY_PROGRAMME)
        self.amount, self.per_house = MoneyEdit(), MoneyEdit()
        for one in self._known:
            told = {
                "programme": programmes[one.programme_id].short_name if one.programme_id in programmes else "",
                "amount": money_text(one.amount) if one.amount is not None else words.NO_CEILING,
                "per_house": money_text(one.per_house) if one.per_house is not None else words.NO_CEILING,
            }
            told["programme"] = told["programme"] or words.ANY_PROGRAMME
            self.form.add_widget(QLabel(words.CEILING_LINE.format(**told)))
        self.form.add_field("programme", words.PROGRAMME, self.programme)
        self.form.add_field("amount", words.CEILING_ALL, self.amount)
        self.form.add_field("per_house", words.CEILING_HOUSE, self.per_house)
        self.programme.changed.connect(self._show_known)
        self._show_known()

    def _standing(self) -> CeilingDraft:
        """The ceiling of the chosen programme as it stands, or a new one."""
        programme = self.programme.value()
        known = [one for one in self._known if one.programme_id == programme]
        if not known:
            return CeilingDraft(self._code, programme)
        return CeilingDraft(self._code, programme, known[0].amount, known[0].per_house, id=known[0].id)

    def _show_known(self) -> None:
        standing = self._standing()
        self.amount.set_value(standing.amount)
        self.per_house.set_value(standing.per_house)

    def _draft(self) -> CeilingDraft:
        standing = self._standing()
        return CeilingDraft(
            self._code, standing.programme, self.amount.value(), self.per_house.value(), id=standing.id
        )  # fmt: skip

    def problems(self) -> Sequence[Problem]:
        return check_ceiling(self._draft())

    def carry_out(self) -> None:
        operation = partial(save_ceiling, self.frame.workspace, self._draft())
        self.start(self.frame, operation, words.SAVING_CEILING, words.CEILING_SAVED)


class LineReversalForm(ShortForm):
    """Takes a line back with a day and a reason; of an allocation a part may be kept."""

    def __init__(self, frame: WorkFrame, line: BookLine, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.REVERSE_TITLE, words.REVERSE_TITLE)
        self.frame, self._line = frame, line
        self.reason, self.day, self.keep = text_line(0, form_words.REASON_HINT), DateEdit(), MoneyEdit()
        self.day.set_value(today().isoformat())
        amount = money_text(line.amount) if line.amount and line.is_money else book.goods_text(line)
        told = " · ".join(filter(None, (book.kind_text(line), book.who_text(line), amount, line.source_name)))
        what = QLabel(told)
        what.setWordWrap(True)
        self.form.add_widget(what)
        self.form.add_field("reason", form_words.REASON, self.reason, required=True)
        self.form.add_field("reversed_on", form_words.REVERSED_ON, self.day, required=True)
        self._keeps = line.line is LineKind.ALLOCATION and not line.item
        if self._keeps:
            self.form.add_field("keep", words.KEEP, self.keep, after=words.KEEP_HINT)

    def _draft(self) -> LineReversalDraft:
        keep = self.keep.value() if self._keeps else None
        return LineReversalDraft(self._line.id, self.day.value() or "", self.reason.text().strip(), keep)

    def problems(self) -> Sequence[Problem]:
        amount = self._line.amount if self._keeps else None
        return check_line_reversal(self._draft(), amount, today().isoformat(), standing=self._line.standing)

    def carry_out(self) -> None:
        operation = partial(reverse_line, self.frame.workspace, self._draft())
        self.start(self.frame, operation, words.REVERSING, words.REVERSED, warn=True)

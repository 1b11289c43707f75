"""Short forms of materials that the commune buys: supplier, contract, delivery, payment (X10 and any house)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.documents.words import money_text
from app.funding.drafts import ContractDraft, DeliveryDraft, SupplierDraft, SupplierPaymentDraft
from app.funding.queries import ContractRow, SupplierRow
from app.funding.rules import check_contract, check_delivery, check_supplier, check_supplier_payment
from app.funding.supply_operations import pay_supplier, record_deliveries, save_contract, save_supplier
from app.parsing import today
from app.problems import Problem
from app.wording import funding as form_words
from app.wording import funding_pages as words
from views.funding.fields import HouseEdit, source_edit
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.date_edit import DateEdit
from views.widgets.form import text_line
from views.widgets.money_edit import MoneyEdit
from views.widgets.number_edits import QuantityEdit


def _done(added: str, shown: object) -> str:
    """What the filled button is called."""
    return words.SAVE_CHANGE if shown else added


def _seen(shown: SupplierRow | ContractRow | None) -> tuple[str | None, int | None]:
    """Which row is changed, as the form was shown it; none for a new one."""
    return (shown.id, shown.version) if shown else (None, None)


class SupplierForm(ShortForm):
    """A supplier: a new one, or the one in hand."""

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None, shown: SupplierRow | None = None) -> None:
        super().__init__(
            parent, words.CHANGE_SUPPLIER if shown else words.ADD_SUPPLIER, _done(words.ADD_SUPPLIER, shown)
        )
        self.frame, self._shown = frame, shown
        self.name, self.address, self.phone = text_line(), text_line(), text_line(160)
        self.tax_code, self.account, self.note = text_line(160), text_line(220), text_line()
        form = self.form
        form.add_field("name", words.SUPPLIER_NAME, self.name, required=True)
        form.add_field("address", words.ADDRESS, self.address)
        form.add_field("phone", words.PHONE, self.phone)
        form.add_field("tax_code", words.TAX_CODE, self.tax_code)
        form.add_field("bank_account", words.BANK_ACCOUNT, self.account)
        form.add_field("note", words.NOTE, self.note)
        if shown is not None:
            texts = (shown.name, shown.address, shown.phone, shown.tax_code, shown.bank_account, shown.note)
            fields = (self.name, self.address, self.phone, self.tax_code, self.account, self.note)
            for field, text in zip(fields, texts, strict=True):
                field.setText(text or "")

    def _draft(self) -> SupplierDraft:
        return SupplierDraft(
            self.name.text().strip(),
            self.address.text() or None,
            self.phone.text() or None,
            self.tax_code.text() or None,
            self.account.text() or None,
            self.note.text() or None,
            *_seen(self._shown),
        )

    def problems(self) -> Sequence[Problem]:
        return check_supplier(self._draft())

    def carry_out(self) -> None:
        draft = self._draft()
        operation = partial(save_supplier, self.frame.workspace, draft)
        told = words.SUPPLIER_CHANGED if self._shown else words.SUPPLIER_SAVED
        self.start(self.frame, operation, words.SAVING_SUPPLY, told.format(name=draft.name))


class ContractForm(ShortForm):
    """A contract with a supplier: a new one, or the one in hand."""

    def __init__(
        self,
        frame: WorkFrame,
        supplier: SupplierRow,
        parent: QWidget | None = None,
        shown: ContractRow | None = None,
    ) -> None:
        title = words.CHANGE_CONTRACT if shown else words.ADD_CONTRACT
        super().__init__(parent, f"{title} – {supplier.name}", _done(words.ADD_CONTRACT, shown))
        self.frame, self._supplier, self._shown = frame, supplier, shown
        self.number, self.day, self.subject = text_line(180), DateEdit(), text_line()
        self.amount, self.note = MoneyEdit(), text_line()
        form = self.form
        form.add_field("number", words.CONTRACT_NUMBER, self.number, required=True)
        form.add_field("signed_on", words.SIGNED_ON, self.day)
        form.add_field("subject", words.SUBJECT, self.subject)
        form.add_field("amount", words.CONTRACT_SUM, self.amount)
        form.add_field("note", words.NOTE, self.note)
        if shown is not None:
            self.number.setText(shown.number)
            self.day.set_value(shown.signed_on)
            self.subject.setText(shown.subject or "")
            self.amount.set_value(shown.amount)
            self.note.setText(shown.note or "")

    def _draft(self) -> ContractDraft:
        return ContractDraft(
            self._supplier.id,
            self.number.text().strip(),
            self.day.value(),
            self.subject.text() or None,
            self.amount.value(),
            self.note.text() or None,
            *_seen(self._shown),
        )

    def problems(self) -> Sequence[Problem]:
        return check_contract(self._draft())

    def carry_out(self) -> None:
        draft = self._draft()
        operation = partial(save_contract, self.frame.workspace, draft)
        told = words.CONTRACT_CHANGED if self._shown else words.CONTRACT_SAVED
        self.start(self.frame, operation, words.SAVING_SUPPLY, told.format(number=draft.number))


class DeliveryForm(ShortForm):
    """Goods that came under a contract, to a house or to the stock."""

    def __init__(self, frame: WorkFrame, contract: ContractRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.RECORD_DELIVERY.rstrip("…"), words.RECORD_DELIVERY.rstrip("…"))
        self.frame, self._contract = frame, contract
        self.item, self.quantity, self.unit = text_line(240), QuantityEdit(), text_line(100)
        self.house, self.day, self.amount = HouseEdit(frame, words.TO_STOCK), DateEdit(), MoneyEdit()
        self.note = text_line()
        self.day.set_value(today().isoformat())
        form = self.form
        form.add_field("item", words.ITEM, self.item, required=True)
        form.add_field("quantity", words.QUANTITY, self.quantity, required=True)
        form.add_field("unit", words.UNIT, self.unit, required=True)
        form.add_field("amount", words.DELIVERY_VALUE, self.amount)
        form.add_field("delivered_on", words.DELIVERED_ON, self.day, required=True)
        form.add_field("case_id", words.HOUSE, self.house)
        form.add_field("note", words.NOTE, self.note)

    def _draft(self) -> DeliveryDraft:
        return DeliveryDraft(
            self._contract.id,
            self.day.value() or "",
            self.item.text(),
            self.unit.text(),
            self.quantity.value() or "",
            self.amount.value(),
            self.house.value(),
            self.note.text() or None,
        )

    def problems(self) -> Sequence[Problem]:
        return check_delivery(self._draft(), today().isoformat())

    def carry_out(self) -> None:
        draft = self._draft()
        goods = words.GOODS.format(item=draft.item, quantity=self.quantity.text(), unit=draft.unit)
        operation = partial(record_deliveries, self.frame.workspace, [draft])
        self.start(self.frame, operation, words.SAVING_SUPPLY, words.DELIVERY_SAVED.format(goods=goods), warn=True)


class SupplierPaymentForm(ShortForm):
    """Money of a source paid to a supplier, for a house or for the stock."""

    def __init__(self, frame: WorkFrame, contract: ContractRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.PAY_SUPPLIER.rstrip("…"), words.PAY_SUPPLIER.rstrip("…"))
        self.frame, self._contract = frame, contract
        self.source, self.amount, self.day = source_edit(frame), MoneyEdit(), DateEdit()
        self.voucher, self.house, self.note = text_line(180), HouseEdit(frame, words.FOR_STOCK), text_line()
        self.reason = text_line(0, words.PAY_REASON_HINT)
        self.day.set_value(today().isoformat())
        form = self.form
        form.add_field("source_code", form_words.SOURCE, self.source, required=True)
        form.add_field("amount", form_words.AMOUNT, self.amount, required=True)
        form.add_field("paid_on", form_words.PAID_ON, self.day, required=True)
        form.add_field("voucher", form_words.VOUCHER, self.voucher)
        form.add_field("case_id", words.HOUSE, self.house)
        form.add_field("reason", words.PAY_REASON, self.reason)
        form.add_field("note", words.NOTE, self.note)

    def _draft(self) -> SupplierPaymentDraft:
        return SupplierPaymentDraft(
            self._contract.id,
            self.source.value() or "",
            self.amount.value() or 0,
            self.day.value() or "",
            self.voucher.text().strip(),
            self.house.value(),
            self.note.text() or None,
            self.reason.text().strip() or None,
        )

    def problems(self) -> Sequence[Problem]:
        known = (self._contract.number, self._contract.amount, self._contract.paid)
        found = list(check_supplier_payment(self._draft(), known, today().isoformat()))
        return found if self.source.value() else [*found, Problem("source_code", "source_unchosen")]

    def carry_out(self) -> None:
        draft = self._draft()
        operation = partial(pay_supplier, self.frame.workspace, draft)
        told = words.SUPPLIER_PAID.format(amount=money_text(draft.amount))
        self.start(self.frame, operation, words.SAVING_SUPPLY, told, warn=True)

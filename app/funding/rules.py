"""What a source, a line of the ledger and its taking back must satisfy on their own: pure functions.

What lines must satisfy together (never more than received, allowed, set aside) is in `app.funding.limits`, what opens a
part of the support in `app.funding.instalments`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from app.documents.words import money_text
from app.funding.drafts import (
    AllocationDraft,
    CeilingDraft,
    ClawbackDraft,
    ContractDraft,
    ContributionDraft,
    DeliveryDraft,
    GoodsDraft,
    LineReversalDraft,
    LoanDraft,
    PaymentDraft,
    ReversalDraft,
    SourceDraft,
    SupplierDraft,
    SupplierPaymentDraft,
)
from app.funding.instalments import check_held, check_instalments
from app.problems import Problem
from app.support.queries import CaseFacts, PaymentRow, case_state
from app.wording.support import status_text
from models.vocabulary import ContributionKind, PaperKind, PaymentKind

_MONEY = frozenset({ContributionKind.CASH, ContributionKind.TRANSFER, ContributionKind.SALARY_DAY})


def check_source(draft: SourceDraft, codes: Collection[str]) -> list[Problem]:
    """A code of its own and a name; a ceiling, where there is one, is more than nothing."""
    found = []
    if not draft.code:
        found.append(Problem("code", "source_code_missing"))
    elif draft.code in codes:
        found.append(Problem("code", "source_code_taken", {"code": draft.code}))
    if not draft.name:
        found.append(Problem("name", "source_name_missing"))
    if draft.ceiling is not None and draft.ceiling <= 0:
        found.append(Problem("ceiling", "amount_not_positive"))
    return found


def check_ceiling(draft: CeilingDraft) -> list[Problem]:
    """A ceiling in all, for one house, or both, each more than nothing."""
    found = [
        Problem(name, "amount_not_positive")
        for name, amount in (("amount", draft.amount), ("per_house", draft.per_house))
        if amount is not None and amount <= 0
    ]
    if draft.amount is None and draft.per_house is None:
        found.append(Problem("amount", "ceiling_empty"))
    return found


def check_contribution(draft: ContributionDraft, day: str) -> list[Problem]:
    """Money has an amount, goods a quantity, labour people and days; advice has no money value."""
    found = _check_day("given_on", draft.given_on, day)
    if draft.kind in _MONEY:
        if draft.amount is None or draft.amount <= 0:
            found.append(Problem("amount", "amount_not_positive"))
    elif draft.amount is not None and (draft.amount < 0 or draft.kind is ContributionKind.ADVICE):
        code = "advice_has_no_amount" if draft.kind is ContributionKind.ADVICE else "amount_not_positive"
        found.append(Problem("amount", code))
    if draft.kind is ContributionKind.GOODS:
        found += check_goods(draft.item, draft.unit, draft.quantity)
    elif draft.kind is ContributionKind.LABOUR:
        if draft.people is None or draft.people <= 0:
            found.append(Problem("people", "people_missing"))
        found += _check_quantity(draft.quantity)
    elif draft.quantity is not None:
        found += _check_quantity(draft.quantity)
    return found


def check_goods(item: str | None, unit: str | None, quantity: str | None) -> list[Problem]:
    """Goods have a name, a unit and a quantity over nothing."""
    found = []
    if not item:
        found.append(Problem("item", "item_missing"))
    if not unit:
        found.append(Problem("unit", "unit_missing"))
    return found + _check_quantity(quantity)


def _check_quantity(quantity: str | None) -> list[Problem]:
    if not quantity:
        return [Problem("quantity", "quantity_missing")]
    try:
        fits = Decimal(quantity) > 0
    except InvalidOperation:
        fits = False
    return [] if fits else [Problem("quantity", "quantity_unfit", {"text": quantity})]


def _check_day(field: str, day: str | None, today: str) -> list[Problem]:
    if not day:
        return [Problem(field, "day_missing")]
    return [Problem(field, "event_ahead", warning=True)] if day > today else []


def check_allocation(
    draft: AllocationDraft, facts: CaseFacts, allocated: int, day: str, *, aid: bool = True
) -> list[Problem]:
    """An amount over nothing and a day; `allocated` is what stands as aid. More aid than decided warns."""
    state = case_state(facts)
    about: dict[str, object] = {"names": facts.head_name}
    found = _check_day("allocated_on", draft.allocated_on, day)
    if draft.amount <= 0:
        found.append(Problem("amount", "amount_not_positive"))
    total = allocated + draft.amount
    if state.off_road:
        told = about | {"status": status_text(state.status)}
        found.append(Problem("", "allocated_off_road", told, warning=True))
    if aid and state.approved_amount is not None and total > state.approved_amount:
        sums = {"total": money_text(total), "approved": money_text(state.approved_amount)}
        found.append(Problem("amount", "allocated_over_approved", about | sums, warning=True))
    return found


def check_goods_line(draft: GoodsDraft, day: str) -> list[Problem]:
    """Goods set aside or handed over: name, unit, quantity, day."""
    return check_goods(draft.item, draft.unit, draft.quantity) + _check_day("day", draft.day, day)


def check_payment(draft: PaymentDraft, facts: CaseFacts, day: str, *, aid: bool = True) -> list[Problem]:
    """An amount over nothing and a day; what was not decided, or is more than decided, warns; parts open in order.

    Money of the household itself and of a loan is no `aid`: it belongs to no part and needs no decision.
    """
    about: dict[str, object] = {"names": facts.head_name}
    found = []
    if draft.amount <= 0:
        found.append(Problem("amount", "amount_not_positive"))
    found += _check_day("paid_on", draft.paid_on, day)
    if draft.instalment is not None and draft.instalment < 1:
        found.append(Problem("instalment", "instalment_unfit"))
    if not draft.voucher:
        found.append(Problem("voucher", "voucher_missing", about, warning=True))
    if draft.payee and PaperKind.AUTHORISATION not in facts.signed_papers:
        found.append(Problem("payee", "payee_without_authorisation", about | {"payee": draft.payee}, warning=True))
    if aid:
        found += _check_paid_for(facts, draft.amount, draft.paid_on or day, draft.instalment, draft.reason)
    elif draft.instalment is not None:
        found.append(Problem("instalment", "instalment_of_no_aid"))
    return found + _check_repeated(draft, facts)


def _check_paid_for(
    facts: CaseFacts, amount: int, paid_on: str, instalment: int | None, reason: str | None
) -> list[Problem]:
    """Money that leaves for a house, whoever takes it: the decision, the open parts and what holds it."""
    state = case_state(facts)
    about: dict[str, object] = {"names": facts.head_name}
    found = []
    if state.off_road:
        found.append(Problem("", "paid_off_road", about | {"status": status_text(state.status)}, warning=True))
    total = state.paid_amount + amount
    if state.approved_amount is None:
        found.append(Problem("", "not_approved_yet", about, warning=True))
    elif total > state.approved_amount:
        sums = {"total": money_text(total), "approved": money_text(state.approved_amount)}
        found.append(Problem("amount", "paid_over_approved", about | sums, warning=True))
    if amount > 0:
        found += check_instalments(facts, amount, paid_on, instalment, reason)
        found += check_held(facts, state, reason)
    return found


def _check_repeated(draft: PaymentDraft, facts: CaseFacts) -> list[Problem]:
    found = []
    about: dict[str, object] = {"names": facts.head_name}
    standing = standing_payments(facts)
    if draft.voucher and any(one.voucher == draft.voucher for one in standing):
        found.append(Problem("voucher", "voucher_repeated", about | {"voucher": draft.voucher}, warning=True))
    if draft.instalment is not None and any(one.instalment == draft.instalment for one in standing):
        repeated = about | {"instalment": str(draft.instalment)}
        found.append(Problem("instalment", "instalment_repeated", repeated, warning=True))
    return found


def standing_payments(facts: CaseFacts) -> list[PaymentRow]:
    """The payments that were not taken back; what was clawed back is none."""
    reversed_ids = {one.reverses_id for one in facts.payments}
    return [
        one
        for one in facts.payments
        if one.id not in reversed_ids and one.reverses_id is None and one.kind != PaymentKind.CLAWBACK
    ]


def check_reversal(draft: ReversalDraft, payment: PaymentRow, facts: CaseFacts, day: str) -> list[Problem]:
    """A payment is taken back once, with a day and a reason; a reversing line is not taken back itself."""
    found = _check_taking_back(draft.reason, draft.reversed_on, day)
    standing = payment.reverses_id is None and all(one.reverses_id != payment.id for one in facts.payments)
    if not standing:
        found.append(Problem("", "payment_not_standing", {"names": facts.head_name}))
    return found


def _check_taking_back(reason: str, reversed_on: str, day: str) -> list[Problem]:
    found = [] if reason else [Problem("reason", "reason_missing")]
    return found + _check_day("reversed_on", reversed_on, day)


def check_line_reversal(draft: LineReversalDraft, amount: int | None, day: str, *, standing: bool) -> list[Problem]:
    """A line is taken back once, with a day and a reason; what is kept of an allocation is less than it was."""
    found = _check_taking_back(draft.reason, draft.reversed_on, day)
    if not standing:
        found.append(Problem("", "line_not_standing"))
    if draft.keep is not None and not (amount is not None and 0 <= draft.keep < amount):
        found.append(Problem("keep", "keep_unfit"))
    return found


def check_clawback(draft: ClawbackDraft, day: str) -> list[Problem]:
    """Money is taken back from a household with a decision and a reason (X13)."""
    found = _check_day("taken_on", draft.taken_on, day)
    if draft.amount <= 0:
        found.append(Problem("amount", "amount_not_positive"))
    if not draft.decision_number:
        found.append(Problem("decision_number", "clawback_number_missing"))
    if not draft.reason:
        found.append(Problem("reason", "reason_missing"))
    return found


def check_loan(draft: LoanDraft) -> list[Problem]:
    """A loan has a bank and an amount."""
    found = [] if draft.bank else [Problem("bank", "bank_missing")]
    if draft.amount <= 0:
        found.append(Problem("amount", "amount_not_positive"))
    return found


def check_supplier(draft: SupplierDraft) -> list[Problem]:
    """A supplier has a name."""
    return [] if draft.name else [Problem("name", "supplier_name_missing")]


def check_contract(draft: ContractDraft) -> list[Problem]:
    """A contract has a number; its amount, where there is one, is more than nothing."""
    found = [] if draft.number else [Problem("number", "contract_number_missing")]
    if draft.amount is not None and draft.amount <= 0:
        found.append(Problem("amount", "amount_not_positive"))
    return found


def check_delivery(draft: DeliveryDraft, day: str) -> list[Problem]:
    """A delivery has goods and a day; its value, where there is one, is not negative."""
    found = check_goods(draft.item, draft.unit, draft.quantity) + _check_day("delivered_on", draft.delivered_on, day)
    if draft.amount is not None and draft.amount < 0:
        found.append(Problem("amount", "amount_not_positive"))
    return found


def check_supplier_payment(
    draft: SupplierPaymentDraft, contract: tuple[str, int | None, int], day: str, facts: CaseFacts | None = None
) -> list[Problem]:
    """An amount and a day; more than the contract (number, amount, paid before, in đồng) warns.

    For a house (`facts`) it is aid paid for that house, under the same rules as money handed to the household.
    """
    number, amount, paid = contract
    found = _check_day("paid_on", draft.paid_on, day)
    if draft.amount <= 0:
        found.append(Problem("amount", "amount_not_positive"))
    if not draft.voucher:
        found.append(Problem("voucher", "voucher_missing", {"names": number}, warning=True))
    total = paid + draft.amount
    if amount is not None and total > amount:
        told = {"number": number, "total": money_text(total), "amount": money_text(amount)}
        found.append(Problem("amount", "contract_overpaid", told, warning=True))
    if facts is not None:
        for one in _check_paid_for(facts, draft.amount, draft.paid_on or day, None, draft.reason):
            found.append(replace(one, field="amount") if one.field == "instalment" else one)
    return found

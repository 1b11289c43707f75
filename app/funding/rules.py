"""What a source, a payment and its taking back must satisfy: pure functions."""

from __future__ import annotations

from collections.abc import Collection

from app.documents.words import money_text
from app.funding.drafts import PaymentDraft, ReversalDraft, SourceDraft
from app.problems import Problem
from app.support.queries import CaseFacts, PaymentRow, case_state
from app.wording.support import status_text


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


def check_payment(draft: PaymentDraft, facts: CaseFacts, day: str) -> list[Problem]:
    """An amount over nothing and a day; what was not decided, or is more than decided, warns."""
    state = case_state(facts)
    about: dict[str, object] = {"names": facts.head_name}
    found = []
    if draft.amount <= 0:
        found.append(Problem("amount", "amount_not_positive"))
    if not draft.paid_on:
        found.append(Problem("paid_on", "day_missing"))
    elif draft.paid_on > day:
        found.append(Problem("paid_on", "event_ahead", warning=True))
    if draft.instalment is not None and draft.instalment < 1:
        found.append(Problem("instalment", "instalment_unfit"))
    if not draft.voucher:
        found.append(Problem("voucher", "voucher_missing", about, warning=True))
    if state.off_road:
        found.append(Problem("", "paid_off_road", about | {"status": status_text(state.status)}, warning=True))
    total = state.paid_amount + draft.amount
    if state.approved_amount is None:
        found.append(Problem("", "not_approved_yet", about, warning=True))
    elif total > state.approved_amount:
        sums = {"total": money_text(total), "approved": money_text(state.approved_amount)}
        found.append(Problem("amount", "paid_over_approved", about | sums, warning=True))
    standing = standing_payments(facts)
    if draft.voucher and any(one.voucher == draft.voucher for one in standing):
        found.append(Problem("voucher", "voucher_repeated", about | {"voucher": draft.voucher}, warning=True))
    if draft.instalment is not None and any(one.instalment == draft.instalment for one in standing):
        repeated = about | {"instalment": str(draft.instalment)}
        found.append(Problem("instalment", "instalment_repeated", repeated, warning=True))
    return found


def standing_payments(facts: CaseFacts) -> list[PaymentRow]:
    """The payments that were not taken back."""
    reversed_ids = {one.reverses_id for one in facts.payments}
    return [one for one in facts.payments if one.id not in reversed_ids and one.reverses_id is None]


def check_reversal(draft: ReversalDraft, payment: PaymentRow, facts: CaseFacts, day: str) -> list[Problem]:
    """A payment is taken back once, with a day and a reason; a reversing line is not taken back itself."""
    found = []
    if not draft.reason:
        found.append(Problem("reason", "reason_missing"))
    if not draft.reversed_on:
        found.append(Problem("reversed_on", "day_missing"))
    elif draft.reversed_on > day:
        found.append(Problem("reversed_on", "event_ahead", warning=True))
    if payment not in standing_payments(facts):
        found.append(Problem("", "payment_not_standing", {"names": facts.head_name}))
    return found

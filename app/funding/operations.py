"""The verbs of money: add a source, pay, take a payment back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.actions import Action
from app.drafts import tidied, together
from app.funding.drafts import PaymentDraft, ReversalDraft, SourceDraft
from app.funding.queries import find_payment, source_for, sources
from app.funding.rules import check_payment, check_reversal, check_source
from app.journal.recording import Recorder
from app.parsing import today
from app.problems import Problem, refuse_errors
from app.support.queries import facts_of
from app.workspace import Changes, Workspace
from models.funding import FundSource, Payment

Warnings = list[Problem]


def add_source(workspace: Workspace, draft: SourceDraft) -> tuple[Changes, Warnings]:
    """Add a source of money of this office. Raises `Refused`."""
    with workspace.change(Action.ADD_SOURCE) as change:
        stream = change.recorder.home_stream()
        _, warnings = write_source(change.session, draft, stream)
    return change.done, warnings


def write_source(session: Session, draft: SourceDraft, stream: str) -> tuple[str, Warnings]:
    """The source's row in the office's stream; returns its id. Opens no change."""
    draft = tidied(draft)
    codes = {one.code for one in sources(session) if one.stream == stream}
    warnings = refuse_errors(check_source(draft, codes))
    source = FundSource(code=draft.code, name=draft.name, kind=draft.kind.value, ceiling=draft.ceiling, note=draft.note)
    session.add(source)
    session.flush()
    return source.id, warnings


def pay(workspace: Workspace, drafts: Sequence[PaymentDraft]) -> tuple[Changes, Warnings]:
    """Record payments, all or none. Raises `Refused`."""
    with workspace.change(Action.PAY) as change:
        warnings = write_payments(change.recorder, drafts)
    return change.done, warnings


def write_payments(recorder: Recorder, drafts: Sequence[PaymentDraft]) -> Warnings:
    """A line for each payment; opens no change."""
    session = recorder.session
    drafts = [tidied(one) for one in drafts]
    facts = {one.case_id: one for one in facts_of(session, list(dict.fromkeys(one.case_id for one in drafts)))}
    day = today().isoformat()
    found = [problem for one in drafts for problem in check_payment(one, facts[one.case_id], day)]
    warnings = refuse_errors(together(found))
    wanted = {(one.source_code, facts[one.case_id].stream) for one in drafts}
    named = {key: source_for(session, *key).id for key in sorted(wanted)}
    rows: list[dict[str, object]] = [
        {
            "case_id": one.case_id,
            "source_id": named[one.source_code, facts[one.case_id].stream],
            "amount": one.amount,
            "paid_on": one.paid_on,
            "voucher": one.voucher,
            "instalment": one.instalment,
            "payee": one.payee,
            "relation": one.relation,
            "reason": one.reason,
        }
        for one in drafts
    ]
    recorder.record_many([(Payment, row) for row in rows])
    return warnings


def reverse_payment(workspace: Workspace, draft: ReversalDraft) -> tuple[Changes, Warnings]:
    """Take a payment back ("Sửa sai"): a negative line with its own day and reason. Raises `Refused`."""
    draft = tidied(draft)
    with workspace.change(Action.REVERSE_PAYMENT) as change:
        payment, facts = find_payment(change.session, draft.payment_id)
        warnings = refuse_errors(check_reversal(draft, payment, facts, today().isoformat()))
        values: dict[str, object] = {
            "case_id": payment.case_id,
            "source_id": payment.source_id,
            "amount": -(payment.amount or 0),
            "paid_on": draft.reversed_on,
            "voucher": payment.voucher,
            "instalment": payment.instalment,
            "reason": draft.reason,
            "reverses_id": payment.id,
        }
        change.recorder.record_many([(Payment, values)])
    return change.done, warnings

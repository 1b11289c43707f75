"""The verbs of money: sources and ceilings, what comes in, what is set aside, paid, taken back.

Every verb writes its lines first and then compares the books with their limits inside the same change: whatever the
order of actions, a line that breaks a limit is never kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.documents.words import money_text
from app.drafts import tidied, together
from app.funding.balances import MONEY_KINDS, HouseSums, aid_sums, house_sums, source_balances
from app.funding.drafts import (
    AllocationDraft,
    CeilingDraft,
    ClawbackDraft,
    ContributionDraft,
    PaymentDraft,
    ReversalDraft,
    SourceDraft,
)
from app.funding.limits import Books
from app.funding.queries import find_payment, source_for, sources, used_receipts
from app.funding.rules import (
    check_allocation,
    check_ceiling,
    check_clawback,
    check_contribution,
    check_payment,
    check_reversal,
    check_source,
)
from app.journal.recording import Recorder
from app.numbering import YearlyNumbers
from app.office.queries import number_series
from app.parsing import today
from app.problems import Problem, refuse_errors
from app.rows import write_row
from app.support.queries import CaseFacts, PaymentRow, facts_of, programme_named
from app.wording.funding import receipt_text
from app.workspace import Changes, Workspace
from models.base import new_id
from models.funding import FundSource, Payment
from models.ledger import Allocation, Contribution, SourceCeiling
from models.vocabulary import Numbering, PaymentKind

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


def save_ceiling(workspace: Workspace, draft: CeilingDraft) -> tuple[Changes, Warnings]:
    """Set what a source may give in a programme, in all and for one house. Raises `Refused`, `Stale`.

    A ceiling below what is set aside already is refused.
    """
    draft = tidied(draft)
    with workspace.change(Action.SAVE_CEILING) as change:
        session = change.session
        warnings = refuse_errors(check_ceiling(draft))
        source = source_for(session, draft.source_code, change.recorder.home_stream())
        books = Books.opened(session, [source.id], None)
        values = {"amount": draft.amount, "per_house": draft.per_house, "note": draft.note}
        values["programme_id"] = programme_named(session, draft.programme).id if draft.programme else None
        if draft.id is None:
            values["source_id"] = source.id
        write_row(session, SourceCeiling, draft.id, draft.version, values)
        session.flush()
        refuse_errors(books.problems())
    return change.done, warnings


# What comes in


def contribute(workspace: Workspace, drafts: Sequence[ContributionDraft]) -> tuple[Changes, Warnings]:
    """Record what came in, all or none; `changes.ids` hold the lines. Raises `Refused`."""
    with workspace.change(Action.CONTRIBUTE) as change:
        _, warnings = write_contributions(change.recorder, drafts)
    return change.done, warnings


def write_contributions(recorder: Recorder, drafts: Sequence[ContributionDraft]) -> tuple[list[str], Warnings]:
    """A line for each contribution, receipts numbered as asked; returns their ids. Opens no change.

    The first receipts of money of a source cover what was set aside and paid from it before.
    """
    session, day = recorder.session, today().isoformat()
    drafts = [tidied(one) for one in drafts]
    warnings = refuse_errors(together([problem for one in drafts for problem in check_contribution(one, day)]))
    home = recorder.home_stream()
    named = {code: source_for(session, code, home).id for code in sorted({one.source_code for one in drafts})}
    with_money = {named[one.source_code] for one in drafts if one.kind in MONEY_KINDS}
    _write_first_allocations(recorder, with_money)
    numbers = _Receipts(recorder)
    rows = [_contribution_values(one, named[one.source_code], numbers) for one in drafts]
    warnings += _repeated_receipts(session, rows)
    books = Books.opened(session, with_money)
    recorder.record_many([(Contribution, row) for row in rows])
    refuse_errors([_first_receipt(one) for one in books.problems()][:1])
    return [str(row["id"]) for row in rows], warnings


def _first_receipt(problem: Problem) -> Problem:
    """A receipt that breaks a limit is too small a first one: nothing else about a receipt can."""
    return Problem("amount", "first_receipt_too_small", problem.values)


def _write_first_allocations(recorder: Recorder, source_ids: Collection[str]) -> None:
    """What was paid before anybody recorded receipts counts as set aside, once receipts are recorded."""
    session = recorder.session
    untracked = {one.id for one in source_balances(session, source_ids) if not one.tracked}
    if not untracked:
        return
    overdrawn = [one for one in house_sums(session, overdrawn=True) if one.source_id in untracked]
    _write_missing(recorder, overdrawn, today().isoformat())


def _write_missing(recorder: Recorder, houses: Iterable[HouseSums], day: str) -> None:
    rows: list[dict[str, object]] = [
        {
            "case_id": one.case_id,
            "source_id": one.source_id,
            "amount": one.paid - one.allocated,
            "allocated_on": day,
        }
        for one in houses
        if one.paid > one.allocated
    ]
    recorder.record_many([(Allocation, row) for row in rows])


class _Receipts:
    """Numbers the receipts of one change in this laptop's register."""

    def __init__(self, recorder: Recorder) -> None:
        self.series = number_series(recorder.session, recorder.author.device)
        session, home = recorder.session, recorder.home_stream()
        self._numbers = YearlyNumbers(lambda year: used_receipts(session, home, year, self.series))

    def values(self, draft: ContributionDraft) -> dict[str, object]:
        """The receipt of one line: as typed, from the register, or none."""
        if draft.receipt:
            return {"receipt": draft.receipt}
        if draft.numbering is not Numbering.REGISTER:
            return {}
        year = date.fromisoformat(draft.given_on).year
        number = self._numbers.next(year)
        shown = receipt_text(number, self.series or "", year)
        return {"receipt_number": number, "receipt_year": year, "receipt_series": self.series, "receipt": shown}


def _contribution_values(draft: ContributionDraft, source_id: str, numbers: _Receipts) -> dict[str, object]:
    own = (
        "given_on", "amount", "item", "unit", "quantity", "people", "unit_value", "method", "donor_id", "donor_name",
        "case_id", "drive_id", "person_id", "pledge_id", "note",
    )  # fmt: skip
    values = {name: getattr(draft, name) for name in own} | {"amount": _worth(draft)}
    return {"id": new_id(), "source_id": source_id, "kind": draft.kind.value, **values, **numbers.values(draft)}


def _worth(draft: ContributionDraft) -> int | None:
    """What a line is worth in đồng: as typed, else the days of all people by what a day is worth."""
    if draft.amount is not None or draft.unit_value is None or draft.quantity is None:
        return draft.amount
    days = Decimal(draft.quantity) * (draft.people or 1)
    return int((days * draft.unit_value).quantize(Decimal(1), ROUND_HALF_UP))


def _repeated_receipts(session: Session, rows: Sequence[dict[str, object]]) -> Warnings:
    typed = [str(row["receipt"]) for row in rows if row.get("receipt") and not row.get("receipt_number")]
    known = select(Contribution.receipt).where(Contribution.receipt.in_(typed), Contribution.row_out.is_(False))
    found = {str(one) for one in session.scalars(known)} | {one for one in typed if typed.count(one) > 1}
    return [Problem("receipt", "receipt_repeated", {"receipt": one}, warning=True) for one in sorted(found)]


# What is set aside


def allocate(workspace: Workspace, drafts: Sequence[AllocationDraft]) -> tuple[Changes, Warnings]:
    """Set money of sources aside for houses, all or none. Raises `Refused`: never more than received or allowed."""
    with workspace.change(Action.ALLOCATE) as change:
        warnings = write_allocations(change.recorder, drafts)
    return change.done, warnings


def write_allocations(recorder: Recorder, drafts: Sequence[AllocationDraft]) -> Warnings:
    """A line for each allocation; opens no change."""
    session = recorder.session
    drafts = [tidied(one) for one in drafts]
    facts = _facts(session, [one.case_id for one in drafts])
    named = _named_sources(session, [(one.source_code, facts[one.case_id]) for one in drafts])
    standing = _allocated(session, facts)
    found = []
    for one in drafts:
        case = facts[one.case_id]
        aid = named[one.source_code, case.stream] not in case.apart
        found += check_allocation(one, case, standing[one.case_id], today().isoformat(), aid=aid)
        standing[one.case_id] += one.amount if aid else 0
    ids = {source_id: code for (code, _), source_id in named.items()}
    for source in source_balances(session, set(ids)):
        if not source.tracked:
            found.append(Problem("source", "source_not_tracked", {"source": source.code}))
    warnings = refuse_errors(together(found))
    books = Books.opened(session, set(ids), facts)
    rows: list[dict[str, object]] = [
        {
            "case_id": one.case_id,
            "source_id": named[one.source_code, facts[one.case_id].stream],
            "amount": one.amount,
            "allocated_on": one.allocated_on,
            "note": one.note,
        }
        for one in drafts
    ]
    recorder.record_many([(Allocation, row) for row in rows])
    refuse_errors(together(books.problems()))
    return warnings


def _facts(session: Session, case_ids: Sequence[str]) -> dict[str, CaseFacts]:
    return {one.case_id: one for one in facts_of(session, list(dict.fromkeys(case_ids)))}


def _named_sources(session: Session, wanted: Sequence[tuple[str, CaseFacts]]) -> dict[tuple[str, str], str]:
    """(code, stream of the house) -> the source that is meant. Raises `Refused`."""
    keys = sorted({(code, facts.stream) for code, facts in wanted})
    return {key: source_for(session, *key).id for key in keys}


def _allocated(session: Session, case_ids: Collection[str]) -> dict[str, int]:
    found = dict.fromkeys(case_ids, 0)
    for one in aid_sums(session, case_ids):
        found[one.case_id] += one.allocated
    return found


# What is paid


def pay(workspace: Workspace, drafts: Sequence[PaymentDraft]) -> tuple[Changes, Warnings]:
    """Record payments, all or none. Raises `Refused`."""
    with workspace.change(Action.PAY) as change:
        warnings = write_payments(change.recorder, drafts)
    return change.done, warnings


def write_payments(recorder: Recorder, drafts: Sequence[PaymentDraft]) -> Warnings:
    """A line for each payment; opens no change.

    From a source whose receipts nobody records, what is missing of the allocation is written with it, with a warning.
    """
    session = recorder.session
    drafts = [tidied(one) for one in drafts]
    facts = _facts(session, [one.case_id for one in drafts])
    day = today().isoformat()
    named = _named_sources(session, [(one.source_code, facts[one.case_id]) for one in drafts])
    warnings = refuse_errors(together(_check_payments(drafts, facts, named, day)))
    books = Books.opened(session, set(named.values()), facts)
    rows = [_payment_values(one, named[one.source_code, facts[one.case_id].stream]) for one in drafts]
    recorder.record_many([(Payment, row) for row in rows])
    warnings += write_missing_allocations(recorder, set(named.values()), facts, day)
    refuse_errors(together(books.problems()))
    return warnings


def _check_payments(
    drafts: Sequence[PaymentDraft], facts: dict[str, CaseFacts], named: dict[tuple[str, str], str], day: str
) -> list[Problem]:
    """Each payment is looked at as if those before it in the list were paid already."""
    found, known = [], dict(facts)
    for one in drafts:
        case = known[one.case_id]
        source = named[one.source_code, case.stream]
        found += check_payment(one, case, day, aid=source not in case.apart)
        line = PaymentRow(
            new_id(), one.case_id, source, one.amount, one.paid_on, one.voucher, one.instalment, None, None, None, None
        )
        known[one.case_id] = replace(case, payments=(*case.payments, line))
    return found


def _payment_values(draft: PaymentDraft, source_id: str) -> dict[str, object]:
    own = (
        "case_id", "amount", "paid_on", "voucher", "instalment", "payee", "relation", "reason", "thumbprint", "batch",
    )  # fmt: skip
    return {"source_id": source_id, **{name: getattr(draft, name) for name in own}}


def write_missing_allocations(
    recorder: Recorder, source_ids: Collection[str], facts: dict[str, CaseFacts], day: str
) -> Warnings:
    """Set aside what was paid from sources whose receipts nobody records; warns of each. Opens no change."""
    session = recorder.session
    untracked = {one.id: one.code for one in source_balances(session, source_ids) if not one.tracked}
    missing = [
        one for one in house_sums(session, facts, overdrawn=True)
        if one.source_id in untracked and one.paid > one.allocated
    ]  # fmt: skip
    _write_missing(recorder, missing, day)
    told = [
        {
            "source": untracked[one.source_id or ""],
            "amount": money_text(one.paid - one.allocated),
            "names": facts[one.case_id].head_name,
        }
        for one in missing
    ]
    return together([Problem("", "allocation_written", one, warning=True) for one in told])


def reverse_payment(workspace: Workspace, draft: ReversalDraft) -> tuple[Changes, Warnings]:
    """Take a payment back ("Sửa sai"): a negative line with its own day and reason. Raises `Refused`."""
    with workspace.change(Action.REVERSE_PAYMENT) as change:
        warnings = write_payment_reversal(change.recorder, draft)
    return change.done, warnings


def write_payment_reversal(recorder: Recorder, draft: ReversalDraft) -> Warnings:
    """The line that takes a payment or a clawback back; opens no change."""
    draft = tidied(draft)
    session = recorder.session
    payment, facts = find_payment(session, draft.payment_id)
    warnings = refuse_errors(check_reversal(draft, payment, facts, today().isoformat()))
    books = Books.opened(session, [payment.source_id] if payment.source_id else [], [payment.case_id])
    values: dict[str, object] = {
        "case_id": payment.case_id,
        "source_id": payment.source_id,
        "amount": -(payment.amount or 0),
        "paid_on": draft.reversed_on,
        "voucher": payment.voucher,
        "instalment": payment.instalment,
        "kind": payment.kind,
        "batch": payment.batch,
        "decision_number": payment.decision_number,
        "reason": draft.reason,
        "reverses_id": payment.id,
    }
    recorder.record_many([(Payment, values)])
    refuse_errors(books.problems())
    return warnings


def claw_back(workspace: Workspace, draft: ClawbackDraft) -> tuple[Changes, Warnings]:
    """Money comes back from a household with a decision (X13): a negative line of its own. Raises `Refused`."""
    draft = tidied(draft)
    with workspace.change(Action.CLAW_BACK) as change:
        session = change.session
        warnings = refuse_errors(check_clawback(draft, today().isoformat()))
        [facts] = facts_of(session, [draft.case_id])
        source = source_for(session, draft.source_code, facts.stream)
        books = Books.opened(session, [source.id], [draft.case_id])
        values: dict[str, object] = {
            "case_id": draft.case_id,
            "source_id": source.id,
            "amount": -draft.amount,
            "paid_on": draft.taken_on,
            "voucher": draft.voucher,
            "kind": PaymentKind.CLAWBACK.value,
            "decision_number": draft.decision_number,
            "reason": draft.reason,
        }
        change.recorder.record_many([(Payment, values)])
        refuse_errors(books.problems())
    return change.done, warnings

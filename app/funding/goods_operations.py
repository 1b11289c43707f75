"""Goods of the stock: set aside for houses, handed over to them; loans of households."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.actions import Action
from app.documents.words import decimal_text
from app.drafts import tidied, together
from app.funding.drafts import GoodsDraft, LoanDraft
from app.funding.limits import Books
from app.funding.operations import Warnings
from app.funding.rules import check_goods_line, check_loan
from app.funding.stock import goods_key, house_goods
from app.journal.recording import Recorder
from app.parsing import today
from app.problems import Problem, refuse_errors
from app.rows import write_row
from app.support.queries import CaseFacts, facts_of
from app.workspace import Changes, Workspace
from models.ledger import Allocation, GoodsHandover, HouseholdLoan


def allocate_goods(workspace: Workspace, drafts: Sequence[GoodsDraft]) -> tuple[Changes, Warnings]:
    """Set goods of the stock aside for houses, all or none. Raises `Refused`: never more than came in."""
    with workspace.change(Action.ALLOCATE) as change:
        warnings = write_goods_allocations(change.recorder, drafts)
    return change.done, warnings


def write_goods_allocations(recorder: Recorder, drafts: Sequence[GoodsDraft]) -> Warnings:
    """A line for each; opens no change."""
    drafts, facts, warnings = _looked_at(recorder, drafts)
    books = Books.opened(recorder.session, (), facts)
    recorder.record_many([(Allocation, _allocation_values(one, one.quantity)) for one in drafts])
    refuse_errors(together(books.problems()))
    return warnings


def hand_over_goods(workspace: Workspace, drafts: Sequence[GoodsDraft]) -> tuple[Changes, Warnings]:
    """Hand goods of the stock to households, all or none; what was not set aside before is set aside with it.

    Raises `Refused`: the stock never falls below nothing.
    """
    with workspace.change(Action.HAND_OVER_GOODS) as change:
        warnings = write_goods_handovers(change.recorder, drafts)
    return change.done, warnings


def write_goods_handovers(recorder: Recorder, drafts: Sequence[GoodsDraft]) -> Warnings:
    """A line for each, with the allocation that is missing; opens no change."""
    drafts, facts, warnings = _looked_at(recorder, drafts)
    session = recorder.session
    books = Books.opened(session, (), facts)
    standing = house_goods(session, facts)
    missing: list[tuple[GoodsDraft, str]] = []
    for one in drafts:
        key = (one.case_id, *goods_key(one.item, one.unit))
        allocated, handed_over = standing.get(key, (Decimal(0), Decimal(0)))
        handed_over += Decimal(one.quantity)
        if handed_over > allocated:
            missing.append((one, f"{(handed_over - allocated).normalize():f}"))
            allocated = handed_over
        standing[key] = (allocated, handed_over)
    recorder.record_many([(Allocation, _allocation_values(one, quantity)) for one, quantity in missing])
    recorder.record_many([(GoodsHandover, _handover_values(one)) for one in drafts])
    refuse_errors(together(books.problems()))
    return warnings + together([_told(one, quantity, facts[one.case_id]) for one, quantity in missing])


def _looked_at(
    recorder: Recorder, drafts: Sequence[GoodsDraft]
) -> tuple[list[GoodsDraft], dict[str, CaseFacts], Warnings]:
    tidy = [tidied(one) for one in drafts]
    facts = {one.case_id: one for one in facts_of(recorder.session, list(dict.fromkeys(one.case_id for one in tidy)))}
    day = today().isoformat()
    return tidy, facts, refuse_errors([problem for one in tidy for problem in check_goods_line(one, day)])


def _told(draft: GoodsDraft, quantity: str, facts: CaseFacts) -> Problem:
    values = {
        "quantity": decimal_text(Decimal(quantity)),
        "unit": draft.unit,
        "item": draft.item,
        "names": facts.head_name,
    }
    return Problem("", "goods_allocation_written", values, warning=True)


def _allocation_values(draft: GoodsDraft, quantity: str) -> dict[str, object]:
    return {
        "case_id": draft.case_id,
        "item": draft.item,
        "unit": draft.unit,
        "quantity": quantity,
        "allocated_on": draft.day,
        "note": draft.note,
    }


def _handover_values(draft: GoodsDraft) -> dict[str, object]:
    return {
        "case_id": draft.case_id,
        "item": draft.item,
        "unit": draft.unit,
        "quantity": draft.quantity,
        "handed_on": draft.day,
        "receiver": draft.receiver,
        "relation": draft.relation,
        "note": draft.note,
    }


def save_loan(workspace: Workspace, draft: LoanDraft) -> tuple[Changes, Warnings]:
    """Record or change a policy-bank loan of a household. Raises `Refused`, `Stale`."""
    draft = tidied(draft)
    with workspace.change(Action.SAVE_LOAN) as change:
        warnings = refuse_errors(check_loan(draft))
        facts_of(change.session, [draft.case_id])
        own = ("bank", "contract", "lent_on", "amount", "months", "note")
        values = {name: getattr(draft, name) for name in own}
        if draft.id is None:
            values["case_id"] = draft.case_id
        write_row(change.session, HouseholdLoan, draft.id, draft.version, values)
    return change.done, warnings

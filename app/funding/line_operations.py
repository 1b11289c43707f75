"""Taking lines of the ledger back ("Sửa sai"): the line stays, a line of its own with negated figures corrects it."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.actions import Action
from app.documents.words import money_text
from app.drafts import tidied, together
from app.funding.balances import drive_sums
from app.funding.drafts import LineReversalDraft, ReversalDraft
from app.funding.limits import Books
from app.funding.operations import Warnings, write_payment_reversal
from app.funding.queries import find_line, is_standing
from app.funding.rules import check_line_reversal
from app.journal.recording import Recorder
from app.parsing import today
from app.problems import Problem, refuse_errors
from app.workspace import Changes, Workspace
from models.base import recorded_fields
from models.funding import Payment
from models.ledger import Allocation, Contribution

_DAYS = ("given_on", "allocated_on", "handed_on", "delivered_on", "paid_on", "remitted_on")
#: What belongs to the line that is taken back alone: its receipt is not given twice.
_LEFT_OUT = frozenset({"deleted", "receipt", "receipt_number", "receipt_year", "receipt_series", "note"})


def reverse_line(workspace: Workspace, draft: LineReversalDraft) -> tuple[Changes, Warnings]:
    """Take back a contribution, allocation, payment, handover of goods, delivery, supplier payment or remittance.

    With `keep`, so much of an allocation is set aside anew in the same change. Raises `Refused`: a line is not taken
    back where others stand on it, for example what came in and is set aside already.
    """
    with workspace.read() as session:
        is_payment = isinstance(find_line(session, draft.line), Payment)
    with workspace.change(Action.REVERSE_PAYMENT if is_payment else Action.REVERSE_LINE) as change:
        warnings = write_reversal(change.recorder, draft)
    return change.done, warnings


def write_reversal(recorder: Recorder, draft: LineReversalDraft) -> Warnings:
    """The line that takes another one back; opens no change."""
    draft = tidied(draft)
    session = recorder.session
    line = find_line(session, draft.line)
    if isinstance(line, Payment):
        return write_payment_reversal(recorder, ReversalDraft(line.id, draft.reversed_on, draft.reason))
    amount = line.amount if isinstance(line, Allocation) and line.source_id else None
    standing = is_standing(session, line)
    warnings = refuse_errors(check_line_reversal(draft, amount, today().isoformat(), standing=standing))
    source_id, case_id = getattr(line, "source_id", None), getattr(line, "case_id", None)
    books = Books.opened(session, [source_id] if source_id else [], [case_id] if case_id else [])
    back = _negated(line, draft)
    rows = [back]
    if draft.keep:
        kept = {**back, "amount": draft.keep, "reverses_id": None}
        rows.append(kept)
    recorder.record_many([(type(line), row) for row in rows])
    refuse_errors([*together(books.problems()), *_sent_on_already(session, line)])
    return warnings


def _sent_on_already(session: Session, line: Any) -> list[Problem]:
    """A drive keeps at least what it sent on, whatever else its source received."""
    if not isinstance(line, Contribution) or line.drive_id is None:
        return []
    sums = drive_sums(session, line.drive_id)
    if sums.in_hand >= 0:
        return []
    told = {"remitted": money_text(sums.remitted), "collected": money_text(sums.collected)}
    return [Problem("amount", "drive_sent_on", told)]


def _negated(line: Any, draft: LineReversalDraft) -> dict[str, Any]:
    """The line's own values with negated figures, its day and its reason."""
    table = type(line)
    names = [*recorded_fields(table), *([table.__parent__] if table.__parent__ else [])]
    values = {name: getattr(line, name) for name in names if name not in _LEFT_OUT}
    for name in _DAYS:
        if name in values:
            values[name] = draft.reversed_on
    if values.get("amount") is not None:
        values["amount"] = -values["amount"]
    if values.get("quantity") is not None:
        values["quantity"] = _minus(values["quantity"])
    return {**values, "reason": draft.reason, "reverses_id": line.id}


def _minus(quantity: str) -> str:
    return quantity.removeprefix("-") if quantity.startswith("-") else f"-{quantity}"

"""Papers that are about more than one house: which paper a house stands on, and which houses stand on a paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.store import batches
from models.funding import Payment
from models.review import PostedCase, ReviewVote, SubmittedCase
from models.support import Decision
from models.vocabulary import PaperKind

#: The rows that name a house and the paper it stands on, by kind: a meeting, a posting, a batch, one payment.
_NAMED: dict[str, tuple[Any, Any]] = {
    PaperKind.REVIEW_MINUTES: (ReviewVote, ReviewVote.meeting_id),
    PaperKind.POSTING_LIST: (PostedCase, PostedCase.posting_id),
    PaperKind.POSTING_END_MINUTES: (PostedCase, PostedCase.posting_id),
    PaperKind.SUBMISSION: (SubmittedCase, SubmittedCase.submission_id),
    PaperKind.DECISION: (Decision, Decision.batch),
    PaperKind.CASH_HANDOVER_MINUTES: (Payment, Payment.id),
    PaperKind.PAYMENT_VOUCHER: (Payment, Payment.id),
    PaperKind.PAYMENT_REQUEST: (Payment, Payment.batch),
    PaperKind.SIGN_FOR_LIST: (Payment, Payment.batch),
}


def is_shared(kind: str) -> bool:
    """Whether a paper of this kind is about something else than one house."""
    return kind in _NAMED


def papers_of(session: Session, kind: str, case_ids: Sequence[str]) -> dict[str, str]:
    """The newest paper (its meeting, batch, payment) each of these cases stands on; cases on none are left out."""
    return dict(_pairs(session, kind, case_ids=case_ids))


def cases_on(session: Session, kind: str, about_ids: Sequence[str]) -> list[str]:
    """The cases that stand on these papers; an id of a case stands for itself."""
    on_papers = [case_id for case_id, _ in _pairs(session, kind, about_ids=about_ids)] if kind in _NAMED else []
    return list(dict.fromkeys(on_papers or about_ids))


def same_paper(session: Session, kind: str, case_id: str) -> list[str]:
    """The cases that stand on the same paper as this one, itself first."""
    about = papers_of(session, kind, [case_id]).get(case_id) if kind in _NAMED else None
    together = cases_on(session, kind, [about]) if about else []
    return [case_id, *(one for one in together if one != case_id)]


def _pairs(
    session: Session, kind: str, case_ids: Sequence[str] = (), about_ids: Sequence[str] = ()
) -> list[tuple[str, str]]:
    """(case, paper) in the order in which they were written."""
    table, about = _NAMED[kind]
    query = select(table.case_id, about).where(table.row_out.is_(False), table.case_id.is_not(None), about.is_not(None))
    if kind == PaperKind.DECISION:
        query = query.where(table.before_program.is_not(True), table.amount.is_not(None))
    if table is Payment:
        query = query.where(table.before_program.is_not(True), table.reverses_id.is_(None))
    found: list[tuple[str, str]] = []
    for column, ids in ((table.case_id, case_ids), (about, about_ids)):
        for batch in batches(ids):
            found += [(row[0], row[1]) for row in session.execute(query.where(column.in_(batch)).order_by(table.id))]
    return found

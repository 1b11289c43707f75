"""Which of many houses may be paid now. The database names those that could be; the rules of parts decide on them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.funding.balances import SourceBalance, aid_sums
from app.funding.next_parts import next_parts
from app.journal.store import batches
from app.support.queries import NOT_AID, case_facts
from models.support import Decision


@dataclass(frozen=True)
class ReadyPart:
    """What a house may be paid now, and all that is left of its approved amount, in đồng."""

    amount: int
    left: int


def ready_parts(
    session: Session, case_ids: Collection[str], day: str, balances: Sequence[SourceBalance]
) -> dict[str, ReadyPart]:
    """Those of these houses whose next part may be paid as it stands; `next_parts` says of one why not.

    However many there are, only a batch of them is held at a time. `balances` are those of all sources.
    """
    asked = payable(session, balances)
    wanted = [one for one in case_ids if one in asked]
    found: dict[str, ReadyPart] = {}
    for ids in batches(wanted):
        facts = case_facts(session, ids)
        for one in next_parts(session, list(facts.values()), day, balances):
            if one.ready:
                left = (one.state.approved_amount or 0) - one.state.paid_amount
                found[one.facts.case_id] = ReadyPart(one.amount, left)
    return found


def payable(session: Session, balances: Sequence[SourceBalance]) -> set[str]:
    """The houses that could be paid, never too few: money is set aside and unpaid, or nobody records its receipts."""
    found = {one.case_id for one in aid_sums(session) if one.allocated > one.paid}
    sources = [one for one in balances if one.kind not in NOT_AID]
    untracked = [one.code for one in sources if not one.tracked]
    named = select(Decision.case_id).where(Decision.row_out.is_(False))
    if len(sources) > 1:
        named = named.where(Decision.source_code.in_(untracked))
    return found | {one for one in session.scalars(named) if one} if untracked else found

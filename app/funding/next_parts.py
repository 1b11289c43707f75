"""What each house is paid next, whatever sources of aid: what is missing before it, a batch, who did not come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.actions import Action
from app.drafts import together
from app.funding.balances import SourceBalance, aid_sums, source_balances
from app.funding.drafts import PaymentDraft, ReversalDraft
from app.funding.instalments import ACCEPTANCE, DECISION, holding, instalments_of, taken_from
from app.funding.operations import Warnings, pay, write_payment_reversal
from app.support.queries import NOT_AID, CaseFacts, CaseState, case_state
from app.workspace import Changes, Workspace
from models.base import new_id


@dataclass(frozen=True)
class NextPart:
    """What a house is paid next: the part's number, its amount in đồng, from which sources, what is missing before it.

    `shares` are (code of the source, amount); `unfunded` is what no source has set aside for it yet.
    """

    facts: CaseFacts
    state: CaseState
    number: int
    amount: int
    missing: tuple[str, ...] = ()
    shares: tuple[tuple[str, int], ...] = ()
    unfunded: int = 0

    @property
    def ready(self) -> bool:
        """Whether it may be paid as it stands."""
        return not self.missing and not self.unfunded


def next_parts(
    session: Session, cases: Sequence[CaseFacts], day: str, balances: Sequence[SourceBalance] | None = None
) -> list[NextPart]:
    """The next part of each house that was decided, is on the road and is not paid in full, in the order given.

    `balances`: those of all sources, where they were read already.
    """
    known = source_balances(session) if balances is None else balances
    sources = {one.id: one for one in known if one.kind not in NOT_AID}
    unpaid: dict[str, dict[str, int]] = {}
    for house in aid_sums(session, [one.case_id for one in cases]):
        if house.source_id in sources and house.allocated > house.paid:
            unpaid.setdefault(house.case_id, {})[house.source_id] = house.allocated - house.paid
    found = []
    for facts in cases:
        part = _next_part(facts, day)
        if part is not None:
            shares = _shares(part, unpaid.get(facts.case_id, {}), sources)
            given = sum(amount for _, amount in shares)
            found.append(replace(part, shares=tuple(shares), unfunded=part.amount - given))
    return found


def _next_part(facts: CaseFacts, day: str) -> NextPart | None:
    state = case_state(facts)
    approved = state.approved_amount
    if approved is None or state.paid_amount >= approved or state.off_road:
        return None
    until = 0
    taken = (DECISION,) if taken_from(facts, state) else ()
    for part in instalments_of(facts, day):
        until += part.amount
        if until > state.paid_amount:
            held = holding(state) is not None and ACCEPTANCE not in part.missing
            missing = (*taken, *part.missing, ACCEPTANCE) if held else (*taken, *part.missing)
            return NextPart(facts, state, part.number, until - state.paid_amount, missing)
    # Without rules for parts what is left is one part, and what completes the support wants the acceptance.
    number = max((one.instalment or 0 for one in facts.aid_payments), default=0) + 1
    missing = taken if state.acceptance is not None else (*taken, ACCEPTANCE)
    return NextPart(facts, state, number, approved - state.paid_amount, missing)


def _shares(part: NextPart, unpaid: dict[str, int], sources: dict[str, SourceBalance]) -> list[tuple[str, int]]:
    """From which sources a part is paid: what is set aside first, then the decision's source if nobody tracks it."""
    rest, found = part.amount, []
    for source_id, amount in unpaid.items():
        taken = min(rest, amount)
        if taken > 0:
            found.append((sources[source_id].code, taken))
            rest -= taken
    decision = part.state.decision
    named = [one for one in sources.values() if decision is not None and one.code == decision.source_code]
    own = named or ([*sources.values()] if len(sources) == 1 else [])
    if rest and own and not own[0].tracked:
        found = [*found, (own[0].code, rest)]
    return found


def pay_batch(workspace: Workspace, drafts: Sequence[PaymentDraft]) -> tuple[Changes, Warnings]:
    """Pay a day's houses as one batch, all or none. Raises `Refused`."""
    batch = new_id()
    return pay(workspace, [replace(one, batch=batch) for one in drafts])


def did_not_come(workspace: Workspace, payment_ids: Sequence[str], day: str, reason: str) -> tuple[Changes, Warnings]:
    """Take the payments of those who did not come back, each by a line of its own, in one change. Raises `Refused`."""
    warnings: Warnings = []
    with workspace.change(Action.REVERSE_PAYMENT) as change:
        for one in payment_ids:
            warnings += write_payment_reversal(change.recorder, ReversalDraft(one, day, reason))
    return change.done, together(warnings)

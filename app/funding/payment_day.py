"""A payment day: which houses may be paid a part of the support and which not, with what is missing; one batch."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.actions import Action
from app.documents.words import money_text
from app.funding.balances import HouseSums, house_sums, source_balances
from app.funding.drafts import PaymentDraft
from app.funding.instalments import ACCEPTANCE, InstalmentState, check_held, instalments_of
from app.funding.operations import Warnings, write_payments
from app.funding.queries import source_for
from app.problems import Problem
from app.support.queries import CaseFacts, CaseState, case_facts, case_state, check_on_road
from app.wording.funding import missing_text
from app.workspace import Changes, Workspace
from models.base import new_id


@dataclass(frozen=True)
class OfferedHouse:
    """A house of a payment day: what it is due, in đồng, and what keeps it from being paid.

    `missing` names what opens the part and has not come, as `app.wording.funding.missing_text` reads it.
    """

    case_id: str
    household_id: str
    head_name: str
    work_type: str | None
    instalment: int
    amount: int
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def payable(self) -> bool:
        """Whether it may be paid that day."""
        return not self.problems


@dataclass(frozen=True)
class PaymentOffer:
    """The houses of a payment day in the order asked, or of the heads' cases."""

    houses: tuple[OfferedHouse, ...]

    @property
    def payable(self) -> tuple[OfferedHouse, ...]:
        """The houses that may be paid."""
        return tuple(one for one in self.houses if one.payable)

    @property
    def waiting(self) -> tuple[OfferedHouse, ...]:
        """The houses that may not be paid yet."""
        return tuple(one for one in self.houses if not one.payable)

    @property
    def total(self) -> int:
        """What the payable houses are due together, in đồng."""
        return sum(one.amount for one in self.payable)


def payment_offer(
    session: Session, instalment: int, source_code: str, day: str, case_ids: Collection[str] | None = None
) -> PaymentOffer:
    """Who may be paid this part from this source on a day, and who not. Raises `Refused` for an unknown source.

    Without ids: every house with a decision for which the part is not paid yet.
    """
    facts = case_facts(session, case_ids)
    asked = [facts[one] for one in case_ids if one in facts] if case_ids is not None else list(facts.values())
    states = {one.case_id: case_state(one) for one in asked}
    if case_ids is None:
        asked = [one for one in asked if _waits(one, states[one.case_id], instalment, day)]
    named = {stream: source_for(session, source_code, stream).id for stream in sorted({one.stream for one in asked})}
    tracked = {one.id for one in source_balances(session, set(named.values())) if one.tracked}
    sums = {(one.case_id, one.source_id): one for one in house_sums(session, [one.case_id for one in asked])}
    houses = []
    for one in asked:
        source_id = named[one.stream]
        own = sums.get((one.case_id, source_id)) or HouseSums(one.case_id, source_id, 0, 0)
        houses.append(_offered(one, states[one.case_id], instalment, day, own if source_id in tracked else None))
    return PaymentOffer(tuple(houses))


def _waits(facts: CaseFacts, state: CaseState, instalment: int, day: str) -> bool:
    if state.decision is None or state.off_road:
        return False
    part, begins = _part(facts, instalment, day)
    return part is not None and state.paid_amount < begins + part.amount


def _part(facts: CaseFacts, instalment: int, day: str) -> tuple[InstalmentState | None, int]:
    """The part of this number, and the sum of those before it."""
    begins = 0
    for one in instalments_of(facts, day):
        if one.number == instalment:
            return one, begins
        begins += one.amount
    return None, begins


def _offered(facts: CaseFacts, state: CaseState, instalment: int, day: str, sums: HouseSums | None) -> OfferedHouse:
    part, begins = _part(facts, instalment, day)
    due = max(begins + part.amount - max(state.paid_amount, begins), 0) if part else 0
    missing = part.missing if part else ()
    problems = tuple(_why_not(facts, state, instalment, (part, begins, due), sums))
    work_type = state.work_type.value if state.work_type else None
    return OfferedHouse(
        facts.case_id, facts.household_id, facts.head_name, work_type, instalment, due, missing, problems
    )


def _why_not(
    facts: CaseFacts,
    state: CaseState,
    instalment: int,
    known: tuple[InstalmentState | None, int, int],
    sums: HouseSums | None,
) -> Iterator[Problem]:
    part, begins, due = known
    about: dict[str, object] = {"names": facts.head_name, "instalment": str(instalment)}
    yield from check_on_road(facts, state)
    yield from check_held(facts, state)
    if state.decision is None:
        yield Problem("", "no_decision_to_pay", about)
    elif part is None:
        yield Problem("instalment", "no_such_instalment", about)
    elif due == 0:
        yield Problem("instalment", "instalment_paid_already", about)
    elif state.paid_amount < begins:
        yield Problem("instalment", "earlier_part_unpaid", about)
    elif part.missing:
        closed = part.last and ACCEPTANCE in part.missing
        code = "last_never_before_acceptance" if closed else "instalment_not_open"
        yield Problem("instalment", code, about | {"missing": missing_text(part.missing)})
    elif sums is not None and sums.allocated - sums.paid < due:
        left = {"left": money_text(max(sums.allocated - sums.paid, 0)), "amount": money_text(due)}
        yield Problem("amount", "allocation_short", about | left)


@dataclass(frozen=True)
class DayLine:
    """One house of a payment day; `payee` and `relation` where somebody else than the head signs for the money."""

    case_id: str
    amount: int
    payee: str | None = None
    relation: str | None = None
    thumbprint: bool | None = None
    reason: str | None = None


@dataclass(frozen=True)
class PaymentDayDraft:
    """What is common to a payment day, and its houses."""

    source_code: str
    instalment: int
    paid_on: str
    voucher: str
    lines: tuple[DayLine, ...]


def pay_day(workspace: Workspace, draft: PaymentDayDraft) -> tuple[Changes, str, Warnings]:
    """Pay all houses of a day as one batch, all or none; returns its id too. Raises `Refused`.

    A house that does not come is taken back by a line of its own (`reverse_line`); the others stay.
    """
    batch = new_id()
    with workspace.change(Action.PAY) as change:
        warnings = write_payments(change.recorder, payments_of_day(draft, batch))
    return change.done, batch, warnings


def payments_of_day(draft: PaymentDayDraft, batch: str) -> Sequence[PaymentDraft]:
    """The payments of a day, ready to be written."""
    return [
        PaymentDraft(
            one.case_id, draft.source_code, one.amount, draft.paid_on, draft.voucher, draft.instalment, one.payee,
            one.relation, one.reason, one.thumbprint, batch,
        )
        for one in draft.lines
    ]  # fmt: skip

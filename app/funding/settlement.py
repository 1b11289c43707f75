"""Settlement ("Quyết toán") of a house and of a source: sums come out even, or their differences have a name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from sqlalchemy.orm import Session

from app.funding.balances import HouseGifts, SourceBalance, group_of, house_gifts, house_sums, source_balances
from app.funding.queries import LoanRow, loans_of, sources
from app.funding.stock import HouseWork, goods_of_house, labour_days, work_of_house
from app.support.queries import NOT_AID, CaseFacts, CaseState, PaymentRow, case_state, facts_of
from models.vocabulary import SourceGroup


@dataclass(frozen=True)
class Difference:
    """What two sums differ by, in đồng, and its name (`app.wording.funding.DIFFERENCES`); `source` where it has one."""

    code: str
    amount: int
    source: str = ""


@dataclass(frozen=True)
class SettledSource:
    """One source of a house: set aside, paid, and what the acceptance says it cost (None: not said). In đồng."""

    code: str
    name: str
    kind: str | None
    allocated: int
    paid: int
    cost: int | None

    @property
    def group(self) -> SourceGroup | None:
        """Nhà nước, Xã hội or Hộ gia đình; None for a loan."""
        return group_of(self.kind)


@dataclass(frozen=True)
class PaidReason:
    """Why a payment was made before what opens its part had come; prints on the settlement."""

    paid_on: str | None
    instalment: int | None
    amount: int
    reason: str


@dataclass(frozen=True)
class HouseSettlement:
    """All money and goods of one house. `approved` = `paid` + the differences, always; none: it comes out even.

    They are aid. What was paid of the household's own money or of a loan stands in its line of `sources` and apart;
    `counterpart` is what the household itself bore by the acceptance.
    """

    case_id: str
    head_name: str
    approved: int
    allocated: int
    paid: int
    sources: tuple[SettledSource, ...]
    differences: tuple[Difference, ...]
    notes: tuple[Difference, ...]
    reasons: tuple[PaidReason, ...]
    counterpart: int
    gifts: HouseGifts
    labour: Mapping[SourceGroup, Decimal]
    work: tuple[HouseWork, ...]
    goods: Mapping[tuple[str, str], tuple[Decimal, Decimal]]
    loans: tuple[LoanRow, ...]

    @property
    def even(self) -> bool:
        """Whether everything that was approved was paid, no more and no less."""
        return not self.differences


def house_settlement(session: Session, case_id: str) -> HouseSettlement:
    """The settlement of one house. Raises `Refused` when the house is not here."""
    [facts] = facts_of(session, [case_id])
    return settle(session, facts)


def settle(session: Session, facts: CaseFacts) -> HouseSettlement:
    """The settlement of a house whose facts were read."""
    case_id, state = facts.case_id, case_state(facts)
    sources = tuple(_sources(session, facts, state))
    aid = [one for one in sources if one.kind not in NOT_AID]
    allocated, paid = sum(one.allocated for one in aid), sum(one.paid for one in aid)
    approved = state.approved_amount or 0
    costs = [Difference("cost_differs", one.cost - one.paid, one.code) for one in aid if one.cost is not None]
    return HouseSettlement(
        case_id,
        facts.head_name,
        approved,
        allocated,
        paid,
        sources,
        house_differences(approved, allocated, paid),
        _named(costs),
        tuple(_reasons(facts)),
        sum(one.cost or 0 for one in sources if one.group is SourceGroup.HOUSEHOLD),
        house_gifts(session, case_id),
        MappingProxyType(labour_days(session, case_id)),
        tuple(work_of_house(session, case_id)),
        MappingProxyType(goods_of_house(session, case_id)),
        tuple(loans_of(session, case_id)),
    )


def house_differences(approved: int, allocated: int, paid: int) -> tuple[Difference, ...]:
    """What lies between the approved amount and what was paid, by name; nothing where it comes out even."""
    return _named([Difference("not_allocated", approved - allocated), Difference("not_paid", allocated - paid)])


def _named(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """The differences there are; one below nothing gets the name of its opposite."""
    opposite = {"not_allocated": "over_allocated", "not_paid": "over_paid", "free": "over_committed"}
    return tuple(
        one if one.amount > 0 else Difference(opposite.get(one.code, one.code), one.amount, one.source)
        for one in differences
        if one.amount
    )


def _sources(session: Session, facts: CaseFacts, state: CaseState) -> Iterable[SettledSource]:
    known = {one.id: one for one in sources(session)}
    costs = dict(json.loads(state.acceptance.costs)) if state.acceptance and state.acceptance.costs else {}
    for one in house_sums(session, [facts.case_id]):
        source = known.get(one.source_id or "")
        code = source.code if source else ""
        cost = costs.pop(code, None)
        yield SettledSource(
            code, source.name if source else "", source.kind if source else None, one.allocated, one.paid, cost
        )
    by_code = {one.code: one for one in known.values()}
    for code, cost in costs.items():
        other = by_code.get(code)
        yield SettledSource(code, other.name if other else code, other.kind if other else None, 0, 0, cost)


def _reasons(facts: CaseFacts) -> Iterable[PaidReason]:
    taken_back = {one.reverses_id for one in facts.aid_lines}
    for one in sorted(facts.aid_lines, key=lambda one: (one.paid_on or "", one.id)):
        if one.reason and one.id not in taken_back and one.reverses_id is None:
            instalment = one.instalment if isinstance(one, PaymentRow) else None
            yield PaidReason(one.paid_on, instalment, one.amount or 0, one.reason)


@dataclass(frozen=True)
class SettledHouse:
    """One house of a source's settlement, in đồng."""

    case_id: str
    allocated: int
    paid: int


@dataclass(frozen=True)
class SourceSettlement:
    """One source with its houses. Received = paid to houses and suppliers + sent on + the differences, always."""

    source: SourceBalance
    houses: tuple[SettledHouse, ...]
    differences: tuple[Difference, ...]

    @property
    def even(self) -> bool:
        """Whether all that came in was spent."""
        return not self.differences


def source_settlement(session: Session, source_id: str) -> SourceSettlement:
    """The settlement of one source: what came in, what each house got, what is left and why."""
    [source] = source_balances(session, [source_id])
    houses = tuple(
        SettledHouse(one.case_id, one.allocated, one.paid)
        for one in house_sums(session)
        if one.source_id == source_id and (one.allocated or one.paid)
    )
    sums = source.sums
    found = [Difference("free", sums.received - sums.committed), Difference("not_paid", sums.unpaid)]
    if not source.tracked:
        found = [Difference("receipts_unknown", -sums.unknown)]
    return SourceSettlement(source, houses, _named(found))

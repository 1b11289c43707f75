"""What may never be: more set aside than received or allowed, more paid than set aside, goods that are not there.

The same rule is asked twice. Before a change commits it refuses what the change would break; after a merge, which loses
no line, it finds what two offices broke together, and a person looks at it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.documents.words import decimal_text, money_text
from app.funding.balances import HouseSums, SourceBalance, house_sums, programme_sums, source_balances
from app.funding.stock import StockLine, goods_key, house_goods, stock_lines
from app.journal.store import batches
from app.parsing import today
from app.problems import Problem
from app.support.queries import NOT_AID, load_programmes
from models.funding import Payment
from models.household import Household
from models.ledger import Allocation, Contribution, Delivery, GoodsHandover, SourceCeiling, SupplierPayment
from models.support import SupportCase

MAX_PER_HOUSE = "max_per_house"


@dataclass(frozen=True)
class CeilingRow:
    """What a source may give in a programme (None: in any), in all and for one house, in đồng."""

    id: str
    source_id: str | None
    programme_id: str | None
    amount: int | None
    per_house: int | None


@dataclass(frozen=True)
class LimitFacts:
    """What the limits are compared with. `houses` may hold only those that can be over one.

    `house_limits` are the programmes' own by programme; `goods` (case, item, unit) -> set aside, handed over. Where a
    source was paid from before lines were set aside at all, the house and source are `never_set_aside`.
    """

    sources: tuple[SourceBalance, ...] = ()
    ceilings: tuple[CeilingRow, ...] = ()
    programme_allocated: Mapping[tuple[str, str | None], int] = field(default_factory=lambda: MappingProxyType({}))
    houses: tuple[HouseSums, ...] = ()
    never_set_aside: frozenset[tuple[str, str | None]] = frozenset()
    house_programmes: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))
    house_limits: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    stock: tuple[StockLine, ...] = ()
    goods: Mapping[tuple[str, str, str], tuple[Decimal, Decimal]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Breach:
    """One limit that is broken: which one (`code`), where, by how much; the two figures are compared in `values`."""

    code: str
    where: tuple[str, ...]
    excess: Decimal
    values: Mapping[str, str]
    case_id: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two breaches the same one."""
        return (self.code, *self.where)


def find_breaches(facts: LimitFacts) -> list[Breach]:
    """Every limit that is broken."""
    return [*_of_sources(facts), *_of_programmes(facts), *_of_houses(facts), *_of_limits(facts), *_of_goods(facts)]


def _money(
    code: str, where: tuple[str, ...], figures: tuple[int, int], case_id: str | None = None, **values: str
) -> Iterator[Breach]:
    """A breach where the first amount is over the second."""
    used, limit = figures
    if used > limit:
        shown = {"used": money_text(used), "limit": money_text(limit), **values}
        yield Breach(code, where, Decimal(used - limit), MappingProxyType(shown), case_id)


def _of_sources(facts: LimitFacts) -> Iterator[Breach]:
    for one in facts.sources:
        sums, source = one.sums, one.code
        if one.tracked:
            yield from _money("over_received", (one.id,), (sums.committed, sums.received), source=source)
            yield from _money(
                "spent_over_received", (one.id,), (sums.paid + sums.remitted, sums.received), source=source
            )
        if one.ceiling is not None:
            spoken_for = sums.allocated + sums.for_stock
            yield from _money("over_ceiling", (one.id,), (spoken_for, one.ceiling), source=source)


def _of_programmes(facts: LimitFacts) -> Iterator[Breach]:
    codes = {one.id: one.code for one in facts.sources}
    for one in facts.ceilings:
        if one.amount is None or one.source_id not in codes:
            continue
        fitting = [
            amount
            for (source_id, programme_id), amount in facts.programme_allocated.items()
            if source_id == one.source_id and one.programme_id in (None, programme_id)
        ]
        yield from _money("over_programme_ceiling", (one.id,), (sum(fitting), one.amount), source=codes[one.source_id])


def _of_houses(facts: LimitFacts) -> Iterator[Breach]:
    known = {one.id: one for one in facts.sources}
    for house in facts.houses:
        source = known.get(house.source_id or "")
        if source is None:
            continue
        where, code = (house.case_id, source.id), source.code
        if where not in facts.never_set_aside:
            yield from _money("paid_over_allocated", where, (house.paid, house.allocated), house.case_id, source=code)
        yield from _money("paid_below_zero", where, (0, house.paid), house.case_id, source=code)
        programme = facts.house_programmes.get(house.case_id)
        for one in facts.ceilings:
            if one.per_house is not None and one.source_id == source.id and one.programme_id in (None, programme):
                figures = (house.allocated, one.per_house)
                yield from _money("over_house_ceiling", (*where, one.id), figures, house.case_id, source=code)


def _of_limits(facts: LimitFacts) -> Iterator[Breach]:
    """A programme's most for one house: what comes as aid, whatever the household itself brings."""
    kinds = {one.id: one.kind for one in facts.sources}
    aid: dict[str, int] = {}
    for house in facts.houses:
        if kinds.get(house.source_id or "") not in NOT_AID:
            aid[house.case_id] = aid.get(house.case_id, 0) + house.allocated
    for case_id, amount in aid.items():
        limit = facts.house_limits.get(facts.house_programmes.get(case_id) or "")
        if limit is not None:
            yield from _money("over_house_limit", (case_id,), (amount, limit), case_id)


def _of_goods(facts: LimitFacts) -> Iterator[Breach]:
    names = {goods_key(one.item, one.unit): (one.item, one.unit) for one in facts.stock}
    for one in facts.stock:
        where = goods_key(one.item, one.unit)
        yield from _goods("goods_over_received", where, (one.allocated, one.received), (one.item, one.unit))
        yield from _goods("goods_below_zero", where, (one.handed_over, one.received), (one.item, one.unit))
    for (case_id, *key), (allocated, handed_over) in facts.goods.items():
        name = names.get((key[0], key[1]), (key[0], key[1]))
        of_house = (case_id, *key)
        yield from _goods("goods_over_allocated", of_house, (handed_over, allocated), name, case_id)


def _goods(
    code: str,
    where: tuple[str, ...],
    figures: tuple[Decimal, Decimal],
    name: tuple[str, str],
    case_id: str | None = None,
) -> Iterator[Breach]:
    used, limit = figures
    if used > limit:
        shown = {"used": decimal_text(used), "limit": decimal_text(limit), "item": name[0], "unit": name[1]}
        yield Breach(code, where, used - limit, MappingProxyType(shown), case_id)


def broken_limits(session: Session) -> list[Breach]:
    """Every limit that is broken anywhere, after a merge: one a source or kind of goods, for a person to look at."""
    found = find_breaches(limit_facts(session))
    known = {one.key for one in found}
    found += _taken_back_twice(session)
    implied = {"spent_over_received": "over_received", "goods_over_received": "goods_below_zero"}
    return [one for one in found if (implied.get(one.code, ""), *one.where) not in known]


def _taken_back_twice(session: Session) -> Iterator[Breach]:
    """Lines that two laptops each took back by a line: the sums went down twice."""
    for table in (Contribution, Allocation, Payment, GoodsHandover, Delivery, SupplierPayment):
        columns: Any = table
        living = (columns.row_out.is_(False), columns.reverses_id.is_not(None))
        statement = select(columns.reverses_id, func.count()).where(*living).group_by(columns.reverses_id)
        for line, count in session.execute(statement.having(func.count() > 1)):
            case_id = session.scalar(select(columns.case_id).where(columns.id == line))
            values = {"used": str(count), "limit": "1", "line": str(line)[-6:]}
            code = "taken_back_twice_of_house" if case_id else "taken_back_twice"
            yield Breach(code, (str(line),), Decimal(count - 1), MappingProxyType(values), case_id)


# What they are compared with


def limit_facts(
    session: Session, source_ids: Collection[str] | None = None, case_ids: Collection[str] | None = None
) -> LimitFacts:
    """The facts about these sources and houses; about all of them when none are given."""
    ceilings = ceiling_rows(session)
    limits = _house_limits(session)
    by_house = bool(limits) or any(one.per_house is not None for one in ceilings)
    houses = house_sums(session, case_ids, overdrawn=case_ids is None and not by_house)
    sources = source_balances(session, None if limits else source_ids)
    totals = {one.source_id for one in ceilings if one.amount is not None and one.source_id}
    return LimitFacts(
        tuple(sources),
        tuple(ceilings),
        programme_sums(session, totals) if totals else {},
        tuple(houses),
        _never_set_aside(session, sources, houses),
        _programmes_of(session, {one.case_id for one in houses}) if by_house else {},
        limits,
        tuple(stock_lines(session)),
        house_goods(session, case_ids),
    )


def _never_set_aside(
    session: Session, sources: Sequence[SourceBalance], houses: Sequence[HouseSums]
) -> frozenset[tuple[str, str | None]]:
    """Houses paid, as 0.1 wrote it, from a source whose receipts nobody records and with nothing ever set aside."""
    untracked = {one.id for one in sources if not one.tracked}
    overdrawn = {
        (one.case_id, one.source_id) for one in houses if one.source_id in untracked and one.paid > one.allocated
    }
    lines: set[tuple[str, str | None]] = set()
    for ids in batches(sorted({case_id for case_id, _ in overdrawn})):
        living = (Allocation.case_id.in_(ids), Allocation.source_id.is_not(None), Allocation.row_out.is_(False))
        lines |= {
            (str(row[0]), row[1])
            for row in session.execute(select(Allocation.case_id, Allocation.source_id).where(*living))
        }
    return frozenset(overdrawn - lines)


def ceiling_rows(session: Session) -> list[CeilingRow]:
    """The ceilings of sources, in the order in which they were added."""
    rows = session.scalars(select(SourceCeiling).where(SourceCeiling.row_out.is_(False)).order_by(SourceCeiling.id))
    return [CeilingRow(one.id, one.source_id, one.programme_id, one.amount, one.per_house) for one in rows]


def _house_limits(session: Session) -> dict[str, int]:
    day = today().isoformat()
    found = {one.id: one.values(MAX_PER_HOUSE, day) for one in load_programmes(session).values()}
    return {programme: int(values[0]) for programme, values in found.items() if values and values[0].isdigit()}


def _programmes_of(session: Session, case_ids: Collection[str]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for ids in batches(sorted(case_ids)):
        rows = session.execute(select(SupportCase.id, SupportCase.programme_id).where(SupportCase.id.in_(ids)))
        found |= {row[0]: row[1] for row in rows}
    return found


# What a person is told


def breach_problems(session: Session, breaches: Sequence[Breach]) -> list[Problem]:
    """One sentence for each breach, houses by the name of their head."""
    heads = _heads(session, {one.case_id for one in breaches if one.case_id})
    found = []
    for one in breaches:
        names = {"names": heads.get(one.case_id, "")} if one.case_id else {}
        found.append(Problem("amount", one.code, {**one.values, **names}))
    return found


def _heads(session: Session, case_ids: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for ids in batches(sorted(case_ids)):
        rows = session.execute(
            select(SupportCase.id, Household.head_name)
            .join(Household, Household.id == SupportCase.household_id)
            .where(SupportCase.id.in_(ids))
        )
        found |= {row[0]: row[1] or "" for row in rows}
    return found


@dataclass(frozen=True)
class Books:
    """The sources and houses a change touches, with the limits that were broken before it."""

    session: Session
    source_ids: frozenset[str]
    case_ids: frozenset[str] | None
    before: Mapping[tuple[str, ...], Breach]

    @classmethod
    def opened(cls, session: Session, source_ids: Collection[str] = (), case_ids: Collection[str] | None = ()) -> Books:
        """Note what is broken already: a change may leave it, but not make it worse. None: it touches all houses."""
        found = find_breaches(limit_facts(session, source_ids, case_ids))
        houses = None if case_ids is None else frozenset(case_ids)
        return cls(session, frozenset(source_ids), houses, {one.key: one for one in found})

    def problems(self) -> list[Problem]:
        """What the lines written since then broke."""
        worse = []
        for one in find_breaches(limit_facts(self.session, self.source_ids, self.case_ids)):
            old = self.before.get(one.key)
            if old is None or one.excess > old.excess:
                worse.append(one)
        return breach_problems(self.session, worse)

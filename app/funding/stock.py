"""Counts goods and labour: the stock by item and unit, what each house has of it, labour days. Quantities are exact."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.funding.balances import group_of
from app.journal.store import batches
from models.funding import FundSource
from models.ledger import Allocation, Contribution, Delivery, GoodsHandover
from models.vocabulary import ContributionKind, SourceGroup


@dataclass(frozen=True)
class StockLine:
    """Goods of one name and unit. Goods given or delivered to a house by name never lie in the stock."""

    item: str
    unit: str
    received: Decimal = Decimal(0)
    allocated: Decimal = Decimal(0)
    handed_over: Decimal = Decimal(0)

    @property
    def left(self) -> Decimal:
        """What lies in the stock."""
        return self.received - self.handed_over

    @property
    def free(self) -> Decimal:
        """What may still be set aside."""
        return self.received - self.allocated


@dataclass(frozen=True)
class HouseWork:
    """Help at one house that is neither money, goods nor labour days: carrying, foundation work, advice by name."""

    kind: str
    item: str
    quantity: Decimal


def goods_key(item: str | None, unit: str | None) -> tuple[str, str]:
    """Under which goods are counted together: "Xi măng" in "Bao" is "xi măng" in "bao"."""
    return (item or "").casefold().strip(), (unit or "").casefold().strip()


def stock_lines(session: Session) -> list[StockLine]:
    """The stock by item and unit, in the order of the names."""
    lines: dict[tuple[str, str], StockLine] = {}
    goods = Contribution.kind == ContributionKind.GOODS.value
    for name, table, conditions in (
        ("received", Contribution, (goods, Contribution.case_id.is_(None))),
        ("received", Delivery, (Delivery.case_id.is_(None),)),
        ("allocated", Allocation, (Allocation.item.is_not(None),)),
        ("handed_over", GoodsHandover, ()),
    ):
        for item, unit, amount in _quantities(session, table, conditions):
            key = goods_key(item, unit)
            line = lines.get(key) or StockLine(item or "", unit or "")
            sums = {one: getattr(line, one) for one in ("received", "allocated", "handed_over")}
            sums[name] += amount
            lines[key] = StockLine(line.item, line.unit, **sums)
    return [lines[one] for one in sorted(lines)]


def house_goods(
    session: Session, case_ids: Collection[str] | None = None
) -> dict[tuple[str, str, str], tuple[Decimal, Decimal]]:
    """(case, item, unit) as counted together -> set aside and handed over of the stock."""
    found: dict[tuple[str, str, str], list[Decimal]] = {}
    for place, table in enumerate((Allocation, GoodsHandover)):
        columns: Any = table
        for ids in [None] if case_ids is None else batches(sorted(case_ids)):
            of_houses = () if ids is None else (columns.case_id.in_(ids),)
            conditions = (*of_houses, columns.item.is_not(None))
            for case_id, item, unit, amount in _quantities(session, table, conditions, columns.case_id):
                own = found.setdefault((case_id, *goods_key(item, unit)), [Decimal(0), Decimal(0)])
                own[place] += amount
    return {one: (own[0], own[1]) for one, own in found.items()}


def goods_of_house(session: Session, case_id: str) -> dict[tuple[str, str], tuple[Decimal, Decimal]]:
    """(item, unit) as they were written first -> set aside for one house and handed over to it of the stock."""
    counted = house_goods(session, [case_id])
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for table in (Allocation, GoodsHandover) if counted else ():
        columns: Any = table
        lines = select(columns.item, columns.unit).where(columns.case_id == case_id, columns.item.is_not(None))
        for item, unit in session.execute(lines.order_by(columns.id)):
            names.setdefault(goods_key(item, unit), (item or "", unit or ""))
    return {names[item, unit]: sums for (_, item, unit), sums in counted.items()}


def _quantities(session: Session, table: Any, conditions: tuple[Any, ...], *more: Any) -> Iterable[tuple[Any, ...]]:
    """Quantities summed exactly: equal texts are counted by the database, their sum is made here."""
    columns = (*more, table.item, table.unit, table.quantity)
    statement = select(*columns, func.count()).where(table.row_out.is_(False), *conditions).group_by(*columns)
    for *names, quantity, count in session.execute(statement):
        yield (*names, Decimal(quantity or 0) * count)


def labour_days(session: Session, case_id: str | None = None) -> dict[SourceGroup, Decimal]:
    """Labour days by group, people x days each; of one house to which they were given by name, or of all."""
    columns = (FundSource.kind, Contribution.people, Contribution.quantity)
    statement = (
        select(*columns, func.count())
        .join(FundSource, FundSource.id == Contribution.source_id, isouter=True)
        .where(Contribution.row_out.is_(False), Contribution.kind == ContributionKind.LABOUR.value)
        .group_by(*columns)
    )
    if case_id is not None:
        statement = statement.where(Contribution.case_id == case_id)
    found: dict[SourceGroup, Decimal] = {}
    for kind, people, each, count in session.execute(statement):
        group = group_of(kind)
        if group is not None:
            found[group] = found.get(group, Decimal(0)) + Decimal(people or 0) * Decimal(each or 0) * count
    return found


def work_of_house(session: Session, case_id: str) -> list[HouseWork]:
    """Transport, foundation work and advice given to a house by name, by kind; lines taken back are left out."""
    kinds = [one.value for one in (ContributionKind.TRANSPORT, ContributionKind.FOUNDATION, ContributionKind.ADVICE)]
    columns: Any = Contribution
    taken_back = select(columns.reverses_id).where(columns.row_out.is_(False), columns.reverses_id.is_not(None))
    lines = select(columns.kind, columns.item, columns.people, columns.quantity).where(
        columns.case_id == case_id,
        columns.kind.in_(kinds),
        columns.row_out.is_(False),
        columns.reverses_id.is_(None),
        columns.id.not_in(taken_back),
    )
    found: dict[tuple[str, str], Decimal] = {}
    for kind, item, people, each in session.execute(lines.order_by(columns.id)):
        key = (kind, item or "")
        found[key] = found.get(key, Decimal(0)) + Decimal(people or 1) * Decimal(each or 0)
    return [
        HouseWork(*key, quantity) for key, quantity in sorted(found.items(), key=lambda one: kinds.index(one[0][0]))
    ]

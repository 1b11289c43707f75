"""The ledger counted line by line from the journal, without the program's own sums: what others must agree with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from app.journal.operation import from_wire
from app.journal.store import OPERATIONS
from app.workspace import Workspace
from models.funding import FundSource, Payment
from models.ledger import Allocation, Contribution, GoodsHandover, SourceCeiling, SupplierPayment

TABLES: dict[str, Any] = {
    one.__tablename__: one for one in (Contribution, Allocation, Payment, SupplierPayment, GoodsHandover)
}
FIELDS = ("source_id", "case_id", "amount", "item", "unit", "quantity", "reverses_id")
Breaches = set[tuple[str, ...]]


@dataclass(frozen=True)
class Line:
    """A line of the ledger as somebody wrote it."""

    table: str
    source_id: str | None = None
    case_id: str | None = None
    amount: int | None = None
    item: str | None = None
    unit: str | None = None
    quantity: str | None = None
    reverses_id: str | None = None

    @property
    def is_money(self) -> bool:
        """Goods carry at most a converted value."""
        return self.item is None


Lines = dict[str, Line]


def shown_lines(workspace: Workspace) -> Lines:
    """Every line that the tables show."""
    found: Lines = {}
    with workspace.read() as session:
        for name, table in TABLES.items():
            columns = [getattr(table, field) for field in FIELDS if hasattr(table, field)]
            names = [field for field in FIELDS if hasattr(table, field)]
            for row_id, *values in session.execute(select(table.id, *columns).where(table.row_out.is_(False))):
                found[row_id] = Line(name, **dict(zip(names, values, strict=True)))
    return found


def written_lines(workspace: Workspace) -> Lines:
    """Every line that the journal's operations tell, replayed one by one."""
    found: Lines = {}
    with workspace.engine.connect() as connection:
        bodies = connection.execute(select(OPERATIONS.c.body).where(OPERATIONS.c.kind == "create")).scalars()
        for one in map(from_wire, bodies):
            table = TABLES.get(one.entity)
            if table is None:
                continue
            names = [field for field in FIELDS if hasattr(table, field)]
            values: Any = {field: one.parent if table.__parent__ == field else one.value(field) for field in names}
            found[one.row] = Line(one.entity, **values)
    return found


@dataclass(frozen=True)
class Counted:
    """Sums of lines. `source` and `house` by table and source (and house), `stock` and `goods` by table and goods."""

    source: Counter[tuple[str, str]]
    for_stock: Counter[str]
    house: Counter[tuple[str, str, str]]
    stock: dict[tuple[str, str, str], Decimal]
    goods: dict[tuple[str, str, str, str], Decimal]
    tracked: set[str]
    taken_back: Counter[str]
    taken_back_of: dict[str, tuple[str]]

    def paid(self, source: str) -> int:
        """To houses and to suppliers."""
        return self.source["payment", source] + self.source["supplier_payment", source]


def count(lines: Lines) -> Counted:
    """Add the lines up, one after the other."""
    found = Counted(Counter(), Counter(), Counter(), {}, {}, set(), Counter(), {})
    for one in lines.values():
        if one.reverses_id:
            found.taken_back[one.reverses_id] += 1
            found.taken_back_of[one.reverses_id] = ("taken_back_twice_of_house" if one.case_id else "taken_back_twice",)
        if not one.is_money:
            goods = ((one.item or "").casefold(), (one.unit or "").casefold())
            _add(found.stock, (one.table, *goods), one.quantity)
            _add(found.goods, (one.table, one.case_id or "", *goods), one.quantity)
            continue
        source, amount = one.source_id or "", one.amount or 0
        found.source[one.table, source] += amount
        if one.table == "contribution":
            found.tracked.add(source)
        elif one.case_id is None:
            found.for_stock[source] += amount
        else:
            found.house["paid" if one.table.endswith("payment") else "allocated", source, one.case_id] += amount
    return found


def _add(sums: dict[Any, Decimal], key: tuple[str, ...], quantity: str | None) -> None:
    sums[key] = sums.get(key, Decimal(0)) + Decimal(quantity or 0)


def broken(workspace: Workspace, found: Counted) -> Breaches:
    """Each limit that is broken: what it is called, where, and by how much; one that another one says is left out."""
    with workspace.read() as session:
        sources = {one.id: one.ceiling for one in session.scalars(select(FundSource))}
        columns = (SourceCeiling.id, SourceCeiling.source_id, SourceCeiling.amount, SourceCeiling.per_house)
        ceilings = [tuple(row) for row in session.execute(select(*columns).where(SourceCeiling.row_out.is_(False)))]
    every = [*_of_sources(found, sources), *_of_ceilings(found, ceilings), *_of_houses(found), *_of_goods(found)]
    every += [((*found.taken_back_of[line], line), times - 1) for line, times in found.taken_back.items()]
    over: dict[tuple[str, ...], Any] = {where: by for where, by in every if by > 0}
    implied = {"spent_over_received": "over_received", "goods_over_received": "goods_below_zero"}
    return {
        (*where, f"{Decimal(by).normalize():f}")
        for where, by in over.items()
        if (implied.get(where[0], ""), *where[1:]) not in over
    }


Found = Iterator[tuple[tuple[str, ...], Any]]


def _of_sources(found: Counted, ceilings: dict[str, int | None]) -> Found:
    for one, ceiling in ceilings.items():
        spoken_for = found.source["allocation", one] + found.for_stock[one]
        received = found.source["contribution", one]
        if one in found.tracked:
            yield ("over_received", one), spoken_for - received
            yield ("spent_over_received", one), found.paid(one) - received
        if ceiling is not None:
            yield ("over_ceiling", one), spoken_for - ceiling


def _of_ceilings(found: Counted, ceilings: list[tuple[Any, ...]]) -> Found:
    for ceiling, source, amount, per_house in ceilings:
        if amount is not None:
            yield ("over_programme_ceiling", ceiling), found.source["allocation", source] - amount
        for kind, of_source, case in list(found.house):
            if per_house is not None and kind == "allocated" and of_source == source:
                over = found.house[kind, source, case] - per_house
                yield ("over_house_ceiling", case, source, ceiling), over


def _of_houses(found: Counted) -> Found:
    for kind, source, case in list(found.house):
        if kind == "paid":
            paid = found.house["paid", source, case]
            yield ("paid_over_allocated", case, source), paid - found.house["allocated", source, case]
            yield ("paid_below_zero", case, source), -paid


def _of_goods(found: Counted) -> Found:
    nothing = Decimal(0)
    for item, unit in {key[1:] for key in found.stock}:
        received = found.stock.get(("contribution", item, unit), nothing)
        handed = found.stock.get(("goods_handover", item, unit), nothing)
        yield ("goods_over_received", item, unit), found.stock.get(("allocation", item, unit), nothing) - received
        yield ("goods_below_zero", item, unit), handed - received
    for case, item, unit in {key[1:] for key in found.goods if key[0] != "contribution"}:
        handed = found.goods.get(("goods_handover", case, item, unit), nothing)
        set_aside = found.goods.get(("allocation", case, item, unit), nothing)
        yield ("goods_over_allocated", case, item, unit), handed - set_aside

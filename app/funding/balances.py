"""The only place that sums money: of sources, of houses, of programmes, groups and months.

All amounts are whole đồng and summed by the database; rows that are out do not count. What was given in goods or labour
carries a converted value, which is never payable money; quantities are counted in `app.funding.stock`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Select, String, Subquery, case, func, literal, select, type_coerce, union_all
from sqlalchemy.orm import Session

from app.funding.sums import (
    MONEY_KINDS,
    Balances,
    BatchSums,
    DriveSums,
    HouseGifts,
    HouseSums,
    MoneySums,
    MonthFlow,
    SourceBalance,
    group_of,
)
from app.journal.store import batches
from app.support.queries import sources_apart
from models.funding import FundSource, Payment
from models.giving import Drive, Remittance
from models.ledger import Allocation, Contribution, Delivery, HouseholdLoan, SupplierPayment
from models.support import SupportCase
from models.vocabulary import SourceGroup, SourceKind

__all__ = [
    "MONEY_KINDS",
    "Balances",
    "BatchSums",
    "DriveSums",
    "HouseGifts",
    "HouseSums",
    "MoneySums",
    "MonthFlow",
    "SourceBalance",
    "aid_sums",
    "batch_sums",
    "contract_sums",
    "converted_sums",
    "drive_people",
    "drive_sums",
    "group_of",
    "house_gifts",
    "house_sums",
    "house_totals",
    "ledger_balances",
    "month_flows",
    "of_money",
    "programme_balances",
    "programme_sums",
    "source_balances",
]

_BARE_ID = 32  # an id without its dashes, as SQLite keeps it
_IN, _OUT, _UNKNOWN = range(3)  # the sums of a month, as `MonthFlow` has them


def of_money() -> Any:
    """The condition of a contribution that is money."""
    return Contribution.kind.in_([one.value for one in MONEY_KINDS])


# Sources


def source_balances(session: Session, source_ids: Collection[str] | None = None) -> list[SourceBalance]:
    """Sources with their sums, in the order in which they were added; all of them when no ids are given."""
    sums, tracked = _sums_by_source(session, source_ids)
    return _balances(session, source_ids, sums, tracked)


def _balances(
    session: Session, source_ids: Collection[str] | None, sums: dict[str | None, MoneySums], tracked: frozenset[str]
) -> list[SourceBalance]:
    rows = session.scalars(select(FundSource).where(FundSource.row_out.is_(False)).order_by(FundSource.id)).all()
    return [
        SourceBalance(
            one.id, one.stream, one.code or "", one.name or "", one.kind, one.ceiling, one.id in tracked,
            _with_unknown(sums.get(one.id, MoneySums()), tracked=one.id in tracked),
        )
        for one in rows
        if source_ids is None or one.id in source_ids
    ]  # fmt: skip


def _with_unknown(sums: MoneySums, *, tracked: bool) -> MoneySums:
    """A source without receipts has nothing in hand as far as anybody knows: what it paid came from somewhere."""
    spent = sums.paid + sums.remitted
    return sums if tracked else MoneySums(**{**vars(sums), "unknown": spent})


def _sums_by_source(
    session: Session, source_ids: Collection[str] | None
) -> tuple[dict[str | None, MoneySums], frozenset[str]]:
    """The sums of each source, None standing for lines that name none, and the sources whose receipts are recorded."""
    parts: dict[str | None, dict[str, int]] = defaultdict(dict)
    tracked: set[str] = set()
    wanted = [None] if source_ids is None else list(batches(sorted(source_ids)))
    for ids in wanted:
        for name, statement in _source_statements(ids):
            for source_id, amount in session.execute(statement):
                parts[source_id][name] = int(amount or 0)
                if name == "received" and source_id is not None:
                    tracked.add(source_id)
    return {one: MoneySums(**own) for one, own in parts.items()}, frozenset(tracked)


def _source_statements(ids: list[str] | None) -> Iterable[tuple[str, Select[Any]]]:
    supplied = SupplierPayment
    paid = _lines(
        select(Payment.source_id, Payment.amount).where(Payment.row_out.is_(False)),
        select(supplied.source_id, supplied.amount).where(supplied.row_out.is_(False)),
    )
    remitted = Remittance.drive_id == Drive.id
    yield (
        "received",
        _grouped(Contribution.source_id, Contribution.amount, ids, Contribution.row_out.is_(False), of_money()),
    )
    allocated = Allocation.source_id.is_not(None)
    yield "allocated", _grouped(Allocation.source_id, Allocation.amount, ids, Allocation.row_out.is_(False), allocated)
    yield "paid", _grouped(paid.c.source_id, paid.c.amount, ids)
    stock = supplied.case_id.is_(None)
    yield "for_stock", _grouped(supplied.source_id, supplied.amount, ids, supplied.row_out.is_(False), stock)
    yield "remitted", _grouped(Drive.source_id, Remittance.amount, ids, remitted, Remittance.row_out.is_(False))


def _lines(*statements: Any) -> Subquery:
    return union_all(*statements).subquery()


def _grouped(column: Any, amount: Any, ids: list[str] | None, *conditions: Any) -> Select[Any]:
    statement = select(column, func.sum(amount)).where(*conditions).group_by(column)
    return statement if ids is None else statement.where(column.in_(ids))


def ledger_balances(session: Session) -> Balances:
    """All sources, the three groups, loans and the total. Every total of the program comes from here."""
    by_source, tracked = _sums_by_source(session, None)
    sources = _balances(session, None, by_source, tracked)
    known = {one.id for one in sources}
    rest = MoneySums()
    for source_id, sums in by_source.items():
        if source_id not in known:
            rest += _with_unknown(sums, tracked=False)
    groups = {group: MoneySums() for group in SourceGroup}
    loans, total = MoneySums(), rest
    for one in sources:
        if one.group is None:
            loans += one.sums
        else:
            groups[one.group] += one.sums
            total += one.sums
    return Balances(tuple(sources), MappingProxyType(groups), loans, total, rest)


# Houses


def house_sums(
    session: Session, case_ids: Collection[str] | None = None, *, overdrawn: bool = False
) -> list[HouseSums]:
    """Set aside and paid for each house from each source; suppliers paid for a house count with it.

    `overdrawn`: only where more was paid than set aside, or less than nothing.
    """
    found: list[HouseSums] = []
    for ids in [None] if case_ids is None else batches(sorted(case_ids)):
        statement = _house_statement(ids)
        if overdrawn:
            allocated, paid = (func.sum(column) for column in statement.get_final_froms()[0].c[2:])
            statement = statement.having((paid > allocated) | (paid < 0))
        found += map(HouseSums._make, _with_ids(session.execute(statement)))
    return found


def _with_ids(rows: Iterable[Any]) -> Iterable[tuple[str, str | None, int, int]]:
    """The rows with their ids as the program knows them: read as text, they are made by slicing, not by parsing.

    A country's houses are read this way in a third of the time.
    """
    sources: dict[str | None, str | None] = {None: None}
    for case_id, source_id, allocated, paid in rows:
        if source_id not in sources:
            sources[source_id] = _dashed(source_id)
        yield _dashed(case_id), sources[source_id], allocated, paid


def _dashed(text: str) -> str:
    if len(text) != _BARE_ID:
        return text
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def house_totals(session: Session, case_ids: Collection[str]) -> dict[str, MoneySums]:
    """Set aside and paid as aid for each of these houses; its own money and loans stand apart."""
    found = dict.fromkeys(case_ids, MoneySums())
    for one in aid_sums(session, case_ids):
        found[one.case_id] += MoneySums(allocated=one.allocated, paid=one.paid)
    return found


def aid_sums(session: Session, case_ids: Collection[str] | None = None) -> list[HouseSums]:
    """`house_sums` of the sources that are aid: what is held against the approved amount."""
    apart = sources_apart(session)
    return [one for one in house_sums(session, case_ids) if one.source_id not in apart]


def _house_statement(ids: list[str] | None) -> Select[Any]:
    nothing = literal(0)
    parts: list[Any] = [
        select(Allocation.case_id, Allocation.source_id, Allocation.amount.label("allocated"), nothing.label("paid"))
        .where(Allocation.row_out.is_(False), Allocation.source_id.is_not(None)),
        select(Payment.case_id, Payment.source_id, nothing, Payment.amount).where(Payment.row_out.is_(False)),
        select(SupplierPayment.case_id, SupplierPayment.source_id, nothing, SupplierPayment.amount)
        .where(SupplierPayment.row_out.is_(False), SupplierPayment.case_id.is_not(None)),
    ]  # fmt: skip
    if ids is not None:
        tables: tuple[Any, ...] = (Allocation, Payment, SupplierPayment)
        parts = [part.where(table.case_id.in_(ids)) for part, table in zip(parts, tables, strict=True)]
    lines = _lines(*parts)
    sums = (func.coalesce(func.sum(lines.c.allocated), 0), func.coalesce(func.sum(lines.c.paid), 0))
    keys = (
        type_coerce(lines.c.case_id, String).label("case_id"),
        type_coerce(lines.c.source_id, String).label("source_id"),
    )
    return select(*keys, *sums).group_by(lines.c.case_id, lines.c.source_id)


def house_gifts(session: Session, case_id: str) -> HouseGifts:
    """What was given to one house by name, by group; its deliveries and its loans."""
    money: dict[SourceGroup, int] = defaultdict(int)
    value: dict[SourceGroup, int] = defaultdict(int)
    own = (Contribution.case_id == case_id, Contribution.row_out.is_(False))
    amounts = (
        select(FundSource.kind, of_money(), func.sum(Contribution.amount))
        .join(FundSource, FundSource.id == Contribution.source_id, isouter=True)
        .where(*own)
        .group_by(FundSource.kind, of_money())
    )
    for kind, is_money, amount in session.execute(amounts):
        group = group_of(kind)
        if group is not None:
            (money if is_money else value)[group] += int(amount or 0)
    to_house = select(func.sum(Delivery.amount)).where(Delivery.case_id == case_id, Delivery.row_out.is_(False))
    lent = select(func.sum(HouseholdLoan.amount)).where(
        HouseholdLoan.case_id == case_id, HouseholdLoan.row_out.is_(False)
    )
    return HouseGifts(
        MappingProxyType(money), MappingProxyType(value),
        int(session.scalar(to_house) or 0), int(session.scalar(lent) or 0),
    )  # fmt: skip


# Programmes, groups, months


def programme_balances(session: Session) -> dict[str | None, Mapping[SourceGroup | None, MoneySums]]:
    """What was set aside and paid for the houses of each programme, by group (None: loans and unknown sources)."""
    lines = _house_statement(None).subquery()
    statement = (
        select(SupportCase.programme_id, FundSource.kind, func.sum(lines.c[2]), func.sum(lines.c[3]))
        .join(SupportCase, SupportCase.id == lines.c.case_id, isouter=True)
        .join(FundSource, FundSource.id == lines.c.source_id, isouter=True)
        .group_by(SupportCase.programme_id, FundSource.kind)
    )
    found: dict[str | None, dict[SourceGroup | None, MoneySums]] = defaultdict(dict)
    for programme_id, kind, allocated, paid in session.execute(statement):
        group = group_of(kind) if kind else None
        own = found[programme_id]
        own[group] = own.get(group, MoneySums()) + MoneySums(allocated=int(allocated), paid=int(paid))
    return {one: MappingProxyType(own) for one, own in found.items()}


def programme_sums(session: Session, source_ids: Collection[str]) -> dict[tuple[str, str | None], int]:
    """What these sources set aside for the houses of each programme, by (source, programme), in đồng."""
    statement = (
        select(Allocation.source_id, SupportCase.programme_id, func.sum(Allocation.amount))
        .join(SupportCase, SupportCase.id == Allocation.case_id)
        .where(Allocation.row_out.is_(False), Allocation.source_id.in_(source_ids))
        .group_by(Allocation.source_id, SupportCase.programme_id)
    )
    return {(str(row[0]), row[1]): int(row[2] or 0) for row in session.execute(statement)}


def month_flows(session: Session, source_id: str | None = None) -> list[MonthFlow]:
    """In, out and balance ("Công khai thu, chi") of each month with a line, of one source or of all.

    Loans are left out of all. Lines without a day stand in a first month "". The last balance is what the sums of the
    same sources have left.
    """
    flows: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    receipts = select(Contribution.source_id).where(Contribution.row_out.is_(False), of_money()).distinct()
    tracked = set(session.scalars(receipts))
    for place, day, amount, table, conditions in _flow_parts():
        month = func.substr(func.coalesce(day, ""), 1, 7)
        of_source = FundSource.id == (Drive.source_id if table is Remittance else table.source_id)
        statement = select(month, FundSource.id, func.sum(amount)).select_from(table)
        if table is Remittance:
            statement = statement.join(Drive, Drive.id == Remittance.drive_id)
        statement = statement.join(FundSource, of_source, isouter=True).where(table.row_out.is_(False), *conditions)
        if source_id is not None:
            statement = statement.where(FundSource.id == source_id)
        else:
            statement = statement.where(func.coalesce(FundSource.kind, "") != SourceKind.BANK_LOAN.value)
        for found, source, total in session.execute(statement.group_by(month, FundSource.id)):
            flows[found][place] += int(total or 0)
            if place == _OUT and source not in tracked:
                flows[found][_UNKNOWN] += int(total or 0)
    lines, opening = [], 0
    for one in sorted(flows):
        lines.append(MonthFlow(one, opening, *flows[one]))
        opening = lines[-1].balance
    return lines


def _flow_parts() -> Iterable[tuple[int, Any, Any, Any, tuple[Any, ...]]]:
    yield _IN, Contribution.given_on, Contribution.amount, Contribution, (of_money(),)
    yield _OUT, Payment.paid_on, Payment.amount, Payment, ()
    yield _OUT, SupplierPayment.paid_on, SupplierPayment.amount, SupplierPayment, ()
    yield _OUT, Remittance.remitted_on, Remittance.amount, Remittance, ()


# Goods, labour and drives, as far as they are money


def converted_sums(session: Session) -> dict[SourceGroup, dict[str, int]]:
    """The converted value of goods, labour, transport and the like by group and kind, in đồng; never payable money."""
    statement = (
        select(FundSource.kind, Contribution.kind, func.sum(Contribution.amount))
        .join(FundSource, FundSource.id == Contribution.source_id, isouter=True)
        .where(Contribution.row_out.is_(False), ~of_money())
        .group_by(FundSource.kind, Contribution.kind)
    )
    found: dict[SourceGroup, dict[str, int]] = defaultdict(dict)
    for source_kind, kind, amount in session.execute(statement):
        group = group_of(source_kind)
        if group is not None:
            found[group][kind or ""] = found[group].get(kind or "", 0) + int(amount or 0)
    return dict(found)


def drive_people(session: Session, drive_id: str) -> dict[str | None, dict[str, int]]:
    """Collected in a drive by person (None: no person named) and kind of contribution; money and converted values."""
    statement = (
        select(Contribution.person_id, Contribution.kind, func.sum(Contribution.amount))
        .where(Contribution.drive_id == drive_id, Contribution.row_out.is_(False))
        .group_by(Contribution.person_id, Contribution.kind)
    )
    found: dict[str | None, dict[str, int]] = defaultdict(dict)
    for person_id, kind, amount in session.execute(statement):
        found[person_id][kind or ""] = int(amount or 0)
    return dict(found)


def drive_sums(session: Session, drive_id: str) -> DriveSums:
    """What a drive collected as money and what was sent on ("chuyển nộp")."""
    own = (Contribution.drive_id == drive_id, Contribution.row_out.is_(False), of_money())
    collected = session.scalar(select(func.sum(Contribution.amount)).where(*own))
    sent = (Remittance.drive_id == drive_id, Remittance.row_out.is_(False))
    remitted = session.scalar(select(func.sum(Remittance.amount)).where(*sent))
    return DriveSums(int(collected or 0), int(remitted or 0))


def contract_sums(session: Session) -> tuple[dict[str | None, int], dict[str | None, int]]:
    """Delivered by value and paid under each contract with a supplier, in đồng."""
    found = []
    for table in (Delivery, SupplierPayment):
        columns: Any = table
        sums = select(columns.contract_id, func.sum(columns.amount)).where(columns.row_out.is_(False))
        rows = session.execute(sums.group_by(columns.contract_id))
        found.append({row[0]: int(row[1] or 0) for row in rows})
    return found[0], found[1]


def batch_sums(session: Session) -> list[BatchSums]:
    """The payment days, newest first."""
    paid = case((Payment.reverses_id.is_(None), Payment.amount), else_=0)
    back = case((Payment.reverses_id.is_not(None), -Payment.amount), else_=0)
    first = case((Payment.reverses_id.is_(None), Payment.paid_on), else_=None)
    columns = (func.min(first), func.min(Payment.voucher), func.count(Payment.case_id.distinct()))
    statement = select(Payment.batch, *columns, func.sum(paid), func.sum(back))
    statement = statement.where(Payment.batch.is_not(None), Payment.row_out.is_(False)).group_by(Payment.batch)
    rows = session.execute(statement.order_by(func.min(first).desc(), Payment.batch.desc()))
    return [BatchSums(str(one[0]), one[1], one[2], int(one[3]), int(one[4] or 0), int(one[5] or 0)) for one in rows]

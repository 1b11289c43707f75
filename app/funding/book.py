"""The book of lines ("Sổ chi tiết"): every line of the ledger, whatever it is, found and shown in one order.

Money, goods and labour stand side by side; lines that are out are left out. Sums come from `balances`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, null, select, union_all
from sqlalchemy.orm import Session

from app.funding.balances import MONEY_KINDS
from app.journal.store import batches
from models.funding import FundSource, Payment
from models.giving import Donor, Drive, Remittance
from models.household import Household
from models.ledger import (
    Allocation,
    Contribution,
    Delivery,
    GoodsHandover,
    Supplier,
    SupplierPayment,
    SupplyContract,
)
from models.support import SupportCase
from models.vietnamese import fold


class LineKind(StrEnum):
    """The kinds of lines, by their tables."""

    CONTRIBUTION = "contribution"
    ALLOCATION = "allocation"
    PAYMENT = "payment"
    SUPPLIER_PAYMENT = "supplier_payment"
    REMITTANCE = "remittance"
    DELIVERY = "delivery"
    GOODS_HANDOVER = "goods_handover"


@dataclass(frozen=True)
class BookLine:
    """A line of the ledger. `amount` in đồng is money or the converted value of goods; a reversing line is negative.

    `sort` is the kind of a contribution or of a payment; `who` gave, sold or took it; `reversed` tells that a later
    line takes this one back.
    """

    id: str
    line: LineKind
    day: str | None
    source_id: str | None
    case_id: str | None
    amount: int | None
    sort: str | None
    item: str | None
    unit: str | None
    quantity: str | None
    people: int | None
    who: str | None
    voucher: str | None
    instalment: int | None
    batch: str | None
    relation: str | None
    note: str | None
    reason: str | None
    reverses_id: str | None
    contract_id: str | None
    source_name: str | None
    household_id: str | None
    head_name: str | None
    reversed: bool = False

    @property
    def key(self) -> str:
        """What the line is called in a list: its kind and its id."""
        return f"{self.line}:{self.id}"

    @property
    def is_money(self) -> bool:
        """Whether the amount is money, not the value of goods or labour."""
        if self.line is LineKind.CONTRIBUTION:
            return self.sort in MONEY_KINDS
        return self.line is not LineKind.DELIVERY and self.line is not LineKind.GOODS_HANDOVER

    @property
    def standing(self) -> bool:
        """Whether it may be taken back: neither taken back already nor a line that takes back."""
        return not self.reversed and self.reverses_id is None


@dataclass(frozen=True)
class BookFilter:
    """Which lines: of these kinds (none: of all), a source, a month (YYYY-MM), a contract, a batch, a house, words."""

    kinds: frozenset[LineKind] = frozenset()
    source_id: str | None = None
    month: str | None = None
    contract_id: str | None = None
    batch: str | None = None
    case_id: str | None = None
    text: str = ""


_TABLES: dict[LineKind, tuple[Any, dict[str, Any]]] = {
    LineKind.CONTRIBUTION: (
        Contribution,
        {"day": Contribution.given_on, "sort": Contribution.kind, "voucher": Contribution.receipt,
         "who": func.coalesce(Donor.name, Contribution.donor_name)},
    ),
    LineKind.ALLOCATION: (Allocation, {"day": Allocation.allocated_on}),
    LineKind.PAYMENT: (Payment, {"day": Payment.paid_on, "sort": Payment.kind, "who": Payment.payee}),
    LineKind.SUPPLIER_PAYMENT: (SupplierPayment, {"day": SupplierPayment.paid_on, "who": Supplier.name}),
    LineKind.REMITTANCE: (
        Remittance, {"day": Remittance.remitted_on, "source_id": Drive.source_id, "who": Remittance.fund}
    ),
    LineKind.DELIVERY: (Delivery, {"day": Delivery.delivered_on, "who": Supplier.name}),
    LineKind.GOODS_HANDOVER: (GoodsHandover, {"day": GoodsHandover.handed_on, "who": GoodsHandover.receiver}),
}  # fmt: skip
_COMPUTED = {"line", "reversed", "source_name", "household_id", "head_name"}
_OWN = [one.name for one in fields(BookLine) if one.name not in _COMPUTED]


def _column(kind: LineKind, name: str) -> Any:
    table, special = _TABLES[kind]
    return special[name] if name in special else getattr(table, name, null())


def _joined(statement: Select[Any], kind: LineKind) -> Select[Any]:
    """The rows beside a line that it is searched and shown by."""
    table = _TABLES[kind][0]
    if kind is LineKind.REMITTANCE:
        statement = statement.join(Drive, Drive.id == Remittance.drive_id, isouter=True)
    if kind in (LineKind.SUPPLIER_PAYMENT, LineKind.DELIVERY):
        statement = statement.join(SupplyContract, SupplyContract.id == table.contract_id, isouter=True)
        statement = statement.join(Supplier, Supplier.id == SupplyContract.supplier_id, isouter=True)
    if kind is LineKind.CONTRIBUTION:
        statement = statement.join(Donor, Donor.id == Contribution.donor_id, isouter=True)
    if hasattr(table, "case_id"):
        statement = statement.join(SupportCase, SupportCase.id == table.case_id, isouter=True)
        statement = statement.join(Household, Household.id == SupportCase.household_id, isouter=True)
    if hasattr(table, "source_id") or kind is LineKind.REMITTANCE:
        statement = statement.join(FundSource, FundSource.id == _column(kind, "source_id"), isouter=True)
    return statement


def book_keys(session: Session, wanted: BookFilter, *, newest_first: bool = True) -> list[str]:
    """The keys of the lines of a filter by day."""
    parts = []
    for kind in wanted.kinds or LineKind:
        table = _TABLES[kind][0]
        conditions = _conditions(kind, wanted)
        if conditions is not None:
            said = _said(kind) if wanted.text else literal("")
            columns = (
                literal(kind.value).label("kind"),
                _column(kind, "day").label("day"),
                table.id,
                said.label("said"),
            )
            statement = _joined(select(*columns).select_from(table), kind)
            parts.append(statement.where(table.row_out.is_(False), *conditions))
    if not parts:
        return []
    found = union_all(*parts).subquery()
    order = [found.c.day.desc(), found.c.id.desc()] if newest_first else [found.c.day, found.c.id]
    words = fold(wanted.text).split()
    rows = session.execute(select(found.c.kind, found.c.id, found.c.said).order_by(*order))
    # Names are compared without accents here: a database knows nothing of those.
    return [f"{row.kind}:{row.id}" for row in rows if not words or _holds(fold(row.said), words)]


def _holds(folded: str, words: Sequence[str]) -> bool:
    return all(word in folded for word in words)


def _said(kind: LineKind) -> Any:
    """All that a line is searched by: the house, who gave or took it, the source, goods, voucher, note, reason."""
    table = _TABLES[kind][0]
    places = [_column(kind, name) for name in ("who", "item", "voucher", "note", "reason")]
    if hasattr(table, "case_id"):
        places.append(Household.head_name)
    if hasattr(table, "source_id") or kind is LineKind.REMITTANCE:
        places.append(FundSource.name)
    said: Any = literal("")
    for one in places:
        said = said.concat(" ").concat(func.coalesce(one, ""))
    return said


def _conditions(kind: LineKind, wanted: BookFilter) -> list[ColumnElement[bool]] | None:
    """What a filter asks of the lines of a kind; None: no line of this kind can be meant."""
    table, special = _TABLES[kind]
    found: list[ColumnElement[bool]] = []
    for name in ("source_id", "contract_id", "batch", "case_id"):
        value = getattr(wanted, name)
        if value is not None and not hasattr(table, name) and name not in special:
            return None
        if value is not None:
            found.append(_column(kind, name) == value)
    if wanted.month is not None:
        found.append(func.substr(func.coalesce(_column(kind, "day"), ""), 1, 7) == wanted.month)
    return found


def book_total(session: Session) -> int:
    """How many lines there are."""
    counts = (select(func.count()).where(table.row_out.is_(False)) for table, _ in _TABLES.values())
    return sum(session.scalar(one) or 0 for one in counts)


def book_months(session: Session) -> list[str]:
    """The months (YYYY-MM) in which there are lines, newest first."""
    found: set[str] = set()
    for kind, (table, _) in _TABLES.items():
        month = func.substr(_column(kind, "day"), 1, 7)
        found.update(one for one in session.scalars(select(month).where(table.row_out.is_(False)).distinct()) if one)
    return sorted(found, reverse=True)


def book_lines(session: Session, keys: Sequence[str]) -> list[BookLine]:
    """The lines of these keys, in the order given; those gone meanwhile are left out."""
    wanted: dict[LineKind, list[str]] = {}
    for key in keys:
        kind, _, line_id = key.partition(":")
        wanted.setdefault(LineKind(kind), []).append(line_id)
    found = {line.key: line for kind, ids in wanted.items() for line in _read(session, kind, ids)}
    return [found[key] for key in keys if key in found]


def _read(session: Session, kind: LineKind, ids: Collection[str]) -> Iterator[BookLine]:
    table = _TABLES[kind][0]
    own = [_column(kind, name).label(name) for name in _OWN]
    has_source = hasattr(table, "source_id") or kind is LineKind.REMITTANCE
    beside: list[Any] = [FundSource.name if has_source else null()]
    beside += [Household.id, Household.head_name] if hasattr(table, "case_id") else [null(), null()]
    for batch in batches(list(ids)):
        statement = _joined(select(*own, *beside).select_from(table), kind)
        later = select(table.reverses_id).where(table.reverses_id.in_(batch), table.row_out.is_(False))
        taken_back = set(session.scalars(later))
        for *values, source, household, head in session.execute(
            statement.where(table.id.in_(batch), table.row_out.is_(False))
        ):
            said = dict(zip(_OWN, values, strict=True))
            yield BookLine(
                line=kind, source_name=source, household_id=household, head_name=head,
                reversed=said["id"] in taken_back, **said,
            )  # fmt: skip

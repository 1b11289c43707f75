"""Sources, lines by their ids, suppliers and contracts, as frozen rows. What later rooms may take from this one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, cast, func, select
from sqlalchemy.orm import Session

from app.funding.balances import (
    MONEY_KINDS,
    Balances,
    MoneySums,
    SourceBalance,
    aid_sums,
    contract_sums,
    converted_sums,
    drive_people,
    drive_sums,
    group_of,
    house_gifts,
    house_sums,
    ledger_balances,
    month_flows,
    programme_balances,
    source_balances,
)
from app.funding.instalments import instalments_of
from app.funding.limits import Books, Breach, CeilingRow, breach_problems, broken_limits, ceiling_rows
from app.funding.stock import StockLine, house_goods, labour_days, stock_lines
from app.journal.store import OPERATIONS, batches
from app.problems import refuse
from app.support.queries import CaseFacts, PaymentRow, case_facts
from models.base import Recorded
from models.funding import FundSource, Payment
from models.giving import Remittance
from models.ledger import (
    Allocation,
    Contribution,
    Delivery,
    GoodsHandover,
    HouseholdLoan,
    Supplier,
    SupplierPayment,
    SupplyContract,
)

__all__ = [
    "MONEY_KINDS",
    "Balances",
    "Books",
    "Breach",
    "CeilingRow",
    "MoneySums",
    "SourceBalance",
    "StockLine",
    "aid_sums",
    "breach_problems",
    "broken_limits",
    "ceiling_rows",
    "contracts",
    "converted_sums",
    "drive_people",
    "drive_sums",
    "find_line",
    "find_payment",
    "group_of",
    "house_gifts",
    "house_goods",
    "house_sums",
    "instalments_of",
    "is_standing",
    "labour_days",
    "ledger_balances",
    "loans_of",
    "month_flows",
    "programme_balances",
    "receipts_of",
    "repeated_receipts",
    "source_balances",
    "source_codes",
    "source_for",
    "sources",
    "stock_lines",
    "suppliers",
    "used_receipts",
]

#: The tables of lines, each corrected by a line of its own.
LINES: tuple[type[Recorded], ...] = (
    Payment, Allocation, Contribution, GoodsHandover, Delivery, SupplierPayment, Remittance,
)  # fmt: skip
_ENDING = 6


@dataclass(frozen=True)
class SourceRow:
    """A source of money; the ceiling in đồng."""

    id: str
    stream: str
    code: str
    name: str
    kind: str | None
    ceiling: int | None
    note: str | None


def sources(session: Session) -> list[SourceRow]:
    """All sources known here, in the order in which they were added."""
    rows = session.scalars(select(FundSource).where(FundSource.row_out.is_(False)).order_by(FundSource.id))
    return [
        SourceRow(one.id, one.stream, one.code or "", one.name or "", one.kind, one.ceiling, one.note) for one in rows
    ]


def source_for(session: Session, code: str, stream: str) -> SourceRow:
    """The source of this code that a row of the stream may name: of the same stream, else of an office above.

    Raises `Refused` when there is none.
    """
    named = [one for one in sources(session) if one.code == code]
    fitting = [one for one in named if one.stream == stream] or [one for one in named if "/" in one.stream]
    if not fitting:
        raise refuse("source", "source_unknown", text=code)
    return fitting[0]


def source_codes(session: Session, ids: Iterable[str | None]) -> dict[str, str]:
    """The codes of sources by id, those included that are out."""
    wanted = [one for one in ids if one]
    rows = session.execute(select(FundSource.id, FundSource.code).where(FundSource.id.in_(wanted)))
    return {row.id: row.code or "" for row in rows}


def find_line(session: Session, text: str) -> Any:
    """The line of any kind whose id ends in this text (6 characters or more). Raises `Refused` when none or several."""
    bare = text.strip().lower().replace("-", "")
    found: list[Any] = []
    for table in LINES if len(bare) >= _ENDING else ():
        columns: Any = table
        written = func.replace(cast(columns.id, String), "-", "")
        ending = written.endswith(bare, autoescape=True)
        found += session.scalars(select(columns).where(ending, columns.row_out.is_(False)).limit(2)).all()
    if len(found) != 1:
        raise refuse("line", "line_unknown", text=text)
    return found[0]


def is_standing(session: Session, line: Any) -> bool:
    """Whether a line takes none back and was not taken back itself."""
    table = type(line)
    taken_back = select(table.id).where(table.reverses_id == line.id, table.row_out.is_(False)).limit(1)
    return line.reverses_id is None and session.scalar(taken_back) is None


def payments_among(session: Session, ids: Iterable[str]) -> list[str]:
    """Those of these ids that are lines of payment, the oldest first: what `fund reverse` takes."""
    return list(session.scalars(select(Payment.id).where(Payment.id.in_(list(ids))).order_by(Payment.id)))


def find_payment(session: Session, text: str) -> tuple[PaymentRow, CaseFacts]:
    """The payment whose id ends in this text, with its case. Raises `Refused` when none or several do."""
    line = find_line(session, text)
    case_id = str(line.case_id) if isinstance(line, Payment) else ""
    facts = case_facts(session, [case_id]).get(case_id) if case_id else None
    if facts is None:
        raise refuse("", "payment_unknown", text=text)
    return next(one for one in facts.payments if one.id == line.id), facts


def used_receipts(session: Session, stream: str, year: int, series: str | None) -> list[int | None]:
    """Every number a laptop's register of receipts ever gave in a year, rows that are out included."""
    own = Contribution.receipt_series.is_(None) if series is None else Contribution.receipt_series == series
    found = select(Contribution.receipt_number).where(
        Contribution.stream == stream, Contribution.receipt_year == year, own
    )
    return list(session.scalars(found))


def repeated_receipts(session: Session) -> list[tuple[str, tuple[str, ...]]]:
    """The receipts of an office that stand on two lines or more of a year, with the lines: a merge brought them.

    One that was typed may cover several lines; it counts where two laptops wrote it.
    """
    year = func.coalesce(Contribution.receipt_year, func.substr(Contribution.given_on, 1, 4))
    living = (Contribution.row_out.is_(False), Contribution.receipt.is_not(None))
    columns = (Contribution.stream, Contribution.receipt, year)
    repeated = select(Contribution.receipt).where(*living).group_by(*columns).having(func.count() > 1)
    lines = select(Contribution, year).where(*living, Contribution.receipt.in_(repeated)).order_by(Contribution.id)
    taken_back = set(session.scalars(select(Contribution.reverses_id).where(Contribution.row_out.is_(False))))
    by_receipt: dict[tuple[str, str, str], list[Contribution]] = {}
    for one, of_year in session.execute(lines):
        if one.id not in taken_back:
            by_receipt.setdefault((one.stream, one.receipt or "", str(of_year)), []).append(one)
    found = [(receipt, rows) for (_, receipt, _), rows in by_receipt.items() if len(rows) > 1]
    laptops = _laptops(session, [one.id for _, rows in found for one in rows])
    return [
        (receipt, tuple(one.id for one in rows))
        for receipt, rows in found
        if sum(one.receipt_number is not None for one in rows) > 1 or len({laptops.get(one.id) for one in rows}) > 1
    ]


def _laptops(session: Session, ids: Iterable[str]) -> dict[str, str]:
    """The laptop on which each of these rows was made."""
    found: dict[str, str] = {}
    for some in batches(ids):
        made = (OPERATIONS.c.row_id.in_(some), OPERATIONS.c.kind == "create")
        found |= {
            row.row_id: row.device
            for row in session.execute(select(OPERATIONS.c.row_id, OPERATIONS.c.device).where(*made))
        }
    return found


def receipts_of(session: Session, ids: Collection[str]) -> list[str]:
    """The receipts of these contributions, in the order in which they were given."""
    own = (Contribution.id.in_(ids), Contribution.receipt.is_not(None))
    return [one for one in session.scalars(select(Contribution.receipt).where(*own).order_by(Contribution.id)) if one]


@dataclass(frozen=True)
class SupplierRow:
    """Who sells or carries materials."""

    id: str
    version: int
    name: str
    address: str | None
    phone: str | None
    tax_code: str | None
    bank_account: str | None
    note: str | None


def suppliers(session: Session) -> list[SupplierRow]:
    """All suppliers, in the order in which they were added."""
    rows = session.scalars(select(Supplier).where(Supplier.row_out.is_(False)).order_by(Supplier.id))
    return [
        SupplierRow(
            one.id, one.version, one.name or "", one.address, one.phone, one.tax_code, one.bank_account, one.note
        )
        for one in rows
    ]


@dataclass(frozen=True)
class ContractRow:
    """A contract with a supplier, what was delivered under it by value and what was paid, in đồng."""

    id: str
    version: int
    supplier_id: str
    number: str
    signed_on: str | None
    subject: str | None
    amount: int | None
    delivered: int
    paid: int
    note: str | None


def contracts(session: Session, contract_id: str | None = None) -> list[ContractRow]:
    """All contracts, or one, in the order in which they were added."""
    statement = select(SupplyContract).where(SupplyContract.row_out.is_(False)).order_by(SupplyContract.id)
    if contract_id is not None:
        statement = statement.where(SupplyContract.id == contract_id)
    delivered, paid = contract_sums(session)
    return [
        ContractRow(
            one.id, one.version, one.supplier_id or "", one.number or "", one.signed_on, one.subject, one.amount,
            delivered.get(one.id, 0), paid.get(one.id, 0), one.note,
        )
        for one in session.scalars(statement)
    ]  # fmt: skip


@dataclass(frozen=True)
class LoanRow:
    """A policy-bank loan of a household, in đồng; term in months."""

    id: str
    version: int
    case_id: str
    bank: str
    contract: str | None
    lent_on: str | None
    amount: int
    months: int | None
    note: str | None


def loans_of(session: Session, case_id: str) -> list[LoanRow]:
    """The loans of one house, in the order in which they were added."""
    own = (HouseholdLoan.case_id == case_id, HouseholdLoan.row_out.is_(False))
    return [
        LoanRow(
            one.id,
            one.version,
            case_id,
            one.bank or "",
            one.contract,
            one.lent_on,
            one.amount or 0,
            one.months,
            one.note,
        )
        for one in session.scalars(select(HouseholdLoan).where(*own).order_by(HouseholdLoan.id))
    ]

"""The keys of a worklist: cases that wait for one step, by name or by what their list shows, and their sum.

A case is known by its id; a household without any case by its own, where the worklist wants those too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.households import search
from models.area import Area
from models.search import CaseEntry, HouseholdEntry


@dataclass(frozen=True)
class CaseFilter:
    """Cases in one of these statuses; `caseless` adds the households that have no case yet.

    `decided` keeps those whose decision counts (True) or those that have none (False), `unpaid` those that were not
    paid all that was approved. No `village_ids` are all villages.
    """

    statuses: frozenset[str]
    programme_id: str | None = None
    text: str = ""
    village_ids: frozenset[str] = frozenset()
    caseless: bool = False
    decided: bool | None = None
    unpaid: bool = False


@dataclass(frozen=True)
class CaseOrder:
    """How a worklist is sorted: by `name`, `village`, `category`, `work_type`, `status` `difference` (approved
    less paid) or a sum of `CaseTotals`.
    """

    key: str = "name"
    descending: bool = False


@dataclass(frozen=True)
class CaseTotals:
    """How many there are without search and village, and the amounts of those found, in đồng."""

    all: int
    requested: int
    approved: int
    paid: int


def case_keys(
    session: Session, wanted: CaseFilter, order: CaseOrder | None = None, limit: int | None = None
) -> list[str]:
    """The ids of the cases (or caseless households) of a worklist, in order."""
    order = order or CaseOrder()
    query = _joined(select(func.coalesce(CaseEntry.case_id, HouseholdEntry.household_id)), wanted)
    query = query.where(*_narrowing(wanted))
    column = _COLUMNS[order.key]
    if order.key == "village":
        query = query.outerjoin(Area, Area.id == HouseholdEntry.village_id)
    by = column.desc() if order.descending else column.asc()
    query = query.order_by(by, HouseholdEntry.rowid, CaseEntry.case_id).limit(limit)
    return [str(one) for one in session.scalars(query)]


def case_totals(session: Session, wanted: CaseFilter) -> CaseTotals:
    """The total line of a worklist."""
    sums: list[Any] = [func.sum(one) for one in (CaseEntry.requested, CaseEntry.approved, CaseEntry.paid)]
    requested, approved, paid = session.execute(_joined(select(*sums), wanted).where(*_narrowing(wanted))).one()
    everything = session.scalar(_joined(select(func.count()), wanted))
    return CaseTotals(everything or 0, requested or 0, approved or 0, paid or 0)


_COLUMNS: dict[str, Any] = {
    "name": HouseholdEntry.rowid,
    "village": Area.name,
    "category": HouseholdEntry.category,
    "work_type": CaseEntry.work_type,
    "status": CaseEntry.status,
    "requested": CaseEntry.requested,
    "approved": CaseEntry.approved,
    "paid": CaseEntry.paid,
    "difference": CaseEntry.approved - func.coalesce(CaseEntry.paid, 0),
}


def _joined(query: Select[Any], wanted: CaseFilter) -> Select[Any]:
    """Households with the cases of the worklist."""
    here: ColumnElement[bool] = CaseEntry.status.in_(wanted.statuses)
    if wanted.programme_id is not None:
        here = and_(here, CaseEntry.programme_id == wanted.programme_id)
    if wanted.decided is not None:
        here = and_(here, CaseEntry.approved.is_not(None) if wanted.decided else CaseEntry.approved.is_(None))
    if wanted.unpaid:
        here = and_(here, func.coalesce(CaseEntry.paid, 0) < CaseEntry.approved)
    together = CaseEntry.household_rowid == HouseholdEntry.rowid
    query = query.select_from(HouseholdEntry).join(CaseEntry, together, isouter=wanted.caseless)
    return query.where(or_(here, CaseEntry.case_id.is_(None)) if wanted.caseless else here)


def _narrowing(wanted: CaseFilter) -> list[ColumnElement[bool]]:
    found = search.has_words(wanted.text)
    return [*found, HouseholdEntry.village_id.in_(wanted.village_ids)] if wanted.village_ids else found

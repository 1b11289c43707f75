"""Months whose books were closed, and what a change dates into one of them. Beneath the rooms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, func, select

from app.journal.store import batches
from models.everything import METADATA
from models.month import MonthClose

#: The tables whose lines belong to a month, with the day they belong to it by.
DAYS: Mapping[str, str] = {
    "contribution": "given_on",
    "allocation": "allocated_on",
    "payment": "paid_on",
    "supplier_payment": "paid_on",
    "remittance": "remitted_on",
    "delivery": "delivered_on",
    "goods_handover": "handed_on",
    "stage_record": "done_on",
    "acceptance": "accepted_on",
    "handover": "handed_over_on",
}


def closed_months(connection: Connection) -> dict[str, str]:
    """The closed months (YYYY-MM), each with the day it was closed (ISO)."""
    query = select(MonthClose.month, MonthClose.closed_on)
    rows = connection.execute(query.where(MonthClose.closed_on.is_not(None), MonthClose.row_out.is_(False)))
    return {str(month): str(day) for month, day in rows if month}


def entered_late(connection: Connection, changed: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The closed months into which a change dated lines (table: ids of its new rows), with the day of closing."""
    concerned = {table: sorted(ids) for table, ids in changed.items() if table in DAYS}
    closed = closed_months(connection) if any(concerned.values()) else {}
    if not closed:
        return {}
    found: set[str] = set()
    for name, ids in concerned.items():
        table = METADATA.tables[name]
        month = func.substr(table.c[DAYS[name]], 1, 7)
        for batch in batches(ids):
            found.update(connection.execute(select(month).where(table.c.id.in_(batch)).distinct()).scalars())
    return {month: closed[month] for month in sorted(found & closed.keys())}

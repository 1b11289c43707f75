"""The history of the whole office: every change, who made it on which laptop, and which households it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, or_, select
from sqlalchemy.orm import Session

from app.households.queries import HouseholdFilter, first_page
from app.journal.above import households_above
from app.journal.operation import from_wire
from app.journal.store import HEADS, OPERATIONS, batches
from app.wording.actions import ACTIONS
from models.household import Household
from models.office import Device, Office
from models.vietnamese import fold

#: Rows of one change that are looked through for its households: an import names its first ones.
LOOKED_AT = 60
SEARCHED = 200


@dataclass(frozen=True)
class ChangeRow:
    """A change: when (UTC), by whom, on which laptop of which office, which action, how many rows it wrote.

    `heads` are the households it is about, `household` the only one; `more` whether there may be others.
    """

    change: str
    at: dt.datetime
    by: str
    office: str
    device: str
    action: str
    rows: int
    heads: tuple[str, ...] = ()
    household: str | None = None
    more: bool = False


def find_changes(session: Session, text: str = "", limit: int | None = None) -> list[str]:
    """The ids of the changes, newest first. `text` is words of an action or of a household, without accents too."""
    column = OPERATIONS.c.change
    # The id of a change is a UUIDv7: its order is that of time, and the index gives the first ones at once.
    query = select(column).distinct().order_by(column.desc()).limit(limit)
    return list(session.scalars(query.where(or_(*_conditions(session, text))) if text.strip() else query))


def count_changes(session: Session) -> int:
    """How many changes there are."""
    return session.scalar(select(func.count(OPERATIONS.c.change.distinct()))) or 0


def _conditions(session: Session, text: str) -> list[ColumnElement[bool]]:
    wanted = fold(text)
    actions = [code for code, name in ACTIONS.items() if wanted in fold(name)]
    level = [one.id for one in first_page(session, HouseholdFilter(text=text), SEARCHED)]
    rows = list(level)
    while level:
        level = [row for batch in batches(level) for row in _below(session.connection(), batch)]
        rows += level
    return [OPERATIONS.c.action.in_(actions), *(OPERATIONS.c.row_id.in_(batch) for batch in batches(rows))]


def _below(connection: Connection, rows: Sequence[str]) -> Iterable[str]:
    return connection.execute(select(HEADS.c.row_id).where(HEADS.c.parent_id.in_(rows))).scalars()


def change_rows(session: Session, changes: Sequence[str]) -> list[ChangeRow]:
    """The rows of these changes, in their order."""
    connection = session.connection()
    totals = _totals(connection, changes)
    bodies = _bodies(connection, [one for _, one in totals.values()])
    looked_at = {change: _rows_of(connection, change) for change in totals}
    above = households_above(connection, {row for rows in looked_at.values() for row in rows})
    heads = _pairs(connection, Household.id, Household.head_name, set(above.values()))
    offices = _pairs(connection, Office.code, Office.name, None)
    devices = _pairs(connection, Device.device, Device.name, None)
    found = []
    for change in changes:
        if change not in totals:
            continue
        count, one = totals[change]
        operation = from_wire(bodies[one])
        about = list(dict.fromkeys(above[row] for row in looked_at[change] if row in above))
        more = count > len(looked_at[change])
        found.append(
            ChangeRow(
                change,
                dt.datetime.fromtimestamp(operation.time[0] / 1000, dt.UTC),
                operation.user[1],
                offices.get(operation.office, operation.office),
                devices.get(operation.device) or operation.device[:6],
                operation.action,
                count,
                tuple(heads.get(household, "") for household in about),
                about[0] if len(about) == 1 and not more else None,
                more,
            )
        )
    return found


def _totals(connection: Connection, changes: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Of each change how many rows it wrote, and one of its operations."""
    columns = OPERATIONS.c
    found: dict[str, tuple[int, str]] = {}
    for batch in batches(changes):
        query = select(columns.change, func.count(columns.row_id.distinct()), func.min(columns.id))
        rows = connection.execute(query.where(columns.change.in_(batch)).group_by(columns.change))
        found |= {row[0]: (row[1], row[2]) for row in rows}
    return found


def _bodies(connection: Connection, operations: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for batch in batches(operations):
        rows = connection.execute(select(OPERATIONS.c.id, OPERATIONS.c.body).where(OPERATIONS.c.id.in_(batch)))
        found |= {row.id: row.body for row in rows}
    return found


def _rows_of(connection: Connection, change: str) -> list[str]:
    query = select(OPERATIONS.c.row_id).where(OPERATIONS.c.change == change).limit(LOOKED_AT)
    return list(dict.fromkeys(connection.execute(query).scalars()))


def _pairs(connection: Connection, key: object, name: object, wanted: set[str] | None) -> Mapping[str, str]:
    found: dict[str, str] = {}
    query = select(key, name)  # type: ignore[call-overload]
    if wanted is None:
        return {row[0]: row[1] or "" for row in connection.execute(query)}
    for batch in batches(sorted(wanted)):
        found |= {row[0]: row[1] or "" for row in connection.execute(query.where(key.in_(batch)))}  # type: ignore[attr-defined]
    return found

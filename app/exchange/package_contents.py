"""What a package that was received brought, as people look at it: households with the items that changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.orm import Session

from app.exchange.package_trace import KEY, Trace
from app.journal.above import households_above
from app.journal.arrival import WAITING
from app.journal.operation import Operation, from_wire
from app.journal.store import OPERATIONS, batches
from app.wording import packages as words
from app.wording.fields import entity_label, field_label
from models.household import Household

MOST_HOMES, _MOST_ITEMS = 200, 6


@dataclass(frozen=True)
class PackageHome:
    """A household a package concerns: whether it began with it, and in words what came."""

    id: str
    name: str
    new: bool
    items: str


@dataclass(frozen=True)
class PackageContents:
    """`rows` counts the records a package concerns by kind; `more` are the households beyond those listed.

    `waiting`: how many of its operations wait for what went before them.
    """

    rows: dict[str, int]
    homes: tuple[PackageHome, ...] = ()
    more: int = 0
    waiting: int = 0


def package_contents(session: Session, report: Mapping[str, Any]) -> PackageContents:
    """What the package with this report in its note brought; nothing for one that was taken back or left no trace."""
    if KEY not in report:
        return PackageContents({})
    connection = session.connection()
    ids = Trace(**report[KEY]).brought(connection)
    brought = _operations(connection, ids, OPERATIONS)
    waiting = len(_operations(connection, ids, WAITING))
    rows = {one.row: one.entity for one in brought}
    homes: dict[str, list[Operation]] = defaultdict(list)
    above = households_above(connection, rows)
    for one in brought:
        if one.row in above:
            homes[above[one.row]].append(one)
    named = sorted(_names(connection, homes).items(), key=lambda pair: pair[1])
    shown = tuple(_home(row, name, homes[row]) for row, name in named[:MOST_HOMES])
    return PackageContents(dict(Counter(rows.values())), shown, max(0, len(named) - MOST_HOMES), waiting)


def _operations(connection: Connection, ids: set[str], table: Table) -> list[Operation]:
    found = []
    for batch in batches(sorted(ids)):
        bodies = connection.execute(select(table.c.body).where(table.c.id.in_(batch))).scalars()
        found += [from_wire(body) for body in bodies]
    return found


def _names(connection: Connection, homes: Mapping[str, object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for batch in batches(sorted(homes)):
        rows = connection.execute(select(Household.id, Household.head_name).where(Household.id.in_(batch)))
        found |= {row.id: row.head_name or "" for row in rows}
    return found


def _home(row: str, name: str, operations: list[Operation]) -> PackageHome:
    new = any(one.kind == "create" and one.row == row for one in operations)
    items: dict[str, None] = {}
    for one in sorted(operations, key=lambda one: one.order):
        items.update(dict.fromkeys(_items(one, row)))
    texts = list(items)
    if len(texts) > _MOST_ITEMS:
        texts = [*texts[:_MOST_ITEMS], words.MORE_ITEMS.format(count=len(texts) - _MOST_ITEMS)]
    return PackageHome(row, name, new, ", ".join(texts))


def _items(one: Operation, home: str) -> list[str]:
    """What an operation says of a household, in words."""
    if one.proposal == one.row:
        return [words.PROPOSED_ROW.format(entity=entity_label(one.entity).lower())]
    if one.kind == "create":
        return [] if one.row == home else [entity_label(one.entity).lower()]
    labels = [field_label(one.entity, field).lower() for field in sorted(one.digests)]
    if one.kind == "propose":
        return [words.PROPOSED_ITEM.format(item=label) for label in labels]
    return labels if one.row == home else [entity_label(one.entity).lower()]

"""Takes operations out of the journal again, as if they had never come: a package that was received by mistake.

Only what nothing was built upon may go; `app.exchange.package_undo` asks that first. Indexes and tables stand
afterwards as a rebuild would make them, but only the rows that are touched are folded.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, Table, delete, insert, select

from app.journal.above import HOUSEHOLD, households_above
from app.journal.arrival import WAITING
from app.journal.canonical import canonical_text
from app.journal.folding import WAITING as WAITING_REFERENCES
from app.journal.folding import RowChanges, fold_rows
from app.journal.joined import JOINED, joined_with
from app.journal.operation import KINDS, Operation, from_wire
from app.journal.rebuilding import refold_inherited
from app.journal.store import EARLY, HEADS, OPERATIONS, TIPS, Store, batches, entities, table_of, upsert
from models.everything import METADATA

ROWS_AT_ONCE = 500


def take_out(connection: Connection, gone: Iterable[str], again: Iterable[str] = ()) -> RowChanges:
    """Take out the operations `gone`, be they applied or waiting; those of `again` wait once more for what went.

    Returns the rows that changed, those that are not there any more among them. What came with the program and had only
    been changed is to be put back by the caller (`app.bundled`).
    """
    gone, again = set(gone), set(again)
    taken = _operations(connection, gone | again)
    rows = {one.row for one in taken}
    homes = set(households_above(connection, rows).values())
    kinds = _kinds(connection, rows)
    above = _above(connection, rows)
    _unwrite(connection, taken, again)
    _find_ends(connection, {(one.device, one.stream) for one in taken})
    _forget_early(connection, taken)
    ordered = sorted(rows)
    for start in range(0, len(rows), ROWS_AT_ONCE):
        _index(connection, ordered[start : start + ROWS_AT_ONCE])
    vanished = _vanished(connection, kinds)
    others = rows_naming(connection, vanished) | (joined_with(connection, vanished) - vanished.keys())
    _remove(connection, vanished)
    store = Store(connection)
    changes = fold_rows(store, (rows | others | above | _above(connection, rows | others)) - vanished.keys())
    refold_inherited(store)
    for row, entity in vanished.items():
        if entity in entities():
            changes.changed[table_of(entity).name].add(row)
    changes.changed[HOUSEHOLD].update(homes)
    return changes


def _operations(connection: Connection, ids: set[str]) -> list[Operation]:
    found = []
    for batch in batches(sorted(ids)):
        for table in (OPERATIONS, WAITING):
            bodies = connection.execute(select(table.c.body).where(table.c.id.in_(batch))).scalars()
            found += [from_wire(body) for body in bodies]
    return found


def _kinds(connection: Connection, rows: set[str]) -> dict[str, str]:
    """What kind of record rows are, of those that have begun."""
    found: dict[str, str] = {}
    for batch in batches(sorted(rows)):
        heads = connection.execute(select(HEADS.c.row_id, HEADS.c.entity).where(HEADS.c.row_id.in_(batch)))
        found |= {row.row_id: row.entity for row in heads if row.entity}
    return found


# The journal and its indexes


def _unwrite(connection: Connection, taken: list[Operation], again: set[str]) -> None:
    for batch in batches(one.id for one in taken):
        for table in (OPERATIONS, WAITING):
            connection.execute(delete(table).where(table.c.id.in_(batch)))
    waiting = [
        {"id": one.id, "device": one.device, "stream": one.stream, "seq": one.seq, "body": one.to_wire()}
        for one in taken
        if one.id in again
    ]
    if waiting:
        connection.execute(insert(WAITING), waiting)


def _find_ends(connection: Connection, chains: set[tuple[str, str]]) -> None:
    """The ends of these chains, anew."""
    columns = OPERATIONS.c
    for device, stream in sorted(chains):
        chain = (columns.device == device, columns.stream == stream)
        connection.execute(delete(TIPS).where(TIPS.c.device == device, TIPS.c.stream == stream))
        followed = select(columns.previous).where(*chain)
        ends = select(columns.device, columns.stream, columns.id, columns.seq).where(
            *chain, columns.id.not_in(followed)
        )
        connection.execute(insert(TIPS).from_select(["device", "stream", "operation_id", "seq"], ends))


def _forget_early(connection: Connection, taken: list[Operation]) -> None:
    """What they superseded before it came, or under a proposal's id, is not superseded by them any more."""
    by_name: dict[str, set[str]] = defaultdict(set)
    for one in taken:
        for name in one.supersedes:
            by_name[name].add(one.id)
    for batch in batches(by_name):
        kept, empty = [], []
        for row in connection.execute(select(EARLY).where(EARLY.c.name.in_(batch))).all():
            fields = {
                name: left for name, ids in json.loads(row.fields).items() if (left := _without(ids, by_name[row.name]))
            }
            if fields:
                kept.append({"name": row.name, "fields": canonical_text(fields)})
            else:
                empty.append(row.name)
        connection.execute(delete(EARLY).where(EARLY.c.name.in_(empty)))
        if kept:
            upsert(connection, EARLY, kept)


def _without(ids: list[str], gone: set[str]) -> list[str]:
    return [one for one in ids if one not in gone]


def _index(connection: Connection, rows: list[str]) -> None:
    """The heads of these rows anew, of the operations that are left."""
    columns = OPERATIONS.c
    bodies = select(columns.body).where(columns.row_id.in_(rows)).order_by(columns.seq, columns.id)
    operations = [from_wire(body) for body in connection.execute(bodies).scalars()]
    connection.execute(delete(HEADS).where(HEADS.c.row_id.in_(rows)))
    store = Store(connection)
    store.start_empty(rows)
    store.load_early(name for one in operations for name in (one.name, *one.supersedes))
    for one in operations:
        (store.history.apply if one.kind in KINDS else store.history.keep)(one)
    store.save(known=True)


# The tables


def _vanished(connection: Connection, kinds: dict[str, str]) -> dict[str, str]:
    """The rows that have no beginning here any more, and all below them, with what they were."""
    begun = _kinds(connection, set(kinds))
    found = {row: kind for row, kind in kinds.items() if row not in begun}
    level = set(found)
    while level:
        below: dict[str, str] = {}
        for batch in batches(sorted(level)):
            heads = select(HEADS.c.row_id, HEADS.c.entity).where(HEADS.c.parent_id.in_(batch))
            below |= {row.row_id: row.entity for row in connection.execute(heads)}
        level = below.keys() - found.keys()
        found |= below
    return found


def rows_naming(connection: Connection, named: dict[str, str]) -> set[str]:
    """The other rows whose columns name one of these (row id -> entity): below it, or referring to it."""
    gone, found = set(named), set()
    of_table = {table_of(kind).name for kind in set(named.values()) if kind in entities()}
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name not in of_table or "row_flagged" not in table.c:
                continue
            for batch in batches(sorted(gone)):
                found |= set(connection.execute(select(table.c.id).where(key.parent.in_(batch))).scalars())
    return found - gone


def _remove(connection: Connection, vanished: dict[str, str]) -> None:
    by_table: dict[Table, list[str]] = defaultdict(list)
    for row, kind in vanished.items():
        if kind in entities():
            by_table[table_of(kind)].append(row)
    for table, rows in by_table.items():
        for batch in batches(rows):
            connection.execute(delete(table).where(table.c.id.in_(batch)))
    for batch in batches(vanished):
        connection.execute(delete(WAITING_REFERENCES).where(WAITING_REFERENCES.c.row_id.in_(batch)))
        connection.execute(delete(JOINED).where(JOINED.c.household_id.in_(batch)))


def _above(connection: Connection, rows: set[str]) -> set[str]:
    """The rows above these, whose deletion may have met them."""
    found: set[str] = set()
    level = rows
    while level:
        above: set[str] = set()
        for batch in batches(sorted(level)):
            parents = select(HEADS.c.parent_id).where(HEADS.c.row_id.in_(batch), HEADS.c.parent_id.is_not(None))
            above |= set(connection.execute(parents).scalars())
        level = above - found
        found |= above
    return found

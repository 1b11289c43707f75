"""Builds the tables and indexes anew from the operations, and proves that they were what the operations say."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, Table, delete, insert, select

from app.journal.folding import WAITING as WAITING_REFERENCES
from app.journal.folding import fold_rows
from app.journal.joined import JOINED
from app.journal.operation import Malformed, from_wire
from app.journal.store import EARLY, HEADS, OPERATIONS, TIPS, Store, entities, load_offices, table_of

INDEXES = (HEADS, EARLY, TIPS, WAITING_REFERENCES, JOINED)
ROWS_AT_ONCE = 500
OFFICE = '"entity":"office"'  # as canonical JSON says it; within a text its quotes would be escaped


def rebuild(connection: Connection) -> None:
    """Empty every recorded table and index and fold the journal into them again; bundled rows stay."""
    begun = select(OPERATIONS.c.row_id).where(OPERATIONS.c.kind == "create")
    for entity in entities():
        table = table_of(entity)
        connection.execute(delete(table).where(table.c.id.in_(begun)))
    for index in INDEXES:
        connection.execute(delete(index))
    offices = set(connection.execute(select(OPERATIONS.c.row_id).where(OPERATIONS.c.body.contains(OFFICE))).scalars())
    others = set(connection.execute(select(OPERATIONS.c.row_id)).scalars()) - offices
    for rows in (sorted(offices), sorted(others)):  # the map of offices says whose word counts in the rest
        _index(connection, rows)
        for start in range(0, len(rows), ROWS_AT_ONCE):
            store = Store(connection)
            store.load(rows[start : start + ROWS_AT_ONCE])
            fold_rows(store, rows[start : start + ROWS_AT_ONCE])
    _find_tips(connection)


def refold_inherited(store: Store) -> None:
    """Take the map of offices as it now stands; where a stream has a new holder, what its rows show may change."""
    before = store.history.offices.inherited()
    store.history.offices = load_offices(store.connection)
    if store.history.offices.inherited() != before:
        rebuild(store.connection)


def _find_tips(connection: Connection) -> None:
    """The ends of all chains, anew: rows are indexed batch by batch, not in the order of the chains."""
    connection.execute(delete(TIPS))
    columns = OPERATIONS.c
    followed = select(columns.previous)
    ends = select(columns.device, columns.stream, columns.id, columns.seq).where(columns.id.not_in(followed))
    connection.execute(insert(TIPS).from_select(["device", "stream", "operation_id", "seq"], ends))


def _index(connection: Connection, every: list[str]) -> None:
    for start in range(0, len(every), ROWS_AT_ONCE):
        rows = every[start : start + ROWS_AT_ONCE]
        store = Store(connection)
        columns = OPERATIONS.c
        found = connection.execute(
            select(columns.body, columns.previous).where(columns.row_id.in_(rows)).order_by(columns.seq, columns.id)
        ).all()
        store.start_empty(rows)
        operations = [(from_wire(body), previous) for body, previous in found]
        store.load_early(name for operation, _ in operations for name in operation.supersedes)
        for operation, previous in operations:
            store.apply(operation, previous)
        store.save(known=True)


def chains_ok(connection: Connection) -> bool:
    """Whether every operation fits its own values and follows its predecessor, with no number left out."""
    columns = OPERATIONS.c
    seen: dict[str, tuple[str, str, int]] = {}
    rows = connection.execute(
        select(columns.id, columns.device, columns.stream, columns.seq, columns.previous, columns.body).order_by(
            columns.seq
        )
    )
    for row in rows:
        try:
            operation = from_wire(row.body)
        except Malformed:
            return False
        before = ("", "", 0) if row.seq == 1 else (row.device, row.stream, row.seq - 1)
        if seen.get(row.previous, ("", "", 0) if not row.previous else None) != before:
            return False
        if operation.id != row.id or operation.chained(row.previous) != row.id:
            return False
        seen[row.id] = (row.device, row.stream, row.seq)
    return True


def fingerprint(connection: Connection) -> dict[str, str]:
    """A digest of the content of every recorded table and index, for comparing two databases."""
    tables = [table_of(entity) for entity in sorted(entities())]
    return {table.name: _digest(connection, table) for table in [*tables, *INDEXES]}


def _digest(connection: Connection, table: Table) -> str:
    digest = hashlib.sha256()
    keys = list(table.primary_key)
    for row in connection.execute(select(table).order_by(*keys)):
        digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()

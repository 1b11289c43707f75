"""The journal in the database: loads books a batch at a time, keeps what changed, writes the fold into the tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from app.journal.bulk import among, insert_rows
from app.journal.canonical import canonical_text, encoded
from app.journal.heads import Book, History
from app.journal.offices import OfficeEntry, OfficeMap
from app.journal.operation import KINDS, Operation, from_wire
from app.journal.upcasting import UPCASTERS
from models.base import Recorded, recorded_classes, recorded_fields
from models.everything import METADATA
from models.office import Office
from models.vocabulary import Level, Owner

BATCH = 400
OPERATIONS = METADATA.tables["operation"]
HEADS = METADATA.tables["row_head"]
TIPS = METADATA.tables["chain_tip"]
EARLY = METADATA.tables["superseded_early"]


def batches(items: Iterable[str]) -> Iterator[list[str]]:
    """Cut ids into lists that fit one statement's parameters."""
    found = list(items)
    for start in range(0, len(found), BATCH):
        yield found[start : start + BATCH]


@cache
def entities() -> dict[str, type[Recorded]]:
    """Entity name -> mapped class (all models are imported by then)."""
    return recorded_classes()


@cache
def fields_of(entity: str) -> tuple[str, ...]:
    """The recorded fields this version knows of an entity, in table order; none for an entity of a newer version."""
    found = entities().get(entity)
    return tuple(recorded_fields(found)) if found else ()


def table_of(entity: str) -> Table:
    """The table of a recorded entity."""
    return entities()[entity].__table__  # type: ignore[attr-defined, no-any-return]


def owner_of(entity: str, name: str) -> Owner:
    """Who owns a field. What this version does not know belongs to the holder of the stream."""
    found = entities().get(entity)
    if found is None:
        return Owner.HOLDER
    return found.__field_owners__.get(name, found.__owner__)


def load_offices(connection: Connection) -> OfficeMap:
    """The map of the offices known here."""
    columns = Office.__table__.c
    rows = connection.execute(select(columns.code, columns.level, columns.superior_code, columns.streams))
    return OfficeMap(
        OfficeEntry(row.code, Level(row.level), row.superior_code, tuple((row.streams or "").split()))
        for row in rows
        if row.code and row.level in set(Level)  # a level of a newer version is no office yet
    )


def bundled_among(connection: Connection, rows: Iterable[str]) -> set[str]:
    """Which of these rows came with the program and are not recorded: provinces, communes, programmes, plans."""
    found: set[str] = set()
    for batch in batches(rows):
        for table in (table_of("area"), table_of("programme"), table_of("campaign")):
            wanted = select(table.c.id).where(table.c.id.in_(batch), table.c.stream == "")
            found |= set(connection.execute(wanted).scalars())
    return found


class Store:
    """Reads and writes the journal's tables on one connection, inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.history = History(load_offices(connection), owner_of, self._load_one, self._bundled)
        self._new: list[tuple[Operation, str]] = []

    # Loading

    def load(self, rows: Iterable[str]) -> None:
        """Bring the books of many rows in at once."""
        missing = [row for row in dict.fromkeys(rows) if row not in self.history.books]
        for batch in batches(missing):
            self._load_batch(batch)

    def _load_one(self, row: str) -> Book:
        self._load_batch([row])
        return self.history.books[row]

    def _load_batch(self, rows: list[str]) -> None:
        books = {row: Book(row) for row in rows}
        for head in self.connection.execute(select(HEADS).where(among(self.connection, HEADS.c.row_id, rows))):
            book = books[head.row_id]
            book.entity, book.stream, book.parent = head.entity, head.stream, head.parent_id
            book.heads = json.loads(head.heads)
        columns = OPERATIONS.c
        for row_id, body in self.connection.execute(
            select(columns.row_id, columns.body).where(among(self.connection, columns.row_id, rows))
        ):
            operation = from_wire(body)
            books[row_id].operations[operation.id] = operation
        for book in books.values():
            book.creates = sorted(one.id for one in book.operations.values() if one.kind == "create")
        below = select(HEADS.c.parent_id, HEADS.c.row_id).where(among(self.connection, HEADS.c.parent_id, rows))
        for parent, child in self.connection.execute(below):
            books[parent].children.add(child)
        self.history.books.update(books)

    def _bundled(self, row: str) -> bool:
        return bool(bundled_among(self.connection, [row]))

    def beginnings(self, rows: Iterable[str]) -> dict[str, tuple[str, dict[str, list[Any]]]]:
        """Of the rows that nobody touched since they began: the id of the create, and its {field: [value, salt]}."""
        columns, found = OPERATIONS.c, {}
        for batch in batches(rows):
            alone = select(HEADS.c.row_id, columns.id, columns.body).join(OPERATIONS, columns.row_id == HEADS.c.row_id)
            alone = alone.where(HEADS.c.row_id.in_(batch), HEADS.c.operations == 1, columns.kind == "create")
            for row_id, create, body in self.connection.execute(alone):
                said = json.loads(body)
                if said["schema"] not in UPCASTERS:
                    found[row_id] = (create, said["fields"])
        return found

    def load_early(self, names: Iterable[str]) -> None:
        """Bring in who superseded these names before they came."""
        missing = [name for name in dict.fromkeys(names) if name not in self.history.early]
        found = self.connection.execute(select(EARLY).where(among(self.connection, EARLY.c.name, missing)))
        self.history.early.update({row.name: json.loads(row.fields) for row in found})

    # Keeping

    def start_empty(self, rows: Iterable[str]) -> None:
        """Begin these rows anew, as if nothing of them were known: for a rebuild."""
        self.history.books.update({row: Book(row) for row in rows})

    def apply(self, operation: Operation, previous: str) -> None:
        """Take an operation into the journal behind `previous`; kept by `save`."""
        if operation.kind in KINDS:
            self.history.apply(operation)
        else:
            self.history.keep(operation)
        self._new.append((operation, previous))

    def save(self, *, known: bool = False) -> set[str]:
        """Write new operations (not those already `known`), heads and indexes; returns the rows they touch."""
        history = self.history
        self.save_operations(known=known)
        for operation_id, emptied in history.emptied.items():
            wire = emptied.to_wire()
            self.connection.execute(update(OPERATIONS).where(OPERATIONS.c.id == operation_id).values(body=wire))
        touched = set(history.changed)
        self._save_heads(touched)
        self._save_early()
        history.changed.clear()
        history.emptied.clear()
        return touched

    def save_operations(self, *, known: bool = False) -> None:
        """Write new operations only: what is written past this store must follow them."""
        if self._new:
            if not known:
                insert_rows(self.connection, OPERATIONS, [operation_values(*one) for one in self._new])
            self.move_tips(self._new)
        self._new = []

    def move_tips(self, added: Sequence[tuple[Operation, str]]) -> None:
        """Keep the ends of the chains: what is followed is no tip any more."""
        followed = {previous for _, previous in added if previous}
        ends = [one for one, _ in added if one.id not in followed]
        before = followed - {one.id for one, _ in added}  # what came just now never was a tip
        self.connection.execute(delete(TIPS).where(among(self.connection, TIPS.c.operation_id, before)))
        rows = [{"device": one.device, "stream": one.stream, "operation_id": one.id, "seq": one.seq} for one in ends]
        if rows:
            self.connection.execute(insert(TIPS), rows)

    def _save_heads(self, rows: Iterable[str]) -> None:
        values = [head_values(self.history.books[row], False) for row in sorted(rows)]
        if values:
            upsert(self.connection, HEADS, values)

    def mark_open(self, opened: dict[str, bool]) -> None:
        """Note which rows hold something for a person to decide."""
        rows = [{"b_row": row, "b_open": value} for row, value in opened.items()]
        if rows:
            statement = update(HEADS).where(HEADS.c.row_id == bindparam("b_row")).values(undecided=bindparam("b_open"))
            self.connection.execute(statement, rows)

    def _save_early(self) -> None:
        early, changed = self.history.early, self.history.early_changed
        if not changed:
            return
        here = select(OPERATIONS.c.id).where(among(self.connection, OPERATIONS.c.id, changed))
        for name in self.connection.execute(here).scalars():  # what is here needs no note, nor what stands elsewhere
            early.pop(name, None)
        gone = [name for name in changed if not early.get(name)]
        self.connection.execute(delete(EARLY).where(among(self.connection, EARLY.c.name, gone)))
        kept = [{"name": name, "fields": canonical_text(early[name])} for name in sorted(changed) if early.get(name)]
        if kept:
            upsert(self.connection, EARLY, kept)
        changed.clear()


def operation_values(operation: Operation, previous: str) -> dict[str, Any]:
    """The journal's row of an operation."""
    ms, counter = operation.time
    return {
        "id": operation.id,
        "device": operation.device,
        "stream": operation.stream,
        "seq": operation.seq,
        "previous": previous,
        "name": operation.name,
        "ms": ms,
        "counter": counter,
        "action": operation.action,
        "change": operation.change,
        "row_id": operation.row,
        "kind": operation.kind,
        "body": operation.to_wire(),
    }


def head_values(book: Book, is_open: bool) -> dict[str, Any]:
    """The index row of a book."""
    return {
        "row_id": book.row,
        "entity": book.entity,
        "stream": book.stream,
        "parent_id": book.parent,
        "operations": len(book.operations),
        "undecided": is_open,
        "heads": encoded(book.heads),
    }


def upsert(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, or overwrite those whose key is there."""
    make = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    keys = [column.name for column in table.primary_key]
    statement = make(table)
    changed = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed), list(rows))

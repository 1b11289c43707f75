"""Writes operations: the session listener for saves, `record_many` for new rows in bulk, and answers to open questions.

Nothing else writes recorded rows; a bulk INSERT, UPDATE or DELETE on a recorded table through the session raises.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Table, event, select
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.attributes import get_history

from app.actions import Action
from app.journal.bulk import insert_rows
from app.journal.canonical import Json, clean
from app.journal.folding import RowChanges, fold_rows
from app.journal.heads import Book
from app.journal.joined import shown_households
from app.journal.offices import DOWN, OWN
from app.journal.operation import Operation, salted, sealed
from app.journal.rebuilding import refold_inherited
from app.journal.store import (
    HEADS,
    OPERATIONS,
    TIPS,
    Store,
    batches,
    fields_of,
    head_values,
    load_offices,
    operation_values,
)
from app.problems import refuse
from models.base import Recorded, new_id, recorded_fields
from models.vocabulary import Level

DAY_MS = 86_400_000
PART = 2_000


@dataclass(frozen=True)
class Author:
    """Who writes: the office, the laptop and the person."""

    office: str
    level: Level
    device: str
    user_id: str
    user_name: str
    role: str


@dataclass(frozen=True)
class Target:
    """The row an operation is about; `parent` only for a create."""

    stream: str
    entity: str
    row: str
    parent: str | None = None


@dataclass
class Clock:
    """Hybrid time (ms, counter): only orders, never decides. `latest` is the last time given or adopted here."""

    latest: tuple[int, int]
    now_ms: int = field(default_factory=lambda: time.time_ns() // 1_000_000)

    def tick(self, after: tuple[int, int]) -> tuple[int, int]:
        """A time later than every one given here and than `after`, whatever the system clock says."""
        ms, counter = self.latest
        self.latest = (self.now_ms, 0) if self.now_ms > ms else (ms, counter + 1)
        return self.latest if self.latest > after else (after[0], after[1] + 1)

    def adopt(self, seen: tuple[int, int]) -> None:
        """Follow another laptop's clock, unless it is more than a day ahead."""
        if seen[0] <= self.now_ms + DAY_MS and seen > self.latest:
            self.latest = seen


class Recorder:
    """Turns what one `change` did to recorded rows into operations, and folds them."""

    def __init__(self, session: Session, author: Author, action: Action, clock: Clock) -> None:
        self.session = session
        self.author = author
        self.action = action
        self.clock = clock
        self.change = new_id()
        self._user = (author.user_id, str(clean(author.user_name)))
        self.store = Store(session.connection())
        self.rows = RowChanges()
        self._before: dict[Recorded, dict[str, Any] | None] = {}
        self._tips: dict[str, tuple[int, str]] = {}
        self.behalf: str | None = None
        event.listen(session, "before_flush", self._note)
        event.listen(session, "do_orm_execute", refuse_bulk)

    def close(self) -> None:
        """Stop listening."""
        event.remove(self.session, "before_flush", self._note)
        event.remove(self.session, "do_orm_execute", refuse_bulk)

    def write_for(self, commune: str) -> None:
        """Write on behalf of a commune under this office; its row in the map of offices has just been made."""
        self.session.flush()
        self.behalf = commune
        self.store.history.offices = load_offices(self.store.connection)

    # The session listener

    def _note(self, session: Session, _context: object, _instances: object) -> None:
        """Before each flush: which recorded rows are new, and what changed ones held before the first flush."""
        for gone in session.deleted:
            if isinstance(gone, Recorded):
                raise RuntimeError(f"{gone.__entity__} rows are never deleted; set `deleted`")
        for row in session.new:
            if isinstance(row, Recorded):
                self._before.setdefault(row, None)
                row.id = row.id or new_id()
                row.stream = row.stream or self._stream_for(row)
        for row in session.dirty:
            if isinstance(row, Recorded):
                self._note_edit(row)

    def _note_edit(self, row: Recorded) -> None:
        before = self._before.setdefault(row, {})
        for name in [*recorded_fields(type(row)), *([row.__parent__] if row.__parent__ else [])]:
            history = get_history(row, name)
            if not history.has_changes() or before is None:
                continue
            if name == row.__parent__ or (row.__append_only__ and name != "deleted"):
                raise RuntimeError(f"{row.__entity__}.{name} is never changed; write a later row")
            before.setdefault(name, history.deleted[0] if history.deleted else None)

    def _stream_for(self, row: Recorded) -> str:
        parent = getattr(row, row.__parent__) if row.__parent__ else None
        if parent:
            found = self._parent_stream(row, parent)
            if found:
                return found
        return self.home_stream(type(row))

    def _parent_stream(self, row: Recorded, parent: str) -> str | None:
        for other in (*self._before, *self.session.new):
            if isinstance(other, Recorded) and other.id == parent:
                return other.stream or self._stream_for(other)
        stream = self.session.scalar(select(HEADS.c.stream).where(HEADS.c.row_id == parent))
        return stream or None  # a bundled row belongs to no stream

    def home_stream(self, entity: type[Recorded] | None = None) -> str:
        """Where this office's own rows live: its stream, or an upper office's `down` or `own`.

        What it keeps on behalf of a commune that is without the program lives in that commune's stream.
        """
        if self.behalf is not None:
            return self.behalf
        if self.author.level is not Level.UPPER:
            return self.author.office
        return self.author.office + (OWN if entity and entity.__stays_above__ else DOWN)

    # Writing

    def finish(self) -> RowChanges:
        """Flush, write the operations, fold their rows; called once, before the commit."""
        self.session.flush()
        self.store.load(row.id for row in self._before)
        for row, before in self._before.items():
            if before is None:
                self._write_create(row)
            else:
                self._write_edit(row, before)
        # A row that was touched and stayed the same in the journal's eyes ("" for nothing) is folded too.
        touched = self.store.save() | {row.id for row in self._before}
        if touched:
            created = RowChanges()
            for row, before in self._before.items():
                if before is None:
                    created.new[row.__table__.name].add(row.id)  # type: ignore[attr-defined]
            self.rows = self.rows.joined(created).joined(fold_rows(self.store, touched))
        if "office" in self.rows.tables():
            refold_inherited(self.store)
        self.session.expire_all()
        return self.rows

    def _write_create(self, row: Recorded) -> None:
        values = _carried(type(row), {name: getattr(row, name) for name in recorded_fields(type(row))})
        parent = getattr(row, row.__parent__) if row.__parent__ else None
        stream = row.stream or self.home_stream(type(row))
        self.write(Target(stream, row.__entity__, row.id, parent), "create", values)

    def _write_edit(self, row: Recorded, before: dict[str, Any]) -> None:
        now = {name: _kept(name, getattr(row, name)) for name in before}
        changed = {name: value for name, value in now.items() if value != _kept(name, before[name])}
        if not changed:
            return
        book = self.store.history.book(row.id)
        if not book.creates:  # a bundled row that its office changes: the journal begins with all of it
            self._write_create(row)
            return
        fate = changed.pop("deleted") if "deleted" in changed else ...
        if changed:  # before the deletion, which names every head it saw
            self.save_fields(book, changed)
        if fate is not ...:
            self.write_fate(book, gone=bool(fate))

    def save_fields(
        self,
        book: Book,
        fields: dict[str, Any],
        *,
        kind: str = "edit",
        about: Iterable[str] = (),
        named: dict[str, str] | None = None,
    ) -> Operation:
        """Write a save of some fields: it supersedes the heads whose value was shown, or only the one `named`."""
        supersedes: dict[str, list[str]] = defaultdict(list)
        for name in fields:
            for target in [named[name]] if named else self.names_shown(book, name):
                supersedes[target].append(name)
        return self.write_on(book, kind, fields, supersedes=supersedes, about=about)

    def names_shown(self, book: Book, name: str) -> list[str]:
        """The heads of the value shown; for an office that does not own the field its own open proposals."""
        found = self.store.history.effective(book, name)
        operations = [book.operations[one] for one in book.heads_of(name)]
        if found.owned and not self.owns(book, name):
            return [one.name for one in operations if one.office == self.author.office]
        return [one.name for one in operations if one.value(name) == found.value]

    def owns(self, book: Book, name: str) -> bool:
        """Whether the writing office owns this field of this row."""
        if book.entity is None or book.stream is None:
            raise LookupError(book.row)
        return self.store.history.owns(self.author.office, book, book.entity, book.stream, name)

    def write_fate(self, book: Book, *, gone: bool, about: Iterable[str] = ()) -> Operation:
        """Delete names every head it saw, of the row and of all living rows below; restore carries nothing else."""
        names = self.names_shown(book, "deleted")
        supersedes = {one: ["deleted"] for one in names if not gone or one not in book.creates}
        seen = self.heads_below(book) if gone else set()
        kind = "delete" if gone else "restore"
        fields = {"deleted": True if gone else None}
        return self.write_on(book, kind, fields, supersedes=supersedes, about=[*seen, *about])

    def heads_below(self, book: Book) -> set[str]:
        """Every head of a row and of the rows below it: what a deletion has seen."""
        seen = book.all_heads()
        for child in sorted(book.children):
            seen |= self.heads_below(self.store.history.book(child))
        return seen

    def write_on(
        self,
        book: Book,
        kind: str,
        fields: dict[str, Any],
        *,
        supersedes: dict[str, list[str]],
        about: Iterable[str] = (),
    ) -> Operation:
        """Write an operation on a row that is here."""
        if book.entity is None or book.stream is None:
            raise LookupError(book.row)
        return self.write(Target(book.stream, book.entity, book.row), kind, fields, supersedes=supersedes, about=about)

    def write(
        self,
        target: Target,
        kind: str,
        fields: dict[str, Any],
        *,
        supersedes: dict[str, list[str]] | None = None,
        about: Iterable[str] = (),
        proposal: str | None = None,
    ) -> Operation:
        """Write one operation of this change at the end of this laptop's chain in the stream."""
        book = self.store.history.book(target.row)
        latest = max((book.operations[one].time for one in book.all_heads()), default=(0, 0))
        named = {name: sorted(set(names)) for name, names in (supersedes or {}).items()}
        operation, previous = self._next(target, kind, fields, latest, named, tuple(sorted(set(about))), proposal)
        self.store.load_early([operation.name, *named])
        self.store.apply(operation, previous)
        return operation

    def _next(
        self,
        target: Target,
        kind: str,
        fields: dict[str, Any],
        latest: tuple[int, int],
        supersedes: dict[str, list[str]],
        about: tuple[str, ...] = (),
        proposal: str | None = None,
    ) -> tuple[Operation, str]:
        """The next operation of this laptop's chain in the target's stream, and the id it follows."""
        author = self.author
        if not self.store.history.offices.may_write(author.office, target.stream):
            raise refuse("", "row_of_other_office")
        seq, previous = self._tip(target.stream)
        values, digests = salted(fields)
        draft = Operation(
            id="",
            device=author.device,
            stream=target.stream,
            seq=seq + 1,
            time=self.clock.tick(latest),
            office=author.office,
            user=self._user,
            role=author.role,
            action=self.action.value.name,
            change=self.change,
            entity=target.entity,
            row=target.row,
            parent=target.parent,
            kind=kind,
            digests=digests,
            values=values,
            supersedes=supersedes,
            about=about,
            proposal=proposal,
        )
        operation = sealed(draft, previous)
        self._tips[target.stream] = (operation.seq, operation.id)
        return operation, previous

    def _tip(self, stream: str) -> tuple[int, str]:
        """Number and id of the last operation of this laptop's chain in a stream; 0 and "" where there is none."""
        if stream not in self._tips:
            tips = self.store.connection.execute(
                select(TIPS.c.seq, TIPS.c.operation_id)
                .where(TIPS.c.device == self.author.device, TIPS.c.stream == stream)
                .order_by(TIPS.c.seq.desc(), TIPS.c.operation_id)
            ).first()
            self._tips[stream] = (tips.seq, tips.operation_id) if tips else (0, "")
        return self._tips[stream]

    # New rows in bulk

    def record_many(self, rows: Sequence[tuple[type[Recorded], dict[str, Any]]]) -> None:
        """Write many new rows at once: Core inserts with their operations, no fold needed.

        Each row is (class, values); an `id` is made where none is given, the parent column names a row that is here
        or earlier in the list. Thousands are written in parts, so that their operations are not all held at once.
        """
        self.session.flush()
        self.store.save_operations()
        for start in range(0, len(rows), PART):
            self._record_part(rows[start : start + PART])

    def _record_part(self, rows: Sequence[tuple[type[Recorded], dict[str, Any]]]) -> None:
        made = self._streams_above(rows)
        shown = shown_households(self.store.connection, made)
        tables: dict[Table, list[dict[str, Any]]] = defaultdict(list)
        written: list[tuple[Operation, str]] = []
        heads = []
        for entity, given in rows:
            values = given if "id" in given else {"id": new_id(), **given}
            parent = values.get(entity.__parent__) if entity.__parent__ else None
            stream = made.get(parent or "") or self.home_stream(entity)
            made[values["id"]] = stream
            target = Target(stream, entity.__entity__, values["id"], parent)
            operation, previous = self._next(target, "create", _carried(entity, values), (0, 0), {})
            written.append((operation, previous))
            book = Book(operation.row, operation.entity, stream, parent, [operation.id], {operation.id: operation})
            book.heads["*"] = [operation.id]
            heads.append(head_values(book, False))
            tables[entity.__table__].append(  # type: ignore[attr-defined]
                self._table_row(entity, operation, shown.get(parent or "", parent))
            )
        self._insert_many(tables, written, heads)

    def _streams_above(self, rows: Sequence[tuple[type[Recorded], dict[str, Any]]]) -> dict[str, str]:
        """Row id -> stream of the rows that new ones hang on, as far as they are here already."""
        above = {values[entity.__parent__] for entity, values in rows if entity.__parent__ in values}
        found: dict[str, str] = {}
        for batch in batches([one for one in above if one]):
            heads = select(HEADS.c.row_id, HEADS.c.stream).where(HEADS.c.row_id.in_(batch))
            found |= {row.row_id: row.stream for row in self.store.connection.execute(heads) if row.stream}
        return found | {row.id: row.stream for row in self._before if row.stream}

    def _table_row(self, entity: type[Recorded], operation: Operation, parent: str | None) -> dict[str, Any]:
        values: dict[str, Any] = {name: value for name, (value, _salt) in operation.values.items()}
        if entity.__parent__:
            values[entity.__parent__] = parent
        own = {"id": operation.row, "stream": operation.stream, "version": 1, "row_out": False, "row_flagged": False}
        return values | own

    def _insert_many(
        self,
        tables: dict[Table, list[dict[str, Any]]],
        written: list[tuple[Operation, str]],
        heads: list[dict[str, Any]],
    ) -> None:
        connection = self.store.connection
        for table, values in tables.items():
            insert_rows(connection, table, values)
            self.rows.new[table.name].update(one["id"] for one in values)
        insert_rows(connection, OPERATIONS, [operation_values(*one) for one in written])
        insert_rows(connection, HEADS, heads)
        self.store.move_tips(written)


def _kept(name: str, value: object) -> Json:
    """A value as the journal keeps it; a row that is not deleted says nothing of it."""
    return clean(value) or None if name == "deleted" else clean(value)


@cache
def _known(entity: str) -> frozenset[str]:
    return frozenset(fields_of(entity))


def _carried(entity: type[Recorded], values: dict[str, Any]) -> dict[str, Any]:
    """The fields a create carries: every one that is not empty."""
    known = _known(entity.__entity__)
    return {
        name: kept
        for name, value in values.items()
        if value is not None and name in known and (kept := _kept(name, value)) is not None
    }


def refuse_bulk(state: ORMExecuteState) -> None:
    """A bulk statement on a recorded table would change rows without an operation: that is a fault of ours."""
    if state.is_insert or state.is_update or state.is_delete:
        table = getattr(state.statement, "table", None)
        if table is not None and "row_flagged" in table.c:
            raise RuntimeError(f"rows of {table.name} are written through the journal only")

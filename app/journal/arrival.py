"""Takes operations from a package: what is known is skipped, what follows is applied, what comes too early waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sqlalchemy import Connection, delete, insert, select

from app.journal.bulk import among
from app.journal.folding import RowChanges, fold_rows
from app.journal.heads import Book
from app.journal.operation import Operation, from_wire
from app.journal.rebuilding import refold_inherited
from app.journal.store import HEADS, OPERATIONS, TIPS, Store, batches, bundled_among
from models.everything import METADATA

WAITING = METADATA.tables["waiting_operation"]

Chain = tuple[str, str]
Position = tuple[str, str, int]


@dataclass(frozen=True)
class Gap:
    """Operations of a laptop in a stream that others follow and that have not come."""

    device: str
    stream: str
    first: int
    last: int


@dataclass
class Arrival:
    """What became of the operations offered; `brought` are those that were not here yet, applied or waiting."""

    new: int = 0
    known: int = 0
    brought: list[Operation] = field(default_factory=list)
    applied: list[Operation] = field(default_factory=list)
    forks: list[Position] = field(default_factory=list)
    rows: RowChanges = field(default_factory=RowChanges)
    #: Row -> fields of which values were emptied now, because an erase came or what it names came late.
    emptied: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def take_operations(connection: Connection, offered: Sequence[Operation]) -> Arrival:
    """Take operations in, in the caller's transaction: a set union, so the order of packages does not matter."""
    arrival = Arrival()
    held = _held(connection, [one.id for one in offered])
    waited = {row.id: row.body for row in connection.execute(select(WAITING.c.id, WAITING.c.body))}
    # What waits could not be proved yet: another text under the same id takes its place, so that no false one stays.
    new = [one for one in offered if one.id not in held]
    fresh = {one.id: one for one in new if one.id not in waited or one.to_wire() != waited[one.id]}
    arrival.known = len({one.id for one in offered}) - len(fresh)
    arrival.new, arrival.brought = len(fresh), list(fresh.values())
    if not fresh:
        return arrival
    limbo = _Limbo(connection, {key: from_wire(body) for key, body in waited.items()} | fresh)
    arrival.applied = limbo.drain()
    arrival.forks = limbo.forks
    _keep_waiting(connection, waited, limbo.without_erased())
    arrival.rows = _fold(connection, limbo, arrival.emptied)
    return arrival


def _held(connection: Connection, ids: Iterable[str]) -> set[str]:
    held = select(OPERATIONS.c.id).where(among(connection, OPERATIONS.c.id, ids))
    return set(connection.execute(held).scalars())


class _Limbo:
    """Operations whose place in their chain is still to be found."""

    def __init__(self, connection: Connection, operations: dict[str, Operation]) -> None:
        self.waiting = operations
        self.placed: list[tuple[Operation, str]] = []
        self.forks: list[Position] = []
        self._at: dict[Position, list[str]] = defaultdict(list)
        self._erasing = [one for one in operations.values() if one.kind == "erase"]
        self._connection = connection
        lowest: dict[Chain, int] = {}
        for one in operations.values():
            chain = (one.device, one.stream)
            lowest[chain] = min(one.seq, lowest.get(chain, one.seq))
        for (device, stream), seq in lowest.items():
            columns = OPERATIONS.c
            rows = connection.execute(
                select(columns.seq, columns.id).where(
                    columns.device == device, columns.stream == stream, columns.seq >= seq - 1
                )
            )
            for row in rows:
                self._at[device, stream, row.seq].append(row.id)

    def drain(self) -> list[Operation]:
        """Place all that can be placed, each behind the one whose hash makes its own hash right."""
        moved = True
        while moved:
            moved = False
            for one in sorted(self.waiting.values(), key=lambda one: (one.device, one.stream, one.seq, one.id)):
                previous = self._previous(one)
                if previous is None or not (one.whole() or self._erase_known(one)):
                    continue
                del self.waiting[one.id]
                place = (one.device, one.stream, one.seq)
                if self._at[place]:
                    self.forks.append(place)
                self._at[place].append(one.id)
                self.placed.append((one, previous))
                moved = True
        return [one for one, _ in self.placed]

    def _previous(self, one: Operation) -> str | None:
        befores = [""] if one.seq == 1 else self._at.get((one.device, one.stream, one.seq - 1), [])
        return next((before for before in befores if one.chained(before) == one.id), None)

    def _erase_known(self, one: Operation) -> bool:
        """A value may be missing only where an erase says so whose office may, here or among what came with it."""
        return one.digests.keys() - one.values.keys() <= self._erased(one)

    def _erased(self, one: Operation) -> set[str]:
        """The fields of an operation that an erase empties; who may is a question of who began the row."""
        columns = OPERATIONS.c
        wanted = select(columns.body).where(columns.row_id == one.row, columns.kind.in_(("create", "erase")))
        of_row = [from_wire(body) for body in self._connection.execute(wanted).scalars()]
        of_row += [each for each, _ in self.placed]
        of_row += self.waiting.values()  # the beginning of a row may itself wait for the erase that emptied it
        creates = {each.id: each for each in of_row if each.kind == "create" and each.row == one.row}
        book = Book(one.row, creates=sorted(creates), operations=creates)
        history = Store(self._connection).history
        erasing = [*(each for each in of_row if each.kind == "erase"), *self._erasing]
        return {
            name
            for by in erasing
            if by.row == one.row
            for name in by.supersedes.get(one.name, ())
            if history.kills(book, by, one, name)
        }

    def without_erased(self) -> list[Operation]:
        """What waits, without the values that an erase empties."""
        emptied = {by.row for by in self._erasing}
        return [one.without(self._erased(one)) if one.row in emptied else one for one in self.waiting.values()]


def _keep_waiting(connection: Connection, before: dict[str, str], after: Sequence[Operation]) -> None:
    bodies = {one.id: one.to_wire() for one in after}
    for batch in batches(key for key, body in before.items() if bodies.get(key) != body):
        connection.execute(delete(WAITING).where(WAITING.c.id.in_(batch)))
    rows = [
        {"id": one.id, "device": one.device, "stream": one.stream, "seq": one.seq, "body": bodies[one.id]}
        for one in after
        if before.get(one.id) != bodies[one.id]
    ]
    if rows:
        connection.execute(insert(WAITING), rows)


def _fold(connection: Connection, limbo: _Limbo, emptied: dict[str, set[str]]) -> RowChanges:
    """Fold what was placed: offices first, because the map of offices says whose word counts in the rest."""
    offices = [one for one in limbo.placed if one[0].entity == "office"]
    others = [one for one in limbo.placed if one[0].entity != "office"]
    store = Store(connection)
    rows = RowChanges()
    for part in (offices, others):
        store.load(operation.row for operation, _ in part)
        names = [name for one, _ in part for name in (one.id, one.name, *one.supersedes)]
        store.load_early(names)
        for operation, previous in part:
            store.apply(operation, previous)
        for one in store.history.emptied.values():
            emptied[one.row] |= one.digests.keys() - one.values.keys()
        rows = rows.joined(fold_rows(store, store.save()))
        refold_inherited(store)
    if offices and others:  # what an office's row follows may have been kept after it
        followed = {previous for _, previous in limbo.placed}
        connection.execute(delete(TIPS).where(among(connection, TIPS.c.operation_id, followed)))
    return rows


def find_gaps(connection: Connection) -> list[Gap]:
    """The gaps that stand open: what waits, and which numbers it waits for."""
    waiting: dict[Chain, set[int]] = defaultdict(set)
    for row in connection.execute(select(WAITING.c.device, WAITING.c.stream, WAITING.c.seq)):
        waiting[row.device, row.stream].add(row.seq)
    found = []
    for (device, stream), numbers in sorted(waiting.items()):
        columns = OPERATIONS.c
        here = connection.execute(
            select(columns.seq).where(columns.device == device, columns.stream == stream)
        ).scalars()
        known = sorted({0, *numbers, *here})
        missing = [(low + 1, high - 1) for low, high in pairwise(known) if high - low > 1]
        # Nothing is missing before it: it does not fit what it follows, or waits for the erase that emptied it.
        found += [Gap(device, stream, first, last) for first, last in missing] or [
            Gap(device, stream, min(numbers), min(numbers))
        ]
    return found


def find_absent_rows(connection: Connection) -> list[str]:
    """The rows that operations here speak of, or name as the row above, and whose beginning has not come.

    A row that somebody only proposes to add (its proposal bears its id) begins when its owner takes it over.
    """
    begun = select(HEADS.c.row_id).where(HEADS.c.entity.is_not(None))
    above = select(HEADS.c.parent_id).where(HEADS.c.parent_id.is_not(None), HEADS.c.parent_id.not_in(begun))
    named_above = set(connection.execute(above).scalars())
    waiting = _not_begun(connection)
    waiting -= _proposed(connection, waiting)
    return sorted(waiting | (named_above - bundled_among(connection, named_above)))


def proposed_rows(connection: Connection) -> set[str]:
    """The rows that somebody has proposed to add and that have not begun, be it that they were refused."""
    return _proposed(connection, _not_begun(connection))


def _not_begun(connection: Connection) -> set[str]:
    return set(connection.execute(select(HEADS.c.row_id).where(HEADS.c.entity.is_(None))).scalars())


def _proposed(connection: Connection, rows: set[str]) -> set[str]:
    columns, found = OPERATIONS.c, set()
    for batch in batches(sorted(rows)):
        named = select(columns.row_id, columns.name).where(columns.row_id.in_(batch), columns.kind == "propose")
        found |= {row.row_id for row in connection.execute(named) if row.name == row.row_id}
    return found

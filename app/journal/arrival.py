"""Takes operations from a package: what is known is skipped, what follows is applied, what comes too early waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select

from app.journal.folding import RowChanges, fold_rows
from app.journal.operation import Operation, from_wire
from app.journal.store import OPERATIONS, Store, batches, load_offices
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
    """What became of the operations offered."""

    new: int = 0
    known: int = 0
    applied: list[Operation] = field(default_factory=list)
    forks: list[Position] = field(default_factory=list)
    rows: RowChanges = field(default_factory=RowChanges)


def take_operations(connection: Connection, offered: Sequence[Operation]) -> Arrival:
    """Take operations in, in the caller's transaction: a set union, so the order of packages does not matter."""
    arrival = Arrival()
    held = _held(connection, [one.id for one in offered])
    fresh = {one.id: one for one in offered if one.id not in held}
    arrival.known = len({one.id for one in offered}) - len(fresh)
    arrival.new = len(fresh)
    if not fresh:
        return arrival
    waited = {row.id: from_wire(row.body) for row in connection.execute(select(WAITING.c.id, WAITING.c.body))}
    limbo = _Limbo(connection, waited | fresh)
    arrival.applied = limbo.drain()
    arrival.forks = limbo.forks
    _keep_waiting(connection, waited, limbo.waiting)
    arrival.rows = _fold(connection, limbo)
    return arrival


def _held(connection: Connection, ids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for batch in batches(ids):
        for table in (OPERATIONS, WAITING):
            found |= set(connection.execute(select(table.c.id).where(table.c.id.in_(batch))).scalars())
    return found


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
        """A value may be missing only where an erase says so, here or among what came with it."""
        missing = one.digests.keys() - one.values.keys()
        erasing = [by for by in self._erasing if by.row == one.row]
        columns = OPERATIONS.c
        rows = self._connection.execute(
            select(columns.body).where(columns.row_id == one.row, columns.kind == "erase")
        ).scalars()
        erasing += [from_wire(body) for body in rows]
        return all(any(name in by.supersedes.get(one.name, ()) for by in erasing) for name in missing)


def _keep_waiting(connection: Connection, before: dict[str, Operation], after: dict[str, Operation]) -> None:
    for batch in batches(before.keys() - after.keys()):
        connection.execute(delete(WAITING).where(WAITING.c.id.in_(batch)))
    rows = [
        {"id": one.id, "device": one.device, "stream": one.stream, "seq": one.seq, "body": one.to_wire()}
        for one in after.values()
        if one.id not in before
    ]
    if rows:
        connection.execute(insert(WAITING), rows)


def _fold(connection: Connection, limbo: _Limbo) -> RowChanges:
    """Fold what was placed: offices first, because the map of offices says whose word counts in the rest."""
    offices = [one for one in limbo.placed if one[0].entity == "office"]
    others = [one for one in limbo.placed if one[0].entity != "office"]
    store = Store(connection)
    rows = RowChanges()
    for part in (offices, others):
        store.load(operation.row for operation, _ in part)
        names = [name for operation, _ in part for name in (operation.name, *operation.supersedes)]
        store.load_early(names)
        for operation, previous in part:
            store.apply(operation, previous)
        rows = rows.joined(fold_rows(store, store.save()))
        store.history.offices = load_offices(connection)
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
        missing = set(range(1, max(numbers))) - numbers - set(here)
        found += [Gap(device, stream, first, last) for first, last in _runs(missing)] or [
            Gap(device, stream, min(numbers), min(numbers))
        ]
    return found


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs

"""The merge itself on a plain connection: a history's operations in any order and any parts become one state.

The database stands in memory and holds the map of offices and nothing else; every trial is taken back.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Row, create_engine, insert, select
from sqlalchemy.pool import StaticPool

from app.journal.arrival import WAITING, find_gaps, take_operations
from app.journal.chains import forked_positions
from app.journal.joined import JOINED
from app.journal.operation import Operation, from_wire
from app.journal.rebuilding import chains_ok, rebuild
from app.journal.store import EARLY, HEADS, OPERATIONS, TIPS, table_of
from models.base import key_id
from models.everything import METADATA
from tests.app.journal.paper import OFFICES, PaperHistory, Placed
from tests.app.journal.reference import Reference, check_heads

ENTITIES = ("household", "member", "support_case", "decision", "programme", "area")
#: All that a package may change, of the entities that these histories write.
TABLES = (*(table_of(one) for one in ENTITIES), HEADS, EARLY, TIPS, WAITING, JOINED)
State = dict[str, list[Row[Any]]]


class Ground:
    """A database in memory, for one trial after another."""

    def __init__(self) -> None:
        self._engine = create_engine(
            "sqlite+pysqlite://",
            module=driver,
            creator=lambda: driver.connect(":memory:", isolation_level=None),
            poolclass=StaticPool,
        )
        METADATA.create_all(self._engine)
        self.connection = self._engine.connect()
        codes = OFFICES.entries.values()
        rows = [
            {"id": key_id(f"office:{one.code}"), "stream": "", "version": 0, "row_out": False, "row_flagged": False}
            | {"code": one.code, "level": one.level.value, "superior_code": one.superior}
            for one in codes
        ]
        self.connection.execute(insert(table_of("office")), rows)

    @contextmanager
    def trial(self) -> Iterator[Connection]:
        """What is done here is taken back at the end."""
        self.connection.exec_driver_sql("SAVEPOINT trial")
        try:
            yield self.connection
        finally:
            self.connection.exec_driver_sql("ROLLBACK TO trial")
            self.connection.exec_driver_sql("RELEASE trial")

    def close(self) -> None:
        """Let go of it."""
        self.connection.close()
        self._engine.dispose()


def state(connection: Connection) -> State:
    """The tables and indexes, and every operation as it is kept."""
    found = {one.name: list(connection.execute(select(one).order_by(*one.primary_key))) for one in TABLES}
    columns = OPERATIONS.c
    bodies = connection.execute(select(columns.id, columns.previous, columns.body).order_by(columns.id))
    return found | {"operation": list(bodies)}


@dataclass
class Road:
    """One order in which a history arrives: its parts, of which the last two bring all, whatever was lost before."""

    parts: list[list[Operation]]

    @classmethod
    def of(cls, history: PaperHistory, rnd: random.Random) -> Road:
        """Shuffled and cut into packages; some come twice, some are lost, some operations come already emptied."""
        emptied = {one.id: one for site in history.sites for one, _ in site.operations() if not one.whole()}
        whole = [operation for operation, _ in history.truth.values()]
        rnd.shuffle(whole)
        cuts = sorted(rnd.randrange(len(whole) + 1) for _ in range(rnd.randrange(3)))
        parts = [whole[low:high] for low, high in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
        parts = [[emptied.get(one.id, one) if rnd.random() < 0.5 else one for one in part] for part in parts]
        lost = rnd.randrange(len(parts))
        return cls([*parts[:lost], *parts[lost + 1 :], rnd.choice(parts), parts[lost]])


def arrive(connection: Connection, road: Road, truth: dict[str, Placed]) -> None:
    """Take the parts one by one, and look at what must hold after each: I2, I5, I6."""
    offered: set[str] = set()
    held: set[str] = set()
    for part in road.parts:
        arrival = take_operations(connection, part)
        offered |= {one.id for one in part}
        now = _held(connection)
        assert held <= now, "I5: an import removes nothing"
        assert now - held == {one.id for one in arrival.applied}
        check_gaps(connection, now, offered, truth)
        held = now
    before = connection.connection.driver_connection.total_changes  # type: ignore[union-attr]
    assert take_operations(connection, road.parts[-1]).new == 0, "I2"
    assert connection.connection.driver_connection.total_changes == before, "I2"  # type: ignore[union-attr]


def _held(connection: Connection) -> set[str]:
    return set(connection.execute(select(OPERATIONS.c.id)).scalars())


def check_gaps(connection: Connection, applied: set[str], offered: set[str], truth: dict[str, Placed]) -> None:
    """I6: what can be applied is, nothing after a gap is, and the missing numbers are told exactly while they miss."""
    waits = set(connection.execute(select(WAITING.c.id)).scalars())
    assert applied | waits == offered, "I4: applied or waiting, nothing else"
    assert all(not truth[one][1] or truth[one][1] in applied for one in applied), "nothing after a gap is applied"
    if not waits:
        return
    told: dict[tuple[str, str], set[int]] = {}
    for gap in find_gaps(connection):
        told.setdefault((gap.device, gap.stream), set()).update(range(gap.first, gap.last + 1))
    missing: dict[tuple[str, str], set[int]] = {}
    for one in waits:
        operation, before = truth[one]
        lacking = missing.setdefault((operation.device, operation.stream), set())
        while before and before not in applied:
            if before not in waits:
                lacking.add(truth[before][0].seq)
            before = truth[before][1]
    assert told.keys() == missing.keys(), "I6: told exactly while it exists"
    forked = _forked(truth)
    assert all(told[chain] == numbers for chain, numbers in missing.items() if numbers and chain not in forked)


def _forked(truth: dict[str, Placed]) -> set[tuple[str, str]]:
    places = [(one.device, one.stream, one.seq) for one, _ in truth.values()]
    return {place[:2] for place in places if places.count(place) > 1} if len(places) != len(set(places)) else set()


def check_meaning(connection: Connection, history: PaperHistory) -> None:
    """I4, I7, I8, I10, I12: the state is what the definitions make of the set of operations."""
    operations = [from_wire(body) for body in connection.execute(select(OPERATIONS.c.body)).scalars()]
    assert {one.id for one in operations} == history.truth.keys(), "I4"
    reference = Reference(operations, set())
    for one in operations:
        full = history.truth[one.id][0]
        for name in one.digests:
            erased = reference.erased(one, name)
            assert (name not in one.values) == erased, "a value is missing exactly where an erase says so"
            assert erased or one.values[name] == full.values[name], "I4"
    told = {row: found for row in reference.of_row if (found := reference.table_row(row))}
    held: dict[str, tuple[str, dict[str, Any]]] = {}
    for entity in ENTITIES:
        table = table_of(entity)
        rows = connection.execute(select(table).where(table.c.stream != "")).mappings()
        held |= {row["id"]: (entity, dict(row)) for row in rows}
    assert held == told, "the tables are the fold of the journal"
    for head in connection.execute(select(HEADS)):
        check_heads(reference, head.row_id, head)
    forks = {(device, stream) for device, stream, _ in forked_positions(connection)}
    assert forks == _forked(history.truth), "I7"
    assert chains_ok(connection), "I7"


def play(ground: Ground, seed: int, orders: int = 6, length: int = 60) -> int:
    """A history of a seed in so many orders; returns how many operations it has."""
    history, rnd = PaperHistory(seed, length), random.Random(seed)
    first: State = {}
    for number in range(orders):
        with ground.trial() as connection:
            arrive(connection, Road.of(history, rnd), history.truth)
            found = state(connection)
            if number == 0:
                first = found
                check_meaning(connection, history)
                rebuild(connection)
                assert state(connection) == first, "I12"
            assert found == first, "I1, I3, I14: whatever the order, the doubles, the losses and the parts"
            assert not found[WAITING.name], "I6"
    return len(history.truth)

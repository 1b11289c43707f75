"""What a package brought and how things stood before it: kept with its note, so that it can be taken back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from app.journal.arrival import Arrival
from app.journal.operation import Operation
from app.journal.recording import Author
from app.journal.store import OPERATIONS, TIPS
from app.local import Fact, get_fact, set_fact
from models.everything import METADATA

PEERS = METADATA.tables["peer"]
NOTES = METADATA.tables["package_note"]
KEY = "trace"
#: The result of a package that was taken back; it may be received again.
UNDONE = "undone"

#: Device, stream, first and last number, id of the last: a piece of a chain that came as a whole.
Segment = tuple[str, str, int, int, str]


@dataclass
class Trace:
    """Small for packages of thousands of operations: pieces of chains, single ids only where a chain has branches.

    `place`: this was the how-manieth package received; `sent`: the number of the last package written before it; `own`:
    how far this laptop (`device`) had come in each stream; `again`: what had waited for this package; `change`: what it
    made this laptop write (proposals); `peer`: what was known of the sender's laptop; `kept`: the file in the inbox.
    """

    place: int
    sent: int
    device: str
    own: dict[str, int]
    peer: dict[str, Any] | None
    change: str = ""
    kept: str = ""
    segments: list[Segment] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)

    @classmethod
    def begun(cls, connection: Connection, author: Author, sender: str) -> Trace:
        """How things stand before a package of the laptop `sender` is taken in."""
        place = int(get_fact(connection, Fact.PACKAGES_RECEIVED) or "0") + 1
        set_fact(connection, Fact.PACKAGES_RECEIVED, str(place))
        reached = select(TIPS.c.stream, func.max(TIPS.c.seq)).where(TIPS.c.device == author.device)
        own = {row[0]: row[1] for row in connection.execute(reached.group_by(TIPS.c.stream))}
        peer = connection.execute(select(PEERS).where(PEERS.c.device == sender)).mappings().first()
        sent = int(get_fact(connection, Fact.PACKAGE_NUMBER) or "0")
        return cls(place, sent, author.device, own, dict(peer) if peer else None)

    def ended(self, connection: Connection, arrival: Arrival, change: str, kept: str) -> dict[str, Any]:
        """What came, for the package's note."""
        brought = {one.id for one in arrival.brought}
        applied = {one.id for one in arrival.applied}
        self.change, self.kept = change, kept
        self.again = sorted(applied - brought)
        self.segments, self.ids = _pieces(connection, [one for one in arrival.brought if one.id in applied])
        self.ids += sorted(brought - applied)
        return {KEY: asdict(self)}

    @classmethod
    def of(cls, report: str) -> Trace | None:
        """The trace in a note's report; packages received before 0.3.0 have none."""
        kept = json.loads(report or "{}").get(KEY)
        return cls(**kept) if kept else None

    def has(self, one: Operation) -> bool:
        """Whether it brought this operation; in a chain with branches perhaps only one of the same number."""
        place = any(
            (one.device, one.stream) == (each[0], each[1]) and each[2] <= one.seq <= each[3] for each in self.segments
        )
        return place or one.id in self.ids

    def brought(self, connection: Connection) -> set[str]:
        """The ids of all it brought, and of what it made this laptop write."""
        found = set(self.ids)
        columns = OPERATIONS.c
        for device, stream, first, last, tip in self.segments:
            piece = select(columns.id, columns.previous).where(
                columns.device == device, columns.stream == stream, columns.seq.between(first, last)
            )
            previous = {row.id: row.previous for row in connection.execute(piece)}
            one = tip
            while one in previous:
                found.add(one)
                one = previous[one]
        written = select(columns.id).where(columns.change == self.change, columns.device == self.device)
        return found | set(connection.execute(written).scalars())


def _pieces(connection: Connection, operations: Iterable[Operation]) -> tuple[list[Segment], list[str]]:
    """Pieces of chains without a number left out; the ids of those in chains that have branches."""
    branched = select(TIPS.c.device, TIPS.c.stream).group_by(TIPS.c.device, TIPS.c.stream).having(func.count() > 1)
    forked = {(row.device, row.stream) for row in connection.execute(branched)}
    chains: dict[tuple[str, str], list[Operation]] = defaultdict(list)
    for one in operations:
        chains[one.device, one.stream].append(one)
    segments: list[Segment] = []
    ids: list[str] = []
    for (device, stream), found in sorted(chains.items()):
        if (device, stream) in forked:
            ids += sorted(one.id for one in found)
            continue
        found.sort(key=lambda one: one.seq)
        first = found[0].seq
        for one, after in zip(found, [*found[1:], None], strict=True):
            if after is None or after.seq != one.seq + 1:
                segments.append((device, stream, first, one.seq, one.id))
                first = after.seq if after else 0
    return segments, ids


def traces_after(connection: Connection, place: int) -> list[tuple[Any, Trace]]:
    """The packages received later and not taken back, each with its note, the oldest first."""
    notes = select(NOTES).where(NOTES.c.incoming.is_(True), NOTES.c.result != UNDONE)
    found = [(note, trace) for note in connection.execute(notes) if (trace := Trace.of(note.report))]
    return sorted(((note, one) for note, one in found if one.place > place), key=lambda pair: pair[1].place)

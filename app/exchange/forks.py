"""Laptops whose folder was copied: two that number their operations alike, until they have told themselves apart."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import aliased

from app.journal.canonical import canonical_text
from app.journal.store import OPERATIONS, TIPS
from app.local import Fact, get_fact, set_fact
from models.office import Device


@dataclass(frozen=True)
class Fork:
    """A laptop's chain with branches that nothing joins, and the number at which they part."""

    device: str
    stream: str
    seq: int
    branches: int

    @property
    def id(self) -> str:
        """Names it until it is over; one branch more is another fork."""
        return f"fork:{self.device}:{self.stream}:{self.seq}:{self.branches}"


def open_forks(connection: Connection) -> list[Fork]:
    """The forks that still ask for something, those left out that an officer here has looked at.

    Both branches stay in the journal for ever. It is over when as many laptops as there are branches have an identity
    of their own: each but one took a new one in the place of the old, or the old one is retired and nobody goes on.
    """
    seen = set(json.loads(get_fact(connection, Fact.FORKS_SEEN) or "[]"))
    apart, retired = _new_identities(connection), _retired(connection)
    found = [
        one
        for one in _forks(connection)
        if apart[one.device] < one.branches - 1 and not (one.device in retired and not apart[one.device])
    ]
    return [one for one in found if one.id not in seen]


def _forks(connection: Connection) -> list[Fork]:
    chain = (TIPS.c.device, TIPS.c.stream)
    tips = select(*chain, func.count().label("branches")).group_by(*chain).having(func.count() > 1).order_by(*chain)
    return [
        Fork(row.device, row.stream, _parts_at(connection, row.device, row.stream), row.branches)
        for row in connection.execute(tips).all()
    ]


def _parts_at(connection: Connection, device: str, stream: str) -> int:
    columns = OPERATIONS.c
    place = (columns.device == device, columns.stream == stream)
    twice = select(columns.seq).where(*place).group_by(columns.seq).having(func.count() > 1)
    return connection.scalar(twice.order_by(columns.seq).limit(1)) or 0


def _new_identities(connection: Connection) -> Counter[str]:
    """How many laptops took a new identity in the place of each."""
    old = aliased(Device)
    query = select(old.device, func.count()).join(Device, Device.replaces_id == old.id)
    rows = connection.execute(query.where(Device.row_out.is_(False)).group_by(old.device))
    return Counter({row[0]: row[1] for row in rows if row[0]})


def _retired(connection: Connection) -> set[str | None]:
    return set(connection.execute(select(Device.device).where(Device.retired.is_(True))).scalars())


def mark_seen(connection: Connection, fork_id: str) -> None:
    """Remind nobody here of it any more. Raises nothing when it was marked before."""
    seen = set(json.loads(get_fact(connection, Fact.FORKS_SEEN) or "[]"))
    set_fact(connection, Fact.FORKS_SEEN, canonical_text(sorted(seen | {fork_id})))

"""The outbox is kept small: what its addressee has shown to hold goes after a while (resources/exchange.toml)."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, func, select

from app.exchange.peers import held_by
from app.exchange.quarantine import OUTBOX
from app.journal.chains import operations_lacking
from app.journal.store import OPERATIONS, batches, load_offices
from app.paths import resource
from app.workspace import Workspace
from models.exchange import PackageNote, Peer

_Chain = tuple[str, str]


@dataclass(frozen=True)
class OutboxLimits:
    """For how many days sent packages are kept, and how many for one office at most."""

    days: int
    most: int


@dataclass(frozen=True)
class _Sent:
    noted_ms: int
    report: dict[str, Any]


@cache
def outbox_limits() -> OutboxLimits:
    """Those that come with the program."""
    data = tomllib.loads(resource("exchange.toml").read_text(encoding="utf-8"))["outbox"]
    return OutboxLimits(data["days"], data["most_for_an_office"])


def trim_outbox(workspace: Workspace, now: dt.datetime | None = None) -> list[str]:
    """Delete the sent packages that are old or beyond the number kept, and acknowledged; returns their names.

    The notes stay: what was sent when is still known.
    """
    now = now or dt.datetime.now(dt.UTC)
    with workspace.read() as session:
        connection = session.connection()
        found = [
            name
            for office, notes in _sent(connection).items()
            for name in _going(connection, workspace.author.office, office, notes, now)
        ]
    gone = []
    for name in found:
        with suppress(OSError):  # open in another program: it goes with the next package
            path = workspace.folder / OUTBOX / name
            if path.exists():
                path.unlink()
                gone.append(name)
    return gone


def _sent(connection: Connection) -> dict[str, list[_Sent]]:
    """The notes of sent packages by addressee, the newest first."""
    note = PackageNote
    sent = select(note.office_code, note.noted_ms, note.report).where(note.incoming.is_(False))
    found: dict[str, list[_Sent]] = defaultdict(list)
    for row in connection.execute(sent.order_by(note.noted_ms.desc(), note.id.desc())):
        found[row.office_code].append(_Sent(row.noted_ms, json.loads(row.report)))
    return found


def _going(connection: Connection, me: str, office: str, notes: Iterable[_Sent], now: dt.datetime) -> list[str]:
    limits = outbox_limits()
    earliest = (now - dt.timedelta(days=limits.days)).timestamp() * 1000
    late = [row for place, row in enumerate(notes) if place >= limits.most or row.noted_ms < earliest]
    if not late:
        return []
    heard = connection.scalar(select(func.max(Peer.seen_ms)).where(Peer.office_code == office)) or 0
    lacking = _lacking(connection, me, office, now)
    return [
        str(row.report["kept"])
        for row in late
        if row.report.get("kept") and _acknowledged(row.report.get("ranges"), lacking, heard > row.noted_ms)
    ]


def _acknowledged(
    ranges: dict[str, dict[str, list[int]]] | None, lacking: dict[_Chain, list[int]], heard_since: bool
) -> bool:
    """Whether nothing a package brought is lacking there; of one that brought nothing whether they were heard since."""
    if ranges is None:
        return False
    spans = [((device, stream), span) for device, chains in ranges.items() for stream, span in chains.items()]
    held = not any(first <= seq <= last for chain, (first, last) in spans for seq in lacking.get(chain, ()))
    return held if spans else heard_since


def _lacking(connection: Connection, me: str, office: str, now: dt.datetime) -> dict[_Chain, list[int]]:
    """The numbers that an office has not shown to hold, chain by chain."""
    streams = load_offices(connection).carried(me, office)
    columns = OPERATIONS.c
    found: dict[_Chain, list[int]] = defaultdict(list)
    for batch in batches(operations_lacking(connection, streams, held_by(connection, office, now))):
        for row in connection.execute(select(columns.device, columns.stream, columns.seq).where(columns.id.in_(batch))):
            found[row.device, row.stream].append(row.seq)
    return found

"""What the window asks of the exchange: what leaves with the next package, what came and went, what waits."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from app.backup import last_backup
from app.backup_care import outside_days
from app.exchange.contents import leaving, names_here
from app.exchange.hearing import last_heard
from app.exchange.peers import addressees, held_by, office_name
from app.exchange.photo_parts import contents_between
from app.exchange.tasks import list_decisions
from app.flags.queries import found_at_once, open_flags
from app.journal.above import HOUSEHOLD, households_above
from app.journal.chains import operations_lacking
from app.journal.recording import Author
from app.journal.store import HEADS, OPERATIONS, batches, load_offices
from app.photos.queries import data_folder_of
from app.problems import refuse
from app.workspace import Workspace
from models.exchange import PackageNote, Peer
from models.household import Household
from models.support import Decision


@dataclass(frozen=True)
class PackageRow:
    """A package that was sent or received: with whom, when (UTC), as which file, with which result and report."""

    id: str
    incoming: bool
    office: str
    number: str
    file_name: str
    at: dt.datetime
    result: str
    report: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Outgoing:
    """What the next package to an office carries: changes it has not shown to hold, and the rows they are about.

    `rows` counts rows by kind of record; `households` are those the changes concern, `new` of them those that begin
    with it; `all_households` and `approved` (đồng) what the office holds in all; `contents` the photos, scans and files
    that go beside it. `last_sent` and `heard`: the last package there and from there (UTC).
    """

    to: str
    name: str
    operations: int
    rows: dict[str, int]
    households: int
    all_households: int
    approved: int
    last_sent: dt.datetime | None
    contents: dict[str, int] = field(default_factory=dict)
    new: int = 0
    heard: dt.datetime | None = None


@dataclass(frozen=True)
class Foot:
    """What the status bar says: the office, the last backup and package (UTC), how many decisions wait.

    `outside`: for how many days there was no backup on another drive, where that is to be told.
    """

    office: str
    backup: dt.datetime | None
    package: dt.datetime | None
    tasks: int
    outside: int | None = None


def packages(session: Session) -> list[PackageRow]:
    """Every package that was sent or received, the newest first."""
    note = PackageNote
    rows = session.scalars(select(note).order_by(note.noted_ms.desc(), note.id.desc()))
    return [
        PackageRow(
            one.id,
            one.incoming,
            one.office_name or one.office_code,
            one.number,
            one.file_name,
            _at(one.noted_ms),
            one.result,
            json.loads(one.report or "{}"),
        )
        for one in rows
    ]


def package_ending(session: Session, ending: str) -> PackageRow:
    """The received package whose id ends so. Raises `Refused` when none does, or more than one."""
    found = [one for one in packages(session) if one.incoming and one.id.endswith(ending)]
    if len(found) != 1 or not ending:
        raise refuse("package", "package_unknown", package=ending)
    return found[0]


def _at(ms: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(ms / 1000, dt.UTC)


def outgoing(session: Session, author: Author) -> list[Outgoing]:
    """What leaves with the packages that "Tạo gói" writes now: one for each office they go to."""
    connection = session.connection()
    now, folder = dt.datetime.now(dt.UTC), data_folder_of(session)
    here = names_here(folder) if folder else set()
    return [_outgoing(connection, author, to, now, here) for to in addressees(connection, author, ())]


def _outgoing(connection: Connection, author: Author, to: str, now: dt.datetime, here: set[str]) -> Outgoing:
    streams = sorted(load_offices(connection).carried(author.office, to))
    lacking = operations_lacking(connection, streams, held_by(connection, to, now))
    rows, begun = _rows_of(connection, lacking)
    kinds = _kinds(connection, rows)
    heard = connection.scalar(select(func.max(Peer.seen_ms)).where(Peer.office_code == to))
    held = Household.stream.in_(streams) & Household.row_out.is_(False)
    granted = Decision.stream.in_(streams) & Decision.row_out.is_(False)
    return Outgoing(
        to,
        office_name(connection, to),
        len(lacking),
        dict(Counter(kinds.values())),
        len(set(households_above(connection, rows).values())),
        connection.scalar(select(func.count()).select_from(Household).where(held)) or 0,
        int(connection.scalar(select(func.coalesce(func.sum(Decision.amount), 0)).where(granted)) or 0),
        last_sent(connection, to),
        leaving(connection, here, to, contents_between(connection, author.office, to, streams)),
        sum(kinds.get(row) == HOUSEHOLD for row in begun),
        _at(heard) if heard else None,
    )


def _rows_of(connection: Connection, operations: Sequence[str]) -> tuple[set[str], set[str]]:
    """The rows these operations are about, and those that begin with one of them."""
    found: set[str] = set()
    begun: set[str] = set()
    for batch in batches(operations):
        rows = connection.execute(select(OPERATIONS.c.row_id, OPERATIONS.c.kind).where(OPERATIONS.c.id.in_(batch)))
        for row in rows:
            found.add(row.row_id)
            if row.kind == "create":
                begun.add(row.row_id)
    return found, begun


def _kinds(connection: Connection, rows: set[str]) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for batch in batches(sorted(rows)):
        query = select(HEADS.c.row_id, HEADS.c.entity).where(HEADS.c.row_id.in_(batch))
        kinds |= {row.row_id: row.entity or HOUSEHOLD for row in connection.execute(query)}
    return kinds


def last_sent(connection: Connection, to: str | None = None) -> dt.datetime | None:
    """When a package was last written, to one office or to anybody (UTC)."""
    query = select(func.max(PackageNote.noted_ms)).where(PackageNote.incoming.is_(False))
    latest = connection.scalar(query if to is None else query.where(PackageNote.office_code == to))
    return _at(latest) if latest else None


def silent_offices(session: Session, author: Author, days: int, now: dt.datetime) -> list[str]:
    """The names of the offices of which nothing came for so many days, the longest silent first."""
    heard = last_heard(session, author, now)
    latest: dict[str, bool] = {}
    for one in heard:
        if not one.retired:
            silent = one.silent is None or one.silent >= days
            latest[one.office_name] = latest.get(one.office_name, True) and silent
    return [name for name, silent in latest.items() if silent]


def waiting_counts(workspace: Workspace) -> tuple[int, int | None]:
    """How many decisions wait for this office, and how many points to look at; None where these take long to find."""
    decisions = len(list_decisions(workspace))
    with workspace.read() as session:
        return decisions, len(open_flags(session)) if found_at_once(session) else None


def count_tasks(workspace: Workspace) -> int:
    """How many decisions wait for this office, points to look at included where they are found at once."""
    decisions, flags = waiting_counts(workspace)
    return decisions + (flags or 0)


def foot(workspace: Workspace) -> Foot:
    """What the status bar says now."""
    with workspace.read() as session:
        connection = session.connection()
        name, sent = office_name(connection, workspace.author.office), last_sent(connection)
        outside = outside_days(connection, workspace.folder)
    return Foot(name, last_backup(workspace.folder), sent, count_tasks(workspace), outside)

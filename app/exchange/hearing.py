"""When each office and each of its laptops was last heard: longest silent first, with what is missing of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from app.exchange.laptop_tasks import CalledLaptops, numbers_text
from app.exchange.package_trace import UNDONE
from app.exchange.peers import office_name
from app.exchange.quarantine import DISCARDED, QUARANTINED
from app.journal.arrival import find_gaps
from app.journal.recording import Author
from app.journal.store import load_offices
from app.wording import packages as words
from models.exchange import PackageNote, Peer


@dataclass(frozen=True)
class LastHeard:
    """An office's laptop, or an office of which nothing was ever heard (`device` "").

    `at` is UTC; `silent` whole days since then, None for never; `number` and `file` of the last package; `missing`: the
    numbers that have not come, in words; `retired`: nobody waits for it any more.
    """

    office: str
    office_name: str
    device: str
    laptop: str
    at: dt.datetime | None
    silent: int | None
    number: str
    file: str
    missing: str
    retired: bool

    @property
    def key(self) -> tuple[str, str]:
        """Tells it from the others."""
        return (self.office, self.device)

    def as_json(self) -> dict[str, Any]:
        """The shape of one of `package heard --json`."""
        return {
            "office": self.office,
            "office_name": self.office_name,
            "device": self.device or None,
            "laptop": self.laptop or None,
            "at": f"{self.at:%Y-%m-%dT%H:%M:%SZ}" if self.at else None,
            "silent_days": self.silent,
            "number": self.number or None,
            "file": self.file or None,
            "missing": self.missing,
            "retired": self.retired,
        }


def last_heard(session: Session, author: Author, now: dt.datetime | None = None) -> list[LastHeard]:
    """Every office that packages go between and this one, laptop by laptop, the longest silent first."""
    connection = session.connection()
    now = now or dt.datetime.now(dt.UTC)
    offices = load_offices(connection)
    line = {*list(offices.above(author.office))[:1], *offices.below(author.office)}
    heard = connection.execute(select(Peer).where(Peer.device != author.device)).all()
    missing, notes, called = _missing(connection), _last_notes(connection), CalledLaptops(connection, author)
    found = []
    for row in heard:
        at = dt.datetime.fromtimestamp(row.seen_ms / 1000, dt.UTC)
        note, who = notes.get(row.device), called.of(row.device)
        silent = max(0, (now.astimezone().date() - at.astimezone().date()).days)
        name = office_name(connection, row.office_code)
        number, file = note or ("", "")
        gaps = "; ".join(missing.pop(row.device, ()))
        found.append(
            LastHeard(row.office_code, name, row.device, who.name, at, silent, number, file, gaps, who.retired)
        )
    silent_offices = line - {row.office_code for row in heard}
    found += [_never(connection, code) for code in silent_offices]
    return sorted(found, key=_order)


def _never(connection: Connection, code: str) -> LastHeard:
    return LastHeard(code, office_name(connection, code), "", "", None, None, "", "", "", retired=False)


def _order(one: LastHeard) -> tuple[object, ...]:
    """Nothing heard first, laptops at rest last."""
    at = one.at.timestamp() if one.at else 0.0
    return (one.retired, at, one.office_name, one.laptop)


def _missing(connection: Connection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for gap in find_gaps(connection):
        found[gap.device].append(numbers_text(gap))
    return found


def _last_notes(connection: Connection) -> dict[str, tuple[str, str]]:
    """Number and file of the last package of each laptop that came in."""
    came = PackageNote.incoming.is_(True) & PackageNote.result.not_in([QUARANTINED, UNDONE, DISCARDED])
    latest = select(PackageNote.device, func.max(PackageNote.noted_ms).label("ms")).where(came)
    last = latest.group_by(PackageNote.device).subquery()
    columns = (PackageNote.device, PackageNote.number, PackageNote.file_name)
    rows = connection.execute(
        select(*columns).join(last, (PackageNote.device == last.c.device) & (PackageNote.noted_ms == last.c.ms))
    )
    return {row.device: (row.number, row.file_name) for row in rows}


def silence_text(one: LastHeard) -> str:
    """How long a laptop has been silent, in words."""
    if one.silent is None:
        return words.NEVER_HEARD
    return words.SILENT_DAYS.format(days=one.silent) if one.silent else words.HEARD_TODAY

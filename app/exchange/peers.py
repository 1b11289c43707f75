"""The other offices and laptops: to whom packages go, and what each has shown to hold."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

from sqlalchemy import Connection, select

from app.exchange.trust import retired_laptops
from app.journal.chains import Vector
from app.journal.offices import OfficeEntry, OfficeMap
from app.journal.recording import Author
from app.journal.store import load_offices
from app.problems import refuse
from models.exchange import Peer
from models.office import Device, Office
from models.vocabulary import Level

SILENT_DAYS = 90


def office_of(connection: Connection, code: str) -> OfficeEntry:
    """The map's entry of an office that is known here."""
    return load_offices(connection).entries[code]


def office_name(connection: Connection, code: str) -> str:
    """What an office is called; a superior whose row has not come by the name its commune gave it."""
    found = connection.scalar(select(Office.name).where(Office.code == code))
    return found or connection.scalar(select(Office.superior_name).where(Office.superior_code == code)) or code


def addressees(connection: Connection, author: Author, wanted: Sequence[str]) -> list[str]:
    """Whom packages go to: those wanted; else the superior, and for an upper office every office under it it has
    heard from. Raises `Refused` for an office that is unknown or not on this office's line.
    """
    offices = load_offices(connection)
    entry = offices.entries[author.office]
    line = {author.office, *offices.above(author.office), *offices.below(author.office)}
    for code in wanted:
        if code not in offices.entries:
            raise refuse("to", "addressee_unknown", office=code)
        if code not in line:
            raise refuse("to", "agency_address", office=code)
    if wanted:
        return list(dict.fromkeys(wanted))
    found = [offices.current(entry.superior)] if entry.superior else []
    if author.level is Level.UPPER:
        heard = set(connection.execute(select(Peer.office_code)).scalars())
        # An office whose superior was taken over by this one is heard from through it.
        below = [one for one in offices.below(author.office) if one in heard or _ours_now(offices, author, one)]
        found = sorted(one for one in below if offices.current(one) == one) + found
    return found


def _ours_now(offices: OfficeMap, author: Author, code: str) -> bool:
    superior = offices.entries[code].superior or ""
    return superior != author.office and offices.current(superior) == author.office


def held_by(connection: Connection, office: str, now: dt.datetime) -> list[Vector]:
    """The vectors of the laptops of an office that count: not retired, not silent for 90 days.

    If only silent ones are left they count; with none left everything is sent.
    """
    retired = set(connection.execute(select(Device.device).where(Device.retired.is_(True))).scalars())
    retired |= retired_laptops(connection)
    rows = connection.execute(select(Peer.device, Peer.vector, Peer.seen_ms).where(Peer.office_code == office))
    known = [row for row in rows if row.device not in retired]
    earliest = (now - dt.timedelta(days=SILENT_DAYS)).timestamp() * 1000
    heard = [row for row in known if row.seen_ms >= earliest] or known
    return [json.loads(row.vector) for row in heard]

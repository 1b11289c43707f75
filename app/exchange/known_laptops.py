"""The laptops this office knows: its own, those it met and those somebody spoke of, each with its check code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.device_keys import check_code
from app.exchange.peers import office_name
from app.exchange.quarantine import HeldPackage, held_packages
from app.exchange.trust import Sender, Statement, Trust, load_trust
from app.journal.recording import Author
from app.wording.laptops import laptop_called
from models.exchange import Peer
from models.office import Device, Office


class LaptopState(StrEnum):
    """What a laptop is to this office. Quarantined: nobody compared its code yet, and packages of it are held."""

    OWN = "own"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    RETIRED = "retired"
    QUARANTINED = "quarantined"


@dataclass(frozen=True)
class Laptop:
    """A laptop as people see it. `last_heard` is UTC.

    `said`: the word by which it is believed or retired, `said_by` the name of the office whose word that is.
    `replaced`: its office gave it a new identity, nothing is to be compared more. `met`: a package, or its card, came.
    """

    sender: Sender
    state: LaptopState
    last_heard: dt.datetime | None = None
    said: Statement | None = None
    held: tuple[HeldPackage, ...] = ()
    replaced: bool = False
    met: bool = False
    said_by: str = ""

    @property
    def called(self) -> str:
        """Its name, or the beginning of its id."""
        return laptop_called(self.sender.name, self.sender.device)

    @property
    def check_code(self) -> str:
        """The "Mã đối chiếu"; "" for a laptop whose key is not known."""
        return check_code(self.sender.office, self.sender.device, self.sender.key) if self.sender.key else ""

    @property
    def waits(self) -> bool:
        """Whether two people could compare its code now."""
        return self.state in (LaptopState.UNCONFIRMED, LaptopState.QUARANTINED) and bool(self.sender.key)

    def as_json(self) -> dict[str, Any]:
        """The shape of `device list --json`."""
        return {
            "device": self.sender.device,
            "office": self.sender.office,
            "office_name": self.sender.office_name,
            "name": self.sender.name,
            "check_code": self.check_code,
            "state": self.state.value,
            "last_heard": f"{self.last_heard:%Y-%m-%dT%H:%M:%SZ}" if self.last_heard else None,
        }


def known_laptops(session: Session, author: Author) -> list[Laptop]:
    """The laptop in use first, then those whose code is to be compared, then the others by office and name."""
    connection = session.connection()
    trust, held = load_trust(connection, author), held_packages(connection)
    heard = {row.device: row.seen_ms for row in connection.execute(select(Peer.device, Peer.seen_ms))}
    rows = _registered(connection)
    own = {device for device, row in rows.items() if row.office == author.office}
    met = {author.device, *own, *trust.noted, *(one.laptop.device for one in trust.statements)}
    found = [_laptop(trust, device, rows.get(device), held, heard) for device in met]
    retired = set(connection.execute(select(Device.device).where(Device.retired.is_(True))).scalars())
    found = [_replaced(one) if one.sender.device in retired else one for one in found]
    return sorted(_with_names(connection, found), key=_order)


def _with_names(connection: Connection, found: list[Laptop]) -> list[Laptop]:
    """The laptops with their offices by name; an office that is not known here as its laptop calls it."""
    rows = connection.execute(select(Office.code, Office.name))
    names = {row.code: row.name for row in rows if row.name}
    named = []
    for one in found:
        code = one.sender.office
        name = names.get(code) or one.sender.office_name or office_name(connection, code)
        by = names.get(one.said.by, one.said.by) if one.said else ""
        named.append(replace(one, sender=replace(one.sender, office_name=name), said_by=by))
    return named


def _order(one: Laptop) -> tuple[object, ...]:
    sender = one.sender
    first = 0 if one.state is LaptopState.OWN else 1 if one.waits else 2 if one.state is LaptopState.CONFIRMED else 3
    return (first, sender.office, sender.name, sender.device)


def _registered(connection: Connection) -> dict[str, Sender]:
    """The laptops that offices have written into their own rows."""
    query = select(Device.device, Device.name, Device.key, Office.code).join(Office, Office.id == Device.office_id)
    rows = connection.execute(query.where(Device.row_out.is_(False)))
    return {row.device: Sender(row.device, row.code, "", row.name or "", row.key or "") for row in rows if row.device}


def _laptop(
    trust: Trust, device: str, row: Sender | None, packages: Iterable[HeldPackage], heard: dict[str, int]
) -> Laptop:
    standing = trust.standing(device)
    sender = _as_known(trust, device, row, standing)
    retired = trust.retired(device, sender.office)
    held = tuple(one for one in packages if one.sender.device == device)
    confirmed = next((one for one in standing if one.laptop.key == sender.key and not retired), None)
    if device == trust.device:
        state = LaptopState.OWN
    elif retired:
        state = LaptopState.RETIRED
    elif sender.key in trust.keys(device, sender.office):
        state = LaptopState.CONFIRMED
    else:
        state = LaptopState.QUARANTINED if held else LaptopState.UNCONFIRMED
    at = dt.datetime.fromtimestamp(heard[device] / 1000, dt.UTC) if device in heard else None
    return Laptop(sender, state, at, retired or confirmed, held, met=device in trust.noted)


def _as_known(trust: Trust, device: str, row: Sender | None, standing: list[Statement]) -> Sender:
    """Whose it is and with which key: as people compared it, else as it came, else as its office wrote it.

    Nobody knows of a laptop that is just taking a new identity: it is of this office.
    """
    noted = trust.noted.get(device)
    said = next((one.laptop for one in standing if one.laptop.key in trust.keys(device, one.laptop.office)), None)
    sources = [one for one in (said, noted, row, *(one.laptop for one in standing)) if one is not None]
    first = sources[0] if sources else Sender(device, trust.office)
    name = (row.name if row else "") or next((one.name for one in sources if one.name), "")
    key = first.key or next((one.key for one in sources if one.key), "")
    office_name = next((one.office_name for one in sources if one.office_name), "")
    return Sender(device, first.office, office_name, name, key)


def _replaced(one: Laptop) -> Laptop:
    """A laptop whose office has written that it took a new identity: shown as such, if nobody said otherwise."""
    if one.state is LaptopState.UNCONFIRMED:
        return replace(one, state=LaptopState.RETIRED, replaced=True)
    return one

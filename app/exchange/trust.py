"""Whom an office believes: what it and the offices above said of laptops, and whether a package may come in.

Pure but for `load_trust`; the rules are written for other programs in docs/exchange.md, "Known senders".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from app.journal.offices import OfficeMap
from app.journal.recording import Author
from app.journal.store import load_offices
from models.exchange import DeviceTrust, LaptopNote
from models.office import Device, Office
from models.vocabulary import TrustState


@dataclass(frozen=True)
class Sender:
    """The laptop that a package says it is from; `key` is "" where it bears no signature."""

    device: str
    office: str
    office_name: str = ""
    name: str = ""
    key: str = ""

    @classmethod
    def of(cls, manifest: dict[str, Any]) -> Sender:
        """What a manifest, whose signature was proved by the key it names, says of its sender."""
        sender = manifest["from"]
        texts = (sender.get("device_name"), sender.get("key"))
        name, key = (str(one or "") for one in texts)
        return cls(str(sender["device"]), str(sender["office"]), str(sender["name"]), name, key)


@dataclass(frozen=True)
class Statement:
    """What the office `by` said of a laptop, with the day (ISO) and the person."""

    id: str
    by: str
    laptop: Sender
    state: TrustState
    day: str = ""
    person: str = ""
    reason: str = ""
    replaces: str | None = None


@dataclass(frozen=True)
class Trust:
    """All that is known of laptops in one office: `statements` of every office, and `noted` laptops that were met.

    `own_key` is the public part of the key of this very laptop (`device`).
    """

    office: str
    offices: OfficeMap
    device: str = ""
    own_key: str = ""
    statements: tuple[Statement, ...] = ()
    noted: dict[str, Sender] = field(default_factory=dict)

    @property
    def paired(self) -> bool:
        """Whether somebody here has ever confirmed a laptop: from then on only those that are believed are heard."""
        return any(one.by == self.office and one.state is TrustState.CONFIRMED for one in self.statements)

    @cached_property
    def _by_device(self) -> dict[str, list[Statement]]:
        replaced = {(one.by, one.replaces) for one in self.statements}
        found: dict[str, list[Statement]] = {}
        for one in self.statements:
            if (one.by, one.id) not in replaced:
                found.setdefault(one.laptop.device, []).append(one)
        return found

    def standing(self, device: str) -> list[Statement]:
        """What offices say of a laptop and have not replaced by a later word."""
        return self._by_device.get(device, [])

    def keys(self, device: str, office: str) -> set[str]:
        """The keys with which this laptop of that office is believed: confirmed here or above."""
        believed = {self.office, *self.offices.above(self.office)}
        found = {
            one.laptop.key
            for one in self.standing(device)
            if one.state is TrustState.CONFIRMED and one.by in believed and one.laptop.office == office
        }
        return found | ({self.own_key} if device == self.device and self.own_key else set())

    def retired(self, device: str, office: str) -> Statement | None:
        """The word by which a laptop is not heard any more: of this office, its own, or one above either.

        Its own is also the one that was noted when it was first met, whatever its packages say now.
        """
        noted = self.noted.get(device)
        theirs = {self.office, office, *([noted.office] if noted else [])}
        heard = theirs.union(*(self.offices.above(code) for code in theirs))
        said = [one for one in self.standing(device) if one.state is TrustState.RETIRED and one.by in heard]
        return min(said, key=lambda one: (one.by != self.office, one.id), default=None)

    def verdict(self, sender: Sender) -> str:
        """Why a package of this laptop is held back (a key of `wording.laptops.HELD`); "" where it may come in."""
        if self.retired(sender.device, sender.office):
            return "laptop_retired"
        known, noted = self.keys(sender.device, sender.office), self.noted.get(sender.device)
        met = noted.key if noted else ""
        if not sender.key:
            return "laptop_unsigned" if self.paired or known or met else ""
        if sender.key in known:
            return ""
        if known or (met and met != sender.key):
            return "laptop_key_changed"
        return "laptop_unknown" if self.paired else ""


def retired_laptops(connection: Connection) -> set[str]:
    """The laptops that an office known here retired and did not believe again: nobody waits for them."""
    said = Trust("", OfficeMap([]), statements=tuple(_statements(connection, load_offices(connection))))
    return {
        one.laptop.device
        for one in said.statements
        if one.state is TrustState.RETIRED and one in said.standing(one.laptop.device)
    }


def load_trust(connection: Connection, author: Author) -> Trust:
    """What this office knows of laptops now."""
    offices = load_offices(connection)
    own = connection.scalar(select(Device.key).where(Device.device == author.device)) or ""
    noted = {
        row.device: Sender(row.device, row.office_code, row.office_name, row.name, row.key)
        for row in connection.execute(select(LaptopNote.__table__))
    }
    return Trust(author.office, offices, author.device, own, tuple(_statements(connection, offices)), noted)


def _statements(connection: Connection, offices: OfficeMap) -> Iterable[Statement]:
    """The words of offices that are known here; what a predecessor said is its successor's word."""
    row = DeviceTrust
    query = select(row, Office.code).join(Office, Office.id == row.office_id).where(row.row_out.is_(False))
    for one in connection.execute(query.with_only_columns(row.__table__, Office.code)).mappings():
        if one["state"] in set(TrustState) and one["device"]:
            laptop = Sender(one["device"], one["device_office"] or "", "", one["device_name"] or "", one["key"] or "")
            words = (one["stated_on"] or "", one["stated_by"] or "", one["reason"] or "")
            by = offices.holder(one["stream"])
            yield Statement(one["id"], by, laptop, TrustState(one["state"]), *words, one["replaces_id"])

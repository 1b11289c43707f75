"""Packages held back ("Tạm giữ, chưa nhập"): noted, with the original in the inbox, and received once believed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from app.exchange.trust import Sender, Trust
from app.journal.store import upsert
from app.wording.laptops import HELD, laptop_called
from models.everything import METADATA

QUARANTINED = "quarantined"
#: The result of a held package that was thrown away; the same file may be received again.
DISCARDED = "discarded"
#: Beside the database: the originals of packages that came, and of those that went.
INBOX, OUTBOX = "inbox", "outbox"
_LAPTOPS, _NOTES = METADATA.tables["laptop_note"], METADATA.tables["package_note"]
#: What of a manifest is kept for people to look at while the package is held.
_LOOKED_AT = ("number", "created", "count", "sums")


@dataclass(frozen=True)
class HeldPackage:
    """A package that is held: its sender, the file it came as and the one in the inbox, why (a key of `HELD`).

    `about` is what its manifest says: `number`, `created` (UTC), `count` of operations, `sums` a kind of record.
    """

    id: str
    sender: Sender
    file_name: str
    kept: str
    noted_ms: int
    why: str
    about: dict[str, Any]

    @property
    def sentence(self) -> str:
        """Why it is held and what to do."""
        return held_sentence(self.why, self.file_name, self.sender)


def held_sentence(why: str, name: str, sender: Sender) -> str:
    """Why a package is held and what to do."""
    called = laptop_called(sender.name, sender.device)
    return HELD[why].format(name=name, device=called, office=sender.office_name or sender.office)


def why_held(report: dict[str, Any], name: str, office: str) -> str:
    """The same, from the report of a package's note."""
    held = report.get("held")
    if not isinstance(held, dict) or held.get("why") not in HELD:
        return ""
    return HELD[held["why"]].format(
        name=name, device=laptop_called(held.get("name"), str(held.get("device") or "")), office=office
    )


def about_held(manifest: dict[str, Any], sender: Sender, why: str, kept: Path) -> dict[str, Any]:
    """What the note of a held package keeps beside its report; it has brought no operations here yet."""
    looked_at = {name: manifest.get(name) for name in _LOOKED_AT}
    held: dict[str, Any] = {"why": why, "kept": kept.name, "key": sender.key, "name": sender.name}
    held |= {"device": sender.device, **looked_at}
    return {"held": held, "ranges": {}}


def held_packages(connection: Connection) -> list[HeldPackage]:
    """The packages that are held, the oldest first."""
    held = _NOTES.c.incoming & (_NOTES.c.result == QUARANTINED)
    rows = connection.execute(select(_NOTES).where(held).order_by(_NOTES.c.noted_ms, _NOTES.c.id))
    found = []
    for row in rows:
        about = json.loads(row.report).get("held", {})
        name, key = (str(about.get(one) or "") for one in ("name", "key"))
        sender = Sender(row.device, row.office_code, row.office_name, name, key)
        kept, why = (str(about.get(one) or "") for one in ("kept", "why"))
        found.append(HeldPackage(row.id, sender, row.file_name, kept, row.noted_ms, why, about))
    return found


def believed_among(held: Sequence[HeldPackage], trust: Trust) -> list[HeldPackage]:
    """The held packages whose laptop is believed by now with the key that signed them."""
    return [one for one in held if not trust.verdict(one.sender)]


def note_laptop(connection: Connection, trust: Trust, sender: Sender, now_ms: int) -> None:
    """Remember a laptop that was met, with the key it came with. A key that was noted before stays."""
    before = trust.noted.get(sender.device)
    if before is not None and before.key and before.key != sender.key:
        return
    keep_note(connection, sender, before.name if before and not sender.name else sender.name, now_ms)


def keep_note(connection: Connection, sender: Sender, name: str, now_ms: int) -> None:
    """Note a laptop with the key of this sender, whatever was noted before."""
    row = {
        "device": sender.device,
        "office_code": sender.office,
        "office_name": sender.office_name,
        "name": name,
        "key": sender.key,
        "noted_ms": now_ms,
    }
    upsert(connection, _LAPTOPS, [row])


def in_inbox(folder: Path, packages: Sequence[HeldPackage]) -> list[Path]:
    """The originals of held packages that still lie in the inbox of a data folder."""
    paths = [folder / INBOX / one.kept for one in packages if one.kept]
    return [one for one in paths if one.is_file()]

"""One operation: one save of one row by one user, all fields it changed."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from sys import intern
from typing import Any

from app.journal.canonical import Json, chain_hash, clean, encoded, salted_hash, value_hash
from app.journal.upcasting import lifting

#: The exchange schema that this program writes. Older ones pass through upcasters, newer ones are kept and forwarded.
SCHEMA = 1
#: The kinds whose meaning this version knows; others are kept and forwarded.
KINDS = frozenset({"create", "edit", "delete", "restore", "propose", "resolve", "accept", "reject", "alias", "erase"})
ANSWERS = frozenset({"resolve", "accept", "reject", "erase"})
PROPOSAL_ID_LENGTH = 36
#: The end of the year 9999 in ms: no clock shows more, and every reader can say it as a date.
LAST_MS = 253_402_300_799_999
LAST_NUMBER = 2**53 - 1


_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_id(text: str) -> bool:
    """Whether a text is a row id: 36 lower-case characters."""
    return _ID.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """An operation as written, all of it clean.

    `values` holds (value, salt) a field; a field erased has only its digest. `text` is what it was read from where that
    is the one way to write it: thousands need not be written again to be kept. `written` is the operation as it was
    written under an older schema, where this one says it as it is said now.
    """

    id: str
    device: str
    stream: str
    seq: int
    time: tuple[int, int]
    office: str
    user: tuple[str, str]
    role: str
    action: str
    change: str
    entity: str
    row: str
    parent: str | None
    kind: str
    digests: dict[str, str]
    values: dict[str, tuple[Json, str]]
    supersedes: dict[str, list[str]]
    about: tuple[str, ...] = ()
    proposal: str | None = None
    schema: int = SCHEMA
    text: str = ""
    written: Operation | None = None

    @property
    def name(self) -> str:
        """How others name it in `supersedes` and `about`: a proposal by its proposal id."""
        return self.proposal or self.id

    @property
    def order(self) -> tuple[tuple[int, int], str]:
        """Newest is by (ms, counter, hash)."""
        return (self.time, self.id)

    @property
    def at(self) -> str:
        """When it was written, UTC with "Z", to the second."""
        return dt.datetime.fromtimestamp(self.time[0] / 1000, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def body(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Everything but the hash, with `fields` as given: digests for hashing, values for the wire."""
        return {
            "about": list(self.about),
            "action": self.action,
            "change": self.change,
            "device": self.device,
            "entity": self.entity,
            "fields": fields,
            "kind": self.kind,
            "office": self.office,
            "parent": self.parent,
            "proposal": self.proposal,
            "role": self.role,
            "row": self.row,
            "schema": self.schema,
            "seq": self.seq,
            "stream": self.stream,
            "supersedes": self.supersedes,
            "time": list(self.time),
            "user": list(self.user),
        }

    def chained(self, previous: str) -> str:
        """The id this operation has when it follows `previous` ("" at the start of a chain)."""
        if self.written is not None:
            return self.written.chained(previous)
        return chain_hash(previous, self.body(dict(self.digests)))

    def to_wire(self) -> str:
        """Canonical JSON with hash: `fields` is {name: [value, salt]}, or {name: [digest]} where it was erased."""
        if self.written is not None:
            return self.written.to_wire()
        if self.text:
            return self.text
        fields: dict[str, Any] = {name: [digest] for name, digest in self.digests.items()}
        fields |= {name: [value, salt] for name, (value, salt) in self.values.items()}
        return encoded(self.body(fields) | {"hash": self.id})

    def whole(self) -> bool:
        """True when no value is missing."""
        return len(self.values) == len(self.digests)

    def without(self, fields: Iterable[str]) -> Operation:
        """The operation with these values erased: their digests stay, so its hash stays right."""
        gone = set(fields)
        left = {name: held for name, held in self.values.items() if name not in gone}
        written = self.written
        if written is not None:
            written = written.without(
                old for old, new in zip(written.digests, self.digests, strict=True) if new in gone
            )
        return replace(self, values=left, text="", written=written)

    def value(self, field: str) -> Json:
        """The value it gives a field; null where it gives none."""
        held = self.values.get(field)
        return held[0] if held else None


def sealed(draft: Operation, previous: str) -> Operation:
    """The draft itself, given its id once everything else is settled: nobody else has seen it yet."""
    object.__setattr__(draft, "id", draft.chained(previous))
    return draft


def salted(fields: dict[str, object]) -> tuple[dict[str, tuple[Json, str]], dict[str, str]]:
    """Clean values, each with a salt of its own, and the value hash of each field."""
    values: dict[str, tuple[Json, str]] = {}
    digests: dict[str, str] = {}
    for name, value in fields.items():
        kept = clean(value)
        salt, digests[name] = salted_hash(kept)
        values[name] = (kept, salt)
    return values, digests


class Malformed(ValueError):
    """A text that is no operation, or one whose values do not fit their hashes."""


def from_wire(text: str) -> Operation:
    """Read an operation. Raises `Malformed` when it is none; the chain is checked where its predecessor is known."""
    try:
        data = _decode(text)
        if not _plain(text) and clean(data) != data:
            raise Malformed("not canonical")
        return _lifted(_from_json(data, text if encoded(data) == text and len(data) == _KEYS else ""))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Malformed(str(error)) from error


def _refuse(number: str) -> None:
    raise Malformed(f"{number} is no number of a journal")


_decode = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse).decode
#: How many keys an operation has on the wire.
_KEYS = 19


def _plain(text: str) -> bool:
    """Whether every value read from a text is clean for certain: nothing escaped, nothing empty, all of it NFC."""
    text.encode()  # a lone surrogate is refused here
    return "\\" not in text and '""' not in text and unicodedata.is_normalized("NFC", text)


def _from_json(data: dict[str, Any], text: str) -> Operation:
    """The operation; what thousands of them say alike (names, the laptop, the user) is kept once for all."""
    digests: dict[str, str] = {}
    values: dict[str, tuple[Json, str]] = {}
    for name, held in zip(map(intern, data["fields"]), data["fields"].values(), strict=True):
        if len(held) == 1:
            digests[name] = str(held[0])
        else:
            value, salt = held
            values[name] = (value, salt)
            digests[name] = value_hash(salt, value)
    ms, counter = data["time"]
    user_id, user_name = data["user"]
    return Operation(
        id=_text(data, "hash"),
        device=intern(_text(data, "device")),
        stream=intern(_text(data, "stream")),
        seq=_whole(data["seq"], at_least=1),
        time=(_whole(ms, at_most=LAST_MS), _whole(counter)),
        office=intern(_text(data, "office")),
        user=(intern(_row_id(user_id)), intern(str(user_name))),
        role=intern(_text(data, "role")),
        action=intern(_text(data, "action")),
        change=intern(_row_id(data["change"])),
        entity=intern(_text(data, "entity")),
        row=_row_id(data["row"]),
        parent=None if data["parent"] is None else _row_id(data["parent"]),
        kind=intern(_text(data, "kind")),
        digests=digests,
        values=values,
        supersedes={str(name): [str(one) for one in fields] for name, fields in data["supersedes"].items()},
        about=tuple(str(one) for one in data["about"]),
        proposal=None if data["proposal"] is None else _row_id(data["proposal"]),
        schema=_whole(data["schema"]),
        text=text,
    )


def _lifted(one: Operation) -> Operation:
    """What an operation of an older schema says to this program; its id, chain and text stay as they were written."""
    now = lifting(one.schema, one.entity)
    if now is None:
        return one
    return replace(
        one,
        entity=now.entity,
        digests={now.name(old): digest for old, digest in one.digests.items()},
        values={now.name(old): (now.value(old, value), salt) for old, (value, salt) in one.values.items()},
        supersedes={name: [now.name(old) for old in fields] for name, fields in one.supersedes.items()},
        written=one,
    )


def _text(data: dict[str, Any], key: str) -> str:
    value = data[key]
    if not isinstance(value, str) or not value:
        raise Malformed(f"{key} is no text")
    return value


def _row_id(value: object) -> str:
    if not isinstance(value, str) or not is_id(value):
        raise Malformed("an id is expected")
    return value


def _whole(value: object, *, at_least: int = 0, at_most: int = LAST_NUMBER) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not at_least <= value <= at_most:
        raise Malformed("a number is expected")
    return value

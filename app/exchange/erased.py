"""What was emptied here for good: which values are personal, which packages may hold them, what stands again."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from app.journal.canonical import canonical_text
from app.journal.store import entities, fields_of
from app.local import Fact, get_fact, set_fact
from app.wording import erasing as words
from models.everything import METADATA

NOTES = METADATA.tables["package_note"]

#: What says something of people; numbers, days and amounts of what was decided and paid stay.
_NAMES = (
    "code head_name gender birth citizen_id ethnicity phone village_id address flags bank_account bank_name "
    "bank_holder guardian independent_since resident_since name relation description land_papers occupation education "
    "employment religion circumstances need surveyors latitude longitude certificate cause indicators receiver payee "
    "reason house_name found_by helper sender content rechecked_by recheck_note answer responsible bank contract note "
    "out_reason"
)
_PERSONAL = frozenset(_NAMES.split())
#: Says why the data went: written anew.
REASON = "out_reason"


def is_personal(entity: str, field: str) -> bool:
    """Whether a value goes; what only a newer version knows goes too."""
    known = entity in entities() and field in fields_of(entity)
    return field in _PERSONAL if known else True


def still_personal(entity: str, field: str) -> bool:
    """The same, the reason apart."""
    return field != REASON and is_personal(entity, field)


def note_erased(connection: Connection, emptied: Mapping[str, Iterable[str]]) -> None:
    """Remember what was emptied, so that packages that still hold it are found, also those that come again."""
    known = erased_here(connection)
    for row, fields in emptied.items():
        known[row] = sorted({*known.get(row, ()), *fields})
    set_fact(connection, Fact.ERASED, canonical_text(known))
    _quiet_notes(connection, known)


def _quiet_notes(connection: Connection, rows: Collection[str]) -> None:
    """The notes of packages quote nothing of these rows any more; nor of rows they do not name."""
    quoting = select(NOTES.c.id, NOTES.c.incoming, NOTES.c.report).where(NOTES.c.report.contains('"old":'))
    for note in connection.execute(quoting).all():
        report = json.loads(note.report)
        for one in (*report.get("proposals", ()), *report.get("reported", ())):
            if one.get("row") is None or one["row"] in rows:
                one |= {"old": None, "new": None} | ({"why": words.QUOTED_NO_MORE} if "why" in one else {})
        mine = (NOTES.c.id == note.id) & (NOTES.c.incoming == note.incoming)
        connection.execute(update(NOTES).where(mine).values(report=canonical_text(report)))


def erased_here(connection: Connection) -> dict[str, list[str]]:
    """Row -> the fields of which values were emptied."""
    found: dict[str, list[str]] = json.loads(get_fact(connection, Fact.ERASED) or "{}")
    return found


def note_contents(connection: Connection, contents: Iterable[str]) -> None:
    """Remember the contents (SHA-256) of pictures and scans that went, and that there was an erase just now.

    They say nothing of anybody; a part of photos that comes later brings none of them back.
    """
    gone = sorted(gone_contents(connection).union(contents))
    kept = _files(connection) | {"contents": gone, "ms": int(time.time() * 1000)}
    set_fact(connection, Fact.ERASED_FILES, json.dumps(kept))


def note_locked(connection: Connection, packages: Collection[str]) -> None:
    """Remember which packages could not be looked into."""
    if told_ms(connection) is not None:
        set_fact(connection, Fact.ERASED_FILES, json.dumps(_files(connection) | {"locked": sorted(packages)}))


def gone_contents(connection: Connection) -> set[str]:
    """The contents that went and are not to be kept when they come again, unless a record names them."""
    return set(_files(connection).get("contents", ()))


def told_ms(connection: Connection) -> int | None:
    """When something was erased here last, in ms; None where nothing was since a person has seen to the files."""
    at: int | None = _files(connection).get("ms")
    return at


def locked_names(connection: Connection) -> list[str]:
    """The names of the packages that could not be looked into then."""
    return list(_files(connection).get("locked", ()))


def _files(connection: Connection) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(get_fact(connection, Fact.ERASED_FILES) or "{}")
    return found


def mark_files_done(connection: Connection) -> None:
    """Remind nobody here of the files that hold erased data, until the next erase."""
    set_fact(connection, Fact.ERASED_FILES, json.dumps({"contents": sorted(gone_contents(connection))}))

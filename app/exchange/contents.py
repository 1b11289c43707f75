"""What records name by its content: photos, scans, Word templates, sent reports. Which of it lies here, who has it.

The bytes lie beside the database under their SHA-256 and travel in parts beside packages (docs/exchange.md, Photos).
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, delete, select

from app.documents.scan_files import JPEG
from app.documents.text_files import DOCX
from app.journal.store import batches, table_of, upsert
from app.kept_files import FOLDER as KEPT
from app.kept_files import kept_path
from app.pictures import FOLDER as PHOTOS
from app.pictures import photo_path
from models.base import key_id
from models.everything import METADATA

HELD = METADATA.tables["content_held"]
#: So many contents a package asks for, and so many are taken note of.
MOST_WANTED = 500
_DIGEST = re.compile(r"[0-9a-f]{64}")


class ContentKind(StrEnum):
    """What a content is to the records that name it."""

    PHOTO = "photo"
    SCAN = "scan"
    TEMPLATE = "template"
    REPORT = "report"


@dataclass(frozen=True)
class Content:
    """Bytes that a record names: their SHA-256 in hex, the ending they are kept under, the record's table and id."""

    kind: ContentKind
    content: str
    ending: str
    table: str
    row: str

    @property
    def name(self) -> str:
        """Its file name: the content with its ending."""
        return f"{self.content}{self.ending}"

    def path(self, folder: Path) -> Path:
        """Where it lies in a data folder."""
        if self.kind is ContentKind.PHOTO:
            return photo_path(folder, self.content)
        return kept_path(folder, self.content, self.ending)


@dataclass(frozen=True)
class _Named:
    """A kind of record that names contents, and the columns that do; without `ending` all have the ending `always`."""

    kind: ContentKind
    entity: str
    content: str = "content"
    ending: str | None = None
    always: str = ""


_NAMED = (
    _Named(ContentKind.PHOTO, "photo", always=JPEG),
    _Named(ContentKind.SCAN, "paper_mark", ending="ending"),
    _Named(ContentKind.TEMPLATE, "paper_setting", "template_content", always=DOCX),
    _Named(ContentKind.REPORT, "sent_report", "file_hash", "file_name"),
)
#: The tables whose change may change what is awaited.
TABLES = frozenset(one.entity for one in _NAMED)


def recorded_contents(
    connection: Connection,
    *,
    streams: Collection[str] | None = None,
    among: Collection[str] | None = None,
    templates_of: str | None = None,
) -> list[Content]:
    """What living records name, the newest first: of these streams, among these contents, else all.

    Templates only of the office `templates_of`: nobody else prints by them.
    """
    found: list[Content] = []
    for one in _NAMED:
        if one.kind is not ContentKind.TEMPLATE or templates_of is not None:
            for asked in [None] if among is None else batches(among):
                found += _recorded(connection, one, streams, asked, templates_of)
    return sorted(found, key=lambda one: one.row, reverse=True)


def _recorded(
    connection: Connection,
    one: _Named,
    streams: Collection[str] | None,
    among: Sequence[str] | None,
    templates_of: str | None,
) -> list[Content]:
    table = table_of(one.entity)
    content = table.c[one.content]
    columns = [table.c.id, content.label("content"), *([table.c[one.ending].label("ending")] if one.ending else [])]
    query = select(*columns).where(content.is_not(None), table.c.row_out.is_(False))
    if streams is not None:
        query = query.where(table.c.stream.in_(streams))
    if among is not None:
        query = query.where(content.in_(among))
    if one.kind is ContentKind.TEMPLATE:
        query = query.where(table.c.office_id == key_id(f"office:{templates_of}"))
    rows = [row for row in connection.execute(query) if _DIGEST.fullmatch(row.content)]
    endings = [one.always or _ending(row.ending) for row in rows]
    pairs = zip(rows, endings, strict=True)
    return [Content(one.kind, row.content, ending, table.name, row.id) for row, ending in pairs]


def _ending(text: str | None) -> str:
    """The ending in a file's name, or one that stands alone."""
    return f".{(text or '').rpartition('.')[2].lower()}"


def recorded_anywhere(connection: Connection, contents: Collection[str]) -> set[str]:
    """Those of these contents that any record names, one that is off the lists included."""
    found: set[str] = set()
    for one in _NAMED:
        content = table_of(one.entity).c[one.content]
        for batch in batches(sorted(contents)):
            found |= set(connection.execute(select(content).where(content.in_(batch))).scalars())
    return found


# What lies here


def names_here(folder: Path) -> set[str]:
    """The names of all that lies in the data folder by content; one look into each folder, not one a file."""
    found: set[str] = set()
    for store in (PHOTOS, KEPT):
        for place in (folder / store).glob("??"):
            with os.scandir(place) as files:
                found.update(one.name for one in files)
    return found


def awaited(connection: Connection, folder: Path, office: str) -> dict[str, int]:
    """How many contents of each kind are recorded and have not come ("chờ ảnh"); kinds without any are left out."""
    here = names_here(folder)
    return _by_kind(one for one in recorded_contents(connection, templates_of=office) if one.name not in here)


def leaving(connection: Connection, here: Collection[str], to: str, contents: Iterable[Content]) -> dict[str, int]:
    """How many contents of each kind go to an office with its next packages; `here` are the names of what lies here."""
    held = held_by_office(connection, to)
    return _by_kind(one for one in contents if one.content not in held and one.name in here)


def _by_kind(contents: Iterable[Content]) -> dict[str, int]:
    kinds = list({one.name: one.kind for one in contents}.values())
    return {kind.value: kinds.count(kind) for kind in ContentKind if kind in kinds}


def wanted(contents: Iterable[Content], folder: Path, turn: int) -> list[str]:
    """The contents to ask an office for, of those both may see: the newest that are not here, at most `MOST_WANTED`.

    Where more are missing, each package asks for the next of them (`turn`): what nobody has left stops no other.
    """
    missing = list(dict.fromkeys(one.content for one in contents if not one.path(folder).exists()))
    start = turn * MOST_WANTED % len(missing) if len(missing) > MOST_WANTED else 0
    return (missing[start:] + missing[:start])[:MOST_WANTED]


# What others hold


def held_by_office(connection: Connection, office: str) -> set[str]:
    """The contents that were written for an office or came from it."""
    return set(connection.execute(select(HELD.c.content).where(HELD.c.office_code == office)).scalars())


def note_held(connection: Connection, office: str, contents: Iterable[str], now_ms: int) -> None:
    """An office holds these contents from now on, as far as is known here."""
    rows = [{"office_code": office, "content": one, "noted_ms": now_ms} for one in contents]
    for start in range(0, len(rows), MOST_WANTED):
        upsert(connection, HELD, rows[start : start + MOST_WANTED])


def take_wishes(connection: Connection, office: str, wishes: object) -> None:
    """A package asks for contents (`wants` of its manifest): they are written for that office again."""
    asked = wishes if isinstance(wishes, list) else []
    known = [one for one in asked[:MOST_WANTED] if isinstance(one, str) and _DIGEST.fullmatch(one)]
    for batch in batches(known):
        connection.execute(delete(HELD).where(HELD.c.office_code == office, HELD.c.content.in_(batch)))

"""Writes the parts of photos that travel beside a package: signed zips of at most 8 MB, in any order or never.

Each carries contents under their SHA-256 and a manifest that lists them (docs/exchange.md, Photos).
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.documents.foreign_password import locked
from app.documents.saving import whole_file
from app.exchange import container
from app.exchange.contents import Content, held_by_office, recorded_contents
from app.exchange.photo_reading import FORMAT, MANIFEST, MOST_BYTES, MOST_CONTENTS, SIGNATURE
from app.journal.canonical import canonical
from app.pictures import is_sound
from app.problems import Trouble
from app.progress import Progress
from models.vietnamese import nfc

#: So many parts leave with one package; the rest leaves with the next ones.
MOST_PARTS = 50
#: What an entry of a zip costs beside its bytes, its line in the manifest included; measured 396.
_ENTRY_BYTES = 450
_HEAD_BYTES = 120_000
#: What is smaller comes out damaged when it is locked.
_LEAST_BYTES = 8_192


@dataclass(frozen=True)
class Parts:
    """Parts that were written, the contents in them, and how many contents stay for the next package."""

    files: tuple[Path, ...] = ()
    contents: tuple[str, ...] = ()
    left: int = 0


def contents_between(connection: Connection, office: str, to: str, streams: Sequence[str]) -> list[Content]:
    """What records name that both offices may see, the newest first; templates only between an office's own laptops."""
    return recorded_contents(connection, streams=streams, templates_of=to if to == office else None)


def contents_to_send(connection: Connection, folder: Path, to: str, contents: Sequence[Content]) -> list[Path]:
    """The files of those that lie here sound and that the office was not given yet, each once, the newest first."""
    held = held_by_office(connection, to)
    files = {one.content: one.path(folder) for one in contents if one.content not in held}
    return [path for path in files.values() if is_sound(path)]


def write_parts(
    package: Path,
    head: dict[str, Any],
    sign: Callable[[bytes], str],
    files: Sequence[Path],
    progress: Progress | None = None,
    password: str | None = None,
) -> Parts:
    """Write the parts beside a package whose manifest is `head`, locked as the package is where a password is given.

    Raises `Trouble`, `Cancelled`; then none is left.
    """
    groups = list(_groups(files))
    kept = groups[:MOST_PARTS]
    written: list[Path] = []
    try:
        for number, group in enumerate(kept, 1):
            if progress is not None:
                progress.step(number - 1, len(kept), package.name)
            part = package.with_name(f"{package.stem}_anh-{number}.zip")
            data = _packed(part.name, _manifest(head, number, len(kept)), sign, group)
            with whole_file(part) as stream:
                stream.write(locked(data, part.name, nfc(password)) if password else data)
            written.append(part)
    except BaseException:
        for part in written:
            part.unlink(missing_ok=True)
        raise
    left = sum(map(len, groups[MOST_PARTS:]))
    return Parts(tuple(written), tuple(one.stem for group in kept for one in group), left)


def _groups(files: Sequence[Path]) -> Iterator[list[Path]]:
    """The files in their order, as many to a part as go in; one that is too large for any goes alone."""
    group: list[Path] = []
    size = _HEAD_BYTES
    for file in files:
        needed = file.stat().st_size + _ENTRY_BYTES
        if group and (size + needed > MOST_BYTES or len(group) == MOST_CONTENTS):
            yield group
            group, size = [], _HEAD_BYTES
        group.append(file)
        size += needed
    if group:
        yield group


def _manifest(head: dict[str, Any], number: int, count: int) -> dict[str, Any]:
    """What a part says of itself; who sends it, to whom and with which package is said as in the package."""
    said = {name: head[name] for name in ("package", "number", "from", "to")}
    created = f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
    versions = {"format": FORMAT, "version": container.VERSION, "min_reader": container.VERSION}
    return versions | said | {"created": created, "part": number, "parts": count}


def _packed(name: str, manifest: dict[str, Any], sign: Callable[[bytes], str], files: Sequence[Path]) -> bytes:
    try:
        contents = [(one.name, one.read_bytes()) for one in files]
    except OSError as fault:
        raise Trouble("cannot_write", name=name) from fault
    manifest["contents"] = [
        {"content": Path(entry).stem, "ending": Path(entry).suffix, "size": len(data)} for entry, data in contents
    ]
    text = canonical(manifest)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(zipfile.ZipInfo(MANIFEST), text)
        archive.writestr(zipfile.ZipInfo(SIGNATURE), sign(text))
        for entry, data in contents:
            archive.writestr(zipfile.ZipInfo(entry), data)
        archive.comment = b" " * max(0, _LEAST_BYTES - packed.tell())
    return packed.getvalue()

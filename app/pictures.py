"""The files of photos: each lies once, under its own content, in the data folder and beside a backup.

Beneath the rooms, and light: backups are written before the first change of a day.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as driver

FOLDER = "photos"
#: Private to the laptop: those that came before their record, and those that wait for their house.
EARLY, WAITING = "photos-early", "photos-waiting"
#: Beside a backup: the photos of all backups in that folder.
BESIDE = "mai-am-anh"
_CONTENT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class PictureCount:
    """Of the photos that are recorded: how many lie there as they should, not at all, and with another content."""

    here: int = 0
    missing: int = 0
    damaged: int = 0


def photo_path(folder: Path, content: str) -> Path:
    """Where a picture lies in the data folder."""
    return stored(folder / FOLDER, content)


def stored(store: Path, content: str) -> Path:
    """Where a picture lies in a folder of pictures; what is no SHA-256 in hex names no file outside of it."""
    name = content if _CONTENT.fullmatch(content) else "0" * 64
    return store / name[:2] / f"{name}.jpg"


def recorded_contents(connection: driver.Connection) -> list[str]:
    """The contents of all photos a database ever recorded; none before photos were."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'photo'").fetchone():
        return []
    rows = connection.execute("SELECT DISTINCT content FROM photo WHERE content IS NOT NULL ORDER BY content")
    return [str(row[0]) for row in rows]


def count_pictures(stores: Iterable[Path], contents: Collection[str]) -> PictureCount:
    """Read every picture and compare it with its name; the first of the folders that has it sound counts."""
    places = list(stores)
    sound = sum(any(is_sound(stored(one, content)) for one in places) for content in contents)
    absent = sum(not any(stored(one, content).exists() for one in places) for content in contents)
    return PictureCount(sound, absent, len(contents) - sound - absent)


def is_sound(path: Path) -> bool:
    """Whether a picture is there and is what its name says."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == path.stem
    except OSError:
        return False

"""Files that were sent, and scans of papers: each once under its own content, in the data folder and beside backups.

Beneath the rooms, as `app.pictures`; a kept file never changes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from app.documents.saving import whole_file
from app.pictures import PictureCount
from app.problems import Trouble

FOLDER = "reports"
#: Beside a backup: the files of all backups in that folder.
BESIDE = "mai-am-bao-cao"
_NAME = re.compile(r"[0-9a-f]{64}\.[a-z]{3,4}")


def kept_path(folder: Path, content: str, ending: str) -> Path:
    """Where a kept file lies in the data folder; what is no SHA-256 with an ending names no file outside of it."""
    name = f"{content}{ending}"
    safe = name if _NAME.fullmatch(name) else f"{'0' * 64}.xlsx"
    return folder / FOLDER / safe[:2] / safe


def keep_file(folder: Path, file: Path) -> str:
    """Take a copy of a file into the data folder; returns its content's SHA-256. Raises `Trouble`."""
    return keep_bytes(folder, file.read_bytes(), file.suffix.lower())


def keep_bytes(folder: Path, data: bytes, ending: str) -> str:
    """Put a file into the data folder; returns its content's SHA-256. Raises `Trouble`."""
    content = hashlib.sha256(data).hexdigest()
    target = kept_path(folder, content, ending)
    if not is_kept(target):
        _make_folder(target.parent)
        with whole_file(target) as stream:
            stream.write(data)
    return content


def is_kept(path: Path) -> bool:
    """Whether a kept file is there and is what its name says."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == path.stem
    except OSError:
        return False


def count_kept(folder: Path, files: Iterable[tuple[str, str]]) -> PictureCount:
    """Of files (content, ending) that are recorded: how many lie there sound, not at all, with another content."""
    paths = [kept_path(folder, *one) for one in files]
    sound, absent = sum(is_kept(one) for one in paths), sum(not one.exists() for one in paths)
    return PictureCount(sound, absent, len(paths) - sound - absent)


def kept_names(source: Path) -> list[str]:
    """The kept files of a folder, as names relative to it."""
    files = sorted(source.glob("??/*")) if source.is_dir() else []
    return [f"{one.parent.name}/{one.name}" for one in files if _NAME.fullmatch(one.name)]


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Trouble("cannot_write", name=folder.name) from fault

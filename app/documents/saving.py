"""Writes a file so that it is either whole under its name or not there at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.problems import Trouble

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """A stream into `<target>.part`, which takes the target's name at the end; after any fault nothing of it is left.

    Raises `Trouble` for a full disk, a folder that cannot be written to, and a target that another program holds open
    (then the new file is kept beside it under another name).
    """
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _take_name(part, target)
    except OSError as fault:
        raise write_trouble(fault, target.name) from fault
    finally:
        _throw_away(part)


def write_trouble(fault: Exception, name: str) -> Trouble:
    """A fault of writing in words: the disk is full, or the place cannot be written to. SQLite says it in text only."""
    text = str(fault).lower()
    full = getattr(fault, "errno", None) in _DISK_FULL or "disk is full" in text or "disk i/o" in text
    return Trouble("disk_full" if full else "cannot_write", name=name)


def _throw_away(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # a folder that refuses the file refuses its removal as well; the fault that matters is already told


def _take_name(part: Path, target: Path) -> None:
    """Windows refuses to replace a file that is open elsewhere: keep the new one under a free name and say so."""
    try:
        part.replace(target)
    except PermissionError as fault:
        kept = next(name for name in _other_names(target) if not name.exists())
        part.replace(kept)
        raise Trouble("file_kept_beside", name=target.name, kept=kept.name) from fault


def _other_names(target: Path) -> Iterator[Path]:
    number = 2
    while True:
        yield target.with_name(f"{target.stem} ({number}){target.suffix}")
        number += 1

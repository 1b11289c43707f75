"""Photos and sent files of a backup: carried once, each read back and compared with its name, and not every day anew.

Every such file is named by the SHA-256 of its content. What was proved is remembered beside them by size and time of
change, so that the backup of the next day reads only what is new.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from app.documents.saving import write_trouble
from app.parsing import today
from app.pictures import PictureCount, is_sound
from app.problems import Trouble
from app.progress import Progress

_LEDGER = "da-kiem-tra.json"
_AT_ONCE = 200
_KEPT, _CARRIED, _MISSING, _DAMAGED = "kept", "carried", "missing", "damaged"
#: Of the files proved long ago so many are read again at each check, the longest unread first.
READ_AGAIN = 200


class Proven:
    """What was read and found right in one folder: {name: [size, time of change in ns, day it was read]}."""

    def __init__(self, store: Path) -> None:
        self._path = store / _LEDGER
        self._seen: dict[str, list[int | str]] = {}
        self._changed = False
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(self._path.read_text(encoding="utf-8"))
            self._seen = found if isinstance(found, dict) else {}

    def holds(self, file: Path) -> bool:
        """Whether a file is there and has not changed since it was proved."""
        try:
            found = file.stat()
        except OSError:
            return False
        return self._seen.get(file.name, [])[:2] == [found.st_size, found.st_mtime_ns]

    def add(self, files: Iterable[Path]) -> None:
        """Remember files that were read and found right."""
        for file in files:
            found = file.stat()
            self._seen[file.name] = [found.st_size, found.st_mtime_ns, today().isoformat()]
            self._changed = True

    def forget_oldest(self, count: int) -> None:
        """Read again at the next look what was not read for the longest time, today's left out."""
        now = today().isoformat()
        old = sorted((str(one[2]), name) for name, one in self._seen.items() if str(one[2]) < now)
        for _, name in old[:count]:
            del self._seen[name]

    def save(self) -> None:
        """Keep it; a folder that cannot be written is read again another time."""
        if self._changed:
            part = self._path.with_name(_LEDGER + ".part")
            with contextlib.suppress(OSError):
                part.write_text(json.dumps(self._seen), encoding="utf-8")
                part.replace(self._path)


def carry_files(
    sources: Sequence[Path],
    store: Path,
    names: Iterable[str],
    *,
    progress: Progress | None = None,
    proven: Proven | None = None,
) -> PictureCount:
    """Bring files (names relative to the folders: two letters, a stroke, the whole name) into `store`, and count them.

    A damaged one in the store is replaced by a sound one of the sources. Those `proven` before are not read again.
    Raises `Trouble` (disk full) and `Cancelled`; what was carried until then stays.
    """
    wanted, found = list(names), Counter[str]()
    try:
        with ThreadPoolExecutor(2, thread_name_prefix="files") as pool:
            for start in range(0, len(wanted), _AT_ONCE):
                if progress is not None:
                    progress.step(start, len(wanted))
                batch = wanted[start : start + _AT_ONCE]
                states = list(pool.map(partial(_carry, sources, store, proven), batch))
                found.update(states)
                if proven is not None:
                    proven.add([store / name for name, state in zip(batch, states, strict=True) if state == _CARRIED])
    finally:
        if proven is not None:
            proven.save()
    return PictureCount(found[_KEPT] + found[_CARRIED], found[_MISSING], found[_DAMAGED])


def _carry(sources: Sequence[Path], store: Path, proven: Proven | None, name: str) -> str:
    """One file: kept as it was proved before, carried or read anew, missing everywhere, damaged wherever it lies."""
    new = store / name
    if proven is not None and proven.holds(new):
        return _KEPT
    there = new.exists()
    if there and is_sound(new):
        return _CARRIED
    olds = [one / name for one in sources if (one / name).exists()]
    for old in olds:
        data = old.read_bytes()
        if hashlib.sha256(data).hexdigest() == old.stem:
            _write(new, data)
            return _CARRIED
    return _DAMAGED if there or olds else _MISSING


def _write(new: Path, data: bytes) -> None:
    """Write a file whole and read it back. Raises `Trouble`."""
    part = new.with_name(new.name + ".part")
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        if part.read_bytes() != data:
            raise Trouble("cannot_write", name=new.name)
        part.replace(new)
    except OSError as fault:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise write_trouble(fault, new.parent.parent.name) from fault

"""Bits flipped in the hidden part of a package, through the whole reading path."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from app.exchange.reading import read_payload
from app.problems import Trouble

_TEXT = re.compile(rb"<(?:t|v)(?: [^>]*)?>([^<]+)</(?:t|v)>")
_REFUSALS = {"package_damaged", "package_newer", "file_damaged", "not_a_package"}


class Hidden:
    """A package taken apart: the text of its hidden sheet lies open, and goes back with a right checksum."""

    def __init__(self, package: Path) -> None:
        with zipfile.ZipFile(package) as archive:
            self._files = {one.filename: archive.read(one) for one in archive.infolist()}
        sheets = [name for name in self._files if name.startswith("xl/worksheets/sheet")]
        self._name = max(sheets, key=lambda name: b"manifest_hash" in self._files[name])
        self.sheet = self._files[self._name]
        #: The places of the bytes of every cell: part, number and text.
        self.places = [place for found in _TEXT.finditer(self.sheet) for place in range(*found.span(1))]

    def with_sheet(self, sheet: bytes, path: Path) -> Path:
        """The package with another hidden sheet."""
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in self._files.items():
                archive.writestr(name, sheet if name == self._name else content)
        return path

    def flipped(self, rnd: random.Random) -> Iterator[tuple[str, bytes]]:
        """Without end: where a bit was flipped, and the sheet with it. Short cells come as often as the long ones."""
        cells = [found.span(1) for found in _TEXT.finditer(self.sheet)]
        while True:
            place = rnd.choice(self.places) if rnd.random() < 0.5 else rnd.randrange(*rnd.choice(cells))
            bit = rnd.randrange(8)
            changed = bytearray(self.sheet)
            changed[place] ^= 1 << bit
            yield f"byte {place}, bit {bit}: {self.sheet[place - 20 : place + 20]!r}", bytes(changed)


def refused(path: Path) -> bool:
    """Whether reading says that the package is damaged or newer; another fault of the program goes through."""
    try:
        read_payload(path)
    except Trouble as trouble:
        return trouble.code in _REFUSALS
    return False


def survivors(package: Path, count: int, seed: int, folder: Path) -> list[str]:
    """Flip so many bits, one at a time; where a flip was not refused."""
    hidden, path = Hidden(package), folder / "lật bit.xlsx"
    assert not refused(hidden.with_sheet(hidden.sheet, path)), "taken apart and put together it is whole"
    flips = hidden.flipped(random.Random(seed))
    return [
        where for where, sheet in (next(flips) for _ in range(count)) if not refused(hidden.with_sheet(sheet, path))
    ]

"""What the window remembers for its user on this laptop: small texts in one file beside the data, never recorded."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

FILE = "window.json"


class Settings:
    """Texts under names. A file that cannot be read is forgotten, one that cannot be written is not worth a word."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._kept: dict[str, str] = {}
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(self._path.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                self._kept = {str(name): text for name, text in found.items() if isinstance(text, str)}

    def get(self, name: str) -> str | None:
        """The text kept under a name."""
        return self._kept.get(name)

    def count(self, beginning: str) -> int:
        """How many texts are kept under names that begin so."""
        return sum(1 for name, text in self._kept.items() if name.startswith(beginning) and text)

    def names(self, beginning: str) -> list[str]:
        """The names that begin so and have a text."""
        return [name for name, text in self._kept.items() if text and name.startswith(beginning)]

    def put(self, name: str, text: str) -> None:
        """Keep a text under a name."""
        if self._kept.get(name) == text:
            return
        self._kept[name] = text
        part = self._path.with_name(FILE + ".part")
        with contextlib.suppress(OSError):
            with part.open("w", encoding="utf-8") as stream:
                json.dump(self._kept, stream, ensure_ascii=False, indent=1)
                stream.flush()
                os.fsync(stream.fileno())  # half-typed work stands here: it outlives a power cut
            part.replace(self._path)

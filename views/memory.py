"""What the window remembers for its user between two days: widths of columns, the scale, the folded bar."""

from __future__ import annotations

from typing import Protocol


class Memory(Protocol):
    """Small texts under names; the program keeps them beside its data, a test in a dictionary."""

    def get(self, name: str) -> str | None:
        """The text kept under a name."""

    def put(self, name: str, text: str) -> None:
        """Keep a text under a name."""

    def names(self, beginning: str) -> list[str]:
        """The names that begin so and have a text."""


class ShortMemory:
    """Remembers as long as the program runs."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self.kept.get(name)

    def put(self, name: str, text: str) -> None:
        self.kept[name] = text

    def names(self, beginning: str) -> list[str]:
        return [name for name, text in self.kept.items() if text and name.startswith(beginning)]

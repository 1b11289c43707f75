"""Who is above whom, which streams there are, and whose word counts in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.vocabulary import Level, Owner

DOWN = "/down"
OWN = "/own"


@dataclass(frozen=True)
class OfficeEntry:
    """What the map knows of one office."""

    code: str
    level: Level
    superior: str | None
    streams: tuple[str, ...] = ()


def streams_of(code: str, level: Level) -> list[str]:
    """The streams a new office opens: one for a commune or an agency, `down` and `own` for an upper office."""
    return [code + DOWN, code + OWN] if level is Level.UPPER else [code]


def opened_by(stream: str) -> str:
    """The office that opened a stream: itself, or one that its holder has succeeded."""
    return stream.partition("/")[0]


class OfficeMap:
    """The offices known here. A superior of which only the code is known counts as an upper office."""

    def __init__(self, entries: Iterable[OfficeEntry]) -> None:
        self.entries = {entry.code: entry for entry in entries}
        for entry in list(self.entries.values()):
            if entry.superior and entry.superior not in self.entries:
                self.entries[entry.superior] = OfficeEntry(entry.superior, Level.UPPER, None)
        # A successor names its predecessors' streams beside its own: who names most has come last.
        by_age = sorted(self.entries.values(), key=lambda entry: (len(self._held(entry)), entry.code))
        self._holders = {stream: entry.code for entry in by_age for stream in self._held(entry)}

    def _held(self, entry: OfficeEntry) -> tuple[str, ...]:
        return entry.streams or tuple(streams_of(entry.code, entry.level))

    def above(self, code: str) -> Iterator[str]:
        """The offices above, nearest first (a circle in bad data ends where it closes)."""
        seen = {code}
        entry = self.entries.get(code)
        while entry and entry.superior and entry.superior not in seen:
            yield entry.superior
            seen.add(entry.superior)
            entry = self.entries.get(entry.superior)

    def below(self, code: str) -> list[str]:
        """Every office under this one, at any depth."""
        return [other for other in self.entries if code in self.above(other)]

    def held_by(self, code: str) -> set[str]:
        """The streams an office holds, those of its predecessors included."""
        entry = self.entries.get(code)
        return set(self._held(entry)) if entry else {code}

    def own_first(self, code: str) -> list[str]:
        """The streams an office holds, those it opened before those of its predecessors."""
        return sorted(self.held_by(code), key=lambda one: (opened_by(one) != code, one))

    def visible(self, code: str) -> set[str]:
        """The streams an office may see: its own, the `down` streams above, all streams below."""
        seen = self.held_by(code)
        for upper in self.above(code):
            seen |= {stream for stream in self.held_by(upper) if stream.endswith(DOWN)}
        for lower in self.below(code):
            seen |= self.held_by(lower)
        return seen

    def carried(self, sender: str, to: str) -> set[str]:
        """The streams a package carries: every one that both offices may see."""
        return self.visible(sender) & self.visible(to)

    def holder(self, stream: str) -> str:
        """The office whose stream it is."""
        return self._holders.get(stream) or opened_by(stream)

    def current(self, code: str) -> str:
        """The office that now does an office's work: itself, or the last that has taken it over."""
        entry = self.entries.get(code)
        return self.holder(streams_of(code, entry.level)[0]) if entry else code

    def inherited(self) -> dict[str, str]:
        """The streams that another office holds than the one that opened them, each with its holder."""
        return {stream: code for stream, code in self._holders.items() if code != opened_by(stream)}

    def may_write(self, code: str, stream: str) -> bool:
        """A commune's stream: the commune and all above it. `down` and `own`: their own office only.

        What a predecessor wrote in the stream it had opened stays written.
        """
        holder = self.holder(stream)
        return code in (holder, opened_by(stream)) or ("/" not in stream and code in self.above(holder))

    def owns(self, owner: Owner, office: str, stream: str, authors: Iterable[str]) -> bool:
        """Whether the office's word counts for a field owned as `owner` says; `authors` wrote the row's creates."""
        holder = self.holder(stream)
        if owner is Owner.HOLDER:
            return office in (holder, opened_by(stream))
        if owner is Owner.UPPER:
            return office in self.above(holder)
        return office in authors

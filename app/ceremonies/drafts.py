"""What a form or a command hands in about a ceremony."""

from __future__ import annotations

from dataclasses import dataclass

#: So many copies of each house's minutes are signed unless the office says otherwise.
USUAL_COPIES = 4


@dataclass(frozen=True)
class CeremonyHouseDraft:
    """A house on the list, in its order; `receiver` with his relation where the head does not come himself."""

    case_id: str
    receiver: str | None = None
    relation: str | None = None
    thumbprint: bool | None = None


@dataclass(frozen=True)
class GuestDraft:
    """Somebody who is invited; `id` of the row that stands."""

    name: str
    position: str | None = None
    unit: str | None = None
    id: str | None = None


@dataclass(frozen=True)
class ItemDraft:
    """A part of the programme: when it begins ("08:15"), what it is, who does it."""

    content: str
    starts_at: str | None = None
    person: str | None = None
    id: str | None = None


@dataclass(frozen=True)
class CeremonyDraft:
    """A ceremony as a whole; `id` and `version` are those of the one that was opened."""

    held_on: str
    venue: str
    name: str | None = None
    held_at: str | None = None
    host: str | None = None
    host_position: str | None = None
    copies: int | None = USUAL_COPIES
    note: str | None = None
    houses: tuple[CeremonyHouseDraft, ...] = ()
    guests: tuple[GuestDraft, ...] = ()
    items: tuple[ItemDraft, ...] = ()
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class FailedDraft:
    """A house that fails: on which day, why, and when it is looked at again (ISO days)."""

    case_id: str
    happened_on: str
    reason: str
    review_on: str | None = None

"""What a form, a list or a command hands in about a household: plain values, text cleaned and composed (NFC).

A list importer and a command fill what they know; `members` and `condition` left at None stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from models.vietnamese import nfc

D = TypeVar("D", "HouseholdDraft", "MemberDraft", "ConditionDraft")


@dataclass(frozen=True)
class MemberDraft:
    """A person of the household other than its head. `birth` is `YYYY-MM-DD` or `YYYY`."""

    name: str | None = None
    relation: str | None = None
    gender: str | None = None
    birth: str | None = None
    citizen_id: str | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True, kw_only=True)
class PresentHouseDraft:
    """What is known of the house a household lives in now. `area_m2` is canonical decimal text in m2.

    The items of the survey form (domain 3.1 A) from `occupation` on are of the household; `surveyors` one a line,
    latitude and longitude in degrees as decimal text.
    """

    description: str | None = None
    foundation: str | None = None
    foundation_hard: bool | None = None
    frame_wall: str | None = None
    frame_wall_hard: bool | None = None
    roof: str | None = None
    roof_hard: bool | None = None
    area_m2: str | None = None
    built_year: int | None = None
    land_papers: str | None = None
    flood_danger: bool | None = None
    slide_danger: bool | None = None
    fits_planning: bool | None = None
    note: str | None = None
    occupation: str | None = None
    education: str | None = None
    employment: str | None = None
    religion: str | None = None
    circumstances: str | None = None
    need: str | None = None
    surveyors: str | None = None
    latitude: str | None = None
    longitude: str | None = None
    id: str | None = None
    version: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing at all is said about the house."""
        return all(getattr(self, one.name) is None for one in fields(self))


@dataclass(frozen=True, kw_only=True)
class ConditionDraft(PresentHouseDraft):
    """The present house as a household's form shows it, surveyed or only described."""

    surveyed_on: str | None = None


@dataclass(frozen=True)
class HouseholdDraft:
    """A household as a form shows it; `id` and `version` are None for a new one.

    `birth`, `independent_since` and `resident_since` are `YYYY-MM-DD` or `YYYY`, `flags` words of
    `models.vocabulary.Flag`, `split_from_id` the household it was part of before. `version` is the one the user was
    shown: saving over a later one raises `Stale`; None saves over whatever is there.
    """

    head_name: str | None = None
    code: str | None = None
    gender: str | None = None
    birth: str | None = None
    citizen_id: str | None = None
    ethnicity: str | None = None
    phone: str | None = None
    village_id: str | None = None
    address: str | None = None
    category: str | None = None
    flags: frozenset[str] = frozenset()
    member_count: int | None = None
    bank_account: str | None = None
    bank_name: str | None = None
    bank_holder: str | None = None
    guardian: str | None = None
    independent_since: str | None = None
    resident_since: str | None = None
    split_from_id: str | None = None
    note: str | None = None
    members: tuple[MemberDraft, ...] | None = None
    condition: ConditionDraft | None = None
    id: str | None = None
    version: int | None = None


LONG_TEXTS = frozenset({"note", "description", "circumstances", "surveyors"})


def cleaned(draft: HouseholdDraft) -> HouseholdDraft:
    """The same draft as the records keep it: composed text, single blanks, line ends only in notes, empty is None."""
    members = None if draft.members is None else tuple(_cleaned(one) for one in draft.members)
    condition = None if draft.condition is None else _cleaned(draft.condition)
    kept = _cleaned(draft)
    if (members, condition) == (kept.members, kept.condition):
        return kept
    return replace(kept, members=members, condition=condition)


def _cleaned(draft: D) -> D:
    texts = {name: text for name, text in vars(draft).items() if isinstance(text, str)}
    changed: dict[str, Any] = {name: kept for name, text in texts.items() if (kept := clean_text(text, name)) != text}
    return replace(draft, **changed) if changed else draft


def clean_text(text: str, name: str = "") -> str | None:
    """One text as the records keep it."""
    if name in LONG_TEXTS:
        lines = [" ".join(line.split()) for line in nfc(text).splitlines()]
        return "\n".join(lines).strip() or None
    return " ".join(nfc(text).split()) or None

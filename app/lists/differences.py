"""Old against new: what a list changes in a household that is here, field by field, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from app.documents.words import date_text, whole_text
from app.households.drafts import ConditionDraft, HouseholdDraft
from app.support.drafts import CaseDraft
from app.wording.fields import field_label
from app.wording.vocabulary import CATEGORIES, GENDERS, WORK_TYPES

_CHOICES = {"gender": GENDERS, "category": CATEGORIES, "work_type": WORK_TYPES}
_DAYS = frozenset({"birth", "independent_since", "resident_since", "surveyed_on"})
_UNTOLD = frozenset(
    {"id", "version", "members", "condition", "flags", "split_from_id", "household_id", "programme_id", "case_id"}
)


@dataclass(frozen=True)
class Difference:
    """One field of a record: its name in the records (`entity`, `field`), its label, old and new in words."""

    entity: str
    field: str
    label: str
    old: str
    new: str


def differences(
    old: tuple[HouseholdDraft, ConditionDraft | None, CaseDraft | None],
    new: tuple[HouseholdDraft, ConditionDraft | None, CaseDraft | None],
    villages: dict[str, str],
) -> tuple[Difference, ...]:
    """What is otherwise in household, present house and request; `villages` are names by id."""
    pairs = zip(("household", "housing_condition", "support_case"), old, new, strict=True)
    return tuple(
        one for entity, before, after in pairs if after is not None for one in _of(entity, before, after, villages)
    )


def _of(entity: str, before: object, after: object, villages: dict[str, str]) -> Iterator[Difference]:
    for one in fields(after):  # type: ignore[arg-type]  # any of the drafts
        if one.name in _UNTOLD:
            continue
        was, now = getattr(before, one.name, None), getattr(after, one.name)
        if was != now:
            yield Difference(
                entity,
                one.name,
                field_label(entity, one.name),
                _shown(one.name, was, villages),
                _shown(one.name, now, villages),
            )


def _shown(name: str, value: object, villages: dict[str, str]) -> str:
    """A value as people read it; nothing is empty."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return whole_text(value)
    text = str(value)
    if name == "village_id":
        return villages.get(text, text)
    if name in _DAYS and len(text) == 10:
        return date_text(date.fromisoformat(text))
    return _CHOICES.get(name, {}).get(text, text)


def with_new_village(found: tuple[Difference, ...], name: str, old: str) -> tuple[Difference, ...]:
    """The differences with a village that is only now added by its name."""
    others = tuple(one for one in found if one.field != "village_id")
    return (*others, Difference("household", "village_id", field_label("household", "village_id"), old, name))

"""Drafts of a plan as columns of their records, and the ids that bundled and added plans have on every laptop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.plans.drafts import CampaignDraft, FieldKind, PartDraft, TargetDraft, UnitDraft, specs
from models.base import Recorded, key_id
from models.campaign import (
    AwardForm,
    CampaignDeadline,
    CampaignTarget,
    CampaignTask,
    CampaignText,
    CampaignUnit,
    QuotaRule,
)

#: The record of each part, by the part's name in a plan file. Units come first: others name them.
RECORDS: dict[str, type[Recorded]] = {
    "unit": CampaignUnit,
    "text": CampaignText,
    "target": CampaignTarget,
    "task": CampaignTask,
    "deadline": CampaignDeadline,
    "form": AwardForm,
    "quota": QuotaRule,
}
#: Fields of a draft that name another record in their own way.
_NAMING: dict[type[PartDraft | CampaignDraft], frozenset[str]] = {
    CampaignDraft: frozenset({"superior_code"}),
    UnitDraft: frozenset({"parent", "area"}),
    TargetDraft: frozenset({"unit"}),
}


def campaign_id(code: str) -> str:
    """The id of a bundled or added plan."""
    return key_id(f"campaign:{code}")


def part_id(code: str, draft: PartDraft, position: int) -> str:
    """The id of a part of a bundled or added plan: a unit's by its code, another's by its place (from 1)."""
    if isinstance(draft, UnitDraft):
        return key_id(f"campaign_unit:{code}:{draft.code}")
    return key_id(f"{RECORDS[draft.part].__entity__}:{code}:{position}")


def campaign_columns(draft: CampaignDraft) -> dict[str, Any]:
    """The plan's own columns; `superior_id` is the caller's."""
    return _columns(draft)


def part_columns(draft: PartDraft, units: Mapping[str, str], areas: Mapping[str, str]) -> dict[str, Any]:
    """The columns of a part; `units` and `areas` give the ids of what it names by code or name."""
    values = _columns(draft)
    if isinstance(draft, UnitDraft):
        values["parent_id"] = units.get(draft.parent or "")
        values["area_id"] = areas.get(draft.area or "")
    if isinstance(draft, TargetDraft):
        values["unit_id"] = units.get(draft.unit or "")
    return values


def _columns(draft: PartDraft | CampaignDraft) -> dict[str, Any]:
    naming = {name for kind, names in _NAMING.items() if isinstance(draft, kind) for name in names}
    found = {}
    for name, spec in specs(type(draft)).items():
        if name not in naming:
            value = getattr(draft, name)
            found[name] = (" ".join(value) or None) if spec.kind is FieldKind.CODES else value
    return found


def draft_values(kind: type[PartDraft | CampaignDraft], row: Recorded) -> dict[str, Any]:
    """A record's columns as the fields of its draft; what names other records is left to the caller."""
    naming = {name for one, names in _NAMING.items() if issubclass(kind, one) for name in names}
    found: dict[str, Any] = {"id": row.id, "version": row.version}
    for name, spec in specs(kind).items():
        if name not in naming:
            value = getattr(row, name)
            found[name] = tuple((value or "").split()) if spec.kind is FieldKind.CODES else value
    return found

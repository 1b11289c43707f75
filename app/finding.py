"""What Ctrl+K finds beside households: plans by name, number or code, and who is on a list for awards."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.awards.queries import participants
from app.wording.vocabulary import AWARD_OBJECTS
from models.vietnamese import fold


@dataclass(frozen=True)
class FoundPlan:
    """A plan, or somebody who takes part in it: what is shown, and the plan it belongs to."""

    text: str
    campaign_id: str
    takes_part: bool = False


def found_plans(session: Session, text: str, limit: int) -> list[FoundPlan]:
    """Plans with all these words, then participants with them, at most `limit` of each; accents do not matter."""
    words = fold(text).split()
    if not words:
        return []
    from app.campaigns.queries import find_campaigns

    plans = find_campaigns(session)
    shown = {one.id: one.shown for one in plans}
    fitting = [
        FoundPlan(one.shown, one.id)
        for one in plans
        if _has(words, one.name, one.short_name, one.number, one.code, one.issuer)
    ]
    people = [
        FoundPlan(f"{one.name} ({AWARD_OBJECTS.get(one.kind, '')}) – {shown[one.campaign_id]}", one.campaign_id, True)
        for one in participants(session)
        if one.campaign_id in shown and _has(words, one.name, one.position, one.unit)
    ]
    return [*fitting[:limit], *people[:limit]]


def _has(words: list[str], *texts: str | None) -> bool:
    folded = fold(" ".join(filter(None, texts)))
    return all(word in folded for word in words)

"""Rules of villages."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.areas.drafts import VillageDraft
from app.problems import Problem
from models.vietnamese import fold


def check_villages(drafts: Sequence[VillageDraft], others: Collection[str]) -> list[Problem]:
    """Every village has a name, and no two of a commune the same; `others` are the names that stay as they are."""
    found = []
    seen = {fold(name) for name in others}
    for draft in drafts:
        folded = fold(draft.name)
        if not folded:
            found.append(Problem("name", "village_name_missing"))
        elif folded in seen:
            found.append(Problem("name", "village_twice", {"name": draft.name.strip()}))
        seen.add(folded)
    return found

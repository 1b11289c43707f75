"""Rules of villages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from app.areas.drafts import VillageDraft
from app.problems import Problem
from models.vietnamese import fold


def check_villages(
    drafts: Sequence[VillageDraft], others: Collection[str], standing: Mapping[str, str] | None = None
) -> list[Problem]:
    """Every village has a name, and no two of a commune the same; `others` are the names that stay as they are.

    `standing` (name by id): two that bear one name already, because their communes merged, may go on doing so.
    """
    found = []
    kept = [one for one in drafts if one.id and fold(one.name) == fold((standing or {}).get(one.id, ""))]
    seen = {fold(name) for name in (*others, *(one.name for one in kept))}
    for draft in drafts:
        if draft in kept:
            continue
        folded = fold(draft.name)
        if not folded:
            found.append(Problem("name", "village_name_missing"))
        elif folded in seen:
            found.append(Problem("name", "village_twice", {"name": draft.name.strip()}))
        seen.add(folded)
    return found

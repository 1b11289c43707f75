"""What a ceremony must satisfy: pure functions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.ceremonies.drafts import CeremonyDraft
from app.problems import Problem
from app.support.queries import CaseFacts, case_state

MOST_COPIES = 20
_TIME = re.compile(r"([01]?\d|2[0-3])\s*[:hHgG.]\s*([0-5]\d)?")


def clock_time(text: str | None) -> str | None:
    """A time as it is kept, "08:15", of "8h15", "8:15", "8h"; None for none, the text itself for what is none."""
    if text is None or not text.strip():
        return None
    found = _TIME.fullmatch(text.strip())
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else text.strip()


def _is_time(text: str | None) -> bool:
    return text is None or bool(_TIME.fullmatch(text))


def check_ceremony(
    draft: CeremonyDraft, facts: Mapping[str, CaseFacts], elsewhere: Mapping[str, str], day: str
) -> list[Problem]:
    """A day, a place and houses that are accepted; a house stands on one ceremony at a time.

    `elsewhere` names by case the day of another ceremony that is still to come. Houses that were handed over stay.
    """
    found = []
    if not draft.held_on:
        found.append(Problem("held_on", "day_missing"))
    if not draft.venue:
        found.append(Problem("venue", "ceremony_venue_missing"))
    if not _is_time(draft.held_at):
        found.append(Problem("held_at", "not_a_time", {"text": draft.held_at or ""}))
    if draft.copies is not None and not 1 <= draft.copies <= MOST_COPIES:
        found.append(Problem("copies", "copies_unfit", {"most": MOST_COPIES}))
    found += [
        Problem("items", "not_a_time", {"text": one.starts_at or ""})
        for one in draft.items
        if not _is_time(one.starts_at)
    ]
    for house in draft.houses:
        one = facts[house.case_id]
        about: dict[str, object] = {"names": one.head_name}
        if case_state(one).acceptance is None:
            found.append(Problem("houses", "not_accepted", about))
        elif house.case_id in elsewhere:
            found.append(Problem("houses", "in_other_ceremony", about | {"day": elsewhere[house.case_id]}))
    if draft.held_on and draft.held_on < day and draft.id is None:
        found.append(Problem("held_on", "ceremony_past", warning=True))
    return found

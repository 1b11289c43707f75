"""What a poverty class must satisfy, and what its years say: who escaped, fell back, became poor. Pure functions."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from app.problems import Problem
from app.review.drafts import PovertyDraft
from app.review.poverty_standards import indicators, standard_named, standard_of
from app.wording.review import level_text
from models.vocabulary import PovertyLevel

FIRST_YEAR = 1990
POINTS_OF_INDICATOR = 10


class PovertyEvent(StrEnum):
    """What a household's class says against the year before (plan xuan-tang-2022, QĐ 24/2021)."""

    ESCAPED = "escaped"
    ESCAPED_NEAR_POOR = "escaped_near_poor"
    FELL_BACK = "fell_back"
    NEWLY_POOR = "newly_poor"
    NEWLY_NEAR_POOR = "newly_near_poor"


def check_poverty(draft: PovertyDraft, head_name: str, day: str) -> list[Problem]:
    """A known class of a possible year; points and indicators agree. `day` is today."""
    about: dict[str, object] = {"names": head_name}
    found = []
    if not FIRST_YEAR <= draft.year <= int(day[:4]) + 1:
        found.append(Problem("year", "poverty_year_unfit", {"year": draft.year}))
    if draft.level not in set(PovertyLevel):
        found.append(Problem("level", "poverty_level_unknown", {"text": draft.level}))
    if any(points is not None and points < 0 for points in (draft.b1, draft.b2)):
        found.append(Problem("b1", "poverty_points_negative"))
    unknown = sorted(set(draft.indicators) - {one.code for one in indicators()})
    if unknown:
        found.append(Problem("indicators", "poverty_indicator_unknown", {"text": ", ".join(unknown)}))
    if draft.standard is None and standard_of(draft.year) is None:
        found.append(Problem("standard", "poverty_standard_missing", {"year": draft.year}, warning=True))
    if draft.force_majeure and draft.level != PovertyLevel.POOR:
        found.append(Problem("force_majeure", "force_majeure_not_poor", about, warning=True))
    if draft.force_majeure and not draft.cause:
        found.append(Problem("cause", "force_majeure_cause", about, warning=True))
    return [*found, *_doubts(draft, about)]


def _doubts(draft: PovertyDraft, about: dict[str, object]) -> Iterator[Problem]:
    if draft.indicators and draft.b2 is not None and draft.b2 != POINTS_OF_INDICATOR * len(set(draft.indicators)):
        values = about | {"b2": draft.b2, "count": len(set(draft.indicators))}
        yield Problem("b2", "poverty_points_differ", values, warning=True)
    standard = standard_named(draft.standard) if draft.standard else standard_of(draft.year)
    if standard is None or draft.b1 is None or draft.b2 is None:
        return
    # Town or village is not known here: only what both lines say is said.
    levels = {standard.level(draft.b1, draft.b2, urban=urban) for urban in (False, True)}
    if len(levels) == 1 and None not in levels and draft.level not in levels:
        values = about | {"standard": standard.name, "level": level_text(str(*levels))}
        yield Problem("level", "poverty_level_differs", values, warning=True)


def event_in(levels: Mapping[int, str | None], year: int) -> PovertyEvent | None:
    """What happened in a year, against the last year before it that is recorded; None: nothing, or nothing known."""
    now = levels.get(year)
    earlier = sorted(one for one in levels if one < year)
    if now is None or not earlier:
        return None
    before = levels[earlier[-1]]
    if now == PovertyLevel.POOR and before != PovertyLevel.POOR:
        was_poor = any(levels[one] == PovertyLevel.POOR for one in earlier)
        return PovertyEvent.FELL_BACK if was_poor else PovertyEvent.NEWLY_POOR
    if before == PovertyLevel.POOR and now != PovertyLevel.POOR:
        return PovertyEvent.ESCAPED
    if before == PovertyLevel.NEAR_POOR and now == PovertyLevel.AVERAGE:
        return PovertyEvent.ESCAPED_NEAR_POOR
    if before == PovertyLevel.AVERAGE and now == PovertyLevel.NEAR_POOR:
        return PovertyEvent.NEWLY_NEAR_POOR
    return None


def last_escape(levels: Mapping[int, str | None], year: int) -> int | None:
    """The year, at most `year`, in which a household escaped poverty and has not been poor since."""
    for one in sorted((one for one in levels if one <= year), reverse=True):
        if levels[one] == PovertyLevel.POOR:
            return None
        if event_in(levels, one) is PovertyEvent.ESCAPED:
            return one
    return None


def months_after(day: str, months: int) -> str:
    """The day so many months later; the last of its month where there is no such day."""
    start = date.fromisoformat(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)).isoformat()

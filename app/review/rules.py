"""What a screening round, a return to it and a survey must satisfy. Meetings, postings and submissions stand beside."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from app.problems import Problem
from app.review.drafts import ReturnDraft, RoundDraft, SurveyDraft
from models.vocabulary import Category, ScreeningState


def check_round(draft: RoundDraft) -> list[Problem]:
    """A round has a name and a first day; what ends it does not lie before."""
    found = []
    if not draft.name:
        found.append(Problem("name", "round_name_missing"))
    if not draft.opened_on:
        found.append(Problem("opened_on", "day_missing"))
    for name in ("due_on", "closed_on"):
        if draft.opened_on and (getattr(draft, name) or draft.opened_on) < draft.opened_on:
            found.append(Problem(name, "round_ends_before"))
    return found


def check_return(draft: ReturnDraft, due_on: str | None) -> list[Problem]:
    """A village or an agency, not both; counts by known group; "no household" counts none. Late only warns."""
    found = []
    if bool(draft.village_id) == bool(draft.agency):
        found.append(Problem("village_id", "return_of_whom"))
    if draft.state is not None and draft.state not in set(ScreeningState):
        found.append(Problem("state", "return_state_unknown", {"text": draft.state}))
    unknown = [one for one in draft.counts if one not in set(Category)]
    if unknown:
        found.append(Problem("counts", "return_group_unknown", {"text": ", ".join(unknown)}))
    if any(count < 0 for count in draft.counts.values()):
        found.append(Problem("counts", "return_count_negative"))
    if draft.state == ScreeningState.NO_HOUSEHOLD and any(draft.counts.values()):
        found.append(Problem("counts", "return_counts_none"))
    if draft.state is not None and not draft.returned_on:
        found.append(Problem("returned_on", "day_missing"))
    if due_on and draft.returned_on and draft.returned_on > due_on:
        found.append(Problem("returned_on", "return_late", warning=True))
    return found


def check_survey(draft: SurveyDraft, day: str, *, asks_religion: bool) -> list[Problem]:
    """A survey has its day; area and place can be; religion is kept only where the programme asks for it."""
    found = list(_check_place(draft))
    if not draft.surveyed_on:
        found.append(Problem("surveyed_on", "day_missing"))
    elif draft.surveyed_on > day:
        found.append(Problem("surveyed_on", "event_ahead", warning=True))
    if draft.area_m2 is not None and (_decimal(draft.area_m2) or Decimal(0)) <= 0:
        found.append(Problem("area_m2", "area_unfit"))
    if draft.built_year is not None and draft.built_year > int(day[:4]):
        found.append(Problem("built_year", "year_ahead_built", {"year": draft.built_year}))
    if draft.religion and not asks_religion:
        found.append(Problem("religion", "religion_not_asked"))
    if not draft.surveyors:
        found.append(Problem("surveyors", "surveyors_missing", warning=True))
    return found


def _check_place(draft: SurveyDraft) -> Iterator[Problem]:
    """Both degrees or none, and such as exist on Earth."""
    if (draft.latitude is None) != (draft.longitude is None):
        yield Problem("latitude" if draft.latitude is None else "longitude", "place_half")
    for name, most in (("latitude", 90), ("longitude", 180)):
        text = getattr(draft, name)
        degrees = _decimal(text) if text is not None else Decimal(0)
        if degrees is None or abs(degrees) > most:
            yield Problem(name, "place_unfit")


def _decimal(text: str) -> Decimal | None:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None

"""What a stage, a visit and an acceptance must satisfy: pure functions over a case's facts."""

from __future__ import annotations

from decimal import Decimal

from app.construction.drafts import AcceptanceDraft, InspectionDraft, SiteReportDraft, StageDraft
from app.documents.words import decimal_text
from app.problems import Problem
from app.support.queries import CaseFacts, case_state, check_on_road
from app.wording.construction import part_text, stage_text
from models.vocabulary import Part, Stage, WorkType

_ORDER = tuple(Stage)


def check_stage(draft: StageDraft, facts: CaseFacts, day: str) -> list[Problem]:
    """A stage of a house that is on the road. Order, dates and a house that is accepted already only warn."""
    state = case_state(facts)
    about: dict[str, object] = {"names": facts.head_name, "stage": stage_text(draft.stage)}
    if draft.done_on is None:
        if draft.stage not in state.stages:
            return [Problem("stage", "stage_not_recorded", about)]
        return _after_acceptance(facts)
    found = [*check_on_road(facts, state), *_after_acceptance(facts)]
    if draft.done_on > day:
        found.append(Problem("done_on", "event_ahead", warning=True))
    if state.decision is None:
        found.append(Problem("", "not_approved_yet", {"names": facts.head_name}, warning=True))
    for stage, row in state.stages.items():
        earlier = _ORDER.index(stage) < _ORDER.index(draft.stage)
        if earlier and (row.done_on or "") > draft.done_on:
            found.append(Problem("done_on", "stage_before_earlier_one", about, warning=True))
            break
    return found


def _after_acceptance(facts: CaseFacts) -> list[Problem]:
    """Houses that arrive in mid-course get the days of their stages afterwards."""
    if case_state(facts).acceptance is None:
        return []
    return [Problem("", "stage_after_acceptance", {"names": facts.head_name}, warning=True)]


def check_site_report(draft: SiteReportDraft, day: str) -> list[Problem]:
    """News has its day."""
    return _check_day("reported_on", draft.reported_on, day)


def check_inspection(draft: InspectionDraft, day: str) -> list[Problem]:
    """A visit has its day."""
    return _check_day("visited_on", draft.visited_on, day)


def _check_day(field: str, happened_on: str, day: str) -> list[Problem]:
    if not happened_on:
        return [Problem(field, "day_missing")]
    return [Problem(field, "event_ahead", warning=True)] if happened_on > day else []


def check_acceptance(draft: AcceptanceDraft, facts: CaseFacts, day: str) -> list[Problem]:
    """The area and the hard parts the programme asks for this work, or an exemption with its reason; the rest warns."""
    state = case_state(facts)
    about = {"names": facts.head_name}
    found = check_on_road(facts, state)
    if state.acceptance is not None:
        found.append(Problem("", "accepted_already", about))
    if not draft.accepted_on:
        return [*found, Problem("accepted_on", "day_missing")]
    if any(amount <= 0 for amount in draft.costs.values()):
        found.append(Problem("costs", "amount_not_positive"))
    lacking = [*_check_area(draft, facts), *_check_parts(draft, facts)]
    found += lacking if draft.exemption is None else []
    if draft.accepted_on > day:
        found.append(Problem("accepted_on", "event_ahead", warning=True))
    if state.decision is None:
        found.append(Problem("", "not_approved_yet", about, warning=True))
    if any((row.done_on or "") > draft.accepted_on for row in state.stages.values()):
        found.append(Problem("accepted_on", "accepted_before_stage", about, warning=True))
    return found


def _work_type(facts: CaseFacts) -> WorkType:
    """A case that says nothing is held to what a new house must show."""
    return case_state(facts).work_type or WorkType.NEW_BUILD


def _check_area(draft: AcceptanceDraft, facts: CaseFacts) -> list[Problem]:
    """Without a programme a new house shows an area; with one, at least what it asks for the work and household."""
    about: dict[str, object] = {"names": facts.head_name}
    work_type = _work_type(facts)
    area = Decimal(draft.area_m2) if draft.area_m2 else None
    if area is not None and area <= 0:
        return [Problem("area_m2", "area_not_positive", about)]
    if facts.programme is None:
        missing = area is None and work_type is WorkType.NEW_BUILD
        return [Problem("area_m2", "area_missing", about)] if missing else []
    least = facts.programme.min_area(draft.accepted_on, work_type, facts.member_count)
    if least is None:
        return []
    if area is None:
        return [Problem("area_m2", "area_missing", about)]
    if area < least:
        values = about | {"area": decimal_text(area), "least": decimal_text(least)}
        return [Problem("area_m2", "area_too_small", values)]
    return []


def _check_parts(draft: AcceptanceDraft, facts: CaseFacts) -> list[Problem]:
    asked = asked_parts(facts, draft.accepted_on)
    soft = [part for part in asked if part not in draft.hard]
    if not soft:
        return []
    values = {"names": facts.head_name, "parts": "; ".join(part_text(part) for part in soft)}
    return [Problem("hard", "parts_not_hard", values)]


def asked_parts(facts: CaseFacts, day: str) -> tuple[Part, ...]:
    """The parts that must be hard for this case on a day; all three where no programme says."""
    if facts.programme is None:
        return tuple(Part)
    return facts.programme.hard_parts(day, _work_type(facts))


def check_acceptance_revocation(facts: CaseFacts, reason: str) -> list[Problem]:
    """An acceptance is taken back with a reason, and only before the handover that hangs on it."""
    state = case_state(facts)
    found = []
    if not reason.strip():
        found.append(Problem("reason", "reason_missing"))
    if state.acceptance is None:
        found.append(Problem("", "not_accepted", {"names": facts.head_name}))
    if state.handover is not None:
        found.append(Problem("", "handed_over_already", {"names": facts.head_name}))
    return found

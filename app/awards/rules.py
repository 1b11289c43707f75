"""What readings, participants, nominations, meetings and decisions must satisfy: pure functions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from app.awards.drafts import (
    AchievementDraft,
    BlankDraft,
    MeetingDraft,
    NominationDraft,
    OutcomeDraft,
    ParticipantDraft,
    ReadingDraft,
    StepDraft,
    TickDraft,
)
from app.awards.facts import NominationRow, ParticipantRow, QuotaLine
from app.awards.tiers import Standing
from app.campaigns.queries import CampaignDetail, FormRow
from app.documents.words import date_text, decimal_text
from app.problems import Problem
from app.wording import awards as words
from app.wording.vocabulary import AWARD_OBJECTS
from models.vietnamese import fold
from models.vocabulary import AwardObject, CampaignSection

#: An office's blank is never moved further than this: more means another sheet of paper.
MOST_MM = 100


def check_reading(draft: ReadingDraft) -> list[Problem]:
    """A number from 0 on and a reason."""
    found = []
    if draft.object not in {one.value for one in AwardObject}:
        found.append(Problem("object", "award_object_unknown", {"text": draft.object}))
    if draft.number is None or draft.number < 0:
        found.append(Problem("number", "quota_number_missing"))
    if not draft.reason:
        found.append(Problem("reason", "quota_reason_missing"))
    return found


def check_participant(draft: ParticipantDraft, others: Collection[tuple[str, str]]) -> list[Problem]:
    """A name and what he is; the same name of the same kind twice only warns. `others`: kind and folded name."""
    found = []
    if not draft.name:
        found.append(Problem("name", "participant_name_missing"))
    if draft.kind not in {one.value for one in AwardObject}:
        found.append(Problem("kind", "award_object_unknown", {"text": draft.kind}))
    if draft.name and (draft.kind, fold(draft.name)) in others:
        found.append(Problem("name", "participant_twice", {"name": draft.name}, warning=True))
    return found


def check_achievement(draft: AchievementDraft) -> list[Problem]:
    """What was achieved, in words."""
    return [] if draft.text else [Problem("text", "achievement_missing")]


def check_ticks(drafts: Sequence[TickDraft]) -> list[Problem]:
    """A standard that is ticked as met carries its evidence; without it the form still saves."""
    bare = [one for one in drafts if one.met and not one.evidence]
    return [Problem("evidence", "standard_without_evidence", {"count": len(bare)}, warning=True)] if bare else []


@dataclass(frozen=True)
class NominationFacts:
    """What a nomination is held against: who, for which form, what is left, what he is proposed for already."""

    participant: ParticipantRow
    form: FormRow | None
    line: QuotaLine | None
    groups: tuple[str, ...]
    others: Collection[str]
    standards: tuple[int, int, int]
    day: str


def check_nomination(draft: NominationDraft, facts: NominationFacts) -> list[Problem]:
    """Only to whom the form may go, once for each form, and within the quota."""
    form, who = facts.form, facts.participant
    if form is None:
        return [Problem("form_id", "award_form_missing")]
    found = []
    if form.objects and who.kind not in form.objects:
        told = {
            "form": form.name or "",
            "object": _object(who.kind),
            "objects": words.joined(map(_object, form.objects)),
        }
        found.append(Problem("form_id", "award_not_for_object", told))
    if draft.id is None and draft.form_id in facts.others:
        found.append(Problem("form_id", "nominated_already", {"name": who.name, "form": form.name or ""}))
    if not found and draft.id is None:
        found += _check_quota(facts, form)
    return found + _doubts(facts, form)


def _object(kind: str) -> str:
    return AWARD_OBJECTS.get(kind, kind).lower()


def _check_quota(facts: NominationFacts, form: FormRow) -> list[Problem]:
    line, who = facts.line, facts.participant
    told: dict[str, object] = {"form": form.name or "", "object": _object(who.kind)}
    if line is None:
        groups = {"groups": "; ".join(facts.groups)}
        return [Problem("form_id", "quota_group_missing", told | groups)] if facts.groups else []
    told |= {"unit": line.name, "number": line.number or 0, "used": line.used}
    if line.unread:
        return [Problem("form_id", "quota_unread", told | {"target": decimal_text(line.target or 0)})]
    if line.left == 0:
        return [Problem("form_id", "quota_full", told)]
    if line.standing is Standing.WAITING:
        return [Problem("form_id", "quota_waiting", told, warning=True)]
    if line.standing is Standing.NO_TARGET:
        return [Problem("form_id", "quota_no_target", told, warning=True)]
    return []


def _doubts(facts: NominationFacts, form: FormRow) -> list[Problem]:
    found = []
    if form.issuer_valid_to and form.issuer_valid_to < facts.day:
        found.append(issuer_ended(form))
    _, unmet, unjudged = facts.standards  # what nobody has judged is neither met nor unmet
    told = (("standards_not_met", unmet), ("standards_unjudged", unjudged))
    found += [Problem("", code, {"count": count}, warning=True) for code, count in told if count]
    return found


def issuer_ended(form: FormRow) -> Problem:
    """The issuer of a form was abolished: who gives it now is named, or asked for."""
    day = date_text(date.fromisoformat(form.issuer_valid_to or ""))
    told = {"form": form.name or "", "issuer": form.issuer or "", "day": day, "successor": form.issuer_successor or ""}
    code = "issuer_ended_successor" if form.issuer_successor else "issuer_ended"
    return Problem("form_id", code, told, warning=True)


def check_meeting(draft: MeetingDraft, names: Mapping[str, str], day: str) -> list[Problem]:
    """A day that is not ahead; each vote adds up to those present. `names`: the nominees by nomination."""
    found = []
    if not draft.held_on:
        found.append(Problem("held_on", "day_missing"))
    elif draft.held_on > day:
        found.append(Problem("held_on", "event_ahead", warning=True))
    if draft.present is not None and draft.present <= 0:
        found.append(Problem("present", "council_empty"))
    cast = [one for one in draft.votes if not one.blank]
    if cast and draft.present is None:
        found.append(Problem("present", "council_present_missing"))
    for one in cast:
        votes = (one.agree or 0, one.disagree or 0, one.abstain or 0)
        if min(votes) < 0 or (draft.present is not None and sum(votes) != draft.present):
            told = {"name": names.get(one.nomination_id, ""), "sum": sum(votes), "present": draft.present or 0}
            found.append(Problem("votes", "council_votes_unequal", told))
    return found


def check_step(draft: StepDraft, rows: Sequence[NominationRow], day: str) -> list[Problem]:
    """Somewhere to go, or a reason for coming back; a day not before the last one; nothing after the decision."""
    found = _check_chosen(draft.nominations, draft.on, day)
    if draft.returned and not draft.reason:
        found.append(Problem("reason", "reason_missing"))
    if not draft.returned and not draft.to:
        found.append(Problem("to", "route_step_missing"))
    for one in rows:
        told = {"names": one.participant.name}
        if one.granted is not None:
            found.append(Problem("", "nomination_decided", told))
        elif draft.returned and not one.sent_to:
            found.append(Problem("", "dossier_not_sent", told))
        elif one.sent_on and draft.on and draft.on < one.sent_on:
            found.append(Problem("on", "dossier_goes_back", told))
    return found


def check_outcome(draft: OutcomeDraft, rows: Sequence[NominationRow], day: str) -> list[Problem]:
    """A decision has number and day, a refusal a reason; a decision that stands is undone first."""
    found = _check_chosen(draft.nominations, draft.decided_on or "", day)
    if draft.granted and not draft.decision_number:
        found.append(Problem("decision_number", "award_decision_number_missing"))
    if not draft.granted and not draft.reason:
        found.append(Problem("reason", "reason_missing"))
    for one in rows:
        if one.granted is not None and one.granted != draft.granted:
            found.append(Problem("", "nomination_decided", {"names": one.participant.name}))
    return found


def _check_chosen(chosen: Sequence[object], on: str, day: str) -> list[Problem]:
    found = [] if chosen else [Problem("", "nobody_chosen")]
    if not on:
        found.append(Problem("on", "day_missing"))
    elif on > day:
        found.append(Problem("on", "event_ahead", warning=True))
    return found


def check_blank(draft: BlankDraft) -> list[Problem]:
    """Millimetres that leave the text on the sheet."""
    found = []
    for field in ("right_mm", "down_mm"):
        try:
            figure = Decimal(getattr(draft, field) or "0")
        except InvalidOperation:
            figure = Decimal(MOST_MM + 1)
        if abs(figure) > MOST_MM:
            found.append(Problem(field, "blank_moved_too_far", {"most": MOST_MM}))
    return found


def route_of(plan: CampaignDetail, day: str) -> list[str]:
    """The steps a dossier goes through, in order; one that was abolished before a day by what took its place."""
    found = []
    for one in plan.texts_of(CampaignSection.ROUTE):
        ended = one.valid_to is not None and one.valid_to < day
        found.append((one.successor if ended else None) or one.text or "")
    return list(dict.fromkeys(one for one in found if one))

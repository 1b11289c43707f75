"""Rules of what happens under a campaign. Pure; days are ISO text, `day` is today's."""

from __future__ import annotations

from decimal import Decimal

from app.campaigns.movement_drafts import (
    ActivityDraft,
    AnswerDraft,
    CountedDraft,
    HandDownDraft,
    PetitionDraft,
    PlannedDraft,
    RequestDraft,
    TargetFigureDraft,
    TaskResultDraft,
    UnitReportDraft,
)
from app.problems import Problem
from models.vocabulary import ActivityKind

#: Somebody goes and looks: findings are expected, and may have to be mended.
VISITS = frozenset({ActivityKind.INSPECTION, ActivityKind.SUPERVISION, ActivityKind.SOCIAL_CRITICISM})
PUBLICITY = frozenset(ActivityKind) - VISITS


def _ahead(field: str, value: str | None, day: str) -> list[Problem]:
    return [Problem(field, "event_ahead", warning=True)] if value and value > day else []


def check_report(draft: UnitReportDraft, day: str) -> list[Problem]:
    """A day, and sent not before it was made."""
    found = []
    if not draft.made_on and not draft.sent_on:
        found.append(Problem("sent_on", "report_day_missing"))
    if draft.made_on and draft.sent_on and draft.sent_on < draft.made_on:
        found.append(Problem("sent_on", "report_sent_before_made"))
    return found + _ahead("sent_on", draft.sent_on, day)


def check_request(draft: RequestDraft, day: str) -> list[Problem]:
    """A day; the day it names is not before."""
    if not draft.made_on:
        return [Problem("made_on", "request_day_missing")]
    if draft.due_on and draft.due_on < draft.made_on:
        return [Problem("due_on", "request_due_before")]
    return _ahead("made_on", draft.made_on, day)


def check_result(draft: TaskResultDraft, day: str) -> list[Problem]:
    """What was done is said."""
    return ([] if draft.result else [Problem("result", "result_missing")]) + _ahead("done_on", draft.done_on, day)


def check_figure(draft: TargetFigureDraft, day: str) -> list[Problem]:
    """A figure, its source and its day."""
    found = []
    if not draft.figure:
        found.append(Problem("figure", "figure_missing"))
    if not draft.source:
        found.append(Problem("source", "figure_source_missing"))
    if not draft.noted_on:
        found.append(Problem("noted_on", "day_missing"))
    return found + _ahead("noted_on", draft.noted_on, day)


def check_hand_down(draft: HandDownDraft) -> list[Problem]:
    """A figure of zero or more and the day of the decision; its number is asked for."""
    found = []
    if not draft.figure or Decimal(draft.figure) < 0:
        found.append(Problem("figure", "figure_missing"))
    if not draft.decided_on:
        found.append(Problem("decided_on", "decision_day_missing"))
    if not draft.decision_number:
        found.append(Problem("decision_number", "target_decision_unnumbered", warning=True))
    return found


def check_activity(draft: ActivityDraft, day: str) -> list[Problem]:
    """A kind, a title and a day; a visit says what was found, and mends nothing before it."""
    found = []
    if draft.kind not in set(ActivityKind):
        found.append(Problem("kind", "activity_kind_unknown"))
    if not draft.title:
        found.append(Problem("title", "activity_title_missing"))
    if not draft.happened_on:
        found.append(Problem("happened_on", "day_missing"))
    if draft.mended_on and draft.happened_on and draft.mended_on < draft.happened_on:
        found.append(Problem("mended_on", "mended_before_found"))
    if draft.kind in VISITS and not draft.findings:
        found.append(Problem("findings", "visit_without_findings", warning=True))
    return found + _ahead("happened_on", draft.happened_on, day)


def check_petition(draft: PetitionDraft, day: str) -> list[Problem]:
    """What the obstacle is, and since when."""
    found = [] if draft.content else [Problem("content", "petition_missing")]
    if not draft.raised_on:
        found.append(Problem("raised_on", "day_missing"))
    return found + _ahead("raised_on", draft.raised_on, day)


def check_answer(draft: AnswerDraft, raised_on: str | None, day: str) -> list[Problem]:
    """What was answered and when, not before it was asked."""
    found = [] if draft.answer else [Problem("answer", "answer_missing")]
    if not draft.answered_on:
        found.append(Problem("answered_on", "day_missing"))
    elif raised_on and draft.answered_on < raised_on:
        found.append(Problem("answered_on", "answer_before_raised"))
    return found + _ahead("answered_on", draft.answered_on, day)


def check_counted(draft: CountedDraft) -> list[Problem]:
    """Houses and a reason."""
    found = [] if draft.case_ids else [Problem("", "no_houses")]
    return found + ([] if draft.reason else [Problem("reason", "counted_reason_missing")])


def check_closing(closed_on: str, day: str) -> list[Problem]:
    """A campaign closes on a day that is not ahead."""
    return _ahead("closed_on", closed_on, day) if closed_on else [Problem("closed_on", "day_missing")]


def check_planned(draft: PlannedDraft) -> list[Problem]:
    """Houses; something to say of several of them; the end not before the beginning."""
    found = [] if draft.case_ids else [Problem("", "no_houses")]
    if draft.only_typed and not (draft.planned_start or draft.planned_finish or draft.responsible):
        found.append(Problem("planned_start", "planned_nothing"))
    if draft.planned_start and draft.planned_finish and draft.planned_finish < draft.planned_start:
        found.append(Problem("planned_finish", "planned_backwards"))
    return found


def check_drive_chosen(drive_id: str) -> list[Problem]:
    """A drive is chosen."""
    return [] if drive_id else [Problem("drive_id", "drive_not_chosen")]

"""The verbs of building: stages one by one or a grid, visits, acceptance and its taking back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.actions import Action
from app.construction.drafts import AcceptanceDraft, InspectionDraft, SiteReportDraft, StageDraft, WeekDraft
from app.construction.rules import (
    asked_parts,
    check_acceptance,
    check_acceptance_revocation,
    check_inspection,
    check_site_report,
    check_stage,
)
from app.drafts import tidied, together
from app.journal.canonical import canonical_text
from app.journal.recording import Recorder
from app.parsing import today
from app.problems import Problem, refuse, refuse_errors
from app.support.exception_operations import write_exceptions
from app.support.queries import CaseFacts, case_state, facts_of
from app.workspace import Changes, Workspace
from models.construction import Acceptance, Inspection, SiteReport, StageRecord
from models.vocabulary import ExceptionCase, Part

Warnings = list[Problem]


def record_stage(workspace: Workspace, draft: StageDraft) -> tuple[Changes, Warnings]:
    """Record one stage of one house, or take it back. Raises `Refused`."""
    with workspace.change(Action.RECORD_STAGE) as change:
        warnings = write_stages(change.recorder, [draft])
    return change.done, warnings


def record_stages(workspace: Workspace, drafts: Sequence[StageDraft]) -> tuple[Changes, Warnings]:
    """Record the whole quick grid in one change, one undo. Raises `Refused`: then nothing is kept."""
    with workspace.change(Action.RECORD_STAGES) as change:
        warnings = write_stages(change.recorder, drafts)
    return change.done, warnings


def save_week(workspace: Workspace, week: WeekDraft) -> tuple[Changes, Warnings]:
    """Record a week's news in one change, one undo. Raises `Refused`: then nothing is kept.

    A house goes on again before its stages are written, and stops after them.
    """
    resumed = [one for one in week.exceptions if one.kind is ExceptionCase.RESUMED]
    stopped = [one for one in week.exceptions if one.kind is not ExceptionCase.RESUMED]
    if not week.houses:
        raise refuse("", "no_houses")
    with workspace.change(Action.RECORD_STAGES) as change:
        parts: list[tuple[Callable[[Recorder, Any], Warnings], Sequence[object]]] = [
            (write_exceptions, resumed),
            (write_stages, week.stages),
            (write_exceptions, stopped),
            (write_site_reports, week.reports),
        ]
        warnings = [one for write, drafts in parts if drafts for one in write(change.recorder, drafts)]
    return change.done, warnings


def write_site_reports(recorder: Recorder, drafts: Sequence[SiteReportDraft]) -> Warnings:
    """A row for each piece of news; opens no change."""
    drafts = [tidied(one) for one in drafts]
    facts_of(recorder.session, list(dict.fromkeys(one.case_id for one in drafts)))
    day = today().isoformat()
    warnings = refuse_errors(together([problem for one in drafts for problem in check_site_report(one, day)]))
    rows: list[dict[str, object]] = [
        {"case_id": one.case_id, "reported_on": one.reported_on, "note": one.note} for one in drafts
    ]
    recorder.record_many([(SiteReport, row) for row in rows])
    return warnings


def write_stages(recorder: Recorder, drafts: Sequence[StageDraft]) -> Warnings:
    """A row for each stage, naming the one it corrects; opens no change."""
    drafts = [tidied(one) for one in drafts]
    facts = {one.case_id: one for one in facts_of(recorder.session, list(dict.fromkeys(d.case_id for d in drafts)))}
    day = today().isoformat()
    found = [problem for draft in drafts for problem in check_stage(draft, facts[draft.case_id], day)]
    warnings = refuse_errors(together(found))
    recorder.record_many([(StageRecord, _stage_values(draft, facts[draft.case_id])) for draft in drafts])
    return warnings


def _stage_values(draft: StageDraft, facts: CaseFacts) -> dict[str, object]:
    standing = case_state(facts).stages.get(draft.stage)
    return {
        "case_id": draft.case_id,
        "stage": draft.stage.value,
        "done_on": draft.done_on,
        "note": draft.note,
        "replaces_id": standing.id if standing else None,
    }


def inspect_houses(workspace: Workspace, drafts: Sequence[InspectionDraft]) -> tuple[Changes, Warnings]:
    """Record visits to sites. Raises `Refused`."""
    with workspace.change(Action.INSPECT) as change:
        warnings = write_inspections(change.recorder, drafts)
    return change.done, warnings


def write_inspections(recorder: Recorder, drafts: Sequence[InspectionDraft]) -> Warnings:
    """A row for each visit; opens no change."""
    drafts = [tidied(one) for one in drafts]
    facts_of(recorder.session, list(dict.fromkeys(one.case_id for one in drafts)))
    day = today().isoformat()
    warnings = refuse_errors(together([problem for one in drafts for problem in check_inspection(one, day)]))
    rows: list[dict[str, object]] = [
        {"case_id": one.case_id, "visited_on": one.visited_on, "result": one.result.value, "note": one.note}
        for one in drafts
    ]
    recorder.record_many([(Inspection, row) for row in rows])
    return warnings


def accept(workspace: Workspace, drafts: Sequence[AcceptanceDraft]) -> tuple[Changes, Warnings]:
    """Record the acceptance of houses, all or none. Raises `Refused`."""
    with workspace.change(Action.ACCEPT) as change:
        warnings = write_acceptances(change.recorder, drafts)
    return change.done, warnings


def write_acceptances(recorder: Recorder, drafts: Sequence[AcceptanceDraft]) -> Warnings:
    """A row for each acceptance; opens no change."""
    drafts = [tidied(one) for one in drafts]
    facts = facts_of(recorder.session, [one.case_id for one in drafts])
    day = today().isoformat()
    found = [problem for one, case in zip(drafts, facts, strict=True) for problem in check_acceptance(one, case, day)]
    warnings = refuse_errors(together(found))
    recorder.record_many([(Acceptance, _acceptance_values(one, case)) for one, case in zip(drafts, facts, strict=True)])
    return warnings


def _acceptance_values(draft: AcceptanceDraft, facts: CaseFacts) -> dict[str, object]:
    """A part that is neither named hard nor asked for stays unsaid."""
    asked = asked_parts(facts, draft.accepted_on)
    values: dict[str, object] = {
        "case_id": draft.case_id,
        "accepted_on": draft.accepted_on,
        "area_m2": draft.area_m2,
        "resilient": draft.resilient,
        "exemption": draft.exemption,
        "costs": canonical_text(dict(draft.costs)) if draft.costs else None,
        "note": draft.note,
    }
    for part in Part:
        values[part.value] = draft.materials.get(part)
        values[f"{part.value}_hard"] = part in draft.hard if part in draft.hard or part in asked else None
    return values


def revoke_acceptance(workspace: Workspace, case_id: str, reason: str) -> tuple[Changes, Warnings]:
    """Take an acceptance back ("Sửa sai"): the house goes on being built. Raises `Refused`."""
    with workspace.change(Action.REVOKE_ACCEPTANCE) as change:
        [facts] = facts_of(change.session, [case_id])
        warnings = refuse_errors(check_acceptance_revocation(facts, reason))
        standing = case_state(facts).acceptance
        values = {"case_id": case_id, "revoked": True, "reason": reason.strip()}
        change.recorder.record_many([(Acceptance, values | {"replaces_id": standing.id if standing else None})])
    return change.done, warnings

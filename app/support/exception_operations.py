"""The verbs of the exceptions (domain 6.3): the row itself, and what follows from it in the same change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import select

from app.actions import Action
from app.drafts import tidied, together
from app.journal.recording import Recorder
from app.problems import Problem, refuse_errors
from app.support.drafts import DecisionDraft, ExceptionDraft
from app.support.exception_rules import check_exception
from app.support.facts import CaseFacts
from app.support.operations import write_decisions
from app.support.queries import facts_of
from app.support.standing import counting_decision, standing_acceptance
from app.workspace import Changes, Workspace
from models.construction import Acceptance
from models.household import Household, Member
from models.support import CaseException, SupportCase
from models.vietnamese import fold
from models.vocabulary import BuildMode, ExceptionCase

Warnings = list[Problem]


def record_exceptions(workspace: Workspace, drafts: Sequence[ExceptionDraft]) -> tuple[Changes, Warnings]:
    """Record exceptions (leaving the road, coming back, X5 to X16), all or none. Raises `Refused`."""
    with workspace.change(Action.RECORD_EXCEPTION) as change:
        warnings = write_exceptions(change.recorder, drafts)
    return change.done, warnings


def write_exceptions(recorder: Recorder, drafts: Sequence[ExceptionDraft]) -> Warnings:
    """A row for each exception, with what follows from it; opens no change."""
    drafts = [tidied(one) for one in drafts]
    facts = facts_of(recorder.session, [one.case_id for one in drafts])
    pairs = list(zip(drafts, facts, strict=True))
    warnings = refuse_errors(together([problem for one, case in pairs for problem in check_exception(one, case)]))
    recorder.record_many([(CaseException, _values(one)) for one in drafts])
    for one, case in pairs:
        follow = _FOLLOWING.get(one.kind)
        warnings += follow(recorder, one, case) if follow else []
    return warnings


def _values(draft: ExceptionDraft) -> dict[str, object]:
    return {
        "case_id": draft.case_id,
        "kind": draft.kind.value,
        "happened_on": draft.happened_on,
        "reason": draft.reason,
        "decision_number": draft.decision_number,
        "review_on": draft.review_on,
        "receiver": draft.receiver,
    }


def _amend(recorder: Recorder, draft: ExceptionDraft, facts: CaseFacts) -> Warnings:
    """X7, X8: a later decision, which counts from then on; a new work type without an amount takes the norm."""
    standing, _ = counting_decision(facts)
    if standing is None:
        return []
    new_work = draft.kind is ExceptionCase.WORK_CHANGED
    return write_decisions(
        recorder,
        DecisionDraft(
            draft.decision_number or "",
            draft.happened_on,
            (facts.case_id,),
            amount=draft.amount if new_work else draft.amount or standing.amount,
            by_norm=new_work,
            work_type=draft.work_type or standing.work_type,
            source_code=draft.source_code or standing.source_code,
            note=draft.reason,
        ),
    )


def _build_by_commune(recorder: Recorder, _draft: ExceptionDraft, facts: CaseFacts) -> Warnings:
    """X10: the commune builds for a household that cannot."""
    recorder.session.get_one(SupportCase, facts.case_id).build_mode = BuildMode.COMMUNE.value
    return []


def _take_acceptance_back(recorder: Recorder, draft: ExceptionDraft, facts: CaseFacts) -> Warnings:
    """X11: the house is being built again, until the day it is to be put right."""
    standing = standing_acceptance(facts)
    back = {"case_id": facts.case_id, "revoked": True, "reason": draft.reason}
    recorder.record_many([(Acceptance, back | {"replaces_id": standing.id if standing else None})])
    return []


def _succeed(recorder: Recorder, draft: ExceptionDraft, facts: CaseFacts) -> Warnings:
    """X5: another person is the head: a member of that name; else what identified the old head is emptied."""
    session = recorder.session
    home = session.get_one(Household, facts.household_id)
    members = session.scalars(select(Member).where(Member.household_id == home.id, Member.row_out.is_(False)))
    wanted = fold(draft.new_head or "")
    found = next((one for one in members if fold(one.name or "") == wanted), None)
    home.head_name = found.name if found else draft.new_head
    for name in ("gender", "birth", "citizen_id"):
        setattr(home, name, getattr(found, name) if found else None)
    if found is not None:
        found.deleted = True
    known = found is not None and bool(found.citizen_id)
    return [] if known else [Problem("new_head", "new_head_facts", {"names": home.head_name or ""}, warning=True)]


def _ask_again(recorder: Recorder, draft: ExceptionDraft, facts: CaseFacts) -> Warnings:
    """X12: a new case in the same programme, from the first step on, that names the one of the damaged house."""
    programme = {"programme_id": facts.programme.id} if facts.programme else {}
    asked = {"household_id": facts.household_id, "registered_on": draft.happened_on, "follows_id": facts.case_id}
    recorder.record_many([(SupportCase, programme | asked)])
    return []


_FOLLOWING: dict[ExceptionCase, Callable[[Recorder, ExceptionDraft, CaseFacts], Warnings]] = {
    ExceptionCase.WORK_CHANGED: _amend,
    ExceptionCase.AMOUNT_CHANGED: _amend,
    ExceptionCase.COMMUNE_BUILDS: _build_by_commune,
    ExceptionCase.NOT_PASSED: _take_acceptance_back,
    ExceptionCase.NEW_HEAD: _succeed,
    ExceptionCase.DAMAGED_AGAIN: _ask_again,
}

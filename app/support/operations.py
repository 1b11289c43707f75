"""The verbs of support: a request, decisions on many houses at once, their correction, exceptions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.actions import Action
from app.drafts import tidied, together
from app.journal.recording import Recorder
from app.parsing import today
from app.problems import Problem, refuse, refuse_errors
from app.rows import write_row
from app.support.drafts import CaseDraft, DecisionDraft
from app.support.facts import CaseFacts, DecisionRow
from app.support.queries import case_facts, case_of, facts_of, find_decision, followed_cases, programme_named
from app.support.rules import (
    amount_for,
    case_state,
    check_case,
    check_decision,
    check_decision_head,
    check_revocation,
)
from app.support.standing import standing_decisions
from app.workspace import Changes, Workspace
from models.base import new_id
from models.funding import FundSource
from models.household import Household
from models.ledger import Allocation
from models.support import Decision, SupportCase

Warnings = list[Problem]


def set_case(workspace: Workspace, draft: CaseDraft) -> tuple[Changes, Warnings]:
    """Open or change a household's case in a programme; `changes.ids` hold the case. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_CASE) as change:
        _, warnings = write_case(change.session, draft)
    return change.done, warnings


def write_case(session: Session, draft: CaseDraft) -> tuple[str, Warnings]:
    """The case's row, one a household and programme; returns its id. Opens no change."""
    draft = tidied(draft)
    warnings = refuse_errors(check_case(draft))
    household = session.get(Household, draft.household_id)
    if household is None or household.row_out:
        raise refuse("", "household_not_here")
    programme = programme_named(session, draft.programme_id)
    standing = case_of(session, draft.household_id, programme.id)
    if draft.case_id is not None:
        refuse_errors(_check_programme_kept(session, draft.case_id, programme.id))
    values = {
        name: getattr(draft, name) for name in ("work_type", "requested_amount", "build_mode", "house_name", "note")
    }
    values["programme_id"] = programme.id
    values["registered_on"] = draft.registered_on or (standing.registered_on if standing else today().isoformat())
    row_id = draft.case_id or (standing.case_id if standing else None)
    if row_id is None:
        values["household_id"] = household.id
    return write_row(session, SupportCase, row_id, draft.version, values).id, warnings


def _check_programme_kept(session: Session, case_id: str, programme_id: str) -> list[Problem]:
    """A case moves to another programme only before it is decided and has money: ceilings count by programme."""
    [facts] = facts_of(session, [case_id])
    if facts.programme is None or facts.programme.id == programme_id:
        return []
    lines = select(func.sum(Allocation.amount)).where(Allocation.case_id == case_id, Allocation.row_out.is_(False))
    paid = sum(one.amount or 0 for one in facts.payments) + sum(one.amount or 0 for one in facts.supplier_payments)
    if standing_decisions(facts) or session.scalar(lines) or paid:
        return [Problem("programme_id", "case_programme_fixed", {"names": facts.head_name})]
    return []


def write_new_cases(recorder: Recorder, drafts: Sequence[CaseDraft]) -> list[str]:
    """Cases in bulk, for households that have none in the programme yet; returns their ids. Opens no change."""
    drafts = [tidied(one) for one in drafts]
    refuse_errors([problem for one in drafts for problem in check_case(one)])
    named = {text: programme_named(recorder.session, text).id for text in {one.programme_id for one in drafts}}
    rows = [
        {
            "id": new_id(),
            "household_id": one.household_id,
            "programme_id": named[one.programme_id],
            "work_type": one.work_type,
            "requested_amount": one.requested_amount,
            "registered_on": one.registered_on or (None if one.before_program else today().isoformat()),
            "build_mode": one.build_mode,
            "house_name": one.house_name,
            "note": one.note,
        }
        for one in drafts
    ]
    recorder.record_many([(SupportCase, row) for row in rows])
    return [str(row["id"]) for row in rows]


def approve(workspace: Workspace, draft: DecisionDraft) -> tuple[Changes, Warnings]:
    """Record one decision of this office on all its houses, or on none. Raises `Refused`."""
    with workspace.change(Action.APPROVE) as change:
        warnings = write_decisions(change.recorder, draft)
    return change.done, warnings


def write_decisions(recorder: Recorder, draft: DecisionDraft) -> Warnings:
    """A decision's row for each house, category and head frozen, warnings kept; opens no change."""
    draft = tidied(draft)
    session, author = recorder.session, recorder.author
    head = refuse_errors(check_decision_head(draft, today().isoformat())) + _check_source(session, draft)
    cases = facts_of(session, with_cases(recorder, draft).case_ids)
    warned = {one.case_id: check_decision(draft, one, author.office, author.level) for one in cases}
    warnings = refuse_errors(together([problem for found in warned.values() for problem in found]))
    batch = new_id()
    recorder.record_many(
        [(Decision, _values(recorder, draft, one, batch, [*head, *warned[one.case_id]])) for one in cases]
    )
    return head + warnings


def with_cases(recorder: Recorder, draft: DecisionDraft) -> DecisionDraft:
    """The decision over cases alone: those of its households in the programme, opened where there is none."""
    return replace(draft, case_ids=(*draft.case_ids, *_cases_for(recorder, draft)), household_ids=())


def _cases_for(recorder: Recorder, draft: DecisionDraft) -> list[str]:
    """The case of each household in the programme, opened where there is none."""
    session = recorder.session
    if not draft.household_ids:
        return []
    programme = programme_named(session, draft.programme_id) if draft.programme_id else None
    facts = case_facts(session, household_ids=draft.household_ids)
    states = [(one, case_state(one)) for one in facts.values()]
    followed = followed_cases(states)
    order = {
        one.case_id: (
            state.off_road,
            one.case_id in followed,
            one.programme.position if one.programme else 0,
            one.case_id,
        )
        for one, state in states
    }
    known: dict[str, str] = {}
    for one in sorted(facts.values(), key=lambda one: order[one.case_id], reverse=True):
        if programme is None or (one.programme is not None and one.programme.id == programme.id):
            known[one.household_id] = one.case_id
    missing = [one for one in dict.fromkeys(draft.household_ids) if one not in known]
    if missing:
        known |= _open_cases(recorder, missing, (programme or programme_named(session, None)).id)
    return [known[one] for one in draft.household_ids]


def _open_cases(recorder: Recorder, household_ids: Sequence[str], programme_id: str) -> dict[str, str]:
    living = select(Household.id).where(Household.id.in_(household_ids), Household.row_out.is_(False))
    if set(recorder.session.scalars(living)) != set(household_ids):
        raise refuse("", "household_not_here")
    made = {one: new_id() for one in household_ids}
    common = {"programme_id": programme_id, "registered_on": today().isoformat()}
    recorder.record_many([(SupportCase, {"id": case, "household_id": one, **common}) for one, case in made.items()])
    return made


def _check_source(session: Session, draft: DecisionDraft) -> Warnings:
    code = draft.source_code
    known = select(FundSource.id).where(FundSource.code == code, FundSource.row_out.is_(False))
    if code is None or session.scalar(known.limit(1)):
        return []
    return [Problem("source_code", "source_code_unknown", {"code": code}, warning=True)]


def _values(
    recorder: Recorder, draft: DecisionDraft, facts: CaseFacts, batch: str, problems: Sequence[Problem]
) -> dict[str, object]:
    return {
        "case_id": facts.case_id,
        "office_code": recorder.author.office,
        "office_level": recorder.author.level.value,
        "number": draft.number,
        "decided_on": draft.decided_on,
        "amount": amount_for(draft, facts),
        "work_type": draft.work_type or facts.work_type,
        "category": facts.category,
        "head_name": facts.head_name,
        "signer": draft.signer,
        "source_code": draft.source_code,
        "batch": batch,
        "warnings": " ".join(dict.fromkeys(one.code for one in problems if one.warning)),
        "note": draft.note,
        "replaces_id": draft.replaces.get(facts.case_id),
    }


def replace_decision(
    workspace: Workspace, decision_id: str, draft: DecisionDraft, reason: str
) -> tuple[Changes, Warnings]:
    """Correct one decision ("Sửa sai"); see `replace_decisions`. Raises `Refused`."""
    return replace_decisions(workspace, [decision_id], draft, reason)


def replace_decisions(
    workspace: Workspace, decision_ids: Sequence[str], draft: DecisionDraft, reason: str
) -> tuple[Changes, Warnings]:
    """Correct decisions ("Sửa sai"): new rows with a reason name the old ones. Raises `Refused`.

    What the draft leaves empty (number, day, amount, work type, signer, source) stays as each decision has it.
    """
    with workspace.change(Action.REVOKE_DECISION) as change:
        found = [find_decision(change.session, one) for one in decision_ids]
        problems = [
            problem for one, facts in found for problem in check_revocation(one, facts, workspace.author.office)
        ]
        refuse_errors([*_check_reason(reason), *together(problems)])
        alike: dict[tuple[object, ...], tuple[DecisionDraft, dict[str, str]]] = {}
        for old, facts in found:
            kept = {name: getattr(draft, name) or getattr(old, name) for name in _KEPT}
            _, replaced = alike.setdefault(
                tuple(kept.values()), (replace(draft, **kept, household_ids=(), note=reason), {})
            )
            replaced[facts.case_id] = old.id
        warnings: Warnings = []
        for corrected, replaced in alike.values():
            warnings += write_decisions(
                change.recorder, replace(corrected, case_ids=tuple(replaced), replaces=replaced)
            )
    return change.done, warnings


_KEPT = ("number", "decided_on", "amount", "work_type", "signer", "source_code")


def revoke_decisions(workspace: Workspace, decision_ids: Sequence[str], reason: str) -> tuple[Changes, Warnings]:
    """Take decisions of this office back ("Sửa sai"): a later row without an amount names each. Raises `Refused`."""
    with workspace.change(Action.REVOKE_DECISION) as change:
        found = [find_decision(change.session, one) for one in decision_ids]
        problems = [
            problem for one, facts in found for problem in check_revocation(one, facts, workspace.author.office)
        ]
        warnings = refuse_errors([*_check_reason(reason), *together(problems)])
        batch = new_id()
        change.recorder.record_many([(Decision, _taken_back(one, reason, batch)) for one, _ in found])
    return change.done, warnings


def _taken_back(decision: DecisionRow, reason: str, batch: str) -> dict[str, object]:
    return {
        "case_id": decision.case_id,
        "office_code": decision.office_code,
        "office_level": decision.office_level,
        "number": decision.number,
        "decided_on": today().isoformat(),
        "batch": batch,
        "note": reason,
        "replaces_id": decision.id,
    }


def _check_reason(reason: str) -> list[Problem]:
    return [] if reason.strip() else [Problem("reason", "reason_missing")]

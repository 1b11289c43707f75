"""The verbs of eligibility: keep why a house goes on all the same, keep a programme's changed rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from app.actions import Action
from app.drafts import tidied
from app.parsing import today
from app.problems import refuse
from app.review.eligibility_drafts import RuleDraft
from app.review.eligibility_queries import task_name, verdicts, with_changes
from app.rows import write_row
from app.support.queries import load_programmes
from app.workspace import Changes, Workspace
from models.exchange import TaskAnswer
from models.programme import ProgrammeRule

_FIELDS = ("key", "value", "work_type", "valid_from", "valid_to", "legal_basis")


def keep_reasons(workspace: Workspace, case_id: str, reasons: Mapping[str, str]) -> Changes:
    """Keep why a house goes on although a criterion is not met or unknown: text of the criterion -> reason.

    Raises `Refused` when a reason is missing or a criterion does not hold for the house any more.
    """
    with workspace.change(Action.ANSWER_FLAG) as change:
        write_reasons(change.session, case_id, reasons)
    return change.done


def write_reasons(session: Session, case_id: str, reasons: Mapping[str, str]) -> None:
    """The reasons' rows below the household; opens no change."""
    verdict = verdicts(session, [case_id]).get(case_id)
    if verdict is None:
        raise refuse("", "case_not_here")
    asked = {one.criterion.text for one in verdict.findings}
    for criterion, reason in reasons.items():
        if criterion not in asked:
            raise refuse("", "criterion_gone")
        if not reason.strip():
            raise refuse("reason", "criterion_reason_missing")
        session.add(
            TaskAnswer(
                household_id=verdict.household_id,
                task=task_name(criterion, case_id),
                choice=1,
                reason=" ".join(reason.split()),
                answered_on=today().isoformat(),
            )
        )


def save_rules(workspace: Workspace, programme_id: str, drafts: Sequence[RuleDraft]) -> Changes:
    """Keep a programme's changed rules; `compare` shows before who moves. Raises `Refused`, `Stale`.

    A rule that came with the program enters this office's stream with a create of all its fields; one that is taken
    off begins deleted. New rules are rows of this office below the programme.
    """
    with workspace.change(Action.SAVE_PROGRAMME) as change:
        write_rules(change.session, programme_id, drafts)
    return change.done


def write_rules(session: Session, programme_id: str, drafts: Sequence[RuleDraft]) -> None:
    """The rules' rows; opens no change."""
    programme = load_programmes(session).get(programme_id)
    if programme is None:
        raise refuse("programme", "no_programme")
    drafts = [tidied(one) for one in drafts]
    with_changes(programme, drafts)
    for draft in drafts:
        values: dict[str, object] = {name: getattr(draft, name) for name in _FIELDS}
        if draft.dropped:
            values = {"deleted": True}
        if draft.rule_id is None:
            values["programme_id"] = programme_id
        write_row(session, ProgrammeRule, draft.rule_id, draft.version, values)

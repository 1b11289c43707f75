"""A decision together with why houses go on that do not meet a criterion: above the rooms that know of each."""

from __future__ import annotations

from app.actions import Action
from app.problems import Problem
from app.review.eligibility_operations import write_reasons
from app.review.eligibility_queries import verdicts
from app.support.drafts import DecisionDraft
from app.support.operations import with_cases, write_decisions
from app.workspace import Changes, Workspace


def approve_explained(workspace: Workspace, draft: DecisionDraft, reason: str) -> tuple[Changes, list[Problem]]:
    """Record a decision on all its houses; a reason is kept for every criterion that is not met or unknown.

    What has a reason already keeps it; without a reason the decision is recorded all the same. Raises `Refused`.
    """
    with workspace.change(Action.APPROVE) as change:
        draft = with_cases(change.recorder, draft)
        warnings = write_decisions(change.recorder, draft)
        for case_id, verdict in verdicts(change.session, draft.case_ids).items():
            if verdict.unexplained and reason.strip():
                write_reasons(change.session, case_id, {one.criterion.text: reason for one in verdict.unexplained})
    return change.done, warnings

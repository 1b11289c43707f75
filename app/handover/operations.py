"""The verbs of handing over: hand houses over, take a handover back."""

from __future__ import annotations

from collections.abc import Sequence

from app.actions import Action
from app.drafts import tidied, together
from app.handover.drafts import HandoverDraft
from app.handover.rules import check_handover, check_handover_revocation
from app.journal.recording import Recorder
from app.parsing import today
from app.problems import Problem, refuse_errors
from app.support.queries import case_state, facts_of
from app.workspace import Changes, Workspace
from models.handover import Handover

Warnings = list[Problem]


def hand_over(workspace: Workspace, drafts: Sequence[HandoverDraft]) -> tuple[Changes, Warnings]:
    """Hand houses over, all or none. Raises `Refused`: a house without acceptance is not handed over."""
    with workspace.change(Action.HAND_OVER) as change:
        warnings = write_handovers(change.recorder, drafts)
    return change.done, warnings


def write_handovers(recorder: Recorder, drafts: Sequence[HandoverDraft]) -> Warnings:
    """A row for each handover; opens no change."""
    drafts = [tidied(one) for one in drafts]
    facts = facts_of(recorder.session, [one.case_id for one in drafts])
    day = today().isoformat()
    found = [problem for one, case in zip(drafts, facts, strict=True) for problem in check_handover(one, case, day)]
    warnings = refuse_errors(together(found))
    rows: list[dict[str, object]] = [
        {
            "case_id": one.case_id,
            "handed_over_on": one.handed_over_on,
            "place": one.place,
            "receiver": one.receiver,
            "relation": one.relation,
            "thumbprint": one.thumbprint,
            "note": one.note,
        }
        for one in drafts
    ]
    recorder.record_many([(Handover, row) for row in rows])
    return warnings


def revoke_handover(workspace: Workspace, case_id: str, reason: str) -> tuple[Changes, Warnings]:
    """Take a handover back ("Sửa sai"): the house waits for its handover again. Raises `Refused`."""
    with workspace.change(Action.REVOKE_HANDOVER) as change:
        [facts] = facts_of(change.session, [case_id])
        warnings = refuse_errors(check_handover_revocation(facts, reason))
        standing = case_state(facts).handover
        values = {"case_id": case_id, "revoked": True, "reason": reason.strip()}
        change.recorder.record_many([(Handover, values | {"replaces_id": standing.id if standing else None})])
    return change.done, warnings

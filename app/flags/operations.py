"""Answering points to look at: a written reason, kept below the household; the point comes again with other facts."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from app.actions import Action
from app.flags.queries import find_flags, is_flag
from app.journal.recording import Recorder
from app.journal.store import batches
from app.parsing import today
from app.problems import refuse
from app.workspace import Changes, Workspace
from models.exchange import TaskAnswer
from models.support import SupportCase


def answer_flags(workspace: Workspace, flag_ids: Sequence[str], reason: str) -> Changes:
    """Keep one written reason for these points, all or none. Raises `Refused`."""
    with workspace.change(Action.ANSWER_FLAG) as change:
        write_flag_answers(change.recorder, flag_ids, reason)
    return change.done


def write_flag_answers(recorder: Recorder, flag_ids: Sequence[str], reason: str | None) -> None:
    """The answers' rows; opens no change. Raises `Refused` without a reason, or for a point that is not open."""
    why = " ".join((reason or "").split())
    if not why:
        raise refuse("reason", "flag_reason_missing")
    day = today().isoformat()
    open_ones = {one.id: one for one in find_flags(recorder.session, _households(recorder, flag_ids), day)}
    found = [open_ones.get(one) for one in dict.fromkeys(flag_ids)]
    rows = []
    for flag in found:
        if flag is None or flag.reason:
            raise refuse("task", "flag_gone")
        values = {"household_id": flag.household_id, "task": flag.id, "choice": 1, "reason": why, "answered_on": day}
        rows.append((TaskAnswer, values))
    recorder.record_many(rows)


def _households(recorder: Recorder, flag_ids: Sequence[str]) -> set[str]:
    """The households the points are about, from the rows their names carry."""
    rows = {one.split(":")[2] for one in flag_ids if is_flag(one) and one.count(":") == 3}
    found = set(rows)
    for batch in batches(sorted(rows)):
        cases = select(SupportCase.household_id).where(SupportCase.id.in_(batch))
        found.update(one for one in recorder.session.scalars(cases) if one)
    return found

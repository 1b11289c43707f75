"""A household that moves to another commune (X6): closed in its old stream, begun in the new one with `moved_from`.

Both are written by an office above both communes, which alone sees both; decisions and payments stay where they were.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.actions import Action
from app.households.queries import living_condition, living_members
from app.journal.recording import Recorder
from app.journal.store import load_offices
from app.problems import Problem, refuse
from app.support.drafts import ExceptionDraft
from app.support.exception_operations import write_exceptions
from app.support.queries import cases_of_households
from app.support.standing import OFF_ROAD
from app.workspace import Changes, Workspace
from models.base import Recorded, new_id, recorded_fields
from models.household import Household, Member
from models.housing import HousingCondition
from models.office import Office
from models.vocabulary import ExceptionCase, Level, Status

#: What belongs to the old commune alone.
_NAMES = "code village_id address alias_of out_reason split_from_id resident_since deleted"
_LEFT_BEHIND = frozenset(_NAMES.split())


@dataclass(frozen=True)
class MoveDraft:
    """Where a household goes (code of the commune), the day, why, and the number of the decision, if any."""

    household_id: str
    commune: str
    on: str
    reason: str
    decision: str | None = None


def move_household(workspace: Workspace, draft: MoveDraft) -> tuple[Changes, str, list[Problem]]:
    """Begin the household in its new commune and close it in the old one; returns its new id. Raises `Refused`.

    Its open cases are closed as transferred. Where it has none, the old commune is asked to take it off its list.
    """
    with workspace.change(Action.MOVE_HOUSEHOLD) as change:
        recorder = change.recorder
        row = change.session.get(Household, draft.household_id)
        if row is None or row.row_out:
            raise refuse("id", "household_not_found", text=draft.household_id[-6:])
        _check(recorder, workspace.author.level, row, draft.commune)
        warnings = _close(recorder, row, draft)
        made = _begin(recorder, row, draft.commune, draft.on)
    return change.done, made, warnings


def _check(recorder: Recorder, level: Level, row: Household, commune: str) -> None:
    offices = load_offices(recorder.store.connection)
    if level is not Level.UPPER:
        raise refuse("", "move_from_above")
    entry = offices.entries.get(commune)
    below = set(offices.below(recorder.author.office))
    if entry is None or commune not in below or entry.level is not Level.COMMUNE:
        raise refuse("to", "move_unknown", office=commune)
    if offices.holder(row.stream) == offices.current(commune):
        raise refuse("to", "move_same")
    if offices.holder(row.stream) not in below:
        raise refuse("id", "move_unknown", office=row.stream)


def _close(recorder: Recorder, row: Household, draft: MoveDraft) -> list[Problem]:
    cases = cases_of_households(recorder.session, [row.id]).get(row.id, ())
    receiver = recorder.session.scalar(select(Office.name).where(Office.code == draft.commune)) or draft.commune
    leaving = [
        ExceptionDraft(
            one.case_id, ExceptionCase.TRANSFERRED, draft.on, draft.reason, draft.decision, receiver=receiver
        )
        for one, state in cases
        if state.status is Status.ON_HOLD or state.status not in OFF_ROAD
    ]
    if not cases:
        row.deleted = True  # alone: a reason taken over after it would bring the household back
    return write_exceptions(recorder, leaving) if leaving else []


def _begin(recorder: Recorder, row: Household, commune: str, on: str) -> str:
    """The same people and house in the new commune's stream; its village and what was decided there do not come."""
    made = new_id()
    home = _values(row) | {"commune_code": commune, "moved_from": row.id, "resident_since": on}
    recorder.session.add(Household(**home, id=made, stream=commune))
    recorder.session.flush()
    for member in living_members(recorder.session, row.id):
        recorder.session.add(Member(**_values(member), household_id=made))
    house = living_condition(recorder.session, row.id)
    if house is not None:
        recorder.session.add(HousingCondition(**_values(house), household_id=made))
    return made


def _values(row: Recorded) -> dict[str, Any]:
    return {name: getattr(row, name) for name in recorded_fields(type(row)) if name not in _LEFT_BEHIND}

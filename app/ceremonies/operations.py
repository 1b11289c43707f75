"""The verbs of ceremonies: save one, take a house that fails off it, hand its houses over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.actions import Action
from app.ceremonies.drafts import CeremonyDraft, FailedDraft, GuestDraft, ItemDraft
from app.ceremonies.queries import Below, ceremony_sheet, elsewhere, house_rows, living_ceremony, rows_below
from app.ceremonies.rules import check_ceremony, clock_time
from app.documents.sentences import short_day
from app.drafts import tidied, together
from app.handover.drafts import HandoverDraft
from app.handover.operations import write_handovers
from app.journal.recording import Recorder
from app.parsing import today
from app.problems import Problem, refuse, refuse_errors
from app.rows import write_row
from app.support.drafts import ExceptionDraft
from app.support.exception_operations import write_exceptions
from app.support.queries import facts_of
from app.workspace import Changes, Workspace
from models.ceremony import Ceremony, CeremonyGuest, CeremonyHouse, CeremonyItem
from models.vocabulary import ExceptionCase

Warnings = list[Problem]
_OF_CEREMONY = ("name", "held_on", "held_at", "venue", "host", "host_position", "copies", "note")


def save_ceremony(workspace: Workspace, draft: CeremonyDraft) -> tuple[Changes, str, Warnings]:
    """Save a ceremony with its houses, guests and programme; returns its id. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_CEREMONY) as change:
        ceremony_id, warnings = write_ceremony(change.session, draft)
    return change.done, ceremony_id, warnings


def write_ceremony(session: Session, draft: CeremonyDraft) -> tuple[str, Warnings]:
    """The rows of a ceremony; opens no change."""
    draft = _cleaned(draft)
    ids = [one.case_id for one in draft.houses]
    facts = {one.case_id: one for one in facts_of(session, ids)}
    days = {case: short_day(date.fromisoformat(day)) for case, day in elsewhere(session, draft.id, ids).items()}
    warnings = refuse_errors(together(check_ceremony(draft, facts, days, today().isoformat())))
    values = {name: getattr(draft, name) for name in _OF_CEREMONY}
    ceremony = write_row(session, Ceremony, draft.id, draft.version, values)
    _write_houses(session, ceremony.id, draft)
    _write_below(session, CeremonyGuest, ceremony.id, draft.guests)
    _write_below(session, CeremonyItem, ceremony.id, draft.items)
    return ceremony.id, warnings


def _cleaned(draft: CeremonyDraft) -> CeremonyDraft:
    draft = tidied(draft)
    items = tuple(replace(tidied(one), starts_at=clock_time(one.starts_at)) for one in draft.items)
    return replace(
        draft,
        held_at=clock_time(draft.held_at),
        houses=tuple({one.case_id: tidied(one) for one in draft.houses}.values()),
        guests=tuple(one for guest in draft.guests if (one := tidied(guest)).name),
        items=tuple(one for one in items if one.content),
    )


def _write_houses(session: Session, ceremony_id: str, draft: CeremonyDraft) -> None:
    """A row a house; one that is put on again after it went off gets a row of its own, one taken off without a reason
    was put on by mistake.
    """
    rows = house_rows(session, [ceremony_id]).get(ceremony_id, [])
    standing = {one.case_id or "": one for one in rows if not one.left_on}
    for rank, one in enumerate(draft.houses, 1):
        values: dict[str, Any] = {
            "rank": rank,
            "receiver": one.receiver,
            "relation": one.relation,
            "thumbprint": one.thumbprint,
        }
        row = standing.pop(one.case_id, None)
        if row is None:
            values |= {"case_id": one.case_id, "ceremony_id": ceremony_id}
        write_row(session, CeremonyHouse, row.id if row else None, None, values)
    for row in standing.values():
        row.deleted = True


def _write_below(
    session: Session,
    kind: type[Below],
    ceremony_id: str,
    drafts: Sequence[GuestDraft | ItemDraft],
) -> None:
    """The guests or the parts of the programme, in their order; those that are not among them go."""
    standing = {one.id: one for one in rows_below(session, kind, [ceremony_id]).get(ceremony_id, [])}
    for rank, draft in enumerate(drafts, 1):
        values: dict[str, Any] = {one.name: getattr(draft, one.name) for one in fields(draft) if one.name != "id"}
        row = standing.pop(draft.id or "", None)
        if row is None:
            values["ceremony_id"] = ceremony_id
        write_row(session, kind, row.id if row else None, None, values | {"rank": rank})
    for row in standing.values():
        row.deleted = True


def remove_ceremony(workspace: Workspace, ceremony_id: str) -> Changes:
    """Take a ceremony off that will not be held; its houses wait for another. Raises `Refused`."""
    with workspace.change(Action.SAVE_CEREMONY) as change:
        ceremony = living_ceremony(change.session, ceremony_id)
        for house in house_rows(change.session, [ceremony_id]).get(ceremony_id, []):
            house.deleted = True
        ceremony.deleted = True
    return change.done


def fail_house(workspace: Workspace, ceremony_id: str, draft: FailedDraft) -> tuple[Changes, Warnings]:
    """A house of a ceremony does not pass after all: its acceptance is taken back, it is being built again until a
    day, its money waits (X11), and it is off the list. Raises `Refused`.
    """
    with workspace.change(Action.FAIL_HOUSE) as change:
        warnings = write_failure(change.recorder, ceremony_id, tidied(draft))
    return change.done, warnings


def write_failure(recorder: Recorder, ceremony_id: str, draft: FailedDraft) -> Warnings:
    """The exception with what follows from it, and the house off the list; opens no change."""
    rows = house_rows(recorder.session, [ceremony_id]).get(ceremony_id, [])
    row = next((one for one in rows if one.case_id == draft.case_id and not one.left_on), None)
    if row is None:
        raise refuse("", "not_in_ceremony")
    exception = ExceptionDraft(
        draft.case_id, ExceptionCase.NOT_PASSED, draft.happened_on, draft.reason, review_on=draft.review_on
    )
    warnings = write_exceptions(recorder, [exception])
    row.left_on, row.reason = draft.happened_on, draft.reason
    return warnings


def hand_over_ceremony(workspace: Workspace, ceremony_id: str) -> tuple[Changes, int, Warnings]:
    """Hand the waiting houses of a ceremony over, on its day, at its place; returns how many. Raises `Refused`."""
    with workspace.change(Action.HAND_OVER) as change:
        drafts = handover_drafts(change.session, ceremony_id)
        if not drafts:
            raise refuse("", "ceremony_without_houses")
        warnings = write_handovers(change.recorder, drafts)
    return change.done, len(drafts), warnings


def handover_drafts(session: Session, ceremony_id: str) -> tuple[HandoverDraft, ...]:
    """The handovers a ceremony means for the houses that wait on its list, in their order."""
    sheet = ceremony_sheet(session, ceremony_id)
    return tuple(
        HandoverDraft(
            one.case_id, sheet.draft.held_on, sheet.draft.venue, one.receiver, one.relation, one.thumbprint or None
        )
        for one in sheet.waiting
    )

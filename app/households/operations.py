"""Saves households, takes them off the list and brings them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from app.actions import Action
from app.areas.queries import find_village
from app.households.drafts import ConditionDraft, HouseholdDraft, MemberDraft, clean_text, cleaned
from app.households.held_by_money import check_no_money
from app.households.queries import (
    condition_draft,
    household_draft,
    household_facts,
    living_condition,
    living_members,
    own_commune,
)
from app.households.reading import with_texts
from app.households.rules import FORM_FIELDS, LIST_FIELDS, check_household
from app.journal.joined import joined_with
from app.journal.recording import Recorder
from app.problems import Problem, Stale, refuse, refuse_errors
from app.rows import write_row
from app.workspace import Changes, Workspace
from models.base import Recorded, new_id
from models.household import Household, Member
from models.housing import HousingCondition
from models.vocabulary import Flag


def save_household(workspace: Workspace, draft: HouseholdDraft) -> tuple[Changes, str, list[Problem]]:
    """Save a household as its form hands it in; returns what changed, its id and the warnings.

    Raises `Refused`, and `Stale` when a row of it has moved on since the form was opened.
    """
    draft = cleaned(draft)
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        facts = household_facts(change.session, draft)
        warnings = refuse_errors(check_household(draft, facts, FORM_FIELDS))
        household_id = write_household(change.session, draft)
    return change.done, household_id, warnings


def write_household(session: Session, draft: HouseholdDraft) -> str:
    """Write a clean draft and return the household's id; checks nothing and opens no change."""
    values = _columns(draft)
    if draft.id is None:
        values["commune_code"] = own_commune(session)
    row = write_row(session, Household, draft.id, draft.version, values)
    if draft.members is not None:
        _write_members(session, row.id, draft.members)
    if draft.condition is not None:
        _write_condition(session, row.id, draft.condition)
    return row.id


def write_new_households(
    recorder: Recorder, drafts: Sequence[HouseholdDraft], commune_code: str | None = None
) -> list[str]:
    """New households in bulk with their present houses, from clean drafts; returns their ids in the order given.

    They stand in the commune given, else in this office's own. Members are not written; checks nothing and opens no
    change.
    """
    commune_code = commune_code or own_commune(recorder.session)
    rows: list[tuple[type[Recorded], dict[str, Any]]] = []
    ids = [new_id() for _ in drafts]
    for household_id, draft in zip(ids, drafts, strict=True):
        rows.append((Household, {**_columns(draft), "id": household_id, "commune_code": commune_code}))
        if draft.condition is not None and not draft.condition.empty:
            rows.append((HousingCondition, {**_below(draft.condition), "household_id": household_id}))
    recorder.record_many(rows)
    return ids


def _columns(draft: HouseholdDraft) -> dict[str, Any]:
    """The draft as columns of the household's row; members and present house are rows of their own."""
    values = {name: value for name, value in vars(draft).items() if name not in _NOT_COLUMNS}
    values["flags"] = " ".join(flag for flag in Flag if flag in draft.flags) or None if draft.flags else None
    return values


def _below(draft: MemberDraft | ConditionDraft) -> dict[str, Any]:
    return {name: value for name, value in vars(draft).items() if name not in _NOT_COLUMNS}


_NOT_COLUMNS = frozenset({"id", "version", "members", "condition", "flags"})


def _write_members(session: Session, household_id: str, members: tuple[MemberDraft, ...]) -> None:
    kept = {one.id for one in members}
    for standing in living_members(session, household_id):
        if standing.id not in kept:
            standing.deleted = True
    for one in members:
        _write_below(session, Member, household_id, one)


def _write_condition(session: Session, household_id: str, condition: ConditionDraft) -> None:
    standing = living_condition(session, household_id) if condition.id is None else None
    if standing is not None:  # surveyed by two roads: one house has one present condition
        condition = replace(condition, id=standing.id, version=standing.version)
    if condition.id is not None or not condition.empty:
        _write_below(session, HousingCondition, household_id, condition)


def _write_below(
    session: Session, kind: type[Member | HousingCondition], household_id: str, draft: MemberDraft | ConditionDraft
) -> None:
    values = _below(draft)
    if draft.id is None:
        values["household_id"] = household_id
    write_row(session, kind, draft.id, draft.version, values)


def set_fields(workspace: Workspace, household_id: str, texts: Mapping[str, str]) -> tuple[Changes, list[Problem]]:
    """Set fields of a household from text, `village` by its name and `condition.<field>` for the present house.

    Raises `Refused`.
    """
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        session = change.session
        row = _living(session, household_id)
        draft = household_draft(session, household_id)
        others = {name: text for name, text in texts.items() if name != "village"}
        draft = with_texts(replace(draft, members=None, condition=None), others, condition_draft(session, household_id))
        if "village" in texts:
            draft = replace(draft, village_id=_village(session, row.commune_code, texts["village"]))
        draft = cleaned(draft)
        warnings = refuse_errors(check_household(draft, household_facts(session, draft), LIST_FIELDS))
        write_household(session, draft)
    return change.done, warnings


def _village(session: Session, commune_code: str | None, text: str) -> str | None:
    name = clean_text(text)
    if name is None:
        return None
    found = find_village(session, commune_code or "", name)
    if found is None:
        raise refuse("village", "village_unknown", text=name)
    return found


def delete_household(workspace: Workspace, household_id: str, reason: str) -> Changes:
    """Take a household off the list, with a reason; its records and history stay. Raises `Refused`."""
    return delete_households(workspace, [household_id], reason)


def delete_households(workspace: Workspace, household_ids: Sequence[str], reason: str) -> Changes:
    """Take households off the list in one change, all or none. Raises `Refused` while money holds one, `Stale`."""
    said = clean_text(reason)
    if said is None:
        raise refuse("reason", "reason_missing")
    with workspace.change(Action.DELETE_HOUSEHOLD) as change:
        refuse_errors(check_no_money(change.session, household_ids))
        for household_id in household_ids:
            _living(change.session, household_id)
            for row in _with_joined(change.session, household_id):
                row.out_reason = said
                row.deleted = True
    return change.done


def restore_household(workspace: Workspace, household_id: str) -> Changes:
    """Bring a household back onto the list. Raises `Refused`."""
    return restore_households(workspace, [household_id])


def restore_households(workspace: Workspace, household_ids: Sequence[str]) -> Changes:
    """Bring households back onto the list in one change, all or none. Raises `Refused`, `Stale`."""
    with workspace.change(Action.RESTORE_HOUSEHOLD) as change:
        for household_id in household_ids:
            row = change.session.get(Household, household_id)
            if row is None:
                raise Stale
            if not row.deleted:
                raise refuse("id", "household_not_out")
            for one in _with_joined(change.session, household_id):
                one.deleted = None
    return change.done


def _with_joined(session: Session, household_id: str) -> list[Household]:
    """The household and those that are shown as it: they go and come together."""
    ids = {household_id, *joined_with(session.connection(), [household_id])}
    return [row for one in sorted(ids) if (row := session.get(Household, one)) is not None]


def _living(session: Session, household_id: str) -> Household:
    row = session.get(Household, household_id)
    if row is None:
        raise Stale
    if row.row_out:
        raise refuse("id", "household_is_out")
    return row

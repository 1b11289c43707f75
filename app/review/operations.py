"""The verbs up to the village's vote: rounds and what comes back to them, surveys, meetings with their votes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from sqlalchemy.orm import Session

from app.actions import Action
from app.drafts import tidied, together
from app.households.queries import living_condition
from app.journal.canonical import canonical_text
from app.parsing import today
from app.problems import Problem, Stale, refuse, refuse_errors
from app.review.drafts import FoundDraft, MeetingDraft, ReturnDraft, RoundDraft, SurveyDraft, VoteDraft
from app.review.meeting_queries import living_meeting, put_up_at, votes_of_meeting
from app.review.meeting_rules import check_meeting, counted, ranked
from app.review.queries import asks_religion, standing_return
from app.review.rules import check_return, check_round, check_survey
from app.rows import write_row
from app.support.drafts import CaseDraft
from app.support.operations import write_case
from app.support.queries import case_of, programme_named
from app.workspace import Changes, Workspace
from models.household import Household
from models.housing import HousingCondition
from models.review import ReviewVote, ScreeningReturn, ScreeningRound, VillageMeeting
from models.support import SupportCase

Warnings = list[Problem]


# Rounds


def save_round(workspace: Workspace, draft: RoundDraft) -> tuple[Changes, str, Warnings]:
    """Open or change a round; returns its id. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_ROUND) as change:
        round_id, warnings = write_round(change.session, draft)
    return change.done, round_id, warnings


def write_round(session: Session, draft: RoundDraft) -> tuple[str, Warnings]:
    """The round's row; opens no change."""
    draft = tidied(draft)
    warnings = refuse_errors(check_round(draft))
    programme = programme_named(session, draft.programme_id)
    values = {name: getattr(draft, name) for name in ("name", "opened_on", "due_on", "closed_on", "note")}
    row = write_row(session, ScreeningRound, draft.id, draft.version, values | {"programme_id": programme.id})
    return row.id, warnings


def save_returns(workspace: Workspace, drafts: Sequence[ReturnDraft]) -> tuple[Changes, Warnings]:
    """Record what villages and agencies handed in, a whole table in one change. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_ROUND) as change:
        warnings = [one for draft in drafts for one in write_return(change.session, draft)]
    return change.done, warnings


def write_return(session: Session, draft: ReturnDraft) -> Warnings:
    """One return's row; opens no change."""
    draft = tidied(draft)
    home = session.get(ScreeningRound, draft.round_id)
    if home is None or home.row_out:
        raise refuse("", "round_not_here")
    warnings = refuse_errors(check_return(draft, home.due_on))
    values: dict[str, object] = {
        name: getattr(draft, name) for name in ("village_id", "agency", "state", "returned_on", "reporter", "note")
    }
    counts = {name: count for name, count in draft.counts.items() if count}
    values["counts"] = canonical_text(counts) if counts else None
    standing = None if draft.id else standing_return(session, draft.round_id, draft.village_id, draft.agency)
    row_id = draft.id or (standing.id if standing else None)
    if row_id is None:
        values["round_id"] = draft.round_id
    write_row(session, ScreeningReturn, row_id, draft.version, values)
    return warnings


def name_households(workspace: Workspace, draft: FoundDraft) -> tuple[Changes, Warnings]:
    """Say which households a round found, and who found them; opens the cases that are missing. Raises `Refused`."""
    with workspace.change(Action.SAVE_ROUND) as change:
        write_found(change.session, draft)
    return change.done, []


def write_found(session: Session, draft: FoundDraft) -> list[str]:
    """The cases with the round and who found them; returns their ids. Opens no change."""
    draft = tidied(draft)
    home = session.get(ScreeningRound, draft.round_id)
    if home is None or home.row_out:
        raise refuse("", "round_not_here")
    if not draft.household_ids:
        raise refuse("", "no_houses")
    found = []
    for household_id in dict.fromkeys(draft.household_ids):
        case_id = _case_of(session, household_id, home.programme_id)
        write_row(session, SupportCase, case_id, None, {"screening_id": home.id, "found_by": draft.found_by})
        found.append(case_id)
    return found


def _case_of(session: Session, household_id: str, programme_id: str | None) -> str:
    """The household's case in the programme, opened where there is none."""
    standing = case_of(session, household_id, programme_id)
    return standing.case_id if standing else write_case(session, CaseDraft(household_id, programme_id))[0]


# Survey


def save_survey(workspace: Workspace, draft: SurveyDraft) -> tuple[Changes, Warnings]:
    """Record the survey of a present house. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_SURVEY) as change:
        warnings = write_survey(change.session, draft)
    return change.done, warnings


def write_survey(session: Session, draft: SurveyDraft) -> Warnings:
    """The row of the present house, one a household; opens no change."""
    draft = tidied(draft)
    household = session.get(Household, draft.household_id)
    if household is None or household.row_out:
        raise refuse("", "household_not_here")
    asked = asks_religion(session, draft.household_id, draft.surveyed_on)
    warnings = refuse_errors(check_survey(draft, today().isoformat(), asks_religion=asked))
    values = {
        one.name: getattr(draft, one.name) for one in fields(draft) if one.name not in ("id", "version", "household_id")
    }
    standing = living_condition(session, draft.household_id) if draft.id is None else None
    row_id = draft.id or (standing.id if standing else None)
    if row_id is None:
        values["household_id"] = draft.household_id
    write_row(session, HousingCondition, row_id, draft.version, values)
    return warnings


# Village meeting


def save_meeting(workspace: Workspace, draft: MeetingDraft) -> tuple[Changes, str, Warnings]:
    """Record a village meeting with all its votes; returns its id. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_MEETING) as change:
        meeting_id, warnings = write_meeting(change.session, draft)
    return change.done, meeting_id, warnings


def write_meeting(session: Session, draft: MeetingDraft) -> tuple[str, Warnings]:
    """The meeting's row and a row for each vote, ranks by the tie rule; cases that are missing. Opens no change."""
    draft = tidied(draft)
    programme = programme_named(session, draft.programme_id)
    draft = replace(
        draft,
        programme_id=programme.id,
        threshold=draft.threshold or programme.vote_threshold(draft.held_on),
        tie_rule=draft.tie_rule or programme.tie_rule(draft.held_on),
        votes=tuple(_with_case(session, tidied(one), programme.id) for one in draft.votes),
    )
    put_up = put_up_at(session, [one.case_id for one in draft.votes], draft.held_on)
    warnings = refuse_errors(together(check_meeting(draft, put_up, today().isoformat())))
    values = {one.name: getattr(draft, one.name) for one in fields(draft) if one.name not in _NOT_OF_MEETING}
    meeting = write_row(session, VillageMeeting, draft.id, draft.version, values)
    _write_votes(session, meeting.id, draft, ranked(draft, put_up))
    return meeting.id, warnings


_NOT_OF_MEETING = frozenset({"votes", "id", "version"})


def _with_case(session: Session, vote: VoteDraft, programme_id: str) -> VoteDraft:
    """The vote on a case; a household that was put up without one gets it, as any that asks."""
    if session.get(Household, vote.case_id) is None:
        return vote
    return replace(vote, case_id=_case_of(session, vote.case_id, programme_id))


def _write_votes(session: Session, meeting_id: str, draft: MeetingDraft, places: dict[str, int]) -> None:
    standing = {one.case_id: one for one in votes_of_meeting(session, meeting_id)}
    for case_id, row in standing.items():
        if case_id not in {one.case_id for one in draft.votes}:
            row.deleted = True
    for vote in draft.votes:
        count = counted(draft, vote)
        values: dict[str, object] = {**vars(count), "rank": places.get(vote.case_id), "note": vote.note}
        known = standing.get(vote.case_id)
        if known is None:
            values |= {"case_id": vote.case_id, "meeting_id": meeting_id}
        write_row(session, ReviewVote, known.id if known else None, None, values)


def remove_meeting(workspace: Workspace, meeting_id: str, version: int | None = None) -> Changes:
    """Take a meeting recorded by mistake off, with its votes; undo brings it back. Raises `Refused`, `Stale`."""
    with workspace.change(Action.SAVE_MEETING) as change:
        row = living_meeting(change.session, meeting_id)
        if version is not None and row.version != version:
            raise Stale
        for vote in votes_of_meeting(change.session, meeting_id):
            vote.deleted = True
        row.deleted = True
    return change.done

"""Reads village meetings and their votes: the list of meetings, a meeting's sheet, who may be put up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from sqlalchemy import func, literal, or_, select
from sqlalchemy.orm import Session

from app.areas.queries import village_names
from app.journal.store import batches
from app.problems import refuse
from app.review.drafts import MeetingDraft, VoteDraft
from app.review.eligibility_queries import priority_groups
from app.review.meeting_rules import PutUp, ranked
from app.review.ranking import NO_GROUP
from app.support.queries import (
    CaseFacts,
    VoteRow,
    adds_up,
    asked_facts,
    case_facts,
    case_state,
    find_cases,
    passes,
)
from app.wording.review import vote_text
from models.household import Household
from models.review import ReviewVote, VillageMeeting
from models.support import SupportCase
from models.vocabulary import Status


@dataclass(frozen=True)
class VoteLine:
    """The vote on one household. `passed` None: no threshold, or figures that do not add up (`adds_up` False)."""

    case_id: str
    household_id: str
    head_name: str
    agree: int
    disagree: int
    abstain: int
    present: int
    rank: int | None
    note: str | None
    adds_up: bool
    passed: bool | None
    said: str


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in the list: of the households put up, those that passed, and those that lost."""

    id: str
    programme_id: str | None
    village_id: str | None
    village: str
    held_on: str | None
    households: int | None
    present: int | None
    put_up: int
    passed: int
    lost: int


@dataclass(frozen=True)
class MeetingSheet:
    """A meeting with its votes, in the order of places, those that lost last."""

    meeting: MeetingLine
    draft: MeetingDraft
    votes: tuple[VoteLine, ...]


def meetings(session: Session, programme_id: str | None = None) -> list[MeetingLine]:
    """The meetings of a programme (of all), the newest first."""
    query = select(VillageMeeting).where(VillageMeeting.row_out.is_(False))
    if programme_id is not None:
        query = query.where(VillageMeeting.programme_id == programme_id)
    rows = sorted(session.scalars(query), key=lambda one: (one.held_on or "", one.id), reverse=True)
    names = village_names(session, [one.village_id for one in rows])
    votes = _votes(session, [one.id for one in rows])
    return [_line(one, names, votes.get(one.id, ())) for one in rows]


def meeting_sheet(session: Session, meeting_id: str) -> MeetingSheet:
    """A meeting with its votes. Raises `Refused` when it is not here."""
    row = living_meeting(session, meeting_id)
    names = village_names(session, [row.village_id])
    votes = _votes(session, [meeting_id]).get(meeting_id, ())
    lines = _vote_lines(session, row.threshold, votes)
    return MeetingSheet(_line(row, names, votes), meeting_draft(session, meeting_id), tuple(lines))


def meeting_draft(session: Session, meeting_id: str) -> MeetingDraft:
    """A meeting as its form shows it: with a place only where one was typed. Raises `Refused` when it is not here."""
    draft = _draft(living_meeting(session, meeting_id), _votes(session, [meeting_id]).get(meeting_id, ()))
    put_up = put_up_at(session, [one.case_id for one in draft.votes], draft.held_on)
    untyped = tuple(replace(one, rank=None) for one in draft.votes)
    places = ranked(replace(draft, votes=untyped), put_up)
    votes = (replace(one, rank=None if one.rank == places.get(one.case_id) else one.rank) for one in draft.votes)
    return replace(draft, votes=tuple(votes))


def living_meeting(session: Session, meeting_id: str) -> VillageMeeting:
    """A meeting's row. Raises `Refused` when it is not here."""
    row = session.get(VillageMeeting, meeting_id)
    if row is None or row.row_out:
        raise refuse("", "meeting_not_here")
    return row


def votes_of_meeting(session: Session, meeting_id: str) -> list[ReviewVote]:
    """The votes of a meeting; of two laptops' rows for one household the later comes last."""
    query = select(ReviewVote).where(ReviewVote.meeting_id == meeting_id, ReviewVote.row_out.is_(False))
    return list(session.scalars(query.order_by(ReviewVote.id)))


def _votes(session: Session, meeting_ids: Iterable[str]) -> dict[str, list[ReviewVote]]:
    """The votes of meetings; a household that two laptops entered stands once, with the later row."""
    found: dict[str, dict[str, ReviewVote]] = {}
    for batch in batches(meeting_ids):
        query = select(ReviewVote).where(ReviewVote.meeting_id.in_(batch), ReviewVote.row_out.is_(False))
        for row in session.scalars(query.order_by(ReviewVote.id)):
            found.setdefault(row.meeting_id or "", {})[row.case_id or ""] = row
    return {meeting: list(rows.values()) for meeting, rows in found.items()}


def _line(row: VillageMeeting, names: dict[str, str], votes: Sequence[ReviewVote]) -> MeetingLine:
    passed = [passes(one, row.threshold) for one in votes]
    return MeetingLine(
        row.id,
        row.programme_id,
        row.village_id,
        names.get(row.village_id or "", ""),
        row.held_on,
        row.households,
        row.present,
        len(votes),
        passed.count(True),
        passed.count(False),
    )


def _draft(row: VillageMeeting, votes: Sequence[ReviewVote]) -> MeetingDraft:
    values = {one.name: getattr(row, one.name) for one in fields(MeetingDraft) if one.name != "votes"}
    counted = tuple(
        VoteDraft(
            one.case_id or "", one.agree or 0, one.disagree or 0, one.abstain or 0, one.present, one.rank, one.note
        )
        for one in votes
    )
    return MeetingDraft(**values | {"held_on": row.held_on or "", "votes": counted})


def _vote_lines(session: Session, threshold: str | None, votes: Sequence[ReviewVote]) -> list[VoteLine]:
    facts = case_facts(session, [one.case_id for one in votes if one.case_id])
    found = []
    for one in votes:
        case = facts.get(one.case_id or "")
        if case is None:
            continue
        found.append(
            VoteLine(
                case.case_id,
                case.household_id,
                case.head_name,
                one.agree or 0,
                one.disagree or 0,
                one.abstain or 0,
                one.present or 0,
                one.rank,
                one.note,
                adds_up(one),
                passes(one, threshold),
                vote_text(one.agree or 0, one.present or 0, threshold),
            )
        )
    return sorted(found, key=lambda one: (one.passed is False, one.rank or len(votes) + 1, -one.agree, one.case_id))


def unfit_votes(session: Session) -> list[tuple[CaseFacts, VoteRow]]:
    """The cases whose standing vote does not add up, with it: a merge or a correction brings that about."""
    vote = ReviewVote
    counts = (vote.agree, vote.disagree, vote.abstain)
    said = sum((func.coalesce(one, 0) for one in counts), literal(0))
    unfit = [func.coalesce(vote.present, 0) <= 0, said != vote.present, *(one < 0 for one in counts)]
    doubtful = select(vote.case_id).where(vote.row_out.is_(False), or_(*unfit)).distinct()
    facts = case_facts(session, sorted(one for one in session.scalars(doubtful) if one))
    states = ((one, case_state(one)) for one in facts.values())
    return [(one, state.vote) for one, state in states if state.vote is not None and not adds_up(state.vote)]


def said_of(vote: VoteRow) -> str:
    """A case's vote against its threshold, in words."""
    return vote_text(vote.agree or 0, vote.present or 0, vote.threshold)


def put_up_at(
    session: Session, keys: Sequence[str], day: str | None = None, programme_id: str | None = None
) -> dict[str, PutUp]:
    """The cases put up at a meeting of a day, with village and priority group. Raises `Refused` when one is out.

    A household's id stands for the case that the meeting will open for it in the programme.
    """
    if not keys:
        return {}
    found = asked_facts(session, list(dict.fromkeys(keys)), programme_id)
    if any(one not in found for one in keys):
        raise refuse("", "case_not_here")
    facts = [found[one] for one in dict.fromkeys(keys)]
    homes = {}
    for batch in batches([one.household_id for one in facts]):
        query = select(Household.id, Household.village_id).where(Household.id.in_(batch))
        homes.update({row.id: row.village_id for row in session.execute(query)})
    groups = priority_groups(session, [one.case_id for one in facts], day, programme_id)
    places = {case: group.place for case, group in groups.items() if group is not None}
    return {one.case_id: PutUp(one, homes[one.household_id], places.get(one.case_id, NO_GROUP)) for one in facts}


def cases_to_put_up(session: Session, village_id: str, programme_id: str | None = None) -> list[str]:
    """The cases of a village that wait for a meeting, or go before one again, in the order in which they were made;
    then the households of the village that have no case at all, by their own ids.
    """
    waiting = find_cases(session, {Status.REGISTERED, Status.SURVEYED}, programme_id)
    cases = [case for case, one in put_up_at(session, waiting).items() if one.village_id == village_id]
    asked = select(SupportCase.household_id).where(SupportCase.row_out.is_(False))
    here = Household.village_id == village_id, Household.row_out.is_(False), Household.id.not_in(asked)
    return [*cases, *session.scalars(select(Household.id).where(*here).order_by(Household.id))]

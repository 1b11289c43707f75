"""Reads public postings and the remarks on them: until when a list hangs, who stands on it, what was said and answered.

What is shown of a house here may hang on a wall: no ID number, no telephone, no illness or disability.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import village_names
from app.journal.store import batches
from app.problems import refuse
from app.review.drafts import PostingDraft, RemarkDraft
from app.review.meeting_queries import said_of
from app.review.working_days import day_after, holidays, posting_end
from app.support.queries import CaseFacts, CaseState, case_facts, case_state, find_cases
from models.household import Household
from models.review import PostedCase, Posting, Remark
from models.vocabulary import Category, Status


@dataclass(frozen=True)
class PostingLine:
    """A posting in the list. It hangs to the end of `ends_on`; houses go on from `submit_from`. None: not countable."""

    id: str
    programme_id: str | None
    posted_on: str | None
    place: str | None
    days: int | None
    working_days: bool
    ends_on: str | None
    submit_from: str | None
    closed_on: str | None
    houses: int
    open_remarks: int


@dataclass(frozen=True)
class PostedHouse:
    """A house of a posted list, with what may be read by everybody. `vote` in words, `remarks_open` how many wait."""

    case_id: str
    household_id: str
    head_name: str
    birth_year: str
    village: str
    category: str | None
    work_type: str | None
    requested_amount: int | None
    rank: int | None
    vote: str
    reason: str | None
    remarks_open: int


@dataclass(frozen=True)
class PostingSheet:
    """A posting with its houses, and the strip of days it hangs: each day, and whether offices work on it."""

    posting: PostingLine
    draft: PostingDraft
    poster: str | None
    witness: str | None
    houses: tuple[PostedHouse, ...]
    strip: tuple[tuple[date, bool], ...]


@dataclass(frozen=True)
class RemarkLine:
    """A remark on a house; `open` until it is answered."""

    id: str
    case_id: str
    household_id: str
    head_name: str
    posting_id: str | None
    received_on: str | None
    sender: str | None
    content: str
    rechecked_on: str | None
    recheck_result: str | None
    recheck_note: str | None
    answered_on: str | None
    answer: str | None
    open: bool


def postings(session: Session, programme_id: str | None = None) -> list[PostingLine]:
    """The postings of a programme (of all), the newest first."""
    query = select(Posting).where(Posting.row_out.is_(False))
    if programme_id is not None:
        query = query.where(Posting.programme_id == programme_id)
    rows = sorted(session.scalars(query), key=lambda one: (one.posted_on or "", one.id), reverse=True)
    posted = _posted(session, [one.id for one in rows])
    waiting = _open_remarks(session, [one.id for one in rows])
    return [_line(one, len(posted.get(one.id, ())), waiting.get(one.id, 0)) for one in rows]


def _line(row: Posting, houses: int, waiting: int) -> PostingLine:
    end = posting_end(row.posted_on, row.days, row.working_days)
    return PostingLine(
        row.id,
        row.programme_id,
        row.posted_on,
        row.place,
        row.days,
        row.working_days is not False,
        end,
        day_after(end) if end else None,
        row.closed_on,
        houses,
        waiting,
    )


def living_posting(session: Session, posting_id: str) -> Posting:
    """A posting's row. Raises `Refused` when it is not here."""
    row = session.get(Posting, posting_id)
    if row is None or row.row_out:
        raise refuse("", "posting_not_here")
    return row


def _posted(session: Session, posting_ids: Iterable[str]) -> dict[str, dict[str, PostedCase]]:
    """Posting -> case -> the row that puts the house on the list; of two laptops' rows the later."""
    found: dict[str, dict[str, PostedCase]] = {}
    for batch in batches(posting_ids):
        query = select(PostedCase).where(PostedCase.posting_id.in_(batch), PostedCase.row_out.is_(False))
        for row in session.scalars(query.order_by(PostedCase.id)):
            found.setdefault(row.posting_id or "", {})[row.case_id or ""] = row
    return found


def posted_cases(session: Session, posting_id: str) -> list[PostedCase]:
    """All rows that put houses on a posting's list."""
    query = select(PostedCase).where(PostedCase.posting_id == posting_id, PostedCase.row_out.is_(False))
    return list(session.scalars(query.order_by(PostedCase.id)))


def _open_remarks(session: Session, posting_ids: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for batch in batches(posting_ids):
        query = select(Remark.posting_id).where(
            Remark.posting_id.in_(batch), Remark.row_out.is_(False), Remark.answered_on.is_(None)
        )
        for named in session.scalars(query):
            found[named or ""] = found.get(named or "", 0) + 1
    return found


def posting_draft(session: Session, posting_id: str) -> PostingDraft:
    """A posting as its form shows it. Raises `Refused` when it is not here."""
    return _draft(living_posting(session, posting_id), _posted(session, [posting_id]).get(posting_id, {}))


def _draft(row: Posting, posted: dict[str, PostedCase]) -> PostingDraft:
    own = {one.name for one in fields(PostingDraft)} - {"case_ids", "reasons"}
    values = {name: getattr(row, name) for name in own}
    reasons = {case: one.reason for case, one in posted.items() if one.reason}
    texts = {"posted_on": row.posted_on or "", "place": row.place or ""}
    return PostingDraft(**values | texts | {"case_ids": tuple(posted), "reasons": reasons})


def posting_sheet(session: Session, posting_id: str) -> PostingSheet:
    """A posting with its houses in the order of their places. Raises `Refused` when it is not here."""
    row = living_posting(session, posting_id)
    posted = _posted(session, [posting_id]).get(posting_id, {})
    line = _line(row, len(posted), _open_remarks(session, [posting_id]).get(posting_id, 0))
    start, end = row.posted_on, line.ends_on
    strip = holidays().strip(date.fromisoformat(start), date.fromisoformat(end)) if start and end else ()
    houses = tuple(posted_houses(session, posted))
    return PostingSheet(line, _draft(row, posted), row.poster, row.witness, houses, strip)


def posted_houses(session: Session, posted: dict[str, PostedCase]) -> list[PostedHouse]:
    """The houses of a list, by village and place."""
    facts = case_facts(session, posted)
    homes = {}
    for batch in batches({one.household_id for one in facts.values()}):
        query = select(Household.id, Household.birth, Household.village_id).where(Household.id.in_(batch))
        homes.update({row.id: row for row in session.execute(query)})
    names = village_names(session, [row.village_id for row in homes.values()])
    found = []
    for case_id, one in facts.items():
        home = homes[one.household_id]
        village = names.get(home.village_id or "", "")
        found.append(_house(one, case_state(one), (home.birth or "")[:4], village, posted[case_id].reason))
    return sorted(found, key=lambda one: (one.village, one.rank or 10**6, one.head_name))


def _house(one: CaseFacts, state: CaseState, birth_year: str, village: str, reason: str | None) -> PostedHouse:
    return PostedHouse(
        one.case_id,
        one.household_id,
        one.head_name,
        birth_year,
        village,
        # Disability never stands on a posted list (domain 8.10).
        Category.OTHER.value if one.category == Category.DISABLED else one.category,
        state.work_type,
        one.requested_amount,
        state.vote.rank if state.vote else None,
        said_of(state.vote) if state.vote else "",
        reason,
        len(state.open_remarks),
    )


def cases_to_post(session: Session, programme_id: str | None = None) -> list[str]:
    """The cases whose turn is the posting: the village agreed, or the programme asks no village."""
    reviewed = find_cases(session, {Status.VILLAGE_REVIEWED}, programme_id)
    surveyed = case_facts(session, find_cases(session, {Status.SURVEYED}, programme_id))
    return [*reviewed, *(case for case, one in surveyed.items() if not one.votes and not _asks_vote(one))]


def _asks_vote(facts: CaseFacts) -> bool:
    day = facts.surveyed_on or ""
    return facts.programme is not None and "village_review" in facts.programme.required_steps(day)


# Remarks


def remarks(session: Session, posting_id: str | None = None, case_id: str | None = None) -> list[RemarkLine]:
    """The remarks on a posting's houses, or on one house; open ones first, then the newest."""
    query = select(Remark).where(Remark.row_out.is_(False))
    if posting_id is not None:
        query = query.where(Remark.posting_id == posting_id)
    if case_id is not None:
        query = query.where(Remark.case_id == case_id)
    rows: Sequence[Remark] = session.scalars(query).all()
    facts = case_facts(session, {one.case_id for one in rows if one.case_id})
    known = [(one, facts[one.case_id]) for one in rows if one.case_id in facts]
    known.sort(key=lambda one: (one[0].received_on or "", one[0].id), reverse=True)
    known.sort(key=lambda one: one[0].answered_on is not None)
    return [_remark_line(row, one) for row, one in known]


def _remark_line(row: Remark, one: CaseFacts) -> RemarkLine:
    return RemarkLine(
        row.id,
        one.case_id,
        one.household_id,
        one.head_name,
        row.posting_id,
        row.received_on,
        row.sender,
        row.content or "",
        row.rechecked_on,
        row.recheck_result,
        row.recheck_note,
        row.answered_on,
        row.answer,
        row.answered_on is None,
    )


def remark_draft(session: Session, remark_id: str) -> RemarkDraft:
    """A remark as its form shows it. Raises `Refused` when it is not here."""
    row = session.get(Remark, remark_id)
    if row is None or row.row_out:
        raise refuse("", "remark_not_here")
    values = {one.name: getattr(row, one.name) for one in fields(RemarkDraft)}
    texts = {"case_id": row.case_id or "", "received_on": row.received_on or "", "content": row.content or ""}
    return RemarkDraft(**values | texts)

"""Reads what was recorded up to the village's vote: rounds against names, surveys, meetings; and the rest by name.

What later rooms may take from this one stands in `__all__`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import Village, villages
from app.households.queries import living_condition, own_commune
from app.problems import refuse
from app.review.drafts import RoundDraft, SurveyDraft
from app.review.eligibility_criteria import Outcome
from app.review.eligibility_queries import verdicts
from app.review.meeting_queries import (
    MeetingLine,
    MeetingSheet,
    VoteLine,
    cases_to_put_up,
    meeting_draft,
    meeting_sheet,
    meetings,
    unfit_votes,
)
from app.review.posting_queries import (
    PostedHouse,
    PostingLine,
    PostingSheet,
    RemarkLine,
    cases_to_post,
    posting_draft,
    posting_sheet,
    postings,
    remark_draft,
    remarks,
)
from app.review.poverty_queries import (
    ClassRow,
    PovertyCounts,
    Watched,
    classes_by_household,
    classes_of,
    counts_of,
    poverty_counts,
    poverty_draft,
    poverty_events,
    watch_list,
)
from app.review.poverty_rules import PovertyEvent
from app.review.poverty_standards import indicators, standard_named, standard_of
from app.review.poverty_year import (
    ClassLine,
    ClassLines,
    VillageCounts,
    class_lines,
    poverty_by_village,
    recorded_years,
)
from app.review.submission_queries import (
    ProposedHouse,
    SubmissionLine,
    SubmissionSheet,
    cases_to_submit,
    submission_draft,
    submission_outlook,
    submission_sheet,
    submissions,
)
from app.review.working_days import Holidays, holidays, posting_end
from app.support.queries import cases_of_households
from models.household import Household
from models.review import ScreeningReturn, ScreeningRound
from models.support import SupportCase

__all__ = [
    "ClassLine",
    "ClassLines",
    "ClassRow",
    "Holidays",
    "MeetingLine",
    "MeetingSheet",
    "Outcome",
    "PostedHouse",
    "PostingLine",
    "PostingSheet",
    "PovertyCounts",
    "PovertyEvent",
    "ProposedHouse",
    "RemarkLine",
    "RoundLine",
    "RoundSheet",
    "SheetLine",
    "SubmissionLine",
    "SubmissionSheet",
    "VillageCounts",
    "VoteLine",
    "Watched",
    "cases_to_post",
    "cases_to_put_up",
    "cases_to_submit",
    "class_lines",
    "classes_by_household",
    "classes_of",
    "counts_of",
    "holidays",
    "indicators",
    "meeting_draft",
    "meeting_sheet",
    "meetings",
    "posting_draft",
    "posting_end",
    "posting_sheet",
    "postings",
    "poverty_by_village",
    "poverty_counts",
    "poverty_draft",
    "poverty_events",
    "recorded_years",
    "remark_draft",
    "remarks",
    "round_draft",
    "round_sheet",
    "rounds",
    "standard_named",
    "standard_of",
    "submission_draft",
    "submission_outlook",
    "submission_sheet",
    "submissions",
    "survey_draft",
    "unfit_votes",
    "verdicts",
    "watch_list",
]


@dataclass(frozen=True)
class RoundLine:
    """A round in the list. `handed_in` and `asked` count villages; `counted` households before they have names."""

    id: str
    name: str
    programme_id: str | None
    opened_on: str | None
    due_on: str | None
    closed_on: str | None
    handed_in: int
    asked: int
    counted: int
    named: int


@dataclass(frozen=True)
class SheetLine:
    """A village, or an agency, in a round: its state (None: not handed in), households counted and named by group."""

    village_id: str | None
    agency: str | None
    name: str
    state: str | None
    returned_on: str | None
    reporter: str | None
    counted: Mapping[str, int]
    named: Mapping[str, int]
    return_id: str | None
    version: int | None
    note: str | None = None

    @property
    def difference(self) -> int:
        """Households counted that have no names yet; below 0: more names than were counted."""
        return sum(self.counted.values()) - sum(self.named.values())


@dataclass(frozen=True)
class RoundSheet:
    """A round with a line for every village of the commune and every agency that handed in or found somebody."""

    round: RoundLine
    lines: tuple[SheetLine, ...]


def rounds(session: Session) -> list[RoundLine]:
    """The rounds, the newest first."""
    query = select(ScreeningRound).where(ScreeningRound.row_out.is_(False))
    rows = sorted(session.scalars(query), key=lambda one: (one.opened_on or "", one.id), reverse=True)
    return [round_sheet(session, one.id).round for one in rows]


def round_draft(session: Session, round_id: str) -> RoundDraft:
    """A round as its form shows it. Raises `Refused` when it is not here."""
    row = _round(session, round_id)
    values = {one.name: getattr(row, one.name) for one in fields(RoundDraft)}
    return RoundDraft(**values | {"name": row.name or "", "opened_on": row.opened_on or ""})


def _round(session: Session, round_id: str) -> ScreeningRound:
    row = session.get(ScreeningRound, round_id)
    if row is None or row.row_out:
        raise refuse("", "round_not_here")
    return row


def round_sheet(session: Session, round_id: str) -> RoundSheet:
    """A round, counted against named. Raises `Refused` when it is not here."""
    row = _round(session, round_id)
    returns = {(one.village_id, one.agency): one for one in _returns(session, round_id)}
    named = _named(session, round_id, {agency for _, agency in returns if agency})
    lines = []
    for village_id, agency, name in _asked(session, returns, named):
        one = returns.get((village_id, agency))
        lines.append(
            SheetLine(
                village_id,
                agency,
                name,
                one.state if one else None,
                one.returned_on if one else None,
                one.reporter if one else None,
                _counts(one),
                named.get((village_id, agency), {}),
                one.id if one else None,
                one.version if one else None,
                one.note if one else None,
            )
        )
    return RoundSheet(_round_line(row, lines), tuple(lines))


def _round_line(row: ScreeningRound, lines: Sequence[SheetLine]) -> RoundLine:
    of_villages = [one for one in lines if one.village_id]
    return RoundLine(
        row.id,
        row.name or "",
        row.programme_id,
        row.opened_on,
        row.due_on,
        row.closed_on,
        sum(1 for one in of_villages if one.state),
        len(of_villages),
        sum(sum(one.counted.values()) for one in lines),
        sum(sum(one.named.values()) for one in lines),
    )


_Whose = tuple[str | None, str | None]


def _asked(
    session: Session, returns: Mapping[_Whose, ScreeningReturn], named: Mapping[_Whose, object]
) -> list[tuple[str | None, str | None, str]]:
    """Every village by its name, then the agencies, then villages that are gone but were counted."""
    known = [(one.id, None, one.shown) for one in own_villages(session)]
    agencies = sorted({agency for _, agency in [*returns, *named] if agency})
    listed = {village_id for village_id, _, _ in known}
    gone = sorted({village for village, _ in [*returns, *named] if village and village not in listed})
    homeless = [(None, None, "")] if (None, None) in named else []
    return [*known, *((None, one, one) for one in agencies), *((one, None, "") for one in gone), *homeless]


def own_villages(session: Session) -> list[Village]:
    """The villages of this office's commune; none for an office above."""
    code = own_commune(session)
    return villages(session, code) if code else []


def _returns(session: Session, round_id: str) -> list[ScreeningReturn]:
    query = select(ScreeningReturn).where(ScreeningReturn.round_id == round_id, ScreeningReturn.row_out.is_(False))
    return list(session.scalars(query.order_by(ScreeningReturn.id)))


def standing_return(
    session: Session, round_id: str, village_id: str | None, agency: str | None
) -> ScreeningReturn | None:
    """What a village or agency handed in for a round; where two laptops each wrote one, the later."""
    fitting = [one for one in _returns(session, round_id) if (one.village_id, one.agency) == (village_id, agency)]
    return fitting[-1] if fitting else None


def _counts(row: ScreeningReturn | None) -> dict[str, int]:
    """The households by group; what another program wrote otherwise counts for nothing."""
    try:
        found = json.loads(row.counts) if row is not None and row.counts else {}
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): count for name, count in found.items() if type(count) is int and count > 0}


def _named(session: Session, round_id: str, agencies: set[str]) -> dict[_Whose, dict[str, int]]:
    """Households with names by group: those an agency found stand with it, the others with their village."""
    case = SupportCase
    query = (
        select(Household.village_id, Household.category, case.found_by)
        .join(Household, Household.id == case.household_id)
        .where(case.screening_id == round_id, case.row_out.is_(False), Household.row_out.is_(False))
    )
    found: dict[_Whose, dict[str, int]] = {}
    for row in session.execute(query):
        whose = (None, row.found_by) if row.found_by in agencies or row.village_id is None else (row.village_id, None)
        groups = found.setdefault(whose, {})
        group = row.category or ""
        groups[group] = groups.get(group, 0) + 1
    return found


# Survey


def survey_draft(session: Session, household_id: str) -> SurveyDraft:
    """The survey of a present house as its form shows it; an empty one when nothing is known."""
    row = living_condition(session, household_id)
    if row is None:
        return SurveyDraft(household_id, "")
    values = {one.name: getattr(row, one.name) for one in fields(SurveyDraft)}
    return SurveyDraft(**values | {"household_id": household_id, "surveyed_on": row.surveyed_on or ""})


def asks_religion(session: Session, household_id: str, day: str) -> bool:
    """Whether a programme in which the household asks puts the question of religion."""
    cases = cases_of_households(session, [household_id]).get(household_id, ())
    return any(facts.programme is not None and facts.programme.asks_religion(day) for facts, _ in cases)

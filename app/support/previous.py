"""Who was supported before: cases of one household, or of one person in several households, that were really helped."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from app.support.facts import CaseFacts
from app.support.rules import CaseState
from models.household import Household, Member
from models.support import SupportCase


@dataclass(frozen=True)
class Support:
    """A case that was helped: money was paid, or the house accepted or handed over (or decided, where that
    is asked). `day` is the first of these.

    `person` is the ID number by which it belongs to the household asked about; empty for the household's own case.
    """

    case_id: str
    household_id: str
    head_name: str
    programme: str
    day: str
    person: str = ""

    @property
    def year(self) -> str:
        """The year of the support, empty where no day is known."""
        return self.day[:4]


def support_of(facts: CaseFacts, state: CaseState, person: str = "", *, decided: bool = False) -> Support | None:
    """What the case gave; None while nothing was paid and no house finished (`decided`: nor decided)."""
    decision = state.decision if decided and not state.off_road else None
    if state.paid_amount <= 0 and state.acceptance is None and state.handover is None and decision is None:
        return None
    days = [one.paid_on for one in facts.aid_lines if (one.amount or 0) > 0]
    days.append(decision.decided_on if decision else None)
    known = [day for day in (*days, state.accepted_on, state.handed_over_on) if day]
    programme = facts.programme.short_name if facts.programme else ""
    return Support(facts.case_id, facts.household_id, facts.head_name, programme, min(known, default=""), person)


def same_people(session: Session) -> dict[str, dict[str, str]]:
    """The households that share a person, by ID number of head or member: household -> other household -> number."""
    heads = select(Household.citizen_id.label("number"), Household.id.label("household")).where(
        Household.citizen_id.is_not(None), Household.row_out.is_(False)
    )
    members = select(Member.citizen_id.label("number"), Member.household_id.label("household")).where(
        Member.citizen_id.is_not(None), Member.row_out.is_(False)
    )
    people = union_all(heads, members).subquery()
    several = select(people.c.number).group_by(people.c.number).having(func.count() > 1)
    found: dict[str, set[str]] = defaultdict(set)
    for number, household in session.execute(select(people).where(people.c.number.in_(several))):
        if household:
            found[number].add(household)
    shared: dict[str, dict[str, str]] = defaultdict(dict)
    for number, households in sorted(found.items()):
        for one in households:
            shared[one] |= {other: number for other in households if other != one}
    return {one: others for one, others in shared.items() if others}


def households_with_several_cases(session: Session) -> set[str]:
    """The households that asked more than once, in whichever programme."""
    query = select(SupportCase.household_id).where(SupportCase.row_out.is_(False))
    found = session.scalars(query.group_by(SupportCase.household_id).having(func.count() > 1))
    return {one for one in found if one}

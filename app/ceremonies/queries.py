"""Ceremonies as frozen rows: the list, and one with its houses, guests and programme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.ceremonies.drafts import CeremonyDraft, CeremonyHouseDraft, GuestDraft, ItemDraft
from app.handover.queries import papers_of_cases
from app.households.queries import HouseholdOnPaper, households_on_paper
from app.journal.store import batches
from app.problems import refuse
from app.support.queries import CaseFacts, case_facts, case_state
from models.ceremony import Ceremony, CeremonyGuest, CeremonyHouse, CeremonyItem
from models.handover import Handover

Below = TypeVar("Below", CeremonyGuest, CeremonyItem)


@dataclass(frozen=True)
class CeremonyLine:
    """A ceremony in the list: how many houses are on it, how many of them were handed over, how many went off it."""

    id: str
    version: int
    name: str
    held_on: str
    held_at: str | None
    venue: str
    houses: int
    handed_over: int
    left: int
    guests: int


@dataclass(frozen=True)
class HouseOfCeremony:
    """A house on a ceremony's list; `left_on` and `reason` where it went off it, `number` that of its minutes."""

    case_id: str
    household_id: str
    head_name: str
    village: str
    facts: CaseFacts
    receiver: str | None
    relation: str | None
    thumbprint: bool
    left_on: str | None
    reason: str | None
    number: str | None

    @property
    def handed_over(self) -> bool:
        """Whether the house was handed over."""
        return case_state(self.facts).handover is not None


@dataclass(frozen=True)
class CeremonySheet:
    """A ceremony as a whole: what it was saved as, its houses in order, those that went off it."""

    draft: CeremonyDraft
    houses: tuple[HouseOfCeremony, ...]
    gone: tuple[HouseOfCeremony, ...]

    @property
    def waiting(self) -> tuple[HouseOfCeremony, ...]:
        """The houses that are on the list and not handed over yet."""
        return tuple(one for one in self.houses if not one.handed_over)


def ceremonies(session: Session) -> list[CeremonyLine]:
    """All ceremonies, the newest first."""
    rows = session.scalars(select(Ceremony).where(Ceremony.row_out.is_(False))).all()
    houses = house_rows(session, [one.id for one in rows])
    cases = {one.case_id or "" for row in houses.values() for one in row}
    handed = _handed_over(session, cases)
    guests = rows_below(session, CeremonyGuest, [one.id for one in rows])
    found = [_line(one, houses.get(one.id, []), handed, len(guests.get(one.id, []))) for one in rows]
    return sorted(found, key=lambda one: (one.held_on, one.id), reverse=True)


def _line(row: Ceremony, houses: list[CeremonyHouse], handed: set[str], guests: int) -> CeremonyLine:
    standing = [one for one in houses if not one.left_on]
    return CeremonyLine(
        row.id,
        row.version,
        row.name or "",
        row.held_on or "",
        row.held_at,
        row.venue or "",
        len(standing),
        sum(one.case_id in handed for one in standing),
        len(houses) - len(standing),
        guests,
    )


def _handed_over(session: Session, case_ids: Iterable[str]) -> set[str]:
    """Which of these were handed over and not taken back."""
    touched: set[str] = set()
    for batch in batches(case_ids):
        wanted = (Handover.case_id.in_(batch), Handover.row_out.is_(False))
        touched |= {str(one) for one in session.scalars(select(Handover.case_id).where(*wanted))}
    facts = case_facts(session, touched) if touched else {}
    return {one for one, found in facts.items() if case_state(found).handover is not None}


def house_rows(session: Session, ceremony_ids: Iterable[str]) -> dict[str, list[CeremonyHouse]]:
    """The houses of ceremonies in their order, those that went off the list too; of two rows for one the later."""
    found: dict[str, dict[str, CeremonyHouse]] = {}
    for batch in batches(ceremony_ids):
        rows = select(CeremonyHouse).where(CeremonyHouse.ceremony_id.in_(batch), CeremonyHouse.row_out.is_(False))
        for one in session.scalars(rows.order_by(CeremonyHouse.id)):
            found.setdefault(one.ceremony_id or "", {})[one.case_id or ""] = one
    return {key: sorted(rows.values(), key=_rank) for key, rows in found.items()}


def _rank(row: Any) -> tuple[int, str]:
    return row.rank or 0, row.id


def rows_below(session: Session, kind: type[Below], ceremony_ids: Iterable[str]) -> dict[str, list[Below]]:
    """The guests of ceremonies, or the parts of their programmes, in their order."""
    found: dict[str, list[Below]] = {}
    for batch in batches(ceremony_ids):
        rows = select(kind).where(kind.ceremony_id.in_(batch), kind.row_out.is_(False))
        for one in session.scalars(rows):
            found.setdefault(one.ceremony_id or "", []).append(one)
    return {key: sorted(rows, key=_rank) for key, rows in found.items()}


def living_ceremony(session: Session, ceremony_id: str) -> Ceremony:
    """A ceremony's row. Raises `Refused` when it is not here."""
    row = session.get(Ceremony, ceremony_id)
    if row is None or row.row_out:
        raise refuse("", "ceremony_not_here")
    return row


def ceremony_sheet(session: Session, ceremony_id: str) -> CeremonySheet:
    """A ceremony as a whole. Raises `Refused` when it is not here."""
    row = living_ceremony(session, ceremony_id)
    houses = _houses(session, house_rows(session, [ceremony_id]).get(ceremony_id, []))
    standing = tuple(one for one in houses if not one.left_on)
    guests = rows_below(session, CeremonyGuest, [ceremony_id]).get(ceremony_id, [])
    items = rows_below(session, CeremonyItem, [ceremony_id]).get(ceremony_id, [])
    draft = CeremonyDraft(
        row.held_on or "",
        row.venue or "",
        row.name,
        row.held_at,
        row.host,
        row.host_position,
        row.copies,
        row.note,
        tuple(CeremonyHouseDraft(one.case_id, one.receiver, one.relation, one.thumbprint) for one in standing),
        tuple(GuestDraft(one.name or "", one.position, one.unit, one.id) for one in guests),
        tuple(ItemDraft(one.content or "", one.starts_at, one.person, one.id) for one in items),
        row.id,
        row.version,
    )
    return CeremonySheet(draft, standing, tuple(one for one in houses if one.left_on))


def _houses(session: Session, rows: list[CeremonyHouse]) -> list[HouseOfCeremony]:
    ids = [one.case_id or "" for one in rows]
    facts = case_facts(session, ids)
    people = households_on_paper(session, [one.household_id for one in facts.values()])
    papers = papers_of_cases(session, ids)
    found = []
    for row in rows:
        one = facts.get(row.case_id or "")
        if one is not None:
            standing = [paper for paper in papers.get(one.case_id, ()) if not paper.void]
            number = standing[-1].shown_number or "" if standing else None
            found.append(_house(row, one, people.get(one.household_id), number))
    return found


def _house(
    row: CeremonyHouse, facts: CaseFacts, person: HouseholdOnPaper | None, number: str | None
) -> HouseOfCeremony:
    return HouseOfCeremony(
        facts.case_id,
        facts.household_id,
        facts.head_name,
        person.village if person else "",
        facts,
        row.receiver,
        row.relation,
        bool(row.thumbprint),
        row.left_on,
        row.reason,
        number,
    )


def elsewhere(session: Session, ceremony_id: str | None, case_ids: Iterable[str]) -> dict[str, str]:
    """The day of another ceremony on whose list a house stands and waits, by case."""
    wanted = set(case_ids)
    days = {one.id: one.held_on or "" for one in session.scalars(select(Ceremony).where(Ceremony.row_out.is_(False)))}
    days.pop(ceremony_id or "", None)
    rows = [one for found in house_rows(session, days).values() for one in found if not one.left_on]
    standing = {one.case_id or "": days[one.ceremony_id or ""] for one in rows if one.case_id in wanted}
    handed = _handed_over(session, standing)
    return {case: day for case, day in standing.items() if case not in handed}

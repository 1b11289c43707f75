"""Who may join a campaign without typing a name twice: units, donors, people of drives, committees, households."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.awards.queries import participants
from app.campaigns.queries import campaign_detail
from app.giving.queries import donors, drive_figures, drives
from app.office.queries import committee_drafts
from app.wording.vocabulary import UNIT_KINDS
from models.area import Area
from models.household import Household
from models.vietnamese import fold, sort_key
from models.vocabulary import AwardObject, DonorKind


@dataclass(frozen=True)
class Offer:
    """Somebody the records know already; `more` tells namesakes apart."""

    key: str
    kind: str
    name: str
    more: str = ""
    position: str | None = None
    unit_id: str | None = None
    donor_id: str | None = None
    household_id: str | None = None


def offers(session: Session, campaign_id: str) -> list[Offer]:
    """Everybody the records know who is not on the campaign's list yet. Raises `Refused` without the campaign."""
    found = [*_units(session, campaign_id), *_members(session), *_donors(session), *_givers(session)]
    found += _households(session)
    taken = {(one.kind, fold(one.name), one.household_id) for one in participants(session, campaign_id)}
    return [one for one in found if (one.kind, fold(one.name), one.household_id) not in taken]


def _units(session: Session, campaign_id: str) -> list[Offer]:
    return [
        Offer(
            f"unit:{one.id}", AwardObject.COLLECTIVE, one.name or "", UNIT_KINDS.get(one.kind or "", ""), None, one.id
        )
        for one in campaign_detail(session, campaign_id).units
    ]


def _members(session: Session) -> list[Offer]:
    return [
        Offer(f"member:{one.id}", AwardObject.INDIVIDUAL, one.name or "", committee.name or "", one.position)
        for committee in committee_drafts(session)
        for one in committee.members
    ]


def _donors(session: Session) -> list[Offer]:
    return [
        Offer(
            f"donor:{one.id}",
            AwardObject.INDIVIDUAL if one.kind == DonorKind.PERSON else AwardObject.COLLECTIVE,
            one.name,
            one.address or "",
            donor_id=one.id,
        )
        for one in donors(session)
        if one.kind != DonorKind.ANONYMOUS and one.name
    ]


def _givers(session: Session) -> list[Offer]:
    """People and departments of drives, each name once."""
    found: dict[tuple[str, str], Offer] = {}
    for drive in drives(session):
        for one in drive_figures(session, drive.id).people:
            person = Offer(f"person:{one.id}", AwardObject.INDIVIDUAL, one.name, one.department, one.position)
            found.setdefault((person.kind, fold(f"{one.name} {one.department}")), person)
            if one.department:
                key = f"department:{fold(one.department)}"
                room = Offer(key, AwardObject.COLLECTIVE, one.department, drive.name)
                found.setdefault((room.kind, fold(one.department)), room)
    return list(found.values())


def _households(session: Session) -> list[Offer]:
    query = select(Household.id, Household.head_name, Area.name).outerjoin(Area, Area.id == Household.village_id)
    rows = session.execute(query.where(Household.row_out.is_(False))).all()
    ordered = sorted(rows, key=lambda one: (sort_key(one[1] or ""), one[0]))
    return [
        Offer(f"household:{key}", AwardObject.HOUSEHOLD, name or "", village or "", household_id=key)
        for key, name, village in ordered
    ]

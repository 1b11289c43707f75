"""The phone book ("Danh bạ"): whom the office calls, from wherever they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import place_names, villages
from app.campaigns.queries import contacts
from app.funding.queries import suppliers
from app.giving.queries import donors, sponsorships
from app.office.queries import committee_drafts, contact_drafts, user_drafts
from app.parsing import fold
from app.wording import phone_book as words
from app.wording.construction import village_head_position
from models.area import Area


@dataclass(frozen=True)
class PhoneLine:
    """Somebody the office calls. `place` names the page the line is kept on; `contact_id` a line of the book itself."""

    key: str
    kind: str
    name: str
    role: str = ""
    phone: str = ""
    note: str = ""
    place: str = ""
    contact_id: str | None = None


def phone_lines(session: Session, office_code: str) -> list[PhoneLine]:
    """Everybody with a name, by name; people of one committee in two are there twice."""
    found = [*_heads(session, office_code), *_committees(session), *_money(session), *_communes(session)]
    own = [
        PhoneLine(
            one.id or "",
            one.kind,
            one.name,
            ", ".join(filter(None, (one.unit, one.address))),
            one.phone or "",
            one.note or "",
            contact_id=one.id,
        )
        for one in contact_drafts(session)
    ]
    users = [PhoneLine(one.id or "", words.OFFICE, one.name, one.position or "") for one in user_drafts(session)]
    return sorted([*found, *own, *users], key=lambda one: (fold(one.name), one.key))


def _heads(session: Session, office_code: str) -> Iterator[PhoneLine]:
    for one in villages(session, office_code):
        if one.head_name or one.head_phone:
            role = f"{village_head_position(one.name)} – {one.name}"
            yield PhoneLine(one.id, words.HEAD, one.head_name or "", role, one.head_phone or "", "", words.VILLAGES)


def _committees(session: Session) -> Iterator[PhoneLine]:
    for committee in committee_drafts(session):
        for one in committee.members:
            role = ", ".join(filter(None, (one.position, committee.name)))
            yield PhoneLine(one.id or "", words.COMMITTEE, one.name, role, one.phone or "", "", words.COMMITTEES)


def _money(session: Session) -> Iterator[PhoneLine]:
    for seller in suppliers(session):
        yield PhoneLine(
            seller.id, words.SUPPLIER, seller.name, seller.address or "", seller.phone or "", seller.note or "",
            words.SUPPLIERS,
        )  # fmt: skip
    for donor in donors(session):
        yield PhoneLine(
            donor.id, words.DONOR, donor.name, donor.address or "", donor.phone or "", donor.note or "", words.DONORS
        )
    for helper in sponsorships(session):
        role = words.HELPS.format(unit=helper.helper_unit or "", head=helper.household).strip(" ,")
        yield PhoneLine(helper.id, words.HELPER, helper.helper, role, helper.phone or "", "", words.HELPERS)


def _communes(session: Session) -> Iterator[PhoneLine]:
    known = contacts(session)
    codes = dict(session.execute(select(Area.id, Area.code).where(Area.id.in_(known))).tuples().all()) if known else {}
    names = place_names(session, codes.values())
    for area, one in known.items():
        yield PhoneLine(
            f"area {area}", words.COMMUNE, one.contact or "", names.get(codes.get(area) or "", ""), one.phone or ""
        )

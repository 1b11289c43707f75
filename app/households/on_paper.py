"""Households as papers name them: head, place, members, present house, many at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.documents.words import known_day_text
from app.households.drafts import ConditionDraft
from app.journal.store import batches
from app.wording.letterheads import within_sentence
from models.area import Area
from models.household import Household, Member
from models.housing import HousingCondition
from models.vietnamese import fold

NOT_SURVEYED = ConditionDraft()


@dataclass(frozen=True)
class PersonOnPaper:
    """A member of a household; `birth` as it is printed."""

    name: str
    relation: str = ""
    gender: str | None = None
    birth: str = ""


@dataclass(frozen=True)
class HouseholdOnPaper:
    """A household ready to be printed; what is not known is empty. `birth` is a year or a date as it is printed.

    `place` is the village with the commune, `address` the whole of it with the province.
    """

    id: str = ""
    code: str = ""
    head_name: str = ""
    gender: str | None = None
    birth: str = ""
    citizen_id: str = ""
    ethnicity: str = ""
    phone: str = ""
    village_id: str | None = None
    village: str = ""
    village_head: str = ""
    commune: str = ""
    province: str = ""
    address: str = ""
    category: str | None = None
    flags: tuple[str, ...] = ()
    member_count: int | None = None
    guardian: str = ""
    members: tuple[PersonOnPaper, ...] = ()
    house: ConditionDraft = NOT_SURVEYED


def households_on_paper(session: Session, household_ids: Iterable[str]) -> dict[str, HouseholdOnPaper]:
    """The households by id; those that are out are left out."""
    found: dict[str, HouseholdOnPaper] = {}
    for batch in batches(dict.fromkeys(household_ids)):
        houses = _houses(session, batch)
        members = _members(session, batch)
        for row in session.execute(_query().where(Household.id.in_(batch))):
            found[row.id] = _household(row, members.get(row.id, ()), houses.get(row.id, NOT_SURVEYED))
    return found


def _query() -> Any:
    village, commune, province = aliased(Area), aliased(Area), aliased(Area)
    columns: list[Any] = [
        *(getattr(Household, name) for name in _OF_HOUSEHOLD),
        village.name.label("village"),
        village.head_name.label("village_head"),
        commune.name.label("commune"),
        province.name.label("province"),
    ]
    return (
        select(*columns)
        .outerjoin(village, village.id == Household.village_id)
        .outerjoin(commune, (commune.code == Household.commune_code) & (commune.kind == "commune"))
        .outerjoin(province, province.id == commune.parent_id)
        .where(Household.row_out.is_(False))
    )


_OF_HOUSEHOLD = (
    "id",
    "code",
    "head_name",
    "gender",
    "birth",
    "citizen_id",
    "ethnicity",
    "phone",
    "village_id",
    "address",
    "category",
    "flags",
    "member_count",
    "guardian",
)


def _household(row: Any, members: tuple[PersonOnPaper, ...], house: ConditionDraft) -> HouseholdOnPaper:
    return HouseholdOnPaper(
        row.id,
        row.code or "",
        row.head_name or "",
        row.gender,
        known_day_text(row.birth),
        row.citizen_id or "",
        row.ethnicity or "",
        row.phone or "",
        row.village_id,
        row.village or "",
        row.village_head or "",
        row.commune or "",
        row.province or "",
        address_text(row),
        row.category,
        tuple((row.flags or "").split()),
        row.member_count,
        row.guardian or "",
        members,
        house,
    )


def address_text(person: Any) -> str:
    """Village, commune, province, behind what was typed as address; nothing twice."""
    pieces: list[str] = []
    for piece in (person.address, person.village, person.commune, person.province):
        if piece and not any(fold(piece) in fold(one) for one in pieces):
            pieces.append(piece)
    return ", ".join([*pieces[:1], *(within_sentence(one) for one in pieces[1:])])


def _members(session: Session, household_ids: list[str]) -> dict[str, tuple[PersonOnPaper, ...]]:
    query = select(Member).where(Member.household_id.in_(household_ids), Member.row_out.is_(False)).order_by(Member.id)
    found: dict[str, tuple[PersonOnPaper, ...]] = {}
    for one in session.scalars(query):
        person = PersonOnPaper(one.name or "", one.relation or "", one.gender, known_day_text(one.birth))
        found[one.household_id or ""] = (*found.get(one.household_id or "", ()), person)
    return found


def _houses(session: Session, household_ids: list[str]) -> dict[str, ConditionDraft]:
    """The present house of each; where two laptops each wrote one, the later."""
    names = [one.name for one in fields(ConditionDraft)]
    columns: list[Any] = [HousingCondition.household_id, *(getattr(HousingCondition, name) for name in names)]
    query = select(*columns).where(
        HousingCondition.household_id.in_(household_ids), HousingCondition.row_out.is_(False)
    )
    found = session.execute(query.order_by(HousingCondition.id))
    return {row[0]: ConditionDraft(**dict(zip(names, row[1:], strict=True))) for row in found}

"""Households that were taken off the list: to be looked at, and to be brought back. They are few."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.area import Area
from models.household import Household
from models.journal import JoinedHousehold
from models.vietnamese import fold, sort_key


@dataclass(frozen=True)
class TakenOff:
    """A household off the list, with the reason that was given."""

    id: str
    code: str | None
    head_name: str
    birth: str | None
    village: str | None
    category: str | None
    reason: str | None


def households_taken_off(session: Session, text: str = "") -> list[TakenOff]:
    """The households off the list by name, narrowed to those whose name, code or village holds every word of a text."""
    home = Household
    query = select(home.id, home.code, home.head_name, home.birth, Area.name, home.category, home.out_reason)
    query = query.outerjoin(Area, Area.id == home.village_id)
    as_other = select(JoinedHousehold.household_id).where(JoinedHousehold.shown_id != JoinedHousehold.household_id)
    query = query.where(home.deleted.is_(True), home.id.not_in(as_other))
    rows = [TakenOff(row[0], row[1], row[2] or "", *row[3:]) for row in session.execute(query)]
    words = fold(text).split()
    found = [one for one in rows if all(word in _folded(one) for word in words)]
    return sorted(found, key=lambda one: sort_key(one.head_name))


def _folded(one: TakenOff) -> str:
    return fold(" ".join(filter(None, (one.head_name, one.code, one.village))))

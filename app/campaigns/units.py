"""The units of a plan: what lies under one, those of a kind, the one that this office is, and where a place lies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bundled import area_id
from app.campaigns.facts import CampaignDetail, UnitRow
from models.area import Area
from models.search import HouseholdEntry
from models.vietnamese import fold

UnitFinder = Callable[[str | None, str | None, str | None], str | None]


def below(plan: CampaignDetail, unit_id: str) -> frozenset[str]:
    """A unit with all units under it."""
    found, waiting = {unit_id}, [unit_id]
    while waiting:
        above = waiting.pop()
        under = [one.id for one in plan.units if one.parent_id == above and one.id not in found]
        found.update(under)
        waiting += under
    return frozenset(found)


def units_of(plan: CampaignDetail, *kinds: str | None) -> tuple[UnitRow, ...]:
    """The units of some kinds, in the order of the plan."""
    return tuple(one for one in plan.units if one.kind and one.kind in kinds)


def own_unit(plan: CampaignDetail, office_code: str) -> UnitRow | None:
    """The unit of the plan that this office is: the one linked to the office's commune or province."""
    area = area_id(office_code)
    return next((one for one in plan.units if one.area_id == area), None)


def unit_finder(session: Session, plan: CampaignDetail) -> UnitFinder:
    """Tells the lowest unit of the plan in which a place lies, by village (id and name), commune, then province.

    A unit goes by the place it is linked to; one without a link by its name.
    """
    linked = {one.area_id: one.id for one in plan.units if one.area_id}
    named = {fold(one.name or ""): one.id for one in plan.units if not one.area_id}
    above = _communes(session)
    found: dict[tuple[str | None, ...], str | None] = {}

    def look(village_id: str | None, village: str | None, code: str | None) -> str | None:
        name, province = above.get(code, (None, None))
        places = (
            linked.get(village_id) if village_id else None,
            named.get(fold(village)) if village else None,
            linked.get(area_id(code)) if code else None,
            named.get(fold(name)) if name else None,
            linked.get(province) if province else None,
        )
        return next((one for one in places if one), None)

    def unit_of(*place: Any) -> str | None:
        if place not in found:
            found[place] = look(*place)
        return found[place]

    return unit_of


def _communes(session: Session) -> dict[str | None, tuple[str | None, str | None]]:
    """The communes in which households are, by code: name and province."""
    codes = session.scalars(select(HouseholdEntry.commune_code).distinct())
    query = select(Area.code, Area.name, Area.parent_id).where(Area.id.in_([area_id(one) for one in codes if one]))
    return {row.code: (row.name, row.parent_id) for row in session.execute(query)}

"""The houses of a plan as its annex names them: source of money, who helps, planned days, who is responsible."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.counting import CountedHouse, count_houses
from app.campaigns.facts import CampaignDetail
from app.funding.queries import house_sums, sources
from app.giving.queries import pledges, sponsorships
from models.movement import CampaignCase


@dataclass(frozen=True)
class AnnexHouse:
    """A house with what the annex says of it; days are ISO text."""

    house: CountedHouse
    sources: tuple[str, ...] = ()
    given_by: tuple[str, ...] = ()
    planned_start: str | None = None
    planned_finish: str | None = None
    responsible: str | None = None


@dataclass(frozen=True)
class Planned:
    """What was planned for a house."""

    planned_start: str | None = None
    planned_finish: str | None = None
    responsible: str | None = None


def annex_houses(session: Session, plan: CampaignDetail) -> list[AnnexHouse]:
    """The houses of a plan that are still to be done or done in it, by name."""
    houses = [one for one in count_houses(session, plan).houses if not one.left]
    cases = {one.case_id for one in houses}
    money, given_by, planned = _sources(session, cases), _standing_by(session, houses), planned_houses(session, plan.id)
    found = []
    for one in houses:
        said = planned.get(one.case_id, Planned())
        days = (said.planned_start or one.started_on, said.planned_finish or one.accepted_on, said.responsible)
        found.append(AnnexHouse(one, money.get(one.case_id, ()), given_by.get(one.case_id, ()), *days))
    return found


def planned_houses(session: Session, campaign_id: str) -> dict[str, Planned]:
    """What was planned for houses, by case; of several rows the later that says anything."""
    row = CampaignCase
    query = select(row.case_id, row.planned_start, row.planned_finish, row.responsible).where(
        row.campaign_id == campaign_id, row.row_out.is_(False), row.included.is_(None)
    )
    found = session.execute(query.order_by(row.id))
    return {
        one.case_id: Planned(one.planned_start, one.planned_finish, one.responsible) for one in found if one.case_id
    }


def _sources(session: Session, cases: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The sources with money set aside or paid for each house, by name."""
    names = {one.id: one.name for one in sources(session)}
    found: dict[str, tuple[str, ...]] = {}
    for one in house_sums(session, cases) if cases else ():
        name = names.get(one.source_id or "", "")
        if name and (one.allocated or one.paid):
            found[one.case_id] = (*found.get(one.case_id, ()), name)
    return found


def _standing_by(session: Session, houses: Collection[CountedHouse]) -> dict[str, tuple[str, ...]]:
    """Who stands by each house: sponsors of the household, and who promised something for it."""
    of_home = {one.household_id: one.case_id for one in houses}
    found: dict[str, list[str]] = {}
    for one in sponsorships(session):
        if one.household_id in of_home:
            found.setdefault(of_home[one.household_id], []).append(one.helper)
    for each in pledges(session):
        if each.case_id and not each.withdrawn_on:
            found.setdefault(each.case_id, []).append(each.donor_name)
    return {case: tuple(dict.fromkeys(names)) for case, names in found.items()}

"""Money that a campaign brought together: from its drives, else what society gave to the office in its time."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.facts import CampaignDetail, UnitRow
from app.funding.queries import group_of, month_flows, sources
from app.giving.queries import departments, drive_figures
from app.plans.periods import first_day, last_day
from models.giving import Drive
from models.vietnamese import fold
from models.vocabulary import SourceGroup


def campaign_drives(session: Session, campaign_id: str) -> list[str]:
    """The drives that belong to a campaign."""
    query = select(Drive.id).where(Drive.campaign_id == campaign_id, Drive.row_out.is_(False))
    return list(session.scalars(query.order_by(Drive.id)))


def mobilised(session: Session, plan: CampaignDetail, unit: UnitRow | None, period: str | None) -> int:
    """What was given, in đồng: by the people of a unit's departments, or to all drives of the campaign.

    A campaign without drives counts what sources of society received from its first month on, by whole months.
    """
    until = last_day(period) if period else None
    drives = [drive_figures(session, one, until) for one in campaign_drives(session, plan.id)]
    if unit is not None:
        named = fold(unit.name or "")
        return sum(one.collected for each in drives for one in departments(each) if fold(one.department) == named)
    if drives:
        return sum(one.collected for one in drives)
    begin = "" if plan.earlier_gifts or not plan.starts_on else first_day(period or plan.starts_on)[:7]
    society = [one.id for one in sources(session) if group_of(one.kind) is SourceGroup.SOCIETY]
    flows = (flow for one in society for flow in month_flows(session, one))
    return sum(one.received for one in flows if begin <= one.month <= (until or "9999")[:7])

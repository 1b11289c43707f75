"""When this office runs a plan: its own days stand with the plan, those under a plan from above in a row of its own.

So a commune opens and closes the province's plan for itself, and what it does there changes nobody else's plan.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.offices import opened_by
from app.office.queries import office_facts
from app.rows import write_row
from models.campaign import Campaign
from models.movement import CampaignRun


def own_runs(session: Session) -> dict[str, CampaignRun]:
    """The office's own days under plans from above, by plan; of two laptops' rows the later."""
    office = office_facts(session).code
    query = select(CampaignRun).where(CampaignRun.row_out.is_(False)).order_by(CampaignRun.id)
    return {one.campaign_id or "": one for one in session.scalars(query) if opened_by(one.stream) == office}


def days_of(row: Campaign, run: CampaignRun | None) -> tuple[str | None, str | None]:
    """Since when and until when this office runs a plan; the word of the office above holds where it said none."""
    if run is None:
        return row.opened_on, row.closed_on
    return run.opened_on or row.opened_on, run.closed_on or row.closed_on


def run_days(session: Session, row: Campaign) -> tuple[str | None, str | None]:
    """Since when and until when this office runs a plan."""
    return days_of(row, own_runs(session).get(row.id))


def write_days(session: Session, row: Campaign, version: int | None = None, **days: str | None) -> None:
    """Note when the office began or ended to run a plan; opens no change. Raises `Stale`."""
    if opened_by(row.stream) in ("", office_facts(session).code):
        write_row(session, Campaign, row.id, version, days)
        return
    run = own_runs(session).get(row.id)
    write_row(session, CampaignRun, run.id if run else None, None, {"campaign_id": row.id, **days})

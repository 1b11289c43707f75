"""What the records tell of a campaign, read once for all who take part: plan, houses, reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from app.awards.quotas import house_targets
from app.campaigns.queries import (
    CampaignDetail,
    campaign_detail,
    count_houses,
    deadline_lines,
    last_day,
    punctuality,
    unit_reports,
)
from app.local import Fact, get_fact
from app.parsing import today


@dataclass
class CampaignRecords:
    """The records of one campaign. What is asked first is read, and kept for the next who is asked about."""

    session: Session
    campaign_id: str

    @cached_property
    def plan(self) -> CampaignDetail:
        """The plan with its parts. Raises `Refused` when it is not here."""
        return campaign_detail(self.session, self.campaign_id)

    @cached_property
    def houses(self) -> Any:
        """The campaign's houses as `count_houses` counts them."""
        return count_houses(self.session, self.plan)

    @cached_property
    def targets(self) -> dict[str, Decimal]:
        """The target of each unit."""
        return house_targets(self.plan)

    @cached_property
    def handed_in(self) -> Sequence[Any]:
        """What units handed in."""
        return unit_reports(self.session, self.plan)

    @cached_property
    def _deadlines(self) -> Sequence[Any]:
        office = get_fact(self.session.connection(), Fact.OFFICE) or ""
        return deadline_lines(self.session, self.plan, today().isoformat(), office)

    def in_time(self, unit_id: str) -> tuple[int, int]:
        """A unit's reports sent in time, and those that were due or sent until today."""
        return punctuality(self._deadlines, {unit_id})

    def houses_of(self, unit_id: str) -> tuple[int, int]:
        """How many houses of a unit count as done, and how many of them were done in the campaign's time."""
        days = [day for one in self.houses.of_unit(unit_id) if (day := one.done_on(self.plan.counts_when)) is not None]
        end = last_day(self.plan.ends_on) if self.plan.ends_on else "9999"
        return len(days), sum(1 for one in days if one <= end)

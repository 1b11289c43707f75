"""Poor and near-poor households of the years a plan speaks of, against all households (plan xuan-tang-2022)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.campaigns.facts import CampaignDetail
from app.campaigns.units import unit_finder
from app.review.queries import PovertyCounts, classes_by_household, counts_of, recorded_years
from models.area import Area, AreaPopulation
from models.search import HouseholdEntry

_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class PovertyYears:
    """Counts by unit and year; the unit None holds what lies in no unit of the plan. `totals`: all households."""

    years: tuple[int, ...]
    counts: Mapping[str | None, Mapping[int, PovertyCounts]] = field(default_factory=dict)
    totals: Mapping[str | None, Mapping[int, int]] = field(default_factory=dict)

    def _chosen(self, units: Collection[str] | None) -> list[Mapping[int, PovertyCounts]]:
        return [found for unit, found in self.counts.items() if units is None or unit in units]

    def poor(self, year: int, units: Collection[str] | None = None) -> int | None:
        """Poor households of a year; None where no class of the year is recorded."""
        return sum(one[year].poor for one in self._chosen(units)) if year in self.years else None

    def near_poor(self, year: int, units: Collection[str] | None = None) -> int | None:
        """Near-poor households of a year; None where no class of the year is recorded."""
        return sum(one[year].near_poor for one in self._chosen(units)) if year in self.years else None

    def poor_left(self, year: int, units: Collection[str] | None = None) -> int | None:
        """Poor households whom something could lift: those of force majeure left out."""
        poor = self.poor(year, units)
        return None if poor is None else poor - sum(one[year].force_majeure for one in self._chosen(units))

    def households(self, year: int, units: Collection[str] | None = None) -> int | None:
        """All households of a year; None where nobody typed them."""
        found = [one[year] for unit, one in self.totals.items() if year in one and (units is None or unit in units)]
        return sum(found) if found else None

    def rate(self, year: int, units: Collection[str] | None = None) -> Decimal | None:
        """The poverty rate of a year in percent of all households."""
        poor, total = self.poor(year, units), self.households(year, units)
        return None if poor is None or not total else Decimal(poor) / total * _HUNDRED

    def rate_drop(self, year: int, units: Collection[str] | None = None) -> Decimal | None:
        """By how many points the rate fell against the year before."""
        before, now = self.rate(year - 1, units), self.rate(year, units)
        return None if before is None or now is None else before - now

    def near_poor_drop(self, year: int, units: Collection[str] | None = None) -> Decimal | None:
        """By how many households the near poor became fewer against the year before."""
        before, now = self.near_poor(year - 1, units), self.near_poor(year, units)
        return None if before is None or now is None else Decimal(before - now)


def poverty_years(session: Session, plan: CampaignDetail) -> PovertyYears:
    """The counts of all years that have classes, by unit of the plan."""
    years = tuple(recorded_years(session))
    if not years:
        return PovertyYears(())
    unit_of = unit_finder(session, plan)
    entry = HouseholdEntry
    places = session.execute(select(entry.household_id, entry.village_id, entry.village, entry.commune_code))
    homes = {row[0]: unit_of(*row[1:]) for row in places}
    grouped: dict[str | None, dict[str, dict[int, object]]] = {}
    for home, classes in classes_by_household(session, None).items():
        grouped.setdefault(homes.get(home), {})[home] = dict(classes)
    counts = {unit: {year: counts_of(found, year) for year in years} for unit, found in grouped.items()}  # type: ignore[arg-type]
    return PovertyYears(years, counts, _totals(session, plan))


def _totals(session: Session, plan: CampaignDetail) -> dict[str | None, dict[int, int]]:
    """All households by unit and year; of two rows for a village and year the later counts."""
    unit_of = unit_finder(session, plan)
    query = (
        select(AreaPopulation.area_id, Area.name, Area.code, AreaPopulation.year, AreaPopulation.households)
        .join(Area, Area.id == AreaPopulation.area_id)
        .where(AreaPopulation.row_out.is_(False), func.coalesce(AreaPopulation.households, 0) > 0)
    )
    newest = {(row.area_id, row.year): row for row in session.execute(query.order_by(AreaPopulation.id))}
    found: dict[str | None, dict[int, int]] = {}
    for row in newest.values():
        of_unit = found.setdefault(unit_of(row.area_id, row.name, row.code), {})
        of_unit[row.year] = of_unit.get(row.year, 0) + row.households
    return found

"""Poor and near-poor households of the years a plan speaks of, against all households (plan xuan-tang-2022)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.campaigns.facts import CampaignDetail
from app.campaigns.poverty_totals import NUMBERS, PovertyLine, all_totals
from app.campaigns.units import below, unit_finder
from app.review.queries import PovertyCounts, classes_by_household, counts_of, recorded_years
from models.area import Area, AreaPopulation
from models.search import HouseholdEntry

_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class PovertyYears:
    """Counts by unit and year; the unit None holds what lies in no unit of the plan. `totals`: all households.

    `sources`: of numbers that were typed because the records give none.
    """

    years: tuple[int, ...]
    counts: Mapping[str | None, Mapping[int, PovertyCounts]] = field(default_factory=dict)
    totals: Mapping[str | None, Mapping[int, int]] = field(default_factory=dict)
    sources: Mapping[str | None, Mapping[int, str]] = field(default_factory=dict)

    def source(self, years: Iterable[int], units: Collection[str] | None = None) -> str | None:
        """Who told what stands in for records in these years; None where the records say all."""
        found = [
            one[year]
            for unit, one in self.sources.items()
            if units is None or unit in units
            for year in years
            if year in one
        ]
        return "; ".join(dict.fromkeys(found)) or None

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
    """The counts of all years that have classes or typed numbers, by unit of the plan."""
    typed = list(_typed(session, plan))
    known = {*recorded_years(session), *(year for _, year, one in typed if one.poor is not None)}
    years = tuple(sorted(known, reverse=True))
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
    classed = {(unit, year) for unit, found in grouped.items() for classes in found.values() for year in classes}
    return _with_typed(plan, PovertyYears(years, counts, _totals(session, plan)), classed, typed)


def _typed(session: Session, plan: CampaignDetail) -> Iterator[tuple[str | None, int, PovertyLine]]:
    """What was typed of the places of a plan: unit, year and numbers; the lowest units first, the later row last."""
    by_area = {one.area_id: one.id for one in plan.units if one.area_id}
    unit_of, known = unit_finder(session, plan), {one.id for one in plan.units}
    villages = select(Area.id, Area.name, Area.code)
    newest = {(*one.key, year): (year, one) for year, one in all_totals(session)}
    places = {one.area_id for _, one in newest.values() if one.area_id}
    areas = {row.id: row for row in session.execute(villages.where(Area.id.in_(places)))} if places else {}
    for year, one in newest.values():
        area = areas.get(one.area_id or "")
        unit = (
            one.unit_id or by_area.get(one.area_id or "") or (unit_of(area.id, area.name, area.code) if area else None)
        )
        if one.unit_id is None or unit in known:
            yield unit, year, one


def _with_typed(
    plan: CampaignDetail,
    found: PovertyYears,
    classed: Collection[tuple[str | None, int]],
    typed: Sequence[tuple[str | None, int, PovertyLine]],
) -> PovertyYears:
    """Typed numbers where neither the unit nor one under it has records of the year.

    What was typed of a village adds to its unit; what was typed of the unit itself then counts no more.
    """
    counts = {unit: dict(of_unit) for unit, of_unit in found.counts.items()}
    totals = {unit: dict(of_unit) for unit, of_unit in found.totals.items()}
    sources: dict[str | None, dict[int, str]] = {}
    have_classes, have_totals = set(classed), {(unit, year) for unit, one in totals.items() for year in one}
    for unit, year, lines in _by_unit(plan, typed):
        under = below(plan, unit) if unit else {None}
        poor = [one for one in lines if one.poor is not None]
        if poor and not any((one, year) in have_classes for one in under):
            own = counts.setdefault(unit, {each: counts_of({}, each) for each in found.years})
            numbers = {name: sum(getattr(one, name) or 0 for one in poor) for name in NUMBERS if name != "households"}
            own[year] = replace(own[year], **numbers)  # type: ignore[arg-type]  # names of numbers
            have_classes.add((unit, year))
            sources.setdefault(unit, {})[year] = "; ".join(dict.fromkeys(one.source or "" for one in poor))
        homes = [one for one in lines if one.households]
        if homes and not any((one, year) in have_totals for one in under):
            totals.setdefault(unit, {})[year] = sum(one.households or 0 for one in homes)
            have_totals.add((unit, year))
            sources.setdefault(unit, {}).setdefault(year, "; ".join(dict.fromkeys(one.source or "" for one in homes)))
    return PovertyYears(found.years, counts, totals, sources)


def _by_unit(
    plan: CampaignDetail, typed: Sequence[tuple[str | None, int, PovertyLine]]
) -> list[tuple[str | None, int, list[PovertyLine]]]:
    """The lines of each unit and year, the lowest units first; lines of places within a unit win over its own."""
    grouped: dict[tuple[str | None, int], list[PovertyLine]] = {}
    for unit, year, one in typed:
        grouped.setdefault((unit, year), []).append(one)
    lowest = sorted(grouped, key=lambda key: len(below(plan, key[0])) if key[0] else len(plan.units) + 1)
    return [
        (unit, year, [one for one in grouped[unit, year] if one.area_id] or grouped[unit, year])
        for unit, year in lowest
    ]


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

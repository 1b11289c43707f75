"""How far the targets of a plan are: figure, what is left, percent, reached or not, by unit and period.

Houses come from `counting`, money from the ledger's own sums, poverty from the classes by year, reports on time from
`deadlines`; what the records cannot give is typed with its source. Every figure is a decimal; money is in đồng.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.counting import Counted, HouseFigures, count_houses
from app.campaigns.deadlines import deadline_lines, punctuality
from app.campaigns.facts import CampaignDetail, TargetRow, UnitRow
from app.campaigns.money import mobilised
from app.campaigns.poverty import PovertyYears, poverty_years
from app.campaigns.units import below
from app.plans.periods import Term, due_day, is_day, is_period, last_day, years_of
from models.movement import TargetFigure
from models.vocabulary import Compare, Measure

_HUNDRED = Decimal(100)
_PLACES = Decimal("0.01")


@dataclass(frozen=True)
class Measured:
    """What was found for a target; no figure: `missing` is a code of `app.wording.standings.MISSING`.

    `of`: the whole a rate is taken of; `source` and `noted_on`: of a typed figure.
    """

    figure: Decimal | None = None
    missing: str = ""
    houses: HouseFigures | None = None
    of: Decimal | None = None
    source: str | None = None
    noted_on: str | None = None


@dataclass(frozen=True)
class Standing:
    """A target as it stands: `target` is the one in force, `earlier` those it replaced, the oldest first.

    `left` is what is still to do (never below zero). `reached` tells whether the target is met; `ok` also that its
    time is not over without it; both None where nothing is known or the plan gives no figure.
    """

    target: TargetRow
    unit: UnitRow | None
    measured: Measured
    wanted: Decimal | None
    left: Decimal | None
    percent: Decimal | None
    reached: bool | None
    ok: bool | None
    earlier: tuple[TargetRow, ...] = ()


@dataclass(frozen=True)
class PartsSum:
    """Targets of units against the one above them: the parts should make the whole. `difference` is parts less whole.

    `unit`: whose whole it is; None: of the campaign.
    """

    unit: UnitRow | None
    measure: str
    name: str | None
    period: str | None
    whole: Decimal
    parts: Decimal
    count: int

    @property
    def difference(self) -> Decimal:
        """Parts less the whole."""
        return self.parts - self.whole


@dataclass(frozen=True)
class Standings:
    """All targets of a plan on a day, in the order of the plan; the houses they were counted from."""

    plan: CampaignDetail
    day: str
    lines: tuple[Standing, ...]
    sums: tuple[PartsSum, ...]
    counted: Counted

    @property
    def differing(self) -> tuple[PartsSum, ...]:
        """Wholes that their parts do not make."""
        return tuple(one for one in self.sums if one.difference)


def campaign_standings(session: Session, plan: CampaignDetail, day: str, office: str) -> Standings:
    """The targets of a plan as they stand on a day."""
    facts = _Facts(session, plan, day, office, count_houses(session, plan))
    current = targets_in_force(plan, day)
    lines = tuple(_standing(facts, one, earlier) for one, earlier in current)
    return Standings(plan, day, lines, tuple(sums_of(plan, [one for one, _ in current])), facts.counted)


def targets_in_force(plan: CampaignDetail, day: str) -> list[tuple[TargetRow, tuple[TargetRow, ...]]]:
    """The targets that hold on a day with those they replaced: of a unit, measure and period the later decision counts.

    One without a decision's day came with the plan.
    """
    groups: dict[tuple[object, ...], list[TargetRow]] = {}
    for one in plan.targets:
        if (one.decided_on or "") <= day:
            groups.setdefault((one.unit_id, one.measure, one.name, one.period), []).append(one)
    ordered = [sorted(found, key=lambda one: (one.decided_on or "", one.position, one.id)) for found in groups.values()]
    return [(found[-1], tuple(found[:-1])) for found in ordered]


def sums_of(plan: CampaignDetail, targets: Sequence[TargetRow]) -> Iterable[PartsSum]:
    """Each whole with the sum of what was handed down under it; rates do not add up and are left out."""
    for whole in targets:
        if whole.measure in (Measure.HOUSE_RATE, Measure.POVERTY_RATE_DROP, Measure.REPORTS_ON_TIME):
            continue
        units = {one.id for one in plan.units if one.parent_id == whole.unit_id}
        same = (whole.measure, whole.name, whole.period)
        parts = [one for one in targets if one.unit_id in units and (one.measure, one.name, one.period) == same]
        if parts and whole.figure is not None:
            total = sum((Decimal(one.figure or "0") for one in parts), Decimal(0))
            own = (plan.unit(whole.unit_id), whole.measure or "", whole.name, whole.period)
            yield PartsSum(*own, Decimal(whole.figure), total, len(parts))


@dataclass
class _Facts:
    """What the measures of one plan are taken from, each read once."""

    session: Session
    plan: CampaignDetail
    day: str
    office: str
    counted: Counted
    typed: dict[str | None, TargetFigure] | None = None
    poverty: PovertyYears | None = None
    lines: Sequence[Any] | None = None

    def typed_figure(self, target_id: str) -> TargetFigure | None:
        if self.typed is None:
            query = select(TargetFigure).where(
                TargetFigure.campaign_id == self.plan.id,
                TargetFigure.row_out.is_(False),
                TargetFigure.noted_on <= self.day,
            )
            rows = self.session.scalars(query.order_by(TargetFigure.noted_on, TargetFigure.id))
            self.typed = {one.target_id: one for one in rows}
        return self.typed.get(target_id)

    def years(self) -> PovertyYears:
        if self.poverty is None:
            self.poverty = poverty_years(self.session, self.plan)
        return self.poverty

    def deadlines(self) -> Sequence[Any]:
        if self.lines is None:
            self.lines = deadline_lines(self.session, self.plan, self.day, self.office)
        return self.lines

    def units(self, target: TargetRow) -> Collection[str] | None:
        return below(self.plan, target.unit_id) if target.unit_id else None


def _standing(facts: _Facts, target: TargetRow, earlier: tuple[TargetRow, ...]) -> Standing:
    measured = _measure(facts, target, earlier)
    wanted = _wanted(target, measured)
    figure, unit = measured.figure, facts.plan.unit(target.unit_id)
    if figure is None or wanted is None:
        return Standing(target, unit, measured, wanted, None, None, None, None, earlier)
    reached = _reached(target, figure, wanted)
    at_most = target.compare == Compare.AT_MOST
    left = max(figure - wanted if at_most else wanted - figure, Decimal(0))
    percent = (figure / wanted * _HUNDRED).quantize(_PLACES) if wanted and not at_most else None
    over = target.period and is_period(target.period) and _last_in_time(facts.plan, target.period) < facts.day
    return Standing(target, unit, measured, wanted, left, percent, reached, reached or not over, earlier)


def _wanted(target: TargetRow, measured: Measured) -> Decimal | None:
    """The figure to reach; a share of houses without one means all of them, reports on time mean every one."""
    if target.figure is not None:
        return Decimal(target.figure)
    if target.measure == Measure.REPORTS_ON_TIME:
        return measured.of
    return _HUNDRED if target.measure == Measure.HOUSE_RATE else None


def _reached(target: TargetRow, figure: Decimal, wanted: Decimal) -> bool:
    if target.compare == Compare.AT_MOST:
        return figure <= wanted
    return figure >= wanted  # between: more than the upper end is reached too ("05 - 10 hộ trở lên")


def _measure(facts: _Facts, target: TargetRow, earlier: tuple[TargetRow, ...]) -> Measured:
    """What the records say; a figure typed by hand stands where they say nothing, and always for a typed target."""
    found = Measured(missing="typed")
    match target.measure:
        case Measure.HOUSES | Measure.HOUSE_RATE:
            found = _houses(facts, target)
        case Measure.POVERTY_RATE_DROP | Measure.NEAR_POOR_DROP | Measure.POOR_LEFT:
            found = _poverty(facts, target)
        case Measure.MONEY:
            found = Measured(
                Decimal(mobilised(facts.session, facts.plan, facts.plan.unit(target.unit_id), target.period))
            )
        case Measure.REPORTS_ON_TIME:
            found = _reports(facts, target)
    return found if found.figure is not None else _typed(facts, [target, *reversed(earlier)], found)


def _typed(facts: _Facts, targets: Iterable[TargetRow], found: Measured) -> Measured:
    for one in targets:
        row = facts.typed_figure(one.id)
        if row is not None and row.figure is not None:
            return replace(found, figure=Decimal(row.figure), missing="", source=row.source, noted_on=row.noted_on)
    return found


def _houses(facts: _Facts, target: TargetRow) -> Measured:
    """A period says until when ("đến hết năm 2025"); where a plan names several, each counts what was done in it."""
    period = target.period
    same = (target.unit_id, target.measure, target.name)
    if period and all(one.period == period for one in facts.plan.targets if _what(one) == same):
        period = _last_in_time(facts.plan, period)
    houses = facts.counted.figures(target.unit_id, period, facts.day)
    if target.measure == Measure.HOUSES:
        return Measured(Decimal(houses.done), houses=houses)
    if not houses.wanted:
        return Measured(missing="no_houses", houses=houses)
    rate = (Decimal(houses.done) / houses.wanted * _HUNDRED).quantize(_PLACES)
    return Measured(rate, houses=houses, of=Decimal(houses.wanted))


def _last_in_time(plan: CampaignDetail, period: str) -> str:
    """The last day of a period; the day before where the plan's own deadline says "trước" that day."""
    last = last_day(period)
    if any(one.due == period and one.inclusive is False and is_day(period) for one in plan.deadlines):
        return due_day(Term(period, inclusive=False)) or last
    return last


def _what(target: TargetRow) -> tuple[str | None, str | None, str | None]:
    return target.unit_id, target.measure, target.name


def _reports(facts: _Facts, target: TargetRow) -> Measured:
    in_time, due = punctuality(facts.deadlines(), facts.units(target))
    if not due:
        return Measured(missing="nothing_due")
    return Measured(Decimal(in_time), of=Decimal(due))


def _poverty(facts: _Facts, target: TargetRow) -> Measured:
    """A drop between two years, or who is left, of the year of the target's period (else the campaign's last)."""
    known, units = facts.years(), facts.units(target)
    period = target.period or facts.plan.ends_on or facts.day[:4]
    years = [one for one in years_of(period) if one <= int(facts.day[:4])]
    if not years:
        return Measured(missing="year_ahead")
    if target.measure == Measure.POOR_LEFT:
        found = known.poor_left(years[-1], units)
        told = known.source(years[-1:], units)
        return Measured(missing="no_classes") if found is None else Measured(Decimal(found), source=told)
    drops = [known.rate_drop(one, units) if target.measure == Measure.POVERTY_RATE_DROP
             else known.near_poor_drop(one, units) for one in years]  # fmt: skip
    have = [one for one in drops if one is not None]
    if not have:
        none = "no_population" if target.measure == Measure.POVERTY_RATE_DROP and known.years else "no_classes"
        return Measured(missing=none)
    # Over several years a plan speaks of the average of a year ("bình quân hằng năm").
    drop = (sum(have, Decimal(0)) / len(have)).quantize(Decimal("0.0001")).normalize() + 0
    return Measured(drop, source=known.source([years[0] - 1, *years], units))

"""Which houses count in a campaign: by its rule and by hand, every household once; the office's total once over all.

Reports, standings and awards take their houses from here. A house counts by its programme, category and work type; one
that was done before the campaign began does not, unless somebody includes it by hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import place_names
from app.campaigns.facts import CampaignDetail
from app.campaigns.units import below, unit_finder
from app.plans.periods import first_day, last_day
from app.review.queries import Outcome, verdicts
from app.support.queries import case_states, load_programmes
from models.movement import CampaignCase, UnitTotal
from models.search import CaseEntry, HouseholdEntry
from models.support import SupportCase
from models.vocabulary import CountsWhen, Denominator, Status

#: Who left the road for good is no longer a house to be done.
_LEFT = frozenset({Status.WITHDRAWN, Status.INELIGIBLE, Status.REFUSED, Status.TRANSFERRED, Status.CANCELLED_DEATH})
_HANDED_OVER = frozenset({Status.HANDED_OVER, Status.CLOSED})
_ACCEPTED = _HANDED_OVER | {Status.ACCEPTED}
_STARTED = _ACCEPTED | {Status.STARTED, Status.IN_PROGRESS}
_APPROVED = _STARTED | {Status.APPROVED}


@dataclass(frozen=True)
class CountedHouse:
    """A house of a campaign. Days are ISO text; those of acceptance and handover are None while it is not there.

    `unit_id` is the lowest unit of the plan it lies in (None: in none), `by_hand` that somebody included it.
    """

    case_id: str
    household_id: str
    head_name: str
    village_id: str | None
    village: str
    commune_code: str | None
    unit_id: str | None
    category: str | None
    work_type: str | None
    status: str
    programme_id: str | None = None
    approved: bool = False
    amount: int | None = None
    started_on: str | None = None
    accepted_on: str | None = None
    handed_over_on: str | None = None
    by_hand: bool = False
    eligible: bool = True

    @property
    def left(self) -> bool:
        """Whether it left the road: withdrawn, no longer eligible, refused, moved away, died."""
        return self.status in _LEFT

    @property
    def started(self) -> bool:
        """Whether its works have begun."""
        return self.status in _STARTED

    def done_on(self, counts_when: str | None) -> str | None:
        """The day it counts as done: handed over, or where the plan says so accepted; "" when the day is not known."""
        handed_over = self.handed_over_on or ("" if self.status in _HANDED_OVER else None)
        if counts_when != CountsWhen.ACCEPTED:
            return handed_over
        accepted = self.accepted_on or ("" if self.status in _ACCEPTED else None)
        return accepted if handed_over is None or accepted else handed_over


@dataclass(frozen=True)
class TotalsLine:
    """The totals of a unit that keeps no list here."""

    unit_id: str | None
    area_id: str | None
    as_of: str | None
    new_build: int
    repair: int
    started: int
    accepted: int
    handed_over: int
    approved: int
    paid: int
    mobilised: int
    source: str | None

    @property
    def houses(self) -> int:
        """Houses of both kinds of works."""
        return self.new_build + self.repair


@dataclass(frozen=True)
class HouseFigures:
    """Houses of a unit or of the whole. `wanted` is the denominator the plan chose, `late` were done after the period.

    `without_list` of them are known by totals only.
    """

    listed: int = 0
    eligible: int = 0
    approved: int = 0
    started: int = 0
    accepted: int = 0
    handed_over: int = 0
    left: int = 0
    done: int = 0
    late: int = 0
    wanted: int = 0
    without_list: int = 0


@dataclass(frozen=True)
class Counted:
    """All houses of a campaign, and the totals of units without a list."""

    plan: CampaignDetail
    houses: tuple[CountedHouse, ...]
    totals: tuple[TotalsLine, ...] = ()

    def of_unit(self, unit_id: str | None) -> tuple[CountedHouse, ...]:
        """The houses of a unit with all under it; of the whole campaign without one."""
        if unit_id is None:
            return self.houses
        wanted = below(self.plan, unit_id)
        return tuple(one for one in self.houses if one.unit_id in wanted)

    def figures(
        self,
        unit_id: str | None = None,
        period: str | None = None,
        as_of: str | None = None,
        denominator: str | None = None,
    ) -> HouseFigures:
        """The figures of a unit: what was done until a day, in a period; what came after the period is late."""
        totals = [one for one in self.totals if unit_id is None or one.unit_id in below(self.plan, unit_id)]
        found = _figures(self.of_unit(unit_id), self.plan.counts_when, period, as_of)
        for one in totals:
            found = _with_totals(found, one, self.plan.counts_when)
        wanted = {
            Denominator.LISTED.value: found.listed,
            Denominator.ELIGIBLE.value: found.eligible,
        }.get(denominator or self.plan.denominator or "", found.approved)
        return replace(found, wanted=wanted)


def _figures(
    houses: Iterable[CountedHouse], counts_when: str | None, period: str | None, as_of: str | None
) -> HouseFigures:
    first, last = (first_day(period), last_day(period)) if period else ("", "9999")
    if first == last:
        first = ""  # a period of one day means "until that day"
    until = as_of or "9999"
    on_road = [one for one in houses if not one.left]
    days = [day for one in on_road if (day := one.done_on(counts_when)) is not None]
    done = [day for day in days if day <= until and (not day or day >= first)]
    return HouseFigures(
        listed=len(on_road),
        eligible=sum(1 for one in on_road if one.eligible),
        approved=sum(1 for one in on_road if one.approved),
        started=sum(1 for one in on_road if one.started and (one.started_on or "") <= until),
        accepted=_until(on_road, CountsWhen.ACCEPTED, until),
        handed_over=_until(on_road, CountsWhen.HANDED_OVER, until),
        left=sum(1 for one in houses if one.left),
        done=len(done),
        late=sum(1 for day in done if day > last),
    )


def _until(houses: Iterable[CountedHouse], counts_when: CountsWhen, until: str) -> int:
    days = (one.done_on(counts_when) for one in houses)
    return sum(1 for one in days if one is not None and one <= until)


def _with_totals(found: HouseFigures, one: TotalsLine, counts_when: str | None) -> HouseFigures:
    done = one.accepted if counts_when == CountsWhen.ACCEPTED else one.handed_over
    return replace(
        found,
        listed=found.listed + one.houses,
        eligible=found.eligible + one.houses,
        approved=found.approved + one.houses,
        started=found.started + one.started,
        accepted=found.accepted + one.accepted,
        handed_over=found.handed_over + one.handed_over,
        done=found.done + done,
        without_list=found.without_list + one.houses,
    )


def count_houses(session: Session, plan: CampaignDetail) -> Counted:
    """The houses of a campaign as they stand now, each household once, by name."""
    chosen = _by_hand(session, plan.id)
    taken_in = {case for case, included in chosen.items() if included}
    left_out = chosen.keys() - taken_in
    found = [one for one in _candidates(session, plan, taken_in) if one.case_id not in left_out]
    dated = _with_days(session, found)
    begin = first_day(plan.starts_on) if plan.starts_on else ""
    kept = [one for one in dated if one.by_hand or not _done_before(one, plan, begin)]
    once = _each_household_once(session, kept)
    if plan.denominator == Denominator.ELIGIBLE:
        once = _with_eligibility(session, once)
    return Counted(plan, tuple(once), tuple(_totals(session, plan, once)))


def _by_hand(session: Session, campaign_id: str) -> dict[str, bool]:
    """What somebody decided about single houses; the later word counts."""
    query = select(CampaignCase.case_id, CampaignCase.included).where(
        CampaignCase.campaign_id == campaign_id, CampaignCase.row_out.is_(False), CampaignCase.included.is_not(None)
    )
    return {row.case_id: bool(row.included) for row in session.execute(query.order_by(CampaignCase.id)) if row.case_id}


def _candidates(session: Session, plan: CampaignDetail, by_hand: Collection[str]) -> list[CountedHouse]:
    """The houses that the rule means, and those somebody included."""
    programmes = {one.id for one in load_programmes(session).values() if one.code in plan.programmes}
    case, home = CaseEntry, HouseholdEntry
    query = select(
        case.case_id,
        home.household_id,
        home.head_name,
        home.village_id,
        home.village,
        home.commune_code,
        home.category,
        case.work_type,
        case.status,
        case.programme_id,
        case.approved,
    ).join(home, home.rowid == case.household_rowid)
    unit_of = unit_finder(session, plan)
    found = []
    for row in session.execute(query.order_by(home.rowid, case.case_id)):
        included = row.case_id in by_hand
        fits = (
            (not plan.programmes or row.programme_id in programmes)
            and (not plan.categories or row.category in plan.categories)
            and (not plan.work_types or row.work_type in (None, *plan.work_types))
        )
        if fits or included:
            found.append(
                CountedHouse(
                    row.case_id,
                    row.household_id,
                    row.head_name or "",
                    row.village_id,
                    row.village or "",
                    row.commune_code,
                    unit_of(row.village_id, row.village, row.commune_code),
                    row.category,
                    row.work_type,
                    row.status or "",
                    row.programme_id,
                    row.approved is not None or row.status in _APPROVED,
                    row.approved,
                    by_hand=included,
                )
            )
    return found


def _with_days(session: Session, houses: list[CountedHouse]) -> list[CountedHouse]:
    """The houses with the days of their works; only those that have begun have any."""
    begun = [one.case_id for one in houses if one.started]
    states = case_states(session, begun) if begun else {}
    return [
        replace(one, started_on=state.started_on, accepted_on=state.accepted_on, handed_over_on=state.handed_over_on)
        if (state := states.get(one.case_id))
        else one
        for one in houses
    ]


def _done_before(house: CountedHouse, plan: CampaignDetail, begin: str) -> bool:
    day = house.done_on(plan.counts_when)
    return bool(day) and str(day) < begin


def _each_household_once(session: Session, houses: list[CountedHouse]) -> list[CountedHouse]:
    """Of several cases of a household one counts: that by hand, then on the road, then the one furthest on its way.

    After a house was damaged again the case that followed counts.
    """
    several = {one.household_id for one in houses if one.household_id}
    if len(several) == len(houses):
        return houses
    query = select(SupportCase.follows_id).where(SupportCase.follows_id.is_not(None), SupportCase.row_out.is_(False))
    followed = set(session.scalars(query))
    best: dict[str, CountedHouse] = {}
    for one in houses:
        standing = best.get(one.household_id)
        if standing is None or _rank(one, followed) > _rank(standing, followed):
            best[one.household_id] = one
    return list(best.values())


def _rank(one: CountedHouse, followed: Collection[str | None]) -> tuple[bool, bool, bool, int]:
    steps = (one.approved, one.started, one.accepted_on is not None, one.handed_over_on is not None)
    return (one.by_hand, one.case_id not in followed, not one.left, sum(steps))


def _with_eligibility(session: Session, houses: list[CountedHouse]) -> list[CountedHouse]:
    """The houses with whether they meet the criteria: what is decided does, what is not known yet may."""
    open_ones = [one.case_id for one in houses if not one.approved and not one.left]
    found = verdicts(session, open_ones) if open_ones else {}
    unmet = {one for one, verdict in found.items() if verdict.outcome is Outcome.NOT_MET}
    return [replace(one, eligible=one.case_id not in unmet) for one in houses]


def _totals(session: Session, plan: CampaignDetail, houses: Iterable[CountedHouse]) -> list[TotalsLine]:
    """The newest totals of each unit that has no house in the list."""
    listed = {one.unit_id for one in houses}
    by_area = {one.area_id: one.id for one in plan.units if one.area_id}
    newest: dict[str | None, TotalsLine] = {}
    query = select(UnitTotal).where(UnitTotal.row_out.is_(False), UnitTotal.campaign_id == plan.id)
    for row in session.scalars(query.order_by(UnitTotal.as_of, UnitTotal.id)):
        unit = row.unit_id or by_area.get(row.area_id or "")
        if unit is None or not below(plan, unit) & listed:
            newest[unit or row.area_id] = _line(row, unit)
    return list(newest.values())


def _line(row: UnitTotal, unit_id: str | None) -> TotalsLine:
    names = ("new_build", "repair", "started", "accepted", "handed_over", "approved", "paid", "mobilised")
    numbers = {one: getattr(row, one) or 0 for one in names}
    return TotalsLine(unit_id=unit_id, area_id=row.area_id, as_of=row.as_of, source=row.source, **numbers)


def office_households(counted: Iterable[Counted]) -> set[str]:
    """The households of several campaigns, every one once: the office's total."""
    return {house.household_id for one in counted for house in one.houses if not house.left}


def commune_names(session: Session, houses: Iterable[CountedHouse]) -> dict[str, str]:
    """The names of the communes of houses, by code."""
    return place_names(session, {one.commune_code for one in houses})

"""Results by unit: each unit of a campaign with its target, its houses, its money and its reports on time.

An office without a campaign sees its communes (or villages) as units, without targets.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal

from sqlalchemy.orm import Session

from app.campaigns.queries import (
    CampaignDetail,
    CountedHouse,
    UnitRow,
    below,
    campaign_detail,
    campaign_named,
    count_houses,
    deadline_lines,
    punctuality,
    targets_in_force,
)
from app.office.queries import office_facts
from app.problems import refuse
from app.reports.asked import Asked
from app.reports.report_value import Behind, Cell, Counted, House, Kind, Report, ReportColumn, ReportTable, report_table
from app.wording import report_texts as words
from app.wording import reports
from models.vocabulary import CountsWhen, Measure


def units_report(session: Session, asked: Asked) -> Report:
    """The units of a campaign. Raises `Refused` without one."""
    plan = plan_asked(session, asked)
    counted = count_houses(session, plan)
    table, shown = units_table(session, plan, asked)
    return Report(
        "units",
        words.UNITS_TITLE.format(name=plan.name or plan.shown),
        asked.as_of,
        (table,),
        ((reports.CAMPAIGN, plan.shown),),
        notes=tuple(_notes(plan)),
        counted=(Counted(words.UNIT_HOUSES_COUNTED, shown, sum(1 for one in counted.houses if not one.left)),),
        houses=tuple(_house(one) for one in counted.houses if not one.left),
        unit=asked.unit,
        campaign_id=plan.id,
    )


def plan_asked(session: Session, asked: Asked) -> CampaignDetail:
    """The campaign a report is asked about. Raises `Refused`."""
    if not asked.campaign:
        raise refuse("campaign", "report_campaign_missing")
    return campaign_detail(session, campaign_named(session, asked.campaign).id)


def units_table(session: Session, plan: CampaignDetail, asked: Asked) -> tuple[ReportTable, int]:
    """The table of the units and how many houses it shows; houses in none of them have a line of their own.

    Units that were given a number of houses stand with all that lies under them; in a plan that gives none the lowest
    units stand. A unit without a number stands where it has houses or reports.
    """
    counted = count_houses(session, plan)
    targets = {
        one.unit_id: one.figure
        for one, _ in targets_in_force(plan, asked.as_of)
        if one.measure == Measure.HOUSES and one.unit_id
    }
    due = deadline_lines(session, plan, asked.as_of, office_facts(session).code)
    standing = _standing_units(plan, targets.keys())
    lines: list[dict[str, Cell]] = []
    behind: list[Behind] = []
    for unit in standing:
        found = counted.figures(unit.id, as_of=asked.as_of)
        sent, wanted = punctuality(due, {unit.id})
        target = targets.get(unit.id)
        if targets and target is None and not wanted and not found.listed and not found.left:
            continue
        lines.append(
            {
                "name": unit.name,
                "target": Decimal(target) if target is not None else None,
                "listed": found.listed,
                "started": found.started,
                "accepted": found.accepted,
                "given": found.handed_over,
                "done": found.done,
                "reports": words.REPORTS_OF.format(sent=sent, wanted=wanted) if wanted else "",
                "note": reports.ONLY_TOTALS if found.without_list else "",
            }
        )
        behind.append(_behind(counted.of_unit(unit.id), plan, asked.as_of))
    told = {unit_id for one in standing for unit_id in below(plan, one.id)}
    rest = [(one.id, one.name or "") for one in plan.units if one.id not in told]
    for unit_id, name in [*rest, (None, words.NO_UNIT)]:
        own = [one for one in counted.houses if one.unit_id == unit_id and not one.left]
        if own or not (lines or unit_id):
            found_behind = _behind(own, plan, asked.as_of)
            lines.append({"name": name, **{key: len(homes) for key, homes in found_behind.items()}})
            behind.append(found_behind)
    whole = [_without_decimals(one) for one in lines]
    table = report_table(words.BY_UNIT, _columns(), whole, label=reports.TOTAL, empty=reports.NO_HOUSES, behind=behind)
    totals = sum(one.houses for one in counted.totals)
    return table, int(table.total_of("listed") or 0) - totals


def _standing_units(plan: CampaignDetail, given: Collection[str]) -> list[UnitRow]:
    """The units with a line each, none of them under another one: the highest with a number, else the lowest."""
    under = {one.id: below(plan, one.id) for one in plan.units}
    highest = [one for one in given if not any(one in under[other] for other in given if other != one)]
    covered = {unit_id for one in highest for unit_id in under[one]}
    lowest = {one.id for one in plan.units} - {one.parent_id for one in plan.units} - covered
    return [one for one in plan.units if one.id in lowest or one.id in highest]


def _behind(houses: Iterable[CountedHouse], plan: CampaignDetail, day: str) -> dict[str, list[str]]:
    """The households behind the numbers of some houses, by column."""
    on_road = [one for one in houses if not one.left]

    def done(counts_when: str | None) -> list[str]:
        days = ((one, one.done_on(counts_when)) for one in on_road)
        return [one.household_id for one, found in days if found is not None and found <= day]

    return {
        "listed": [one.household_id for one in on_road],
        "started": [one.household_id for one in on_road if one.started and (one.started_on or "") <= day],
        "accepted": done(CountsWhen.ACCEPTED),
        "given": done(CountsWhen.HANDED_OVER),
        "done": done(plan.counts_when),
    }


def _house(one: CountedHouse) -> House:
    """A house as a kept report names it; what was paid for it is no part of this report."""
    days = (one.started_on, one.accepted_on, one.handed_over_on)
    names = (one.household_id, one.case_id, one.head_name, one.village)
    return House(*names, one.work_type, one.status, *days, one.amount or 0, 0)


def _without_decimals(line: dict[str, Cell]) -> dict[str, Cell]:
    """A whole target as a whole number."""
    target = line.get("target")
    if isinstance(target, Decimal) and target == target.to_integral_value():
        return line | {"target": int(target)}
    return line


def _columns() -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("name", words.UNIT, Kind.TEXT, 28),
        ReportColumn("target", words.TARGET, Kind.AMOUNT, 10),
        ReportColumn("listed", words.IN_LIST, width=10),
        ReportColumn("started", reports.STARTED, width=10),
        ReportColumn("accepted", words.ACCEPTED, width=10),
        ReportColumn("given", reports.HANDED_OVER, width=10),
        ReportColumn("done", words.COUNTS_AS_DONE, width=11),
        ReportColumn("target_share", words.TARGET_SHARE, Kind.SHARE, 10, share=("done", "target")),
        ReportColumn("list_share", words.LIST_SHARE, Kind.SHARE, 10, share=("done", "listed")),
        ReportColumn("reports", words.REPORTS_ON_TIME, Kind.TEXT, 13),
        ReportColumn("note", words.NOTE, Kind.TEXT, 18),
    ]


def _notes(plan: CampaignDetail) -> list[str]:
    """What counts as done, and units that are no more."""
    accepted = plan.counts_when == CountsWhen.ACCEPTED
    notes = [words.DONE_WHEN_ACCEPTED if accepted else words.DONE_WHEN_HANDED_OVER]
    gone = [
        words.GONE.format(name=one.name, successor=one.successor or words.UNKNOWN_SUCCESSOR)
        for one in plan.units
        if one.valid_to and one.successor
    ]
    return notes + ([words.GONE_UNITS.format(names="; ".join(gone))] if gone else [])

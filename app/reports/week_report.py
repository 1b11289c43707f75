"""How far the works came in a week ("Biểu tiến độ tuần"): stages done by place, and the houses that stand still."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.areas.queries import place_names
from app.documents.words import date_text
from app.office.queries import office_facts
from app.parsing import fold
from app.reports.asked import Asked, said_scope, scope_of
from app.reports.houses import HouseLine, house_lines
from app.reports.report_value import Cell, Counted, Kind, Report, ReportColumn, day_text, report_table
from app.wording import reports as words
from app.wording.vocabulary import STAGES
from models.vocabulary import Level, Stage, Status

_WEEK = dt.timedelta(days=6)


def week_report(session: Session, asked: Asked) -> Report:
    """The needed houses in the scope asked for, by village or (above) by commune; the period is a week unless asked."""
    scope = scope_of(session, asked)
    houses = [one for one in house_lines(session, scope) if one.needed]
    label, lines = _lines(session, houses)
    found = [_lists(line, asked) for _, line in lines]
    cells: list[dict[str, Cell]] = [
        {"name": name, **{key: len(behind) for key, behind in one.items()}, "why": _why(one["paused"])}
        for (name, _), one in zip(lines, found, strict=True)
    ]
    behind = [{key: [one.facts.household_id for one in line] for key, line in one.items()} for one in found]
    table = report_table(
        words.STAGES_TABLE, _columns(label, asked), cells, label=words.TOTAL, empty=words.NO_HOUSES, behind=behind
    )
    return Report(
        "week",
        words.NAMES["week"],
        asked.as_of,
        (table,),
        said_scope(session, asked),
        counted=(Counted(words.HOUSES_COUNTED, sum(len(line) for _, line in lines), len(houses)),),
        houses=tuple(one.snapshot() for one in houses),
        unit=asked.unit,
        subtitle=words.PERIOD.format(start=day_text(asked.since), end=day_text(asked.as_of)),
    )


def _lines(session: Session, houses: Sequence[HouseLine]) -> tuple[str, list[tuple[str, list[HouseLine]]]]:
    """What a line is called, and the places with their houses by name."""
    above = office_facts(session).level is not Level.COMMUNE
    communes = place_names(session, (one.commune_code for one in houses)) if above else {}
    found: dict[str, list[HouseLine]] = {}
    for one in houses:
        found.setdefault(communes.get(one.commune_code or "", "") if above else one.village, []).append(one)
    return words.UNIT_COLUMN if above else words.VILLAGE, sorted(found.items(), key=lambda line: fold(line[0]))


def _columns(label: str, asked: Asked) -> list[ReportColumn]:
    days = dt.date.fromisoformat(asked.as_of) - dt.date.fromisoformat(asked.since)
    within = words.IN_WEEK if days <= _WEEK else words.IN_PERIOD
    stages = [
        column
        for stage in Stage
        for column in (
            ReportColumn(stage.value, words.SO_FAR, width=6.2, group=STAGES[stage.value]),
            ReportColumn(f"{stage.value}_period", within, width=6.2, group=STAGES[stage.value]),
        )
    ]
    return [
        ReportColumn("ordinal", words.ORDINAL, width=4, summed=False),
        ReportColumn("name", label, Kind.TEXT, 20),
        ReportColumn("need", words.NEEDED, width=7),
        *stages,
        ReportColumn("paused", words.PAUSED_HOUSES, width=7),
        ReportColumn("why", words.PAUSED_WHY, Kind.TEXT, 34),
    ]


def _lists(houses: Sequence[HouseLine], asked: Asked) -> dict[str, list[HouseLine]]:
    """The houses behind each number; an accepted house has all its stages, of which the days may be unknown."""
    found = {"need": list(houses)}
    for stage in Stage:
        done = [one for one in houses if stage in one.state.stages or one.state.acceptance is not None]
        days = {one.facts.case_id: _day(one, stage) for one in done}
        found[stage.value] = done
        found[f"{stage.value}_period"] = [one for one in done if asked.since <= days[one.facts.case_id] <= asked.as_of]
    found["paused"] = [one for one in houses if one.state.status is Status.ON_HOLD]
    return found


def _day(one: HouseLine, stage: Stage) -> str:
    row = one.state.stages.get(stage)
    return (row.done_on or "") if row is not None else ""


def _why(paused: Sequence[HouseLine]) -> str:
    """Each paused house with its reason and the day it is looked at again."""
    told = []
    for one in paused:
        held = one.state.exception
        reason = (held.reason if held else None) or words.NO_REASON
        text = words.PAUSED_HOUSE.format(name=one.facts.head_name, reason=reason)
        again = held.review_on if held else None
        told.append(
            f"{text}, {words.LOOK_AGAIN.format(day=date_text(dt.date.fromisoformat(again)))}" if again else text
        )
    return "; ".join(told)

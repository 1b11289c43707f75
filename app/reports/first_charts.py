"""What the first page draws: progress by area against what is to be done, works by week, money in and out by source.

Read from the list and a few sums, so that twenty thousand houses take as long as twenty. The figures are those of the
lines beside them: houses on the road (`reports.today`), money of `funding`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.areas.queries import place_names, village_names
from app.documents.chart import Chart, ChartKind, Series, shortened
from app.funding.queries import source_balances
from app.parsing import today
from app.reports.house_charts import WEEK_DAYS, last_weeks, millions, needed_by_ends, weeks_chart
from app.reports.today import HANDED_OVER, LEFT_THE_ROAD, ProgrammeLine, begun_statuses, programme_lines, shown_case
from app.wording import first_charts as words
from app.workspace import Workspace
from models.construction import StageRecord
from models.handover import Handover
from models.search import CaseEntry, HouseholdEntry
from models.vietnamese import fold
from models.vocabulary import Level, Stage

_AREAS, _SOURCES = 14, 6


def first_charts(workspace: Workspace, programme_id: str | None = None) -> tuple[Chart, ...]:
    """The charts of the first page for one programme or all; an agency has no houses, only money."""
    with workspace.read() as session:
        money = money_chart(session)
        if workspace.author.level is Level.AGENCY:
            return (money,)
        upper = workspace.author.level is Level.UPPER
        return (
            area_chart(session, programme_id, by_commune=upper),
            week_chart(session, programme_id),
            money,
        )


# By area


def area_chart(session: Session, programme_id: str | None, *, by_commune: bool = False) -> Chart:
    """Houses to be done, begun and handed over by village, or by commune; the ones with most left first."""
    counts = _by_area(session, programme_id, by_commune=by_commune)
    names: Mapping[str, str] = place_names(session, counts) if by_commune else village_names(session, counts)
    rows = [(names.get(area or "", words.NO_AREA), *_steps(one)) for area, one in counts.items()]
    rows = sorted((row for row in rows if row[1]), key=lambda row: (row[3] - row[1], fold(row[0])))
    label = words.COMMUNE if by_commune else words.VILLAGE
    return shortened(_chart(words.AREAS, ChartKind.NESTED, label, rows, words.STEPS, words.HOUSES), _AREAS, words.REST)


def _by_area(session: Session, programme_id: str | None, *, by_commune: bool) -> dict[str | None, Counter[str]]:
    entry = HouseholdEntry
    area: Any = entry.commune_code if by_commune else entry.village_id
    case, conditions = shown_case(programme_id)
    query: Select[Any] = select(area, case.status, func.count()).where(*conditions)
    if case is CaseEntry:
        query = query.select_from(CaseEntry).join(entry, entry.rowid == CaseEntry.household_rowid)
    found: dict[str | None, Counter[str]] = {}
    for key, status, count in session.execute(query.where(case.status.is_not(None)).group_by(area, case.status)):
        found.setdefault(key, Counter())[status] += count
    return found


def _steps(counts: Counter[str]) -> tuple[int, int, int]:
    """To be done, begun, handed over."""
    needed = sum(count for status, count in counts.items() if status not in LEFT_THE_ROAD)
    return needed, sum(counts[one] for one in begun_statuses()), sum(counts[one] for one in HANDED_OVER)


# By week


def week_chart(session: Session, programme_id: str | None, day: dt.date | None = None) -> Chart:
    """Works begun and houses handed over in each of the last weeks; the line is what each week to come must bring."""
    day = day or today()
    weeks = last_weeks(day)
    begun = _by_week(session, programme_id, weeks, StageRecord, StageRecord.done_on, StageRecord.stage == Stage.START)
    given = _by_week(session, programme_id, weeks, Handover, Handover.handed_over_on)
    return weeks_chart(weeks, begun, given, needed_a_week(list(programme_lines(session, programme_id)), day))


def _by_week(
    session: Session, programme_id: str | None, weeks: Sequence[dt.date], record: Any, day: Any, *conditions: Any
) -> tuple[int, ...]:
    """Cases with a standing record dated in each week; one that a later record replaces does not count."""
    replaced = select(record.replaces_id).where(record.replaces_id.is_not(None), record.row_out.is_(False))
    last = weeks[-1] + dt.timedelta(days=WEEK_DAYS - 1)
    query = select(day, func.count(record.case_id.distinct())).where(
        record.row_out.is_(False), day.between(weeks[0].isoformat(), last.isoformat()), record.id.not_in(replaced)
    )
    if hasattr(record, "revoked"):
        query = query.where(record.revoked.is_not(True))
    standing = select(CaseEntry.case_id)
    if programme_id is not None:
        standing = standing.where(CaseEntry.programme_id == programme_id)
    found = [0] * len(weeks)
    for text, count in session.execute(query.where(*conditions, record.case_id.in_(standing)).group_by(day)):
        if len(text) == len("2026-01-01"):
            found[(dt.date.fromisoformat(text) - weeks[0]).days // WEEK_DAYS] += count
    return tuple(found)


def needed_a_week(lines: Sequence[ProgrammeLine], day: dt.date) -> Decimal | None:
    """Houses to be handed over each week so that every programme reaches its end in time; None without an end."""
    return needed_by_ends(((one.end, one.left) for one in lines if one.end), day)


# Money


def money_chart(session: Session) -> Chart:
    """Received and spent of each source, in million đồng, the greatest first."""
    rows = [
        (one.name or one.code, millions(one.received), millions(one.paid + one.sums.remitted))
        for one in source_balances(session)
        if one.received or one.paid or one.sums.remitted
    ]
    rows.sort(key=lambda row: -max(row[1], row[2]))
    chart = _chart(words.MONEY, ChartKind.ACROSS, words.SOURCE, rows, words.FLOWS, words.MILLIONS)
    return shortened(chart, _SOURCES, words.REST)


def _chart(
    title: str, kind: ChartKind, label: str, rows: Sequence[tuple[Any, ...]], names: Sequence[str], unit: str
) -> Chart:
    series = tuple(Series(name, tuple(row[place] for row in rows)) for place, name in enumerate(names, start=1))
    return Chart(title, kind, label, tuple(row[0] for row in rows), series, unit, words.EMPTY)

"""Households by poverty change in a year (plan xuan-tang-2022): counts by village and by indicator, each that moved or
is watched after its escape.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import village_names
from app.journal.store import batches
from app.reports.asked import Asked, said_scope
from app.reports.report_value import Cell, Counted, Kind, Report, ReportColumn, report_table
from app.review.queries import (
    PovertyCounts,
    VillageCounts,
    indicators,
    poverty_by_village,
    poverty_counts,
    poverty_events,
    watch_list,
)
from app.wording import report_texts as words
from app.wording import reports
from models.household import Household

_COUNTS = (
    "poor", "near_poor", "escaped", "escaped_near_poor", "fell_back", "newly_poor", "newly_near_poor", "force_majeure"
)  # fmt: skip


def poverty_report(session: Session, asked: Asked) -> Report:
    """The counts of the year by village, and the households that changed their class."""
    year = asked.of_year
    table = report_table(
        words.POVERTY_BY_VILLAGE,
        _columns(),
        [_cells(one) for one in poverty_by_village(session, year)],
        label=reports.TOTAL,
        empty=words.NO_CLASSES,
    )
    moved = report_table(words.POVERTY_MOVED, _moved_columns(), _moved(session, year), empty=words.NOBODY_MOVED)
    watched = report_table(
        words.POVERTY_WATCHED, _watched_columns(), _watched(session, asked.as_of), empty=words.NOBODY_WATCHED
    )
    counts = poverty_counts(session, year)
    lacking = report_table(words.POVERTY_INDICATORS, _indicator_columns(), _lacking(counts), empty=words.NO_INDICATORS)
    counted = [
        Counted(words.POVERTY_COLUMNS[name], int(table.total_of(name) or 0), getattr(counts, name))
        for name in ("poor", "near_poor", "escaped")
    ]
    return Report(
        "poverty",
        words.POVERTY_TITLE.format(year=year),
        asked.as_of,
        (table, moved, watched, lacking),
        (*said_scope(session, asked), (reports.YEAR, str(year))),
        notes=(words.POVERTY_NOTE,),
        counted=tuple(counted),
        unit=asked.unit,
    )


def _columns() -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("name", reports.VILLAGE, Kind.TEXT, 22),
        ReportColumn("households", words.LISTED, width=10),
        ReportColumn("recorded", words.CLASSED, width=10),
        *(ReportColumn(name, words.POVERTY_COLUMNS[name], width=10) for name in _COUNTS),
        ReportColumn("watched", words.WATCHED, width=10),
    ]


def _cells(one: VillageCounts) -> dict[str, Cell]:
    own: dict[str, Cell] = {name: getattr(one.counts, name) for name in _COUNTS}
    name = one.name or reports.NO_AREA
    return own | {"name": name, "households": one.households, "recorded": one.recorded, "watched": one.watched}


def _moved_columns() -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("head", words.HEAD, Kind.TEXT, 28),
        ReportColumn("place", reports.VILLAGE, Kind.TEXT, 24),
        ReportColumn("event", words.MOVED_HOW, Kind.TEXT, 30),
    ]


def _moved(session: Session, year: int) -> list[dict[str, Cell]]:
    events = poverty_events(session, year)
    found: list[dict[str, Cell]] = []
    for batch in batches(sorted(events)):
        rows = session.execute(
            select(Household.id, Household.head_name, Household.village_id).where(Household.id.in_(batch))
        ).all()
        villages = village_names(session, (row.village_id for row in rows))
        found += [
            {
                "head": row.head_name or "",
                "place": villages.get(row.village_id or "", reports.NO_AREA),
                "event": words.POVERTY_EVENTS[events[row.id].value],
            }
            for row in rows
        ]
    return sorted(found, key=lambda one: (str(one["event"]), str(one["place"]), str(one["head"])))


def _watched_columns() -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("head", words.HEAD, Kind.TEXT, 28),
        ReportColumn("place", reports.VILLAGE, Kind.TEXT, 24),
        ReportColumn("year", words.ESCAPED_YEAR, width=14, summed=False),
        ReportColumn("until", words.WATCHED_UNTIL, Kind.DAY, 16),
    ]


def _watched(session: Session, day: str) -> list[dict[str, Cell]]:
    """Who is still watched on a day, those whose watch ends first first."""
    found = watch_list(session, day)
    villages = village_names(session, (one.village_id for one in found))
    return [
        {
            "head": one.head_name,
            "place": villages.get(one.village_id or "", reports.NO_AREA),
            "year": one.year,
            "until": one.until,
        }
        for one in found
    ]


def _indicator_columns() -> list[ReportColumn]:
    return [
        ReportColumn("ordinal", reports.ORDINAL, width=5, summed=False),
        ReportColumn("service", words.SERVICE, Kind.TEXT, 28),
        ReportColumn("indicator", words.INDICATOR, Kind.TEXT, 40),
        ReportColumn("households", words.LACKING, width=16, summed=False),
    ]


def _lacking(counts: PovertyCounts) -> list[dict[str, Cell]]:
    """How many households lack by each indicator; nothing where none was recorded. One may lack by several."""
    if not any(counts.by_indicator.values()):
        return []
    return [
        {"service": one.service, "indicator": one.name, "households": counts.by_indicator.get(one.code, 0)}
        for one in indicators()
    ]

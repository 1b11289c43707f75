"""Charts of a report from the very houses it counts: works by week, money by group of source. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal

from app.documents.chart import Chart, ChartKind, Number, Series
from app.reports.houses import HouseLine
from app.wording import first_charts as words
from app.wording.vocabulary import SOURCE_GROUPS
from models.vocabulary import SourceGroup

WEEKS, WEEK_DAYS = 8, 7
_MILLION = 1_000_000


def last_weeks(day: dt.date) -> list[dt.date]:
    """The Mondays of the last weeks up to a day, the week of the day being the last."""
    monday = day - dt.timedelta(days=day.weekday())
    return [monday - dt.timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]


def week_chart_of(houses: Sequence[HouseLine], day: dt.date) -> Chart:
    """Begun and handed over in each of the last weeks before a day, and what each week to come must bring."""
    weeks = last_weeks(day)
    needed = [one for one in houses if one.needed]
    begun = by_week((one.state.started_on for one in needed), weeks, day)
    given = by_week((one.state.handed_over_on for one in needed), weeks, day)
    ends = [(one.facts.programme.valid_to, 1) for one in needed if one.facts.programme and not one.given]
    return weeks_chart(weeks, begun, given, needed_by_ends(((end, count) for end, count in ends if end), day))


def by_week(days: Iterable[str | None], weeks: Sequence[dt.date], last: dt.date) -> tuple[int, ...]:
    """How many of these days (ISO) lie in each week, none after the last day."""
    found = [0] * len(weeks)
    for text in days:
        if text and len(text) == _WHOLE and weeks[0].isoformat() <= text <= last.isoformat():
            found[(dt.date.fromisoformat(text) - weeks[0]).days // WEEK_DAYS] += 1
    return tuple(found)


_WHOLE = len("2026-01-01")


def needed_by_ends(left: Iterable[tuple[str, int]], day: dt.date) -> Decimal | None:
    """Houses to be handed over each week so that those with a last day (ISO) to come are done by it; None without."""
    needed, known = Decimal(0), False
    for end, count in left:
        days = (dt.date.fromisoformat(end) - day).days + 1
        if days > 0 and count:
            known = True
            needed += count / max(Decimal(days) / WEEK_DAYS, Decimal(1))
    return needed.quantize(Decimal("0.1")) if known else None


def weeks_chart(
    weeks: Sequence[dt.date], begun: tuple[int, ...], given: tuple[int, ...], needed: Decimal | None
) -> Chart:
    """The chart of weeks; quiet weeks without anything to reach have no columns."""
    series = [Series(words.BEGUN, begun), Series(words.GIVEN, given)]
    if needed is not None:
        series.append(Series(words.NEEDED_A_WEEK, (needed,) * len(weeks), line=True))
    quiet = needed is None and not any((*begun, *given))
    labels = () if quiet else tuple(words.WEEK_LABEL.format(day=one.day, month=one.month) for one in weeks)
    empty = words.QUIET.format(weeks=len(weeks))
    return Chart(words.WEEKS, ChartKind.UPRIGHT, words.WEEK, labels, tuple(series), words.HOUSES, empty)


def money_chart_of(houses: Sequence[HouseLine]) -> Chart:
    """Set aside and paid for these houses by group of source, in million đồng."""
    groups: list[SourceGroup | None] = [*SourceGroup, None]
    rows = [
        (
            SOURCE_GROUPS[group.value] if group else words.OTHER_SOURCES,
            millions(sum(one.allocated.get(group, 0) for one in houses)),
            millions(sum(one.paid.get(group, 0) for one in houses)),
        )
        for group in groups
    ]
    rows = [row for row in rows if row[1] or row[2]]
    columns = (tuple(row[1] for row in rows), tuple(row[2] for row in rows))
    series = tuple(Series(name, values) for name, values in zip(words.HOUSE_FLOWS, columns, strict=True))
    labels = tuple(row[0] for row in rows)
    return Chart(words.HOUSE_MONEY, ChartKind.ACROSS, words.SOURCE, labels, series, words.MILLIONS, words.EMPTY)


def millions(amount: int) -> Number:
    """An amount of đồng in millions, exactly."""
    exact = Decimal(amount) / _MILLION
    return int(exact) if exact == exact.to_integral_value() else exact

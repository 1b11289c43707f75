"""Days of plans: a year, month or quarter means its last day; "trước" ends the day before; what is due again and again.

The only place where a partial day is read. Days are ISO text; a period is written "2024", "2024-Q4", "2024-11",
"2024-W45", "2024-11-05", or as a span of two such texts, "2021/2025".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.vocabulary import Repeat

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_MONTHS_OF = {Repeat.MONTHLY: 1, Repeat.QUARTERLY: 3, Repeat.YEARLY: 12}
#: Nothing is due again more often than this: a plan runs for years, not for ever.
_MOST = 600
_NO_PERIOD = "not a period: {!r}"


@dataclass(frozen=True)
class Term:
    """The words of a plan's deadline that fix its day (columns of `CampaignDeadline`)."""

    due: str | None = None
    inclusive: bool | None = None
    on_request: bool = False
    repeats: str | None = None
    starts_on: str | None = None


@dataclass(frozen=True)
class Occurrence:
    """One time a deadline falls due: `period` is what `UnitReport.period` holds (None where it falls due once).

    `plan_day` is the day as the plan says it, `due_day` the last one in time; both None while it waits for a request.
    """

    period: str | None
    plan_day: str | None
    due_day: str | None


def is_day(text: str) -> bool:
    """Whether a text is a whole day, not a partial one."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_period(text: str) -> bool:
    """Whether a text can be read here: a day, week, month, quarter, year, or a span of two."""
    try:
        _span(text)
    except ValueError:
        return False
    return True


def first_day(text: str) -> str:
    """The first day of a day, week, month, quarter, year or span. Raises `ValueError`."""
    return _span(text)[0].isoformat()


def last_day(text: str) -> str:
    """The last day of a day, week, month, quarter, year or span. Raises `ValueError`."""
    return _span(text)[1].isoformat()


def years_of(text: str) -> range:
    """The years a period touches. Raises `ValueError`."""
    first, last = _span(text)
    return range(first.year, last.year + 1)


def _span(text: str) -> tuple[date, date]:
    begin, slash, end = text.partition("/")
    try:
        first, last = _part(begin.strip())[0], _part((end if slash else begin).strip())[1]
    except (ValueError, OverflowError) as error:
        raise ValueError(_NO_PERIOD.format(text)) from error
    if last < first:
        raise ValueError(_NO_PERIOD.format(text))
    return first, last


def _part(text: str) -> tuple[date, date]:
    if match := _QUARTER.fullmatch(text):
        return _months(int(match[1]), int(match[2]) * 3 - 2, 3)
    if match := _WEEK.fullmatch(text):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(days=6)
    if match := _MONTH.fullmatch(text):
        return _months(int(match[1]), int(match[2]), 1)
    if _YEAR.fullmatch(text):
        return _months(int(text), 1, 12)
    if not is_day(text):
        raise ValueError(text)
    day = date.fromisoformat(text)
    return day, day


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, _month_after(first, count) - timedelta(days=1)


def _month_after(day: date, count: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    above = day.year * 12 + day.month - 1 + count
    first, after = date(above // 12, above % 12 + 1, 1), date((above + 1) // 12, (above + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), after - timedelta(days=1))


def due_day(term: Term) -> str | None:
    """The last day in time: "trước 05/11" is 04/11, "trước quý IV" the last of quý III. None: no day is named.

    A month, quarter or year without a word about it includes its last day.
    """
    if not term.due:
        return None
    if term.inclusive or (term.inclusive is None and not is_day(term.due)):
        return last_day(term.due)
    return _before(first_day(term.due))


def plan_day(term: Term) -> str | None:
    """The day as the plan says it: 05/11 in "trước 05/11", the last day of a month, quarter or year."""
    if not term.due:
        return None
    return first_day(term.due) if term.inclusive is False else last_day(term.due)


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def days_left(due: str, today: str) -> int:
    """Days until the last day in time: 0 on it, negative after it."""
    return (date.fromisoformat(due) - date.fromisoformat(today)).days


def occurrences(term: Term, starts: str | None = None, ends: str | None = None) -> list[Occurrence]:
    """Each time a deadline falls due. `starts` and `ends` (the campaign's days) bound one that repeats without bounds.

    One that repeats from a whole day falls on that day of each week, month, quarter or year; one that repeats from a
    partial day, or from none, falls on the last day of each period. Without any bounds it falls due once.
    """
    begin, end = term.starts_on or starts, term.due or ends
    if not term.repeats or begin is None or end is None:
        return [Occurrence(None, plan_day(term), due_day(term))]
    repeat = Repeat(term.repeats)
    days = _on_days(repeat, begin, end) if term.starts_on and is_day(term.starts_on) else _ends(repeat, begin, end)
    # Each falls on a day here, so "before" is said; a period's own last day is in time.
    exact = term.starts_on is not None and is_day(term.starts_on)
    early = not term.inclusive if exact else term.inclusive is False
    return [Occurrence(period_of(repeat, one), one, _before(one) if early else one) for one in days]


def _on_days(repeat: Repeat, begin: str, end: str) -> list[str]:
    """The day itself, then the same one of each later period, until the end."""
    first, last = date.fromisoformat(begin), date.fromisoformat(last_day(end))
    found: Iterator[date] = (_later(repeat, first, number) for number in range(_MOST))
    return [one.isoformat() for one in found if one <= last]


def _later(repeat: Repeat, day: date, number: int) -> date:
    if repeat is Repeat.WEEKLY:
        return day + timedelta(weeks=number)
    return _month_after(day, _MONTHS_OF[repeat] * number)


def _ends(repeat: Repeat, begin: str, end: str) -> list[str]:
    """The last day of each period from the beginning on; the last one is not after the end."""
    day, last = date.fromisoformat(first_day(begin)), date.fromisoformat(last_day(end))
    found: list[str] = []
    while day <= last and len(found) < _MOST:
        until = min(date.fromisoformat(last_day(period_of(repeat, day.isoformat()))), last)
        found.append(until.isoformat())
        day = until + timedelta(days=1)
    return found


def period_of(repeat: Repeat, day: str) -> str:
    """The period a day lies in: "2024-W45", "2024-11", "2024-Q4", "2024"."""
    found = date.fromisoformat(day)
    if repeat is Repeat.WEEKLY:
        year, week, _ = found.isocalendar()
        return f"{year}-W{week:02d}"
    if repeat is Repeat.MONTHLY:
        return f"{found.year}-{found.month:02d}"
    if repeat is Repeat.QUARTERLY:
        return f"{found.year}-Q{(found.month + 2) // 3}"
    return str(found.year)

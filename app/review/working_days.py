"""Working days, and when a posting ends: the day of posting does not count (Civil Code 2015, arts 147, 148).

Public holidays, days exchanged and Saturdays worked instead are data: resources/holidays, one file a year.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from app.paths import resource

_DAY = timedelta(days=1)
_SATURDAY = 5
#: No posting hangs longer: whoever types more meant something else.
LONGEST = 365


@dataclass(frozen=True)
class Holidays:
    """Weekdays off, and weekend days worked, of the years that are known."""

    off: frozenset[date]
    worked: frozenset[date]
    years: frozenset[int]

    def works(self, day: date) -> bool:
        """Whether offices work on a day; of a year that is not known only the weekends are."""
        if day in self.worked:
            return True
        return day.weekday() < _SATURDAY and day not in self.off

    def next_working(self, day: date) -> date:
        """The day itself when offices work on it, else the next on which they do."""
        while not self.works(day):
            day += _DAY
        return day

    def end_after(self, start: date, days: int, *, working: bool) -> date:
        """The last day of a period of so many days after `start`, which itself does not count.

        An end on a day off moves to the next working day.
        """
        day = start
        if working:
            for _ in range(days):
                day = self.next_working(day + _DAY)
            return day
        return self.next_working(start + timedelta(days=days))

    def strip(self, start: date, end: date) -> tuple[tuple[date, bool], ...]:
        """The days from start to end, both counted, each with whether offices work on it: a calendar strip."""
        count = (end - start).days + 1
        return tuple((day, self.works(day)) for day in (start + timedelta(days=number) for number in range(count)))

    def knows(self, *days: date) -> bool:
        """Whether the holidays of these days' years are known."""
        return all(one.year in self.years for one in days)


@cache
def holidays() -> Holidays:
    """The holidays that come with the program."""
    off: set[date] = set()
    worked: set[date] = set()
    years: set[int] = set()
    for path in sorted(resource("holidays").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        years.add(int(data["year"]))
        for period in data.get("off", []):
            off.update(_days(period))
        for period in data.get("works", []):
            worked.update(_days(period))
    return Holidays(frozenset(off), frozenset(worked), frozenset(years))


def _days(period: dict[str, str]) -> Iterator[date]:
    day, last = date.fromisoformat(period["from"]), date.fromisoformat(period.get("to", period["from"]))
    while day <= last:
        yield day
        day += _DAY


def posting_end(posted_on: str | None, days: int | None, working: bool | None) -> str | None:
    """The last day a list hangs, as ISO text; None where it is not said well enough to be counted."""
    if not posted_on or days is None or not 0 < days <= LONGEST:
        return None
    try:
        return holidays().end_after(date.fromisoformat(posted_on), days, working=working is not False).isoformat()
    except (ValueError, OverflowError):  # what only a merge or a newer version leaves there
        return None


def day_after(day: str) -> str:
    """The day after an ISO day: from then on a house is submitted."""
    return (date.fromisoformat(day) + _DAY).isoformat()

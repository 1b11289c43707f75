"""Which backups stay: seven days, four weeks, six months, and the newest of all. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable

DAYS, WEEKS, MONTHS = 7, 4, 6
#: Copies of one busy day, made before imports and upgrades: the newest of them stay whatever their day.
NEWEST = 6


def kept_times(times: Iterable[dt.datetime]) -> set[dt.datetime]:
    """The moments whose backups stay: of each day, week and month the last one, as many as are kept of each.

    Only days with a backup count, so that nothing is lost by a laptop that was switched off for a month.
    """
    newest_first = sorted(set(times), reverse=True)
    return (
        set(newest_first[:NEWEST])
        | _last_of(newest_first, DAYS, lambda one: one.date())
        | _last_of(newest_first, WEEKS, lambda one: one.isocalendar()[:2])
        | _last_of(newest_first, MONTHS, lambda one: (one.year, one.month))
    )


def _last_of(newest_first: list[dt.datetime], count: int, span: Callable[[dt.datetime], Hashable]) -> set[dt.datetime]:
    last: dict[Hashable, dt.datetime] = {}
    for one in newest_first:
        last.setdefault(span(one), one)
    return set(list(last.values())[:count])

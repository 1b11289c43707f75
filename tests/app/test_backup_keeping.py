"""Seven days, four weeks and six months of backups stay, whatever days the laptop was on."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from app.backup_keeping import DAYS, MONTHS, NEWEST, WEEKS, kept_times

MOMENTS = st.sets(st.datetimes(*map(dt.datetime.fromisoformat, ("2025-01-01", "2027-12-31"))), max_size=80)


@given(MOMENTS)
def test_the_last_of_seven_days_four_weeks_and_six_months_stay_and_little_else(times: set[dt.datetime]) -> None:
    kept = kept_times(times)
    assert kept <= times
    assert len(kept) <= NEWEST + DAYS + WEEKS + MONTHS
    days = sorted({one.date() for one in times}, reverse=True)
    for day in days[:DAYS]:
        assert max(one for one in times if one.date() == day) in kept
    for span, count in ((lambda one: one.isocalendar()[:2], WEEKS), (lambda one: (one.year, one.month), MONTHS)):
        for wanted in sorted({span(one) for one in times}, reverse=True)[:count]:
            assert max(one for one in times if span(one) == wanted) in kept
    assert set(sorted(times, reverse=True)[:NEWEST]) <= kept


@given(MOMENTS)
def test_keeping_twice_drops_nothing_more_than_keeping_once(times: set[dt.datetime]) -> None:
    kept = kept_times(times)
    assert kept_times(kept) == kept


def test_a_year_of_daily_backups_leaves_seven_days_four_weeks_and_six_months() -> None:
    times = [dt.datetime.fromisoformat("2026-11-21T07:00") - dt.timedelta(days=back) for back in range(365)]
    kept = sorted(kept_times(times), reverse=True)
    assert [one.date().isoformat() for one in kept] == [
        *(f"2026-11-{day}" for day in range(21, 14, -1)),
        "2026-11-08",
        "2026-11-01",
        "2026-10-31",
        "2026-09-30",
        "2026-08-31",
        "2026-07-31",
        "2026-06-30",
    ]

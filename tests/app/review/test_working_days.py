"""The end of a posting agrees with a slow, plain definition of working days, whatever the holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.review.working_days import Holidays, holidays, posting_end

DAY = timedelta(days=1)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 1))
CALENDARS = st.builds(
    Holidays,
    st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 31)), max_size=30),
    st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 31)), max_size=10),
    st.just(frozenset({2026})),
)


def plainly_works(known: Holidays, day: date) -> bool:
    """Weekends and holidays are off, but for the days worked instead."""
    return day in known.worked or (day.isoweekday() not in (6, 7) and day not in known.off)


def plain_end(known: Holidays, start: date, days: int) -> date:
    """The first day by the end of which so many working days after the start have passed."""
    return next(
        day
        for day in (start + number * DAY for number in range(1, 1000))
        if sum(plainly_works(known, start + one * DAY) for one in range(1, (day - start).days + 1)) == days
    )


@given(DAYS, st.integers(1, 20))
def test_a_period_of_working_days_ends_when_so_many_have_passed(start: date, days: int) -> None:
    known = holidays()
    assert known.end_after(start, days, working=True) == plain_end(known, start, days)


@given(CALENDARS, st.dates(date(2026, 1, 1), date(2026, 3, 1)), st.integers(1, 15))
def test_the_same_holds_with_any_holidays_and_any_exchanged_days(known: Holidays, start: date, days: int) -> None:
    assert known.end_after(start, days, working=True) == plain_end(known, start, days)


@given(CALENDARS, st.dates(date(2026, 1, 1), date(2026, 3, 1)), st.integers(1, 30))
def test_a_period_of_days_ends_on_its_last_day_or_the_next_working_one(known: Holidays, start: date, days: int) -> None:
    end = known.end_after(start, days, working=False)
    assert plainly_works(known, end)
    passed = [start + number * DAY for number in range(days, (end - start).days)]
    assert end >= start + days * DAY
    assert not any(plainly_works(known, day) for day in passed)


@pytest.mark.parametrize(
    ("posted_on", "days", "working", "end"),
    [
        ("2026-10-30", 3, True, "2026-11-04"),  # Friday: Monday, Tuesday, Wednesday
        ("2026-10-30", 3, False, "2026-11-02"),
        ("2026-10-30", 1, False, "2026-11-02"),  # Saturday moves to Monday
        ("2026-08-20", 3, True, "2026-08-24"),  # Saturday 22/8 is worked for 31/8
        ("2026-08-28", 3, True, "2026-09-07"),  # 31/8 to 2/9 are off
        ("2025-01-24", 3, True, "2025-02-05"),  # Tết
        ("2026-04-24", 1, True, "2026-04-28"),  # the day given for Hùng Vương on a Sunday
        ("2024-04-26", 2, True, "2024-05-03"),
    ],
)
def test_postings_end_as_the_calendar_says(posted_on: str, days: int, working: bool, end: str) -> None:
    assert posting_end(posted_on, days, working) == end


@pytest.mark.parametrize(
    ("posted_on", "days"), [(None, 3), ("", 3), ("2026", 3), ("2026-10-30", None), ("2026-10-30", 0)]
)
def test_what_a_merge_left_half_said_has_no_end(posted_on: str | None, days: int | None) -> None:
    assert posting_end(posted_on, days, True) is None
    assert posting_end("9999-12-30", 5, True) is None


def test_a_year_without_holidays_is_told_apart() -> None:
    assert holidays().knows(date(2024, 1, 1), date(2027, 12, 31))
    assert not holidays().knows(date(2027, 12, 31), date(2028, 1, 4))


def test_a_strip_shows_each_day_with_whether_offices_work() -> None:
    strip = holidays().strip(date(2026, 10, 30), date(2026, 11, 4))
    assert [works for _, works in strip] == [True, False, False, True, True, True]

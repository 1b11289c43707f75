"""Days of the five plans: partial ones, "trước", and what falls due again and again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.plans.periods import (
    Term,
    days_left,
    due_day,
    first_day,
    is_period,
    last_day,
    occurrences,
    period_of,
    plan_day,
    years_of,
)
from models.vocabulary import Repeat

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("due", "inclusive", "last"),
    [
        ("2024-11-05", False, "2024-11-04"),
        ("2024-12-10", False, "2024-12-09"),
        ("2023-09-02", False, "2023-09-01"),
        ("2023-09-07", False, "2023-09-06"),
        ("2025-04-30", True, "2025-04-30"),
        ("2025-05-19", True, "2025-05-19"),
        ("2025-Q4", True, "2025-12-31"),
        ("2025-Q4", None, "2025-12-31"),
        ("2025-Q4", False, "2025-09-30"),
        ("2024-02", True, "2024-02-29"),
        ("2025", None, "2025-12-31"),
        ("2024-11-05", None, "2024-11-04"),
    ],
)
def test_days_of_the_plans_end_when_the_plans_say(due: str, inclusive: bool | None, last: str) -> None:
    assert due_day(Term(due, inclusive)) == last


def test_the_day_of_the_plan_stays_as_it_is_written() -> None:
    assert plan_day(Term("2024-11-05", False)) == "2024-11-05"
    assert plan_day(Term("2025-Q4", True)) == "2025-12-31"
    assert plan_day(Term(None, on_request=True)) is None


@given(DAYS)
def test_a_period_begins_and_ends_around_each_of_its_days(day: date) -> None:
    text = day.isoformat()
    for repeat in Repeat:
        period = period_of(repeat, text)
        assert first_day(period) <= text <= last_day(period)
        assert period_of(repeat, first_day(period)) == period == period_of(repeat, last_day(period))
        after = (date.fromisoformat(last_day(period)) + timedelta(days=1)).isoformat()
        assert period_of(repeat, after) != period


@given(DAYS, st.integers(0, 900), st.sampled_from(Repeat), st.sampled_from([None, True, False]))
def test_what_repeats_covers_its_time_without_gaps(
    begin: date, days: int, repeat: Repeat, inclusive: bool | None
) -> None:
    end = begin + timedelta(days=days)
    term = Term(end.isoformat(), inclusive, repeats=repeat)
    found = occurrences(term, begin.isoformat())
    assert [one.period for one in found] == list(dict.fromkeys(one.period for one in found))
    assert found[0].period == period_of(repeat, begin.isoformat())
    assert found[-1].plan_day == end.isoformat()
    for one in found:
        assert one.plan_day == min(last_day(one.period or ""), end.isoformat())
        assert days_left(one.due_day or "", one.plan_day or "") == (-1 if inclusive is False else 0)


@given(DAYS, st.sampled_from(Repeat), st.integers(1, 30))
def test_what_repeats_from_a_day_falls_on_that_day(begin: date, repeat: Repeat, count: int) -> None:
    until = str(begin.year + 3)
    found = occurrences(Term(until, True, repeats=repeat, starts_on=begin.isoformat()))[:count]
    assert found[0].plan_day == begin.isoformat()
    for one in found:
        assert one.plan_day is not None
        day = date.fromisoformat(one.plan_day)
        if repeat is Repeat.WEEKLY:
            assert day.weekday() == begin.weekday()
        else:
            assert day.day == begin.day or (day + timedelta(days=1)).day == 1 or day.day < begin.day


@given(st.text(max_size=12))
def test_text_that_is_no_period_is_told_and_never_guessed(text: str) -> None:
    if is_period(text):
        assert first_day(text) <= last_day(text)
    else:
        with pytest.raises(ValueError, match="not a period"):
            last_day(text)


def test_spans_and_years() -> None:
    assert (first_day("2021/2025"), last_day("2021/2025")) == ("2021-01-01", "2025-12-31")
    assert list(years_of("2021/2025")) == [2021, 2022, 2023, 2024, 2025]
    assert list(years_of("2025-Q4")) == [2025]
    assert not is_period("2025/2021")
    assert not is_period("2025-Q5")
    assert not is_period("2025-13")


def test_interim_reviews_of_xuan_tang_are_due_at_the_end_of_each_year() -> None:
    found = occurrences(Term("2024", True, repeats=Repeat.YEARLY, starts_on="2023"))
    assert [(one.period, one.due_day) for one in found] == [("2023", "2023-12-31"), ("2024", "2024-12-31")]


def test_a_report_before_the_25th_of_each_month() -> None:
    found = occurrences(Term("2024-12", False, repeats=Repeat.MONTHLY, starts_on="2024-10-25"))
    assert [one.due_day for one in found] == ["2024-10-24", "2024-11-24", "2024-12-24"]
    assert [one.period for one in found] == ["2024-10", "2024-11", "2024-12"]


def test_on_request_has_no_day_until_somebody_asks() -> None:
    assert occurrences(Term(None, on_request=True)) == [occurrences(Term())[0]]
    assert occurrences(Term())[0].due_day is None

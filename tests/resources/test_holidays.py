"""The holidays are regular data with their sources: off days are weekdays, days worked instead are weekend days."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.review.poverty_standards import indicators, standard_of, standards
from app.review.working_days import holidays

FILES = sorted((Path(__file__).parents[2] / "resources" / "holidays").glob("*.toml"))


def read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_the_years_2024_to_2027_are_known() -> None:
    assert [file.stem for file in FILES] == ["2024", "2025", "2026", "2027"]
    assert holidays().years == {2024, 2025, 2026, 2027}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_period_lies_in_its_year_and_names_its_source(file: Path) -> None:
    data = read(file)
    assert str(data["year"]) == file.stem
    for row in [*data["off"], *data.get("works", [])]:
        first, last = date.fromisoformat(row["from"]), date.fromisoformat(row.get("to", row["from"]))
        assert first <= last
        assert {first.year, last.year} == {data["year"]}
        assert row["name"]
        assert row["source"]
        assert row["confidence"] in ("high", "medium", "low")


def test_a_day_is_worked_instead_only_on_a_weekend_and_never_off_too() -> None:
    known = holidays()
    assert all(day.weekday() >= 5 for day in known.worked)
    assert not known.worked & known.off


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_the_fixed_holidays_are_off_every_year(year: int) -> None:
    known = holidays()
    for month, day in ((1, 1), (4, 30), (5, 1), (9, 2)):
        assert not known.works(date(year, month, day))


def test_each_year_of_review_has_its_poverty_standard_and_there_are_twelve_indicators() -> None:
    assert [one.code for one in standards()] == ["nd-07-2021", "nd-351-2025"]
    assert [one and one.code for one in map(standard_of, (2021, 2022, 2026, 2027, 2030))] == [
        None, "nd-07-2021", "nd-07-2021", "nd-351-2025", "nd-351-2025",
    ]  # fmt: skip
    assert len({one.code for one in indicators()}) == 12

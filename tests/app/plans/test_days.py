"""Days of plans as officers type them and as they are shown."""

import pytest

from app.plans.days import day_text, is_day, read_day, read_period
from app.problems import Refused


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("5/11/2024", "2024-11-05", "05/11/2024"),
        ("11/2024", "2024-11", "tháng 11/2024"),
        ("tháng 7/2024", "2024-07", "tháng 07/2024"),
        ("quý IV/2025", "2025-Q4", "quý IV/2025"),
        ("Q2 2025", "2025-Q2", "quý II/2025"),
        ("2025-Q3", "2025-Q3", "quý III/2025"),
        ("năm 2025", "2025", "năm 2025"),
        ("2024-11-05", "2024-11-05", "05/11/2024"),
    ],
)
def test_a_day_may_be_a_month_a_quarter_or_a_year(typed: str, kept: str, shown: str) -> None:
    assert read_day(typed) == kept
    assert day_text(kept) == shown
    assert read_day(shown) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("2021 - 2025", "2021/2025"), ("2021–2025", "2021/2025"), ("từ 2021 đến 2025", "2021/2025"), ("2022", "2022")],
)
def test_a_period_may_be_a_span(typed: str, kept: str) -> None:
    assert read_period(typed) == kept


@pytest.mark.parametrize("typed", ["khi nào xong", "13/2024/5/1", "2025 - 2021", "quý V/2025"])
def test_what_is_no_day_is_told(typed: str) -> None:
    with pytest.raises(Refused):
        read_period(typed)


def test_blank_is_no_day() -> None:
    assert read_day("  ") is None
    assert day_text(None) == ""


@pytest.mark.parametrize("text", ["2024-W45", "2021/2025", "2024-13", "2024-2-1", "5/11/2024"])
def test_a_week_a_span_and_a_typed_text_are_no_kept_day(text: str) -> None:
    assert not is_day(text)

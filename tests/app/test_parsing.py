"""What officers type is understood, and what could mean two things is asked about, never guessed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest

from app import parsing
from app.problems import Refused
from app.wording.messages import problem_text

NOW = date(2026, 11, 20)


def code_of(reader: Callable[[], object]) -> tuple[str, object]:
    with pytest.raises(Refused) as told:
        reader()
    (problem,) = told.value.problems
    assert problem.field == "box"
    assert problem_text(problem)
    return problem.code, problem.values.get("suggestion")


@pytest.mark.parametrize(
    ("typed", "dong"),
    [
        ("", None), ("  ", None), ("0", 0), ("60000000", 60_000_000), ("60.000.000", 60_000_000),
        ("60,000,000 đ", 60_000_000), ("60.000.000 đồng", 60_000_000), ("60 000 000", 60_000_000),
        ("60tr", 60_000_000), ("60 triệu", 60_000_000), ("60 triệu đồng", 60_000_000), ("1,5 tỷ", 1_500_000_000),
        ("1.5tr", 1_500_000), ("1tr5", 1_500_000), ("1tr250", 1_250_000), ("500k", 500_000),
        ("500 nghìn", 500_000), ("500 ngàn", 500_000), ("2 tỷ 500 triệu", 2_500_000_000),
        ("1.500 triệu", 1_500_000_000), ("60000000.0", 60_000_000), ("60.000", 60_000), ("25.000.000₫", 25_000_000),
        (unicodedata.normalize("NFD", "60 triệu đồng"), 60_000_000),
    ],
)  # fmt: skip
def test_money_is_read_as_officers_type_it(typed: str, dong: int | None) -> None:
    assert parsing.parse_money(typed) == dong


@pytest.mark.parametrize("typed", ["abc", "1.5", "-5", "60.00.000", "1.2.3", "tr", "5 triệu 2 tỷ", "6o tr", "60..000"])
def test_money_that_is_no_amount_is_refused(typed: str) -> None:
    assert code_of(lambda: parsing.parse_money(typed, "box"))[0] == "not_money"


@pytest.mark.parametrize("read", [parsing.parse_money, parsing.parse_count])
def test_a_number_with_digits_too_many_is_refused_before_the_database_meets_it(read: Callable[..., int | None]) -> None:
    assert read("1.000.000.000.000.000") == 10**15
    assert code_of(lambda: read("60.000.000.000.000.000.000", "box"))[0] == "number_too_large"


def test_a_bare_number_counts_in_the_unit_of_its_heading() -> None:
    assert parsing.parse_money("36,5", unit=1_000_000) == 36_500_000
    assert parsing.parse_money("60tr", unit=1_000_000) == 60_000_000
    assert parsing.parse_money("60.000.000 đ", unit=1_000_000) == 60_000_000


@pytest.mark.parametrize(
    ("typed", "text"),
    [("", None), ("36,5", "36.5"), ("36.5", "36.5"), ("36", "36"), ("1.234,5 m2", "1234.5"), ("36,50 m²", "36.5"),
     ("1.234.567", "1234567"), ("100", "100"), ("0,125", "0.125"), ("36,125", "36.125")],
)  # fmt: skip
def test_a_quantity_becomes_canonical_decimal_text(typed: str, text: str | None) -> None:
    assert parsing.parse_decimal(typed) == text


def test_a_quantity_that_could_mean_two_things_is_asked_about() -> None:
    assert code_of(lambda: parsing.parse_decimal("36.500", "box")) == ("number_unclear", "36,5")
    assert code_of(lambda: parsing.parse_decimal("ba sáu", "box"))[0] == "not_number"


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("", None), ("5/10", "2026-10-05"), ("0510", "2026-10-05"), ("051026", "2026-10-05"), ("05102026", "2026-10-05"),
     ("05/10/2026", "2026-10-05"), ("5-10-26", "2026-10-05"), ("5.10.2026", "2026-10-05"), ("2026-10-05", "2026-10-05"),
     ("2026-10-05 00:00:00", "2026-10-05"), ("ngày 5 tháng 10 năm 2026", "2026-10-05"), ("hôm nay", "2026-11-20"),
     ("'20/05/1978", "1978-05-20"), ("20-05-78", "1978-05-20"), ("5/1", "2027-01-05"), ("29/2/2024", "2024-02-29")],
)  # fmt: skip
def test_dates_are_read_as_officers_type_them(typed: str, iso: str | None) -> None:
    assert parsing.parse_date(typed, now=NOW) == iso


def test_a_date_without_a_year_is_the_nearest_one() -> None:
    assert parsing.parse_date("28/12", now=date(2027, 1, 5)) == "2026-12-28"


def test_a_birth_may_be_a_year_alone() -> None:
    assert parsing.parse_date("1956", partial=True) == "1956"
    assert parsing.parse_date("1203", now=NOW) == "2027-03-12"
    assert code_of(lambda: parsing.parse_date("1956", "box"))[0] == "date_not_exist"


def test_impossible_and_unreadable_dates_are_refused() -> None:
    assert code_of(lambda: parsing.parse_date("31/02/2026", "box"))[0] == "date_not_exist"
    assert code_of(lambda: parsing.parse_date("29/2/2025", "box"))[0] == "date_not_exist"
    assert code_of(lambda: parsing.parse_date("tháng mười", "box"))[0] == "not_date"


def test_a_list_never_guesses_a_century_silently() -> None:
    told = code_of(lambda: parsing.parse_date("20-05-78", "box", short_years=False, now=NOW))
    assert told == ("date_short_year", "20/05/1978")


def test_years_have_four_digits() -> None:
    assert parsing.parse_year("1956") == parsing.parse_year("1956.0") == parsing.parse_year(" năm 1956 ") == "1956"
    assert parsing.parse_year("") is None
    assert code_of(lambda: parsing.parse_year("56", "box"))[0] == "not_year"
    assert code_of(lambda: parsing.parse_year("1856", "box"))[0] == "not_year"


def test_counts_are_whole_numbers() -> None:
    assert parsing.parse_count("5") == parsing.parse_count("5.0") == 5
    assert parsing.parse_count("1.122") == 1122
    assert parsing.parse_count("") is None
    assert code_of(lambda: parsing.parse_count("5,5", "box"))[0] == "not_count"


@pytest.mark.parametrize("typed", ["0912345678", "+84 912 345 678", "0912.345.678", "912345678", "(0912) 345-678"])
def test_phones_lose_their_ornaments_and_keep_their_zero(typed: str) -> None:
    assert parsing.parse_phone(typed) == "0912345678"


def test_a_phone_with_missing_digits_is_refused() -> None:
    assert parsing.parse_phone("") is None
    assert code_of(lambda: parsing.parse_phone("09123", "box"))[0] == "not_phone"


def test_id_numbers_have_twelve_or_nine_digits_and_eleven_are_offered_back_with_their_zero() -> None:
    assert parsing.parse_citizen_id("001 093 012 345") == "001093012345"
    assert parsing.parse_citizen_id("111222333") == "111222333"
    assert parsing.parse_citizen_id(" ") is None
    told = code_of(lambda: parsing.parse_citizen_id("11085001234", "box"))
    assert told == ("citizen_id_lost_zero", "011085001234")
    assert code_of(lambda: parsing.parse_citizen_id("01108500123A", "box"))[0] == "not_citizen_id"

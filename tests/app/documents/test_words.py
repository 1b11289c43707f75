"""Claims about amounts, dates and areas as they stand on paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.words import (
    amount_in_words,
    area_text,
    date_in_words,
    date_text,
    decimal_text,
    money_text,
    number_in_words,
    paper_number,
    whole_text,
)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (10, "Mười đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (14, "Mười bốn đồng"),
        (105, "Một trăm linh năm đồng"),
        (1_001, "Một nghìn không trăm linh một đồng"),
        (115_014, "Một trăm mười lăm nghìn không trăm mười bốn đồng"),
        (1_000_001, "Một triệu không trăm linh một đồng"),
        (1_015_101, "Một triệu không trăm mười lăm nghìn một trăm linh một đồng"),
        (21_005_000, "Hai mươi mốt triệu không trăm linh năm nghìn đồng"),
        (30_000_000, "Ba mươi triệu đồng"),
        (60_000_000, "Sáu mươi triệu đồng"),
        (
            105_024_031,
            "Một trăm linh năm triệu không trăm hai mươi tư nghìn không trăm ba mươi mốt đồng",
        ),
        (1_000_000_000, "Một tỷ đồng"),
        (1_000_000_000_000, "Một nghìn tỷ đồng"),
        (2_000_005_000_000, "Hai nghìn tỷ không trăm linh năm triệu đồng"),
        (12_345_678_000, "Mười hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn đồng"),
        (5_000_000_003_000_000_000, "Năm tỷ tỷ không trăm linh ba tỷ đồng"),
        (-8_000_000, "Âm tám triệu đồng"),
    ],
)
def test_amount_in_words(amount: int, words: str) -> None:
    assert amount_in_words(amount) == words


DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def _heard(words: str) -> int:
    """The number a listener writes down: each unit word multiplies what was said since the last unit of its size."""
    digits = {word: value for value, word in enumerate(DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}
    total = block = group = ones = 0
    for word in words.split():
        if word in digits:
            ones = digits[word]
        elif word == "trăm":
            group, ones = ones * 100, 0
        elif word == "mười":
            group, ones = group + 10, 0
        elif word == "mươi":
            group, ones = group + ones * 10, 0
        elif word in {"nghìn", "triệu"}:
            block, group, ones = block + (group + ones) * (1000 if word == "nghìn" else 1_000_000), 0, 0
        elif word == "tỷ":
            total, block, group, ones = (total + block + group + ones) * 10**9, 0, 0, 0
    return total + block + group + ones


@given(st.one_of(st.integers(0, 10**4), st.integers(0, 10**12), st.integers(0, 10**15).map(lambda n: n * 1000)))
def test_words_are_heard_as_the_number_that_was_said(number: int) -> None:
    below = number % 10**18
    assert _heard(number_in_words(below)) == below


@pytest.mark.parametrize("power", [0, 3, 6, 9])
def test_every_group_of_three_is_heard_in_every_place_alone_and_between_others(power: int) -> None:
    for group in range(1000):
        alone = group * 10**power
        between = 10 ** (power + 3) + alone + (7 if power else 0)
        assert [_heard(number_in_words(one)) for one in (alone, between)] == [alone, between]


@given(st.one_of(st.just(10**12), st.integers(0, 10**12)))
def test_an_amount_up_to_a_thousand_billion_is_read_by_the_rules(amount: int) -> None:
    words = amount_in_words(amount)
    read = words.lower().split()
    assert words[0].isupper()
    assert read[-1] == "đồng"
    pairs = set(pairwise(read))
    assert not pairs & {("mươi", "một"), ("mươi", "năm"), ("mười", "năm"), ("mười", "mốt"), ("linh", "không")}
    assert all(before == "trăm" for before, word in pairs if word == "linh")
    assert all(before == "mươi" for before, word in pairs if word in {"mốt", "tư"})
    assert all(before in {"mươi", "mười"} for before, word in pairs if word == "lăm")
    groups = [one for one in whole_text(amount).split(".")[1:] if int(one)]
    assert read.count("trăm") >= len(groups)


def test_money_has_dots_between_thousands() -> None:
    assert money_text(60_000_000) == "60.000.000 đồng"
    assert money_text(0) == "0 đồng"
    assert money_text(-1_500) == "-1.500 đồng"
    assert whole_text(334_234) == "334.234"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("36.50"), "36,5"),
        (Decimal("36.00"), "36"),
        (Decimal(30), "30"),
        (100, "100"),
        (Decimal("1036.25"), "1.036,25"),
        (Decimal("1E+2"), "100"),
        (Decimal("0.5"), "0,5"),
    ],
)
def test_decimals_have_a_comma_and_no_idle_zeros(number: Decimal | int, text: str) -> None:
    assert decimal_text(number) == text
    assert area_text(number) == f"{text} m²"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 11, 20), "ngày 20 tháng 11 năm 2026"),
    ],
)
def test_dates_are_written_by_the_decree(day: date, words: str) -> None:
    assert date_in_words(day) == words


def test_dates_in_figures_have_two_digits() -> None:
    assert date_text(date(2026, 1, 5)) == "05/01/2026"


def test_numbers_below_ten_get_a_leading_zero() -> None:
    assert paper_number(5, "BB-UBND") == "05/BB-UBND"
    assert paper_number(5, "BB-UBND", "b") == "05b/BB-UBND"
    assert paper_number(128, "BB-UBND") == "128/BB-UBND"

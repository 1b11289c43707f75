"""What was given, read from one typed text."""

from __future__ import annotations

import pytest

from app.giving.typed_gift import TypedGift, read_gift
from app.problems import Refused


@pytest.mark.parametrize(
    ("kind", "text", "read"),
    [
        ("cash", "500.000", TypedGift(500_000)),
        ("transfer", "1,5tr", TypedGift(1_500_000)),
        ("salary_day", "  360k ", TypedGift(360_000)),
        ("goods", "40 bao xi măng = 3,6tr", TypedGift(3_600_000, "xi măng", "bao", "40")),
        ("goods", "2,5 m3 cát vàng", TypedGift(None, "cát vàng", "m3", "2.5")),
        ("labour", "12 người x 1 ngày", TypedGift(people=12, quantity="1")),
        ("labour", "12 người 1,5 ngày", TypedGift(people=12, quantity="1.5")),
        ("labour", "12x2", TypedGift(people=12, quantity="2")),
        ("labour", "12", TypedGift(quantity="12")),
        ("labour", "12 người x 1,5 ngày công x 200.000", TypedGift(people=12, quantity="1.5", unit_value=200_000)),
        ("labour", "12 x 2 x 200 nghìn", TypedGift(people=12, quantity="2", unit_value=200_000)),
        ("labour", "30 công x 250k", TypedGift(quantity="30", unit_value=250_000)),
        ("foundation", "30 công = 6tr", TypedGift(6_000_000, quantity="30")),
        ("transport", "3 chuyến", TypedGift(quantity="3")),
        ("advice", "Thiết kế nhà", TypedGift(item="Thiết kế nhà")),
        ("cash", " ", TypedGift()),
    ],
)
def test_one_text_says_what_was_given(kind: str, text: str, read: TypedGift) -> None:
    assert read_gift(kind, text) == read


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("cash", "nhiều", "not_money"),
        ("goods", "xi măng", "goods_unclear"),
        ("goods", "40 bao", "goods_unclear"),
        ("labour", "vài người", "work_unclear"),
    ],
)
def test_a_text_that_says_it_otherwise_is_refused(kind: str, text: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        read_gift(kind, text)

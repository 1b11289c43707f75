"""Numbers of people are hidden on what is posted."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.masking import masked_text


@pytest.mark.parametrize(
    "typed", ["0912345678", "0912 345 678", "0912.345.678", "8401-2050-12345", "011072001234", "Anh Pâng 02153812345"]
)
def test_a_telephone_an_account_and_an_identity_number_lose_all_but_three_digits(typed: str) -> None:
    hidden = masked_text(typed)
    assert len(re.findall(r"\d", hidden)) == 3
    assert hidden.endswith(re.sub(r"\D", "", typed)[-3:])


@pytest.mark.parametrize("text", ["Quỹ Vì người nghèo 2026", "UNC 12", "PC 101/2025", "Tổ 5, số nhà 1234", ""])
def test_short_numbers_and_words_stay(text: str) -> None:
    assert masked_text(text) == text


@given(st.text(alphabet="0123456789 .-aă", max_size=40))
def test_no_run_of_seven_digits_is_ever_left(text: str) -> None:
    assert not re.search(r"\d{7,}", masked_text(text))

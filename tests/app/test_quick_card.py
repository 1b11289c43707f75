"""The card beside the desk has two pages with keys, signs, first things and whom to ask."""

from __future__ import annotations

from pathlib import Path

from app.quick_card import write_card
from app.wording import quick_card as words
from app.wording.today import FIRST
from app.wording.widgets import GROUPS
from tests.printed import text_of


def test_the_card_has_two_pages_with_keys_signs_and_first_things(tmp_path: Path) -> None:
    target = tmp_path / "the.pdf"
    assert write_card(target) == 2
    text = " ".join(text_of(target).split())
    for said in (*words.KEYS, *(GROUPS.values()), *(one for one, _ in FIRST.values()), *words.ASK):
        assert said in text


def test_the_card_names_the_first_things_in_the_order_of_the_first_page() -> None:
    assert list(words.FIRST_PLACES) == list(FIRST)
    assert [one[1] for one in words.SIGNS] == list(GROUPS.values())

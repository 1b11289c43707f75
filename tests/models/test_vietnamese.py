"""Claims about composing, folding and sorting Vietnamese text."""

from __future__ import annotations

import random
import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vietnamese import fold, nfc, sort_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đinh Thị Ước", "dinh thi uoc"),
        ("  NGUYỄN \t VĂN\u00a0 A ", "nguyen van a"),
        ("Y Krông", "y krong"),
        ("H\u2019Bia Niê", "h'bia nie"),
        ("\u00d0ặng V\u0103n Đ\u1ed3ng", "dang van dong"),
        ("Thửa đất số 12/3", "thua dat so 12/3"),
        ("", ""),
    ],
)
def test_fold_takes_off_accents_capitals_and_extra_blanks(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("xoá", "xóa"), ("UỶ", "ủy"), ("Thuý", "thúy")])
def test_the_two_places_of_a_tone_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_fold_is_stable_and_the_same_for_every_unicode_form(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_nfc_composes_what_a_phone_sends_apart() -> None:
    assert nfc(unicodedata.normalize("NFD", "Nguyễn Thị Hường")) == "Nguyễn Thị Hường"


def test_names_sort_by_given_name_then_the_rest_then_accents() -> None:
    ordered = [
        "Lò Văn An",
        "Nguyễn Thị An",
        "Nguyễn Văn An",
        "Nguyễn Văn Ân",
        "Lò Thị Ban",
        "Trần Văn Dan",
        "Trần Văn Dàn",
        "Trần Văn Dán",
        "Trần Văn Dân",
        "Trần Văn Đan",
        "Trần Văn Đán",
        "Hoa",
        "Lê Hoa",
        "Lê Hoà",
        "Lê Hòa",
        "Lê Hoá",
        "Nguyễn Thị Hoa",
        "Nguyễn Văn Hoa Mai",
    ]
    shuffled = ordered[:]
    random.Random(3).shuffle(shuffled)
    by_key = sorted(shuffled, key=lambda name: (sort_key(name), ordered.index(name)))
    assert by_key == ordered


def test_every_letter_of_the_alphabet_sorts_as_in_a_dictionary() -> None:
    letters = "aàảãáạăằẳẵắặâầẩẫấậ eèẻẽéẹêềểễếệ iìỉĩíị oòỏõóọôồổỗốộơờởỡớợ uùủũúụưừửữứự yỳỷỹýỵ dđ"
    for row in letters.split():
        assert sorted(row, key=sort_key) == list(row)
        assert sorted(row.upper(), key=sort_key) == list(row.upper())


def test_sqlite_sorts_the_keys_as_python_does() -> None:
    names = ["Đỗ Ước", "Đỗ Uốc", "Đỗ Uoc", "Y Krông", "H'Bia Niê", "Nguyễn Văn Á", "Nguyễn Văn A", "Ma A Súa", "Ông"]
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE person (name TEXT, sort_key TEXT)")
    connection.executemany("INSERT INTO person VALUES (?, ?)", [(name, sort_key(name)) for name in names])
    found = [name for (name,) in connection.execute("SELECT name FROM person ORDER BY sort_key")]
    connection.close()
    assert found == sorted(names, key=sort_key)


def test_sort_key_of_composed_and_decomposed_names_is_one() -> None:
    for name in ("Nguyễn Thị Hường", "Đặng Ước Ổn", "  Lò   Văn Pâng "):
        assert sort_key(unicodedata.normalize("NFD", name)) == sort_key(unicodedata.normalize("NFC", name))

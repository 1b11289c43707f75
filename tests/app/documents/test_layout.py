"""Claims about breaking texts into lines."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.fonts import find_face
from app.documents.layout import break_lines
from app.problems import Trouble
from app.wording.papers import LETTERS

WORDS = st.text(alphabet=LETTERS + LETTERS.upper() + "0123456789.,-/“”", min_size=1, max_size=60)


@given(st.lists(WORDS, max_size=30), st.floats(40, 500), st.booleans())
def test_no_letter_is_lost_and_no_line_leaves_its_column(words: list[str], width: float, justify: bool) -> None:
    font = find_face().regular
    text = " ".join(words)
    lines = break_lines(text, font, 13, width, 20.0, justify)
    assert "".join(line.text for line in lines).replace(" ", "") == unicodedata.normalize("NFC", text.replace(" ", ""))
    for number, line in enumerate(lines):
        assert line.indent == (20.0 if number == 0 else 0.0)
        drawn = font.width(line.text) * 13 + line.spread * line.text.count(" ")
        assert drawn == pytest.approx(line.width, abs=0.01)
        assert line.indent + drawn <= width + 0.01 or len(line.text) == 1


def test_justified_lines_reach_the_edge_but_the_last_does_not() -> None:
    lines = break_lines("Bên B quản lý, sử dụng nhà ở đúng mục đích " * 5, find_face().regular, 13, 300, 28, True)
    assert [round(line.indent + line.width) for line in lines[:-1]] == [300] * (len(lines) - 1)
    assert lines[-1].spread == 0


def test_empty_fields_share_what_is_left_of_their_line() -> None:
    font = find_face().regular
    (line,) = break_lines("Họ và tên: \t năm sinh: \t", font, 13, 400)
    first, second = (len(part) for part in line.text.replace("Họ và tên: ", "").split(" năm sinh: "))
    assert 0 <= first - second <= 1
    assert 396 < line.width <= 400


def test_a_long_value_keeps_at_least_a_short_field_behind_it() -> None:
    lines = break_lines("Địa chỉ: " + "Bản Nà Mặn " * 12 + "điện thoại: \t", find_face().regular, 13, 400)
    assert lines[-1].text.endswith("..........")


def test_a_word_longer_than_the_line_is_cut_before_a_letter_not_before_its_mark() -> None:
    word = "x\N{COMBINING DOT BELOW}" * 60
    lines = break_lines(word, find_face().regular, 13, 100)
    assert len(lines) > 1
    assert all(line.text.startswith("x") for line in lines)


def test_decomposed_text_comes_out_composed() -> None:
    (line,) = break_lines(unicodedata.normalize("NFD", "Nguyễn Thị Hường"), find_face().regular, 13, 400)
    assert line.text == "Nguyễn Thị Hường"


def test_a_text_that_cannot_be_shown_is_refused_before_it_is_drawn() -> None:
    with pytest.raises(Trouble):
        break_lines("Lò Văn \u0f40", find_face().regular, 13, 400)

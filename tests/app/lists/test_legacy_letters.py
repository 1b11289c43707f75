"""All 134 letters of both old encodings come back exactly; fonts are told by their names."""

from __future__ import annotations

import pytest

from app.lists.legacy_letters import VIETNAMESE, Encoding, encoding_of_font, font_of_capitals, from_tcvn3, from_vni
from tests.app.lists.old_fonts import SMALL, TCVN3, VNI, to_tcvn3, to_vni

CAPITALS = tuple(letter.upper() for letter in SMALL)


def test_there_are_134_letters() -> None:
    assert len({*SMALL, *CAPITALS}) == 134
    assert {*SMALL, *CAPITALS} == VIETNAMESE


@pytest.mark.parametrize("letter", [*SMALL, *CAPITALS])
def test_every_letter_of_vni(letter: str) -> None:
    assert from_vni(VNI[letter]) == letter


@pytest.mark.parametrize("letter", SMALL)
def test_every_letter_of_tcvn3_and_its_capital_in_the_fonts_of_capitals(letter: str) -> None:
    assert from_tcvn3(TCVN3[letter]) == letter
    assert from_tcvn3(TCVN3[letter], capitals=True) == letter.upper()


def test_the_seven_capitals_tcvn3_has_itself() -> None:
    assert [from_tcvn3(TCVN3[letter]) for letter in "ĂÂÊÔƠƯĐ"] == list("ĂÂÊÔƠƯĐ")


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn Đoàn", "Xã A Lù", "Cô Tô", "Lê Thị Bé", "NGUYỄN VĂN ĐOÀN", "LÊ THỊ BÉ", "Ái Quốc", "Nguyễn Úy",
        "Thép Ø16, dài 3 × 4 m", "60.000.000 đ", "ở thôn Nà Mặn", "B’Lá", "Ỷ La", "Số CCCD", "Tổ TDP", "Xã HN",
    ],
)  # fmt: skip
def test_words_of_tcvn3_keep_their_capitals(text: str) -> None:
    assert from_tcvn3(to_tcvn3(text)) == text


@pytest.mark.parametrize("text", ["Nguyễn Văn Đoàn", "ĐÀO THỊ BÉ", "Ương Ước", "Quỳ Hợp", "Ỷ La, Đắk Lắk"])
def test_words_of_vni(text: str) -> None:
    assert from_vni(to_vni(text)) == text
    assert from_vni(to_vni(text).title()) == from_vni(to_vni(text)).title()


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", Encoding.TCVN3, False),
        (".VnTimeH", Encoding.TCVN3, True),
        (".vnarialh", Encoding.TCVN3, True),
        ("VNI-Times", Encoding.VNI, False),
        ("VNI Helve", Encoding.VNI, False),
        ("Times New Roman", None, False),
        ("Vnitimes", None, False),
        ("", None, False),
        (None, None, False),
    ],
)
def test_fonts_are_told_by_their_names(font: str | None, encoding: Encoding | None, capitals: bool) -> None:
    assert (encoding_of_font(font), font_of_capitals(font)) == (encoding, capitals)

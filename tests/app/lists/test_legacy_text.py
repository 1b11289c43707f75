"""Old encodings are told from Unicode, and right text is never taken for one."""

from __future__ import annotations

import pytest

from app.areas.queries import ethnic_groups
from app.lists.legacy_text import encoding_of, legacy_encoding


@pytest.mark.parametrize("text", ["NguyÔn V¨n §oµn", "ThÞ ¦íc", "hép møt tÕt", "B¶n Nµ MÆn"])
def test_tcvn3_is_recognised(text: str) -> None:
    assert legacy_encoding(text) == "tcvn3"


@pytest.mark.parametrize("text", ["Nguyeãn Vaên Ñoaøn", "Hoä ngheøo", "Baûn Naø Maën"])
def test_vni_is_recognised(text: str) -> None:
    assert legacy_encoding(text) == "vni"


@pytest.mark.parametrize(
    "text",
    ["Lò Văn Pâng", "Hoà Bình", "Quế", "Khuê", "Y Krông", "H'Bia", "Thuý", "áo dài", "Ô tô", "m²", "Sóc Trăng", "",
     "Nam", "Bàn Tài Tuyên", "Hoàng Xuân Quý", "Lý Seo Páo", "Bùi Hoè", "Ngoãn", "Ê Đê", "uỷ ban",
     "Việt Nam – 2025 “x”"],
)  # fmt: skip
def test_right_text_is_left_alone(text: str) -> None:
    assert legacy_encoding(text) is None


def test_names_of_the_54_ethnic_groups_are_right_text() -> None:
    assert encoding_of(ethnic_groups()) == "unicode"


def test_a_column_of_several_encodings_is_mixed() -> None:
    assert encoding_of(["Lò Văn Đoàn", "NguyÔn V¨n"]) == "mixed"
    assert encoding_of(["NguyÔn V¨n", "Lan"]) == "tcvn3"
    assert encoding_of([]) == "unicode"

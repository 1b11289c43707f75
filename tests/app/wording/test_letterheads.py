"""The lines above a signature follow the signing form kept with a signer (Decree 30/2020, Appendix I)."""

import pytest

from app.wording.letterheads import signing_lines


@pytest.mark.parametrize(
    ("capacity", "position", "lines"),
    [
        ("TM. ỦY BAN NHÂN DÂN", "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            "TM. Ủy ban nhân dân; KT. Chủ tịch",
            "Phó Chủ tịch UBND xã",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        ("TM. UBND KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", ("TM. UBND", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH", "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("tm.", "Chủ tịch Ủy ban nhân dân xã", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("TM.; KT.", "Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("TL.", "Chánh Văn phòng", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        ("  ", "Chủ tịch", ()),
    ],
)
def test_a_signing_form_becomes_the_lines_of_the_frame(capacity: str, position: str, lines: tuple[str, ...]) -> None:
    assert signing_lines(capacity, position, front=False) == lines


def test_a_front_signs_on_behalf_of_its_standing_board() -> None:
    assert signing_lines("TM.", "Chủ tịch", front=True) == ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")

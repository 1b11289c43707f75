"""The lines above a signature follow the signing form kept with a signer (Decree 30/2020, Appendix I)."""

import pytest

from app.wording.letterheads import office_signing, place_of, signing_lines


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


@pytest.mark.parametrize(
    ("name", "position", "commune", "lines"),
    [
        ("Phường Mường Lay", "", True, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Phường Mường Lay", "Chủ tịch", True, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            "Phường Mường Lay",
            "Phó Chủ tịch UBND phường",
            True,
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        ("Phường Mường Lay", "Chánh Văn phòng", True, ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        ("Tỉnh Điện Biên", "", False, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Sở Nông nghiệp và Môi trường", "", False, ("GIÁM ĐỐC",)),
        ("Sở Nông nghiệp và Môi trường", "Phó Giám đốc", False, ("PHÓ GIÁM ĐỐC",)),
        ("Hội Phụ nữ tỉnh", "", False, ("THỦ TRƯỞNG CƠ QUAN",)),
    ],
)
def test_a_committee_is_signed_for_and_the_head_of_an_agency_signs_himself(
    name: str, position: str, commune: bool, lines: tuple[str, ...]
) -> None:
    assert office_signing(name, position, commune=commune, front=False) == lines


@pytest.mark.parametrize(
    ("name", "province", "place"),
    [
        ("Phường Mường Lay", "tỉnh Điện Biên", "Mường Lay"),
        ("Ủy ban nhân dân tỉnh Điện Biên", "", "Điện Biên"),
        ("Sở Xây dựng", "tỉnh Điện Biên", "Điện Biên"),
        ("Sở Xây dựng", "Điện Biên", "Điện Biên"),
        ("Sở Xây dựng", "", "Sở Xây dựng"),
    ],
)
def test_an_agency_writes_from_its_province(name: str, province: str, place: str) -> None:
    assert place_of(name, province) == place

"""Claims about the handover minutes as they are printed."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.documents.parts import Party, Proxy, Recipient, Signature
from app.handover.certificate import draw_handover_minutes, usual_signatures
from app.handover.minutes import HandoverMinutes
from app.problems import Trouble
from app.wording.papers import LETTERS

LETTERS_OF_BOTH_CASES = " ".join(LETTERS + LETTERS.upper())
NASTY_NAMES = [
    LETTERS_OF_BOTH_CASES.replace(" ", ""),
    LETTERS_OF_BOTH_CASES,
    unicodedata.normalize("NFD", "Đặng Thị Hường Ưởng Ẩn Ỡm"),
    "H\u2019Bia Niê Ksơr (tức Mí Đoàn) – bà Tư",
    "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Công Tằng Tôn Nữ Ái Mỹ Diệu Huyền Trân",
    "X" * 400,
    "{name} %s \\ ( ) <b>Lò</b> &amp; /UniJIS",
    "  Lò\n\tVăn \u00a0 Pâng  ",
]


def _pages(*minutes: HandoverMinutes | None) -> list[str]:
    stream = io.BytesIO()
    draw_handover_minutes(stream, minutes)
    return [page.extract_text() for page in PdfReader(stream).pages]


def _solid(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def _flowing(pages: list[str]) -> str:
    return " ".join(" ".join(pages).split())


def test_filled_minutes_say_everything_in_the_words_of_the_form(minutes: HandoverMinutes) -> None:
    pages = _pages(minutes)
    text = _flowing(pages)
    assert len(pages) == 2
    for said in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN XÃ NÀ MẶN",
        "Số: 05/BB-UBND",
        "Nà Mặn, ngày 05 tháng 01 năm 2026",
        "BIÊN BẢN BÀN GIAO NHÀ “Nhà Đại đoàn kết” (Thuộc Chương trình xóa nhà tạm, nhà dột nát năm 2026)",
        "Căn cứ Quyết định số 112/QĐ-UBND ngày 12 tháng 10 năm 2025 của Ủy ban nhân dân xã Nà Mặn",
        "Căn cứ Biên bản nghiệm thu công trình nhà ở ngày 28 tháng 12 năm 2025.",
        "Hôm nay, hồi 08 giờ 05 ngày 05 tháng 01 năm 2026, tại nhà ông Lò Văn Pâng, chúng tôi gồm:",
        "- Ông (bà): Nguyễn Thị Hường; chức vụ: Phó Chủ tịch; đại diện: Ủy ban nhân dân xã Nà Mặn",
        "- Chủ hộ: Ông (bà) Lò Văn Pâng; năm sinh: 1956",
        "- Số căn cước: 011056001234; thuộc diện: hộ nghèo",
        "1. Loại hình thực hiện: Xây mới",
        "3. Diện tích xây dựng (sử dụng): 45,5 m²; số gian, tầng: 03 gian",
        "- Mái: lợp tôn (cứng)",
        "Nhà bảo đảm “3 cứng”",
        "6. Ngày khởi công: 20/10/2025; ngày hoàn thành: 25/12/2025",
        "118.500.000 đồng (bằng chữ: Một trăm mười tám triệu năm trăm nghìn đồng)",
        "- Ngân sách trung ương: 60.000.000 đồng",
        "- Cộng đồng: 8.500.000 đồng (34 ngày công)",
        "lập thành 04 (bốn) bản",
    ):
        assert said in text
    assert "..." not in text


@pytest.mark.parametrize("name", NASTY_NAMES)
def test_the_text_of_the_pdf_is_the_composed_input(minutes: HandoverMinutes, name: str) -> None:
    nasty = replace(
        minutes,
        head=Recipient(name, name, name, name, name),
        side_a=(Party(name, name, name),) * 2,
        venue=name,
        condition=name,
        signatures=(Signature((name,), name),) * 3,
    )
    pages = _pages(nasty)
    text = _solid(" ".join(re.sub(r"^\d+\n", "", page) for page in pages))
    assert text == unicodedata.normalize("NFC", text)
    assert text.count(_solid(name)) >= 5 + 6 + 2 + 6
    assert _solid(f"Chủ hộ: Ông (bà) {name};") in text


def test_all_accented_letters_are_read_back_in_every_weight(minutes: HandoverMinutes) -> None:
    spread = replace(minutes, programme=LETTERS_OF_BOTH_CASES, house_name=LETTERS_OF_BOTH_CASES, reprint=True)
    read = _solid(" ".join(re.sub(r"^\d+\n", "", page) for page in _pages(spread)))
    assert read.count(_solid(LETTERS_OF_BOTH_CASES)) == 2


def test_the_blank_form_has_dotted_lines_and_no_word_of_any_house() -> None:
    text = _flowing(_pages(None))
    for row in (r"XÃ \.{9}", r"hồi \.+ giờ \.+ ngày \.+ tháng \.+ năm \.+,? tại", r"tiền|kinh phí thực hiện: \.{9}"):
        assert re.search(row, text)
    assert len(re.findall(r"- Ông \(bà\): \.{9,} Chức vụ: \.{9,}", text)) == 3 + 1 + 1
    assert "None" not in text
    assert "Số:" not in text
    assert "đạt" not in text
    assert "3 cứng" not in text


def test_a_symbol_without_a_number_leaves_the_number_dotted(minutes: HandoverMinutes) -> None:
    assert re.search(r"Số: \.{9,}/BB-UBND", _flowing(_pages(replace(minutes, number=None))))
    assert "Số: 05b/BB-UBND" in _flowing(_pages(replace(minutes, number="05b")))


@pytest.mark.parametrize("count", [1, 5, 12])
def test_up_to_twelve_signers_each_keep_their_place_whole(minutes: HandoverMinutes, count: int) -> None:
    signers = tuple(
        Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", f"PHÓ CHỦ TỊCH {one}."), f"Người Ký {one}.")
        for one in range(count)
    )
    pages = _pages(replace(minutes, signatures=signers))
    for one in range(count):
        assert [_solid(f"PHÓ CHỦ TỊCH {one}.") in _solid(page) for page in pages] == [
            _solid(f"Người Ký {one}.") in _solid(page) for page in pages
        ]


def test_a_proxy_signs_for_the_head_and_a_thumbprint_is_witnessed(minutes: HandoverMinutes) -> None:
    text = _flowing(_pages(replace(minutes, proxy=Proxy("Lò Văn Ước", "con trai"), thumbprint=True)))
    assert "Người được ủy quyền nhận nhà: Ông (bà) Lò Văn Ước; quan hệ với chủ hộ: con trai" in text
    assert "(Điểm chỉ ngón trỏ phải)" in text
    assert "điểm chỉ vào biên bản" in text
    assert "Lò Văn Ước" in text.rsplit("ĐẠI DIỆN HỘ GIA ĐÌNH", maxsplit=1)[1]


def test_a_new_paper_names_the_old_and_a_reprint_says_so_on_every_page(minutes: HandoverMinutes) -> None:
    pages = _pages(replace(minutes, replaces="31/BB-UBND", reprint=True))
    assert "(Thay thế Biên bản số 31/BB-UBND)" in pages[0]
    for page in pages:
        assert "In lại ngày" in page


def test_a_part_that_is_not_hard_is_said_and_three_hard_is_not_claimed(minutes: HandoverMinutes) -> None:
    text = _flowing(_pages(replace(minutes, roof=replace(minutes.roof, hard=False))))
    assert "- Mái: lợp tôn (không cứng)" in text
    assert "3 cứng" not in text


def test_a_batch_is_one_file_and_every_house_starts_with_page_one(minutes: HandoverMinutes, tmp_path: Path) -> None:
    target = tmp_path / "Biên bản bàn giao.pdf"
    houses = [replace(minutes, head=Recipient(f"Chủ hộ {number}")) for number in range(12)]
    draw_handover_minutes(target, houses)
    pages = [page.extract_text() for page in PdfReader(target).pages]
    assert [page.splitlines()[0] == "2" for page in pages] == [False, True] * 12
    assert [f"(bà) Chủ hộ {number};" in pages[2 * number] for number in range(12)] == [True] * 12
    assert list(tmp_path.iterdir()) == [target]


def test_the_same_values_give_the_same_paper(minutes: HandoverMinutes) -> None:
    assert _pages(minutes) == _pages(minutes)


def test_a_name_no_font_knows_is_refused_with_the_font_and_nothing_is_written(
    minutes: HandoverMinutes, tmp_path: Path
) -> None:
    with pytest.raises(Trouble) as told:
        draw_handover_minutes(tmp_path / "a.pdf", [minutes, replace(minutes, head=Recipient("Lò \U0001f3e0"))])
    assert told.value.code == "glyph_missing"
    assert list(tmp_path.iterdir()) == []


def test_who_signs_on_behalf_of_the_committee_signs_under_its_lines(minutes: HandoverMinutes) -> None:
    lines = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    signed = replace(minutes, side_a=(replace(minutes.side_a[0], signing=lines),))
    given = usual_signatures(signed)[0]
    assert given.titles == ("ĐẠI DIỆN BÊN GIAO", *lines)
    text = _flowing(_pages(signed))
    places = [text.index(one, text.index("ĐẠI DIỆN BÊN GIAO")) for one in (*lines, "(Ký tên, đóng dấu)")]
    assert places == sorted(places)
    assert "TM." not in _flowing(_pages(minutes))

"""Claims about the completion-check minutes as they are printed."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from pypdf import PdfReader

from app.documents.parts import CostLine, HousePart, Party
from app.handover.completion import CompletionCheck
from app.handover.completion_papers import draw_completion_checks, usual_signatures
from models.vocabulary import WorkType

CHECK = CompletionCheck(
    place="Nà Mặn",
    held_on=date(2025, 12, 28),
    head="Lò Văn Pâng",
    address="Bản Nà Mặn 2, xã Nà Mặn, tỉnh Điện Biên",
    committee=(Party("Nguyễn Thị Hường", "Trưởng ban"),),
    village=(Party("Cà Văn Đoàn", "Trưởng bản"), Party("Tòng Thị Phượng", "Trưởng ban")),
    household=(Party("Lò Văn Pâng"),),
    work_type=WorkType.REPAIR,
    area=Decimal(36),
    foundation=HousePart("bê tông", hard=True),
    frame_wall=HousePart("tường gạch", hard=True),
    roof=HousePart("lợp tôn", hard=True),
    programme="Chương trình xóa nhà tạm",
    total_cost=75_000_000,
    support=60_000_000,
    costs=(CostLine("gia đình", 15_000_000),),
    passed=True,
    copies=3,
    kept_at="Ủy ban MTTQ xã",
)


def _text(check: CompletionCheck | None) -> str:
    stream = io.BytesIO()
    draw_completion_checks(stream, [check])
    return " ".join(" ".join(page.extract_text() for page in PdfReader(stream).pages).split())


def test_a_passed_check_says_everything_in_the_words_of_the_form() -> None:
    text = _text(CHECK)
    for said in (
        "BIÊN BẢN Kiểm tra việc hoàn thành xây dựng (sửa chữa) nhà ở",
        "Hôm nay, ngày 28 tháng 12 năm 2025, tại công trình xây dựng nhà ở của chủ hộ: Lò Văn Pâng.",
        "1. Đại diện Ban Chỉ đạo xã, phường: - Ông (bà): Nguyễn Thị Hường; chức vụ: Trưởng ban",
        "1. Loại hình thực hiện: Sửa chữa",
        "- Diện tích sàn: 36 m²",
        "3. Về chất lượng: Đảm bảo 03 cứng, an toàn, thẩm mỹ, chất lượng, đủ điều kiện đưa vào sử dụng.",
        "75.000.000 đồng (bằng chữ: Bảy mươi lăm triệu đồng), trong đó:",
        "- Nguồn hỗ trợ từ Chương trình xóa nhà tạm: 60.000.000 đồng",
        "- Nguồn gia đình: 15.000.000 đồng",
        "Công trình đã hoàn thành, đảm bảo chất lượng theo yêu cầu.",
        "Tổng kinh phí thực hiện lớn hơn kinh phí được Chương trình hỗ trợ.",
        "lập thành 03 (ba) bản, lưu tại Ủy ban MTTQ xã.",
        "CÁC THÀNH PHẦN THAM GIA KIỂM TRA",
    ):
        assert said in text
    assert "Số:" not in text


def test_a_sentence_of_the_form_that_is_not_true_is_not_printed() -> None:
    assert "lớn hơn kinh phí" not in _text(replace(CHECK, total_cost=60_000_000))
    failed = _text(replace(CHECK, passed=False, roof=HousePart("lá", hard=False), remedy="lợp lại mái"))
    assert "Nội dung cần khắc phục: lợp lại mái" in failed
    assert "Đảm bảo 03 cứng" not in failed
    assert "đảm bảo chất lượng theo yêu cầu" not in failed


def test_the_blank_form_leaves_three_rows_for_the_village_and_for_sources() -> None:
    text = _text(None)
    village = text.split("4. Đại diện thôn")[1].split("5. Đại diện hộ")[0]
    assert village.count("Ông (bà): .....") == 3
    assert len(re.findall(r"- Nguồn: \.{9,} đồng", text)) == 3
    assert "None" not in text


def test_an_office_that_numbers_it_gets_its_letterhead() -> None:
    text = _text(replace(CHECK, office_lines=("ỦY BAN NHÂN DÂN", "XÃ NÀ MẶN"), number="07", symbol="BB-UBND"))
    assert "XÃ NÀ MẶN" in text
    assert "Số: 07/BB-UBND" in text


def test_decomposed_names_come_out_composed_in_one_file_of_many(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "Đặng Thị Ưởng Ẩn")
    draw_completion_checks(tmp_path / "a.pdf", [replace(CHECK, head=name), None])
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages)
    assert "chủ hộ: Đặng Thị Ưởng Ẩn." in " ".join(text.split())
    assert list(tmp_path.iterdir()) == [tmp_path / "a.pdf"]


def test_who_signs_on_behalf_of_the_committee_signs_under_its_lines_alone() -> None:
    lines = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    signed = replace(CHECK, office=(Party("Lường Thị Ính", "Phó Chủ tịch", signing=lines),))
    assert [one.titles for one in usual_signatures(signed)][:2] == [("ĐẠI DIỆN BAN CHỈ ĐẠO",), lines]
    by_order = replace(CHECK, office=(Party("Lường Thị Ính", "Chánh Văn phòng", signing=("TL. CHỦ TỊCH",)),))
    assert usual_signatures(by_order)[1].titles == ("ĐẠI DIỆN ỦY BAN NHÂN DÂN", "TL. CHỦ TỊCH")
    assert "(Ký tên, đóng dấu)" in _text(signed)

"""Claims about the frame of a document: pages, breaks, tables, signatures, and one whole file."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app.documents.fonts import find_face
from app.documents.page import BODY, BOTTOM, TOP, Paper, write_papers
from app.documents.parts import Column, Letterhead, Signature
from app.documents.signatures import draw_signatures
from app.documents.tables import draw_table
from app.problems import Cancelled, Refused, Trouble
from app.progress import Progress

DrawnPages = Callable[[Callable[[Paper], None]], list[str]]
SENTENCE = "Nhà nước hỗ trợ, cộng đồng giúp đỡ, hộ gia đình tự tổ chức xây dựng nhà ở. "


def test_a_page_is_a4_and_its_number_is_shown_from_the_second_on() -> None:
    stream = io.BytesIO()
    paper = Paper(stream, find_face(), "Thử")
    for _ in range(2):
        paper.begin()
        paper.paragraphs([SENTENCE * 3] * 40)
    paper.finish()
    pages = PdfReader(stream).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}
    first_lines = [page.extract_text().splitlines()[0] for page in pages]
    half = len(first_lines) // 2
    assert first_lines[:half] == first_lines[half:]
    assert first_lines[0].startswith("Nhà nước")
    assert first_lines[1:half] == [str(number) for number in range(2, half + 1)]


def test_the_national_title_and_the_issuing_body_head_the_first_page(drawn_pages: DrawnPages) -> None:
    head = Letterhead(("ỦY BAN NHÂN DÂN", "XÃ NÀ MẶN"), "", "Số: 05/BB-UBND", "Nà Mặn, ngày 05 tháng 01 năm 2026")
    (page,) = drawn_pages(lambda paper: paper.letterhead(head))
    for line in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", *head.office_lines):
        assert line in page.splitlines()
    assert page.count("CỘNG HÒA") == 1


def test_a_heading_is_not_left_alone_at_the_foot_of_a_page(drawn_pages: DrawnPages) -> None:
    def draw(paper: Paper) -> None:
        paper.y = BOTTOM + 2 * BODY.size * 1.15
        paper.heading("II. NỘI DUNG")
        paper.paragraph(SENTENCE)

    assert "II. NỘI DUNG" in drawn_pages(draw)[1]


@pytest.mark.parametrize("count", range(1, 13))
@pytest.mark.parametrize("room", [60, 250, 500])
def test_no_place_to_sign_is_split_and_the_closing_stays_with_the_first(
    drawn_pages: DrawnPages, count: int, room: float
) -> None:
    signers = [Signature((f"ĐẠI DIỆN BÊN {number:02}",), f"Lò Thị Ước Nguyện {number:02}") for number in range(count)]

    def draw(paper: Paper) -> None:
        paper.y = BOTTOM + room
        draw_signatures(paper, signers, "Biên bản được lập thành 04 (bốn) bản.")

    pages = drawn_pages(draw)
    for number in range(count):
        page = next(page for page in pages if f"BÊN {number:02}" in page)
        assert re.search(rf"Nguyện\s+{number:02}", page)
    assert "Biên bản được lập" in next(page for page in pages if "BÊN 00" in page)


def test_signatures_carry_their_capacity_in_order(drawn_pages: DrawnPages) -> None:
    titles = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    (page,) = drawn_pages(lambda paper: draw_signatures(paper, [Signature(titles, "Nguyễn Thị Hường", "(Đóng dấu)")]))
    assert page.splitlines() == [*titles, "(Đóng dấu)", "Nguyễn Thị Hường"]


def test_a_table_repeats_its_headings_and_keeps_rows_whole(drawn_pages: DrawnPages) -> None:
    columns = [Column("STT", 1, "center"), Column("Họ và tên", 4), Column("Số tiền", 2, "right")]
    rows = [(str(number), f"Nguyễn Thị Hường {SENTENCE}", "60.000.000") for number in range(1, 60)]
    pages = drawn_pages(lambda paper: draw_table(paper, columns, rows))
    assert len(pages) > 1
    for page in pages:
        assert page.count("Họ và tên") == 1
        assert page.count("Nguyễn Thị Hường") == page.count("60.000.000")
    assert sum(page.count("60.000.000") for page in pages) == 59


def test_a_row_taller_than_a_page_goes_on_over_the_next(drawn_pages: DrawnPages) -> None:
    text = " ".join(f"từ{number:04}" for number in range(1500))
    pages = drawn_pages(lambda paper: draw_table(paper, [Column("Ghi chú"), Column("STT", 0.2)], [(text, "1")]))
    assert len(pages) > 1
    assert re.findall(r"từ\d{4}", " ".join(pages)) == text.split()


def test_a_paragraph_longer_than_a_page_loses_nothing(drawn_pages: DrawnPages) -> None:
    text = " ".join(f"từ{number:04}" for number in range(3000))
    pages = drawn_pages(lambda paper: paper.paragraph(text))
    assert re.findall(r"từ\d{4}", " ".join(pages)) == text.split()


def _draw_one(paper: Paper, text: str) -> None:
    paper.begin()
    paper.paragraph(text)


def test_a_stopped_drawing_leaves_no_file(tmp_path: Path) -> None:
    progress = Progress(lambda done, _total, _text: progress.cancel() if done == 1 else None)
    with pytest.raises(Cancelled):
        write_papers(tmp_path / "Biên bản.pdf", "Thử", ["một", "hai", "ba"], _draw_one, progress)
    assert list(tmp_path.iterdir()) == []


def test_progress_counts_whole_papers(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, _text: seen.append((done, total)))
    write_papers(tmp_path / "a.pdf", "Thử", ["một", "hai"], _draw_one, progress)
    assert seen == [(0, 2), (1, 2), (2, 2)]
    assert len(PdfReader(tmp_path / "a.pdf").pages) == 2


def test_a_missing_glyph_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(Trouble):
        write_papers(target, "Thử", ["một", "\U0001f600"], _draw_one, Progress())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_only_the_vietnamese_face_is_named_in_the_file_and_its_subset_is_inside(tmp_path: Path) -> None:
    write_papers(tmp_path / "a.pdf", "Biên bản", ["Lò Văn Ước"], _draw_one, Progress())
    reader = PdfReader(tmp_path / "a.pdf")
    assert reader.metadata is not None
    assert reader.metadata.title == "Biên bản"
    resources: Any = reader.pages[0]["/Resources"]
    fonts = [font.get_object() for font in resources["/Font"].values()]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font["/FontDescriptor"]


def test_nothing_to_print_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        write_papers(tmp_path / "a.pdf", "Thử", [], _draw_one, Progress())


def test_writing_starts_below_the_top_margin() -> None:
    paper = Paper(io.BytesIO(), find_face(), "Thử")
    paper.begin()
    assert paper.y == TOP
    paper.keep(10_000)
    assert paper.y == TOP

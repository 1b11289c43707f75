"""Claims about text papers: one model, the same words as PDF and as .docx."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from app.documents.parts import Letterhead, Signature
from app.documents.text_files import write_text_papers
from app.documents.text_paper import Column, Dots, Look, Table, Text, TextPaper
from app.problems import Refused
from app.wording.papers import LETTERS

NAME = "Nguyễn Trần Đặng Thị Hường Ưởng Ẩn Ỡm"
PAPER = TextPaper(
    ("TỜ TRÌNH", "Về việc phê duyệt danh sách"),
    (
        Text("Căn cứ Luật Tổ chức chính quyền địa phương;", Look.BASIS),
        Text("Phê duyệt danh sách hộ.", lead="Điều 1."),
        Text(f"Ông (bà): {NAME}; chức vụ: \t"),
        Dots(2),
        Table(
            (Column("STT", 0.5, "center"), Column("Họ và tên", 2), Column("Số tiền", 1, "right")),
            (("1", NAME, "60.000.000"),),
            ("", "Tổng cộng", "60.000.000"),
        ),
    ),
    head=Letterhead(("ỦY BAN NHÂN DÂN", "XÃ NÀ MẶN"), "", "Số: \t/TTr-UBND", "Nà Mặn, ngày \t tháng \t năm \t"),
    addressees=("Ủy ban nhân dân tỉnh",),
    signatures=(Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lò Văn Pâng"),),
    recipients=("- Như trên;", "- Lưu: VT."),
)
SAID = (
    "ỦY BAN NHÂN DÂN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "TỜ TRÌNH",
    "Kính gửi: Ủy ban nhân dân tỉnh",
    "Điều 1. Phê duyệt danh sách hộ.",
    NAME,
    "Tổng cộng",
    "60.000.000",
    "TM. ỦY BAN NHÂN DÂN",
    "Lò Văn Pâng",
    "Nơi nhận:",
    "- Lưu: VT.",
)


def pdf_text(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def docx_text(path: Path) -> str:
    document = Document(str(path))
    texts = [line.text for line in document.paragraphs]
    texts += [
        line.text for table in document.tables for row in table.rows for cell in row.cells for line in cell.paragraphs
    ]
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_both_files_say_the_composed_words_of_the_paper(tmp_path: Path, form: str) -> None:
    blocks = tuple(
        replace(one, text=unicodedata.normalize(form, one.text)) if isinstance(one, Text) else one  # type: ignore[arg-type]
        for one in PAPER.blocks
    )
    paper = replace(PAPER, blocks=blocks)
    pdf, docx = tmp_path / "a.pdf", tmp_path / "a.docx"
    assert write_text_papers(pdf, "Tờ trình", [paper]) == 1
    assert write_text_papers(docx, "Tờ trình", [paper]) is None
    for said in SAID:
        assert said in pdf_text(pdf)
        assert said in docx_text(docx)


def test_empty_fields_are_dotted_in_both_files(tmp_path: Path) -> None:
    for ending, read in ((".pdf", pdf_text), (".docx", docx_text)):
        path = tmp_path / f"a{ending}"
        write_text_papers(path, "Tờ trình", [PAPER])
        text = read(path)
        assert "Số: ......" in text
        assert "ngày ......" in text
        assert "\t" not in text


def test_a_docx_is_a4_in_times_with_the_margins_of_the_decree(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    annex = TextPaper(("DANH SÁCH",), (Text("Đơn vị tính: đồng", Look.NOTE),))
    write_text_papers(path, "Tờ trình", [replace(PAPER, annexes=(annex,)), PAPER])
    document = Document(str(path))
    normal = document.styles["Normal"]
    assert normal.font.name == "Times New Roman"
    assert len(document.sections) == 3
    for section in document.sections:
        sides = (section.page_width, section.page_height)
        assert [round(one.mm) for one in sides if one is not None] == [210, 297]
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(one.mm) for one in margins if one is not None] == [20, 20, 30, 15]
    assert document.core_properties.author == "Mái Ấm"


def test_twelve_signatures_and_endless_names_keep_their_letters(tmp_path: Path) -> None:
    letters = (LETTERS + LETTERS.upper()) * 2
    signatures = tuple(Signature(("ĐẠI DIỆN THÔN",), f"{NAME} {number}") for number in range(12))
    paper = replace(PAPER, signatures=signatures, blocks=(Text(letters),))
    pdf, docx = tmp_path / "a.pdf", tmp_path / "a.docx"
    write_text_papers(pdf, "Biên bản", [paper])
    write_text_papers(docx, "Biên bản", [paper])
    for text in (pdf_text(pdf), docx_text(docx)):
        assert letters in text.replace(" ", "")
        assert all(f"{number}" in text for number in range(12))
        assert text.count("ĐẠI DIỆN THÔN") == 12


def test_control_characters_leave_a_docx_that_opens(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write_text_papers(path, "Tờ trình", [replace(PAPER, blocks=(Text("Lò\x0b Văn\x00 Pâng"),))])
    assert "Lò Văn Pâng" in docx_text(path)


@pytest.mark.parametrize("name", ["a.doc", "a", "a.xlsx"])
def test_other_endings_are_refused_and_leave_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused):
        write_text_papers(tmp_path / name, "Tờ trình", [PAPER])
    assert list(tmp_path.iterdir()) == []


def test_a_docx_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        write_text_papers(tmp_path / "a.docx", "Tờ trình", [])
    assert list(tmp_path.iterdir()) == []

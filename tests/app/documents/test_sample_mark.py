"""Every paper of the sample office says in its margin that nobody on it is real."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from app.documents.sample_mark import mark_papers, marked_papers, with_mark
from app.documents.text_files import write_text_papers
from app.documents.text_paper import Text, TextPaper
from app.documents.workbook import Look, add_sheet, append_row, mark_sample, new_workbook, save_workbook
from app.wording.papers import SAMPLE_NOTE

PAPER = TextPaper(("ĐƠN",), (Text("Tôi là Lò Văn Pâng."),), annexes=(TextPaper(("PHỤ LỤC",), (Text("Một."),)),))


def notes(folder: Path) -> list[bool]:
    """Whether each page of the PDF, and each page set-up of the .docx, carries the mark."""
    write_text_papers(folder / "don.pdf", "Đơn", [PAPER])
    write_text_papers(folder / "don.docx", "Đơn", [PAPER])
    found = [SAMPLE_NOTE in page.extract_text() for page in PdfReader(folder / "don.pdf").pages]
    for section in Document(str(folder / "don.docx")).sections:
        found.append(any(SAMPLE_NOTE in line.text for line in section.first_page_header.paragraphs))
    return found


def test_papers_are_marked_while_the_sample_office_is_open_and_only_then(tmp_path: Path) -> None:
    with marked_papers():
        assert notes(tmp_path) == [True] * 4
    assert notes(tmp_path) == [False] * 4


def test_the_mark_stands_once_before_what_a_paper_says_itself() -> None:
    mark_papers(sample=True)
    try:
        assert with_mark("In lại ngày 21/11/2026") == f"{SAMPLE_NOTE} – In lại ngày 21/11/2026"
        assert with_mark(SAMPLE_NOTE) == SAMPLE_NOTE
    finally:
        mark_papers(sample=False)
    assert with_mark("In lại ngày 21/11/2026") == "In lại ngày 21/11/2026"


def test_workbooks_of_the_sample_office_say_so_on_every_sheet(tmp_path: Path) -> None:
    with marked_papers():
        workbook = new_workbook()
        append_row(add_sheet(workbook, "Danh sách"), ["Lò Văn Pâng", 1987], [Look.TEXT, Look.NUMBER])
        mark_sample(workbook)
        save_workbook(workbook, tmp_path / "ds.xlsx")
    sheet = load_workbook(tmp_path / "ds.xlsx").active
    assert sheet is not None
    assert sheet["D1"].value == SAMPLE_NOTE
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.center.text == SAMPLE_NOTE
    assert sheet.print_area == "'Danh sách'!$A$1:$B$1", "the note beside the rows is not printed twice"

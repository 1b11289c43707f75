"""Real printing into PDF files: A4 whatever the printer takes, long sheets, copies, a printer that is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.documents.text_files import write_text_papers
from app.documents.text_paper import Text, TextPaper
from app.documents.trial_page import draw_trial
from app.problems import Cancelled, Trouble
from app.progress import Progress
from app.settings import Settings
from tests.views.conftest import Recorder
from tests.views.office import settled
from views import printing
from views.runner import Runner
from views.trial import print_trial

A4_WIDTH, A4_HEIGHT = 595, 842


@pytest.fixture
def parent(qtbot: QtBot, messages: Recorder) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "in.pdf"


def chosen(parent: QWidget, target: Path, memory: Settings | None = None, *, letter: bool = False) -> QPrinter:
    """A printer that writes into a file, as the officer would choose it."""

    def choose(printer: QPrinter, _: QWidget) -> bool:
        printer.setOutputFileName(str(target))
        if letter:
            printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
            printer.setColorMode(QPrinter.ColorMode.GrayScale)
        return True

    printing.choose_with(choose)
    printer = printing.choose_printer(parent, 2, memory)
    printing.choose_with(None)
    assert printer is not None
    return printer


def sizes(file: Path) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in PdfReader(file).pages]


def test_a_paper_is_printed_on_a4_though_the_printer_takes_letter(
    parent: QWidget, target: Path, tmp_path: Path
) -> None:
    source = tmp_path / "thử.pdf"
    draw_trial(source)
    printer = chosen(parent, target, letter=True)
    assert printing.print_file(source, printer, Progress()) == 2
    assert sizes(target) == [(A4_WIDTH, A4_HEIGHT)] * 2


def test_a_sheet_on_its_long_side_is_printed_so(parent: QWidget, target: Path, tmp_path: Path) -> None:
    source = tmp_path / "ngang.pdf"
    upright = TextPaper(("BIÊN BẢN",), (Text("Trang dọc"),))
    write_text_papers(source, "", [upright, TextPaper(("SỔ",), (Text("Trang ngang"),), wide=True)])
    printing.print_file(source, chosen(parent, target), Progress())
    assert sizes(target) == [(A4_WIDTH, A4_HEIGHT), (A4_HEIGHT, A4_WIDTH)]


def test_copies_that_the_printer_does_not_make_are_sent_one_after_another(
    parent: QWidget, target: Path, tmp_path: Path
) -> None:
    source = tmp_path / "thử.pdf"
    draw_trial(source)
    printer = chosen(parent, target)
    printer.setCopyCount(2)
    pages = 2 if printer.supportsMultipleCopies() else 4
    assert printing.print_file(source, printer, Progress()) == pages


def test_the_printer_and_its_options_are_remembered_on_this_laptop(
    parent: QWidget, target: Path, tmp_path: Path
) -> None:
    memory = Settings(tmp_path)
    chosen(parent, target, memory, letter=True)
    assert printing.recall(Settings(tmp_path)).color == "GrayScale"
    assert chosen(parent, target, memory).colorMode() == QPrinter.ColorMode.GrayScale


def test_a_remembered_printer_that_is_gone_is_told_and_a_pdf_offered(
    parent: QWidget, tmp_path: Path, messages: Recorder
) -> None:
    memory = Settings(tmp_path)
    memory.put(printing.MEMORY, '{"name": "Canon LBP2900"}')
    saved: list[str] = []
    messages.answer("Lưu PDF")
    assert printing.choose_printer(parent, 1, memory, save=lambda: saved.append("pdf")) is None
    assert saved == ["pdf"]
    assert "Canon LBP2900" in messages.asked[-1]


def test_what_was_remembered_and_cannot_be_read_counts_as_nothing(tmp_path: Path) -> None:
    memory = Settings(tmp_path)
    for torn in ("{", "[]", '{"other": 1}'):
        memory.put(printing.MEMORY, torn)
        assert printing.recall(memory) == printing.Remembered()


def test_a_printer_that_refuses_offers_a_pdf_and_a_stop_is_no_trouble(messages: Recorder) -> None:
    saved: list[str] = []
    messages.answer("Lưu PDF")
    printing.not_printed(Trouble("printer_refuses"), lambda: saved.append("pdf"))
    assert saved == ["pdf"]
    printing.not_printed(Cancelled())
    assert messages.successes == ["Đã dừng in."]


def test_a_trial_sheet_shows_every_vietnamese_letter_on_both_sides(tmp_path: Path) -> None:
    file = tmp_path / "thử.pdf"
    assert draw_trial(file) == 2
    pages = [page.extract_text() for page in PdfReader(file).pages]
    assert "Mặt trước" in pages[0]
    assert "Mặt sau" in pages[1]
    for letter in "ỵỹỷỳýẵẫỡữệộĐ":
        assert letter in pages[0]


def test_the_trial_sheet_is_saved_where_there_is_no_printer(
    qtbot: QtBot, parent: QWidget, runner: Runner, messages: Recorder, tmp_path: Path
) -> None:
    memory = Settings(tmp_path)
    memory.put(printing.MEMORY, '{"name": "Canon LBP2900"}')
    file = tmp_path / "thử.pdf"
    messages.answer("Lưu PDF")
    messages.give_files(file)
    print_trial(parent, runner, memory)
    settled(qtbot, runner, file.exists)
    assert len(PdfReader(file).pages) == 2

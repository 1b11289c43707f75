"""The preview: looking uses no number, printing and saving issue; a reprint stays the same paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.handover.drafts import MinutesOptions
from app.handover.issuing import issue_minutes
from app.handover.previewing import draw_preview
from app.handover.queries import PaperRow, papers_of_cases
from app.office.paper_settings import PaperSettingsDraft, save_paper_settings
from app.problems import Cancelled, Refused, Trouble
from app.progress import Progress
from app.workspace import Workspace
from models.vocabulary import Numbering, PaperKind, Part
from tests.make import make_approved, make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views import printing
from views.handover.preview import PreviewPane
from views.runner import Runner


@pytest.fixture
def houses(commune: Workspace) -> list[str]:
    made = [make_case(commune, name) for name in ("Cà Văn Ánh", "Tòng Văn Ơn")]
    make_approved(commune, *made)
    accept(commune, [AcceptanceDraft(one, "2025-10-20", "36.5", frozenset(Part)) for one in made])
    return made


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.fixture
def pane(qtbot: QtBot, office: Office, messages: Recorder) -> PreviewPane:
    made = PreviewPane(office)
    qtbot.addWidget(made)
    made.resize(520, 580)
    made.show()
    return made


def papers(workspace: Workspace, houses: list[str]) -> list[PaperRow]:
    with workspace.read() as session:
        found = papers_of_cases(session, houses)
    return [paper for one in houses for paper in found.get(one, ())]


def text_of(file: Path) -> str:
    document = QPdfDocument()
    assert document.load(str(file)) == QPdfDocument.Error.None_
    return "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))


def look(qtbot: QtBot, pane: PreviewPane, houses: list[str], numbering: Numbering = Numbering.REGISTER) -> None:
    pane.numbering.set_value(numbering.value)
    pane.show_minutes(houses)
    settled(qtbot, pane.frame.runner, lambda: bool(pane.state.text()))


def test_looking_uses_no_number(
    qtbot: QtBot, pane: PreviewPane, commune: Workspace, houses: list[str], messages: Recorder
) -> None:
    look(qtbot, pane, houses)
    assert pane.document is not None
    assert pane.document.pageCount() >= 2
    assert pane.state.text() == "2 biên bản chưa lập: in hoặc lưu PDF thì mới lập và lấy số."
    assert papers(commune, houses) == []


def test_saving_issues_the_papers_and_again_is_the_same_paper(
    qtbot: QtBot, pane: PreviewPane, commune: Workspace, houses: list[str], messages: Recorder, tmp_path: Path
) -> None:
    look(qtbot, pane, houses)
    target = tmp_path / "biên bản.pdf"
    messages.give_files(target)
    pane.save()
    settled(qtbot, pane.frame.runner, target.exists)
    assert [one.shown_number for one in papers(commune, houses)] == ["01/BB-UBND", "02/BB-UBND"]
    assert "Số: 01/BB-UBND" in text_of(target)
    look(qtbot, pane, houses)
    assert pane.state.text() == "Đã lập trước đó: đây là bản in lại, giữ nguyên số."
    messages.give_files(target)
    pane.save()
    settled(qtbot, pane.frame.runner)
    assert len(papers(commune, houses)) == 2


def test_thinking_better_of_it_issues_nothing(
    qtbot: QtBot, pane: PreviewPane, commune: Workspace, houses: list[str], messages: Recorder
) -> None:
    look(qtbot, pane, houses)
    messages.give_files()
    pane.save()
    printing.choose_with(lambda *_: False)
    pane.print()
    printing.choose_with(None)
    settled(qtbot, pane.frame.runner)
    assert papers(commune, houses) == []


def test_printing_goes_to_the_chosen_printer_with_the_numbers_given(
    qtbot: QtBot, pane: PreviewPane, commune: Workspace, houses: list[str], messages: Recorder, tmp_path: Path
) -> None:
    file = tmp_path / "may-in.pdf"

    def to_file(printer: QPrinter, parent: QWidget) -> bool:
        printer.setOutputFileName(str(file))
        return True

    look(qtbot, pane, houses[:1])
    pages = pane.document.pageCount() if pane.document else 0
    printing.choose_with(to_file)
    pane.print()
    settled(qtbot, pane.frame.runner, file.exists)
    printing.choose_with(None)
    assert [one.shown_number for one in papers(commune, houses)] == ["01/BB-UBND"]
    printed = QPdfDocument()
    printed.load(str(file))
    assert printed.pageCount() == pages
    assert messages.successes[-1] == f"Đã gửi {pages} trang tới máy in."


def test_the_blank_form_is_shown_without_being_issued(
    qtbot: QtBot, pane: PreviewPane, commune: Workspace, houses: list[str], messages: Recorder
) -> None:
    pane.show_blank()
    settled(qtbot, pane.frame.runner, lambda: pane.state.text() == "Mẫu để trống, điền bằng tay.")
    assert papers(commune, houses) == []


def test_completion_checks_are_issued_as_papers_of_their_own(
    qtbot: QtBot,
    pane: PreviewPane,
    commune: Workspace,
    houses: list[str],
    tmp_path: Path,
    messages: Recorder,
) -> None:
    look(qtbot, pane, houses)
    pane.show_minutes(houses, PaperKind.COMPLETION_CHECK)
    settled(qtbot, pane.frame.runner, lambda: pane.title.text() == "Biên bản kiểm tra hoàn thành")
    assert pane.minutes_options().numbering is Numbering.NONE
    messages.give_files(tmp_path / "kiem-tra.pdf")
    pane.save()
    settled(qtbot, pane.frame.runner, (tmp_path / "kiem-tra.pdf").exists)
    assert pane.state.text() == "Đã lập 2 biên bản."
    assert papers(commune, houses) == []
    with commune.read() as session:
        [paper] = papers_of_cases(session, houses, PaperKind.COMPLETION_CHECK)[houses[0]]
    pane.show_paper(paper)
    settled(qtbot, pane.frame.runner, lambda: "đây là bản in lại" in pane.state.text())
    assert pane.document is not None
    assert "In lại ngày" in pane.document.getAllText(0).text()


def test_a_kept_paper_is_shown_as_it_was_printed(
    qtbot: QtBot, pane: PreviewPane, commune: Workspace, houses: list[str], messages: Recorder
) -> None:
    issue_minutes(commune, houses[:1], MinutesOptions(Numbering.REGISTER))
    pane.show_paper(papers(commune, houses)[0])
    settled(qtbot, pane.frame.runner, lambda: pane.document is not None)
    assert pane.document is not None
    assert "01/BB-UBND" in pane.document.getAllText(0).text()


def test_numbering_is_remembered(qtbot: QtBot, pane: PreviewPane, office: Office, messages: Recorder) -> None:
    pane.numbering.set_value(Numbering.REGISTER.value)
    pane.numbering.changed.emit()
    assert PreviewPane(office).minutes_options().numbering is Numbering.REGISTER


def test_a_preview_draws_old_papers_as_reprints_and_counts_the_new(
    commune: Workspace, houses: list[str], tmp_path: Path
) -> None:
    issue_minutes(commune, houses[:1], MinutesOptions(Numbering.REGISTER))
    file = tmp_path / "xem.pdf"
    assert draw_preview(commune, houses, file, MinutesOptions(Numbering.REGISTER)) == 1
    assert "01/BB-UBND" in text_of(file)
    assert "02/BB-UBND" not in text_of(file)
    with pytest.raises(Refused):
        draw_preview(commune, [make_case(commune, "Lò Văn Pâng")], file)


def test_a_stopped_print_says_that_the_papers_are_kept(pane: PreviewPane, messages: Recorder) -> None:
    pane._not_printed(Cancelled())
    assert messages.successes == ["Đã dừng in. Biên bản đã lập vẫn giữ, in lại lúc nào cũng được."]


def test_a_stopped_print_and_a_damaged_file_are_told(
    qtbot: QtBot, pane: PreviewPane, commune: Workspace, houses: list[str], tmp_path: Path
) -> None:
    printing.choose_with(lambda *_: True)
    printer = printing.choose_printer(pane, 2)
    printing.choose_with(None)
    assert printer is not None
    printer.setOutputFileName(str(tmp_path / "ra.pdf"))
    damaged = tmp_path / "hỏng.pdf"
    damaged.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(Trouble):
        printing.print_file(damaged, printer, Progress())
    file = tmp_path / "xem.pdf"
    draw_preview(commune, houses, file)
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        printing.print_file(file, printer, stopped)


def test_minutes_are_printed_in_as_many_copies_as_the_office_set(
    qtbot: QtBot, pane: PreviewPane, commune: Workspace, houses: list[str], messages: Recorder, tmp_path: Path
) -> None:
    save_paper_settings(commune, [PaperSettingsDraft(PaperKind.HANDOVER_MINUTES, 4)])
    look(qtbot, pane, houses)
    asked: list[int] = []

    def choose(printer: QPrinter, _: QWidget) -> bool:
        asked.append(printer.copyCount())
        return False

    printing.choose_with(choose)
    pane.print()
    printing.choose_with(None)
    assert asked == [4]

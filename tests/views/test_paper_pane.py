"""A paper beside its list: previewed, saved as PDF and Word, its number and day noted afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from pytestqt.qtbot import QtBot

from app.office.issued_texts import IssuedTextDraft
from app.office.queries import issued_texts
from app.paperwork.queries import scans_of
from app.printed_before import save_issued_paper
from app.problems import Refused, Trouble
from app.workspace import Workspace
from models.vocabulary import PaperKind
from tests.make import make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.paper_pane import IssuedForm, PaperPane
from views.runner import Runner


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.fixture
def pane(qtbot: QtBot, office: Office, messages: Recorder) -> PaperPane:
    made = PaperPane(office)
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    return made


def pages(pane: PaperPane) -> int:
    return pane.document.pageCount() if pane.document is not None else 0


def test_a_paper_is_previewed_and_saved_in_both_forms(
    qtbot: QtBot, office: Office, pane: PaperPane, messages: Recorder, tmp_path: Path
) -> None:
    case = make_case(office.workspace)
    pane.show_papers(PaperKind.REFUSAL_NOTICE, [case])
    settled(qtbot, office.runner, lambda: pages(pane) > 0)
    assert pane.state.text().startswith("Chưa ghi số, ngày ban hành")
    pdf, word = tmp_path / "tb.pdf", tmp_path / "tb.docx"
    messages.give_files(pdf)
    pane.save_pdf()
    messages.give_files(word)
    pane.save_word()
    settled(qtbot, office.runner)
    assert messages.successes == ["Đã lưu tb.pdf.", "Đã lưu tb.docx."]
    assert pdf.read_bytes().startswith(b"%PDF")
    assert any("Lò Văn Pâng" in one.text for one in Document(str(word)).paragraphs)


def test_number_and_day_are_noted_and_shown(qtbot: QtBot, office: Office, pane: PaperPane, messages: Recorder) -> None:
    case = make_case(office.workspace)
    pane.show_papers(PaperKind.REFUSAL_NOTICE, [case])
    settled(qtbot, office.runner, lambda: pages(pane) > 0)
    pane.note_issued()
    form = pane.findChildren(IssuedForm)[-1]
    form.issued_on.setText("")
    form.try_it()
    assert form.marks.count == 1
    form.number.setText("12/TB-UBND")
    form.issued_on.setText("5/11/2025")
    form.try_it()
    settled(qtbot, office.runner, lambda: "12/TB-UBND" in pane.state.text())
    assert pane.state.text() == "Đã ban hành: số 12/TB-UBND, ngày 05/11/2025."
    with office.workspace.read() as session:
        [found] = issued_texts(session, PaperKind.REFUSAL_NOTICE.value, [case]).values()
    assert (found.number, found.issued_on) == ("12/TB-UBND", "2025-11-05")


def test_a_blank_form_has_nothing_to_note(qtbot: QtBot, office: Office, pane: PaperPane, messages: Recorder) -> None:
    pane.show_papers(PaperKind.SURVEY_FORM, [])
    settled(qtbot, office.runner, lambda: pages(pane) > 0)
    assert pane.state.text() == "Mẫu để trống, điền bằng tay."
    assert pane.note_button.isHidden()


def test_the_scan_of_an_issued_paper_goes_into_the_file_of_its_house(
    qtbot: QtBot, office: Office, pane: PaperPane, messages: Recorder, tmp_path: Path
) -> None:
    case = make_case(office.workspace)
    pane.show_papers(PaperKind.STAGE_MINUTES, [case])
    settled(qtbot, office.runner, lambda: pages(pane) > 0)
    scan, broken = tmp_path / "quet.pdf", tmp_path / "hong.pdf"
    scan.write_bytes(pane.sight.file.read_bytes() if pane.sight.file else b"")
    broken.write_bytes(b"GIF89a no scan")
    pane.note_issued()
    form = pane.findChildren(IssuedForm)[-1]
    form.issued_on.setText("5/11/2025")
    for file in (broken, scan):
        messages.give_files(file)
        form.choose_scan()
    assert form.scan_button.text() == "quet.pdf"
    form.try_it()
    settled(qtbot, office.runner, lambda: pane.state.text() == "Đã ban hành ngày 05/11/2025.")
    with office.workspace.read() as session:
        [kept] = scans_of(session, case)
    assert (kept.kind, kept.done_on, kept.name) == ("stage_minutes", "2025-11-05", "quet.pdf")


def test_a_scan_that_is_none_leaves_the_paper_unissued(office: Office, tmp_path: Path) -> None:
    case = make_case(office.workspace)
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"GIF89a no scan")
    draft = IssuedTextDraft(PaperKind.STAGE_MINUTES, (case,), "2025-11-05")
    with pytest.raises((Refused, Trouble)):
        save_issued_paper(office.workspace, draft, broken)
    with office.workspace.read() as session:
        assert issued_texts(session, PaperKind.STAGE_MINUTES.value, [case]) == {}


def test_what_was_printed_before_says_so_until_the_officer_takes_it_off(
    qtbot: QtBot, office: Office, pane: PaperPane, messages: Recorder, tmp_path: Path
) -> None:
    case = make_case(office.workspace)
    pane.show_papers(PaperKind.APPLICATION, [case])
    settled(qtbot, office.runner, lambda: pages(pane) > 0)
    assert pane.again.isHidden()
    messages.give_files(tmp_path / "don.pdf")
    pane.save_pdf()
    settled(qtbot, office.runner, (tmp_path / "don.pdf").exists)
    settled(qtbot, office.runner)
    pane.show_papers(PaperKind.APPLICATION, [case])
    settled(qtbot, office.runner, lambda: not pane.again.isHidden())
    assert pane.document is not None
    assert "In lại ngày" in pane.document.getAllText(0).text()
    pane.again.click()
    settled(qtbot, office.runner)
    assert "In lại ngày" not in pane.document.getAllText(0).text()

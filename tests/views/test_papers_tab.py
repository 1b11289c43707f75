"""The tab "Giấy tờ" of "Thiết lập": copies, recipients and templates by kind, saved and tried on real papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.office.paper_settings import PaperSettingsDraft, paper_settings, save_paper_settings
from app.workspace import Workspace
from models.vocabulary import PaperKind
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views import printing
from views.office.papers_tab import PapersTab
from views.runner import Runner

KIND = PaperKind.DECISION


@pytest.fixture
def tab(qtbot: QtBot, commune: Workspace, runner: Runner, messages: Recorder) -> PapersTab:
    made = PapersTab(Office(commune, runner))
    qtbot.addWidget(made)
    runner.changed.connect(made.forget)
    made.resize(1150, 600)
    made.show()
    choose(made, KIND)
    return made


def choose(tab: PapersTab, kind: PaperKind) -> None:
    tab.list.setCurrentRow(tab.kinds.index(kind))


def kept(workspace: Workspace, kind: PaperKind = KIND) -> tuple[int | None, tuple[str, ...], str]:
    with workspace.read() as session:
        found = paper_settings(session, workspace.author.office)[kind]
    return found.copies, found.recipients, found.template_name


def test_what_is_typed_for_several_kinds_is_one_change(qtbot: QtBot, tab: PapersTab, messages: Recorder) -> None:
    tab.copies.setText("4")
    tab.recipients.setPlainText("Như Điều 3;\nLưu: VT.")
    choose(tab, PaperKind.APPLICATION)
    assert tab.copies.text() == ""
    tab.copies.setText("2")
    tab.save()
    settled(qtbot, tab.frame.runner, lambda: not tab.dirty)
    workspace = tab.frame.workspace
    assert kept(workspace) == (4, ("- Như Điều 3;", "- Lưu: VT."), "")
    assert kept(workspace, PaperKind.APPLICATION) == (2, (), "")
    assert messages.successes == ["Đã lưu thiết lập giấy tờ."]


def test_wrong_copies_bring_their_kind_into_sight(qtbot: QtBot, tab: PapersTab) -> None:
    tab.copies.setText("400")
    choose(tab, PaperKind.APPLICATION)
    tab.save()
    assert tab.kind is KIND
    assert tab.marks.count == 1
    tab.copies.setText("4")
    tab.save()
    settled(qtbot, tab.frame.runner, lambda: not tab.dirty)


def test_the_blank_form_shows_the_recipients_that_are_typed(qtbot: QtBot, tab: PapersTab) -> None:
    tab.recipients.setPlainText("Đảng ủy phường (b/c);")
    sight = tab.sight

    def shown() -> bool:
        return sight.document is not None and "Đảng ủy phường" in sight.document.getAllText(0).text()

    settled(qtbot, tab.frame.runner, shown)


def test_a_template_is_written_edited_used_and_put_aside(
    qtbot: QtBot, tab: PapersTab, messages: Recorder, tmp_path: Path
) -> None:
    file = tmp_path / "Quyết định.docx"
    messages.give_files(file)
    tab.write_template()
    settled(qtbot, tab.frame.runner)
    tab.copies.setText("3")
    messages.give_files(file)
    tab.use_template()
    settled(qtbot, tab.frame.runner, lambda: "Mẫu riêng" in tab.state.text())
    assert kept(tab.frame.workspace) == (None, (), file.name)
    assert tab.copies.text() == "3"
    tab.save()
    settled(qtbot, tab.frame.runner, lambda: not tab.dirty)
    assert kept(tab.frame.workspace) == (3, (), file.name)
    tab.drop_template()
    settled(qtbot, tab.frame.runner, lambda: tab.state.text() == "Mẫu có sẵn của phần mềm.")


def test_a_template_with_an_unknown_field_is_one_sentence(
    qtbot: QtBot, tab: PapersTab, messages: Recorder, tmp_path: Path
) -> None:
    file = tmp_path / "mau.docx"
    document = Document()
    document.add_paragraph("Kính gửi {ong_gi_do}")
    document.save(str(file))
    messages.give_files(file)
    tab.use_template()
    settled(qtbot, tab.frame.runner)
    assert "{ong_gi_do}" in "".join(messages.shown + messages.troubles)
    assert tab.state.text() == "Mẫu có sẵn của phần mềm."


def test_settings_of_another_laptop_are_shown_when_they_come(qtbot: QtBot, tab: PapersTab) -> None:
    save_paper_settings(tab.frame.workspace, [PaperSettingsDraft(KIND, 6)])
    tab.forget(None)
    assert tab.copies.text() == "6"


def test_a_trial_sheet_goes_to_the_printer(qtbot: QtBot, tab: PapersTab, messages: Recorder, tmp_path: Path) -> None:
    target = tmp_path / "thử.pdf"

    def choose_it(printer: QPrinter, _: object) -> bool:
        printer.setOutputFileName(str(target))
        return True

    printing.choose_with(choose_it)
    tab.print_trial()
    settled(qtbot, tab.frame.runner, target.exists)
    printing.choose_with(None)
    assert any("trang thử" in one for one in messages.successes)


def test_minutes_that_are_issued_have_copies_alone(qtbot: QtBot, tab: PapersTab) -> None:
    assert tab.recipients.isEnabled()
    choose(tab, PaperKind.HANDOVER_MINUTES)
    assert not tab.recipients.isEnabled()
    assert tab.write_button.isHidden()
    tab.copies.setText("4")
    tab.save()
    settled(qtbot, tab.frame.runner, lambda: not tab.dirty)
    assert kept(tab.frame.workspace, PaperKind.HANDOVER_MINUTES) == (4, (), "")

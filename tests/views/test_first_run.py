"""The first run: five minutes from an empty laptop to an office that works; nothing is written before the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.areas.queries import villages
from app.backup import write_backup
from app.database import FILE_NAME
from app.exchange.peers import addressees
from app.office.pins import people_with_pin
from app.office.queries import number_series
from app.paths import sample_folder
from app.workspace import Workspace
from models.vocabulary import Level
from tests.app.test_backup_proof import OPENS_WITH
from tests.make import make_household
from tests.views.conftest import Recorder
from tests.views.office import settled
from views import printing, style
from views.help_window import HelpWindow
from views.office.first_run import FirstRun, Ready
from views.page import LIST_IMPORT
from views.password_form import PasswordForm
from views.widgets.choice_edit import ChoiceEdit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Dữ liệu của máy" / "MaiAm"


@pytest.fixture
def first(qtbot: QtBot, folder: Path, messages: Recorder) -> Iterator[FirstRun]:
    made = FirstRun(folder)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def ready(first: FirstRun) -> Iterator[list[Ready]]:
    found: list[Ready] = []
    first.finished.connect(found.append)
    yield found
    for one in found:
        one.workspace.close()


def type_in(field: ChoiceEdit, text: str) -> None:
    field.field.setText(text)
    field.field.editingFinished.emit()


def fill_office(first: FirstRun, machine: str = "1") -> None:
    first.choices[0].click()
    type_in(first.office.province, "dien bien")
    type_in(first.office.commune, "muong lay")
    first.office.machine.set_value(machine)
    first.office.machine.changed.emit()
    first.onward.click()


def fill_person(first: FirstRun) -> None:
    first.person.person.setText("  Lò  Thị Hoa ")
    first.person.position.setText("Công chức văn hóa – xã hội")
    first.onward.click()


def made(qtbot: QtBot, first: FirstRun) -> Workspace:
    settled(qtbot, first.runner, lambda: first.workspace is not None)
    assert first.workspace is not None
    return first.workspace


def test_a_commune_is_set_up_by_typing_without_accents(qtbot: QtBot, first: FirstRun, folder: Path) -> None:
    fill_office(first)
    assert first.office.name.text() == "Ủy ban nhân dân phường Mường Lay"
    assert first.office.code.text() == "03151"
    fill_person(first)
    QApplication.clipboard().setText("1\tBản Hua Nạng\tQuàng Văn Sơn\t0912 345 678\n2\tBản Chi Luông\n3\tTổ 5\n")
    first.villages.grid.setCurrentCell(0, 0)
    first.villages.grid.paste(QApplication.clipboard().text())
    first.onward.click()
    assert first.superior.name.text() == "Ủy ban nhân dân tỉnh Điện Biên"
    assert not (folder / FILE_NAME).exists()
    first.onward.click()
    workspace = made(qtbot, first)
    assert first.step == "done"
    assert workspace.author.level is Level.COMMUNE
    assert workspace.author.user_name == "Lò Thị Hoa"
    with workspace.read() as session:
        found = villages(session, "03151")
        assert addressees(session.connection(), workspace.author, ()) == ["11"]
        assert number_series(session, workspace.author.device) is None
    assert [(one.name, one.head_name, one.head_phone) for one in found] == [
        ("Bản Chi Luông", None, None),
        ("Bản Hua Nạng", "Quàng Văn Sơn", "0912345678"),
        ("Tổ 5", None, None),
    ]


def test_what_is_missing_is_marked_and_the_mark_goes_when_it_is_given(first: FirstRun) -> None:
    first.choices[0].click()
    first.onward.click()
    assert first.step == "office"
    assert first.office.marks.count == 1
    type_in(first.office.province, "dien bien")
    assert first.office.marks.count == 1  # now the commune
    type_in(first.office.commune, "muong lay")
    assert first.office.marks.count == 0
    first.onward.click()
    first.onward.click()
    assert first.step == "person"
    assert first.person.marks.count == 1


def test_a_name_that_was_typed_over_is_not_taken_back(first: FirstRun) -> None:
    fill_office(first)
    first.back.click()
    first.office.name.setText("UBND phường Mường Lay")
    type_in(first.office.commune, "muong thanh")
    assert first.office.name.text() == "UBND phường Mường Lay"
    assert first.office.code.text() != "03151"


def test_a_commune_is_found_by_its_name_of_before_july_2025(first: FirstRun) -> None:
    first.choices[0].click()
    type_in(first.office.province, "dien bien")
    type_in(first.office.commune, "phuong na lay")
    assert first.office.commune.value() == "03151"


def test_a_second_laptop_gets_a_series_and_is_told_how_to_get_the_data(qtbot: QtBot, first: FirstRun) -> None:
    fill_office(first, machine="2")
    first.back.click()
    assert "05b/BB-UBND" in first.office.series.text()
    first.onward.click()
    fill_person(first)
    first.onward.click()
    first.onward.click()
    workspace = made(qtbot, first)
    with workspace.read() as session:
        assert number_series(session, workspace.author.device) == "b"


def test_an_upper_office_has_no_villages_and_needs_no_superior(qtbot: QtBot, first: FirstRun) -> None:
    first.choices[0].click()
    first.office.level.set_value("upper")
    type_in(first.office.province, "dien bien")
    first.onward.click()
    fill_person(first)
    assert first.step == "superior"
    assert not first.superior.given()
    first.onward.click()
    workspace = made(qtbot, first)
    assert (workspace.author.office, workspace.author.level) == ("11", Level.UPPER)


def test_enter_goes_on_from_a_plain_field(first: FirstRun) -> None:
    fill_office(first)
    assert first.step == "person"
    QTest.keyClicks(first.person.person, "Lo Thi Hoa")
    QTest.keyClick(first.person.person, Qt.Key.Key_Return)
    assert first.step == "villages"


def test_the_first_choice_can_be_made_with_the_keyboard(first: FirstRun) -> None:
    QTest.keyClick(first.choices[0], Qt.Key.Key_Return)
    assert first.step == "office"


def test_a_village_named_twice_is_marked(first: FirstRun) -> None:
    fill_office(first)
    fill_person(first)
    first.villages.grid.setCurrentCell(0, 0)
    first.villages.grid.paste("Bản Đán\nbản đán\n")
    first.onward.click()
    assert first.step == "villages"
    assert first.villages.mark.problem is not None


def test_no_superior_may_stay_open(qtbot: QtBot, first: FirstRun) -> None:
    fill_office(first)
    fill_person(first)
    first.onward.click()
    first.superior.name.clear()
    first.onward.click()
    assert first.step == "superior"
    first.superior.has.set_value("no")
    first.onward.click()
    workspace = made(qtbot, first)
    with workspace.read() as session:
        assert addressees(session.connection(), workspace.author, ()) == []


def test_done_leads_where_the_officer_wants_to_begin(qtbot: QtBot, first: FirstRun, ready: list[Ready]) -> None:
    fill_office(first)
    fill_person(first)
    first.onward.click()
    first.onward.click()
    made(qtbot, first)
    next(one for one in first.done_buttons if one.text() == "Nhập danh sách Excel").click()
    assert [one.page for one in ready] == [LIST_IMPORT]


def test_the_printer_is_tried_before_work_begins(
    qtbot: QtBot, first: FirstRun, messages: Recorder, tmp_path: Path
) -> None:
    fill_office(first)
    fill_person(first)
    first.onward.click()
    first.onward.click()
    made(qtbot, first)
    file = tmp_path / "thử.pdf"

    def choose(printer: QPrinter, _: object) -> bool:
        printer.setOutputFileName(str(file))
        return True

    printing.choose_with(choose)
    next(one for one in first.done.findChildren(QPushButton) if one.text() == "In trang thử").click()
    qtbot.waitUntil(lambda: file.exists() and not first.runner.busy)
    printing.choose_with(None)


def test_closing_half_way_leaves_nothing(qtbot: QtBot, first: FirstRun, folder: Path) -> None:
    fill_office(first)
    first.close()
    assert not folder.exists()


def test_a_backup_of_another_laptop_is_taken_over(
    qtbot: QtBot, first: FirstRun, commune: Workspace, messages: Recorder, tmp_path: Path, ready: list[Ready]
) -> None:
    make_household(commune, "Lò Văn Pâng")
    backup = tmp_path / "USB" / "mai-am.db"
    write_backup(commune.engine, backup)
    messages.give_files(backup)
    first.choices[1].click()
    workspace = made(qtbot, first)
    assert first.step == "done"
    assert workspace.author.device != commune.author.device
    first.done_buttons[-1].click()
    assert [one.page for one in ready] == [""]


def test_a_locked_backup_asks_for_its_password_and_a_wrong_one_is_one_sentence(
    qtbot: QtBot, first: FirstRun, commune: Workspace, messages: Recorder, tmp_path: Path, folder: Path
) -> None:
    file = tmp_path / "USB" / "mai-am.maiam"
    write_backup(commune.engine, file, commune.folder, password=OPENS_WITH)
    for typed in ("sai mật khẩu", OPENS_WITH):
        messages.give_files(file)
        first.choices[1].click()
        form = first.findChild(PasswordForm)
        assert form is not None
        form.password.setText(typed)
        form.confirm.click()
        settled(qtbot, first.runner, lambda: first.line.isVisible() or first.workspace is not None)
        assert (folder / FILE_NAME).exists() == (typed == OPENS_WITH)
        first.line.hide()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert first.step == "done"


def test_a_file_that_is_no_backup_is_told_and_nothing_is_left(
    qtbot: QtBot, first: FirstRun, messages: Recorder, tmp_path: Path, folder: Path
) -> None:
    wrong = tmp_path / "ảnh.db"
    wrong.write_bytes(b"not a database at all" * 300)
    messages.give_files(wrong)
    first.choices[1].click()
    settled(qtbot, first.runner, first.line.isVisible)
    assert "ảnh.db" in first.line.text.text()
    assert first.step == "start"
    assert not (folder / FILE_NAME).exists()


def test_the_sample_stands_in_a_folder_of_its_own_and_is_made_once(
    qtbot: QtBot, first: FirstRun, folder: Path, ready: list[Ready]
) -> None:
    first.choices[2].click()
    settled(qtbot, first.runner, lambda: bool(ready))
    assert ready[0].workspace.folder == sample_folder(folder)
    assert not folder.exists()
    first.choices[2].click()
    settled(qtbot, first.runner, lambda: len(ready) == 2)
    assert ready[1].workspace.author == ready[0].workspace.author


@pytest.mark.parametrize("percent", [100, 150])
def test_every_step_fits_a_small_screen(qtbot: QtBot, first: FirstRun, percent: int) -> None:
    style.scale.set_percent(percent)
    for step in ("start", "office", "person", "villages", "superior"):
        first.show_step(step)
        qtbot.wait(5)
        assert first.minimumSizeHint().width() <= 1366, step
        assert first.minimumSizeHint().height() <= 700, step


@pytest.mark.usefixtures("quick_pins")
def test_a_pin_may_be_set_at_once_and_its_recovery_code_is_shown(qtbot: QtBot, first: FirstRun) -> None:
    fill_office(first)
    fill_person(first)
    first.back.click()
    step = first.person
    step.pin.setText("1234")
    assert not step.check()
    step.pin.setText("2580")
    step.again.setText("2581")
    assert not step.check()
    step.again.setText("2580")
    for _ in range(3):
        first.onward.click()
    workspace = made(qtbot, first)
    assert people_with_pin(workspace) == {workspace.author.user_id}
    texts = [one.text() for one in first.done.findChildren(QLabel)]
    assert any(one.startswith("Mã khôi phục PIN: ") for one in texts)


def test_f1_at_the_first_run_opens_the_first_things_to_do(first: FirstRun) -> None:
    QTest.keyClick(first, Qt.Key.Key_F1)
    help_window = first.findChild(HelpWindow)
    assert help_window is not None
    assert help_window.shown.name == "first"
    help_window.close()

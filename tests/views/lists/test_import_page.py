"""An officer's list is shown as it was understood before anything is saved, and one undo takes it back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.households.queries import all_rowids
from app.paths import resource
from app.workspace import Workspace
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.lists.import_page import ImportPage, Step
from views.page import EXCHANGE, HOUSEHOLDS
from views.runner import Runner

SAMPLE = resource("samples", "danh-sach-ho.xlsx")
PACKAGE = Path(__file__).parents[2] / "files" / "package-2.xlsx"


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> ImportPage:
    made = ImportPage(office)
    qtbot.addWidget(made)
    made.resize(1140, 620)
    made.show()
    return made


def count(office: Office) -> int:
    with office.workspace.read() as session:
        return len(all_rowids(session))


def written(path: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def read(qtbot: QtBot, office: Office, page: ImportPage, path: Path) -> None:
    page.receive(path)
    settled(qtbot, office.runner, lambda: page.report is not None)


def to_decide(qtbot: QtBot, office: Office, page: ImportPage) -> None:
    """Go on step by step until the officer decides."""
    while page.step is not Step.DECIDE:
        page.step_on()
    settled(qtbot, office.runner, lambda: page.decide.table.complete and page.save_button.isEnabled())


def test_nothing_is_saved_before_the_officer_has_seen_it(
    qtbot: QtBot, office: Office, page: ImportPage, messages: Recorder
) -> None:
    read(qtbot, office, page, SAMPLE)
    assert count(office) == 0
    assert page.columns.counts.text().startswith("Tệp danh-sach-ho.xlsx: đọc ")
    assert page.columns.sample.rowCount() == 5
    assert (page.step, page.save_button.text()) == (Step.COLUMNS, "Tiếp tục")
    to_decide(qtbot, office, page)
    assert page.save_button.text() == "Nhập 40 hộ"
    page.save()
    settled(qtbot, office.runner, lambda: bool(messages.successes))
    assert count(office) == 40
    assert messages.successes == ["Đã nhập tệp danh-sach-ho.xlsx: 40 hộ mới, 0 hộ sửa."]
    assert office.gone_to == [(HOUSEHOLDS, None)]
    assert messages.undo is not None
    messages.undo()
    assert count(office) == 0


def test_every_row_has_a_fate_and_its_reason(qtbot: QtBot, office: Office, page: ImportPage, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Họ và tên chủ hộ", "Năm sinh", "Số căn cước", "Thôn"],
        ["LÒ VĂN PÂNG", 1972, "011072001234", "Bản Hua Nạng"],
        ["Quàng Thị Ín", "năm nào", "", "Bản Hua Nạng"],
    ]
    read(qtbot, office, page, written(tmp_path / "danh sách.xlsx", rows))
    to_decide(qtbot, office, page)
    told = page.decide.table.copy_text(range(page.decide.table.count), [0, 1, 2, 3]).splitlines()
    assert told[1].startswith("Sheet, dòng 3\tQuàng Thị Ín\tKhông nhận\t")
    assert told[2].startswith("Sheet, dòng 2\tLò Văn Pâng\tHộ mới")
    assert page.decide.fates["rejected"].text() == "Không nhận (1)"
    page.decide.show_fate("new")
    settled(qtbot, office.runner, lambda: page.decide.table.complete)
    assert page.decide.table.count == 1


def test_the_steps_go_forth_and_back(qtbot: QtBot, office: Office, page: ImportPage, tmp_path: Path) -> None:
    rows: list[list[object]] = [["Họ và tên chủ hộ", "Thôn"], ["LÒ VĂN PÂNG", "Bản Hua Nạng"]]
    read(qtbot, office, page, written(tmp_path / "a.xlsx", rows))
    seen = [page.step]
    for go in (page.step_on, page.step_on, page.step_back, page.step_back, page.step_back):
        go()
        seen.append(page.step)
    assert seen == [Step.COLUMNS, Step.REPAIRS, Step.DECIDE, Step.REPAIRS, Step.COLUMNS, Step.CHOOSE]
    page.step_back()
    assert office.gone_to == [("", None)]


def test_the_steps_are_gone_through_by_keys_alone(
    qtbot: QtBot, office: Office, page: ImportPage, messages: Recorder, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["Họ và tên chủ hộ", "Năm sinh", "Thôn"],
        ["LÒ VĂN PÂNG", 1972, "Bản Hua Nạng"],
        ["QUÀNG THỊ ÍN", "năm nào", "Bản Hua Nạng"],
    ]
    messages.give_files(written(tmp_path / "a.xlsx", rows))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()

    def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)

    def goes_on(step: Step, place: QWidget) -> None:
        settled(qtbot, office.runner, lambda: page.step is step and page.save_button.isEnabled())
        qtbot.waitUntil(place.hasFocus)

    press(Qt.Key.Key_Space)  # on "Chọn tệp Excel"
    goes_on(Step.COLUMNS, page.columns.programme)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    goes_on(Step.REPAIRS, page.repairs.view)
    press(Qt.Key.Key_Space)  # the first repair is not wanted
    assert len(page.repairs.refused) == 1
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    goes_on(Step.DECIDE, page.decide.view)
    assert page.decide.whole.text().startswith("Không đọc được năm sinh")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, office.runner, lambda: page.step is Step.DONE)
    assert count(office) == 1
    state = page.done.state
    assert state is not None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert state.isAncestorOf(focus)


def test_a_column_understood_wrongly_is_chosen_otherwise(
    qtbot: QtBot, office: Office, page: ImportPage, tmp_path: Path
) -> None:
    rows: list[list[object]] = [["Họ và tên chủ hộ", "Thôn", "Số liên lạc"], ["Lò Văn Pâng", "Hua Nạng", "0912345678"]]
    read(qtbot, office, page, written(tmp_path / "a.xlsx", rows))
    assert page.columns.mapping.edits["Số liên lạc"].value() == ""
    edit = page.columns.mapping.edits["Số liên lạc"]
    edit.field.setText("dien thoai")
    edit.field.editingFinished.emit()
    settled(qtbot, office.runner, lambda: page.report is not None and page.report.sample[0].phone == "0912345678")


def test_a_sheet_that_becomes_a_table_by_what_a_column_means_is_ticked(
    qtbot: QtBot, office: Office, page: ImportPage, tmp_path: Path
) -> None:
    book = Workbook()
    book.worksheets[0].title = "Bản Mới"
    other = book.create_sheet("Bản Cũ")
    for row in (["Họ và tên chủ hộ", "Ký danh", "Năm sinh"], ["Lò Văn Pâng", "Lò Văn Ơn", 1972]):
        book.worksheets[0].append(row)
    for row in (["Ký danh", "Năm sinh", "Thôn"], ["Quàng Thị Ín", 1973, "Bản Cũ"], ["Cà Văn Ước", 1974, "Bản Cũ"]):
        other.append(row)
    book.save(tmp_path / "a.xlsx")
    read(qtbot, office, page, tmp_path / "a.xlsx")
    ticks = page.columns.sheets
    assert {name: box.isChecked() for name, box in ticks.items()} == {"Bản Mới": True, "Bản Cũ": False}
    before = page.report
    edit = page.columns.mapping.edits["Ký danh"]
    edit.field.setText("ho va ten chu ho")
    edit.field.editingFinished.emit()
    settled(qtbot, office.runner, lambda: page.report is not before)
    assert page.report is not None
    assert [one.name for one in page.report.sheets] == ["Bản Mới", "Bản Cũ"]
    assert all(box.isChecked() for box in ticks.values())
    assert not page.columns.options().sheets
    ticks["Bản Cũ"].click()
    settled(qtbot, office.runner, lambda: page.report is not None and len(page.report.sheets) == 1)
    assert page.columns.options().sheets == ["Bản Mới"]


def test_a_file_that_is_no_list_says_why_and_stays(
    qtbot: QtBot, office: Office, page: ImportPage, messages: Recorder, tmp_path: Path
) -> None:
    page.receive(written(tmp_path / "lich.xlsx", [["Tuần", "Việc"], [1, "Họp"]]))
    settled(qtbot, office.runner, page.refusal.isVisible)
    assert page.refusal.text().startswith("Chưa đọc được danh sách này:")
    damaged = tmp_path / "hong.xlsx"
    damaged.write_bytes(b"PK\x03\x04 not really")
    page.receive(damaged)
    settled(qtbot, office.runner, lambda: "hong.xlsx" in page.refusal.text())
    page.receive(tmp_path / "thu.docx")
    assert "Chỉ nhận tệp danh sách" in messages.troubles[0]


def drop(page: ImportPage, *files: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    none = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, none))


def test_a_list_or_packages_may_be_dropped_on_the_page(
    qtbot: QtBot, office: Office, page: ImportPage, tmp_path: Path
) -> None:
    drop(page, SAMPLE)
    settled(qtbot, office.runner, lambda: page.report is not None)
    assert page.path == SAMPLE
    renamed = Path(shutil.copy(PACKAGE, tmp_path / "danh sách xã gửi.xlsx"))
    drop(page, renamed)
    settled(qtbot, office.runner, lambda: bool(office.gone_to))
    assert office.gone_to == [(EXCHANGE, renamed)], "a package is never read as a list"
    assert page.step is Step.CHOOSE
    drop(page, SAMPLE, renamed)
    assert office.gone_to[-1] == (EXCHANGE, [SAMPLE, renamed])


def test_the_template_carries_the_villages(
    qtbot: QtBot, office: Office, page: ImportPage, messages: Recorder, tmp_path: Path
) -> None:
    target = tmp_path / "mẫu.xlsx"
    messages.give_files(target)
    page.write_template()
    settled(qtbot, office.runner, target.exists)
    assert messages.successes == ["Đã lưu tệp mẫu mẫu.xlsx. Điền vào tệp rồi nhập lại ở trang này."]


def test_an_upper_office_keeps_the_list_of_a_commune_without_the_program(
    qtbot: QtBot, upper: Workspace, runner: Runner, messages: Recorder
) -> None:
    office = Office(upper, runner)
    page = ImportPage(office)
    qtbot.addWidget(page)
    page.show()
    page.receive(SAMPLE)
    assert messages.troubles == [
        "Tệp danh-sach-ho.xlsx là của xã nào? Chọn xã chưa dùng phần mềm, danh sách được đọc ngay."
    ]
    page.commune.set_value("03151")
    page.commune.changed.emit()
    settled(qtbot, runner, lambda: page.report is not None)
    to_decide(qtbot, office, page)
    page.save()
    settled(qtbot, runner, lambda: bool(messages.successes))
    assert count(office) == 40


def test_columns_that_are_no_field_are_kept_as_remarks_where_the_officer_wants_it(
    qtbot: QtBot, office: Office, page: ImportPage, tmp_path: Path
) -> None:
    rows: list[list[object]] = [["Họ và tên chủ hộ", "Thôn", "Mái hiên"], ["Lò Văn Pâng", "Bản Hua Nạng", "tôn"]]
    read(qtbot, office, page, written(tmp_path / "a.xlsx", rows))
    box = page.columns.keep_unmapped
    assert (box.isVisible(), box.text()) == (True, "Giữ 1 cột không đọc làm ghi chú của hộ")
    assert not page.columns.skip_hidden.isVisible()
    box.click()
    settled(qtbot, office.runner, lambda: page.report is not None and bool(page.report.sample[0].note))
    assert page.report is not None
    assert page.report.sample[0].note == "Mái hiên: tôn"


def test_repairs_are_refused_one_by_one_or_by_kind(
    qtbot: QtBot, office: Office, page: ImportPage, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["Họ và tên chủ hộ", "Thôn"],
        ["LÒ VĂN PÂNG", "Bản Hua Nạng"],
        ["CÀ VĂN THOAN", "Bản Hua Nạng"],
    ]
    read(qtbot, office, page, written(tmp_path / "a.xlsx", rows))
    page.step_on()
    table = page.repairs.table
    settled(qtbot, office.runner, lambda: table.complete and len(table.ticked) == table.count > 1)
    assert not page.repairs.refused
    place = next(at for at in range(table.count) if "LÒ VĂN PÂNG" in table.copy_text([at], [1]))
    table.toggle(place)
    assert page.repairs.refused == {("Sheet", 2, "A")}
    assert page.repairs.kinds["name_case"].checkState() == Qt.CheckState.PartiallyChecked
    page.repairs.kinds["name_case"].click()
    assert not page.repairs.refused
    page.repairs.kinds["name_case"].click()
    assert page.repairs.refused == {("Sheet", 2, "A"), ("Sheet", 3, "A")}
    to_decide(qtbot, office, page)
    told = page.decide.table.copy_text(range(page.decide.table.count), [1])
    assert "LÒ VĂN PÂNG" in told


def test_a_locked_workbook_asks_for_its_password_on_the_page(
    qtbot: QtBot, office: Office, page: ImportPage, tmp_path: Path
) -> None:
    plain = written(tmp_path / "a.xlsx", [["Họ và tên chủ hộ", "Thôn"], ["Lò Văn Pâng", "Bản Hua Nạng"]])
    locked = tmp_path / "khóa.xlsx"
    with plain.open("rb") as source, locked.open("wb") as target:
        OOXMLFile(source).encrypt("đúng", target)
    page.receive(locked)
    settled(qtbot, office.runner, page.password.isVisible)
    page.password.field.setText("sai")
    page.password.given.emit()
    settled(qtbot, office.runner, lambda: "không đúng" in page.refusal.text())
    page.password.field.setText("đúng")
    page.password.field.returnPressed.emit()
    settled(qtbot, office.runner, lambda: page.report is not None)
    assert (page.step, page.password.isVisible()) == (Step.COLUMNS, False)


def test_what_was_not_taken_is_corrected_in_the_officers_own_file(
    qtbot: QtBot, office: Office, page: ImportPage, messages: Recorder, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["Họ và tên chủ hộ", "Năm sinh", "Thôn"],
        ["Lò Văn Pâng", 1972, "Bản Hua Nạng"],
        ["Quàng Thị Ín", "năm nào", "Bản Hua Nạng"],
    ]
    read(qtbot, office, page, written(tmp_path / "danh sách.xlsx", rows))
    to_decide(qtbot, office, page)
    page.save()
    settled(qtbot, office.runner, lambda: page.step is Step.DONE)
    target = tmp_path / "lỗi.xlsx"
    messages.give_files(target)
    page.save_errors()
    settled(qtbot, office.runner, lambda: len(messages.successes) == 2)
    assert messages.successes[1].startswith("Đã ghi tệp lỗi lỗi.xlsx: 1 dòng cần sửa.")
    book = load_workbook(target)
    book["Sheet"]["B3"] = 1980
    book.save(target)
    read(qtbot, office, page, target)
    assert page.report is not None
    assert (page.report.new, page.report.unchanged, page.report.rejected) == (1, 1, 0)


def test_a_list_of_which_nothing_can_be_taken_says_why_of_each_row(
    qtbot: QtBot, office: Office, page: ImportPage, tmp_path: Path
) -> None:
    rows: list[list[object]] = [["Họ và tên chủ hộ", "Năm sinh"], ["Quàng Thị Ín", "năm nào"]]
    read(qtbot, office, page, written(tmp_path / "a.xlsx", rows))
    page.step_on()
    settled(qtbot, office.runner, lambda: page.decide.table.complete)
    assert page.decide.fates["rejected"].text() == "Không nhận (1)"
    assert (page.save_button.text(), page.save_button.isEnabled()) == ("Không có hộ nào cần nhập", False)
    assert page.errors_button.isVisible()

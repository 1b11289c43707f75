"""An officer's list is shown as it was understood before anything is saved, and one undo takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from app.households.queries import all_rowids
from app.paths import resource
from app.workspace import Workspace
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.lists.import_page import ImportPage
from views.page import HOUSEHOLDS
from views.runner import Runner

SAMPLE = resource("samples", "danh-sach-ho.xlsx")


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


def test_nothing_is_saved_before_the_officer_has_seen_it(
    qtbot: QtBot, office: Office, page: ImportPage, messages: Recorder
) -> None:
    read(qtbot, office, page, SAMPLE)
    assert count(office) == 0
    assert page.counts.text().startswith("Tệp danh-sach-ho.xlsx: đọc ")
    assert page.save_button.text() == "Nhập 40 hộ"
    assert page.sample.rowCount() == 5
    page.save()
    settled(qtbot, office.runner, lambda: bool(messages.successes))
    assert count(office) == 40
    assert messages.successes == ["Đã nhập tệp danh-sach-ho.xlsx: 40 hộ mới, 0 hộ sửa."]
    assert office.gone_to == [(HOUSEHOLDS, None)]
    assert messages.undo is not None
    messages.undo()
    assert count(office) == 0


def test_problems_and_repairs_name_their_cells(qtbot: QtBot, office: Office, page: ImportPage, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Họ và tên chủ hộ", "Năm sinh", "Số căn cước", "Thôn"],
        ["LÒ VĂN PÂNG", 1972, "011072001234", "Bản Hua Nạng"],
        ["Quàng Thị Ín", "năm nào", "", "Bản Hua Nạng"],
    ]
    read(qtbot, office, page, written(tmp_path / "danh sách.xlsx", rows))
    settled(qtbot, office.runner, lambda: page.problem_table.complete and page.repair_table.complete)
    assert page.tabs.tabText(2) == "Chỗ cần xem (1)"
    problems = page.problem_table.copy_text(range(page.problem_table.count), [0, 1])
    assert "Sheet!B3" in problems
    assert "Lò Văn Pâng" in page.repair_table.copy_text(range(page.repair_table.count), [0, 2])


def test_a_column_understood_wrongly_is_chosen_otherwise(
    qtbot: QtBot, office: Office, page: ImportPage, tmp_path: Path
) -> None:
    rows: list[list[object]] = [["Họ và tên chủ hộ", "Thôn", "Số liên lạc"], ["Lò Văn Pâng", "Hua Nạng", "0912345678"]]
    read(qtbot, office, page, written(tmp_path / "a.xlsx", rows))
    assert page.mapping.edits["Số liên lạc"].value() == ""
    edit = page.mapping.edits["Số liên lạc"]
    edit.field.setText("dien thoai")
    edit.field.editingFinished.emit()
    settled(qtbot, office.runner, lambda: page.report is not None and page.report.sample[0].phone == "0912345678")


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
    assert "Chỉ nhận tệp Excel" in messages.troubles[0]


def test_a_file_may_be_dropped_on_the_page(qtbot: QtBot, office: Office, page: ImportPage) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(SAMPLE))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, none)
    page.dropEvent(event)
    settled(qtbot, office.runner, lambda: page.report is not None)
    assert page.path == SAMPLE


def test_the_template_carries_the_villages(
    qtbot: QtBot, office: Office, page: ImportPage, messages: Recorder, tmp_path: Path
) -> None:
    target = tmp_path / "mẫu.xlsx"
    messages.give_files(target)
    page.write_template()
    settled(qtbot, office.runner, target.exists)
    assert messages.successes == ["Đã lưu tệp mẫu mẫu.xlsx. Điền vào tệp rồi nhập lại ở trang này."]


def test_an_upper_office_imports_no_list(qtbot: QtBot, upper: Workspace, runner: Runner) -> None:
    page = ImportPage(Office(upper, runner))
    qtbot.addWidget(page)
    assert page.empty.sentence.text().startswith("Chỉ xã, phường nhập danh sách")
    assert not page.choose_button.isEnabled()

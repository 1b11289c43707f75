"""The tab that fills an upper office's form: shown first, changed by the officer, written beside the one received."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pytestqt.qtbot import QtBot

from app.wording import fill_page as words
from app.workspace import Workspace
from tests.make import make_approved, make_case
from tests.views.office import Office, settled
from tests.window import Recorder
from views.reports.fill_tab import FillTab
from views.reports.page import ReportsPage
from views.runner import Runner


@pytest.fixture
def form(tmp_path: Path) -> Path:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["TT", "Đơn vị", "Tổng số nhà cần xóa", "Kết quả", "Kinh phí đã giải ngân"])
    sheet.append([1, "Phường Mường Lay", None, None, None])
    path = tmp_path / "biểu tuần.xlsx"
    workbook.save(path)
    return path


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    make_approved(commune, make_case(commune), make_case(commune, "Cà Văn Ơn"))
    return Office(commune, runner)


def opened(qtbot: QtBot, office: Office, form: Path) -> FillTab:
    tab = FillTab(office)
    qtbot.addWidget(tab)
    tab.resize(1140, 560)
    tab.show()
    tab.take(form)
    settled(qtbot, office.runner, lambda: bool(tab.plan.cells))
    return tab


def test_what_would_be_filled_and_what_not_is_shown_first(qtbot: QtBot, office: Office, form: Path) -> None:
    tab = opened(qtbot, office, form)
    assert [(one.name, one.value) for one in tab.plan.cells] == [("C2", 2)]
    assert [one.kind for one in tab.plan.left] == ["heading", "unit"]
    assert "sẽ điền 1 ô; 2 chỗ chưa điền" in tab.counts.text()
    assert tab.tabs.tabText(2) == "Chưa điền (2)"


def test_the_officer_chooses_otherwise_and_it_is_remembered(
    qtbot: QtBot, office: Office, form: Path, messages: Recorder, tmp_path: Path
) -> None:
    tab = opened(qtbot, office, form)
    chosen = tab.mapping.edits["Sheet", "D"]
    chosen.set_value("not_started")
    chosen.changed.emit()
    unit = tab.mapping.edits["Sheet", ""]
    unit.set_value("1000000")
    unit.changed.emit()
    settled(qtbot, office.runner, lambda: len(tab.plan.cells) == 3)
    messages.give_files(tmp_path / "xong.xlsx")
    tab.save()
    settled(qtbot, office.runner, lambda: (tmp_path / "xong.xlsx").exists() and not office.runner.busy)
    assert load_workbook(tmp_path / "xong.xlsx").worksheets[0]["D2"].value == 2
    again = opened(qtbot, office, form)
    assert words.REMEMBERED in again.counts.text()
    assert len(again.plan.cells) == 3


def test_a_file_without_a_table_is_refused_on_the_page(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    path = tmp_path / "trống.xlsx"
    Workbook().save(path)
    tab = FillTab(office)
    qtbot.addWidget(tab)
    tab.show()
    tab.take(path)
    settled(qtbot, office.runner, lambda: not tab.refusal.isHidden())
    assert "trống.xlsx" in tab.refusal.text()


def test_the_filled_button_of_the_page_writes_the_form(qtbot: QtBot, office: Office, form: Path) -> None:
    page = ReportsPage(office)
    qtbot.addWidget(page)
    page.show()
    page.receive("fill")
    assert page.filled.isHidden()
    page.fill.take(form)
    settled(qtbot, office.runner, lambda: not page.filled.isHidden())
    assert page.filled.text() == words.SAVE
    page.receive("catalogue")
    assert page.filled.text() != words.SAVE

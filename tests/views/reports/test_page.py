"""The page "Báo cáo": the report of this period is drawn, asked otherwise, saved; the catalogue opens one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.reports.catalogue import forms_for
from app.workspace import Workspace
from models.vocabulary import Level
from tests.app.giving.conftest import AGENCY
from tests.conftest import UPPER
from tests.make import make_approved, make_case
from tests.offices import set_up
from tests.views.office import Office, settled
from tests.window import Recorder
from views.page import DOSSIER
from views.reports.page import ReportsPage
from views.runner import Runner
from views.short_form import ShortForm


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    """A commune with one approved house."""
    make_approved(commune, make_case(commune))
    return Office(commune, runner)


def opened(qtbot: QtBot, office: Office) -> ReportsPage:
    page = ReportsPage(office)
    office.runner.changed.connect(page.forget)
    qtbot.addWidget(page)
    page.resize(1142, 600)
    page.show()
    drawn(qtbot, office, page)
    return page


def drawn(qtbot: QtBot, office: Office, page: ReportsPage) -> None:
    settled(qtbot, office.runner, lambda: page.period.report is not None and not page.period._wait.isActive())


def test_the_report_of_this_period_is_drawn_at_the_right(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    document = page.period.sight.document
    assert document is not None
    assert document.pageCount() >= 1
    assert "1 / 1" in page.period.told.text()


def test_another_question_draws_another_report(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    page.period.form.work.set_value("repair")
    page.period.form.changed.emit()
    drawn(qtbot, office, page)
    report = page.period.report
    assert report is not None
    assert ("Hình thức", "Sửa chữa") in report.parameters


def test_the_report_in_sight_is_saved_as_a_workbook(
    qtbot: QtBot, office: Office, messages: Recorder, tmp_path: Path
) -> None:
    page = opened(qtbot, office)
    target = tmp_path / "tiến độ.xlsx"
    messages.give_files(target)
    page.period.save(".xlsx", "new_workbook")
    settled(qtbot, office.runner, target.exists)
    assert messages.successes == ["Đã lưu tiến độ.xlsx."]
    assert len(load_workbook(target).worksheets) == 3


def test_the_catalogue_names_every_report_and_opens_it(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    page.tabs.setCurrentIndex(page.places["catalogue"])
    settled(qtbot, office.runner, lambda: page.catalogue.list.table.count > 0)
    assert page.catalogue.list.table.count == len(forms_for(Level.COMMUNE))
    page.catalogue.list.view.setCurrentIndex(page.catalogue.list.table.index(0, 0))
    page.catalogue.open()
    assert page.current is page.period


def form() -> Any:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ShortForm)
    return found


def kept(qtbot: QtBot, office: Office, page: ReportsPage, number: str, day: str) -> None:
    page.period.form.as_of.set_value(day)
    page.period.form.changed.emit()
    drawn(qtbot, office, page)
    page.filled.click()
    form().number.set_value(number)
    form().try_it()
    settled(qtbot, office.runner, lambda: QApplication.activeModalWidget() is None)


def test_a_report_is_kept_and_stands_among_those_sent(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    assert page.filled.text() == "Chốt báo cáo"
    kept(qtbot, office, page, "12/BC-UBND", "2025-10-31")
    assert messages.successes == ["Đã chốt báo cáo. Xem lại ở Đã gửi."]
    page.tabs.setCurrentIndex(page.places["sent"])
    settled(qtbot, office.runner, lambda: page.sent.list.table.count == 1)
    row = page.sent.list.table.row_at(0)
    assert row is not None
    assert (row.number, row.as_of) == ("12/BC-UBND", "2025-10-31")
    assert page.filled.isHidden()


def test_the_differences_to_the_last_report_stand_beside_it(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    kept(qtbot, office, page, "12/BC-UBND", "2025-10-31")
    make_approved(office.workspace, make_case(office.workspace, "Cà Thị Lả"), day="2025-11-03")
    page.period.form.as_of.set_value("2025-11-07")
    page.period.form.changed.emit()
    drawn(qtbot, office, page)
    page.period.switch.choose(2)
    settled(qtbot, office.runner, lambda: page.period.differences.list.table.count == 1)
    line = page.period.differences.list.table.row_at(0)
    assert line is not None
    assert (line.head, line.what) == ("Cà Thị Lả", "Thêm vào báo cáo")


def test_a_number_opens_the_households_behind_it(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    page.period.switch.choose(1)
    behind = page.period.behind
    report = page.period.report
    assert report is not None
    table = report.tables[0]
    place = table.column("need_new")
    row = next(at for at, one in enumerate(table.rows) if one.cells[place])
    behind.numbers.setCurrentCell(row, place)
    settled(qtbot, office.runner, lambda: behind.list.table.count == 1)
    assert behind.told.text().endswith("1 hộ")
    behind.numbers.setCurrentCell(len(table.rows), place)
    settled(qtbot, office.runner, lambda: behind.list.table.count == 1)
    behind.list.view.selectRow(0)
    behind._open()
    assert office.gone_to[-1] == (DOSSIER, report.houses[0].household_id)


@pytest.mark.parametrize(
    ("level", "first", "missing"), [("upper", "progress", "village"), ("agency", "campaign", "commune")]
)
def test_every_kind_of_office_has_its_reports(
    qtbot: QtBot, runner: Runner, tmp_path: Path, level: str, first: str, missing: str
) -> None:
    draft = {"upper": UPPER, "agency": AGENCY}[level]
    workspace = set_up(tmp_path / "Dữ liệu", draft)
    page = opened(qtbot, Office(workspace, runner))
    report = page.period.report
    assert report is not None
    assert report.name == first
    assert not page.period.form._rows[missing][1].isVisibleTo(page)
    page.tabs.setCurrentIndex(page.places["catalogue"])
    settled(qtbot, runner, lambda: page.catalogue.list.table.count > 0)
    runner.close()
    workspace.close()

"""The page of plans: the list, a plan's page with its tabs, files read and written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.campaigns.queries import campaign_named
from app.plans.plan_file import read_plan_file
from tests.views.office import Office, settled
from tests.window import Recorder
from views.campaigns.page import CampaignsPage
from views.page import InPlan

PLAN = Path(__file__).parents[2] / "app" / "campaigns" / "duong-doan-2026.toml"


def opened(qtbot: QtBot, office: Office) -> CampaignsPage:
    page = CampaignsPage(office)
    office.runner.changed.connect(page.forget)
    qtbot.addWidget(page)
    page.resize(1142, 600)
    page.show()
    settled(qtbot, office.runner)
    return page


def added(qtbot: QtBot, office: Office, messages: Recorder) -> CampaignsPage:
    page = opened(qtbot, office)
    messages.give_files(PLAN)
    page.add_file()
    settled(qtbot, office.runner)
    return page


def plan_id(office: Office, code: str = "duong-doan-2026") -> str:
    with office.workspace.read() as session:
        return campaign_named(session, code).id


def test_a_file_is_read_and_stands_first_in_the_list(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = added(qtbot, office, messages)
    assert messages.successes == ["Đã thêm kế hoạch duong-doan-2026."]
    first = page.list.list.table.row_at(0)
    assert first is not None
    assert first.code == "duong-doan-2026"
    assert not first.bundled


def test_enter_opens_a_plan_and_esc_goes_back(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = added(qtbot, office, messages)
    page.list.list.view.selectRow(0)
    page.list.list.view.setFocus()
    QTest.keyClick(page.list.list.view, Qt.Key.Key_Return)
    settled(qtbot, office.runner)
    assert page.stack.currentIndex() == 1
    assert page.plan.heading.title.text() == "Xóa nhà tạm năm 2026"
    QTest.keyClick(page.plan, Qt.Key.Key_Escape)
    assert page.stack.currentIndex() == 0


def test_a_plan_is_opened_at_the_tab_another_page_names(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = added(qtbot, office, messages)
    page.receive(InPlan(plan_id(office), "bases"))
    settled(qtbot, office.runner)
    assert page.plan.tabs.tabText(page.plan.tabs.currentIndex()) == "Căn cứ"
    assert page.plan.current is page.plan.plan_tabs[page.plan.places["bases"]]


def test_a_plan_is_written_to_the_same_file(qtbot: QtBot, office: Office, messages: Recorder, tmp_path: Path) -> None:
    page = added(qtbot, office, messages)
    page.open(plan_id(office))
    target = tmp_path / "kế hoạch.toml"
    messages.give_files(target)
    page.export(plan_id(office))
    settled(qtbot, office.runner)
    assert read_plan_file(target) == read_plan_file(PLAN)


def test_the_lists_of_a_plan_keep_the_rules_of_item_models(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = added(qtbot, office, messages)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    lists = [page.list.list, *(tab.list for tab in page.plan.plan_tabs if hasattr(tab, "list"))]
    testers = [QAbstractItemModelTester(one.table, mode) for one in lists]
    page.open(plan_id(office))
    settled(qtbot, office.runner)
    assert testers

"""The dossier answers in ten seconds where a house is: house, money, papers, what happened, what comes next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.households.operations import delete_household, set_fields
from app.households.queries import household_draft
from app.office.drafts import UserDraft
from app.office.people import save_users
from app.office.queries import user_drafts
from app.workspace import Workspace
from models.vocabulary import Role, Stage
from tests.make import make_approved, make_case, make_household
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.dossier.erase_form import EraseForm
from views.dossier.page import DossierPage
from views.households.panels import HouseholdPanel
from views.households.taking_off import TakeOffForm
from views.page import DOSSIER, HOUSEHOLDS, InList
from views.runner import Runner


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


def opened(qtbot: QtBot, office: Office, request: object) -> DossierPage:
    page = DossierPage(office)
    office.runner.changed.connect(page.forget)
    qtbot.addWidget(page)
    page.resize(1140, 620)
    page.show()
    page.activateWindow()
    page.receive(request)
    settled(qtbot, office.runner, lambda: bool(page.head.name.text()))
    return page


def household_of(commune: Workspace, case_id: str) -> str:
    from app.support.queries import case_facts

    with commune.read() as session:
        return case_facts(session, [case_id])[case_id].household_id


@pytest.fixture
def building(commune: Workspace) -> str:
    case = make_case(commune, "Lò Văn Pâng", requested=60_000_000, flags="ethnic_minority", phone="0912345678")
    make_approved(commune, case)
    record_stages(commune, [StageDraft(case, Stage.FOUNDATION, "2025-08-01")])
    return household_of(commune, case)


def test_the_head_says_house_money_and_the_next_step(qtbot: QtBot, office: Office, building: str) -> None:
    page = opened(qtbot, office, building)
    head = page.head
    assert head.name.text() == "Lò Văn Pâng"
    assert "sinh 1972" in head.about.text()
    assert head.marks.text() == "Hộ nghèo · Dân tộc thiểu số"
    assert (head.house.text, head.money.text) == ("1/4 phần", "0/60 triệu")
    assert head.papers.text == "1/8"
    assert "biên bản họp bình xét" in head.papers.toolTip()
    assert head.next_step.text() == "Ghi xong tường"
    assert head.picture.accessibleName() == "đã xong móng"


def test_the_summary_tells_events_by_day_and_what_was_not_recorded(qtbot: QtBot, office: Office, building: str) -> None:
    lines = opened(qtbot, office, building).summary.lines
    assert lines.index("Xong móng") < lines.index("Quyết định 45/QĐ-UBND: 60.000.000 đồng")
    assert any("khảo sát" in line and "Lò Văn Pâng" in line for line in lines)


def test_a_change_shows_at_once_and_the_tabs_hear_it(qtbot: QtBot, office: Office, building: str) -> None:
    page = opened(qtbot, office, building)
    page.show_tab("household")
    panel = page.stack.currentWidget()
    assert isinstance(panel, HouseholdPanel)
    settled(qtbot, office.runner)
    set_fields(office.workspace, building, {"head_name": "Lò Văn Pẩng"})
    settled(qtbot, office.runner, lambda: page.head.name.text() == "Lò Văn Pẩng")
    assert panel.editor.fields.texts()["head_name"] == "Lò Văn Pẩng"


def test_the_history_names_every_value(qtbot: QtBot, office: Office, building: str) -> None:
    set_fields(office.workspace, building, {"phone": "0987654321"})
    page = opened(qtbot, office, building)
    page.show_tab("history")
    panel = page.stack.currentWidget()
    assert panel is not None
    table = panel.table  # type: ignore[attr-defined]
    settled(qtbot, office.runner, lambda: table.complete)
    shown = [table.row_at(place) for place in range(table.count)]
    phone = [(row.old, row.new, row.state) for row in shown if row.field == "Điện thoại"]
    assert phone == [("0912345678", "0987654321", "đang dùng"), ("(để trống)", "0912345678", "đã thay")]


def test_page_keys_go_through_the_list_and_esc_goes_back(qtbot: QtBot, office: Office, building: str) -> None:
    other = make_household(office.workspace, "Quàng Thị Ín")
    steps: list[int] = []

    def step(by: int) -> str | None:
        steps.append(by)
        return other if by > 0 else None

    page = opened(qtbot, office, InList(building, step))
    assert page.head.down.isVisible()
    page.summary.setFocus()
    focus: QWidget = page.summary
    qtbot.waitUntil(focus.hasFocus)
    QTest.keyClick(focus, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.head.name.text() == "Lò Văn Pâng"
    QTest.keyClick(focus, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, office.runner, lambda: page.head.name.text() == "Quàng Thị Ín")
    assert steps == [-1, 1]
    assert page.head.next_step.text() == "Ghi đề nghị"
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert office.gone_to == [("", None)]


def test_the_next_step_opens_the_tab_where_it_is_taken(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office, make_household(office.workspace, "Quàng Thị Ín"))
    page.head.next_step.click()
    assert isinstance(page.stack.currentWidget(), HouseholdPanel)


def test_half_typed_work_survives_going_on(qtbot: QtBot, office: Office, building: str) -> None:
    other = make_household(office.workspace, "Quàng Thị Ín")
    page = opened(qtbot, office, building)
    page.show_tab("household")
    panel = page.stack.currentWidget()
    assert isinstance(panel, HouseholdPanel)
    panel.editor.fields.show_texts({"address": "cuối bản"})
    page.receive(other)
    page.receive(building)
    again = page.stack.currentWidget()
    assert isinstance(again, HouseholdPanel)
    assert again.editor.fields.texts()["address"] == "cuối bản"


def test_a_household_taken_off_says_so(qtbot: QtBot, office: Office, building: str, messages: Recorder) -> None:
    delete_household(office.workspace, building, "Nhập trùng")
    page = opened(qtbot, office, building)
    assert not page.head.next_step.isVisible()
    shown = [page.tabs.tabText(place) for place in range(page.tabs.count()) if page.tabs.isTabVisible(place)]
    assert shown == ["Tóm tắt", "Lịch sử thay đổi"], "nothing is written of it"
    assert page.tabs.tabRect(page.tabs.count() - 1).left() == page.tabs.tabRect(0).right() + 1, "side by side"
    page.summary.setFocus()
    for title in ("Lịch sử thay đổi", "Tóm tắt"):
        QTest.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert page.tabs.tabText(page.tabs.currentIndex()) == title
    page.receive("00000000-0000-7000-8000-000000000000")
    settled(qtbot, office.runner, lambda: bool(messages.troubles))
    assert office.gone_to[-1] == (HOUSEHOLDS, None)


def test_the_line_of_a_household_that_left_opens_its_dossier(qtbot: QtBot, office: Office) -> None:
    old = make_household(office.workspace, "Lò Văn Cha")
    young = make_household(office.workspace, "Lò Văn Con", split_from_id=old)
    page = opened(qtbot, office, old)
    link = next(one for one in page.summary.findChildren(QToolButton) if "Lò Văn Con" in one.text())
    link.click()
    assert office.gone_to[-1] == (DOSSIER, young)


def entries(page: DossierPage) -> dict[str, QAction]:
    """What else the dossier offers, by its words."""
    return {one.text(): one for one in page.menu.menu().actions()}


def test_personal_data_goes_after_two_questions(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    home = make_household(office.workspace, "Lò Văn Pâng", code="ML-007", phone="0912345678")
    page = opened(qtbot, office, home)
    entries(page)["Xóa dữ liệu cá nhân…"].trigger()
    assert "Đưa hộ ra khỏi danh sách trước" in messages.troubles[-1]
    entries(page)["Bỏ khỏi danh sách…"].trigger()
    (taking,) = page.findChildren(TakeOffForm)
    taking.reason.setEditText("Nhập nhầm")
    taking.try_it()
    settled(qtbot, office.runner, lambda: "Đưa trở lại" in entries(page))
    messages.answer("Thôi", "Xem mã hộ và xóa")
    entries(page)["Xóa dữ liệu cá nhân…"].trigger()
    assert not page.findChildren(EraseForm), "the first question"
    entries(page)["Xóa dữ liệu cá nhân…"].trigger()
    (form,) = page.findChildren(EraseForm)
    form.reason.setText("hộ yêu cầu xóa")
    form.code.setText("ML-008")
    form.try_it()
    assert form.isVisible(), "the second question: the code"
    assert any("khác mã của hộ này (ML-007)" in one.text() for one in form.findChildren(QLabel))
    form.code.setText("ml-007")
    form.try_it()
    settled(qtbot, office.runner, lambda: page.head.name.text() == "(không còn tên)")
    assert messages.shown[-1].startswith("Đã xóa dữ liệu cá nhân của hộ (")
    with office.workspace.read() as session:
        emptied = household_draft(session, home)
    assert (emptied.head_name, emptied.phone, emptied.member_count) == (None, None, 4)
    with office.workspace.read() as session:
        [officer] = user_drafts(session)
    save_users(office.workspace, [officer, UserDraft("Lò Văn Sơn", "Chủ tịch", Role.LEADER)])
    office.workspace.sign_in("Lò Văn Sơn")
    entry = entries(page)["Xóa dữ liệu cá nhân…"]
    assert not entry.isEnabled()
    assert "Lãnh đạo không được làm việc này" in entry.toolTip()

"""A plan is typed, made from one above, changed and opened in the window; what is wrong is marked where it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bundled import bundled_campaigns
from app.campaigns.doubts import doubts
from app.campaigns.operations import add_campaign
from app.campaigns.queries import campaign_detail, campaign_draft, campaign_named
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.workspace import Workspace
from tests.app.campaigns.conftest import PLAN
from tests.views.office import Office, settled
from tests.window import Recorder
from views.campaigns.editor import PlanEditor
from views.campaigns.page import CampaignsPage
from views.short_form import ShortForm

MUONG_LAY = "muong-lay-2024"


def opened(qtbot: QtBot, office: Office) -> CampaignsPage:
    page = CampaignsPage(office)
    office.runner.changed.connect(page.forget)
    qtbot.addWidget(page)
    page.resize(1142, 600)
    page.show()
    settled(qtbot, office.runner)
    return page


def editor(page: CampaignsPage) -> PlanEditor:
    assert page.editor is not None
    return page.editor


def form() -> Any:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ShortForm)
    return found


def carry_out(qtbot: QtBot, office: Office) -> None:
    form().try_it()
    settled(qtbot, office.runner, lambda: QApplication.activeModalWidget() is None)


def put(editor: PlanEditor, part: str, row: int, **texts: str) -> None:
    grid = editor.grids[part]
    names = [one.name for one in grid.columns]
    for name, text in texts.items():
        grid.put(row, names.index(name), text)


def plan_id(office: Office, code: str) -> str:
    with office.workspace.read() as session:
        return campaign_named(session, code).id


def test_a_plan_typed_in_the_window_is_kept_with_all_its_parts(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    page = opened(qtbot, office)
    page.add_new()
    typing = editor(page)
    QTest.keyClicks(typing.form.field("name"), "Xoa nha tam phuong")
    typing.form.field("starts_on").setText("7/2026")
    typing.form.field("ends_on").setText("quý IV/2026")
    typing.form.field("categories").boxes["poor"].setChecked(True)
    put(typing, "unit", 0, name="Bản Hua Nạng", kind="Tổ dân phố, thôn", area="Bản Hua Nạng")
    put(typing, "unit", 1, name="Tổ giúp việc", kind="Cơ quan, ban ngành", parent="Bản Hua Nạng")
    put(typing, "target", 0, unit="Bản Hua Nạng", measure="Số nhà", figure="12", period="2026")
    put(typing, "deadline", 0, task="Báo cáo năm", due="5/11/2026", inclusive="Không")
    put(typing, "form", 0, name="Giấy khen", objects="Cá nhân, Hộ gia đình")
    put(typing, "quota", 0, form="Giấy khen", object="Cá nhân", rule="Số cố định", number="3")
    typing.save()
    settled(qtbot, office.runner, lambda: page.editor is None)
    assert messages.successes == ["Đã lưu kế hoạch Xoa nha tam phuong."]
    with office.workspace.read() as session:
        kept = campaign_detail(session, plan_id(office, "xoa-nha-tam-phuong"))
    assert (kept.starts_on, kept.ends_on, kept.categories) == ("2026-07", "2026-Q4", ("poor",))
    assert [one.code for one in kept.units] == ["ban-hua-nang", "to-giup-viec"]
    assert kept.units[1].parent_id == kept.units[0].id
    assert kept.units[0].area_id is not None
    assert kept.targets[0].unit_id == kept.units[0].id
    assert kept.deadlines[0].inclusive is False
    assert kept.forms[0].objects == ("individual", "household")
    assert (kept.quotas[0].form, kept.quotas[0].number) == ("giay-khen", 3)
    assert page.plan.heading.title.text() == "Xoa nha tam phuong"


@pytest.mark.parametrize("code", sorted(bundled_campaigns().values()))
def test_a_bundled_plan_is_shown_in_the_editor_without_a_change(
    qtbot: QtBot, office: Office, messages: Recorder, code: str
) -> None:
    """What the grids show is read back as the same plan: nothing is lost, nothing is counted as typed."""
    with office.workspace.read() as session:
        draft = campaign_draft(session, campaign_named(session, code).id)
    typing = PlanEditor(office, draft)
    qtbot.addWidget(typing)
    assert not typing.dirty
    assert typing.plan() == draft


def test_what_is_wrong_is_marked_in_its_tab_and_nothing_is_kept(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    page = opened(qtbot, office)
    page.add_new()
    typing = editor(page)
    put(typing, "target", 0, unit="Bản lạ", measure="Số nhà", figure="nhiều")
    typing.save()
    assert page.editor is typing
    assert "Chỉ tiêu, dòng 1: không có đơn vị mã Bản lạ" in typing.marks.text.text()
    assert typing.tabs.currentIndex() == 0
    typing.form.field("name").setText("Kế hoạch")
    typing.save()
    assert typing.tabs.tabText(typing.tabs.currentIndex()) == "Chỉ tiêu"


def test_an_issuer_that_is_gone_is_told_beside_its_successor_and_stops_nothing(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    page = opened(qtbot, office)
    page.add_new()
    typing = editor(page)
    typing.form.field("name").setText("Kế hoạch")
    typing.form.field("issuer").setText("UBND thị xã")
    typing.form.field("issuer_valid_to").setText("30/6/2025")
    assert typing.form.marks.count == 1
    typing.form.field("issuer_successor").setText("UBND phường")
    assert typing.form.marks.count == 0
    typing.form.field("issuer_successor").setText("")
    typing.save()
    settled(qtbot, office.runner, lambda: page.editor is None)
    assert plan_id(office, "ke-hoach")


def test_a_half_typed_plan_is_there_again(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.add_new()
    editor(page).form.field("name").setText("Kế hoạch dở dang")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    put_back = editor(page).left if page.editor else None
    if put_back is not None:
        put_back.emit()
    assert page.editor is None
    page.add_new()
    assert editor(page).form.field("name").text() == "Kế hoạch dở dang"


def test_a_plan_is_made_from_one_above(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.add_from_above()
    form().above.set_value(plan_id(office, MUONG_LAY))
    form().try_it()
    settled(qtbot, office.runner, lambda: page.editor is not None)
    typing = editor(page)
    typing.form.field("name").setText("Kế hoạch của phường")
    typing.form.field("short_name").setText("Kế hoạch phường")
    typing.save()
    settled(qtbot, office.runner, lambda: page.editor is None)
    with office.workspace.read() as session:
        made = campaign_detail(session, plan_id(office, "ke-hoach-cua-phuong"))
        above = campaign_detail(session, made.superior_id or "")
    assert above.code == MUONG_LAY
    assert [one.due for one in made.deadlines] == [one.due for one in above.deadlines]


def test_a_change_is_undone(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    add_campaign(office.workspace, PLAN)
    page = opened(qtbot, office)
    page.open(plan_id(office, "duong-doan-2026"))
    page.edit(plan_id(office, "duong-doan-2026"))
    editor(page).form.field("motto").setText("Ai có gì góp nấy")
    editor(page).save()
    settled(qtbot, office.runner, lambda: page.editor is None)
    assert page.plan.plan is not None
    assert page.plan.plan.motto == "Ai có gì góp nấy"
    assert messages.undo is not None
    messages.undo()
    settled(qtbot, office.runner)
    assert page.plan.plan.motto is None


def test_a_plan_is_opened_on_a_day(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.open(plan_id(office, MUONG_LAY))
    assert page.plan.open_button.isVisible()
    page.plan.open_button.click()
    form().day.set_value("2024-09-25")
    carry_out(qtbot, office)
    assert page.plan.plan is not None
    assert page.plan.plan.opened_on == "2024-09-25"
    assert not page.plan.open_button.isVisible()


def test_a_misprinted_basis_is_checked_and_its_warning_goes(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.open(plan_id(office, MUONG_LAY))
    settled(qtbot, office.runner)
    tab: Any = page.plan.plan_tabs[0]
    found = doubts(tab.plan, "2026-11-21")
    wrong = next(one for one in found if "359/QĐ-TTg" in one.text)
    tab.answer(wrong)
    form().basis.setText(wrong.text.replace("359", "539"))
    form().checked.setChecked(True)
    carry_out(qtbot, office)
    with office.workspace.read() as session:
        after = doubts(campaign_detail(session, tab.plan.id), "2026-11-21")
    assert not any("359/QĐ-TTg" in one.text for one in after)


def test_a_draft_that_cites_a_doubtful_basis_says_so(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.open(plan_id(office, MUONG_LAY))
    page.plan.print_draft()
    settled(qtbot, office.runner)
    assert page.plan.reading
    assert len(messages.warnings) == 1
    assert "359/QĐ-TTg" in messages.warnings[0]


def test_an_office_that_is_gone_gets_a_successor(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.open(plan_id(office, MUONG_LAY))
    settled(qtbot, office.runner)
    tab: Any = page.plan.plan_tabs[0]
    gone = next(one for one in doubts(tab.plan, "2026-11-21") if one.ended_on)
    assert not doubts(replace(tab.plan, texts=(), units=(), forms=(), issuer_valid_to=None), "2026-11-21")
    tab.answer(gone)
    form().successor.setText("Sở Xây dựng tỉnh Điện Biên")
    carry_out(qtbot, office)
    with office.workspace.read() as session:
        after = doubts(campaign_detail(session, tab.plan.id), "2026-11-21")
    answered = next(one for one in after if one.id == gone.id and one.field == gone.field)
    assert answered.successor == "Sở Xây dựng tỉnh Điện Biên"


def test_what_came_of_a_task_is_noted_and_gone_on_with(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.open(plan_id(office, MUONG_LAY))
    page.plan.show_tab("tasks")
    settled(qtbot, office.runner)
    tab: Any = page.plan.current
    tab.list.view.selectRow(1)
    tab.act()
    form().fields["result"].setPlainText("Đã bình xét 41 hộ")
    form().fields["evidence"].setText("Biên bản họp 12/10/2024")
    carry_out(qtbot, office)
    assert tab.list.table.row_at(1).result_text() == "Đã bình xét 41 hộ"
    tab.list.view.selectRow(1)
    tab.act()
    form().fields["done_on"].set_value("2024-10-15")
    carry_out(qtbot, office)
    [result] = tab.list.table.row_at(1).results
    assert (result.result, result.done_on) == ("Đã bình xét 41 hộ", "2024-10-15")


def test_an_own_plan_is_taken_off_the_list_and_comes_back_by_undo(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    add_campaign(office.workspace, PLAN)
    page = opened(qtbot, office)
    page.open(plan_id(office, "duong-doan-2026"))
    messages.answer("Bỏ khỏi danh sách")
    page.take_off(plan_id(office, "duong-doan-2026"))
    settled(qtbot, office.runner, lambda: page.stack.currentIndex() == 0)
    assert "duong-doan-2026" not in {one.code for one in page.list._read()}
    assert messages.undo is not None
    messages.undo()
    assert "duong-doan-2026" in {one.code for one in page.list._read()}
    page.open(plan_id(office, MUONG_LAY))
    assert [one.text() for one in page.plan.more_menu().actions()] == [
        "Lập kế hoạch từ kế hoạch này",
        "Lưu thành tệp kế hoạch…",
        "In dự thảo kế hoạch",
    ]


def test_a_plan_from_above_is_not_changed_but_an_own_one_is_made_of_it(
    qtbot: QtBot, office: Office, upper: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    for sender, receiver in ((office.workspace, upper), (upper, office.workspace)):
        if sender is upper:
            add_campaign(upper, PLAN)
        (made,) = export_packages(sender, tmp_path, [receiver.author.office])
        receive_packages(receiver, [made.file])
    page = opened(qtbot, office)
    first = page.list.list.table.row_at(0)
    assert first is not None
    assert page.list._origin(first) == "Cấp trên gửi"
    page.open(first.id)
    assert not page.plan.edit.isVisible()
    assert page.plan.open_button.isVisible(), "the commune runs it for itself"
    page.plan.make_own.click()
    typing = editor(page)
    typing.form.field("name").setText("Kế hoạch của phường")
    typing.form.field("short_name").setText("")
    typing.save()
    settled(qtbot, office.runner, lambda: page.editor is None)
    assert page.plan.plan is not None
    assert page.plan.plan.superior_id == first.id
    assert page.plan.edit.isVisible()


def test_what_waits_for_an_answer_stands_first(office: Office) -> None:
    with office.workspace.read() as session:
        found = doubts(campaign_detail(session, campaign_named(session, MUONG_LAY).id), "2026-11-21")
    states = [one.open for one in found]
    assert states == sorted(states, reverse=True)
    assert any("359/QĐ-TTg" in one.text for one in found if one.open)


def test_a_task_leads_to_the_page_where_it_is_worked_on(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.open(plan_id(office, MUONG_LAY))
    page.plan.show_tab("tasks")
    settled(qtbot, office.runner)
    tab: Any = page.plan.current
    rows = tab._read()
    elsewhere = next(one for one in rows if (one.task.served_by or "").startswith("Ủng hộ"))
    tab.go_to_place(elsewhere)
    assert office.gone_to == [("place", elsewhere.task.served_by.partition(";")[0].strip())]
    here = next(
        one for one in rows if (one.task.served_by or "").endswith("Căn cứ") or "Thời hạn" in one.task.served_by
    )
    tab.go_to_place(here)
    assert page.plan.current is not tab
    tab.go_to_place(replace(here, task=replace(here.task, served_by=None)))
    assert messages.troubles

"""The first page: counts that open their lists, what comes next, how far programmes and communes are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.households.queries import HouseholdFilter
from app.reports.today import Due
from app.support.drafts import ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.workspace import Workspace
from models.vocabulary import ExceptionCase, Stage
from tests.conftest import COMMUNE
from tests.make import NATIONAL, make_approved, make_case, make_household
from tests.offices import set_up
from tests.views.office import Office, settled
from views.handover.page import HandoverPage
from views.page import CAMPAIGNS, HELP, HOUSEHOLDS, LIST_IMPORT, PLACE, InPlan
from views.reports.today import _PAGES, TodayPage
from views.runner import Runner


def opened(qtbot: QtBot, office: Office) -> TodayPage:
    page = TodayPage(office)
    office.runner.changed.connect(page.forget)
    qtbot.addWidget(page)
    page.resize(1140, 620)
    page.show()
    settled(qtbot, office.runner, lambda: page.facts is not None)
    return page


def texts(page: TodayPage) -> list[str]:
    return [one.text.text() for one in page.sentences]


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    cases = [make_case(commune, name) for name in ("Lò Văn Pâng", "Quàng Thị Ín", "Cà Văn Ơn", "Vừ Thị Mảy")]
    make_approved(commune, *cases[:3])
    record_stages(commune, [StageDraft(cases[0], Stage.FINISH, "2025-09-01")])
    paused = ExceptionDraft(cases[2], ExceptionCase.ON_HOLD, "2025-08-01", "Mưa lũ", review_on="2025-08-15")
    record_exceptions(commune, [paused])
    return Office(commune, runner)


def test_counts_open_the_list_that_makes_them(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    shown = {group: card.text_shown for group, card in page.cards.items() if not card.isHidden()}
    assert shown == {
        "waiting": "1", "approved": "1", "building": "1", "accepted": "0", "handed_over": "0", "on_hold": "1",
    }  # fmt: skip
    page.cards["building"].click()
    assert office.gone_to[-1] == (HOUSEHOLDS, HouseholdFilter(statuses=frozenset({"started", "in_progress"})))


def test_what_is_overdue_and_what_comes_next_are_sentences_with_buttons(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    assert texts(page)[:4] == [
        "1 nhà tạm dừng đã đến ngày xem lại",
        "2 điểm cần kiểm tra",
        "1 nhà đã hoàn thiện, chờ nghiệm thu",
        "1 nhà đã duyệt, chưa khởi công",
    ]
    page.sentences[0].button.click()
    page.sentences[1].button.click()
    page.sentences[2].button.click()
    paused = HouseholdFilter(statuses=frozenset({"on_hold"}))
    assert office.gone_to[-3:] == [
        (HOUSEHOLDS, paused),
        ("tasks", None),
        (PLACE, "Nghiệm thu – Bàn giao › Chờ nghiệm thu"),
    ]


def test_one_line_for_each_programme(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    assert page.programmes.lines == [["Xóa nhà tạm 2024–2025", "4", "1", "0", "0 %", "4", "–"]]
    page._open_programme(page.facts.programmes[0])  # type: ignore[union-attr]
    assert office.gone_to[-1] == (HOUSEHOLDS, HouseholdFilter(programme_id=NATIONAL))


def test_a_change_is_counted_at_once(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    make_case(office.workspace, "Giàng A Súa")
    settled(qtbot, office.runner, lambda: page.cards["waiting"].text_shown == "2")


def test_an_empty_office_begins_with_seven_things(qtbot: QtBot, commune: Workspace, runner: Runner) -> None:
    page = opened(qtbot, office := Office(commune, runner))
    assert texts(page)[0].startswith("2. Nhập danh sách hộ từ Excel")
    page.sentences[0].button.click()
    assert office.gone_to == [(LIST_IMPORT, None)]
    page._dismiss()
    settled(qtbot, runner, lambda: not page.sentences)
    again = opened(qtbot, office)
    assert again.sentences == []


def test_the_first_thing_to_do_opens_the_villages(qtbot: QtBot, runner: Runner, tmp_path: Path) -> None:
    workspace = set_up(tmp_path / "Dữ liệu", replace(COMMUNE, villages=()))
    page = opened(qtbot, office := Office(workspace, runner))
    page.sentences[0].button.click()
    assert office.gone_to == [("settings", "villages")]
    runner.close()
    workspace.close()


def test_the_page_scrolls_only_where_its_sentences_find_no_room(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    settled(qtbot, office.runner, lambda: len(page.charts) == 3)
    page.resize(1140, 1500)
    bar = page._content.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    page.resize(1140, 260)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    content = page._content.widget()
    assert content is not None
    assert content.height() == content.heightForWidth(content.width())


def test_a_draft_that_waits_is_named(qtbot: QtBot, office: Office) -> None:
    office.memory.put("draft.household.new", "{}")
    assert "Có một hộ đang gõ dở, chưa lưu" in texts(opened(qtbot, office))


def test_an_upper_office_sees_its_communes(qtbot: QtBot, upper: Workspace, runner: Runner) -> None:
    make_household(upper, "Lò Văn Pâng", commune_code="03151")
    make_household(upper, "Quàng Thị Ín", commune_code="03127")
    page = opened(qtbot, office := Office(upper, runner))
    units = page.units
    assert units is not None
    settled(qtbot, runner, lambda: units.table.count == 2)
    rows = [units.table.row_at(place) for place in (0, 1)]
    assert [row.name for row in rows if row is not None] == ["Phường Điện Biên Phủ", "Phường Mường Lay"]
    assert page.facts is not None
    assert page.facts.first == {}
    assert office.gone_to == []


def test_charts_come_after_the_page_with_their_numbers(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    assert page.sentences
    settled(qtbot, office.runner, lambda: len(page.charts) == 3)
    areas = page.charts[0]
    assert areas.numbers is not None
    assert areas.numbers.lines == [("Chưa ghi thôn, xã", "4", "1", "0")]
    assert areas.view is not None
    assert "Chưa ghi thôn, xã, 4, 1, 0" in areas.view.accessibleName()


def test_at_most_eight_lines_until_more_are_asked_for(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    assert page.facts is not None
    many = replace(page.facts, week=tuple(page.facts.next[:1] * 12), first={})
    page.facts = many
    page._show(many)
    assert len(page.sentences) == 8
    page._show_more()
    assert len(page.sentences) == len(many.overdue) + len(many.next) + 12


def test_a_deadline_of_a_plan_opens_its_page(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    assert page.facts is not None
    due = Due("deadline", 1, "Báo cáo kết quả", campaign_id="kế hoạch")
    page._show(replace(page.facts, week=(due,), first={}))
    page.sentences[-1].button.click()
    assert office.gone_to[-1] == (CAMPAIGNS, InPlan("kế hoạch", "deadlines"))


def test_houses_that_stand_still_are_told_with_the_reason(qtbot: QtBot, office: Office) -> None:
    paused = make_case(office.workspace, "Tẩn A Phủ")
    record_exceptions(
        office.workspace,
        [ExceptionDraft(paused, ExceptionCase.ON_HOLD, "2025-08-01", "Chờ vật tư", review_on="2099-01-01")],
    )
    page = opened(qtbot, office)
    assert "1 nhà tạm dừng (1 nhà: chờ vật tư)" in texts(page)


def test_the_first_seven_things_stay_with_their_guide_until_they_are_dismissed(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    how = next(one for one in page.findChildren(QAbstractButton) if one.text() == "Xem hướng dẫn")
    how.click()
    assert office.gone_to[-1] == (HELP, "first")
    next(one for one in page.findChildren(QAbstractButton) if one.text() == "Không hiện nữa").click()
    settled(qtbot, office.runner, lambda: not any("1. " in one for one in texts(page)))
    content = page._content.widget()
    assert content is not None
    assert all(one.text() != "Xem hướng dẫn" for one in content.findChildren(QAbstractButton))


def test_buttons_about_handing_over_name_tabs_that_are_there(qtbot: QtBot, office: Office) -> None:
    page = HandoverPage(office)
    qtbot.addWidget(page)
    tabs = {page.tabs.tabText(one) for one in range(page.tabs.count())}
    places = {str(request) for name, request in _PAGES.values() if name == PLACE}
    assert len(places) == 3
    assert {one.split(" › ")[1] for one in places} <= tabs
    assert {one.split(" › ")[0] for one in places} == {page.heading.title.text()}

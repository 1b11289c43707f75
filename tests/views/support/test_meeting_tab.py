"""The tab "Bình xét": a sheet over the households of one village, saved as one change, opened again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.review.queries import meetings
from app.support.queries import case_of, case_states
from app.undo import next_undo
from models.vocabulary import Status
from tests.make import make_case, make_household
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from tests.views.support.conftest import make_meeting, shown
from views.support.meeting_panel import MeetingPanel
from views.support.page import SupportPage


def page_of(qtbot: QtBot, office: Office) -> SupportPage:
    page = shown(qtbot, office, SupportPage(office))
    page.tabs.setCurrentIndex(page.stack.indexOf(page.meeting))
    settled(qtbot, office.runner)
    return page


def begin(qtbot: QtBot, page: SupportPage) -> MeetingPanel:
    page.filled.click()
    settled(qtbot, page.frame.runner)
    return page.meeting.panel


def fill_head(panel: MeetingPanel) -> None:
    panel.head.held_on.setText("28/10/2026")
    panel.head.present.setText("41")
    panel.head.threshold.set_value("more_than_half")
    panel.head.changed.emit()


def test_votes_are_saved_as_one_change_and_move_the_houses_that_passed(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    cases = [make_case(office.workspace, name, village_id=village) for name in ("Lò Văn Pâng", "Quàng Thị Ín")]
    page = page_of(qtbot, office)
    panel = begin(qtbot, page)
    assert panel.head.village.value() == village
    assert page.filled.isHidden()
    fill_head(panel)
    panel.sheet.paste(panel.sheet.index(0, 2), "41\t0\t0\n20\t18\t3")
    panel.judge()
    assert panel.state.text() == "1 hộ đạt, 1 hộ chưa đạt."
    panel.save_button.click()
    settled(qtbot, office.runner)
    assert messages.successes == ["Đã ghi biên bản họp Bản Hua Nạng: 1 hộ đạt, 1 hộ chưa đạt."]
    with office.workspace.read() as session:
        found = case_states(session, cases)  # the sheet stands in the order of given names: Ín, Pâng
    assert [found[one].status for one in cases] == [Status.REGISTERED, Status.VILLAGE_REVIEWED]
    assert next_undo(office.workspace) == "SAVE_MEETING"
    assert not page.meeting.in_sheet
    settled(qtbot, office.runner, lambda: bool(page.meeting.lists.detail.lines))
    assert any("20/41 không quá nửa" in line for line in page.meeting.lists.detail.lines)


def test_a_household_without_a_case_waits_too_and_the_sheet_says_what_saving_opens(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    household = make_household(office.workspace, "Lò Văn Pâng", village_id=village)
    case = make_case(office.workspace, "Quàng Thị Ín", village_id=village)
    page = page_of(qtbot, office)
    page.meeting.lists.waiting.panel.searched.emit("pang")
    settled(qtbot, office.runner)
    assert page.meeting.lists.waiting.table.count == 1
    page.meeting.lists.waiting.panel.searched.emit("")
    settled(qtbot, office.runner)
    panel = begin(qtbot, page)
    assert not panel.opening.isHidden()
    assert panel.opening.text() == (
        "Lò Văn Pâng chưa có đề nghị. Khi lưu, hộ nào có phiếu thì được mở đề nghị trong Xóa nhà tạm 2024–2025."
    )
    fill_head(panel)
    panel.sheet.paste(panel.sheet.index(0, 2), "41\t0\t0\n41\t0\t0")
    panel.save()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        opened = case_of(session, household)
        assert opened is not None
        found = case_states(session, [opened.case_id, case])
    assert {one.status for one in found.values()} == {Status.VILLAGE_REVIEWED}


def test_a_sum_that_does_not_fit_is_gone_to_instead_of_saved(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    make_case(office.workspace, village_id=village)
    page = page_of(qtbot, office)
    panel = begin(qtbot, page)
    fill_head(panel)
    panel.sheet.paste(panel.sheet.index(0, 2), "40\t0\t0")
    panel.save()
    settled(qtbot, office.runner)
    assert page.meeting.in_sheet
    assert "cộng lại là 40, khác số hộ dự biểu quyết 41" in panel.cell.text()
    with office.workspace.read() as session:
        assert meetings(session) == []


def test_households_of_two_villages_are_not_put_into_one_sheet(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    make_case(office.workspace, village_id=village)
    make_case(office.workspace, "Giàng A Súa")
    page = page_of(qtbot, office)
    begin(qtbot, page)
    assert not page.meeting.in_sheet
    assert messages.troubles == [
        "Mỗi biên bản họp của một thôn. Lọc theo thôn, hoặc chọn hộ của một thôn, rồi bấm lại."
    ]


def test_half_typed_votes_come_back_after_leaving_the_sheet(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    make_case(office.workspace, village_id=village)
    page = page_of(qtbot, office)
    panel = begin(qtbot, page)
    fill_head(panel)
    panel.head.texts["chair"].setText("Lò Văn Sơ")
    panel.sheet.toggle(panel.sheet.index(0, 2))
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not page.meeting.in_sheet
    again = page_of(qtbot, office)
    panel = begin(qtbot, again)
    assert panel.head.texts["chair"].text() == "Lò Văn Sơ"
    assert panel.sheet.result_text(panel.sheet.rows[0]) == "Đạt 41/41"


def test_a_recorded_meeting_is_opened_and_changed(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    case = make_case(office.workspace, village_id=village)
    make_meeting(office.workspace, village, (case, 20, 18, 3))
    page = page_of(qtbot, office)
    page.meeting.switch.choose(1)
    settled(qtbot, office.runner, lambda: page.meeting.lists.record_id is not None)
    QTest.keyClick(page.meeting.lists.recorded.view, Qt.Key.Key_Return)
    panel = page.meeting.panel
    assert page.meeting.in_sheet
    assert panel.sheet.result_text(panel.sheet.rows[0]) == "Chưa đạt: 20/41 không quá nửa"
    panel.sheet.paste(panel.sheet.index(0, 2), "21\t17\t3")
    panel.save()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        [line] = meetings(session)
    assert (line.passed, line.lost) == (1, 0)


def test_tab_goes_from_vote_to_vote_and_the_sheet_is_typed_by_keyboard_alone(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    for name in ("Lò Văn Pâng", "Quàng Thị Ín"):
        make_case(office.workspace, name, village_id=village)
    panel = begin(qtbot, page_of(qtbot, office))
    fill_head(panel)
    panel.view.setFocus()
    for text in ("38", "2", "1"):
        QTest.keyClicks(panel.view, text[0])
        editor = panel.view.findChildren(QLineEdit)[-1]
        QTest.keyClicks(editor, text[1:])
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert panel.view.currentIndex().column() == 6  # those present for this vote
    assert panel.sheet.result_text(panel.sheet.rows[0]) == "Đạt 38/41"


def test_an_empty_tab_says_what_comes_here(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = page_of(qtbot, office)
    assert page.meeting.lists.waiting.panel.empty.sentence.text().startswith("Không có hộ chờ bình xét.")
    page.meeting.switch.choose(1)
    settled(qtbot, office.runner)
    assert page.meeting.lists.recorded.panel.empty.sentence.text().startswith("Chưa có biên bản họp.")

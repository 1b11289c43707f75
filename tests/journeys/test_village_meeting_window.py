"""S2 through the window: a village meeting, its list on the wall, a remark on one house, the commune's submission."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.areas.queries import find_village
from app.review.drafts import SurveyDraft
from app.review.operations import save_survey
from app.review.queries import submissions
from app.support.queries import case_facts, case_states
from app.workspace import Workspace
from models.vocabulary import PaperKind, Status
from tests.journeys.officer import WindowOfficer, lines
from tests.make import make_case
from tests.window import Recorder
from views.paper_pane import PaperPane
from views.support.page import SupportPage
from views.support.posting_form import PostingForm
from views.support.remark_forms import RecheckForm
from views.support.submission_form import SubmissionForm
from views.widgets.switch import Switch

HEADS = ("Lò Văn Pâng", "Quàng Thị Ín", "Cà Văn Thoan", "Lù Thị Ánh", "Tòng Văn Hặc")
VOTES = {
    "Lò Văn Pâng": (41, 0, 0),
    "Quàng Thị Ín": (38, 2, 1),
    "Cà Văn Thoan": (33, 5, 3),
    "Lù Thị Ánh": (20, 18, 3),
    "Tòng Văn Hặc": (12, 25, 4),
}


@pytest.fixture
def cases(commune: Workspace) -> dict[str, str]:
    """Five surveyed houses of Bản Hua Nạng, by the name of their heads."""
    with commune.read() as session:
        village = find_village(session, commune.author.office, "Bản Hua Nạng")
    found = {
        name: make_case(commune, name, village_id=village, citizen_id=f"01107200{n:04}", phone="0912345678")
        for n, name in enumerate(HEADS)
    }
    with commune.read() as session:
        households = [one.household_id for one in case_facts(session, list(found.values())).values()]
    for household in households:
        save_survey(commune, SurveyDraft(household, "2026-10-20", surveyors="Lò Văn Sơ"))
    return found


def statuses(commune: Workspace, cases: dict[str, str]) -> dict[str, Status]:
    with commune.read() as session:
        found = case_states(session, list(cases.values()))
    return {name: found[case].status for name, case in cases.items()}


def test_a_village_meeting_goes_from_votes_to_the_submission(
    qtbot: QtBot, commune: Workspace, cases: dict[str, str], messages: Recorder, tmp_path: Path
) -> None:
    officer = WindowOfficer.at_work(qtbot, commune)
    page = officer.go("decisions", "Alt+3")
    assert isinstance(page, SupportPage)
    hold_meeting(officer, page)
    passed = [name for name, status in statuses(commune, cases).items() if status is Status.VILLAGE_REVIEWED]
    assert passed == ["Lò Văn Pâng", "Quàng Thị Ín", "Cà Văn Thoan"]
    assert [text for text in page.meeting.lists.detail.lines if "20/41 không quá nửa" in text]
    post(officer, page)
    dispute(officer, page)
    submit_two(officer, page)
    assert statuses(commune, cases)["Cà Văn Thoan"] is Status.POSTED
    answer(officer, page)
    submit_third(officer, page)
    assert statuses(commune, cases)["Cà Văn Thoan"] is Status.SUBMITTED
    end_posting(officer, page)
    save_as_word(officer, page, messages, tmp_path)
    assert messages.shown == []
    officer.leave()


def open_tab(officer: WindowOfficer, page: SupportPage, title: str) -> None:
    """Ctrl+Tab until the tab of this title is in sight."""
    officer.settle(lambda: QApplication.activeModalWidget() is None)
    for _ in range(page.tabs.count()):
        if page.tabs.tabText(page.tabs.currentIndex()) == title:
            break
        officer.press("Ctrl+Tab")
    assert page.tabs.tabText(page.tabs.currentIndex()) == title
    officer.settle()


def hold_meeting(officer: WindowOfficer, page: SupportPage) -> None:
    """The sheet by keyboard: what stands above, then three counts a household, and Ctrl+S."""
    open_tab(officer, page, "Bình xét")
    waiting = page.meeting.lists.waiting
    officer.settle(lambda: waiting.table.count == 5)
    officer.press("Ctrl+A", "Ctrl+N")
    officer.settle(lambda: page.meeting.in_sheet)
    panel = page.meeting.panel
    officer.fill("", "28/10/2026", "", "", "Nhà văn hóa bản", "52", "41", "qua nua", "", "Lò Văn Sơ", "Cà Thị Mai")
    assert (panel.head.households.value(), panel.head.present_count) == (52, 41)
    panel.view.setFocus()
    for line in panel.sheet.rows:
        for count in VOTES[line.head_name]:
            officer.type(str(count))
            officer.press("Tab")
        officer.press("Tab", "Tab", "Tab")
    assert [panel.sheet.result_text(line) for line in panel.sheet.rows if line.head_name == "Lù Thị Ánh"] == [
        "Chưa đạt: 20/41 không quá nửa"
    ]
    officer.press("Ctrl+S")
    officer.hears("Đã ghi biên bản họp Bản Hua Nạng: 3 hộ đạt, 2 hộ chưa đạt.")
    officer.settle(lambda: bool(page.meeting.lists.detail.lines))


def post(officer: WindowOfficer, page: SupportPage) -> None:
    """Friday 30/10, three working days: the strip says from when the houses go."""
    open_tab(officer, page, "Niêm yết")
    waiting = page.posting.lists.waiting
    officer.settle(lambda: waiting.table.count == 3)
    officer.press("Ctrl+A")
    officer.click("Lập danh sách niêm yết", page.heading)
    form = officer.form()
    assert isinstance(form, PostingForm)
    officer.press("Ctrl+A")
    officer.fill("30/10/2026", "3", "", "Nhà văn hóa bản", "Hộ nghèo, nhà ở chưa đủ ba cứng")
    assert form.sentence.text() == "Niêm yết đến hết thứ Tư 04/11. Trình được từ thứ Năm 05/11."
    assert [one.day for one in form.strip.days if one.kind == "counted"] == [date(2026, 11, day) for day in (2, 3, 4)]
    officer.press("Ctrl+Return")
    officer.hears("Đã lập danh sách niêm yết 3 hộ. Trình được từ thứ Năm 05/11.")


def dispute(officer: WindowOfficer, page: SupportPage) -> None:
    """On 03/11 a note disputes the third house."""
    officer.settle(lambda: "Chưa có ý kiến, phản ánh." in page.posting.lists.detail.lines)
    officer.click("Ghi ý kiến…")
    officer.form()
    officer.fill("thoan", "3/11/2026", "Cà Văn Dũng", "Hộ này có nhà ở nơi khác")
    officer.press("Ctrl+Return")
    officer.hears("Đã ghi ý kiến về hộ Cà Văn Thoan.")


def submit_two(officer: WindowOfficer, page: SupportPage) -> None:
    """Nobody goes while the list hangs; on 05/11 two go and the house with the open note waits."""
    open_tab(officer, page, "Tờ trình")
    waiting = page.submission.lists.waiting
    officer.settle(lambda: waiting.table.count == 3)
    officer.press("Ctrl+A")
    officer.click("Lập tờ trình", page.heading)
    form = officer.form()
    assert isinstance(form, SubmissionForm)
    officer.press("Ctrl+A")
    officer.fill("4/11/2026")
    assert form.box.lines[:2] == ["0 hộ làm được", "3 hộ chưa được vì:"]
    officer.press("Shift+Tab", "Ctrl+A")
    officer.fill("5/11/2026")
    assert form.box.lines[:2] == ["2 hộ làm được", "1 hộ chưa được vì:"]
    assert "Cà Văn Thoan: còn ý kiến, phản ánh chưa trả lời" in form.box.lines[2]
    officer.press("Ctrl+Return")
    officer.hears("Đã lập tờ trình 2 hộ. Còn 1 hộ chưa trình được, vẫn ở danh sách.")


def answer(officer: WindowOfficer, page: SupportPage) -> None:
    """The re-check of 04/11 confirms the house; the answer closes the note."""
    open_tab(officer, page, "Niêm yết")
    page.posting.switch.choose(1)
    detail = page.posting.lists.detail
    officer.settle(lambda: any("nơi khác" in line for line in detail.lines))
    officer.click("Ghi phúc tra…", detail)
    form = officer.form()
    assert isinstance(form, RecheckForm)
    officer.press("Ctrl+A")
    officer.fill("4/11/2026")
    form.outcome.set_value("confirmed")
    officer.press("Ctrl+Return")
    officer.hears("Đã ghi phúc tra hộ Cà Văn Thoan.")
    officer.settle(lambda: any("Giữ trong danh sách" in line for line in detail.lines))
    officer.click("Trả lời…", detail)
    officer.form()
    officer.press("Ctrl+A")
    officer.fill("4/11/2026", "Đã phúc tra, giữ trong danh sách")
    officer.press("Ctrl+Return")
    officer.hears("Đã ghi trả lời ý kiến về hộ Cà Văn Thoan.")


def submit_third(officer: WindowOfficer, page: SupportPage) -> None:
    """Then the third house goes too."""
    open_tab(officer, page, "Tờ trình")
    page.submission.switch.choose(0)
    waiting = page.submission.lists.waiting
    officer.settle(lambda: lines(waiting.table, "name") == [("Cà Văn Thoan",)])
    officer.press("Ctrl+A")
    officer.click("Lập tờ trình", page.heading)
    officer.form()
    officer.press("Ctrl+Return")
    officer.hears("Đã lập tờ trình 1 hộ.")
    with officer.window.workspace.read() as session:
        assert sorted(one.houses for one in submissions(session)) == [1, 2]


def end_posting(officer: WindowOfficer, page: SupportPage) -> None:
    """The list is taken down on the day after its last one."""
    open_tab(officer, page, "Niêm yết")
    officer.click("Ghi kết thúc…", page.posting.lists.detail)
    officer.form()
    officer.press("Ctrl+A")
    officer.fill("5/11/2026", "Lò Văn Sơ")
    officer.press("Ctrl+Return")
    officer.hears("Đã ghi kết thúc niêm yết.")
    officer.settle(lambda: "Kết thúc ngày 05/11/2026." in page.posting.lists.detail.lines)


PAPERS = (
    ("Bình xét", PaperKind.REVIEW_MINUTES, "Xem biên bản"),
    ("Niêm yết", PaperKind.POSTING_LIST, "Xem danh sách"),
    ("Niêm yết", PaperKind.POSTING_END_MINUTES, "Xem biên bản kết thúc"),
    ("Tờ trình", PaperKind.SUBMISSION, "Xem tờ trình"),
)


def save_as_word(officer: WindowOfficer, page: SupportPage, messages: Recorder, folder: Path) -> None:
    """Four papers open in Word; number and day of the submission are dotted, a posted list hides ID and phone."""
    for title, kind, button in PAPERS:
        open_tab(officer, page, title)
        switch = page.switches.currentWidget()
        assert isinstance(switch, Switch)
        switch.choose(1)
        officer.settle()
        officer.click(button)
        text = saved_text(officer, page.paper, kind, messages, folder / f"{kind.value}.docx")
        assert text
        assert "0912345678" not in text
        if kind is PaperKind.POSTING_LIST:
            assert "Cà Văn Thoan" in text
            assert "01107200" not in text
        if kind is PaperKind.SUBMISSION:
            assert re.search(r"Số: \.+/TTr-UBND", text)
            assert re.search(r"Mường Lay, ngày \.+ tháng \.+ năm \.+", text)


def saved_text(officer: WindowOfficer, pane: PaperPane, kind: PaperKind, messages: Recorder, target: Path) -> str:
    """What stands in the Word file of the paper in sight."""
    officer.settle(lambda: pane.kind is kind and pane.document is not None and pane.document.pageCount() > 0)
    messages.give_files(target)
    officer.click("Lưu Word", pane)
    officer.hears(f"Đã lưu {target.name}.")
    pane.closed.emit()
    document = Document(str(target))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])

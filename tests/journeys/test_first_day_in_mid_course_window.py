"""S1 through the window: the old Excel file from its choice to its end, the figures of every page, one "Hoàn tác"."""

from __future__ import annotations

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.households.queries import all_rowids
from app.workspace import Workspace
from tests.journeys.officer import WindowOfficer, lines
from tests.journeys.test_first_day_in_mid_course import APPROVED, LEFT, PAID, TRACKING
from tests.window import Recorder
from views.funding.forms import SourceForm
from views.funding.page import FundingPage
from views.households.page import HouseholdsPage
from views.lists.import_page import ImportPage, Step
from views.page import HOUSEHOLDS, TODAY
from views.paperwork.page import PaperworkPage
from views.reports.today import TodayPage


def test_the_first_day_from_the_old_file_to_one_undo(
    qtbot: QtBot, commune: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    officer = WindowOfficer.at_work(qtbot, commune)
    add_source(officer)
    file = tmp_path / "Theo dõi nhà tạm 2026.xls"
    shutil.copy(TRACKING, file)
    messages.give_files(file)
    import_list(officer)
    look_at_households(officer)
    look_at_today(officer)
    assert money(officer) == ("2.616.000.000", "2.616.000.000", "2.616.000.000", "0")
    look_at_what_is_left(officer)
    look_at_papers(officer)
    take_back(officer, commune)
    officer.leave()
    assert messages.shown == messages.asked[1:] == []


def add_source(officer: WindowOfficer) -> None:
    """The one source the houses were paid from."""
    page = officer.go("funding", "Alt+6")
    assert isinstance(page, FundingPage)
    page.show_tab("Nguồn vốn")
    officer.settle(page.sources.money.empty.isVisible)
    officer.click("Thêm nguồn vốn", page.sources.money.empty)
    assert isinstance(officer.form(), SourceForm)
    officer.fill("NSTW", "Ngân sách trung ương", "ngan sach trung uong")
    officer.press("Ctrl+Return")
    officer.settle(lambda: page.sources.money.list.table.count == 3)


def import_list(officer: WindowOfficer) -> None:
    """Choose, understand, repair, decide, done; before the last nothing is saved."""
    officer.go(TODAY, "Alt+1")
    officer.click("Nhập danh sách Excel")
    page = officer.page
    assert isinstance(page, ImportPage)
    officer.click("Chọn tệp Excel", page)
    officer.settle(lambda: page.report is not None)
    assert page.report is not None
    assert [one.name for one in page.report.sheets] == list(page.columns.sheets)
    seen = [page.step]
    while page.step is not Step.DECIDE:
        officer.press("Ctrl+Return")
        seen.append(page.step)
    officer.settle(lambda: page.decide.table.complete and page.save_button.isEnabled())
    assert seen == [Step.COLUMNS, Step.REPAIRS, Step.DECIDE]
    assert page.decide.fates["new"].text() == "Hộ mới (64)"
    counts, opening = page.decide.counts.text().splitlines()
    assert "64 hộ mới, 0 hộ sửa, 0 hộ như cũ, 0 dòng không nhận" in counts
    assert opening == (
        "Số liệu đầu kỳ (trước khi dùng phần mềm, chưa có giấy trong máy): 64 hộ đã duyệt 3.300.000.000 đồng, "
        "56 hộ đã khởi công, 41 hộ đã bàn giao, đã chi 2.616.000.000 đồng."
    )
    assert page.save_button.text() == "Nhập 64 hộ"
    officer.press("Ctrl+Return")
    officer.hears("Đã nhập tệp Theo dõi nhà tạm 2026.xls: 64 hộ mới, 0 hộ sửa.")
    officer.settle(lambda: page.step is Step.DONE)


def look_at_households(officer: WindowOfficer) -> None:
    """The list of households comes by itself; the sum at its foot is what was paid of what was approved."""
    officer.settle(lambda: officer.window.current == HOUSEHOLDS)
    page = officer.page
    assert isinstance(page, HouseholdsPage)
    officer.settle(lambda: page.table.complete and page.table.count == 64)
    assert page.panel.total.text() == "Đang xem 64 / 64 hộ · đã duyệt 3.300.000.000 đồng"


def look_at_today(officer: WindowOfficer) -> None:
    """64 houses, 56 begun, 41 handed over; nobody asks for the minutes of a meeting before the program."""
    page = officer.go(TODAY, "Alt+1")
    assert isinstance(page, TodayPage)
    officer.settle(lambda: page.facts is not None and page.facts.households == 64)
    [line] = page.programmes.lines
    assert line[1:6] == ["64", "56", "41", "64 %", "23"]
    shown = [one.text.text() for one in page.sentences]
    assert not [one for one in shown if "biên bản" in one.lower() or "họp" in one.lower()]


def money(officer: WindowOfficer) -> tuple[str, ...]:
    """The line of the source on "Kinh phí"."""
    page = officer.go("funding", "Alt+6")
    assert isinstance(page, FundingPage)
    page.show_tab("Nguồn vốn")
    table = page.sources.money.list.table
    officer.settle(lambda: table.complete)
    return lines(table, "received", "allocated", "paid", "left")[0]


def look_at_what_is_left(officer: WindowOfficer) -> None:
    """The houses of "Phân bổ" add up: 3.300 approved, 2.616 paid, 684 million still to find."""
    page = officer.page
    assert isinstance(page, FundingPage)
    page.show_tab("Phân bổ")
    table = page.allocation.table
    officer.settle(lambda: table.complete and table.count == 64)
    rows = [[int(cell.replace(".", "") or 0) for cell in row] for row in lines(table, "approved", "paid", "short")]
    assert [sum(column) for column in zip(*rows, strict=True)] == [APPROVED, PAID, LEFT]


def look_at_papers(officer: WindowOfficer) -> None:
    """The tab "Hồ sơ còn thiếu" lists what the program has not, and asks nobody to print a paper of that time."""
    page = officer.go("paperwork", "Alt+8")
    assert isinstance(page, PaperworkPage)
    table = page.missing.table
    officer.settle(lambda: table.complete)
    assert page.missing.panel.total.text().startswith("Đang xem 64 / 64 hồ sơ")
    rows = [table.row_at(place) for place in range(table.count)]
    assert {cell.before for row in rows if row for cell in row.missing} == {True}
    officer.click("In giấy còn thiếu", page)
    officer.settle(lambda: not page.sheets.isVisible())


def take_back(officer: WindowOfficer, commune: Workspace) -> None:
    """One "Hoàn tác" takes households, villages, decisions, stages and money back."""
    undo = officer.window.menus.undo
    officer.settle(lambda: undo.text() == "Hoàn tác: Nhập danh sách Excel")
    officer.press("Ctrl+Z")
    officer.hears("Đã hoàn tác: Nhập danh sách Excel.")
    with commune.read() as session:
        assert not all_rowids(session)
    assert money(officer) == ("0", "0", "0", "0")

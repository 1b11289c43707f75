"""An officer's first day: from an empty folder to a household that is found, taken back and remembered."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.workspace import Workspace, open_workspace
from tests.journeys.officer import Officer, WindowOfficer, lines
from tests.window import Recorder
from views.application import Program
from views.households.new_page import NewHouseholdPage
from views.households.page import HouseholdsPage
from views.office.first_run import FirstRun
from views.page import DOSSIER, HOUSEHOLDS, TODAY
from views.reports.history import HistoryPage


def set_up(qtbot: QtBot, program: Program) -> None:
    """The first run by keyboard, to its last step."""
    assert program.start()
    first = program.first
    assert isinstance(first, FirstRun)
    officer = Officer(qtbot, first, first.runner)
    officer.press("Space")
    assert first.step == "office"
    officer.fill("dien bien", "muong lay")
    assert first.office.name.text() == "Ủy ban nhân dân phường Mường Lay"
    officer.click("Tiếp tục")
    officer.fill("Lò Thị Hoa", "Công chức văn hóa – xã hội")
    officer.click("Tiếp tục")
    officer.fill("Bản Hua Nạng", "Quàng Văn Sơn", "0912 345 678", "Bản Chi Luông", "", "", "")
    assert first.villages.names() == ("Bản Hua Nạng", "Bản Chi Luông")
    assert officer.focus is first.back
    officer.click("Tiếp tục")
    officer.click("Tạo dữ liệu")
    officer.settle(lambda: first.step == "done")
    officer.click("Thêm hộ đầu tiên")


def test_an_empty_laptop_holds_its_first_household_before_noon(
    qtbot: QtBot, tmp_path: Path, messages: Recorder
) -> None:
    program = Program(tmp_path / "Dữ liệu của chị Hoa")
    set_up(qtbot, program)
    window = program.window
    assert window is not None
    qtbot.addWidget(window)
    officer = WindowOfficer(qtbot, window)
    type_first_household(officer)
    officer.press("Ctrl+S")
    officer.settle(lambda: window.current == DOSSIER)
    assert officer.told == "Đã lưu hộ Quàng Thị Ín, Bản Hua Nạng."
    officer.press("Escape")
    assert window.current == TODAY
    find_without_accents(officer)
    take_back(officer)
    officer.leave()


def type_first_household(officer: WindowOfficer) -> None:
    """Head, village and category without accents, then year, ID and request; marks by F8."""
    page = officer.page
    assert isinstance(page, NewHouseholdPage)
    fields = page.editor.fields.fields
    officer.press("Ctrl+S")
    assert page.editor.foot.places.text().startswith("3 chỗ cần xem lại (F8)")
    assert fields["head_name"].hasFocus()
    officer.press("F8")
    assert fields["village_id"].hasFocus()
    officer.press("F8", "F8")
    officer.fill("Quàng Thị Ín", "1980", "nu", "011180001234", "thai", "0987 654 321", "hua nang", "", "ho ngheo")
    officer.fill("", "4", "", "", "xoa nha", "xay moi", "60tr")
    assert page.editor.fields.texts()["requested_amount"] == "60.000.000"


def find_without_accents(officer: WindowOfficer) -> None:
    """The list shows her, and a search without accents finds her; Enter opens, Esc comes back to the row."""
    page = officer.go("households", "Alt+2")
    assert isinstance(page, HouseholdsPage)
    shown = lines(page.table, "head_name", "birth", "village", "category", "work_type")
    assert shown == [("Quàng Thị Ín", "1980", "Bản Hua Nạng", "Hộ nghèo", "Xây mới")]
    officer.press("Ctrl+F")
    officer.type("in quang")
    officer.settle(lambda: page.source.wanted.text == "in quang" and page.table.complete)
    assert page.table.count == 1
    officer.press("Ctrl+F")
    officer.type("siêng")
    officer.settle(lambda: page.source.wanted.text == "siêng" and page.table.complete)
    assert page.table.count == 0
    assert page.panel.empty.sentence.text().startswith("Không có dòng nào khớp.")
    officer.press("Escape")
    officer.settle(lambda: page.table.count == 1)
    officer.press("Down", "Return")
    officer.settle(lambda: officer.window.current == DOSSIER)
    officer.press("Escape")
    assert officer.window.current == HOUSEHOLDS
    assert page.view.hasFocus()
    assert page.view.currentIndex().row() == 0


def take_back(officer: WindowOfficer) -> None:
    """Undo names what it takes back; the history keeps both."""
    menu, page = officer.window.menus.undo, officer.page
    assert isinstance(page, HouseholdsPage)
    officer.settle(menu.isEnabled)
    assert menu.text() == "Hoàn tác: Ghi hộ"
    officer.press("Ctrl+Z")
    officer.settle(lambda: page.table.total == 0)
    assert officer.told == "Đã hoàn tác: Ghi hộ."
    officer.press("Ctrl+H")
    history = officer.page
    assert isinstance(history, HistoryPage)
    officer.settle(lambda: history.table.count == 3)
    shown = lines(history.table, *(one.name for one in history.table.columns))
    assert [row[1:4] for row in shown] == [
        ("Lò Thị Hoa", "Hoàn tác", "Quàng Thị Ín"),
        ("Lò Thị Hoa", "Ghi hộ", "Quàng Thị Ín"),
        ("Lò Thị Hoa", "Thiết lập cơ quan", ""),
    ]


def test_one_household_follows_the_other_by_keys_and_half_typed_work_waits(
    qtbot: QtBot, commune: Workspace, messages: Recorder
) -> None:
    officer = WindowOfficer.at_work(qtbot, commune)
    officer.go("households", "Alt+2")
    officer.press("Ctrl+N")
    page = officer.page
    assert isinstance(page, NewHouseholdPage)
    texts = page.editor.fields.texts
    officer.fill("Lò Văn Pâng", "1972", "nam", "", "", "", "chi luong", "", "ho ngheo")
    officer.press("Ctrl+Return")
    officer.hears("Đã lưu hộ Lò Văn Pâng, Bản Chi Luông.")
    assert page.editor.fields.fields["head_name"].hasFocus()
    assert (texts()["head_name"], texts()["village_id"], texts()["category"]) == ("", "Bản Chi Luông", "Hộ nghèo")
    officer.type("Vì Văn Si")
    officer.press("Escape")
    assert officer.window.current == HOUSEHOLDS
    officer.leave()
    again = WindowOfficer.at_work(qtbot, open_workspace(commune.folder))
    again.go("households", "Alt+2")
    again.press("Ctrl+N")
    page = again.page
    assert isinstance(page, NewHouseholdPage)
    assert page.editor.fields.texts()["head_name"] == "Vì Văn Si"
    assert page.editor.foot.state.text().startswith("Bản nháp chưa lưu")
    again.leave()
    assert messages.asked == []


def test_tab_goes_through_the_whole_form_to_its_buttons(qtbot: QtBot, commune: Workspace, messages: Recorder) -> None:
    officer = WindowOfficer.at_work(qtbot, commune)
    officer.go("households", "Alt+2")
    officer.press("Ctrl+N")
    page = officer.page
    assert isinstance(page, NewHouseholdPage)
    fields = {field: name for name, field in page.editor.fields.fields.items()}
    passed = []
    for _ in range(40):
        passed.append(fields.get(officer.focus, ""))
        if officer.focus is page.editor.foot.save:
            break
        officer.press("Tab")
    assert [name for name in passed if name] == [name for name in fields.values() if "condition" not in name]
    assert officer.focus is page.editor.foot.save
    officer.leave()

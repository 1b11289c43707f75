"""An officer hands her work over to another laptop through the window, and comes back to the old one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.cli.main import main
from app.households.queries import household_count
from app.succession.giving import handed_over
from app.workspace import Workspace, open_workspace
from tests.journeys.officer import Officer, WindowOfficer
from tests.make import make_case
from tests.window import Recorder
from views.application import Program
from views.office.first_run import FirstRun
from views.office_window import OfficeWindow
from views.password_form import PasswordForm
from views.succession.page import SuccessionPage

SECRET = "lúa nếp nương"  # noqa: S105 - of a made-up file


def test_work_goes_to_another_laptop_and_the_old_one_rests_until_told_otherwise(
    qtbot: QtBot, commune: Workspace, tmp_path: Path, messages: Recorder
) -> None:
    make_case(commune, "Lò Văn Pâng")
    make_case(commune, "Quàng Thị Ín")
    stick = tmp_path / "USB" / "ban giao.maiam"
    stick.parent.mkdir()
    officer = WindowOfficer.at_work(qtbot, commune)
    give(officer, messages, stick)
    officer.settle(lambda: not officer.window.rest_band.isHidden())
    officer.go("households", "Alt+2")
    assert not officer.button("Thêm hộ").isEnabled()
    officer.press("Alt+4")
    officer.leave()
    window = take(qtbot, messages, stick, tmp_path / "Máy của Nghĩa")
    successor = WindowOfficer(qtbot, window)
    assert window.strip.user_button.text() == "Quàng Văn Nghĩa"
    assert window.rest_band.isHidden()
    with window.workspace.read() as session:
        assert household_count(session) == 2
    successor.go("households", "Alt+2")
    assert successor.button("Thêm hộ").isEnabled()
    successor.leave()
    old = open_workspace(commune.folder)
    officer = WindowOfficer.at_work(qtbot, old)
    go_on(officer)
    officer.leave()
    for folder in (commune.folder, tmp_path / "Máy của Nghĩa"):
        assert main(["--data", str(folder), "check"]) == 0


def give(officer: WindowOfficer, messages: Recorder, stick: Path) -> None:
    """The page of the first menu: a name, a password twice, the minutes looked at, the file written."""
    [entry] = [one for one in officer.window.menus.file.actions() if one.text() == "Bàn giao công việc…"]
    entry.trigger()
    officer.settle(lambda: officer.window.current == "succession")
    page = officer.page
    assert isinstance(page, SuccessionPage)
    officer.click("Xem biên bản")
    officer.settle(lambda: page.pane.sight.file is not None)
    officer.click("Ghi tệp bàn giao…")
    assert page.marks.count == 2
    assert page.to.hasFocus()
    officer.fill("Quàng Văn Nghĩa", "Công chức địa chính", "", "", "", SECRET, SECRET)
    messages.give_files(stick)
    officer.click("Ghi tệp bàn giao…")
    officer.settle(lambda: handed_over(officer.window.workspace) is not None)
    assert officer.told.startswith(f"Đã ghi tệp bàn giao {stick} và đọc lại đủ")
    officer.settle(lambda: not page.resume_button.isHidden())


def take(qtbot: QtBot, messages: Recorder, stick: Path, folder: Path) -> OfficeWindow:
    """The first run of the other laptop: the second way, a wrong password, the right one, what was compared."""
    program = Program(folder)
    assert program.start()
    first = program.first
    assert isinstance(first, FirstRun)
    successor = Officer(qtbot, first, first.runner)
    for secret in ("nhầm mật khẩu", SECRET):
        messages.give_files(stick)
        first.choices[1].click()
        form = next(one for one in first.findChildren(PasswordForm) if one.isVisible())
        form.password.setText(secret)
        form.try_it()
        successor.settle()
    successor.settle(lambda: first.step == "done")
    texts = [one.text() for one in first.done.findChildren(QLabel)]
    assert any(one.startswith("Đã nhận bàn giao: Lò Thị Hoa giao Quàng Văn Nghĩa ngày") for one in texts)
    assert "Số hộ, tiền, số giấy tờ và ảnh đúng như biên bản." in texts
    successor.click("Mở phần mềm")
    window = program.window
    assert window is not None
    qtbot.addWidget(window)
    return window


def go_on(officer: WindowOfficer) -> None:
    """The old laptop is used again, with a reason."""
    officer.window.go("succession")
    officer.settle()
    officer.click("Tiếp tục dùng máy này…")
    form = officer.form()
    officer.fill("Máy mới hỏng ổ đĩa")
    form.try_it()
    officer.hears("Máy này ghi việc mới được trở lại; số giấy tờ từ nay có chữ c.")
    officer.settle(officer.window.rest_band.isHidden)
    officer.go("households", "Alt+2")
    assert officer.button("Thêm hộ").isEnabled()

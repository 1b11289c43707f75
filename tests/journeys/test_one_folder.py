"""One folder, one window: a second one says so, and what a command writes meanwhile shows in the open one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.journeys.officer import WindowOfficer, lines
from tests.make import make_household
from tests.window import Recorder
from views import messages as window_messages
from views.application import Program
from views.households.page import HouseholdsPage


def command(folder: Path, *words: str) -> None:
    """A command in another process, over the same folder."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "--data", str(folder), *words],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_second_window_says_so_and_a_foreign_change_shows(
    qtbot: QtBot, commune: Workspace, messages: Recorder
) -> None:
    household = make_household(commune, "Quàng Thị Ín")
    commune.hold_window()
    officer = WindowOfficer.at_work(qtbot, commune)
    window_messages.write_to(None)  # the second program has no window yet to say it in
    second = Program(commune.folder)
    assert not second.start()
    assert messages.shown == [
        "Phần mềm đang mở dữ liệu này ở một cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại."
    ]
    window_messages.write_to(officer)
    page = officer.go("households", "Alt+2")
    assert isinstance(page, HouseholdsPage)
    officer.settle(lambda: lines(page.table, "head_name") == [("Quàng Thị Ín",)])
    command(commune.folder, "household", "set", household, "head_name=Quàng Thị Yến")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    officer.come_forward()
    officer.settle(lambda: lines(page.table, "head_name") == [("Quàng Thị Yến",)])
    officer.settle(lambda: officer.window.menus.undo.text() == "Hoàn tác: Ghi hộ")
    command(commune.folder, "undo")
    officer.press("Ctrl+F")
    officer.type("in")
    officer.settle(lambda: lines(page.table, "head_name") == [("Quàng Thị Ín",)])
    officer.leave()

"""The window opens pages when asked, tells them what changed, and closes without riddles."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.progress import Progress
from tests.views.conftest import Recorder
from views import messages as window_messages
from views import style
from views.find_anywhere import Hit
from views.main_window import MainWindow
from views.memory import ShortMemory
from views.page import Page, PageEntry
from views.runner import Runner
from views.seen_stack import PageRoom
from views.status_line import when_text

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Sheet(Page):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.drafts = 0

    def forget(self, changes: object) -> None:
        self.heard.append(changes)

    def receive(self, request: object) -> None:
        self.heard.append(("request", request))

    def keep_draft(self) -> None:
        self.drafts += 1


@dataclass
class Office:
    """A window over three pages, and what was made of them."""

    memory: ShortMemory = field(default_factory=ShortMemory)
    made: dict[str, Sheet] = field(default_factory=dict)

    def entry(self, name: str, title: str, caption: str = "", digit: int | None = None) -> PageEntry:
        def make() -> Page:
            self.made[name] = Sheet()
            return self.made[name]

        return PageEntry(name, title, "house", make, caption, digit)

    def entries(self) -> list[PageEntry]:
        return [
            self.entry("today", "Việc hôm nay", digit=1),
            self.entry("households", "Hộ gia đình", "HỘ VÀ NHÀ", 2),
            self.entry("tasks", "Cần xử lý", "TRAO ĐỔI", 10),
        ]


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> Iterator[MainWindow]:
    made = MainWindow(Runner(), office.memory, office.entries())
    qtbot.addWidget(made)
    made.show()
    made.go("today")
    made.activateWindow()
    yield made
    made.runner.close()
    window_messages.write_to(None)


def test_pages_are_made_when_they_are_first_opened(window: MainWindow, office: Office) -> None:
    assert set(office.made) == {"today"}
    window.navigation.items["households"].click()
    assert set(office.made) == {"today", "households"}
    assert window.current == "households"
    assert window.navigation.items["households"].isChecked()
    assert "Hộ gia đình" in window.windowTitle()


def test_alt_and_a_digit_opens_a_page_and_alt_left_goes_back(window: MainWindow, office: Office) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, ALT)
    QTest.keyClick(window, Qt.Key.Key_0, ALT)
    assert window.current == "tasks"
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.current == "households"
    assert office.made["today"].drafts == 1


def test_the_page_in_sight_forgets_at_once_and_the_others_when_looked_at(window: MainWindow, office: Office) -> None:
    window.go("households")
    window.runner.announce("one")
    window.runner.announce("two")
    assert office.made["households"].heard == ["one", "two"]
    assert office.made["today"].heard == []
    window.go("today")
    assert office.made["today"].heard == ["one", "two"]
    window.runner.announce(None)
    window.go("households", {"village": "Hua Nạng"})
    assert office.made["households"].heard[2:] == [None, ("request", {"village": "Hua Nạng"})]


def test_the_programme_filters_every_page_and_is_remembered(window: MainWindow, office: Office) -> None:
    window.strip.offer_programmes([("p1", "Xóa nhà tạm 2025")], None)
    assert window.strip.programme_button.menu_below is not None
    window.strip.programme_button.menu_below().actions()[1].trigger()
    assert window.programme == "p1"
    assert window.strip.programme_button.text() == "Chương trình: Xóa nhà tạm 2025"
    assert office.memory.get("programme") == "p1"
    assert office.made["today"].heard == [None]


def test_the_bar_folds_and_the_text_grows_and_both_are_remembered(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    window.resize(1366, 700)
    QTest.keyClick(window, Qt.Key.Key_B, CONTROL)
    assert window.navigation.width() == 44
    QTest.keyClick(window, Qt.Key.Key_Equal, CONTROL)
    assert style.scale.percent == 110
    style.scale.set_percent(100)
    again = MainWindow(Runner(), office.memory, office.entries())
    qtbot.addWidget(again)
    assert again.navigation.folded
    assert style.scale.percent == 110
    again.runner.close()


def test_in_a_narrow_window_the_bar_folds_by_itself_and_comes_back(window: MainWindow, office: Office) -> None:
    folded = []
    for size in ((1366, 700), (911, 480), (1366, 700)):  # the second is the screen of 1366 at 150 %
        window.resize(*size)
        folded.append(window.navigation.folded)
    assert folded == [False, True, False]
    window.resize(911, 480)
    QTest.keyClick(window, Qt.Key.Key_B, CONTROL)
    assert not window.navigation.folded
    assert office.memory.get("navigation.folded") is None


def test_a_page_opens_at_its_title_wherever_the_one_before_was_scrolled_to(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    for name in ("today", "households"):
        window.go(name)
        long = QWidget()
        long.setMinimumHeight(2000)
        QVBoxLayout(office.made[name]).addWidget(long)
    [room] = window.findChildren(PageRoom)
    bar = room.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    window.go("today")
    assert bar.value() == 0


def test_undo_names_what_it_takes_back(window: MainWindow) -> None:
    assert not window.menus.undo.isEnabled()
    window.menus.set_undo("Ghi khởi công 8 nhà")
    assert window.menus.undo.text() == "Hoàn tác: Ghi khởi công 8 nhà"
    assert window.menus.undo.isEnabled()


def test_anything_is_found_from_anywhere(qtbot: QtBot, window: MainWindow) -> None:
    opened: list[str] = []
    people = ["Lò Văn Pâng, bản Hua Nạng", "Quàng Thị Ín, bản Đán"]

    def open_person(text: str) -> Hit:
        return Hit(text, lambda: opened.append(text))

    window.strip.finder.search = lambda text: [open_person(one) for one in people if text in one]
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(window.strip.finder.hasFocus)
    QTest.keyClicks(window.strip.finder, "Hua")
    qtbot.waitUntil(lambda: len(window.strip.finder.hits) == 1)
    QTest.keyClick(window.strip.finder, Qt.Key.Key_Return)
    assert opened == ["Lò Văn Pâng, bản Hua Nạng"]
    qtbot.waitUntil(lambda: window.strip.finder.text() == "")


def test_the_foot_says_when_and_opens_what_it_speaks_of(qtbot: QtBot, window: MainWindow) -> None:
    now = datetime.now().astimezone()
    assert when_text(now).startswith("hôm nay ")
    assert when_text(now - timedelta(days=1)).startswith("hôm qua ")
    assert when_text(datetime(2026, 10, 23, 8, 0).astimezone()) == "23/10/2026"
    window.status.set_backup(None)
    assert window.status.backup.text() == "Sao lưu: chưa lần nào"
    window.status.set_tasks(3)
    with qtbot.waitSignal(window.status.tasks_clicked):
        window.status.tasks.click()


def test_a_badge_is_seen_and_heard(window: MainWindow) -> None:
    window.navigation.items["tasks"].set_badge(3)
    assert window.navigation.items["tasks"].accessibleName() == "Cần xử lý: 3"
    assert not window.navigation.grab().isNull()


def test_closing_keeps_drafts_and_asks_nothing(window: MainWindow, office: Office, messages: Recorder) -> None:
    assert window.close()
    assert office.made["today"].drafts == 1
    assert office.memory.get("window")
    assert messages.asked == []


def test_closing_while_work_is_under_way_asks_and_stops_it(
    qtbot: QtBot, window: MainWindow, messages: Recorder
) -> None:
    def slow(progress: Progress) -> None:
        for unit in range(2000):
            progress.step(unit, 2000)
            time.sleep(0.002)

    window.runner.run(slow, None, "Nhập danh sách")
    messages.answer("Chờ làm xong", "Dừng và đóng")
    assert not window.close()
    assert window.runner.current is not None
    assert window.close()
    assert not window.runner.busy


@pytest.mark.parametrize("percent", [90, 100, 150])
def test_the_frame_fits_a_small_screen_at_every_scale(qtbot: QtBot, window: MainWindow, percent: int) -> None:
    style.scale.set_percent(percent)
    window.strip.offer_programmes([("p", "Xóa nhà tạm, nhà dột nát trên địa bàn tỉnh năm 2025")], "p")
    window.strip.set_user("Nguyễn Thị Thanh Hương")
    window.status.set_office("Ủy ban nhân dân phường Mường Lay, tỉnh Điện Biên")
    qtbot.wait(20)
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 650


def test_messages_stand_in_the_window(window: MainWindow) -> None:
    window_messages.success("Đã lưu hộ Lò Văn Pâng, bản Hua Nạng.")
    assert window.line.isVisible()
    assert isinstance(window.pages.currentWidget(), QWidget)


def test_the_window_opens_with_its_title_no_larger_than_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    free = window.screen().availableSize()
    style.open_within_screen(window, free.width() + 300, free.height() + 300)
    assert window.width() == free.width()
    assert free.height() - 60 < window.height() < free.height() - 10
    style.open_within_screen(window, 200, 100)
    assert (window.width(), window.height()) == (200, 100)

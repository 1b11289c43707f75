"""The window over an office's folder: undo by name, the foot, what changed elsewhere, one window a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.areas.drafts import VillageDraft
from app.areas.operations import save_villages
from app.areas.queries import villages
from app.documents.sample_mark import with_mark
from app.exchange.packing import export_packages
from app.local import Fact, set_fact
from app.office.drafts import OfficeDraft, UserDraft
from app.office.people import save_users
from app.office.queries import user_drafts
from app.problems import Refused, Trouble
from app.wording.papers import SAMPLE_NOTE
from app.wording.vocabulary import PAPER_KINDS
from app.workspace import Workspace, open_workspace
from models.vocabulary import Level, Role
from tests.make import make_household
from tests.offices import set_up
from tests.views.conftest import Recorder
from tests.views.office import settled
from views import messages as window_messages
from views.application import Program
from views.memory import ShortMemory
from views.office.first_run import FirstRun
from views.office_window import OfficeWindow
from views.user_switch import UserSwitch


@pytest.fixture
def window(qtbot: QtBot, commune: Workspace, messages: Recorder) -> Iterator[OfficeWindow]:
    made = OfficeWindow(commune, memory=ShortMemory())
    window_messages.write_to(messages)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    settled(qtbot, made.runner)
    yield made
    made.close()


def add_village(window: OfficeWindow, name: str) -> None:
    window.runner.run(lambda _: save_villages(window.workspace, [VillageDraft(name)]), None, "Ghi thôn")


def names(workspace: Workspace) -> set[str]:
    with workspace.read() as session:
        return {one.name for one in villages(session, "03151")}


def test_undo_names_its_action_and_takes_it_back(qtbot: QtBot, window: OfficeWindow, messages: Recorder) -> None:
    assert not window.menus.undo.isEnabled()
    add_village(window, "Bản Ít Ong")
    settled(qtbot, window.runner, window.menus.undo.isEnabled)
    assert window.menus.undo.text() == "Hoàn tác: Ghi danh sách thôn"
    assert "Bản Ít Ong" in names(window.workspace)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, window.runner, lambda: not window.menus.undo.isEnabled())
    assert "Bản Ít Ong" not in names(window.workspace)
    assert messages.successes == ["Đã hoàn tác: Ghi danh sách thôn."]


def test_the_foot_tells_the_office_the_backup_the_package_and_the_tasks(
    qtbot: QtBot, window: OfficeWindow, tmp_path: Path
) -> None:
    assert window.status.office.text() == "Phường Mường Lay"
    assert window.status.package.text() == "Gửi gói: chưa lần nào"
    assert window.status.tasks.text() == "Cần xử lý: 0"
    window.runner.run(lambda _: export_packages(window.workspace, tmp_path / "out"), None, "Tạo gói")
    settled(qtbot, window.runner, lambda: "hôm nay" in window.status.package.text())
    assert "hôm nay" in window.status.backup.text()
    window.status.tasks.click()
    assert window.current == "tasks"
    window.status.package.click()
    assert window.current == "exchange"


def test_a_household_is_found_from_anywhere_without_accents(qtbot: QtBot, window: OfficeWindow) -> None:
    make_household(window.workspace, "Lò Văn Pâng")
    window.strip.finder.setText("pang")
    window.strip.finder.textEdited.emit("pang")
    qtbot.waitUntil(lambda: [hit.text for hit in window.strip.finder.hits] == ["Lò Văn Pâng"])


def test_a_plan_is_found_from_anywhere_and_opens(qtbot: QtBot, window: OfficeWindow) -> None:
    window.strip.finder.setText("luong son")
    window.strip.finder.textEdited.emit("luong son")
    qtbot.waitUntil(lambda: len(window.strip.finder.hits) == 1)
    window.strip.finder.hits[0].open()
    settled(qtbot, window.runner)
    assert window.current == "campaigns"


def test_the_programmes_are_offered_and_the_chosen_one_is_remembered(qtbot: QtBot, window: OfficeWindow) -> None:
    menu = window.strip.programme_button.menu_below
    assert menu is not None
    offered = menu().actions()
    assert len(offered) > 2
    offered[1].trigger()
    assert window.programme is not None
    assert window.memory.get("programme") == window.programme


def test_what_another_program_wrote_is_seen(qtbot: QtBot, window: OfficeWindow) -> None:
    other = open_workspace(window.workspace.folder)
    try:
        save_villages(other, [VillageDraft("Bản Đán")])
    finally:
        other.close()
    with qtbot.waitSignal(window.runner.changed) as changed:
        window.runner.look()
    assert changed.args == [None]
    settled(qtbot, window.runner, window.menus.undo.isEnabled)


def test_our_own_change_is_no_news_from_elsewhere(qtbot: QtBot, window: OfficeWindow) -> None:
    heard: list[object] = []
    window.runner.changed.connect(heard.append)
    add_village(window, "Bản Đán")
    settled(qtbot, window.runner, lambda: bool(heard))
    window.runner.look()
    assert None not in heard


@pytest.mark.parametrize("level", list(Level))
def test_every_page_opens_in_every_kind_of_office(
    qtbot: QtBot, tmp_path: Path, messages: Recorder, level: Level
) -> None:
    office = OfficeDraft(level, "11", "Sở Xây dựng tỉnh Điện Biên", "Điện Biên", person="Trần Văn Minh")
    workspace = set_up(tmp_path / "Dữ liệu", office)
    window = OfficeWindow(workspace, memory=ShortMemory())
    qtbot.addWidget(window)
    window_messages.write_to(messages)
    window.show()
    for name in window.entries:
        window.go(name)
        settled(qtbot, window.runner)
        assert window.current == name
    assert messages.shown == messages.troubles == []
    assert ("households" in window.entries) == (level is not Level.AGENCY)
    window.close()


def test_a_second_window_on_one_folder_says_so(qtbot: QtBot, commune: Workspace, messages: Recorder) -> None:
    commune.hold_window()
    program = Program(commune.folder)
    assert not program.start()
    assert messages.troubles == [
        "Phần mềm đang mở dữ liệu này ở một cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại."
    ]
    with pytest.raises(Trouble):
        open_workspace(commune.folder).hold_window()


def test_closing_the_window_lets_go_of_the_folder(qtbot: QtBot, commune: Workspace, messages: Recorder) -> None:
    commune.close()
    program = Program(commune.folder)
    assert program.start()
    assert program.window is not None
    qtbot.addWidget(program.window)
    settled(qtbot, program.window.runner)
    assert program.window.band.isHidden()
    program.window.close()
    again = open_workspace(commune.folder)
    again.hold_window()
    again.close()


def test_an_empty_folder_begins_with_the_first_run_and_goes_on_to_the_window(
    qtbot: QtBot, tmp_path: Path, commune: Workspace, messages: Recorder
) -> None:
    program = Program(tmp_path / "neu")
    assert program.start()
    assert program.first is not None
    assert program.first.isVisible()
    program.show_office(commune, "exchange")
    window = program.window
    assert window is not None
    qtbot.addWidget(window)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, FirstRun) and one.isVisible()]
    assert window.current == "exchange"
    assert QApplication.quitOnLastWindowClosed()
    settled(qtbot, window.runner)
    window.close()


def test_another_user_goes_on_working_and_signs_what_he_writes(
    qtbot: QtBot, window: OfficeWindow, messages: Recorder
) -> None:
    workspace = window.workspace
    with workspace.read() as session:
        [first] = user_drafts(session)
    window.switch_user()
    assert messages.troubles[-1].startswith("Máy này mới có một người dùng.")
    save_users(workspace, [first, UserDraft("Vàng Thị Dợ", "Chủ tịch", Role.LEADER)])
    settled(qtbot, window.runner)
    menu = window.strip.user_button.menu_below
    assert menu is not None
    [entry, lock, pin] = menu().actions()
    assert (lock.text(), pin.text()) == ("Khóa màn hình", "PIN của tôi…")
    entry.trigger()
    [form] = window.findChildren(UserSwitch)
    assert form.user.currentText() == "Vàng Thị Dợ · Chủ tịch · Lãnh đạo"
    form.try_it()
    settled(qtbot, window.runner, lambda: workspace.author.user_name == "Vàng Thị Dợ")
    assert window.strip.user_button.text() == "Vàng Thị Dợ"
    assert messages.successes[-1] == "Từ giờ Vàng Thị Dợ dùng máy này."
    with pytest.raises(Refused, match="not_permitted"):
        save_villages(workspace, [VillageDraft("Bản Ít Ong")])
    again = open_workspace(workspace.folder)
    assert again.author.user_name == "Vàng Thị Dợ"
    again.close()


def test_the_user_is_changed_from_the_first_menu_and_one_must_be_chosen(
    qtbot: QtBot, window: OfficeWindow, messages: Recorder
) -> None:
    with window.workspace.read() as session:
        [first] = user_drafts(session)
    save_users(window.workspace, [first, UserDraft("Vàng Thị Dợ"), UserDraft("Cà Văn Ơn")])
    [entry] = [one for one in window.menus.file.actions() if one.text() == "Đổi người dùng…"]
    entry.trigger()
    [form] = window.findChildren(UserSwitch)
    form.try_it()
    assert form.isVisible()
    assert form.marks.count == 1
    form.user.field.setText("ca van on")
    form.try_it()
    settled(qtbot, window.runner, lambda: window.strip.user_button.text() == "Cà Văn Ơn")


def test_every_form_of_the_office_is_saved_blank_from_the_menu_of_papers(
    qtbot: QtBot, window: OfficeWindow, messages: Recorder, tmp_path: Path
) -> None:
    menu = window.menus.papers
    assert menu.menuAction().isVisible()
    forms = [action for group in menu.findChildren(QMenu) for action in group.actions()]
    assert sorted(one.text() for one in forms) == sorted(PAPER_KINDS.values())
    for text in ("Danh sách ký nhận", "Biên bản bàn giao nhà"):
        target = tmp_path / f"{text}.pdf"
        messages.give_files(target)
        next(one for one in forms if one.text() == text).trigger()
        settled(qtbot, window.runner, target.exists)
        assert messages.successes[-1] == f"Đã lưu {target.name}."


def test_the_whole_window_fits_a_screen_of_768_lines_at_150_percent(window: OfficeWindow) -> None:
    title = 40
    assert window.minimumSizeHint().height() <= 768 * 100 // 150 - title


def test_the_sample_office_is_marked_on_its_window_and_papers_until_it_is_closed(
    qtbot: QtBot, commune: Workspace, messages: Recorder
) -> None:
    with commune.engine.connect().execution_options(writing=True) as connection:
        set_fact(connection, Fact.SAMPLE, "1")
        connection.commit()
    commune.close()
    program = Program(commune.folder)
    assert program.start()
    assert program.window is not None
    qtbot.addWidget(program.window)
    settled(qtbot, program.window.runner)
    assert not program.window.band.isHidden()
    assert with_mark("") == SAMPLE_NOTE
    program.window.close()
    assert with_mark("") == ""

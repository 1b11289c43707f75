"""Backups in the window: proved ones are listed, made, checked, carried elsewhere, and put back over the office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import backup
from app.backup_care import care_of, choose_place, office_place
from app.households.queries import household_count
from app.wording import backups as words
from app.workspace import Workspace, open_workspace
from tests.app.test_backup_proof import OPENS_WITH, flip
from tests.make import make_household
from tests.views.conftest import Recorder
from tests.views.office import settled
from views import messages as window_messages
from views.application import Program
from views.memory import ShortMemory
from views.office.backup_tab import BackupTab
from views.office_window import OfficeWindow
from views.password_form import PasswordForm


@pytest.fixture
def window(qtbot: QtBot, commune: Workspace, messages: Recorder) -> Iterator[OfficeWindow]:
    make_household(commune, "Lò Văn Pâng")
    made = OfficeWindow(commune, memory=ShortMemory())
    window_messages.write_to(messages)
    qtbot.addWidget(made)
    made.show()
    settled(qtbot, made.runner)
    yield made
    made.close()


@pytest.fixture
def tab(qtbot: QtBot, window: OfficeWindow) -> BackupTab:
    window.status.backup.click()
    settled(qtbot, window.runner)
    return current_tab(window)


def current_tab(window: OfficeWindow) -> BackupTab:
    found = window.page("settings").findChild(BackupTab)
    assert isinstance(found, BackupTab)
    assert found.isVisible()
    return found


def stand_on_first(qtbot: QtBot, tab: BackupTab) -> None:
    settled(qtbot, tab.frame.runner, lambda: tab.list.table.count > 0)
    tab.list.view.setCurrentIndex(tab.list.table.index(0, 0))
    settled(qtbot, tab.frame.runner, lambda: tab.list.current() is not None)


def test_every_backup_is_listed_with_what_was_proved_and_more_are_made(
    qtbot: QtBot, tab: BackupTab, messages: Recorder
) -> None:
    settled(qtbot, tab.frame.runner, lambda: tab.list.table.count == 1)
    tab.now.click()
    settled(qtbot, tab.frame.runner, lambda: tab.list.table.count == 2)
    assert messages.successes == [words.MADE]
    stand_on_first(qtbot, tab)
    assert {str(tab.list.table.index(0, one).data()) for one in range(6)} >= {words.HERE, words.PROVED}
    assert words.NO_PLACE in tab.place.text()


def test_a_backup_is_checked_on_asking_and_a_flipped_byte_is_one_sentence(
    qtbot: QtBot, tab: BackupTab, messages: Recorder
) -> None:
    stand_on_first(qtbot, tab)
    tab.check.click()
    settled(qtbot, tab.frame.runner, lambda: bool(messages.successes))
    [file] = backup.backups_in(tab.workspace.folder / backup.FOLDER)
    assert messages.successes == [words.FILE_SOUND.format(name=file.name, count=0)]
    flip(file, 5000)
    tab.check.click()
    settled(qtbot, tab.frame.runner, lambda: bool(messages.troubles))
    assert len(messages.troubles) == 1
    assert file.name in messages.troubles[0]


def test_a_backup_is_written_where_the_officer_says(
    qtbot: QtBot, tab: BackupTab, messages: Recorder, tmp_path: Path
) -> None:
    target = tmp_path / "USB" / "mai-am.db"
    messages.give_files(target)
    next(one for one in tab.more.menu().actions() if one.text() == words.TO_FILE).trigger()
    settled(qtbot, tab.frame.runner, lambda: bool(messages.successes))
    assert messages.successes == [words.backed_up_text(target, 0, 0)]
    assert backup.check_backup(target).missing == 0


def test_the_second_place_is_chosen_filled_at_once_and_given_up(
    qtbot: QtBot, tab: BackupTab, messages: Recorder, tmp_path: Path
) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    messages.give_files(stick)
    tab.second.click()
    settled(qtbot, tab.frame.runner, lambda: len(messages.successes) == 1)
    assert len(backup.backups_in(office_place("03151", stick))) == 1
    settled(qtbot, tab.frame.runner, lambda: str(stick) in tab.place.text())
    assert words.PLACE_SAME.format(place=stick) in tab.place.text()
    tab.drop_place.trigger()
    settled(qtbot, tab.frame.runner, lambda: words.NO_PLACE in tab.place.text())
    assert care_of(tab.workspace.engine).place is None


def test_a_password_is_typed_twice_and_kept_for_the_second_place(
    qtbot: QtBot, tab: BackupTab, messages: Recorder
) -> None:
    form = PasswordForm(tab, words.PASSWORD_TITLE, words.PASSWORD_SAVE, tab._take_password, twice=True)
    form.show()
    for typed, again, left in (("ngắn", "ngắn", True), (OPENS_WITH, "khác hẳn", True), (OPENS_WITH, OPENS_WITH, False)):
        form.password.setText(typed)
        form.again.setText(again)
        form.confirm.click()
        assert form.isVisible() == left
    settled(qtbot, tab.frame.runner, lambda: bool(messages.successes))
    assert care_of(tab.workspace.engine).password == OPENS_WITH


@pytest.fixture
def program(qapp: QApplication, commune: Workspace, messages: Recorder) -> Iterator[Program]:
    make_household(commune, "Lò Văn Pâng")
    commune.close()
    made = Program(commune.folder)
    assert made.start()
    window_messages.write_to(messages)
    yield made
    assert made.window is not None
    made.window.close()


def opened_window(program: Program) -> OfficeWindow:
    assert program.window is not None
    return program.window


def test_a_backup_is_put_back_over_the_open_office_and_what_stood_there_is_backed_up(
    qtbot: QtBot, program: Program, messages: Recorder
) -> None:
    window = opened_window(program)
    make_household(window.workspace, "Quàng Thị Ín")
    window.status.backup.click()
    tab = current_tab(window)
    stand_on_first(qtbot, tab)
    messages.answer(words.RESTORE_YES)
    tab.restore.click()
    qtbot.waitUntil(lambda: opened_window(program) is not window, timeout=20_000)
    again = opened_window(program)
    settled(qtbot, again.runner)
    with again.workspace.read() as session:
        assert household_count(session) == 0, "the backup of before the first change"
    kept = backup.backups_in(again.workspace.folder / backup.FOLDER)
    assert len(kept) >= 2
    assert not list(again.workspace.folder.glob("*.restoring"))


def test_a_flipped_byte_in_a_backup_is_told_when_the_window_opens_and_another_is_made(
    qtbot: QtBot, program: Program, messages: Recorder
) -> None:
    window = opened_window(program)
    folder = window.workspace.folder / backup.FOLDER
    [file] = backup.backups_in(folder)
    flip(file, 5000)
    program.upkeep.begin()
    qtbot.waitUntil(lambda: bool(messages.warnings), timeout=20_000)
    assert messages.warnings == [words.DAMAGED_FOUND.format(names=file.name)]
    assert [backup.check_backup(one).missing for one in backup.backups_in(folder)] == [0]


def test_leaving_backs_up_what_was_recorded_and_asks_nothing(
    qtbot: QtBot, program: Program, messages: Recorder, tmp_path: Path
) -> None:
    window = opened_window(program)
    folder = window.workspace.folder
    choose_place(window.workspace, tmp_path, None)
    before = len(backup.backups_in(folder / backup.FOLDER))
    window.close()
    program.leave()
    assert len(backup.backups_in(folder / backup.FOLDER)) == before + 1
    assert len(backup.backups_in(office_place("03151", tmp_path))) == 1
    assert messages.asked == []
    program.window = None
    workspace = open_workspace(folder)
    workspace.close()
    program.show_office(open_workspace(folder))

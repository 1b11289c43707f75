"""The locked screen and the forms around a PIN."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.office import pins
from app.office.drafts import UserDraft
from app.office.people import save_users
from app.office.queries import user_drafts
from app.workspace import Workspace
from models.vocabulary import Role
from tests.window import Recorder, settled
from views import messages as window_messages
from views.locking import Cover, UnlockForm
from views.office_window import OfficeWindow
from views.pin_forms import CodeForm, PinForm
from views.user_switch import UserSwitch

pytestmark = pytest.mark.usefixtures("quick_pins")


@pytest.fixture
def window(qtbot: QtBot, commune: Workspace, messages: Recorder) -> Iterator[OfficeWindow]:
    made = opened_window(qtbot, commune)
    window_messages.write_to(messages)
    yield made
    close(made)


def opened_window(qtbot: QtBot, workspace: Workspace) -> OfficeWindow:
    made = OfficeWindow(workspace)
    made.show()
    settled(qtbot, made.runner)
    return made


def close(window: OfficeWindow) -> None:
    window.close()
    window.deleteLater()


def locked(window: OfficeWindow) -> bool:
    return window.guard.locked


def covers(window: OfficeWindow) -> list[Cover]:
    return [one for one in window.findChildren(Cover) if one.isVisible()]


def unlock(qtbot: QtBot, window: OfficeWindow, entry: str) -> UnlockForm:
    form = window.guard.form
    assert form is not None
    form.entry.setText(entry)
    form.try_it()
    qtbot.waitUntil(lambda: window.runner.current is None)
    return form


def test_a_lock_covers_what_is_shown_keeps_what_is_typed_and_opens_with_the_pin(
    qtbot: QtBot, window: OfficeWindow
) -> None:
    pins.set_pin(window.workspace, "2580")
    typed = window.strip.finder.findChild(QLineEdit) or window.strip.finder
    typed.setText("Lò Văn")
    window.switch_user()
    window.lock()
    assert locked(window)
    [cover] = covers(window)
    assert cover.rect() == window.rect()
    form = unlock(qtbot, window, "2581")
    assert locked(window)
    assert form.isVisible()
    assert form.marks.count == 1
    form.reject()
    assert form.isVisible(), "Esc opens nothing"
    unlock(qtbot, window, "2580")
    assert not locked(window)
    assert covers(window) == []
    assert typed.text() == "Lò Văn"


def test_a_window_of_somebody_with_a_pin_begins_covered(qtbot: QtBot, commune: Workspace, messages: Recorder) -> None:
    pins.set_pin(commune, "2580")
    window = OfficeWindow(commune)
    window.show()
    assert locked(window)
    assert [one.size() for one in covers(window)] == [window.size()]
    unlock(qtbot, window, "2580")
    assert not locked(window)
    settled(qtbot, window.runner)
    close(window)


def test_an_open_form_is_covered_too_and_goes_on_after(qtbot: QtBot, window: OfficeWindow) -> None:
    pins.set_pin(window.workspace, "2580")
    window.set_pin()
    [form] = window.findChildren(PinForm)
    form.new.setText("13579")
    window.lock()
    assert [one for one in form.findChildren(Cover) if one.isVisible()]
    unlock(qtbot, window, "2580")
    assert form.isVisible()
    assert form.new.text() == "13579"
    form.reject()


def test_another_person_with_a_pin_opens_it_under_his_own_name(qtbot: QtBot, window: OfficeWindow) -> None:
    workspace = window.workspace
    with workspace.read() as session:
        [officer] = user_drafts(session)
    save_users(workspace, [officer, UserDraft("Lò Văn Sơn", "Chủ tịch", Role.LEADER), UserDraft("Cà Thị Nga")])
    with workspace.read() as session:
        leader = next(one for one in user_drafts(session) if one.role == Role.LEADER)
    pins.set_pin(workspace, "2580")
    workspace.sign_in(leader.id or "")
    pins.set_pin(workspace, "1357")
    workspace.sign_in(officer.id or "")
    window.lock()
    form = window.guard.form
    assert form is not None
    assert [form.user.itemText(place) for place in range(form.user.count())] == ["Lò Thị Hoa", "Lò Văn Sơn"]
    form.user.set_value(leader.id)
    unlock(qtbot, window, "1357")
    assert workspace.author.user_name == "Lò Văn Sơn"
    assert window.strip.user_button.text() == "Lò Văn Sơn"


def test_it_locks_itself_when_nobody_has_used_it_for_the_minutes_set(qtbot: QtBot, window: OfficeWindow) -> None:
    window.memory.put("lock.minutes", "5")
    pins.set_pin(window.workspace, "2580")
    guard = window.guard
    guard.watch()
    guard.used -= 4 * 60
    guard.look()
    assert not locked(window)
    guard.used -= 2 * 60
    guard.eventFilter(window, QEvent(QEvent.Type.KeyPress))
    guard.look()
    assert not locked(window), "a key was pressed"
    guard.used -= 5 * 60
    guard.look()
    assert locked(window)
    unlock(qtbot, window, "2580")
    window.memory.put("lock.minutes", "0")
    guard.watch()
    assert not guard._clock.isActive()


def test_without_a_pin_a_lock_offers_to_set_one_and_its_code_is_shown_once(
    qtbot: QtBot, window: OfficeWindow, messages: Recorder, tmp_path: Path
) -> None:
    window.lock()
    assert messages.warnings[-1].startswith("Chưa đặt PIN nên khóa màn hình không ngăn được ai.")
    [form] = window.findChildren(PinForm)
    for new, again in (("1234", "1234"), ("2580", "2581")):
        form.new.setText(new)
        form.again.setText(again)
        form.try_it()
        assert form.marks.count == 1
    form.again.setText("2580")
    form.try_it()
    settled(qtbot, window.runner)
    [shown] = window.findChildren(CodeForm)
    target = tmp_path / "mã.pdf"
    messages.give_files(target)
    shown.save.click()
    settled(qtbot, window.runner, target.exists)
    assert shown.code in PdfReader(target).pages[0].extract_text()
    shown.try_it()
    assert pins.pin_state(window.workspace, window.workspace.author.user_id) is not None
    window.lock()
    unlock(qtbot, window, shown.code)
    assert not locked(window)
    assert messages.warnings[-1].startswith("Đã vào bằng mã khôi phục")


def test_a_pin_is_taken_off_with_itself_only(qtbot: QtBot, window: OfficeWindow, messages: Recorder) -> None:
    pins.set_pin(window.workspace, "2580")
    window.set_pin()
    [form] = window.findChildren(PinForm)
    form.old.setText("2581")
    form.try_it()
    settled(qtbot, window.runner)
    assert form.isVisible()
    form.old.setText("2580")
    form.try_it()
    settled(qtbot, window.runner)
    assert messages.successes[-1] == "Đã bỏ PIN của Lò Thị Hoa."
    assert pins.people_with_pin(window.workspace) == frozenset()


def test_who_has_a_pin_is_switched_to_with_it(qtbot: QtBot, window: OfficeWindow) -> None:
    workspace = window.workspace
    with workspace.read() as session:
        [officer] = user_drafts(session)
    save_users(workspace, [officer, UserDraft("Lò Văn Sơn", "Chủ tịch", Role.LEADER)])
    pins.set_pin(workspace, "2580")
    workspace.sign_in("Lò Văn Sơn")
    window.switch_user()
    [form] = window.findChildren(UserSwitch)
    form.entry.setText("1111")
    form.try_it()
    settled(qtbot, window.runner)
    assert workspace.author.user_name == "Lò Văn Sơn"
    form.entry.setText("2580")
    form.try_it()
    settled(qtbot, window.runner, lambda: workspace.author.user_name == "Lò Thị Hoa")

"""The window shows what a role may do: other buttons are off and say why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.areas.drafts import VillageDraft
from app.areas.operations import save_villages
from app.office.drafts import UserDraft
from app.office.people import save_users
from app.office.queries import user_drafts
from app.succession.giving import give, go_on_here, usual_draft
from app.workspace import Workspace
from models.vocabulary import Role
from tests.make import make_approved, make_case
from tests.window import Recorder, settled
from views import messages as window_messages
from views.office_window import OfficeWindow


@pytest.fixture
def window(qtbot: QtBot, commune: Workspace, messages: Recorder) -> Iterator[OfficeWindow]:
    with commune.read() as session:
        [officer] = user_drafts(session)
    others = [UserDraft("Lò Văn Sơn", "Chủ tịch", Role.LEADER), UserDraft("Cà Thị Nga", "Kế toán", Role.ACCOUNTANT)]
    save_users(commune, [officer, *others])
    make_approved(commune, make_case(commune))
    made = OfficeWindow(commune)
    window_messages.write_to(messages)
    made.show()
    settled(qtbot, made.runner)
    yield made
    made.close()
    made.deleteLater()


def become(qtbot: QtBot, window: OfficeWindow, name: str) -> None:
    window.workspace.sign_in(name)
    window._user_switched()
    settled(qtbot, window.runner)


def buttons(qtbot: QtBot, window: OfficeWindow, page: str) -> dict[str, QAbstractButton]:
    window.go(page)
    settled(qtbot, window.runner)
    window.permission.look()
    return {one.text(): one for one in window.page(page).findChildren(QAbstractButton) if one.text()}


def test_a_leader_sees_the_buttons_off_that_are_not_his_and_decides(qtbot: QtBot, window: OfficeWindow) -> None:
    become(qtbot, window, "Lò Văn Sơn")
    households = buttons(qtbot, window, "households")
    assert not households["Thêm hộ"].isEnabled()
    assert households["Thêm hộ"].toolTip() == (
        "Lãnh đạo không được làm việc này: Ghi hộ. Đổi sang người có quyền rồi làm lại."
    )
    assert households["Lưu ra Excel"].isEnabled()
    assert buttons(qtbot, window, "decisions")["Ghi quyết định"].isEnabled()
    assert not buttons(qtbot, window, "funding")["Thêm nguồn vốn"].isEnabled()
    assert not buttons(qtbot, window, "settings")["Lưu (Ctrl+S)"].isEnabled()


def test_an_accountant_has_the_pages_of_money_and_reads_the_rest(qtbot: QtBot, window: OfficeWindow) -> None:
    become(qtbot, window, "Cà Thị Nga")
    assert buttons(qtbot, window, "funding")["Thêm nguồn vốn"].isEnabled()
    assert not buttons(qtbot, window, "decisions")["Ghi quyết định"].isEnabled()
    assert not buttons(qtbot, window, "construction")["Cập nhật nhanh"].isEnabled()
    assert not buttons(qtbot, window, "exchange")["Tạo gói gửi cấp trên"].isEnabled()


def test_what_a_page_switches_on_again_goes_off_and_an_officer_gets_it_back(qtbot: QtBot, window: OfficeWindow) -> None:
    become(qtbot, window, "Lò Văn Sơn")
    add = buttons(qtbot, window, "households")["Thêm hộ"]
    add.setEnabled(True)
    qtbot.waitUntil(lambda: not add.isEnabled())
    become(qtbot, window, "Lò Thị Hoa")
    assert add.isEnabled()
    assert "không được" not in add.toolTip()


def test_undo_of_what_somebody_else_may_do_is_not_offered(qtbot: QtBot, window: OfficeWindow) -> None:
    save_villages(window.workspace, [VillageDraft("Bản Đán")])
    settled(qtbot, window.runner, window.menus.undo.isEnabled)
    become(qtbot, window, "Cà Thị Nga")
    qtbot.waitUntil(lambda: not window.menus.undo.isEnabled())


def test_on_a_laptop_that_was_handed_over_new_work_is_off_under_a_band_that_says_why(
    qtbot: QtBot, window: OfficeWindow, tmp_path: object
) -> None:
    workspace = window.workspace
    draft = replace(usual_draft(workspace, "Quàng Văn Nghĩa", "2026-11-20"))
    give(workspace, draft, workspace.folder.parent / "a.maiam", "lúa nếp nương")
    window.runner.changed.emit(None)
    qtbot.waitUntil(lambda: not window.rest_band.isHidden())
    assert window.rest_band.text().startswith("Đã bàn giao công việc cho Quàng Văn Nghĩa ngày 20/11/2026")
    assert not buttons(qtbot, window, "households")["Thêm hộ"].isEnabled()
    assert buttons(qtbot, window, "exchange")["Tạo gói gửi cấp trên"].isEnabled()
    go_on_here(workspace, "Chưa có máy mới")
    window.runner.changed.emit(None)
    qtbot.waitUntil(window.rest_band.isHidden)
    assert buttons(qtbot, window, "households")["Thêm hộ"].isEnabled()

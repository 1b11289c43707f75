"""The page "Thiết lập": what is typed there is on the next papers, in lists and packages; a tab is one change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.areas.drafts import VillageDraft
from app.areas.operations import save_villages
from app.areas.queries import kept_villages, villages
from app.documents.parts import Party
from app.exchange.packing import export_packages
from app.handover.queries import completion_checks, minutes_of_houses
from app.households.queries import HouseholdFilter, first_page
from app.office import pins
from app.office.drafts import OfficeEdit, SignerDraft, UserDraft
from app.office.people import save_office, save_signers, save_users
from app.office.queries import committee_drafts, office_facts, signer_drafts, user_drafts
from app.parsing import today
from app.problems import Refused
from app.wording.messages import problem_text
from app.workspace import Workspace
from tests.make import make_case, make_household
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.households.filters import Filters
from views.memory import ShortMemory
from views.office.committees_tab import CommitteesTab
from views.office.office_tab import OfficeTab
from views.office.rows_tabs import SignersTab, UsersTab, VillagesTab
from views.office.settings_page import SettingsPage
from views.office.settings_tab import SettingsTab
from views.office_window import OfficeWindow
from views.page import TODAY
from views.pages import SETTINGS
from views.runner import Runner

T = TypeVar("T", bound=SettingsTab)


@pytest.fixture
def office(commune: Workspace, runner: Runner, messages: Recorder) -> Office:
    return Office(commune, runner)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> SettingsPage:
    return opened(qtbot, office)


def opened(qtbot: QtBot, office: Office) -> SettingsPage:
    made = SettingsPage(office)
    qtbot.addWidget(made)
    office.runner.changed.connect(made.forget)
    made.resize(1150, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def tab(page: SettingsPage, kind: type[T]) -> T:
    found = page.by_name[kind.name]
    assert isinstance(found, kind)
    page.receive(kind.name)
    assert page.current is found
    return found


def save(qtbot: QtBot, shown: SettingsTab) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_S, _CONTROL)
    settled(qtbot, shown.frame.runner)


_CONTROL = Qt.KeyboardModifier.ControlModifier


def marks(shown: SignersTab | UsersTab | VillagesTab | CommitteesTab) -> list[str]:
    return shown.marks.text.text().splitlines() if shown.marks.problem else []


def test_a_signer_typed_here_signs_the_next_minutes(
    qtbot: QtBot, page: SettingsPage, commune: Workspace, messages: Recorder
) -> None:
    case = make_case(commune)
    signers = tab(page, SignersTab)
    signers.grid.setCurrentCell(0, 0)
    assert signers.grid.hasFocus()
    for text in ("Vàng A Páo", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "010725"):
        if not isinstance(QApplication.focusWidget(), QLineEdit | QComboBox):
            QTest.keyClick(signers.grid, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit | QComboBox)
        (editor.setText if isinstance(editor, QLineEdit) else editor.setEditText)(text)
        if text != "010725":
            QTest.keyClick(editor, Qt.Key.Key_Tab)
    save(qtbot, signers)
    assert messages.successes == ["Đã lưu danh sách người ký."]
    with commune.read() as session:
        [signer] = signer_drafts(session)
        minutes = minutes_of_houses(session, "03151", [case])[case]
    assert (signer.capacity, signer.valid_from) == ("TM. ỦY BAN NHÂN DÂN", "2025-07-01")
    signing = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert minutes.side_a == (Party("Vàng A Páo", "Chủ tịch", "Phường Mường Lay", signing),)
    assert not signers.dirty


def test_the_former_signer_stays_with_the_papers_of_his_time(
    qtbot: QtBot, page: SettingsPage, commune: Workspace
) -> None:
    save_signers(commune, [SignerDraft("Vàng A Páo", "CHỦ TỊCH", None, "2020-07-01")])
    signers = tab(page, SignersTab)
    settled(qtbot, signers.frame.runner, lambda: signers.grid.text(0, 0) == "Vàng A Páo")
    signers.grid.put(0, 4, "31/3/2021")
    signers.grid.put(1, 0, "Lò Thị Mai")
    signers.grid.put(1, 3, "1/4/2021")
    save(qtbot, signers)
    with commune.read() as session:
        assert [(one.name, one.valid_to) for one in signer_drafts(session)] == [
            ("Vàng A Páo", "2021-03-31"),
            ("Lò Thị Mai", None),
        ]


def test_a_superior_typed_here_makes_sending_possible(
    qtbot: QtBot, page: SettingsPage, commune: Workspace, tmp_path: Path
) -> None:
    with commune.read() as session:
        facts = office_facts(session)
    save_office(commune, OfficeEdit(facts.name, province=facts.province, version=facts.version))
    with pytest.raises(Refused) as told:
        export_packages(commune, tmp_path)
    shown = tab(page, OfficeTab)
    titles = [label.text() for label in shown.findChildren(QLabel)]
    sent_to = problem_text(told.value.problems[0])
    assert any(title and f"mục {title}." in sent_to for title in titles)
    settled(qtbot, shown.frame.runner, lambda: shown.has.value() == "no")
    shown.has.set_value("yes")
    save(qtbot, shown)
    assert shown.marks.count == 1
    shown.superior_name.setText("Sở Xây dựng tỉnh Điện Biên")
    shown.superior_code.setText("11")
    save(qtbot, shown)
    [made] = export_packages(commune, tmp_path)
    assert made.to == "11"


def test_the_head_of_papers_is_what_is_typed_and_else_what_is_shown_in_grey(
    qtbot: QtBot, page: SettingsPage, commune: Workspace
) -> None:
    shown = tab(page, OfficeTab)
    assert [line.placeholderText() for line in shown.lines] == ["ỦY BAN NHÂN DÂN", "PHƯỜNG MƯỜNG LAY"]
    assert shown.place.placeholderText() == "Mường Lay"
    shown.lines[0].setText("ỦY BAN NHÂN DÂN PHƯỜNG MƯỜNG LAY")
    shown.lines[1].setText("BAN CHỈ ĐẠO")
    shown.place.setText("Na Lay")
    save(qtbot, shown)
    case = make_case(commune)
    with commune.read() as session:
        minutes = minutes_of_houses(session, "03151", [case])[case]
    assert (minutes.office_lines, minutes.place) == (("ỦY BAN NHÂN DÂN PHƯỜNG MƯỜNG LAY", "BAN CHỈ ĐẠO"), "Na Lay")


def test_an_office_without_a_name_is_marked_and_not_saved(qtbot: QtBot, page: SettingsPage) -> None:
    shown = tab(page, OfficeTab)
    shown.office_name.clear()
    save(qtbot, shown)
    assert shown.foot.places.text() == "1 chỗ cần xem lại (F8)"
    assert shown.office_name.hasFocus()
    with shown.frame.workspace.read() as session:
        assert office_facts(session).name == "Phường Mường Lay"


def test_a_village_renamed_here_shows_in_the_list(qtbot: QtBot, page: SettingsPage, commune: Workspace) -> None:
    shown = tab(page, VillagesTab)
    with commune.read() as session:
        home = next(one for one in villages(session, "03151") if one.name == "Bản Hua Nạng")
    make_household(commune, village_id=home.id)
    row = next(row for row in range(3) if shown.grid.text(row, 0) == "Bản Hua Nạng")
    shown.grid.put(row, 0, "Tổ dân phố Hua Nạng")
    shown.grid.put(row, 1, "Quàng Văn Hặc")
    shown.grid.put(row, 2, "0912 345 678")
    save(qtbot, shown)
    with commune.read() as session:
        assert [one.village for one in first_page(session, HouseholdFilter(), 5)] == ["Tổ dân phố Hua Nạng"]
        assert next(one for one in villages(session, "03151") if one.id == home.id).head_phone == "0912345678"


def test_villages_come_from_excel_and_those_that_are_here_stay(
    qtbot: QtBot, page: SettingsPage, commune: Workspace
) -> None:
    shown = tab(page, VillagesTab)
    shown.grid.setCurrentCell(0, 0)
    assert not shown.grid.can_remove()
    shown.grid.setCurrentCell(3, 0)
    QApplication.clipboard().setText("Bản Bó\tLò Văn Ín\nBản Bó\r\n")
    QTest.keyClick(shown.grid, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_V, _CONTROL)
    save(qtbot, shown)
    assert marks(shown) == ["Dòng 5: Thôn “Bản Bó” có hai lần. Bỏ một dòng hoặc sửa lại tên."]
    assert (shown.grid.currentRow(), shown.grid.currentColumn()) == (4, 0)
    QTest.keyClick(shown.grid, Qt.Key.Key_Delete, _CONTROL)
    assert marks(shown) == []
    shown.grid.put(0, 0, "")
    save(qtbot, shown)
    assert marks(shown) == ["Dòng 1: Có dòng chưa gõ tên thôn. Gõ tên hoặc bỏ dòng đó."]
    shown.grid.put(0, 0, "Bản Chi Luông")
    save(qtbot, shown)
    with commune.read() as session:
        assert [(one.name, one.head_name) for one in villages(session, "03151")][:2] == [
            ("Bản Bó", "Lò Văn Ín"),
            ("Bản Chi Luông", None),
        ]
        assert len(villages(session, "03151")) == 4


def test_members_typed_here_stand_on_the_check_of_a_house(qtbot: QtBot, page: SettingsPage, commune: Workspace) -> None:
    case = make_case(commune)
    shown = tab(page, CommitteesTab)
    assert not shown.members[0].isEnabled()
    for column, text in enumerate(("Ban Chỉ đạo phường", "12/QĐ-UBND", "15/7/2025")):
        shown.grid.put(0, column, text)
    assert shown.members[0].isEnabled()
    assert shown.title.text() == "Thành viên – Ban Chỉ đạo phường"
    shown.members[0].put(0, 0, "Điêu Văn Mẫn")
    shown.members[0].put(0, 1, "Trưởng ban")
    shown.members[0].put(1, 1, "Ủy viên")
    shown.grid.put(1, 0, "Tổ giám sát")
    save(qtbot, shown)
    assert marks(shown) == ["Ban Chỉ đạo phường, dòng 2: Thiếu họ và tên. Gõ họ và tên rồi làm lại."]
    assert shown.stack.currentWidget() is shown.members[0]
    assert shown.members[0].currentRow() == 1
    shown.members[0].put(1, 0, "Vàng A Páo")
    save(qtbot, shown)
    assert shown.members[0].hasFocus()
    with commune.read() as session:
        first, second = committee_drafts(session)
        check = completion_checks(session, "03151", [case])[case]
    assert (first.decision_number, first.decision_date, second.name) == ("12/QĐ-UBND", "2025-07-15", "Tổ giám sát")
    assert check.committee == (Party("Điêu Văn Mẫn", "Trưởng ban"), Party("Vàng A Páo", "Ủy viên"))
    shown.grid.setCurrentCell(0, 0)
    shown.grid.remove_current()
    assert shown.stack.currentWidget() is shown.members[0]
    save(qtbot, shown)
    with commune.read() as session:
        assert [(one.name, one.members) for one in committee_drafts(session)] == [("Tổ giám sát", ())]


def test_a_user_is_added_with_his_role_and_who_is_signed_in_stays(
    qtbot: QtBot, page: SettingsPage, commune: Workspace
) -> None:
    shown = tab(page, UsersTab)
    shown.grid.put(1, 0, "Vàng A Páo")
    assert shown.grid.text(1, 2) == "Cán bộ phụ trách"
    shown.grid.put(1, 2, "lanh dao")
    assert shown.grid.text(1, 2) == "Lãnh đạo"
    shown.grid.setCurrentCell(0, 0)
    shown.grid.remove_current()
    save(qtbot, shown)
    assert marks(shown) == [
        "Cần ít nhất một cán bộ phụ trách. Giữ lại một người có vai trò này.",
        "Không bỏ được người đang dùng máy. Đổi người dùng rồi làm lại.",
    ]
    with commune.read() as session:
        assert len(user_drafts(session)) == 1


def test_what_cannot_be_read_is_said_with_its_line_and_f8_goes_round(qtbot: QtBot, page: SettingsPage) -> None:
    shown = tab(page, SignersTab)
    shown.grid.put(0, 0, "Vàng A Páo")
    shown.grid.put(0, 4, "32/13")
    shown.grid.put(1, 1, "Phó Chủ tịch")
    save(qtbot, shown)
    assert marks(shown) == [
        "Dòng 1: Không có ngày “32/13” trong lịch. Sửa lại ngày.",
        "Dòng 2: Thiếu họ và tên. Gõ họ và tên rồi làm lại.",
    ]
    places = []
    for _ in range(2):
        places.append((shown.grid.currentRow(), shown.grid.currentColumn()))
        QTest.keyClick(shown.grid, Qt.Key.Key_F8)
    assert places == [(0, 4), (1, 0)]
    assert shown.foot.places.text() == "2 chỗ cần xem lại (F8)"
    shown.grid.put(1, 0, "Lò Thị Mai")
    assert len(marks(shown)) == 1
    QTest.keyClick(shown.grid, Qt.Key.Key_Semicolon, _CONTROL)
    assert shown.grid.text(0, 4) == f"{today():%d/%m/%Y}"


def test_a_list_that_moved_on_meanwhile_offers_a_reload_and_takes_nobody_off(
    qtbot: QtBot, page: SettingsPage, commune: Workspace, messages: Recorder
) -> None:
    shown = tab(page, SignersTab)
    shown.grid.put(0, 0, "Lò Thị Mai")
    save_signers(commune, [SignerDraft("Vàng A Páo")])
    settled(qtbot, shown.frame.runner)
    messages.answer("Giữ chữ đang gõ", "Tải lại")
    save(qtbot, shown)
    assert messages.asked[0].startswith("Mục Người ký vừa được thay đổi ở nơi khác.")
    assert shown.grid.text(0, 0) == "Lò Thị Mai"
    save(qtbot, shown)
    assert shown.grid.text(0, 0) == "Vàng A Páo"
    assert not shown.dirty
    with commune.read() as session:
        assert [one.name for one in signer_drafts(session)] == ["Vàng A Páo"]


def test_one_save_is_one_change_that_is_taken_back_whole(
    qtbot: QtBot, page: SettingsPage, commune: Workspace, messages: Recorder
) -> None:
    shown = tab(page, SignersTab)
    for row, name in enumerate(("Vàng A Páo", "Lò Thị Mai")):
        shown.grid.put(row, 0, name)
    save(qtbot, shown)
    assert messages.undo is not None
    messages.undo()
    settled(qtbot, shown.frame.runner, lambda: not shown.grid.filled())
    with commune.read() as session:
        assert signer_drafts(session) == []
    save(qtbot, shown)
    assert messages.successes[-1] == "Không có gì thay đổi, số liệu vẫn như cũ."


def test_changes_are_put_back_only_when_asked(qtbot: QtBot, page: SettingsPage, messages: Recorder) -> None:
    shown = tab(page, OfficeTab)
    assert not shown.foot.discard.isEnabled()
    shown.place.setText("Na Lay")
    assert shown.foot.state.text() == "Có thay đổi chưa lưu"
    messages.answer("Gõ tiếp", "Bỏ thay đổi")
    shown.foot.discard.click()
    assert shown.place.text() == "Na Lay"
    shown.foot.discard.click()
    assert shown.place.text() == ""
    assert not shown.foot.discard.isEnabled()


def test_half_typed_settings_come_back_and_are_saved_over_what_they_began_on(
    qtbot: QtBot, page: SettingsPage, office: Office, messages: Recorder
) -> None:
    shown = tab(page, SignersTab)
    shown.grid.put(0, 0, "Lò Thị Mai")
    tab(page, CommitteesTab).grid.put(0, 0, "Ban Chỉ đạo phường")
    tab(page, OfficeTab).place.setText("Na Lay")
    page.keep_draft()
    save_signers(office.workspace, [SignerDraft("Vàng A Páo")])
    again = opened(qtbot, office)
    assert tab(again, OfficeTab).place.text() == "Na Lay"
    assert tab(again, CommitteesTab).grid.text(0, 0) == "Ban Chỉ đạo phường"
    signers = tab(again, SignersTab)
    assert signers.grid.text(0, 0) == "Lò Thị Mai"
    assert signers.foot.state.text() == "Bản nháp chưa lưu từ lần mở trước"
    messages.answer("Tải lại")
    save(qtbot, signers)
    assert signers.grid.text(0, 0) == "Vàng A Páo"


def test_who_may_not_change_settings_is_told(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    with office.workspace.read() as session:
        [me] = user_drafts(session)
    save_users(office.workspace, [me, UserDraft("Vàng A Páo", role="leader")])
    office.workspace.author = type(office.workspace.author)(**{**vars(office.workspace.author), "role": "leader"})
    page = opened(qtbot, office)
    shown = tab(page, SignersTab)
    shown.grid.put(0, 0, "Lò Thị Mai")
    save(qtbot, shown)
    assert messages.troubles == [
        "Lãnh đạo không được làm việc này: Sửa thiết lập. Đổi sang người có quyền rồi làm lại."
    ]
    assert shown.grid.text(0, 0) == "Lò Thị Mai"
    assert shown.body.isEnabled()


def test_an_upper_office_has_no_villages_to_set(qtbot: QtBot, upper: Workspace, runner: Runner) -> None:
    page = opened(qtbot, Office(upper, runner))
    assert list(page.by_name) == ["office", "signers", "committees", "programmes", "papers", "users"]


@pytest.fixture
def window(qtbot: QtBot, commune: Workspace, messages: Recorder) -> Iterator[OfficeWindow]:
    made = OfficeWindow(commune, memory=ShortMemory())
    qtbot.addWidget(made)
    made.show()
    settled(qtbot, made.runner)
    yield made
    made.close()


def test_the_page_stands_at_the_foot_and_the_menu_names_its_undo(qtbot: QtBot, window: OfficeWindow) -> None:
    window.navigation.items[SETTINGS].click()
    shown = window.page(SETTINGS)
    assert isinstance(shown, SettingsPage)
    villages_tab = tab(shown, VillagesTab)
    villages_tab.grid.put(3, 0, "Bản Ít Ong")
    villages_tab.save()
    settled(qtbot, window.runner, window.menus.undo.isEnabled)
    assert window.menus.undo.text() == "Hoàn tác: Ghi danh sách thôn"
    window.go(TODAY)
    save_villages(window.workspace, [VillageDraft("Bản Lé")])
    settled(qtbot, window.runner)
    window.go(SETTINGS)
    assert "Bản Lé" in [villages_tab.grid.text(row, 0) for row in range(6)]


def test_a_village_is_given_to_who_looks_after_it_and_his_list_shows_only_those(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    shown = tab(opened(qtbot, office), VillagesTab)
    keeper = next(place for place, one in enumerate(shown.columns) if one.name == "keeper_id")
    assert shown.columns[keeper].entries() == ["", "Lò Thị Hoa"]
    shown.grid.put(0, keeper, "Lò Thị Hoa")
    save(qtbot, shown)
    with office.workspace.read() as session:
        kept = kept_villages(session, office.workspace.author.user_id)
        assert kept == {villages(session, "03151")[0].id}
    filters = Filters(office.workspace)
    filters.place.set_value("mine")
    assert filters.place.currentText() == "Thôn tôi phụ trách"
    assert filters.values(None).village_ids == kept
    shown.grid.put(0, keeper, "")
    save(qtbot, shown)
    filters.load_places()
    assert filters.values(None).village_ids == frozenset()


@pytest.mark.usefixtures("quick_pins")
def test_a_forgotten_pin_is_taken_off_in_the_list_of_users(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    with office.workspace.read() as session:
        [me] = user_drafts(session)
    save_users(office.workspace, [me, UserDraft("Vàng A Páo", role="leader")])
    shown = tab(opened(qtbot, office), UsersTab)
    shown.grid.setCurrentCell(1, 0)
    shown.reset.click()
    assert messages.troubles == ["Vàng A Páo chưa đặt PIN trên máy này."]
    office.workspace.sign_in("Vàng A Páo")
    pins.set_pin(office.workspace, "2580")
    office.workspace.sign_in("Lò Thị Hoa")
    messages.answer("Đồng ý")
    shown.reset.click()
    settled(qtbot, office.runner, lambda: bool(messages.successes))
    assert messages.successes[-1] == "Đã bỏ PIN của Vàng A Páo."
    assert pins.people_with_pin(office.workspace) == frozenset()

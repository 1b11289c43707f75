"""Sending and receiving in the window: what leaves is told before, receipts say what came, lists are handed on."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.documents.intake import Kind, kind_of
from app.exchange.merging import receive_packages
from app.exchange.package_contents import PackageContents
from app.exchange.packing import export_packages
from app.exchange.queries import PackageRow
from app.exchange.requests import write_requests
from app.paths import resource
from app.workspace import Workspace, open_workspace
from models.exchange import Peer
from models.vocabulary import Level, TaskKind
from tests.conftest import COMMUNE
from tests.make import make_approved, make_case, make_household
from tests.offices import set_up
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from tests.views.test_every_page import WIDTH as SMALL_SCREEN
from views.exchange.cards import Card
from views.exchange.package_sight import PackageSight
from views.exchange.page import RECEIVE, ExchangePage
from views.page import DOSSIER, EXCHANGE, LIST_IMPORT
from views.password_form import PasswordForm
from views.runner import Runner
from views.tasks.page import TasksPage

SAMPLE_LIST = resource("samples", "danh-sach-ho.xlsx")


def shown(cards: list[Card]) -> list[str]:
    return [sentence for card in cards for sentence in card.sentences]


def opened(qtbot: QtBot, office: Office) -> ExchangePage:
    page = ExchangePage(office)
    qtbot.addWidget(page)
    page.show()
    office.runner.changed.connect(page.forget)
    settled(qtbot, office.runner)
    return page


@pytest.fixture
def office(commune: Workspace, runner: Runner, messages: Recorder) -> Office:
    return Office(commune, runner)


def sent(sender: Workspace, to: str, folder: Path) -> Path:
    return export_packages(sender, folder, [to])[0].file


def test_what_leaves_is_told_before_it_leaves(qtbot: QtBot, office: Office, commune: Workspace) -> None:
    make_approved(commune, make_case(commune, "Lò Văn Pâng"), make_case(commune, "Quàng Thị Ín"))
    page = opened(qtbot, office)
    assert page.filled.text() == "Tạo gói gửi cấp trên"
    told = shown(page.sending.cards.cards)
    assert told[0] == "Gửi Sở Xây dựng tỉnh Điện Biên"
    assert "(2 hộ mới, 0 hộ thay đổi)" in told[1]
    assert "chưa lần nào" in told[1]
    assert "2 quyết định" in told[2]
    assert "120.000.000 đồng" in told[3]
    assert told[3].endswith("Gói nhận gần nhất của nơi đó: chưa lần nào.")


def test_the_filled_button_writes_the_package_where_the_officer_says(
    qtbot: QtBot, office: Office, commune: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    make_household(commune)
    page = opened(qtbot, office)
    messages.give_files(tmp_path / "USB")
    page.filled.click()
    settled(qtbot, office.runner, lambda: bool(messages.successes))
    (file,) = (tmp_path / "USB").glob("*.xlsx")
    assert file.name in shown(page.sending.cards.cards)[0]
    assert office.memory.get("packages.folder") == str(tmp_path / "USB")
    page.tabs.setCurrentIndex(2)
    settled(qtbot, office.runner)
    assert page.packages.table.count == 1


def test_without_a_folder_nothing_is_written(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    messages.give_files()
    page.filled.click()
    assert not office.runner.busy
    assert messages.successes == []


def test_a_package_of_the_upper_office_is_received_and_leads_to_what_must_be_decided(
    qtbot: QtBot, office: Office, commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    case = make_case(commune)
    receive_packages(upper, [sent(commune, "11", tmp_path / "up")])
    make_approved(upper, case)
    page = opened(qtbot, office)
    page.receive(sent(upper, "03151", tmp_path / "down"))
    settled(qtbot, office.runner, lambda: bool(page.receiving.reports))
    told = shown(page.receiving.receipts.cards)[0]
    assert told == ("Đã nhận gói của Sở Xây dựng tỉnh Điện Biên: 0 hộ mới, 1 hộ thay đổi. Có 2 việc cần quyết định.")
    page.receiving.receipts.cards[0].buttons[0].click()
    assert office.gone_to == [("tasks", None)]


def test_files_dropped_anywhere_on_the_page_are_received(
    qtbot: QtBot, commune: Workspace, upper: Workspace, runner: Runner, messages: Recorder, tmp_path: Path
) -> None:
    make_household(commune)
    office = Office(upper, runner)
    page = opened(qtbot, office)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sent(commune, "11", tmp_path))), QUrl.fromLocalFile(str(SAMPLE_LIST))])
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, QDragEnterEvent(QPointF(9, 9), *keys))
    assert page.tabs.currentIndex() == RECEIVE
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), *keys))
    settled(qtbot, runner, lambda: len(page.receiving.reports) == 2)
    told = shown(page.receiving.receipts.cards)
    assert told[0].startswith("Đã nhận gói của Phường Mường Lay: 1 hộ mới, 0 hộ thay đổi."), "packages first"
    assert told[-1].startswith("Tệp danh-sach-ho.xlsx là danh sách Excel. Xã đã dùng phần mềm thì xã tự nhập")
    [go_on] = page.receiving.receipts.cards[-1].buttons
    assert page.focusWidget() is go_on, "the keys go on to the list"
    QTest.keyClick(go_on, Qt.Key.Key_Space)
    assert office.gone_to == [(LIST_IMPORT, SAMPLE_LIST)]


def test_lists_go_on_to_the_import_of_lists_one_after_the_other(
    qtbot: QtBot, office: Office, messages: Recorder, tmp_path: Path
) -> None:
    other = shutil.copy(SAMPLE_LIST, tmp_path / "danh-sach-hai.xlsx")
    page = opened(qtbot, office)
    page.receive([SAMPLE_LIST, other])
    settled(qtbot, office.runner, lambda: bool(office.gone_to))
    assert office.gone_to == [(LIST_IMPORT, other)]
    assert messages.successes[-1].startswith("Còn 1 danh sách ở Gửi – nhận dữ liệu")
    page.receiving.receipts.cards[1].buttons[0].click()
    assert office.gone_to[-1] == (LIST_IMPORT, SAMPLE_LIST)


def test_an_office_without_households_is_told_whose_the_list_is(
    qtbot: QtBot, commune: Workspace, runner: Runner, messages: Recorder, tmp_path: Path
) -> None:
    agency = set_up(tmp_path / "mt", replace(COMMUNE, level=Level.AGENCY, code="mttq", villages=()))
    office = Office(agency, runner)
    page = opened(qtbot, office)
    page.receive(SAMPLE_LIST)
    settled(qtbot, runner, lambda: bool(page.receiving.reports))
    assert shown(page.receiving.receipts.cards) == [
        "Tệp danh-sach-ho.xlsx là danh sách hộ của xã: chuyển tệp cho xã đó nhập, rồi nhận gói của xã ở đây."
    ]
    assert office.gone_to == []
    runner.close()
    agency.close()


def test_a_file_that_may_not_come_in_says_why(qtbot: QtBot, office: Office, commune: Workspace, tmp_path: Path) -> None:
    broken = tmp_path / "hỏng.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    page = opened(qtbot, office)
    page.receive([sent(commune, "11", tmp_path), broken])
    settled(qtbot, office.runner, lambda: len(page.receiving.reports) == 2)
    told = shown(page.receiving.receipts.cards)
    assert any("gửi cho cơ quan khác (Sở Xây dựng tỉnh Điện Biên)" in one for one in told)
    assert any("hỏng.xlsx" in one for one in told)


def test_a_missing_package_is_named_with_the_words_to_ask_for_it(
    qtbot: QtBot, commune: Workspace, upper: Workspace, runner: Runner, messages: Recorder, tmp_path: Path
) -> None:
    """The upper office's laptop is lost after it confirmed a package; an older copy of its folder goes on."""
    make_household(commune, "Lò Văn Pâng")
    receive_packages(upper, [sent(commune, "11", tmp_path / "1")])
    upper.close()
    shutil.copytree(upper.folder, tmp_path / "bản cũ")
    make_household(commune, "Quàng Thị Ín")
    receive_packages(upper, [sent(commune, "11", tmp_path / "2")])
    receive_packages(commune, [sent(upper, "03151", tmp_path / "3")])
    make_household(commune, "Vì Văn Siêng")
    older = open_workspace(tmp_path / "bản cũ")
    try:
        page = opened(qtbot, Office(older, runner))
        page.receive(sent(commune, "11", tmp_path / "4"))
        settled(qtbot, runner, lambda: bool(page.receiving.reports))
        (card,) = page.receiving.receipts.cards
        assert "Phường Mường Lay còn thiếu dữ liệu: máy" in card.sentences[1]
        card.buttons[-1].click()
        assert QApplication.clipboard().text().startswith("Kính gửi Phường Mường Lay: ")
        assert messages.successes[-1].startswith("Đã chép.")
        asked_for_by_key(qtbot, page, messages, tmp_path / "phiếu")
    finally:
        runner.close()
        older.close()


def asked_for_by_key(qtbot: QtBot, page: ExchangePage, messages: Recorder, folder: Path) -> None:
    """The page “Cần xử lý” writes one request for all that is missing, and says that it was asked for."""
    office = page.frame
    tasks = TasksPage(office)
    qtbot.addWidget(tasks)
    tasks.show()
    office.runner.changed.connect(tasks.forget)
    settled(qtbot, office.runner, lambda: tasks.tabs.count() > 0)
    tasks.tabs.setCurrentIndex([tasks.tabs.tabData(one) for one in range(tasks.tabs.count())].index(TaskKind.GAP))
    [card] = tasks.decision.cards
    assert card.value == "Lập phiếu đề nghị gửi lại"
    messages.give_files(folder)
    QTest.keyClick(tasks.list, Qt.Key.Key_1)
    settled(qtbot, office.runner, lambda: tasks.list.item(0).text().endswith("đã đề nghị gửi lại"))
    assert len(list(folder.iterdir())) == 1
    assert "Đã đề nghị gửi lại lúc" in tasks.decision.explained.text()


def test_what_came_and_went_is_found_by_name(qtbot: QtBot, office: Office, commune: Workspace, tmp_path: Path) -> None:
    make_household(commune)
    sent(commune, "11", tmp_path)
    sent(commune, "03151", tmp_path)
    page = opened(qtbot, office)
    page.tabs.setCurrentIndex(2)
    settled(qtbot, office.runner)
    assert page.packages.table.count == 2
    page.packages.panel.search.setText("so xay dung")
    qtbot.waitUntil(lambda: page.packages.table.count == 1)
    assert page.packages.table.index(0, 4).data().startswith("Đã tạo, ")


def received(page: ExchangePage, files: list[Path]) -> bool:
    """Whether these files, and no others, have their receipts."""
    return {one.file for one in page.receiving.reports} == set(files)


def form(page: ExchangePage) -> PasswordForm:
    """The form for a password that is open now."""
    (found,) = [one for one in page.findChildren(PasswordForm) if one.isVisible()]
    return found


def ended_so(page: ExchangePage, code: str) -> bool:
    """Whether the file was received, or refused for this."""
    return [one.code for one in page.receiving.reports] == [code]


def test_a_package_is_locked_here_and_asked_for_there_until_it_opens(
    qtbot: QtBot, commune: Workspace, upper: Workspace, runner: Runner, messages: Recorder, tmp_path: Path
) -> None:
    make_household(commune, "Lò Văn Pâng")
    sender = Office(commune, runner)
    page = opened(qtbot, sender)
    page.sending.lock.setChecked(True)
    page.filled.click()
    asking = form(page)
    asking.confirm.click()
    assert asking.isVisible(), "without a password nothing is locked"
    asking.password.setText("mật khẩu 2026")
    asking.again.setText("mật khẩu 2O26")
    asking.confirm.click()
    assert asking.isVisible(), "typed twice alike"
    messages.give_files(tmp_path)
    asking.again.setText("mật khẩu 2026")
    asking.confirm.click()
    settled(qtbot, runner, lambda: bool(messages.successes))
    (file,) = tmp_path.glob("MaiAm_*.xlsx")
    assert kind_of(file) is Kind.ENCRYPTED
    above = opened(qtbot, Office(upper, runner))
    above.receive(file)
    settled(qtbot, runner, lambda: bool(above.receiving.reports))
    for typed, then in (("sai rồi", "workbook_password_wrong"), ("mật khẩu 2026", "")):
        asking = form(above)
        asking.password.setText(typed)
        asking.confirm.click()
        settled(qtbot, runner, partial(ended_so, above, then))
    assert shown(above.receiving.receipts.cards)[0].startswith("Đã nhận gói của Phường Mường Lay: 1 hộ mới")


def test_the_inbox_shows_what_a_package_changed_and_takes_it_back(
    qtbot: QtBot, commune: Workspace, upper: Workspace, runner: Runner, messages: Recorder, tmp_path: Path
) -> None:
    home = make_household(commune, "Lò Văn Pâng")
    receive_packages(upper, [sent(commune, "11", tmp_path)])
    office = Office(upper, runner)
    page = opened(qtbot, office)
    page.tabs.setCurrentIndex(2)
    sight = page.packages.sight
    settled(qtbot, runner, lambda: sight.homes.count() == 1)
    assert sight.title.text() == "Phường Mường Lay · gói số 1"
    assert "1 hộ" in sight.said.text().lower()
    assert sight.homes.item(0).text() == "Lò Văn Pâng · hộ mới"
    page.resize(SMALL_SCREEN, 480)
    qtbot.waitUntil(lambda: page.packages.view.horizontalScrollBar().maximum() == 0)
    sight.homes.itemActivated.emit(sight.homes.item(0))
    assert office.gone_to[-1] == (DOSSIER, home)
    messages.answer("Gỡ gói này")
    sight.take_back.click()
    settled(qtbot, runner, lambda: sight.said.text() == "Gói này đã gỡ. Số liệu như trước khi nhận.")
    assert messages.successes[-1].startswith("Đã gỡ gói số 1 của Phường Mường Lay.")
    assert page.packages.table.index(0, 4).data() == "Đã gỡ"
    sight.again.click()
    (file,) = (upper.folder / "inbox").iterdir()
    asked: tuple[str, object] = (EXCHANGE, file)
    assert office.gone_to[-1] == asked
    page.receive(file)
    settled(qtbot, runner, lambda: bool(page.receiving.reports))
    assert page.receiving.reports[0].result == "merged"
    file.unlink()
    page.packages.forget(None)
    settled(qtbot, runner, lambda: "Không còn tệp gốc trong máy" in sight.said.text())
    assert not sight.look.isEnabled()
    assert not sight.again.isEnabled()


def test_who_was_silent_longest_stands_first(
    qtbot: QtBot, commune: Workspace, second_commune: Workspace, upper: Workspace, runner: Runner, tmp_path: Path
) -> None:
    receive_packages(upper, [sent(commune, "11", tmp_path / "1"), sent(second_commune, "11", tmp_path / "2")])
    with upper.engine.connect() as connection:
        connection.execute(
            update(Peer).where(Peer.office_code == "03151").values(seen_ms=Peer.seen_ms - 9 * 86_400_000)
        )
        connection.commit()
    page = opened(qtbot, Office(upper, runner))
    page.show_tab_called("Lần nhận gần nhất")
    table = page.heard.table
    settled(qtbot, runner, lambda: table.complete)
    rows = [[table.index(row, column).data() for column in (1, 2, 3, 5)] for row in range(table.count)]
    assert rows == [
        ["9 ngày", "Phường Mường Lay", "Máy văn phòng", "1"],
        ["Hôm nay", "Phường Điện Biên Phủ", "Máy văn phòng", "1"],
    ]
    asked = [write_requests(one, tmp_path / "phiếu")[0].file for one in (second_commune, commune)]
    for files, ticked in ((asked[:1], ["03127"]), (asked, ["03127", "03151"])):
        page.receive(files)
        settled(qtbot, runner, partial(received, page, files))
        [button] = page.receiving.receipts.cards[0].buttons
        assert button.text() == ("Tạo gói" if len(files) == 1 else "Tạo gói cho 2 nơi đề nghị")
        button.click()
        assert sorted(to for to, tick in page.sending.ticks.items() if tick.isChecked()) == ticked


def test_an_office_without_a_superior_is_told_what_to_do(
    qtbot: QtBot, upper: Workspace, runner: Runner, messages: Recorder
) -> None:
    page = opened(qtbot, Office(upper, runner))
    assert page.filled.text() == "Tạo gói gửi xã"
    page.filled.click()
    assert messages.troubles == [
        "Chưa nhận gói của xã nào. Nhận gói đầu tiên của xã, rồi tạo gói gửi lại cho xã ở đây."
    ]


def test_what_a_package_proposes_is_told_in_words(qtbot: QtBot) -> None:
    sight = PackageSight(*[lambda: None] * 4)
    qtbot.addWidget(sight)
    said = {"entity": "housing_condition", "sheet": "Hiện trạng nhà", "cell": "K5", "field": "area_m2"}
    report = {"proposals": [said | {"label": "Diện tích (m²)", "old": None, "new": "33.5"}]}
    row = PackageRow("g", True, "11", "1", "gói.xlsx", dt.datetime(2026, 11, 21, tzinfo=dt.UTC), "merged", report)
    sight.show_package(row, PackageContents({}))
    assert "Hiện trạng nhà K5 (Diện tích (m²)): “(để trống)” thành “33,5 m²”" in sight.said.text()

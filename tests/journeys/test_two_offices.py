"""A commune and the office above it send each other packages through their windows, and decide what differs."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.areas.queries import villages
from app.backup import write_backup
from app.exchange.packing import export_packages
from app.households.operations import set_fields
from app.households.queries import household_draft
from app.lists.operations import import_list
from app.paths import resource
from app.restoring import check_soundness, restore
from app.workspace import Workspace
from tests.conftest import COMMUNE
from tests.journeys.officer import WindowOfficer, lines
from tests.make import make_household
from tests.offices import set_up
from tests.window import Recorder
from views.dossier.page import DossierPage
from views.exchange.page import ExchangePage
from views.households.page import HouseholdsPage
from views.households.panels import HouseholdPanel
from views.support.page import SupportPage
from views.tasks.page import TasksPage


def decide_ticked(officer: WindowOfficer, number: str, *ticks: str) -> None:
    """Tick by keys and write one decision over what is ticked."""
    page = officer.go("decisions", "Alt+3")
    assert isinstance(page, SupportPage)
    waiting = page.decisions.waiting
    officer.settle(lambda: waiting.table.complete and waiting.table.count > 0)
    officer.press(*ticks)
    count = len(waiting.table.ticked)
    officer.click("Ghi quyết định", page.heading)
    officer.form()
    officer.fill(number, "15/7/2025")
    officer.press("Ctrl+Return")
    officer.hears(f"Đã ghi quyết định số {number} cho {count} hộ.")


def send(officer: WindowOfficer, messages: Recorder, folder: Path) -> Path:
    """Make the package of this office; the file that was written."""
    page = officer.go("exchange")
    assert isinstance(page, ExchangePage)
    page.tabs.setCurrentIndex(0)
    officer.settle(lambda: bool(page.sending.outgoing))
    messages.give_files(folder)
    page.filled.click()
    officer.settle(lambda: officer.told.startswith("Đã tạo 1 gói"))
    (file,) = folder.glob("*.xlsx")
    return file


def drop(officer: WindowOfficer, *files: Path) -> list[str]:
    """Drop files on the page of sending and receiving; what the receipts say."""
    page = officer.go("exchange")
    assert isinstance(page, ExchangePage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.receiving.reports = []
    QApplication.sendEvent(page, QDragEnterEvent(QPointF(9, 9), *keys))
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), *keys))
    # each file is read by a child process of its own: many take their time on a busy machine
    whole = len(files) * 2_000 + 10_000
    officer.qtbot.waitUntil(lambda: len(page.receiving.reports) == len(files), timeout=whole)
    officer.settle()
    return [sentence for card in page.receiving.receipts.cards for sentence in card.sentences]


def statuses(officer: WindowOfficer) -> dict[str, int]:
    """How many households of the list stand where."""
    page = officer.go("households", "Alt+2")
    assert isinstance(page, HouseholdsPage)
    officer.settle(lambda: page.table.complete)
    return dict(Counter(status for (status,) in lines(page.table, "status")))


def test_a_package_goes_up_and_its_decisions_come_back(
    qtbot: QtBot, commune: Workspace, upper: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    import_list(commune, resource("samples", "danh-sach-ho.xlsx"))
    below = WindowOfficer.at_work(qtbot, commune)
    decide_ticked(below, "45/QĐ-UBND", "Space", *["Down", "Space"] * 11)
    up = send(below, messages, tmp_path / "lên")

    above = WindowOfficer.at_work(qtbot, upper)
    assert drop(above, up)[0].startswith("Đã nhận gói của Phường Mường Lay: 40 hộ mới, 0 hộ thay đổi.")
    decide_ticked(above, "812/QĐ-SXD", "Ctrl+A")
    assert statuses(above) == {"Đã duyệt, chưa khởi công": 40}
    down = send(above, messages, tmp_path / "xuống")

    below.come_forward()
    said = drop(below, down)[0]
    assert said.startswith("Đã nhận gói của Sở Xây dựng tỉnh Điện Biên: 0 hộ mới, 28 hộ thay đổi.")
    assert statuses(below) == {"Đã duyệt, chưa khởi công": 40}
    again = "Gói của Sở Xây dựng tỉnh Điện Biên đã nhận trước đây. Không có gì mới."
    assert drop(below, down)[0] == again
    above.leave()
    below.leave()


@pytest.fixture
def third_commune(tmp_path: Path) -> Iterator[Workspace]:
    """One more commune under the upper office."""
    draft = dataclasses.replace(COMMUNE, code="03130", name="Phường Mường Thanh", person="Lường Thị Hạnh")
    workspace = set_up(tmp_path / "Dữ liệu xã ba", draft)
    yield workspace
    workspace.close()


def test_thirty_packages_of_three_communes_are_received_in_one_go_in_any_order(
    qtbot: QtBot,
    upper: Workspace,
    commune: Workspace,
    second_commune: Workspace,
    third_commune: Workspace,
    messages: Recorder,
    tmp_path: Path,
) -> None:
    communes = (commune, second_commune, third_commune)
    files = []
    for day in range(10):
        for place, one in enumerate(communes):
            number = "011072001234" if day == 0 and place < 2 else None  # one person heads households of two communes
            make_household(one, f"Lò Văn {place} {day}", citizen_id=number)
            files += [made.file for made in export_packages(one, tmp_path / "USB" / f"{place}")]
    assert len(set(files)) == 30
    damaged = tmp_path / "USB" / "hỏng.xlsx"
    damaged.write_bytes(files[0].read_bytes()[:4000])
    officer = WindowOfficer.at_work(qtbot, upper)
    said = drop(officer, *files[1::2], *files[::2], damaged)
    received = [one for one in said if one.startswith("Đã nhận gói của ")]
    assert len(received) == 30, "a receipt for each"
    assert all(one.endswith("hộ thay đổi. Có 4 việc cần quyết định.") for one in received)
    assert sum(int(one.split(": ")[1].split(" hộ mới")[0]) for one in received) == 30
    assert sum("hỏng.xlsx" in one for one in said) == 1
    assert statuses(officer) == {"": 30}
    page = officer.go("tasks")
    assert isinstance(page, TasksPage)
    officer.settle(lambda: page.tabs.count() == 2)
    assert {page.tabs.tabText(place) for place in range(2)} == {"Nghi trùng hộ (1)", "Máy mới (3)"}
    again = drop(officer, *files[:3])
    assert sum("đã nhận trước đây. Không có gì mới." in one for one in again) == 3
    assert check_soundness(upper).sound
    officer.leave()


def second_laptop(commune: Workspace, folder: Path) -> Workspace:
    """Another laptop of the commune, begun from its backup."""
    write_backup(commune.engine, folder / "mai-am.db")
    return restore(folder / "Máy hai", folder / "mai-am.db")[0]


def test_two_laptops_that_differ_are_decided_with_a_key(
    qtbot: QtBot, commune: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    with commune.read() as session:
        village = villages(session, "03151")[0].id
    household = make_household(commune, "Quàng Thị Ín", phone="0912345678", village_id=village)
    other = second_laptop(commune, tmp_path)
    set_fields(other, household, {"phone": "0987111222"})
    package = export_packages(other, tmp_path / "gói", ["03151"])[0].file
    other.close()
    officer = WindowOfficer.at_work(qtbot, commune)
    change_phone(officer, "0903 333 444")
    assert "Có 2 việc cần quyết định." in drop(officer, package)[0]
    officer.click("Xem ngay")
    page = officer.page
    assert isinstance(page, TasksPage)
    officer.settle(lambda: page.tabs.count() > 0)
    assert page.tabs.tabText(0) == "Hai số liệu khác nhau (1)"
    assert page.decision.sentence.text().startswith("Quàng Thị Ín: Điện thoại có hai số liệu khác nhau.")
    assert [card.value for card in page.decision.cards] == ["0903333444", "0987111222"]
    officer.press("2")
    officer.hears("Đã ghi quyết định cho Quàng Thị Ín.")
    officer.settle(lambda: officer.window.status.tasks.text() == "Cần xử lý: 1")
    assert phone_of(commune, household) == "0987111222"
    officer.leave()


def phone_of(commune: Workspace, household: str) -> str | None:
    """What the records say now."""
    with commune.read() as session:
        return household_draft(session, household).phone


def change_phone(officer: WindowOfficer, phone: str) -> None:
    """Open the first household of the list and type another telephone."""
    page = officer.go("households", "Alt+2")
    assert isinstance(page, HouseholdsPage)
    officer.settle(lambda: page.table.count == 1)
    officer.press("Return")
    dossier = officer.page
    assert isinstance(dossier, DossierPage)
    officer.settle(lambda: bool(dossier.head.name.text()))
    dossier.show_tab("household")
    panel = dossier.stack.currentWidget()
    assert isinstance(panel, HouseholdPanel)
    panel.editor.fields.fields["phone"].setFocus()
    officer.press("Ctrl+A")
    officer.type(phone)
    officer.press("Ctrl+S")
    officer.settle(lambda: officer.told.startswith("Đã lưu hộ"))

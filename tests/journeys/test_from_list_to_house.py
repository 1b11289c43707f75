"""From an officer's list to handed-over houses: twelve houses decided, built, accepted, handed over, minutes saved."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import resource
from app.workspace import Workspace
from tests.journeys.officer import WindowOfficer, lines
from tests.window import Recorder
from views.construction.page import ConstructionPage
from views.dossier.page import DossierPage
from views.handover.page import HandoverPage
from views.households.page import HouseholdsPage
from views.lists.import_page import ImportPage, Step
from views.page import DOSSIER, HOUSEHOLDS
from views.support.page import SupportPage

SAMPLE_LIST = resource("samples", "danh-sach-ho.xlsx")


def test_twelve_houses_go_from_the_list_to_their_minutes(
    qtbot: QtBot, commune: Workspace, messages: Recorder, tmp_path: Path
) -> None:
    officer = WindowOfficer.at_work(qtbot, commune)
    import_sample(officer, messages)
    decide_twelve(officer)
    build(officer)
    officer.press("Ctrl+Z")
    officer.hears("Đã hoàn tác: Cập nhật nhanh tiến độ.")
    build(officer)
    accept_all(officer)
    hand_all_over(officer)
    target = tmp_path / "Biên bản 03-11.pdf"
    messages.give_files(target)
    save_minutes(officer)
    compare(officer, target)
    officer.leave()
    assert messages.shown == []


def import_sample(officer: WindowOfficer, messages: Recorder) -> None:
    """The list is shown as it was understood before anything is saved."""
    officer.go("households", "Alt+2")
    officer.click("Nhập danh sách Excel")
    page = officer.page
    assert isinstance(page, ImportPage)
    messages.give_files(SAMPLE_LIST)
    officer.click("Chọn tệp Excel", page)
    officer.settle(lambda: page.report is not None)
    assert "40 hộ mới" in page.columns.counts.text()
    while page.step is not Step.DECIDE:
        officer.click("Tiếp tục")
    officer.click("Nhập 40 hộ")
    officer.settle(lambda: officer.window.current == HOUSEHOLDS)
    assert officer.told == "Đã nhập tệp danh-sach-ho.xlsx: 40 hộ mới, 0 hộ sửa."


def decide_twelve(officer: WindowOfficer) -> None:
    """Space and Down tick twelve houses; one decision, from its number to Ctrl+Enter, without the mouse."""
    page = officer.go("decisions", "Alt+3")
    assert isinstance(page, SupportPage)
    waiting = page.decisions.waiting
    officer.settle(lambda: waiting.table.complete)
    officer.press("Space", *["Down", "Space"] * 11)
    assert waiting.line.ticked.text() == "Đã chọn 12 hộ"
    officer.click("Ghi quyết định", page.heading)
    form = officer.form()
    officer.fill("45/QĐ-UBND", "15/7/2025")
    assert form.confirm.text() == "Ghi quyết định cho 12 hộ"
    officer.press("Ctrl+Return")
    officer.hears("Đã ghi quyết định số 45/QĐ-UBND cho 12 hộ.")
    officer.settle(lambda: waiting.table.count == 28)
    assert waiting.panel.total.text() == "Đang xem 28 / 28 hộ · 1.440.000.000 đồng"


def build(officer: WindowOfficer) -> None:
    """The quick grid: a day, a column ticked with Space, the others pasted from Excel, one save."""
    page = officer.go("construction", "Alt+4")
    assert isinstance(page, ConstructionPage)
    progress = page.progress
    officer.settle(lambda: progress.list.table.count == 12)
    officer.click("Cập nhật nhanh")
    officer.settle(lambda: progress.in_grid)
    officer.press("Shift+Tab", "Shift+Tab", "Ctrl+A")
    officer.fill("1/8/2025")
    officer.press("Tab")
    assert officer.focus is progress.grid.view
    officer.press(*["Shift+Down"] * 11, "Space", *["Up"] * 11, "Right")
    QApplication.clipboard().setText("\n".join(["8/8/2025\t20/8/2025\t1/9/2025\t15/9/2025"] * 12))
    officer.press("Ctrl+V")
    assert progress.grid.state.text() == "60 giai đoạn của 12 nhà sẽ được ghi."
    officer.press("Ctrl+S")
    officer.hears("Đã ghi 60 giai đoạn của 12 nhà.")
    officer.settle(lambda: officer.window.menus.undo.text() == "Hoàn tác: Cập nhật nhanh tiến độ")
    assert lines(progress.list.table, "latest", "latest_on") == [("Xong hoàn thiện", "15/09/2025")] * 12


def accept_all(officer: WindowOfficer) -> None:
    """One house after the other with Ctrl+Enter; a house of less than the programme asks is stopped."""
    page = officer.go("handover", "Alt+5")
    assert isinstance(page, HandoverPage)
    officer.settle(lambda: page.to_accept.table.count == 12)
    officer.press("Ctrl+A")
    officer.click("Ghi nghiệm thu", page.heading)
    officer.settle(page.acceptance.isVisible)
    officer.fill("8/10/2025", "36,5")
    officer.press("Ctrl+Return")
    assert page.acceptance.marks.count == 1
    assert page.acceptance.title.text() == "Lò Thị Bua"
    for name, *_ in lines(page.to_accept.table, "name"):
        assert page.acceptance.title.text() == name
        page.acceptance.cards.day.setFocus()
        officer.press("Ctrl+A")
        officer.fill("8/10/2025", "36,5")
        officer.press(*["Space", "Tab", "Tab"] * 3, "Ctrl+Return")
        officer.hears(f"Đã ghi nghiệm thu nhà của hộ {name}.")
    officer.settle(lambda: page.to_accept.table.count == 0)


def hand_all_over(officer: WindowOfficer) -> None:
    """One form over twelve houses."""
    page = officer.page
    assert isinstance(page, HandoverPage)
    officer.press("Ctrl+Tab")
    officer.settle(lambda: page.to_hand_over.table.count == 12)
    officer.press("Ctrl+A")
    officer.click("Ghi bàn giao", page.heading)
    officer.form()
    officer.press("Ctrl+A")
    officer.fill("3/11/2025", "Nhà văn hóa bản")
    officer.press("Ctrl+Return")
    officer.hears("Đã ghi bàn giao 12 nhà.")


def save_minutes(officer: WindowOfficer) -> None:
    """The minutes are looked at without a number, and take the register's numbers when the PDF is saved."""
    page = officer.page
    assert isinstance(page, HandoverPage)
    officer.press("Ctrl+Tab", "Ctrl+Tab")  # past the ceremonies
    officer.settle(lambda: page.handed_over.table.count == 12)
    assert {paper for (paper,) in lines(page.handed_over.table, "paper")} == {"chưa in"}
    officer.press("Ctrl+A")
    officer.click("Lập biên bản", page.heading)
    officer.settle(lambda: page.preview.document is not None)
    page.preview.numbering.setFocus()
    officer.press("Ctrl+A")
    officer.fill("so trong so")
    officer.settle(lambda: page.preview.state.text().startswith("12 biên bản chưa lập"))
    assert page.preview.document is not None
    assert page.preview.document.pageCount() >= 12
    officer.press("Ctrl+S")
    officer.hears("Đã lưu Biên bản 03-11.pdf.")
    assert page.preview.state.text() == "Đã lập 12 biên bản, số 01 đến 12."


def compare(officer: WindowOfficer, target: Path) -> None:
    """The list, the dossier and the PDF say the same of every house."""
    page = officer.page
    assert isinstance(page, HandoverPage)
    shown = lines(page.handed_over.table, "name", "village", "area", "handed", "paper")
    assert sorted(row[-1] for row in shown) == [f"{number:02}/BB-UBND" for number in range(1, 13)]
    text = "\f".join(one.extract_text() for one in PdfReader(target).pages)
    for name, village, area, _, paper in shown:
        minutes = text[text.index(f"Số: {paper}") :].split("Số: ")[1]
        for part in (name, village, area, "45/QĐ-UBND", "03 tháng 11 năm 2025", "Nhà văn hóa bản"):
            assert part in " ".join(minutes.split()), (paper, part)
    officer.press("Escape")
    name = shown[0][0]
    officer.press("Ctrl+K")
    officer.type(name)
    officer.settle(lambda: [hit.text.split(" · ")[0] for hit in officer.window.strip.finder.hits] == [name])
    officer.press("Return")
    dossier = officer.page
    officer.settle(lambda: officer.window.current == DOSSIER and dossier.head.name.text() == name)  # type: ignore[attr-defined]
    assert isinstance(dossier, DossierPage)
    assert (dossier.head.house.text, dossier.head.money.text) == ("4/4 phần", "0/60 triệu")
    assert any("36,5 m²" in line for line in dossier.summary.lines)
    households = officer.go("households", "Alt+2")
    assert isinstance(households, HouseholdsPage)
    officer.settle(lambda: households.table.complete)
    assert (name, "Đã bàn giao", "0 / 60") in lines(households.table, "head_name", "status", "paid")

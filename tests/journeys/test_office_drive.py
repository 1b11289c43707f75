"""S5: sixty people of an agency give a day's pay; what they gave is sent on to the fund to the last đồng."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.giving.drafts import CollectionDraft, DriveDraft, GiftDraft, RemittanceDraft
from app.giving.operations import collect, record_gift, remit, save_drive, save_people
from app.giving.people_rows import people_of_text
from app.giving.queries import departments, drive_figures
from app.giving.rules import day_pay
from app.giving.statement import posted_gifts
from app.office.drafts import OfficeDraft
from app.reports.today import today_facts
from app.workspace import Workspace
from models.vocabulary import Level, PayMethod
from tests.journeys.officer import WindowOfficer
from tests.offices import set_up
from tests.window import Recorder
from views.giving.page import GivingPage

AGENCY = OfficeDraft(
    level=Level.AGENCY,
    code="so-nong-nghiep",
    name="Sở Nông nghiệp và Môi trường",
    province="Điện Biên",
    person="Trần Thị Bích",
    position="Chánh Văn phòng",
    device_name="Máy văn phòng sở",
)
ROOMS = (
    "Ban Giám đốc",
    "Văn phòng",
    "Thanh tra",
    "Phòng Kế hoạch",
    "Phòng Ngân sách",
    "Phòng Tài chính",
    "Phòng Đất đai",
    "Phòng Quản lý giá",
    "Phòng Doanh nghiệp",
)
PAYROLL, CASH, NOT_YET = 41, 16, 3


def worksheet() -> str:
    """The office's list: 54 on the payroll of the State and 6 with labour contracts, in nine rooms."""
    lines = ["STT\tHọ và tên\tPhòng\tChức vụ\tLoại hợp đồng\tMột ngày lương\tCho nêu tên"]
    amounts = [400_000] * PAYROLL + [360_000] * 10 + [420_000] * 6 + [300_000] * NOT_YET
    for number, amount in enumerate(amounts, 1):
        kind = "Hợp đồng lao động" if number > 54 else "Biên chế"
        named = "x" if number <= 2 else ""
        cells = (number, f"Cán bộ {number:02}", ROOMS[number % 9], "Chuyên viên", kind, amount, named)
        lines.append("\t".join(map(str, cells)))
    return "\n".join(lines)


@pytest.fixture
def agency(tmp_path: Path) -> Iterator[Workspace]:
    workspace = set_up(tmp_path / "Dữ liệu cơ quan", AGENCY)
    yield workspace
    workspace.close()


def gather(agency: Workspace) -> str:
    """The drive with its sixty people and all that came in; its id."""
    rule = DriveDraft(
        "Ủng hộ xóa nhà tạm, nhà dột nát",
        "2024-11-25",
        "2025-04-30",
        "2025-05-19",
        "salary",
        26,
        1,
        "Quỹ Vì người nghèo",
    )
    _, drive_id, _ = save_drive(agency, rule)
    people, problems = people_of_text(worksheet())
    assert (len(people), problems) == (60, [])
    save_people(agency, drive_id, people)
    with agency.read() as session:
        listed = sorted(drive_figures(session, drive_id).people, key=lambda one: one.name)
    amounts = [(one.id, one.expected or 0) for one in listed]
    payroll, cash = amounts[:PAYROLL], amounts[PAYROLL : PAYROLL + CASH]
    collect(agency, CollectionDraft(drive_id, tuple(payroll), "2025-01-15", PayMethod.PAYROLL.value))
    collect(agency, CollectionDraft(drive_id, tuple(cash), "2025-03-20", PayMethod.CASH.value))
    cement = GiftDraft("goods", "2025-03-21", 3_600_000, item="Xi măng", unit="bao", quantity="40", drive_id=drive_id)
    record_gift(agency, cement)
    record_gift(agency, GiftDraft("labour", "2025-04-05", people=12, quantity="1", drive_id=drive_id))
    return drive_id


def test_a_drive_comes_out_to_the_last_dong(agency: Workspace) -> None:
    assert day_pay(9_360_000, 26, 1) == 360_000
    assert day_pay(9_360_000, 22, 1) == 425_455
    drive_id = gather(agency)
    with agency.read() as session:
        found = drive_figures(session, drive_id)
    assert (found.by_method[PayMethod.PAYROLL], found.by_method[PayMethod.CASH]) == (16_400_000, 6_120_000)
    assert (found.goods_value, int(found.days), len(found.not_yet)) == (3_600_000, 12, 3)
    assert found.collected == found.in_hand == 22_520_000
    remit(agency, RemittanceDraft(drive_id, 22_520_000, "2025-04-28", voucher="UNC 28"))
    with agency.read() as session:
        found = drive_figures(session, drive_id)
    assert (found.collected, found.remitted, found.in_hand) == (22_520_000, 22_520_000, 0)
    report(agency, drive_id)


def report(agency: Workspace, drive_id: str) -> None:
    """The report by room for the last day of the drive, and the statement for posting, agree with the drive."""
    with agency.read() as session:
        lines = departments(drive_figures(session, drive_id, "2025-04-30"))
        posted = posted_gifts(session, drive_id)
    assert len(lines) == 9
    assert [sum(values) for values in zip(*((one.people, one.gave, one.not_yet) for one in lines), strict=True)] == [
        60,
        57,
        3,
    ]
    assert sum(one.collected for one in lines) == sum(one.gift.money for one in posted) == 22_520_000
    assert {one.name for one in posted} == {"Cán bộ 01", "Cán bộ 02", "Nhà hảo tâm không nêu tên"}
    told = today_facts(agency)
    assert [(one.kind, one.text) for one in told.overdue] == [
        ("drive_report", "Tổng kết đợt vận động “Ủng hộ xóa nhà tạm, nhà dột nát”, hạn ngày 19/05/2025")
    ]
    assert [(one.gave, one.people, one.collected, one.in_hand) for one in told.drives] == [(57, 60, 22_520_000, 0)]


def test_an_agency_does_its_drive_in_the_window(qtbot: QtBot, agency: Workspace, messages: Recorder) -> None:
    officer = WindowOfficer.at_work(qtbot, agency)
    window = officer.window
    pages = ["today", "giving", "campaigns", "awards", "phone_book", "reports", "exchange", "settings", "help"]
    assert list(window.navigation.items) == pages
    assert not {"households", "dossier", "decisions", "construction", "handover"} & set(window.entries)
    page = officer.go("giving", "Alt+7")
    page.receive("drives")
    begin_drive(officer)
    tick_and_collect(officer, page, range(PAYROLL), "Khấu trừ lương", "15/01/2025", "16.400.000 đồng của 41 người")
    tick_and_collect(officer, page, range(PAYROLL, 57), "Tiền mặt", "20/03/2025", "6.120.000 đồng của 16 người")
    give_goods_and_work(officer, page)
    send_on(officer, page)
    page.drives.switch.choose(1)
    officer.settle()
    assert page.drives.rooms.panel.total.text() == (
        "Đang xem 9 / 9 phòng · 57/60 người đã ủng hộ · thu 22.520.000 đồng trên 23.420.000 đồng"
    )
    today = officer.go("today", "Alt+1")
    officer.settle(lambda: bool(today.sentences))
    assert [one.text.text() for one in today.sentences] == [
        "Tổng kết đợt vận động “Ủng hộ xóa nhà tạm”, hạn ngày 19/05/2025"
    ]
    officer.leave()


def begin_drive(officer: WindowOfficer) -> None:
    """The drive and its sixty people, by keyboard."""
    officer.click("Tạo đợt vận động…", officer.page)
    form: Any = officer.form()
    officer.fill("Ủng hộ xóa nhà tạm", "25/11/2024", "30/04/2025", "19/05/2025", "Quỹ Vì người nghèo", "")
    form.divisor.setText("26")
    officer.press("Ctrl+Return")
    officer.hears("Đã lưu đợt vận động Ủng hộ xóa nhà tạm.")
    officer.click("Dán danh sách…", officer.page)
    QApplication.clipboard().setText(worksheet())
    officer.form()
    officer.press("Ctrl+V", "Ctrl+Return")
    officer.hears("Đã thêm 60 người vào đợt vận động.")


def tick_and_collect(
    officer: WindowOfficer, page: GivingPage, numbers: range, method: str, day: str, told: str
) -> None:
    """Tick people by the number in their name, and record what each gave."""
    officer.settle(lambda: page.drives.people.table.count == 60)
    table = page.drives.people.table
    wanted = {f"Cán bộ {number + 1:02}" for number in numbers}
    rows = [table.row_at(place) for place in range(table.count)]
    table.tick([place for place, row in enumerate(rows) if row and row.name in wanted], on=True)
    page.drives.collect()
    form: Any = officer.form()
    form.method.setEditText(method)
    form.day.setText(day)
    officer.press("Ctrl+Return")
    officer.hears(f"Đã ghi {told}.")
    table.untick_all()


def give_goods_and_work(officer: WindowOfficer, page: GivingPage) -> None:
    """Two lines of the book, typed one after the other."""
    page.receive("book")
    quick = page.book.quick
    quick.day.set_value("2025-03-21")
    cement, work = ("goods", "Công đoàn Sở", "40 bao xi măng = 3,6tr"), ("labour", "Đoàn Sở", "12 người x 1 ngày")
    for kind, giver, what in (cement, work):
        quick.kind.set_value(kind)
        quick.giver.setFocus()
        officer.type(giver)
        quick.what.setFocus()
        officer.type(what)
        officer.press("Return")
        officer.settle(lambda: quick.giver.text() == "")
    assert page.book.list.panel.total.text() == (
        "Đang xem 59 / 59 khoản · tiền 22.520.000 đồng · quy đổi 3.600.000 đồng"
    )


def send_on(officer: WindowOfficer, page: GivingPage) -> None:
    """All that was collected goes to the fund: nothing stays in hand."""
    page.receive("drives")
    page.drives.switch.choose(2)
    officer.click("Chuyển nộp…", page)
    form: Any = officer.form()
    assert form.amount.text() == "22.520.000"
    form.day.setText("28/04/2025")
    form.voucher.setText("UNC 28")
    officer.press("Ctrl+Return")
    officer.hears("Đã ghi chuyển nộp 22.520.000 đồng.")
    officer.settle(lambda: "Còn giữ 0 đồng" in page.drives.sums.text())

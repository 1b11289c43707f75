"""A drive in the window: its people, who gave, the rooms, what is sent on, its papers; an agency has no households."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.giving.queries import drive_figures, drives, drives_to_report
from models.vocabulary import PaperKind, PayMethod
from tests.journeys.officer import lines
from tests.views.office import Office, settled
from tests.window import Recorder
from views.giving.page import GivingPage
from views.short_form import ShortForm


def opened(qtbot: QtBot, office: Office) -> GivingPage:
    page = GivingPage(office)
    office.runner.changed.connect(page.forget)
    qtbot.addWidget(page)
    page.resize(1142, 600)
    page.show()
    page.receive("drives")
    settled(qtbot, office.runner)
    return page


def form() -> Any:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ShortForm)
    return found


def carry_out(qtbot: QtBot, office: Office) -> None:
    form().try_it()
    settled(qtbot, office.runner, lambda: QApplication.activeModalWidget() is None)


def test_the_people_of_the_drive_in_sight_are_there_at_once(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    assert lines(page.drives.people.table, "name", "department", "expected", "state") == [
        ("Vi Văn Tài", "Thanh tra", "", "chưa ủng hộ"),
        ("Nông Thị Lan", "Văn phòng", "300.000", "chưa ủng hộ"),
        ("Hoàng Văn Sơn", "Văn phòng", "360.000", "chưa ủng hộ"),
    ]
    assert page.drives.sums.text().startswith("Mong 660.000 đồng · Đã thu 0 đồng")


def test_ticked_people_give_what_was_hoped_for_of_each(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.drives.people.table.tick([1, 2], on=True)
    page.drives.collect()
    assert form().sum.text() == "2 người, cộng 660.000 đồng"
    form().method.set_value(PayMethod.PAYROLL.value)
    form().day.setText("15/01/2025")
    carry_out(qtbot, office)
    assert messages.successes == ["Đã ghi 660.000 đồng của 2 người."]
    settled(qtbot, office.runner)
    assert lines(page.drives.people.table, "given", "state") == [
        ("", "chưa ủng hộ"),
        ("300.000", "đã ủng hộ"),
        ("360.000", "đã ủng hộ"),
    ]
    page.drives.show_list(1)
    assert lines(page.drives.rooms.table, "department", "gave", "not_yet", "collected") == [
        ("Thanh tra", "", "1", ""),
        ("Văn phòng", "2", "", "660.000"),
    ]
    page.drives.until.set_value("2025-01-14")
    page.drives.until.changed.emit()
    settled(qtbot, office.runner)
    assert lines(page.drives.rooms.table, "collected") == [("",), ("",)]


def test_who_has_no_amount_is_asked_for_one(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.drives.people.table.tick([0], on=True)
    page.drives.collect()
    form().try_it()
    assert form().marks.count == 1
    form().amount.setText("250.000")
    carry_out(qtbot, office)
    assert messages.successes == ["Đã ghi 250.000 đồng của 1 người."]


def test_money_is_sent_on_and_taken_back_by_a_line(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.drives.people.table.tick([1, 2], on=True)
    page.drives.collect()
    carry_out(qtbot, office)
    page.drives.remit()
    assert (form().amount.value(), form().fund.text()) == (660_000, "Quỹ tỉnh")
    form().amount.setText("660.001")
    form().try_it()
    assert form().marks.count == 2
    form().amount.setText("600.000")
    form().voucher.setText("UNC 28")
    carry_out(qtbot, office)
    settled(qtbot, office.runner, lambda: page.drives.sent.table.count == 1)
    assert "Còn giữ 60.000 đồng" in page.drives.sums.text()
    page.drives.take_back(page.drives.sent.chosen()[0])
    form().reason.setText("Chuyển nhầm tài khoản")
    carry_out(qtbot, office)
    settled(qtbot, office.runner, lambda: page.drives.sent.table.count == 2)
    assert [one[0] for one in lines(page.drives.sent.table, "amount")] == ["600.000", "-600.000"]


def test_a_new_drive_takes_people_pasted_from_a_worksheet(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.drives.add()
    form().name.setText("Đợt năm 2026")
    form().divisor.setText("26")
    carry_out(qtbot, office)
    settled(qtbot, office.runner)
    assert page.drives.choice.currentText() == "Đợt năm 2026"
    assert page.drives.people.table.count == 0
    page.drives.paste()
    form().rows_typed.setPlainText("1\tCán bộ một\tPhòng A\t\t\t360k\n2\tCán bộ hai\tPhòng B\t\t\tkhông rõ")
    form().try_it()
    assert form().marks.count == 1
    form().rows_typed.setPlainText("1\tCán bộ một\tPhòng A\t\t\t360k\n2\tCán bộ hai\tPhòng B")
    assert form().read.text() == "Đọc được 2 người, 2 phòng, mức vận động 360.000 đồng."
    carry_out(qtbot, office)
    settled(qtbot, office.runner, lambda: page.drives.people.table.count == 2)
    page.drives.edit()
    form().report.setText("19/05/2026")
    carry_out(qtbot, office)
    with office.workspace.read() as session:
        assert [one.report_on for one in drives(session)] == ["2025-05-19", "2026-05-19"]


@pytest.mark.parametrize(("divisor", "pay"), [(26, 360_000), (22, 425_455)])
def test_a_months_pay_is_reckoned_with_and_forgotten(
    qtbot: QtBot, office: Office, drive_id: str, messages: Recorder, divisor: int, pay: int
) -> None:
    page = opened(qtbot, office)
    if divisor != 26:
        page.drives.edit()
        form().divisor.set_value(divisor)
        carry_out(qtbot, office)
        settled(qtbot, office.runner)
    page.drives.edit_person(page.drives.people.chosen()[0])
    form().month.set_value(9_360_000)
    form().month.changed.emit()
    assert form().expected.value() == pay
    carry_out(qtbot, office)
    with office.workspace.read() as session:
        person = next(one for one in drive_figures(session, drive_id).people if one.name == "Vi Văn Tài")
    assert person.expected == pay
    folder = Path(office.workspace.database).parent
    assert not any(b"9360000" in file.read_bytes() for file in folder.glob("*.db*"))
    assert any(str(pay).encode() in file.read_bytes() for file in folder.glob("*.db*"))


def test_people_who_gave_nothing_are_taken_off(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.drives.people.table.tick([0], on=True)
    page.drives.take_off()
    settled(qtbot, office.runner, lambda: page.drives.people.table.count == 2)
    assert messages.successes == ["Đã bỏ 1 người khỏi đợt vận động."]


def test_a_posted_line_hides_who_did_not_allow_the_name(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.drives.edit_person(page.drives.people.chosen()[0])
    form().may_name.setChecked(True)
    form().expected.set_value(400_000)
    carry_out(qtbot, office)
    settled(qtbot, office.runner)
    page.drives.people.table.tick_all_shown()
    page.drives.collect()
    carry_out(qtbot, office)
    page.drives.show_list(3)
    settled(qtbot, office.runner, lambda: page.drives.posted.table.count == 3)
    assert sorted(one[0] for one in lines(page.drives.posted.table, "name")) == [
        "Nhà hảo tâm không nêu tên",
        "Nhà hảo tâm không nêu tên",
        "Vi Văn Tài",
    ]


def test_an_issued_report_ends_the_wait_for_the_wrap_up(
    qtbot: QtBot, office: Office, drive_id: str, messages: Recorder
) -> None:
    page = opened(qtbot, office)
    page.drives.switch.choose(1)
    page.drives.print()
    assert page.paper.kind is PaperKind.DEPARTMENT_REPORT
    settled(qtbot, office.runner, lambda: page.paper.document is not None)
    assert not page.paper.isHidden()
    assert page.paper.note_button.isVisible()
    page.paper.note_issued()
    carry_out(qtbot, office)
    with office.workspace.read() as session:
        assert drives_to_report(session) == []
    page.paper.closed.emit()
    assert page.stack.isVisible()


def test_ticked_people_may_be_named(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = opened(qtbot, office)
    page.drives.people.table.tick([0, 2], on=True)
    page.drives.allow_names()
    settled(qtbot, office.runner, lambda: bool(messages.successes))
    assert messages.successes == ["Đã ghi 2 người cho nêu tên."]
    settled(qtbot, office.runner)
    assert [one[0] for one in lines(page.drives.people.table, "named")] == ["có", "không", "có"]


def test_an_agency_has_no_tab_for_households(qtbot: QtBot, office: Office) -> None:
    page = opened(qtbot, office)
    assert [page.tabs.tabText(place) for place in range(page.tabs.count())] == [
        "Sổ ủng hộ",
        "Đăng ký ủng hộ",
        "Nhà hảo tâm",
        "Đợt vận động",
        "Vật tư, ngày công",
    ]
    offered = page.book.quick.target
    assert [offered.itemText(place) for place in range(offered.count())] == ["Ủng hộ xóa nhà tạm"]

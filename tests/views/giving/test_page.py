"""The page "Ủng hộ": typed lines, promises, donors, those who stand by a household; what is said when it is empty."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.funding.drafts import SourceDraft
from app.funding.operations import add_source
from app.giving.drafts import DonorDraft, DriveDraft, GiftDraft, PledgeDraft, SponsorshipDraft
from app.giving.operations import record_gift, save_donor, save_drive, save_pledge, save_sponsorship
from app.giving.queries import donors, gifts, pledges, sponsorships
from app.support.queries import find_cases
from models.vocabulary import SourceKind, Status
from tests.journeys.officer import lines
from tests.make import make_case, make_household
from tests.views.office import Office, settled
from tests.window import Recorder
from views import style
from views.giving.page import GivingPage
from views.half_typed import half_typed
from views.rows_list import RowsList
from views.short_form import ShortForm


def opened(qtbot: QtBot, office: Office) -> GivingPage:
    page = GivingPage(office)
    office.runner.changed.connect(page.forget)
    qtbot.addWidget(page)
    page.resize(1142, 600)
    page.show()
    settled(qtbot, office.runner)
    return page


def form() -> Any:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ShortForm)
    return found


def carry_out(qtbot: QtBot, office: Office) -> None:
    form().try_it()
    settled(qtbot, office.runner, lambda: QApplication.activeModalWidget() is None)


def fund(office: Office) -> str:
    changes, _ = add_source(office.workspace, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    (found,) = changes.ids
    return found


def test_enter_saves_the_typed_line_and_begins_the_next(
    qtbot: QtBot, commune_office: Office, messages: Recorder
) -> None:
    fund(commune_office)
    page = opened(qtbot, commune_office)
    quick = page.book.quick
    QTest.keyClicks(quick.giver, "Ba Mui")
    QTest.keyClicks(quick.what, "500k")
    quick.may_name.setChecked(True)
    QTest.keyClick(quick.what, Qt.Key.Key_Return)
    settled(qtbot, commune_office.runner, lambda: page.book.list.table.count == 1)
    assert messages.successes == ["Đã ghi 500.000 đồng của Ba Mui."]
    assert (quick.giver.text(), quick.what.text(), quick.may_name.isChecked()) == ("", "", False)
    assert quick.target.currentText() == "Quỹ Vì người nghèo"
    assert lines(page.book.list.table, "giver", "how", "amount", "target") == [
        ("Ba Mui", "Tiền mặt", "500.000", "Quỹ Vì người nghèo")
    ]
    quick.kind.set_value("goods")
    quick.what.show_kind()
    assert quick.what.placeholderText() == "40 bao xi măng = 3,6tr"
    QTest.keyClicks(quick.giver, "ba mui")
    quick.what.setText("40 bao xi măng = 3,6tr")
    QTest.keyClick(quick.giver, Qt.Key.Key_Return)
    settled(qtbot, commune_office.runner, lambda: page.book.list.table.count == 2)
    with commune_office.workspace.read() as session:
        assert [(one.name, one.gifts, one.may_name) for one in donors(session)] == [("Ba Mui", 2, True)]
    assert page.book.list.panel.total.text() == "Đang xem 2 / 2 khoản · tiền 500.000 đồng · quy đổi 3.600.000 đồng"


def test_a_line_half_typed_comes_back_and_goes_when_it_is_saved(
    qtbot: QtBot, commune_office: Office, messages: Recorder
) -> None:
    fund(commune_office)
    page = opened(qtbot, commune_office)
    QTest.keyClicks(page.book.quick.giver, "Ba Mui")
    QTest.keyClicks(page.book.quick.what, "500k")
    page.keep_draft()
    [kept] = half_typed(commune_office.memory)
    assert (kept.title, kept.page) == ("Khoản ủng hộ đang ghi", "giving")
    assert "Ba Mui" in kept.text
    again = opened(qtbot, commune_office).book
    assert (again.quick.giver.text(), again.quick.what.text()) == ("Ba Mui", "500k")
    again.quick.record()
    settled(qtbot, commune_office.runner, lambda: again.list.table.count == 1)
    again.keep_draft()
    assert half_typed(commune_office.memory) == []


@pytest.mark.parametrize(
    ("kind", "what", "told"),
    [
        ("cash", "", "Thiếu số tiền. Gõ số tiền rồi lưu lại."),
        ("cash", "nhiều", "“nhiều”"),
        ("goods", "xi măng", "Chưa đọc được hiện vật “xi măng”."),
    ],
)
def test_a_line_that_says_too_little_is_marked_and_kept(
    qtbot: QtBot, commune_office: Office, kind: str, what: str, told: str
) -> None:
    fund(commune_office)
    page = opened(qtbot, commune_office)
    quick = page.book.quick
    quick.kind.set_value(kind)
    quick.what.setText(what)
    quick.record()
    marked = [line.text.text() for _, line in quick.marks._fields.values() if line.problem is not None]
    assert any(told in one for one in marked), marked
    assert quick.what.text() == what
    with commune_office.workspace.read() as session:
        assert gifts(session) == []


def test_a_line_is_taken_back_by_a_line_of_its_own(qtbot: QtBot, commune_office: Office, messages: Recorder) -> None:
    record_gift(
        commune_office.workspace,
        GiftDraft("cash", "2026-10-01", 200_000, donor_name="Bà Mùi", source_id=fund(commune_office)),
    )
    page = opened(qtbot, commune_office)
    (row,) = page.book.list.source.rows([page.book.list.table.key_at(0)])
    page.book.reverse(row)
    form().try_it()
    assert form().marks.count == 1
    form().reason.setText("Ghi nhầm người")
    carry_out(qtbot, commune_office)
    settled(qtbot, commune_office.runner, lambda: page.book.list.table.count == 2)
    assert [one[0] for one in lines(page.book.list.table, "amount")] == ["-200.000", "200.000"]
    page.book.reverse(page.book.list.chosen()[0])
    assert messages.troubles == ["Dòng này đã được sửa sai, hoặc chính là dòng sửa sai."]


def test_a_promise_is_typed_kept_in_part_and_withdrawn(
    qtbot: QtBot, commune_office: Office, messages: Recorder
) -> None:
    fund(commune_office)
    page = opened(qtbot, commune_office)
    page.receive("pledges")
    page.pledges.add()
    form().donor.setText("Công ty Hoa Ban")
    form().kind.set_value("goods")
    form().what.setText("40 bao xi măng")
    form().due.setText("01/10/2026")
    form().pledged.setText("01/09/2026")
    carry_out(qtbot, commune_office)
    settled(qtbot, commune_office.runner, lambda: page.pledges.list.table.count == 1)
    shown = lines(page.pledges.list.table, "donor", "promised", "target", "kept", "state")
    assert shown == [("Công ty Hoa Ban", "40 bao xi măng", "Quỹ chung", "", "Quá hẹn")]
    page.pledges.keep(page.pledges.list.chosen()[0])
    assert form().what.text() == "40 bao xi măng"
    form().what.setText("15 bao xi măng")
    carry_out(qtbot, commune_office)
    settled(qtbot, commune_office.runner)
    assert lines(page.pledges.list.table, "kept", "state") == [("15 bao", "Quá hẹn")]
    page.pledges.withdraw(page.pledges.list.chosen()[0])
    form().reason.setText("Hết hàng")
    carry_out(qtbot, commune_office)
    settled(qtbot, commune_office.runner, lambda: page.pledges.list.table.count == 0)
    page.pledges.show_all(1)
    settled(qtbot, commune_office.runner, lambda: page.pledges.list.table.count == 1)
    assert lines(page.pledges.list.table, "state", "note") == [("Đã rút", "Hết hàng")]
    with commune_office.workspace.read() as session:
        (gift,) = gifts(session)
        assert gift.pledge_id == pledges(session)[0].id


def test_a_donor_is_added_and_changed(qtbot: QtBot, commune_office: Office, messages: Recorder) -> None:
    save_donor(commune_office.workspace, DonorDraft("Bà Mùi", phone="0912345678"))
    page = opened(qtbot, commune_office)
    page.receive("donors")
    page.donors.edit(page.donors.list.chosen()[0])
    assert form().phone.text() == "0912345678"
    form().may_name.setChecked(True)
    carry_out(qtbot, commune_office)
    page.donors.add()
    form().try_it()
    assert form().marks.count == 1
    form().name.setText("Công ty Hoa Ban")
    form().kind.set_value("business")
    carry_out(qtbot, commune_office)
    settled(qtbot, commune_office.runner, lambda: page.donors.list.table.count == 2)
    assert lines(page.donors.list.table, "name", "kind", "named") == [
        ("Công ty Hoa Ban", "Doanh nghiệp", "không"),
        ("Bà Mùi", "Cá nhân", "có"),
    ]


def test_who_stands_by_a_household_visits_it(qtbot: QtBot, commune_office: Office, messages: Recorder) -> None:
    make_household(commune_office.workspace, "Lò Văn Pâng")
    page = opened(qtbot, commune_office)
    page.receive("sponsorships")
    page.sponsorships.add()
    form().helper.setText("Cà Thị Ban")
    form().try_it()
    assert form().marks.count == 1
    form().household.set_value(form().household._choices.choices[0].value)
    carry_out(qtbot, commune_office)
    settled(qtbot, commune_office.runner, lambda: page.sponsorships.list.table.count == 1)
    page.sponsorships.visit(page.sponsorships.list.chosen()[0])
    form().day.setText("02/10/2026")
    carry_out(qtbot, commune_office)
    settled(qtbot, commune_office.runner)
    assert lines(page.sponsorships.list.table, "household", "helper", "visits", "last") == [
        ("Lò Văn Pâng", "Cà Thị Ban", "1", "02/10/2026")
    ]
    page.sponsorships.edit(page.sponsorships.list.chosen()[0])
    form().outcome.setText("Đã thoát nghèo")
    carry_out(qtbot, commune_office)
    with commune_office.workspace.read() as session:
        assert sponsorships(session)[0].result == "Đã thoát nghèo"


def test_goods_and_work_stand_apart_from_money_and_in_the_stock(qtbot: QtBot, commune_office: Office) -> None:
    source = fund(commune_office)
    record_gift(commune_office.workspace, GiftDraft("cash", "2026-10-01", 200_000, donor_name="A", source_id=source))
    cement = GiftDraft("goods", "2026-10-02", 900_000, item="xi măng", unit="bao", quantity="10", source_id=source)
    record_gift(commune_office.workspace, cement)
    record_gift(commune_office.workspace, GiftDraft("labour", "2026-10-02", people=3, quantity="2", source_id=source))
    page = opened(qtbot, commune_office)
    page.receive("goods")
    settled(qtbot, commune_office.runner, lambda: page.goods.lines.table.count == 2)
    assert lines(page.goods.lines.table, "things", "value") == [
        ("3 người x 2 ngày công", ""),
        ("10 bao xi măng", "900.000"),
    ]
    page.goods.show_list(1)
    assert lines(page.goods.stock.table, "item", "unit", "received", "left") == [("xi măng", "bao", "10", "10")]


def test_empty_tabs_say_what_to_do(qtbot: QtBot, commune_office: Office) -> None:
    page = opened(qtbot, commune_office)
    said = {
        "book": page.book.list.panel.empty,
        "pledges": page.pledges.list.panel.empty,
        "donors": page.donors.list.panel.empty,
        "drives": page.drives.empty,
        "goods": page.goods.lines.panel.empty,
        "sponsorships": page.sponsorships.list.panel.empty,
    }
    assert list(said) == list(page.places)
    for name, empty in said.items():
        page.receive(name)
        settled(qtbot, commune_office.runner, empty.isVisible)
        assert empty.sentence.text().startswith(("Chưa có", "Sổ ủng hộ còn trống"))


def test_every_list_is_a_sound_model(qtbot: QtBot, commune_office: Office, qtmodeltester: Any) -> None:
    workspace = commune_office.workspace
    make_case(workspace, "Lò Văn Pâng")
    with workspace.read() as session:
        (case,) = find_cases(session, list(Status))
    record_gift(workspace, GiftDraft("goods", "2026-10-02", 1, None, "gạch", "viên", "5", donor_name="A", case_id=case))
    save_pledge(workspace, PledgeDraft("Bà Mùi", amount=1_000))
    home = make_household(workspace, "Quàng Thị Ín")
    save_sponsorship(workspace, SponsorshipDraft(home, "Cà Thị Ban"))
    page = opened(qtbot, commune_office)
    found = page.findChildren(RowsList)
    assert len(found) == 10
    for one in found:
        QAbstractItemModelTester(one.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        qtmodeltester.check(one.table)


def test_the_page_fits_a_screen_at_the_largest_text(qtbot: QtBot, commune_office: Office) -> None:
    save_drive(commune_office.workspace, DriveDraft("Ủng hộ xóa nhà tạm"))
    style.scale.set_percent(150)
    page = opened(qtbot, commune_office)
    for name in page.places:
        page.receive(name)
        assert page.minimumSizeHint().width() <= 1366 - style.px(192), name


def test_the_page_fits_a_small_screen(qtbot: QtBot, commune_office: Office) -> None:
    page = opened(qtbot, commune_office)
    page.resize(869, 420)
    for name in page.places:
        page.receive(name)
        assert page.minimumSizeHint().width() <= 869
    quick = page.book.quick
    page.receive("book")
    qtbot.waitUntil(lambda: quick.target.y() > quick.giver.y())
    page.resize(1400, 600)
    qtbot.waitUntil(lambda: quick.target.y() == quick.giver.y())

"""The page of money: sources agree with their lines, refusals say what to do, every list keeps Qt's contract."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.funding.balances import ledger_balances
from app.funding.drafts import ContributionDraft, SourceDraft
from app.funding.next_parts import next_parts
from app.funding.operations import add_source, contribute
from app.funding.queries import ceiling_rows
from app.support.queries import case_facts
from app.wording import funding_pages as words
from models.vocabulary import ContributionKind, PaperKind, SourceKind
from tests.journeys.officer import lines
from tests.make import make_approved, make_case
from tests.payment_day import FUND, make_payment_day
from tests.views.conftest import Recorder
from tests.views.funding.conftest import NAME, form, shown, with_source
from tests.views.office import Office, settled
from views.funding.allocation_tab import AllocationForm
from views.funding.forms import SourceForm
from views.funding.goods_forms import GoodsForm
from views.funding.line_forms import CeilingForm, LineReversalForm, ReceiptForm
from views.funding.page import FundingPage
from views.page import HANDOVER
from views.paged_table import Sort
from views.paper_pane import IssuedForm


def models(page: FundingPage) -> dict[str, QAbstractItemModel]:
    """Every item model of the page."""
    money, supply, pays = page.sources.money, page.sources.supply, page.payments
    return {
        "sources": money.list.table,
        "movements": money.movements.table,
        "stock": page.sources.stock.list.table,
        "contracts": supply.list.table,
        "supplies": supply.lines,
        "allocation": page.allocation.table,
        "ready": pays.ready.table,
        "waiting": pays.waiting.table,
        "days": pays.days.days.table,
        "batch": pays.days.lines.table,
        "sheet": pays.panel.sheet,
        "houses": page.settlement.houses.table,
        "settled": page.settlement.sources.table,
        "book": page.book.lines.table,
        "statement": page.book.statement.table,
    }


@pytest.mark.parametrize("full", [False, True])
def test_every_list_keeps_qts_contract(
    qtbot: QtBot, qtmodeltester: Any, office: Office, messages: Recorder, full: bool
) -> None:
    if full:
        make_payment_day(office.workspace)
    page = shown(qtbot, office)
    if full:
        page.make_batch()
        settled(qtbot, office.runner, lambda: page.payments.in_sheet)
        page.payments.panel.save()
        settled(qtbot, office.runner, lambda: page.payments.days.days.table.count == 1)
        page.payments.waiting.table.tick_all_shown()
        page.payments.show_list(1)
        page.make_batch()
        settled(qtbot, office.runner, lambda: page.payments.in_sheet)
    for model in models(page).values():
        qtmodeltester.check(model)


def test_an_empty_office_is_led_to_its_first_source(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = shown(qtbot, office)
    money = page.sources.money
    assert money.empty.isVisible()
    assert money.empty.sentence.text() == (
        "Chưa có nguồn vốn. Thêm nguồn đầu tiên, ví dụ Ngân sách trung ương hoặc Quỹ Vì người nghèo."
    )
    money.add_source()
    made = form(page, SourceForm)
    made.code.setText(FUND)
    made.name.setText(NAME)
    made.kind.set_value(SourceKind.FUND_FOR_POOR.value)
    made.confirm.click()
    settled(qtbot, office.runner, lambda: money.list.table.count == 3)
    assert [one for (one,) in lines(money.list.table, "name")] == [NAME, "Cộng Xã hội", "Tổng cộng"]
    page.make_batch()
    settled(qtbot, office.runner)
    assert messages.troubles[-1] == words.NOBODY_TO_PAY


def test_what_came_in_stands_at_once_in_sums_and_movements(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    with_source(office.workspace, 0)
    page = shown(qtbot, office)
    money = page.sources.money
    assert money.movements.told.text() == "chưa theo dõi khoản nhận"
    money.record_receipt()
    made = form(page, ReceiptForm)
    assert made.source.value() == FUND
    made.confirm.click()
    assert made.marks.count == 1
    QTest.keyClicks(made.amount, "25tr")
    made.confirm.click()
    settled(qtbot, office.runner, lambda: money.movements.table.count == 1)
    assert lines(money.list.table, "received", "left")[0] == ("25.000.000", "25.000.000")
    assert lines(money.movements.table, "whole", "in") == [("Chuyển khoản", "25.000.000")]
    assert money.movements.told.text() == "còn phân bổ được 25.000.000 đồng"


def test_a_loan_of_a_bank_stands_apart_from_aid(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    with_source(office.workspace)
    add_source(office.workspace, SourceDraft("VBSP", "Ngân hàng Chính sách", SourceKind.BANK_LOAN))
    contribute(office.workspace, [ContributionDraft("VBSP", ContributionKind.TRANSFER, "2026-06-01", 40_000_000)])
    page = shown(qtbot, office)
    assert lines(page.sources.money.list.table, "name", "received")[1:] == [
        ("Cộng Xã hội", "25.000.000"),
        ("Tổng cộng", "25.000.000"),
        ("Ngân hàng Chính sách", "40.000.000"),
        ("Vay ngân hàng, để riêng", "40.000.000"),
    ]


def test_more_than_a_source_has_is_refused_in_words_while_typing(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    with_source(office.workspace)
    make_approved(office.workspace, make_case(office.workspace), day="2026-06-05")
    page = shown(qtbot, office)
    page.show_tab(words.ALLOCATION_TAB)
    page.allocation.table.tick_all_shown()
    page.allocation.allocate()
    settled(qtbot, office.runner)
    made = form(page, AllocationForm)
    assert made.source.value() == FUND
    QTest.keyClicks(made.amount, "40000000")
    refusal = (
        "Nguồn Quỹ Vì người nghèo còn 25.000.000 đồng, không đủ phân bổ 40.000.000 đồng. "
        "Giảm số tiền hoặc chọn thêm nguồn."
    )
    assert made.free.text() == refusal
    made.confirm.click()
    assert made.marks.count == 1
    made.amount.clear()
    QTest.keyClicks(made.amount, "20000000")
    assert made.free.text() == ("Nguồn còn 25.000.000 đồng; phân bổ lần này 20.000.000 đồng, sau đó còn 5.000.000 đồng")
    made.confirm.click()
    settled(qtbot, office.runner, lambda: lines(page.allocation.table, "allocated") == [("20.000.000",)])
    assert lines(page.allocation.table, "approved", "short") == [("60.000.000", "40.000.000")]
    assert messages.successes[-1] == "Đã phân bổ 20.000.000 đồng từ nguồn Quỹ Vì người nghèo cho 1 hộ."


def test_by_decision_each_house_gets_what_it_still_lacks(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    with_source(office.workspace, 200_000_000)
    cases = [make_case(office.workspace, name) for name in ("Cà Văn Ánh", "Lò Văn Pâng")]
    make_approved(office.workspace, *cases, day="2026-06-05")
    page = shown(qtbot, office)
    page.allocation.table.tick_all_shown()
    page.allocation.allocate()
    settled(qtbot, office.runner)
    form(page, AllocationForm).confirm.click()
    settled(qtbot, office.runner, lambda: lines(page.allocation.table, "short") == [("0",), ("0",)])
    page.allocation.allocate()
    settled(qtbot, office.runner)
    again = form(page, AllocationForm)
    assert not again.confirm.isEnabled()
    assert "Hộ Cà Văn Ánh đã được phân bổ đủ mức duyệt." in again.box.lines


def test_a_ceiling_is_set_and_changed(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    with_source(office.workspace)
    page = shown(qtbot, office)
    for typed in ("20tr", "30tr"):
        page.sources.money.set_ceilings()
        made = form(page, CeilingForm)
        made.per_house.clear()
        QTest.keyClicks(made.per_house, typed)
        made.confirm.click()
        settled(qtbot, office.runner)
    with office.workspace.read() as session:
        assert [(one.amount, one.per_house) for one in ceiling_rows(session)] == [(None, 30_000_000)]


def test_what_is_missing_leads_to_where_it_is_mended(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    cases = make_payment_day(office.workspace)
    page = shown(qtbot, office)
    page.show_tab(words.PAYMENT_TAB)
    waiting = page.payments.waiting
    waiting.view.opened.emit(cases[-1])
    assert (page.paper.kind, page.paper.ids) == (PaperKind.STAGE_MINUTES, (cases[-1],))
    make_approved(office.workspace, make_case(office.workspace, "Lò Thị Mới"), day="2026-06-05")
    settled(qtbot, office.runner, lambda: waiting.table.count == 2)
    key = next(key for key in map(waiting.table.key_at, range(2)) if key != cases[-1])
    assert ("Lò Thị Mới", "Chưa phân bổ 36.000.000 đồng") in lines(waiting.table, "name", "lacking")
    waiting.view.opened.emit(key)
    assert page.current is page.allocation


def test_the_last_part_before_acceptance_leads_to_the_acceptance(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    with_source(office.workspace, 200_000_000)
    case = make_case(office.workspace, "Lò Văn Pâng")
    make_approved(office.workspace, case, day="2026-06-05")
    page = shown(qtbot, office)
    page.allocation.table.tick_all_shown()
    page.allocation.allocate()
    settled(qtbot, office.runner)
    form(page, AllocationForm).confirm.click()
    settled(qtbot, office.runner, lambda: page.payments.ready.table.count == 1)
    page.make_batch()
    settled(qtbot, office.runner, lambda: page.payments.in_sheet)
    page.payments.panel.save()
    settled(qtbot, office.runner, lambda: page.payments.waiting.table.count == 1)
    assert lines(page.payments.waiting.table, "part", "lacking")[0][1].startswith("Nghiệm thu nhà")
    page.payments.waiting.view.opened.emit(case)
    assert office.gone_to[-1] == (HANDOVER, case)


def test_the_sheet_stops_at_a_cell_that_is_wrong_and_keeps_what_was_typed(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    make_payment_day(office.workspace)
    page = shown(qtbot, office)
    page.make_batch()
    settled(qtbot, office.runner, lambda: page.payments.in_sheet)
    panel = page.payments.panel
    first = panel.sheet.rows[0]
    panel.sheet.put(first, "amount", "mười triệu")
    panel.sheet.put(first, "payee", "Lò Thị Hoa")
    panel.voucher.setText("PC 77")
    panel.save()
    assert page.payments.in_sheet
    assert "mười triệu" in panel.cell.text()
    panel.leave()
    page.make_batch()
    settled(qtbot, office.runner, lambda: page.payments.in_sheet)
    assert panel.sheet.text(first, "payee") == "Lò Thị Hoa"
    assert panel.voucher.text() == "PC 77"
    panel.sheet.put(first, "amount", "12.000.000")
    assert panel.state.text().startswith("17 hộ · 360.000.000 đồng")


def test_a_house_without_its_paper_is_paid_only_with_a_reason(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    make_payment_day(office.workspace)
    page = shown(qtbot, office)
    page.payments.show_list(1)
    page.payments.waiting.table.tick_all_shown()
    page.make_batch()
    settled(qtbot, office.runner, lambda: page.payments.in_sheet)
    panel = page.payments.panel
    panel.save()
    assert "Chưa đủ điều kiện chi đợt 2" in panel.cell.text()
    panel.sheet.put(panel.sheet.rows[0], "reason", "Biên bản đang trình ký, mưa lũ")
    panel.save()
    settled(qtbot, office.runner, lambda: not page.payments.in_sheet)
    [told] = messages.warnings
    assert told.startswith("Đã ghi đợt giải ngân cho 1 hộ, 24.000.000 đồng. Lưu ý: Khoản chi cho hộ ")
    assert told.endswith("chưa ghi số chứng từ."), "what stood beside the row before is not said again"


def test_a_missing_paper_is_shown_from_its_link_and_once_its_day_is_noted_the_house_may_be_paid(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    make_payment_day(office.workspace, signed=15)
    page = shown(qtbot, office)
    page.payments.show_list(1)
    waiting = page.payments.waiting
    assert (waiting.table.count, page.payments.ready.table.count) == (3, 15)
    waiting.table.tick([0, 1], on=True)
    page.payments.follow(waiting.source.rows([waiting.table.key_at(0)])[0])
    settled(qtbot, office.runner, lambda: page.paper.document is not None)
    assert page.paper.kind is PaperKind.STAGE_MINUTES
    assert page.paper.document is not None
    assert page.paper.document.pageCount() == 2
    page.paper.note_issued()
    form(page, IssuedForm).confirm.click()
    settled(qtbot, office.runner, lambda: page.payments.ready.table.count == 17)
    assert waiting.table.count == 1


def test_a_line_of_the_book_is_taken_back_and_the_settlement_names_the_difference(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    make_payment_day(office.workspace)
    page = shown(qtbot, office)
    page.show_tab(words.BOOK_TAB)
    table = page.book.lines.table
    settled(qtbot, office.runner, lambda: table.complete)
    page.book.lines.view.go_to(0)
    head = lines(table, "who")[0][0]
    page.book.lines.reverse()
    made = form(page, LineReversalForm)
    made.reason.setText("Ghi nhầm hộ")
    made.confirm.click()
    settled(qtbot, office.runner, lambda: table.count == 38)
    assert "đợt 1 · dòng sửa sai: Ghi nhầm hộ" in {one for (one,) in lines(table, "what")}
    page.settlement.houses.load()
    settled(qtbot, office.runner)
    found = {name: rest for name, *rest in lines(page.settlement.houses.table, "name", "paid", "difference", "why")}
    assert found[head] == ["0", "60.000.000", "Đã phân bổ, chưa chi"]
    assert page.book.lines.panel.total.text().endswith("còn lại 1.460.000.000 đồng")


def test_the_statement_of_a_month_agrees_with_the_sources_and_its_workbook(
    qtbot: QtBot, office: Office, messages: Recorder, tmp_path: Path
) -> None:
    make_payment_day(office.workspace)
    page = shown(qtbot, office)
    with office.workspace.read() as session:
        total = ledger_balances(session).total
    statement = page.book.statement
    assert lines(statement.table, "month", "received", "paid", "balance") == [
        ("Tháng 06/2026", "2.000.000.000", "576.000.000", "1.424.000.000")
    ]
    assert total.left == 1_424_000_000
    statement.fund.set_value(statement.fund._choices.choices[0].value)
    statement.fund.changed.emit()
    settled(qtbot, office.runner, lambda: statement.table.complete)
    assert lines(statement.table, "balance") == [("1.424.000.000",)]
    assert statement.about() == [statement.fund.value()]
    target = tmp_path / "công khai.xlsx"
    messages.give_files(target)
    statement.save()
    settled(qtbot, office.runner, target.exists)
    sheet = load_workbook(target).active
    assert sheet is not None
    assert [cell.value for cell in sheet[4]] == ["Tháng 06/2026", 0, 2_000_000_000, 576_000_000, 0, 1_424_000_000]


def test_goods_go_from_the_stock_to_a_house_and_never_below_nothing(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    with_source(office.workspace)
    case = make_case(office.workspace, "Lò Văn Pâng")
    page = shown(qtbot, office)
    stock = page.sources.stock
    page.sources.switch.choose(1)
    stock.receive_goods()
    gift = form(page, ReceiptForm)
    gift.item.setText("Xi măng")
    gift.unit.setText("bao")
    QTest.keyClicks(gift.quantity, "40")
    gift.confirm.click()
    settled(qtbot, office.runner, lambda: stock.list.table.count == 1)
    stock.hand_over()
    made = form(page, GoodsForm)
    made.house.set_value(case)
    QTest.keyClicks(made.quantity, "50")
    made.confirm.click()
    settled(qtbot, office.runner)
    assert "cao hơn số đã nhận 40 bao" in made.refusal.text()
    made.quantity.clear()
    QTest.keyClicks(made.quantity, "30")
    made.confirm.click()
    settled(qtbot, office.runner, lambda: lines(stock.list.table, "left") == [("10",)])
    handed = "Đã bàn giao Xi măng 30 bao cho hộ Lò Văn Pâng."
    assert messages.warnings == [f"{handed} Lưu ý: Đã ghi luôn phân bổ 30 bao Xi măng cho hộ Lò Văn Pâng."]


def test_in_a_narrow_window_movements_stand_below_their_sources(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    with_source(office.workspace)
    page = shown(qtbot, office)
    page.resize(870, 480)
    qtbot.waitUntil(lambda: page.sources.money.body.orientation() is Qt.Orientation.Vertical)
    assert page.minimumSizeHint().width() <= 870


def test_the_payment_lists_hold_every_house_and_read_only_those_in_sight(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    make_payment_day(office.workspace)
    page = shown(qtbot, office)
    ready, waiting = page.payments.ready, page.payments.waiting
    with office.workspace.read() as session:
        parts = next_parts(session, list(case_facts(session).values()), "2026-10-02")
    assert {one for (one,) in lines(ready.table, "name")} == {one.facts.head_name for one in parts if one.ready}
    assert {one for (one,) in lines(waiting.table, "name")} == {one.facts.head_name for one in parts if not one.ready}
    assert ready.panel.total.text() == "Đang xem 17 / 17 hộ · 360.000.000 đồng"
    assert waiting.panel.total.text() == "Đang xem 1 / 1 hộ · còn phải chi 24.000.000 đồng"
    one = min(name for (name,) in lines(ready.table, "name"))
    ready.panel.searched.emit(one)
    settled(qtbot, office.runner, lambda: lines(ready.table, "name") == [(one,)])
    assert ready.panel.total.text().startswith("Đang xem 1 / 17 hộ · ")
    ready.panel.searched.emit("")
    ready.table.sort_by = Sort("amount", descending=True)
    ready.table.load()
    settled(qtbot, office.runner, lambda: ready.table.count == 17)
    amounts = [text for (text,) in lines(ready.table, "amount")]
    assert amounts == ["24.000.000"] * 13 + ["12.000.000"] * 4


def test_the_settlement_shows_every_house_whatever_their_number(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    make_payment_day(office.workspace)
    page = shown(qtbot, office)
    houses = page.settlement.houses
    assert houses.panel.total.text().startswith("Đang xem 18 / 18 hộ")
    assert "960.000.000" in houses.panel.total.text()
    assert "576.000.000" in houses.panel.total.text()
    houses.panel.searched.emit("Lò Văn")
    settled(qtbot, office.runner, lambda: houses.table.count == 3)
    assert houses.panel.total.text().startswith("Đang xem 3 / 18 hộ")
    houses.table.sort_by = Sort("difference", descending=True)
    houses.table.load()
    settled(qtbot, office.runner)
    found = [one for (one,) in lines(houses.table, "difference")]
    assert found == ["24.000.000", "24.000.000", "12.000.000"]

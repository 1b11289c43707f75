"""Every list of money agrees line by line with the workbook it saves, and all of them with one another."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from app.documents.words import date_text, whole_text
from app.funding.balances import MoneySums, ledger_balances
from app.funding.drafts import ContractDraft, ContributionDraft, DeliveryDraft, SupplierDraft, SupplierPaymentDraft
from app.funding.operations import contribute
from app.funding.supply_operations import pay_supplier, record_deliveries, save_contract, save_supplier
from app.wording import table_file as words
from app.workspace import Workspace
from models.vocabulary import ContributionKind
from tests.journeys.officer import lines
from tests.payment_day import FUND, make_payment_day
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.funding.page import FundingPage
from views.paged_table import PagedTable
from views.runner import Runner
from views.table_saving import save_table
from views.table_view import PagedTableView

DAY = "2026-06-20"


@pytest.fixture
def page(qtbot: QtBot, commune: Workspace, runner: Runner, messages: Recorder) -> FundingPage:
    """The page over eighteen houses, goods in the stock, a supplier and a day that was paid."""
    make_payment_day(commune)
    cement = ContributionDraft(FUND, ContributionKind.GOODS, DAY, 3_600_000, "Xi măng", "bao", "40")
    contribute(commune, [cement])
    changes, _ = save_supplier(commune, SupplierDraft("Cửa hàng Thanh Bình"))
    [supplier] = changes.ids
    made, _ = save_contract(commune, ContractDraft(supplier, "12/HĐ", DAY, "Tôn", 20_000_000))
    [contract] = made.ids
    record_deliveries(commune, [DeliveryDraft(contract, DAY, "Tôn", "tấm", "60", 12_000_000)])
    pay_supplier(commune, SupplierPaymentDraft(contract, FUND, 12_000_000, DAY, "PC 50"))
    office = Office(commune, runner)
    shown = FundingPage(office)
    qtbot.addWidget(shown)
    runner.changed.connect(shown.forget)
    shown.resize(1140, 620)
    shown.show()
    settled(qtbot, runner)
    shown.make_batch()
    settled(qtbot, runner, lambda: shown.payments.in_sheet)
    shown.payments.panel.voucher.setText("PC 77")
    shown.payments.panel.save()
    settled(qtbot, runner, lambda: shown.payments.days.days.table.count == 1)
    return shown


def views_of(page: FundingPage) -> dict[str, PagedTableView]:
    """Every list of the page that is saved into a workbook."""
    money, supply, pays = page.sources.money, page.sources.supply, page.payments
    return {
        "Nguồn vốn": money.list.view,
        "Biến động": money.movements.view,
        "Kho": page.sources.stock.list.view,
        "Hợp đồng": supply.list.view,
        "Giao hàng": supply.view,
        "Phân bổ": page.allocation.view,
        "Được chi": pays.ready.view,
        "Chưa được chi": pays.waiting.view,
        "Đợt giải ngân": pays.days.days.view,
        "Khoản chi của đợt": pays.days.lines.view,
        "Quyết toán hộ": page.settlement.houses.view,
        "Quyết toán nguồn": page.settlement.sources.view,
        "Sổ chi tiết": page.book.lines.view,
        "Công khai thu, chi": page.book.statement.view,
    }


def on_screen(view: PagedTableView) -> list[list[str]]:
    table: PagedTable[Any] = view.paged
    places = view.shown_columns()
    return [[str(table.index(row, place + 1).data() or "") for place in places] for row in range(table.count)]


def in_workbook(path: Path, columns: int, rows: int) -> list[list[str]]:
    """The rows under the headings; the line behind them says that all were written."""
    sheet = load_workbook(path).active
    assert sheet is not None
    found = [[_text(cell) for cell in row[:columns]] for row in sheet.iter_rows(min_row=4, values_only=True)]
    summed = words.SUM in found[rows]
    assert found[rows + summed][0] == words.LAST.format(written=whole_text(rows), count=whole_text(rows))
    return found[:rows]


def _text(value: object) -> str:
    if isinstance(value, date):
        return date_text(value)
    return whole_text(value) if isinstance(value, int) else str(value or "")


def test_every_list_of_money_agrees_with_its_workbook_line_by_line(
    qtbot: QtBot, page: FundingPage, messages: Recorder, tmp_path: Path
) -> None:
    filled = 0
    for name, view in views_of(page).items():
        target = tmp_path / f"{name}.xlsx"
        shown = on_screen(view)
        if not shown:
            continue
        filled += 1
        messages.give_files(target)
        save_table(page.payments.frame, view, name)
        settled(qtbot, page.payments.frame.runner, target.exists)
        assert [[_zero(one) for one in row] for row in in_workbook(target, len(shown[0]), len(shown))] == [
            [_zero(one) for one in row] for row in shown
        ], name
    assert filled >= len(views_of(page)) - 1, "only the houses that may be paid were all paid"


def _zero(text: str) -> str:
    """Nothing and 0 say the same of an amount."""
    return "" if text == "0" else " ".join(text.split())


def test_received_set_aside_paid_and_left_are_the_same_on_every_page(page: FundingPage) -> None:
    with page.payments.frame.workspace.read() as session:
        total = ledger_balances(session).total
    assert (total.received, total.allocated, total.paid) == (
        2_000_000_000,
        960_000_000,
        576_000_000 + 12_000_000 + 360_000_000,
    )
    four = four_of(total)
    assert lines(page.sources.money.list.table, "received", "allocated", "paid", "left")[-1] == four
    [settled_source] = lines(page.settlement.sources.table, "received", "allocated", "paid", "left")
    assert settled_source == four
    statement = lines(page.book.statement.table, "balance")
    assert statement[-1] == (four[3],)
    told = page.book.lines.panel.total.text()
    assert four[3] in told
    houses = page.settlement.houses.panel.total.text()
    assert four[1] in houses
    assert whole_text(total.paid - total.for_stock) in houses


def four_of(sums: MoneySums) -> tuple[str, str, str, str]:
    """Đã nhận, đã phân bổ, đã chi, còn lại, as lists show them."""
    return (whole_text(sums.received), whole_text(sums.allocated), whole_text(sums.paid), whole_text(sums.left))

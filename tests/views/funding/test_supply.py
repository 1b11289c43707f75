"""Suppliers on the page of money: contract, delivery, payment, and what was typed wrong put right."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.funding.drafts import ContractDraft, SupplierDraft
from app.funding.queries import contracts, stock_lines, suppliers
from app.funding.supply_operations import save_contract, save_supplier
from app.wording import funding_pages as words
from tests.journeys.officer import lines
from tests.views.conftest import Recorder
from tests.views.funding.conftest import form, shown, with_source
from tests.views.office import Office, settled
from views.funding.supply_forms import ContractForm, DeliveryForm, SupplierForm, SupplierPaymentForm


def test_a_supplier_delivers_under_a_contract_and_is_paid(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    with_source(office.workspace)
    page = shown(qtbot, office)
    supply = page.sources.supply
    page.sources.switch.choose(2)
    supply.record_delivery()
    assert messages.troubles[-1] == words.CHOOSE_CONTRACT
    supply.add_supplier()
    seller = form(page, SupplierForm)
    seller.name.setText("Cửa hàng Thanh Bình")
    seller.confirm.click()
    settled(qtbot, office.runner, lambda: supply.list.table.count == 1)
    supply.add_contract()
    contract = form(page, ContractForm)
    contract.number.setText("12/HĐ")
    contract.confirm.click()
    settled(qtbot, office.runner, lambda: lines(supply.list.table, "contract") == [("12/HĐ",)])
    supply.record_delivery()
    delivery = form(page, DeliveryForm)
    delivery.item.setText("Tôn")
    delivery.unit.setText("tấm")
    QTest.keyClicks(delivery.quantity, "60")
    QTest.keyClicks(delivery.amount, "12tr")
    delivery.confirm.click()
    settled(qtbot, office.runner, lambda: supply.lines.count == 1)
    supply.pay()
    paying = form(page, SupplierPaymentForm)
    QTest.keyClicks(paying.amount, "12tr")
    paying.confirm.click()
    settled(qtbot, office.runner, lambda: supply.lines.count == 2)
    assert lines(supply.list.table, "delivered", "paid") == [("12.000.000", "12.000.000")]
    with office.workspace.read() as session:
        assert [one.name for one in suppliers(session)] == ["Cửa hàng Thanh Bình"]
        assert [one.paid for one in contracts(session)] == [12_000_000]
        assert [(one.item, one.left) for one in stock_lines(session)] == [("Tôn", Decimal(60))]


def test_a_supplier_and_a_contract_are_put_right(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    saved, _ = save_supplier(office.workspace, SupplierDraft("Cửa hàng Thanh Binh", phone="0215000111"))
    [seller_id] = saved.ids
    save_contract(office.workspace, ContractDraft(seller_id, "12/HĐ", "2026-03-01", "Xi măng", 20_000_000))
    page = shown(qtbot, office)
    supply = page.sources.supply
    page.sources.switch.choose(2)
    settled(qtbot, office.runner, lambda: supply.list.table.count == 1)
    supply.list.view.opened.emit(supply.list.table.key_at(0))
    contract = form(page, ContractForm)
    contract.number.setText("12/HĐ-UBND")
    contract.confirm.click()
    settled(qtbot, office.runner, lambda: lines(supply.list.table, "contract") == [("12/HĐ-UBND",)])
    supply.change_supplier()
    seller = form(page, SupplierForm)
    seller.name.setText("Cửa hàng Thanh Bình")
    seller.confirm.click()
    settled(qtbot, office.runner, lambda: lines(supply.list.table, "supplier") == [("Cửa hàng Thanh Bình",)])
    with office.workspace.read() as session:
        [(seller_row, signed)] = zip(suppliers(session), contracts(session), strict=True)
    assert (seller_row.phone, signed.signed_on, signed.subject, signed.amount) == (
        "0215000111", "2026-03-01", "Xi măng", 20_000_000,
    )  # fmt: skip
    assert messages.successes == ["Đã sửa hợp đồng 12/HĐ-UBND.", "Đã sửa nhà cung cấp Cửa hàng Thanh Bình."]

"""Goods of the stock by item and unit, and materials bought for a house or for the stock."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.funding.balances import house_sums, source_balances
from app.funding.drafts import (
    AllocationDraft,
    ContractDraft,
    ContributionDraft,
    DeliveryDraft,
    GoodsDraft,
    LineReversalDraft,
    LoanDraft,
    SourceDraft,
    SupplierDraft,
    SupplierPaymentDraft,
)
from app.funding.goods_operations import allocate_goods, hand_over_goods, save_loan
from app.funding.line_operations import reverse_line
from app.funding.operations import add_source, allocate, contribute
from app.funding.queries import contracts, loans_of
from app.funding.settlement import house_settlement
from app.funding.source_papers import source_papers
from app.funding.stock import StockLine, labour_days, stock_lines
from app.funding.supply_operations import pay_supplier, record_deliveries, save_contract, save_supplier
from app.households.operations import delete_household
from app.office.queries import paper_office
from app.problems import Refused
from app.support.queries import case_states, facts_of
from app.workspace import Changes, Workspace
from models.vocabulary import ContributionKind, PaperKind, SourceGroup, SourceKind
from tests.make import FUND, make_approved, make_case, make_finished
from tests.printed import printed

DAY = "2026-03-06"


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.code for one in refused.value.problems}


def stock(workspace: Workspace) -> list[StockLine]:
    with workspace.read() as session:
        return stock_lines(session)


def bags(case_id: str, quantity: str) -> GoodsDraft:
    return GoodsDraft(case_id, "Xi măng", "bao", quantity, DAY, "Lò Thị Hương", "vợ")


def only(changes: Changes) -> str:
    [found] = changes.ids
    return found


@pytest.fixture
def house(commune: Workspace) -> str:
    """An approved house; 40 bags of cement and 100 million in the source."""
    case = make_case(commune)
    make_approved(commune, case)
    add_source(commune, SourceDraft("DN", "Doanh nghiệp", SourceKind.BUSINESS))
    kinds = ContributionKind
    contribute(
        commune,
        [
            ContributionDraft("DN", kinds.GOODS, DAY, 3_600_000, "xi măng", "bao", "40"),
            ContributionDraft("DN", kinds.TRANSFER, DAY, 100_000_000),
        ],
    )
    return case


def test_goods_are_received_set_aside_handed_over_and_left(commune: Workspace, house: str) -> None:
    allocate_goods(commune, [bags(house, "12.5")])
    _, warnings = hand_over_goods(commune, [bags(house, "10"), bags(house, "5")])
    assert [(one.code, one.values["quantity"]) for one in warnings] == [("goods_allocation_written", "2,5")]
    [cement] = stock(commune)
    assert cement == StockLine("xi măng", "bao", Decimal(40), Decimal(15), Decimal(15))
    assert cement.left == cement.free == 25


def test_the_stock_never_falls_below_nothing(commune: Workspace, house: str) -> None:
    with pytest.raises(Refused) as refused:
        hand_over_goods(commune, [bags(house, "41")])
    assert "goods_below_zero" in codes(refused)
    with pytest.raises(Refused) as refused:
        allocate_goods(commune, [bags(house, "40.5")])
    assert codes(refused) == {"goods_over_received"}
    with pytest.raises(Refused) as refused:
        hand_over_goods(commune, [GoodsDraft(house, "", "", "-1", DAY)])
    assert codes(refused) == {"item_missing", "unit_missing", "quantity_unfit"}
    assert [one.handed_over for one in stock(commune)] == [0]


def test_goods_handed_over_come_back_by_a_line(commune: Workspace, house: str) -> None:
    allocate_goods(commune, [bags(house, "12.5")])
    handed, _ = hand_over_goods(commune, [bags(house, "12.5")])
    reverse_line(commune, LineReversalDraft(only(handed), DAY, "Giao nhầm"))
    [cement] = stock(commune)
    assert cement == StockLine("xi măng", "bao", Decimal(40), Decimal("12.5"), Decimal(0))


def test_goods_given_to_a_house_by_name_never_lie_in_the_stock(commune: Workspace, house: str) -> None:
    contribute(commune, [ContributionDraft("DN", ContributionKind.GOODS, DAY, 9, "ngói", "viên", "900", case_id=house)])
    assert [one.item for one in stock(commune)] == ["xi măng"]
    with commune.read() as session:
        assert house_settlement(session, house).gifts.value == {SourceGroup.SOCIETY: 9}


def test_goods_set_aside_hold_a_household_on_the_list_so_that_they_are_promised_once(
    commune: Workspace, house: str
) -> None:
    set_aside, _ = allocate_goods(commune, [bags(house, "40")])
    with commune.read() as session:
        household = facts_of(session, [house])[0].household_id
    with pytest.raises(Refused) as refused:
        delete_household(commune, household, "Trùng hộ")
    assert codes(refused) == {"household_has_money"}
    reverse_line(commune, LineReversalDraft(only(set_aside), DAY, "Trùng hộ"))
    delete_household(commune, household, "Trùng hộ")
    assert stock(commune)[0].free == 40


def test_labour_is_people_times_days(commune: Workspace, house: str) -> None:
    contribute(commune, [ContributionDraft("DN", ContributionKind.LABOUR, DAY, people=12, quantity="1.5")])
    with pytest.raises(Refused) as refused:
        contribute(commune, [ContributionDraft("DN", ContributionKind.LABOUR, DAY, quantity="1")])
    assert codes(refused) == {"people_missing"}
    with commune.read() as session:
        assert labour_days(session) == {SourceGroup.SOCIETY: Decimal(18)}


def test_labour_with_the_worth_of_a_day_has_a_value(commune: Workspace, house: str) -> None:
    team = ContributionDraft("DN", ContributionKind.LABOUR, DAY, people=12, quantity="1.5", case_id=house)
    contribute(commune, [replace(team, unit_value=200_000), replace(team, unit_value=200_000, amount=3_000_000), team])
    with commune.read() as session:
        assert house_settlement(session, house).gifts.value == {SourceGroup.SOCIETY: 6_600_000}


def test_the_settlement_names_every_help_as_it_was_written(commune: Workspace, house: str, tmp_path: Path) -> None:
    contribute(commune, [ContributionDraft("DN", ContributionKind.GOODS, DAY, 9, "Thép D10", "Cây", "40")])
    allocate_goods(commune, [GoodsDraft(house, "Thép D10", "Cây", "30", DAY)])
    hand_over_goods(commune, [GoodsDraft(house, "thép d10", "cây", "10", DAY)])
    helped = ContributionDraft("DN", ContributionKind.FOUNDATION, DAY, people=5, quantity="2", case_id=house)
    carried = ContributionDraft("DN", ContributionKind.TRANSPORT, DAY, quantity="3", case_id=house)
    advised = ContributionDraft("DN", ContributionKind.ADVICE, DAY, item="Vẽ thiết kế", case_id=house)
    contribute(commune, [helped, carried, advised])
    wrong, _ = contribute(commune, [carried])
    reverse_line(commune, LineReversalDraft(only(wrong), DAY, "Ghi hai lần"))
    with commune.read() as session:
        settled = house_settlement(session, house)
    assert dict(settled.goods) == {("Thép D10", "Cây"): (Decimal(30), Decimal(10))}
    assert [(one.kind, one.item, one.quantity) for one in settled.work] == [
        ("transport", "", Decimal(3)),
        ("foundation", "", Decimal(10)),
        ("advice", "Vẽ thiết kế", Decimal(0)),
    ]
    for text in printed(commune, tmp_path, PaperKind.SETTLEMENT, house):
        assert "Thép D10: phân bổ 30 Cây, đã giao 10 Cây" in text
        assert "Vận chuyển: 3 chuyến, ngày. - Làm móng, nền: 10 ngày công. - Công sức, trí tuệ" in text


def contract(workspace: Workspace, amount: int = 50_000_000) -> str:
    supplier, _ = save_supplier(workspace, SupplierDraft("Cửa hàng vật liệu Bản Xá"))
    made, _ = save_contract(workspace, ContractDraft(only(supplier), "05/HĐ", DAY, "Xi măng", amount))
    return only(made)


def test_the_commune_buys_for_a_house_that_cannot_build(commune: Workspace, house: str) -> None:
    bought = contract(commune)
    allocate(commune, [AllocationDraft(house, "DN", 30_000_000, DAY)])
    to_house = DeliveryDraft(bought, DAY, "gạch", "viên", "3000", 20_000_000, house)
    record_deliveries(commune, [to_house])
    payment = SupplierPaymentDraft(bought, "DN", 20_000_000, DAY, "PC 7", house)
    pay_supplier(commune, payment)
    with commune.read() as session:
        [sums] = house_sums(session)
        settled = house_settlement(session, house)
        assert case_states(session)[house].paid_amount == sums.paid == 20_000_000
        assert contracts(session)[0].delivered == contracts(session)[0].paid == 20_000_000
    assert settled.gifts.delivered_value == 20_000_000
    assert [one.item for one in stock(commune)] == ["xi măng"]
    with pytest.raises(Refused) as refused:
        pay_supplier(commune, SupplierPaymentDraft(bought, "DN", 11_000_000, DAY, "PC 8", house))
    assert codes(refused) == {"paid_over_allocated"}


def test_a_supplier_is_not_paid_the_last_part_of_a_house_before_its_acceptance(commune: Workspace, house: str) -> None:
    bought = contract(commune, 60_000_000)
    allocate(commune, [AllocationDraft(house, "DN", 60_000_000, DAY)])
    pay_supplier(commune, SupplierPaymentDraft(bought, "DN", 36_000_000, DAY, "PC 7", house))
    last = SupplierPaymentDraft(bought, "DN", 24_000_000, DAY, "PC 8", house, reason="Cửa hàng giục")
    with pytest.raises(Refused) as refused:
        pay_supplier(commune, last)
    assert [(one.field, one.code) for one in refused.value.problems] == [("amount", "last_never_before_acceptance")]
    make_finished(commune, house)
    pay_supplier(commune, last)
    with commune.read() as session:
        settled = house_settlement(session, house)
    assert settled.even
    assert [(one.amount, one.reason) for one in settled.reasons] == [(24_000_000, "Cửa hàng giục")]


def test_why_a_supplier_was_paid_early_stands_on_the_settlement(commune: Workspace) -> None:
    case = make_case(commune, programme=FUND)
    make_approved(commune, case)
    add_source(commune, SourceDraft("DN", "Doanh nghiệp", SourceKind.BUSINESS))
    contribute(commune, [ContributionDraft("DN", ContributionKind.TRANSFER, DAY, 60_000_000)])
    allocate(commune, [AllocationDraft(case, "DN", 60_000_000, DAY)])
    early = SupplierPaymentDraft(contract(commune, 60_000_000), "DN", 60_000_000, DAY, "PC 7", case)
    with pytest.raises(Refused) as refused:
        pay_supplier(commune, early)
    assert codes(refused) == {"last_before_acceptance"}
    pay_supplier(commune, replace(early, reason="Mua vật liệu trước mùa mưa"))
    with commune.read() as session:
        [source] = source_balances(session)
        office = paper_office(session, commune.author.office)
        assert office is not None
        [paper] = source_papers(session, office, [source.id])
        assert [one.reason for one in house_settlement(session, case).reasons] == ["Mua vật liệu trước mùa mưa"]
    assert "Mua vật liệu trước mùa mưa" in paper.reasons[0]


def test_what_is_bought_for_the_stock_takes_of_what_is_free(commune: Workspace, house: str) -> None:
    bought = contract(commune)
    allocate(commune, [AllocationDraft(house, "DN", 60_000_000, DAY)])
    record_deliveries(commune, [DeliveryDraft(bought, DAY, "xi măng", "bao", "10", 900_000)])
    with pytest.raises(Refused) as refused:
        pay_supplier(commune, SupplierPaymentDraft(bought, "DN", 41_000_000, DAY, "PC 7"))
    assert codes(refused) == {"over_received"}
    paid, _ = pay_supplier(commune, SupplierPaymentDraft(bought, "DN", 40_000_000, DAY, "PC 7"))
    with commune.read() as session:
        [source] = source_balances(session)
    assert (source.paid, source.left, source.free) == (40_000_000, 60_000_000, 0)
    reverse_line(commune, LineReversalDraft(only(paid), DAY, "Nhầm"))
    _, warnings = pay_supplier(
        commune, SupplierPaymentDraft(contract(commune, 1_000_000), "DN", 2_000_000, DAY, "PC 9")
    )
    assert [one.code for one in warnings] == ["contract_overpaid"]
    assert [one.received for one in stock(commune)] == [50]


def test_a_loan_stands_apart_from_aid(commune: Workspace, house: str) -> None:
    save_loan(commune, LoanDraft(house, "Ngân hàng Chính sách xã hội", 40_000_000, DAY, 60))
    with commune.read() as session:
        [loan] = loans_of(session, house)
        settled = house_settlement(session, house)
    assert (loan.amount, loan.months) == (40_000_000, 60)
    assert settled.gifts.loans == 40_000_000
    assert (settled.paid, settled.allocated) == (0, 0)

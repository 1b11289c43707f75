"""What comes in, what is set aside, paid and taken back, on real data folders: never more than there is."""

import pytest
from sqlalchemy import select

from app.actions import Action
from app.documents.paper_forms import WHOLE_BOOK
from app.documents.text_paper import Text
from app.funding.balances import SourceBalance, house_sums, ledger_balances, month_flows, source_balances
from app.funding.drafts import (
    AllocationDraft,
    CeilingDraft,
    ClawbackDraft,
    ContributionDraft,
    LineReversalDraft,
    PaymentDraft,
    SourceDraft,
)
from app.funding.line_operations import reverse_line
from app.funding.operations import add_source, allocate, claw_back, contribute, pay, save_ceiling
from app.funding.source_papers import public_statement, public_statements
from app.households.operations import delete_household
from app.office.queries import paper_office
from app.problems import Refused
from app.support.queries import case_facts
from app.undo import undo_newest
from app.workspace import Workspace
from models.funding import Payment
from models.ledger import Allocation, Contribution
from models.programme import ProgrammeRule
from models.vocabulary import ContributionKind, Numbering, SourceGroup, SourceKind
from tests.make import FUND, NATIONAL, make_approved, make_case, make_finished

DAY = "2026-03-06"


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.code for one in refused.value.problems}


def source(workspace: Workspace, code: str = "NSTW") -> SourceBalance:
    with workspace.read() as session:
        return next(one for one in source_balances(session) if one.code == code)


def money(amount: int, code: str = "NSTW", **values: str) -> ContributionDraft:
    return ContributionDraft(code, ContributionKind.TRANSFER, "2026-03-01", amount, **values)  # type: ignore[arg-type]


def aside(case_id: str, amount: int, code: str = "NSTW") -> AllocationDraft:
    return AllocationDraft(case_id, code, amount, DAY)


def paid(case_id: str, amount: int, code: str = "NSTW") -> PaymentDraft:
    return PaymentDraft(case_id, code, amount, DAY, "PC 1")


def line_of(workspace: Workspace, changes: object) -> str:
    [found] = changes.ids  # type: ignore[attr-defined]
    return str(found)


@pytest.fixture
def houses(commune: Workspace) -> tuple[str, str]:
    """Two approved houses and a source with 100 million."""
    cases = make_case(commune, "Lò Văn Một"), make_case(commune, "Lò Văn Hai")
    make_approved(commune, *cases)
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    contribute(commune, [money(100_000_000)])
    return cases


def test_no_more_is_set_aside_than_came_in(commune: Workspace, houses: tuple[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        allocate(commune, [aside(houses[0], 60_000_000), aside(houses[1], 60_000_000)])
    assert codes(refused) == {"over_received"}
    assert source(commune).allocated == 0
    allocate(commune, [aside(houses[0], 60_000_000), aside(houses[1], 40_000_000)])
    assert (source(commune).received, source(commune).allocated, source(commune).free) == (100_000_000, 100_000_000, 0)


def test_a_source_without_receipts_sets_nothing_aside_by_itself(commune: Workspace, houses: tuple[str, str]) -> None:
    add_source(commune, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    with pytest.raises(Refused) as refused:
        allocate(commune, [aside(houses[0], 1_000_000, "QVNN")])
    assert codes(refused) == {"source_not_tracked"}


def test_a_source_paid_from_before_its_receipts_were_recorded_has_nothing_in_hand(
    commune: Workspace, houses: tuple[str, str]
) -> None:
    add_source(commune, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    pay(commune, [paid(houses[0], 20_000_000, "QVNN")])
    found = source(commune, "QVNN")
    assert (found.tracked, found.received, found.allocated, found.paid, found.left) == (
        False,
        0,
        20_000_000,
        20_000_000,
        0,
    )
    with pytest.raises(Refused) as refused:
        contribute(commune, [money(19_000_000, "QVNN")])
    assert codes(refused) == {"first_receipt_too_small"}
    contribute(commune, [money(12_000_000, "QVNN"), money(13_000_000, "QVNN")])
    assert source(commune, "QVNN").left == 5_000_000


def test_what_was_paid_stays_set_aside_though_nobody_records_the_receipts(
    commune: Workspace, houses: tuple[str, str]
) -> None:
    add_source(commune, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    pay(commune, [paid(houses[0], 20_000_000, "QVNN")])
    with commune.read() as session:
        given = str(session.scalar(select(Allocation.id)))
        payment = str(session.scalar(select(Payment.id)))
    with pytest.raises(Refused) as refused:
        reverse_line(commune, LineReversalDraft(given, DAY, "Ghi nhầm"))
    assert codes(refused) == {"paid_over_allocated"}
    reverse_line(commune, LineReversalDraft(payment, DAY, "Ghi nhầm"))
    reverse_line(commune, LineReversalDraft(given, DAY, "Ghi nhầm"))
    assert (source(commune, "QVNN").allocated, source(commune, "QVNN").paid) == (0, 0)


def test_goods_are_no_money_to_set_aside(commune: Workspace, houses: tuple[str, str]) -> None:
    cement = ContributionDraft("NSTW", ContributionKind.GOODS, DAY, 3_600_000, "xi măng", "bao", "40")
    contribute(commune, [cement])
    assert source(commune).received == 100_000_000


def test_ceilings_of_source_programme_and_house_hold(commune: Workspace, houses: tuple[str, str]) -> None:
    add_source(commune, SourceDraft("QVNN", "Quỹ", SourceKind.FUND_FOR_POOR, ceiling=50_000_000))
    contribute(commune, [money(100_000_000, "QVNN")])
    with pytest.raises(Refused) as refused:
        allocate(commune, [aside(houses[0], 51_000_000, "QVNN")])
    assert codes(refused) == {"over_ceiling"}
    save_ceiling(commune, CeilingDraft("NSTW", "xoa-nha-tam", amount=70_000_000, per_house=40_000_000))
    with pytest.raises(Refused) as refused:
        allocate(commune, [aside(houses[0], 41_000_000)])
    assert codes(refused) == {"over_house_ceiling"}
    with pytest.raises(Refused) as refused:
        allocate(commune, [aside(one, 36_000_000) for one in houses])
    assert codes(refused) == {"over_programme_ceiling"}
    other = make_case(commune, "Lò Văn Ba", programme=FUND)
    allocate(commune, [aside(other, 45_000_000)])
    with pytest.raises(Refused) as refused:
        save_ceiling(commune, CeilingDraft("NSTW", "quy-vi-nguoi-ngheo", amount=1_000_000))
    assert codes(refused) == {"over_programme_ceiling"}
    with pytest.raises(Refused) as refused:
        save_ceiling(commune, CeilingDraft("NSTW", "quy-vi-nguoi-ngheo", per_house=44_000_000))
    assert codes(refused) == {"over_house_ceiling"}


def test_no_more_is_paid_than_was_set_aside(commune: Workspace, houses: tuple[str, str]) -> None:
    allocate(commune, [aside(houses[0], 30_000_000)])
    with pytest.raises(Refused) as refused:
        pay(commune, [paid(houses[0], 31_000_000)])
    assert codes(refused) == {"paid_over_allocated"}
    pay(commune, [paid(houses[0], 30_000_000)])
    assert (source(commune).paid, source(commune).left) == (30_000_000, 70_000_000)


def test_what_others_stand_on_is_not_taken_back(commune: Workspace, houses: tuple[str, str]) -> None:
    added, _ = contribute(commune, [money(20_000_000)])
    given, _ = allocate(commune, [aside(houses[0], 60_000_000)])
    pay(commune, [paid(houses[0], 36_000_000)])
    with pytest.raises(Refused) as refused:
        reverse_line(commune, LineReversalDraft(line_of(commune, given), DAY, "Nhầm"))
    assert codes(refused) == {"paid_over_allocated"}
    reverse_line(commune, LineReversalDraft(line_of(commune, given), DAY, "Giảm mức", keep=40_000_000))
    assert source(commune).allocated == 40_000_000
    reverse_line(commune, LineReversalDraft(line_of(commune, added), DAY, "Nhầm"))
    assert source(commune).received == 100_000_000
    allocate(commune, [aside(houses[1], 60_000_000)])
    with commune.read() as session:
        assert [(one.allocated, one.paid) for one in house_sums(session)] == [(40_000_000, 36_000_000), (60_000_000, 0)]


def test_a_line_is_taken_back_once_and_a_taking_back_never(commune: Workspace, houses: tuple[str, str]) -> None:
    given, _ = allocate(commune, [aside(houses[0], 10_000_000)])
    back, _ = reverse_line(commune, LineReversalDraft(line_of(commune, given), DAY, "Nhầm"))
    for one in (given, back):
        with pytest.raises(Refused) as refused:
            reverse_line(commune, LineReversalDraft(line_of(commune, one), DAY, "Nhầm"))
        assert codes(refused) == {"line_not_standing"}


def test_money_clawed_back_is_in_the_source_again(commune: Workspace, houses: tuple[str, str]) -> None:
    allocate(commune, [aside(houses[0], 36_000_000)])
    pay(commune, [paid(houses[0], 36_000_000)])
    back = ClawbackDraft(houses[0], "NSTW", 37_000_000, DAY, "12/QĐ-UBND", "Không làm nhà")
    with pytest.raises(Refused) as refused:
        claw_back(commune, back)
    assert codes(refused) == {"paid_below_zero"}
    with pytest.raises(Refused) as refused:
        claw_back(commune, ClawbackDraft(houses[0], "NSTW", 1, DAY, "", ""))
    assert codes(refused) == {"clawback_number_missing", "reason_missing"}
    claw_back(commune, ClawbackDraft(houses[0], "NSTW", 36_000_000, DAY, "12/QĐ-UBND", "Không làm nhà"))
    assert (source(commune).paid, source(commune).left) == (0, 100_000_000)


def test_the_last_part_is_never_paid_before_the_acceptance(commune: Workspace, houses: tuple[str, str]) -> None:
    allocate(commune, [aside(houses[0], 60_000_000)])
    pay(commune, [paid(houses[0], 36_000_000)])
    one = PaymentDraft(houses[0], "NSTW", 1, DAY, "PC 2", reason="Gấp")
    with pytest.raises(Refused) as refused:
        pay(commune, [one])
    assert codes(refused) == {"last_never_before_acceptance"}
    with pytest.raises(Refused) as refused:
        pay(commune, [paid(houses[1], 36_000_000), paid(houses[1], 1)])
    assert "last_never_before_acceptance" in codes(refused)
    make_finished(commune, houses[0])
    pay(commune, [paid(houses[0], 24_000_000)])


def test_a_payment_dated_before_the_decision_opens_no_part(commune: Workspace, houses: tuple[str, str]) -> None:
    allocate(commune, [aside(houses[0], 60_000_000)])
    dated = PaymentDraft(houses[0], "NSTW", 60_000_000, "2024-01-01", "PC 1", reason="Chi gấp")
    with pytest.raises(Refused) as refused:
        pay(commune, [dated])
    assert codes(refused) == {"last_never_before_acceptance"}


def test_paying_before_the_decision_is_written_down_opens_no_part(commune: Workspace) -> None:
    case = make_case(commune)
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    contribute(commune, [money(60_000_000)])
    allocate(commune, [aside(case, 60_000_000)])
    with pytest.raises(Refused) as refused:
        pay(commune, [PaymentDraft(case, "NSTW", 60_000_000, DAY, "PC 1", reason="Gấp")])
    assert codes(refused) == {"last_never_before_acceptance"}
    _, warnings = pay(commune, [paid(case, 36_000_000)])
    assert [one.code for one in warnings] == ["not_approved_yet"]


def test_a_programme_without_parts_asks_why_all_is_paid_before_the_acceptance(commune: Workspace) -> None:
    case = make_case(commune, programme=FUND)
    make_approved(commune, case)
    add_source(commune, SourceDraft("QVNN", "Quỹ", SourceKind.FUND_FOR_POOR))
    contribute(commune, [money(60_000_000, "QVNN")])
    allocate(commune, [aside(case, 60_000_000, "QVNN")])
    with pytest.raises(Refused) as refused:
        pay(commune, [paid(case, 60_000_000, "QVNN")])
    assert codes(refused) == {"last_before_acceptance"}
    pay(commune, [PaymentDraft(case, "QVNN", 60_000_000, DAY, "PC 1", reason="Hộ mua vật liệu một lần")])


def test_receipts_count_up_within_the_year_and_none_is_given_twice(commune: Workspace, houses: tuple[str, str]) -> None:
    first, _ = contribute(commune, [money(1), money(2), money(3, receipt="PT 07")])
    reverse_line(commune, LineReversalDraft(min(first.ids), DAY, "Nhầm"))
    contribute(commune, [money(4), ContributionDraft("NSTW", ContributionKind.CASH, "2025-12-31", 5)])
    contribute(commune, [ContributionDraft("NSTW", ContributionKind.CASH, DAY, 6, numbering=Numbering.NONE)])
    _, warnings = contribute(commune, [money(7, receipt="PT 07")])
    assert [one.code for one in warnings] == ["receipt_repeated"]
    with commune.read() as session:
        rows = session.execute(select(Contribution.amount, Contribution.receipt).order_by(Contribution.id)).all()
    shown = {amount: receipt for amount, receipt in rows if amount and amount < 100}
    # The source's first hundred million took number 1.
    assert (shown[1], shown[2], shown[3], shown[4], shown[5], shown[6]) == (
        "02/2026",
        "03/2026",
        "PT 07",
        "04/2026",
        "01/2025",
        None,
    )


def test_every_total_splits_into_three_groups_and_loans_stand_apart(
    commune: Workspace, houses: tuple[str, str]
) -> None:
    for code, kind in (("QVNN", SourceKind.FUND_FOR_POOR), ("HO", SourceKind.HOUSEHOLD), ("VAY", SourceKind.BANK_LOAN)):
        add_source(commune, SourceDraft(code, code, kind))
        contribute(commune, [money(10_000_000, code)])
    with commune.read() as session:
        found = ledger_balances(session)
        flows = month_flows(session)
    received = {group: sums.received for group, sums in found.groups.items()}
    assert received == {
        SourceGroup.STATE: 100_000_000,
        SourceGroup.SOCIETY: 10_000_000,
        SourceGroup.HOUSEHOLD: 10_000_000,
    }
    assert found.total.received == sum(received.values())
    assert found.loans.received == 10_000_000
    assert [(one.month, one.received, one.balance) for one in flows] == [("2026-03", 120_000_000, 120_000_000)]


def test_what_is_posted_by_month_ends_with_what_the_sources_have_left(commune: Workspace) -> None:
    case = make_case(commune, programme=FUND)
    make_approved(commune, case)
    add_source(commune, SourceDraft("CU", "Nguồn năm trước", SourceKind.LOCAL_BUDGET))
    add_source(commune, SourceDraft("QVNN", "Quỹ", SourceKind.FUND_FOR_POOR))
    contribute(commune, [money(10_000_000, "QVNN")])
    pay(commune, [paid(case, 30_000_000, "CU")])  # nobody records what this source received
    with commune.read() as session:
        office = paper_office(session, commune.author.office)
        assert office is not None
        ids = {one.code: one.id for one in source_balances(session)}
        whole, old = month_flows(session), month_flows(session, ids["CU"])
        assert whole[-1].balance == ledger_balances(session).total.left == 10_000_000
        [statement] = public_statements(session, office, [WHOLE_BOOK])
    assert [(one.paid, one.unknown, one.balance) for one in old] == [(30_000_000, 30_000_000, 0)]
    told = [one.text for one in public_statement(office, statement).blocks if isinstance(one, Text)]
    assert "Số chi trên có 30.000.000 đồng từ nguồn chưa ghi khoản nhận, không trừ vào tồn." in told


def test_a_source_that_lines_name_is_not_undone_and_a_ceiling_never(
    commune: Workspace, houses: tuple[str, str]
) -> None:
    add_source(commune, SourceDraft("QVNN", "Quỹ", SourceKind.FUND_FOR_POOR))
    contribute(commune, [money(1_000_000, "QVNN")])
    with pytest.raises(Refused) as refused:
        undo_newest(commune)
    assert codes(refused) == {"row_has_followers"}
    save_ceiling(commune, CeilingDraft("QVNN", amount=2_000_000))
    with pytest.raises(Refused):
        undo_newest(commune)
    assert source(commune, "QVNN").received == 1_000_000


def test_a_household_with_money_stays_on_the_list(commune: Workspace, houses: tuple[str, str]) -> None:
    with commune.read() as session:
        household = case_facts(session, [houses[0]])[houses[0]].household_id
    given, _ = allocate(commune, [aside(houses[0], 10_000_000)])
    with pytest.raises(Refused) as refused:
        delete_household(commune, household, "Trùng hộ")
    assert codes(refused) == {"household_has_money"}
    reverse_line(commune, LineReversalDraft(line_of(commune, given), DAY, "Trùng hộ"))
    delete_household(commune, household, "Trùng hộ")
    assert source(commune).left == 100_000_000


def test_a_programmes_most_for_one_house_holds_over_all_sources_of_aid(
    commune: Workspace, houses: tuple[str, str]
) -> None:
    with commune.change(Action.SAVE_PROGRAMME) as change:
        limit = ProgrammeRule(programme_id=NATIONAL, key="max_per_house", value="70000000", valid_from="2026-01-01")
        change.session.add(limit)
    add_source(commune, SourceDraft("QVNN", "Quỹ", SourceKind.FUND_FOR_POOR))
    add_source(commune, SourceDraft("HO", "Hộ", SourceKind.HOUSEHOLD))
    contribute(commune, [money(50_000_000, "QVNN"), money(50_000_000, "HO")])
    allocate(commune, [aside(houses[0], 60_000_000), aside(houses[0], 10_000_000, "QVNN")])
    with pytest.raises(Refused) as refused:
        allocate(commune, [aside(houses[0], 1, "QVNN")])
    assert codes(refused) == {"over_house_limit"}
    allocate(commune, [aside(houses[0], 30_000_000, "HO")])

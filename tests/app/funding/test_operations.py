"""Sources and payments on real data folders."""

import pytest

from app.funding.drafts import PaymentDraft, ReversalDraft, SourceDraft
from app.funding.operations import add_source, pay, reverse_payment
from app.funding.queries import sources
from app.problems import Refused
from app.support.queries import CaseFacts, case_facts, case_state
from app.undo import undo_newest
from app.workspace import Workspace
from models.vocabulary import SourceKind, Status
from tests.make import make_approved, make_case, make_finished


def facts_of(workspace: Workspace, case_id: str) -> CaseFacts:
    with workspace.read() as session:
        return case_facts(session, [case_id])[case_id]


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.code for one in refused.value.problems}


@pytest.fixture
def house(commune: Workspace) -> str:
    """An approved case, and the source it is paid from."""
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET, 2_100_000_000))
    case = make_case(commune)
    make_approved(commune, case)
    return case


def draft(case_id: str, amount: int, voucher: str = "PC 101/2025", instalment: int = 1) -> PaymentDraft:
    return PaymentDraft(case_id, "NSTW", amount, "2025-07-21", voucher, instalment)


def test_a_source_has_a_code_of_its_own(commune: Workspace, house: str) -> None:
    with commune.read() as session:
        [source] = sources(session)
    assert (source.code, source.kind, source.ceiling) == ("NSTW", "central_budget", 2_100_000_000)
    with pytest.raises(Refused) as refused:
        add_source(commune, SourceDraft(" NSTW ", "", SourceKind.DONOR, 0))
    assert codes(refused) == {"source_code_taken", "source_name_missing", "amount_not_positive"}


def test_instalments_add_up(commune: Workspace, house: str) -> None:
    _, warnings = pay(commune, [draft(house, 36_000_000)])
    assert [one.code for one in warnings] == ["allocation_written"]
    make_finished(commune, house)
    pay(commune, [draft(house, 24_000_000, "PC 161/2025", 2)])
    assert case_state(facts_of(commune, house)).paid_amount == 60_000_000


def test_paying_nothing_or_from_nowhere_is_refused(commune: Workspace, house: str) -> None:
    with pytest.raises(Refused) as refused:
        pay(commune, [draft(house, 0), draft(house, -5)])
    assert codes(refused) == {"amount_not_positive"}
    with pytest.raises(Refused) as refused:
        pay(commune, [PaymentDraft(house, "QVNN", 1, "2025-07-21", "PC 1")])
    assert codes(refused) == {"source_unknown"}
    assert facts_of(commune, house).payments == ()


def test_paying_more_than_decided_warns_with_both_sums(commune: Workspace, house: str) -> None:
    make_finished(commune, house)
    pay(commune, [draft(house, 36_000_000)])
    _, warnings = pay(commune, [draft(house, 36_000_000)])
    doubts = {"paid_over_approved", "voucher_repeated", "instalment_repeated", "allocation_written"}
    assert {one.code for one in warnings} == doubts
    [over] = [one for one in warnings if one.code == "paid_over_approved"]
    assert "72.000.000" in str(over.values["total"])
    assert case_state(facts_of(commune, house)).red_flag


def test_a_payment_is_taken_back_by_a_line_of_its_own_once(commune: Workspace, house: str) -> None:
    pay(commune, [draft(house, 36_000_000)])
    [line] = facts_of(commune, house).payments
    reverse_payment(commune, ReversalDraft(line.id[-6:], "2025-07-22", "Chi nhầm hộ"))
    facts = facts_of(commune, house)
    assert [one.amount for one in facts.payments] == [36_000_000, -36_000_000]
    back = facts.payments[1]
    assert (back.reverses_id, back.paid_on, back.reason) == (line.id, "2025-07-22", "Chi nhầm hộ")
    assert (case_state(facts).paid_amount, case_state(facts).status) == (0, Status.APPROVED)
    for one in (line.id, back.id):
        with pytest.raises(Refused) as refused:
            reverse_payment(commune, ReversalDraft(one, "2025-07-22", "Chi nhầm hộ"))
        assert codes(refused) == {"payment_not_standing"}
    _, warnings = pay(commune, [draft(house, 36_000_000)])
    assert warnings == []


def test_money_is_not_undone_plainly(commune: Workspace, house: str) -> None:
    pay(commune, [draft(house, 36_000_000)])
    with pytest.raises(Refused):
        undo_newest(commune)
    assert case_state(facts_of(commune, house)).paid_amount == 36_000_000

"""Who may be paid now, found by the database and the rules, is who the rules alone would find."""

from __future__ import annotations

from dataclasses import replace

from app.funding.balances import source_balances
from app.funding.drafts import AllocationDraft, ContributionDraft, PaymentDraft, SourceDraft
from app.funding.next_parts import next_parts
from app.funding.operations import add_source, allocate, contribute, pay
from app.funding.paying import payable, ready_parts
from app.support.drafts import DecisionDraft, ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.operations import approve
from app.support.queries import case_facts
from app.workspace import Workspace
from models.vocabulary import ContributionKind, ExceptionCase, SourceKind
from tests.make import make_case

DAY = "2026-03-06"


def agree(workspace: Workspace) -> set[str]:
    """Asks both ways, compares them, and tells who may be paid."""
    with workspace.read() as session:
        facts = case_facts(session)
        alone = {one.facts.case_id: one.amount for one in next_parts(session, list(facts.values()), DAY) if one.ready}
        balances = source_balances(session)
        found = ready_parts(session, list(facts), DAY, balances)
        assert {case: one.amount for case, one in found.items()} == alone
        assert set(alone) <= payable(session, balances)
    return set(alone)


def test_the_database_names_no_house_too_few(commune: Workspace) -> None:
    cases = [make_case(commune, f"Lò Văn {name}") for name in ("Một", "Hai", "Ba", "Bốn")]
    decision = DecisionDraft("45/QĐ-UBND", "2025-07-15", tuple(cases[:2]), amount=60_000_000, source_code="NSTW")
    approve(commune, decision)
    add_source(commune, SourceDraft("HO", "Đối ứng của hộ", SourceKind.HOUSEHOLD))
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    assert agree(commune) == set(cases[:2])  # nobody records receipts of the only source of aid
    add_source(commune, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    approve(commune, replace(decision, number="46/QĐ-UBND", case_ids=tuple(cases[2:]), source_code="QVNN"))
    assert agree(commune) == set(cases)
    contribute(commune, [ContributionDraft("QVNN", ContributionKind.TRANSFER, "2026-03-01", 100_000_000)])
    assert agree(commune) == set(cases[:2])
    allocate(commune, [AllocationDraft(cases[2], "QVNN", 60_000_000, DAY)])
    assert agree(commune) == set(cases[:3])
    pay(commune, [PaymentDraft(cases[2], "QVNN", 36_000_000, DAY, "PC 1", 1)])
    record_exceptions(commune, [ExceptionDraft(cases[0], ExceptionCase.ON_HOLD, DAY, "Mùa lũ", review_on="2026-06-01")])
    assert agree(commune) == {cases[1]}

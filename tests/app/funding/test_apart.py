"""The household's own money and a loan of the policy bank build the house too, and are no aid."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from app.flags.candidates import doubtful_households
from app.funding.balances import house_totals, ledger_balances
from app.funding.drafts import AllocationDraft, ContributionDraft, PaymentDraft, SourceDraft
from app.funding.next_parts import next_parts
from app.funding.operations import add_source, allocate, contribute, pay
from app.funding.settlement import house_settlement
from app.funding.settlement_papers import settlement, settlements
from app.office.queries import paper_office
from app.problems import Refused
from app.reports.asked import Asked
from app.reports.catalogue import make_report
from app.support.queries import case_facts, case_state
from app.workspace import Workspace
from models.search import CaseEntry
from models.vocabulary import ContributionKind, SourceGroup, SourceKind
from tests.make import make_approved, make_case, make_finished

DAY = "2026-03-06"


@dataclass(frozen=True)
class House:
    """A house with 60.000.000 approved and 36.000.000 of it paid; 24.000.000 more stand beside from another source."""

    workspace: Workspace
    case_id: str
    code: str


@pytest.fixture(params=[SourceKind.BANK_LOAN, SourceKind.HOUSEHOLD])
def house(request: pytest.FixtureRequest, commune: Workspace) -> House:
    case = make_case(commune)
    make_approved(commune, case)
    for code, kind, amount in (("QVNN", SourceKind.FUND_FOR_POOR, 60_000_000), ("KHAC", request.param, 30_000_000)):
        add_source(commune, SourceDraft(code, code, kind))
        contribute(commune, [ContributionDraft(code, ContributionKind.CASH, DAY, amount)])
        allocate(commune, [AllocationDraft(case, code, amount, DAY)])
    pay(commune, [PaymentDraft(case, "QVNN", 36_000_000, DAY, "PC 1", 1)])
    pay(commune, [PaymentDraft(case, "KHAC", 30_000_000, DAY, "PC 2")])
    return House(commune, case, "KHAC")


def test_it_is_not_held_against_the_approved_amount(house: House) -> None:
    with house.workspace.read() as session:
        state = case_state(case_facts(session, [house.case_id])[house.case_id])
        totals = house_totals(session, [house.case_id])[house.case_id]
        settled = house_settlement(session, house.case_id)
        listed = session.scalars(select(CaseEntry.paid)).one()
    assert state.paid_amount == totals.paid == settled.paid == listed == 36_000_000
    assert not state.red_flag
    assert settled.allocated == totals.allocated == 60_000_000
    assert {one.code: one.amount for one in settled.differences} == {"not_paid": 24_000_000}
    assert {one.code: one.paid for one in settled.sources} == {"QVNN": 36_000_000, house.code: 30_000_000}


def test_it_uses_up_no_part_of_the_support(house: House) -> None:
    make_finished(house.workspace, house.case_id, day=DAY)
    with house.workspace.read() as session:
        [part] = next_parts(session, list(case_facts(session).values()), DAY)
    assert (part.number, part.amount, part.shares, part.ready) == (2, 24_000_000, (("QVNN", 24_000_000),), True)
    pay(house.workspace, [PaymentDraft(house.case_id, "QVNN", 24_000_000, DAY, "PC 3", 2)])
    with house.workspace.read() as session:
        assert house_settlement(session, house.case_id).even


def test_it_needs_no_decision_no_stage_and_no_part(house: House) -> None:
    other = make_case(house.workspace, "Lò Thị Ín")
    contribute(house.workspace, [ContributionDraft(house.code, ContributionKind.CASH, DAY, 90_000_000)])
    allocate(house.workspace, [AllocationDraft(other, house.code, 90_000_000, DAY)])
    _, warnings = pay(house.workspace, [PaymentDraft(other, house.code, 90_000_000, DAY, "PC 9")])
    assert not warnings
    with pytest.raises(Refused) as refused:
        pay(house.workspace, [PaymentDraft(house.case_id, house.code, 1, DAY, "PC 10", 3)])
    assert [one.code for one in refused.value.problems] == ["instalment_of_no_aid"]


def test_what_was_never_paid_as_aid_is_still_a_point_to_look_at(house: House) -> None:
    other = make_case(house.workspace, "Lò Thị Ín")
    make_approved(house.workspace, other, day="2020-01-01")
    contribute(house.workspace, [ContributionDraft(house.code, ContributionKind.CASH, DAY, 5_000_000)])
    allocate(house.workspace, [AllocationDraft(other, house.code, 5_000_000, DAY)])
    pay(house.workspace, [PaymentDraft(other, house.code, 5_000_000, DAY, "PC 9")])
    with house.workspace.read() as session:
        household = case_facts(session, [other])[other].household_id
        assert household in doubtful_households(session, "2026-03-06")


def test_the_ledger_and_the_reports_name_it_apart(house: House) -> None:
    with house.workspace.read() as session:
        found = ledger_balances(session)
        office = paper_office(session, house.workspace.author.office)
        assert office is not None
        printed = str(settlement(office, settlements(session, office, [house.case_id])[0]))
    apart = found.loans.paid + found.groups[SourceGroup.HOUSEHOLD].paid
    assert (apart, found.total.paid) == (30_000_000, 66_000_000 - found.loans.paid)
    assert f"Đã chi từ nguồn {house.code}" in printed
    for name in ("progress", "money", "overdue"):
        report = make_report(house.workspace, name, Asked(DAY, "2026-01-01"))
        assert all(one.shown == one.stored for one in report.counted), name
        assert {one.paid for one in report.houses} <= {36_000_000}

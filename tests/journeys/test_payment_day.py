"""S4: the second part for eighteen houses; one paper is missing, one household does not come on the day."""

from dataclasses import replace

import pytest

from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.documents.words import amount_in_words
from app.funding.balances import ledger_balances, month_flows
from app.funding.drafts import AllocationDraft, ContributionDraft, LineReversalDraft, PaymentDraft, SourceDraft
from app.funding.line_operations import reverse_line
from app.funding.next_parts import NextPart, next_parts, pay_batch
from app.funding.operations import add_source, allocate, contribute, pay
from app.funding.settlement import house_settlement, source_settlement
from app.problems import Refused
from app.support.queries import CaseFacts, case_facts, case_states
from app.wording.funding import missing_text
from app.workspace import Workspace
from models.vocabulary import ContributionKind, PaperKind, Part, SourceKind, WorkType
from tests.make import make_approved, make_case, make_signed

DAY = "2026-09-15"
NEW, REPAIRS = 14, 4
TOTAL = NEW * 60_000_000 + REPAIRS * 30_000_000


@pytest.fixture
def houses(commune: Workspace) -> list[str]:
    """Eighteen accepted houses, the first part paid; the stage minutes of the last new build are not signed."""
    new = [make_case(commune, f"Lò Văn {number}") for number in range(NEW)]
    repairs = [make_case(commune, f"Cà Thị {number}", work_type=WorkType.REPAIR) for number in range(REPAIRS)]
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    contribute(commune, [ContributionDraft("NSTW", ContributionKind.TRANSFER, "2026-03-02", TOTAL)])
    make_approved(commune, *new, day="2026-03-05")
    make_approved(commune, *repairs, day="2026-03-05", amount=30_000_000)
    amounts = {**dict.fromkeys(new, 60_000_000), **dict.fromkeys(repairs, 30_000_000)}
    allocate(commune, [AllocationDraft(case, "NSTW", amount, "2026-03-06") for case, amount in amounts.items()])
    first = [
        PaymentDraft(case, "NSTW", amount * 60 // 100, "2026-03-20", "PC 3/2026", 1) for case, amount in amounts.items()
    ]
    pay(commune, first)
    accept(commune, [AcceptanceDraft(one, "2026-09-01", "40", frozenset(Part)) for one in amounts])
    make_signed(commune, PaperKind.STAGE_MINUTES, *new[:-1], *repairs, day="2026-09-05")
    return [*new, *repairs]


def offered(workspace: Workspace, *, ready: bool = True) -> list[NextPart]:
    with workspace.read() as session:
        found = next_parts(session, list(case_facts(session).values()), DAY)
    return [one for one in found if one.ready is ready]


def facts_of(workspace: Workspace, case_id: str) -> CaseFacts:
    with workspace.read() as session:
        return case_facts(session, [case_id])[case_id]


def paid_day(workspace: Workspace, houses: list[str]) -> str:
    """The day's seventeen houses are paid as one batch: the daughter of one, the thumb of another."""
    make_signed(workspace, PaperKind.AUTHORISATION, houses[2])
    drafts = {
        one.facts.case_id: PaymentDraft(one.facts.case_id, "NSTW", one.amount, DAY, "PC 9/2026", one.number)
        for one in offered(workspace)
    }
    drafts[houses[2]] = replace(drafts[houses[2]], payee="Lò Thị Hương", relation="con gái")
    drafts[houses[5]] = replace(drafts[houses[5]], thumbprint=True)
    _, warnings = pay_batch(workspace, list(drafts.values()))
    assert warnings == []
    batch = facts_of(workspace, houses[0]).payments[-1].batch
    assert batch
    return batch


def test_seventeen_are_offered_and_the_eighteenth_says_which_paper_is_missing(
    commune: Workspace, houses: list[str]
) -> None:
    payable = offered(commune)
    total = sum(one.amount for one in payable)
    assert len(payable) == 17
    assert total == 360_000_000
    assert amount_in_words(total) == "Ba trăm sáu mươi triệu đồng"
    [waiting] = offered(commune, ready=False)
    assert waiting.facts.case_id == houses[NEW - 1]
    assert waiting.missing == ("paper:stage_minutes",)
    assert "đã ký" in missing_text(waiting.missing)


def test_the_house_that_waits_is_paid_only_with_a_reason_which_the_settlement_prints(
    commune: Workspace, houses: list[str]
) -> None:
    waiting = houses[NEW - 1]
    line = PaymentDraft(waiting, "NSTW", 24_000_000, DAY, "PC 10/2026", 2)
    with pytest.raises(Refused) as refused:
        pay(commune, [line])
    assert [one.code for one in refused.value.problems] == ["instalment_not_open"]
    pay(commune, [replace(line, reason="Biên bản đang ký")])
    with commune.read() as session:
        assert [one.reason for one in house_settlement(session, waiting).reasons] == ["Biên bản đang ký"]


def test_the_household_that_did_not_come_is_taken_back_by_a_line_and_the_money_is_in_the_source_again(
    commune: Workspace, houses: list[str]
) -> None:
    batch = paid_day(commune, houses)
    absent = houses[0]
    [line] = [one for one in facts_of(commune, absent).payments if one.batch == batch]
    reverse_line(commune, LineReversalDraft(line.id, DAY, "Chủ hộ không đến nhận"))
    lines = [one for house in houses for one in facts_of(commune, house).payments if one.batch == batch]
    assert sum(one.amount or 0 for one in lines) == 336_000_000
    assert len(lines) == 18  # seventeen paid, one of them taken back, none overwritten
    with commune.read() as session:
        [source] = ledger_balances(session).sources
        states = case_states(session)
        flows = month_flows(session)
        settled = source_settlement(session, source.id)
        house = house_settlement(session, absent)
    first_parts = TOTAL * 60 // 100
    assert source.paid == first_parts + 336_000_000
    assert source.left == TOTAL - source.paid == 48_000_000  # one did not come, one has a paper missing
    assert sum(one.paid_amount for one in states.values()) == source.paid
    assert flows[-1].balance == source.left
    assert sum(one.paid for one in settled.houses) == source.paid
    assert sum(one.amount for one in settled.differences) == source.left
    assert [(one.code, one.amount) for one in house.differences] == [("not_paid", 24_000_000)]


def test_who_took_the_money_and_how_it_was_signed_for_is_kept(commune: Workspace, houses: list[str]) -> None:
    batch = paid_day(commune, houses)
    daughter = facts_of(commune, houses[2]).payments[-1]
    assert (daughter.payee, daughter.relation, daughter.batch) == ("Lò Thị Hương", "con gái", batch)
    assert facts_of(commune, houses[5]).payments[-1].thumbprint is True


def test_a_paid_house_comes_out_even(commune: Workspace, houses: list[str]) -> None:
    paid_day(commune, houses)
    with commune.read() as session:
        settled = house_settlement(session, houses[1])
    assert settled.even
    assert settled.approved == settled.allocated == settled.paid == 60_000_000
    assert offered(commune) == []

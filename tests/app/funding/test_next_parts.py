"""What each house is paid next, a payment day as one batch, and those who did not come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.funding.balances import batch_sums, house_totals, ledger_balances
from app.funding.drafts import ClawbackDraft, PaymentDraft, ReversalDraft
from app.funding.instalments import ACCEPTANCE, DECISION
from app.funding.next_parts import NextPart, did_not_come, next_parts, pay_batch
from app.funding.operations import claw_back, pay, reverse_payment
from app.problems import Refused
from app.support.drafts import DecisionDraft, ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.operations import replace_decision
from app.support.queries import case_facts
from app.workspace import Workspace
from models.vocabulary import ExceptionCase
from tests.make import make_approved, make_case
from tests.payment_day import FUND, RECEIVED, make_payment_day

DAY = "2026-10-24"


def parts(workspace: Workspace) -> list[NextPart]:
    with workspace.read() as session:
        return next_parts(session, list(case_facts(session).values()), DAY)


def day_of(found: list[NextPart]) -> list[PaymentDraft]:
    return [PaymentDraft(one.facts.case_id, FUND, one.amount, DAY, "PC 77", one.number) for one in found]


def test_of_eighteen_houses_the_one_without_its_paper_waits(commune: Workspace) -> None:
    cases = make_payment_day(commune)
    found = parts(commune)
    ready = [one for one in found if one.ready]
    assert (len(ready), sum(one.amount for one in ready)) == (17, 360_000_000)
    [waiting] = [one for one in found if not one.ready]
    assert (waiting.facts.case_id, waiting.missing, waiting.number) == (cases[-1], ("paper:stage_minutes",), 2)
    assert {one.shares for one in ready} == {((FUND, 24_000_000),), ((FUND, 12_000_000),)}


def test_a_house_for_which_nothing_is_set_aside_says_how_much_is_lacking(commune: Workspace) -> None:
    make_payment_day(commune)
    case = make_case(commune, "Lò Thị Mới")
    make_approved(commune, case, day="2026-06-05")
    [found] = [one for one in parts(commune) if one.facts.case_id == case]
    assert (found.number, found.amount, found.unfunded, found.ready) == (1, 36_000_000, 36_000_000, False)


def test_a_house_whose_money_an_exception_holds_waits_for_its_acceptance(commune: Workspace) -> None:
    make_payment_day(commune)
    case = make_case(commune, "Lò Thị Mới")
    make_approved(commune, case, day="2026-06-05")
    built = ExceptionDraft(case, ExceptionCase.SELF_BUILT, "2026-06-20", "Nhà làm trước khi có quyết định")
    record_exceptions(commune, [built])
    [found] = [one for one in parts(commune) if one.facts.case_id == case]
    assert (found.missing, found.ready) == ((ACCEPTANCE,), False)


def test_money_clawed_back_is_not_due_again_until_somebody_decides_anew(commune: Workspace) -> None:
    cases = make_payment_day(commune)
    pay_batch(commune, day_of([one for one in parts(commune) if one.facts.case_id == cases[0]]))
    assert cases[0] not in {one.facts.case_id for one in parts(commune)}
    back = ClawbackDraft(cases[0], FUND, 10_000_000, DAY, "12/QĐ-UBND", "Bớt vật liệu")
    claw_back(commune, back)
    [found] = [one for one in parts(commune) if one.facts.case_id == cases[0]]
    assert (found.amount, found.missing, found.ready) == (10_000_000, (DECISION,), False)
    again = PaymentDraft(cases[0], FUND, 10_000_000, DAY, "PC 78")
    with pytest.raises(Refused) as refused:
        pay(commune, [again])
    assert [one.code for one in refused.value.problems] == ["money_clawed_back"]
    decided = found.state.decision
    assert decided is not None
    replace_decision(commune, decided.id, DecisionDraft("13/QĐ-UBND", DAY, (), amount=25_000_000), "Điều chỉnh mức")
    [found] = [one for one in parts(commune) if one.facts.case_id == cases[0]]
    assert (found.amount, found.ready) == (5_000_000, True)


def test_a_clawback_that_was_an_error_holds_nothing(commune: Workspace) -> None:
    cases = make_payment_day(commune)
    back = ClawbackDraft(cases[0], FUND, 18_000_000, DAY, "12/QĐ-UBND", "Không làm nhà")
    taken, _ = claw_back(commune, back)
    assert DECISION in next(one for one in parts(commune) if one.facts.case_id == cases[0]).missing
    reverse_payment(commune, ReversalDraft(min(taken.ids), DAY, "Thu hồi nhầm hộ"))
    assert next(one for one in parts(commune) if one.facts.case_id == cases[0]).ready


def test_a_house_paid_in_full_and_one_not_decided_have_no_next_part(commune: Workspace) -> None:
    make_payment_day(commune, signed=18)
    make_case(commune, "Lò Thị Mới")
    pay_batch(commune, day_of(parts(commune)))
    assert parts(commune) == []


def test_who_did_not_come_is_taken_back_and_the_day_says_so(commune: Workspace) -> None:
    make_payment_day(commune)
    pay_batch(commune, day_of([one for one in parts(commune) if one.ready]))
    with commune.read() as session:
        [day] = batch_sums(session)
        absent = next(one for one in case_facts(session).values() if one.payments[-1].amount == 24_000_000)
    assert (day.paid_on, day.voucher, day.houses, day.paid, day.back) == (DAY, "PC 77", 17, 360_000_000, 0)
    changes, _ = did_not_come(commune, [absent.payments[-1].id], DAY, "Hộ không đến nhận")
    assert changes.action.name == "REVERSE_PAYMENT"
    with commune.read() as session:
        assert batch_sums(session) == [replace(day, back=24_000_000)]
        total = ledger_balances(session).total
        assert house_totals(session, [absent.case_id])[absent.case_id].paid == 36_000_000
    assert (total.paid, total.left) == (576_000_000 + 336_000_000, RECEIVED - 576_000_000 - 336_000_000)
    assert absent.case_id in {one.facts.case_id for one in parts(commune) if one.ready}

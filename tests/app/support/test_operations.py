"""Requests, decisions on many houses, their correction, exceptions, on real data folders."""

import pytest
from sqlalchemy import select

from app.actions import Action
from app.funding.drafts import AllocationDraft, ContributionDraft, LineReversalDraft, SourceDraft
from app.funding.line_operations import reverse_line
from app.funding.operations import add_source, allocate, contribute
from app.problems import Refused, Stale
from app.support.drafts import CaseDraft, DecisionDraft, ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.operations import (
    approve,
    replace_decision,
    replace_decisions,
    revoke_decisions,
    set_case,
)
from app.support.queries import (
    CaseFacts,
    CaseState,
    case_draft,
    case_facts,
    case_state,
    case_states,
    cases_of_households,
    find_cases,
)
from app.undo import undo_newest
from app.workspace import Workspace
from models.household import Household
from models.ledger import Allocation
from models.vocabulary import ContributionKind, ExceptionCase, SourceKind, Status, WorkType
from tests.make import FUND, NATIONAL, make_approved, make_case, make_household


def facts_of(workspace: Workspace, case_id: str) -> CaseFacts:
    with workspace.read() as session:
        return case_facts(session, [case_id])[case_id]


def state_of(workspace: Workspace, case_id: str) -> CaseState:
    return case_state(facts_of(workspace, case_id))


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.code for one in refused.value.problems}


def test_a_household_has_one_case_a_programme_and_may_stand_in_several(commune: Workspace) -> None:
    household = make_household(commune)
    set_case(commune, CaseDraft(household, NATIONAL, WorkType.NEW_BUILD, 60_000_000))
    set_case(commune, CaseDraft(household, NATIONAL, WorkType.REPAIR, 30_000_000))
    set_case(commune, CaseDraft(household, FUND, WorkType.NEW_BUILD))
    with commune.read() as session:
        cases = cases_of_households(session, [household])[household]
    assert [(one.programme.id if one.programme else "", one.work_type) for one, _ in cases] == [
        (NATIONAL, "repair"),
        (FUND, "new_build"),
    ]


def test_a_case_that_moved_on_since_it_was_opened_is_stale(commune: Workspace) -> None:
    case = make_case(commune)
    household = facts_of(commune, case).household_id
    with commune.read() as session:
        opened = case_draft(session, household, NATIONAL)
    set_case(commune, CaseDraft(household, NATIONAL, WorkType.REPAIR))
    with pytest.raises(Stale):
        set_case(commune, opened)


def test_an_unknown_work_type_or_an_amount_of_nothing_is_refused(commune: Workspace) -> None:
    household = make_household(commune)
    with pytest.raises(Refused) as refused:
        set_case(commune, CaseDraft(household, NATIONAL, "palace", 0))
    assert codes(refused) == {"work_type_unknown", "amount_not_positive"}


def test_one_decision_covers_many_houses_and_freezes_head_and_category(commune: Workspace) -> None:
    one = make_case(commune, "Lò Văn Pâng", requested=55_000_000)
    other = make_case(commune, "Quàng Thị Ín", work_type=WorkType.REPAIR, category="near_poor")
    changes, warnings = approve(commune, DecisionDraft("45/QĐ-UBND", "2025-07-15", (one, other)))
    assert changes.action is Action.APPROVE
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        household = change.session.get(Household, facts_of(commune, other).household_id)
        assert household is not None
        household.head_name, household.category = "Quàng Văn Ín", "poor"
    first, second = (facts_of(commune, case).decisions[0] for case in (one, other))
    assert (first.amount, second.amount) == (55_000_000, 30_000_000)
    assert (second.head_name, second.category, second.work_type) == ("Quàng Thị Ín", "near_poor", "repair")
    assert first.batch == second.batch
    assert {state_of(commune, case).status for case in (one, other)} == {Status.APPROVED}
    missing = {"missing_survey", "missing_village_review", "missing_posting", "missing_submission", "source_missing"}
    assert {warning.code for warning in warnings} == missing | {"amount_differs_from_norm"}
    assert set((first.warnings or "").split()) == missing | {"amount_differs_from_norm"}
    assert set((second.warnings or "").split()) == missing


def test_many_houses_with_the_same_warning_make_one_sentence(commune: Workspace) -> None:
    cases = tuple(make_case(commune, f"Lò Văn {name}") for name in ("An", "Bình", "Chung", "Dũng", "Yên"))
    _, warnings = approve(commune, DecisionDraft("45/QĐ-UBND", "2025-07-15", cases, source_code="NSTW"))
    names = [one.values["names"] for one in warnings if one.code == "missing_posting"]
    assert names == ["Lò Văn An, Lò Văn Bình, Lò Văn Chung và 2 hộ khác"]


def test_a_decision_without_an_amount_is_refused_for_the_whole_batch(commune: Workspace) -> None:
    fund = make_case(commune, programme=FUND)
    national = make_case(commune, "Quàng Thị Ín")
    with pytest.raises(Refused) as refused:
        approve(commune, DecisionDraft("45/QĐ-UBND", "2025-07-15", (national, fund)))
    assert codes(refused) == {"decision_amount_missing"}
    assert facts_of(commune, national).decisions == ()
    with pytest.raises(Refused) as refused:
        approve(commune, DecisionDraft("", "", (national,), amount=-5))
    assert codes(refused) == {"decision_number_missing", "decision_date_missing", "amount_not_positive"}


def test_a_household_without_a_case_gets_one_with_its_decision(commune: Workspace) -> None:
    household = make_household(commune)
    approve(commune, DecisionDraft("45/QĐ-UBND", "2025-07-15", household_ids=(household,), amount=60_000_000))
    with commune.read() as session:
        [(facts, state)] = cases_of_households(session, [household])[household]
    assert (facts.programme.id if facts.programme else "", state.approved_amount) == (NATIONAL, 60_000_000)
    assert "work_type_missing" in (facts.decisions[0].warnings or "")


def test_the_same_decision_is_not_recorded_twice(commune: Workspace) -> None:
    case = make_case(commune)
    make_approved(commune, case)
    with pytest.raises(Refused) as refused:
        make_approved(commune, case)
    assert codes(refused) == {"decision_repeated"}


def test_a_decision_in_another_offices_time_is_kept_with_a_warning(commune: Workspace) -> None:
    case = make_case(commune)
    make_approved(commune, case, day="2025-06-27")
    assert "decided_by_other_office" in (facts_of(commune, case).decisions[0].warnings or "")
    assert state_of(commune, case).warnings == ("decided_by_other_office",)


def test_a_decision_is_taken_back_with_a_reason_and_by_its_own_office(commune: Workspace) -> None:
    case = make_case(commune)
    make_approved(commune, case)
    [decision] = facts_of(commune, case).decisions
    with pytest.raises(Refused) as refused:
        revoke_decisions(commune, [decision.id], " ")
    assert codes(refused) == {"reason_missing"}
    changes, _ = revoke_decisions(commune, [decision.id], "Gõ nhầm hộ")
    assert changes.action is Action.REVOKE_DECISION
    assert (state_of(commune, case).status, len(facts_of(commune, case).decisions)) == (Status.REGISTERED, 2)
    with pytest.raises(Refused) as refused:
        revoke_decisions(commune, [decision.id], "Gõ nhầm hộ")
    assert codes(refused) == {"decision_not_standing"}
    undo_newest(commune)
    assert state_of(commune, case).approved_amount == 60_000_000


def test_a_wrong_amount_is_replaced_and_both_rows_stay(commune: Workspace) -> None:
    case = make_case(commune)
    make_approved(commune, case, amount=600_000_000)
    [wrong] = facts_of(commune, case).decisions
    right = DecisionDraft("45/QĐ-UBND", "2025-07-15", amount=60_000_000)
    replace_decision(commune, wrong.id, right, "Gõ thừa một số 0")
    facts = facts_of(commune, case)
    assert (len(facts.decisions), case_state(facts).approved_amount) == (2, 60_000_000)
    assert (facts.decisions[1].replaces_id, facts.decisions[1].note) == (wrong.id, "Gõ thừa một số 0")


def test_a_wrong_number_of_a_paper_is_corrected_for_all_its_houses_and_amounts_stay(commune: Workspace) -> None:
    cases = [make_case(commune, "Lò Văn Pâng", requested=60_000_000), make_case(commune, "Quàng Thị Ín")]
    make_approved(commune, cases[0], amount=55_000_000)
    make_approved(commune, cases[1], amount=30_000_000)
    wrong = [facts_of(commune, one).decisions[0].id for one in cases]
    replace_decisions(commune, wrong, DecisionDraft("54/QĐ-UBND", ""), "Gõ đảo số")
    found = [state_of(commune, one).decision for one in cases]
    assert [(one.number, one.decided_on, one.amount) for one in found if one] == [
        ("54/QĐ-UBND", "2025-07-15", 55_000_000),
        ("54/QĐ-UBND", "2025-07-15", 30_000_000),
    ]


def test_a_decision_by_the_norm_leaves_requests_aside(commune: Workspace) -> None:
    case = make_case(commune, requested=99_000_000)
    approve(commune, DecisionDraft("45/QĐ-UBND", "2025-07-15", (case,), by_norm=True))
    assert state_of(commune, case).approved_amount == 60_000_000


def test_approving_is_undone_plainly(commune: Workspace) -> None:
    case = make_case(commune)
    make_approved(commune, case)
    undo_newest(commune)
    assert facts_of(commune, case).decisions == ()
    assert state_of(commune, case).status is Status.REGISTERED


def test_a_paused_house_is_not_decided_until_it_is_resumed(commune: Workspace) -> None:
    case = make_case(commune)
    record_exceptions(commune, [ExceptionDraft(case, ExceptionCase.ON_HOLD, "2025-07-01", "Chờ thợ")])
    assert state_of(commune, case).status is Status.ON_HOLD
    with pytest.raises(Refused) as refused:
        make_approved(commune, case)
    assert codes(refused) == {"case_off_road"}
    record_exceptions(commune, [ExceptionDraft(case, ExceptionCase.RESUMED, "2025-07-10", "Đã có thợ")])
    make_approved(commune, case)
    with pytest.raises(Refused) as refused:
        record_exceptions(commune, [ExceptionDraft(case, ExceptionCase.RESUMED, "", "")])
    assert codes(refused) == {"nothing_to_resume", "reason_missing", "day_missing"}


def test_worklists_hold_the_cases_of_a_status_and_programme(commune: Workspace) -> None:
    one, other = make_case(commune), make_case(commune, "Quàng Thị Ín", programme=FUND)
    make_approved(commune, one)
    with commune.read() as session:
        assert find_cases(session, {Status.APPROVED}) == [one]
        assert find_cases(session, {Status.REGISTERED}) == [other]
        assert find_cases(session, {Status.REGISTERED}, NATIONAL) == []
        assert set(case_states(session)) == {one, other}


def test_rows_that_are_out_do_not_count(commune: Workspace) -> None:
    case = make_case(commune)
    household_id = facts_of(commune, case).household_id
    with commune.change(Action.DELETE_HOUSEHOLD) as change:
        household = change.session.get(Household, household_id)
        assert household is not None
        household.deleted = True
    with commune.read() as session:
        assert case_facts(session) == {}
    with pytest.raises(Refused) as refused:
        approve(commune, DecisionDraft("1", "2025-07-15", household_ids=(household_id,), amount=1))
    assert codes(refused) == {"household_not_here"}


def test_a_case_with_a_decision_or_money_stays_in_its_programme(commune: Workspace) -> None:
    case = make_case(commune)
    home = facts_of(commune, case).household_id
    moved = CaseDraft(home, FUND, WorkType.NEW_BUILD, case_id=case)
    back = CaseDraft(home, NATIONAL, WorkType.NEW_BUILD, case_id=case)
    set_case(commune, moved)
    set_case(commune, back)
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    contribute(commune, [ContributionDraft("NSTW", ContributionKind.TRANSFER, "2026-03-01", 100_000_000)])
    make_approved(commune, case)
    with pytest.raises(Refused) as refused:
        set_case(commune, moved)
    assert codes(refused) == {"case_programme_fixed"}
    allocate(commune, [AllocationDraft(case, "NSTW", 40_000_000, "2026-03-06")])
    [decision] = facts_of(commune, case).decisions
    revoke_decisions(commune, [decision.id], "Ghi nhầm chương trình")
    with pytest.raises(Refused) as refused:
        set_case(commune, moved)
    assert codes(refused) == {"case_programme_fixed"}
    set_case(commune, CaseDraft(home, NATIONAL, WorkType.REPAIR, case_id=case))
    with commune.read() as session:
        [line] = session.scalars(select(Allocation.id))
    reverse_line(commune, LineReversalDraft(line, "2026-03-07", "Ghi nhầm chương trình"))
    set_case(commune, moved)
    programme = facts_of(commune, case).programme
    assert programme is not None
    assert programme.id == FUND

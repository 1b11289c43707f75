"""The exceptions X1 to X16: what each asks for, what follows from it, and what it does to the target."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.actions import Action
from app.cli.main import main
from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.funding.drafts import PaymentDraft, SourceDraft
from app.funding.operations import add_source, pay
from app.handover.drafts import HandoverDraft
from app.handover.operations import hand_over
from app.problems import Refused
from app.reports.dossier import dossier
from app.review.drafts import SurveyDraft
from app.review.operations import save_survey
from app.support.drafts import DecisionDraft, ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.operations import approve
from app.support.queries import (
    CaseFacts,
    TargetEffect,
    case_facts,
    case_of,
    case_state,
    case_states,
    cases_asked_twice,
    facts_of,
    target_effect,
    target_totals,
)
from app.undo import undo_newest
from app.workspace import Workspace
from models.household import Household, Member
from models.vocabulary import ExceptionCase, Part, SourceKind, Status, WorkType
from tests.make import NATIONAL, make_approved, make_case

X = ExceptionCase
DAY = "2026-08-01"


def facts(commune: Workspace, case: str) -> CaseFacts:
    with commune.read() as session:
        return facts_of(session, [case])[0]


def draft(case: str, kind: ExceptionCase, **values: object) -> ExceptionDraft:
    return replace(ExceptionDraft(case, kind, DAY, "Có lý do"), **values)  # type: ignore[arg-type]


def refused_codes(commune: Workspace, one: ExceptionDraft) -> list[str]:
    with pytest.raises(Refused) as refused:
        record_exceptions(commune, [one])
    return [problem.code for problem in refused.value.problems]


def approved(commune: Workspace, head: str = "Lò Văn Pâng") -> str:
    case = make_case(commune, head)
    make_approved(commune, case)
    return case


def finished(commune: Workspace, case: str) -> None:
    accept(commune, [AcceptanceDraft(case, "2026-07-20", "36", frozenset(Part))])


@pytest.mark.parametrize("kind", [one for one in X if one.value not in {status.value for status in Status}])
def test_those_that_are_no_status_leave_the_house_where_it_stands(commune: Workspace, kind: ExceptionCase) -> None:
    case = approved(commune)
    asked: dict[ExceptionCase, dict[str, object]] = {
        X.WORK_CHANGED: {"decision_number": "60/QĐ-UBND", "work_type": "repair"},
        X.AMOUNT_CHANGED: {"decision_number": "60/QĐ-UBND", "amount": 70_000_000},
        X.NEW_HEAD: {"new_head": "Lò Văn Inh"},
        X.CLAWED_BACK: {"decision_number": "60/QĐ-UBND"},
        X.NOT_PASSED: {"review_on": "2026-09-01"},
    }
    if kind is X.RESUMED:
        record_exceptions(commune, [draft(case, X.ON_HOLD, happened_on="2026-07-01")])
    if kind in (X.NOT_PASSED, X.DAMAGED_AGAIN):
        finished(commune, case)
    record_exceptions(commune, [draft(case, kind, **asked.get(kind, {}))])
    stands = Status.ACCEPTED if kind is X.DAMAGED_AGAIN else Status.APPROVED
    assert case_state(facts(commune, case)).status is stands


def test_a_note_after_a_pause_does_not_end_the_pause(commune: Workspace) -> None:
    case = approved(commune)
    record_exceptions(commune, [draft(case, X.ON_HOLD, review_on="2026-09-01")])
    record_exceptions(commune, [draft(case, X.ESCAPED_POVERTY, happened_on="2026-08-15")])
    state = case_state(facts(commune, case))
    assert state.status is Status.ON_HOLD
    assert [one.kind for one in state.notes] == ["escaped_poverty"]
    assert refused_codes(commune, draft(case, X.ESCAPED_POVERTY, happened_on="2026-08-15")) == ["exception_noted"]


def test_a_changed_work_type_is_a_later_decision_and_the_earlier_one_stays(commune: Workspace) -> None:
    case = approved(commune)
    change = draft(case, X.WORK_CHANGED, work_type="repair", decision_number="60/QĐ-UBND")
    assert refused_codes(commune, replace(change, decision_number=None)) == ["decision_number_missing"]
    assert refused_codes(commune, replace(change, work_type="new_build")) == ["work_not_changed"]
    assert refused_codes(commune, replace(change, happened_on="2025-07-01")) == ["amended_before_decision"]
    record_exceptions(commune, [change])
    found = facts(commune, case)
    state = case_state(found)
    assert [one.number for one in found.decisions] == ["45/QĐ-UBND", "60/QĐ-UBND"]
    assert (state.approved_amount, state.work_type, state.conflicting) == (30_000_000, WorkType.REPAIR, ())
    undo_newest(commune)
    assert case_state(facts(commune, case)).approved_amount == 60_000_000


def test_a_changed_amount_or_source_is_a_later_decision(commune: Workspace) -> None:
    case = approved(commune)
    change = draft(case, X.AMOUNT_CHANGED, decision_number="60/QĐ-UBND", amount=60_000_000)
    assert refused_codes(commune, change) == ["amount_not_changed"]
    record_exceptions(commune, [replace(change, amount=70_000_000)])
    record_exceptions(
        commune, [replace(change, amount=None, source_code="QVNN", decision_number="61", happened_on="2026-08-02")]
    )
    state = case_state(facts(commune, case))
    assert state.decision is not None
    assert (state.approved_amount, state.decision.source_code, state.work_type) == (
        70_000_000,
        "QVNN",
        WorkType.NEW_BUILD,
    )
    undecided = make_case(commune, "Quàng Thị Ín")
    assert refused_codes(commune, replace(change, case_id=undecided)) == ["amended_without_decision"]


def test_the_commune_builds_for_a_household_that_cannot(commune: Workspace) -> None:
    case = approved(commune)
    record_exceptions(commune, [draft(case, X.COMMUNE_BUILDS)])
    assert facts(commune, case).build_mode == "commune"
    assert "commune_builds_already" in refused_codes(commune, draft(case, X.COMMUNE_BUILDS, happened_on="2026-08-02"))


def test_a_house_that_did_not_pass_is_built_again_until_a_day(commune: Workspace) -> None:
    case = approved(commune)
    assert refused_codes(commune, draft(case, X.NOT_PASSED)) == ["not_passed_unaccepted", "repair_deadline_missing"]
    finished(commune, case)
    assert refused_codes(commune, draft(case, X.NOT_PASSED, review_on="2026-07-01")) == ["repair_deadline_before"]
    record_exceptions(commune, [draft(case, X.NOT_PASSED, review_on="2026-09-01")])
    state = case_state(facts(commune, case))
    assert (state.acceptance, state.status) == (None, Status.APPROVED)
    assert [one.review_on for one in state.notes] == ["2026-09-01"]
    finished(commune, case)
    assert case_state(facts(commune, case)).status is Status.ACCEPTED


def test_a_member_succeeds_the_head_with_what_is_known_of_him(commune: Workspace) -> None:
    case = approved(commune)
    home = facts(commune, case).household_id
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        change.session.add(
            Member(household_id=home, name="Lò Văn Inh", birth="1995", gender="male", citizen_id="011095001234")
        )
    _, warnings = record_exceptions(commune, [draft(case, X.NEW_HEAD, new_head="lò văn inh")])
    assert warnings == []
    with commune.read() as session:
        row = session.get_one(Household, home)
        assert (row.head_name, row.birth, row.citizen_id) == ("Lò Văn Inh", "1995", "011095001234")
    _, warnings = record_exceptions(
        commune, [draft(case, X.NEW_HEAD, new_head="Quàng Thị Ín", happened_on="2026-08-02")]
    )
    assert [one.code for one in warnings] == ["new_head_facts"]
    with commune.read() as session:
        row = session.get_one(Household, home)
        assert (row.head_name, row.birth, row.citizen_id) == ("Quàng Thị Ín", None, None)
    assert facts(commune, case).decisions[0].head_name == "Lò Văn Pâng"


def test_the_target_is_those_approved_less_those_that_left_and_those_added(commune: Workspace) -> None:
    cases = [approved(commune, head) for head in ("Pâng", "Ín", "Thoan", "Ánh")]
    make_case(commune, "Hặc")
    record_exceptions(
        commune, [draft(cases[0], X.WITHDRAWN), draft(cases[1], X.FOUND_LATER), draft(cases[2], X.ON_HOLD)]
    )
    with commune.read() as session:
        found = {one.case_id: one for one in facts_of(session, cases)}
    assert [target_effect(found[one]) for one in cases] == [
        TargetEffect.LEAVES,
        TargetEffect.ADDED,
        TargetEffect.COUNTS,
        TargetEffect.COUNTS,
    ]
    totals = target_totals(found.values())
    assert (totals.approved, totals.left, totals.added, totals.total) == (3, 1, 1, 3)


def test_a_house_handed_over_takes_notes_but_is_not_taken_off_the_list(commune: Workspace) -> None:
    case = approved(commune)
    finished(commune, case)
    hand_over(commune, [HandoverDraft(case, "2026-07-25")])
    assert refused_codes(commune, draft(case, X.WITHDRAWN)) == ["exception_after_handover"]
    record_exceptions(commune, [draft(case, X.DAMAGED_AGAIN)])
    assert case_state(facts(commune, case)).status is Status.HANDED_OVER


def test_a_finished_house_that_is_damaged_again_gets_a_case_of_its_own_linked_to_the_old(commune: Workspace) -> None:
    case = approved(commune)
    assert refused_codes(commune, draft(case, X.DAMAGED_AGAIN)) == ["damaged_unfinished"]
    home = facts(commune, case).household_id
    save_survey(commune, SurveyDraft(home, "2026-01-10"))
    finished(commune, case)
    record_exceptions(commune, [draft(case, X.DAMAGED_AGAIN, reason="Bão số 3")])
    with commune.read() as session:
        again = case_of(session, home)
        assert again is not None
        assert (again.follows_id, again.registered_on) == (case, DAY)
        assert again.programme is not None
        assert again.programme.id == NATIONAL
        assert case_state(again).status is Status.REGISTERED  # the survey was of the house that fell
        assert cases_asked_twice(session) == []
        old = facts_of(session, [case])[0]
    assert (case_state(old).status, target_effect(old)) == (Status.ACCEPTED, TargetEffect.COUNTS)
    assert refused_codes(commune, draft(case, X.DAMAGED_AGAIN, happened_on="2026-09-01")) == ["damaged_already"]
    save_survey(commune, SurveyDraft(home, "2026-08-05"))
    assert case_state(facts(commune, again.case_id)).status is Status.SURVEYED
    approve(commune, DecisionDraft("60/QĐ-UBND", "2026-08-20", household_ids=(home,), amount=60_000_000))
    assert case_state(facts(commune, again.case_id)).status is Status.APPROVED
    assert target_totals([facts(commune, case), facts(commune, again.case_id)]).total == 2


def test_the_linked_case_goes_with_undo_and_a_refused_one_gives_way_to_the_old(commune: Workspace) -> None:
    case = approved(commune)
    home = facts(commune, case).household_id
    finished(commune, case)
    record_exceptions(commune, [draft(case, X.DAMAGED_AGAIN)])
    undo_newest(commune)
    with commune.read() as session:
        assert list(case_facts(session, household_ids=[home])) == [case]
    record_exceptions(commune, [draft(case, X.DAMAGED_AGAIN)])
    with commune.read() as session:
        again = case_of(session, home)
    assert again is not None
    record_exceptions(commune, [draft(again.case_id, X.INELIGIBLE)])
    with commune.read() as session:
        standing = case_of(session, home)
    assert standing is not None
    assert standing.case_id == case


def test_what_should_be_looked_at_is_said_and_does_not_stop(commune: Workspace) -> None:
    alone, several = approved(commune, "Lò Thị Pản"), approved(commune, "Lò Văn Pâng")
    with commune.change(Action.SAVE_HOUSEHOLD) as change:
        change.session.get_one(Household, facts(commune, alone).household_id).member_count = 1

    def told(one: ExceptionDraft) -> list[str]:
        return [problem.code for problem in record_exceptions(commune, [one])[1]]

    assert told(draft(alone, X.NEW_HEAD, new_head="Lò Văn Inh")) == ["new_head_of_one", "new_head_facts"]
    assert told(draft(several, X.ON_HOLD)) == ["hold_without_review"]
    assert refused_codes(commune, draft(alone, X.ON_HOLD, review_on="2026-07-01")) == ["hold_review_before"]
    assert told(draft(several, X.CANCELLED_DEATH)) == ["death_of_several", "left_without_decision"]
    assert told(draft(alone, X.CANCELLED_DEATH, decision_number="60/QĐ-UBND")) == []


def test_a_house_listed_twice_is_told_when_it_is_decided(commune: Workspace) -> None:
    case = make_case(commune)
    record_exceptions(commune, [draft(case, X.LISTED_TWICE, reason="Đã có ở danh sách người có công")])
    _, warnings = approve(commune, DecisionDraft("60/QĐ-UBND", "2026-08-20", (case,), amount=60_000_000))
    assert "decided_listed_twice" in [one.code for one in warnings]
    assert target_effect(facts(commune, case)) is TargetEffect.LEAVES


@pytest.mark.parametrize("kind", [X.SELF_BUILT, X.NOT_PASSED])
def test_money_of_a_house_built_first_or_not_passed_waits_for_the_acceptance(
    commune: Workspace, kind: ExceptionCase
) -> None:
    case = approved(commune)
    add_source(commune, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    if kind is X.NOT_PASSED:
        finished(commune, case)
    record_exceptions(commune, [draft(case, kind, review_on="2026-09-01")])
    part = PaymentDraft(case, "QVNN", 10_000_000, "2026-08-10", "PC01")
    with pytest.raises(Refused) as refused:
        pay(commune, [part])
    assert "money_held" in [one.code for one in refused.value.problems]
    _, warnings = pay(commune, [replace(part, reason="Ban Chỉ đạo đồng ý")])
    assert "money_held" in [one.code for one in warnings]
    finished(commune, case)
    _, warnings = pay(commune, [replace(part, voucher="PC02")])
    assert "money_held" not in [one.code for one in warnings]


def test_the_command_takes_the_old_names_and_what_an_amendment_asks(
    commune: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    case = approved(commune)
    home = facts(commune, case).household_id
    common = ["--data", str(commune.folder), "support", "except", home, "--reason", "Có lý do"]
    amended = ["--case", "work_changed", "--date", "01/08/2026", "--decision", "60/QĐ-UBND", "--work", "repair"]
    assert main([*common, *amended]) == 0
    assert main([*common, "--case", "on_hold", "--date", "2026-08-02", "--review", "2026-09-01"]) == 0
    assert main([*common, "--case", "resumed", "--date", "2026-08-03"]) == 0
    assert "Lò Văn Pâng" in capsys.readouterr().out
    with commune.read() as session:
        state = case_states(session, [case])[case]
    assert (state.status, state.work_type) == (Status.APPROVED, WorkType.REPAIR)


def test_a_household_that_moves_away_names_who_takes_it_over(commune: Workspace) -> None:
    known, unknown = approved(commune), approved(commune, "Quàng Thị Ín")
    _, warnings = record_exceptions(
        commune, [draft(known, X.TRANSFERRED, receiver="Xã Thanh Nưa"), draft(unknown, X.TRANSFERRED)]
    )
    missing = [one.values["names"] for one in warnings if one.code == "receiver_missing"]
    assert missing == ["Quàng Thị Ín"]
    assert [one.receiver for one in facts(commune, known).exceptions] == ["Xã Thanh Nưa"]
    with commune.read() as session:
        events = dossier(session, facts(commune, known).household_id).events
    assert "Chuyển đi: Có lý do, nơi nhận: Xã Thanh Nưa" in [one.text for one in events]

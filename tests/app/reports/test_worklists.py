"""Worklists find every case of a step, also households that nobody has opened a case for."""

from __future__ import annotations

from app.areas.queries import villages
from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.households.worklists import CaseFilter, CaseOrder, case_keys, case_totals
from app.parsing import today
from app.reports.worklists import case_rows, cases_of_household
from app.support.drafts import ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.workspace import Workspace
from models.vocabulary import ExceptionCase, Stage, Status
from tests.make import FUND, make_approved, make_case, make_household

WAITING = frozenset({Status.REGISTERED.value, Status.SURVEYED.value})


def names(workspace: Workspace, wanted: CaseFilter, order: CaseOrder | None = None) -> list[str]:
    with workspace.read() as session:
        return [row.head_name for row in case_rows(session, case_keys(session, wanted, order))]


def test_a_worklist_is_in_the_order_of_given_names(commune: Workspace) -> None:
    for name in ("Quàng Thị Ín", "Lò Văn Pâng", "Cà Văn Ánh"):
        make_case(commune, name)
    assert names(commune, CaseFilter(WAITING)) == ["Cà Văn Ánh", "Quàng Thị Ín", "Lò Văn Pâng"]
    assert names(commune, CaseFilter(WAITING, text="pang")) == ["Lò Văn Pâng"]


def test_households_without_a_case_wait_for_a_decision_too(commune: Workspace) -> None:
    household = make_household(commune, "Giàng A Súa")
    case = make_case(commune, "Lò Văn Pâng")
    wanted = CaseFilter(WAITING, caseless=True)
    with commune.read() as session:
        rows = case_rows(session, case_keys(session, wanted))
        assert case_totals(session, wanted).all == 2
    assert {(row.key, row.case_id) for row in rows} == {(household, None), (case, case)}
    assert all(row.facts.programme is not None for row in rows)


def test_an_approved_house_leaves_the_first_worklist_and_the_sum_follows(commune: Workspace) -> None:
    make_case(commune, "Lò Văn Pâng", requested=30_000_000)
    decided = make_case(commune, "Quàng Thị Ín")
    make_approved(commune, decided)
    with commune.read() as session:
        waiting = case_totals(session, CaseFilter(WAITING))
        approved = case_totals(session, CaseFilter(frozenset({Status.APPROVED.value})))
    assert (waiting.all, waiting.requested) == (1, 30_000_000)
    assert (approved.all, approved.approved) == (1, 60_000_000)


def test_a_worklist_keeps_to_one_programme_and_village(commune: Workspace) -> None:
    with commune.read() as session:
        village = villages(session, commune.author.office)[0]
    make_case(commune, "Lò Văn Pâng", village_id=village.id)
    make_case(commune, "Quàng Thị Ín", programme=FUND)
    assert names(commune, CaseFilter(WAITING, programme_id=FUND)) == ["Quàng Thị Ín"]
    assert names(commune, CaseFilter(WAITING, village_ids=frozenset({village.id}))) == ["Lò Văn Pâng"]
    assert names(commune, CaseFilter(WAITING), CaseOrder("village", descending=True))[0] == "Lò Văn Pâng"


def test_a_paused_house_is_late_from_its_review_day_on(commune: Workspace) -> None:
    case = make_case(commune)
    make_approved(commune, case)
    record_stages(commune, [StageDraft(case, Stage.FOUNDATION, "2025-08-01")])
    pause = ExceptionDraft(case, ExceptionCase.ON_HOLD, "2025-08-20", "Chờ thợ", review_on="2025-09-01")
    record_exceptions(commune, [pause])
    with commune.read() as session:
        [row] = case_rows(session, [case])
        assert cases_of_household(session, row.household_id)[0].state.status is Status.ON_HOLD
    assert row.overdue == (today() - today().replace(2025, 9, 1)).days

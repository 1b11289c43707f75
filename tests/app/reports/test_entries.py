"""The list follows every record it is made from, by whatever door it was changed."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete

from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.funding.drafts import PaymentDraft, SourceDraft
from app.funding.operations import add_source, pay
from app.households.queries import HouseholdFilter, HouseholdRow, case_sums, first_page, status_counts, totals
from app.local import Fact, set_fact
from app.reports.entries import leading_case
from app.support.drafts import CaseDraft, ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.operations import set_case
from app.support.queries import cases_of_households
from app.undo import undo_newest
from app.workspace import Workspace, open_workspace
from models.search import CaseEntry, HouseholdEntry
from models.vocabulary import ExceptionCase, SourceKind, Stage, Status, WorkType
from tests.make import FUND, NATIONAL, make_approved, make_case, make_household


def shown(workspace: Workspace, wanted: HouseholdFilter | None = None) -> list[HouseholdRow]:
    with workspace.read() as session:
        rows = first_page(session, wanted)
        assert totals(session, wanted).count == len(rows)
        return rows


def counts(workspace: Workspace) -> dict[str, int]:
    with workspace.read() as session:
        return status_counts(session)


def test_a_household_without_a_case_has_no_status(commune: Workspace) -> None:
    make_household(commune)
    [row] = shown(commune)
    assert (row.status, row.case_id, row.approved) == (None, None, None)
    assert counts(commune) == {}


def test_the_list_follows_the_road_of_a_house(commune: Workspace) -> None:
    case = make_case(commune, requested=60_000_000)
    assert counts(commune) == {"registered": 1}
    make_approved(commune, case)
    assert counts(commune) == {"approved": 1}
    record_stages(commune, [StageDraft(case, Stage.FOUNDATION, "2025-08-08")])
    add_source(commune, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    pay(commune, [PaymentDraft(case, "NSTW", 36_000_000, "2025-07-21", "PC 1")])
    [row] = shown(commune, HouseholdFilter(statuses=frozenset({Status.IN_PROGRESS})))
    assert (row.case_id, row.stage, row.work_type) == (case, "foundation", "new_build")
    assert (row.requested, row.approved, row.paid) == (60_000_000, 60_000_000, 36_000_000)
    assert shown(commune, HouseholdFilter(statuses=frozenset({Status.APPROVED}))) == []
    with commune.read() as session:
        assert case_sums(session) == totals(session)
        assert totals(session).paid == 36_000_000


def test_the_list_follows_an_exception_and_its_undoing(commune: Workspace) -> None:
    case = make_case(commune)
    record_exceptions(commune, [ExceptionDraft(case, ExceptionCase.ON_HOLD, "2025-08-01", "Mùa lũ")])
    assert counts(commune) == {"on_hold": 1}
    undo_newest(commune)
    assert counts(commune) == {"registered": 1}


def test_a_house_is_found_by_the_number_of_its_decision(commune: Workspace) -> None:
    make_approved(commune, make_case(commune))
    make_household(commune, "Quàng Thị Ín")
    assert [row.head_name for row in shown(commune, HouseholdFilter("45/qd"))] == ["Lò Văn Pâng"]


def test_in_a_programme_a_household_is_shown_by_its_case_there(commune: Workspace) -> None:
    case = make_case(commune)
    make_approved(commune, case)
    household = shown(commune)[0].id
    set_case(commune, CaseDraft(household, FUND, WorkType.REPAIR, 20_000_000))
    make_household(commune, "Quàng Thị Ín")
    [row] = shown(commune, HouseholdFilter(programme_id=FUND))
    assert (row.status, row.work_type, row.requested) == ("registered", "repair", 20_000_000)
    approved = frozenset({Status.APPROVED})
    assert shown(commune, HouseholdFilter(programme_id=FUND, statuses=approved)) == []
    assert [row.case_id for row in shown(commune, HouseholdFilter(programme_id=NATIONAL, statuses=approved))] == [case]
    assert len(shown(commune)) == 2
    with commune.read() as session:
        assert case_sums(session).requested == 20_000_000


def test_a_household_is_shown_by_the_case_that_is_still_under_way(commune: Workspace) -> None:
    case = make_case(commune)
    household = shown(commune)[0].id
    set_case(commune, CaseDraft(household, FUND, WorkType.REPAIR))
    assert shown(commune)[0].case_id == case
    record_exceptions(commune, [ExceptionDraft(case, ExceptionCase.WITHDRAWN, "2025-08-01", "Rút đơn")])
    assert shown(commune)[0].programme_id == FUND
    with commune.read() as session:
        cases = cases_of_households(session, [household])[household]
        lead = leading_case(cases)
    assert lead is not None
    assert lead[0].case_id != case
    assert leading_case(()) is None
    assert leading_case([one for one in cases if one[0].case_id == case]) is not None


def test_a_package_brings_the_list_of_the_upper_office_up_to_date(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    make_approved(commune, make_case(commune))
    [sent] = export_packages(commune, tmp_path)
    receive_packages(upper, [sent.file])
    [row] = shown(upper, HouseholdFilter("pang"))
    assert (row.head_name, row.commune_code, row.status) == ("Lò Văn Pâng", "03151", "approved")


def test_a_newer_program_makes_the_list_anew(commune: Workspace) -> None:
    make_approved(commune, make_case(commune))
    before = shown(commune)
    with commune.engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.execute(delete(CaseEntry))
        connection.execute(delete(HouseholdEntry))
        set_fact(connection, Fact.BUNDLED, "0.0.0")
    again = open_workspace(commune.folder)
    try:
        assert shown(again) == before
        assert [row.id for row in shown(again, HouseholdFilter("pang"))] == [before[0].id]
    finally:
        again.close()

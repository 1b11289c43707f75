"""One household with all that hangs on it, and what waits for a decision on its fields."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.areas.queries import villages
from app.construction.drafts import AcceptanceDraft, StageDraft
from app.construction.operations import accept, record_stages
from app.devices import mint_device
from app.exchange.merging import receive_package
from app.exchange.packing import export_packages
from app.households.drafts import ConditionDraft, HouseholdDraft, MemberDraft
from app.households.history import household_history
from app.households.operations import save_household, set_fields
from app.households.queries import first_page
from app.reports.households import Json, household_detail, households_json
from app.support.drafts import CaseDraft
from app.support.operations import set_case
from app.workspace import Workspace, open_workspace
from models.vocabulary import Part, Stage, WorkType
from tests.make import FUND, NATIONAL, make_approved, make_case, make_household


def detail(workspace: Workspace, household_id: str) -> Json:
    with workspace.read() as session:
        return household_detail(session, household_id)


def send(sender: Workspace, receiver: Workspace, folder: Path) -> None:
    [made] = export_packages(sender, folder, [receiver.author.office])
    assert receive_package(receiver, made.file).result == "merged"


def test_a_household_brings_members_house_and_the_rows_of_its_cases(commune: Workspace) -> None:
    with commune.read() as session:
        village = villages(session, commune.author.office)[0].id
    house = ConditionDraft(area_m2="32.5", roof_hard=False)
    members = (MemberDraft("Lò Thị Mai", "con"),)
    draft = HouseholdDraft("Quàng Thị Ín", category="poor", village_id=village, members=members, condition=house)
    _, household, _ = save_household(commune, draft)
    set_case(commune, CaseDraft(household, NATIONAL, WorkType.NEW_BUILD, 60_000_000))
    case = _case_id(commune)
    make_approved(commune, case)
    record_stages(commune, [StageDraft(case, Stage.START, "2025-07-25")])
    accept(commune, [AcceptanceDraft(case, "2025-10-08", "36.5", frozenset(Part))])
    found = detail(commune, household)
    assert [(one["name"], one["relation"]) for one in found["members"]] == [("Lò Thị Mai", "con")]
    assert (found["condition"]["area_m2"], found["condition"]["roof_hard"]) == ("32.5", False)
    assert [one["amount"] for one in found["decisions"]] == [60_000_000]
    assert [one["stage"] for one in found["stages"]] == ["start"]
    assert (found["acceptance"]["area_m2"], found["handover"]) == ("36.5", None)
    assert (found["status"], found["started_on"], found["accepted_on"]) == ("accepted", "2025-07-25", "2025-10-08")


def _case_id(workspace: Workspace) -> str:
    with workspace.read() as session:
        [row] = first_page(session)
    assert row.case_id is not None
    return row.case_id


def test_in_a_programme_the_json_tells_of_the_case_there(commune: Workspace) -> None:
    make_approved(commune, make_case(commune))
    with commune.read() as session:
        [row] = first_page(session)
    set_case(commune, CaseDraft(row.id, FUND, WorkType.REPAIR, 20_000_000))
    with commune.read() as session:
        [one] = households_json(session, first_page(session), FUND)
        [other] = households_json(session, first_page(session))
    assert (one["programme"], one["status"], one["requested_amount"]) == (
        "quy-vi-nguoi-ngheo",
        "registered",
        20_000_000,
    )
    assert (other["programme"], other["status"]) == ("xoa-nha-tam", "approved")


def test_what_the_upper_office_changes_waits_as_a_proposal(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    household = make_household(commune, phone="0911111111")
    send(commune, upper, tmp_path / "1")
    set_fields(upper, household, {"phone": "0922222222"})
    send(upper, commune, tmp_path / "2")
    found = detail(commune, household)
    assert found["phone"] == "0911111111"
    [one] = found["proposals"]
    assert (one["field"], one["old"], one["new"]) == ("phone", "0911111111", "0922222222")
    assert (one["by"], one["office"]) == ("Trần Văn Minh", "11")
    with commune.read() as session:
        states = [(one.new, one.state.value) for one in household_history(session, household, "phone")]
    assert states == [("0922222222", "proposal"), ("0911111111", "current")]


def test_two_laptops_of_one_office_leave_a_conflict(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    household = make_household(commune, phone="0911111111")
    folder = tmp_path / "máy hai"
    shutil.copytree(commune.folder, folder)
    second = open_workspace(folder)
    mint_device(second)
    try:
        set_fields(commune, household, {"phone": "0922222222"})
        set_fields(second, household, {"phone": "0933333333"})
        send(second, commune, tmp_path / "1")
    finally:
        second.close()
    [one] = detail(commune, household)["conflicts"]
    assert one["field"] == "phone"
    assert {value["value"] for value in one["values"]} == {"0922222222", "0933333333"}
    with commune.read() as session:
        states = {one.new: one.state.value for one in household_history(session, household, "phone")}
    assert states == {"0911111111": "superseded", "0922222222": "conflict", "0933333333": "current"}

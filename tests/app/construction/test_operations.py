"""Stages, visits and acceptance on real data folders."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from app.construction.drafts import AcceptanceDraft, InspectionDraft, StageDraft
from app.construction.operations import (
    accept,
    inspect_houses,
    record_stage,
    record_stages,
    revoke_acceptance,
)
from app.handover.drafts import MinutesOptions
from app.handover.issuing import print_blank_minutes, print_minutes
from app.problems import Refused
from app.support.queries import CaseState, case_facts, case_states
from app.undo import undo_newest
from app.workspace import Workspace
from models.vocabulary import InspectionResult, PaperKind, Part, Stage, Status, WorkType
from tests.make import FUND, make_approved, make_case

CHECK = MinutesOptions(kind=PaperKind.COMPLETION_CHECK)
HARD = frozenset(Part)


def state_of(workspace: Workspace, case_id: str) -> CaseState:
    with workspace.read() as session:
        return case_states(session, [case_id])[case_id]


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.code for one in refused.value.problems}


@pytest.fixture
def house(commune: Workspace) -> str:
    """The case of a new house that the commune approved."""
    case = make_case(commune)
    make_approved(commune, case)
    return case


def test_a_house_is_started_built_and_accepted(commune: Workspace, house: str) -> None:
    record_stage(commune, StageDraft(house, Stage.START, "2025-07-25"))
    assert state_of(commune, house).status is Status.STARTED
    days = {Stage.FOUNDATION: "2025-08-08", Stage.FRAME_WALL: "2025-08-28", Stage.ROOF: "2025-09-11"}
    _, warnings = record_stages(commune, [StageDraft(house, stage, day) for stage, day in days.items()])
    assert warnings == []
    assert (state_of(commune, house).status, state_of(commune, house).stage) == (Status.IN_PROGRESS, Stage.ROOF)
    _, warnings = accept(commune, [AcceptanceDraft(house, "2025-10-08", "36.5", HARD, costs={"NSTW": 60_000_000})])
    state = state_of(commune, house)
    assert (state.status, state.accepted_on, state.started_on, warnings) == (
        Status.ACCEPTED,
        "2025-10-08",
        "2025-07-25",
        [],
    )
    assert state.acceptance is not None
    assert (state.acceptance.area_m2, state.acceptance.costs) == ("36.5", '{"NSTW":60000000}')


def test_a_whole_grid_is_one_undo(commune: Workspace, house: str) -> None:
    other = make_case(commune, "Quàng Thị Ín")
    drafts = [StageDraft(case, Stage.FOUNDATION, "2025-08-08") for case in (house, other)]
    _, warnings = record_stages(commune, drafts)
    assert [(one.code, one.values["names"]) for one in warnings] == [("not_approved_yet", "Quàng Thị Ín")]
    undo_newest(commune)
    assert [state_of(commune, case).status for case in (house, other)] == [Status.APPROVED, Status.REGISTERED]


def test_a_stage_recorded_again_is_a_correction_and_one_without_a_day_takes_it_back(
    commune: Workspace, house: str
) -> None:
    for day in ("2025-08-08", "2025-08-18"):
        record_stage(commune, StageDraft(house, Stage.FOUNDATION, day))
    assert state_of(commune, house).stages[Stage.FOUNDATION].done_on == "2025-08-18"
    record_stage(commune, StageDraft(house, Stage.FOUNDATION, None))
    assert state_of(commune, house).status is Status.APPROVED
    with pytest.raises(Refused) as refused:
        record_stage(commune, StageDraft(house, Stage.FOUNDATION, None))
    assert codes(refused) == {"stage_not_recorded"}


def test_a_stage_before_an_earlier_one_only_warns(commune: Workspace, house: str) -> None:
    record_stage(commune, StageDraft(house, Stage.FOUNDATION, "2025-08-08"))
    _, warnings = record_stage(commune, StageDraft(house, Stage.ROOF, "2025-08-01"))
    assert [one.code for one in warnings] == ["stage_before_earlier_one"]


def test_acceptance_needs_the_area_and_the_three_parts_hard(commune: Workspace, house: str) -> None:
    with pytest.raises(Refused) as refused:
        accept(commune, [AcceptanceDraft(house, "2025-10-08")])
    assert codes(refused) == {"area_missing", "parts_not_hard"}
    with pytest.raises(Refused) as refused:
        accept(commune, [AcceptanceDraft(house, "2025-10-08", "24", HARD - {Part.ROOF})])
    assert codes(refused) == {"area_too_small", "parts_not_hard"}
    assert state_of(commune, house).acceptance is None
    accept(commune, [AcceptanceDraft(house, "2025-10-08", "24", exemption="Đất hẹp, thôn đã thống nhất")])
    assert state_of(commune, house).status is Status.ACCEPTED


def test_a_person_alone_needs_less_area(commune: Workspace) -> None:
    alone = make_case(commune, "Quàng Thị Ín", member_count=1)
    accept(commune, [AcceptanceDraft(alone, "2025-10-08", "26", HARD)])
    assert state_of(commune, alone).status is Status.ACCEPTED


def test_a_repair_needs_what_its_programme_asks_and_no_area(commune: Workspace) -> None:
    repair = make_case(commune, work_type=WorkType.REPAIR)
    with pytest.raises(Refused) as refused:
        accept(commune, [AcceptanceDraft(repair, "2025-10-08", hard=frozenset({Part.ROOF}))])
    assert codes(refused) == {"parts_not_hard"}
    accept(commune, [AcceptanceDraft(repair, "2025-10-08", hard=frozenset({Part.ROOF, Part.FRAME_WALL}))])
    assert (state_of(commune, repair).status, state_of(commune, repair).done) == (Status.ACCEPTED, True)
    fund = make_case(commune, "Quàng Thị Ín", work_type=WorkType.REPAIR, programme=FUND)
    accept(commune, [AcceptanceDraft(fund, "2025-10-08")])
    assert state_of(commune, fund).status is Status.ACCEPTED


def test_a_revoked_acceptance_sends_the_house_back_to_building(commune: Workspace, house: str) -> None:
    record_stage(commune, StageDraft(house, Stage.ROOF, "2025-09-11"))
    accept(commune, [AcceptanceDraft(house, "2025-10-08", "36", HARD)])
    with pytest.raises(Refused) as refused:
        accept(commune, [AcceptanceDraft(house, "2025-10-09", "36", HARD)])
    assert codes(refused) == {"accepted_already"}
    _, warnings = record_stage(commune, StageDraft(house, Stage.ROOF, "2025-09-12"))
    assert [one.code for one in warnings] == ["stage_after_acceptance"]
    assert state_of(commune, house).status is Status.ACCEPTED
    revoke_acceptance(commune, house, "Mái dột khi mưa đầu mùa")
    assert (state_of(commune, house).status, state_of(commune, house).accepted_on) == (Status.IN_PROGRESS, None)
    accept(commune, [AcceptanceDraft(house, "2025-11-17", "36", HARD)])
    assert state_of(commune, house).accepted_on == "2025-11-17"
    with pytest.raises(Refused) as refused:
        revoke_acceptance(commune, house, "")
    assert codes(refused) == {"reason_missing"}


def test_the_check_of_a_house_that_is_not_hard_in_all_parts_does_not_say_so(
    commune: Workspace, house: str, tmp_path: Path
) -> None:
    repair = make_case(commune, "Quàng Thị Ín", work_type=WorkType.REPAIR)
    accept(commune, [AcceptanceDraft(repair, "2025-10-08", hard=frozenset({Part.ROOF, Part.FRAME_WALL}))])
    accept(commune, [AcceptanceDraft(house, "2025-10-08", "24", HARD - {Part.ROOF}, exemption="Đất hẹp.")])
    print_minutes(commune, [repair, house], tmp_path / "a.pdf", CHECK)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages).split())
    assert "03 cứng" not in text
    assert "Lý do nghiệm thu khi chưa đủ tiêu chí: Đất hẹp." in text
    assert text.count("không cứng") == 1
    states = [state_of(commune, one).acceptance for one in (repair, house)]
    assert [one.foundation_hard for one in states if one] == [None, True]
    assert [one.roof_hard for one in states if one] == [True, False]


def test_a_visit_is_kept_with_its_result(commune: Workspace, house: str) -> None:
    inspect_houses(commune, [InspectionDraft(house, "2025-08-20", InspectionResult.FAIL, "Móng  lún ")])
    with commune.read() as session:
        [visit] = case_facts(session, [house])[house].inspections
    assert (visit.visited_on, visit.result, visit.note) == ("2025-08-20", "fail", "Móng lún")


def test_the_completion_check_prints_what_was_recorded(commune: Workspace, house: str, tmp_path: Path) -> None:
    target = tmp_path / "Biên bản.pdf"
    with pytest.raises(Refused) as refused:
        print_minutes(commune, [house], target, CHECK)
    assert codes(refused) == {"not_accepted"}
    assert not target.exists()
    draft = AcceptanceDraft(
        house, "2025-10-08", "36.5", HARD, {Part.ROOF: "tôn sóng"}, costs={"NSTW": 60_000_000, "HO": 5_000_000}
    )
    accept(commune, [draft])
    assert print_minutes(commune, [house], target, CHECK).pages == len(PdfReader(target).pages)
    text = " ".join(page.extract_text() for page in PdfReader(target).pages)
    assert "Lò Văn Pâng" in text
    assert "36,5 m²" in text
    assert "tôn sóng (cứng)" in text
    assert "65.000.000" in text
    blank = tmp_path / "Mẫu trống.pdf"
    print_blank_minutes(blank, CHECK.kind)
    assert PdfReader(blank).pages

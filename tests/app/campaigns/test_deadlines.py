"""Deadlines of the plans: states on a day, who has reported, what is asked for."""

from __future__ import annotations

import pytest

from app.campaigns.day_words import due_words, left_words, task_words
from app.campaigns.deadlines import CellState, DeadlineLine, deadline_lines, late_cells, punctuality, report_grid
from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import RequestDraft, UnitReportDraft
from app.campaigns.movement_operations import note_reports_sent, record_request, save_report
from app.campaigns.operations import open_campaign
from app.campaigns.queries import campaign_detail, campaign_named, units_of
from app.exchange.tasks import list_tasks
from app.problems import Refused
from app.undo import undo_newest
from app.workspace import Workspace
from models.vocabulary import DeadlineState, TaskKind


def plan_of(workspace: Workspace, code: str) -> CampaignDetail:
    with workspace.read() as session:
        return campaign_detail(session, campaign_named(session, code).id)


def lines_of(workspace: Workspace, code: str, day: str) -> dict[str, DeadlineLine]:
    plan = plan_of(workspace, code)
    with workspace.read() as session:
        found = deadline_lines(session, plan, day, workspace.author.office)
    return {f"{one.deadline.code}{'/' + one.period if one.period else ''}": one for one in found}


@pytest.mark.parametrize(
    ("code", "deadline", "day", "state", "left"),
    [
        ("muong-lay-2024", "bao-cao-2024-xa-phuong-phong-ban", "2024-10-01", DeadlineState.OPEN, 34),
        ("muong-lay-2024", "bao-cao-2024-xa-phuong-phong-ban", "2024-10-28", DeadlineState.DUE_SOON, 7),
        ("muong-lay-2024", "bao-cao-2024-xa-phuong-phong-ban", "2024-11-04", DeadlineState.DUE_SOON, 0),
        ("muong-lay-2024", "bao-cao-2024-xa-phuong-phong-ban", "2024-11-05", DeadlineState.OVERDUE, -1),
        ("muong-lay-2024", "bao-cao-2024-thi-xa", "2024-12-09", DeadlineState.DUE_SOON, 0),
        ("muong-lay-2024", "bao-cao-2024-thi-xa", "2024-12-10", DeadlineState.OVERDUE, -1),
        ("so-tai-chinh-lang-son-2024", "ket-thuc-thi-dua", "2025-04-30", DeadlineState.DUE_SOON, 0),
        ("so-tai-chinh-lang-son-2024", "ket-thuc-thi-dua", "2025-05-01", DeadlineState.OVERDUE, -1),
        ("so-tai-chinh-lang-son-2024", "tong-ket", "2025-05-19", DeadlineState.DUE_SOON, 0),
        ("luong-son-2024", "ho-so-khen-thuong-thanh-pho", "2025-12-31", DeadlineState.DUE_SOON, 0),
        ("luong-son-2024", "ho-so-khen-thuong-thanh-pho", "2026-01-01", DeadlineState.OVERDUE, -1),
        ("xuan-tang-2022", "so-ket-2023", "2023-12-01", DeadlineState.OPEN, 30),
    ],
)
def test_the_plans_deadlines_end_when_they_say(
    upper: Workspace, code: str, deadline: str, day: str, state: DeadlineState, left: int
) -> None:
    line = lines_of(upper, code, day)[deadline]
    assert (line.state, line.days_left) == (state, left)


def test_before_a_day_is_shown_as_the_day_before_and_kept_as_the_plan_says(upper: Workspace) -> None:
    line = lines_of(upper, "muong-lay-2024", "2024-11-01")["bao-cao-2024-xa-phuong-phong-ban"]
    assert line.plan_day == "2024-11-05"
    assert due_words(line) == "chậm nhất hết ngày 04/11/2024"
    assert left_words(line) == ", còn 3 ngày"


def test_a_deadline_of_units_is_done_when_every_unit_has_sent(upper: Workspace) -> None:
    plan = plan_of(upper, "muong-lay-2024")
    deadline = next(one for one in plan.deadlines if one.code == "bao-cao-2024-xa-phuong-phong-ban")
    units = units_of(plan, *deadline.from_kind)
    drafts = [UnitReportDraft(plan.id, deadline.id, one.id, sent_on="2024-11-04") for one in units[:-1]]
    note_reports_sent(upper, drafts)
    line = lines_of(upper, "muong-lay-2024", "2024-11-05")["bao-cao-2024-xa-phuong-phong-ban"]
    assert (line.state, line.sent) == (DeadlineState.OVERDUE, len(units) - 1)
    assert [cell.unit.name for _, cell in late_cells([line]) if cell.unit] == [units[-1].name]
    save_report(upper, UnitReportDraft(plan.id, deadline.id, units[-1].id, sent_on="2024-11-06"))
    line = lines_of(upper, "muong-lay-2024", "2024-11-07")["bao-cao-2024-xa-phuong-phong-ban"]
    assert line.state is DeadlineState.DONE
    cell = report_grid([line]).cell(units[-1].id, line)
    assert cell is not None
    assert cell.state is CellState.SENT_LATE
    assert punctuality([line]) == (len(units) - 1, len(units))
    undo_newest(upper)
    assert (
        lines_of(upper, "muong-lay-2024", "2024-11-07")["bao-cao-2024-xa-phuong-phong-ban"].state
        is DeadlineState.OVERDUE
    )


def test_one_report_by_one_day_is_one_line_whoever_hands_it_in(upper: Workspace) -> None:
    """Mường Lay, part V.2: rooms, organisations and communes owe one report before 05/11/2024, through two rooms."""
    lines = [one for one in lines_of(upper, "muong-lay-2024", "2024-10-01").values() if one.plan_day == "2024-11-05"]
    assert [(one.deadline.through, len(one.cells)) for one in lines] == [("Phòng Quản lý Đô thị; Phòng Nội vụ", 9)]
    assert {one.unit.kind for one in lines[0].cells if one.unit} == {"commune", "department", "organisation"}


def test_a_report_that_is_made_and_not_sent_is_not_done(commune: Workspace) -> None:
    plan = plan_of(commune, "xuan-tang-2022")
    deadline = next(one for one in plan.deadlines if one.code == "so-ket-2023")
    save_report(commune, UnitReportDraft(plan.id, deadline.id, made_on="2023-12-20"))
    assert lines_of(commune, "xuan-tang-2022", "2023-12-25")["so-ket-2023"].state is DeadlineState.DUE_SOON
    with commune.read() as session:
        found = deadline_lines(session, plan, "2023-12-25", "03151")
    assert found


def test_one_report_is_sent_once_for_a_time(upper: Workspace) -> None:
    plan = plan_of(upper, "muong-lay-2024")
    deadline = next(one for one in plan.deadlines if one.code == "bao-cao-2024-thi-xa")
    draft = UnitReportDraft(plan.id, deadline.id, sent_on="2024-12-05", number="12/BC-UBND")
    save_report(upper, draft)
    with pytest.raises(Refused, match="report_sent_already"):
        save_report(upper, draft)


def test_on_request_is_due_once_somebody_asks(upper: Workspace) -> None:
    code = "bao-cao-tong-ket-thi-xa"
    assert lines_of(upper, "muong-lay-2024", "2025-11-20")[code].due_day is None
    plan = plan_of(upper, "muong-lay-2024")
    deadline = next(one for one in plan.deadlines if one.code == code)
    record_request(upper, RequestDraft(plan.id, deadline.id, "2025-11-10", "2025-11-25"))
    line = lines_of(upper, "muong-lay-2024", "2025-11-20")[f"{code}/2025-11-10"]
    assert (line.due_day, line.state, line.days_left) == ("2025-11-25", DeadlineState.DUE_SOON, 5)
    assert task_words(line).endswith("yêu cầu ngày 10/11/2025")
    sent = UnitReportDraft(plan.id, deadline.id, period="2025-11-10", sent_on="2025-11-19")
    save_report(upper, sent)
    assert lines_of(upper, "muong-lay-2024", "2025-11-20")[f"{code}/2025-11-10"].state is DeadlineState.DONE
    record_request(upper, RequestDraft(plan.id, deadline.id, "2025-12-01"))
    line = lines_of(upper, "muong-lay-2024", "2025-12-02")[f"{code}/2025-12-01"]
    assert (line.state, due_words(line)) == (DeadlineState.DUE_SOON, "đã có yêu cầu, chưa hẹn ngày")


def test_a_yearly_drive_shows_what_is_over_and_the_next(commune: Workspace) -> None:
    found = lines_of(commune, "xuan-tang-2022", "2023-06-01")
    years = [key for key in found if key.startswith("thang-cao-diem")]
    assert years == ["thang-cao-diem/2022", "thang-cao-diem/2023"]
    assert found["thang-cao-diem/2022"].state is DeadlineState.OVERDUE


def test_a_request_cannot_be_due_before_it_was_made(upper: Workspace) -> None:
    plan = plan_of(upper, "muong-lay-2024")
    with pytest.raises(Refused, match="request_due_before"):
        record_request(upper, RequestDraft(plan.id, plan.deadlines[0].id, "2025-11-10", "2025-11-09"))


def test_overdue_deadlines_of_an_open_plan_are_tasks(commune: Workspace) -> None:
    plan = plan_of(commune, "luong-son-2024")
    assert [one for one in list_tasks(commune) if one.kind is TaskKind.DEADLINE] == []
    open_campaign(commune, plan.id, "2024-09-15", plan.version)
    found = [one for one in list_tasks(commune) if one.kind is TaskKind.DEADLINE]
    assert any("Tổng kết" in one.text and "31/12/2025" in one.text for one in found)
    deadline = next(one for one in plan.deadlines if one.code == "tong-ket")
    save_report(commune, UnitReportDraft(plan.id, deadline.id, sent_on="2025-12-30"))
    assert len([one for one in list_tasks(commune) if one.kind is TaskKind.DEADLINE]) == len(found) - 1

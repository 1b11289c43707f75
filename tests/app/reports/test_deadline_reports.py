"""A kept report closes the deadline it was made for; a deadline offers the report its plan asks for."""

from __future__ import annotations

import pytest

from app.campaigns.movement_drafts import UnitReportDraft
from app.campaigns.movement_operations import save_report
from app.campaigns.operations import open_campaign
from app.campaigns.queries import campaign_detail, campaign_named, deadline_lines
from app.problems import Refused
from app.reports.asked import Asked
from app.reports.deadline_reports import DeadlineReport, reports_due
from app.reports.drafts import SentDraft, SentNoteDraft
from app.reports.operations import keep_report, note_sent
from app.reports.queries import sent_reports
from app.reports.today import today_facts
from app.undo import undo_newest
from app.workspace import Workspace
from models.vocabulary import DeadlineState

CODE, TOWN = "muong-lay-2024", "bao-cao-2024-thi-xa"
ASKED = Asked("2024-12-05", "2024-01-01", campaign=CODE)


def started(workspace: Workspace) -> DeadlineReport:
    """The plan runs; the report its own deadline of 10/12/2024 asks for."""
    with workspace.read() as session:
        plan = campaign_named(session, CODE)
    open_campaign(workspace, plan.id, "2024-09-25", plan.version)
    with workspace.read() as session:
        deadline = next(one for one in campaign_detail(session, plan.id).deadlines if one.code == TOWN)
        found = reports_due(session, "2024-12-01", workspace.author.office)
    return next(one for one in found if one.deadline_id == deadline.id)


def state(workspace: Workspace, day: str = "2024-12-20") -> DeadlineState:
    with workspace.read() as session:
        plan = campaign_detail(session, campaign_named(session, CODE).id)
        lines = deadline_lines(session, plan, day, workspace.author.office)
    return next(one.state for one in lines if one.deadline.code == TOWN)


def kept_for(workspace: Workspace, due: DeadlineReport, sent_on: str | None) -> str:
    draft = SentDraft(due.report, ASKED, sent_on=sent_on, deadline_id=due.deadline_id, period=due.period)
    return keep_report(workspace, draft)[1]


def test_the_report_a_plan_asks_for_is_offered_to_the_office_that_owes_it(commune: Workspace) -> None:
    due = started(commune)
    assert (due.report, due.campaign, due.period) == ("campaign", CODE, None)
    assert due.text.startswith("Tổng hợp báo cáo năm 2024 của UBND thị xã – chậm nhất hết ngày 09/12/2024 (Mường Lay")
    with commune.read() as session:
        told = [one.text for one in reports_due(session, "2024-12-01", commune.author.office)]
    assert not any("kết quả thực hiện phong trào" in one for one in told), "what communes owe is not the town's"


def test_a_report_kept_for_a_deadline_closes_it_once_it_is_sent(commune: Workspace) -> None:
    due = started(commune)
    kept = kept_for(commune, due, None)
    assert state(commune) is DeadlineState.OVERDUE
    with commune.read() as session:
        (row,) = sent_reports(session)
    assert (row.id, row.deadline) == (kept, "Tổng hợp báo cáo năm 2024 của UBND thị xã")
    note = SentNoteDraft(kept, row.version, "120/BC-UBND", "2024-12-08", "2024-12-09", None, None, due.deadline_id)
    note_sent(commune, note)
    assert state(commune) is DeadlineState.DONE
    undo_newest(commune)
    assert state(commune) is DeadlineState.OVERDUE


def test_what_was_kept_as_sent_is_not_noted_a_second_time(commune: Workspace) -> None:
    due = started(commune)
    kept_for(commune, due, "2024-12-09")
    assert state(commune, "2024-12-09") is DeadlineState.DONE
    with pytest.raises(Refused, match="report_sent_already"):
        save_report(commune, UnitReportDraft(due.campaign_id, due.deadline_id, sent_on="2024-12-10"))
    with commune.read() as session:
        told = reports_due(session, "2024-12-20", commune.author.office)
    assert due.deadline_id not in {one.deadline_id for one in told}


def test_the_first_page_opens_the_report_that_is_due(commune: Workspace) -> None:
    due = started(commune)
    overdue = today_facts(commune).overdue
    assert due.deadline_id in {one.report.deadline_id for one in overdue if one.report}
    others = [one for one in overdue if one.campaign_id and not one.report]
    assert others, "what others owe, or what is no report, opens the plan"


def test_a_plan_may_name_its_report_by_the_title(commune: Workspace) -> None:
    from app.reports.deadline_reports import report_of

    assert report_of("Kết quả theo đơn vị") == report_of("units") == "units"
    assert report_of("Báo cáo nhanh") is None
    assert report_of(None) is None

"""What happens under a campaign: publicity, visits, obstacles with the answer of the office above, results of tasks."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.campaigns.facts import CampaignDetail
from app.campaigns.money import mobilised
from app.campaigns.movement_drafts import ActivityDraft, AnswerDraft, PetitionDraft, TaskResultDraft
from app.campaigns.movement_operations import (
    answer_petition,
    put_drive_under,
    save_activity,
    save_petition,
    save_result,
    take_off_activity,
)
from app.campaigns.movement_queries import activities, petitions, publicity, results, visits
from app.campaigns.queries import campaign_detail, campaign_named
from app.campaigns.standings import campaign_standings
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.giving.drafts import DriveDraft, GiftDraft
from app.giving.operations import record_gift, save_drive
from app.problems import Refused
from app.workspace import Workspace
from models.vocabulary import ActivityKind, ContributionKind


def plan_of(workspace: Workspace, code: str = "muong-lay-2024") -> CampaignDetail:
    with workspace.read() as session:
        return campaign_detail(session, campaign_named(session, code).id)


def carry(sender: Workspace, receiver: Workspace, folder: Path) -> None:
    (made,) = export_packages(sender, folder, [receiver.author.office])
    (report,) = receive_packages(receiver, [made.file])
    assert (report.result, report.conflicts) == ("merged", 0)


def test_the_answer_of_the_office_above_comes_back_by_package(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    plan = plan_of(commune)
    draft = PetitionDraft(plan.id, "Thiếu xi măng ở bản Hua Nạng", "2025-03-01", "Cấp thêm 40 bao", "Sở Xây dựng")
    save_petition(commune, draft)
    carry(commune, upper, tmp_path / "lên")
    with upper.read() as session:
        found = petitions(session, plan.id)
    assert [(one.content, one.office) for one in found] == [("Thiếu xi măng ở bản Hua Nạng", "Phường Mường Lay")]
    answer = AnswerDraft(found[0].id, "Đã bổ sung 40 bao trong đợt 2", "2025-03-10", "Sở Xây dựng", found[0].version)
    answer_petition(upper, answer)
    carry(upper, commune, tmp_path / "xuống")
    with commune.read() as session:
        here = petitions(session, plan.id)[0]
    assert (here.answer, here.answered_on, here.answered_by) == (
        "Đã bổ sung 40 bao trong đợt 2",
        "2025-03-10",
        "Sở Xây dựng",
    )
    assert here.content == "Thiếu xi măng ở bản Hua Nạng"


def test_an_answer_is_not_before_the_question(commune: Workspace) -> None:
    plan = plan_of(commune)
    save_petition(commune, PetitionDraft(plan.id, "Đường vào bản sạt lở", "2025-03-01"))
    with commune.read() as session:
        row = petitions(session, plan.id)[0]
    with pytest.raises(Refused, match="answer_before_raised"):
        answer_petition(commune, AnswerDraft(row.id, "Đã thông đường", "2025-02-01", version=row.version))


def test_publicity_and_visits_are_two_lists(commune: Workspace) -> None:
    plan = plan_of(commune)
    broadcast = ActivityDraft(
        plan.id, "Phóng sự nhà mới", ActivityKind.BROADCAST, "2025-02-01", channel="Đài thị xã", minutes=12, reach=900
    )
    visit = ActivityDraft(
        plan.id,
        "Kiểm tra bản Chi Luông",
        ActivityKind.SUPERVISION,
        "2025-02-05",
        schemes="Đề án nhà ở CTMTQG giảm nghèo",
        findings="Nhà ông Pâng chưa có móng cứng",
        mend_by="Tổ thi công",
        mend_on="2025-02-20",
    )
    save_activity(commune, broadcast)
    save_activity(commune, visit)
    with commune.read() as session:
        assert [one.minutes for one in publicity(session, plan.id)] == [12]
        found = visits(session, plan.id)
        every = activities(session, plan.id)
    assert [one.kind for one in every] == ["supervision", "broadcast"]
    assert found[0].unmended("2025-02-21")
    assert not found[0].unmended("2025-02-20")
    take_off_activity(commune, found[0].id, found[0].version)
    with commune.read() as session:
        assert visits(session, plan.id) == []


def test_a_visit_without_findings_is_warned_of(commune: Workspace) -> None:
    plan = plan_of(commune)
    _, warnings = save_activity(commune, ActivityDraft(plan.id, "Kiểm tra", ActivityKind.INSPECTION, "2025-02-05"))
    assert [one.code for one in warnings] == ["visit_without_findings"]
    with pytest.raises(Refused, match="activity_title_missing"):
        save_activity(commune, ActivityDraft(plan.id, "", ActivityKind.ARTICLE, "2025-02-05"))


def test_a_task_is_done_with_result_and_evidence(commune: Workspace) -> None:
    plan = plan_of(commune)
    task = plan.tasks[0]
    save_result(commune, TaskResultDraft(plan.id, task.id, "Đã rà soát 3 bản", "Biên bản 12/11/2024", "2024-11-12"))
    with commune.read() as session:
        found = results(session, plan.id)
    assert [(one.result, one.done_on) for one in found[task.id]] == [("Đã rà soát 3 bản", "2024-11-12")]


def test_money_of_a_campaign_is_that_of_its_drives(commune: Workspace) -> None:
    plan = plan_of(commune)
    _, drive, _ = save_drive(commune, DriveDraft("Tháng cao điểm 2024", "2024-10-17", "2024-11-18"))
    gift = GiftDraft(ContributionKind.CASH, "2024-11-01", 5_000_000, donor_name="Công ty Sông Đà", drive_id=drive)
    record_gift(commune, gift)
    put_drive_under(commune, drive, plan.id)
    with commune.read() as session:
        assert mobilised(session, plan, None, None) == 5_000_000
        assert mobilised(session, plan, None, "2024-10-31") == 0
        assert campaign_standings(session, plan, "2024-12-01", "03151").lines

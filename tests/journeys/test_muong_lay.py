"""Mường Lay, September 2024 to 2025: reports before 05/11 and 10/12, every house, quotas handed down later."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.areas.queries import villages
from app.awards.drafts import (
    MeetingDraft,
    NominationDraft,
    OutcomeDraft,
    ParticipantDraft,
    ReadingDraft,
    StepDraft,
    VoteDraft,
)
from app.awards.operations import decide, nominate, read_quotas, save_meeting, save_participant, send_on
from app.awards.queries import nominations
from app.campaigns.doubts import doubts
from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import (
    ActivityDraft,
    AnswerDraft,
    PetitionDraft,
    RequestDraft,
    TargetFigureDraft,
    UnitReportDraft,
)
from app.campaigns.movement_operations import (
    answer_petition,
    close_campaign,
    note_reports_sent,
    record_request,
    save_activity,
    save_figure,
    save_petition,
)
from app.campaigns.movement_queries import activities, petitions
from app.campaigns.operations import open_campaign
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.problems import Refused
from app.support.drafts import ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.workspace import Workspace
from models.vocabulary import ActivityKind, AwardObject, Category, DeadlineState, ExceptionCase, PaperKind, WorkType
from tests.journeys.campaign_office import (
    deadline_id,
    finish,
    form_id,
    lines_on,
    make_houses,
    plan_of,
    quotas_of,
    standing,
    standings_on,
    unit_id,
)
from tests.make import NATIONAL
from tests.printed import printed

CODE = "muong-lay-2024"
GROUPS = (
    Category.POOR,
    Category.NEAR_POOR,
    Category.DISASTER,
    Category.MERITORIOUS,
    Category.MARTYR_RELATIVE,
    Category.ELDERLY_ALONE,
    Category.DISABLED,
)


def test_the_town_reports_builds_praises_and_closes(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    plan = plan_of(commune, CODE)
    open_campaign(commune, plan.id, "2024-09-25", plan.version)
    doubtful_places_are_told(plan)
    reports_of_2024(commune, plan, tmp_path)
    movement(commune, plan)
    every_house(commune, plan)
    obstacle_and_quotas_travel(commune, upper, plan, tmp_path)
    wrap_up_is_asked_for(commune, plan)
    praise(commune, plan, tmp_path)
    close_campaign(commune, plan.id, "2025-12-30", number="310/BC-UBND")
    assert plan_of(commune, CODE).closed_on == "2025-12-30"


def doubtful_places_are_told(plan: CampaignDetail) -> None:
    """The decision that is probably another one; offices that ended with June 2025."""
    early = {one.text for one in doubts(plan, "2025-06-30")}
    assert early == {"Quyết định số 359/QĐ-TTg ngày 19/6/2024 của Thủ tướng Chính phủ"}
    ended = {one.text: one.successor for one in doubts(plan, "2025-07-01") if one.ended_on}
    assert ended["Phòng Quản lý Đô thị thị xã"] == "Phòng Kinh tế, Hạ tầng và Đô thị phường"
    assert ended["UBND thị xã Mường Lay"] == "UBND phường Mường Lay"
    assert "Sở Xây dựng tỉnh Điện Biên" not in ended
    places = {one.text: one.place for one in doubts(plan, "2025-07-01")}
    assert (places["Phòng Quản lý Đô thị"], places["TT Thị ủy"]) == ("Nơi hồ sơ đi qua", "Nơi nhận")


def reports_of_2024(commune: Workspace, plan: CampaignDetail, folder: Path) -> None:
    """Before 05/11: Na Lay in time, Sông Đà on the very day and late, Lay Nưa reminded; the town's own before 10/12."""
    line = lines_on(commune, plan, "2024-10-31")["bao-cao-2024-xa-phuong-phong-ban"]
    assert (line.plan_day, line.due_day, line.days_left) == ("2024-11-05", "2024-11-04", 4)
    assert line.state is DeadlineState.DUE_SOON
    deadline = deadline_id(plan, "bao-cao-2024-xa-phuong-phong-ban")
    days = {"na-lay": "2024-11-04", "song-da": "2024-11-05"}
    sent = [UnitReportDraft(plan.id, deadline, unit_id(plan, one), sent_on=day) for one, day in days.items()]
    note_reports_sent(commune, sent)
    line = lines_on(commune, plan, "2024-11-06")["bao-cao-2024-xa-phuong-phong-ban"]
    assert [cell.state.value for cell in line.cells] == ["sent", "sent_late", *["missing"] * 7]
    letter, text = printed(commune, folder, PaperKind.REMINDER_LETTER, unit_id(plan, "lay-nua"))
    assert all("Xã Lay Nưa" in one and "04/11/2024" in one for one in (letter, text))
    own = UnitReportDraft(plan.id, deadline_id(plan, "bao-cao-2024-thi-xa"), sent_on="2024-12-09", number="120/BC-UBND")
    assert lines_on(commune, plan, "2024-12-10")["bao-cao-2024-thi-xa"].state is DeadlineState.OVERDUE
    note_reports_sent(commune, [own])
    line = lines_on(commune, plan, "2024-12-10")["bao-cao-2024-thi-xa"]
    assert (line.plan_day, line.state) == ("2024-12-10", DeadlineState.DONE)
    assert line.deadline.addressees == "UBND tỉnh Điện Biên; Sở Xây dựng; Sở Nội vụ"


def movement(commune: Workspace, plan: CampaignDetail) -> None:
    """A visit with the housing scheme, social criticism, an hour on air, a figure nobody can compute."""
    title, scheme = "Kiểm tra phường Sông Đà", "Đề án hỗ trợ nhà ở giảm nghèo"
    visit = ActivityDraft(
        plan.id, title, ActivityKind.INSPECTION.value, "2025-03-12", schemes=scheme, findings="02 nhà chậm"
    )
    save_activity(commune, visit)
    title = "Phản biện dự thảo danh sách hộ"
    found = "Thêm hộ già cả neo đơn"
    criticism = ActivityDraft(
        plan.id, title, ActivityKind.SOCIAL_CRITICISM.value, "2024-10-10", people="Mặt trận Tổ quốc", findings=found
    )
    save_activity(commune, criticism)
    on_air = ActivityDraft(
        plan.id, "Chuyên mục xóa nhà tạm", ActivityKind.BROADCAST.value, "2025-02-01", channel="Đài thị xã", minutes=60
    )
    save_activity(commune, on_air)
    with commune.read() as session:
        kinds = sorted(one.kind for one in activities(session, plan.id))
    assert kinds == ["broadcast", "inspection", "social_criticism"]
    typed = next(one for one in plan.targets if one.measure == "typed")
    save_figure(commune, TargetFigureDraft(plan.id, typed.id, "85", "Phòng LĐ-TB&XH", "2025-11-30"))
    assert standing(standings_on(commune, CODE, "2025-12-01"), "typed").measured.figure == 85


def every_house(commune: Workspace, plan: CampaignDetail) -> None:
    """Houses of all groups, new and repaired; the one that moved away is no longer asked for."""
    with commune.read() as session:
        village = villages(session, "03151")[0].id
    cases: list[str] = []
    for place, group in enumerate(GROUPS):
        work = WorkType.REPAIR if place % 2 else WorkType.NEW_BUILD
        names = [f"Lò Văn {group.value} {number}" for number in (1, 2)]
        cases += make_houses(commune, names, category=group, work_type=work, programme=NATIONAL, village_id=village)
    assert standing(standings_on(commune, CODE, "2025-05-31"), "house_rate").measured.figure == 0
    finish(commune, cases[:12], "2025-11-20", decided="2025-03-01")
    half = standing(standings_on(commune, CODE, "2025-11-30"), "house_rate")
    assert half.measured.houses is not None
    assert (half.measured.houses.listed, half.measured.houses.done, half.reached) == (14, 12, False)
    finish(commune, cases[12:13], "2025-12-15", decided="2025-08-01", number="90/QĐ-UBND")
    away = ExceptionDraft(cases[13], ExceptionCase.TRANSFERRED, "2025-12-01", "Chuyển về xã khác")
    record_exceptions(commune, [away])
    whole = standing(standings_on(commune, CODE, "2025-12-31"), "house_rate")
    assert whole.measured.figure == 100
    assert whole.reached is True


def obstacle_and_quotas_travel(commune: Workspace, upper: Workspace, plan: CampaignDetail, folder: Path) -> None:
    """An obstacle goes up and its answer comes down, together with the numbers of the province."""
    save_petition(commune, PetitionDraft(plan.id, "Đất ở chưa có giấy", "2025-03-20", "Cho xác nhận", "UBND tỉnh"))
    receive_packages(upper, [made.file for made in export_packages(commune, folder / "lên")])
    with upper.read() as session:
        (asked,) = petitions(session, plan.id)
    answer_petition(upper, AnswerDraft(asked.id, "Xã xác nhận theo mẫu", "2025-04-02", "UBND tỉnh", asked.version))
    handed = {AwardObject.COLLECTIVE: 1, AwardObject.INDIVIDUAL: 2, AwardObject.HOUSEHOLD: 1}
    form = "giay-khen-chu-tich-thi-xa"
    waiting = [one for one in quotas_of(commune, plan) if one.form == form]
    assert {one.standing.value for one in waiting} == {"waiting"}
    reason = "Phân bổ theo Kế hoạch tổng kết"
    numbers = [ReadingDraft(plan.id, kind.value, number, reason, form) for kind, number in handed.items()]
    read_quotas(upper, numbers)
    (made,) = export_packages(upper, folder / "xuống")
    assert receive_packages(commune, [made.file])[0].result == "merged"
    with commune.read() as session:
        (answered,) = petitions(session, plan.id)
    assert (answered.answer, answered.answered_on) == ("Xã xác nhận theo mẫu", "2025-04-02")
    lines = [one for one in quotas_of(commune, plan) if one.form == form]
    assert {one.object: one.number for one in lines} == {kind.value: number for kind, number in handed.items()}


def wrap_up_is_asked_for(commune: Workspace, plan: CampaignDetail) -> None:
    """On request ("khi có yêu cầu"): nothing is due until the province asks."""
    code = "bao-cao-tong-ket-thi-xa"
    assert lines_on(commune, plan, "2025-10-01")[code].due_day is None
    record_request(commune, RequestDraft(plan.id, deadline_id(plan, code), "2025-11-25", "2025-12-20"))
    line = lines_on(commune, plan, "2025-12-01")[f"{code} 2025-11-25"]
    assert (line.due_day, line.asked) == ("2025-12-20", True)
    sent = UnitReportDraft(plan.id, deadline_id(plan, code), period="2025-11-25", sent_on="2025-12-18")
    note_reports_sent(commune, [sent])
    assert lines_on(commune, plan, "2025-12-21")[f"{code} 2025-11-25"].state is DeadlineState.DONE


def praise(commune: Workspace, plan: CampaignDetail, folder: Path) -> None:
    """A collective, two people and a household within the numbers; the medal to a person only."""
    wanted = {
        "Phường Na Lay": "collective",
        "Ông Lò Văn Hặc": "individual",
        "Bà Khoàng Thị Mai": "individual",
        "Gia đình ông Tòng Văn Sơ": "household",
    }
    people = {name: participant(commune, plan, kind, name) for name, kind in wanted.items()}
    form = form_id(plan, "giay-khen-chu-tich-thi-xa")
    _, warnings = nominate(commune, [NominationDraft(one, form) for one in people.values()])
    assert "issuer_ended_successor" in {one.code for one in warnings}
    third = participant(commune, plan, "individual", "Ông Quàng Văn Phới")
    refused_for(commune, third, form, "quota_full")
    medal = form_id(plan, "ky-niem-chuong")
    refused_for(commune, people["Phường Na Lay"], medal, "award_not_for_object")
    nominate(commune, [NominationDraft(third, medal)])
    with commune.read() as session:
        rows = nominations(session, plan.id)
    votes = tuple(VoteDraft(one.id, 7, 0, 0, one.version) for one in rows)
    save_meeting(commune, MeetingDraft(plan.id, "2025-12-05", chair="Chủ tịch Hội đồng", present=7, votes=votes))
    send_on(commune, StepDraft(chosen(commune, plan), "2025-12-08", "Phòng Văn hóa – Xã hội phường"))
    decide(commune, OutcomeDraft(chosen(commune, plan), True, "455/QĐ-UBND", "2025-12-19", "Chủ tịch UBND phường"))
    with commune.read() as session:
        granted = {one.participant.name: one.id for one in nominations(session, plan.id) if one.granted}
    assert len(granted) == 5
    paper, _ = printed(commune, folder, PaperKind.CERTIFICATE_PROOF, granted["Gia đình ông Tòng Văn Sơ"])
    assert "Tòng Văn Sơ" in paper or "TÒNG VĂN SƠ" in paper


def participant(commune: Workspace, plan: CampaignDetail, kind: str, name: str) -> str:
    """Somebody who takes part; the id."""
    return save_participant(commune, ParticipantDraft(plan.id, kind, name))[1]


def refused_for(commune: Workspace, who: str, form: str, code: str) -> None:
    """A nomination is refused for this reason."""
    with pytest.raises(Refused) as refused:
        nominate(commune, [NominationDraft(who, form)])
    assert code in {one.code for one in refused.value.problems}


def chosen(commune: Workspace, plan: CampaignDetail) -> tuple[tuple[str, int | None], ...]:
    """Every nomination with the version it has now."""
    with commune.read() as session:
        return tuple((one.id, one.version) for one in nominations(session, plan.id))

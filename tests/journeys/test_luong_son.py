"""Lương Sơn, July 2024 to the end of 2025: 21 groups search, every house that meets the criteria, dossiers in Q4."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.areas.queries import villages
from app.awards.drafts import MeetingDraft, NominationDraft, OutcomeDraft, ParticipantDraft, StepDraft, VoteDraft
from app.awards.operations import decide, nominate, save_meeting, save_participant, send_on
from app.awards.queries import nominations
from app.campaigns.counting import count_houses, office_households
from app.campaigns.doubts import doubts
from app.campaigns.facts import CampaignDetail
from app.campaigns.money import mobilised
from app.campaigns.movement_drafts import ActivityDraft, PetitionDraft, UnitReportDraft
from app.campaigns.movement_operations import close_campaign, note_reports_sent, save_activity, save_petition
from app.campaigns.operations import open_campaign, save_campaign, save_parts
from app.campaigns.queries import campaign_draft, draft_from_superior
from app.funding.drafts import SourceDraft
from app.funding.operations import add_source
from app.funding.queries import sources
from app.giving.drafts import GiftDraft, PledgeDraft
from app.giving.operations import record_gift, save_pledge
from app.office.drafts import OfficeDraft
from app.plans.drafts import TaskDraft
from app.reports.asked import asked_from
from app.reports.drafts import SentDraft
from app.reports.operations import keep_report, kept_file
from app.reports.queries import sent_reports
from app.review.drafts import ReturnDraft, RoundDraft, SurveyDraft
from app.review.operations import save_returns, save_round, save_survey
from app.review.queries import round_sheet
from app.support.queries import facts_of
from app.workspace import Workspace
from models.vocabulary import ActivityKind, Category, DeadlineState, Level, PaperKind, ScreeningState, SourceKind
from tests.journeys.campaign_office import (
    deadline_id,
    finish,
    form_id,
    lines_on,
    make_houses,
    plan_of,
    standing,
    standings_on,
)
from tests.make import NATIONAL
from tests.offices import set_up
from tests.printed import printed, text_of

CODE = "luong-son-2024"
GROUPS = tuple(f"Tổ dân phố số {number}" for number in range(1, 22))
FOUR_GROUPS = (Category.POOR, Category.NEAR_POOR, Category.DISASTER, Category.MERITORIOUS)


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Workspace]:
    """The ward in which Lương Sơn lies today, with the 21 groups of the plan."""
    draft = OfficeDraft(
        level=Level.COMMUNE,
        code="05528",
        name="Phường Bách Quang",
        province="Thái Nguyên",
        villages=GROUPS,
        person="Dương Thị Thu",
        position="Công chức",
        device_name="Máy văn phòng",
    )
    workspace = set_up(tmp_path / "Dữ liệu phường", draft)
    yield workspace
    workspace.close()


def test_the_ward_searches_builds_praises_and_closes(ward: Workspace, tmp_path: Path) -> None:
    plan = plan_of(ward, CODE)
    open_campaign(ward, plan.id, "2024-09-20", plan.version)
    groups_search(ward)
    gifts_before_the_plan_count(ward, plan)
    cases = houses(ward)
    plan_of_the_ward(ward, plan, tmp_path)
    council_members_are_briefed(ward, plan, tmp_path)
    movement(ward, plan)
    finish(ward, cases[4:8], "2025-12-10", decided="2025-09-01", number="77/QĐ-UBND")
    praise(ward, plan)
    wrap_up(ward, plan)


def groups_search(ward: Workspace) -> None:
    """A round: nineteen groups hand in counts by the four groups, one has nobody, one has not handed in."""
    _, found, _ = save_round(ward, RoundDraft("Rà soát nhà tạm 2024", "2024-10-01", NATIONAL, "2024-10-31"))
    with ward.read() as session:
        ids = [one.id for one in villages(session, "05528")]
    counts = {one.value: 1 for one in FOUR_GROUPS}
    returned = [
        ReturnDraft(found, one, None, ScreeningState.RETURNED.value, "2024-10-20", counts=counts) for one in ids[:19]
    ]
    save_returns(ward, [*returned, ReturnDraft(found, ids[19], None, ScreeningState.NO_HOUSEHOLD.value, "2024-10-21")])
    with ward.read() as session:
        sheet = round_sheet(session, found)
    assert (sheet.round.asked, sheet.round.handed_in, sheet.round.counted) == (21, 20, 19 * 4)


def gifts_before_the_plan_count(ward: Workspace, plan: CampaignDetail) -> None:
    """The movement begins in July 2024, its plan in September: what came in August counts."""
    add_source(ward, SourceDraft("QVNN", "Quỹ Vì người nghèo", SourceKind.FUND_FOR_POOR))
    with ward.read() as session:
        fund = next(one.id for one in sources(session))
    gift = GiftDraft("cash", "2024-08-15", 12_000_000, donor_name="Công ty Hòa Bình", source_id=fund)
    record_gift(ward, gift)
    with ward.read() as session:
        assert mobilised(session, plan, None, None) == 12_000_000
        later = dataclasses.replace(plan, earlier_gifts=False, starts_on="2024-09")
        assert mobilised(session, later, None, None) == 0


def houses(ward: Workspace) -> tuple[str, ...]:
    """Two houses of each group in the first tổ dân phố; a ninth whose house is hard does not meet the criteria."""
    with ward.read() as session:
        first = villages(session, "05528")[0].id
    cases: tuple[str, ...] = ()
    for group in FOUR_GROUPS:
        names = [f"Dương Văn {group.value} {place}" for place in (1, 2)]
        cases += make_houses(ward, names, category=group, programme=NATIONAL, village_id=first)
    (sound,) = make_houses(ward, ["Dương Thị Nhà Tốt"], programme=NATIONAL, village_id=first)
    with ward.read() as session:
        (home,) = (one.household_id for one in facts_of(session, [sound]))
    hard = SurveyDraft(home, "2024-10-25", foundation_hard=True, frame_wall_hard=True, roof_hard=True)
    save_survey(ward, hard)
    finish(ward, cases[:4], "2025-06-20", decided="2025-02-10")
    line = standing(standings_on(ward, CODE, "2025-06-30"), "house_rate")
    assert line.measured.houses is not None
    assert (line.measured.houses.listed, line.measured.houses.eligible, line.measured.houses.done) == (9, 8, 4)
    assert line.measured.figure == 50
    return cases


def plan_of_the_ward(ward: Workspace, plan: CampaignDetail, folder: Path) -> None:
    """The new ward's own plan from the one above: inherited, with its number; a house in both counts once."""
    with ward.read() as session:
        draft = draft_from_superior(session, plan.id)
    own = dataclasses.replace(draft, code="bach-quang-2025", name="Chung tay xóa nhà tạm phường Bách Quang")
    _, made, _ = save_campaign(ward, dataclasses.replace(own, number="15/KH-UBND", issued_on="2025-07-20"))
    with ward.read() as session:
        inherited = campaign_draft(session, made)
        assert inherited.superior_code == CODE
        assert [len(inherited.parts(one)) for one in ("target", "deadline", "task", "unit")] == [1, 5, 20, 28]
        both = [count_houses(session, plan_of(ward, code)) for code in (CODE, "bach-quang-2025")]
        assert len(both[0].houses) == 9
        assert len(office_households(both)) == 9
    paper, text = printed(ward, folder, PaperKind.DRAFT_PLAN, made)
    assert all("Dương Văn poor 1" in one and "Tổ dân phố số 1" in one for one in (paper, text))


def council_members_are_briefed(ward: Workspace, plan: CampaignDetail, folder: Path) -> None:
    """Action 13: a member follows a field and an area, and gets one page about it."""
    task = TaskDraft(
        number="13.1",
        text="Theo dõi xóa nhà tạm",
        person="Bà Dương Thị Lan",
        field="Giảm nghèo",
        area="Tổ dân phố số 1",
        due="2025-12-31",
    )
    with ward.read() as session:
        tasks = campaign_draft(session, plan.id).tasks
    save_parts(ward, plan.id, "task", [*tasks, task])
    own = next(one for one in plan_of(ward, CODE).tasks if one.person)
    paper, _ = printed(ward, folder, PaperKind.COUNCIL_BRIEF, own.id)
    assert "Bà Dương Thị Lan" in paper
    assert "Tổ dân phố số 1" in paper


def movement(ward: Workspace, plan: CampaignDetail) -> None:
    """An initiative, a supervision whose finding is mended, a pledge for a named house, an obstacle."""
    title, result = "Góp ngày công theo tổ", "120 ngày công"
    save_activity(
        ward,
        ActivityDraft(
            plan.id, title, ActivityKind.INITIATIVE.value, "2025-03-05", people="Bà Dương Thị Lan", content=result
        ),
    )
    save_activity(
        ward,
        ActivityDraft(
            plan.id,
            "Giám sát nhà ở tổ 1",
            ActivityKind.SUPERVISION.value,
            "2025-05-06",
            people="Mặt trận Tổ quốc phường",
            findings="Mái chưa chắc",
            mend_by="Tổ dân phố số 1",
            mend_on="2025-05-20",
            mended_on="2025-05-18",
        ),
    )
    save_pledge(ward, PledgeDraft("Đoàn phường", "labour", unit="ngày công", quantity="30", pledged_on="2025-03-10"))
    save_petition(ward, PetitionDraft(plan.id, "Thiếu xi măng dịp cuối năm", "2025-10-02", addressee="UBND tỉnh"))


def praise(ward: Workspace, plan: CampaignDetail) -> None:
    """Q4/2025: dossiers of the city, which ended in June, warn; the ward praises a person, a household, a group."""
    line = lines_on(ward, plan, "2025-12-26")["ho-so-khen-thuong-thanh-pho"]
    assert (line.plan_day, line.days_left, line.state) == ("2025-12-31", 5, DeadlineState.DUE_SOON)
    ended = {one.text: one.successor for one in doubts(plan, "2025-12-26") if one.part == "form"}
    assert set(ended) == {"Chủ tịch UBND thành phố Sông Công", "Chủ tịch UBND phường Lương Sơn"}
    wanted = {"Bà Dương Thị Lan": "individual", "Gia đình ông Dương Văn Bảo": "household", GROUPS[0]: "collective"}
    people = [save_participant(ward, ParticipantDraft(plan.id, kind, name))[1] for name, kind in wanted.items()]
    _, warnings = nominate(ward, [NominationDraft(people[0], form_id(plan, "giay-khen-chu-tich-thanh-pho"))])
    assert "issuer_ended_successor" in {one.code for one in warnings}
    nominate(ward, [NominationDraft(one, form_id(plan, "giay-khen-chu-tich-phuong")) for one in people])
    with ward.read() as session:
        rows = nominations(session, plan.id)
    votes = tuple(VoteDraft(one.id, 8, 1, 0, one.version) for one in rows)
    save_meeting(ward, MeetingDraft(plan.id, "2025-12-15", chair="Chủ tịch Hội đồng", present=9, votes=votes))
    send_on(ward, StepDraft(chosen(ward, plan), "2025-12-16", "Chủ tịch UBND phường"))
    granted = tuple(one for one in chosen(ward, plan, form_id(plan, "giay-khen-chu-tich-phuong")))
    decide(ward, OutcomeDraft(granted, True, "300/QĐ-UBND", "2025-12-20", "Chủ tịch UBND phường Bách Quang"))
    rest = chosen(ward, plan, form_id(plan, "giay-khen-chu-tich-thanh-pho"))
    decide(ward, OutcomeDraft(rest, False, decided_on="2025-12-22", reason="Không còn cấp thành phố"))


def chosen(ward: Workspace, plan: CampaignDetail, form: str | None = None) -> tuple[tuple[str, int | None], ...]:
    """Every nomination (for a form) with the version it has now."""
    with ward.read() as session:
        found = nominations(session, plan.id)
    return tuple((one.id, one.version) for one in found if form in (None, one.form_id))


def wrap_up(ward: Workspace, plan: CampaignDetail) -> None:
    """All eight are done: 100 %; the report that leaves keeps its figures, and the movement closes."""
    whole = standing(standings_on(ward, CODE, "2025-12-31"), "house_rate")
    assert whole.measured.figure == 100
    assert whole.reached is True
    asked = asked_from({"campaign": CODE}, "2025-12-31")
    keep_report(ward, SentDraft("campaign", asked, ".docx", "210/BC-UBND", "2025-12-30", "2025-12-30", "UBND tỉnh"))
    note_reports_sent(ward, [UnitReportDraft(plan.id, deadline_id(plan, "tong-ket"), sent_on="2025-12-30")])
    assert lines_on(ward, plan, "2026-01-05")["tong-ket"].state is DeadlineState.DONE
    close_campaign(ward, plan.id, "2025-12-31", number="210/BC-UBND")
    assert plan_of(ward, CODE).closed_on == "2025-12-31"
    with ward.read() as session:
        kept = next(one for one in sent_reports(session) if one.report == "campaign")
    said = text_of(kept_file(ward, kept))
    assert "Thiếu xi măng dịp cuối năm" in said

"""The finance department of Lạng Sơn, November 2024 to 19/5/2025: a drive of 60 people in nine rooms under its plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.awards.achievements import achievements
from app.awards.drafts import MeetingDraft, NominationDraft, OutcomeDraft, ParticipantDraft, VoteDraft
from app.awards.operations import decide, nominate, save_meeting, save_participant
from app.awards.queries import nominations, participants
from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import HandDownDraft, TargetFigureDraft, TaskResultDraft, UnitReportDraft
from app.campaigns.movement_operations import (
    close_campaign,
    hand_down,
    note_reports_sent,
    put_drive_under,
    save_figure,
    save_result,
)
from app.campaigns.operations import open_campaign, save_parts
from app.giving.drafts import RemittanceDraft
from app.giving.operations import remit
from app.giving.queries import departments, drive_figures
from app.plans.drafts import FormDraft
from app.workspace import Workspace
from models.vocabulary import AwardLevel, AwardObject, DeadlineState, Level, Measure
from tests.journeys.campaign_office import (
    deadline_id,
    form_id,
    lines_on,
    office,
    plan_of,
    standing,
    standings_on,
)
from tests.journeys.test_office_drive import ROOMS, gather

CODE = "so-tai-chinh-lang-son-2024"
#: What the 57 who gave brought together, in đồng.
COLLECTED = 22_520_000


@pytest.fixture
def agency(tmp_path: Path) -> Iterator[Workspace]:
    """The department: people and money, no households."""
    with office(tmp_path, Level.AGENCY, "so-tai-chinh", "Sở Tài chính", "Lạng Sơn") as workspace:
        yield workspace


def test_sixty_people_of_nine_rooms_give_and_the_movement_is_wrapped_up(agency: Workspace) -> None:
    plan = plan_of(agency, CODE)
    open_campaign(agency, plan.id, "2024-11-25", plan.version)
    money_is_asked_for(agency, plan)
    drive = give(agency, plan)
    rooms_report(agency, plan)
    praise(agency, plan)
    wrap_up(agency, plan, drive)


def money_is_asked_for(agency: Workspace, plan: CampaignDetail) -> None:
    """The plan gives no sum; the office sets one, for itself and two rooms, by its own decision."""
    by_name = {one.name: one.id for one in plan.units}
    assert set(ROOMS) == set(by_name)
    sums = {None: 23_000_000, by_name["Văn phòng"]: 2_500_000}
    decided = ("2024-11-26", "87/QĐ-STC", "2025-04-30", "Tiền ủng hộ", "đồng")
    asked = [HandDownDraft(plan.id, unit, Measure.MONEY.value, str(figure), *decided) for unit, figure in sums.items()]
    hand_down(agency, asked)


def give(agency: Workspace, plan: CampaignDetail) -> str:
    """The drive runs under the plan: sums of the whole and of each room come from it."""
    drive = gather(agency)
    put_drive_under(agency, drive, plan.id)
    found = standings_on(agency, CODE, "2025-04-30")
    whole = standing(found, Measure.MONEY.value)
    assert whole.measured.figure == COLLECTED
    assert whole.left == 23_000_000 - COLLECTED
    with agency.read() as session:
        rooms = {one.department: one.collected for one in departments(drive_figures(session, drive, "2025-04-30"))}
    assert sum(rooms.values()) == COLLECTED
    assert standing(found, Measure.MONEY.value, unit="Văn phòng").measured.figure == rooms["Văn phòng"]
    pay, income = (one for one in plan.targets if one.measure == Measure.TYPED)
    assert standing(found, Measure.TYPED.value).measured.figure is None
    save_figure(agency, TargetFigureDraft(plan.id, pay.id, "1", "Danh sách đợt vận động", "2025-04-30"))
    save_figure(agency, TargetFigureDraft(plan.id, income.id, "0.9", "Danh sách đợt vận động", "2025-04-30"))
    typed = [one for one in standings_on(agency, CODE, "2025-04-30").lines if one.target.measure == Measure.TYPED]
    assert [one.reached for one in typed] == [True, False]
    return drive


def rooms_report(agency: Workspace, plan: CampaignDetail) -> None:
    """The nine rooms until 30/4/2025; the department itself until 19/5/2025."""
    line = lines_on(agency, plan, "2025-04-24")["ket-thuc-thi-dua"]
    assert (line.due_day, line.state, len(line.cells)) == ("2025-04-30", DeadlineState.DUE_SOON, 9)
    deadline = deadline_id(plan, "ket-thuc-thi-dua")
    note_reports_sent(agency, [UnitReportDraft(plan.id, deadline, one.id, sent_on="2025-04-30") for one in plan.units])
    lines = lines_on(agency, plan, "2025-05-13")
    assert lines["ket-thuc-thi-dua"].state is DeadlineState.DONE
    assert (lines["tong-ket"].due_day, lines["tong-ket"].days_left) == ("2025-05-19", 6)
    assert lines["bao-cao"].due_day is None


def praise(agency: Workspace, plan: CampaignDetail) -> None:
    """The plan names no form: the department adds its own, and praises the room by what its people gave."""
    own = FormDraft(
        code="giay-khen-giam-doc",
        name="Giấy khen của Giám đốc Sở",
        level=AwardLevel.UNIT.value,
        issuer="Giám đốc Sở Tài chính",
        objects=(AwardObject.COLLECTIVE.value, AwardObject.INDIVIDUAL.value),
    )
    save_parts(agency, plan.id, "form", [own])
    changed = plan_of(agency, CODE)
    assert len(changed.tasks) == len(plan.tasks)
    room = next(one.id for one in plan.units if one.name == "Văn phòng")
    _, collective, _ = save_participant(agency, ParticipantDraft(plan.id, "collective", "Văn phòng", unit_id=room))
    nominate(agency, [NominationDraft(collective, form_id(changed, "giay-khen-giam-doc"))])
    with agency.read() as session:
        (who,) = participants(session, plan.id)
        told = [one for one in achievements(session, who) if one.computed]
        (row,) = nominations(session, plan.id)
    assert told
    votes = (VoteDraft(row.id, 5, 0, 0, row.version),)
    save_meeting(agency, MeetingDraft(plan.id, "2025-05-12", chair="Giám đốc", present=5, votes=votes))
    with agency.read() as session:
        (row,) = nominations(session, plan.id)
    decide(agency, OutcomeDraft(((row.id, row.version),), True, "140/QĐ-STC", "2025-05-15", "Giám đốc"))


def wrap_up(agency: Workspace, plan: CampaignDetail, drive: str) -> None:
    """All that was collected goes to the fund, the report leaves on the day, the campaign closes with its figures."""
    remit(agency, RemittanceDraft(drive, COLLECTED, "2025-05-16", voucher="UNC 16"))
    task = next(one for one in plan.tasks if one.number == "5")
    result = TaskResultDraft(plan.id, task.id, "Đã chuyển nộp Quỹ Vì người nghèo", "UNC 16", "2025-05-16")
    save_result(agency, result)
    note_reports_sent(agency, [UnitReportDraft(plan.id, deadline_id(plan, "tong-ket"), sent_on="2025-05-19")])
    assert lines_on(agency, plan, "2025-05-20")["tong-ket"].state is DeadlineState.DONE
    close_campaign(agency, plan.id, "2025-05-19", number="75/BC-STC")
    assert plan_of(agency, CODE).closed_on == "2025-05-19"

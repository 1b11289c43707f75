"""Xuân Tăng, 2022 to 2025: poverty classes of each year against the plan, interim reviews, a month every autumn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions import Action
from app.areas.operations import save_populations
from app.areas.queries import villages
from app.awards.drafts import NominationDraft, OutcomeDraft, ParticipantDraft
from app.awards.operations import decide, nominate, save_participant
from app.awards.queries import nominations
from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import TargetFigureDraft, UnitReportDraft
from app.campaigns.movement_operations import close_campaign, note_reports_sent, put_drive_under, save_figure
from app.campaigns.operations import open_campaign
from app.giving.drafts import DriveDraft, GiftDraft
from app.giving.operations import record_gift, save_drive
from app.office.drafts import OfficeDraft
from app.review.drafts import PovertyDraft
from app.review.poverty_operations import save_poverty_classes
from app.review.queries import poverty_events
from app.workspace import Workspace
from models.base import new_id
from models.household import Household
from models.vocabulary import Category, DeadlineState, Gender, Level, PovertyLevel
from tests.journeys.campaign_office import (
    deadline_id,
    form_id,
    lines_on,
    plan_of,
    standing,
    standings_on,
)
from tests.offices import set_up

CODE = "xuan-tang-2022"
#: All households of the ward, the same every year.
ALL_HOUSEHOLDS = 2_000
#: Of sixty households watched: who is poor in a year, and the last of those that are near poor (from the ninth on).
POOR = {2021: range(9), 2022: range(7), 2023: range(5), 2024: (0, 1, 2, 8), 2025: (0,)}
LAST_NEAR_POOR = {2021: 53, 2022: 46, 2023: 41, 2024: 37, 2025: 27}


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Workspace]:
    """The ward in which Xuân Tăng lies today, with its groups."""
    draft = OfficeDraft(
        level=Level.COMMUNE,
        code="02671",
        name="Phường Cam Đường",
        province="Lào Cai",
        villages=("Tổ dân phố số 1", "Tổ dân phố số 2"),
        person="Vàng Thị Sua",
        position="Công chức",
        device_name="Máy văn phòng",
    )
    workspace = set_up(tmp_path / "Dữ liệu phường", draft)
    yield workspace
    workspace.close()


def test_four_years_of_poverty_are_measured_reviewed_and_wrapped_up(ward: Workspace) -> None:
    plan = plan_of(ward, CODE)
    open_campaign(ward, plan.id, "2022-10-01", plan.version)
    homes = people(ward)
    classes_of_2021(ward, homes)
    for year in (2022, 2023, 2024, 2025):
        a_year(ward, plan, homes, year)
    targets_are_measured(ward)
    who_fell_back(ward, homes)
    wrap_up(ward, plan)


def people(ward: Workspace) -> list[str]:
    """Sixty households of two groups, and how many households the ward has each year."""
    with ward.read() as session:
        groups = [one.id for one in villages(session, "02671")]
    given = {"gender": Gender.FEMALE.value, "birth": "1970", "category": Category.POOR.value, "commune_code": "02671"}
    rows = [
        {
            "id": new_id(),
            "head_name": f"Vàng Thị Hộ {place}",
            "village_id": groups[place % 2],
            "member_count": 3,
            **given,
        }
        for place in range(60)
    ]
    with ward.change(Action.SAVE_HOUSEHOLD) as change:
        change.recorder.record_many([(Household, one) for one in rows])
    for year in POOR:
        save_populations(ward, year, {groups[0]: 1_200, groups[1]: ALL_HOUSEHOLDS - 1_200})
    return [str(one["id"]) for one in rows]


def level_of(place: int, year: int) -> PovertyLevel:
    """The class of a household in a year."""
    if place in POOR[year]:
        return PovertyLevel.POOR
    return PovertyLevel.NEAR_POOR if 9 <= place <= LAST_NEAR_POOR[year] else PovertyLevel.AVERAGE


def write_classes(ward: Workspace, homes: list[str], year: int) -> None:
    """The classes of a year; the one that stays poor to the end is beyond anybody's power."""
    found = []
    for place, home in enumerate(homes):
        beyond = year == 2025 and place == 0
        cause = "Già yếu, không có khả năng lao động" if beyond else None
        own = level_of(place, year).value
        found.append(PovertyDraft(home, year, own, force_majeure=beyond or None, cause=cause))
    save_poverty_classes(ward, found)


def classes_of_2021(ward: Workspace, homes: list[str]) -> None:
    """Before the first year is reviewed there is nothing to compare with."""
    write_classes(ward, homes, 2021)
    first = standing(standings_on(ward, CODE, "2022-06-30"), "poverty_rate_drop", period="2022")
    assert first.measured.figure is None


def a_year(ward: Workspace, plan: CampaignDetail, homes: list[str], year: int) -> None:
    """The month in autumn, the review of December, in 2023 and 2024 the interim review with its awards."""
    name = f"Tháng cao điểm Vì người nghèo {year}"
    _, drive, _ = save_drive(ward, DriveDraft(name, f"{year}-10-17", f"{year}-11-18", f"{year}-11-30"))
    put_drive_under(ward, drive, plan.id)
    record_gift(ward, GiftDraft("cash", f"{year}-11-01", 5_000_000, donor_name="Công ty Sao Mai", drive_id=drive))
    code, period = "thang-cao-diem", str(year)
    assert lines_on(ward, plan, f"{year}-12-27")[f"{code} {period}"].state is DeadlineState.DUE_SOON
    done = UnitReportDraft(plan.id, deadline_id(plan, code), period=period, sent_on=f"{year}-11-25")
    note_reports_sent(ward, [done])
    assert lines_on(ward, plan, f"{year}-12-27")[f"{code} {period}"].state is DeadlineState.DONE
    write_classes(ward, homes, year)
    if year in (2023, 2024):
        interim_review(ward, plan, year)


def interim_review(ward: Workspace, plan: CampaignDetail, year: int) -> None:
    """Sơ kết: a report of its own and praise at once, not only at the end."""
    code = f"so-ket-{year}"
    line = lines_on(ward, plan, f"{year}-12-28")[code]
    assert (line.deadline.phase, line.due_day) == (f"Sơ kết năm {year}", f"{year}-12-31")
    sent = UnitReportDraft(plan.id, deadline_id(plan, code), sent_on=f"{year}-12-29", number=f"{year % 100}/BC-UBND")
    note_reports_sent(ward, [sent])
    _, family, _ = save_participant(ward, ParticipantDraft(plan.id, "household", f"Gia đình vươn lên {year}"))
    nominate(ward, [NominationDraft(family, form_id(plan, "giay-khen-chu-tich-phuong"))])
    with ward.read() as session:
        row = next(one for one in nominations(session, plan.id) if one.participant.id == family)
    decide(ward, OutcomeDraft(((row.id, row.version),), True, f"{year}/QĐ-UBND", f"{year}-12-30", "Chủ tịch"))


def targets_are_measured(ward: Workspace) -> None:
    """0.06 points and 5 to 10 households a year: kept but in 2024; one poor household is left, by force majeure."""
    found = standings_on(ward, CODE, "2025-12-31")
    drops = {}
    for year in ("2022", "2023", "2024", "2025"):
        rate = standing(found, "poverty_rate_drop", period=year)
        near = standing(found, "near_poor_drop", period=year)
        drops[year] = (str(rate.measured.figure), rate.reached, str(near.measured.figure), near.reached)
    assert drops == {
        "2022": ("0.1", True, "7", True),
        "2023": ("0.1", True, "5", True),
        "2024": ("0.05", False, "4", False),
        "2025": ("0.15", True, "10", True),
    }
    left = standing(found, "poor_left")
    assert left.measured.figure == 0
    assert left.reached is True


def who_fell_back(ward: Workspace, homes: list[str]) -> None:
    """The household that escaped in 2022 and was poor again in 2024 is named."""
    with ward.read() as session:
        events = {year: poverty_events(session, year) for year in (2022, 2024)}
    assert events[2022][homes[8]].value == "escaped"
    assert [home for home, event in events[2024].items() if event.value == "fell_back"] == [homes[8]]


def wrap_up(ward: Workspace, plan: CampaignDetail) -> None:
    """What nobody can compute is typed with its source; the wrap-up of 2021 to 2025 closes the movement."""
    typed = {one.unit_text: one.id for one in plan.targets if one.measure == "typed"}
    for unit, figure in {"việc làm": "42", "mô hình": "3", "phút": "480"}.items():
        save_figure(ward, TargetFigureDraft(plan.id, typed[unit], figure, "Báo cáo tổ dân phố", "2025-12-20"))
    lines = lines_on(ward, plan, "2025-12-28")
    assert (lines["tong-ket"].due_day, lines["tong-ket"].state) == ("2025-12-31", DeadlineState.DUE_SOON)
    note_reports_sent(ward, [UnitReportDraft(plan.id, deadline_id(plan, "tong-ket"), sent_on="2025-12-30")])
    with ward.read() as session:
        assert len([one for one in nominations(session, plan.id) if one.granted]) == 2
    close_campaign(ward, plan.id, "2025-12-31", number="200/BC-UBND")
    assert plan_of(ward, CODE).closed_on == "2025-12-31"

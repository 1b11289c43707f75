"""Programmes as dated data: what holds on which day."""

from decimal import Decimal

from app.support.queries import load_programmes, programme_named
from app.workspace import Workspace
from models.vocabulary import Category, Part, Status, WorkType
from tests.make import FUND, NATIONAL


def test_the_office_that_decides_changes_with_the_date(commune: Workspace) -> None:
    with commune.read() as session:
        programmes = load_programmes(session)
    national = programmes[NATIONAL]
    assert [national.decided_by(day) for day in ("2025-06-30", "2025-07-01")] == ["upper", "commune"]
    assert national.decides("upper", "2025-06-30")
    assert not national.decides("commune", "2025-06-30")
    assert all(programmes[FUND].decides(level, "2026-01-01") for level in ("commune", "upper", "agency"))


def test_norms_steps_and_checks_are_those_of_the_day_and_the_work(commune: Workspace) -> None:
    with commune.read() as session:
        programmes = load_programmes(session)
    national, fund = programmes[NATIONAL], programmes[FUND]
    assert next(iter(programmes)) == NATIONAL
    assert national.norm(Category.POOR, WorkType.NEW_BUILD, "2024-10-04") == 50_000_000
    assert national.norm(Category.POOR, WorkType.NEW_BUILD, "2024-10-05") == 60_000_000
    assert national.norm(Category.POOR, WorkType.REPAIR, "2025-07-15") == 30_000_000
    assert fund.norm(Category.POOR, WorkType.NEW_BUILD, "2025-07-15") is None
    assert set(national.required_steps("2025-07-15")) == {"survey", "village_review", "posting", "submission"}
    assert fund.required_steps("2025-07-15") == ("survey",)
    assert national.min_area("2025-07-15", WorkType.NEW_BUILD, 4) == Decimal(30)
    assert national.min_area("2025-07-15", WorkType.NEW_BUILD, 1) == Decimal(24)
    assert national.min_area("2025-07-15", WorkType.REPAIR, 4) is None
    assert national.hard_parts("2025-07-15", WorkType.REPAIR) == (Part.FRAME_WALL, Part.ROOF)
    assert national.counts_as_done(Status.ACCEPTED, "2025-10-08", WorkType.REPAIR)
    assert not national.counts_as_done(Status.ACCEPTED, "2025-10-08", WorkType.NEW_BUILD)
    assert "Nhà Đại đoàn kết" in national.house_names("2025-07-15")


def test_a_programme_is_named_by_code_or_name_and_the_first_is_the_default(commune: Workspace) -> None:
    with commune.read() as session:
        assert programme_named(session, None).id == NATIONAL
        assert programme_named(session, "quy-vi-nguoi-ngheo").id == FUND
        assert programme_named(session, "quỹ vì người nghèo").id == FUND

"""The first page's figures agree with the records, for all programmes and for one."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from app.campaigns.operations import open_campaign
from app.campaigns.queries import campaign_named
from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.reports.today import today_facts
from app.workspace import Workspace
from models.vocabulary import Stage
from tests.make import FUND, NATIONAL, make_approved, make_case


@pytest.fixture
def houses(commune: Workspace) -> list[str]:
    cases = [make_case(commune, name) for name in ("Lò Văn Pâng", "Quàng Thị Ín", "Cà Văn Ơn")]
    make_approved(commune, *cases[:2])
    record_stages(commune, [StageDraft(cases[0], Stage.FINISH, "2025-09-01")])
    make_case(commune, "Vừ Thị Mảy", programme=FUND)
    return cases


def test_what_comes_next_is_counted_once(commune: Workspace, houses: list[str]) -> None:
    facts = today_facts(commune)
    assert {one.kind: one.count for one in facts.next} == {"flags": 2, "to_accept": 1, "to_start": 1, "to_survey": 2}
    assert facts.households == 4
    assert sum(facts.statuses.values()) == 4


def test_one_programme_narrows_everything(commune: Workspace, houses: list[str]) -> None:
    facts = today_facts(commune, NATIONAL)
    assert {one.kind: one.count for one in facts.next} == {"flags": 2, "to_accept": 1, "to_start": 1, "to_survey": 1}
    assert [(line.id, line.needed, line.started, line.left) for line in facts.programmes] == [(NATIONAL, 3, 1, 3)]
    assert len(today_facts(commune).programmes) == 2


def test_the_first_seven_things_are_ticked_off_by_what_is_recorded(commune: Workspace, houses: list[str]) -> None:
    first = today_facts(commune).first
    assert [name for name, done in first.items() if not done] == ["handover", "package"]
    assert len(first) == 7


def test_a_programme_that_is_over_names_its_unfinished_houses(commune: Workspace) -> None:
    from app.bundled import programme_id

    over = programme_id("giam-ngheo-ben-vung")
    make_case(commune, "Lò Văn Pâng", programme=over)
    due = today_facts(commune).overdue
    assert [(one.kind, one.count) for one in due] == [("programme_over", 1)]
    assert "31/12/2025" in due[0].text
    assert due[0].wanted is not None
    assert due[0].wanted.programme_id == over


@pytest.mark.parametrize(
    ("day", "late", "now", "week"),
    [("2024-11-01", 0, 0, 1), ("2024-11-04", 0, 1, 0), ("2024-11-20", 1, 0, 0)],
)
def test_a_deadline_before_a_day_is_due_the_day_before(
    commune: Workspace, day: str, late: int, now: int, week: int
) -> None:
    with commune.read() as session:
        plan = campaign_named(session, "muong-lay-2024")
    open_campaign(commune, plan.id, "2024-10-01", plan.version)
    with time_machine.travel(f"{day}T08:00:00"):
        facts = today_facts(commune)
    groups = (facts.overdue, facts.next, facts.week)
    found = [[one for one in group if one.kind == "deadline" and "04/11/2024" in one.text] for group in groups]
    assert [len(one) for one in found] == [late, now, week]
    (due,) = (one for group in found for one in group)
    assert due.campaign_id == plan.id
    assert due.text.endswith("chậm nhất hết ngày 04/11/2024")


def test_the_nearest_deadline_is_named_when_nothing_is_due(commune: Workspace) -> None:
    with commune.read() as session:
        plan = campaign_named(session, "muong-lay-2024")
    open_campaign(commune, plan.id, "2024-10-01", plan.version)
    with time_machine.travel("2024-10-02T08:00:00"):
        facts = today_facts(commune)
    assert "04/11/2024" in facts.nearest


def test_a_week_without_a_backup_on_another_drive_is_told_as_overdue(commune: Workspace, houses: list[str]) -> None:
    def told() -> list[str]:
        return [one.text for one in today_facts(commune).overdue if one.kind == "backup_outside"]

    assert told() == []
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=9)):
        [text] = told()
    assert "9 ngày chưa có bản sao lưu ở ổ khác" in text or "10 ngày" in text

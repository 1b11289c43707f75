"""A week's news in one change: stages, houses that stop and go on, news without a stage; all or nothing."""

from __future__ import annotations

import pytest

from app.construction.drafts import SiteReportDraft, StageDraft, WeekDraft
from app.construction.operations import save_week
from app.problems import Refused
from app.reports.worklists import case_rows
from app.support.drafts import ExceptionDraft
from app.support.queries import case_facts, case_state
from app.undo import next_undo, undo_newest
from app.workspace import Workspace
from models.vocabulary import ExceptionCase, Stage, Status
from tests.make import make_approved, make_case

DAY = "2026-11-12"


@pytest.fixture
def cases(commune: Workspace) -> list[str]:
    made = [make_case(commune, name) for name in ("Lò Văn Pâng", "Cà Văn Ánh", "Tòng Văn Ơn")]
    make_approved(commune, *made)
    return made


def held(case: str, reason: str, review_on: str) -> ExceptionDraft:
    return ExceptionDraft(case, ExceptionCase.ON_HOLD, DAY, reason, review_on=review_on)


def states(workspace: Workspace, cases: list[str]) -> list[Status]:
    with workspace.read() as session:
        found = case_facts(session, cases)
    return [case_state(found[one]).status for one in cases]


def test_stages_pauses_and_news_are_one_change_and_one_undo(commune: Workspace, cases: list[str]) -> None:
    roof = StageDraft(cases[0], Stage.ROOF, DAY)
    stop = held(cases[1], "Chờ thợ", "2026-11-15")
    _, warnings = save_week(commune, WeekDraft((roof,), (stop,), (SiteReportDraft(cases[2], DAY, "Chờ gạch"),)))
    assert warnings == []
    assert states(commune, cases) == [Status.IN_PROGRESS, Status.ON_HOLD, Status.APPROVED]
    with commune.read() as session:
        rows = case_rows(session, cases)
    assert [(row.news.heard_on, row.news.note) for row in rows] == [(DAY, ""), (DAY, ""), (DAY, "Chờ gạch")]
    assert next_undo(commune) == "RECORD_STAGES"
    undo_newest(commune)
    assert states(commune, cases) == [Status.APPROVED] * 3
    with commune.read() as session:
        assert [row.news.heard_on for row in case_rows(session, cases)] == ["", "", ""]


def test_a_house_goes_on_before_its_stage_is_written_and_stops_after_it(commune: Workspace, cases: list[str]) -> None:
    first, second = cases[:2]
    save_week(commune, WeekDraft(exceptions=(held(first, "Chờ thợ", "2026-11-15"),)))
    goes_on = ExceptionDraft(first, ExceptionCase.RESUMED, "2026-11-19", "Thôn báo làm tiếp")
    stages = (StageDraft(first, Stage.ROOF, "2026-11-19"), StageDraft(second, Stage.FOUNDATION, DAY))
    save_week(commune, WeekDraft(stages, (goes_on, held(second, "Hết gạch", "2026-12-01"))))
    assert states(commune, [first, second]) == [Status.IN_PROGRESS, Status.ON_HOLD]


def test_a_paused_house_gets_another_day_to_look_again_but_not_the_same_twice(
    commune: Workspace, cases: list[str]
) -> None:
    save_week(commune, WeekDraft(exceptions=(held(cases[0], "Chờ thợ", "2026-11-15"),)))
    save_week(commune, WeekDraft(exceptions=(held(cases[0], "Chờ thợ", "2026-11-22"),)))
    with commune.read() as session:
        standing = case_state(case_facts(session, cases)[cases[0]]).exception
    assert standing is not None
    assert standing.review_on == "2026-11-22"
    with pytest.raises(Refused):
        save_week(commune, WeekDraft(exceptions=(held(cases[0], "Chờ thợ", "2026-11-22"),)))


def test_one_thing_that_is_wrong_keeps_the_whole_week_out(commune: Workspace, cases: list[str]) -> None:
    roof, news = StageDraft(cases[0], Stage.ROOF, DAY), SiteReportDraft(cases[2], "")
    with pytest.raises(Refused):
        save_week(commune, WeekDraft((roof,), (), (news,)))
    assert states(commune, cases) == [Status.APPROVED] * 3
    with pytest.raises(Refused):
        save_week(commune, WeekDraft())

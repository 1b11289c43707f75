"""The charts of the first page say what the records say, by area, by week and by source."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from app.areas.queries import villages
from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.handover.drafts import HandoverDraft
from app.handover.operations import hand_over
from app.reports.first_charts import area_chart, first_charts, money_chart, needed_a_week, week_chart
from app.reports.house_charts import money_chart_of, week_chart_of
from app.reports.houses import house_lines
from app.reports.today import ProgrammeLine
from app.workspace import Workspace
from models.vocabulary import Level, Stage
from tests.make import FUND, NATIONAL, make_approved, make_case, make_finished

DAY = dt.date(2025, 8, 14)


@pytest.fixture
def houses(commune: Workspace) -> list[str]:
    with commune.read() as session:
        by_name = {one.name: one.id for one in villages(session, commune.author.office)}
    hua, chi = by_name["Bản Hua Nạng"], by_name["Bản Chi Luông"]
    cases = [make_case(commune, name, village_id=hua) for name in ("Lò Văn Pâng", "Quàng Thị Ín")]
    cases += [make_case(commune, "Cà Văn Ơn", village_id=chi), make_case(commune, "Vừ Thị Mảy", programme=FUND)]
    make_approved(commune, *cases)
    days = ("2025-07-16", "2025-08-12", "2025-08-13")
    record_stages(commune, [StageDraft(one, Stage.START, day) for one, day in zip(cases, days, strict=False)])
    record_stages(commune, [StageDraft(cases[0], Stage.FINISH, "2025-07-30")])
    make_finished(commune, cases[0], day="2025-08-01")
    hand_over(commune, [HandoverDraft(cases[0], "2025-08-05")])
    return cases


def test_bars_by_area_count_the_houses_of_the_list(commune: Workspace, houses: list[str]) -> None:
    with commune.read() as session:
        assert area_chart(session, None).rows() == [
            ("Bản Chi Luông", "1", "1", "0"),
            ("Bản Hua Nạng", "2", "2", "1"),
            ("Chưa ghi thôn, xã", "1", "0", "0"),
        ]
        assert [row[0] for row in area_chart(session, NATIONAL).rows()] == ["Bản Chi Luông", "Bản Hua Nạng"]


def test_weeks_count_what_began_and_was_handed_over_in_them(commune: Workspace, houses: list[str]) -> None:
    with commune.read() as session:
        chart = week_chart(session, None, DAY)
    begun, given = (one.values for one in chart.series[:2])
    assert chart.labels[-1] == "11/8"
    assert (begun[-1], begun[-5]) == (2, 1)
    assert sum(begun) == 3
    assert (given[-2], sum(given)) == (1, 1)


def test_a_start_that_was_corrected_counts_on_its_right_day(commune: Workspace, houses: list[str]) -> None:
    record_stages(commune, [StageDraft(houses[1], Stage.START, "2025-07-29")])
    with commune.read() as session:
        begun = week_chart(session, None, DAY).series[0].values
    assert (begun[-1], begun[-3]) == (1, 1)


def test_quiet_weeks_without_an_end_say_so(commune: Workspace, houses: list[str]) -> None:
    with commune.read() as session:
        chart = week_chart(session, FUND, DAY)
    assert chart.labels == ()
    assert "8 tuần" in chart.empty


def test_the_line_is_what_is_left_over_the_weeks_that_are_left() -> None:
    line = ProgrammeLine("a", "A", needed=30, started=10, handed_over=10, end="2025-09-03", over=False)
    assert needed_a_week([line], DAY) == Decimal("6.7")
    assert needed_a_week([ProgrammeLine("b", "B", 5, 0, 0, None, over=False)], DAY) is None


def test_the_charts_of_a_report_agree_with_the_first_page(commune: Workspace, houses: list[str]) -> None:
    with commune.read() as session:
        first, lines = week_chart(session, None, DAY), house_lines(session)
    reported = week_chart_of(lines, DAY)
    assert [one.values for one in reported.series[:2]] == [one.values for one in first.series[:2]]
    assert sum(week_chart_of(lines, dt.date(2025, 8, 12)).series[0].values) == 2
    assert money_chart_of(lines).labels == ()


def test_an_agency_sees_only_money(commune: Workspace, houses: list[str]) -> None:
    with commune.read() as session:
        money = money_chart(session)
    assert money.unit == "triệu đồng"
    assert [one.title for one in first_charts(commune)][-1] == money.title
    assert commune.author.level is not Level.AGENCY
    assert len(first_charts(commune)) == 3

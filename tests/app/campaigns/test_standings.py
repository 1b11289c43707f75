"""How far targets are: houses once each, poverty by year, figures typed, handed down, parts against the whole."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from app.areas.operations import save_populations
from app.areas.queries import populations, villages
from app.bundled import area_id
from app.campaigns.counting import count_houses, office_households
from app.campaigns.facts import CampaignDetail
from app.campaigns.movement_drafts import CountedDraft, HandDownDraft, TargetFigureDraft
from app.campaigns.movement_operations import (
    WRAP_UP,
    close_campaign,
    count_by_hand,
    hand_down,
    reopen_campaign,
    save_figure,
)
from app.campaigns.poverty_totals import PovertyLine, PovertyTotalsDraft, places_for, save_totals
from app.campaigns.queries import campaign_detail, campaign_named
from app.campaigns.standing_words import figure_words, state_words, sum_words
from app.campaigns.standings import Standing, Standings, campaign_standings
from app.handover.drafts import HandoverDraft
from app.handover.operations import hand_over
from app.problems import Refused
from app.reports.queries import kept_content, sent_reports
from app.review.drafts import PovertyDraft
from app.review.poverty_operations import save_poverty_classes
from app.support.drafts import CaseDraft, ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.operations import set_case
from app.workspace import Workspace
from models.movement import SentReport
from models.vocabulary import Category, ExceptionCase, PovertyLevel
from tests.make import FUND, MERIT, make_approved, make_case, make_finished, make_household

POOR, NEAR, AVERAGE = (one.value for one in (PovertyLevel.POOR, PovertyLevel.NEAR_POOR, PovertyLevel.AVERAGE))


def plan_of(workspace: Workspace, code: str) -> CampaignDetail:
    with workspace.read() as session:
        return campaign_detail(session, campaign_named(session, code).id)


def standings_of(workspace: Workspace, code: str, day: str) -> Standings:
    plan = plan_of(workspace, code)
    with workspace.read() as session:
        return campaign_standings(session, plan, day, workspace.author.office)


def line_of(found: Standings, measure: str, period: str | None = None) -> Standing:
    return next(
        one for one in found.lines if one.target.measure == measure and (not period or one.target.period == period)
    )


def finished(workspace: Workspace, head: str, day: str, **values: object) -> str:
    case = make_case(workspace, head, **values)  # type: ignore[arg-type]
    make_approved(workspace, case, day="2025-01-10")
    make_finished(workspace, case, day=day)
    return case


def test_a_rate_is_taken_of_the_houses_that_the_plan_chose(commune: Workspace) -> None:
    done = finished(commune, "Lò Văn Một", "2025-03-01")
    begun = make_case(commune, "Lò Văn Hai")
    make_approved(commune, begun, day="2025-01-10")
    make_case(commune, "Lò Văn Ba", category=Category.OTHER.value)
    found = standings_of(commune, "luong-son-2024", "2025-06-30")
    line = line_of(found, "house_rate")
    assert (line.measured.figure, line.measured.of) == (Decimal("50.00"), Decimal(2))
    assert (line.reached, line.ok, state_words(line)) == (False, True, "chưa đạt")
    assert {one.case_id for one in found.counted.houses} == {done, begun}
    over = line_of(standings_of(commune, "luong-son-2024", "2026-01-01"), "house_rate")
    assert (over.ok, state_words(over)) == (False, "không đạt đúng hạn")


def test_a_house_done_before_the_campaign_counts_only_by_hand(commune: Workspace) -> None:
    case = finished(commune, "Lò Văn Một", "2024-06-30")
    plan = plan_of(commune, "luong-son-2024")
    assert not standings_of(commune, "luong-son-2024", "2025-06-30").counted.houses
    count_by_hand(commune, CountedDraft(plan.id, (case,), included=True, reason="Nhà nhận quà của đợt vận động"))
    assert len(standings_of(commune, "luong-son-2024", "2025-06-30").counted.houses) == 1
    count_by_hand(commune, CountedDraft(plan.id, (case,), included=False, reason="Thuộc kế hoạch khác"))
    assert not standings_of(commune, "luong-son-2024", "2025-06-30").counted.houses


def test_a_house_counts_once_in_each_campaign_and_once_in_the_office(commune: Workspace) -> None:
    first = finished(commune, "Lò Văn Một", "2025-03-01")
    with commune.read() as session:
        household = count_houses(session, plan_of(commune, "luong-son-2024")).houses[0].household_id
    set_case(commune, CaseDraft(household, FUND))
    make_case(commune, "Lò Văn Hai", programme=MERIT, category=Category.MERITORIOUS.value)
    plans = [plan_of(commune, one) for one in ("luong-son-2024", "muong-lay-2024")]
    with commune.read() as session:
        counted = [count_houses(session, one) for one in plans]
    assert [len(one.houses) for one in counted] == [2, 2]
    assert first in {one.case_id for one in counted[0].houses}
    assert len(office_households(counted)) == 2


def test_who_left_the_road_is_no_house_to_be_done(commune: Workspace) -> None:
    finished(commune, "Lò Văn Một", "2025-03-01")
    gone = make_case(commune, "Lò Văn Hai")
    draft = ExceptionDraft(gone, ExceptionCase.WITHDRAWN, "2025-04-01", reason="Con cháu tự xây")
    record_exceptions(commune, [draft])
    figures = standings_of(commune, "luong-son-2024", "2025-06-30").counted.figures()
    assert (figures.wanted, figures.left, figures.done) == (1, 1, 1)


def test_accepted_and_handed_over_are_two_figures(commune: Workspace) -> None:
    case = finished(commune, "Lò Văn Một", "2025-03-01")
    plan = plan_of(commune, "muong-lay-2024")
    assert plan.counts_when == "accepted"
    before = standings_of(commune, "muong-lay-2024", "2025-06-30").counted.figures()
    hand_over(commune, [HandoverDraft(case, "2025-05-01")])
    after = standings_of(commune, "muong-lay-2024", "2025-06-30").counted.figures()
    assert (before.accepted, before.handed_over) == (1, 0)
    assert (after.accepted, after.handed_over, after.done) == (1, 1, 1)
    assert before.done == 1
    early = standings_of(commune, "muong-lay-2024", "2025-04-01").counted
    assert early.figures(as_of="2025-04-01").handed_over == 0


def classes(workspace: Workspace, levels: dict[int, tuple[int, int]], households: int) -> None:
    """So many poor and near-poor households in each year, of so many in all."""
    most = max(poor + near for poor, near in levels.values())
    homes = [make_household(workspace, f"Lò Văn {number:02}") for number in range(most)]
    drafts = []
    for year, (poor, near) in levels.items():
        for place, home in enumerate(homes):
            level = POOR if place < poor else NEAR if place < poor + near else AVERAGE
            drafts.append(PovertyDraft(home, year, level))
    save_poverty_classes(workspace, drafts)
    with workspace.read() as session:
        village = villages(session, workspace.author.office)[0].id
    for year in levels:
        save_populations(workspace, year, {village: households})


def test_xuan_tangs_poverty_falls_by_points_and_near_poor_by_households(commune: Workspace) -> None:
    classes(commune, {2021: (8, 20), 2022: (7, 14)}, 1600)
    found = standings_of(commune, "xuan-tang-2022", "2022-12-31")
    rate, near = line_of(found, "poverty_rate_drop", "2022"), line_of(found, "near_poor_drop", "2022")
    assert rate.measured.figure == Decimal("0.0625")
    assert (rate.wanted, rate.reached) == (Decimal("0.06"), True)
    assert figure_words(rate) == "0,0625 điểm %"
    assert (near.measured.figure, near.reached) == (Decimal(6), True)
    assert figure_words(near, wanted=True) == "5 – 10 hộ"
    assert line_of(found, "poverty_rate_drop", "2023").reached is None


def test_a_drop_below_the_plan_is_not_reached(commune: Workspace) -> None:
    classes(commune, {2021: (8, 20), 2022: (8, 16)}, 1600)
    found = standings_of(commune, "xuan-tang-2022", "2022-12-31")
    assert line_of(found, "poverty_rate_drop", "2022").reached is False
    assert line_of(found, "near_poor_drop", "2022").left == 1


def test_a_rate_without_all_households_says_what_is_missing(commune: Workspace) -> None:
    home = make_household(commune)
    save_poverty_classes(commune, [PovertyDraft(home, 2021, POOR), PovertyDraft(home, 2022, NEAR)])
    line = line_of(standings_of(commune, "xuan-tang-2022", "2022-12-31"), "poverty_rate_drop", "2022")
    assert line.measured.figure is None
    assert figure_words(line) == "chưa có tổng số hộ của năm này và năm trước"


def test_nobody_is_poor_in_2025_but_by_force_majeure(commune: Workspace) -> None:
    home, other = make_household(commune, "Lò Văn Một"), make_household(commune, "Lò Văn Hai")
    save_poverty_classes(commune, [PovertyDraft(home, 2025, POOR, force_majeure=True, cause="Khuyết tật nặng")])
    line = line_of(standings_of(commune, "xuan-tang-2022", "2025-12-31"), "poor_left")
    assert (line.measured.figure, line.reached) == (Decimal(0), True)
    save_poverty_classes(commune, [PovertyDraft(other, 2025, POOR)])
    line = line_of(standings_of(commune, "xuan-tang-2022", "2026-01-01"), "poor_left")
    assert (line.measured.figure, line.left, line.reached, line.ok) == (Decimal(1), Decimal(1), False, False)


def test_a_figure_that_records_cannot_give_is_typed_with_its_source(commune: Workspace) -> None:
    plan = plan_of(commune, "xuan-tang-2022")
    target = next(one for one in plan.targets if one.measure == "typed")
    with pytest.raises(Refused, match="figure_source_missing"):
        save_figure(commune, TargetFigureDraft(plan.id, target.id, "45", "", "2025-11-01"))
    save_figure(commune, TargetFigureDraft(plan.id, target.id, "45", "Báo cáo 12/BC-UBND", "2025-11-01"))
    line = next(
        one for one in standings_of(commune, "xuan-tang-2022", "2025-12-01").lines if one.target.id == target.id
    )
    assert (line.measured.figure, line.measured.source) == (Decimal(45), "Báo cáo 12/BC-UBND")
    before = standings_of(commune, "xuan-tang-2022", "2025-10-01").lines
    assert next(one for one in before if one.target.id == target.id).measured.figure is None


def test_soc_trangs_targets_sum_to_1200_and_a_change_shows_the_difference(upper: Workspace) -> None:
    plan = plan_of(upper, "soc-trang-2023")
    found = standings_of(upper, "soc-trang-2023", "2023-08-01")
    whole = next(one for one in found.sums if one.unit is None)
    assert (whole.whole, whole.parts, whole.count, whole.difference) == (Decimal(1200), Decimal(1200), 11, Decimal(0))
    unit = next(one for one in plan.units if one.name and "Kế Sách" in one.name)
    target = next(one for one in plan.targets if one.unit_id == unit.id)
    hand_down(
        upper,
        [
            HandDownDraft(
                plan.id, unit.id, "houses", "310", "2023-07-15", "15/QĐ-BCĐ", target.period, target.name,
                target.unit_text, target.compare,
            )
        ],
    )  # fmt: skip
    before, after = (standings_of(upper, "soc-trang-2023", day) for day in ("2023-07-14", "2023-07-15"))
    assert not before.differing
    assert [one.difference for one in after.differing] == [Decimal(-10)]
    assert "lệch -10 nhà" in sum_words(after.differing[0])
    line = next(one for one in after.lines if one.unit and one.unit.id == unit.id)
    assert (line.wanted, [one.figure for one in line.earlier]) == (Decimal(310), ["320"])


def test_a_closed_campaign_keeps_its_figures_as_they_were(commune: Workspace) -> None:
    finished(commune, "Lò Văn Một", "2025-03-01")
    plan = plan_of(commune, "luong-son-2024")
    close_campaign(commune, plan.id, "2025-12-31", number="30/BC-UBND")
    make_case(commune, "Lò Văn Hai")
    with commune.read() as session:
        shown = sent_reports(session)
        assert [(one.title, one.number) for one in shown] == [
            ("Kết quả khi kết thúc: Lương Sơn – xóa nhà tạm 2025", "30/BC-UBND")
        ]
        assert [one.head_name for one in kept_content(session, shown[0].id).houses] == ["Lò Văn Một"]
        kept = session.query(SentReport).one()
        content = json.loads(kept.content or "")
    assert (kept.report, kept.number, content["targets"][0]["figure"]) == (WRAP_UP, "30/BC-UBND", 100)
    with pytest.raises(Refused, match="campaign_closed"):
        save_figure(commune, TargetFigureDraft(plan.id, plan.targets[0].id, "1", "Báo cáo", "2026-01-01"))
    reopen_campaign(commune, plan.id)
    assert line_of(standings_of(commune, "luong-son-2024", "2026-01-01"), "house_rate").measured.figure == 50


def test_all_households_of_a_village_are_kept_by_year(commune: Workspace) -> None:
    with commune.read() as session:
        village = villages(session, "03151")[0].id
    save_populations(commune, 2025, {village: 120})
    save_populations(commune, 2025, {village: 125})
    with commune.read() as session:
        assert populations(session, 2025) == {village: 125}
        assert populations(session, 2024) == {}
    with pytest.raises(Refused, match="population_negative"):
        save_populations(commune, 2025, {village: -1})


def test_a_house_on_the_day_before_which_it_was_due_is_late(upper: Workspace) -> None:
    for number, day in enumerate(("2023-09-01", "2023-09-02")):
        case = make_case(upper, f"Thạch {number}", commune_code="31507")
        make_approved(upper, case, day="2023-07-01")
        make_finished(upper, case, day="2023-08-20")
        hand_over(upper, [HandoverDraft(case, day)])
    line = standings_of(upper, "soc-trang-2023", "2023-09-02").lines[0]
    assert line.measured.houses is not None
    assert (line.measured.figure, line.measured.houses.late, line.ok) == (Decimal(2), 1, False)


def test_an_upper_office_without_lists_types_the_households_of_a_ward(upper: Workspace) -> None:
    plan = plan_of(upper, "xuan-tang-2022")
    with upper.read() as session:
        (place,) = places_for(session, plan, 2022)
    assert place.name == "UBND phường"
    for year, poor, near in ((2021, 8, 20), (2022, 7, 14)):
        line = replace(place, households=1600, poor=poor, near_poor=near, force_majeure=1)
        save_totals(upper, PovertyTotalsDraft(year, "Báo cáo 45/BC-UBND", (line,)))
    found = standings_of(upper, "xuan-tang-2022", "2022-12-31")
    rate, near_poor = line_of(found, "poverty_rate_drop", "2022"), line_of(found, "near_poor_drop", "2022")
    assert (rate.measured.figure, rate.measured.source) == (Decimal("0.0625"), "Báo cáo 45/BC-UBND")
    assert (near_poor.measured.figure, near_poor.reached) == (Decimal(6), True)
    assert line_of(found, "poverty_rate_drop", "2023").measured.figure is None
    with upper.read() as session:
        (kept,) = places_for(session, plan, 2022)
    assert kept.poor == 7
    for field in ({"source": ""}, {"lines": (replace(kept, poor=1700),)}):
        with pytest.raises(Refused):
            save_totals(upper, replace(PovertyTotalsDraft(2022, "Báo cáo", (kept,)), **field))
    save_totals(upper, PovertyTotalsDraft(2022, "", (PovertyLine(kept.name, kept.unit_id),)))
    found = standings_of(upper, "xuan-tang-2022", "2022-12-31")
    assert line_of(found, "poverty_rate_drop", "2022").measured.figure is None


def test_what_the_records_say_wins_over_what_was_typed(commune: Workspace) -> None:
    classes(commune, {2021: (8, 20), 2022: (7, 14)}, 1600)
    whole = PovertyLine("Phường", None, area_id(commune.author.office), households=9999, poor=500)
    save_totals(commune, PovertyTotalsDraft(2022, "Nơi khác", (whole,)))
    rate = line_of(standings_of(commune, "xuan-tang-2022", "2022-12-31"), "poverty_rate_drop", "2022")
    assert (rate.measured.figure, rate.measured.source) == (Decimal("0.0625"), None)

"""A round: who handed in, households counted before they have names, and surveys."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.problems import Refused
from app.review.drafts import FoundDraft, ReturnDraft, RoundDraft, SurveyDraft
from app.review.eligibility_drafts import RuleDraft
from app.review.eligibility_operations import save_rules
from app.review.operations import name_households, save_returns, save_round, save_survey
from app.review.queries import round_draft, round_sheet, rounds, survey_draft
from app.support.queries import case_of, case_states, facts_of
from app.workspace import Workspace
from models.vocabulary import Status
from tests.make import NATIONAL, make_case, make_household


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in refused.value.problems]


def opened(commune: Workspace) -> str:
    _, round_id, _ = save_round(commune, RoundDraft("Rà soát đợt 1", "2026-09-01", due_on="2026-09-20"))
    return round_id


def test_counted_stands_against_named_for_each_village_and_agency(commune: Workspace, village: str) -> None:
    round_id = opened(commune)
    agency = "Hội Cựu chiến binh"
    returned = ReturnDraft(round_id, village, None, "returned", "2026-09-10", counts={"poor": 2, "near_poor": 1})
    by_agency = ReturnDraft(round_id, None, agency, "returned", "2026-09-22", counts={"meritorious": 1})
    _, warnings = save_returns(commune, [returned, by_agency])
    assert [one.code for one in warnings] == ["return_late"]
    homes = [make_household(commune, head, village_id=village) for head in ("Lò Văn Pâng", "Quàng Thị Ín")]
    name_households(commune, FoundDraft(round_id, tuple(homes)))
    veteran = make_household(commune, "Cà Văn Thoan", village_id=village, category="meritorious")
    name_households(commune, FoundDraft(round_id, (veteran,), agency))
    with commune.read() as session:
        sheet = round_sheet(session, round_id)
        named = case_of(session, veteran)
    assert named is not None
    by_name = {one.name: one for one in sheet.lines}
    assert (dict(by_name["Bản Hua Nạng"].counted), dict(by_name["Bản Hua Nạng"].named)) == (
        {"poor": 2, "near_poor": 1},
        {"poor": 2},
    )
    assert by_name["Bản Hua Nạng"].difference == 1
    assert (by_name[agency].difference, dict(by_name[agency].named)) == (0, {"meritorious": 1})
    assert by_name["Bản Chi Luông"].state is None
    assert (sheet.round.handed_in, sheet.round.asked, sheet.round.counted, sheet.round.named) == (1, 3, 4, 3)


def test_a_village_hands_in_once_and_may_correct_it(commune: Workspace, village: str) -> None:
    round_id = opened(commune)
    save_returns(commune, [ReturnDraft(round_id, village, None, "no_household", "2026-09-10")])
    save_returns(commune, [ReturnDraft(round_id, village, None, "returned", "2026-09-11", counts={"poor": 1})])
    with commune.read() as session:
        lines = [one for one in round_sheet(session, round_id).lines if one.state]
        assert [(one.state, dict(one.counted)) for one in lines] == [("returned", {"poor": 1})]
        draft = round_draft(session, round_id)
    save_round(commune, replace(draft, closed_on="2026-09-30"))
    with commune.read() as session:
        assert [one.closed_on for one in rounds(session)] == ["2026-09-30"]


def test_what_a_return_cannot_say_is_refused(commune: Workspace, village: str) -> None:
    good = ReturnDraft(opened(commune), village, None, "returned", "2026-09-10")
    wrong = {
        "return_of_whom": replace(good, agency="Hội"),
        "return_state_unknown": replace(good, state="lost"),
        "return_group_unknown": replace(good, counts={"rich": 1}),
        "return_count_negative": replace(good, counts={"poor": -1}),
        "return_counts_none": replace(good, state="no_household", counts={"poor": 1}),
        "day_missing": replace(good, returned_on=None),
    }
    for code, draft in wrong.items():
        with pytest.raises(Refused) as refused:
            save_returns(commune, [draft])
        assert codes(refused) == [code]


def test_a_survey_makes_the_house_surveyed_and_keeps_what_the_household_form_says(commune: Workspace) -> None:
    case = make_case(commune)
    with commune.read() as session:
        [facts] = facts_of(session, [case])
    draft = SurveyDraft(
        facts.household_id, "2026-10-20", roof="tranh", roof_hard=False, area_m2="28.5", need="Tự làm mới"
    )
    _, warnings = save_survey(commune, draft)
    assert [one.code for one in warnings] == ["surveyors_missing"]
    with commune.read() as session:
        assert case_states(session, [case])[case].status is Status.SURVEYED
        kept = survey_draft(session, facts.household_id)
    assert (kept.roof, kept.roof_hard, kept.area_m2, kept.need) == ("tranh", False, "28.5", "Tự làm mới")
    save_survey(commune, replace(kept, surveyors="Lò Văn Sơ", latitude="22.05", longitude="103.15"))
    for code, wrong in {
        "place_half": replace(draft, latitude="22.05"),
        "place_unfit": replace(draft, latitude="222", longitude="103"),
        "area_unfit": replace(draft, area_m2="0"),
        "religion_not_asked": replace(draft, religion="Không"),
        "day_missing": replace(draft, surveyed_on=""),
    }.items():
        with pytest.raises(Refused) as refused:
            save_survey(commune, wrong)
        assert codes(refused) == [code]


def test_religion_is_kept_where_the_programme_asks_for_it(commune: Workspace) -> None:
    case = make_case(commune)
    with commune.read() as session:
        [facts] = facts_of(session, [case])
    save_rules(commune, NATIONAL, [RuleDraft("yes", "asks_religion", valid_from="2026-01-01")])
    save_survey(commune, SurveyDraft(facts.household_id, "2026-10-20", religion="Không", surveyors="Lò Văn Sơ"))
    with commune.read() as session:
        assert survey_draft(session, facts.household_id).religion == "Không"

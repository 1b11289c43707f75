"""Criteria as they are written, and what they give for a house that is known, half known or not known."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.review.eligibility_criteria import Outcome, read_criterion, read_priority
from app.review.eligibility_drafts import RuleDraft
from app.review.eligibility_facts import HouseFacts
from app.review.eligibility_rules import check_rule, examine, judge, priority_of
from app.support.queries import Support

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
BARE = HouseFacts("case", "home", "Lò Văn Pâng", "2026-11-21")
HELPED = Support("other", "home", "Lò Văn Pâng", "Quỹ Vì người nghèo", "2021-05-01")


def outcome(text: str, **facts: object) -> Outcome:
    return examine(read_criterion(text), replace(BARE, **facts)).outcome  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("category in poor,near_poor", {"category": "near_poor"}, MET),
        ("category in poor,near_poor", {"category": "disaster"}, NOT_MET),
        ("category in poor", {}, UNKNOWN),
        ("flag in no_labour,disabled", {"flags": frozenset({"disabled"})}, MET),
        ("flag in no_labour", {}, NOT_MET),
        ("hard_parts < 3", {"hard": (True, True, False)}, MET),
        ("hard_parts < 3", {"hard": (True, True, True)}, NOT_MET),
        ("area_per_person < 8", {"area": Decimal("31.9"), "members": 4}, MET),
        ("area_per_person < 8", {"area": Decimal(32), "members": 4}, NOT_MET),
        ("area_per_person < 8", {"area": Decimal(32)}, UNKNOWN),
        ("area_m2 <= 30", {"area": Decimal(30)}, MET),
        ("members > 3", {"members": 3}, NOT_MET),
        ("head_age >= 60", {"birth": "1966-11-21"}, MET),
        ("head_age >= 60", {"birth": "1966-11-22"}, NOT_MET),
        ("split_years >= 3", {"independent_since": "2023-11-21"}, MET),
        ("split_years >= 3", {"independent_since": "2024"}, NOT_MET),
        ("split_years >= 3", {}, UNKNOWN),
        ("listed_on 2022-06-30", {"poverty": {2022: "near_poor"}}, MET),
        ("listed_on 2022-06-30", {"poverty": {2022: "average", 2023: "poor"}}, NOT_MET),
        ("listed_on 2022-06-30", {"poverty": {2023: "poor"}}, UNKNOWN),
        ("resident_before 2013-06-15", {"resident_since": "2013-06-14"}, MET),
        ("resident_before 2013-06-15", {"resident_since": "2013-06-15"}, NOT_MET),
        ("resident_before 2013-06-15", {"resident_since": "1998"}, MET),
        ("resident_before 2013-06-15", {"resident_since": "2013"}, UNKNOWN),
        ("not_supported_before", {}, MET),
        ("not_supported_before", {"helped": (HELPED,)}, NOT_MET),
        ("slide_danger", {"slide_danger": True}, MET),
        ("flood_danger", {"flood_danger": False}, NOT_MET),
        ("fits_planning", {}, UNKNOWN),
    ],
)
def test_a_criterion_is_met_not_met_or_unknown(text: str, facts: dict[str, object], expected: Outcome) -> None:
    assert outcome(text, **facts) is expected


def test_a_figure_known_in_part_decides_only_where_the_rest_cannot_change_it() -> None:
    two_hard = {"hard": (True, True, None)}
    assert outcome("hard_parts < 3", **two_hard) is UNKNOWN
    assert outcome("hard_parts < 2", **two_hard) is NOT_MET
    assert outcome("hard_parts >= 2", **two_hard) is MET
    assert outcome("split_years >= 3", independent_since="2023") is UNKNOWN


def test_one_met_clause_is_enough_and_an_unknown_one_leaves_the_rest_open() -> None:
    text = "hard_parts < 2 or area_per_person < 8"
    hard = {"hard": (True, True, True)}
    assert outcome(text, **hard, area=Decimal(20), members=4) is MET
    assert outcome(text, **hard) is UNKNOWN
    assert outcome(text, **hard, area=Decimal(40), members=4) is NOT_MET


def test_a_finding_says_what_was_asked_looked_at_and_what_would_change_the_result() -> None:
    criterion = read_criterion("hard_parts < 2 or area_per_person < 8", "Thông tư số 01/2022/TT-BXD")
    found = examine(criterion, replace(BARE, hard=(True, True, False), area=Decimal(40), members=4))
    assert found.source == "Thông tư số 01/2022/TT-BXD"
    assert found.asked == "Số phần cứng của nhà dưới 2 phần hoặc diện tích bình quân dưới 8 m²/người"
    assert found.looked_at == "Số phần cứng của nhà: 2 phần; diện tích bình quân: 10 m²/người (40 m², 4 người)"
    assert found.change == "Sẽ đạt nếu số phần cứng của nhà dưới 2 phần hoặc diện tích bình quân dưới 8 m²/người."
    met = examine(criterion, replace(BARE, hard=(True, False, False), area=Decimal(40), members=4))
    assert met.change == "Sẽ thành không đạt nếu không còn đúng: số phần cứng của nhà dưới 2 phần."
    unknown = examine(criterion, replace(BARE, hard=(True, True, True)))
    assert unknown.change == "Chưa kết luận được. Ghi diện tích nhà cũ và số nhân khẩu thì có kết quả."


def test_what_was_given_before_is_named_with_programme_and_year() -> None:
    found = examine(read_criterion("not_supported_before"), replace(BARE, helped=(HELPED,)))
    assert found.looked_at == "Đã hỗ trợ: Quỹ Vì người nghèo 2021"


@pytest.mark.parametrize(
    "text",
    [
        "category in rich",
        "hard_parts",
        "hard_parts = 2",
        "hard_parts < many",
        "listed_on 30/6/2022",
        "weight < 3",
        "hard_parts < 2 or weight < 3",
        "",
    ],
)
def test_a_criterion_that_cannot_be_read_concludes_nothing_and_is_not_kept(text: str) -> None:
    assert examine(read_criterion(text), BARE).outcome is UNKNOWN
    assert [one.code for one in check_rule(RuleDraft(text))] == ["criterion_unreadable"]


def test_a_verdict_is_as_good_as_its_worst_criterion_and_met_without_any() -> None:
    poor = replace(BARE, category="poor", flood_danger=False)
    texts = ["category in poor", "slide_danger", "flood_danger"]
    results = [judge(poor, [read_criterion(one) for one in texts[:count]]).outcome for count in range(4)]
    assert results == [MET, MET, UNKNOWN, NOT_MET]


def test_a_house_stands_in_the_first_priority_group_it_certainly_belongs_to() -> None:
    groups = [
        found for text in ("1|hard_parts < 1", "2|head_age >= 60", "3|flood_danger") if (found := read_priority(text))
    ]
    old = replace(BARE, birth="1950", flood_danger=True)
    placed = [priority_of(one, groups) for one in (old, replace(old, hard=(False, False, False)), BARE)]
    assert [one and one.place for one in placed] == [2, 1, None]


def test_words_of_which_one_is_enough_read_as_a_list() -> None:
    found = examine(read_criterion("category in poor,near_poor,disaster"), replace(BARE, category="other"))
    assert found.asked == "Đối tượng là hộ nghèo, hộ cận nghèo hoặc bị ảnh hưởng thiên tai"


@pytest.mark.parametrize(
    ("value", "readable"),
    [
        ("stage_minutes|frame_wall", True),
        ("commitment", True),
        ("commitment|someday", False),
        ("giấy lạ|approved", False),
    ],
)
def test_a_required_paper_names_a_paper_and_a_step_of_the_house(value: str, readable: bool) -> None:
    found = [one.code for one in check_rule(RuleDraft(value, "requires_paper"))]
    assert found == ([] if readable else ["paper_rule_unreadable"])

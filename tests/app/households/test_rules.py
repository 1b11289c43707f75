"""What a household must have, what cannot be, and what is only doubtful."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.households.drafts import ConditionDraft, HouseholdDraft, MemberDraft
from app.households.rules import LIST_FIELDS, HouseholdFacts, check_household
from app.wording.messages import problem_text

FACTS = HouseholdFacts(date(2026, 11, 20), village_ids=frozenset({"v1"}))
FIT = HouseholdDraft(
    head_name="Lò Văn Pâng", village_id="v1", category="poor", gender="male", birth="1985", citizen_id="011085001234"
)


def codes(draft: HouseholdDraft, facts: HouseholdFacts = FACTS) -> list[tuple[str, str, bool]]:
    found = check_household(draft, facts)
    assert all(problem_text(one) for one in found)
    return [(one.field, one.code, one.warning) for one in found]


def test_a_fit_household_has_no_problem() -> None:
    assert codes(FIT) == []


def test_a_form_asks_for_name_village_and_group_and_a_list_for_the_name_alone() -> None:
    fields = [one[0] for one in codes(HouseholdDraft())]
    assert fields == ["head_name", "village_id", "category"]
    assert [one.field for one in check_household(HouseholdDraft(), FACTS, LIST_FIELDS)] == ["head_name"]


@pytest.mark.parametrize("number", ["01108500123", "1", "01108500123a", "0110850012345"])
def test_an_id_number_of_another_length_is_refused(number: str) -> None:
    assert codes(replace(FIT, citizen_id=number)) == [("citizen_id", "citizen_id_length", False)]


def test_an_old_number_of_nine_digits_says_nothing_of_gender_and_year() -> None:
    assert codes(replace(FIT, citizen_id="040123456", gender="female", birth="1950")) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"gender": "female"}, "citizen_id_gender"),
        ({"birth": "1958-03-01"}, "citizen_id_birth"),
        ({"citizen_id": "097085001234"}, "citizen_id_province"),
        ({"citizen_id": "000085001234"}, "citizen_id_province"),
    ],
)
def test_an_id_number_that_disagrees_is_only_a_warning(changed: dict[str, str], code: str) -> None:
    assert codes(replace(FIT, **changed)) == [("citizen_id", code, True)]  # type: ignore[arg-type]


def test_the_century_of_an_id_number_is_its_fourth_digit() -> None:
    assert codes(replace(FIT, citizen_id="011205001234", birth="2005")) == []
    assert codes(replace(FIT, citizen_id="011305001234", birth="2005", gender="female")) == []


def test_an_id_number_of_another_household_is_named() -> None:
    (found,) = check_household(FIT, replace(FACTS, same_id=("Lò Văn Ín",)))
    assert (found.code, found.warning) == ("citizen_id_known", True)
    assert "Lò Văn Ín" in problem_text(found)


@pytest.mark.parametrize(("birth", "wrong"), [("2027", True), ("2026-11-21", True), ("2026-11-20", False)])
def test_a_birth_ahead_is_refused(birth: str, wrong: bool) -> None:
    found = codes(replace(FIT, birth=birth, citizen_id=None, guardian="Lò Văn Ín"))
    assert found == ([("birth", "birth_ahead", False)] if wrong else [])


@pytest.mark.parametrize(
    ("birth", "young"),
    [("2008", False), ("2009", True), ("2008-11-20", False), ("2008-11-21", True)],
)
def test_a_head_under_18_asks_for_a_guardian(birth: str, young: bool) -> None:
    draft = replace(FIT, birth=birth, citizen_id=None)
    assert codes(draft) == ([("guardian", "head_under_18", True)] if young else [])
    assert codes(replace(draft, guardian="Lò Thị Ín")) == []


def test_a_household_has_at_least_one_person() -> None:
    assert codes(replace(FIT, member_count=0)) == [("member_count", "member_count_small", False)]
    members = (MemberDraft(name="Lò Thị Ín"), MemberDraft(name="Lò Thị Én"))
    assert codes(replace(FIT, member_count=2, members=members)) == [("member_count", "member_count_listed", True)]
    assert codes(replace(FIT, member_count=3, members=members)) == []


def test_a_member_is_checked_like_the_head() -> None:
    members = (MemberDraft(name="Lò Thị Ín"), MemberDraft(citizen_id="12", birth="2030"))
    assert codes(replace(FIT, members=members)) == [
        ("members.1.name", "member_name_missing", False),
        ("members.1.birth", "birth_ahead", False),
        ("members.1.citizen_id", "citizen_id_length", False),
    ]


@pytest.mark.parametrize(
    ("house", "field", "code", "warning"),
    [
        (ConditionDraft(area_m2="0"), "area_m2", "area_unfit", False),
        (ConditionDraft(area_m2="-3"), "area_m2", "area_unfit", False),
        (ConditionDraft(area_m2="ba"), "area_m2", "area_unfit", False),
        (ConditionDraft(area_m2="1000.5"), "area_m2", "area_unusual", True),
        (ConditionDraft(built_year=2027), "built_year", "year_ahead_built", False),
        (ConditionDraft(surveyed_on="2026-11-21"), "surveyed_on", "day_ahead", False),
    ],
)
def test_the_present_house_is_checked(house: ConditionDraft, field: str, code: str, warning: bool) -> None:
    assert codes(replace(FIT, condition=house)) == [(f"condition.{field}", code, warning)]


def test_words_of_the_vocabulary_come_from_their_list() -> None:
    assert codes(replace(FIT, category="rich", gender="x", flags=frozenset({"tall"}), citizen_id=None)) == [
        ("gender", "not_choice", False),
        ("category", "not_choice", False),
        ("flags", "not_choice", False),
    ]
    assert codes(replace(FIT, ethnicity="Sao Hỏa")) == [("ethnicity", "ethnicity_other", True)]


def test_a_village_of_another_commune_is_refused() -> None:
    assert codes(replace(FIT, village_id="v2")) == [("village_id", "village_unknown", False)]


def test_only_a_commune_adds_households() -> None:
    assert codes(FIT, replace(FACTS, may_add=False)) == [("", "commune_only", False)]
    assert codes(replace(FIT, id="known"), replace(FACTS, may_add=False)) == []

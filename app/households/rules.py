"""Rules of a household: what it must have, what cannot be, and what is only doubtful. Pure functions.

ID numbers by domain facts of the identity card: digits 1-3 the province of birth registration (the list of 63 before
July 2025, or a country), digit 4 century and gender, digits 5-6 the year of birth. Old data is often wrong, so that a
disagreement is a warning; only a number of the wrong length is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from app.areas.queries import ethnic_group
from app.households.drafts import ConditionDraft, HouseholdDraft, MemberDraft
from app.problems import Problem
from app.wording.households import PERSONS, REQUIRED_LABELS
from models.vocabulary import Category, Flag, Gender

FORM_FIELDS = ("head_name", "village_id", "category")
LIST_FIELDS = ("head_name",)
ADULT = 18
LAST_PROVINCE = 96
UNUSUAL_AREA = Decimal(1000)
_GENDERS, _CATEGORIES, _FLAGS = frozenset(Gender), frozenset(Category), frozenset(Flag)


@dataclass(frozen=True)
class HouseholdFacts:
    """What the rules must know beside the draft. `same_id` names other households with this ID number.

    `origin_known`: the household it has left is here.
    """

    today: date
    may_add: bool = True
    village_ids: frozenset[str] = frozenset()
    same_id: tuple[str, ...] = ()
    origin_known: bool = True


def check_household(
    draft: HouseholdDraft, facts: HouseholdFacts, required: Collection[str] = FORM_FIELDS
) -> list[Problem]:
    """Everything wrong or doubtful. `required` depends on who asks: the form, or a list that needs the name alone."""
    found = [
        Problem(name, "required", {"label": REQUIRED_LABELS[name]}) for name in required if not getattr(draft, name)
    ]
    if draft.id is None and not facts.may_add:
        found.append(Problem("", "commune_only"))
    if draft.village_id and draft.village_id not in facts.village_ids:
        found.append(Problem("village_id", "village_unknown", {"text": draft.village_id[-6:]}))
    if draft.split_from_id and (draft.split_from_id == draft.id or not facts.origin_known):
        found.append(Problem("split_from_id", "split_from_unfit"))
    found += check_person(draft.citizen_id, draft.gender, draft.birth, facts.today)
    found += [Problem("citizen_id", "citizen_id_known", {"name": one}, warning=True) for one in facts.same_id]
    found += _check_head(draft, facts.today)
    found += _check_words(draft)
    for place, member in enumerate(draft.members or ()):
        found += _check_member(member, place, facts.today)
    if draft.condition is not None:
        found += _check_condition(draft.condition, facts.today)
    return found


def check_person(citizen_id: str | None, gender: str | None, birth: str | None, today: date) -> list[Problem]:
    """ID number, gender and birth of one person, by themselves and against one another."""
    found = []
    if birth and birth > today.isoformat()[: len(birth)]:
        found.append(Problem("birth", "birth_ahead", {"year": birth[:4]}))
    if not citizen_id:
        return found
    if not citizen_id.isdecimal() or len(citizen_id) not in (9, 12):
        return [*found, Problem("citizen_id", "citizen_id_length", {"count": len(citizen_id)})]
    return [*found, *_disagreements(citizen_id, gender, birth)] if len(citizen_id) == 12 else found


def _disagreements(citizen_id: str, gender: str | None, birth: str | None) -> Iterator[Problem]:
    """What the twelve digits say otherwise than the other fields."""
    sign = int(citizen_id[3])
    year = 1900 + 100 * (sign // 2) + int(citizen_id[4:6])
    told = Gender.FEMALE if sign % 2 else Gender.MALE
    if not 1 <= int(citizen_id[:3]) <= LAST_PROVINCE:
        yield Problem("citizen_id", "citizen_id_province", {"code": citizen_id[:3]}, warning=True)
    if gender and gender != told:
        yield Problem("citizen_id", "citizen_id_gender", {"gender": PERSONS[told]}, warning=True)
    if birth and int(birth[:4]) != year:
        yield Problem("citizen_id", "citizen_id_birth", {"year": year}, warning=True)


def _check_head(draft: HouseholdDraft, today: date) -> Iterator[Problem]:
    if draft.birth and _age(draft.birth, today) < ADULT and not draft.guardian:
        yield Problem("guardian", "head_under_18", warning=True)
    count = draft.member_count
    if count is not None and count < 1:
        yield Problem("member_count", "member_count_small")
    listed = 1 + len(draft.members or ())
    if count is not None and 1 <= count < listed:
        yield Problem("member_count", "member_count_listed", {"count": listed}, warning=True)


def _age(birth: str, today: date) -> int:
    """Full years; where only the year of birth is known, the greatest that is possible."""
    had_birthday = len(birth) == 4 or birth[5:] <= today.isoformat()[5:]
    return today.year - int(birth[:4]) - (0 if had_birthday else 1)


def _check_words(draft: HouseholdDraft) -> Iterator[Problem]:
    """Vocabulary is from its list; an ethnic group outside the 54 is kept as typed."""
    if draft.gender and draft.gender not in _GENDERS:
        yield Problem("gender", "not_choice", {"text": draft.gender, "choices": ", ".join(Gender)})
    if draft.category and draft.category not in _CATEGORIES:
        yield Problem("category", "not_choice", {"text": draft.category, "choices": ", ".join(Category)})
    for flag in sorted(draft.flags - _FLAGS):
        yield Problem("flags", "not_choice", {"text": flag, "choices": ", ".join(Flag)})
    if draft.ethnicity and ethnic_group(draft.ethnicity) is None:
        yield Problem("ethnicity", "ethnicity_other", {"text": draft.ethnicity}, warning=True)


def _check_member(member: MemberDraft, place: int, today: date) -> Iterator[Problem]:
    """Problems of a member stand beside `members.<place>.<field>`."""
    if not member.name:
        yield Problem(f"members.{place}.name", "member_name_missing")
    for one in check_person(member.citizen_id, member.gender, member.birth, today):
        yield Problem(f"members.{place}.{one.field}", one.code, one.values, one.warning)


def _check_condition(house: ConditionDraft, today: date) -> Iterator[Problem]:
    """Problems of the present house stand beside `condition.<field>`."""
    if house.area_m2 is not None:
        area = _decimal(house.area_m2)
        if area is None or area <= 0:
            yield Problem("condition.area_m2", "area_unfit")
        elif area > UNUSUAL_AREA:
            yield Problem("condition.area_m2", "area_unusual", {"area": house.area_m2.replace(".", ",")}, warning=True)
    if house.built_year is not None and house.built_year > today.year:
        yield Problem("condition.built_year", "year_ahead_built", {"year": house.built_year})
    if house.surveyed_on and house.surveyed_on > today.isoformat():
        day = date.fromisoformat(house.surveyed_on).strftime("%d/%m/%Y")
        yield Problem("condition.surveyed_on", "day_ahead", {"day": day})


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None

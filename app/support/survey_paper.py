"""The survey form of a house (domain 3.1 A), blank and filled. The item on religion only where the programme asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sqlalchemy.orm import Session

from app.documents.paper_forms import About, PaperForm
from app.documents.parts import HousePart, Letterhead, Signature
from app.documents.sentences import day_of, day_text, filled, part_text
from app.documents.text_paper import Look, Text, TextPaper, texts
from app.documents.words import area_text
from app.households.queries import HouseholdOnPaper
from app.office.queries import PaperOffice
from app.parsing import today
from app.support.on_paper import CaseOnPaper
from app.support.queries import cases_on_paper
from app.wording import papers as frame
from app.wording import papers_support as said
from app.wording.paper_lists import category_text
from app.wording.vocabulary import FLAGS, GENDERS
from models.vietnamese import fold
from models.vocabulary import PaperKind

#: What stands between a surveyor's name and what he is.
_ROLE_BEHIND = re.compile(r"\s*[,;(]\s*|\s+[-–]\s+")
_SPOUSES = frozenset(map(fold, said.SPOUSES))


def _read(session: Session, _office: PaperOffice, case_ids: Sequence[str]) -> list[CaseOnPaper]:
    return cases_on_paper(session, case_ids)


def survey_form(office: PaperOffice, one: CaseOnPaper) -> TextPaper:
    """The form with what the records know; an item without a value is left to the hand, choices as boxes."""
    home, house = one.household, one.household.house
    surveyed = day_of(house.surveyed_on)
    values = _values(one)
    lines = [filled(line, **values) for line in said.SURVEY_LINES]
    rest = [filled(line, **values) for line in said.SURVEY_REST]
    number = said.SURVEY_ITEMS
    if _asks_religion(one):
        lines.append(filled(said.SURVEY_RELIGION, religion=house.religion or ""))
        number += 1
    for place, line in enumerate(rest):
        if place in said.SURVEY_NUMBERED:
            number += 1
            lines.append(f"{number}. {line}")
        else:
            lines.append(line)
    placed = filled(said.PLACE_AND_DATE.replace("{day}", day_text(surveyed)), place=office.place)
    head = Signature((said.SIGN_HOUSEHOLD,), home.head_name, frame.SIGN_OR_THUMBPRINT_HINT)
    blocks = (*texts(lines), Text(placed, Look.NOTE))
    return TextPaper(said.SURVEY_TITLE, blocks, Letterhead(), signatures=(*_team(house.surveyors or ""), head))


def _team(surveyors: str) -> list[Signature]:
    """The team's places to sign, one a line of `surveyors`: by what each says he is ("Lò Văn Ổn, trưởng bản").

    Who does not say it takes the next free place of the form; who is something else gets a place of his own.
    """
    names = dict.fromkeys(said.SIGN_SURVEY, "")
    unsaid, others = [], []
    for line in filter(None, map(str.strip, surveyors.splitlines())):
        name, _, role = (part.strip(" )") for part in _ROLE_BEHIND.sub("\n", line, count=1).partition("\n"))
        title = _title_of(role)
        if title and not names[title]:
            names[title] = name
        elif role:
            others.append(Signature((role.upper(),), name))
        else:
            unsaid.append(name)
    for title in [title for title, name in names.items() if not name][: len(unsaid)]:
        names[title] = unsaid.pop(0)
    others += [Signature((said.SIGN_SURVEY_TEAM,), name) for name in unsaid]
    first, *rest = (Signature((title,), name) for title, name in names.items())
    return [replace(first, titles=(said.SIGN_SURVEY_TEAM, *first.titles)), *rest, *others]


def _title_of(role: str) -> str | None:
    found = fold(role)
    return next((title for title, words in said.SURVEY_ROLES.items() if any(fold(one) in found for one in words)), None)


def _values(one: CaseOnPaper) -> dict[str, str]:
    home, house = one.household, one.household.house
    known = bool(home.head_name)
    return {
        "name": home.head_name,
        "gender": GENDERS.get(home.gender or "", "" if known else said.GENDER_BOXES),
        "birth": home.birth,
        "citizen_id": home.citizen_id,
        "spouse": _spouse(home),
        "members": "" if home.member_count is None else str(home.member_count),
        "phone": home.phone,
        "address": home.address,
        "occupation": house.occupation or "",
        "education": house.education or "",
        "employment": house.employment or said.EMPLOYMENT_BOXES,
        "category": category_text(one.category) or said.CATEGORY_BOXES,
        "ethnicity": home.ethnicity,
        "flags": ", ".join(FLAGS[flag] for flag in home.flags if flag in FLAGS),
        "land": house.land_papers or said.LAND_BOXES,
        "description": house.description or "",
        "foundation": part_text(HousePart(house.foundation or "", house.foundation_hard)),
        "frame_wall": part_text(HousePart(house.frame_wall or "", house.frame_wall_hard)),
        "roof": part_text(HousePart(house.roof or "", house.roof_hard)),
        "area": area_text(Decimal(house.area_m2)) if house.area_m2 else "",
        "circumstances": house.circumstances or "",
        "need": house.need or said.NEED_BOXES,
        "note": house.note or "",
    }


def _spouse(home: HouseholdOnPaper) -> str:
    return next((one.name for one in home.members if fold(one.relation) in _SPOUSES), "")


def _asks_religion(one: CaseOnPaper) -> bool:
    programme = one.facts.programme if one.facts else None
    return bool(programme and programme.asks_religion(one.household.house.surveyed_on or today().isoformat()))


SURVEY_FORM = PaperForm(PaperKind.SURVEY_FORM, About.CASE, _read, survey_form, CaseOnPaper())

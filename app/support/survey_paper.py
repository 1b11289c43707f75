"""The survey form of a house (domain 3.1 A), blank and filled. The item on religion only where the programme asks."""

from __future__ import annotations

from collections.abc import Sequence
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
    team = [line.strip() for line in (house.surveyors or "").splitlines() if line.strip()]
    signs = [
        Signature((said.SIGN_SURVEY_TEAM, title) if place == 0 else (title,), name)
        for place, (title, name) in enumerate(zip(said.SIGN_SURVEY, [*team, "", "", ""], strict=False))
    ]
    head = Signature((said.SIGN_HOUSEHOLD,), home.head_name, frame.SIGN_OR_THUMBPRINT_HINT)
    blocks = (*texts(lines), Text(placed, Look.NOTE))
    return TextPaper(said.SURVEY_TITLE, blocks, Letterhead(), signatures=(*signs, head))


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

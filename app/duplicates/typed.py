"""Which household on the list a household that is being typed may be: said in its form before it is saved."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.duplicates.finding import load_homes
from app.duplicates.homes import Home, Person, is_spouse
from app.duplicates.queries import reasons_text, sides_of
from app.duplicates.scoring import Likeness, compare
from app.households.drafts import HouseholdDraft
from app.households.queries import HouseholdFilter, first_page, own_commune
from app.problems import Problem
from models.search import HouseholdEntry

#: Of so many households with one name those that are compared; more share no name in one commune.
_MOST = 200


def check_typed(session: Session, draft: HouseholdDraft) -> list[Problem]:
    """A warning beside the head's name of a new household when it is likely on the list already, of whatever commune.

    `household_id` among its values is the likeliest; nothing is asked of a household that is saved, its pairs stand
    on the page of duplicates.
    """
    if draft.id is not None or not draft.head_name:
        return []
    typed = _home(session, draft)
    near = load_homes(session, list(dict.fromkeys(_candidates(session, draft))))
    alike = [(compare(typed, one), one) for one in near.values()]
    likely = sorted((pair for pair in alike if pair[0].proposed), key=lambda pair: -pair[0].bits)
    return [_warning(session, *likely[0])] if likely else []


def _home(session: Session, draft: HouseholdDraft) -> Home:
    people = [
        Person(one.name or "", one.relation, one.gender, one.birth, one.citizen_id) for one in draft.members or ()
    ]
    return Home(
        "",
        Person(draft.head_name or "", None, draft.gender, draft.birth, draft.citizen_id),
        tuple(one for one in people if one.name),
        draft.village_id,
        own_commune(session),
        draft.phone,
        draft.bank_account,
        draft.ethnicity,
    )


def _candidates(session: Session, draft: HouseholdDraft) -> Iterator[str]:
    """The ids of households with the head's ID number, or with the name of the head or of the spouse."""
    if draft.citizen_id:
        entry = HouseholdEntry
        yield from session.scalars(select(entry.household_id).where(entry.citizen_id == draft.citizen_id))
    spouses = [one.name for one in draft.members or () if one.name and is_spouse(one.relation)]
    for name in (draft.head_name, *spouses):
        for row in first_page(session, HouseholdFilter(text=name or ""), _MOST):
            yield row.id


def _warning(session: Session, likeness: Likeness, home: Home) -> Problem:
    side = sides_of(session, [home.id])[home.id]
    who = ", ".join(filter(None, (side.head_name, side.birth, side.place)))
    why = reasons_text(likeness.reasons)
    values = {"who": who, "why": why[:1].lower() + why[1:], "household_id": home.id}
    return Problem("head_name", "household_likely", values, warning=True)

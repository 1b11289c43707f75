"""The message to the head of a village ("Tin nhắn cho trưởng thôn"): what is open of its houses, short, as plain text.

It holds names and stages only: no number of a person, no telephone, no money.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import Village, villages_by_id
from app.documents.words import date_text
from app.journal.store import batches
from app.parsing import fold, today
from app.reports.worklists import CaseRow, case_rows
from app.wording import village_message as said
from app.wording.vocabulary import STAGES
from models.household import Household
from models.photo import Photo
from models.vocabulary import PaperKind, Stage, Status

#: After so many days without news a village is asked: its sheet comes back every week.
_WEEK = 7
#: A message of more houses is not read on a telephone.
MOST_HOUSES = 12
_NOBODY = Village("", "", None, None, 0)


@dataclass(frozen=True)
class VillageMessage:
    """A message ready to be sent, and of how many houses it asks (0: nothing is open)."""

    village_id: str
    village: str
    phone: str
    houses: int
    text: str


def village_messages(session: Session, case_ids: Sequence[str], day: date | None = None) -> list[VillageMessage]:
    """A message for each village of these houses, by name of the village."""
    rows = case_rows(session, case_ids)
    places = _places(session, (row.household_id for row in rows))
    known = villages_by_id(session, places.values())
    seen = _photographed(session, (row.household_id for row in rows))
    found: dict[str, list[CaseRow]] = {}
    for row in rows:
        found.setdefault(places.get(row.household_id) or "", []).append(row)
    made = [_message(known.get(place, _NOBODY), houses, seen, day or today()) for place, houses in found.items()]
    return sorted(made, key=lambda one: fold(one.village))


def _places(session: Session, households: Iterable[str]) -> dict[str, str]:
    """Household -> village."""
    found: dict[str, str] = {}
    for batch in batches(dict.fromkeys(households)):
        query = select(Household.id, Household.village_id).where(Household.id.in_(batch))
        found.update({row.id: row.village_id for row in session.execute(query) if row.village_id})
    return found


def _photographed(session: Session, households: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Households with the stages of which there is a photo."""
    found: set[tuple[str, str]] = set()
    for batch in batches(dict.fromkeys(households)):
        query = select(Photo.household_id, Photo.subject).where(Photo.household_id.in_(batch), Photo.row_out.is_(False))
        found.update((row.household_id or "", row.subject or "") for row in session.execute(query))
    return frozenset(found)


def _message(village: Village, rows: Sequence[CaseRow], seen: frozenset[tuple[str, str]], day: date) -> VillageMessage:
    asked = [(row.head_name, questions) for row in rows if (questions := _questions(row, seen, day))]
    lines = [
        said.HOUSE.format(number=number, name=name, questions="; ".join(questions))
        for number, (name, questions) in enumerate(asked[:MOST_HOUSES], 1)
    ]
    if len(asked) > MOST_HOUSES:
        lines.append(said.MORE.format(count=len(asked) - MOST_HOUSES))
    opening = said.opening(village.head_name or "", village.name, len(asked), date_text(day))
    text = "\n".join([opening, *lines, said.CLOSING]) if asked else ""
    return VillageMessage(village.id, village.name, village.head_phone or "", len(asked), text)


def _questions(row: CaseRow, seen: frozenset[tuple[str, str]], day: date) -> list[str]:
    """What is open of a house; nothing where all is known."""
    state, heard = row.state, row.news.heard_on
    found = []
    if state.status is Status.ON_HOLD and state.exception is not None:
        review = state.exception.review_on or ""
        if review <= day.isoformat():
            found.append(said.HELD.format(reason=state.exception.reason or said.UNKNOWN_REASON))
    elif heard <= (day - timedelta(days=_WEEK)).isoformat():
        due = next((one for one in Stage if one not in state.stages), None)
        asked = said.ASKED[due.value] if due else said.FINISHED
        found.append(said.NO_NEWS.format(asked=asked, day=date_text(date.fromisoformat(heard))) if heard else asked)
    if row.overdue and state.status is not Status.ON_HOLD:
        found.append(said.LATE.format(days=row.overdue))
    done = [one for one in Stage if one in state.stages and one is not Stage.START]
    if done and (row.household_id, done[-1].value) not in seen:
        found.append(said.PHOTO.format(stage=STAGES[done[-1].value].lower()))
    if done and PaperKind.STAGE_MINUTES not in row.facts.signed_papers:
        found.append(said.MINUTES)
    return found

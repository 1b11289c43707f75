"""The minutes of a meeting of the council that votes on awards (Mẫu 1.9, Decree 30/2020)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.awards.facts import MeetingRow, NominationRow
from app.awards.paper_parts import campaign_of, counted, in_sentence
from app.awards.queries import meetings, nominations
from app.documents.paper_forms import About, PaperForm
from app.documents.paper_tables import columns_of, list_table
from app.documents.parts import Signature
from app.documents.sentences import day_of, day_text, filled
from app.documents.text_paper import Block, Look, Text, TextPaper, texts
from app.office.queries import IssuedText, PaperOffice, issued_texts
from app.wording import papers_awards as said
from models.vocabulary import PaperKind

_EMPTY_ROWS = 6
_SHARES = (0.5, 2.4, 2.4, 0.8, 0.9, 0.9, 0.9)


@dataclass(frozen=True)
class CouncilPaper:
    """A meeting with the nominations it voted on; all empty is the blank form."""

    meeting: MeetingRow | None = None
    campaign: str = ""
    voted: tuple[NominationRow, ...] = ()
    issued: IssuedText | None = None


def _read(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[CouncilPaper]:
    """The minutes of each meeting, in the order of the ids."""
    known = {one.id: one for one in meetings(session)}
    issued = issued_texts(session, PaperKind.COUNCIL_MINUTES, ids)
    found = []
    for one in (known[key] for key in dict.fromkeys(ids) if key in known):
        voted = tuple(row for row in nominations(session, one.campaign_id) if row.meeting_id == one.id)
        name = in_sentence(campaign_of(session, one.campaign_id).name or "")
        found.append(CouncilPaper(one, name, voted, issued.get(one.id)))
    return found or [BLANK]


BLANK = CouncilPaper()


def council_minutes(office: PaperOffice, one: CouncilPaper) -> TextPaper:
    """The minutes with the vote on every nomination."""
    meeting = one.meeting
    time = said.MINUTES_TIME.replace("{day}", day_text(day_of(meeting.held_on) if meeting else None))
    chair, secretary = _text(meeting, "chair"), _text(meeting, "secretary")
    note = [filled(said.MINUTES_NOTE, note=_text(meeting, "note"))] if not meeting or meeting.note else []
    # Who was voted for by more than half of those present is what the meeting agrees on.
    agreed = counted(row.participant.kind for row in one.voted if 2 * (row.agree or 0) > _cast(row))
    blocks: tuple[Block, ...] = (
        Text(filled(time, time="")),
        Text(filled(said.MINUTES_PLACE, place=_text(meeting, "place"))),
        Text(said.MINUTES_PEOPLE, Look.HEADING),
        Text(filled(said.MINUTES_LEADERS, chair=chair, secretary=secretary)),
        Text(filled(said.MINUTES_ATTENDANTS, attendants=_text(meeting, "attendants"))),
        Text(filled(said.MINUTES_PRESENT, present=_text(meeting, "present"))),
        Text(said.MINUTES_CONTENT, Look.HEADING),
        Text(said.MINUTES_READ),
        list_table(columns_of(said.MINUTES_COLUMNS, _SHARES, "cllcccc"), _rows(one.voted), empty_rows=_EMPTY_ROWS),
        *texts((*note, filled(said.MINUTES_RESULT, count=agreed))),
    )
    return TextPaper(
        tuple(filled(text, name=one.campaign) for text in said.MINUTES_TITLE),
        blocks,
        office.head_of("BB", one.issued),
        closing=filled(said.MINUTES_END, time=""),
        signatures=(Signature((said.SIGN_SECRETARY,), secretary), Signature((said.SIGN_CHAIR,), chair)),
        recipients=said.MINUTES_RECIPIENTS,
    )


def _text(meeting: MeetingRow | None, field: str) -> str:
    value = getattr(meeting, field) if meeting else None
    return "" if value is None else str(value)


def _cast(row: NominationRow) -> int:
    return (row.agree or 0) + (row.disagree or 0) + (row.abstain or 0)


def _rows(voted: Sequence[NominationRow]) -> list[tuple[str, ...]]:
    return [
        (
            str(place),
            row.participant.name,
            row.form,
            str(row.agree or 0),
            str(row.disagree or 0),
            str(row.abstain or 0),
            f"{100 * (row.agree or 0) / _cast(row):.1f}%".replace(".", ",") if _cast(row) else "",
        )
        for place, row in enumerate(voted, start=1)
    ]


MINUTES_FORM = PaperForm(PaperKind.COUNCIL_MINUTES, About.AWARD_MEETING, _read, council_minutes, BLANK, True)

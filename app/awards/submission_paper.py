"""The submission for awards ("Tờ trình") with its list; number and day dotted until văn thư gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.awards.achievements import achievements
from app.awards.facts import MeetingRow, NominationRow
from app.awards.paper_parts import basis_texts, by_kind, campaign_of, counted, in_sentence
from app.awards.queries import meetings, nominations
from app.campaigns.queries import CampaignDetail
from app.documents.paper_forms import About, PaperForm
from app.documents.paper_tables import columns_of, list_table
from app.documents.sentences import day_of, day_text, filled
from app.documents.text_paper import Block, Text, TextPaper, texts
from app.office.queries import IssuedText, PaperOffice, issued_texts
from app.parsing import today
from app.wording import papers_awards as said
from app.wording.vocabulary import AWARD_OBJECTS
from models.vocabulary import AwardLevel, Level, PaperKind

_EMPTY_ROWS = 8
_SHARES = (0.5, 2.2, 2.2, 3.4, 0.8)


@dataclass(frozen=True)
class Proposed:
    """A line of the list: who, where from, why, and the council's vote."""

    kind: str
    name: str
    place: str
    why: str
    votes: str


@dataclass(frozen=True)
class AwardSubmission:
    """The submission of one form of one campaign; all empty is the blank form."""

    campaign: CampaignDetail | None = None
    form: str = ""
    addressee: str = ""
    proposed: tuple[Proposed, ...] = ()
    met_on: str | None = None
    issued: IssuedText | None = None
    own: bool = False


def _read(session: Session, office: PaperOffice, ids: Sequence[str]) -> list[AwardSubmission]:
    """One paper for each campaign and form among the nominations."""
    rows = nominations(session, ids=ids)
    issued = issued_texts(session, PaperKind.AWARD_SUBMISSION, [one.id for one in rows])
    groups: dict[tuple[str, str], list[NominationRow]] = {}
    for one in rows:
        groups.setdefault((one.participant.campaign_id, one.form_id), []).append(one)
    found = []
    for (campaign_id, _), own in groups.items():
        detail, held = campaign_of(session, campaign_id), {one.id: one for one in meetings(session, campaign_id)}
        met = next((held[one.meeting_id] for one in own if one.meeting_id in held), None)
        lines = tuple(_proposed(session, one, held) for one in own)
        text = next((issued[one.id] for one in own if one.id in issued), None)
        day = met.held_on if met else None
        home = own[0].level == AwardLevel.COMMUNE and office.level is Level.COMMUNE and not office.front
        addressee = said.OWN_CHAIR.format(office=office.body) if home else own[0].issuer
        found.append(AwardSubmission(detail, own[0].form, addressee, lines, day, text, home))
    return found or [BLANK]


def _proposed(session: Session, one: NominationRow, held: dict[str, MeetingRow]) -> Proposed:
    who = one.participant
    why = one.content or "; ".join(each.text for each in achievements(session, who))
    meeting = held.get(one.meeting_id or "")
    present = meeting.present if meeting else None
    votes = said.VOTES.format(agree=one.agree, present=present) if one.agree is not None and present else ""
    place = ", ".join(filter(None, (who.position, who.unit if who.unit != who.name else "")))
    return Proposed(who.kind, who.name, place, why, votes)


BLANK = AwardSubmission()


def award_submission(office: PaperOffice, one: AwardSubmission) -> TextPaper:
    """The submission with its list, which lies on the long side of the sheet."""
    day = one.issued.issued_on if one.issued else None
    name = in_sentence(one.campaign.name or "") if one.campaign else ""
    minutes = said.MINUTES_BASIS.replace("{day}", day_text(day_of(one.met_on)))
    last = minutes if one.met_on or not one.proposed else said.LAST_BASIS
    count = counted(each.kind for each in one.proposed)
    # What the office's own chairman gives is put before him by the council.
    by = said.OWN_COUNCIL if one.own else office.body
    asked = filled(said.SUBMISSION_TEXT, office=by, addressee=one.addressee, form=one.form, count=count, name=name)
    body = (asked, said.SUBMISSION_ATTACHED, filled(said.SUBMISSION_END, addressee=one.addressee))
    return TextPaper(
        tuple(filled(text, name=name) for text in said.SUBMISSION_TITLE),
        (*basis_texts(one.campaign, day, last), *texts(body)),
        office.head_of("TTr", one.issued),
        addressees=(filled("{name}", name=one.addressee),),
        signatures=(office.signature(day or today().isoformat(), one.issued.signer if one.issued else ""),),
        recipients=said.SUBMISSION_RECIPIENTS,
        annexes=(_annex(office, one),),
    )


def _annex(office: PaperOffice, one: AwardSubmission) -> TextPaper:
    number = one.issued.number if one.issued else ""
    figures, _slash, symbol = number.partition("/")
    numbered = f"{filled('{number}', number=figures)}/{symbol or office.symbol('TTr')}"
    day = day_text(day_of(one.issued.issued_on)) if one.issued else day_text(None)
    kept = said.LIST_OF.replace("{day}", day).replace("{number}", numbered)
    columns = columns_of(said.LIST_COLUMNS, _SHARES, "clllc")
    blocks: tuple[Block, ...] = (list_table(columns, _rows(one.proposed), empty_rows=_EMPTY_ROWS),)
    title = tuple(filled(text, form=one.form) for text in said.LIST_TITLE)
    total = (Text(f"{counted(each.kind for each in one.proposed)}."),) if one.proposed else ()
    return TextPaper(title, (*blocks, *total), under_title=(filled(kept, office=office.body),), wide=True)


def _rows(proposed: Sequence[Proposed]) -> list[tuple[str, ...]]:
    """The lines under a heading for each kind, numbered anew in each."""
    found: list[tuple[str, ...]] = []
    for place, kind in enumerate(by_kind([one.kind for one in proposed])):
        found.append((said.ROMANS[place], AWARD_OBJECTS[kind].upper(), "", "", ""))
        own = [one for one in proposed if one.kind == kind]
        found += [(str(number), one.name, one.place, one.why, one.votes) for number, one in enumerate(own, start=1)]
    return found


SUBMISSION_FORM = PaperForm(
    PaperKind.AWARD_SUBMISSION, About.NOMINATION, _read, award_submission, BLANK, office_text=True
)

"""The papers of a ceremony: invitation, list of guests, programme, sign-in sheet; one form for each kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.ceremonies.drafts import CeremonyDraft, GuestDraft
from app.ceremonies.queries import CeremonySheet, HouseOfCeremony, ceremonies, ceremony_sheet
from app.documents.paper_forms import About, PaperForm
from app.documents.paper_tables import columns_of, list_table
from app.documents.parts import Signature
from app.documents.sentences import day_of, day_text, filled
from app.documents.text_paper import Block, Look, Text, TextPaper
from app.office.queries import IssuedText, PaperOffice, issued_texts
from app.parsing import today
from app.support.queries import case_state
from app.wording import papers_ceremonies as said
from app.wording.papers_ceremonies import capitalised
from app.wording.vocabulary import WORK_TYPES
from models.vocabulary import PaperKind

_EMPTY_ROWS = 8
#: Rows below those who are known, for who comes besides.
_MORE_ROWS = 5
_EMPTY = CeremonyDraft("", "")


@dataclass(frozen=True)
class CeremonyPaper:
    """A ceremony on paper; for an invitation the guest, with the number văn thư gave. All empty is the blank form."""

    sheet: CeremonySheet | None = None
    guest: GuestDraft | None = None
    issued: IssuedText | None = None

    @property
    def draft(self) -> CeremonyDraft:
        """What the ceremony was saved as."""
        return self.sheet.draft if self.sheet else _EMPTY

    @property
    def name(self) -> str:
        """What the ceremony is called."""
        return self.draft.name or said.USUAL_NAME


BLANK = CeremonyPaper()


def invitations(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[CeremonyPaper]:
    """One for each guest; a ceremony without guests has one without a name."""
    issued = issued_texts(session, PaperKind.CEREMONY_INVITATION, ids)
    sheets = _sheets(session, ids)
    found = [
        CeremonyPaper(sheet, guest, issued.get(sheet.draft.id or ""))
        for sheet in sheets
        for guest in sheet.draft.guests or (None,)
    ]
    return found or [BLANK]


def ceremony_papers(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[CeremonyPaper]:
    """One for each ceremony."""
    return [CeremonyPaper(sheet) for sheet in _sheets(session, ids)] or [BLANK]


def _sheets(session: Session, ids: Sequence[str]) -> list[CeremonySheet]:
    known = {one.id for one in ceremonies(session)}
    return [ceremony_sheet(session, one) for one in dict.fromkeys(ids) if one in known]


def _when_and_where(one: CeremonyPaper) -> list[Text]:
    draft = one.draft
    when = said.AT_TIME.replace("{day}", day_text(day_of(draft.held_on or None)))
    host = ", ".join(filter(None, (draft.host, draft.host_position)))
    return [
        Text(filled(when, time=said.time_text(draft.held_at))),
        Text(filled(said.AT_VENUE, venue=draft.venue)),
        *([Text(filled(said.BY_HOST, host=host))] if host or one.sheet is None else []),
    ]


def invitation(office: PaperOffice, one: CeremonyPaper) -> TextPaper:
    """What a guest gets; number and day are dotted until văn thư gave them."""
    guest = said.guest_text(one.guest.name, one.guest.position, one.guest.unit) if one.guest else ""
    houses = str(len(one.sheet.houses)) if one.sheet and one.sheet.houses else ""
    day = (one.issued.issued_on if one.issued else None) or today().isoformat()
    return TextPaper(
        said.INVITATION_TITLE,
        (
            Text(filled(said.INVITATION_TO, office=office.body, guest=guest)),
            Text(filled(said.INVITATION_EVENT, name=one.name)),
            *([Text(filled(said.INVITATION_HOUSES, count=houses))] if houses or one.sheet is None else []),
            *_when_and_where(one),
            Text(said.INVITATION_END),
        ),
        head=office.head_of(said.INVITATION_SYMBOL, one.issued),
        under_title=(said.INVITATION_ABOUT.format(name=one.name),),
        signatures=(office.signature(day, one.issued.signer if one.issued else ""),),
        recipients=said.RECIPIENTS,
    )


def _whole(office: PaperOffice, one: CeremonyPaper, title: Sequence[str], blocks: Sequence[Block]) -> TextPaper:
    return TextPaper(
        tuple(line.format(name=capitalised(one.name)) for line in title),
        (*_when_and_where(one), *blocks),
        head=office.head(day=day_of(one.draft.held_on or None)),
        signatures=(Signature((said.MAKER,)), office.signature(one.draft.held_on or today().isoformat())),
    )


def guest_list(office: PaperOffice, ceremony: CeremonyPaper) -> TextPaper:
    """Everybody who is invited, in order."""
    guests = ceremony.draft.guests
    rows = [
        (str(place), guest.name, guest.position or "", guest.unit or "", "") for place, guest in enumerate(guests, 1)
    ]
    columns = columns_of(said.GUEST_COLUMNS, (0.6, 2, 1.7, 2, 1.1), "cllll")
    return _whole(office, ceremony, said.GUESTS_TITLE, [list_table(columns, rows, empty_rows=_EMPTY_ROWS)])


def programme(office: PaperOffice, one: CeremonyPaper) -> TextPaper:
    """What happens when and by whom, and the houses that are handed over."""
    rows = [
        (str(place), said.time_text(item.starts_at), item.content, item.person or "")
        for place, item in enumerate(one.draft.items, 1)
    ]
    columns = columns_of(said.ITEM_COLUMNS, (0.6, 1.4, 3.2, 2), "ccll")
    blocks: list[Block] = [list_table(columns, rows, empty_rows=_EMPTY_ROWS)]
    houses = one.sheet.houses if one.sheet else ()
    if houses:
        blocks += [Text(said.HOUSES_HEADING, Look.HEADING), _house_table(houses)]
    return _whole(office, one, said.PROGRAMME_TITLE, blocks)


def _house_table(houses: Sequence[HouseOfCeremony]) -> Block:
    rows = [
        (str(place), one.head_name, one.village, WORK_TYPES.get(case_state(one.facts).work_type or "", ""), _taker(one))
        for place, one in enumerate(houses, 1)
    ]
    return list_table(columns_of(said.HOUSE_COLUMNS, (0.6, 2, 1.6, 1.2, 2), "cllll"), rows)


def _taker(house: HouseOfCeremony) -> str:
    """Who receives a house: the head, or whom he sends; how he signs."""
    name = house.receiver or house.head_name
    if house.receiver and house.relation:
        name = said.WITH_RELATION.format(name=name, relation=house.relation)
    return said.BY_THUMBPRINT.format(name=name) if house.thumbprint else name


def sign_in_sheet(office: PaperOffice, one: CeremonyPaper) -> TextPaper:
    """Guests, then who receives a house, then empty rows; room to sign in each."""
    known = [
        *((guest.name, ", ".join(filter(None, (guest.position, guest.unit)))) for guest in one.draft.guests),
        *(
            (house.receiver or house.head_name, said.HOUSEHOLD_SIGNS.format(village=house.village).rstrip(", "))
            for house in (one.sheet.houses if one.sheet else ())
        ),
    ]
    more = _MORE_ROWS if known else _EMPTY_ROWS * 2
    rows = [(str(place), *pair, "") for place, pair in enumerate([*known, *[("", "")] * more], 1)]
    columns = columns_of(said.SIGN_IN_COLUMNS, (0.6, 2.2, 2.6, 1.6), "clll")
    whole = _whole(office, one, said.SIGN_IN_TITLE, [list_table(columns, rows, least_lines=2)])
    return replace(whole, signatures=())


FORMS = (
    PaperForm(PaperKind.CEREMONY_INVITATION, About.CEREMONY, invitations, invitation, BLANK, office_text=True),
    PaperForm(PaperKind.CEREMONY_GUESTS, About.CEREMONY, ceremony_papers, guest_list, BLANK),
    PaperForm(PaperKind.CEREMONY_PROGRAMME, About.CEREMONY, ceremony_papers, programme, BLANK),
    PaperForm(PaperKind.CEREMONY_SIGN_IN, About.CEREMONY, ceremony_papers, sign_in_sheet, BLANK),
)

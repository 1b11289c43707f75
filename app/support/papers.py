"""A household's own papers: application, commitment, authorisation, land confirmation, notice, summary. Values only."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy.orm import Session

from app.documents.paper_forms import About, PaperForm
from app.documents.parts import Letterhead, Signature
from app.documents.sentences import day_of, day_text, filled, short_day
from app.documents.text_paper import Block, Column, Look, Table, Text, TextPaper, texts
from app.documents.words import area_text, money_text
from app.households.queries import HouseholdOnPaper
from app.office.queries import IssuedText, PaperOffice, issued_texts
from app.parsing import today
from app.support.decision_papers import DECISION_FORM
from app.support.household_summary import SUMMARY_FORM
from app.support.on_paper import CaseOnPaper
from app.support.queries import cases_on_paper
from app.support.survey_paper import SURVEY_FORM
from app.wording import papers as frame
from app.wording import papers_support as said
from app.wording.paper_lists import category_text, work_text
from app.wording.vocabulary import GENDERS
from models.vocabulary import PaperKind, Status

_EMPTY_MEMBERS = 4


def read_cases(session: Session, _office: PaperOffice, case_ids: Sequence[str]) -> list[CaseOnPaper]:
    """The houses in the order asked."""
    return cases_on_paper(session, case_ids)


def _place_line(office: PaperOffice) -> Text:
    """The place with a dotted day, above the signatures of a paper that a household writes."""
    return Text(filled(said.PLACE_AND_DATE.replace("{day}", day_text(None)), place=office.place), Look.NOTE)


def _amount(amount: int | None) -> str:
    return "" if amount is None else money_text(amount)


def _person_lines(one: HouseholdOnPaper) -> tuple[Text, ...]:
    gender = GENDERS.get(one.gender or "", "")
    return texts(
        (
            filled(said.NAME, name=one.head_name, gender=gender),
            filled(said.BIRTH, birth=one.birth, ethnicity=one.ethnicity),
            filled(said.CITIZEN_ID, citizen_id=one.citizen_id, phone=one.phone),
            filled(said.ADDRESS, address=one.address),
        )
    )


def _household_line(one: CaseOnPaper) -> Text:
    count = one.household.member_count
    members = "" if count is None else str(count)
    return Text(filled(said.HOUSEHOLD, category=category_text(one.category), members=members))


def _members_table(one: HouseholdOnPaper) -> Table:
    heads = said.MEMBER_COLUMNS
    columns = (
        Column(heads[0], 0.6, "center"),
        Column(heads[1], 2),
        Column(heads[2], 1.5),
        Column(heads[3], 1, "center"),
    )
    rows = tuple(
        (str(place), person.name, person.relation, person.birth) for place, person in enumerate(one.members, start=1)
    )
    return Table(columns, rows or (("", "", "", ""),) * _EMPTY_MEMBERS)


def _household_signatures(one: CaseOnPaper, title: str) -> tuple[Signature, ...]:
    return (
        Signature((said.SIGN_VILLAGE,), one.household.village_head),
        Signature((title,), one.household.head_name, frame.SIGN_OR_THUMBPRINT_HINT),
    )


def application(office: PaperOffice, one: CaseOnPaper) -> TextPaper:
    """The application of a household ("Đơn đề nghị")."""
    home, house = one.household, one.household.house
    area = area_text(Decimal(house.area_m2)) if house.area_m2 else ""
    parts = {"foundation": house.foundation or "", "frame_wall": house.frame_wall or "", "roof": house.roof or ""}
    asked = one.facts.requested_amount if one.facts else None
    work = work_text(one.facts.work_type) if one.facts else ""
    blocks: tuple[Block, ...] = (
        *_person_lines(home),
        _household_line(one),
        Text(said.MEMBERS),
        _members_table(home),
        Text(filled(said.PRESENT_HOUSE, description=house.description or "")),
        Text(filled(said.PRESENT_PARTS, area=area, **parts)),
        Text(filled(said.LAND, land=house.land_papers or "")),
        Text(filled(said.ASKING, work_type=work, amount=_amount(asked))),
        Text(filled(said.PROGRAMME, programme=one.programme)),
        Text(filled(said.OWN_SHARE, share="")),
        Text(said.APPLICATION_PROMISE),
        _place_line(office),
    )
    to = (office.body, home.village) if home.village else (office.body,)
    signs = _household_signatures(one, said.SIGN_APPLICANT)
    return TextPaper(said.APPLICATION_TITLE, blocks, Letterhead(), addressees=to, signatures=signs)


def commitment(office: PaperOffice, one: CaseOnPaper) -> TextPaper:
    """What a household commits to before it builds ("Bản cam kết")."""
    amount = one.state.approved_amount if one.state else None
    blocks = (
        *_person_lines(one.household),
        Text(filled(said.COMMITMENT_OPENING, work_type=work_text(one.work_type).lower(), amount=_amount(amount))),
        *texts(said.COMMITMENTS),
        Text(filled(said.COMMITMENT_DEADLINE, start="", finish="")),
        Text(said.COMMITMENT_PROMISE),
        _place_line(office),
    )
    signs = _household_signatures(one, said.SIGN_HOUSEHOLD)
    return TextPaper(said.COMMITMENT_TITLE, blocks, Letterhead(), addressees=(office.body,), signatures=signs)


def authorisation(office: PaperOffice, one: CaseOnPaper) -> TextPaper:
    """The head lets somebody else take money, materials or the house ("Giấy ủy quyền"); who that is, is written in."""
    unknown = dict.fromkeys(("name", "birth", "citizen_id", "phone", "address", "relation"), "")
    blocks = (
        Text(said.GIVING_SIDE, Look.HEADING),
        *_person_lines(one.household),
        Text(said.TAKING_SIDE, Look.HEADING),
        *texts([filled(line, **unknown) for line in said.AUTHORISED]),
        Text(said.AUTHORISATION_HEADING, Look.HEADING),
        Text(filled(said.AUTHORISATION_CONTENT, programme=one.programme)),
        Text(filled(said.AUTHORISATION_REASON, reason="")),
        Text(filled(said.AUTHORISATION_TERM, start="", finish="")),
        Text(said.AUTHORISATION_PROMISE),
        _place_line(office),
    )
    hint = frame.SIGN_OR_THUMBPRINT_HINT
    signs = (Signature((said.SIGN_GIVING,), one.household.head_name, hint), Signature((said.SIGN_TAKING,), "", hint))
    return TextPaper(
        said.AUTHORISATION_TITLE, blocks, Letterhead(), signatures=(*signs, office.signature(today().isoformat()))
    )


def land_confirmation(office: PaperOffice, one: CaseOnPaper) -> TextPaper:
    """The commune confirms where the household may build ("Giấy xác nhận đất ở")."""
    home, house = one.household, one.household.house
    dangers = [name for name, found in ((said.FLOOD, house.flood_danger), (said.SLIDE, house.slide_danger)) if found]
    none_found = said.NO_DANGER if house.flood_danger is False and house.slide_danger is False else ""
    blocks = texts(
        (
            filled(said.LAND_OPENING, office=office.body),
            filled(said.LAND_HEAD, name=home.head_name, birth=home.birth, citizen_id=home.citizen_id),
            filled(said.LAND_PLACE, address=home.address),
            filled(said.LAND_PLOT, plot="", sheet="", area=""),
            filled(said.LAND_PAPERS, papers=house.land_papers or ""),
            filled(said.LAND_ORIGIN, origin=""),
            filled(said.LAND_DISPUTE, dispute=""),
            filled(said.LAND_PLANNING, planning=said.PLANNING[house.fits_planning]),
            filled(said.DANGERS, danger=", ".join(dangers) or none_found),
            said.LAND_PURPOSE,
        )
    )
    signs = (
        Signature((said.SIGN_LAND_VILLAGE,), home.village_head),
        office.signature(today().isoformat()),
    )
    return TextPaper(said.LAND_TITLE, blocks, office.head_of("GXN", None), signatures=signs)


_Notice = tuple[CaseOnPaper, IssuedText | None]


def _notices(session: Session, _office: PaperOffice, case_ids: Sequence[str]) -> list[_Notice]:
    issued = issued_texts(session, PaperKind.REFUSAL_NOTICE, case_ids)
    cases = cases_on_paper(session, case_ids)
    return [(one, issued.get(one.facts.case_id) if one.facts else None) for one in cases]


def refusal_notice(office: PaperOffice, notice: _Notice) -> TextPaper:
    """Tells a household that it is not supported, why, and where to object ("Thông báo")."""
    one, issued = notice
    name, address = one.household.head_name, one.household.address
    why = one.state.exception if one.state else None
    day = short_day(day_of(why.happened_on)) if why else ""
    who = office.body
    blocks = texts(
        (
            filled(said.REFUSAL_OPENING, office=who, name=name, programme=one.programme),
            filled(said.REFUSAL_DAY, day=day),
            filled(said.REFUSAL_REASON, reason=(why.reason if why else None) or ""),
            filled(said.REFUSAL_RIGHT, office=who, deadline=""),
            filled(said.REFUSAL_END, office=who, name=name),
        )
    )
    issued_on = issued.issued_on if issued else None
    return TextPaper(
        said.REFUSAL_TITLE,
        blocks,
        office.head_of("TB", issued),
        addressees=(filled(said.REFUSAL_TO, name=name, address=address),),
        signatures=(office.signature(issued_on or today().isoformat(), issued.signer if issued else ""),),
        recipients=said.REFUSAL_RECIPIENTS,
    )


_OFF = frozenset({Status.INELIGIBLE, Status.REFUSED})
_BLANK = CaseOnPaper()

FORMS: tuple[PaperForm, ...] = (
    PaperForm(PaperKind.APPLICATION, About.CASE, read_cases, application, _BLANK),
    PaperForm(PaperKind.COMMITMENT, About.CASE, read_cases, commitment, _BLANK),
    PaperForm(PaperKind.AUTHORISATION, About.CASE, read_cases, authorisation, _BLANK),
    PaperForm(PaperKind.LAND_CONFIRMATION, About.CASE, read_cases, land_confirmation, _BLANK),
    PaperForm(PaperKind.REFUSAL_NOTICE, About.CASE, _notices, refusal_notice, (_BLANK, None), True, _OFF),
    SURVEY_FORM,
    DECISION_FORM,
    SUMMARY_FORM,
)

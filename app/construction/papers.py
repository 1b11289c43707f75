"""The minutes of a stage done ("Biên bản xác nhận hoàn thành theo giai đoạn"), which open the next instalment."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.construction.photo_papers import FORMS as PHOTO_FORMS
from app.construction.village_papers import VILLAGE_FORMS
from app.documents.paper_forms import About, PaperForm
from app.documents.parts import Party, Signature
from app.documents.sentences import day_of, day_text, filled, party_lines, short_day
from app.documents.text_paper import Block, Column, Look, Table, Text, TextPaper, texts
from app.documents.words import money_text
from app.office.queries import IssuedText, PaperOffice, issued_texts
from app.support.queries import CaseOnPaper, cases_on_paper
from app.wording import papers as frame
from app.wording import papers_review as said
from app.wording.construction import village_head_position
from app.wording.letterheads import position_text
from app.wording.paper_lists import work_text
from app.wording.vocabulary import STAGES
from models.vocabulary import PaperKind, Status

_Minutes = tuple[CaseOnPaper, IssuedText | None]
_BUILDING = frozenset({Status.IN_PROGRESS, Status.ACCEPTED})
_COPIES = "03"


def _read(session: Session, _office: PaperOffice, case_ids: Sequence[str]) -> list[_Minutes]:
    issued = issued_texts(session, PaperKind.STAGE_MINUTES, case_ids)
    return [(one, issued.get(one.facts.case_id) if one.facts else None) for one in cases_on_paper(session, case_ids)]


def stage_minutes(office: PaperOffice, minutes: _Minutes) -> TextPaper:
    """The minutes of the last stage done; volume and quality are written in at the house."""
    one, issued = minutes
    state = one.state
    stage = state.stage if state else None
    row = state.stages.get(stage) if state and stage else None
    done = day_of(row.done_on) if row else None
    home = one.household
    paid = money_text(state.paid_amount) if state else ""
    approved = money_text(state.approved_amount) if state and state.approved_amount is not None else ""
    opening = said.STAGE_OPENING.replace("{day}", day_text(day_of(issued.issued_on) if issued else None))
    blocks: tuple[Block, ...] = (
        Text(filled(opening, name=home.head_name, address=home.address)),
        *_people(office, one, done.isoformat() if done else ""),
        Text(said.STAGE_CHECKED, Look.HEADING),
        Text(
            filled(
                said.STAGE_WORK,
                work_type=work_text(one.work_type),
                started=short_day(day_of(state.started_on)) if state else "",
            )
        ),
        Text(filled(said.STAGE_DONE, stage=STAGES[stage] if stage else "", day=short_day(done))),
        _parts(),
        Text(filled(said.STAGE_NOTE, note=(row.note if row else None) or "")),
        Text(filled(said.STAGE_MONEY, approved=approved, paid=paid)),
        Text(said.STAGE_CONCLUSION),
    )
    return TextPaper(
        said.STAGE_TITLE,
        blocks,
        office.head_of("BB", issued),
        closing=filled(said.STAGE_END, copies=_COPIES),
        signatures=(
            Signature((said.SIGN_OFFICE,)),
            Signature((said.SIGN_VILLAGE,), home.village_head),
            Signature((said.SIGN_HOUSEHOLD,), home.head_name, frame.SIGN_OR_THUMBPRINT_HINT),
        ),
    )


def _people(office: PaperOffice, one: CaseOnPaper, day: str) -> list[Text]:
    members = [Party(person.name, position_text(person.position)) for person in office.committee if person.holds(day)]
    home = one.household
    village = [Party(home.village_head, village_head_position(home.village))] if home.village_head else []
    household = [Party(home.head_name)] if home.head_name else []
    sides = (
        (filled(said.STAGE_OFFICE, office=office.body), members[:1]),
        (said.STAGE_VILLAGE, village),
        (said.STAGE_HOUSEHOLD, household),
    )
    return [text for label, side in sides for text in (Text(label), *texts(party_lines(side)))]


def _parts() -> Table:
    heads = said.STAGE_COLUMNS
    columns = (Column(heads[0], 1), Column(heads[1], 2), Column(heads[2], 1.5))
    return Table(columns, tuple((name, "", "") for name in said.STAGE_PARTS))


FORMS: tuple[PaperForm, ...] = (
    *VILLAGE_FORMS,
    *PHOTO_FORMS,
    PaperForm(
        PaperKind.STAGE_MINUTES, About.CASE, _read, stage_minutes, (CaseOnPaper(), None), True, statuses=_BUILDING
    ),
)

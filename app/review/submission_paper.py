"""The commune's submission ("Tờ trình") with its list; number and date dotted until văn thư gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.documents.house_lists import HouseOnList, amounts, house_table
from app.documents.paper_forms import About, PaperForm
from app.documents.sentences import day_of, day_text, filled
from app.documents.text_paper import Look, Text, TextPaper, texts
from app.documents.words import amount_in_words, money_text
from app.office.queries import PaperOffice, issued_texts, office_facts
from app.parsing import today
from app.review.submission_queries import submission_sheet
from app.support.queries import cases_on_paper, load_programmes
from app.wording import paper_lists as lists
from app.wording import papers_review as said
from models.review import Submission
from models.vocabulary import PaperKind, WorkType


@dataclass(frozen=True)
class SubmissionPaper:
    """A submission as it is printed; all empty is the blank form. `issued_on`: the day it was issued, if it was."""

    houses: tuple[HouseOnList, ...] = ()
    programme: str = ""
    addressee: str = ""
    number: str = ""
    issued_on: str | None = None
    signer: str = ""


def _read(session: Session, _office: PaperOffice, ids: Sequence[str]) -> list[SubmissionPaper]:
    """A paper for each submission; cases among the ids make one draft over these houses."""
    above = office_facts(session).superior_name or ""
    submissions = [one for one in ids if session.get(Submission, one)]
    issued = issued_texts(session, PaperKind.SUBMISSION, submissions)
    found = []
    for one in submissions:
        sheet, text = submission_sheet(session, one), issued.get(one)
        proposed = {house.case_id: house for house in sheet.houses}
        cases = cases_on_paper(session, list(proposed)) if proposed else []
        lines = [
            case.on_list(house.amount, house.work_type) for case, house in zip(cases, proposed.values(), strict=True)
        ]
        programme = load_programmes(session).get(sheet.draft.programme_id or "")
        # A number that was typed says that the text was issued; without one its day is the day it was made.
        day = text.issued_on if text else sheet.draft.submitted_on if sheet.draft.number else None
        found.append(
            SubmissionPaper(
                tuple(lines),
                programme.name if programme else "",
                sheet.draft.addressee or above,
                (text.number if text else "") or sheet.draft.number or "",
                day,
                (text.signer if text else "") or sheet.draft.signer or "",
            )
        )
    rest = [one for one in ids if one not in submissions]
    if rest:
        cases, day = cases_on_paper(session, rest), today().isoformat()
        found.append(SubmissionPaper(tuple(one.on_list(one.proposed(day)) for one in cases), cases[0].programme, above))
    return found


def submission_paper(office: PaperOffice, one: SubmissionPaper) -> TextPaper:
    """The submission with its list."""
    day = day_of(one.issued_on)
    known, total = bool(one.houses), amounts(one.houses)
    listed = filled(
        said.SUBMISSION_LIST,
        office=office.body,
        addressee=one.addressee,
        count=str(len(one.houses)) if known else "",
        programme=one.programme,
        new=str(sum(house.work_type == WorkType.NEW_BUILD for house in one.houses)) if known else "",
        repair=str(sum(house.work_type == WorkType.REPAIR for house in one.houses)) if known else "",
        amount=money_text(total) if known else "",
        words=amount_in_words(total) if known else "",
    )
    end = filled(said.SUBMISSION_END, addressee=one.addressee)
    return TextPaper(
        said.SUBMISSION_TITLE,
        (*texts(said.SUBMISSION_BASES, Look.BASIS), *texts((listed, end))),
        office.head("TTr", one.number, day),
        addressees=(filled("{name}", name=one.addressee),),
        signatures=(office.signature(one.issued_on or today().isoformat(), one.signer),),
        recipients=said.SUBMISSION_RECIPIENTS,
        annexes=(_annex(office, one),),
    )


def _annex(office: PaperOffice, one: SubmissionPaper) -> TextPaper:
    figures, _slash, symbol = one.number.partition("/")
    numbered = f"{filled('{number}', number=figures)}/{symbol or office.symbol('TTr')}"
    kept = said.ANNEX_OF_SUBMISSION.replace("{day}", day_text(day_of(one.issued_on))).replace("{number}", numbered)
    blocks = (Text(lists.UNIT, Look.NOTE), house_table(one.houses))
    return TextPaper(said.SUBMISSION_ANNEX, blocks, under_title=(filled(kept, office=office.body),))


SUBMISSION_FORM = PaperForm(
    PaperKind.SUBMISSION, About.SUBMISSION, _read, submission_paper, SubmissionPaper(), office_text=True
)

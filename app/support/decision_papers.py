"""The decision on a batch of houses with its annex; before it is decided, the draft with dotted number and date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.documents.house_lists import HouseOnList, amounts, decided_house_table
from app.documents.paper_forms import About, PaperForm
from app.documents.sentences import day_of, day_text, filled, squeezed
from app.documents.text_paper import Look, Text, TextPaper, texts
from app.documents.words import amount_in_words, money_text
from app.office.queries import PaperOffice, issued_texts, paper_office
from app.parsing import today
from app.support.on_paper import CaseOnPaper
from app.support.queries import DecisionRow, cases_on_paper
from app.wording import paper_lists as lists
from app.wording import papers_support as said
from models.funding import FundSource
from models.programme import Programme
from models.review import SubmittedCase
from models.support import Decision
from models.vocabulary import ExceptionCase, PaperKind, WorkType


@dataclass(frozen=True)
class DecisionPaper:
    """A decision as it is printed; without number and day a draft. `office`: who decided, where it is not we."""

    houses: tuple[HouseOnList, ...] = ()
    programme: str = ""
    bases: tuple[str, ...] = ()
    submissions: tuple[tuple[str, str | None], ...] = ()
    number: str = ""
    decided_on: str | None = None
    signer: str = ""
    sources: tuple[str, ...] = ()
    office: PaperOffice | None = None


def _read(session: Session, office: PaperOffice, ids: Sequence[str]) -> list[DecisionPaper]:
    """A paper for each batch of decisions, each submission (a draft), and further cases by how they were decided."""
    found: list[DecisionPaper] = []
    rest: list[str] = []
    for one in ids:
        batch = _case_ids(session, select(Decision.case_id).where(Decision.batch == one, Decision.row_out.is_(False)))
        listed = (SubmittedCase.submission_id == one, SubmittedCase.row_out.is_(False))
        if batch:
            found.append(_decided(session, office, cases_on_paper(session, batch), one))
        elif drafted := _case_ids(session, select(SubmittedCase.case_id).where(*listed)):
            found.append(_draft(session, cases_on_paper(session, drafted)))
        else:
            rest.append(one)
    return found + (_of_cases(session, office, cases_on_paper(session, rest)) if rest else [])


def _case_ids(session: Session, query: Select[Any]) -> list[str]:
    return list(dict.fromkeys(one for one in session.scalars(query) if one))


def _of_cases(session: Session, office: PaperOffice, cases: Sequence[CaseOnPaper]) -> list[DecisionPaper]:
    by_decision: dict[tuple[str | None, str | None, str | None], list[CaseOnPaper]] = {}
    for one in cases:
        decision = one.state.decision if one.state else None
        key = (decision.office_code, decision.number, decision.decided_on) if decision else (None, None, None)
        by_decision.setdefault(key, []).append(one)
    undecided = by_decision.pop((None, None, None), [])
    papers = [_decided(session, office, together, None) for together in by_decision.values()]
    return papers + ([_draft(session, undecided)] if undecided else [])


def _draft(session: Session, cases: Sequence[CaseOnPaper]) -> DecisionPaper:
    """The draft over houses that are submitted, with the amounts that are proposed."""
    day = today().isoformat()
    lines = (one.on_list(one.proposed(day), _proposed_work(one)) for one in cases)
    return DecisionPaper(tuple(lines), *_about(session, cases), _submissions(cases))


def _proposed_work(one: CaseOnPaper) -> str | None:
    submitted = one.state.submission if one.state else None
    return (submitted.work_type if submitted else None) or one.work_type


def _decided(session: Session, ours: PaperOffice, cases: Sequence[CaseOnPaper], batch: str | None) -> DecisionPaper:
    """What was decided, of a batch or as it counts today."""
    rows = [(one, decision) for one in cases if (decision := _decision_of(one, batch))]
    first = rows[0][1]
    lines = tuple(_as_decided(one, row) for one, row in rows)
    about = first.batch or first.id
    issued = issued_texts(session, PaperKind.DECISION, [about]).get(about)
    other = first.office_code not in {None, ours.code}
    return DecisionPaper(
        lines,
        *_about(session, cases),
        _submissions(cases),
        number=(issued.number if issued else "") or first.number or "",
        decided_on=(issued.issued_on if issued else None) or first.decided_on,
        signer=(issued.signer if issued else "") or first.signer or "",
        sources=_source_names(session, (row.source_code for _one, row in rows)),
        office=paper_office(session, first.office_code or "") if other else None,
    )


def _as_decided(one: CaseOnPaper, row: DecisionRow) -> HouseOnList:
    """The house with the head and the group that were decided; what is known of a successor is not his (X5)."""
    line = replace(one.on_list(row.amount, row.work_type), category=row.category)
    since = [each for each in (one.facts.exceptions if one.facts else ()) if each.id > row.id]
    if any(each.kind == ExceptionCase.NEW_HEAD for each in since):
        line = replace(line, birth="", citizen_id="")
    return replace(line, head_name=squeezed(row.head_name or "") or line.head_name)


def _decision_of(one: CaseOnPaper, batch: str | None) -> DecisionRow | None:
    if batch is None:
        return one.state.decision if one.state else None
    rows = one.facts.decisions if one.facts else ()
    return next((row for row in rows if row.batch == batch), None)


def _about(session: Session, cases: Sequence[CaseOnPaper]) -> tuple[str, tuple[str, ...]]:
    """The programme's name, and the texts it rests on."""
    programme = next((one.facts.programme for one in cases if one.facts and one.facts.programme), None)
    if programme is None:
        return "", ()
    basis = session.scalar(select(Programme.legal_basis).where(Programme.id == programme.id)) or ""
    return programme.name, tuple(text for text in basis.split("; ") if text)


def _submissions(cases: Sequence[CaseOnPaper]) -> tuple[tuple[str, str | None], ...]:
    found = (one.state.submission for one in cases if one.state and one.state.submission)
    return tuple(dict.fromkeys((one.number or "", one.submitted_on) for one in found))


def _source_names(session: Session, codes: Iterable[str | None]) -> tuple[str, ...]:
    wanted = {one for one in codes if one}
    rows = session.execute(select(FundSource.code, FundSource.name).where(FundSource.code.in_(wanted)))
    return tuple(name or code for code, name in rows if code)


def decision_paper(ours: PaperOffice, one: DecisionPaper) -> TextPaper:
    """The decision with its annex."""
    office = one.office or ours
    day = day_of(one.decided_on)
    blocks = (
        Text(" ".join(office.lines), Look.CENTERED),
        *texts(_bases(one), Look.BASIS),
        Text(said.DECISION_WORD, Look.CENTERED),
        *(
            Text(text, lead=said.ARTICLE.format(number=number))
            for number, text in enumerate((_approved(one), _money(one), said.DECISION_END), start=1)
        ),
    )
    figures, _slash, symbol = one.number.partition("/")
    numbered = f"{filled('{number}', number=figures)}/{symbol or office.symbol(said.DECISION_SYMBOL)}"
    kept = said.ANNEX_OF_DECISION.replace("{day}", day_text(day)).replace("{number}", numbered)
    table = decided_house_table(one.houses)
    annex = TextPaper(
        said.ANNEX_TITLE, (Text(lists.UNIT, Look.NOTE), table), under_title=(filled(kept, office=office.body),)
    )
    return TextPaper(
        said.DECISION_TITLE,
        blocks,
        office.head(said.DECISION_SYMBOL, one.number, day),
        signatures=(office.signature(one.decided_on or today().isoformat(), one.signer),),
        recipients=said.DECISION_RECIPIENTS,
        annexes=(annex,),
    )


def _bases(one: DecisionPaper) -> list[str]:
    submissions = one.submissions or (("", None),)
    return [
        said.DECISION_BASIS_LAW,
        *(filled(said.DECISION_BASIS, basis=basis) for basis in one.bases or ("",)),
        *(
            filled(said.DECISION_BASIS_SUBMISSION.replace("{day}", day_text(day_of(day))), number=number)
            for number, day in submissions
        ),
        filled(said.DECISION_BASIS_END, proposer=""),
    ]


def _approved(one: DecisionPaper) -> str:
    known = bool(one.houses)
    total = amounts(one.houses)
    return filled(
        said.DECISION_LIST,
        count=str(len(one.houses)) if known else "",
        programme=one.programme,
        new=str(sum(house.work_type == WorkType.NEW_BUILD for house in one.houses)) if known else "",
        repair=str(sum(house.work_type == WorkType.REPAIR for house in one.houses)) if known else "",
        amount=money_text(total) if known else "",
        words=amount_in_words(total) if known else "",
    )


def _money(one: DecisionPaper) -> str:
    return filled(said.DECISION_MONEY, source=", ".join(one.sources))


DECISION_FORM = PaperForm(PaperKind.DECISION, About.DECISION, _read, decision_paper, DecisionPaper(), office_text=True)

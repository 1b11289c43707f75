"""A household on one A4: who it is, what it gets, how far the house is."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.documents.paper_forms import About, PaperForm
from app.documents.parts import Signature
from app.documents.sentences import day_of, filled, short_day
from app.documents.text_paper import Block, Column, Look, Table, Text, TextPaper, texts
from app.documents.words import money_text
from app.office.queries import PaperOffice
from app.parsing import today
from app.support.on_paper import CaseOnPaper
from app.support.queries import cases_on_paper
from app.wording import papers_support as said
from app.wording.paper_lists import category_text, work_text
from app.wording.vocabulary import GENDERS, STAGES, STATUSES
from app.wording.worklists import BEFORE_MARK, BEFORE_PRINTED, DAY_NOT_KNOWN
from models.vocabulary import PaperKind, Stage

_Step = tuple[str, str | None, bool]


def _read(session: Session, _office: PaperOffice, case_ids: Sequence[str]) -> list[CaseOnPaper]:
    return cases_on_paper(session, case_ids)


def _money(amount: int | None) -> str:
    return "" if amount is None else money_text(amount)


def household_summary(office: PaperOffice, one: CaseOnPaper) -> TextPaper:
    """The summary of a household in a programme, as of today."""
    blocks: tuple[Block, ...] = (
        Text(said.SUMMARY_HEADINGS[0], Look.HEADING),
        *texts(_household(one)),
        Text(said.SUMMARY_HEADINGS[1], Look.HEADING),
        *texts(_support(one)),
        Text(said.SUMMARY_HEADINGS[2], Look.HEADING),
        _progress(one),
        *((Text(BEFORE_PRINTED, Look.NOTE),) if any(before for _, _, before in _steps(one)) else ()),
    )
    day = today() if one.facts else None
    signs = (Signature((said.SIGN_MAKER,)),)
    return TextPaper(said.SUMMARY_TITLE, blocks, office.head(day=day), signatures=signs)


def _household(one: CaseOnPaper) -> list[str]:
    home, house = one.household, one.household.house
    members = "" if home.member_count is None else str(home.member_count)
    parts = {"foundation": house.foundation or "", "frame_wall": house.frame_wall or "", "roof": house.roof or ""}
    return [
        filled(said.SUMMARY_CODE, code=home.code),
        filled(said.SUMMARY_HEAD, name=home.head_name, gender=GENDERS.get(home.gender or "", ""), birth=home.birth),
        filled(said.SUMMARY_IDS, citizen_id=home.citizen_id, phone=home.phone, ethnicity=home.ethnicity),
        filled(said.ADDRESS, address=home.address),
        filled(said.HOUSEHOLD, category=category_text(one.category), members=members),
        filled(said.SUMMARY_HOUSE, description=house.description or "", **parts),
    ]


def _support(one: CaseOnPaper) -> list[str]:
    facts, state = one.facts, one.state
    decision = state.decision if state else None
    approved = state.approved_amount if state else None
    paid = state.paid_amount if state else None
    left = None if approved is None or paid is None else approved - paid
    return [
        filled(said.SUMMARY_PROGRAMME, programme=one.programme),
        filled(said.SUMMARY_STATE, status=STATUSES[state.status] if state else ""),
        filled(
            said.SUMMARY_WORK,
            work_type=work_text(one.work_type),
            requested=_money(facts.requested_amount if facts else None),
        ),
        filled(
            said.SUMMARY_DECISION,
            number=(decision.number if decision else None) or "",
            day=short_day(day_of(decision.decided_on)) if decision else "",
            amount=_money(approved),
        ),
        filled(said.SUMMARY_MONEY, paid=_money(paid), left=_money(left)),
        filled(said.SUMMARY_NOTE, note=(facts.note if facts else None) or ""),
    ]


def _progress(one: CaseOnPaper) -> Table:
    """The steps in two columns, so that the whole stays on one page."""
    step, day = Column(said.SUMMARY_COLUMNS[0], 1.6), Column(said.SUMMARY_COLUMNS[1], 1, "center")
    cells = [(name, _shown(on, before=before)) for name, on, before in _steps(one)]
    half = (len(cells) + 1) // 2
    right = [*cells[half:], ("", "")][:half]
    rows = tuple((*first, *second) for first, second in zip(cells[:half], right, strict=True))
    return Table((step, day, step, day), rows)


def _shown(day: str | None, *, before: bool) -> str:
    """The day of a step; one of before the program was used is marked, and may have no day."""
    shown = short_day(day_of(day))
    return f"{shown if day else DAY_NOT_KNOWN} {BEFORE_MARK}" if before else shown


def _steps(one: CaseOnPaper) -> list[_Step]:
    facts, state = one.facts, one.state
    if facts is None or state is None:
        return [(name, None, False) for name in (*said.SUMMARY_STEPS, *STAGES.values(), *said.SUMMARY_LATER)]
    vote, decision = state.vote, state.decision
    days = (
        facts.surveyed_on,
        vote.held_on if vote else None,
        state.posting.posted_on if state.posting else None,
        state.submission.submitted_on if state.submission else None,
    )
    names = list(said.SUMMARY_STEPS)
    if vote:
        names[1] = said.voted_step(vote.agree or 0, vote.present or 0)
    done = {stage: state.stages.get(stage) for stage in Stage}
    later = zip(
        said.SUMMARY_LATER, (state.accepted_on, state.handed_over_on), (state.acceptance, state.handover), strict=True
    )
    return [
        *((name, day, False) for name, day in zip(names, days, strict=False)),
        (names[-1], decision.decided_on if decision else None, bool(decision and decision.before_program)),
        *((STAGES[one], row.done_on if row else None, bool(row and row.before_program)) for one, row in done.items()),
        *((name, day, bool(row and row.before_program)) for name, day, row in later),
    ]


SUMMARY_FORM = PaperForm(PaperKind.HOUSEHOLD_SUMMARY, About.CASE, _read, household_summary, CaseOnPaper())

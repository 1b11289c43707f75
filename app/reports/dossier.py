"""What the dossier of one house says at a glance: its head, its events by day, what wants looking at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from app.areas.queries import village_names
from app.documents.words import area_text, date_text, known_day_text, money_text
from app.flags.queries import flags_of
from app.handover.queries import PaperRow, papers_of_cases
from app.households.queries import splits_of
from app.paperwork.queries import PaperCell, house_files
from app.problems import Problem, refuse
from app.reports.entries import leading_case
from app.reports.households import Case, household_detail
from app.review.queries import classes_of, standard_named
from app.support.queries import CaseFacts, CaseState, cases_of_households
from app.wording import dossier as words
from app.wording.fields import field_label
from app.wording.household_pages import next_step, status_label
from app.wording.messages import problem_text
from app.wording.problems import PROBLEMS
from app.wording.support import step_text, why_text
from app.wording.vocabulary import EXCEPTIONS, INSPECTION_RESULTS, PAPER_KINDS, POVERTY_LEVELS, STAGES, WORK_TYPES
from app.wording.worklists import NOT_KNOWN, case_heading, of_before
from models.household import Household
from models.vocabulary import PaperKind, Stage, Status

_STEP = "missing_"


@dataclass(frozen=True)
class Event:
    """Something that happened on a day (ISO text; a year alone, or nothing where it is not known)."""

    day: str
    text: str


@dataclass(frozen=True)
class CaseLine:
    """One request of the household, in words, with where it stands."""

    case_id: str
    text: str
    status: Status


@dataclass(frozen=True)
class KinLine:
    """Another household this one has left, or that has left this one, in words."""

    household_id: str
    text: str


@dataclass(frozen=True)
class Dossier:
    """The head and the summary. Amounts in đồng; `papers` are those its programme asks for."""

    id: str
    name: str
    birth: str | None
    gender: str | None
    code: str | None
    phone: str | None
    village: str | None
    address: str | None
    category: str | None
    flags: frozenset[str]
    out: bool
    case_id: str | None
    status: Status | None
    stage: Stage | None
    stages: tuple[Stage, ...]
    requested: int | None
    approved: int | None
    paid: int
    papers: tuple[PaperCell, ...]
    next: str
    cases: tuple[CaseLine, ...]
    kin: tuple[KinLine, ...]
    events: tuple[Event, ...]
    warnings: tuple[str, ...]


def dossier(session: Session, household_id: str, programme_id: str | None = None) -> Dossier:
    """The dossier of a household; its head shows the case of the programme given, else the leading one.

    Raises `Refused` when the household is not here.
    """
    home = session.get(Household, household_id)
    if home is None:
        raise refuse("", "household_not_here")
    cases = cases_of_households(session, [household_id]).get(household_id, ())
    fitting = [one for one in cases if programme_id and one[0].programme and one[0].programme.id == programme_id]
    facts, state = leading_case(fitting or cases) or (None, None)
    papers = papers_of_cases(session, [one.case_id for one, _ in cases])
    checks = papers_of_cases(session, [one.case_id for one, _ in cases], PaperKind.COMPLETION_CHECK)
    issued = {one.case_id: (*papers.get(one.case_id, ()), *checks.get(one.case_id, ())) for one, _ in cases}
    events = [*_events(cases, issued), *_classes(session, household_id)]
    return Dossier(
        household_id,
        home.head_name or "",
        home.birth,
        home.gender,
        home.code,
        home.phone,
        village_names(session, [home.village_id]).get(home.village_id or ""),
        home.address,
        home.category,
        frozenset((home.flags or "").split()),
        home.row_out,
        facts.case_id if facts else None,
        state.status if state else None,
        state.stage if state else None,
        tuple(state.stages) if state else (),
        facts.requested_amount if facts else None,
        state.approved_amount if state else None,
        state.paid_amount if state else 0,
        _papers(session, facts),
        next_step(state.status if state else None, state.stage if state else None),
        tuple(_case_line(one) for one in cases),
        tuple(_kin(session, household_id)),
        tuple(sorted(events, key=lambda one: one.day, reverse=True)),
        tuple(_warnings(session, household_id, cases)),
    )


def _papers(session: Session, facts: CaseFacts | None) -> tuple[PaperCell, ...]:
    files = house_files(session, [facts.case_id]) if facts else []
    return files[0].papers if files else ()


def _case_line(case: Case) -> CaseLine:
    facts, state = case
    name = facts.programme.short_name if facts.programme else words.NO_PROGRAMME
    said = {
        "programme": case_heading(name, again=facts.follows_id is not None),
        "status": status_label(state.status).lower(),
    }
    if state.work_type is None:
        return CaseLine(facts.case_id, words.CASE_WITHOUT_TYPE.format(**said), state.status)
    work_type = WORK_TYPES[state.work_type].lower()
    return CaseLine(facts.case_id, words.CASE.format(**said, work_type=work_type), state.status)


def _kin(session: Session, household_id: str) -> Iterator[KinLine]:
    found = splits_of(session, household_id)
    if found.origin is not None:
        yield KinLine(found.origin.id, words.SPLIT_FROM.format(name=found.origin.shown))
    for one in found.left:
        text = words.SPLIT_OFF_SINCE if one.since else words.SPLIT_OFF
        yield KinLine(one.id, text.format(name=one.shown, since=known_day_text(one.since)))


# Events


def _classes(session: Session, household_id: str) -> Iterator[Event]:
    """The poverty class of each year, on the day of its certificate; without one only the year is known."""
    for one in classes_of(session, household_id):
        standard = standard_named(one.standard)
        said = {"year": one.year, "level": POVERTY_LEVELS.get(one.level or "", "")}
        text = words.EVENT_CLASS if standard else words.EVENT_CLASS_PLAIN
        yield Event(one.certified_on or str(one.year), text.format(**said, standard=standard.name if standard else ""))


def _events(cases: Sequence[Case], issued: dict[str, tuple[PaperRow, ...]]) -> Iterator[Event]:
    surveyed = {facts.surveyed_on for facts, _ in cases if facts.surveyed_on}
    for day in surveyed:
        yield Event(day, words.EVENT_SURVEYED)
    for facts, _ in cases:
        yield from _decided(facts)
        yield from _built(facts)
        yield from _finished(facts)
        for one in facts.payments:
            text = words.EVENT_PAID if (one.amount or 0) >= 0 else words.EVENT_PAID_BACK
            told = text.format(amount=money_text(abs(one.amount or 0)))
            yield Event(one.paid_on or "", of_before(told, one.before_program))
        for paper in issued[facts.case_id]:
            yield _printed(paper)


def _decided(facts: CaseFacts) -> Iterator[Event]:
    if facts.registered_on:
        asked = facts.requested_amount
        text = words.EVENT_REGISTERED_AMOUNT.format(amount=money_text(asked)) if asked else words.EVENT_REGISTERED
        yield Event(facts.registered_on, text)
    for one in facts.decisions:
        number = one.number or ""
        if one.amount is None:
            yield Event(one.decided_on or "", words.EVENT_DECISION_BACK.format(number=number))
        else:
            amount = money_text(one.amount)
            told = words.EVENT_DECISION.format(
                number=number or (NOT_KNOWN if one.before_program else ""), amount=amount
            )
            yield Event(one.decided_on or "", of_before(told, one.before_program))
    for left in facts.exceptions:
        kind, why = EXCEPTIONS.get(left.kind or "", left.kind or ""), why_text(left.reason, left.receiver)
        yield Event(left.happened_on or "", words.EVENT_EXCEPTION.format(kind=kind, reason=why))


def _built(facts: CaseFacts) -> Iterator[Event]:
    days = {one.id: one.done_on for one in facts.stages}
    for one in facts.stages:
        stage = STAGES.get(one.stage or "", one.stage or "")
        if one.done_on or one.before_program:
            told = words.EVENT_STAGE.format(stage=stage)
            yield Event(one.done_on or "", of_before(told, one.before_program))
        else:
            yield Event(days.get(one.replaces_id or "") or "", words.EVENT_STAGE_BACK.format(stage=stage))
    for visit in facts.inspections:
        result = INSPECTION_RESULTS.get(visit.result or "", visit.note or "")
        yield Event(visit.visited_on or "", words.EVENT_INSPECTION.format(result=result.lower()))


def _finished(facts: CaseFacts) -> Iterator[Event]:
    for one in facts.acceptances:
        if one.revoked:
            yield Event(one.accepted_on or "", words.EVENT_ACCEPTED_BACK)
        else:
            area = area_text(Decimal(one.area_m2)) if one.area_m2 else ""
            told = words.EVENT_ACCEPTED.format(area=area).strip()
            yield Event(one.accepted_on or "", of_before(told, one.before_program))
    for closing in facts.closings:
        text = words.EVENT_REOPENED if closing.revoked else words.EVENT_CLOSED
        yield Event(closing.closed_on or "", text.format(reason=closing.reason or ""))
    for handed in facts.handovers:
        text = words.EVENT_HANDED_OVER_BACK if handed.revoked else words.EVENT_HANDED_OVER
        yield Event(handed.handed_over_on or "", of_before(text, handed.before_program))


def _printed(paper: PaperRow) -> Event:
    kind = PAPER_KINDS.get(paper.kind or "", "").lower()
    number = paper.typed_number or paper.shown_number
    if paper.void:
        return Event(paper.issued_on or "", words.EVENT_PAPER_VOID.format(number=number or "", paper=kind))
    shown = words.PAPER_NUMBER.format(number=number) if number else ""
    return Event(paper.issued_on or "", words.EVENT_PAPER.format(paper=kind, number=shown))


# Warnings


def _warnings(session: Session, household_id: str, cases: Sequence[Case]) -> Iterator[str]:
    detail = household_detail(session, household_id)
    for one in detail["conflicts"]:
        yield words.WARN_CONFLICT.format(field=field_label("household", one["field"]))
    for one in detail["proposals"]:
        yield words.WARN_PROPOSAL.format(field=field_label("household", one["field"]))
    yield from (one.sentence for one in flags_of(session, [household_id]).get(household_id, ()) if not one.reason)
    for facts, state in cases:
        yield from _case_warnings(facts, state)


def _case_warnings(facts: CaseFacts, state: CaseState) -> Iterator[str]:
    if state.red_flag:
        approved = money_text(state.approved_amount or 0)
        yield words.WARN_RED_FLAG.format(paid=money_text(state.paid_amount), approved=approved)
    if state.conflicting:
        numbers = ", ".join(one.number or "" for one in state.conflicting)
        yield words.WARN_TWO_DECISIONS.format(numbers=numbers)
    if state.exception is not None and state.exception.review_on and state.off_road:
        yield words.WARN_REVIEW.format(day=date_text(date.fromisoformat(state.exception.review_on)))
    kept = (state.decision.warnings or "").split() if state.decision else []
    for code in dict.fromkeys([*state.warnings, *kept]):
        if code in PROBLEMS and (code.startswith(_STEP) or code in state.warnings):
            step = step_text(code.removeprefix(_STEP))
            yield problem_text(Problem("", code, {"names": facts.head_name, "step": step}))

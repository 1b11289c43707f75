"""The values of handover minutes, the papers that were issued, and numbers that stand on two papers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.construction.queries import HouseOnPaper, houses_on_paper, party
from app.documents.parts import Party, Proxy
from app.documents.sentences import day_of
from app.documents.values import from_values, to_values
from app.handover.completion import CompletionCheck
from app.handover.drafts import HandoverDraft
from app.handover.minutes import HandoverMinutes
from app.journal.canonical import clean
from app.journal.store import batches
from app.office.queries import PaperOffice, paper_office
from app.parsing import today
from app.problems import refuse
from app.support.queries import HandoverRow
from app.wording.construction import quality_text
from models.handover import IssuedPaper, PaperNote
from models.office import Office
from models.vietnamese import fold
from models.vocabulary import PaperKind, Part, Stage

AnyMinutes = HandoverMinutes | CompletionCheck
Minutes = TypeVar("Minutes", HandoverMinutes, CompletionCheck)

#: What is not part of a paper's content: how it is numbered, and that it is a reprint.
_AROUND = frozenset({"number", "symbol", "replaces", "reprint"})


@dataclass(frozen=True)
class PaperRow:
    """An issued paper with what happened to it afterwards. `shown_number` is the number as it stands on it, if any."""

    id: str
    case_id: str
    kind: str | None
    numbering: str | None
    office_code: str | None
    year: int | None
    symbol: str | None
    series: str | None
    number: int | None
    shown_number: str | None
    issued_on: str | None
    printed: str
    replaces_id: str | None
    void: bool = False
    void_reason: str | None = None
    typed_number: str | None = None

    @property
    def content(self) -> dict[str, Any]:
        """What the paper says, its number aside."""
        return content_of(json.loads(self.printed))

    def minutes(self) -> HandoverMinutes:
        """Handover minutes as they were printed, a number typed since filled in. Raises `Trouble` when unreadable."""
        return self._printed_as(HandoverMinutes)

    def paper(self) -> AnyMinutes:
        """The paper of its kind as it was printed, a number typed since filled in. Raises `Trouble`."""
        return self._printed_as(CompletionCheck) if self.kind == PaperKind.COMPLETION_CHECK else self.minutes()

    def _printed_as(self, kind: type[Minutes]) -> Minutes:
        found = from_values(kind, json.loads(self.printed))
        if found.number is None and self.typed_number:
            return replace(found, number=self.typed_number.partition("/")[0], symbol=found.symbol or _symbol_of(self))
        return found


def _symbol_of(paper: PaperRow) -> str:
    return (paper.typed_number or "").partition("/")[2] or paper.symbol or ""


def content_of(values: dict[str, Any]) -> dict[str, Any]:
    """A paper's values without its number and marks."""
    return {name: value for name, value in values.items() if name not in _AROUND}


def content_of_minutes(minutes: AnyMinutes) -> dict[str, Any]:
    """What minutes say, as a kept paper's `content` says it."""
    return content_of({name: clean(value) for name, value in to_values(minutes).items()})


def minutes_of_houses(
    session: Session,
    office_code: str,
    case_ids: Iterable[str],
    copies: int | None = None,
    planned: Mapping[str, HandoverDraft] = MappingProxyType({}),
) -> dict[str, HandoverMinutes]:
    """The minutes of each house, without number; what is not known is left to the hand.

    A house that is not handed over yet is told as it is `planned`.
    """
    office = paper_office(session, office_code)
    names = {code: name for code, name in session.execute(select(Office.code, Office.name)) if code}
    return {
        one: replace(_minutes(house, office, names, house.state.handover or planned.get(one)), copies=copies)
        for one, house in houses_on_paper(session, case_ids).items()
    }


def _minutes(
    house: HouseOnPaper,
    office: PaperOffice | None,
    names: dict[str, str | None],
    handover: HandoverRow | HandoverDraft | None,
) -> HandoverMinutes:
    state, decision = house.state, house.state.decision
    held_on = handover.handed_over_on if handover else None
    finish = state.stages.get(Stage.FINISH)
    return HandoverMinutes(
        office_lines=office.lines if office else (),
        place=office.place if office else "",
        held_on=day_of(held_on),
        venue=(handover.place if handover else None) or "",
        house_name=house.facts.house_name or "",
        programme=house.facts.programme.name if house.facts.programme else "",
        decision_number=(decision.number if decision else None) or "",
        decision_office=(names.get(decision.office_code or "") if decision else None) or "",
        decided_on=day_of(decision.decided_on) if decision else None,
        accepted_on=day_of(state.accepted_on),
        side_a=_side_a(office, held_on or today().isoformat()),
        head=house.head,
        proxy=_proxy(house, handover),
        village=house.village,
        work_type=state.work_type,
        location=house.head.address,
        area=house.area,
        foundation=house.parts[Part.FOUNDATION],
        frame_wall=house.parts[Part.FRAME_WALL],
        roof=house.parts[Part.ROOF],
        started_on=day_of(state.started_on),
        finished_on=day_of(finish.done_on if finish else state.accepted_on),
        total_cost=house.total_cost,
        costs=house.costs,
        thumbprint=bool(handover and handover.thumbprint),
    )


def _side_a(office: PaperOffice | None, day: str) -> tuple[Party, ...]:
    signer = office.signer(day) if office else None
    return (party(signer, office),) if office and signer else ()


def _proxy(house: HouseOnPaper, handover: HandoverRow | HandoverDraft | None) -> Proxy | None:
    """Who took the house for the head; the head himself is no proxy."""
    if handover is None or not handover.receiver or fold(handover.receiver) == fold(house.head.name):
        return None
    return Proxy(handover.receiver, handover.relation or "")


def completion_checks(
    session: Session, office_code: str, case_ids: Iterable[str], copies: int | None = None
) -> dict[str, CompletionCheck]:
    """The completion check of each house, filled from its acceptance; what is not known is left to the hand."""
    office = paper_office(session, office_code)
    houses = houses_on_paper(session, case_ids)
    return {one: replace(_check(house, office), copies=copies) for one, house in houses.items()}


def _check(house: HouseOnPaper, office: PaperOffice | None) -> CompletionCheck:
    accepted = house.state.acceptance
    day = house.state.accepted_on or today().isoformat()
    signer = office.signer(day) if office else None
    ours, front = (party(signer, office),) if office and signer else (), bool(office and office.front)
    three_hard = all(one.hard is True for one in house.parts.values())
    members = [one for one in office.committee if one.holds(day)] if office else []
    return CompletionCheck(
        office_lines=office.lines if office else (),
        place=office.place if office else "",
        held_on=day_of(house.state.accepted_on),
        head=house.head.name,
        address=house.head.address,
        committee=tuple(Party(one.name, one.position) for one in members),
        office=() if front else ours,
        front=ours if front else (),
        village=house.village,
        household=(Party(house.head.name),),
        work_type=house.state.work_type,
        area=house.area,
        foundation=house.parts[Part.FOUNDATION],
        roof=house.parts[Part.ROOF],
        frame_wall=house.parts[Part.FRAME_WALL],
        quality="" if three_hard or accepted is None else quality_text(accepted.exemption),
        programme=house.facts.programme.name if house.facts.programme else "",
        total_cost=house.total_cost,
        support=house.support,
        costs=house.other_costs,
        passed=True if accepted else None,
    )


def papers_of_cases(
    session: Session, case_ids: Iterable[str], kind: PaperKind = PaperKind.HANDOVER_MINUTES
) -> dict[str, tuple[PaperRow, ...]]:
    """The issued papers of each case, oldest first."""
    found: dict[str, list[PaperRow]] = {}
    for batch in batches(dict.fromkeys(case_ids)):
        condition = IssuedPaper.case_id.in_(batch)
        for one in _papers(session, condition):
            if one.kind == kind:
                found.setdefault(one.case_id, []).append(one)
    return {case: tuple(rows) for case, rows in found.items()}


def numbered_papers(session: Session, office_code: str) -> list[PaperRow]:
    """All papers that an office issued, oldest first, with their numbers."""
    return _papers(session, IssuedPaper.office_code == office_code)


def find_paper(session: Session, paper_id: str) -> PaperRow:
    """An issued paper. Raises `Refused` when it is not here."""
    found = _papers(session, IssuedPaper.id == paper_id)
    if not found:
        raise refuse("", "paper_unknown")
    return found[0]


def _papers(session: Session, condition: Any) -> list[PaperRow]:
    papers = session.scalars(
        select(IssuedPaper).where(IssuedPaper.row_out.is_(False), condition).order_by(IssuedPaper.id)
    ).all()
    notes: dict[str, list[PaperNote]] = {}
    for batch in batches(one.id for one in papers):
        rows = select(PaperNote).where(PaperNote.paper_id.in_(batch), PaperNote.row_out.is_(False))
        for note in session.scalars(rows.order_by(PaperNote.id)):
            notes.setdefault(note.paper_id or "", []).append(note)
    return [_paper(one, notes.get(one.id, [])) for one in papers]


def _paper(paper: IssuedPaper, notes: list[PaperNote]) -> PaperRow:
    void = next((note for note in notes if note.void), None)
    typed = [note.typed_number for note in notes if note.typed_number]
    return PaperRow(
        paper.id,
        paper.case_id or "",
        paper.kind,
        paper.numbering,
        paper.office_code,
        paper.year,
        paper.symbol,
        paper.series,
        paper.number,
        typed[-1] if typed else paper.shown_number,
        paper.issued_on,
        paper.printed or "{}",
        paper.replaces_id,
        void is not None,
        void.reason if void else None,
        typed[-1] if typed else None,
    )


def used_numbers(session: Session, office_code: str, year: int, symbol: str, series: str | None) -> list[int | None]:
    """Every number ever given in a register of the year, rows that are out included: none is used again."""
    statement = select(IssuedPaper.number).where(
        IssuedPaper.office_code == office_code,
        IssuedPaper.year == year,
        IssuedPaper.symbol == symbol,
        IssuedPaper.series.is_(None) if series is None else IssuedPaper.series == series,
    )
    return list(session.scalars(statement))


@dataclass(frozen=True)
class NumberClash:
    """One number of a register on two papers or more, none of them void: a merge brought them together."""

    shown_number: str
    year: int | None
    papers: tuple[PaperRow, ...]


def number_clashes(session: Session) -> list[NumberClash]:
    """The numbers that stand on two papers; a person makes one of them void."""
    columns = (
        IssuedPaper.office_code,
        IssuedPaper.year,
        IssuedPaper.symbol,
        IssuedPaper.series,
        IssuedPaper.number,
    )
    repeated = (
        select(IssuedPaper.number)
        .where(IssuedPaper.row_out.is_(False), IssuedPaper.number.is_not(None))
        .group_by(*columns)
        .having(func.count() > 1)
    )
    by_number: dict[tuple[object, ...], list[PaperRow]] = {}
    for one in _papers(session, IssuedPaper.number.in_(session.scalars(repeated).all())):
        if not one.void:
            key = (one.office_code, one.year, one.symbol, one.series, one.number)
            by_number.setdefault(key, []).append(one)
    return [
        NumberClash(papers[0].shown_number or "", papers[0].year, tuple(papers))
        for papers in by_number.values()
        if len(papers) > 1
    ]

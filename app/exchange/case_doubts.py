"""What rules find wrong only together: two decisions, more paid than decided, a vote that does not add up, a number,
person or request twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.words import date_text, money_text
from app.exchange.ledger_doubts import CEILING, RECEIPT, LedgerDoubt, find_ledger_doubts
from app.exchange.origins import Origin
from app.handover.queries import NumberClash, number_clashes
from app.households.queries import SameNumber, same_numbers
from app.journal.canonical import Json
from app.journal.operation import Operation, from_wire
from app.journal.recording import Recorder
from app.journal.store import OPERATIONS, batches, load_offices
from app.parsing import today
from app.problems import refuse
from app.review.queries import unfit_votes
from app.support.drafts import ExceptionDraft
from app.support.exception_operations import write_exceptions
from app.support.queries import (
    CaseFacts,
    CaseState,
    DecisionRow,
    VoteRow,
    case_facts,
    cases_asked_twice,
    cases_to_look_at,
)
from app.wording import tasks as words
from app.wording.support import names_text, status_text
from app.wording.vocabulary import WORK_TYPES
from models.exchange import TaskAnswer
from models.handover import PaperNote
from models.office import Office
from models.support import Decision
from models.vocabulary import ExceptionCase, TaskKind

_DECISIONS, _PAID, _NUMBER, _PERSON, _CASES = "decisions", "paid", "number", "person", "cases"
_VOTE = "vote"


@dataclass(frozen=True)
class Choice:
    """One of the rows to choose from: its value, in words, and who wrote it when (UTC) and where."""

    row: str
    value: Json
    shown: str
    by: str
    at: str
    office: str
    office_name: str
    origin: Origin | None = None


@dataclass(frozen=True)
class Doubt:
    """Something a person has to look at; `id` names it until it is answered. `case_id` is empty where it has none.

    `tab` is where in the dossier one looks at it.
    """

    id: str
    kind: TaskKind
    text: str
    case_id: str
    household_id: str
    head_name: str
    field: str
    choices: tuple[Choice, ...]
    tab: str = ""


def is_doubt(task_id: str) -> bool:
    """Whether a task's id is one of these."""
    return task_id.partition(":")[0] in (
        _DECISIONS,
        _PAID,
        _VOTE,
        _NUMBER,
        _PERSON,
        _CASES,
        CEILING,
        RECEIPT,
    )


def find_doubts(session: Session, office: str) -> list[Doubt]:
    """Everything of this kind that waits for an answer."""
    looked_at, clashes, twice = cases_to_look_at(session), number_clashes(session), same_numbers(session)
    requests = _own_requests(session, office)
    rows = [one.id for _, state in looked_at for one in state.conflicting]
    rows += [paper.id for clash in clashes for paper in clash.papers]
    rows += [household for one in twice for household, _ in one.households]
    rows += [facts.case_id for cases in requests for facts, _ in cases]
    made = _writers(session, rows)
    found = [_decisions(facts, state, made) for facts, state in looked_at if state.conflicting]
    found += [_paid(facts, state, office) for facts, state in looked_at if state.red_flag]
    found += [_vote(facts, vote, office) for facts, vote in unfit_votes(session)]
    found += [one for clash in clashes if (one := _number(session, clash, made))]
    found += [_person(one, made) for one in twice]
    found += [_ledger(one) for one in find_ledger_doubts(session, office)]
    answered = set(session.scalars(select(TaskAnswer.task).where(TaskAnswer.row_out.is_(False))))
    return [one for one in found if one.id not in answered] + [_requests(cases, made) for cases in requests]


def _own_requests(session: Session, office: str) -> list[tuple[tuple[CaseFacts, CaseState], ...]]:
    """Requests made twice that are this office's to mend: whose households they are."""
    twice = cases_asked_twice(session)
    offices = load_offices(session.connection()) if twice else None
    return [cases for cases in twice if offices and offices.holder(cases[0][0].stream) == office]


@dataclass(frozen=True)
class _Writers:
    """Who wrote rows, and what their offices are called."""

    operations: dict[str, Operation]
    offices: dict[str, str]


def _writers(session: Session, rows: Iterable[str]) -> _Writers:
    columns = OPERATIONS.c
    found: dict[str, Operation] = {}
    for batch in batches(rows):
        query = select(columns.row_id, columns.body).where(columns.row_id.in_(batch), columns.kind == "create")
        found.update({row.row_id: from_wire(row.body) for row in session.execute(query)})
    names = session.execute(select(Office.code, Office.name).where(Office.row_out.is_(False)))
    return _Writers(found, {row.code: row.name for row in names if row.code and row.name})


def _choice(row: str, value: Json, shown: str, made: _Writers) -> Choice:
    wrote = made.operations.get(row)
    if wrote is None:
        return Choice(row, value, shown, "", "", "", "")
    at = dt.datetime.fromtimestamp(wrote.time[0] / 1000, dt.UTC)
    return Choice(
        row,
        value,
        shown,
        wrote.user[1],
        f"{at:%Y-%m-%dT%H:%M:%SZ}",
        wrote.office,
        made.offices.get(wrote.office, wrote.office),
        Origin.of(wrote),
    )


def _decisions(facts: CaseFacts, state: CaseState, made: _Writers) -> Doubt:
    rows = state.conflicting
    choices = tuple(_choice(one.id, one.amount, _decision_text(one), made) for one in rows)
    name = ":".join([_DECISIONS, facts.case_id, *sorted(one.id for one in rows)])
    text = words.DECISIONS_DIFFER.format(who=facts.head_name)
    kind = TaskKind.CONFLICT
    return Doubt(name, kind, text, facts.case_id, facts.household_id, facts.head_name, "decision", choices)


def _decision_text(one: DecisionRow) -> str:
    day = date_text(dt.date.fromisoformat(one.decided_on)) if one.decided_on else ""
    return words.DECISION.format(number=one.number or "", day=day, amount=money_text(one.amount or 0))


def _paid(facts: CaseFacts, state: CaseState, office: str) -> Doubt:
    """Each office answers for itself, and again when the sums change."""
    approved = state.approved_amount or 0
    name = f"{_PAID}:{facts.case_id}:{state.paid_amount}:{approved}:{office}"
    paid = money_text(state.paid_amount)
    text = words.PAID_OVER.format(who=facts.head_name, paid=paid, approved=money_text(approved))
    seen = Choice("", state.paid_amount, paid, "", "", "", "")
    kind = TaskKind.RED_FLAG
    return Doubt(name, kind, text, facts.case_id, facts.household_id, facts.head_name, "paid_amount", (seen,))


def _vote(facts: CaseFacts, vote: VoteRow, office: str) -> Doubt:
    """Each office answers for itself, and again when the figures change; a vote put right ends it without an answer."""
    counts = [one or 0 for one in (vote.agree, vote.disagree, vote.abstain)]
    present = vote.present or 0
    name = ":".join([_VOTE, vote.id, *(str(one) for one in (*counts, present)), office])
    day = date_text(dt.date.fromisoformat(vote.held_on)) if vote.held_on else ""
    text = words.VOTE_UNFIT.format(who=facts.head_name, day=day, sum=sum(counts), present=present)
    shown = words.VOTE.format(agree=counts[0], disagree=counts[1], abstain=counts[2], present=present)
    seen = Choice("", shown, shown, "", "", "", "")
    kind = TaskKind.RED_FLAG
    return Doubt(name, kind, text, facts.case_id, facts.household_id, facts.head_name, "vote", (seen,), "support")


def _number(session: Session, clash: NumberClash, made: _Writers) -> Doubt | None:
    facts = case_facts(session, [one.case_id for one in clash.papers])
    papers = [one for one in clash.papers if one.case_id in facts]
    if len(papers) < 2:
        return None
    heads = [facts[one.case_id].head_name for one in papers]
    choices = tuple(_choice(one.id, clash.shown_number, head, made) for one, head in zip(papers, heads, strict=True))
    who = names_text(heads)
    text = words.NUMBER_TWICE.format(number=clash.shown_number, count=len(papers), who=who)
    name = ":".join([_NUMBER, *sorted(one.id for one in papers)])
    first = facts[papers[0].case_id]
    kind = TaskKind.RED_FLAG
    return Doubt(name, kind, text, first.case_id, first.household_id, who, "number", choices)


def _person(twice: SameNumber, made: _Writers) -> Doubt:
    """One person heads two households: whoever looked says so, or takes one of them off the list."""
    choices = tuple(_choice(row, twice.citizen_id, head, made) for row, head in twice.households)
    who = names_text([head for _, head in twice.households])
    text = words.PERSON_TWICE.format(who=who, count=len(choices))
    name = ":".join([_PERSON, *(row for row, _ in twice.households)])
    return Doubt(name, TaskKind.DUPLICATE, text, "", choices[0].row, who, "citizen_id", choices)


def _ledger(one: LedgerDoubt) -> Doubt:
    """A limit that two offices broke together, or a receipt number twice: a reason or a reversing line ends it."""
    seen = Choice(one.case_id, one.figure, one.figure, "", "", "", "")
    return Doubt(one.id, one.kind, one.text, one.case_id, one.household_id, one.head_name, "amount", (seen,))


def _requests(cases: Sequence[tuple[CaseFacts, CaseState]], made: _Writers) -> Doubt:
    """One household asked twice in one programme, on two laptops. Not answered until one request is left."""
    facts, _ = cases[0]
    choices = tuple(_choice(one.case_id, one.requested_amount, _request_text(one, state), made) for one, state in cases)
    programme = facts.programme.name if facts.programme else ""
    text = words.CASE_TWICE.format(who=facts.head_name, count=len(cases), programme=programme)
    name = ":".join([_CASES, *sorted(one.row for one in choices)])
    kind = TaskKind.CONFLICT
    return Doubt(name, kind, text, facts.case_id, facts.household_id, facts.head_name, "case", choices)


def _request_text(facts: CaseFacts, state: CaseState) -> str:
    work = WORK_TYPES[state.work_type.value] if state.work_type else ""
    requested = money_text(facts.requested_amount) if facts.requested_amount else ""
    paid = money_text(state.paid_amount) if state.paid_amount else ""
    return words.case_shown(work, requested, status_text(state.status), paid)


def write_doubt_answer(recorder: Recorder, task_id: str, choice: int, reason: str | None) -> None:
    """Keep a person's answer and do what follows from it; opens no change. Raises `Refused`.

    Of two decisions only the office whose decision counts may give way: its own is taken back by a later row. Of two
    papers with one number the chosen one keeps it, the others are void. Of two requests the chosen one goes on, the
    others are withdrawn.
    """
    found = {one.id: one for one in find_doubts(recorder.session, recorder.author.office)}
    if task_id not in found:
        raise refuse("task", "task_unknown", task=task_id)
    doubt, kind = found[task_id], task_id.partition(":")[0]
    if kind in (CEILING, RECEIPT) and not (reason or "").strip():
        raise refuse("reason", "reason_missing")
    if kind == _DECISIONS:
        _give_way(recorder, doubt, choice, reason)
    day = today().isoformat()
    others = [one.row for number, one in enumerate(doubt.choices, start=1) if number != choice]
    if kind == _CASES:
        why = reason or words.CASE_TWICE_REASON
        write_exceptions(recorder, [ExceptionDraft(one, ExceptionCase.WITHDRAWN, day, why) for one in others])
    if kind == _NUMBER:
        why = reason or words.NUMBER_TWICE_REASON
        values = [{"paper_id": one, "void": True, "reason": why, "noted_on": day} for one in others]
        recorder.record_many([(PaperNote, one) for one in values])
    answer: dict[str, object] = {
        "household_id": doubt.household_id or None,
        "task": doubt.id,
        "choice": choice,
        "reason": reason,
        "answered_on": day,
    }
    recorder.record_many([(TaskAnswer, answer)])


def _give_way(recorder: Recorder, doubt: Doubt, choice: int, reason: str | None) -> None:
    counting = doubt.choices[0]
    if counting.office != recorder.author.office:
        raise refuse("task", "decision_of_other_office", number=counting.shown, names=doubt.head_name)
    if choice == 1:
        return
    taken_back: dict[str, object] = {
        "case_id": doubt.case_id,
        "office_code": recorder.author.office,
        "office_level": recorder.author.level.value,
        "decided_on": today().isoformat(),
        "note": reason or words.OTHER_DECISION_CHOSEN,
        "replaces_id": counting.row,
    }
    recorder.record_many([(Decision, taken_back)])

"""Who is paid what, as the papers of a payment day show it: payments that stand, and what is due next. Amounts in đồng.

A paper about payments takes ids of payments or of payment days (`batch`); ids of cases stand for what is due to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.documents.sentences import day_of
from app.funding.next_parts import NextPart, next_parts
from app.households.queries import HouseholdOnPaper, households_on_paper
from app.journal.store import batches
from app.parsing import today
from app.support.queries import CaseFacts, CaseState, case_facts, case_state
from models.funding import FundSource, Payment
from models.vietnamese import fold, sort_key
from models.vocabulary import WorkType


@dataclass(frozen=True)
class PayLine:
    """One house and what is paid for it. What is `missing` or `unfunded` keeps its next part closed."""

    house: HouseholdOnPaper = field(default_factory=HouseholdOnPaper)
    work_type: WorkType | None = None
    programme: str = ""
    approved: bool = False
    decision_number: str = ""
    decided_on: date | None = None
    source: str = ""
    source_kind: str | None = None
    instalment: int | None = None
    amount: int | None = None
    paid_on: date | None = None
    voucher: str = ""
    payee: str = ""
    relation: str = ""
    thumbprint: bool = False
    missing: tuple[str, ...] = ()
    unfunded: int = 0

    @property
    def head(self) -> str:
        """The head of the household."""
        return self.house.head_name

    @property
    def proxy(self) -> str:
        """Who takes the money for the head; the head himself is no proxy."""
        return "" if fold(self.payee) == fold(self.head) else self.payee

    @property
    def payable(self) -> bool:
        """Whether there is something to pay and nothing is missing."""
        return bool(self.amount) and not self.missing and not self.unfunded


EMPTY_LINE = PayLine()


def total_of(lines: Iterable[PayLine]) -> int:
    """What the lines come to."""
    return sum(one.amount or 0 for one in lines)


def by_place(lines: Iterable[PayLine]) -> tuple[PayLine, ...]:
    """The lines by village, then by name."""
    return tuple(sorted(lines, key=lambda one: (fold(one.house.village), sort_key(one.head), one.instalment or 0)))


def paid_lines(session: Session, ids: Sequence[str]) -> dict[str, tuple[PayLine, ...]]:
    """The standing payments of each id, of a payment or of a payment day; ids of anything else are left out."""
    rows: list[Payment] = []
    for some in batches(dict.fromkeys(ids)):
        rows += _standing(session, or_(Payment.id.in_(some), Payment.batch.in_(some)))
    lines = _paid(session, rows)
    found: dict[str, list[PayLine]] = {one: [] for one in ids}
    for row, line in zip(rows, lines, strict=True):
        for key in (row.id, row.batch):
            if key in found:
                found[key].append(line)
    return {one: tuple(own) for one, own in found.items() if own}


def last_paid(session: Session, case_ids: Sequence[str]) -> dict[str, PayLine]:
    """The newest standing payment of each house that has one."""
    rows: list[Payment] = []
    for some in batches(dict.fromkeys(case_ids)):
        rows += _standing(session, Payment.case_id.in_(some))
    newest = {row.case_id: row for row in sorted(rows, key=lambda one: (one.paid_on or "", one.id))}
    found = list(newest.values())
    return {str(row.case_id): line for row, line in zip(found, _paid(session, found), strict=True)}


def _standing(session: Session, condition: object) -> list[Payment]:
    """Payments that no later line took back; lines that take back are none, nor is money taken from a household."""
    query = select(Payment).where(Payment.row_out.is_(False), Payment.amount > 0, Payment.reverses_id.is_(None))
    rows = session.scalars(query.where(condition).order_by(Payment.id)).all()  # type: ignore[arg-type]
    taken_back: set[str | None] = set()
    for some in batches(one.id for one in rows):
        later = select(Payment.reverses_id).where(Payment.reverses_id.in_(some), Payment.row_out.is_(False))
        taken_back |= set(session.scalars(later))
    return [one for one in rows if one.id not in taken_back]


def _paid(session: Session, rows: Sequence[Payment]) -> list[PayLine]:
    houses = _houses(session, [one.case_id or "" for one in rows])
    named = {row.id: (row.name or "", row.kind) for row in session.execute(_SOURCES)}
    found = []
    for row in rows:
        name, kind = named.get(row.source_id or "", ("", None))
        found.append(
            replace(
                houses.get(row.case_id or "", EMPTY_LINE),
                source=name,
                source_kind=kind,
                instalment=row.instalment,
                amount=row.amount,
                paid_on=day_of(row.paid_on),
                voucher=row.voucher or "",
                payee=row.payee or "",
                relation=row.relation or "",
                thumbprint=bool(row.thumbprint),
            )
        )
    return found


_SOURCES = select(FundSource.id, FundSource.code, FundSource.name, FundSource.kind)


def houses_by_id(session: Session, case_ids: Iterable[str]) -> dict[str, HouseholdOnPaper]:
    """The households of cases, by case id."""
    return {key: one.house for key, one in _houses(session, case_ids).items()}


def _houses(session: Session, case_ids: Iterable[str]) -> dict[str, PayLine]:
    """The houses of cases, nothing paid yet."""
    facts = case_facts(session, case_ids)
    people = households_on_paper(session, [one.household_id for one in facts.values()])
    return {key: _house(one, case_state(one), people.get(one.household_id)) for key, one in facts.items()}


def _house(facts: CaseFacts, state: CaseState, person: HouseholdOnPaper | None) -> PayLine:
    decision = state.decision
    return PayLine(
        person or HouseholdOnPaper(head_name=facts.head_name),
        state.work_type,
        facts.programme.name if facts.programme else "",
        decision is not None,
        (decision.number if decision else None) or "",
        day_of(decision.decided_on) if decision else None,
    )


def due_lines(session: Session, case_ids: Sequence[str]) -> dict[str, PayLine]:
    """What each house is paid next; one that is paid in full, not decided or off the road is due nothing."""
    facts = case_facts(session, case_ids)
    parts = {one.facts.case_id: one for one in next_parts(session, list(facts.values()), today().isoformat())}
    houses = _houses(session, facts)
    named = {row.code: (row.name or "", row.kind) for row in session.execute(_SOURCES)}
    return {
        one: _due(houses[one], parts[one], named) if one in parts else houses[one]
        for one in dict.fromkeys(case_ids)
        if one in facts
    }


def _due(line: PayLine, part: NextPart, named: Mapping[str, tuple[str, str | None]]) -> PayLine:
    found = [named[code] for code, _amount in part.shares if code in named]
    return replace(
        line,
        source="; ".join(name for name, _kind in found),
        source_kind=found[0][1] if found else None,
        instalment=part.number,
        amount=part.amount,
        missing=part.missing,
        unfunded=part.unfunded,
    )

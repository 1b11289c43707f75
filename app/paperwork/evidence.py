"""How far each paper of a house is, by all the program knows: marks, issued minutes, decisions, vouchers, issued texts.

Everything is read for many houses in a few statements: the page shows thousands of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.store import batches
from app.paperwork.rules import further
from models.construction import Acceptance, StageRecord
from models.funding import Payment
from models.handover import Handover, IssuedPaper, PaperNote
from models.paperwork import PaperMark
from models.review import OfficeText, PostedCase, ReviewVote, SubmittedCase
from models.support import Decision
from models.vocabulary import PaperKind, PaperState

#: What of a house may stem from the time before the program: the events a paper belongs to.
DECIDED, BUILT, FINISHED, GIVEN, MONEY = "decided", "built", "finished", "given", "paid"
_EVENTS: tuple[tuple[str, Any], ...] = (
    (DECIDED, Decision),
    (BUILT, StageRecord),
    (FINISHED, Acceptance),
    (GIVEN, Handover),
    (MONEY, Payment),
)
_STATES = frozenset(one.value for one in PaperState)
#: Texts that are about many houses: the rows that name the house and the text.
_SHARED: tuple[tuple[Any, Any], ...] = (
    (ReviewVote, ReviewVote.meeting_id),
    (PostedCase, PostedCase.posting_id),
    (SubmittedCase, SubmittedCase.submission_id),
    (Decision, Decision.batch),
)


@dataclass(frozen=True)
class Evidence:
    """How far one paper is, since when, and who signed it."""

    state: PaperState
    day: str | None = None
    signer: str | None = None


@dataclass
class KnownPapers:
    """What is known of the papers of one house; `before` are the events of the time before the program."""

    papers: dict[str, Evidence] = field(default_factory=dict)
    scans: dict[str, int] = field(default_factory=dict)
    before: set[str] = field(default_factory=set)

    def add(self, kind: str, found: Evidence) -> None:
        """The further state counts; of equal ones the later."""
        here = self.papers.get(kind)
        if here is None or here.state is found.state or further(here.state, found.state) is found.state:
            self.papers[kind] = found


def known_papers(session: Session, case_ids: Sequence[str] | None = None) -> dict[str, KnownPapers]:
    """What is known of the papers of these cases, of all without ids; cases of which nothing is known are left out."""
    found: dict[str, KnownPapers] = {}
    for kind, case_id, evidence in _all(session, case_ids):
        found.setdefault(case_id, KnownPapers()).add(kind, evidence)
    for row in _narrowed(session, select(PaperMark.case_id, PaperMark.kind), PaperMark, case_ids, PaperMark.content):
        scans = found[row.case_id].scans
        scans[row.kind] = scans.get(row.kind, 0) + 1
    for event, table in _EVENTS:
        for row in _narrowed(session, select(table.case_id), table, case_ids, table.before_program, is_true=True):
            found.setdefault(row.case_id, KnownPapers()).before.add(event)
    return found


_Line = tuple[str, str, Evidence]


def _all(session: Session, case_ids: Sequence[str] | None) -> Iterator[_Line]:
    yield from _decisions(session, case_ids)
    yield from _vouchers(session, case_ids)
    yield from _issued(session, case_ids)
    yield from _texts(session, case_ids)
    columns = select(PaperMark.case_id, PaperMark.kind, PaperMark.state, PaperMark.done_on, PaperMark.signer)
    for row in _narrowed(session, columns.order_by(PaperMark.done_on, PaperMark.id), PaperMark, case_ids):
        if row.kind and row.state in _STATES:
            yield row.kind, row.case_id, Evidence(PaperState(row.state), row.done_on, row.signer)


def _narrowed(
    session: Session,
    query: Any,
    table: Any,
    case_ids: Sequence[str] | None,
    filled: Any = None,
    *,
    is_true: bool = False,
) -> Iterator[Any]:
    """The rows of a table that stand, of these cases; `filled` is a column that says something (or is true)."""
    query = query.where(table.row_out.is_(False), table.case_id.is_not(None))
    if filled is not None:
        query = query.where(filled.is_(True) if is_true else filled.is_not(None))
    if case_ids is None:
        yield from session.execute(query)
        return
    for batch in batches(case_ids):
        yield from session.execute(query.where(table.case_id.in_(batch)))


def _decisions(session: Session, case_ids: Sequence[str] | None) -> Iterator[_Line]:
    """A decision that is recorded was signed; one of the time before the program is no paper here."""
    replaced = select(Decision.replaces_id).where(Decision.replaces_id.is_not(None), Decision.row_out.is_(False))
    query = select(Decision.case_id, Decision.decided_on, Decision.signer).where(
        Decision.before_program.is_not(True), Decision.id.not_in(replaced)
    )
    for row in _narrowed(session, query.order_by(Decision.decided_on), Decision, case_ids, Decision.amount):
        yield PaperKind.DECISION.value, row.case_id, Evidence(PaperState.SIGNED, row.decided_on, row.signer)


def _vouchers(session: Session, case_ids: Sequence[str] | None) -> Iterator[_Line]:
    """The voucher is the accountant's: its number tells that it was made."""
    query = select(Payment.case_id, Payment.paid_on).where(Payment.reverses_id.is_(None)).order_by(Payment.paid_on)
    for row in _narrowed(session, query, Payment, case_ids, Payment.voucher):
        yield PaperKind.PAYMENT_VOUCHER.value, row.case_id, Evidence(PaperState.SIGNED, row.paid_on)


def _issued(session: Session, case_ids: Sequence[str] | None) -> Iterator[_Line]:
    """Minutes that were issued are printed, as long as they are not void."""
    void = select(PaperNote.paper_id).where(PaperNote.void.is_(True), PaperNote.row_out.is_(False))
    query = select(IssuedPaper.case_id, IssuedPaper.kind, IssuedPaper.issued_on).where(IssuedPaper.id.not_in(void))
    for row in _narrowed(session, query.order_by(IssuedPaper.id), IssuedPaper, case_ids, IssuedPaper.kind):
        yield row.kind, row.case_id, Evidence(PaperState.PRINTED, row.issued_on)


def _texts(session: Session, case_ids: Sequence[str] | None) -> Iterator[_Line]:
    """What văn thư gave a number or a day was signed: texts about the house, and those that are about many houses."""
    texts: dict[str, list[Any]] = {}
    query = select(OfficeText.about_id, OfficeText.kind, OfficeText.issued_on, OfficeText.signer)
    query = query.where(OfficeText.row_out.is_(False), OfficeText.issued_on.is_not(None)).order_by(OfficeText.id)
    for row in session.execute(query):
        if row.about_id and row.kind:
            texts.setdefault(row.about_id, []).append(row)
    if not texts:
        return
    wanted = texts.keys() if case_ids is None else texts.keys() & set(case_ids)
    named = [(about, about) for about in wanted]
    for table, column in _SHARED:
        rows = _narrowed(session, select(table.case_id, column.label("about")), table, case_ids, column)
        named += [(row.case_id, row.about) for row in rows]
    for case_id, about in named:
        for one in texts.get(about, ()):
            yield one.kind, case_id, Evidence(PaperState.SIGNED, one.issued_on, one.signer)

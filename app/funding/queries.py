"""Sources of money and payments, as frozen rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.problems import refuse
from app.support.queries import CaseFacts, PaymentRow, case_facts
from models.funding import FundSource, Payment


@dataclass(frozen=True)
class SourceRow:
    """A source of money; the ceiling in đồng."""

    id: str
    stream: str
    code: str
    name: str
    kind: str | None
    ceiling: int | None
    note: str | None


def sources(session: Session) -> list[SourceRow]:
    """All sources known here, in the order in which they were added."""
    rows = session.scalars(select(FundSource).where(FundSource.row_out.is_(False)).order_by(FundSource.id))
    return [
        SourceRow(one.id, one.stream, one.code or "", one.name or "", one.kind, one.ceiling, one.note) for one in rows
    ]


def source_for(session: Session, code: str, stream: str) -> SourceRow:
    """The source of this code that a row of the stream may name: of the same stream, else of an office above.

    Raises `Refused` when there is none.
    """
    named = [one for one in sources(session) if one.code == code]
    fitting = [one for one in named if one.stream == stream] or [one for one in named if "/" in one.stream]
    if not fitting:
        raise refuse("source", "source_unknown", text=code)
    return fitting[0]


def source_codes(session: Session, ids: Iterable[str | None]) -> dict[str, str]:
    """The codes of sources by id, those included that are out."""
    wanted = [one for one in ids if one]
    rows = session.execute(select(FundSource.id, FundSource.code).where(FundSource.id.in_(wanted)))
    return {row.id: row.code or "" for row in rows}


def find_payment(session: Session, text: str) -> tuple[PaymentRow, CaseFacts]:
    """The payment whose id ends in this text, with its case. Raises `Refused` when none or several do."""
    ending = text.strip().lower()
    statement = select(Payment.id, Payment.case_id).where(Payment.row_out.is_(False))
    found = [row for row in session.execute(statement) if len(ending) >= 6 and str(row.id).endswith(ending)]
    if len(found) != 1:
        raise refuse("", "payment_unknown", text=text)
    facts = case_facts(session, [str(found[0].case_id)]).get(str(found[0].case_id))
    if facts is None:
        raise refuse("", "payment_unknown", text=text)
    return next(one for one in facts.payments if one.id == found[0].id), facts

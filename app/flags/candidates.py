"""Which households may have a point to look at: a cheap superset in a few queries, before facts and rules.

Every query reads plain columns in groups, so that an office of hundreds of thousands of houses is asked quickly too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.flags.thresholds import thresholds
from app.support.queries import households_with_several_cases, same_people
from models.base import Recorded
from models.construction import Acceptance, StageRecord
from models.funding import Payment
from models.handover import Handover
from models.household import Household
from models.housing import HousingCondition
from models.ledger import SupplierPayment
from models.review import Remark
from models.support import Decision, SupportCase

_YOUNGEST = 1980  # nobody born earlier was under age under any programme here


def doubtful_cases(session: Session) -> set[str]:
    """The cases some rule may speak of."""
    decided = _grouped(session, Decision, func.max(Decision.amount))
    paid = _grouped(session, Payment, func.sum(Payment.amount), func.count(), func.max(Payment.instalment))
    for case, (amount,) in _grouped(session, SupplierPayment, func.sum(SupplierPayment.amount)).items():
        sums = paid.get(case, (0, 0, 0))
        paid[case] = ((sums[0] or 0) + (amount or 0), *sums[1:])
    accepted = _grouped(session, Acceptance, func.max(Acceptance.accepted_on))
    stages = _grouped(session, StageRecord, func.min(StageRecord.done_on), func.max(StageRecord.done_on))
    handed = set(_grouped(session, Handover, func.count()))
    found = _corrected(session) | set(_open_remarks(session))
    finished = accepted.keys() | handed
    found |= decided.keys() - finished  # unpaid, or paid in full
    found |= paid.keys() - finished  # paid long ago
    found |= handed - accepted.keys()
    found |= {one for one, (_, count, number) in paid.items() if count > 1 or (number or 0) > 1}
    found |= {one for one, (first, _) in stages.items() if one in accepted and _near(first, accepted[one][0])}
    return found


def _near(first: str | None, last: str | None) -> bool:
    """In one month or in two that follow each other: the rule counts the days."""
    if not first or not last or len(first) < 7 or len(last) < 7:
        return False
    months = [int(day[:4]) * 12 + int(day[5:7]) for day in (first, last)]
    return 0 <= months[1] - months[0] <= 1


def _grouped(session: Session, table: type[Recorded], *columns: Any) -> dict[str, tuple[Any, ...]]:
    """Sums of the standing rows of each case."""
    case: Any = table
    query: Any = select(case.case_id, *columns).where(case.row_out.is_(False), case.case_id.is_not(None))
    return {row[0]: tuple(row[1:]) for row in session.execute(query.group_by(case.case_id))}


def _corrected(session: Session) -> set[str]:
    """Cases with a row that replaces another one: only the rules know what then stands."""
    found: set[str] = set()
    for table in (Acceptance, Handover, StageRecord, Decision):
        rows = select(table.case_id).where(table.row_out.is_(False), table.replaces_id.is_not(None))
        found |= {one for one in session.scalars(rows) if one}
    return found


def _open_remarks(session: Session) -> Iterable[str]:
    query = select(Remark.case_id).where(Remark.row_out.is_(False), Remark.answered_on.is_(None))
    return (one for one in session.scalars(query) if one)


def doubtful_households(session: Session) -> set[str]:
    """The households some rule may speak of, those of `doubtful_cases` included."""
    found = {*shared_accounts(session), *_young_heads(session), *_other_holders(session), *_with_place(session)}
    cases = doubtful_cases(session)
    rows = session.execute(select(SupportCase.id, SupportCase.household_id).where(SupportCase.row_out.is_(False)))
    found |= {row.household_id for row in rows if row.id in cases and row.household_id}
    return found | set(same_people(session)) | households_with_several_cases(session)


def _young_heads(session: Session) -> Iterable[str]:
    """Heads who may have been under age when they asked or were decided on."""
    case, home = SupportCase, Household
    day = func.coalesce(func.min(Decision.decided_on), func.min(case.registered_on))
    query = (
        select(home.id, home.birth, day.label("day"))
        .join(case, case.household_id == home.id)
        .outerjoin(Decision, Decision.case_id == case.id)
        .where(home.row_out.is_(False), case.row_out.is_(False), home.birth >= str(_YOUNGEST))
        .group_by(home.id, home.birth)
    )
    most = max((one.value for one in thresholds() if one.flag == "minor_as_beneficiary"), default=0)
    for row in session.execute(query):
        if int((row.day or "9999")[:4]) - int(row.birth[:4]) <= most or not row.day:
            yield row.id


def _other_holders(session: Session) -> Iterable[str]:
    home = Household
    other = home.bank_holder.is_not(None) & (home.bank_holder != home.head_name)
    return session.scalars(select(home.id).where(home.row_out.is_(False), other))


def _with_place(session: Session) -> Iterable[str]:
    house = HousingCondition
    query = select(house.household_id).where(house.row_out.is_(False), house.latitude.is_not(None))
    return (one for one in session.scalars(query) if one)


def shared_accounts(session: Session) -> dict[str, dict[str, str]]:
    """The households whose account number stands on others too: household -> other household -> head."""
    home = Household
    query = select(home.id, home.head_name, home.bank_account)
    rows = session.execute(query.where(home.row_out.is_(False), home.bank_account.is_not(None)))
    by_account: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        number = "".join(one for one in row.bank_account or "" if one.isalnum()).upper()
        if number:
            by_account[number][row.id] = row.head_name or ""
    return {
        one: {other: head for other, head in together.items() if other != one}
        for together in by_account.values()
        if len(together) > 1
        for one in together
    }

"""Which households may have a point to look at: a cheap superset in a few queries, before facts and rules.

Every query reads plain columns in groups, so that an office of hundreds of thousands of houses is asked quickly too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
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

_DAYS = {"days": 1, "months": 28, "years": 365}  # at least
_YOUNGEST = 1980  # nobody born earlier was under age under any programme here


def doubtful_cases(session: Session, day: str) -> set[str]:
    """The cases some rule may speak of on a day."""
    decided = _grouped(session, Decision, func.min(Decision.amount), func.min(Decision.decided_on))
    paid = _grouped(session, Payment, func.count(), func.max(Payment.instalment), func.min(Payment.paid_on))
    accepted = _grouped(session, Acceptance, func.max(Acceptance.accepted_on))
    stages = _grouped(session, StageRecord, func.min(StageRecord.done_on))
    handed = set(_grouped(session, Handover, func.count()))
    finished = accepted.keys() | handed
    found = _corrected(session) | set(_open_remarks(session)) | (handed - accepted.keys())
    found |= _by_money(session, decided) - finished
    unpaid = _before(day, "tranche_not_claimed")
    found |= {one for one, (_, first) in decided.items() if one not in paid and (first or "") <= unpaid} - finished
    late = _before(day, "overdue_12_months")
    found |= {one for one, (_, _, first) in paid.items() if (first or "") <= late} - finished
    found |= {one for one, (count, number, _) in paid.items() if count > 1 or (number or 0) > 1}
    return found | {one for one, (first,) in stages.items() if one in accepted and _near(first, accepted[one][0])}


def _by_money(session: Session, decided: Mapping[str, tuple[Any, ...]]) -> set[str]:
    """Decided houses whose payments come to nothing, or to the least that was decided."""
    paid: dict[str, int] = defaultdict(int)
    for table in (Payment, SupplierPayment):
        for case, (amount,) in _grouped(session, table, func.sum(table.amount)).items():
            paid[case] += amount or 0
    return {one for one, sum_ in paid.items() if one in decided and not 0 < sum_ < (decided[one][0] or 0)}


def _before(day: str, flag: str) -> str:
    """The latest day that can be past the shortest threshold; the rule itself counts exactly."""
    short = min((one.value * _DAYS[one.unit] for one in thresholds() if one.flag == flag), default=0)
    return (date.fromisoformat(day) - timedelta(days=short)).isoformat()


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


def doubtful_households(session: Session, day: str) -> set[str]:
    """The households some rule may speak of, those of `doubtful_cases` included."""
    found = {*shared_accounts(session), *_young_heads(session), *_other_holders(session), *_with_place(session)}
    cases = doubtful_cases(session, day)
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

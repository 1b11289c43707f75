"""Which households may have a point to look at: a superset found by the database, before facts and rules.

One query a rule, each as near to its rule as SQL can be and never narrower (a test compares them with all houses), so
that of an office of hundreds of thousands of houses only those are read of which a rule may speak.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Integer, Select, cast, func, select, union_all
from sqlalchemy.orm import Session

from app.flags.bounds import boxes, metres_outside
from app.flags.thresholds import thresholds
from app.support.queries import NOT_AID, households_with_several_cases, same_people
from models.base import Recorded
from models.construction import Acceptance, StageRecord
from models.funding import FundSource, Payment
from models.handover import Handover
from models.household import Household
from models.housing import HousingCondition
from models.ledger import SupplierPayment
from models.review import PovertyClass, Remark
from models.support import Decision, SupportCase
from models.vocabulary import PovertyLevel, Stage

_DAYS = {"days": 1, "months": 28, "years": 365}  # at least
_NEVER = "99999"  # after every day
_BUILDING = [one.value for one in Stage if one is not Stage.START]


def doubtful_households(session: Session, day: str) -> set[str]:
    """The households some rule may speak of on a day."""
    found = {*_far_places(session), *shared_accounts(session), *same_people(session)}
    found |= households_with_several_cases(session)
    for query in (_other_holders(), _young_heads(day), _of_cases(day)):
        found.update(one for one in session.scalars(query) if one)
    return found


# Cases


def _of_cases(day: str) -> Select[Any]:
    """The households of the cases that some rule about a case may speak of."""
    cases = union_all(
        *_corrected(),
        _open_remarks(),
        _handed_over(),
        _fast(),
        _second(),
        _full(),
        _late(day),
        _unpaid(day),
        _better_off(),
    )
    query = select(SupportCase.household_id).where(SupportCase.row_out.is_(False))
    return query.where(SupportCase.id.in_(cases)).distinct()


def _of_case(table: Any, case_id: Any) -> Any:
    """The standing rows of a table below one case."""
    return select(table.id).where(table.case_id == case_id, table.row_out.is_(False))


def _unfinished(case_id: Any) -> Any:
    """Neither accepted nor handed over; what was taken back is found by `_corrected`."""
    return ~_of_case(Acceptance, case_id).exists() & ~_of_case(Handover, case_id).exists()


def _corrected() -> list[Select[Any]]:
    """Cases with a row that replaces another one, or takes it back: only the rules know what then stands."""
    tables: tuple[type[Recorded], ...] = (Acceptance, Handover, StageRecord, Decision)
    return [_changed(table) for table in tables]


def _changed(table: Any) -> Select[Any]:
    changed = table.replaces_id.is_not(None)
    if hasattr(table, "revoked"):
        changed |= table.revoked.is_(True)
    return select(table.case_id).where(table.row_out.is_(False), changed)


def _open_remarks() -> Select[Any]:
    return select(Remark.case_id).where(Remark.row_out.is_(False), func.coalesce(Remark.answered_on, "") == "")


def _handed_over() -> Select[Any]:
    no_acceptance = ~_of_case(Acceptance, Handover.case_id).exists()
    return select(Handover.case_id).where(Handover.row_out.is_(False), no_acceptance)


def _fast() -> Select[Any]:
    """Some stage and some acceptance so near to each other."""
    most = max((one.value * _DAYS[one.unit] for one in thresholds() if one.flag == "one_day_house"), default=-1)
    took = func.julianday(Acceptance.accepted_on) - func.julianday(StageRecord.done_on)
    both = select(StageRecord.case_id).join(Acceptance, Acceptance.case_id == StageRecord.case_id)
    return both.where(StageRecord.row_out.is_(False), Acceptance.row_out.is_(False), took.between(0, most))


def _second() -> Select[Any]:
    """A payment without a reason before the first stage, of a case with several or a later one.

    Of two rows for one stage the one written last counts: the first stage is no later than the latest row of any.
    """
    payment = Payment
    several = select(payment.case_id).where(payment.row_out.is_(False)).group_by(payment.case_id)
    several = several.having((func.count() > 1) | (func.max(payment.instalment) > 1))
    first, last_accepted = _first_stages(several), func.max(Acceptance.accepted_on)
    accepted = select(Acceptance.case_id, last_accepted.label("day")).where(Acceptance.row_out.is_(False))
    finished = accepted.group_by(Acceptance.case_id).subquery()
    paid_on = func.coalesce(payment.paid_on, "9999")
    early = (paid_on < func.coalesce(first.c.day, _NEVER)) & (paid_on < func.coalesce(finished.c.day, _NEVER))
    unexplained = (payment.amount > 0) & (func.coalesce(payment.reason, "") == "")
    return (
        select(payment.case_id)
        .outerjoin(first, first.c.case_id == payment.case_id)
        .outerjoin(finished, finished.c.case_id == payment.case_id)
        .where(payment.row_out.is_(False), unexplained, early, payment.case_id.in_(several))
    )


def _first_stages(cases: Select[Any]) -> Any:
    """The day of each of these cases before which no stage of the building can have been done."""
    stage = StageRecord
    known = stage.row_out.is_(False) & stage.done_on.is_not(None) & stage.stage.in_(_BUILDING)
    days = select(stage.case_id, func.max(stage.done_on).label("day")).where(known, stage.case_id.in_(cases))
    latest = days.group_by(stage.case_id, stage.stage).subquery()
    return select(latest.c.case_id, func.min(latest.c.day).label("day")).group_by(latest.c.case_id).subquery()


def _sum_paid(case_id: Any) -> Any:
    """What a case's payments and its suppliers' come to as aid, in đồng."""
    sums = [
        select(func.coalesce(func.sum(table.amount), 0))
        .where(table.case_id == case_id, table.row_out.is_(False), ~_apart(table))
        .scalar_subquery()
        for table in (Payment, SupplierPayment)
    ]
    return sums[0] + sums[1]


def _apart(table: Any) -> Any:
    """Paid from the household's own money or from a loan."""
    kinds = FundSource.kind.in_([one.value for one in NOT_AID])
    return select(FundSource.id).where(FundSource.id == table.source_id, FundSource.row_out.is_(False), kinds).exists()


def _full() -> Select[Any]:
    """As much paid as the least that was decided."""
    paid = (Decision.amount > 0) & (_sum_paid(Decision.case_id) >= Decision.amount)
    return select(Decision.case_id).where(Decision.row_out.is_(False), paid, _unfinished(Decision.case_id))


def _late(day: str) -> Select[Any]:
    early = (Payment.amount > 0) & (Payment.paid_on <= _before(day, "overdue_12_months"))
    return select(Payment.case_id).where(Payment.row_out.is_(False), early, _unfinished(Payment.case_id))


def _unpaid(day: str) -> Select[Any]:
    long_ago = Decision.decided_on <= _before(day, "tranche_not_claimed")
    here = ~_of_case(Handover, Decision.case_id).exists()
    return select(Decision.case_id).where(Decision.row_out.is_(False), long_ago, here, _sum_paid(Decision.case_id) <= 0)


def _better_off() -> Select[Any]:
    """Another class than that of the decision, recorded for a later year."""
    case, row = SupportCase, PovertyClass
    return (
        select(Decision.case_id)
        .join(case, case.id == Decision.case_id)
        .join(row, row.household_id == case.household_id)
        .where(Decision.row_out.is_(False), row.row_out.is_(False), row.level != Decision.category)
        .where(Decision.category.in_([one.value for one in PovertyLevel]), row.year > _year(Decision.decided_on))
    )


def _before(day: str, flag: str) -> str:
    """The latest day that can be past the shortest threshold; the rule itself counts exactly."""
    short = min((one.value * _DAYS[one.unit] for one in thresholds() if one.flag == flag), default=0)
    return (date.fromisoformat(day) - timedelta(days=short)).isoformat()


# Households


def _young_heads(day: str) -> Select[Any]:
    """Heads who may have been under age on any day a rule may take: of a decision, of the request, today."""
    case, home = SupportCase, Household
    most = max((one.value for one in thresholds() if one.flag == "minor_as_beneficiary"), default=-1)
    decided = select(func.min(Decision.decided_on)).where(Decision.case_id == case.id, Decision.row_out.is_(False))
    earliest = func.min(
        func.coalesce(decided.scalar_subquery(), day),
        func.coalesce(case.registered_on, day),
        type_=case.registered_on.type,
    )
    years = _year(earliest) - _year(home.birth)
    return (
        select(home.id)
        .join(case, case.household_id == home.id)
        .where(home.row_out.is_(False), case.row_out.is_(False), home.birth.is_not(None), years <= most)
    )


def _year(day: Any) -> Any:
    return cast(func.substr(day, 1, 4), Integer)


def _other_holders() -> Select[Any]:
    home = Household
    asks = select(SupportCase.id).where(SupportCase.household_id == home.id, SupportCase.row_out.is_(False)).exists()
    return select(home.id).where(
        home.row_out.is_(False), home.bank_holder.is_not(None), home.bank_holder != home.head_name, asks
    )


def _far_places(session: Session) -> Iterable[str]:
    """Places outside the box of their commune; where no box is known nothing is read."""
    house, home = HousingCondition, Household
    query = (
        select(house.household_id, home.commune_code, house.latitude, house.longitude)
        .join(home, home.id == house.household_id)
        .where(house.row_out.is_(False), house.latitude.is_not(None), home.commune_code.in_(list(boxes())))
    )
    for household, commune, latitude, longitude in session.execute(query):
        if household and metres_outside(commune, latitude, longitude):
            yield household


def shared_accounts(session: Session) -> dict[str, dict[str, str]]:
    """The households whose account number stands on others too: household -> other household -> head."""
    home = Household
    of_all = select(home.bank_account).where(home.row_out.is_(False), home.bank_account.is_not(None))
    seen: set[str] = set()
    several: set[str] = set()
    for account in session.scalars(of_all):
        number = _account(account or "")
        (several if number in seen else seen).add(number)
    several.discard("")
    if not several:
        return {}
    together: dict[str, dict[str, str]] = {number: {} for number in several}
    for row in session.execute(of_all.with_only_columns(home.id, home.head_name, home.bank_account)):
        number = _account(row.bank_account or "")
        if number in together:
            together[number][row.id] = row.head_name or ""
    return {
        one: {other: head for other, head in heads.items() if other != one}
        for heads in together.values()
        for one in heads
    }


def _account(text: str) -> str:
    """An account number without what people put between its digits."""
    return (text if text.isalnum() else "".join(one for one in text if one.isalnum())).upper()

"""Everything about households that joins rooms: the list as it travels in JSON, one household with all its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.areas.queries import village_names
from app.households.queries import HouseholdRow, living_condition, living_members
from app.journal.heads import Effective
from app.journal.operation import Operation
from app.journal.store import Store
from app.reports.entries import leading_case
from app.support.queries import CaseFacts, CaseState, cases_of_households
from models.base import recorded_fields
from models.household import Household

Case = tuple[CaseFacts, CaseState]
Json = dict[str, Any]
_NOT_SHOWN = frozenset({"deleted"})


@dataclass(frozen=True)
class HouseholdFile:
    """A household with all its cases; `case` is the one it is shown by."""

    id: str
    cases: tuple[Case, ...]
    case: Case | None


def household_files(session: Session, ids: Sequence[str], programme_id: str | None = None) -> dict[str, HouseholdFile]:
    """The cases of these households with the one each is shown by: of the programme given, else the leading one."""
    cases = cases_of_households(session, ids)
    found = {}
    for one in ids:
        own = cases.get(one, ())
        fitting = [case for case in own if programme_id is None or _programme(case) == programme_id]
        found[one] = HouseholdFile(one, own, leading_case(fitting))
    return found


def _programme(case: Case) -> str | None:
    return case[0].programme.id if case[0].programme else None


def households_json(session: Session, rows: Sequence[HouseholdRow], programme_id: str | None = None) -> Iterator[Json]:
    """The households of a list in the shape of `household list --json`."""
    files = household_files(session, [row.id for row in rows], programme_id)
    for row in rows:
        yield household_json(row, row.village, files[row.id].case)


def household_json(row: HouseholdRow | Household, village: str | None, case: Case | None) -> Json:
    """One household with the case it is shown by; amounts in đồng, unknown values null."""
    birth = row.birth or ""
    return {
        "id": row.id,
        "code": row.code,
        "head_name": row.head_name or None,
        "birth_year": int(birth[:4]) if birth else None,
        "birth_date": birth if len(birth) == 10 else None,
        "gender": row.gender,
        "citizen_id": row.citizen_id,
        "ethnicity": row.ethnicity,
        "phone": row.phone,
        "village": village,
        "commune": row.commune_code,
        "category": row.category,
        "member_count": row.member_count,
        **_case_json(case),
        "version": row.version,
    }


def _case_json(case: Case | None) -> Json:
    names = ("work_type", "programme", "requested_amount", "approved_amount", "paid_amount", "status", "stage")
    dates = ("started_on", "accepted_on", "handed_over_on")
    if case is None:
        return dict.fromkeys((*names, *dates))
    facts, state = case
    return {
        "work_type": state.work_type,
        "programme": facts.programme.code if facts.programme else None,
        "requested_amount": facts.requested_amount,
        "approved_amount": state.approved_amount,
        "paid_amount": state.paid_amount,
        "status": state.status,
        "stage": state.stage,
        **{name: getattr(state, name) for name in dates},
    }


def household_detail(session: Session, household_id: str) -> Json:
    """One household with everything below it, in the shape of `household show --json`."""
    file = household_files(session, [household_id])[household_id]
    home = session.get_one(Household, household_id)
    village = village_names(session, [home.village_id]).get(home.village_id or "")
    condition = living_condition(session, household_id)
    state = file.case[1] if file.case else None
    return {
        **household_json(home, village, file.case),
        "members": [_row_json(one) for one in living_members(session, household_id)],
        "condition": _row_json(condition) if condition is not None else None,
        **{name: [asdict(one) for facts, _ in file.cases for one in getattr(facts, name)] for name in _ROWS},
        "acceptance": asdict(state.acceptance) if state and state.acceptance else None,
        "handover": asdict(state.handover) if state and state.handover else None,
        **_waiting(session, household_id),
    }


_ROWS = ("decisions", "payments", "stages")


def _row_json(row: Any) -> Json:
    names = [name for name in recorded_fields(type(row)) if name not in _NOT_SHOWN]
    return {"id": row.id, **{name: getattr(row, name) for name in names}, "version": row.version}


def _waiting(session: Session, household_id: str) -> Json:
    """What waits for a decision on the household's own fields: values that differ, and proposals."""
    store = Store(session.connection())
    book = store.history.book(household_id)
    conflicts, proposals = [], []
    for name in sorted(book.fields()):
        found = store.history.effective(book, name)
        heads = [book.operations[one] for one in book.heads_of(name)]
        if found.conflict:
            conflicts.append({"field": name, "values": [_value(one, name) for one in _voters(heads, name, found)]})
        for proposal, value in found.proposals:
            by = book.operations[book.named(proposal)[0]]
            proposals.append({"id": proposal, "field": name, "old": found.value, "new": value, **_said(by)})
    return {"conflicts": conflicts, "proposals": proposals}


def _voters(heads: Iterable[Operation], name: str, found: Effective) -> list[Operation]:
    waiting = dict(found.proposals)
    return [one for one in heads if one.name not in waiting and name in one.values]


def _value(operation: Operation, name: str) -> Json:
    return {"value": operation.value(name), **_said(operation)}


def _said(operation: Operation) -> Json:
    return {"by": operation.user[1], "at": operation.at, "office": operation.office}

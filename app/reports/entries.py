"""Keeps the list of households right: follows every change of the records it is made from, and makes it anew.

`app.workspace` calls `follow_change` inside each change, after the fold: whatever wrote the records, a form, a list or
a package, the list agrees with them in the same transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.areas.queries import village_names
from app.households.queries import CaseValues, EntryValues
from app.households.search import write_cleared, write_entries
from app.journal.bulk import among
from app.journal.folding import RowChanges
from app.support.queries import CaseFacts, CaseState, cases_of_households
from models.everything import METADATA
from models.funding import Payment
from models.household import Household
from models.housing import HousingCondition
from models.journal import JoinedHousehold
from models.ledger import SupplierPayment
from models.support import SupportCase
from models.vietnamese import sort_key

ROWS_AT_ONCE = 4000
#: Tables whose rows hang on a case and decide where it stands.
_BELOW_CASES = (
    "decision", "payment", "supplier_payment", "stage_record", "acceptance", "handover", "case_exception",
    "review_vote", "posted_case", "remark", "submitted_case", "case_closing",
)  # fmt: skip
#: Rows that stand beside those: the table below the case, and its column that names them.
_BESIDE_CASES = {
    "village_meeting": ("review_vote", "meeting_id"),
    "posting": ("posted_case", "posting_id"),
    "submission": ("submitted_case", "submission_id"),
}
_PROGRAMMES = ("programme_rule", "support_norm")


def follow_change(connection: Connection, rows: RowChanges) -> None:
    """Bring the list up to date with the rows a change touched."""
    touched = {name: rows.new.get(name, set()) | rows.changed.get(name, set()) for name in rows.tables()}
    with Session(connection, join_transaction_mode="conditional_savepoint") as session:
        ids = _households(session, touched)
        _refresh(session, sorted(ids) if len(ids) <= ROWS_AT_ONCE else _by_name(session, ids))


def rebuild_entries(connection: Connection) -> None:
    """Make the whole list anew, after an upgrade or a rebuild of the tables."""
    with Session(connection, join_transaction_mode="conditional_savepoint") as session:
        write_cleared(connection)
        _refresh(session, _by_name(session))


def _by_name(session: Session, ids: set[str] | None = None) -> list[str]:
    """Households in the order in which the list shows them, so that each batch finds its places behind the last.

    All that stand in the list, or those given; of these the ones taken off come last.
    """
    query = select(Household.id, Household.head_name).where(Household.row_out.is_(False))
    found = {row.id: sort_key(row.head_name or "") for row in session.execute(query) if ids is None or row.id in ids}
    return [*sorted(found, key=lambda one: (found[one], one)), *sorted((ids or set()) - found.keys())]


def _households(session: Session, touched: dict[str, set[str]]) -> set[str]:
    """The households whose entries a change may have made old."""
    found, cases = set(touched.get("household", ())), set(touched.get("support_case", ()))
    tables = METADATA.tables
    for name in _BELOW_CASES:
        cases |= _named(session, tables[name].c.case_id, tables[name].c.id, touched.get(name))
    for name, (below, column) in _BESIDE_CASES.items():
        cases |= _named(session, tables[below].c.case_id, tables[below].c[column], touched.get(name))
    for lines in (Payment, SupplierPayment):  # what kind a source is says whether what was paid from it is aid
        cases |= _named(session, lines.case_id, lines.source_id, touched.get("fund_source"))
    found |= _named(session, HousingCondition.household_id, HousingCondition.id, touched.get("housing_condition"))
    found |= _named(session, SupportCase.household_id, SupportCase.id, cases)
    found |= _named(session, Household.id, Household.village_id, touched.get("area"))
    programmes = set(touched.get("programme", ()))
    for name in _PROGRAMMES:
        programmes |= _named(session, tables[name].c.programme_id, tables[name].c.id, touched.get(name))
    return found | _named(session, SupportCase.household_id, SupportCase.programme_id, programmes)


def _named(session: Session, wanted: Any, column: Any, ids: Collection[str] | None) -> set[str]:
    """What rows name in one column, of those that name one of these in another."""
    if not ids:
        return set()
    rows = session.scalars(select(wanted).where(among(session.connection(), column, ids)).distinct())
    return set(filter(None, rows))


def _refresh(session: Session, household_ids: Sequence[str]) -> None:
    for start in range(0, len(household_ids), ROWS_AT_ONCE):
        ids = household_ids[start : start + ROWS_AT_ONCE]
        entries = list(_entries(session, ids))
        gone = set(ids) - {one.household_id for one in entries}
        write_entries(session.connection(), entries, sorted(gone))


def _entries(session: Session, ids: Collection[str]) -> Iterator[EntryValues]:
    """The entries of the households among these that stand in the list."""
    cases = cases_of_households(session, ids)
    others = _joined_words(session, ids)
    columns = [getattr(Household, name) for name in _COPIED]
    wanted = among(session.connection(), Household.id, ids)
    rows = session.execute(select(Household.id, *columns).where(wanted, Household.row_out.is_(False))).all()
    villages = village_names(session, (row.village_id for row in rows))
    for row in rows:
        own = cases.get(row.id, ())
        shown = [_case_values(*one) for one in own]
        lead = leading_case(own)
        copied = dict(zip(_COPIED, row[1:], strict=True))
        yield EntryValues(
            household_id=row.id,
            **copied | {"head_name": row.head_name or "", "village": villages.get(row.village_id or "")},
            words=(*_numbers(own), *others.get(row.id, ())),
            case=shown[own.index(lead)] if lead else CaseValues(),
            cases=tuple(shown),
        )


def _numbers(cases: Sequence[tuple[CaseFacts, CaseState]]) -> list[str]:
    return [one.number for facts, _ in cases for one in facts.decisions if one.number]


def _joined_words(session: Session, ids: Collection[str]) -> dict[str, list[str]]:
    """By what else a household is found: head, code and numbers of those that are shown as it."""
    found: dict[str, list[str]] = {}
    home, joined = Household, JoinedHousehold
    if session.scalar(select(joined.household_id).limit(1)) is None:
        return found
    query = select(joined.shown_id, home.head_name, home.code, home.citizen_id, home.phone)
    query = query.join(home, home.id == joined.household_id).where(joined.household_id != joined.shown_id)
    for row in session.execute(query.where(among(session.connection(), joined.shown_id, ids))):
        found.setdefault(row.shown_id, []).extend(one for one in row[1:] if one)
    return found


_COPIED = (
    "head_name", "version", "code", "gender", "birth", "citizen_id", "ethnicity", "phone", "village_id",
    "commune_code", "category", "flags", "member_count",
)  # fmt: skip


def _case_values(facts: CaseFacts, state: CaseState) -> CaseValues:
    return CaseValues(
        facts.case_id,
        facts.programme.id if facts.programme else None,
        state.work_type,
        state.status,
        state.stage,
        facts.requested_amount,
        state.approved_amount,
        state.paid_amount,
    )


def leading_case(cases: Sequence[tuple[CaseFacts, CaseState]]) -> tuple[CaseFacts, CaseState] | None:
    """The case a household is shown by: the first that is still under way, else the first done, else the first."""
    under_way = [one for one in cases if not one[1].off_road and not one[1].done]
    on_road = [one for one in cases if not one[1].off_road]
    return next(iter(under_way or on_road or cases), None)

"""Reads households: the list with its filters, drafts for the form, facts for the rules."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, bindparam, cast, func, select
from sqlalchemy.orm import Session

from app.areas.queries import villages
from app.households import on_paper, search, splits
from app.households.drafts import ConditionDraft, HouseholdDraft, MemberDraft
from app.households.held_by_money import check_no_money as check_no_money  # noqa: PLC0414 - for later rooms
from app.households.rules import HouseholdFacts
from app.journal.joined import shown_households
from app.journal.store import batches
from app.local import Fact, get_fact
from app.parsing import today
from app.problems import refuse
from models.household import Household, Member
from models.housing import HousingCondition
from models.office import Office
from models.search import CaseEntry, HouseholdEntry
from models.vocabulary import Level

ENDING = 6
RELATED = 12
#: What a later room hands to `write_entries`.
CaseValues = search.CaseValues
EntryValues = search.EntryValues
#: Households as papers name them.
HouseholdOnPaper = on_paper.HouseholdOnPaper
households_on_paper = on_paper.households_on_paper
#: Households that were one before.
Related = splits.Related
related = splits.related
splits_of = splits.splits_of


@dataclass(frozen=True)
class HouseholdFilter:
    """What the list is narrowed to; everything given must hold. `statuses` are those of the case that is shown.

    The case shown is the one of `programme_id`, else the leading one of the household.
    """

    text: str = ""
    village_ids: frozenset[str] = frozenset()
    commune_code: str | None = None
    category: str | None = None
    statuses: frozenset[str] = frozenset()
    programme_id: str | None = None


@dataclass(frozen=True)
class Order:
    """How the list is sorted: by `name`, `code`, `birth`, `village`, `category`, `status`, `work_type` or `paid`."""

    key: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A household in the list with the case it is shown by. Amounts in đồng; `rowid` is the list's own key."""

    rowid: int
    id: str
    code: str | None
    head_name: str
    gender: str | None
    birth: str | None
    citizen_id: str | None
    ethnicity: str | None
    phone: str | None
    village_id: str | None
    village: str | None
    commune_code: str | None
    category: str | None
    flags: str | None
    member_count: int | None
    version: int
    case_id: str | None
    programme_id: str | None
    work_type: str | None
    status: str | None
    stage: str | None
    requested: int | None
    approved: int | None
    paid: int | None


@dataclass(frozen=True)
class ListTotals:
    """The foot of a list: how many households, and the amounts of the cases shown, in đồng."""

    count: int
    requested: int
    approved: int
    paid: int


# The list


def first_page(
    session: Session, wanted: HouseholdFilter | None = None, limit: int = 50, order: Order | None = None
) -> list[HouseholdRow]:
    """The first rows of the filter in their order, quickly."""
    wanted = wanted or HouseholdFilter()
    return rows_by_rowid(session, _rowids(session, wanted, order or Order(), limit), wanted.programme_id)


def find_related(session: Session, text: str) -> list[Related]:
    """Households of the list with these words, accents or not: a few of them, by name and village."""
    rows = first_page(session, HouseholdFilter(text=text), RELATED)
    return [Related(row.id, row.head_name, row.village) for row in rows]


def all_rowids(session: Session, wanted: HouseholdFilter | None = None, order: Order | None = None) -> array[int]:
    """The keys of all rows of the filter in their order, packed in eight bytes each."""
    return _rowids(session, wanted or HouseholdFilter(), order or Order(), None)


def rows_by_rowid(session: Session, rowids: Sequence[int], programme_id: str | None = None) -> list[HouseholdRow]:
    """The rows of these keys in the order given; those gone meanwhile are left out."""
    found: dict[int, HouseholdRow] = {}
    for start in range(0, len(rowids), search.BATCH):
        wanted = {"rowids": list(rowids[start : start + search.BATCH]), "programme": programme_id}
        for row in session.connection().execute(_row_query(programme_id is not None), wanted):
            found[row[0]] = HouseholdRow(*row)
    return [found[rowid] for rowid in rowids if rowid in found]


def totals(session: Session, wanted: HouseholdFilter | None = None) -> ListTotals:
    """How many households the filter finds, and the sums of the cases they are shown by."""
    wanted = wanted or HouseholdFilter()
    case = _case(wanted.programme_id)
    sums = _sum(case.requested), _sum(case.approved), _sum(case.paid)
    columns: list[Any] = [func.count(HouseholdEntry.rowid.distinct()), *sums]
    query = _from_list(select(*columns), wanted.programme_id)
    query = query.where(*_conditions(wanted), *search.has_words(wanted.text))
    count, requested, approved, paid = session.execute(query).one()
    return ListTotals(count, requested, approved, paid)


def _sum(column: Any) -> ColumnElement[int]:
    return func.coalesce(func.sum(column), 0)


def status_counts(session: Session, wanted: HouseholdFilter | None = None) -> dict[str, int]:
    """Status -> how many households of the filter stand there; those without a case are not counted."""
    wanted = wanted or HouseholdFilter()
    status = _case(wanted.programme_id).status
    query = _from_list(select(status, func.count(HouseholdEntry.rowid.distinct())), wanted.programme_id)
    query = query.where(*_conditions(wanted), *search.has_words(wanted.text)).group_by(status)
    return {row[0]: row[1] for row in session.execute(query) if row[0]}


def case_sums(session: Session) -> ListTotals:
    """The amounts of all cases of all households in the list, in đồng, and how many cases there are."""
    case = CaseEntry
    query = select(func.count(case.case_id), _sum(case.requested), _sum(case.approved), _sum(case.paid))
    count, requested, approved, paid = session.execute(query).one()
    return ListTotals(count, requested, approved, paid)


def ids_of(session: Session, rowids: Sequence[int]) -> list[str]:
    """The household ids of list keys, in the order given."""
    return [row.id for row in rows_by_rowid(session, rowids)]


def rowid_of(session: Session, household_id: str) -> int | None:
    """The list's key of a household; None when it is out of the list."""
    return session.scalar(select(HouseholdEntry.rowid).where(HouseholdEntry.household_id == household_id))


def _case(programme_id: object | None) -> Any:
    """Where the columns of the case shown are read: the copy in the entry, or the case in the programme."""
    return HouseholdEntry if programme_id is None else CaseEntry


def _from_list(query: Select[Any], programme_id: Any) -> Select[Any]:
    """The list, joined with the cases in the programme where one is asked for."""
    query = query.select_from(HouseholdEntry)
    if programme_id is None:
        return query
    of_household = CaseEntry.household_rowid == HouseholdEntry.rowid
    return query.outerjoin(CaseEntry, and_(of_household, CaseEntry.programme_id == programme_id))


def _conditions(wanted: HouseholdFilter) -> list[ColumnElement[bool]]:
    entry = HouseholdEntry
    pairs = ((entry.commune_code, wanted.commune_code), (entry.category, wanted.category))
    found = [column == value for column, value in pairs if value is not None]
    if wanted.village_ids:
        found.append(entry.village_id.in_(wanted.village_ids))
    if wanted.programme_id is not None:
        cases = select(CaseEntry.household_rowid).where(CaseEntry.programme_id == wanted.programme_id)
        found.append(entry.rowid.in_(cases.where(CaseEntry.status.in_(wanted.statuses)) if wanted.statuses else cases))
    elif wanted.statuses:
        found.append(entry.status.in_(wanted.statuses))
    return found


def _rowids(session: Session, wanted: HouseholdFilter, order: Order, limit: int | None) -> array[int]:
    if order != Order():
        return array("q", session.scalars(_ordered(wanted, order).limit(limit)))
    conditions = _conditions(wanted)
    found = array("q")
    plain = select(HouseholdEntry.rowid).where(*conditions).order_by(HouseholdEntry.rowid)
    for statement in search.find_words(wanted.text, *conditions) or [plain]:
        if limit is None or len(found) < limit:
            found.extend(session.scalars(statement.limit(None if limit is None else limit - len(found))))
    return found


def _ordered(wanted: HouseholdFilter, order: Order) -> Select[int]:
    entry, case = HouseholdEntry, _case(wanted.programme_id)
    columns = {"name": entry.rowid, "status": case.status, "work_type": case.work_type, "paid": case.paid}
    column = columns[order.key] if order.key in columns else getattr(entry, order.key)
    query: Select[int] = _from_list(select(entry.rowid), wanted.programme_id)
    query = query.where(*_conditions(wanted), *search.has_words(wanted.text))
    return query.order_by(column.desc() if order.descending else column.asc(), entry.rowid)


@cache
def _row_query(by_programme: bool) -> Select[Any]:
    """The rows of `:rowids`; made once, because the list asks for them with every key pressed."""
    entry = HouseholdEntry
    programme = bindparam("programme", type_=CaseEntry.programme_id.type) if by_programme else None
    case = _case(programme)
    names = [one.name for one in fields(HouseholdRow)]
    own = [entry.household_id if name == "id" else getattr(entry, name) for name in names if name not in _OF_CASE]
    columns = [*own, *(getattr(case, name) for name in names if name in _OF_CASE)]
    wanted = bindparam("rowids", expanding=True, type_=entry.rowid.type)
    query = _from_list(select(*columns), programme).where(entry.rowid.in_(wanted))
    return query.order_by(CaseEntry.case_id) if by_programme else query


_OF_CASE = {one.name for one in fields(search.CaseValues)}


def household_count(session: Session) -> int:
    """How many households stand in the list."""
    return session.scalar(select(func.count()).select_from(HouseholdEntry)) or 0


def listed_communes(session: Session) -> list[str]:
    """The codes of the communes whose households stand in the list."""
    return [code for code in session.scalars(select(HouseholdEntry.commune_code).distinct()) if code]


# One household


def find_household(session: Session, ending: str) -> str:
    """The id of the household whose id ends so (6 characters or more), also of one that is out of the list.

    Raises `Refused` when there is none, or more than one.
    """
    bare = ending.strip().lower().replace("-", "")
    if len(bare) < ENDING:
        raise refuse("id", "household_ending_short", text=ending)
    written = func.replace(cast(Household.id, String), "-", "")
    found = session.scalars(select(Household.id).where(written.endswith(bare, autoescape=True)).limit(2)).all()
    if len(found) != 1:
        raise refuse("id", "household_ending_several" if found else "household_not_found", text=ending)
    return found[0]


def shown_household(session: Session, household_id: str) -> str:
    """The household this one is shown as: itself, or the one people said it is the same as."""
    return shown_households(session.connection(), [household_id]).get(household_id, household_id)


def heads_of(session: Session, ids: Collection[str]) -> dict[str, str]:
    """The names of the heads of these households."""
    query = select(Household.id, Household.head_name)
    found = [session.execute(query.where(Household.id.in_(batch))) for batch in batches(ids)]
    return {row.id: row.head_name or "" for rows in found for row in rows}


def household_draft(session: Session, household_id: str) -> HouseholdDraft:
    """The household as its form shows it, with members and present house. Raises `Refused` when it is not here."""
    row = session.get(Household, household_id)
    if row is None:
        raise refuse("id", "household_not_found", text=household_id[-ENDING:])
    own = {one.name for one in fields(HouseholdDraft)} - {"members", "condition", "flags"}
    values = {name: getattr(row, name) for name in own}
    return HouseholdDraft(
        **values,
        flags=frozenset((row.flags or "").split()),
        members=tuple(_draft(MemberDraft, one) for one in living_members(session, household_id)),
        condition=condition_draft(session, household_id),
    )


def living_members(session: Session, household_id: str) -> Sequence[Member]:
    """The members of a household that are not taken off, in the order they were added."""
    query = select(Member).where(Member.household_id == household_id, Member.row_out.is_(False)).order_by(Member.id)
    return session.scalars(query).all()


def living_condition(session: Session, household_id: str) -> HousingCondition | None:
    """The present house of a household; where two laptops each wrote one, the later."""
    row = HousingCondition
    query = select(row).where(row.household_id == household_id, row.row_out.is_(False)).order_by(row.id.desc())
    return session.scalars(query.limit(1)).first()


def condition_draft(session: Session, household_id: str) -> ConditionDraft:
    """The present house as its form shows it; an empty draft when nothing is known."""
    row = living_condition(session, household_id)
    return _draft(ConditionDraft, row) if row is not None else ConditionDraft()


def _draft(kind: Any, row: object) -> Any:
    return kind(**{one.name: getattr(row, one.name) for one in fields(kind)})


# Facts for the rules


def household_facts(session: Session, draft: HouseholdDraft, day: date | None = None) -> HouseholdFacts:
    """What the rules must know beside the draft; `day` is today."""
    return HouseholdFacts(
        day or today(),
        own_commune(session) is not None,
        known_villages(session, draft),
        same_id(session, draft),
        draft.split_from_id is None or session.get(Household, draft.split_from_id) is not None,
    )


def own_commune(session: Session) -> str | None:
    """The code of this office when it is a commune: only then households are added here."""
    code = get_fact(session.connection(), Fact.OFFICE)
    level = session.scalar(select(Office.level).where(Office.code == code))
    return code if level == Level.COMMUNE else None


def known_villages(session: Session, draft: HouseholdDraft) -> frozenset[str]:
    """The villages the household may stand in: its commune's, and the one it stands in already."""
    row = session.get(Household, draft.id) if draft.id else None
    code = (row.commune_code if row else None) or own_commune(session)
    known = {one.id for one in villages(session, code)} if code else set()
    return frozenset(known | {one for one in [row and row.village_id] if one})


def same_id(session: Session, draft: HouseholdDraft) -> tuple[str, ...]:
    """The heads of other households of the list with this ID number."""
    if not draft.citizen_id:
        return ()
    entry = HouseholdEntry
    query = select(entry.household_id, entry.head_name).where(entry.citizen_id == draft.citizen_id)
    return tuple(row.head_name for row in session.execute(query) if row.household_id != draft.id)


@dataclass(frozen=True)
class SameNumber:
    """Living households that carry one ID number, as ids and heads in the order in which they were added."""

    citizen_id: str
    households: tuple[tuple[str, str], ...]


def same_numbers(session: Session) -> list[SameNumber]:
    """The ID numbers that more than one household of the list carries."""
    entry = HouseholdEntry
    number = entry.citizen_id
    twice = select(number).where(number.is_not(None)).group_by(number).having(func.count() > 1)
    query = select(number, entry.household_id, entry.head_name).where(number.in_(twice))
    found: dict[str, list[tuple[str, str]]] = {}
    for row in session.execute(query.order_by(number, entry.household_id)):
        found.setdefault(str(row.citizen_id), []).append((row.household_id, row.head_name))
    return [SameNumber(one, tuple(households)) for one, households in found.items()]

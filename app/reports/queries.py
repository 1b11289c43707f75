"""Reports that were kept, the last one of a kind, and how a report differs from it house by house."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, literal_column, select
from sqlalchemy.orm import Session

from app.journal.store import HEADS, OPERATIONS
from app.reports.as_of import EVENT_DAYS
from app.reports.report_value import House
from app.reports.sent_content import KeptContent, read_content
from models.campaign import CampaignDeadline
from models.everything import METADATA
from models.household import Household
from models.movement import SentReport
from models.support import SupportCase

#: What is compared of a house; the names are those of `wording.report_differences.FIELDS`.
COMPARED = (
    "head_name", "place", "work_type", "status", "started_on", "accepted_on", "handed_over_on", "approved", "paid"
)  # fmt: skip
#: Parameters in which two reports of one kind may differ and still be compared.
_OF_THE_DAY = ("since", "unit", "known", "as_of")


@dataclass(frozen=True)
class SentRow:
    """A report that was kept. Days are ISO text; `parameters` as the command takes them.

    `deadline`: the task of the deadline it was made for.
    """

    id: str
    version: int
    report: str
    title: str
    campaign_id: str | None
    parameters: Mapping[str, str]
    as_of: str
    number: str | None
    issued_on: str | None
    sent_on: str | None
    addressee: str | None
    file_name: str
    file_hash: str
    note: str | None
    deadline_id: str | None = None
    period: str | None = None
    deadline: str = ""


@dataclass(frozen=True)
class HouseChange:
    """One thing that is otherwise: a house that came or went (`field` "added", "removed"), or a value of it."""

    household_id: str
    head_name: str
    place: str
    field: str
    old: str | int | None
    new: str | int | None


@dataclass(frozen=True)
class LateEntry:
    """An event of a day the last report covered, entered after it was kept. `entity` is the kind of record."""

    entity: str
    day: str
    household_id: str | None
    head_name: str


@dataclass(frozen=True)
class Differences:
    """A report against the last one that was kept."""

    before: SentRow
    houses: tuple[HouseChange, ...]
    late: tuple[LateEntry, ...]


def sent_reports(session: Session) -> list[SentRow]:
    """The kept reports, the newest first."""
    rows = session.scalars(select(SentReport).where(SentReport.row_out.is_(False))).all()
    wanted = {one.deadline_id for one in rows if one.deadline_id}
    tasks = select(CampaignDeadline.id, CampaignDeadline.task).where(CampaignDeadline.id.in_(wanted))
    named = {row.id: row.task or "" for row in session.execute(tasks)} if wanted else {}
    found = [_row(one, named.get(one.deadline_id or "", "")) for one in rows]
    return sorted(found, key=lambda one: (one.as_of, one.id), reverse=True)


def _row(one: SentReport, deadline: str) -> SentRow:
    return SentRow(
        one.id, one.version, one.report or "", read_content(one.content).title, one.campaign_id,
        json.loads(one.parameters or "{}"), one.as_of or "", one.number, one.issued_on, one.sent_on, one.addressee,
        one.file_name or "", one.file_hash or "", one.note, one.deadline_id, one.period, deadline,
    )  # fmt: skip


def kept_content(session: Session, sent_id: str) -> KeptContent:
    """The figures of a kept report as they were."""
    return read_content(session.get_one(SentReport, sent_id).content)


def last_sent(session: Session, report: str, parameters: Mapping[str, str], before: str) -> SentRow | None:
    """The newest kept report of this kind and scope, as of a day before (ISO)."""
    wanted = _scope(parameters)
    fitting = (one for one in sent_reports(session) if one.report == report and one.as_of < before)
    return next((one for one in fitting if _scope(one.parameters) == wanted), None)


def _scope(parameters: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in parameters.items() if name not in _OF_THE_DAY}


def differences(session: Session, before: SentRow, houses: tuple[House, ...]) -> Differences:
    """How these houses differ from those of a kept report, and what was entered late."""
    old = {one.household_id: one for one in kept_content(session, before.id).houses}
    new = {one.household_id: one for one in houses}
    found: list[HouseChange] = []
    for key in dict.fromkeys([*old, *new]):
        found += _changes(old.get(key), new.get(key))
    ordered = sorted(found, key=lambda one: (one.place, one.head_name, one.household_id))
    return Differences(before, tuple(ordered), tuple(late_entries(session, before)))


def _changes(old: House | None, new: House | None) -> Iterator[HouseChange]:
    if old is None and new is not None:
        yield HouseChange(new.household_id, new.head_name, new.place, "added", None, new.status)
    elif new is None and old is not None:
        yield HouseChange(old.household_id, old.head_name, old.place, "removed", old.status, None)
    elif old is not None and new is not None:
        for name in COMPARED:
            if (was := getattr(old, name)) != (now := getattr(new, name)):
                yield HouseChange(new.household_id, new.head_name, new.place, name, was, now)


def late_entries(session: Session, before: SentRow) -> list[LateEntry]:
    """Events of days up to the last report's, that were entered here (or came here) after it was kept."""
    columns = OPERATIONS.c
    place: ColumnElement[int] = literal_column("operation.rowid")
    kept = session.scalar(select(place).select_from(OPERATIONS).where(columns.row_id == before.id).order_by(place))
    if kept is None:
        return []
    later = select(columns.row_id).where(place > kept, columns.kind == "create")
    entered = select(HEADS.c.row_id, HEADS.c.entity).where(
        HEADS.c.row_id.in_(later), HEADS.c.entity.in_(sorted(EVENT_DAYS))
    )
    by_entity: dict[str, list[str]] = {}
    for row_id, entity in session.execute(entered):
        by_entity.setdefault(entity, []).append(row_id)
    found = [one for entity, ids in sorted(by_entity.items()) for one in _late(session, entity, ids, before.as_of)]
    return sorted(found, key=lambda one: (one.day, one.head_name))


def _late(session: Session, entity: str, ids: list[str], as_of: str) -> Iterator[LateEntry]:
    table: Any = METADATA.tables[entity]
    day = table.c[EVENT_DAYS[entity]]
    home: Any = Household.__table__
    query = select(day, home.c.id, home.c.head_name).select_from(table)
    if entity == "support_case":
        query = query.join(home, home.c.id == table.c.household_id)
    elif "case_id" in table.c:
        case: Any = SupportCase.__table__
        query = query.outerjoin(case, case.c.id == table.c.case_id).outerjoin(home, home.c.id == case.c.household_id)
    elif "household_id" in table.c:
        query = query.outerjoin(home, home.c.id == table.c.household_id)
    else:
        query = select(day, literal_column("NULL"), literal_column("''")).select_from(table)
    known = (table.c.id.in_(ids), table.c.row_out.is_(False), day <= as_of)
    for when, household_id, head_name in session.execute(query.where(*known)):
        yield LateEntry(entity, when, household_id, head_name or "")

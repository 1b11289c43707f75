"""The records as of a day, for reports: events dated later are not there, and where asked, entries made later neither.

Both are a copy in memory from which rows are taken, so that every query answers as it would have on that day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table, delete, select

from app.journal.earlier import copy_in_memory, forget_after
from app.parsing import today
from app.reports.entries import rebuild_entries
from app.workspace import Workspace
from models.everything import METADATA

#: The day of each event, by table. A row without a day, or with a year alone, stands before every day.
EVENT_DAYS: dict[str, str] = {
    "support_case": "registered_on",
    "housing_condition": "surveyed_on",
    "village_meeting": "held_on",
    "posting": "posted_on",
    "submission": "submitted_on",
    "decision": "decided_on",
    "case_exception": "happened_on",
    "stage_record": "done_on",
    "site_report": "reported_on",
    "inspection": "visited_on",
    "acceptance": "accepted_on",
    "handover": "handed_over_on",
    "case_closing": "closed_on",
    "payment": "paid_on",
    "supplier_payment": "paid_on",
    "allocation": "allocated_on",
    "contribution": "given_on",
    "remittance": "remitted_on",
    "goods_handover": "handed_on",
    "delivery": "delivered_on",
    "household_loan": "lent_on",
    "pledge": "pledged_on",
    "activity": "happened_on",
    "petition": "raised_on",
    "unit_total": "as_of",
    "unit_report": "sent_on",
    "nomination": "sent_on",
    "award_meeting": "held_on",
}
#: Whose day may be a guess: a case of that day stands although its request was noted with a later day.
_KEPT = frozenset({"support_case"})
#: A later row of these says that an earlier one was wrong, whatever its day; a decision changes from its own day on.
_CORRECTED = ("case_exception", "stage_record", "site_report", "inspection", "acceptance", "handover", "case_closing")
_DAY_OF: dict[str, tuple[tuple[str, str], ...]] = {
    "petition": (("answered_on", "answer"), ("settled_on", "")),
    "remark": (("answered_on", "answer"),),
}


@contextmanager
def records_as_of(workspace: Workspace, day: str, *, known: bool = False) -> Iterator[Any]:
    """A session on the records at the end of a day (ISO); `known`: without what was entered after that day.

    The day of today or later, without `known`, is the file itself.
    """
    if day >= today().isoformat():
        with workspace.read() as session:
            yield session
        return
    with copy_in_memory(workspace.engine) as session:
        connection = session.connection()
        if known:
            forget_after(connection, end_of(day), workspace.author.device)
        drop_later_events(connection, day)
        rebuild_entries(connection)
        session.expire_all()
        yield session


def end_of(day: str) -> int:
    """The last moment of a day on this laptop, in ms."""
    after = dt.datetime.combine(dt.date.fromisoformat(day) + dt.timedelta(days=1), dt.time()).astimezone()
    return int(after.timestamp() * 1000) - 1


def drop_later_events(connection: Connection, day: str) -> None:
    """Take away every event dated after a day, and what was corrected since."""
    for name in _CORRECTED:
        table = METADATA.tables[name]
        replaced = select(table.c.replaces_id).where(table.c.replaces_id.is_not(None), table.c.row_out.is_(False))
        connection.execute(delete(table).where(table.c.id.in_(replaced)))
    for name, column in EVENT_DAYS.items():
        table = METADATA.tables[name]
        if name not in _KEPT:
            connection.execute(delete(table).where(_after(table, column, day)))
    for name, later in _DAY_OF.items():
        table = METADATA.tables[name]
        for column, also in later:
            emptied = {column: None, **({also: None} if also else {})}
            connection.execute(table.update().where(_after(table, column, day)).values(emptied))
    _drop_later_cases(connection, day)


def _after(table: Table, column: str, day: str) -> Any:
    """Later than a day; "2026" and "2026-10" are earlier than the days of their own time."""
    return table.c[column] > day


def _drop_later_cases(connection: Connection, day: str) -> None:
    """A request noted after the day, of which nothing earlier is recorded, was not there yet."""
    case = METADATA.tables["support_case"]
    below = [
        METADATA.tables[name].c.case_id for name in ("decision", "stage_record", "acceptance", "handover", "payment")
    ]
    later = _after(case, "registered_on", day)
    for column in below:
        later = later & case.c.id.not_in(select(column).where(column.is_not(None)))
    connection.execute(delete(case).where(later))

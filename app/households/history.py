"""The history of a record: every value ever typed, who typed it and whether it still counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.journal.canonical import Json
from app.journal.heads import Book, Effective
from app.journal.joined import joined_with
from app.journal.operation import Operation
from app.journal.store import HEADS, Store, batches
from models.everything import METADATA

_DEVICES = METADATA.tables["device"]


class State(StrEnum):
    """What became of a value: it is shown, was replaced, stands against another, or waits as a proposal."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    CONFLICT = "conflict"
    PROPOSAL = "proposal"


@dataclass(frozen=True)
class Entry:
    """One field of one save. `at` is UTC with "Z"; `device` the laptop's id, `device_name` what its office calls it."""

    at: str
    by: str
    office: str
    device: str
    device_name: str
    action: str
    entity: str
    row: str
    field: str
    old: Json
    new: Json
    state: State

    @property
    def name(self) -> str:
        """The field as the household's history names it: `phone`, or `decision.amount` for a row that hangs on it."""
        return self.field if self.entity == "household" else f"{self.entity}.{self.field}"


def record_history(session: Session, row_id: str) -> list[Entry]:
    """The history of one record, newest first."""
    return _history(session, [row_id])


def household_history(session: Session, household_id: str, field: str | None = None) -> list[Entry]:
    """The history of a household with all that hangs on it: members, house, cases and their rows; newest first.

    Of households that are one it is the history of all of them.
    `field` narrows it to one `Entry.name`.
    """
    level = sorted({household_id, *joined_with(session.connection(), [household_id])})
    rows = list(level)
    while level:
        level = [
            row
            for batch in batches(level)
            for row in session.execute(select(HEADS.c.row_id).where(HEADS.c.parent_id.in_(batch))).scalars()
        ]
        rows += level
    return [one for one in _history(session, rows) if field in (None, one.name)]


def _history(session: Session, rows: list[str]) -> list[Entry]:
    store = Store(session.connection())
    store.load(rows)
    names = {row.device: row.name or "" for row in session.execute(select(_DEVICES.c.device, _DEVICES.c.name))}
    found: list[tuple[tuple[tuple[int, int], str], Entry]] = []
    for row in rows:
        book = store.history.book(row)
        shown = {name: store.history.effective(book, name) for name in _all_fields(book)}
        for operation in book.operations.values():
            for name in _fields(operation):
                found.append((operation.order, _entry(book, operation, name, shown[name], names)))
    return [entry for _, entry in sorted(found, key=lambda one: (one[0], one[1].field), reverse=True)]


def _all_fields(book: Book) -> set[str]:
    return {name for operation in book.operations.values() for name in _fields(operation)}


def _fields(operation: Operation) -> set[str]:
    """What an operation speaks of: the fields it saves, or those of the proposal it turns down."""
    return set(operation.digests) or {name for fields in operation.supersedes.values() for name in fields}


def _entry(book: Book, operation: Operation, name: str, shown: Effective, devices: dict[str, str]) -> Entry:
    return Entry(
        operation.at,
        operation.user[1],
        operation.office,
        operation.device,
        devices.get(operation.device, ""),
        operation.action,
        operation.entity,
        operation.row,
        name,
        _old(book, operation, name),
        operation.value(name),
        _state(book, operation, name, shown),
    )


def _old(book: Book, operation: Operation, name: str) -> Json:
    """The value the author was shown: of what the operation supersedes, the newest."""
    before = [
        book.operations[one]
        for target, fields in operation.supersedes.items()
        if name in fields
        for one in book.named(target)
    ]
    return max(before, key=lambda one: one.order).value(name) if before else None


def _state(book: Book, operation: Operation, name: str, shown: Effective) -> State:
    if operation.id in shown.shown:
        return State.CURRENT
    if operation.id not in book.heads_of(name) or name not in operation.digests:
        return State.SUPERSEDED
    return State.PROPOSAL if operation.name in dict(shown.proposals) else State.CONFLICT


def entries_as_json(entries: Iterable[Entry]) -> Iterator[dict[str, Json]]:
    """The shape of `household history --json`."""
    for one in entries:
        yield {
            "at": one.at,
            "by": one.by,
            "office": one.office,
            "device": one.device,
            "action": one.action,
            "field": one.name,
            "old": one.old,
            "new": one.new,
            "state": one.state.value,
        }

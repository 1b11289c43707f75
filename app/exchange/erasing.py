"""Empties the personal data of a household that must go, and what this laptop keeps beside its records.

The values go from the journal here and wherever the erase travels; packages in inbox and outbox that hold them are
deleted, backups that hold them are named to the officer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from sqlalchemy import select

from app.actions import Action
from app.backup_care import backup_lines
from app.documents.intake import in_child
from app.exchange.erased import (
    NOTES,
    REASON,
    erased_here,
    is_personal,
    note_contents,
    note_erased,
    note_locked,
    still_personal,
)
from app.exchange.erased_files import contents_of, forget_contents
from app.exchange.kept_packages import LOOKED_AT, kept_name
from app.exchange.payload import Payload
from app.exchange.peers import office_name
from app.exchange.quarantine import INBOX, OUTBOX
from app.exchange.reading import kept_payload
from app.journal.bulk import among
from app.journal.erasing import erase_below, is_erased, left_below, with_below
from app.journal.recording import Recorder
from app.journal.store import HEADS, load_offices
from app.problems import Trouble, refuse
from app.progress import Progress
from app.workspace import Changes, Workspace
from models.household import Household
from models.vietnamese import nfc


@dataclass(frozen=True)
class Erased:
    """What went and what is left: `locked` packages could not be looked into, `backups` hold the data still."""

    values: int
    packages: tuple[str, ...]
    locked: tuple[str, ...]
    backups: tuple[str, ...]
    left: int
    left_with: tuple[str, ...]


def erase_household(
    workspace: Workspace, household_id: str, reason: str, progress: Progress | None = None
) -> tuple[Changes, Erased]:
    """Empty the personal data of a household off the list and of all below it. Raises `Refused`, `Trouble`.

    It cannot be undone. What another office wrote and alone may empty stays and is told.
    """
    said = nfc(reason).strip()
    if not said:
        raise refuse("reason", "reason_missing")
    with workspace.change(Action.ERASE_HOUSEHOLD) as change:
        recorder = change.recorder
        row = change.session.get(Household, household_id)
        if row is None:
            raise refuse("id", "household_not_found", text=household_id[-6:])
        if not row.row_out:
            raise refuse("id", "erase_not_out")
        books = list(with_below(recorder.store.history, household_id))
        contents = contents_of(one for book in books for one in book.operations.values())
        emptied = _write_erased(recorder, household_id, said)
        note_erased(recorder.store.connection, emptied)
        note_contents(recorder.store.connection, contents)
        left = left_below(recorder.store.history, household_id, still_personal)
        left_with = tuple(sorted({office_name(recorder.store.connection, one.office) for one in left}))
    packages, locked = clear_beside(workspace, progress)
    _clear_pages(workspace, "VACUUM")
    backups = tuple(one.file.name for one in backup_lines(workspace))
    count = sum(len(fields) for fields in emptied.values())
    return change.done, Erased(count, packages, locked, backups, len(left), left_with)


def _write_erased(recorder: Recorder, household_id: str, reason: str) -> dict[str, set[str]]:
    book = recorder.store.history.book(household_id)
    ours = recorder.owns(book, "head_name")
    if not ours and not is_erased(book):
        raise refuse("id", "erase_not_ours")
    emptied = erase_below(recorder, household_id, is_personal if ours else still_personal)
    if not emptied or emptied == {household_id: {REASON}}:
        raise refuse("id", "erase_nothing")
    if ours:
        recorder.save_fields(book, {REASON: reason})
        recorder.write_fate(book, gone=True)  # it saw the reason too: the household stays off the list
    return emptied


def clear_beside(workspace: Workspace, progress: Progress | None = None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Delete the pictures, scans and packages kept here that hold what was emptied.

    Returns the names of the packages deleted, and of those that are locked.
    """
    forget_contents(workspace)
    _clear_pages(workspace)
    gone, locked = clear_among(workspace, packages_in_question(workspace), progress)
    with workspace.engine.connect().execution_options(writing=True) as connection:
        note_locked(connection, locked)
        connection.commit()
    return gone, locked


def packages_in_question(workspace: Workspace) -> list[Path]:
    """The packages kept here that may hold what was emptied.

    Those exchanged with an office below that does not see the streams of these rows cannot: an office above many
    communes looks into those of one.
    """
    with workspace.read() as session:
        connection = session.connection()
        offices, me = load_offices(connection), workspace.author.office
        rows = among(connection, HEADS.c.row_id, erased_here(connection))
        streams = set(connection.execute(select(HEADS.c.stream).where(rows)).scalars())
        apart = {one for one in offices.below(me) if not streams & offices.carried(me, one)}
        notes = connection.execute(select(NOTES.c.office_code, NOTES.c.report)).all()
    names = {kept_name(json.loads(one.report or "{}")) for one in notes if one.office_code in apart}
    folders = (workspace.folder / name for name in (INBOX, OUTBOX, LOOKED_AT))
    return [path for place in folders for path in sorted(place.glob("*.xlsx")) if path.name not in names]


def clear_among(
    workspace: Workspace, kept: Iterable[Path], progress: Progress | None = None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Delete those of these packages that hold what was emptied; the same is returned."""
    with workspace.read() as session:
        erased = erased_here(session.connection())
    gone, locked = [], []
    for path in kept if erased else ():
        try:
            payload: Payload = in_child(kept_payload, path, None, progress=progress)
        except Trouble as trouble:
            if trouble.code in {"workbook_password", "file_password"}:
                locked.append(path.name)
            continue
        if _holds(payload, erased):
            with suppress(OSError):  # open in another program: found again with the next erase
                path.unlink()
                gone.append(path.name)
    return tuple(gone), tuple(locked)


def _holds(payload: Payload, erased: Mapping[str, Iterable[str]]) -> bool:
    """Whether an operation or a visible cell of a package still says what was emptied here."""
    bases = (json.loads(line) for line in payload.bases if line)
    shown = [(one["row"], name) for one in bases for name, held in one.get("fields", {}).items() if len(held) > 1]
    said = ((one.row, name) for one in payload.read for name in one.values)
    return any(name in erased.get(row, ()) for row, name in chain(said, shown))


def _clear_pages(workspace: Workspace, *first: str) -> None:
    """Leave nothing beside the file; `VACUUM` writes it anew, as what was emptied may stand in pages that are free."""
    with workspace.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for statement in (*first, "PRAGMA wal_checkpoint(TRUNCATE)"):
            connection.exec_driver_sql(statement)

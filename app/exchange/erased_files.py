"""What lies beside the records of people whose data went: pictures and scans go too; of the rest a person is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, select

from app.backup_care import backup_lines
from app.documents.intake import Kind, kind_of
from app.exchange.contents import recorded_anywhere
from app.exchange.erased import FILES_TASK, erased_here, gone_contents, told_ms
from app.exchange.photo_receiving import EARLY
from app.exchange.quarantine import INBOX, OUTBOX
from app.exchange.task import Task, TaskValue
from app.journal.arrival import WAITING
from app.journal.operation import Operation, from_wire
from app.journal.store import OPERATIONS, batches
from app.kept_files import FOLDER as KEPT
from app.photos.waiting import FOLDER as PHOTOS_WAITING
from app.pictures import FOLDER as PHOTOS
from app.wording import erasing as words
from app.workspace import Workspace
from models.vocabulary import TaskKind

_FIELD = "content"
_FOLDERS = (f"{PHOTOS}/??", f"{KEPT}/??", f"{PHOTOS_WAITING}/??", EARLY)


def contents_of(operations: Iterable[Operation]) -> set[str]:
    """The contents (SHA-256) of the pictures and scans that these operations name."""
    return {str(said) for one in operations if (said := one.value(_FIELD))}


def doomed_contents(connection: Connection, offered: Iterable[Operation]) -> set[str]:
    """Before operations are taken in: the contents named by those that an erase among them, or an earlier one, empties.

    Some may be named by others still; `forget_contents` looks.
    """
    offered = list(offered)
    rows = {one.row for one in offered if one.kind == "erase"}
    known = erased_here(connection).keys() if offered else set()
    found = contents_of(one for one in offered if one.row in rows or one.row in known)
    for table in (OPERATIONS, WAITING) if rows else ():
        for batch in batches(sorted(rows)):
            named = select(table.c.body).where(table.c.body.contains(f'"{_FIELD}"'))
            named = named.where(table.c.row_id.in_(batch)) if "row_id" in table.c else named
            stored = map(from_wire, connection.execute(named).scalars())
            found |= contents_of(one for one in stored if one.row in rows)
    return found


def forget_contents(workspace: Workspace) -> int:
    """Delete the files of contents that went and that no record names; returns how many."""
    with workspace.read() as session:
        contents = gone_contents(session.connection())
        contents -= recorded_anywhere(session.connection(), contents)
    found = [file for place in _FOLDERS for file in workspace.folder.glob(f"{place}/*") if file.stem in contents]
    for file in found:
        with suppress(OSError):  # open in another program: found again with the next erase
            file.unlink()
    return len(found)


# What a person has to do


def file_tasks(workspace: Workspace, connection: Connection) -> list[Task]:
    """The backups and locked packages older than the last erase: they hold the data still; done when they are gone."""
    told = told_ms(connection)
    if told is None:
        return []
    at = dt.datetime.fromtimestamp(told / 1000, dt.UTC)
    backups = [one.file.name for one in backup_lines(workspace) if one.at < at]
    locked = [one.name for one in locked_packages(workspace.folder) if one.stat().st_mtime * 1000 < told]
    if not backups and not locked:
        return []
    lines = tuple(words.kept_lines(backups, locked))
    answer = (TaskValue(None, "", "", "", shown=words.KEPT_ANSWER),)
    text = words.KEPT.format(count=len(backups) + len(locked))
    return [Task(FILES_TASK, TaskKind.DELETED, text, values=answer, lines=lines)]


def locked_packages(folder: Path) -> list[Path]:
    """The packages kept in a data folder that nobody can look into without their password."""
    kept = [path for name in (INBOX, OUTBOX) for path in sorted((folder / name).glob("*.xlsx"))]
    return [path for path in kept if kind_of(path) is Kind.ENCRYPTED]

"""What an erase leaves to a person: values that stand again, and files of this laptop that hold the data still."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection

from app.backup_care import backup_lines
from app.exchange.erased import erased_here, locked_names, still_personal, told_ms
from app.exchange.peers import office_name
from app.exchange.quarantine import INBOX, OUTBOX
from app.exchange.task import Task, TaskValue
from app.journal.erasing import left_below
from app.journal.joined import HOUSEHOLD
from app.journal.store import Store, owner_of
from app.wording import erasing as words
from app.workspace import Workspace
from models.vocabulary import Owner, TaskKind

#: The task that names the files which hold erased data still.
FILES_TASK = "erased-files"


def erased_tasks(store: Store, office: str) -> list[Task]:
    """Households whose data went and of which values stand again that this office may empty, by the same command."""
    found = []
    for row in sorted(erased_here(store.connection)):
        book = store.history.book(row)
        if book.entity != HOUSEHOLD or book.stream is None:
            continue
        ours = store.history.owns(office, book, book.entity, book.stream, "head_name")
        left = [
            one
            for one in left_below(store.history, row, still_personal)
            if one.office == office or (ours and owner_of(one.entity, one.field) is Owner.HOLDER)
        ]
        if left:
            names = sorted({office_name(store.connection, one.office) for one in left})
            text = words.TASK.format(count=len(left), offices=", ".join(names))
            found.append(Task(f"erased:{row}", TaskKind.DELETED, text, row, HOUSEHOLD, row))
    return found


def file_tasks(workspace: Workspace, connection: Connection) -> list[Task]:
    """The backups and locked packages older than the last erase: they hold the data still; done when they are gone."""
    told = told_ms(connection)
    if told is None:
        return []
    at = dt.datetime.fromtimestamp(told / 1000, dt.UTC)
    backups = [one.file.name for one in backup_lines(workspace) if one.at < at]
    places = [workspace.folder / name for name in (INBOX, OUTBOX)]
    locked = [one for one in locked_names(connection) if any((place / one).exists() for place in places)]
    if not backups and not locked:
        return []
    lines = tuple(words.kept_lines(backups, locked))
    answer = (TaskValue(None, "", "", "", shown=words.KEPT_ANSWER),)
    text = words.KEPT.format(count=len(backups) + len(locked))
    return [Task(FILES_TASK, TaskKind.DELETED, text, values=answer, lines=lines)]

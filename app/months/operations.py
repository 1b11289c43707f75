"""The verbs of a month's end: tick by hand with a note, match with the accountant's list, close, open again."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.actions import Action
from app.documents.foreign_reading import read_table
from app.journal.canonical import canonical_text
from app.months.matching import Matched, match, read_entries
from app.months.queries import ledger_entries, month_end, month_row
from app.parsing import today
from app.problems import refuse
from app.progress import Progress
from app.wording.months import month_text
from app.workspace import Changes, Workspace
from models.month import MonthClose


def tick_by_hand(workspace: Workspace, month: str, tick: str, note: str) -> Changes:
    """Say that an open tick was looked at, and why that is well. Raises `Refused`."""
    note = " ".join(note.split())
    if not note:
        raise refuse("note", "tick_note_missing")
    said = {"by": workspace.author.user_name, "on": today().isoformat(), "note": note}
    return _tick(workspace, month, tick, said)


def untick(workspace: Workspace, month: str, tick: str) -> Changes:
    """Take a tick by hand back. Raises `Refused`."""
    return _tick(workspace, month, tick, None)


def _tick(workspace: Workspace, month: str, tick: str, said: dict[str, str] | None) -> Changes:
    with workspace.change(Action.CHECK_MONTH) as change:
        row = _open_row(change.session, month)
        kept: dict[str, Any] = json.loads(row.ticks or "{}")
        kept.pop(tick, None)
        row.ticks = canonical_text(kept | ({tick: said} if said else {}))
    return change.done


def match_with_accountant(
    workspace: Workspace, month: str, file: Path, password: str | None = None, progress: Progress | None = None
) -> tuple[Changes, Matched]:
    """Read the accountant's list in a child process, compare it with the month's payments, keep what was found.

    Raises `Trouble` for a file that cannot be read, `Refused` for one without the columns or without vouchers.
    """
    theirs = read_table(read_entries, file, password, progress=progress)
    if theirs is None:
        raise refuse("file", "accountant_headings", name=file.name)
    with workspace.read() as session:
        ours = ledger_entries(session, month)
    if not [one for one in theirs if one.day is None or one.day[:7] == month] and not ours:
        raise refuse("file", "accountant_empty", name=file.name, month=month_text(month))
    found = match(month, ours, theirs)
    kept = {"file": file.name, "same": found.same, "differences": [asdict(one) for one in found.differences]}
    with workspace.change(Action.CHECK_MONTH) as change:
        _open_row(change.session, month).matched = canonical_text(kept)
    return change.done, found


def close_month(workspace: Workspace, month: str) -> Changes:
    """Close a month with its figures as they are now; what is open is written down with them. Raises `Refused`."""
    if month > today().isoformat()[:7]:
        raise refuse("month", "month_not_over", month=month_text(month))
    found = month_end(workspace, month)
    with workspace.change(Action.CLOSE_MONTH) as change:
        row = _open_row(change.session, month)
        row.figures = canonical_text(found.figures)
        row.closed_on, row.closed_by = today().isoformat(), workspace.author.user_name
        row.closed_ms = time.time_ns() // 1_000_000
    return change.done


def reopen_month(workspace: Workspace, month: str) -> Changes:
    """Open a closed month again; history keeps when it was closed, and its figures of then."""
    with workspace.change(Action.CLOSE_MONTH) as change:
        row = month_row(change.session, month)
        if row is not None:
            row.closed_on = row.closed_by = row.closed_ms = None
    return change.done


def _open_row(session: Session, month: str) -> MonthClose:
    row = month_row(session, month)
    if row is None:
        row = MonthClose(month=month)
        session.add(row)
        session.flush()
    elif row.closed_on is not None:
        raise refuse("month", "month_closed", month=month_text(month))
    return row

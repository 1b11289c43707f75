"""Throws a held package away ("Bỏ tệp này"): its original leaves the inbox, the note says who did it and when."""

from __future__ import annotations

import datetime as dt
import json

from sqlalchemy import select, update

from app.actions import Action
from app.exchange.quarantine import DISCARDED, INBOX, QUARANTINED
from app.journal.canonical import canonical_text
from app.problems import Trouble, refuse
from app.workspace import Changes, Workspace
from models.everything import METADATA

_NOTES = METADATA.tables["package_note"]


def discard_held(workspace: Workspace, package_id: str) -> Changes:
    """Throw away a package that is held. It changed no record; the same file may be received again.

    Raises `Refused` where it is not held (any more), `Trouble` where another program has the file open.
    """
    with workspace.change(Action.DISCARD_PACKAGE) as change:
        connection = change.session.connection()
        mine = (_NOTES.c.id == package_id) & _NOTES.c.incoming & (_NOTES.c.result == QUARANTINED)
        note = connection.execute(select(_NOTES.c.file_name, _NOTES.c.report).where(mine)).first()
        if note is None:
            raise refuse("package", "package_not_held")
        report = json.loads(note.report)
        now = dt.datetime.now(dt.UTC).replace(microsecond=0)
        report["discarded"] = {"by": workspace.author.user_name, "at": now.isoformat()}
        connection.execute(update(_NOTES).where(mine).values(result=DISCARDED, report=canonical_text(report)))
        kept = str(report.get("held", {}).get("kept") or "")
        if kept:
            try:
                (workspace.folder / INBOX / kept).unlink(missing_ok=True)
            except OSError as error:
                raise Trouble("held_file_open", name=note.file_name) from error
    return change.done

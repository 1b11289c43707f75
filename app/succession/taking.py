"""Takes the office's work over from a file: everything in it, a new identity for this laptop, all counted anew."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.actions import Action
from app.backup_proof import still_sealed
from app.database import FILE_NAME
from app.documents.words import date_text
from app.local import Fact, drop_fact, get_fact
from app.problems import Trouble, refuse
from app.progress import Progress
from app.restoring import restore
from app.succession.facts import differing, handed_facts
from app.succession.giving import FORM
from app.wording import succession as words
from app.workspace import Workspace
from models.base import key_id
from models.office import Device, User
from models.vocabulary import Role


@dataclass(frozen=True)
class Taken:
    """What came: the open folder, the letter of its numbers, and who gave to whom ("" for a plain backup).

    `counted` are the facts as they were given; `different` the names of those that are otherwise here.
    """

    workspace: Workspace
    letter: str
    giver: str = ""
    to: str = ""
    day: str = ""
    counted: dict[str, Any] = field(default_factory=dict)
    different: tuple[str, ...] = ()


def take(
    folder: Path,
    file: Path,
    password: str | None = None,
    person: str | None = None,
    device_name: str | None = None,
    progress: Progress | None = None,
) -> Taken:
    """Open the file of a handing over (or a plain backup) in an empty data folder, and go on with it.

    `person` signs in: the one the file names, unless another is given; he becomes an officer where nobody knows him.
    Raises `Refused` (a folder in use) and `Trouble` (damaged, wrong password, newer): nothing is left behind then.
    """
    if (folder / FILE_NAME).exists():
        raise refuse("data", "already_initialised")
    if not file.is_file():
        raise Trouble("file_missing", name=file.name)
    if still_sealed(file) is False:
        raise Trouble("succession_damaged", name=file.name)
    workspace, letter = restore(folder, file, password, progress)
    try:
        return _settle(workspace, letter, person, device_name, progress)
    except BaseException:
        workspace.close()
        (folder / FILE_NAME).unlink(missing_ok=True)  # the folder was empty: it is again
        raise


def _settle(
    workspace: Workspace, letter: str, person: str | None, device_name: str | None, progress: Progress | None
) -> Taken:
    """Who works here now, what the new laptop is called and why it came; PINs stayed where they were."""
    with workspace.engine.connect() as connection:
        kept = get_fact(connection, Fact.GIVEN_WORK)
    note: dict[str, Any] = json.loads(kept) if kept else {}
    if note.get("form", FORM) > FORM:
        raise Trouble("database_newer")
    who = person or str(note.get("to") or "")
    with workspace.change(Action.NEW_DEVICE) as change:
        session, connection = change.session, change.session.connection()
        drop_fact(connection, Fact.GIVEN_WORK)
        drop_fact(connection, Fact.PINS)
        row = session.scalars(select(Device).where(Device.device == workspace.author.device)).one()
        row.name = device_name or row.name
        if note:
            row.note = words.TAKEN_NOTE.format(giver=note["giver"] or "", to=who, day=_shown(note["on"]))
        office = key_id(f"office:{workspace.author.office}")
        people: Sequence[User] = session.scalars(
            select(User).where(User.office_id == office, User.row_out.is_(False))
        ).all()
        if who and all(one.name != who for one in people):
            position = note.get("to_position") if who == note.get("to") else None
            session.add(User(office_id=office, name=who, position=position, role=Role.OFFICER))
    if who:
        workspace.sign_in(who)
    if not note:
        return Taken(workspace, letter)
    different = differing(handed_facts(workspace, progress), note["facts"])
    return Taken(
        workspace, letter, note["giver"] or "", note["to"], _shown(note["on"]), note["facts"], tuple(different)
    )


def _shown(day: str) -> str:
    return date_text(date.fromisoformat(day))

"""Gives the office's work on: one encrypted file that is proved before it counts, and a laptop that rests afterwards.

The file is a locked backup (`app.backup`) whose database says in a fact of its own what was counted, and who gives to
whom. Nothing of it is recorded here: the laptop that takes over does that, so that no row stands in two journals.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.actions import Action
from app.backup import write_backup
from app.backup_proof import LOCKED_ENDING, Seal
from app.database import FILE_NAME, faults_told
from app.devices import mint_device, next_series
from app.documents.words import date_text
from app.drafts import tidied
from app.local import Fact, drop_fact, get_fact, set_fact
from app.problems import Problem, refuse, refuse_errors
from app.progress import Progress
from app.succession.facts import HandedFacts, handed_facts
from app.wording import succession as words
from app.workspace import Workspace
from models.base import key_id
from models.office import Device, User

#: What the file says of itself is written in this form; a newer one belongs to a newer program.
FORM = 1
LEAST_PASSWORD = 8


@dataclass(frozen=True)
class GiveDraft:
    """From whom to whom, on which day (ISO), where: as the minutes say it."""

    to: str
    on: str
    to_position: str | None = None
    giver: str | None = None
    giver_position: str | None = None
    place: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Given:
    """What was written: the file, what it holds, its seal."""

    file: Path
    facts: HandedFacts
    seal: Seal


@dataclass(frozen=True)
class HandedOver:
    """The work of a laptop was handed over: to whom, on which day as people write it."""

    to: str
    day: str


def usual_draft(workspace: Workspace, to: str, on: str) -> GiveDraft:
    """A draft that names who is signed in as the one who gives."""
    with workspace.read() as session:
        user = session.get(User, workspace.author.user_id)
        position = user.position if user else None
    return GiveDraft(to, on, giver=workspace.author.user_name, giver_position=position)


def check_give(draft: GiveDraft, password: str | None = None) -> list[Problem]:
    """Somebody else takes over, on a day; the password is long enough that nobody guesses it."""
    found = []
    if not draft.to.strip():
        found.append(Problem("to", "successor_missing"))
    elif draft.to.strip() == (draft.giver or "").strip():
        found.append(Problem("to", "successor_is_giver"))
    if not draft.on:
        found.append(Problem("on", "day_missing"))
    if password is not None and len(password) < LEAST_PASSWORD:
        found.append(Problem("password", "password_short"))
    return found


def give(
    workspace: Workspace, draft: GiveDraft, target: Path, password: str, progress: Progress | None = None
) -> Given:
    """Write the file of a handing over; when it was read back and proved, this laptop takes no new work any more.

    Raises `Refused`, `Trouble` (a full stick, a place that cannot be written), `Cancelled`: then nothing is left and
    nothing has changed.
    """
    workspace.permit(Action.GIVE_WORK)
    draft = tidied(draft)
    refuse_errors(check_give(draft, password))
    target = target if target.suffix == LOCKED_ENDING else target.with_name(target.name + LOCKED_ENDING)
    progress = progress or Progress()
    progress.step(0, 0, words.COUNTING)
    facts = handed_facts(workspace, progress)
    progress.step(0, 0, words.WRITING)
    letter = _letter_for_successor(workspace)
    note = {"form": FORM, **dataclasses.asdict(draft), "letter": letter, "facts": facts.as_json()}
    _keep(workspace, {Fact.GIVEN_WORK: note})
    try:
        seal = write_backup(workspace.engine, target, workspace.folder, password=password, progress=progress)
    finally:
        _keep(workspace, {Fact.GIVEN_WORK: None})
    day = date_text(date.fromisoformat(draft.on))
    _keep(workspace, {Fact.HANDED_OVER: {"to": draft.to, "day": day, "letter": letter}})
    return Given(target, facts, seal)


def handed_over(workspace: Workspace) -> HandedOver | None:
    """Whether this laptop's work was handed over, and to whom."""
    with workspace.engine.connect() as connection:
        kept = get_fact(connection, Fact.HANDED_OVER)
    if kept is None:
        return None
    found = json.loads(kept)
    return HandedOver(found["to"], found["day"])


def go_on_here(workspace: Workspace, reason: str) -> str:
    """Let this laptop take up new work again, with an identity and a number series of its own; returns their letter.

    The letter that went with the file is left to the other laptop. Raises `Refused`.
    """
    with workspace.engine.connect() as connection:
        kept = get_fact(connection, Fact.HANDED_OVER)
    if kept is None:
        raise refuse("", "work_not_given")
    if not reason.strip():
        raise refuse("reason", "resume_reason_missing")
    used = _used_letters(workspace) | {json.loads(kept)["letter"]}
    return mint_device(workspace, next_series(used), words.RESUMED.format(reason=" ".join(reason.split())))


def _letter_for_successor(workspace: Workspace) -> str:
    """The letter that the laptop which opens the file takes: the next free one, as restoring does."""
    return next_series(_used_letters(workspace))


def _used_letters(workspace: Workspace) -> set[str | None]:
    query = select(Device.series).where(Device.office_id == key_id(f"office:{workspace.author.office}"))
    with workspace.read() as session:
        return set(session.scalars(query))


def _keep(workspace: Workspace, facts: Mapping[Fact, dict[str, Any] | None]) -> None:
    with (
        faults_told(FILE_NAME),
        workspace.engine.connect().execution_options(writing=True) as connection,
        connection.begin(),
    ):
        for name, value in facts.items():
            if value is None:
                drop_fact(connection, name)
            else:
                set_fact(connection, name, json.dumps(value, ensure_ascii=False))

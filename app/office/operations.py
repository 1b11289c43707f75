"""Sets an office up on a laptop."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import bundled
from app.actions import Action
from app.areas.operations import write_villages
from app.database import FILE_NAME, faults_told, open_engine
from app.device_keys import public_key
from app.devices import new_device_id
from app.journal.offices import streams_of
from app.journal.recording import Author
from app.local import Fact, set_fact
from app.office.drafts import OfficeDraft
from app.office.naming import COMMITTEE, Named, usual_name
from app.office.rules import check_office
from app.problems import Problem, Trouble, refuse, refuse_errors
from app.upgrading import upgrade
from app.workspace import Workspace, open_workspace
from models.area import Area
from models.base import key_id, new_id
from models.office import Device, Office, User
from models.vocabulary import AreaKind, Level, Role


def initialise(folder: Path, draft: OfficeDraft) -> tuple[Workspace, list[Problem]]:
    """Make the data folder of an office; returns the open workspace and the warnings.

    Raises `Refused` on a folder that is already initialised or on unfit facts; nothing is left behind then.
    """
    path = folder / FILE_NAME
    if path.exists():
        raise refuse("data", "already_initialised")
    draft = dataclasses.replace(draft, person=draft.person or draft.name)
    part = folder.with_name(folder.name + ".part") / FILE_NAME
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        warnings = _fill(part, draft)
        folder.mkdir(parents=True, exist_ok=True)
        part.replace(path)
    except OSError as error:
        raise Trouble("cannot_write", name=folder.name) from error
    finally:
        shutil.rmtree(part.parent, ignore_errors=True)
    return open_workspace(folder), warnings


def _fill(path: Path, draft: OfficeDraft) -> list[Problem]:
    engine = open_engine(path)
    try:
        with faults_told(FILE_NAME):
            upgrade(engine)
            author = _first_author(draft)
            with engine.connect().execution_options(writing=True) as connection, connection.begin():
                bundled.refresh(connection)
                for fact, value in (
                    (Fact.OFFICE, author.office),
                    (Fact.DEVICE, author.device),
                    (Fact.USER, author.user_id),
                ):
                    set_fact(connection, fact, value)
            workspace = Workspace(path.parent, engine, author)
            with workspace.read() as session:
                codes = select(Area.code).where(Area.kind != AreaKind.VILLAGE)
                warnings = refuse_errors(check_office(draft, frozenset(filter(None, session.scalars(codes)))))
            with workspace.change(Action.INITIALISE) as change:
                write_office(change.session, draft, author)
    finally:
        engine.dispose()
    return warnings


def _first_author(draft: OfficeDraft) -> Author:
    return Author(draft.code, draft.level, new_device_id(), new_id(), draft.person or "", Role.OFFICER)


def write_office(session: Session, draft: OfficeDraft, author: Author) -> None:
    """The office with its first user, this laptop and the villages; opens no change."""
    office_id = key_id(f"office:{draft.code}")
    session.add(
        Office(
            id=office_id,
            code=draft.code,
            name=draft.name,
            level=draft.level,
            body=draft.body,
            province=draft.province,
            superior_code=draft.superior_code,
            superior_name=draft.superior_name,
            streams=" ".join(streams_of(draft.code, draft.level)),
            header=draft.header,
            place_name=draft.place_name,
        )
    )
    session.flush()
    session.add(
        User(id=author.user_id, office_id=office_id, name=draft.person, position=draft.position, role=Role.OFFICER)
    )
    session.add(
        Device(
            office_id=office_id,
            device=author.device,
            name=draft.device_name,
            series=draft.series,
            key=public_key(author.device),
        )
    )
    if draft.level is Level.COMMUNE:
        write_villages(session, draft.code, draft.villages, draft.village_heads)


def write_commune_below(session: Session, code: str, place: str, superior: str) -> None:
    """The row of a commune without the program, by which the map of offices knows that it lies under this one.

    `place` is its name on the map. It lives in the commune's own stream, under the id that the commune will give it
    itself; one that was taken back comes to life again. Opens no change.
    """
    office_id = key_id(f"office:{code}")
    standing = session.get(Office, office_id)
    if standing is not None:
        standing.deleted = None if standing.row_out else standing.deleted
        return
    above = session.scalars(select(Office).where(Office.code == superior)).one()
    session.add(
        Office(
            id=office_id,
            stream=code,
            code=code,
            name=usual_name(Level.COMMUNE, COMMITTEE, None, Named(code, place)).name,
            level=Level.COMMUNE,
            province=above.province,
            superior_code=above.code,
            superior_name=above.name,
            streams=" ".join(streams_of(code, Level.COMMUNE)),
        )
    )

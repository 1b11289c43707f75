"""The identity of this laptop in the journal, and a new one when its folder proves to be a copy."""

from __future__ import annotations

import dataclasses

from sqlalchemy import select

from app.actions import Action
from app.journal.canonical import new_salt
from app.local import Fact, set_fact
from app.workspace import Workspace
from models.base import key_id
from models.office import Device


def new_device_id() -> str:
    """The identity of a laptop in the journal: 22 random characters."""
    return new_salt()


def mint_device(workspace: Workspace, series: str | None = None) -> str:
    """Give this laptop a new identity, retiring the old one: its folder is a copy or a restored backup.

    Numbers go on in a series of their own, with the letter given or the next free one; returns that letter.
    """
    old = workspace.author
    workspace.author = dataclasses.replace(old, device=new_device_id())
    try:
        with workspace.change(Action.NEW_DEVICE) as change:
            session = change.session
            set_fact(session.connection(), Fact.DEVICE, workspace.author.device)
            rows = session.scalars(select(Device).where(Device.office_id == key_id(f"office:{old.office}"))).all()
            letter = series or next_series({row.series for row in rows})
            before = next((row for row in rows if row.device == old.device), None)
            if before is not None:
                before.retired = True
            session.add(
                Device(
                    office_id=key_id(f"office:{old.office}"),
                    device=workspace.author.device,
                    name=before.name if before else None,
                    series=letter,
                    replaces_id=before.id if before else None,
                )
            )
    except BaseException:
        workspace.author = old
        raise
    return letter


def next_series(used: set[str | None]) -> str:
    """The next free letter for a laptop's numbers; the first laptop has none, the second is b."""
    return next(letter for letter in "bcdefghijklmnopqrstuvwxyz" if letter not in used)

"""The identity of this laptop in the journal and its number series; a new one when it proves to be another's."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.device_keys import has_key, public_key
from app.journal.canonical import new_salt
from app.local import Fact, drop_fact, set_fact
from app.workspace import Workspace
from models.base import key_id
from models.office import Device


def new_device_id() -> str:
    """The identity of a laptop in the journal: 22 random characters, not beginning as an option does."""
    return next(one for one in iter(new_salt, "") if not one.startswith("-"))


def mint_device(workspace: Workspace, series: str | None = None, note: str | None = None) -> str:
    """Give this laptop a new identity, retiring the old one: its folder is a copy or a restored backup.

    Numbers go on in a series of their own, with the letter given or the next free one; returns that letter. `note`
    says why. What was handed over under the old identity binds the new one no longer.
    """
    old = workspace.author
    workspace.author = dataclasses.replace(old, device=new_device_id())
    try:
        with workspace.change(Action.NEW_DEVICE) as change:
            session = change.session
            set_fact(session.connection(), Fact.DEVICE, workspace.author.device)
            drop_fact(session.connection(), Fact.HANDED_OVER)
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
                    key=public_key(workspace.author.device),
                    replaces_id=before.id if before else None,
                    note=note,
                )
            )
    except BaseException:
        workspace.author = old
        raise
    return letter


def settle_copy(workspace: Workspace) -> str | None:
    """Give this laptop a new identity when its folder names a key that does not lie here: it is a copy.

    Returns the letter of its new number series; None where nothing was to do.
    """
    with workspace.read() as session:
        key = session.scalar(select(Device.key).where(Device.device == workspace.author.device))
    if key is None or has_key(workspace.author.device):
        return None
    return mint_device(workspace)


def published_key(workspace: Workspace) -> str:
    """The public part of this laptop's key; a folder from before 0.3.0 has none yet: it gets one, written into its row.

    Raises `Trouble`.
    """
    settle_copy(workspace)
    key = public_key(workspace.author.device)
    with workspace.read() as session:
        row = session.scalars(select(Device).where(Device.device == workspace.author.device)).first()
        row_id, known = (row.id, row.key) if row else (None, key)
    if row_id is not None and known != key:
        with workspace.change(Action.NEW_DEVICE) as change:
            change.session.get_one(Device, row_id).key = key
    return key


@dataclass(frozen=True)
class SharedSeries:
    """Another laptop of the office that numbers its papers in this one's series.

    `letter` is the series this laptop took instead; None: the other was set up later and takes one when it meets this.
    """

    other: str
    letter: str | None


def settle_series(workspace: Workspace) -> SharedSeries | None:
    """Give this laptop a number series of its own when one that was set up before it uses the same.

    Each laptop looks after every package: two that were set up alone do not know of one another before.
    """
    author = workspace.author
    with workspace.read() as session:
        rows = _laptops(session, author.office)
        mine = next((row for row in rows if row.device == author.device), None)
        alike = [row for row in rows if mine and row is not mine and row.series == mine.series and not row.retired]
        if mine is None or not alike:
            return None
        first, row_id = min(alike, key=lambda row: row.id), mine.id
        other, older = first.name or (first.device or "")[:6], first.id < row_id
        letter = next_series({row.series for row in rows}) if older else None
    if letter is not None:
        with workspace.change(Action.NEW_DEVICE) as change:
            change.session.get_one(Device, row_id).series = letter
    return SharedSeries(other, letter)


def _laptops(session: Session, office: str) -> Sequence[Device]:
    query = select(Device).where(Device.office_id == key_id(f"office:{office}"), Device.row_out.is_(False))
    return session.scalars(query).all()


def next_series(used: set[str | None]) -> str:
    """The next free letter for a laptop's numbers; the first laptop has none, the second is b."""
    return next(letter for letter in "bcdefghijklmnopqrstuvwxyz" if letter not in used)

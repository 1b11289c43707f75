"""Receives parts of photos: what a record here names goes to its place, the rest waits within bounds for its record.

No trust in the laptop that wrote a part is needed: bytes are taken only under their own SHA-256, and shown only where
a record that was accepted here names it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.actions import Action
from app.documents.saving import whole_file, write_trouble
from app.exchange.contents import Content, note_held, recorded_contents
from app.exchange.erased import gone_contents
from app.exchange.peers import office_name
from app.exchange.photo_reading import Carried, PhotoPart
from app.pictures import EARLY, is_sound
from app.problems import Trouble
from app.workspace import Workspace

MOST_EARLY_BYTES = 400_000_000
EARLY_DAYS = 90
_DAY_SECONDS = 86_400
_NAME = re.compile(r"[0-9a-f]{64}\.[a-z]{3,4}")


@dataclass(frozen=True)
class TakenPart:
    """What became of the contents of a part: taken, here before, waiting for their record, without room to wait."""

    manifest: dict[str, Any]
    new: int = 0
    known: int = 0
    early: int = 0
    left_out: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """The numbers in the shape of `package receive --json`."""
        return {"new": self.new, "known": self.known, "early": self.early, "left_out": self.left_out}


def receive_part(workspace: Workspace, path: Path, part: PhotoPart) -> TakenPart:
    """Receive one part that was read, in any order, as often as it comes. Raises `Trouble`; nothing changes then."""
    manifest = part.manifest
    with workspace.read() as session:
        if manifest["to"] != workspace.author.office:
            addressee = office_name(session.connection(), manifest["to"])
            raise Trouble("package_for_other", name=path.name, to=addressee)
        named = _named(session, workspace.author.office, [one.content for one in part.carried])
        gone = gone_contents(session.connection())
    new, known, early, left_out = 0, 0, 0, 0
    room = _Room(workspace.folder)
    came: list[Content] = []
    for one in part.carried:
        places = named.get(one.name, [])
        missing = [place for place in places if not is_sound(place.path(workspace.folder))]
        for place in missing:
            _keep(place.path(workspace.folder), one.data)
        came += missing
        new, known = new + bool(missing), known + bool(places and not missing)
        if not places:
            kept = one.content not in gone and room.keep(one)
            early, left_out = early + kept, left_out + (not kept)
    _note(workspace, manifest["from"]["office"], [one.content for one in part.carried], came)
    return TakenPart(manifest, new, known, early, left_out)


def give_early(workspace: Workspace) -> int:
    """Put contents that came before their record into its place, now that it is here; returns how many."""
    waiting = {one.name: one for one in _early(workspace.folder)}
    if not waiting:
        return 0
    with workspace.read() as session:
        named = _named(session, workspace.author.office, [one.stem for one in waiting.values()])
    came: list[Content] = []
    for name, places in named.items():
        if name not in waiting or not is_sound(waiting[name]):
            continue
        for place in places:
            if not is_sound(place.path(workspace.folder)):
                _keep(place.path(workspace.folder), waiting[name].read_bytes())
                came.append(place)
        waiting[name].unlink(missing_ok=True)
    _note(workspace, None, (), came)
    return len({one.name for one in came})


def _named(session: Session, office: str, contents: Collection[str]) -> dict[str, list[Content]]:
    """The places that records here have for these contents, by file name."""
    found: dict[str, list[Content]] = {}
    for one in recorded_contents(session.connection(), among=set(contents), templates_of=office):
        places = found.setdefault(one.name, [])
        if all(other.kind is not one.kind for other in places):
            places.append(one)
    return found


def _keep(target: Path, data: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise write_trouble(fault, target.parent.name) from fault
    with whole_file(target) as stream:
        stream.write(data)


def _note(workspace: Workspace, sender: str | None, contents: Iterable[str], came: Iterable[Content]) -> None:
    """The sender holds what it sent; open pages show anew the records whose bytes came."""
    with workspace.change(Action.RECEIVE_PACKAGE) as change:
        if sender is not None:
            note_held(change.session.connection(), sender, contents, int(time.time() * 1000))
        for one in came:
            change.recorder.rows.changed[one.table].add(one.row)


# What waits for its record


class _Room:
    """The folder of contents that wait, and how much it may still take."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.used = 0
        oldest = time.time() - EARLY_DAYS * _DAY_SECONDS
        for one in _early(folder):
            facts = one.stat()
            if facts.st_mtime < oldest:
                one.unlink(missing_ok=True)
            else:
                self.used += facts.st_size

    def keep(self, one: Carried) -> bool:
        """Let a content wait; whether there was room."""
        target = self.folder / EARLY / one.name
        if target.exists():
            return True
        if self.used + len(one.data) > MOST_EARLY_BYTES:
            return False
        _keep(target, one.data)
        self.used += len(one.data)
        return True


def _early(folder: Path) -> list[Path]:
    place = folder / EARLY
    return [one for one in place.iterdir() if _NAME.fullmatch(one.name)] if place.is_dir() else []

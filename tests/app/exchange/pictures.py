"""Pictures of houses for tests of the exchange: real JPEGs, taken in without the child process that reads phones'."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from app.actions import Action
from app.exchange.merging import Report
from app.exchange.packing import Exported, export_packages
from app.photos.intake import Picture, keep_picture
from app.photos.operations import PhotosDraft, write_photos
from app.workspace import Workspace
from tests.app.exchange import quick


def jpeg(number: int, side: int = 24) -> bytes:
    """A JPEG like no other number's."""
    stream = io.BytesIO()
    picture = Image.new("RGB", (side, side), (number * 40 % 256, 120, 90))
    picture.save(stream, "JPEG", comment=str(number))
    return stream.getvalue()


def take_photos(workspace: Workspace, household: str, *pictures: bytes) -> list[str]:
    """Record pictures of a house; returns their contents."""
    kept = [Picture(one) for one in pictures]
    for one in kept:
        keep_picture(workspace.folder, one)
    with workspace.change(Action.SAVE_PHOTO) as change:
        write_photos(change.session, PhotosDraft(household, ()), kept)
    return [one.content for one in kept]


def send_with_photos(sender: Workspace, folder: Path, to: str | None = None) -> Exported:
    """One package of an office with its parts of photos."""
    (made,) = export_packages(sender, folder, [to] if to else ())
    return made


def receive(workspace: Workspace, *files: Path) -> list[Report]:
    """Receive files one after the other, read in this process: they are our own, and a child takes long to start."""
    return [quick.receive(workspace, one) for one in files]

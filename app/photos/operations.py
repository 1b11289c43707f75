"""The verbs of photos: take pictures in for a house, mend what is known of one, take one out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.photos.intake import keep_picture, read_picture
from app.problems import Problem, refuse
from app.progress import Progress
from app.rows import write_row
from app.workspace import Changes, Workspace
from models.household import Household
from models.photo import Photo
from models.vocabulary import Stage

SURVEY = "survey"
SUBJECTS = (SURVEY, *(one.value for one in Stage))
Warnings = list[Problem]


class Pictured(Protocol):
    """What is recorded of a picture that lies in the data folder: its name by content, bytes, day and degrees."""

    @property
    def content(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def taken_on(self) -> str | None: ...
    @property
    def latitude(self) -> str | None: ...
    @property
    def longitude(self) -> str | None: ...


@dataclass(frozen=True)
class PhotosDraft:
    """Pictures of one house: `subject` is the survey or a stage, `taken_on` a typed day for those without one."""

    household_id: str
    files: tuple[Path, ...]
    subject: str = SURVEY
    case_id: str | None = None
    taken_on: str | None = None
    note: str | None = None


def add_photos(workspace: Workspace, draft: PhotosDraft, progress: Progress | None = None) -> tuple[Changes, Warnings]:
    """Take pictures in, all or none; one that is there already is left as it is. Raises `Refused`, `Trouble`."""
    progress = progress or Progress()
    pictures = []
    for done, file in enumerate(draft.files):
        progress.step(done, len(draft.files), file.name)
        pictures.append(read_picture(file, progress))
    for picture in pictures:
        keep_picture(workspace.folder, picture)
    with workspace.change(Action.SAVE_PHOTO) as change:
        write_photos(change.session, draft, pictures)
    return change.done, []


def write_photos(session: Session, draft: PhotosDraft, pictures: Sequence[Pictured]) -> list[Photo]:
    """The rows of pictures that lie in the data folder, without those that stand already; opens no change."""
    if draft.subject not in SUBJECTS:
        raise refuse("subject", "photo_subject_unknown", text=draft.subject)
    household = session.get(Household, draft.household_id)
    if household is None or household.row_out:
        raise refuse("", "household_not_here")
    here = select(Photo.content).where(
        Photo.household_id == draft.household_id, Photo.subject == draft.subject, Photo.row_out.is_(False)
    )
    known = set(session.scalars(here))
    new = {one.content: one for one in pictures if one.content not in known}
    rows = [_row(draft, one) for one in new.values()]
    session.add_all(rows)
    return rows


def _row(draft: PhotosDraft, picture: Pictured) -> Photo:
    return Photo(
        household_id=draft.household_id,
        case_id=draft.case_id,
        subject=draft.subject,
        content=picture.content,
        size=picture.size,
        taken_on=picture.taken_on or draft.taken_on,
        latitude=picture.latitude,
        longitude=picture.longitude,
        note=draft.note,
    )


def remove_photo(workspace: Workspace, photo_id: str, version: int | None = None) -> Changes:
    """Take a picture off its house ("Gỡ ảnh"); the file stays, undo brings it back. Raises `Stale`."""
    with workspace.change(Action.SAVE_PHOTO) as change:
        write_row(change.session, Photo, photo_id, version, {"deleted": True})
    return change.done

"""Photos as frozen rows, and which of their pictures are not here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.journal.store import batches
from app.pictures import photo_path
from models.household import Household
from models.photo import Photo


@dataclass(frozen=True)
class PhotoRow:
    """A photo of a house; its picture may not have come yet ("chờ ảnh")."""

    id: str
    version: int
    subject: str
    content: str
    taken_on: str | None
    latitude: str | None
    longitude: str | None
    note: str | None


def photos_of(session: Session, household_id: str, subjects: Collection[str] | None = None) -> list[PhotoRow]:
    """The photos of a household, the oldest first; of these subjects, else all."""
    found = select(Photo).where(Photo.household_id == household_id, Photo.row_out.is_(False)).order_by(Photo.id)
    return [
        PhotoRow(
            one.id,
            one.version,
            one.subject or "",
            one.content or "",
            one.taken_on,
            one.latitude,
            one.longitude,
            one.note,
        )
        for one in session.scalars(found)
        if subjects is None or one.subject in subjects
    ]


def photos_by_household(session: Session, household_ids: Collection[str]) -> dict[str, list[PhotoRow]]:
    """The photos of many households, the oldest first."""
    return {one: photos_of(session, one) for one in dict.fromkeys(household_ids)}


def data_folder_of(session: Session) -> Path | None:
    """The data folder whose records a session reads; None for a copy in memory, beside which no picture lies."""
    rows = session.execute(text("PRAGMA database_list")).all()
    file = next((str(row[2]) for row in rows if row[1] == "main"), "")
    return Path(file).parent if file else None


def photos_missing(session: Session, folder: Path) -> int:
    """How many photos are recorded whose picture is not in the data folder."""
    contents = session.scalars(select(Photo.content).where(Photo.row_out.is_(False)).distinct())
    return sum(1 for one in contents if one and not photo_path(folder, one).exists())


def houses_of_pictures(session: Session, contents: Collection[str]) -> dict[str, str]:
    """Which of these pictures a house has already: content -> the name of its head."""
    found: dict[str, str] = {}
    for batch in batches(contents):
        query = select(Photo.content, Household.head_name).join(Household, Household.id == Photo.household_id)
        standing = query.where(Photo.content.in_(batch), Photo.row_out.is_(False), Household.row_out.is_(False))
        found.update({str(content): head or "" for content, head in session.execute(standing)})
    return found


def photos_out(session: Session, ids: Collection[str]) -> set[str]:
    """Which of these photos stand no longer: taken off, or taken back."""
    gone: set[str] = set()
    for batch in batches(ids):
        gone |= set(session.scalars(select(Photo.id).where(Photo.id.in_(batch), Photo.row_out.is_(True))))
    return gone

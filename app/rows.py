"""Writes one recorded row from what a draft says: a new row, or the changed fields of one that is here."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy.orm import Session

from app.problems import Stale
from models.base import Recorded

R = TypeVar("R", bound=Recorded)


def write_row(session: Session, kind: type[R], row_id: str | None, version: int | None, values: dict[str, Any]) -> R:
    """The row with these values; opens no change.

    Without an id a new row is made. A version is the one the user was shown: raises `Stale` when the row has moved on
    since, or is gone. Fields that stay equal make no operation.
    """
    if row_id is None:
        row = kind(**values)
        session.add(row)
        session.flush()
        return row
    found = session.get(kind, row_id)
    if found is None or found.row_out or (version is not None and found.version != version):
        raise Stale
    for name, value in values.items():
        setattr(found, name, value)
    return found

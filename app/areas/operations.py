"""Adds and names villages."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.bundled import area_id
from models.area import Area
from models.base import key_id
from models.vietnamese import fold, nfc
from models.vocabulary import AreaKind


def village_id(commune_code: str, name: str) -> str:
    """The id of a village: laptops set up apart agree on it."""
    return key_id(f"village:{commune_code}:{fold(name)}")


def write_villages(session: Session, commune_code: str, names: Iterable[str]) -> dict[str, str]:
    """Add the villages that are not known yet; returns id by name as given. Opens no change."""
    found: dict[str, str] = {}
    for given in names:
        name = " ".join(nfc(given).split())
        if not name:
            continue
        row_id = found[given] = village_id(commune_code, name)
        if session.get(Area, row_id) is None:
            above = area_id(commune_code)
            parent = above if session.scalar(select(Area.id).where(Area.id == above)) else None
            session.add(Area(id=row_id, parent_id=parent, kind=AreaKind.VILLAGE, code=commune_code, name=name))
            session.flush()
    return found

"""Households that were one before ("tách hộ"): where a household comes from, and who has left it (domain 6.3, X6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.areas.queries import village_names
from models.household import Household


@dataclass(frozen=True)
class Related:
    """A household by name and village; `since` (a day or a year) is when it became one of its own."""

    id: str
    name: str
    village: str | None
    since: str | None = None

    @property
    def shown(self) -> str:
        """Name and village, as a field offers it."""
        return " – ".join(filter(None, (self.name, self.village)))


@dataclass(frozen=True)
class Splits:
    """The household this one has left, if any, and those that have left it."""

    origin: Related | None = None
    left: tuple[Related, ...] = ()


def splits_of(session: Session, household_id: str) -> Splits:
    """The links of one household, by whichever end they were written; one that is off the list is still told."""
    home = session.get_one(Household, household_id)
    query = select(Household).where(Household.split_from_id == household_id, Household.row_out.is_(False))
    left = session.scalars(query.order_by(Household.id)).all()
    origin = session.get(Household, home.split_from_id) if home.split_from_id else None
    related = _related(session, [*([origin] if origin else []), *left])
    return Splits(related[0], tuple(related[1:])) if origin else Splits(None, tuple(related))


def related(session: Session, household_id: str) -> Related | None:
    """One household by name and village, None where it is not here."""
    home = session.get(Household, household_id)
    return _related(session, [home])[0] if home else None


def _related(session: Session, homes: Sequence[Household]) -> list[Related]:
    names = village_names(session, [one.village_id for one in homes])
    return [
        Related(one.id, one.head_name or "", names.get(one.village_id or ""), one.independent_since) for one in homes
    ]

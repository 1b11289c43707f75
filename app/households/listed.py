"""Small counts of the list that its page and the first page ask for."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.search import HouseholdEntry


def household_count(session: Session) -> int:
    """How many households stand in the list."""
    return session.scalar(select(func.count()).select_from(HouseholdEntry)) or 0


def listed_communes(session: Session) -> list[str]:
    """The codes of the communes whose households stand in the list."""
    return [code for code in session.scalars(select(HouseholdEntry.commune_code).distinct()) if code]

"""Figures about the packages that went and came."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.exchange import PackageNote


def package_counts(session: Session) -> dict[str, int]:
    """How many packages this laptop sent and received."""
    query = select(PackageNote.incoming, func.count()).group_by(PackageNote.incoming)
    found = {bool(incoming): count for incoming, count in session.execute(query)}
    return {"sent": found.get(False, 0), "received": found.get(True, 0)}

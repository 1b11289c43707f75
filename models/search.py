"""The list of households as it is searched and sorted: a side table derived from the records, local to a laptop.

Its integer key is stable and packs well, and stays what it is when a migration copies the household table.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, Integer, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class HouseholdEntry(Base):
    """One household in the list. `folded` and `exact` are what a search looks in; status and sums are copies."""

    __tablename__ = "household_entry"

    rowid: Mapped[int] = mapped_column(Integer, primary_key=True)
    household_id: Mapped[str] = mapped_column(Uuid(as_uuid=False), unique=True)
    sort_key: Mapped[str] = mapped_column(String)
    folded: Mapped[str] = mapped_column(String)
    exact: Mapped[str] = mapped_column(String)
    id_tail: Mapped[str | None] = mapped_column(String)
    village_id: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    commune_code: Mapped[str | None] = mapped_column(String)
    category: Mapped[str | None] = mapped_column(String)
    status: Mapped[str | None] = mapped_column(String)
    programmes: Mapped[str | None] = mapped_column(String)
    birth: Mapped[str | None] = mapped_column(String)
    approved: Mapped[int | None] = mapped_column(BigInteger)
    paid: Mapped[int | None] = mapped_column(BigInteger)

    __table_args__ = (
        Index("ix_household_entry_sort", "sort_key", "rowid"),
        Index("ix_household_entry_village", "village_id", "sort_key"),
        Index("ix_household_entry_status", "status", "sort_key"),
    )

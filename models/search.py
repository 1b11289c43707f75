"""The list of households as it is searched, filtered and sorted: side tables made from the records, local to a laptop.

Made anew whenever a record they copy from changes; no operation ever carries them.
"""

from sqlalchemy import BigInteger, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, RowId


class HouseholdEntry(Base):
    """One household in the list: copies of all that the list shows, so that a page of it is read from one place.

    `rowid` is its place: the order of rowids is the order by name. It stays what it is when a migration copies the
    household table, packs into eight bytes, and brings what the search finds out in order. `folded`, `exact` and
    `tail` are the words a search looks in, parted by blanks. The last columns copy the case the household is shown by.
    """

    __tablename__ = "household_entry"

    rowid: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    household_id: Mapped[str] = mapped_column(RowId, unique=True)
    sort_key: Mapped[str] = mapped_column(String)
    folded: Mapped[str] = mapped_column(String)
    exact: Mapped[str] = mapped_column(String)
    tail: Mapped[str] = mapped_column(String)
    head_name: Mapped[str] = mapped_column(String)
    code: Mapped[str | None] = mapped_column(String)
    gender: Mapped[str | None] = mapped_column(String)
    birth: Mapped[str | None] = mapped_column(String)
    citizen_id: Mapped[str | None] = mapped_column(String)
    ethnicity: Mapped[str | None] = mapped_column(String)
    phone: Mapped[str | None] = mapped_column(String)
    village_id: Mapped[str | None] = mapped_column(RowId)
    village: Mapped[str | None] = mapped_column(String)
    commune_code: Mapped[str | None] = mapped_column(String)
    category: Mapped[str | None] = mapped_column(String)
    flags: Mapped[str | None] = mapped_column(String)
    member_count: Mapped[int | None] = mapped_column(BigInteger)
    version: Mapped[int] = mapped_column(BigInteger)
    case_id: Mapped[str | None] = mapped_column(RowId)
    programme_id: Mapped[str | None] = mapped_column(RowId)
    work_type: Mapped[str | None] = mapped_column(String)
    status: Mapped[str | None] = mapped_column(String)
    stage: Mapped[str | None] = mapped_column(String)
    requested: Mapped[int | None] = mapped_column(BigInteger)
    approved: Mapped[int | None] = mapped_column(BigInteger)
    paid: Mapped[int | None] = mapped_column(BigInteger)

    __table_args__ = (
        Index("ix_household_entry_sort", "sort_key", "rowid"),
        Index("ix_household_entry_village", "village_id"),
        Index("ix_household_entry_status", "status"),
        Index("ix_household_entry_citizen", "citizen_id"),
    )


class CaseEntry(Base):
    """One case of a household in the list with what is computed from its rows, amounts in đồng."""

    __tablename__ = "case_entry"

    case_id: Mapped[str] = mapped_column(RowId, primary_key=True)
    household_rowid: Mapped[int] = mapped_column(BigInteger)
    programme_id: Mapped[str | None] = mapped_column(RowId)
    work_type: Mapped[str | None] = mapped_column(String)
    status: Mapped[str | None] = mapped_column(String)
    stage: Mapped[str | None] = mapped_column(String)
    requested: Mapped[int | None] = mapped_column(BigInteger)
    approved: Mapped[int | None] = mapped_column(BigInteger)
    paid: Mapped[int | None] = mapped_column(BigInteger)

    __table_args__ = (
        Index("ix_case_entry_household", "household_rowid"),
        Index("ix_case_entry_programme", "programme_id", "household_rowid"),
    )

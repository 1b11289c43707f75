"""The household and its members."""

from sqlalchemy.orm import Mapped

from models.base import Base, Recorded, date_field, number_field, parent_field, reference_field, text_field


class Household(Recorded, Base):
    """A household that asks for a house. ID numbers are never keys; `code` is the officer's own "Mã hộ".

    `flags` are words of `Flag` separated by blanks, in their order. `birth` is a date or a year alone.
    `alias_of` names the household this one is the same as; `moved_from` the row in the old commune's stream.
    `out_reason` says why it was last taken off the list; `independent_since` since when it is a household of its own
    ("tách hộ"), `resident_since` since when it is registered here: a day or a year, asked by some programmes.
    `split_from_id` names the household it was part of before (domain 6.3, X6).
    """

    __tablename__ = "household"
    __entity__ = "household"

    code: Mapped[str | None] = text_field()
    head_name: Mapped[str | None] = text_field()
    gender: Mapped[str | None] = text_field()
    birth: Mapped[str | None] = date_field()
    citizen_id: Mapped[str | None] = text_field()
    ethnicity: Mapped[str | None] = text_field()
    phone: Mapped[str | None] = text_field()
    commune_code: Mapped[str | None] = text_field()
    village_id: Mapped[str | None] = reference_field("area.id")
    address: Mapped[str | None] = text_field()
    category: Mapped[str | None] = text_field()
    flags: Mapped[str | None] = text_field()
    member_count: Mapped[int | None] = number_field()
    bank_account: Mapped[str | None] = text_field()
    bank_name: Mapped[str | None] = text_field()
    bank_holder: Mapped[str | None] = text_field()
    guardian: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()
    alias_of: Mapped[str | None] = reference_field("household.id")
    moved_from: Mapped[str | None] = text_field()
    out_reason: Mapped[str | None] = text_field()
    independent_since: Mapped[str | None] = date_field()
    split_from_id: Mapped[str | None] = reference_field("household.id")
    resident_since: Mapped[str | None] = date_field()


class Member(Recorded, Base):
    """A person of the household other than its head."""

    __tablename__ = "member"
    __entity__ = "member"
    __parent__ = "household_id"

    household_id: Mapped[str | None] = parent_field("household.id")
    name: Mapped[str | None] = text_field()
    relation: Mapped[str | None] = text_field()
    gender: Mapped[str | None] = text_field()
    birth: Mapped[str | None] = date_field()
    citizen_id: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()

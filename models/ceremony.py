"""Ceremonies at which houses are handed over ("Lễ bàn giao"): the day, the houses, the guests, the programme."""

from sqlalchemy.orm import Mapped

from models.base import (
    Base,
    Recorded,
    date_field,
    flag_field,
    number_field,
    parent_field,
    reference_field,
    text_field,
)


class Ceremony(Recorded, Base):
    """A ceremony: when ("08:00") and where; `host` opens it; `copies` of each house's minutes are signed."""

    __tablename__ = "ceremony"
    __entity__ = "ceremony"

    name: Mapped[str | None] = text_field()
    held_on: Mapped[str | None] = date_field()
    held_at: Mapped[str | None] = text_field()
    venue: Mapped[str | None] = text_field()
    host: Mapped[str | None] = text_field()
    host_position: Mapped[str | None] = text_field()
    copies: Mapped[int | None] = number_field()
    note: Mapped[str | None] = text_field()


class CeremonyHouse(Recorded, Base):
    """A house on a ceremony's list, at its place, with who is to receive it (nobody named: the head).

    `left_on` and `reason`: it was taken off the list, because it failed or for another reason.
    """

    __tablename__ = "ceremony_house"
    __entity__ = "ceremony_house"
    __parent__ = "case_id"

    case_id: Mapped[str | None] = parent_field("support_case.id")
    ceremony_id: Mapped[str | None] = reference_field("ceremony.id")
    rank: Mapped[int | None] = number_field()
    receiver: Mapped[str | None] = text_field()
    relation: Mapped[str | None] = text_field()
    thumbprint: Mapped[bool | None] = flag_field()
    left_on: Mapped[str | None] = date_field()
    reason: Mapped[str | None] = text_field()


class CeremonyGuest(Recorded, Base):
    """Somebody who is invited."""

    __tablename__ = "ceremony_guest"
    __entity__ = "ceremony_guest"
    __parent__ = "ceremony_id"

    ceremony_id: Mapped[str | None] = parent_field("ceremony.id")
    rank: Mapped[int | None] = number_field()
    name: Mapped[str | None] = text_field()
    position: Mapped[str | None] = text_field()
    unit: Mapped[str | None] = text_field()


class CeremonyItem(Recorded, Base):
    """A part of the programme: when it begins ("08:15"), what it is, who does it."""

    __tablename__ = "ceremony_item"
    __entity__ = "ceremony_item"
    __parent__ = "ceremony_id"

    ceremony_id: Mapped[str | None] = parent_field("ceremony.id")
    rank: Mapped[int | None] = number_field()
    starts_at: Mapped[str | None] = text_field()
    content: Mapped[str | None] = text_field()
    person: Mapped[str | None] = text_field()

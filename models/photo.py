"""Photos of a house: what is known of each; the picture itself lies once, by its content, in the data folder."""

from sqlalchemy.orm import Mapped

from models.base import (
    Base,
    Recorded,
    date_field,
    decimal_field,
    number_field,
    parent_field,
    reference_field,
    text_field,
)


class Photo(Recorded, Base):
    """A picture of a house: `subject` is `survey` or a stage; `content` the SHA-256 of the kept JPEG, in hex.

    Day and place come from the picture's own notes or are typed, and may be missing: that is never a fault.
    """

    __tablename__ = "photo"
    __entity__ = "photo"
    __parent__ = "household_id"

    household_id: Mapped[str | None] = parent_field("household.id")
    case_id: Mapped[str | None] = reference_field("support_case.id")
    subject: Mapped[str | None] = text_field()
    content: Mapped[str | None] = text_field()
    size: Mapped[int | None] = number_field()
    taken_on: Mapped[str | None] = date_field()
    latitude: Mapped[str | None] = decimal_field()
    longitude: Mapped[str | None] = decimal_field()
    note: Mapped[str | None] = text_field()

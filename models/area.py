"""The map: provinces and communes bundled with the app, the commune's own villages, old names, totals by year."""

from sqlalchemy.orm import Mapped

from models.base import Base, Recorded, date_field, number_field, parent_field, reference_field, text_field


class Area(Recorded, Base):
    """A province, a commune, or a village (thôn, bản, buôn, ấp, khóm, tổ dân phố); a village's code is its commune's.

    The area above is a reference, not the journal's parent: provinces and communes are bundled and not recorded.
    `keeper_id` is the user who looks after a village.
    """

    __tablename__ = "area"
    __entity__ = "area"

    parent_id: Mapped[str | None] = reference_field("area.id")
    kind: Mapped[str | None] = text_field()
    code: Mapped[str | None] = text_field()
    name: Mapped[str | None] = text_field()
    head_name: Mapped[str | None] = text_field()
    head_phone: Mapped[str | None] = text_field()
    keeper_id: Mapped[str | None] = reference_field("app_user.id")


class AreaAlias(Recorded, Base):
    """An old or second name of an area, with the time it held."""

    __tablename__ = "area_alias"
    __entity__ = "area_alias"
    __parent__ = "area_id"

    area_id: Mapped[str | None] = parent_field("area.id")
    name: Mapped[str | None] = text_field()
    valid_from: Mapped[str | None] = date_field()
    valid_to: Mapped[str | None] = date_field()


class AreaPopulation(Recorded, Base):
    """All households and people of a village in a year: the denominator of a poverty rate."""

    __tablename__ = "area_population"
    __entity__ = "area_population"
    __parent__ = "area_id"

    area_id: Mapped[str | None] = parent_field("area.id")
    year: Mapped[int | None] = number_field()
    households: Mapped[int | None] = number_field()
    people: Mapped[int | None] = number_field()

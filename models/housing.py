"""The house a household lives in now."""

from sqlalchemy.orm import Mapped

from models.base import Base, Recorded, date_field, decimal_field, flag_field, number_field, parent_field, text_field


class HousingCondition(Recorded, Base):
    """The present house as surveyed: three parts with material and hard or not, area in m2, land and danger.

    The items of the survey form beside it (occupation to need) are of the household; religion only where a programme
    asks. `surveyors` are names, one a line; latitude and longitude in degrees as decimal text.
    """

    __tablename__ = "housing_condition"
    __entity__ = "housing_condition"
    __parent__ = "household_id"

    household_id: Mapped[str | None] = parent_field("household.id")
    surveyed_on: Mapped[str | None] = date_field()
    description: Mapped[str | None] = text_field()
    foundation: Mapped[str | None] = text_field()
    foundation_hard: Mapped[bool | None] = flag_field()
    frame_wall: Mapped[str | None] = text_field()
    frame_wall_hard: Mapped[bool | None] = flag_field()
    roof: Mapped[str | None] = text_field()
    roof_hard: Mapped[bool | None] = flag_field()
    area_m2: Mapped[str | None] = decimal_field()
    built_year: Mapped[int | None] = number_field()
    land_papers: Mapped[str | None] = text_field()
    flood_danger: Mapped[bool | None] = flag_field()
    slide_danger: Mapped[bool | None] = flag_field()
    fits_planning: Mapped[bool | None] = flag_field()
    note: Mapped[str | None] = text_field()
    occupation: Mapped[str | None] = text_field()
    education: Mapped[str | None] = text_field()
    employment: Mapped[str | None] = text_field()
    religion: Mapped[str | None] = text_field()
    circumstances: Mapped[str | None] = text_field()
    need: Mapped[str | None] = text_field()
    surveyors: Mapped[str | None] = text_field()
    latitude: Mapped[str | None] = decimal_field()
    longitude: Mapped[str | None] = decimal_field()

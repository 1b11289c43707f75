"""The building of a house: stages done, news from the village, visits, acceptance.

Append-only; a correction names the row it replaces.
"""

from sqlalchemy.orm import Mapped

from models.base import Base, Recorded, date_field, decimal_field, flag_field, parent_field, reference_field, text_field
from models.vocabulary import Owner


class StageRecord(Recorded, Base):
    """The works began (`start`) or a stage was finished on a day; `before_program`: perhaps on a day nobody knows."""

    __tablename__ = "stage_record"
    __entity__ = "stage_record"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    stage: Mapped[str | None] = text_field()
    done_on: Mapped[str | None] = date_field()
    note: Mapped[str | None] = text_field()
    replaces_id: Mapped[str | None] = reference_field("stage_record.id")
    before_program: Mapped[bool | None] = flag_field()


class SiteReport(Recorded, Base):
    """What the village told of a house on a day without a stage done: a note, or (no note) that nothing changed."""

    __tablename__ = "site_report"
    __entity__ = "site_report"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    reported_on: Mapped[str | None] = date_field()
    note: Mapped[str | None] = text_field()
    replaces_id: Mapped[str | None] = reference_field("site_report.id")


class Inspection(Recorded, Base):
    """A visit to the site with its result."""

    __tablename__ = "inspection"
    __entity__ = "inspection"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    visited_on: Mapped[str | None] = date_field()
    result: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()
    replaces_id: Mapped[str | None] = reference_field("inspection.id")


class Acceptance(Recorded, Base):
    """The finished house was checked: area in m2, three parts hard, or an exemption with its reason.

    `costs` keeps what the house cost by source as canonical JSON text, {source code: đồng}. A row with `revoked`
    true takes the acceptance it replaces back (the house goes on being built).
    `before_program`: taken over from a list, neither minutes nor perhaps a day known.
    """

    __tablename__ = "acceptance"
    __entity__ = "acceptance"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    accepted_on: Mapped[str | None] = date_field()
    area_m2: Mapped[str | None] = decimal_field()
    foundation: Mapped[str | None] = text_field()
    foundation_hard: Mapped[bool | None] = flag_field()
    frame_wall: Mapped[str | None] = text_field()
    frame_wall_hard: Mapped[bool | None] = flag_field()
    roof: Mapped[str | None] = text_field()
    roof_hard: Mapped[bool | None] = flag_field()
    resilient: Mapped[str | None] = text_field()
    exemption: Mapped[str | None] = text_field()
    costs: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()
    revoked: Mapped[bool | None] = flag_field()
    reason: Mapped[str | None] = text_field()
    replaces_id: Mapped[str | None] = reference_field("acceptance.id")
    before_program: Mapped[bool | None] = flag_field()

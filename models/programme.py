"""A support programme as dated data: who decides, which steps, papers and checks it asks for, what counts as done."""

from sqlalchemy.orm import Mapped

from models.base import Base, Recorded, date_field, money_field, number_field, parent_field, text_field


class Programme(Recorded, Base):
    """A support programme; the first by `position` is offered first. A bundled one is recorded once changed."""

    __tablename__ = "programme"
    __entity__ = "programme"

    code: Mapped[str | None] = text_field()
    name: Mapped[str | None] = text_field()
    short_name: Mapped[str | None] = text_field()
    position: Mapped[int | None] = number_field()
    valid_from: Mapped[str | None] = date_field()
    valid_to: Mapped[str | None] = date_field()
    legal_basis: Mapped[str | None] = text_field()


class ProgrammeRule(Recorded, Base):
    """One dated rule of a programme, for example `decided_by` = "commune" from 2025-07-01.

    The keys and how their values are written stand in docs/programmes.md.
    """

    __tablename__ = "programme_rule"
    __entity__ = "programme_rule"
    __parent__ = "programme_id"

    programme_id: Mapped[str | None] = parent_field("programme.id")
    key: Mapped[str | None] = text_field()
    value: Mapped[str | None] = text_field()
    work_type: Mapped[str | None] = text_field()
    valid_from: Mapped[str | None] = date_field()
    valid_to: Mapped[str | None] = date_field()
    legal_basis: Mapped[str | None] = text_field()


class SupportNorm(Recorded, Base):
    """The amount in đồng a programme gives by category and work type; the approved amount always wins over it."""

    __tablename__ = "support_norm"
    __entity__ = "support_norm"
    __parent__ = "programme_id"

    programme_id: Mapped[str | None] = parent_field("programme.id")
    category: Mapped[str | None] = text_field()
    work_type: Mapped[str | None] = text_field()
    amount: Mapped[int | None] = money_field()
    valid_from: Mapped[str | None] = date_field()
    valid_to: Mapped[str | None] = date_field()
    legal_basis: Mapped[str | None] = text_field()

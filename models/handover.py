"""The handover of a house and the papers that were issued, with their numbers."""

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
from models.vocabulary import Owner


class Handover(Recorded, Base):
    """The house was handed to the household. A row with `revoked` true takes the one it replaces back.

    `before_program`: taken over from a list ("Số liệu đầu kỳ"), its minutes are not here and its day may be unknown.
    """

    __tablename__ = "handover"
    __entity__ = "handover"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    handed_over_on: Mapped[str | None] = date_field()
    place: Mapped[str | None] = text_field()
    receiver: Mapped[str | None] = text_field()
    relation: Mapped[str | None] = text_field()
    thumbprint: Mapped[bool | None] = flag_field()
    note: Mapped[str | None] = text_field()
    revoked: Mapped[bool | None] = flag_field()
    reason: Mapped[str | None] = text_field()
    replaces_id: Mapped[str | None] = reference_field("handover.id")
    before_program: Mapped[bool | None] = flag_field()


class IssuedPaper(Recorded, Base):
    """A paper that left the printer for signature. It keeps the values printed: a reprint is the same paper.

    `number` counts within (office, year, symbol, series); a number is never used again. `shown_number` is the text on
    the paper, "05/BB-UBND" or "05b/BB-UBND", or what văn thư gave. `printed` is canonical JSON text.
    """

    __tablename__ = "issued_paper"
    __entity__ = "issued_paper"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    kind: Mapped[str | None] = text_field()
    numbering: Mapped[str | None] = text_field()
    office_code: Mapped[str | None] = text_field()
    year: Mapped[int | None] = number_field()
    symbol: Mapped[str | None] = text_field()
    series: Mapped[str | None] = text_field()
    number: Mapped[int | None] = number_field()
    shown_number: Mapped[str | None] = text_field()
    issued_on: Mapped[str | None] = date_field()
    printed: Mapped[str | None] = text_field()
    replaces_id: Mapped[str | None] = reference_field("issued_paper.id")


class PaperNote(Recorded, Base):
    """What happened to an issued paper afterwards: a number typed after issue, or void with a reason."""

    __tablename__ = "paper_note"
    __entity__ = "paper_note"
    __parent__ = "paper_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    paper_id: Mapped[str | None] = parent_field("issued_paper.id")
    typed_number: Mapped[str | None] = text_field()
    void: Mapped[bool | None] = flag_field()
    reason: Mapped[str | None] = text_field()
    noted_on: Mapped[str | None] = date_field()

"""The papers of a house's file: what was printed, signed and scanned, and when the file was closed."""

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


class PaperMark(Recorded, Base):
    """One paper of a house got so far: `state` is `printed`, `signed` or `scanned`, on the day `done_on`.

    A scan names its file: `content` is the SHA-256 in hex of what is kept in the data folder, `ending` its kind, `size`
    in bytes, `name` what it was called. Taken back by `deleted`.
    """

    __tablename__ = "paper_mark"
    __entity__ = "paper_mark"
    __parent__ = "case_id"

    case_id: Mapped[str | None] = parent_field("support_case.id")
    kind: Mapped[str | None] = text_field()
    state: Mapped[str | None] = text_field()
    done_on: Mapped[str | None] = date_field()
    signer: Mapped[str | None] = text_field()
    content: Mapped[str | None] = text_field()
    ending: Mapped[str | None] = text_field()
    size: Mapped[int | None] = number_field()
    pages: Mapped[int | None] = number_field()
    name: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class CaseClosing(Recorded, Base):
    """The file of a house was closed, with a reason where papers were missing.

    A row with `revoked` true opens the one it replaces again.
    """

    __tablename__ = "case_closing"
    __entity__ = "case_closing"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    closed_on: Mapped[str | None] = date_field()
    reason: Mapped[str | None] = text_field()
    revoked: Mapped[bool | None] = flag_field()
    replaces_id: Mapped[str | None] = reference_field("case_closing.id")

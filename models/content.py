"""Which bytes other offices are known to hold: local, never recorded."""

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class ContentHeld(Base):
    """A content (SHA-256 in hex) that was written for an office or came from it.

    It is not written for that office again, unless a package from there asks for it: then the note goes.
    """

    __tablename__ = "content_held"

    office_code: Mapped[str] = mapped_column(String, primary_key=True)
    content: Mapped[str] = mapped_column(String, primary_key=True)
    noted_ms: Mapped[int] = mapped_column(BigInteger)

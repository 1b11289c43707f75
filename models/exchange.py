"""What this laptop knows of others and of the packages that went and came. Local, never recorded."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Peer(Base):
    """A device that sent a package here itself, with the vector last received from it (canonical JSON text)."""

    __tablename__ = "peer"

    device: Mapped[str] = mapped_column(String, primary_key=True)
    office_code: Mapped[str] = mapped_column(String)
    vector: Mapped[str] = mapped_column(Text)
    seen_ms: Mapped[int] = mapped_column(BigInteger)
    confirmed: Mapped[bool] = mapped_column(Boolean, default=False)


class PackageNote(Base):
    """A package that was sent or received: where its file is, from whom, with which result (`report`, JSON text)."""

    __tablename__ = "package_note"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    incoming: Mapped[bool] = mapped_column(Boolean, primary_key=True)
    office_code: Mapped[str] = mapped_column(String)
    office_name: Mapped[str] = mapped_column(String)
    device: Mapped[str] = mapped_column(String)
    number: Mapped[str] = mapped_column(String)
    file_name: Mapped[str] = mapped_column(String)
    noted_ms: Mapped[int] = mapped_column(BigInteger)
    result: Mapped[str] = mapped_column(String)
    report: Mapped[str] = mapped_column(Text)

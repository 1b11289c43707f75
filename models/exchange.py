"""What this laptop knows of others and of packages (local, never recorded), and the reasons people gave (recorded)."""

from sqlalchemy import BigInteger, Boolean, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Recorded, date_field, number_field, parent_field, text_field
from models.vocabulary import Owner


class Peer(Base):
    """A device that sent a package here itself, with the vector last received from it (canonical JSON text)."""

    __tablename__ = "peer"

    device: Mapped[str] = mapped_column(String, primary_key=True)
    office_code: Mapped[str] = mapped_column(String)
    vector: Mapped[str] = mapped_column(Text)
    seen_ms: Mapped[int] = mapped_column(BigInteger)
    confirmed: Mapped[bool] = mapped_column(Boolean, default=False)


class TaskAnswer(Recorded, Base):
    """Why a person decided a task as he did: the task's name, the choice, the reason."""

    __tablename__ = "task_answer"
    __entity__ = "task_answer"
    __parent__ = "household_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    household_id: Mapped[str | None] = parent_field("household.id")
    task: Mapped[str | None] = text_field()
    choice: Mapped[int | None] = number_field()
    reason: Mapped[str | None] = text_field()
    answered_on: Mapped[str | None] = date_field()


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

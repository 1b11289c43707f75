"""What this laptop knows of others and of packages (local, never recorded), and the reasons people gave (recorded)."""

from sqlalchemy import BigInteger, Boolean, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Recorded, date_field, number_field, parent_field, reference_field, text_field
from models.vocabulary import Owner


class Peer(Base):
    """A device that sent a package here itself, with the vector last received from it (canonical JSON text)."""

    __tablename__ = "peer"

    device: Mapped[str] = mapped_column(String, primary_key=True)
    office_code: Mapped[str] = mapped_column(String)
    vector: Mapped[str] = mapped_column(Text)
    seen_ms: Mapped[int] = mapped_column(BigInteger)
    confirmed: Mapped[bool] = mapped_column(Boolean, default=False)


class LaptopNote(Base):
    """A laptop of another office or of this one that was met: by its card, or as the sender of a package.

    `key` is the public part of the key it came with, which nobody need have compared yet; "" before 0.3.0.
    """

    __tablename__ = "laptop_note"

    device: Mapped[str] = mapped_column(String, primary_key=True)
    office_code: Mapped[str] = mapped_column(String)
    office_name: Mapped[str] = mapped_column(String)
    name: Mapped[str] = mapped_column(String)
    key: Mapped[str] = mapped_column(String)
    noted_ms: Mapped[int] = mapped_column(BigInteger)


class DeviceTrust(Recorded, Base):
    """What an office said of a laptop: its key was compared by two people, or it is not to be heard any more.

    A statement stands until a later one of the same office replaces it: two laptops that say the same on one day make
    no conflict, and a laptop that was retired on one of them stays so. `state` is a `TrustState`.
    """

    __tablename__ = "device_trust"
    __entity__ = "device_trust"
    __parent__ = "office_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    office_id: Mapped[str | None] = parent_field("office.id")
    device: Mapped[str | None] = text_field()
    device_office: Mapped[str | None] = text_field()
    device_name: Mapped[str | None] = text_field()
    key: Mapped[str | None] = text_field()
    state: Mapped[str | None] = text_field()
    stated_on: Mapped[str | None] = date_field()
    stated_by: Mapped[str | None] = text_field()
    reason: Mapped[str | None] = text_field()
    replaces_id: Mapped[str | None] = reference_field("device_trust.id")


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

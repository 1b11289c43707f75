"""Offices, their people who sign, their committees, the contacts they keep, their papers and their laptops."""

from sqlalchemy.orm import Mapped

from models.base import Base, Recorded, date_field, flag_field, number_field, parent_field, reference_field, text_field


class Office(Recorded, Base):
    """An office that works with the program: a commune, an upper office, or an agency that only raises money.

    The superior is kept as code and name, because its own row arrives only with its first package.
    `streams` lists, separated by blanks, the streams the office holds, those of its predecessors included.
    """

    __tablename__ = "office"
    __entity__ = "office"

    code: Mapped[str | None] = text_field()
    name: Mapped[str | None] = text_field()
    level: Mapped[str | None] = text_field()
    body: Mapped[str | None] = text_field()
    province: Mapped[str | None] = text_field()
    superior_code: Mapped[str | None] = text_field()
    superior_name: Mapped[str | None] = text_field()
    streams: Mapped[str | None] = text_field()
    header: Mapped[str | None] = text_field()
    place_name: Mapped[str | None] = text_field()


class OfficeName(Recorded, Base):
    """A name the office carried for a time."""

    __tablename__ = "office_name"
    __entity__ = "office_name"
    __parent__ = "office_id"

    office_id: Mapped[str | None] = parent_field("office.id")
    name: Mapped[str | None] = text_field()
    valid_from: Mapped[str | None] = date_field()
    valid_to: Mapped[str | None] = date_field()


class Signer(Recorded, Base):
    """Who signs papers, in which capacity ("TM.", "KT."), from when to when: an old paper keeps its signer."""

    __tablename__ = "signer"
    __entity__ = "signer"
    __parent__ = "office_id"

    office_id: Mapped[str | None] = parent_field("office.id")
    name: Mapped[str | None] = text_field()
    position: Mapped[str | None] = text_field()
    capacity: Mapped[str | None] = text_field()
    valid_from: Mapped[str | None] = date_field()
    valid_to: Mapped[str | None] = date_field()


class Committee(Recorded, Base):
    """A committee (Ban Chỉ đạo, Tổ giúp việc, Tổ giám sát, Hội đồng) with the decision that founded it."""

    __tablename__ = "committee"
    __entity__ = "committee"
    __parent__ = "office_id"

    office_id: Mapped[str | None] = parent_field("office.id")
    name: Mapped[str | None] = text_field()
    decision_number: Mapped[str | None] = text_field()
    decision_date: Mapped[str | None] = date_field()


class CommitteeMember(Recorded, Base):
    """A member of a committee with his position, from when to when; `field` and `area` are what he answers for."""

    __tablename__ = "committee_member"
    __entity__ = "committee_member"
    __parent__ = "committee_id"

    committee_id: Mapped[str | None] = parent_field("committee.id")
    name: Mapped[str | None] = text_field()
    position: Mapped[str | None] = text_field()
    phone: Mapped[str | None] = text_field()
    field: Mapped[str | None] = text_field()
    area: Mapped[str | None] = text_field()
    valid_from: Mapped[str | None] = date_field()
    valid_to: Mapped[str | None] = date_field()


class Contact(Recorded, Base):
    """Somebody whose telephone the office keeps and whom no other record names: a builder, a driver, a shop."""

    __tablename__ = "contact"
    __entity__ = "contact"
    __parent__ = "office_id"

    office_id: Mapped[str | None] = parent_field("office.id")
    kind: Mapped[str | None] = text_field()
    name: Mapped[str | None] = text_field()
    unit: Mapped[str | None] = text_field()
    address: Mapped[str | None] = text_field()
    phone: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class PaperSetting(Recorded, Base):
    """How the office prints one kind of paper: in how many copies, for whom, by which Word template of its own.

    The template itself lies beside the database under its content; `template_fields` are the fields it asks for, each
    with the mark of its place. One row a kind: its id follows from office and kind.
    """

    __tablename__ = "paper_setting"
    __entity__ = "paper_setting"
    __parent__ = "office_id"

    office_id: Mapped[str | None] = parent_field("office.id")
    kind: Mapped[str | None] = text_field()
    copies: Mapped[int | None] = number_field()
    recipients: Mapped[str | None] = text_field()
    template_name: Mapped[str | None] = text_field()
    template_content: Mapped[str | None] = text_field()
    template_fields: Mapped[str | None] = text_field()


class User(Recorded, Base):
    """A person who works with the program. The PIN is local to a laptop and not here."""

    __tablename__ = "app_user"
    __entity__ = "user"
    __parent__ = "office_id"

    office_id: Mapped[str | None] = parent_field("office.id")
    name: Mapped[str | None] = text_field()
    position: Mapped[str | None] = text_field()
    role: Mapped[str | None] = text_field()


class Device(Recorded, Base):
    """A laptop of the office: the id that numbers its operations, and the letter of its number series (null: none).

    `key` is the public part of the key it signs its packages with, once it has sent one.
    `note` says why it came, where it took over from another: the work was handed over, or taken up again.
    """

    __tablename__ = "device"
    __entity__ = "device"
    __parent__ = "office_id"

    office_id: Mapped[str | None] = parent_field("office.id")
    device: Mapped[str | None] = text_field()
    name: Mapped[str | None] = text_field()
    series: Mapped[str | None] = text_field()
    retired: Mapped[bool | None] = flag_field()
    replaces_id: Mapped[str | None] = reference_field("device.id")
    key: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()

"""People and offices that give: donors, pledges, drives with their people and remittances, helpers of one household."""

from sqlalchemy.orm import Mapped

from models.base import (
    Base,
    Recorded,
    date_field,
    decimal_field,
    flag_field,
    money_field,
    number_field,
    parent_field,
    reference_field,
    text_field,
)
from models.vocabulary import Owner


class Donor(Recorded, Base):
    """Who gives; named in postings only where `may_name` is kept, phone and account never."""

    __tablename__ = "donor"
    __entity__ = "donor"

    name: Mapped[str | None] = text_field()
    kind: Mapped[str | None] = text_field()
    address: Mapped[str | None] = text_field()
    phone: Mapped[str | None] = text_field()
    may_name: Mapped[bool | None] = flag_field()
    note: Mapped[str | None] = text_field()


class Pledge(Recorded, Base):
    """A promise ("đăng ký ủng hộ") to a house or to the fund; kept by the contributions that name it."""

    __tablename__ = "pledge"
    __entity__ = "pledge"

    donor_id: Mapped[str | None] = reference_field("donor.id")
    donor_name: Mapped[str | None] = text_field()
    case_id: Mapped[str | None] = reference_field("support_case.id")
    drive_id: Mapped[str | None] = reference_field("drive.id")
    kind: Mapped[str | None] = text_field()
    amount: Mapped[int | None] = money_field()
    item: Mapped[str | None] = text_field()
    unit: Mapped[str | None] = text_field()
    quantity: Mapped[str | None] = decimal_field()
    pledged_on: Mapped[str | None] = date_field()
    due_on: Mapped[str | None] = date_field()
    withdrawn_on: Mapped[str | None] = date_field()
    reason: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class Sponsorship(Recorded, Base):
    """A helper stands by a household ("đỡ đầu"): who, from when to when, with what, and what came of it."""

    __tablename__ = "sponsorship"
    __entity__ = "sponsorship"
    __parent__ = "household_id"

    household_id: Mapped[str | None] = parent_field("household.id")
    helper: Mapped[str | None] = text_field()
    helper_unit: Mapped[str | None] = text_field()
    phone: Mapped[str | None] = text_field()
    from_on: Mapped[str | None] = date_field()
    to_on: Mapped[str | None] = date_field()
    content: Mapped[str | None] = text_field()
    result: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class SponsorVisit(Recorded, Base):
    """A visit of a helper."""

    __tablename__ = "sponsor_visit"
    __entity__ = "sponsor_visit"
    __parent__ = "sponsorship_id"

    sponsorship_id: Mapped[str | None] = parent_field("sponsorship.id")
    visited_on: Mapped[str | None] = date_field()
    note: Mapped[str | None] = text_field()


class Drive(Recorded, Base):
    """A drive inside an office: its period and the rule of a day's pay. No salary is ever stored.

    The rule: `divisor` working days a month, `rounding` in đồng; `labour` and `payroll` people may differ in `base`
    (a word: salary, income). `fund` is who gets the money, `campaign_id` the campaign it belongs to.
    """

    __tablename__ = "drive"
    __entity__ = "drive"

    name: Mapped[str | None] = text_field()
    source_id: Mapped[str | None] = reference_field("fund_source.id")
    starts_on: Mapped[str | None] = date_field()
    ends_on: Mapped[str | None] = date_field()
    report_on: Mapped[str | None] = date_field()
    campaign_id: Mapped[str | None] = reference_field("campaign.id")
    base: Mapped[str | None] = text_field()
    divisor: Mapped[int | None] = number_field()
    rounding: Mapped[int | None] = number_field()
    fund: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class DrivePerson(Recorded, Base):
    """A person asked in a drive, with the department and the day's pay hoped for in đồng: a target, never a debt."""

    __tablename__ = "drive_person"
    __entity__ = "drive_person"
    __parent__ = "drive_id"

    drive_id: Mapped[str | None] = parent_field("drive.id")
    name: Mapped[str | None] = text_field()
    department: Mapped[str | None] = text_field()
    position: Mapped[str | None] = text_field()
    employment: Mapped[str | None] = text_field()
    expected: Mapped[int | None] = money_field()
    may_name: Mapped[bool | None] = flag_field()
    note: Mapped[str | None] = text_field()


class Remittance(Recorded, Base):
    """Money of a drive sent on to a fund ("chuyển nộp"), in đồng; a reversing line is negative."""

    __tablename__ = "remittance"
    __entity__ = "remittance"
    __parent__ = "drive_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    drive_id: Mapped[str | None] = parent_field("drive.id")
    amount: Mapped[int | None] = money_field()
    remitted_on: Mapped[str | None] = date_field()
    method: Mapped[str | None] = text_field()
    voucher: Mapped[str | None] = text_field()
    fund: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()
    reason: Mapped[str | None] = text_field()
    reverses_id: Mapped[str | None] = reference_field("remittance.id")

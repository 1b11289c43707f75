"""One household in one programme: the case, the decisions on it, and what takes it off the ordinary road."""

from sqlalchemy.orm import Mapped

from models.base import (
    Base,
    Recorded,
    date_field,
    flag_field,
    money_field,
    parent_field,
    reference_field,
    text_field,
)
from models.vocabulary import Owner


class SupportCase(Recorded, Base):
    """A household in a programme. Status, stage, approved and paid amounts are computed, never stored here.

    `screening_id` and `found_by` tell in which round, and by whom, the house was found;
    `follows_id` names the case of the house that was damaged again (X12).
    """

    __tablename__ = "support_case"
    __entity__ = "support_case"
    __parent__ = "household_id"

    household_id: Mapped[str | None] = parent_field("household.id")
    programme_id: Mapped[str | None] = reference_field("programme.id")
    work_type: Mapped[str | None] = text_field()
    requested_amount: Mapped[int | None] = money_field()
    registered_on: Mapped[str | None] = date_field()
    build_mode: Mapped[str | None] = text_field()
    house_name: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()
    screening_id: Mapped[str | None] = reference_field("screening_round.id")
    found_by: Mapped[str | None] = text_field()
    follows_id: Mapped[str | None] = reference_field("support_case.id")


class Decision(Recorded, Base):
    """A decision of an office on one case: amount in đồng, and category and head as they then were.

    `batch` is one id for all houses of one paper; `warnings` names the steps that were missing, separated by blanks.
    `before_program`: taken over from a list ("Số liệu đầu kỳ"), no paper of it here; what it does
    not know is empty.
    """

    __tablename__ = "decision"
    __entity__ = "decision"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    office_code: Mapped[str | None] = text_field()
    office_level: Mapped[str | None] = text_field()
    number: Mapped[str | None] = text_field()
    decided_on: Mapped[str | None] = date_field()
    amount: Mapped[int | None] = money_field()
    work_type: Mapped[str | None] = text_field()
    category: Mapped[str | None] = text_field()
    head_name: Mapped[str | None] = text_field()
    signer: Mapped[str | None] = text_field()
    source_code: Mapped[str | None] = text_field()
    batch: Mapped[str | None] = text_field()
    warnings: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()
    replaces_id: Mapped[str | None] = reference_field("decision.id")
    before_program: Mapped[bool | None] = flag_field()


class CaseException(Recorded, Base):
    """A case leaves the ordinary road, or comes back to it (`resumed`), with reason, date and decision number.

    `receiver` is the commune or unit that takes over a household that moves away (domain 6.3, X6).
    """

    __tablename__ = "case_exception"
    __entity__ = "case_exception"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    kind: Mapped[str | None] = text_field()
    happened_on: Mapped[str | None] = date_field()
    reason: Mapped[str | None] = text_field()
    decision_number: Mapped[str | None] = text_field()
    review_on: Mapped[str | None] = date_field()
    receiver: Mapped[str | None] = text_field()
    replaces_id: Mapped[str | None] = reference_field("case_exception.id")

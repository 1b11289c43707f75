"""Where money comes from and what was paid for a house."""

from sqlalchemy.orm import Mapped

from models.base import (
    Base,
    Recorded,
    date_field,
    flag_field,
    money_field,
    number_field,
    parent_field,
    reference_field,
    text_field,
)
from models.vocabulary import Owner


class FundSource(Recorded, Base):
    """A source of money, with a ceiling in đồng where one is set."""

    __tablename__ = "fund_source"
    __entity__ = "fund_source"

    code: Mapped[str | None] = text_field()
    name: Mapped[str | None] = text_field()
    kind: Mapped[str | None] = text_field()
    ceiling: Mapped[int | None] = money_field()
    note: Mapped[str | None] = text_field()


class Payment(Recorded, Base):
    """Money paid out for a case, in đồng. A correction is a line of its own: `reverses_id` and a negative amount.

    `kind` is empty for an instalment and `clawback` for money taken back with a decision (X13, a negative line);
    `batch` is one id for all lines of a payment day. `before_program`: paid before the program was used, day and
    voucher as far as a list knew them.
    """

    __tablename__ = "payment"
    __entity__ = "payment"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    source_id: Mapped[str | None] = reference_field("fund_source.id")
    amount: Mapped[int | None] = money_field()
    paid_on: Mapped[str | None] = date_field()
    voucher: Mapped[str | None] = text_field()
    instalment: Mapped[int | None] = number_field()
    payee: Mapped[str | None] = text_field()
    relation: Mapped[str | None] = text_field()
    reason: Mapped[str | None] = text_field()
    reverses_id: Mapped[str | None] = reference_field("payment.id")
    kind: Mapped[str | None] = text_field()
    batch: Mapped[str | None] = text_field()
    decision_number: Mapped[str | None] = text_field()
    thumbprint: Mapped[bool | None] = flag_field()
    before_program: Mapped[bool | None] = flag_field()

"""The ledger beside payments: what came in, what was given to which house, goods, contracts. Lines correct lines."""

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


class SourceCeiling(Recorded, Base):
    """What a source may give in one programme, in all and for one house, in đồng; one without a programme: in any."""

    __tablename__ = "source_ceiling"
    __entity__ = "source_ceiling"
    __parent__ = "source_id"

    source_id: Mapped[str | None] = parent_field("fund_source.id")
    programme_id: Mapped[str | None] = reference_field("programme.id")
    amount: Mapped[int | None] = money_field()
    per_house: Mapped[int | None] = money_field()
    note: Mapped[str | None] = text_field()


class Contribution(Recorded, Base):
    """A line of what came in. `amount` is money, or the converted value of goods and labour, in đồng (may be empty).

    Goods: `item`, `unit`, `quantity`. Labour: `people` and `quantity` days each, `unit_value` a day where one is set.
    A reversing line carries the negated figures, `reverses_id` and a reason. `case_id`: given to that house by name.
    `before_program`: the opening line of a source, what was paid from it before the program was used.
    """

    __tablename__ = "contribution"
    __entity__ = "contribution"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    source_id: Mapped[str | None] = reference_field("fund_source.id")
    kind: Mapped[str | None] = text_field()
    method: Mapped[str | None] = text_field()
    given_on: Mapped[str | None] = date_field()
    amount: Mapped[int | None] = money_field()
    item: Mapped[str | None] = text_field()
    unit: Mapped[str | None] = text_field()
    quantity: Mapped[str | None] = decimal_field()
    people: Mapped[int | None] = number_field()
    unit_value: Mapped[int | None] = money_field()
    donor_id: Mapped[str | None] = reference_field("donor.id")
    donor_name: Mapped[str | None] = text_field()
    case_id: Mapped[str | None] = reference_field("support_case.id")
    drive_id: Mapped[str | None] = reference_field("drive.id")
    person_id: Mapped[str | None] = reference_field("drive_person.id")
    pledge_id: Mapped[str | None] = reference_field("pledge.id")
    receipt_number: Mapped[int | None] = number_field()
    receipt_year: Mapped[int | None] = number_field()
    receipt_series: Mapped[str | None] = text_field()
    receipt: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()
    reason: Mapped[str | None] = text_field()
    reverses_id: Mapped[str | None] = reference_field("contribution.id")
    before_program: Mapped[bool | None] = flag_field()


class Allocation(Recorded, Base):
    """Money of a source, or goods of the stock, set aside for a house. A reversing line carries negated figures."""

    __tablename__ = "allocation"
    __entity__ = "allocation"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    source_id: Mapped[str | None] = reference_field("fund_source.id")
    amount: Mapped[int | None] = money_field()
    item: Mapped[str | None] = text_field()
    unit: Mapped[str | None] = text_field()
    quantity: Mapped[str | None] = decimal_field()
    allocated_on: Mapped[str | None] = date_field()
    note: Mapped[str | None] = text_field()
    reason: Mapped[str | None] = text_field()
    reverses_id: Mapped[str | None] = reference_field("allocation.id")
    before_program: Mapped[bool | None] = flag_field()


class GoodsHandover(Recorded, Base):
    """Goods of the stock handed to a household, with who took them."""

    __tablename__ = "goods_handover"
    __entity__ = "goods_handover"
    __parent__ = "case_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    case_id: Mapped[str | None] = parent_field("support_case.id")
    item: Mapped[str | None] = text_field()
    unit: Mapped[str | None] = text_field()
    quantity: Mapped[str | None] = decimal_field()
    handed_on: Mapped[str | None] = date_field()
    receiver: Mapped[str | None] = text_field()
    relation: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()
    reason: Mapped[str | None] = text_field()
    reverses_id: Mapped[str | None] = reference_field("goods_handover.id")


class HouseholdLoan(Recorded, Base):
    """A policy-bank loan of a household: part of the house's cost, apart from aid. Amount in đồng, term in months."""

    __tablename__ = "household_loan"
    __entity__ = "household_loan"
    __parent__ = "case_id"

    case_id: Mapped[str | None] = parent_field("support_case.id")
    bank: Mapped[str | None] = text_field()
    contract: Mapped[str | None] = text_field()
    lent_on: Mapped[str | None] = date_field()
    amount: Mapped[int | None] = money_field()
    months: Mapped[int | None] = number_field()
    note: Mapped[str | None] = text_field()


class Supplier(Recorded, Base):
    """Who sells or carries materials."""

    __tablename__ = "supplier"
    __entity__ = "supplier"

    name: Mapped[str | None] = text_field()
    address: Mapped[str | None] = text_field()
    phone: Mapped[str | None] = text_field()
    tax_code: Mapped[str | None] = text_field()
    bank_account: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()


class SupplyContract(Recorded, Base):
    """A contract with a supplier; its amount in đồng."""

    __tablename__ = "supply_contract"
    __entity__ = "supply_contract"
    __parent__ = "supplier_id"

    supplier_id: Mapped[str | None] = parent_field("supplier.id")
    number: Mapped[str | None] = text_field()
    signed_on: Mapped[str | None] = date_field()
    subject: Mapped[str | None] = text_field()
    amount: Mapped[int | None] = money_field()
    note: Mapped[str | None] = text_field()


class Delivery(Recorded, Base):
    """Goods a supplier brought under a contract, to a house or (no case) to the stock; value in đồng."""

    __tablename__ = "delivery"
    __entity__ = "delivery"
    __parent__ = "contract_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    contract_id: Mapped[str | None] = parent_field("supply_contract.id")
    case_id: Mapped[str | None] = reference_field("support_case.id")
    delivered_on: Mapped[str | None] = date_field()
    item: Mapped[str | None] = text_field()
    unit: Mapped[str | None] = text_field()
    quantity: Mapped[str | None] = decimal_field()
    amount: Mapped[int | None] = money_field()
    note: Mapped[str | None] = text_field()
    reason: Mapped[str | None] = text_field()
    reverses_id: Mapped[str | None] = reference_field("delivery.id")


class SupplierPayment(Recorded, Base):
    """Money of a source paid to a supplier, for a house or (no case) for the stock, in đồng."""

    __tablename__ = "supplier_payment"
    __entity__ = "supplier_payment"
    __parent__ = "contract_id"
    __owner__ = Owner.AUTHOR
    __append_only__ = True

    contract_id: Mapped[str | None] = parent_field("supply_contract.id")
    case_id: Mapped[str | None] = reference_field("support_case.id")
    source_id: Mapped[str | None] = reference_field("fund_source.id")
    amount: Mapped[int | None] = money_field()
    paid_on: Mapped[str | None] = date_field()
    voucher: Mapped[str | None] = text_field()
    note: Mapped[str | None] = text_field()
    reason: Mapped[str | None] = text_field()
    reverses_id: Mapped[str | None] = reference_field("supplier_payment.id")

"""What a form or a command hands in about money and goods. Amounts in whole đồng, quantities as decimal text."""

from __future__ import annotations

from dataclasses import dataclass

from models.vocabulary import ContributionKind, Numbering, SourceKind


@dataclass(frozen=True)
class SourceDraft:
    """A source of money; its code is what officers and lists call it by."""

    code: str
    name: str
    kind: SourceKind
    ceiling: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class CeilingDraft:
    """What a source may give in a programme (None: in any), in all and for one house. `id` and `version`: one shown."""

    source_code: str
    programme: str | None = None
    amount: int | None = None
    per_house: int | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class ContributionDraft:
    """What came in. `amount`: money, or the converted value of goods and labour, which is never payable money.

    Goods name `item`, `unit`, `quantity`; labour `people` and `quantity` days each, with `unit_value` a day or none.
    A typed `receipt` is kept as it is; else `numbering` says whether this laptop's register gives a number.
    """

    source_code: str
    kind: ContributionKind
    given_on: str
    amount: int | None = None
    item: str | None = None
    unit: str | None = None
    quantity: str | None = None
    people: int | None = None
    unit_value: int | None = None
    method: str | None = None
    donor_id: str | None = None
    donor_name: str | None = None
    case_id: str | None = None
    drive_id: str | None = None
    person_id: str | None = None
    pledge_id: str | None = None
    receipt: str | None = None
    numbering: Numbering = Numbering.REGISTER
    note: str | None = None


@dataclass(frozen=True)
class AllocationDraft:
    """Money of a source set aside for a house."""

    case_id: str
    source_code: str
    amount: int
    allocated_on: str
    note: str | None = None


@dataclass(frozen=True)
class GoodsDraft:
    """Goods of the stock set aside for a house (`receiver` is empty then), or handed to it."""

    case_id: str
    item: str
    unit: str
    quantity: str
    day: str
    receiver: str | None = None
    relation: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class PaymentDraft:
    """Money paid out for one house; `payee` and `relation` where somebody else than the head took it.

    `batch` is one id for all lines of a payment day; `thumbprint`: whoever took the money signed with a thumb.
    """

    case_id: str
    source_code: str
    amount: int
    paid_on: str
    voucher: str
    instalment: int | None = None
    payee: str | None = None
    relation: str | None = None
    reason: str | None = None
    thumbprint: bool | None = None
    batch: str | None = None


@dataclass(frozen=True)
class ClawbackDraft:
    """Money taken back from a household with a decision (X13); `amount` is over nothing, the line is negative."""

    case_id: str
    source_code: str
    amount: int
    taken_on: str
    decision_number: str
    reason: str
    voucher: str | None = None


@dataclass(frozen=True)
class ReversalDraft:
    """A payment is taken back by a line of its own, with its day and reason."""

    payment_id: str
    reversed_on: str
    reason: str


@dataclass(frozen=True)
class LineReversalDraft:
    """A line of any kind, named by the ending of its id, is taken back by a line of its own.

    `keep`: of an allocation of money so much is allocated anew in the same change, in đồng.
    """

    line: str
    reversed_on: str
    reason: str
    keep: int | None = None


@dataclass(frozen=True)
class LoanDraft:
    """A policy-bank loan of a household: part of the house's cost, apart from aid. Term in months."""

    case_id: str
    bank: str
    amount: int
    lent_on: str | None = None
    months: int | None = None
    contract: str | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class SupplierDraft:
    """Who sells or carries materials. `id` and `version`: of the one a form was shown."""

    name: str
    address: str | None = None
    phone: str | None = None
    tax_code: str | None = None
    bank_account: str | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class ContractDraft:
    """A contract with a supplier; its amount in đồng."""

    supplier_id: str
    number: str
    signed_on: str | None = None
    subject: str | None = None
    amount: int | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class DeliveryDraft:
    """Goods that came under a contract, to a house or (no case) to the stock; `amount` is their value in đồng."""

    contract_id: str
    delivered_on: str
    item: str
    unit: str
    quantity: str
    amount: int | None = None
    case_id: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class SupplierPaymentDraft:
    """Money of a source paid to a supplier, for a house or (no case) for the stock.

    `reason`: why, where money is paid for a house before what opens its part has come.
    """

    contract_id: str
    source_code: str
    amount: int
    paid_on: str
    voucher: str
    case_id: str | None = None
    note: str | None = None
    reason: str | None = None

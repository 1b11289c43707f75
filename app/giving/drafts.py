"""What a form, a pasted list or a command hands in about giving. Amounts in whole đồng, days as ISO text."""

from __future__ import annotations

from dataclasses import dataclass

from models.vocabulary import ContributionKind, DonorKind, PayMethod


@dataclass(frozen=True)
class DonorDraft:
    """Who gives; `may_name`: postings may carry the name. `version` is the one the form was shown."""

    name: str
    kind: str = DonorKind.PERSON.value
    address: str | None = None
    phone: str | None = None
    may_name: bool = False
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class PledgeDraft:
    """A promise to a house (`case_id`), to a drive, or to the fund: money, or a quantity of something."""

    donor_name: str
    kind: str = ContributionKind.CASH.value
    amount: int | None = None
    item: str | None = None
    unit: str | None = None
    quantity: str | None = None
    pledged_on: str | None = None
    due_on: str | None = None
    donor_id: str | None = None
    case_id: str | None = None
    drive_id: str | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class SponsorshipDraft:
    """A helper stands by a household; `result` is what came of it."""

    household_id: str
    helper: str
    helper_unit: str | None = None
    phone: str | None = None
    from_on: str | None = None
    to_on: str | None = None
    content: str | None = None
    result: str | None = None
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class VisitDraft:
    """A visit of a helper to the household."""

    sponsorship_id: str
    visited_on: str
    note: str | None = None


@dataclass(frozen=True)
class DriveDraft:
    """A drive inside an office, with its rule of a day's pay: a divisor of days a month and a rounding in đồng.

    `campaign_id`: the campaign its money counts in.
    """

    name: str
    starts_on: str | None = None
    ends_on: str | None = None
    report_on: str | None = None
    base: str | None = None
    divisor: int | None = None
    rounding: int | None = None
    fund: str | None = None
    source_id: str | None = None
    note: str | None = None
    campaign_id: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class PersonDraft:
    """Somebody asked in a drive; `expected` is the day's pay hoped for, the salary behind it is nowhere kept."""

    name: str
    department: str | None = None
    position: str | None = None
    employment: str | None = None
    expected: int | None = None
    may_name: bool = False
    note: str | None = None
    id: str | None = None
    version: int | None = None


@dataclass(frozen=True)
class GiftDraft:
    """A line of the book of gifts as it is typed: to a drive, a house or a source; money, goods or labour.

    Goods: `item`, `unit`, `quantity`, `amount` their converted value. Labour: `people` and `quantity` days each.
    A donor who is not known yet is kept with `may_name`.
    """

    kind: str
    given_on: str
    amount: int | None = None
    method: str | None = None
    item: str | None = None
    unit: str | None = None
    quantity: str | None = None
    people: int | None = None
    unit_value: int | None = None
    donor_id: str | None = None
    donor_name: str | None = None
    may_name: bool = False
    source_id: str | None = None
    case_id: str | None = None
    drive_id: str | None = None
    person_id: str | None = None
    pledge_id: str | None = None
    receipt: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class CollectionDraft:
    """What people of one drive gave on one day by one method: the amount of each by the person's id."""

    drive_id: str
    amounts: tuple[tuple[str, int], ...]
    given_on: str
    method: str = PayMethod.CASH.value
    note: str | None = None


@dataclass(frozen=True)
class RemittanceDraft:
    """Money of a drive sent on to a fund ("chuyển nộp")."""

    drive_id: str
    amount: int
    remitted_on: str
    method: str = PayMethod.TRANSFER.value
    voucher: str | None = None
    fund: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class TakenBackDraft:
    """A remittance is taken back by a line of its own, with its day and reason."""

    remittance_id: str
    reversed_on: str
    reason: str

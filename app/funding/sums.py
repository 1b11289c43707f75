"""What the sums of the ledger are called, as plain values in whole đồng; `app.funding.balances` makes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from models.vocabulary import ContributionKind, SourceGroup, SourceKind

#: What comes in as money; goods, labour and the like have at most a converted value.
MONEY_KINDS = (ContributionKind.CASH, ContributionKind.TRANSFER, ContributionKind.SALARY_DAY)
_GROUPS: dict[str, SourceGroup] = {
    SourceKind.CENTRAL_BUDGET: SourceGroup.STATE,
    SourceKind.LOCAL_BUDGET: SourceGroup.STATE,
    SourceKind.HOUSEHOLD: SourceGroup.HOUSEHOLD,
}


def group_of(kind: str | None) -> SourceGroup | None:
    """Nhà nước, Xã hội or Hộ gia đình; None for a bank loan, no aid. The police give what they collected."""
    return None if kind == SourceKind.BANK_LOAN else _GROUPS.get(kind or "", SourceGroup.SOCIETY)


@dataclass(frozen=True)
class MoneySums:
    """Sums of lines in đồng. `for_stock` is the part of `paid` that went to suppliers for no house in particular.

    `unknown` is what was paid beyond all receipts of sources whose receipts nobody records.
    """

    received: int = 0
    allocated: int = 0
    paid: int = 0
    for_stock: int = 0
    remitted: int = 0
    unknown: int = 0

    @property
    def left(self) -> int:
        """What is in hand: received, less what was paid and sent on."""
        return self.received + self.unknown - self.paid - self.remitted

    @property
    def committed(self) -> int:
        """What is spoken for: set aside for houses, spent on the stock, sent on."""
        return self.allocated + self.for_stock + self.remitted

    @property
    def free(self) -> int:
        """What may still be set aside."""
        return max(self.received - self.committed, 0)

    @property
    def unpaid(self) -> int:
        """What is set aside for houses and not yet paid."""
        return self.allocated - (self.paid - self.for_stock)

    def __add__(self, other: MoneySums) -> MoneySums:
        return MoneySums(
            self.received + other.received,
            self.allocated + other.allocated,
            self.paid + other.paid,
            self.for_stock + other.for_stock,
            self.remitted + other.remitted,
            self.unknown + other.unknown,
        )


@dataclass(frozen=True)
class SourceBalance:
    """One source with its sums; `tracked` tells whether receipts of money are recorded for it at all."""

    id: str
    stream: str
    code: str
    name: str
    kind: str | None
    ceiling: int | None
    tracked: bool
    sums: MoneySums

    @property
    def group(self) -> SourceGroup | None:
        """Nhà nước, Xã hội or Hộ gia đình; None for a loan."""
        return group_of(self.kind)

    received = property(lambda self: self.sums.received)
    allocated = property(lambda self: self.sums.allocated)
    paid = property(lambda self: self.sums.paid)
    left = property(lambda self: self.sums.left)
    free = property(lambda self: self.sums.free)


class HouseSums(NamedTuple):
    """Set aside and paid for one house from one source (None: payments that name none), in đồng."""

    case_id: str
    source_id: str | None
    allocated: int
    paid: int


@dataclass(frozen=True)
class MonthFlow:
    """One month of "Công khai thu, chi" (YYYY-MM), in đồng: opening, in, out, balance.

    `unknown` is the part of `paid` that came from sources whose receipts nobody records: it lessens no balance.
    """

    month: str
    opening: int
    received: int
    paid: int
    unknown: int = 0

    @property
    def balance(self) -> int:
        """What is in hand at its end."""
        return self.opening + self.received + self.unknown - self.paid


@dataclass(frozen=True)
class Balances:
    """All sums of the ledger: `total` is the three groups and `without_source`, lines that name no source known here.

    `loans` are sources of loans: no aid, so apart from the total.
    """

    sources: tuple[SourceBalance, ...]
    groups: Mapping[SourceGroup, MoneySums]
    loans: MoneySums
    total: MoneySums
    without_source: MoneySums


@dataclass(frozen=True)
class HouseGifts:
    """What came to one house beside payments: given to it by name, or delivered to it. Amounts in đồng.

    `money` was given with its address and went through a source; `value` is the converted value of goods, labour and
    the like; `loans` is what the household borrowed from the policy bank.
    """

    money: Mapping[SourceGroup, int] = field(default_factory=lambda: MappingProxyType({}))
    value: Mapping[SourceGroup, int] = field(default_factory=lambda: MappingProxyType({}))
    delivered_value: int = 0
    loans: int = 0


@dataclass(frozen=True)
class DriveSums:
    """Money collected in a drive and sent on, in đồng; the rest is in hand."""

    collected: int
    remitted: int

    @property
    def in_hand(self) -> int:
        """Collected and not yet sent on."""
        return self.collected - self.remitted


@dataclass(frozen=True)
class BatchSums:
    """One payment day: its lines carry one batch. `paid` and what of it was taken back (`back`), in đồng."""

    batch: str
    paid_on: str | None
    voucher: str | None
    houses: int
    paid: int
    back: int

"""Giving as frozen rows: donors, pledges with what was kept of them, sponsorships, drives with their sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.funding.queries import MONEY_KINDS
from models.vocabulary import ContributionKind, PayMethod, PledgeState


@dataclass(frozen=True)
class GiftRow:
    """A line of what came in, as the book of gifts shows it. A reversing line has negated figures."""

    id: str
    kind: str
    method: str | None
    given_on: str | None
    amount: int
    item: str | None
    unit: str | None
    quantity: str | None
    people: int | None
    donor_id: str | None
    donor_name: str
    source_id: str | None
    case_id: str | None
    drive_id: str | None
    person_id: str | None
    pledge_id: str | None
    receipt: str | None
    note: str | None
    reason: str | None
    reverses_id: str | None

    @property
    def money(self) -> int:
        """Đồng that can be paid out or sent on; nothing for goods and labour."""
        return self.amount if self.kind in MONEY_KINDS else 0

    @property
    def days(self) -> Decimal:
        """Days of work: people times days each. A reversing line counts against the one it takes back."""
        if self.kind in MONEY_KINDS or self.kind == ContributionKind.GOODS or self.quantity is None:
            return Decimal(0)
        days = Decimal(self.quantity) * (abs(self.people) if self.people else 1)
        return -abs(days) if self.reverses_id else days

    @property
    def pieces(self) -> Decimal:
        """How much of the thing that was given."""
        return Decimal(self.quantity) if self.kind == ContributionKind.GOODS and self.quantity else Decimal(0)


@dataclass(frozen=True)
class DonorRow:
    """Who gives, with the money given so far and how many times anything was given."""

    id: str
    version: int
    name: str
    kind: str
    address: str | None
    phone: str | None
    may_name: bool
    note: str | None
    money: int = 0
    gifts: int = 0


@dataclass(frozen=True)
class PledgeRow:
    """A promise with what was kept of it: đồng of money, or a quantity of what was promised."""

    id: str
    version: int
    donor_id: str | None
    donor_name: str
    case_id: str | None
    house: str
    drive_id: str | None
    kind: str
    amount: int | None
    item: str | None
    unit: str | None
    quantity: str | None
    pledged_on: str | None
    due_on: str | None
    withdrawn_on: str | None
    reason: str | None
    note: str | None
    kept_amount: int
    kept_quantity: Decimal
    state: PledgeState
    late: bool


@dataclass(frozen=True)
class VisitRow:
    """A visit of a helper."""

    id: str
    visited_on: str | None
    note: str | None


@dataclass(frozen=True)
class SponsorshipRow:
    """A helper of one household, with the visits in the order of their days."""

    id: str
    version: int
    household_id: str
    household: str
    helper: str
    helper_unit: str | None
    phone: str | None
    from_on: str | None
    to_on: str | None
    content: str | None
    result: str | None
    note: str | None
    visits: tuple[VisitRow, ...] = ()


@dataclass(frozen=True)
class DriveRow:
    """A drive inside an office and its rule of a day's pay."""

    id: str
    version: int
    name: str
    source_id: str | None
    starts_on: str | None
    ends_on: str | None
    report_on: str | None
    base: str | None
    divisor: int | None
    rounding: int | None
    fund: str | None
    note: str | None
    campaign_id: str | None


@dataclass(frozen=True)
class PersonRow:
    """Somebody asked in a drive, with the money given; who has given nothing yet owes nothing."""

    id: str
    version: int
    name: str
    department: str
    position: str | None
    employment: str | None
    expected: int | None
    may_name: bool
    note: str | None
    given: int = 0
    gifts: int = 0

    @property
    def gave(self) -> bool:
        """Whether anything of what the person gave still stands."""
        return self.gifts > 0


@dataclass(frozen=True)
class RemittanceRow:
    """Money sent on to a fund; a reversing line is negative."""

    id: str
    amount: int
    remitted_on: str | None
    method: str | None
    voucher: str | None
    fund: str | None
    note: str | None
    reason: str | None
    reverses_id: str | None


@dataclass(frozen=True)
class DepartmentLine:
    """A department in a drive: people asked, people who gave, đồng hoped for and đồng collected."""

    department: str
    people: int
    gave: int
    expected: int
    collected: int

    @property
    def not_yet(self) -> int:
        """People who have given nothing yet."""
        return self.people - self.gave


@dataclass(frozen=True)
class GoodsLine:
    """What was given of one thing in one unit, with the value put on it in đồng."""

    item: str
    unit: str
    quantity: Decimal
    value: int


@dataclass(frozen=True)
class DriveFigures:
    """A drive with all that belongs to it. Sums in đồng; every sum is that of the lines beside it."""

    drive: DriveRow
    people: tuple[PersonRow, ...]
    gifts: tuple[GiftRow, ...]
    remittances: tuple[RemittanceRow, ...]

    @property
    def expected(self) -> int:
        """What was hoped for of all people."""
        return sum(one.expected or 0 for one in self.people)

    @property
    def collected(self) -> int:
        """Money that came in."""
        return money_of(self.gifts)

    @property
    def remitted(self) -> int:
        """Money sent on."""
        return sum(one.amount for one in self.remittances)

    @property
    def in_hand(self) -> int:
        """Money collected and not sent on yet."""
        return self.collected - self.remitted

    @property
    def not_yet(self) -> tuple[PersonRow, ...]:
        """Who has not given yet ("chưa ủng hộ")."""
        return tuple(one for one in self.people if not one.gave)

    @property
    def goods(self) -> tuple[GoodsLine, ...]:
        """What was given in kind, by thing and unit."""
        found: dict[tuple[str, str], tuple[Decimal, int]] = {}
        for one in self.gifts:
            if one.kind == ContributionKind.GOODS:
                key = (one.item or "", one.unit or "")
                quantity, value = found.get(key, (Decimal(0), 0))
                found[key] = (quantity + one.pieces, value + one.amount)
        return tuple(GoodsLine(*key, *sums) for key, sums in found.items() if any(sums))

    @property
    def goods_value(self) -> int:
        """The value put on all goods."""
        return sum(one.value for one in self.goods)

    @property
    def days(self) -> Decimal:
        """Days of work given."""
        return sum((one.days for one in self.gifts), Decimal(0))

    @property
    def by_method(self) -> dict[PayMethod, int]:
        """Money that came in by each method, those without one as cash."""
        found = dict.fromkeys(PayMethod, 0)
        for one in self.gifts:
            found[PayMethod(one.method or _usual_method(one.kind))] += one.money
        return found


def money_of(gifts: Sequence[GiftRow]) -> int:
    """The money of lines, reversing lines taken off, in đồng."""
    return sum(one.money for one in gifts)


def _usual_method(kind: str) -> PayMethod:
    return PayMethod.TRANSFER if kind == ContributionKind.TRANSFER else PayMethod.CASH

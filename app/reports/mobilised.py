"""What society gave, by the house it was given to: money, the converted value of goods, days of work."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from app.giving.queries import from_givers, gifts
from models.vocabulary import ContributionKind


@dataclass(frozen=True)
class Mobilised:
    """Sums in đồng and days."""

    cash: int = 0
    value: int = 0
    days: Decimal = Decimal(0)

    def __add__(self, other: Mobilised) -> Mobilised:
        return Mobilised(self.cash + other.cash, self.value + other.value, self.days + other.days)


def mobilised(session: Session, since: str = "", until: str = "9999") -> dict[str | None, Mobilised]:
    """What came from society by case (None: for no house in particular), given from one day until another (ISO)."""
    found: dict[str | None, Mobilised] = {}
    for one in gifts(session, from_givers()):
        if not since <= (one.given_on or "") <= until:
            continue
        labour = one.days if one.kind == ContributionKind.LABOUR else Decimal(0)
        value = one.amount - one.money
        own = found.get(one.case_id, Mobilised())
        found[one.case_id] = own + Mobilised(one.money, value, labour)
    return found

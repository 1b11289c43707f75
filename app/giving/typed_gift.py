"""What was given as it is typed in one field: "500.000", "40 bao xi măng = 3,6tr", "12 người x 1 ngày"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.funding.queries import MONEY_KINDS
from app.parsing import parse_decimal, parse_money
from app.problems import refuse
from models.vietnamese import fold
from models.vocabulary import ContributionKind

_GOODS = re.compile(r"(\d[\d.,]*)\s*([^\d\s.,]\S*)\s+([^=]+?)\s*(?:=\s*(.+))?")
#: What a day or a trip is worth, or all of it together: "x 200.000", "= 2,4tr".
_WORTH = r"(?:\s*([x*=])\s*(\d.*))?"
_PEOPLE = re.compile(rf"(\d+)\s*(?:nguoi\s*[x*,]?|[x*])\s*(\d[\d,.]*)\s*(?:ngay cong|ngay|cong)?{_WORTH}")
_DAYS = re.compile(rf"(\d[\d,.]*)\s*(?:ngay cong|ngay|cong|chuyen|luot)?{_WORTH}")


@dataclass(frozen=True)
class TypedGift:
    """Money, goods or work as read from one text; `amount` in đồng is money or the converted value.

    `unit_value`: what a day of the work is worth, where that was typed; the amount follows from it.
    """

    amount: int | None = None
    item: str | None = None
    unit: str | None = None
    quantity: str | None = None
    people: int | None = None
    unit_value: int | None = None


def read_gift(kind: str, text: str, field: str = "gift") -> TypedGift:
    """What a text says for a kind of gift; nothing typed is nothing given. Raises `Refused`."""
    typed = " ".join(text.split())
    if not typed:
        return TypedGift()
    if kind in MONEY_KINDS:
        return TypedGift(amount=parse_money(typed, field))
    if kind == ContributionKind.GOODS:
        return _goods(typed, field)
    if kind == ContributionKind.ADVICE:
        return TypedGift(item=typed)
    return _work(typed, field)


def _goods(typed: str, field: str) -> TypedGift:
    found = _GOODS.fullmatch(typed)
    if found is None:
        raise refuse(field, "goods_unclear", text=typed)
    quantity, unit, item, value = found.groups()
    return TypedGift(parse_money(value, field) if value else None, item.strip(), unit, _number(quantity, field))


def _work(typed: str, field: str) -> TypedGift:
    said = fold(typed)
    if found := _PEOPLE.fullmatch(said):
        work = TypedGift(people=int(found[1]), quantity=_number(found[2], field))
    elif found := _DAYS.fullmatch(said):
        work = TypedGift(quantity=_number(found[1], field))
    else:
        raise refuse(field, "work_unclear", text=typed)
    *_, sign, worth = found.groups()
    value = parse_money(worth, field) if worth else None
    return replace(work, unit_value=value) if sign in ("x", "*") else replace(work, amount=value)


def _number(text: str, field: str) -> str | None:
    """A quantity of goods; "1.200" is more often a thousand than one and a bit, but that is asked."""
    return parse_decimal(text.rstrip(".,"), field)

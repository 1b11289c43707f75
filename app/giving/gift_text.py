"""A gift or a promise in one short text: money, goods with their value, days of work."""

from __future__ import annotations

from decimal import Decimal

from app.documents.words import decimal_text, money_text
from app.funding.queries import MONEY_KINDS
from app.giving.facts import GiftRow, PledgeRow
from app.wording import giving_pages as words
from models.vocabulary import ContributionKind


def things_text(kind: str, item: str | None, unit: str | None, quantity: str | None, people: int | None) -> str:
    """Goods or work in words; nothing for money."""
    if kind in MONEY_KINDS:
        return ""
    number = decimal_text(Decimal(quantity)) if quantity else ""
    if kind == ContributionKind.GOODS:
        return words.quantity_text(number, unit, item)
    if not number:
        return item or ""
    return words.work_text(people, number, unit or words.WORK_UNITS.get(kind, ""))


def gift_things(gift: GiftRow) -> str:
    """The goods or work of a line."""
    return things_text(gift.kind, gift.item, gift.unit, gift.quantity, gift.people)


def gift_text(gift: GiftRow) -> str:
    """All of a line in one text."""
    return money_text(gift.money) if gift.money else gift_things(gift) or money_text(gift.amount)


def promise_text(pledge: PledgeRow) -> str:
    """What was promised."""
    things = things_text(pledge.kind, pledge.item, pledge.unit, pledge.quantity, None)
    return things or (money_text(pledge.amount) if pledge.amount else "")


def kept_text(pledge: PledgeRow) -> str:
    """What came of a promise, in what it was promised in."""
    if pledge.kind in MONEY_KINDS or not pledge.quantity:
        return money_text(pledge.kept_amount) if pledge.kept_amount else ""
    if not pledge.kept_quantity:
        return ""
    return things_text(pledge.kind, None, pledge.unit, f"{pledge.kept_quantity:f}", None)

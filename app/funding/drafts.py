"""What a form or a command hands in about money. Amounts in whole đồng."""

from __future__ import annotations

from dataclasses import dataclass

from models.vocabulary import SourceKind


@dataclass(frozen=True)
class SourceDraft:
    """A source of money; its code is what officers and lists call it by."""

    code: str
    name: str
    kind: SourceKind
    ceiling: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class PaymentDraft:
    """Money paid out for one house; `payee` and `relation` where somebody else than the head took it."""

    case_id: str
    source_code: str
    amount: int
    paid_on: str
    voucher: str
    instalment: int | None = None
    payee: str | None = None
    relation: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class ReversalDraft:
    """A payment is taken back by a line of its own, with its day and reason."""

    payment_id: str
    reversed_on: str
    reason: str

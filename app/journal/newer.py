"""What a newer program wrote: kept and forwarded byte for byte, folded by itself once this program knows it."""

from __future__ import annotations

from collections.abc import Iterable

from app.journal.operation import KINDS, Operation
from app.journal.store import entities, fields_of


def newer_items(operations: Iterable[Operation]) -> int:
    """How many of these operations say something that this program does not know: a kind, a record or a field."""
    return sum(not understood(one) for one in operations)


def understood(one: Operation) -> bool:
    """Whether this program knows all that an operation says."""
    return one.kind in KINDS and one.entity in entities() and one.digests.keys() <= set(fields_of(one.entity))

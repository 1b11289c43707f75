"""What a manifest claims of its sender and its operations, proved before anything is done with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.exchange.payload import Damaged, Newer
from app.journal.operation import Operation
from models.vocabulary import Level

Ranges = dict[str, dict[str, list[int]]]


def prove_claims(manifest: dict[str, Any], operations: Iterable[Operation]) -> None:
    """Every part that is relied on has its form, and the numbers claimed are those of the operations.

    Raises `Damaged`, `Newer` (an office of a level that this program does not know).
    """
    sender = manifest.get("from")
    texts = [manifest.get(name) for name in ("package", "number", "to")]
    if not isinstance(sender, dict):
        raise Damaged
    texts += [sender.get(name) for name in ("office", "name", "level", "device")]
    if not all(isinstance(one, str) and one for one in texts) or not isinstance(sender.get("superior"), str | None):
        raise Damaged
    if sender["level"] not in set(Level):
        raise Newer
    if not _is_vector(manifest.get("vector")) or manifest.get("ranges") != ranges_of(operations):
        raise Damaged


def ranges_of(operations: Iterable[Operation]) -> Ranges:
    """The first and the last number of each chain among some operations: {device: {stream: [first, last]}}."""
    found: Ranges = {}
    for one in operations:
        span = found.setdefault(one.device, {}).setdefault(one.stream, [one.seq, one.seq])
        span[0], span[1] = min(span[0], one.seq), max(span[1], one.seq)
    return found


def _is_vector(said: object) -> bool:
    """Whether something is {device: {stream: [[seq, hash], ...]}}."""
    return isinstance(said, dict) and all(
        isinstance(chains, dict) and all(isinstance(tips, list) and all(map(_is_tip, tips)) for tips in chains.values())
        for chains in said.values()
    )


def _is_tip(said: object) -> bool:
    return isinstance(said, list) and len(said) == 2 and isinstance(said[0], int) and isinstance(said[1], str)

"""When a village's vote has passed: the threshold as a programme states it, and figures that cannot be right.

More than half is a rule of the poverty review (QĐ 24/2021), not of every housing programme: a programme without a
threshold has none, and then no vote is lost.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Protocol

MORE_THAN_HALF = "more_than_half"
PERCENT = "percent:"


class Votes(Protocol):
    """The figures of one vote: heads of households that agreed, disagreed, had no opinion, and were present."""

    @property
    def agree(self) -> int | None: ...
    @property
    def disagree(self) -> int | None: ...
    @property
    def abstain(self) -> int | None: ...
    @property
    def present(self) -> int | None: ...


def adds_up(votes: Votes) -> bool:
    """Whether the three counts are those of the people present; two laptops' edits may leave a row where not."""
    counts = (votes.agree, votes.disagree, votes.abstain)
    if votes.present is None or votes.present <= 0 or any(one is not None and one < 0 for one in counts):
        return False
    return sum(one or 0 for one in counts) == votes.present


def known_threshold(threshold: str | None) -> bool:
    """Whether this program can read the threshold; none at all is known too."""
    return threshold in (None, MORE_THAN_HALF) or _percent(threshold) is not None


def _percent(threshold: str | None) -> Decimal | None:
    """The share of "percent:60" in per cent; None for every other text."""
    if threshold is None or not threshold.startswith(PERCENT):
        return None
    try:
        share = Decimal(threshold.removeprefix(PERCENT))
    except InvalidOperation:
        return None
    return share if share.is_finite() and 0 < share <= 100 else None


def passes(votes: Votes, threshold: str | None) -> bool | None:
    """Whether the vote reached the threshold; None where there is none, or where the figures do not add up.

    "more_than_half": more than half of those present; "percent:60": at least 60 per cent of them.
    """
    if not adds_up(votes):
        return None
    agree, present = votes.agree or 0, votes.present or 0
    if threshold == MORE_THAN_HALF:
        return 2 * agree > present
    share = _percent(threshold)
    return None if share is None else agree * 100 >= share * present

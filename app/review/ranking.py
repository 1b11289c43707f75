"""The order in which a village meeting puts households: by votes or by priority group, with a rule for ties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class TieRule(StrEnum):
    """What decides between households: of a meeting, or of the programme (rule `tie_rule`)."""

    PRIORITY = "priority"  # by votes; of equal votes the priority group that stands first
    PRIORITY_FIRST = "priority_first"  # by priority group; within a group by votes
    DRAWN = "drawn"  # by votes; of equal votes lots are drawn and the places typed
    SHARED = "shared"  # by votes; equal votes share a place


#: The place of a household that is in no priority group: after all of them.
NO_GROUP = 10**6


@dataclass(frozen=True)
class Candidate:
    """A household that may be ranked: its votes, and the place of its priority group in the programme's order."""

    case_id: str
    agree: int
    disagree: int
    present: int
    group: int = NO_GROUP


def ranking(candidates: Sequence[Candidate], tie_rule: str | None) -> dict[str, int]:
    """The place of each household from 1; those the rule cannot tell apart share one, and the next is left out.

    More votes for go first, as a share of those present; of equal shares fewer against.
    """
    keys = {one.case_id: _key(one, tie_rule) for one in candidates}
    order = sorted(keys.values())
    return {case: order.index(key) + 1 for case, key in keys.items()}


def _key(one: Candidate, tie_rule: str | None) -> tuple[Fraction | int, ...]:
    present = max(one.present, 1)
    votes = (-Fraction(one.agree, present), Fraction(one.disagree, present))
    if tie_rule == TieRule.PRIORITY_FIRST:
        return (one.group, *votes)
    return (*votes, one.group) if tie_rule == TieRule.PRIORITY else votes


def ties(places: Mapping[str, int]) -> list[tuple[str, ...]]:
    """The households that share a place, a tuple a place."""
    together: dict[int, list[str]] = {}
    for case, place in places.items():
        together.setdefault(place, []).append(case)
    return [tuple(cases) for _, cases in sorted(together.items()) if len(cases) > 1]

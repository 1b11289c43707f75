"""The order in which a village meeting puts households: by votes or by priority group, with a rule for ties."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class TieRule(StrEnum):
    """What decides between households: of a meeting, or of the programme (rule `tie_rule`)."""

    PRIORITY = "priority"  # by votes; of equal votes the priority group that stands first
    PRIORITY_FIRST = "priority_first"  # by priority group; within a group by votes
    DRAWN = "drawn"  # by votes; of equal votes lots are drawn and the places typed
    SHARED = "shared"  # by votes; equal votes share a place


@dataclass(frozen=True)
class Candidate:
    """A household that may be ranked: its votes and the words of its groups (`Category` and `Flag`)."""

    case_id: str
    agree: int
    disagree: int
    present: int
    groups: frozenset[str] = frozenset()


def place_in(priorities: Sequence[str], groups: Collection[str]) -> int:
    """The place of the first priority group a household belongs to; after all of them when it is in none."""
    return min((place for place, word in enumerate(priorities) if word in groups), default=len(priorities))


def ranking(candidates: Sequence[Candidate], priorities: Sequence[str], tie_rule: str | None) -> dict[str, int]:
    """The place of each household from 1; those the rule cannot tell apart share one, and the next is left out.

    More votes for go first, as a share of those present; of equal shares fewer against.
    """
    keys = {one.case_id: _key(one, priorities, tie_rule) for one in candidates}
    order = sorted(keys.values())
    return {case: order.index(key) + 1 for case, key in keys.items()}


def _key(one: Candidate, priorities: Sequence[str], tie_rule: str | None) -> tuple[Fraction | int, ...]:
    present = max(one.present, 1)
    votes = (-Fraction(one.agree, present), Fraction(one.disagree, present))
    place = place_in(priorities, one.groups)
    if tie_rule == TieRule.PRIORITY_FIRST:
        return (place, *votes)
    return (*votes, place) if tie_rule == TieRule.PRIORITY else votes


def ties(places: Mapping[str, int]) -> list[tuple[str, ...]]:
    """The households that share a place, a tuple a place."""
    together: dict[int, list[str]] = {}
    for case, place in places.items():
        together.setdefault(place, []).append(case)
    return [tuple(cases) for _, cases in sorted(together.items()) if len(cases) > 1]

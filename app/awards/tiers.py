"""The quota rules of a plan as pure functions: tiers of a unit's target with explicit bounds, fixed numbers, and so on.

A plan may leave the edge between two tiers open ("dưới 100", then "trên 100"; "40 - 50", then "50 - 100"). A target on
such an edge, or one that the tiers count twice or not at all, gets no number here: the officer reads it, with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.plans.drafts import QuotaDraft
from models.vocabulary import QuotaKind


class Standing(StrEnum):
    """What is known of a quota: a number, an open edge, to be handed down, left to the unit, no target yet."""

    NUMBER = "number"
    EDGE = "edge"
    WAITING = "waiting"
    BY_UNIT = "by_unit"
    NO_TARGET = "no_target"


@dataclass(frozen=True)
class Allowed:
    """How many may be proposed, or why that is not known; `text` is the rule as the plan words it."""

    standing: Standing
    number: int | None = None
    text: str = ""


def holds(rule: QuotaDraft, target: Decimal) -> bool:
    """Whether a target lies in a tier; a bound that is not said to be in is out."""
    above = rule.lower is None or target > rule.lower or (rule.lower_inclusive and target == rule.lower)
    below = rule.upper is None or target < rule.upper or (rule.upper_inclusive and target == rule.upper)
    return bool(above and below)


def on_open_edge(rule: QuotaDraft, target: Decimal) -> bool:
    """Whether a target is the very number at which the plan does not say in which tier it is."""
    return bool((rule.lower_open and target == rule.lower) or (rule.upper_open and target == rule.upper))


def read_tiers(tiers: Sequence[QuotaDraft], target: Decimal) -> Allowed:
    """The number of the one tier a target lies in; an edge when that is open, or not exactly one tier fits."""
    fitting = [one for one in tiers if holds(one, target)]
    touching = [one for one in tiers if on_open_edge(one, target)]
    if touching or len(fitting) != 1:
        told = dict.fromkeys(one.text or "" for one in (*touching, *fitting))
        return Allowed(Standing.EDGE, None, "; ".join(one for one in told if one))
    return Allowed(Standing.NUMBER, fitting[0].number, fitting[0].text or "")


def read_rules(rules: Iterable[QuotaDraft], target: Decimal | None) -> Allowed:
    """What the rules of one form and object say for one unit (or for a fixed group, or the whole plan)."""
    found = list(rules)
    tiers = [one for one in found if one.rule == QuotaKind.TIER]
    if tiers:
        return Allowed(Standing.NO_TARGET) if target is None else read_tiers(tiers, target)
    fixed = [one for one in found if one.rule == QuotaKind.FIXED]
    if fixed:
        told = "; ".join(one.text for one in fixed if one.text)
        return Allowed(Standing.NUMBER, sum(one.number or 0 for one in fixed), told)
    waiting = any(one.rule == QuotaKind.HANDED_DOWN for one in found)
    told = next((one.text for one in found if one.text), "") or ""
    return Allowed(Standing.WAITING if waiting else Standing.BY_UNIT, None, told)


def edges(tiers: Iterable[QuotaDraft]) -> set[int]:
    """The targets at which the plan leaves open how many may be proposed."""
    found = {one.lower for one in tiers if one.lower_open} | {one.upper for one in tiers if one.upper_open}
    return {one for one in found if one is not None}

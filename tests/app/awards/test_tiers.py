"""Tiers of a quota: every target falls in exactly one tier, or is an edge that the officer must read."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.awards.tiers import Standing, edges, holds, on_open_edge, read_rules, read_tiers
from app.paths import resource
from app.plans.drafts import QuotaDraft
from models.vocabulary import QuotaKind

PLANS = sorted(resource("campaigns").glob("*.toml"))


def tier(lower: int | None, upper: int | None, number: int, **more: Any) -> QuotaDraft:
    return QuotaDraft(form="bk", object="individual", rule="tier", lower=lower, upper=upper, number=number, **more)


def tiers_of(path: Path, thing: str) -> list[QuotaDraft]:
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("quota", [])
    return [QuotaDraft(**row) for row in rows if row["rule"] == QuotaKind.TIER and row["object"] == thing]


def soc_trang(thing: str) -> list[QuotaDraft]:
    return tiers_of(resource("campaigns", "soc-trang-2023.toml"), thing)


@pytest.mark.parametrize(
    ("target", "collective", "individual"),
    [
        (20, 2, 1),
        (39, 2, 1),
        (40, 2, 2),
        (49, 2, 2),
        (50, 2, None),
        (51, 2, 3),
        (99, 2, 3),
        (100, None, None),
        (101, 3, 4),
        (199, 3, 4),
        (200, 3, None),
        (201, 4, 7),
        (299, 4, 7),
        (300, 4, None),
        (301, 4, 9),
        (1200, 4, 9),
    ],
)
def test_tiers_of_soc_trang_give_the_plans_numbers_and_leave_its_open_edges_to_the_officer(
    target: int, collective: int | None, individual: int | None
) -> None:
    for thing, number in (("collective", collective), ("individual", individual)):
        found = read_tiers(soc_trang(thing), Decimal(target))
        assert found.number == number
        assert found.standing is (Standing.EDGE if number is None else Standing.NUMBER)


def test_open_edges_of_soc_trang_are_those_of_its_text() -> None:
    assert edges(soc_trang("collective")) == {100}
    assert edges(soc_trang("individual")) == {50, 100, 200, 300}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
@given(target=st.integers(0, 100_000), thing=st.sampled_from(("collective", "individual", "household")))
def test_every_target_falls_in_exactly_one_tier_of_a_bundled_plan_or_is_an_edge(
    path: Path, target: int, thing: str
) -> None:
    rules = tiers_of(path, thing)
    if not rules:
        return
    fitting = [one for one in rules if holds(one, Decimal(target))]
    edge = any(on_open_edge(one, Decimal(target)) for one in rules)
    assert edge or len(fitting) == 1
    assert (read_tiers(rules, Decimal(target)).standing is Standing.EDGE) == edge


@given(st.lists(st.integers(1, 2_000), min_size=1, max_size=8, unique=True), st.data())
def test_tiers_that_share_their_bounds_leave_no_target_out_and_count_none_twice(
    bounds: list[int], data: st.DataObject
) -> None:
    ordered = sorted(bounds)
    with_upper = [data.draw(st.booleans()) for _ in ordered]
    open_ones = [data.draw(st.booleans()) for _ in ordered]
    rules = [tier(None, ordered[0], 0, upper_inclusive=with_upper[0], upper_open=open_ones[0])]
    for place, lower in enumerate(ordered):
        last = place + 1 == len(ordered)
        upper = None if last else ordered[place + 1]
        upper_in, upper_open = (False, False) if last else (with_upper[place + 1], open_ones[place + 1])
        own: dict[str, bool] = {"lower_inclusive": not with_upper[place], "lower_open": open_ones[place]}
        rules.append(tier(lower, upper, place + 1, upper_inclusive=upper_in, upper_open=upper_open, **own))
    for target in (0, *ordered, *(one + 1 for one in ordered), *(one - 1 for one in ordered), 5_000):
        found = read_tiers(rules, Decimal(target))
        assert (found.standing is Standing.EDGE) == (target in edges(rules))
        if found.standing is Standing.NUMBER:
            assert found.number == sum(
                1
                for one, upper in zip(ordered, with_upper, strict=True)
                if target > one or (target == one and not upper)
            )


def test_a_target_that_the_tiers_count_twice_or_not_at_all_is_read_by_the_officer() -> None:
    twice = [tier(None, 50, 1, upper_inclusive=True), tier(50, None, 2, lower_inclusive=True)]
    missing = [tier(None, 50, 1), tier(50, None, 2)]
    assert read_tiers(twice, Decimal(50)).standing is Standing.EDGE
    assert read_tiers(missing, Decimal(50)).standing is Standing.EDGE
    assert read_tiers(twice, Decimal(49)).number == 1
    assert read_tiers(missing, Decimal("50.5")).number == 2


def test_what_is_no_tier_is_fixed_handed_down_or_left_to_the_unit() -> None:
    def rule(kind: str, number: int | None = None) -> QuotaDraft:
        return QuotaDraft(form="bk", object="collective", rule=kind, number=number)

    assert read_rules([rule("fixed", 6)], None).number == 6
    assert read_rules([rule("handed_down")], None).standing is Standing.WAITING
    assert read_rules([rule("by_unit")], None).standing is Standing.BY_UNIT
    assert read_rules([tier(None, 40, 1)], None).standing is Standing.NO_TARGET

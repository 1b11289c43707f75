"""A small part of the pairs; all of them: tests/long/household_pairs.py."""

from __future__ import annotations

from app.workspace import Workspace
from tests.corpus.matching import measure_matches
from tests.corpus.pairs import NOT_SAME, SAME, make_cases


def test_households_that_are_one_are_proposed_and_others_are_not(commune: Workspace) -> None:
    matched = measure_matches(commune, list(make_cases("small", 160)))
    assert matched.precision >= 0.99, matched.told
    assert matched.recall >= 0.97, matched.told


def test_every_kind_of_pair_is_made_and_the_same_each_time() -> None:
    cases = list(make_cases(1, 40))
    assert {case.kind for case in cases} == {maker.__name__ for maker in (*SAME, *NOT_SAME)}
    assert cases == list(make_cases(1, 40))

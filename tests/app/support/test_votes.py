"""When a vote has passed, and figures that cannot be right."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.support.votes import adds_up, known_threshold, passes

COUNTS = st.one_of(st.none(), st.integers(-3, 60))


@dataclass(frozen=True)
class Vote:
    agree: int | None
    disagree: int | None
    abstain: int | None
    present: int | None


@pytest.mark.parametrize(
    ("agree", "present", "threshold", "passed"),
    [
        (21, 41, "more_than_half", True),
        (20, 41, "more_than_half", False),
        (20, 40, "more_than_half", False),
        (24, 40, "percent:60", True),
        (23, 40, "percent:60", False),
        (2, 3, "percent:66.7", False),
        (20, 41, None, None),
        (20, 41, "percent:", None),
        (20, 41, "percent:nan", None),
        (20, 41, "two_thirds", None),
    ],
)
def test_a_threshold_is_kept_to_the_vote(agree: int, present: int, threshold: str | None, passed: bool | None) -> None:
    assert passes(Vote(agree, present - agree, 0, present), threshold) is passed


def test_a_threshold_that_cannot_be_read_is_known_as_such() -> None:
    assert all(map(known_threshold, (None, "more_than_half", "percent:50", "percent:66.7")))
    assert not any(map(known_threshold, ("percent:0", "percent:101", "percent:x", "half")))


@given(COUNTS, COUNTS, COUNTS, COUNTS, st.sampled_from([None, "more_than_half", "percent:60", "?"]))
def test_whatever_a_merge_leaves_is_judged_without_a_crash(
    agree: int | None, disagree: int | None, abstain: int | None, present: int | None, threshold: str | None
) -> None:
    vote = Vote(agree, disagree, abstain, present)
    if not adds_up(vote):
        assert passes(vote, threshold) is None

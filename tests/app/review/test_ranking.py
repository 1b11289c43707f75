"""Who goes first: by votes or by priority group, and what a tie does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.review.ranking import NO_GROUP, Candidate, TieRule, ranking, ties

CANDIDATES = st.lists(
    st.builds(
        lambda agree, disagree, rest, group: (agree, disagree, agree + disagree + rest, group),
        st.integers(0, 5),
        st.integers(0, 5),
        st.integers(0, 3),
        st.sampled_from([1, 2, NO_GROUP]),
    ),
    max_size=8,
).map(lambda rows: [Candidate(str(number), *row) for number, row in enumerate(rows)])


def test_more_votes_go_first_and_equal_votes_share_a_place() -> None:
    found = ranking([Candidate("a", 33, 5, 41), Candidate("b", 41, 0, 41), Candidate("c", 33, 5, 41)], None)
    assert found == {"b": 1, "a": 2, "c": 2}
    assert ties(found) == [("a", "c")]


def test_votes_are_compared_as_shares_and_then_by_those_against() -> None:
    found = ranking([Candidate("a", 20, 0, 40), Candidate("b", 19, 0, 20), Candidate("c", 20, 5, 40)], None)
    assert found == {"b": 1, "a": 2, "c": 3}


def test_the_priority_group_breaks_a_tie_or_goes_before_all_votes() -> None:
    rows = [Candidate("a", 30, 1, 41, NO_GROUP), Candidate("b", 30, 1, 41, 2), Candidate("c", 25, 1, 41, 1)]
    assert ranking(rows, TieRule.PRIORITY) == {"b": 1, "a": 2, "c": 3}
    assert ranking(rows, TieRule.PRIORITY_FIRST) == {"c": 1, "b": 2, "a": 3}
    assert ranking(rows, TieRule.SHARED) == {"a": 1, "b": 1, "c": 3}


@given(CANDIDATES, st.sampled_from([None, *TieRule]))
def test_places_count_those_that_go_before_and_do_not_hang_on_the_order_of_entry(
    rows: list[Candidate], rule: TieRule | None
) -> None:
    places = ranking(rows, rule)
    assert places == ranking(rows[::-1], rule)
    for one in rows:
        assert places[one.case_id] == 1 + sum(places[other.case_id] < places[one.case_id] for other in rows)

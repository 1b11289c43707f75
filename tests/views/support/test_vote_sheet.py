"""The sheet of a meeting: votes are judged while they are typed, a sum that does not fit is marked beside its row."""

from __future__ import annotations

from typing import Any

import pytest

from views.sheet import ProblemRole
from views.support.vote_sheet import VoteLine, VoteSheet

VOTES = ((41, 0, 0), (38, 2, 1), (33, 5, 3), (20, 18, 3), (12, 25, 4))


def sheet(size: int = 5, threshold: str | None = "more_than_half") -> VoteSheet:
    made = VoteSheet()
    made.use_meeting(41, threshold)
    made.show_rows([VoteLine(str(number), f"Lò Văn {number}", "Hộ nghèo") for number in range(size)])
    return made


def type_votes(made: VoteSheet) -> None:
    for line, counts in zip(made.rows, VOTES, strict=True):
        for name, count in zip(("agree", "disagree", "abstain"), counts, strict=True):
            made.put(line, name, str(count))


def column(made: VoteSheet, name: str) -> list[str]:
    place = [one.name for one in made.columns].index(name)
    return [str(made.index(row, place).data() or "") for row in range(made.rowCount())]


@pytest.mark.parametrize("size", [0, 3, 40])
def test_the_sheet_keeps_qts_contract(qtmodeltester: Any, size: int) -> None:
    qtmodeltester.check(sheet(size))


def test_results_stand_beside_the_votes_as_they_are_typed() -> None:
    made = sheet()
    type_votes(made)
    assert column(made, "sum") == ["41"] * 5
    assert column(made, "result") == [
        "Đạt 41/41",
        "Đạt 38/41",
        "Đạt 33/41",
        "Chưa đạt: 20/41 không quá nửa",
        "Chưa đạt: 12/41 không quá nửa",
    ]


def test_without_a_threshold_no_vote_is_lost() -> None:
    made = sheet(threshold=None)
    type_votes(made)
    assert column(made, "result")[4] == "12/41 đồng ý"
    assert [made.passed(line) for line in made.rows] == [True] * 5


def test_a_sum_that_does_not_fit_is_marked_and_stops_the_sheet() -> None:
    made = sheet(1)
    made.put(made.rows[0], "agree", "38")
    made.put(made.rows[0], "disagree", "2")
    place = [one.name for one in made.columns].index("sum")
    problem = made.index(0, place).data(ProblemRole)
    assert (problem.code, problem.values["sum"], problem.values["present"]) == ("vote_not_those_present", "40", 41)
    assert column(made, "result") == ["Chưa khớp"]
    assert [(one.row(), one.column()) for one in made.wrong_places()] == [(0, place)]
    made.put(made.rows[0], "abstain", "1")
    assert made.wrong_places() == []


def test_those_present_for_one_vote_may_be_fewer() -> None:
    made = sheet(1)
    for name, text in (("agree", "30"), ("disagree", "9"), ("present", "39")):
        made.put(made.rows[0], name, text)
    [draft] = made.drafts()
    assert (draft.agree, draft.disagree, draft.abstain, draft.present) == (30, 9, 0, 39)
    assert made.wrong_places() == []


def test_a_number_that_cannot_be_read_stays_as_typed_with_its_mark() -> None:
    made = sheet(1)
    made.put(made.rows[0], "agree", "bốn mốt")
    assert column(made, "agree") == ["bốn mốt"]
    assert made.index(0, 2).data(ProblemRole) is not None
    assert made.tally(made.rows[0]) is None


def test_space_says_that_all_present_agreed() -> None:
    made = sheet(1)
    made.toggle(made.index(0, 2))
    assert [column(made, name)[0] for name in ("agree", "disagree", "abstain")] == ["41", "0", "0"]


def test_a_block_from_a_spreadsheet_goes_into_the_typed_cells() -> None:
    made = sheet(2)
    made.paste(made.index(0, 2), "41\t0\t0\n38\t2\t1\n")
    assert column(made, "result") == ["Đạt 41/41", "Đạt 38/41"]
    assert made.copied([made.index(1, 2), made.index(1, 3)]) == "38\t2"


def test_a_household_without_votes_is_not_put_up() -> None:
    made = sheet(3)
    made.toggle(made.index(1, 2))
    assert [one.case_id for one in made.drafts()] == ["1"]


def test_what_was_typed_is_kept_for_another_day_and_a_row_can_be_taken_off() -> None:
    made = sheet(2)
    made.toggle(made.index(0, 2))
    kept = made.kept()
    again = sheet(2)
    again.take_kept(kept)
    assert column(again, "result") == ["Đạt 41/41", ""]
    again.take_off(0)
    assert (again.rowCount(), again.changed) == (1, False)

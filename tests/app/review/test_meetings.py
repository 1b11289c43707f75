"""A village meeting: figures that add up, ranks by the rule, an edit that takes a vote off, undo of the whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.actions import Action
from app.problems import Refused, Stale
from app.review.drafts import MeetingDraft, VoteDraft
from app.review.operations import remove_meeting, save_meeting
from app.review.queries import cases_to_put_up, meeting_draft, meeting_sheet, meetings
from app.support.queries import case_facts, case_of, case_states
from app.undo import undo_newest
from app.workspace import Workspace
from models.review import ReviewVote
from models.vocabulary import Status
from tests.app.review.conftest import Surveyed
from tests.make import MERIT, make_case, make_household


def meeting(village: str, *votes: VoteDraft, **values: object) -> MeetingDraft:
    draft = MeetingDraft(village, "2026-10-28", chair="Lò Văn Sơ", secretary="Cà Thị Mai", households=52, present=41)
    return replace(draft, votes=votes, **values)  # type: ignore[arg-type]


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in refused.value.problems]


def test_counts_that_are_not_those_present_are_refused(commune: Workspace, village: str, surveyed: Surveyed) -> None:
    [case] = surveyed("Lò Văn Pâng")
    for vote in (VoteDraft(case, 40, 0, 0), VoteDraft(case, 42, 0, 0), VoteDraft(case, 39, 0, 0, present=40)):
        with pytest.raises(Refused) as refused:
            save_meeting(commune, meeting(village, vote))
        assert codes(refused) == ["vote_not_those_present"]
    with pytest.raises(Refused) as refused:
        save_meeting(commune, meeting(village, VoteDraft(case, 42, -1, 0)))
    assert codes(refused) == ["vote_negative"]


def test_a_vote_may_have_other_people_present_than_the_meeting(
    commune: Workspace, village: str, surveyed: Surveyed
) -> None:
    [case] = surveyed("Lò Văn Pâng")
    _, meeting_id, _ = save_meeting(commune, meeting(village, VoteDraft(case, 38, 1, 0, present=39)))
    with commune.read() as session:
        [vote] = meeting_sheet(session, meeting_id).votes
    assert (vote.present, vote.adds_up) == (39, True)


def test_a_household_without_a_case_is_put_up_and_the_meeting_opens_its_case(commune: Workspace, village: str) -> None:
    put_up, absent = (make_household(commune, name, village_id=village) for name in ("Lò Văn Pâng", "Giàng A Súa"))
    with commune.read() as session:
        assert cases_to_put_up(session, village) == [put_up, absent]
    save_meeting(commune, meeting(village, VoteDraft(put_up, 41, 0, 0), programme_id=MERIT))
    with commune.read() as session:
        case = case_of(session, put_up)
        assert case is not None
        assert case.programme is not None
        assert case.programme.id == MERIT
        assert [one.case_id for one in meeting_sheet(session, meetings(session)[0].id).votes] == [case.case_id]
        assert case_of(session, absent) is None
        assert cases_to_put_up(session, village) == [absent]
    undo_newest(commune)
    with commune.read() as session:
        assert cases_to_put_up(session, village) == [put_up, absent]


def test_a_household_that_asks_elsewhere_meanwhile_keeps_its_one_case(commune: Workspace, village: str) -> None:
    case = make_case(commune, village_id=village)
    with commune.read() as session:
        household = next(iter(case_facts(session, [case]).values())).household_id
    _, meeting_id, _ = save_meeting(commune, meeting(village, VoteDraft(household, 41, 0, 0)))
    with commune.read() as session:
        assert [one.case_id for one in meeting_sheet(session, meeting_id).votes] == [case]


def test_without_a_threshold_no_vote_is_lost_but_half_is_told(
    commune: Workspace, village: str, surveyed: Surveyed
) -> None:
    [case] = surveyed("Lò Văn Pâng")
    _, _, warnings = save_meeting(commune, meeting(village, VoteDraft(case, 20, 18, 3)))
    assert [one.code for one in warnings] == ["threshold_missing", "vote_not_half"]
    with commune.read() as session:
        assert case_states(session, [case])[case].status is Status.VILLAGE_REVIEWED


def test_ties_are_told_and_broken_by_a_typed_place(commune: Workspace, village: str, surveyed: Surveyed) -> None:
    first, second = surveyed("Lò Văn Pâng", "Quàng Thị Ín")
    votes = (VoteDraft(first, 40, 1, 0), VoteDraft(second, 40, 1, 0))
    _, meeting_id, warnings = save_meeting(commune, meeting(village, *votes, threshold="more_than_half"))
    assert [one.code for one in warnings] == ["votes_tied"]
    assert warnings[0].values["names"] == "Lò Văn Pâng, Quàng Thị Ín"
    with commune.read() as session:
        draft = meeting_draft(session, meeting_id)
        assert [one.rank for one in meeting_sheet(session, meeting_id).votes] == [1, 1]
    assert [one.rank for one in draft.votes] == [None, None]
    typed = tuple(replace(one, rank=place) for one, place in zip(draft.votes, (2, 1), strict=True))
    _, _, warnings = save_meeting(commune, replace(draft, votes=typed))
    assert warnings == []
    with commune.read() as session:
        assert [one.head_name for one in meeting_sheet(session, meeting_id).votes] == ["Quàng Thị Ín", "Lò Văn Pâng"]


def test_changing_a_meeting_takes_votes_off_and_one_undo_brings_them_back(
    commune: Workspace, village: str, surveyed: Surveyed
) -> None:
    first, second = surveyed("Lò Văn Pâng", "Quàng Thị Ín")
    votes = (VoteDraft(first, 41, 0, 0), VoteDraft(second, 40, 1, 0))
    _, meeting_id, _ = save_meeting(commune, meeting(village, *votes, threshold="more_than_half"))
    with commune.read() as session:
        draft = meeting_draft(session, meeting_id)
    save_meeting(commune, replace(draft, votes=draft.votes[:1]))
    with commune.read() as session:
        assert meetings(session)[0].put_up == 1
        assert case_states(session, [second])[second].status is Status.SURVEYED
        assert cases_to_put_up(session, village) == [second]
    with pytest.raises(Stale):
        save_meeting(commune, replace(draft, place="Nhà văn hóa", version=0))
    undo_newest(commune)
    with commune.read() as session:
        assert meetings(session)[0].put_up == 2
        assert case_states(session, [second])[second].status is Status.VILLAGE_REVIEWED


def test_a_house_of_another_programme_or_twice_on_the_sheet_is_refused(commune: Workspace, village: str) -> None:
    other = make_case(commune, "Lò Văn Pâng", programme=MERIT, village_id=village)
    with pytest.raises(Refused) as refused:
        save_meeting(commune, meeting(village, VoteDraft(other, 41, 0, 0)))
    assert codes(refused) == ["vote_of_other_programme"]
    vote = VoteDraft(other, 41, 0, 0)
    with pytest.raises(Refused) as refused:
        save_meeting(commune, meeting(village, vote, vote, programme_id=MERIT))
    assert codes(refused) == ["case_chosen_twice"]


def test_a_vote_that_two_laptops_left_wrong_together_is_shown_and_passes_nothing(
    commune: Workspace, village: str, surveyed: Surveyed
) -> None:
    [case] = surveyed("Lò Văn Pâng")
    draft = meeting(village, VoteDraft(case, 41, 0, 0), threshold="more_than_half")
    _, meeting_id, _ = save_meeting(commune, draft)
    with commune.change(Action.SAVE_MEETING) as change:  # one laptop changed "agree", the other "disagree"
        for row in change.session.query(ReviewVote):
            row.disagree = 5
    with commune.read() as session:
        [vote] = meeting_sheet(session, meeting_id).votes
        state = case_states(session, [case])[case]
    assert (vote.adds_up, vote.passed) == (False, None)
    assert state.status is Status.SURVEYED
    assert state.warnings == ("vote_does_not_add_up",)


def test_a_meeting_recorded_by_mistake_goes_with_its_votes_and_comes_back(
    commune: Workspace, village: str, surveyed: Surveyed
) -> None:
    [case] = surveyed("Lò Văn Pâng")
    _, meeting_id, _ = save_meeting(commune, meeting(village, VoteDraft(case, 41, 0, 0)))
    remove_meeting(commune, meeting_id)
    with commune.read() as session:
        assert meetings(session) == []
        assert case_states(session, [case])[case].status is Status.SURVEYED
    undo_newest(commune)
    with commune.read() as session:
        assert case_states(session, [case])[case].status is Status.VILLAGE_REVIEWED

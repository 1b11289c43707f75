"""Two laptops change one vote: merged together it may not add up, which is shown, lists a task and stops nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from app.actions import Action
from app.areas.queries import find_village
from app.exchange.tasks import decide_task
from app.households.queries import status_counts
from app.review.drafts import MeetingDraft, VoteDraft
from app.review.operations import save_meeting
from app.review.queries import meeting_draft, meeting_sheet
from app.support.queries import case_states
from app.workspace import Workspace
from models.review import ReviewVote
from models.vocabulary import Status, TaskKind
from tests.app.exchange.test_case_doubts import exchange, waiting
from tests.make import make_case


def test_a_vote_that_merged_wrong_together_passes_nothing_until_it_is_put_right(
    commune: Workspace, second_laptop: Workspace, tmp_path: Path
) -> None:
    case = make_case(commune)
    village = village_of(commune)
    votes = (VoteDraft(case, 30, 5, 6),)
    meeting = MeetingDraft(village, "2026-10-28", present=41, threshold="more_than_half", votes=votes)
    _, meeting_id, _ = save_meeting(commune, meeting)
    exchange(commune, second_laptop, tmp_path / "đi")
    for laptop, vote in ((commune, VoteDraft(case, 31, 4, 6)), (second_laptop, VoteDraft(case, 30, 11, 0))):
        with laptop.read() as session:
            draft = meeting_draft(session, meeting_id)
        save_meeting(laptop, replace(draft, votes=(vote,)))
    exchange(commune, second_laptop, tmp_path / "lại")
    exchange(second_laptop, commune, tmp_path / "về")
    for laptop in (commune, second_laptop):
        with laptop.read() as session:
            [line] = meeting_sheet(session, meeting_id).votes
            state = case_states(session, [case])[case]
            listed = status_counts(session)
        assert (line.adds_up, line.passed) == (False, None)
        assert state.warnings == ("vote_does_not_add_up",)
        assert listed == {Status.REGISTERED: 1}
        [task] = waiting(laptop, TaskKind.RED_FLAG)
        assert (task.entity, task.row, task.household_name) == ("support_case", case, "Lò Văn Pâng")
        assert "phiếu bình xét ngày 28/10/2026 cộng lại là 42, khác số hộ dự biểu quyết 41" in task.text
    with commune.read() as session:
        draft = meeting_draft(session, meeting_id)
    save_meeting(commune, replace(draft, votes=(VoteDraft(case, 31, 4, 6),)))
    exchange(commune, second_laptop, tmp_path / "đúng")
    with second_laptop.read() as session:
        assert status_counts(session) == {Status.VILLAGE_REVIEWED: 1}
    assert [waiting(laptop, TaskKind.RED_FLAG) for laptop in (commune, second_laptop)] == [[], []]


def test_a_vote_that_was_looked_at_comes_again_only_with_other_figures(commune: Workspace) -> None:
    case = make_case(commune)
    votes = (VoteDraft(case, 41, 0, 0),)
    save_meeting(
        commune, MeetingDraft(village_of(commune), "2026-10-28", present=41, threshold="more_than_half", votes=votes)
    )
    correct(commune, disagree=5)
    [task] = waiting(commune, TaskKind.RED_FLAG)
    decide_task(commune, task.id, 1, "Biên bản giấy ghi như vậy")
    assert waiting(commune, TaskKind.RED_FLAG) == []
    correct(commune, disagree=6)
    [again] = waiting(commune, TaskKind.RED_FLAG)
    assert again.id != task.id
    correct(commune, disagree=0)
    assert waiting(commune, TaskKind.RED_FLAG) == []
    correct(commune, present=0)
    assert len(waiting(commune, TaskKind.RED_FLAG)) == 1


def village_of(commune: Workspace) -> str | None:
    with commune.read() as session:
        return find_village(session, commune.author.office, "Bản Hua Nạng")


def correct(commune: Workspace, **counts: int) -> None:
    """The figures of the only vote as another program may leave them."""
    with commune.change(Action.SAVE_MEETING) as change:
        for row in change.session.scalars(select(ReviewVote)):
            for name, count in counts.items():
                setattr(row, name, count)

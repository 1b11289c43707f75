"""The list of households shows where a house stands, whichever row of the review changed."""

from __future__ import annotations

from dataclasses import replace

from app.households.queries import status_counts
from app.review.drafts import MeetingDraft, PostingDraft, ProposedDraft, RemarkDraft, SubmissionDraft, VoteDraft
from app.review.operations import save_meeting
from app.review.posting_operations import return_submission, save_posting, save_remark, save_submission
from app.review.queries import meeting_draft, posting_draft
from app.support.queries import case_states
from app.undo import undo_newest
from app.workspace import Workspace
from tests.app.review.conftest import Surveyed


def listed(commune: Workspace) -> dict[str, int]:
    """The statuses in the list; they are those of the cases, computed anew."""
    with commune.read() as session:
        shown = status_counts(session)
        found: dict[str, int] = {}
        for state in case_states(session).values():
            found[state.status] = found.get(state.status, 0) + 1
    assert shown == found
    return shown


def test_the_list_follows_every_step_of_the_review(commune: Workspace, village: str, surveyed: Surveyed) -> None:
    cases = surveyed("Lò Văn Pâng", "Quàng Thị Ín")
    assert listed(commune) == {"surveyed": 2}
    votes = (VoteDraft(cases[0], 41, 0, 0), VoteDraft(cases[1], 20, 21, 0))
    _, meeting_id, _ = save_meeting(commune, MeetingDraft(village, "2026-10-28", present=41, votes=votes))
    assert listed(commune) == {"village_reviewed": 2}
    with commune.read() as session:
        draft = meeting_draft(session, meeting_id)
    save_meeting(commune, replace(draft, threshold="more_than_half"))  # the meeting alone changes
    assert listed(commune) == {"village_reviewed": 1, "surveyed": 1}
    _, posting_id, _ = save_posting(commune, PostingDraft("2026-10-30", "Nhà văn hóa", (cases[0],)))
    assert listed(commune) == {"posted": 1, "surveyed": 1}
    with commune.read() as session:
        posting = posting_draft(session, posting_id)
    save_posting(commune, replace(posting, case_ids=(cases[1],), reasons={cases[1]: "Nhà có nguy cơ sập"}))
    assert listed(commune) == {"village_reviewed": 1, "posted": 1}
    undo_newest(commune)
    _, submission_id, _ = save_submission(commune, SubmissionDraft("2026-11-05", (ProposedDraft(cases[0]),)))
    assert listed(commune) == {"submitted": 1, "surveyed": 1}
    return_submission(commune, submission_id, "2026-11-10", "Thiếu biên bản")
    assert listed(commune) == {"posted": 1, "surveyed": 1}
    back = RemarkDraft(
        cases[0], "2026-11-11", "Hộ có nhà khác", posting_id, rechecked_on="2026-11-12", recheck_result="sent_back"
    )
    save_remark(commune, back)
    assert listed(commune) == {"surveyed": 2}

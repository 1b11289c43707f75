"""Postings, remarks and submissions: who waits for what, and what brings a house back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.problems import Refused
from app.review.drafts import (
    MeetingDraft,
    PostingDraft,
    ProposedDraft,
    RemarkDraft,
    SubmissionDraft,
    SurveyDraft,
    VoteDraft,
)
from app.review.operations import save_meeting, save_survey
from app.review.posting_operations import (
    end_posting,
    remove_posting,
    remove_submission,
    return_submission,
    save_posting,
    save_remark,
    save_submission,
)
from app.review.queries import (
    cases_to_submit,
    meeting_draft,
    posting_draft,
    posting_sheet,
    postings,
    remark_draft,
    remarks,
    submission_draft,
    submission_outlook,
    submissions,
)
from app.support.drafts import DecisionDraft
from app.support.operations import approve
from app.support.queries import case_states, facts_of
from app.undo import undo_newest
from app.wording.messages import problem_text
from app.workspace import Workspace
from models.vocabulary import Status
from tests.app.review.conftest import Surveyed
from tests.make import FUND, make_case

POSTED = PostingDraft("2026-10-30", "Nhà văn hóa bản", (), criteria="Nhà không bền chắc")


def status(commune: Workspace, case: str) -> Status:
    with commune.read() as session:
        return case_states(session, [case])[case].status


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in refused.value.problems]


def posted(commune: Workspace, *cases: str) -> str:
    _, posting_id, _ = save_posting(commune, replace(POSTED, case_ids=cases))
    return posting_id


def test_the_length_of_a_posting_is_the_programmes_and_kept_as_it_then_was(
    commune: Workspace, surveyed: Surveyed
) -> None:
    [case] = surveyed("Lò Văn Pâng")
    posting_id = posted(commune, case)
    with commune.read() as session:
        draft = posting_draft(session, posting_id)
        [line] = postings(session)
    assert (draft.days, draft.working_days) == (3, True)
    assert (line.ends_on, line.submit_from, line.houses) == ("2026-11-04", "2026-11-05", 1)
    save_posting(commune, replace(draft, days=5, working_days=False))
    with commune.read() as session:
        assert postings(session)[0].ends_on == "2026-11-04"


def test_a_programme_that_says_no_length_has_it_typed(commune: Workspace) -> None:
    case = make_case(commune, programme=FUND)
    draft = replace(POSTED, case_ids=(case,), programme_id=FUND)
    with pytest.raises(Refused) as refused:
        save_posting(commune, draft)
    assert codes(refused) == ["posting_days_missing"]
    save_posting(commune, replace(draft, days=7, working_days=False))
    assert status(commune, case) is Status.POSTED


def test_a_step_that_was_never_recorded_only_warns(commune: Workspace) -> None:
    case = make_case(commune)
    _, _, warnings = save_posting(commune, replace(POSTED, case_ids=(case,)))
    assert [one.code for one in warnings] == ["posted_before_vote"]
    _, _, warnings = save_submission(commune, SubmissionDraft("2026-11-05", (ProposedDraft(case),)))
    assert {one.code for one in warnings} == {"missing_survey", "missing_village_review"}
    assert status(commune, case) is Status.SUBMITTED


def test_a_lost_vote_reaches_the_posting_with_a_reason_only(
    commune: Workspace, village: str, surveyed: Surveyed
) -> None:
    [case] = surveyed("Lù Thị Ánh")
    vote = VoteDraft(case, 20, 18, 3)
    save_meeting(commune, MeetingDraft(village, "2026-10-28", present=41, threshold="more_than_half", votes=(vote,)))
    submission = SubmissionDraft("2026-11-05", (ProposedDraft(case),))
    with pytest.raises(Refused) as refused:
        save_submission(commune, submission)
    assert codes(refused) == ["submitted_without_vote"]
    with pytest.raises(Refused) as refused:
        posted(commune, case)
    assert codes(refused) == ["posted_without_vote"]
    save_posting(commune, replace(POSTED, case_ids=(case,), reasons={case: "Nhà có nguy cơ sập"}))
    assert status(commune, case) is Status.POSTED
    save_submission(commune, submission)
    # A later meeting that loses it takes an earlier posting off.
    again = MeetingDraft(village, "2026-11-02", present=41, threshold="more_than_half", votes=(vote,))
    undo_newest(commune)
    save_meeting(commune, again)
    assert status(commune, case) is Status.SURVEYED


def test_a_vote_put_right_after_the_posting_stops_the_house_all_the_same(
    commune: Workspace, village: str, surveyed: Surveyed
) -> None:
    [case] = surveyed("Lù Thị Ánh")
    mistyped = MeetingDraft(
        village, "2026-10-28", present=41, threshold="more_than_half", votes=(VoteDraft(case, 25, 12, 4),)
    )
    _, meeting_id, _ = save_meeting(commune, mistyped)
    posted(commune, case)
    with commune.read() as session:
        recorded = meeting_draft(session, meeting_id)
    save_meeting(commune, replace(recorded, votes=(VoteDraft(case, 12, 25, 4),)))
    with commune.read() as session:
        outlook = submission_outlook(session, [case], "2026-11-05")
    assert not outlook.ready
    with pytest.raises(Refused) as refused:
        save_submission(commune, SubmissionDraft("2026-11-05", (ProposedDraft(case),)))
    assert codes(refused) == ["submitted_without_vote"]
    _, warnings = approve(commune, DecisionDraft("45/QĐ-UBND", "2026-11-06", (case,), amount=60_000_000))
    assert "decided_against_vote" in [one.code for one in warnings]


def test_houses_that_wait_for_one_list_are_counted_in_one_sentence(commune: Workspace, surveyed: Surveyed) -> None:
    cases = surveyed("Lò Văn Pâng", "Quàng Thị Ín", "Cà Văn Thoan")
    posted(commune, *cases[:2])
    _, _, _ = save_posting(commune, replace(POSTED, posted_on="2026-11-02", case_ids=(cases[2],)))
    with pytest.raises(Refused) as refused:
        save_submission(commune, SubmissionDraft("2026-11-03", tuple(map(ProposedDraft, cases))))
    assert [problem_text(one) for one in refused.value.problems] == [
        "Chưa trình được 2 hộ: danh sách niêm yết đến hết ngày 04/11/2026. Trình được từ ngày 05/11/2026.",
        "Chưa trình được 1 hộ: danh sách niêm yết đến hết ngày 05/11/2026. Trình được từ ngày 06/11/2026.",
    ]
    with commune.read() as session:
        assert cases_to_submit(session) == cases
        outlook = submission_outlook(session, cases, "2026-11-05")
    assert [one.case_id for one in outlook.ready] == cases[:2]


def test_a_list_is_not_taken_down_before_its_last_day_is_over(commune: Workspace, surveyed: Surveyed) -> None:
    posting_id = posted(commune, *surveyed("Lò Văn Pâng"))
    with pytest.raises(Refused) as refused:
        end_posting(commune, posting_id, "2026-11-03")
    assert codes(refused) == ["posting_not_over"]
    end_posting(commune, posting_id, "2026-11-04", "Cà Thị Mai")
    with commune.read() as session:
        sheet = posting_sheet(session, posting_id)
    assert (sheet.posting.closed_on, sheet.witness) == ("2026-11-04", "Cà Thị Mai")


def test_a_re_check_sends_a_house_back_to_the_survey_until_it_is_posted_again(
    commune: Workspace, surveyed: Surveyed
) -> None:
    [case] = surveyed("Lò Văn Pâng")
    posting_id = posted(commune, case)
    remark = RemarkDraft(case, "2026-11-03", "Hộ đã có nhà ở xã bên", posting_id)
    _, remark_id, _ = save_remark(commune, remark)
    with commune.read() as session:
        draft = remark_draft(session, remark_id)
        assert remarks(session, posting_id)[0].open
    back = replace(
        draft, rechecked_on="2026-11-04", recheck_result="sent_back", answered_on="2026-11-04", answer="Đúng"
    )
    save_remark(commune, back)
    assert status(commune, case) is Status.SURVEYED
    with pytest.raises(Refused) as refused:
        save_submission(commune, SubmissionDraft("2026-11-06", (ProposedDraft(case),)))
    assert codes(refused) == ["sent_back_to_survey"]
    save_posting(commune, replace(POSTED, posted_on="2026-11-09", case_ids=(case,)))
    assert status(commune, case) is Status.POSTED


def test_a_house_sent_back_is_not_submitted_when_its_list_is_gone(commune: Workspace, surveyed: Surveyed) -> None:
    kept, case = surveyed("Quàng Thị Ín", "Lò Văn Pâng")
    posting_id = posted(commune, kept, case)
    remark = RemarkDraft(
        case, "2026-11-03", "Hộ đã có nhà ở xã bên", posting_id, rechecked_on="2026-11-04", recheck_result="sent_back",
        answered_on="2026-11-04", answer="Đúng",
    )  # fmt: skip
    save_remark(commune, remark)
    with commune.read() as session:
        draft = posting_draft(session, posting_id)
    submission = SubmissionDraft("2026-11-06", (ProposedDraft(case),))
    save_posting(commune, replace(draft, case_ids=(kept,)))
    with pytest.raises(Refused) as refused:
        save_submission(commune, submission)
    assert codes(refused) == ["sent_back_to_survey"]
    remove_posting(commune, posting_id)
    with pytest.raises(Refused) as refused:
        save_submission(commune, submission)
    assert codes(refused) == ["sent_back_to_survey"]
    posted(commune, case)
    save_submission(commune, SubmissionDraft("2026-11-20", (ProposedDraft(case),)))


def test_a_house_sent_back_where_no_list_hung_waits_for_a_new_survey(commune: Workspace, surveyed: Surveyed) -> None:
    [case] = surveyed("Lò Văn Pâng")
    remark = RemarkDraft(case, "2026-11-03", "Diện tích ghi sai", rechecked_on="2026-11-04", recheck_result="sent_back")
    save_remark(commune, replace(remark, answered_on="2026-11-04", answer="Đúng"))
    submission = SubmissionDraft("2026-11-06", (ProposedDraft(case),))
    with pytest.raises(Refused) as refused:
        save_submission(commune, submission)
    assert codes(refused) == ["sent_back_to_survey"]
    with commune.read() as session:
        [facts] = facts_of(session, [case])
    save_survey(commune, SurveyDraft(facts.household_id, "2026-11-05", surveyors="Lò Văn Sơ"))
    save_submission(commune, submission)


def test_a_remark_is_said_whole_or_refused(commune: Workspace, surveyed: Surveyed) -> None:
    [case] = surveyed("Lò Văn Pâng")
    posted(commune, case)
    remark = RemarkDraft(case, "2026-11-03", "Ý kiến")
    wrong = {
        "remark_empty": replace(remark, content=" "),
        "recheck_half": replace(remark, rechecked_on="2026-11-04"),
        "answer_half": replace(remark, answer="Đã xem"),
        "recheck_result_unknown": replace(remark, rechecked_on="2026-11-04", recheck_result="perhaps"),
        "day_before_remark": replace(remark, answered_on="2026-11-02", answer="Đã xem"),
        "remark_posting_unknown": replace(remark, posting_id="00000000-0000-7000-8000-000000000000"),
    }
    for code, draft in wrong.items():
        with pytest.raises(Refused) as refused:
            save_remark(commune, draft)
        assert codes(refused) == [code]


def test_a_submission_that_came_back_frees_its_houses(commune: Workspace, surveyed: Surveyed) -> None:
    [case] = surveyed("Lò Văn Pâng")
    posted(commune, case)
    submission = SubmissionDraft("2026-11-05", (ProposedDraft(case),), number="12/TTr-UBND")
    _, submission_id, _ = save_submission(commune, submission)
    with commune.read() as session:
        draft = submission_draft(session, submission_id)
    assert draft.houses == (ProposedDraft(case, 60_000_000, "new_build"),)
    with pytest.raises(Refused) as refused:
        save_submission(commune, replace(submission, number="13/TTr-UBND"))
    assert codes(refused) == ["submitted_already"]
    with pytest.raises(Refused) as refused:
        return_submission(commune, submission_id, "2026-11-04", "")
    assert codes(refused) == ["returned_before_submitted", "reason_missing"]
    return_submission(commune, submission_id, "2026-11-10", "Thiếu biên bản họp")
    assert status(commune, case) is Status.POSTED
    save_submission(commune, replace(submission, submitted_on="2026-11-12", number="13/TTr-UBND"))
    assert status(commune, case) is Status.SUBMITTED
    with commune.read() as session:
        assert [(one.number, one.returned_on, one.amount) for one in submissions(session)] == [
            ("13/TTr-UBND", None, 60_000_000),
            ("12/TTr-UBND", "2026-11-10", 60_000_000),
        ]


def test_disability_does_not_stand_on_a_posted_list(commune: Workspace, surveyed: Surveyed) -> None:
    posting_id = posted(commune, *surveyed("Lò Văn Pâng", category="disabled", citizen_id="011072001234"))
    with commune.read() as session:
        [house] = posting_sheet(session, posting_id).houses
    assert house.category == "other"
    assert "011072001234" not in repr(house)


def test_what_was_recorded_by_mistake_goes_with_its_list_and_comes_back(commune: Workspace, surveyed: Surveyed) -> None:
    [case] = surveyed("Lò Văn Pâng")
    posting_id = posted(commune, case)
    _, _, warnings = save_posting(commune, replace(POSTED, posted_on="2026-11-02", case_ids=(case,)))
    assert "posted_already" in {one.code for one in warnings}
    undo_newest(commune)
    _, submission_id, _ = save_submission(commune, SubmissionDraft("2026-11-05", (ProposedDraft(case),)))
    remove_submission(commune, submission_id)
    assert status(commune, case) is Status.POSTED
    remove_posting(commune, posting_id)
    assert status(commune, case) is Status.SURVEYED
    undo_newest(commune)
    undo_newest(commune)
    assert status(commune, case) is Status.SUBMITTED


def test_a_decision_tells_what_speaks_against_it(commune: Workspace, surveyed: Surveyed) -> None:
    [case] = surveyed("Lò Văn Pâng")
    save_remark(commune, RemarkDraft(case, "2026-11-03", "Hộ đã có nhà"))
    _, warnings = approve(commune, DecisionDraft("45/QĐ-UBND", "2026-11-10", (case,), amount=60_000_000))
    assert "decided_with_remark" in {one.code for one in warnings}

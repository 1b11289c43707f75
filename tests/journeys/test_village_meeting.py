"""S2: a village meeting of 28 October 2026, from the votes to the submission, through the operations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.areas.queries import find_village
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
from app.review.eligibility_drafts import RuleDraft
from app.review.eligibility_operations import save_rules
from app.review.operations import save_meeting, save_survey
from app.review.posting_operations import save_posting, save_remark, save_submission
from app.review.queries import (
    cases_to_post,
    meeting_sheet,
    posting_sheet,
    remark_draft,
    submission_outlook,
    submission_sheet,
)
from app.support.drafts import DecisionDraft
from app.support.operations import approve
from app.support.queries import case_states, facts_of
from app.wording.messages import problem_text
from app.workspace import Workspace
from models.vocabulary import Status
from tests.make import NATIONAL, make_case

HEADS = ("Lò Văn Pâng", "Quàng Thị Ín", "Cà Văn Thoan", "Lù Thị Ánh", "Tòng Văn Hặc")
VOTES = ((41, 0, 0), (38, 2, 1), (33, 5, 3), (20, 18, 3), (12, 25, 4))


def village(commune: Workspace, name: str = "Bản Hua Nạng") -> str:
    with commune.read() as session:
        found = find_village(session, commune.author.office, name)
    assert found is not None
    return found


def statuses(commune: Workspace, cases: list[str]) -> list[Status]:
    with commune.read() as session:
        found = case_states(session, cases)
    return [found[one].status for one in cases]


def sentences(refused: Refused) -> list[str]:
    return [problem_text(one) for one in refused.problems]


def surveyed(commune: Workspace, home: str) -> list[str]:
    """Five cases of the village, their present houses surveyed."""
    cases = []
    for number, head in enumerate(HEADS):
        case = make_case(commune, head, village_id=home, citizen_id=f"01107200{number:04}", phone="0912345678")
        cases.append(case)
    with commune.read() as session:
        households = [one.household_id for one in facts_of(session, cases)]
    for household in households:
        save_survey(commune, SurveyDraft(household, "2026-10-20", surveyors="Lò Văn Sơ"))
    assert statuses(commune, cases) == [Status.SURVEYED] * 5
    return cases


def meet(commune: Workspace, home: str, cases: list[str]) -> None:
    """The meeting, the threshold set by the office: three pass, two go back with the count shown."""
    save_rules(commune, NATIONAL, [RuleDraft("more_than_half", "vote_threshold", valid_from="2026-01-01")])
    votes = tuple(VoteDraft(case, *counts) for case, counts in zip(cases, VOTES, strict=True))
    meeting = MeetingDraft(
        home,
        "2026-10-28",
        chair="Lò Văn Sơ",
        secretary="Cà Thị Mai",
        households=52,
        present=41,
        votes=votes,
    )
    wrong = replace(meeting, votes=(VoteDraft(cases[0], 40, 0, 0), *votes[1:]))
    with pytest.raises(Refused) as refused:
        save_meeting(commune, wrong)
    assert sentences(refused.value) == [
        "Phiếu của hộ Lò Văn Pâng cộng lại là 40, khác số hộ dự biểu quyết 41. Sửa số phiếu cho khớp rồi lưu lại."
    ]
    _, meeting_id, warnings = save_meeting(commune, meeting)
    lost = [problem_text(one) for one in warnings if one.code == "vote_lost"]
    assert lost == [
        "Hộ Lù Thị Ánh chưa đạt ngưỡng đồng ý: 20/41 không quá nửa.",
        "Hộ Tòng Văn Hặc chưa đạt ngưỡng đồng ý: 12/41 không quá nửa.",
    ]
    assert statuses(commune, cases) == [Status.VILLAGE_REVIEWED] * 3 + [Status.SURVEYED] * 2
    with commune.read() as session:
        sheet = meeting_sheet(session, meeting_id)
        assert cases_to_post(session) == cases[:3]
    assert (sheet.meeting.put_up, sheet.meeting.passed, sheet.meeting.lost) == (5, 3, 2)
    assert [(one.head_name, one.rank) for one in sheet.votes][:3] == [*zip(HEADS[:3], (1, 2, 3), strict=True)]
    assert [(one.rank, one.said) for one in sheet.votes][3:] == [
        (None, "20/41 không quá nửa"),
        (None, "12/41 không quá nửa"),
    ]


def post(commune: Workspace, cases: list[str]) -> str:
    """The posting: Friday 30/10, three working days, the day of posting not counted."""
    posting = PostingDraft("2026-10-30", "Nhà văn hóa bản Hua Nạng", tuple(cases[:4]), criteria="Nhà không bền chắc")
    with pytest.raises(Refused) as refused:
        save_posting(commune, posting)
    assert sentences(refused.value) == [
        "Hộ Lù Thị Ánh chưa đạt ngưỡng đồng ý: 20/41 không quá nửa. Ghi lý do nếu vẫn niêm yết, hoặc bỏ hộ này."
    ]
    _, posting_id, _ = save_posting(commune, replace(posting, case_ids=tuple(cases[:3])))
    with commune.read() as session:
        posted = posting_sheet(session, posting_id)
    assert (posted.posting.ends_on, posted.posting.submit_from) == ("2026-11-04", "2026-11-05")
    assert [one.head_name for one in posted.houses] == list(HEADS[:3])
    assert "011072" not in repr(posted.houses)
    assert "0912345678" not in repr(posted.houses)
    assert statuses(commune, cases)[:3] == [Status.POSTED] * 3
    return posting_id


def wait(commune: Workspace, cases: list[str]) -> None:
    """Nobody is submitted while the list hangs."""
    houses = tuple(ProposedDraft(case, 60_000_000) for case in cases[:3])
    with pytest.raises(Refused) as refused:
        save_submission(commune, SubmissionDraft("2026-11-04", houses))
    assert sentences(refused.value) == [
        "Chưa trình được 3 hộ: danh sách niêm yết đến hết ngày 04/11/2026. Trình được từ ngày 05/11/2026."
    ]


def dispute(commune: Workspace, cases: list[str], posting_id: str) -> str:
    """A note disputes the third: until it is answered only that house waits."""
    houses = tuple(ProposedDraft(case, 60_000_000) for case in cases[:3])
    _, remark_id, _ = save_remark(
        commune, RemarkDraft(cases[2], "2026-11-03", "Hộ này đã có nhà ở xã bên.", posting_id, sender="Một người dân")
    )
    with commune.read() as session:
        outlook = submission_outlook(session, cases[:3], "2026-11-05")
    assert [one.case_id for one in outlook.ready] == cases[:2]
    assert [(one.case_id, problem.code) for one, problem in outlook.blocked] == [(cases[2], "remark_open")]
    with pytest.raises(Refused) as refused:
        save_submission(commune, SubmissionDraft("2026-11-05", houses))
    assert sentences(refused.value) == [
        "Chưa trình được hộ Cà Văn Thoan: còn ý kiến, phản ánh chưa trả lời. Trả lời ý kiến rồi trình."
    ]
    save_submission(commune, SubmissionDraft("2026-11-05", houses[:2], addressee="Sở Xây dựng tỉnh Điện Biên"))
    assert statuses(commune, cases)[:3] == [Status.SUBMITTED, Status.SUBMITTED, Status.POSTED]
    return remark_id


def answer(commune: Workspace, cases: list[str], remark_id: str) -> None:
    """The re-check of 04/11 confirms it, the note is answered: it follows with a submission of its own."""
    with commune.read() as session:
        open_remark = remark_draft(session, remark_id)
    rechecked = replace(open_remark, rechecked_on="2026-11-04", rechecked_by="Tổ công tác", recheck_result="confirmed")
    save_remark(commune, rechecked)
    with commune.read() as session:
        assert submission_outlook(session, [cases[2]], "2026-11-05").ready == ()
        answered = remark_draft(session, remark_id)
    save_remark(commune, replace(answered, answered_on="2026-11-05", answer="Hộ không có nhà ở nơi khác."))
    _, submission_id, _ = save_submission(
        commune, SubmissionDraft("2026-11-06", (ProposedDraft(cases[2], 60_000_000),))
    )
    with commune.read() as session:
        assert submission_sheet(session, submission_id).submission.amount == 60_000_000
    assert statuses(commune, cases)[:3] == [Status.SUBMITTED] * 3


def test_a_village_meeting_goes_to_the_submission(commune: Workspace) -> None:
    home = village(commune)
    cases = surveyed(commune, home)
    meet(commune, home, cases)
    posting_id = post(commune, cases)
    wait(commune, cases)
    answer(commune, cases, dispute(commune, cases, posting_id))
    # The decision misses no step any more.
    _, told = approve(commune, DecisionDraft("45/QĐ-UBND", "2026-11-10", tuple(cases[:3]), amount=60_000_000))
    assert [one.code for one in told if one.code.startswith("missing_")] == []
    assert statuses(commune, cases) == [Status.APPROVED] * 3 + [Status.SURVEYED] * 2

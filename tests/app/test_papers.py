"""Claims about every text paper of the office, filled from real records, read back from PDF and from .docx."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from app.areas.queries import find_village
from app.construction.drafts import StageDraft
from app.construction.operations import record_stage
from app.documents.text_paper import Text
from app.office.issued_texts import IssuedTextDraft, save_issued_text
from app.office.queries import issued_texts, paper_office
from app.papers import FORMS, all_ids, blank, fill, print_papers, write
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
from app.review.posting_operations import save_posting, save_remark, save_submission
from app.review.queries import meetings, postings, remarks, submissions
from app.support.drafts import DecisionDraft, ExceptionDraft
from app.support.exception_operations import record_exceptions
from app.support.operations import approve
from app.support.queries import DatedRule, cases_on_paper, facts_of
from app.workspace import Workspace
from models.vocabulary import Category, ExceptionCase, PaperKind, Stage
from tests.make import make_case
from tests.printed import printed

NAME = "Đặng Thị Hường Ưởng Ẩn Ỡm"
CITIZEN_ID, PHONE = "011072001234", "0912345678"


def waits_for_its_number(text: str) -> bool:
    """Whether number and day are dotted: văn thư has not given them."""
    return bool(re.search(r"Số: \.{6,}/", text) and re.search(r"ngày \.{6,} tháng \.{6,} năm \.{6,}", text))


@pytest.fixture
def village(commune: Workspace) -> str:
    """A village of the commune."""
    with commune.read() as session:
        found = find_village(session, commune.author.office, "Bản Hua Nạng")
    assert found is not None
    return found


@pytest.fixture
def case(commune: Workspace, village: str) -> str:
    """A surveyed house; the head's name comes decomposed, as some phones type it."""
    found = make_case(
        commune,
        unicodedata.normalize("NFD", NAME),
        village_id=village,
        citizen_id=CITIZEN_ID,
        phone=PHONE,
        birth="1972-05-03",
        category=Category.DISABLED.value,
        requested=60_000_000,
    )
    with commune.read() as session:
        [facts] = facts_of(session, [found])
    survey = SurveyDraft(facts.household_id, "2026-10-20", description="Nhà gỗ tạm", need="Tự xây mới")
    save_survey(commune, survey)
    return found


@pytest.mark.parametrize("kind", FORMS)
def test_a_blank_form_prints_dotted_lines_and_no_missing_words(
    commune: Workspace, tmp_path: Path, kind: PaperKind
) -> None:
    for text in printed(commune, tmp_path, kind):
        assert "......" in text
        assert "None" not in text
        assert "{" not in text
        assert "\t" not in text


@pytest.mark.parametrize("kind", [kind for kind in FORMS if FORMS[kind].about.value in {"case", "meeting", "decision"}])
def test_a_paper_about_a_house_names_its_head_in_composed_letters(
    commune: Workspace, tmp_path: Path, case: str, kind: PaperKind
) -> None:
    for text in printed(commune, tmp_path, kind, case):
        assert NAME in text
        assert "None" not in text


def test_the_survey_form_says_what_was_surveyed_and_asks_no_religion(
    commune: Workspace, tmp_path: Path, case: str
) -> None:
    for text in printed(commune, tmp_path, PaperKind.SURVEY_FORM, case):
        assert "Hiện trạng nhà ở: Nhà gỗ tạm" in text
        assert f"4. Số căn cước: {CITIZEN_ID}" in text
        assert "19. Ghi chú" in text
        assert "Tôn giáo" not in text


def test_surveyors_sign_in_the_place_of_what_they_are(commune: Workspace, case: str) -> None:
    with commune.read() as session:
        [facts] = facts_of(session, [case])
    team = "Lò Văn Ổn, trưởng bản\nCà Thị Mai – Trưởng ban công tác Mặt trận\nLò Thị Hoa (công chức xã)\nQuàng Văn Inh"
    save_survey(commune, SurveyDraft(facts.household_id, "2026-10-21", surveyors=team))
    with commune.read() as session:
        [paper] = fill(session, commune.author.office, PaperKind.SURVEY_FORM, [case])
    assert [(one.titles[-1], one.name) for one in paper.signatures] == [
        ("BÍ THƯ CHI BỘ", "Quàng Văn Inh"),
        ("TRƯỞNG THÔN", "Lò Văn Ổn"),
        ("TRƯỞNG BAN CTMT", "Cà Thị Mai"),
        ("CÔNG CHỨC XÃ", "Lò Thị Hoa"),
        ("ĐẠI DIỆN HỘ GIA ĐÌNH", NAME),
    ]


def test_religion_is_an_item_where_the_programme_asks(commune: Workspace, case: str) -> None:
    with commune.read() as session:
        [one] = cases_on_paper(session, [case])
        office = paper_office(session, commune.author.office)
    assert one.facts is not None
    assert one.facts.programme is not None
    asking = replace(one.facts.programme, rules=(DatedRule("asks_religion", "yes", None, None, None),))
    form = FORMS[PaperKind.SURVEY_FORM]
    paper = form.draw(office, replace(one, facts=replace(one.facts, programme=asking)))
    lines = [block.text for block in paper.blocks if isinstance(block, Text)]
    assert "14. Tôn giáo: \t" in lines
    assert "20. Ghi chú: \t" in lines


def test_a_posted_list_holds_no_full_number_no_telephone_and_no_illness(
    commune: Workspace, tmp_path: Path, case: str
) -> None:
    posting = PostingDraft("2026-10-30", "Nhà văn hóa bản", (case,), days=3, working_days=True, criteria="Hộ nghèo")
    save_posting(commune, posting)
    with commune.read() as session:
        [line] = postings(session)
    for ids in ((case,), (line.id,)):
        for text in printed(commune, tmp_path, PaperKind.POSTING_LIST, *ids):
            assert NAME in text
            assert not re.search(r"\d{7,}", text)
            assert CITIZEN_ID[-3:] in text
            assert "tật" not in text
            assert "03/05" not in text
            assert "1972" in text
    for text in printed(commune, tmp_path, PaperKind.POSTING_LIST, line.id):
        assert "Niêm yết từ 30/10/2026 đến hết 04/11/2026, tại Nhà văn hóa bản." in text
        assert "Tiêu chí: Hộ nghèo" in text
        assert waits_for_its_number(text)


def test_meeting_minutes_hold_every_vote_secretary_left_and_chair_right(
    commune: Workspace, tmp_path: Path, case: str, village: str
) -> None:
    meeting = MeetingDraft(
        village,
        "2026-10-28",
        started_at="14 giờ 30",
        chair="Lò Văn Sơ",
        secretary="Cà Thị Mai",
        households=52,
        present=41,
        threshold="more_than_half",
        votes=(VoteDraft(case, 33, 5, 3),),
    )
    save_meeting(commune, meeting)
    with commune.read() as session:
        [line] = meetings(session)
    for text in printed(commune, tmp_path, PaperKind.REVIEW_MINUTES, line.id):
        assert "14 giờ 30, ngày 28 tháng 10 năm 2026" in text
        assert "33 5 3" in text
        assert "trên một nửa số hộ dự họp đồng ý" in text
        assert f"đề nghị hỗ trợ 1 hộ: {NAME}" in text
        assert text.index("THƯ KÝ") < text.index("CHỦ TỌA")
        assert waits_for_its_number(text)


def test_the_end_of_a_posting_and_the_recheck_say_what_came_and_what_was_found(
    commune: Workspace, tmp_path: Path, case: str
) -> None:
    save_posting(
        commune, PostingDraft("2026-10-30", "Nhà văn hóa", (case,), days=3, working_days=True, poster="Vì Thị Sen")
    )
    with commune.read() as session:
        [line] = postings(session)
    remark = RemarkDraft(
        case,
        "2026-11-03",
        "Nhà đã có ở nơi khác",
        line.id,
        sender="Một người dân",
        rechecked_on="2026-11-04",
        rechecked_by="Lò Thị Hoa",
        recheck_result="confirmed",
        recheck_note="Không có nhà khác",
        answered_on="2026-11-04",
        answer="Giữ trong danh sách",
    )
    save_remark(commune, remark)
    with commune.read() as session:
        [found] = remarks(session)
    for text in printed(commune, tmp_path, PaperKind.RECHECK_MINUTES, found.id):
        assert "Hôm nay, ngày 04 tháng 11 năm 2026" in text
        assert "Kết quả kiểm tra: Không có nhà khác" in text
    for text in printed(commune, tmp_path, PaperKind.POSTING_END_MINUTES, line.id):
        assert "Số ý kiến, phản ánh nhận được: 1; đã trả lời: 1." in text
        assert "Vì Thị Sen" in text
        assert "Nhà đã có ở nơi khác" in text
        assert waits_for_its_number(text)


def test_a_submission_is_dotted_until_its_number_and_day_are_noted(
    commune: Workspace, tmp_path: Path, case: str
) -> None:
    save_submission(commune, SubmissionDraft("2026-11-05", (ProposedDraft(case, 60_000_000),)))
    with commune.read() as session:
        [line] = submissions(session)
    for text in printed(commune, tmp_path, PaperKind.SUBMISSION, line.id):
        assert re.search(r"Số: \.{6,}/TTr-UBND", text)
        assert waits_for_its_number(text)
        assert "60.000.000 đồng (bằng chữ: Sáu mươi triệu đồng)" in text
        assert "Kính gửi: Sở Xây dựng tỉnh Điện Biên" in text
    issued = IssuedTextDraft(PaperKind.SUBMISSION, (line.id,), "2026-11-06", "31/TTr-UBND", "Điêu Văn Mẫn")
    save_issued_text(commune, issued)
    with commune.read() as session:
        assert issued_texts(session, PaperKind.SUBMISSION, [line.id])[line.id].number == "31/TTr-UBND"
    for text in printed(commune, tmp_path, PaperKind.SUBMISSION, line.id):
        assert "Số: 31/TTr-UBND" in text
        assert "ngày 06 tháng 11 năm 2026" in text
        assert "Điêu Văn Mẫn" in text


def test_a_decision_is_a_draft_before_and_a_paper_with_its_annex_after(
    commune: Workspace, tmp_path: Path, case: str, village: str
) -> None:
    other = make_case(commune, "Lò Văn Pâng", village_id=village, requested=30_000_000)
    for text in printed(commune, tmp_path, PaperKind.DECISION, case, other):
        assert re.search(r"Số: \.{6,}/QĐ-UBND", text)
        assert "90.000.000 đồng (bằng chữ: Chín mươi triệu đồng)" in text
    approve(commune, DecisionDraft("45/QĐ-UBND", "2026-11-10", (case, other), amount=50_000_000))
    with commune.read() as session:
        [batch] = all_ids(session, PaperKind.DECISION)
        assert len(fill(session, commune.author.office, PaperKind.DECISION, [case, other])) == 1
    for text in printed(commune, tmp_path, PaperKind.DECISION, batch):
        assert "Số: 45/QĐ-UBND" in text
        assert "ngày 10 tháng 11 năm 2026" in text
        assert "danh sách 2 hộ gia đình" in text
        assert "100.000.000 đồng (bằng chữ: Một trăm triệu đồng)" in text
        assert "(Kèm theo Quyết định số 45/QĐ-UBND" in text
        assert "Tổng cộng" in text
        assert "tật" not in text


def test_a_decision_names_whom_it_was_given_and_not_who_is_head_since(
    commune: Workspace, case: str, tmp_path: Path
) -> None:
    approve(commune, DecisionDraft("45/QĐ-UBND", "2026-11-02", (case,), amount=60_000_000, signer="Lò Văn Chủ"))
    heir = ExceptionDraft(case, ExceptionCase.NEW_HEAD, "2026-11-10", "Chủ hộ chết", new_head="Lò Thị Thừa Kế")
    record_exceptions(commune, [heir])
    for text in printed(commune, tmp_path, PaperKind.DECISION, case):
        assert NAME in text
        assert "Lò Thị Thừa Kế" not in text
    with commune.read() as session:
        office = paper_office(session, commune.author.office)
    assert office is not None
    # A signer whom the office does not know is printed as typed; his position is nobody's guess.
    signed = office.signature("2026-11-02", "Lò Văn Chủ")
    assert (signed.titles, signed.name) == (("ỦY BAN NHÂN DÂN PHƯỜNG MƯỜNG LAY",), "Lò Văn Chủ")


def test_the_notice_gives_the_reason_and_stage_minutes_the_last_stage(
    commune: Workspace, tmp_path: Path, case: str
) -> None:
    refused = make_case(commune, "Lò Văn Pâng")
    record_exceptions(commune, [ExceptionDraft(refused, ExceptionCase.INELIGIBLE, "2026-11-01", "Đã có nhà kiên cố")])
    with commune.read() as session:
        assert all_ids(session, PaperKind.REFUSAL_NOTICE) == [refused]
    for text in printed(commune, tmp_path, PaperKind.REFUSAL_NOTICE, refused):
        assert "Lý do: Đã có nhà kiên cố" in text
    approve(commune, DecisionDraft("45/QĐ-UBND", "2026-11-10", (case,), amount=50_000_000))
    for stage, day in ((Stage.START, "2026-11-12"), (Stage.FOUNDATION, "2026-11-15")):
        record_stage(commune, StageDraft(case, stage, day))
    for text in printed(commune, tmp_path, PaperKind.STAGE_MINUTES, case):
        assert "Giai đoạn hoàn thành: Xong móng; ngày hoàn thành: 15/11/2026" in text
    assert "Mức hỗ trợ được duyệt: 50.000.000 đồng" in text


def test_many_papers_stand_in_one_file_each_from_a_page_of_its_own(commune: Workspace, tmp_path: Path) -> None:
    cases = [make_case(commune, f"Lò Văn Pâng {number}") for number in range(7)]
    assert print_papers(commune, PaperKind.HOUSEHOLD_SUMMARY, cases, tmp_path / "a.pdf").pages == 7
    print_papers(commune, PaperKind.HOUSEHOLD_SUMMARY, cases, tmp_path / "a.docx")
    assert len(Document(str(tmp_path / "a.docx")).sections) == 7


def test_the_two_issued_minutes_are_sent_to_their_own_place(commune: Workspace) -> None:
    with commune.read() as session, pytest.raises(Refused):
        blank(session, commune.author.office, PaperKind.HANDOVER_MINUTES)


def test_a_text_is_not_issued_ahead_of_today_nor_about_nothing(commune: Workspace) -> None:
    with pytest.raises(Refused) as refused:
        save_issued_text(commune, IssuedTextDraft(PaperKind.SUBMISSION, (), "2999-01-01"))
    codes = {one.code for one in refused.value.problems}
    assert codes == {"issued_text_about_nothing", "issued_text_ahead"}


def test_a_name_of_four_hundred_letters_breaks_no_paper(commune: Workspace, tmp_path: Path) -> None:
    case = make_case(commune, "Ỡ" * 400)
    with commune.read() as session:
        for kind in FORMS:
            papers = fill(session, commune.author.office, kind, [case])
            assert write(tmp_path / "a.pdf", kind, papers)
            write(tmp_path / "a.docx", kind, papers)

"""The tabs "Niêm yết" and "Tờ trình": until when a list hangs, what waits for an answer, which houses may go."""

from __future__ import annotations

from datetime import date

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.office.issued_texts import IssuedTextDraft, save_issued_text
from app.review.drafts import ProposedDraft, SubmissionDraft
from app.review.posting_operations import save_submission
from app.review.queries import postings, remarks, submissions
from app.support.queries import case_states
from models.vocabulary import PaperKind, RecheckResult, Status
from tests.make import make_approved, make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from tests.views.support.conftest import make_meeting, make_posting, shown
from views.support.calendar_strip import opens_sentence, strip_days
from views.support.page import SupportPage
from views.support.posting_form import EndForm, PostingForm
from views.support.remark_forms import AnswerForm, RecheckForm, RemarkForm
from views.support.submission_form import ReturnForm, SubmissionForm


def page_at(qtbot: QtBot, office: Office, tab: QWidget | None = None, name: str = "posting") -> SupportPage:
    page = shown(qtbot, office, SupportPage(office))
    page.tabs.setCurrentIndex(page.stack.indexOf(tab or getattr(page, name)))
    settled(qtbot, office.runner)
    return page


def test_days_off_are_left_out_and_the_day_after_the_last_opens() -> None:
    days = strip_days("2026-10-30", 3, working=True)
    assert [one.kind for one in days] == ["posted", "off", "off", "counted", "counted", "counted", "opens"]
    assert days[-1].day == date(2026, 11, 5)
    assert opens_sentence(days) == "Niêm yết đến hết thứ Tư 04/11. Trình được từ thứ Năm 05/11."
    assert strip_days("2026-10-30", None, working=True) == []
    assert opens_sentence([]) == "Gõ ngày và số ngày niêm yết để biết ngày trình được."


def test_a_list_says_until_when_it_hangs_and_who_needs_a_reason(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    agreed, lost = (make_case(office.workspace, name, village_id=village) for name in ("Lò Văn Pâng", "Cà Văn Ánh"))
    make_meeting(office.workspace, village, (agreed, 41, 0, 0), (lost, 20, 18, 3))
    page = page_at(qtbot, office)
    waiting = page.posting.lists.waiting
    assert waiting.table.count == 1
    page.posting.which.set_value("all")
    page.posting.which.changed.emit()
    settled(qtbot, office.runner)
    waiting.table.tick_all_shown()
    page.filled.click()
    settled(qtbot, office.runner)
    form = page.findChildren(PostingForm)[-1]
    form.posted_on.setText("30/10/2026")
    form.days.setText("3")
    form.place.setText("Nhà văn hóa bản")
    form.preview()
    assert form.sentence.text().endswith("Trình được từ thứ Năm 05/11.")
    assert form.box.lines[:2] == ["1 hộ làm được", "1 hộ chưa được vì:"]
    assert "20/41 không quá nửa" in form.box.lines[2]
    form.reason.setText("Xã xét lại theo đơn")
    form.preview()
    assert form.box.lines[0] == "2 hộ làm được"
    form.confirm.click()
    settled(qtbot, office.runner)
    assert messages.successes == ["Đã lập danh sách niêm yết 2 hộ. Trình được từ thứ Năm 05/11."]
    with office.workspace.read() as session:
        [line] = postings(session)
        found = case_states(session, [agreed, lost])
    assert (line.houses, line.submit_from) == (2, "2026-11-05")
    assert {one.status for one in found.values()} == {Status.POSTED}
    posted = found[lost].posting
    assert posted is not None
    assert posted.reason == "Xã xét lại theo đơn"
    assert page.posting.lists.in_records


def test_a_remark_is_written_looked_into_and_answered_beside_its_list(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    case = make_case(office.workspace, village_id=village)
    posting = make_posting(office.workspace, case)
    page = page_at(qtbot, office)
    page.posting.switch.choose(1)
    detail = page.posting.lists.detail
    settled(qtbot, office.runner, lambda: "Chưa có ý kiến, phản ánh." in detail.lines)
    page.posting._add_remark([(case, "Lò Văn Pâng")], posting)
    form = page.findChildren(RemarkForm)[-1]
    form.confirm.click()
    assert form.marks.count == 1
    QTest.keyClicks(form.content, "Ho nay co nha o cho khac")
    form.confirm.click()
    settled(qtbot, office.runner, lambda: any("Ho nay" in line for line in detail.lines))
    with office.workspace.read() as session:
        [line] = remarks(session, posting)
    recheck = RecheckForm(office, line.id, line.head_name, page)
    recheck.outcome.set_value(RecheckResult.CONFIRMED.value)
    recheck.try_it()
    settled(qtbot, office.runner)
    answer = AnswerForm(office, line.id, line.head_name, page)
    QTest.keyClicks(answer.answer, "Da phuc tra, giu trong danh sach")
    answer.try_it()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        [line] = remarks(session, posting)
    assert (line.open, line.recheck_result) == (False, RecheckResult.CONFIRMED.value)
    assert messages.successes == [
        "Đã ghi ý kiến về hộ Lò Văn Pâng.",
        "Đã ghi phúc tra hộ Lò Văn Pâng.",
        "Đã ghi trả lời ý kiến về hộ Lò Văn Pâng.",
    ]


def test_a_list_is_not_ended_before_its_last_day(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    make_posting(office.workspace, make_case(office.workspace, village_id=village))
    page = page_at(qtbot, office)
    with office.workspace.read() as session:
        [line] = postings(session)
    form = EndForm(office, line, page)
    form.closed_on.setText("3/11/2026")
    form.try_it()
    assert form.marks.count == 1
    form.closed_on.setText("5/11/2026")
    form.try_it()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        assert [one.closed_on for one in postings(session)] == ["2026-11-05"]


def test_a_submission_takes_the_houses_that_may_go_and_its_return_brings_them_back(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    cases = [make_case(office.workspace, name, village_id=village) for name in ("Lò Văn Pâng", "Cà Văn Ánh")]
    make_posting(office.workspace, *cases)
    page = page_at(qtbot, office, name="submission")
    page.submission.lists.waiting.table.tick_all_shown()
    page.filled.click()
    settled(qtbot, office.runner)
    form = page.findChildren(SubmissionForm)[-1]
    form.submitted_on.setText("4/11/2026")
    form.preview()
    assert form.box.lines[:2] == ["0 hộ làm được", "2 hộ chưa được vì:"]
    assert not form.confirm.isEnabled()
    form.submitted_on.setText("5/11/2026")
    form.preview()
    form.confirm.click()
    settled(qtbot, office.runner)
    assert messages.successes == ["Đã lập tờ trình 2 hộ."]
    detail = page.submission.lists.detail
    settled(qtbot, office.runner, lambda: any("Lò Văn Pâng" in line for line in detail.lines))
    with office.workspace.read() as session:
        [line] = submissions(session)
    back = ReturnForm(office, line, page)
    back.try_it()
    assert back.marks.count == 1
    back.returned_on.setText("10/11/2026")
    back.reason.setText("Thiếu biên bản họp")
    back.try_it()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        assert {one.status for one in case_states(session, cases).values()} == {Status.POSTED}
    settled(qtbot, office.runner, lambda: any("trả lại ngày 10/11/2026" in line for line in detail.lines))


def test_a_number_given_afterwards_stands_in_the_list_of_submissions(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    case = make_case(office.workspace, village_id=village)
    make_posting(office.workspace, case)
    draft = SubmissionDraft("2026-11-05", (ProposedDraft(case),))
    _, submission, _ = save_submission(office.workspace, draft)
    page = page_at(qtbot, office, name="submission")
    recorded = page.submission.lists.recorded
    assert recorded.table.index(0, 2).data() == "chưa có số"
    issued = IssuedTextDraft(PaperKind.SUBMISSION, (submission,), "2026-11-06", "7/TTr-UBND")
    save_issued_text(office.workspace, issued)
    settled(qtbot, office.runner, lambda: recorded.table.index(0, 2).data() == "7/TTr-UBND")


def test_an_empty_step_leads_to_the_step_before(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = page_at(qtbot, office, name="submission")
    page.submission.step_before.emit()
    seen = [page.tabs.tabText(page.tabs.currentIndex())]
    page.posting.step_before.emit()
    assert [*seen, page.tabs.tabText(page.tabs.currentIndex())] == ["Niêm yết", "Bình xét"]


def test_decisions_are_printed_with_all_their_houses(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    cases = [make_case(office.workspace, name) for name in ("Lò Văn Pâng", "Cà Văn Ánh")]
    make_approved(office.workspace, *cases)
    page = page_at(qtbot, office, name="decisions")
    page.switch.choose(1)
    settled(qtbot, office.runner)
    page.decisions.decided.table.tick_all_shown()
    page.decisions.decided.with_chosen(page.decisions._open_papers)
    settled(qtbot, office.runner, lambda: page.paper.document is not None)
    assert (page.paper.kind, len(page.paper.ids)) == (PaperKind.DECISION, 1)
    page.close_paper()
    assert page.paper.isHidden()

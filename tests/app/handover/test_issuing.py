"""Minutes get their numbers once, keep what was printed, and say so when they are printed again."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.actions import Action
from app.construction.drafts import AcceptanceDraft
from app.construction.operations import accept
from app.handover.drafts import HandoverDraft, MinutesOptions
from app.handover.issuing import (
    issue_minutes,
    number_paper,
    print_blank_minutes,
    print_minutes,
    void_paper,
)
from app.handover.operations import hand_over, revoke_handover
from app.handover.queries import PaperRow, number_clashes, papers_of_cases
from app.office.drafts import SignerDraft
from app.office.people import save_signers
from app.problems import Cancelled, Refused, Trouble
from app.progress import Progress
from app.support.queries import case_facts
from app.undo import undo_newest
from app.workspace import Workspace
from models.handover import IssuedPaper
from models.household import Household
from models.office import Device
from models.vocabulary import Numbering, PaperKind, Part
from tests.make import make_approved, make_case

REGISTER = MinutesOptions(Numbering.REGISTER)
CHECK = MinutesOptions(kind=PaperKind.COMPLETION_CHECK)


def handed_over(workspace: Workspace, head_name: str = "Lò Văn Pâng", day: str = "2025-11-03") -> str:
    case = make_case(workspace, head_name, citizen_id="011072001234")
    make_approved(workspace, case)
    accept(workspace, [AcceptanceDraft(case, "2025-10-08", "36.5", frozenset(Part), costs={"NSTW": 60_000_000})])
    hand_over(workspace, [HandoverDraft(case, day, "Nhà văn hóa bản Hua Nạng")])
    return case


def rename(workspace: Workspace, case_id: str, head_name: str) -> None:
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        facts = case_facts(change.session, [case_id])[case_id]
        household = change.session.get(Household, facts.household_id)
        assert household is not None
        household.head_name = head_name


def papers(workspace: Workspace, case_id: str) -> tuple[PaperRow, ...]:
    with workspace.read() as session:
        return papers_of_cases(session, [case_id]).get(case_id, ())


def text_of(target: Path) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(target).pages))


def test_a_batch_is_numbered_in_its_order_and_drawn_into_one_file(commune: Workspace, tmp_path: Path) -> None:
    cases = [handed_over(commune, name) for name in ("Lò Văn Pâng", "Quàng Thị Ín", "Giàng A Tính")]
    target = tmp_path / "Biên bản bàn giao.pdf"
    printed = print_minutes(commune, cases, target, MinutesOptions(Numbering.REGISTER, copies=4))
    assert printed.changes.action is Action.ISSUE_PAPER
    assert printed.pages == len(PdfReader(target).pages)
    assert [paper.shown_number for case in cases for paper in papers(commune, case)] == [
        "01/BB-UBND",
        "02/BB-UBND",
        "03/BB-UBND",
    ]
    text = text_of(target)
    for said in ("02/BB-UBND", "Quàng Thị Ín", "36,5 m²", "45/QĐ-UBND", "60.000.000", "Nhà văn hóa bản Hua Nạng"):
        assert said in text
    assert [one.minutes.reprint for one in printed.issued] == [False] * 3
    assert "In lại ngày" not in text


def test_numbers_begin_anew_each_year_and_go_on_from_a_paper_register(commune: Workspace) -> None:
    old, new = handed_over(commune), handed_over(commune, "Quàng Thị Ín", "2026-01-05")
    third = handed_over(commune, "Giàng A Tính")
    issue_minutes(commune, [old, new], REGISTER)
    issue_minutes(commune, [third], MinutesOptions(Numbering.REGISTER, start_at=28))
    shown = [papers(commune, case)[0].shown_number for case in (old, new, third)]
    assert shown == ["01/BB-UBND", "01/BB-UBND", "28/BB-UBND"]
    with commune.read() as session:
        assert number_clashes(session) == []


def test_a_further_laptop_numbers_in_its_own_series(commune: Workspace) -> None:
    with commune.change(Action.SAVE_OFFICE) as change:
        device = change.session.query(Device).filter_by(device=commune.author.device).one()
        device.series = "b"
    case = handed_over(commune)
    issue_minutes(commune, [case], REGISTER)
    [paper] = papers(commune, case)
    assert (paper.shown_number, paper.series, paper.minutes().number) == ("01b/BB-UBND", "b", "01b")


def test_the_same_minutes_are_printed_again_as_the_same_paper(commune: Workspace, tmp_path: Path) -> None:
    case = handed_over(commune)
    issue_minutes(commune, [case], REGISTER)
    target = tmp_path / "in lại.pdf"
    [again] = print_minutes(commune, [case], target, REGISTER).issued
    assert (again.minutes.reprint, len(papers(commune, case))) == (True, 1)
    assert "In lại ngày" in text_of(target)
    assert "01/BB-UBND" in text_of(target)


def test_copies_left_empty_are_those_of_the_paper_and_another_count_is_a_new_paper(commune: Workspace) -> None:
    case = handed_over(commune)
    issue_minutes(commune, [case], replace(REGISTER, copies=4))
    _, [again] = issue_minutes(commune, [case])
    assert (again.minutes.reprint, again.minutes.copies, len(papers(commune, case))) == (True, 4, 1)
    issue_minutes(commune, [case], replace(REGISTER, copies=6))
    assert [one.minutes().copies for one in papers(commune, case)] == [4, 6]


def test_changed_values_make_a_new_paper_that_names_the_old(commune: Workspace) -> None:
    case = handed_over(commune)
    issue_minutes(commune, [case], REGISTER)
    rename(commune, case, "Lò Văn Pảng")
    issue_minutes(commune, [case], REGISTER)
    old, new = papers(commune, case)
    assert (new.shown_number, new.minutes().replaces, new.replaces_id) == ("02/BB-UBND", "01/BB-UBND", old.id)
    assert old.minutes().head.name == "Lò Văn Pâng"
    rename(commune, case, "Lò Văn Pâng")
    issue_minutes(commune, [case], REGISTER)
    assert papers(commune, case)[2].minutes().replaces == "02/BB-UBND"


def test_a_void_number_keeps_its_reason_and_is_never_given_again(commune: Workspace) -> None:
    case = handed_over(commune)
    issue_minutes(commune, [case], REGISTER)
    [paper] = papers(commune, case)
    with pytest.raises(Refused):
        void_paper(commune, paper.id, " ")
    void_paper(commune, paper.id, "Viết sai họ tên")
    with pytest.raises(Refused):
        void_paper(commune, paper.id, "Lần nữa")
    issue_minutes(commune, [case], REGISTER)
    void, new = papers(commune, case)
    assert (void.void, void.void_reason) == (True, "Viết sai họ tên")
    assert (new.shown_number, new.minutes().replaces, new.replaces_id) == ("02/BB-UBND", "", void.id)


def test_a_number_of_a_row_that_is_out_is_not_given_again(commune: Workspace) -> None:
    case, other = handed_over(commune), handed_over(commune, "Quàng Thị Ín")
    issue_minutes(commune, [case], REGISTER)
    with commune.change(Action.DELETE_HOUSEHOLD) as change:
        facts = case_facts(change.session, [case])[case]
        household = change.session.get(Household, facts.household_id)
        assert household is not None
        household.deleted = True
    assert papers(commune, case) == ()
    issue_minutes(commune, [other], REGISTER)
    assert papers(commune, other)[0].shown_number == "02/BB-UBND"


def test_a_number_is_typed_after_issue_and_shown_on_the_reprint(commune: Workspace) -> None:
    case = handed_over(commune)
    issue_minutes(commune, [case], MinutesOptions(Numbering.TYPED))
    [paper] = papers(commune, case)
    assert (paper.shown_number, paper.minutes().symbol, paper.minutes().number) == (None, "BB-UBND", None)
    number_paper(commune, paper.id, "37/BB-UBND")
    _, [again] = issue_minutes(commune, [case], MinutesOptions(Numbering.TYPED))
    assert (again.minutes.number, again.minutes.reprint) == ("37", True)
    undo_newest(commune)
    assert papers(commune, case)[0].shown_number is None
    other = handed_over(commune, "Quàng Thị Ín")
    issue_minutes(commune, [other], REGISTER)
    with pytest.raises(Refused):
        number_paper(commune, papers(commune, other)[0].id, "38/BB-UBND")


def test_a_number_that_stands_on_two_papers_after_a_merge_is_told(commune: Workspace) -> None:
    cases = [handed_over(commune), handed_over(commune, "Quàng Thị Ín")]
    issue_minutes(commune, cases[:1], REGISTER)
    [paper] = papers(commune, cases[0])
    twin = {
        "case_id": cases[1],
        "kind": paper.kind,
        "numbering": paper.numbering,
        "office_code": paper.office_code,
        "year": paper.year,
        "symbol": paper.symbol,
        "number": paper.number,
        "shown_number": paper.shown_number,
        "printed": paper.printed,
    }
    with commune.change(Action.ISSUE_PAPER) as change:
        change.recorder.record_many([(IssuedPaper, twin)])
    with commune.read() as session:
        [clash] = number_clashes(session)
    assert (clash.shown_number, {one.case_id for one in clash.papers}) == ("01/BB-UBND", set(cases))
    void_paper(commune, clash.papers[1].id, "Trùng số với máy khác")
    with commune.read() as session:
        assert number_clashes(session) == []


class _StopsAtSecond(Progress):
    def step(self, done: int, total: int, text: str = "") -> None:
        if done == 1:
            self.cancel()
        super().step(done, total, text)


def test_a_stopped_print_uses_no_number_and_leaves_no_file(commune: Workspace, tmp_path: Path) -> None:
    cases = [handed_over(commune), handed_over(commune, "Quàng Thị Ín")]
    target = tmp_path / "Biên bản.pdf"
    with pytest.raises(Cancelled):
        print_minutes(commune, cases, target, REGISTER, _StopsAtSecond())
    assert list(tmp_path.glob("*.pdf*")) == []
    assert papers(commune, cases[0]) == ()
    with pytest.raises(Trouble):
        print_minutes(commune, cases, tmp_path / "không có" / "Biên bản.pdf", REGISTER)
    issue_minutes(commune, cases, REGISTER)
    assert papers(commune, cases[0])[0].shown_number == "01/BB-UBND"


def test_only_accepted_houses_get_minutes_and_the_blank_form_is_not_issued(commune: Workspace, tmp_path: Path) -> None:
    case = make_case(commune)
    with pytest.raises(Refused):
        issue_minutes(commune, [case])
    print_blank_minutes(tmp_path / "Mẫu trống.pdf")
    assert "BIÊN BẢN BÀN GIAO NHÀ" in text_of(tmp_path / "Mẫu trống.pdf")


def test_minutes_before_the_ceremony_leave_the_day_open_and_are_replaced_afterwards(commune: Workspace) -> None:
    case = handed_over(commune)
    revoke_handover(commune, case, "Hoãn lễ bàn giao")
    issue_minutes(commune, [case])
    assert papers(commune, case)[0].minutes().held_on is None
    hand_over(commune, [HandoverDraft(case, "2025-11-18", receiver="Lò Văn Hùng", relation="Con trai")])
    issue_minutes(commune, [case])
    made = papers(commune, case)[1].minutes()
    assert made.proxy is not None
    assert (made.proxy.name, str(made.held_on)) == ("Lò Văn Hùng", "2025-11-18")


def test_a_completion_check_is_issued_once_and_printed_again_as_the_same_paper(
    commune: Workspace, tmp_path: Path
) -> None:
    case = handed_over(commune)
    issue_minutes(commune, [case], REGISTER)
    [first] = print_minutes(commune, [case], tmp_path / "a.pdf", CHECK).issued
    assert (first.minutes.reprint, first.minutes.number) == (False, None)
    assert "Số: " not in text_of(tmp_path / "a.pdf")
    [again] = print_minutes(commune, [case], tmp_path / "b.pdf", CHECK).issued
    assert (again.paper_id, again.minutes.reprint) == (first.paper_id, True)
    assert "In lại ngày" in text_of(tmp_path / "b.pdf")
    assert len(papers(commune, case)) == 1
    rename(commune, case, "Lò Văn Pảng")
    [changed] = print_minutes(commune, [case], tmp_path / "c.pdf", CHECK).issued
    assert changed.paper_id != first.paper_id


def test_a_completion_check_takes_the_next_number_of_the_register_where_that_is_wanted(
    commune: Workspace, tmp_path: Path
) -> None:
    case = handed_over(commune)
    issue_minutes(commune, [case], REGISTER)
    [check] = print_minutes(commune, [case], tmp_path / "a.pdf", replace(REGISTER, kind=CHECK.kind)).issued
    assert check.minutes.number == "02"
    assert "Số: 02/BB-UBND" in text_of(tmp_path / "a.pdf")
    assert "ỦY BAN NHÂN DÂN" in text_of(tmp_path / "a.pdf")
    [again] = print_minutes(commune, [case], tmp_path / "a.pdf", CHECK).issued
    assert (again.minutes.number, again.minutes.reprint) == ("02", True)
    typed = void_paper(commune, check.paper_id, "Số ghi nhầm.")
    assert typed.tables == {"paper_note"}


def test_the_signing_form_of_the_day_is_kept_on_both_minutes(commune: Workspace, tmp_path: Path) -> None:
    deputy = SignerDraft("Lường Thị Ính", "Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "2025-01-01")
    save_signers(commune, [deputy])
    case = handed_over(commune)
    for options in (REGISTER, CHECK):
        print_minutes(commune, [case], tmp_path / "a.pdf", options)
        assert "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in text_of(tmp_path / "a.pdf")
    save_signers(commune, [])
    assert papers(commune, case)[0].minutes().side_a[0].signing[-1] == "PHÓ CHỦ TỊCH"

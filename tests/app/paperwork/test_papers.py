"""The papers of a house's file: which are due, how far each is, scans, closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from app.backup import write_backup
from app.handover.drafts import MinutesOptions
from app.handover.issuing import issue_minutes, void_paper
from app.paperwork.drafts import CloseDraft, MarkDraft, ScanDraft
from app.paperwork.operations import add_scan, close_files, mark_papers, note_printed, remove_mark, reopen_file
from app.paperwork.queries import FileFilter, HouseFile, count_by_village, house_file, house_files, scans_of
from app.problems import Refused, Trouble
from app.reports.houses import HANDED_OVER
from app.restoring import check_soundness, restore
from app.support.queries import case_facts, case_states
from app.undo import undo_newest
from app.workspace import Workspace
from models.paperwork import PaperMark
from models.vocabulary import PaperKind, PaperState, Status, WorkType
from tests.make import make_approved, make_case, make_finished

SIGNED, SCANNED, PRINTED, NONE = PaperState.SIGNED, PaperState.SCANNED, PaperState.PRINTED, PaperState.NONE
DAY = "2025-11-20"


def file_of(workspace: Workspace, case: str) -> HouseFile:
    with workspace.read() as session:
        return house_file(session, case)


def states(workspace: Workspace, case: str) -> dict[str, PaperState]:
    return {one.kind: one.state for one in file_of(workspace, case).papers}


def missing(workspace: Workspace, case: str) -> list[str]:
    return [one.kind for one in file_of(workspace, case).missing]


def test_a_paper_is_due_from_the_step_its_programme_names(commune: Workspace, handed_over: str) -> None:
    asked = make_case(commune, "Tòng Văn Ơn")
    assert missing(commune, asked) == ["application"]
    make_approved(commune, asked)
    assert missing(commune, asked) == ["application", "survey_form", "review_minutes"]
    assert "handover_minutes" in missing(commune, handed_over)
    assert len(file_of(commune, handed_over).papers) == 8
    assert [one.kind for one in file_of(commune, handed_over).papers if not one.due] == ["payment_voucher"]


def test_a_repair_is_not_asked_for_handover_minutes(commune: Workspace) -> None:
    case = make_case(commune, work_type=WorkType.REPAIR)
    assert "handover_minutes" not in states(commune, case)


def test_what_the_program_knows_is_told_without_being_noted(commune: Workspace, handed_over: str) -> None:
    found = states(commune, handed_over)
    assert found["decision"] is SIGNED
    assert found["stage_minutes"] is SIGNED
    assert found["handover_minutes"] is NONE
    _, [issued] = issue_minutes(commune, [handed_over], MinutesOptions())
    assert states(commune, handed_over)["handover_minutes"] is PRINTED
    void_paper(commune, issued.paper_id, "Sai tên")
    assert states(commune, handed_over)["handover_minutes"] is NONE


def test_printing_is_noted_once_and_only_of_papers_that_are_asked_for(commune: Workspace, handed_over: str) -> None:
    pairs = [(handed_over, "application"), (handed_over, "thanks_letter"), (handed_over, "decision")]
    assert note_printed(commune, pairs) is not None
    assert states(commune, handed_over)["application"] is PRINTED
    assert note_printed(commune, pairs) is None
    with commune.read() as session:
        assert list(session.scalars(select(PaperMark.kind))) == ["application"]


def test_printing_does_not_stand_in_the_way_of_undoing(commune: Workspace, handed_over: str) -> None:
    note_printed(commune, [(handed_over, "application")])
    undo_newest(commune)
    with commune.read() as session:
        assert case_states(session, [handed_over])[handed_over].status is Status.ACCEPTED


def test_a_scan_lies_once_by_content_and_counts_as_signed(
    commune: Workspace, handed_over: str, scanned_pdf: Path
) -> None:
    draft = ScanDraft((handed_over,), "handover_minutes", scanned_pdf, DAY, "Lò Thị Hoa")
    add_scan(commune, draft)
    add_scan(commune, draft)
    cell = file_of(commune, handed_over).cell("handover_minutes")
    assert cell is not None
    assert (cell.state, cell.day, cell.signer) == (SCANNED, DAY, "Lò Thị Hoa")
    with commune.read() as session:
        [scan] = scans_of(session, handed_over, commune.folder)
    assert (scan.here, scan.pages, scan.ending, scan.name) == (True, 2, ".pdf", "Biên bản bàn giao.pdf")
    assert not PdfReader(scan.file(commune.folder)).attachments
    undo_newest(commune)
    assert states(commune, handed_over)["handover_minutes"] is NONE


def test_a_photographed_paper_becomes_an_upright_jpeg(
    commune: Workspace, handed_over: str, scanned_picture: Path
) -> None:
    add_scan(commune, ScanDraft((handed_over,), "decision", scanned_picture, DAY))
    with commune.read() as session:
        [scan] = scans_of(session, handed_over, commune.folder)
    assert scan.file(commune.folder).read_bytes().startswith(b"\xff\xd8\xff")
    remove_mark(commune, scan.id, scan.version)
    assert states(commune, handed_over)["decision"] is SIGNED


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"hello", "scan_no_scan"), (b"%PDF-1.7\nnothing", "scan_unreadable"), (b"\xff\xd8\xff\x00", "scan_unreadable")],
)
def test_a_file_that_is_no_scan_is_one_sentence_and_changes_nothing(
    commune: Workspace, handed_over: str, tmp_path: Path, content: bytes, code: str
) -> None:
    file = tmp_path / "giấy.pdf"
    file.write_bytes(content)
    with pytest.raises(Trouble) as trouble:
        add_scan(commune, ScanDraft((handed_over,), "decision", file, DAY))
    assert trouble.value.code == code
    assert "giấy.pdf" in str(trouble.value)
    with commune.read() as session:
        assert not scans_of(session, handed_over)
    assert not list((commune.folder / "reports").rglob("*.*"))


def test_check_misses_a_scan_whose_file_is_gone(commune: Workspace, handed_over: str, scanned_pdf: Path) -> None:
    add_scan(commune, ScanDraft((handed_over,), "handover_minutes", scanned_pdf, DAY))
    assert check_soundness(commune).scans.here == 1
    with commune.read() as session:
        [scan] = scans_of(session, handed_over)
    scan.file(commune.folder).write_bytes(b"broken")
    found = check_soundness(commune)
    assert (found.scans.damaged, found.sound) == (1, False)


def test_one_mark_may_be_of_many_houses_and_says_day_and_signer(commune: Workspace, handed_over: str) -> None:
    other = make_case(commune, "Tòng Văn Ơn")
    mark_papers(commune, MarkDraft((handed_over, other), "review_minutes", SIGNED, DAY, "Cà Văn Ánh"))
    assert states(commune, other)["review_minutes"] is SIGNED
    with pytest.raises(Refused, match="paper_day_ahead"):
        mark_papers(commune, MarkDraft((other,), "decision", SIGNED, "2999-01-01"))


def test_a_file_closes_complete_or_with_a_reason_and_stays_counted_as_handed_over(
    commune: Workspace, handed_over: str
) -> None:
    with pytest.raises(Refused, match="close_papers_missing"):
        close_files(commune, [CloseDraft(handed_over, DAY)])
    close_files(commune, [CloseDraft(handed_over, DAY, "Giấy nằm ở hồ sơ giấy")])
    with commune.read() as session:
        state = case_states(session, [handed_over])[handed_over]
    assert state.status is Status.CLOSED
    assert state.status in HANDED_OVER
    assert file_of(commune, handed_over).closed
    with pytest.raises(Refused, match="closed_already"):
        close_files(commune, [CloseDraft(handed_over, DAY, "x")])
    with pytest.raises(Refused):
        reopen_file(commune, handed_over, " ")
    reopen_file(commune, handed_over, "Bổ sung biên bản")
    with commune.read() as session:
        assert case_states(session, [handed_over])[handed_over].status is Status.HANDED_OVER
    for kind in missing(commune, handed_over):
        mark_papers(commune, MarkDraft((handed_over,), kind, SIGNED, DAY))
    close_files(commune, [CloseDraft(handed_over, DAY)])
    undo_newest(commune)
    assert not file_of(commune, handed_over).closed


def test_a_house_that_is_not_done_is_not_closed_and_a_closed_repair_is_not_handed_over(commune: Workspace) -> None:
    building, repair = make_case(commune), make_case(commune, "Tòng Văn Ơn", work_type=WorkType.REPAIR)
    make_approved(commune, building, repair)
    make_finished(commune, repair)
    with pytest.raises(Refused, match="close_not_done"):
        close_files(commune, [CloseDraft(building, DAY, "x")])
    close_files(commune, [CloseDraft(repair, DAY, "Giấy ở kho")])
    with commune.read() as session:
        state = case_states(session, [repair])[repair]
    assert (state.status, state.closing is not None) == (Status.ACCEPTED, True)


def test_a_signed_stage_paper_opens_the_next_part_of_the_money(commune: Workspace) -> None:
    case = make_case(commune)
    mark_papers(commune, MarkDraft((case,), PaperKind.STAGE_MINUTES.value, SIGNED, DAY))
    with commune.read() as session:
        assert case_facts(session, [case])[case].signed_papers == ("stage_minutes",)


def test_a_list_narrows_by_what_is_missing_and_counts_by_village(commune: Workspace, handed_over: str) -> None:
    asked = make_case(commune, "Tòng Văn Ơn")
    with commune.read() as session:
        files = house_files(session)
        assert [one.case_id for one in files if FileFilter(kind="handover_minutes").holds(one)] == [handed_over]
        [count] = count_by_village(files)
    assert (count.houses, count.lacking, count.unsigned) == (2, 2, 0)
    note_printed(commune, [(asked, "application")])
    with commune.read() as session:
        printed = FileFilter(lacking=frozenset({PRINTED}))
        assert [one.case_id for one in house_files(session) if printed.holds(one)] == [asked]


def test_scans_are_in_a_backup_and_come_back_with_it(
    commune: Workspace, handed_over: str, scanned_pdf: Path, tmp_path: Path
) -> None:
    add_scan(commune, ScanDraft((handed_over,), "handover_minutes", scanned_pdf, DAY))
    write_backup(commune.engine, tmp_path / "usb" / "bản sao.db", commune.folder)
    restored, _ = restore(tmp_path / "máy mới", tmp_path / "usb" / "bản sao.db")
    with restored.read() as session:
        [scan] = scans_of(session, handed_over, restored.folder)
    assert scan.here
    assert check_soundness(restored).sound
    restored.close()

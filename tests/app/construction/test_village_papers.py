"""The sheet of a village and of a visit: every village in one job, the present state, nothing private on the sheet."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from app.construction.drafts import SiteReportDraft, WeekDraft
from app.construction.operations import save_week
from app.papers import all_ids, print_papers
from app.support.drafts import ExceptionDraft
from app.workspace import Workspace
from models.vocabulary import ExceptionCase, PaperKind
from tests.weekly_sheets import HEADS, STOPPED, VILLAGES, make_weekly_sheets


def test_the_sheets_of_six_villages_are_six_pages_with_the_present_state_and_no_private_number(
    commune: Workspace, tmp_path: Path
) -> None:
    cases = make_weekly_sheets(commune)
    stop = ExceptionDraft(cases[STOPPED], ExceptionCase.ON_HOLD, "2026-11-12", "chờ thợ", review_on="2026-11-15")
    save_week(commune, WeekDraft((), (stop,), (SiteReportDraft(cases[HEADS[3]], "2026-11-12", "Chưa có tôn"),)))
    with commune.read() as session:
        ids = all_ids(session, PaperKind.VILLAGE_SHEET)
    assert set(ids) == set(cases.values())
    target = tmp_path / "phiếu.pdf"
    print_papers(commune, PaperKind.VILLAGE_SHEET, ids, target)
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(target).pages]
    assert len(pages) == len(VILLAGES)
    [page] = [one for one in pages if "Bản Na Nát" in one]
    assert "Lò Văn Trưởng 3" in page
    assert "Tạm dừng: chờ thợ, xem lại 15/11/26" in page
    assert "Chưa có tôn" in page
    assert not any(number in "".join(pages) for number in ("0110850012", "0912000", "0987000"))


def test_the_sheet_of_a_visit_says_where_to_go_what_to_look_at_and_how_to_reach_the_village_head(
    commune: Workspace, tmp_path: Path
) -> None:
    cases = make_weekly_sheets(commune)
    target = tmp_path / "đi.pdf"
    print_papers(commune, PaperKind.VISIT_SHEET, [cases["Tòng Văn Ơn"], cases["Lò Văn Pâng"]], target)
    first, second = (" ".join(page.extract_text().split()) for page in PdfReader(target).pages)
    assert "điện thoại: 0987000000" in first
    assert "1 Lò Văn Pâng Xây mới Xong khung, tường; tin gần nhất 20/10/2026 Mái" in first
    assert "Phần móng, nền" in second
    assert "0912000" not in first + second

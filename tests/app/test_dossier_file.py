"""The file of a house is one PDF: cover, contents with page numbers, papers in order, scans."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from app.dossier_file import bind_dossier
from app.handover.issuing import issue_minutes
from app.paperwork.drafts import ScanDraft
from app.paperwork.operations import add_scan
from app.workspace import Workspace
from tests.app.paperwork.conftest import handed_over as handed_over  # noqa: PLC0414 - fixtures
from tests.app.paperwork.conftest import scanned_pdf as scanned_pdf  # noqa: PLC0414
from tests.app.paperwork.conftest import scanned_picture as scanned_picture  # noqa: PLC0414


def test_a_file_is_bound_with_cover_contents_papers_and_scans(
    commune: Workspace, handed_over: str, scanned_pdf: Path, scanned_picture: Path, tmp_path: Path
) -> None:
    issue_minutes(commune, [handed_over])
    add_scan(commune, ScanDraft((handed_over,), "completion_check", scanned_pdf, "2025-11-20", "Lò Thị Hoa"))
    add_scan(commune, ScanDraft((handed_over,), "commitment", scanned_picture, "2025-11-20"))
    target = tmp_path / "hồ sơ.pdf"
    made = bind_dossier(commune, handed_over, target)
    pages = [page.extract_text() for page in PdfReader(target).pages]
    assert (made.pages, made.missing) == (len(pages), 4)
    assert "HỒ SƠ HỖ TRỢ NHÀ Ở" in pages[0]
    assert "Lò Văn Pâng" in pages[0]
    contents = " ".join(pages[1].split())
    assert "đã ký ngày 20/11/2025, Lò Thị Hoa" in contents
    assert "Bản cam kết" in contents
    outline = [one.title for one in PdfReader(target).outline if not isinstance(one, list)]
    assert outline == [
        "Mục lục",
        "Quyết định phê duyệt",
        "Biên bản xác nhận hoàn thành giai đoạn",
        "Biên bản kiểm tra việc hoàn thành xây dựng (sửa chữa) nhà ở",
        "Biên bản bàn giao nhà",
        "Bản cam kết",
    ]
    assert all(f"{number}/{len(pages)}" in text for number, text in enumerate(pages, start=1))
    handed = next(
        number for number, text in enumerate(pages, start=1) if "BIÊN BẢN BÀN GIAO" in text.upper() and number > 2
    )
    assert f"{handed}–" in contents
    assert not list(commune.folder.glob("ho-so-*"))
    for scan in (commune.folder / "reports").glob("??/*.jpg"):
        scan.unlink()
    bind_dossier(commune, handed_over, target)
    assert "chờ ảnh" in " ".join(PdfReader(target).pages[1].extract_text().split()), "a scan that has not come"

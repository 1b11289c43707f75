"""A list of the window on paper: lying sheets, headings on each, filters and sums named, numbers of people hidden."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.documents.shown_table import Shown, ShownTable
from app.problems import Cancelled
from app.progress import Progress
from app.reports.table_paper import print_shown
from app.workspace import Workspace

TABLE = ShownTable(
    "Sổ chi tiết",
    (("Ngày", 90), ("Người", 200), ("Điện thoại", 110), ("Số tiền\n(đồng)", 110)),
    "Đang xem 60 / 412 dòng",
    "Đang lọc: có chữ “lò”",
    frozenset({3}),
    frozenset({2}),
)
ROWS: list[list[Shown]] = [[date(2026, 10, 5), f"Lò Văn Pâng {number}", "0912345678", 60_000] for number in range(60)]


def test_every_sheet_lies_and_has_its_headings_and_the_last_has_sums_and_count(
    commune: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "sổ.pdf"
    pages = print_shown(commune, path, TABLE, 60, lambda start, stop: ROWS[start:stop])
    made = PdfReader(path).pages
    texts = [" ".join(page.extract_text().split()) for page in made]
    assert len(made) == pages > 1
    assert all(page.mediabox.width > page.mediabox.height for page in made)
    assert all("Số tiền (đồng)" in text for text in texts)
    assert "Đang lọc: có chữ “lò”" in texts[0]
    assert "Cộng ******678" not in texts[-1]
    assert "3.600.000" in texts[-1]
    assert "Đang xem 60 / 412 dòng" in texts[-1]
    assert "05/10/2026 Lò Văn Pâng 0 ******678 60.000" in texts[0]
    assert "0912345678" not in "".join(texts)


def test_stopping_leaves_no_paper(commune: Workspace, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        print_shown(commune, tmp_path / "a.pdf", TABLE, 60, lambda start, stop: ROWS[start:stop], progress)
    assert list(tmp_path.glob("*.pdf")) == []

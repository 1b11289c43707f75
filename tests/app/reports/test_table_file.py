"""A list of the window in a workbook: the rows shown, numbers as numbers, and a last line that counts them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.documents.shown_table import Shown, ShownTable
from app.problems import Cancelled
from app.progress import Progress
from app.reports.table_file import save_shown
from app.workspace import Workspace

TABLE = ShownTable("Sổ chi tiết", (("Ngày", 90), ("Nội dung", 200), ("Số tiền\n(đồng)", 110)), "Đang xem 2 / 2 dòng")
ROWS: list[list[Shown]] = [[date(2026, 10, 5), "=1+1", 60_000_000], [None, "Chi đợt 2", -24_000_000]]


def test_the_workbook_holds_every_row_shown_and_says_so(commune: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "Sổ chi tiết.xlsx"
    assert save_shown(commune, path, TABLE, 2, lambda start, stop: ROWS[start:stop]) == 2
    sheet = load_workbook(path).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "Sổ chi tiết"
    assert rows[2] == ["Ngày", "Nội dung", "Số tiền (đồng)"]
    assert [row[1:] for row in rows[3:5]] == [["=1+1", 60_000_000], ["Chi đợt 2", -24_000_000]]
    assert sheet.cell(4, 2).data_type == "s"
    assert rows[5][0] == "Đã ghi 2 dòng trên 2 dòng đang xem."
    assert rows[6][0] == "Đang xem 2 / 2 dòng"


def test_stopping_leaves_no_file(commune: Workspace, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        save_shown(commune, tmp_path / "a.xlsx", TABLE, 2, lambda start, stop: ROWS[start:stop], progress)
    assert list(tmp_path.glob("*.xlsx")) == []

"""Rows written as text are the rows that openpyxl writes cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.documents.foreign_sheet import CellValue
from app.documents.row_xml import MoreRows, save_with_rows
from app.documents.workbook import Column, Look, add_sheet, append_row, new_workbook, save_workbook, start_table
from app.problems import Trouble

LOOKS = (Look.TEXT, Look.IDENTIFIER, Look.NUMBER, Look.DATE)
ROWS: tuple[tuple[CellValue, ...], ...] = (
    ("Lò Văn Pâng", "011072001234", 60_000_000, "2026-03-05"),
    ("=1+1", "+84", -1, "1972"),
    ("<a & b>", "'0", 0, "1899-12-31"),
    (" hai\n dòng  ", "_x0041_", None, None),
    ("A\u0300 \u0301", "\u200b", 7, "không rõ"),
    (None, "\t", 2**53, "1900-03-01"),
)


def facts(path: Path) -> list[list[tuple[object, ...]]]:
    """Everything that a person sees of the cells of a workbook's one sheet."""
    return [
        [(one.value, one.data_type, one.style, one.number_format, one.quotePrefix, one.font.b) for one in row]
        for row in load_workbook(path).worksheets[0].iter_rows()
    ]


def test_rows_as_text_are_the_cells_that_openpyxl_writes(tmp_path: Path) -> None:
    for name in ("cells.xlsx", "text.xlsx"):
        workbook = new_workbook()
        sheet = add_sheet(workbook, "Hộ gia đình")
        start_table(sheet, [Column(look.value, 12, look) for look in LOOKS])
        if name == "cells.xlsx":
            for row in ROWS:
                append_row(sheet, row, LOOKS)
            save_workbook(workbook, tmp_path / name)
        else:
            more = MoreRows(sheet, LOOKS)
            for row in ROWS:
                more.append(row)
            save_with_rows(workbook, [more], tmp_path / name)
    assert facts(tmp_path / "text.xlsx") == facts(tmp_path / "cells.xlsx")
    streamed = load_workbook(tmp_path / "text.xlsx", read_only=True).worksheets[0]
    assert len(list(streamed.iter_rows())) == 1 + len(ROWS), "the place of the last cell is told right"


def test_a_text_that_no_cell_holds_is_refused() -> None:
    sheet = add_sheet(new_workbook(), "Trang")
    append_row(sheet, ["Ghi chú"], [Look.HEADING])
    with pytest.raises(Trouble, match="text_too_long"):
        MoreRows(sheet, [Look.TEXT]).append(["a" * 40_000])

"""Workbooks we write: text stays text, dates are dates, the file is whole or not there; how foreign ones are read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from app.documents.cell_text import MAX_CELL_TEXT, from_cell, to_cell
from app.documents.workbook import (
    Column,
    Look,
    add_sheet,
    append_row,
    new_workbook,
    save_workbook,
    start_table,
)
from app.problems import Trouble
from models.vietnamese import nfc


def written(path: Path, *rows: tuple[object, Look]) -> Workbook:
    """A workbook with one value a row, saved and opened again."""
    workbook = new_workbook()
    sheet = add_sheet(workbook, "Trang")
    for value, look in rows:
        append_row(sheet, [value], [look])  # type: ignore[list-item]
    save_workbook(workbook, path)
    return load_workbook(path)


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+84 912", "-1", "@SUM(A1)", "=1+1", "'001"])
def test_text_is_never_a_formula(tmp_path: Path, text: str) -> None:
    cell = written(tmp_path / "a.xlsx", (text, Look.TEXT)).worksheets[0]["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_identifiers_keep_their_zeros_and_dates_are_dates(tmp_path: Path) -> None:
    rows = [
        ("001093000001", Look.IDENTIFIER),
        ("1956-05-20", Look.DATE),
        ("1956", Look.DATE),
        (60_000_000, Look.NUMBER),
    ]
    sheet = written(tmp_path / "a.xlsx", *rows, ("1899-01-02", Look.DATE)).worksheets[0]
    cells = [sheet.cell(row, 1) for row in range(1, 6)]
    assert [cell.value for cell in cells[:1]] == ["001093000001"]
    assert cells[0].number_format == "@"
    assert cells[1].value == datetime(1956, 5, 20)  # noqa: DTZ001 - a cell knows no time zone
    assert [cells[2].value, cells[2].number_format] == [1956, "0"]
    assert [cells[3].value, cells[3].number_format] == [60_000_000, "#,##0"]
    assert cells[4].value == "02/01/1899"


@given(st.text())
def test_text_comes_out_of_a_cell_as_it_went_in(text: str) -> None:
    kept = from_cell(to_cell(text))
    assert to_cell(kept) == to_cell(text)
    clean = nfc("".join(one for one in text if one.isprintable()))
    assert from_cell(to_cell(clean)) == clean


def test_what_looks_like_an_escape_survives() -> None:
    assert to_cell("_x000D_") == "_x005F_x000D_"
    assert from_cell("dòng 1_x000D_\ndòng 2") == "dòng 1\ndòng 2"
    assert from_cell("A\x0bB_x0007_") == "AB"


def test_text_that_excel_would_cut_is_refused() -> None:
    assert len(to_cell("ư" * MAX_CELL_TEXT)) == MAX_CELL_TEXT
    with pytest.raises(Trouble, match="text_too_long"):
        to_cell("ư" * (MAX_CELL_TEXT + 1))


def test_a_table_has_heading_drop_down_filter_and_frozen_rows(tmp_path: Path) -> None:
    workbook = new_workbook()
    sheet = add_sheet(workbook, "Danh sách: hộ/nghèo [2026] của một xã có tên rất dài")
    append_row(sheet, ["DANH SÁCH"], [Look.TITLE])
    many = [f"Thôn, bản số {number}" for number in range(80)]
    start_table(sheet, [Column("Tên", 24), Column("Thôn", 18, choices=many), Column("Diện", 9, choices=["a", "b"])])
    append_row(sheet, ["x", "y", "z"], [Look.TEXT] * 3)
    save_workbook(workbook, tmp_path / "a.xlsx")
    again = load_workbook(tmp_path / "a.xlsx")
    sheet = again.worksheets[0]
    assert len(sheet.title) <= 31
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", "A2:C2")
    lists = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert lists == {"B3:B2000": "'_lua_chon'!$A$1:$A$80", "C3:C2000": "'_lua_chon'!$B$1:$B$2"}
    assert (again["_lua_chon"]["A80"].value, again["_lua_chon"].sheet_state) == ("Thôn, bản số 79", "hidden")
    assert [one.value for one in sheet[3]] == ["x", "y", "z"]


def test_a_full_disk_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    path = tmp_path / "gói.xlsx"
    path.write_bytes(b"old")
    (tmp_path / "gói.xlsx.part").symlink_to("/dev/full")
    with pytest.raises(Trouble, match="disk_full"):
        written(path, ("x", Look.TEXT))
    assert [one.name for one in tmp_path.iterdir()] == ["gói.xlsx"]
    assert path.read_bytes() == b"old"

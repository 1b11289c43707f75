"""Whole files: from the workbook to rows with problems and repairs."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.lists.column_letters import column_letter
from app.lists.fields import Field
from app.lists.reading import PassedOver, ReadingOptions, read_list, read_list_here
from app.lists.rows import RepairKind
from app.lists.template import write_template
from app.paths import resource
from app.problems import Trouble
from app.wording.lists import TEMPLATE_SHEET
from tests.app.lists.sheets import HEADINGS, write_list, write_lists

PANG = (1, "Lò Văn Pâng", 1962, "011062900001", "Nà Mặn")


def test_the_sample_list_is_read_whole() -> None:
    found = read_list(resource("samples", "danh-sach-ho.xlsx"))
    assert len(found.rows) == 40
    assert found.read == 40 + found.skipped
    assert [row for row in found.rows if row.problems or row.repairs] == []
    (sheet,) = found.sheets
    assert (sheet.header_rows, sheet.mapping["Họ và tên chủ hộ"], sheet.columns[Field.HEAD_NAME]) == (
        (8,), Field.HEAD_NAME, "B",
    )  # fmt: skip
    assert found.rows[0].row_number == 9


def test_sheets_with_tables_are_read_and_others_left(tmp_path: Path) -> None:
    sheets: dict[str, list[tuple[object, ...]]] = {
        "Hướng dẫn": [("Đọc kỹ",)],
        "Thôn 1": [HEADINGS, PANG],
        "Thôn 2": [HEADINGS, (1, "Vì Thị Dung")],
    }
    path = write_lists(tmp_path / "a.xlsx", sheets)
    found = read_list_here(path, ReadingOptions())
    assert [sheet.name for sheet in found.sheets] == ["Thôn 1", "Thôn 2"]
    assert [(row.sheet, row.row_number) for row in found.rows] == [("Thôn 1", 2), ("Thôn 2", 2)]
    chosen = read_list_here(path, ReadingOptions(sheets=("Thôn 2",)))
    assert [row.values.head_name for row in chosen.rows] == ["Vì Thị Dung"]
    assert chosen.sheet_names == ("Hướng dẫn", "Thôn 1", "Thôn 2")
    assert (found.passed_over, chosen.passed_over) == ({"Hướng dẫn": PassedOver.NO_TABLE}, {})


def test_a_hidden_sheet_is_told_and_read_when_it_is_chosen(tmp_path: Path) -> None:
    path = write_lists(tmp_path / "a.xlsx", {"Thôn 1": [HEADINGS, PANG], "Cũ": [HEADINGS, PANG], "Trống": []})
    book = load_workbook(path)
    book["Cũ"].sheet_state = book["Trống"].sheet_state = "hidden"
    book.save(path)
    found = read_list_here(path, ReadingOptions())
    assert ([one.name for one in found.sheets], found.passed_over) == (["Thôn 1"], {"Cũ": PassedOver.HIDDEN})
    chosen = read_list_here(path, ReadingOptions(sheets=("Cũ",)))
    assert ([one.name for one in chosen.sheets], chosen.passed_over) == (["Cũ"], {})


def test_a_file_without_a_table_has_no_sheets(tmp_path: Path) -> None:
    found = read_list_here(
        write_list(tmp_path / "a.xlsx", [("STT", "Vật tư", "Số lượng"), (1, "Xi măng", 5)]), ReadingOptions()
    )
    assert (found.sheets, found.rows, found.read) == ((), (), 0)


def test_an_id_number_that_stood_earlier_in_the_file_rejects_the_later_row(tmp_path: Path) -> None:
    path = write_lists(
        tmp_path / "a.xlsx", {"1": [HEADINGS, PANG], "2": [HEADINGS, (1, "Lò Thị X", 1962, "011062900001")]}
    )
    first, second = read_list_here(path, ReadingOptions()).rows
    assert (first.rejected, second.rejected) == (False, True)
    (problem,) = second.problems
    assert (problem.code, problem.values) == ("citizen_id_twice", {"row": 2, "sheet": "1"})


def test_decomposed_and_invisible_text_is_repaired_and_listed(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Lò Văn Pâng")
    rows = [HEADINGS, (1, decomposed, None, None, "Nà\u00a0Mặn\u200b"), (2, "  Vì   Thị Dung ", 1958)]
    first, second = read_list_here(write_list(tmp_path / "a.xlsx", rows), ReadingOptions()).rows
    assert (first.values.head_name, first.values.village) == ("Lò Văn Pâng", "Nà Mặn")
    assert [(one.field, one.kind) for one in first.repairs] == [
        (Field.HEAD_NAME, RepairKind.TEXT_COMPOSED),
        (Field.VILLAGE, RepairKind.TEXT),
    ]
    assert (second.values.head_name, second.repairs) == ("Vì Thị Dung", ())


def test_text_of_an_old_encoding_is_read_and_named_where_that_is_refused(tmp_path: Path) -> None:
    rows = [HEADINGS, (1, "NguyÔn V¨n §oµn", 1962), (2, "Nguyeãn Vaên Ñoaøn", 1958)]
    found = read_list_here(write_list(tmp_path / "a.xlsx", rows), ReadingOptions())
    assert [row.values.head_name for row in found.rows] == ["Nguyễn Văn Đoàn", "Nguyễn Văn Đoàn"]
    assert [[one.kind for one in row.repairs] for row in found.rows] == [[RepairKind.LEGACY_TEXT]] * 2
    refused = ReadingOptions(refused=frozenset({RepairKind.LEGACY_TEXT}))
    found = read_list_here(tmp_path / "a.xlsx", refused)
    assert [[one.code for one in row.problems] for row in found.rows] == [["text_legacy"], ["text_legacy"]]
    assert [row.values.head_name for row in found.rows] == ["NguyÔn V¨n §oµn", "Nguyeãn Vaên Ñoaøn"]
    refused = ReadingOptions(refused_cells=frozenset({(found.rows[0].sheet, 2, "B")}))
    found = read_list_here(tmp_path / "a.xlsx", refused)
    assert [row.values.head_name for row in found.rows] == ["NguyÔn V¨n §oµn", "Nguyễn Văn Đoàn"]
    assert found.sheets[0].encoding == "mixed"


def test_the_template_comes_back_as_it_was_filled_in(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    write_template(tmp_path / "a.xlsx", ["Thôn Nà Mặn", "Thôn Nà Sáng"])
    assert read_list(tmp_path / "a.xlsx").rows == ()
    workbook = load_workbook(tmp_path / "a.xlsx")
    sheet = workbook[TEMPLATE_SHEET]
    headings = {str(sheet.cell(3, at).value): at for at in range(1, sheet.max_column + 1)}
    filled: dict[str, str | int] = {"Họ và tên chủ hộ": "Lò Văn Pâng", "Giới tính": "Nam",
              "Ngày, tháng, năm sinh": "20/05/1962",
              "Đối tượng": "Hộ nghèo", "Thôn/tổ dân phố": "Thôn Nà Mặn", "Nhu cầu hỗ trợ": "Xây mới",
              "Mức hỗ trợ (đồng)": 60_000_000, "Số nhân khẩu": 4, "Số CCCD/ĐDCN": "011062900001"}  # fmt: skip
    for heading, value in filled.items():
        sheet.cell(4, headings[heading], value)
    workbook.save(tmp_path / "a.xlsx")
    found = read_list(tmp_path / "a.xlsx")
    (row,) = found.rows
    assert (row.problems, row.repairs) == ((), ())
    assert (row.values.birth, row.values.category, row.values.requested_amount) == ("1962-05-20", "poor", 60_000_000)
    assert len(found.sheets[0].mapping) == len(headings)


def test_a_broken_list_is_one_sentence(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", [HEADINGS, PANG])
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(Trouble, match="file_damaged"):
        read_list(path)


@pytest.mark.parametrize(("position", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (299, "KN")])
def test_columns_are_named_as_excel_names_them(position: int, letters: str) -> None:
    assert column_letter(position) == letters


def test_a_list_of_formulas_that_nobody_calculated_is_told_and_not_empty(tmp_path: Path) -> None:
    rows = [("Họ và tên chủ hộ", "Năm sinh"), ("Lò Văn Pâng", "=1900+62"), ("=Sheet2!A1", "=Sheet2!B1")]
    found = read_list_here(write_list(tmp_path / "a.xlsx", rows), ReadingOptions())
    assert [(row.row_number, row.rejected, row.problems[0].code) for row in found.rows] == [
        (2, True, "formula_uncalculated"), (3, True, "formula_uncalculated"),
    ]  # fmt: skip


def test_hidden_rows_are_read_and_counted_or_left_out(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (("Họ và tên chủ hộ", "Năm sinh"), ("Lò Văn Pâng", 1962), ("Vì Thị Dung", 1958)):
        sheet.append(list(row))
    sheet.row_dimensions[3].hidden = True
    workbook.save(tmp_path / "a.xlsx")
    read = read_list_here(tmp_path / "a.xlsx", ReadingOptions())
    left = read_list_here(tmp_path / "a.xlsx", ReadingOptions(skip_hidden_rows=True))
    assert (len(read.rows), read.sheets[0].hidden_rows, read.skipped) == (2, 1, 0)
    assert (len(left.rows), left.skipped, left.read) == (1, 1, 2)

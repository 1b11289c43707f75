"""The error workbook is the officer's own file with marks; corrected and imported again it is accepted as it is."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from app.documents.foreign_password import unlocked
from app.documents.intake import Kind, kind_of
from app.lists.error_workbook import written_text
from app.lists.fields import Field
from app.lists.marked_list import CellFinding, TablePlace, marked_here
from app.lists.operations import ImportOptions, NothingSaved, import_list
from app.lists.reading import ReadingOptions, read_list_here
from app.lists.report import ImportReport
from app.wording.list_errors import ERRORS_SHEET, REASON_HEADING
from app.wording.messages import problem_text
from app.workspace import Workspace
from tests.app.lists.old_fonts import to_tcvn3

HEADINGS = ("STT", "Họ và tên chủ hộ", "Năm sinh", "Số CCCD", "Thôn", "Đối tượng", "Mức hỗ trợ (triệu đồng)")
GOOD = (1, "Lò Văn Pâng", 1962, "011062900001", "Bản Hua Nạng", "Hộ nghèo", 60)
BAD = (2, "Lò Thị Hoa", "20/13/1950", "0110509", "Bản Hua Nạng", "Hộ nghèo", 60)
ALSO_BAD = (3, "Quàng Văn Tám", 1970, None, "Bản Hua Nạng", "hộ khá", 30)
DOUBTFUL = (4, "Cà Thị Bé", 1971, None, "Bản Hua Nạng", "Hộ nghèo, NCC", 30)
LINE = Side(style="medium", color="FF0000AA")
HEADING_ROW = 5
KEY = "Bí mật 1"


def own_list(path: Path, *rows: Sequence[object], beside: str | None = None) -> Path:
    """A list as an officer lays it out: letterhead, colours, widths, a remark, a drop-down, another sheet."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Bản Hua Nạng"
    sheet["A1"] = "UBND XÃ MƯỜNG PHĂNG"
    sheet.merge_cells("A1:C1")
    sheet["A3"] = "DANH SÁCH HỘ ĐỀ NGHỊ HỖ TRỢ"
    sheet["A3"].font = Font(size=16, bold=True, color="FF880000")
    for number, row in enumerate((HEADINGS, *rows), start=HEADING_ROW):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, value)  # type: ignore[call-overload]
            cell.border = Border(LINE, LINE, LINE, LINE)
            if column == 7:
                cell.fill, cell.number_format = PatternFill("solid", fgColor="FFE2F0D9"), "#,##0"
    sheet.column_dimensions["B"].width = 31
    sheet.freeze_panes = "C6"
    sheet["B6"].comment = Comment("nhà ở xa", "cán bộ")
    choice = DataValidation(type="list", formula1='"Hộ nghèo,Hộ cận nghèo"')
    sheet.add_data_validation(choice)
    choice.add("F6:F20")
    workbook.create_sheet("Ghi chú riêng")["A1"] = "trang khác của cán bộ"
    workbook.save(path)
    return path


def imported(workspace: Workspace, path: Path, errors: Path | None = None) -> ImportReport:
    return import_list(workspace, path, ImportOptions(errors=errors))[1]


def marked(source: Path, target: Path) -> Path:
    """The error workbook of a list as far as reading alone finds what is wrong with it."""
    read = read_list_here(source, ReadingOptions())
    findings = [
        CellFinding(row.sheet, row.row_number, read.sheets[0].columns[Field(one.field)], problem_text(one), one.warning)
        for row in read.rows
        for one in row.problems
    ]
    tables = {one.name: TablePlace(one.header_rows[0], one.columns[Field.HEAD_NAME]) for one in read.sheets}
    target.write_bytes(marked_here(source, findings, tables, None))
    return target


def fills(path: Path, *cells: str) -> list[str]:
    sheet = load_workbook(path).worksheets[0]
    return [str(sheet[cell].fill.fgColor.rgb) for cell in cells]


def corrected(source: Path, target: Path, changes: dict[str, str | None]) -> Path:
    """The workbook saved again with other values in a few cells, as an office program saves it."""
    workbook = load_workbook(source)
    for cell, value in changes.items():
        workbook.worksheets[0][cell] = value
    workbook.save(target)
    return target


def test_only_the_parts_with_marks_change(tmp_path: Path) -> None:
    own = own_list(tmp_path / "a.xlsx", GOOD, BAD)
    marked(own, tmp_path / "e.xlsx")
    with zipfile.ZipFile(own) as before, zipfile.ZipFile(tmp_path / "e.xlsx") as after:
        changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
        added = set(after.namelist()) - set(before.namelist())
    assert changed == {
        "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "[Content_Types].xml",
    }  # fmt: skip
    assert added == {"xl/worksheets/sheet3.xml"}


def test_it_is_the_officers_own_file_with_marks(tmp_path: Path) -> None:
    marked(own_list(tmp_path / "a.xlsx", GOOD, BAD, DOUBTFUL), tmp_path / "e.xlsx")
    workbook = load_workbook(tmp_path / "e.xlsx")
    sheet = workbook.worksheets[0]
    assert workbook.sheetnames == ["Bản Hua Nạng", "Ghi chú riêng", ERRORS_SHEET]
    assert fills(tmp_path / "e.xlsx", "C7", "D7", "F8", "B6", "G7") == [
        "FFFFC9C4", "FFFFC9C4", "FFFFEFB8", "00000000", "FFE2F0D9",
    ]  # fmt: skip
    assert (sheet["C7"].value, sheet["C7"].border.left.style) == ("20/13/1950", "medium")
    assert (sheet["G7"].number_format, sheet["A3"].font.color.rgb) == ("#,##0", "FF880000")
    assert (sheet.column_dimensions["B"].width, sheet.freeze_panes) == (31, "C6")
    assert sheet["B6"].comment is not None
    assert len(sheet.data_validations.dataValidation) == 1
    assert sheet["H5"].value == REASON_HEADING
    assert "C7" in str(sheet["H7"].value)
    assert "D7" in str(sheet["H7"].value)


def test_the_added_sheet_leads_to_each_cell(tmp_path: Path) -> None:
    marked(own_list(tmp_path / "a.xlsx", GOOD, BAD, DOUBTFUL), tmp_path / "e.xlsx")
    sheet = load_workbook(tmp_path / "e.xlsx")[ERRORS_SHEET]
    told = list(sheet.iter_rows(min_row=6, values_only=True))
    assert [(row[2], row[3]) for row in told] == [("D7", "0110509"), ("C7", "20/13/1950"), ("F8", "Hộ nghèo, NCC")]
    links = [cell.hyperlink.location for row in sheet for cell in row if cell.hyperlink]
    assert links == ["'Bản Hua Nạng'!D7", "'Bản Hua Nạng'!C7", "'Bản Hua Nạng'!F8"]


def test_the_added_sheet_shows_old_encodings_as_a_person_reads_them(tmp_path: Path) -> None:
    rows = [tuple(to_tcvn3(one) if isinstance(one, str) else one for one in row) for row in (GOOD, BAD, ALSO_BAD)]
    marked(own_list(tmp_path / "a.xlsx", *rows), tmp_path / "e.xlsx")
    workbook = load_workbook(tmp_path / "e.xlsx")
    assert workbook[ERRORS_SHEET]["D8"].value == "hộ khá"
    assert workbook.worksheets[0]["F8"].value == to_tcvn3("hộ khá")


def test_corrected_and_imported_again_it_is_accepted_as_it_is(commune: Workspace, tmp_path: Path) -> None:
    first = imported(commune, own_list(tmp_path / "a.xlsx", GOOD, BAD, ALSO_BAD), tmp_path / "e.xlsx")
    assert (first.new, first.rejected) == (1, 2)
    again = imported(commune, tmp_path / "e.xlsx")
    assert (again.new, again.changed, again.unchanged, again.rejected) == (0, 0, 1, 2)
    done = corrected(tmp_path / "e.xlsx", tmp_path / "f.xlsx", {"C7": "20/12/1950", "D7": None, "F8": "Hộ cận nghèo"})
    second = imported(commune, done, tmp_path / "g.xlsx")
    assert (second.new, second.changed, second.unchanged, second.rejected) == (2, 0, 1, 0)
    assert second.skipped == first.skipped
    assert second.sheets[0].unused == {}
    assert not second.problems
    assert not (tmp_path / "g.xlsx").exists()


@pytest.mark.parametrize("saved_between", [False, True])
def test_marks_of_an_earlier_round_are_taken_away(tmp_path: Path, *, saved_between: bool) -> None:
    marked(own_list(tmp_path / "a.xlsx", GOOD, BAD, ALSO_BAD), tmp_path / "e.xlsx")
    half = tmp_path / "e.xlsx"
    if saved_between:
        half = corrected(tmp_path / "e.xlsx", tmp_path / "f.xlsx", {"C7": "20/12/1950", "D7": None})
    marked(half, tmp_path / "g.xlsx")
    workbook = load_workbook(tmp_path / "g.xlsx")
    assert workbook.sheetnames == ["Bản Hua Nạng", "Ghi chú riêng", ERRORS_SHEET]
    left = ["00000000", "00000000"] if saved_between else ["FFFFC9C4", "FFFFC9C4"]
    assert fills(tmp_path / "g.xlsx", "C7", "D7", "F8") == [*left, "FFFFC9C4"]
    assert workbook.worksheets[0]["H5"].value == REASON_HEADING
    assert workbook.worksheets[0]["I5"].value is None
    assert bool(workbook.worksheets[0]["H7"].value) is not saved_between
    assert len(list(workbook[ERRORS_SHEET].iter_rows(min_row=6))) == (1 if saved_between else 3)


def test_it_is_written_also_when_nothing_could_be_saved(commune: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NothingSaved) as refused:
        imported(commune, own_list(tmp_path / "a.xlsx", BAD), tmp_path / "e.xlsx")
    assert refused.value.report.rejected == 1
    assert fills(tmp_path / "e.xlsx", "C6") == ["FFFFC9C4"]


def test_a_list_of_another_format_is_marked_as_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "danh sách: xã [1].csv"
    path.write_text("\n".join(";".join(map(str, row)) for row in (HEADINGS, GOOD, BAD)), encoding="utf-8-sig")
    marked(path, tmp_path / "e.xlsx")
    workbook = load_workbook(tmp_path / "e.xlsx")
    assert workbook.sheetnames == ["danh sách  xã  1", ERRORS_SHEET]
    assert fills(tmp_path / "e.xlsx", "C3", "C2") == ["FFFFC9C4", "00000000"]
    done = corrected(tmp_path / "e.xlsx", tmp_path / "f.xlsx", {"C3": "20/12/1950", "D3": None})
    assert not any(row.problems for row in read_list_here(done, ReadingOptions()).rows)


def test_a_list_with_a_password_comes_back_with_it(commune: Workspace, tmp_path: Path) -> None:
    own, done = tmp_path / "a.xlsx", tmp_path / "f.xlsx"
    with own_list(tmp_path / "b.xlsx", GOOD, BAD).open("rb") as plain, own.open("wb") as target:
        OOXMLFile(plain).encrypt(KEY, target)
    options = ImportOptions(password=KEY, errors=tmp_path / "e.xlsx")
    report = import_list(commune, own, options)[1]
    assert kind_of(tmp_path / "e.xlsx") is Kind.ENCRYPTED
    told = written_text(own, report, "e.xlsx", KEY)
    assert told.endswith("Sửa trong tệp đó rồi nhập lại. Tệp lỗi mở bằng mật khẩu của tệp gốc.")
    with (tmp_path / "e.xlsx").open("rb") as stream, (tmp_path / "open.xlsx").open("wb") as target:
        target.write(unlocked(stream, "e.xlsx", KEY).read())
    assert fills(tmp_path / "open.xlsx", "C7") == ["FFFFC9C4"]
    corrected(tmp_path / "open.xlsx", tmp_path / "g.xlsx", {"C7": "20/12/1950", "D7": None})
    with (tmp_path / "g.xlsx").open("rb") as plain, done.open("wb") as target:
        OOXMLFile(plain).encrypt(KEY, target)
    again = import_list(commune, done, ImportOptions(password=KEY))[1]
    assert (again.new, again.unchanged, again.rejected) == (1, 1, 0)


def test_a_libreoffice_list_with_a_password_gives_a_locked_error_workbook(commune: Workspace, tmp_path: Path) -> None:
    own, key = Path(__file__).parents[2] / "files" / "co-mat-khau.ods", "Bí mật 1"
    _, report = import_list(commune, own, ImportOptions(password=key, errors=tmp_path / "e.xlsx"))
    assert (report.new, report.rejected) == (2, 1)
    with (tmp_path / "e.xlsx").open("rb") as stream:
        assert kind_of(tmp_path / "e.xlsx") is Kind.ENCRYPTED
        assert unlocked(stream, "e.xlsx", key).read()


def test_a_workbook_with_macros_comes_back_without_them(tmp_path: Path) -> None:
    own = own_list(tmp_path / "a.xlsx", GOOD, BAD)
    with zipfile.ZipFile(own) as source, zipfile.ZipFile(tmp_path / "m.xlsm", "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                )
            target.writestr(name, data)
        target.writestr("xl/vbaProject.bin", b"macros")
    marked(tmp_path / "m.xlsm", tmp_path / "e.xlsx")
    with zipfile.ZipFile(tmp_path / "e.xlsx") as archive:
        assert "xl/vbaProject.bin" not in archive.namelist()
        assert b"macroEnabled" not in archive.read("[Content_Types].xml")
    assert fills(tmp_path / "e.xlsx", "C7") == ["FFFFC9C4"]

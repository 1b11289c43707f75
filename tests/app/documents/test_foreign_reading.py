"""Tables from outside in every format: what is read is the same, and what cannot be read is one sentence."""

from __future__ import annotations

import multiprocessing
import zipfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from app.documents.foreign_reading import foreign_sheets, read_table
from app.documents.foreign_sheet import CellFault, CellFonts, ForeignSheet
from app.problems import Trouble
from app.wording.messages import trouble_text
from tests.app.documents.foreign_files import MAIN, SHEET, sheet_xml, write_foreign
from tests.app.documents.old_excel import write_old_excel

ROWS = [("STT", "Họ và tên chủ hộ", "Ngày sinh"), (1, "Lò Văn Pâng", date(1962, 5, 6)), (2, "Vì Thị Dung", 1958)]
ODS_TABLE = (
    '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c"><office:body>'
    "<office:spreadsheet>{0}</office:spreadsheet></office:body></office:document-content>"
)


def workbook_of(rows: Sequence[tuple[object, ...]]) -> Workbook:
    workbook = Workbook()
    for row in rows:
        workbook.worksheets[0].append(list(row))
    return workbook


def code_of(path: Path, password: str | None = None) -> str:
    """The code of the one sentence that the file gives, read as the program reads it."""
    with pytest.raises(Trouble) as caught:
        read_table(foreign_sheets, path, password)
    assert multiprocessing.active_children() == []
    assert path.name in trouble_text(caught.value)
    return caught.value.code


def ods(path: Path, tables: str, manifest: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS_TABLE.format(tables))
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest>{manifest}</manifest:manifest>")
    return path


def test_hidden_sheets_are_read_and_empty_ends_are_not(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Thôn 1"
    sheet["C3"] = date(2026, 10, 5)
    sheet["A5"] = None
    workbook.create_sheet("ẩn").sheet_state = "veryHidden"
    workbook.save(tmp_path / "a.xlsx")
    sheets = foreign_sheets(tmp_path / "a.xlsx")
    assert [(one.title, one.hidden) for one in sheets] == [("Thôn 1", False), ("ẩn", True)]
    assert len(sheets[0].rows) == 3
    assert sheets[0].rows[2] == (None, None, date(2026, 10, 5))
    assert sheets[1] == ForeignSheet("ẩn", hidden=True, rows=[])


def test_styles_that_cannot_be_kept_are_nobodys_concern(tmp_path: Path) -> None:
    path = write_foreign(tmp_path / "a.xlsx", {"xl/styles.xml": f'<styleSheet xmlns="{MAIN}"/>'.encode()})
    assert foreign_sheets(path)[0].rows == [("x",)]


def test_what_values_do_not_tell_is_told_beside_them(tmp_path: Path) -> None:
    workbook = workbook_of([*ROWS, (3, "=A2+1", "=1/0")])
    sheet = workbook.worksheets[0]
    sheet["B2"].font = Font(name=".VnTime")
    sheet.row_dimensions[3].hidden = True
    sheet.merge_cells("A6:C7")
    workbook.save(tmp_path / "a.xlsx")
    (read,) = foreign_sheets(tmp_path / "a.xlsx")
    assert (set(read.hidden_rows), read.merged) == ({3}, ((5, 0, 6, 2),))
    assert read.faults == {(3, 1): CellFault.UNCALCULATED, (3, 2): CellFault.UNCALCULATED}
    assert [read.fonts.at(row, 1) for row in (1, 2, 3)] == ["Calibri", ".VnTime", "Calibri"]
    assert read.fonts.at(1, 7) is None
    assert ".VnTime" in read.fonts.names()


def test_fonts_are_told_only_where_one_is_old(tmp_path: Path) -> None:
    workbook_of(ROWS).save(tmp_path / "a.xlsx")
    assert foreign_sheets(tmp_path / "a.xlsx")[0].fonts == CellFonts()


def test_a_formula_that_gave_a_value_has_it_and_an_error_is_none(tmp_path: Path) -> None:
    cells = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    (read,) = foreign_sheets(write_foreign(tmp_path / "a.xlsx", {SHEET: sheet_xml(cells)}))
    assert (read.rows[0][0], read.faults) == (2, {(0, 2): CellFault.ERROR})


def test_dates_count_from_1904_where_the_file_says_so(tmp_path: Path) -> None:
    workbook = workbook_of(ROWS)
    workbook.epoch = CALENDAR_MAC_1904
    workbook.save(tmp_path / "a.xlsx")
    assert foreign_sheets(tmp_path / "a.xlsx")[0].rows == ROWS


def test_a_far_cell_does_not_make_a_sheet_of_empty_cells(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="199000"><c r="KN199000"><v>2</v></c></row>'
    (read,) = foreign_sheets(write_foreign(tmp_path / "a.xlsx", {SHEET: sheet_xml(cells)}))
    assert (read.rows[0], read.rows[-1][-1], len(read.rows)) == ((1,), 2, 199_000)


def test_excel_97_is_read_with_its_fonts(tmp_path: Path) -> None:
    sheets = foreign_sheets(write_old_excel(tmp_path / "danh sách.xls"))
    assert [(one.title, one.hidden, len(one.rows)) for one in sheets] == [
        ("Thôn Nà Mặn", False, 6),
        ("ẩn", True, 3),
    ]
    read = sheets[0]
    assert read.rows[:4] == [
        ("STT", "Họ và tên chủ hộ", "Ngày sinh", "Số tiền"),
        (1, "Lß V¨n P©ng", date(1962, 5, 6), 60.5),
        (2, "Vì Thị Dung", 1958, None),
        (3, "Cà Văn Ơn", True, 60),
    ]
    assert (set(read.hidden_rows), read.merged) == ({3}, ((5, 1, 6, 3),))
    assert read.faults == {(2, 3): CellFault.ERROR}
    assert [read.fonts.at(row, 1) for row in (1, 2, 3)] == ["Calibri", ".VnTime", "Calibri"]


def test_damaged_old_workbooks_are_one_sentence(tmp_path: Path) -> None:
    whole = write_old_excel(tmp_path / "a.xls").read_bytes()
    for share in (0.2, 0.6):
        (tmp_path / "b.xls").write_bytes(whole[: int(len(whole) * share)])
        assert code_of(tmp_path / "b.xls") == "file_damaged"


def test_another_file_of_old_office_is_damaged(tmp_path: Path) -> None:
    whole = write_old_excel(tmp_path / "a.xls").read_bytes()
    (tmp_path / "b.xls").write_bytes(whole.replace("Workbook".encode("utf-16-le"), "WordDocu".encode("utf-16-le")))
    assert code_of(tmp_path / "b.xls") == "file_damaged"


def test_libreoffice_is_read(tmp_path: Path) -> None:
    tables = (
        '<table:table table:name="Thôn 1"><table:table-row table:number-rows-repeated="2"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row><table:table-row table:visibility="collapse">'
        '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Lò Văn Pâng</text:p>'
        '</table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="date" '
        'office:date-value="1962-05-06"><text:p>06/05/62</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error">'
        "<text:p>#DIV/0!</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    (read,) = foreign_sheets(ods(tmp_path / "a.ods", tables))
    assert len(read.rows) == 3
    assert read.rows[2][:4] == (1, "Lò Văn Pâng", None, date(1962, 5, 6))
    assert (set(read.hidden_rows), read.merged) == ({3}, ((2, 1, 2, 2),))
    assert read.faults == {(2, 4): CellFault.ERROR}


@pytest.mark.parametrize(
    ("repeated", "code"),
    [
        ("<table:table-row table:number-rows-repeated='900000'>{0}</table:table-row>", "file_too_many_cells"),
        ("<table:table-row>{1}</table:table-row>", "file_too_many_cells"),
        ("<table:table-row table:number-rows-repeated='300000'/><table:table-row>{0}</table:table-row>",
         "file_too_many_cells"),
        ("<table:table-row table:number-rows-repeated='4294967296'/>", "file_too_many_cells"),
        ("<table:table-row><table:table-cell table:number-columns-repeated='4294967296'/>{0}</table:table-row>",
         "file_too_many_cells"),
        ("<table:table-row>{0}</table:table-row", "file_damaged"),
    ],
)  # fmt: skip
def test_what_libreoffice_repeats_is_counted(tmp_path: Path, repeated: str, code: str) -> None:
    cell = "<table:table-cell{0} office:value-type='string'><text:p>a</text:p></table:table-cell>"
    rows = repeated.format(cell.format(""), cell.format(" table:number-columns-repeated='16384'"))
    assert code_of(ods(tmp_path / "a.ods", f"<table:table table:name='a'>{rows}</table:table>")) == code


def test_a_libreoffice_file_with_a_password_says_so(tmp_path: Path) -> None:
    assert code_of(ods(tmp_path / "a.ods", "", "<manifest:encryption-data/>")) == "file_password"


def test_a_password_is_asked_and_tried(tmp_path: Path) -> None:
    path = locked(tmp_path / "a.xlsx", "Bí mật 1")
    assert (code_of(path), code_of(path, "bí mật 1")) == ("workbook_password", "workbook_password_wrong")
    assert foreign_sheets(path, "Bí mật 1")[0].rows == ROWS


def test_a_workbook_that_excel_opens_without_asking_is_opened(tmp_path: Path) -> None:
    assert foreign_sheets(locked(tmp_path / "a.xlsx", "VelvetSweatshop"))[0].rows == ROWS


def test_a_lock_of_another_kind_is_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    assert code_of(path, "x") == "file_password"


def test_the_binary_format_of_excel_is_named(tmp_path: Path) -> None:
    assert code_of(write_foreign(tmp_path / "a.xlsb", {"xl/workbook.bin": b"\x83\x01"})) == "file_binary_workbook"


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"<html><table><tr><td>x", b"\x89PNG\r\n\x1a\n\0\0\0"])
def test_what_holds_no_table_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "danh sách.csv"
    path.write_bytes(content)
    assert code_of(path) == "file_not_table"


def locked(path: Path, password: str) -> Path:
    """A workbook that opens with a password, as Excel writes it."""
    plain = BytesIO()
    workbook_of([*ROWS]).save(plain)
    with path.open("wb") as stream:
        OOXMLFile(plain).encrypt(password, stream)
    return path

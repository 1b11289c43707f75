"""The form of an office above is filled where its headings say what is wanted, and nothing else of it is touched."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill

from app.areas.queries import villages
from app.construction.drafts import StageDraft
from app.construction.operations import record_stages
from app.funding.drafts import AllocationDraft, ContributionDraft, SourceDraft
from app.funding.operations import add_source, allocate, contribute
from app.parsing import today
from app.problems import Refused
from app.reports.filling import (
    FillPlan,
    FormChoice,
    Period,
    check_form,
    choice_for,
    fill_form,
    form_facts,
    plan_form,
    remember_choice,
)
from app.reports.filling_form import Form, read_form, read_form_here
from app.reports.filling_headings import figure_of, meaning_from, offered
from app.reports.filling_plan import SheetChoice
from app.reports.houses import groups, house_lines
from app.wording import filling as words
from app.workspace import Workspace
from models.vocabulary import ContributionKind, SourceKind, Stage, WorkType
from tests.make import make_approved, make_case

DAY = today().isoformat()
PERIOD = Period("2025-08-01", DAY)


def put(sheet: Any, ref: str, text: str) -> None:
    """A heading, merged over its range."""
    sheet[ref.partition(":")[0]] = text
    if ":" in ref:
        sheet.merge_cells(ref)


def weekly_form(path: Path) -> Path:
    """A form as a province sends it: letterhead, unit, three rows of merged headings, formulas, a second sheet."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Biểu 01"
    put(sheet, "A1:D1", "UBND TỈNH ĐIỆN BIÊN")
    put(sheet, "A3:O3", "BIỂU TỔNG HỢP TIẾN ĐỘ THỰC HIỆN XÓA NHÀ TẠM, NHÀ DỘT NÁT")
    sheet["M4"] = "Đơn vị tính: triệu đồng"
    for ref, text in (
        ("A5:A7", "TT"), ("B5:B7", "Đơn vị"), ("C5:E5", "Tổng số nhà cần xóa"), ("C6:C7", "Tổng"),
        ("D6:E6", "Trong đó"), ("D7", "Xây mới"), ("E7", "Sửa chữa"), ("F5:G5", "Đã khởi công"), ("F6:F7", "Tổng"),
        ("G6:G7", "Trong tuần"), ("H5:H7", "Đã hoàn thành, bàn giao"), ("I5:I7", "Tỷ lệ khởi công (%)"),
        ("J5:J7", "Tỷ lệ (%)"), ("K5:L5", "Kinh phí"), ("K6:K7", "Nhu cầu"), ("L6:L7", "Đã giải ngân"),
        ("M5:M7", "Chưa khởi công: lý do"),
    ):  # fmt: skip
        put(sheet, ref, text)
    for column in range(1, 14):
        sheet.cell(8, column, f"({column})")
    for row, name in enumerate(("Bản Hua Nạng", "Chi Luông", "Tổ dân phố 5", "Bản Lạ"), start=9):
        sheet.cell(row, 1, row - 8)
        sheet.cell(row, 2, name).font = Font(name="Times New Roman", bold=True)
        sheet.cell(row, 3).fill = PatternFill("solid", fgColor="FFF4DC")
        sheet.cell(row, 11).number_format = "#,##0.0"
        sheet.cell(row, 10, f"=IF(C{row}=0,0,F{row}/C{row})").number_format = "0.0%"
    sheet["B13"] = "Tổng cộng"
    for letter in "CDEFGHKL":
        sheet[f"{letter}13"] = f"=SUM({letter}9:{letter}12)"
    sheet["L15"] = "Điện Biên, ngày … tháng … năm 2025"
    sheet.column_dimensions["B"].width = 31.5
    guide = workbook.create_sheet("Hướng dẫn")
    guide["A1"] = "Nộp trước 15 giờ thứ Năm"
    guide["A2"] = "='Biểu 01'!C13"
    workbook.save(path)
    return path


@pytest.fixture
def houses(commune: Workspace) -> Workspace:
    with commune.read() as session:
        by_name = {one.name: one.id for one in villages(session, commune.author.office)}
    hua, chi = by_name["Bản Hua Nạng"], by_name["Bản Chi Luông"]
    cases = [
        make_case(commune, "Lò Văn Pâng", village_id=hua),
        make_case(commune, "Quàng Thị Ín", village_id=hua, work_type=WorkType.REPAIR),
        make_case(commune, "Cà Văn Ơn", village_id=chi),
    ]
    make_approved(commune, cases[0], cases[2], amount=60_500_000)
    make_approved(commune, cases[1], amount=30_000_000)
    stages = [StageDraft(cases[0], Stage.START, "2025-07-20"), StageDraft(cases[2], Stage.START, "2025-08-05")]
    record_stages(commune, stages)
    return commune


def planned(workspace: Workspace, path: Path, choice: FormChoice | None = None) -> tuple[Form, FillPlan]:
    form = read_form_here(path)
    with workspace.read() as session:
        choice = choice or choice_for(session, form)
    return form, plan_form(form, choice, PERIOD, form_facts(workspace, form, PERIOD.until))


def values(path: Path) -> dict[str, dict[str, Any]]:
    """Everything openpyxl reads of a workbook's cells."""
    workbook = load_workbook(path)
    return {
        sheet.title: {
            cell.coordinate: (cell.value, cell.number_format, cell.font.b, cell.fill.fgColor.rgb, cell.data_type)
            for row in sheet.iter_rows()
            for cell in row
        }
        for sheet in workbook.worksheets
    }


def test_only_the_cells_that_were_meant_change(houses: Workspace, tmp_path: Path) -> None:
    source, target = weekly_form(tmp_path / "biểu tuần 45.xlsx"), tmp_path / "đã điền.xlsx"
    _, plan = planned(houses, source)
    received = source.read_bytes()
    assert fill_form(source, plan, target) == len(plan.cells)
    assert source.read_bytes() == received
    before, after = values(source), values(target)
    written = {one.name: one.value for one in plan.cells}
    assert written == {
        "C9": 2, "D9": 1, "E9": 1, "F9": 1, "G9": 0, "H9": 0, "I9": 50, "K9": Decimal("90.5"), "L9": 0,
        "C10": 1, "D10": 1, "E10": 0, "F10": 1, "G10": 1, "H10": 0, "I10": 100, "K10": Decimal("60.5"), "L10": 0,
        "C11": 0, "D11": 0, "E11": 0, "F11": 0, "G11": 0, "H11": 0, "K11": 0, "L11": 0, "I13": Decimal("66.67"),
    }  # fmt: skip
    assert before["Hướng dẫn"] == after["Hướng dẫn"]
    changed = {name for name in after["Biểu 01"] if before["Biểu 01"].get(name) != after["Biểu 01"][name]}
    assert changed == set(written)
    for name, value in written.items():
        assert Decimal(str(after["Biểu 01"][name][0])) == value
        assert after["Biểu 01"][name][1:4] == before["Biểu 01"][name][1:4]
    one, other = (load_workbook(path)["Biểu 01"] for path in (source, target))
    assert {str(area) for area in one.merged_cells.ranges} == {str(area) for area in other.merged_cells.ranges}
    assert other.column_dimensions["B"].width == 31.5


def test_every_other_part_of_the_file_is_the_same_to_the_byte(houses: Workspace, tmp_path: Path) -> None:
    source, target = weekly_form(tmp_path / "biểu.xlsx"), tmp_path / "xong.xlsx"
    fill_form(source, planned(houses, source)[1], target)
    with zipfile.ZipFile(source) as one, zipfile.ZipFile(target) as other:
        assert one.namelist() == other.namelist()
        different = [name for name in one.namelist() if one.read(name) != other.read(name)]
    assert set(different) <= {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"}


def test_what_cannot_be_filled_is_named(houses: Workspace, tmp_path: Path) -> None:
    _, plan = planned(houses, weekly_form(tmp_path / "biểu.xlsx"))
    told = {(one.where, one.kind) for one in plan.left}
    assert ("M", "heading") in told
    assert ("12", "place") in told
    assert ("I11", "unknown") in told
    assert ("J", "heading") not in told
    assert any("Bản Lạ" in one.text for one in plan.left)


def test_money_without_a_unit_waits_for_one(houses: Workspace, tmp_path: Path) -> None:
    path = weekly_form(tmp_path / "biểu.xlsx")
    workbook = load_workbook(path)
    workbook["Biểu 01"]["M4"] = None
    workbook.save(path)
    form, plan = planned(houses, path)
    assert {one.where for one in plan.left if one.kind == "unit"} == {"K", "L"}
    with houses.read() as session:
        own = choice_for(session, form).sheets["Biểu 01"]
    chosen = FormChoice({"Biểu 01": SheetChoice(own.columns, unit=1_000)})
    _, plan = planned(houses, path, chosen)
    assert next(one.value for one in plan.cells if one.name == "K9") == 90_500


def test_a_number_of_last_week_is_replaced_only_when_asked(houses: Workspace, tmp_path: Path) -> None:
    path = weekly_form(tmp_path / "biểu.xlsx")
    workbook = load_workbook(path)
    sheet = workbook["Biểu 01"]
    sheet["C9"], sheet["D9"], sheet["E9"] = 7, 1, "chưa rõ"
    workbook.save(path)
    form, plan = planned(houses, path)
    kept = {one.where: one.text for one in plan.left if one.kind == "kept"}
    assert kept == {"C9": "ô đã có “7”, trong máy là 2", "E9": "ô đã có “chưa rõ”, trong máy là 1"}
    with houses.read() as session:
        own = choice_for(session, form)
    _, plan = planned(houses, path, FormChoice(own.sheets, overwrite=True))
    assert {one.name: one.value for one in plan.cells}["C9"] == 2
    assert [one.where for one in plan.left if one.kind == "kept"] == ["E9"]


def test_the_mapping_is_remembered_for_the_form_of_next_week(houses: Workspace, tmp_path: Path) -> None:
    form = read_form_here(weekly_form(tmp_path / "biểu tuần 45.xlsx"))
    with houses.read() as session:
        first = choice_for(session, form)
    assert not first.remembered
    own = first.sheets["Biểu 01"]
    changed = FormChoice({"Biểu 01": SheetChoice({**own.columns, "M": "not_started", "L": None}, own.unit)})
    assert remember_choice(houses, form, changed) is not None
    assert remember_choice(houses, form, changed) is None
    path = weekly_form(tmp_path / "biểu tuần 46.xlsx")
    workbook = load_workbook(path)
    workbook["Biểu 01"]["A3"] = "BIỂU TỔNG HỢP … tuần 46"
    workbook.save(path)
    with houses.read() as session:
        again = choice_for(session, read_form_here(path))
    assert again.remembered
    assert (again.sheets["Biểu 01"].columns["M"], again.sheets["Biểu 01"].columns["L"]) == ("not_started", None)
    _, plan = planned(houses, path, again)
    assert {one.name: one.value for one in plan.cells}["M9"] == 1


def test_a_form_without_names_gets_the_villages(houses: Workspace, tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["TT", "Thôn, bản", "Số nhà cần xóa", "Đã khởi công"])
    for _ in range(3):
        sheet.append([None] * 4)
    sheet["B6"] = "Tổng cộng"
    sheet["C6"] = "=SUM(C2:C4)"
    path = tmp_path / "trống.xlsx"
    workbook.save(path)
    _, plan = planned(houses, path)
    assert [one.value for one in plan.cells if one.name in ("B2", "B3", "B4")] == [
        "Bản Chi Luông", "Bản Hua Nạng", "Tổ dân phố 5",
    ]  # fmt: skip
    assert {one.name: one.value for one in plan.cells}["D6"] == 2


def test_a_list_of_households_is_filled_row_by_row(houses: Workspace, tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["TT", "Họ và tên chủ hộ", "Năm sinh", "Hình thức", "Mức hỗ trợ (triệu đồng)", "Ngày khởi công"])
    sheet.append([1, "LÒ VĂN PÂNG", None, None, None, None])
    sheet.append([2, "Quàng Thị Ín", None, "xây mới", None, None])
    sheet.append([3, "Giàng A Súa", None, None, None, None])
    path = tmp_path / "hộ.xlsx"
    workbook.save(path)
    _, plan = planned(houses, path)
    assert {one.name: one.value for one in plan.cells} == {
        "C2": 1972, "D2": "Xây mới", "E2": Decimal("60.5"), "F2": "20/07/2025", "C3": 1972, "E3": 30,
    }  # fmt: skip
    assert {(one.where, one.kind) for one in plan.left} == {("4", "household"), ("D3", "kept")}


def test_an_empty_list_gets_every_household_and_names_those_without_a_row(houses: Workspace, tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["TT", "Họ và tên chủ hộ", "Thôn"])
    sheet.append([None, None, None])
    sheet.append([None, "Tổng cộng", None])
    path = tmp_path / "hộ.xlsx"
    workbook.save(path)
    _, plan = planned(houses, path)
    assert {one.name: one.value for one in plan.cells} == {"A2": 1, "B2": "Lò Văn Pâng", "C2": "Bản Hua Nạng"}
    assert [one.text for one in plan.left] == ["biểu còn thiếu 2 dòng trống; chưa ghi: Quàng Thị Ín, Cà Văn Ơn"]
    workbook["Sheet"].delete_rows(3)
    workbook.save(path)
    _, plan = planned(houses, path)
    target = tmp_path / "xong.xlsx"
    fill_form(path, plan, target)
    rows = list(load_workbook(target).worksheets[0].iter_rows(values_only=True))
    assert [row[:2] for row in rows[1:]] == [(1, "Lò Văn Pâng"), (2, "Quàng Thị Ín"), (3, "Cà Văn Ơn")]


def test_text_is_never_a_formula(houses: Workspace, tmp_path: Path) -> None:
    make_case(houses, '=HYPERLINK("x")&A1')
    workbook = Workbook()
    workbook.worksheets[0].append(["TT", "Họ và tên chủ hộ", "Năm sinh"])
    path, target = tmp_path / "hộ.xlsx", tmp_path / "xong.xlsx"
    workbook.save(path)
    fill_form(path, planned(houses, path)[1], target)
    cells = [cell for row in load_workbook(target).worksheets[0].iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert '=HYPERLINK("x")&A1' in [cell.value for cell in cells]


def test_two_columns_that_ask_for_the_same_are_left_to_the_officer(houses: Workspace, tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(["Đơn vị", "Đã khởi công", "Số nhà đã khởi công", "Đã bàn giao"])
    workbook.worksheets[0].append(["Bản Hua Nạng", None, None, None])
    path = tmp_path / "hai cột.xlsx"
    workbook.save(path)
    _, plan = planned(houses, path)
    assert [(one.where, one.kind) for one in plan.left] == [("B", "repeated"), ("C", "repeated")]
    assert [one.name for one in plan.cells] == ["D2"]


def test_an_upper_office_fills_by_commune_and_says_who_has_not_reported(upper: Workspace, tmp_path: Path) -> None:
    from tests.make import make_household

    make_household(upper, "Lò Văn Pâng", commune_code="03151")
    make_case(upper, "Cà Văn Ơn", commune_code="03127")
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["TT", "Xã, phường", "Tổng số nhà cần xóa"])
    sheet.append([1, "Điện Biên Phủ", None])
    sheet.append([2, "Xã Thanh Nưa", None])
    path = tmp_path / "xã.xlsx"
    workbook.save(path)
    _, plan = planned(upper, path)
    assert {one.name: one.value for one in plan.cells} == {"C2": 0}
    assert [(one.where, one.kind) for one in plan.left] == [("3", "unknown")]


def test_a_workbook_without_a_table_and_a_target_on_the_form_itself_are_refused(
    houses: Workspace, tmp_path: Path
) -> None:
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "Công văn"
    path = tmp_path / "công văn.xlsx"
    workbook.save(path)
    with pytest.raises(Refused):
        check_form(read_form(path))
    source = weekly_form(tmp_path / "biểu.xlsx")
    with pytest.raises(Refused):
        fill_form(source, planned(houses, source)[1], source)


def test_the_states_money_is_split_into_central_and_local(houses: Workspace, tmp_path: Path) -> None:
    with houses.read() as session:
        cases = {one.facts.head_name: one.facts.case_id for one in house_lines(session)}
    for code, name, kind in (("NSTW", "Trung ương", "central_budget"), ("NSX", "Xã", "local_budget")):
        add_source(houses, SourceDraft(code, name, SourceKind(kind)))
        contribute(houses, [ContributionDraft(code, ContributionKind.TRANSFER, "2025-07-01", 90_000_000)])
    allocate(
        houses,
        [
            AllocationDraft(cases["Lò Văn Pâng"], "NSTW", 40_000_000, "2025-08-01"),
            AllocationDraft(cases["Lò Văn Pâng"], "NSX", 20_500_000, "2025-08-01"),
            AllocationDraft(cases["Cà Văn Ơn"], "NSX", 10_000_000, "2025-08-02"),
        ],
    )
    workbook, source, target = Workbook(), tmp_path / "biểu.xlsx", tmp_path / "xong.xlsx"
    sheet = workbook.worksheets[0]
    sheet["A1"] = "Đơn vị tính: triệu đồng"
    put(sheet, "A3:A4", "Đơn vị")
    put(sheet, "B3:D3", "Kinh phí đã phân bổ")
    for column, text in zip("BCD", ("NSTW", "NSĐP", "Ngân sách nhà nước"), strict=True):
        sheet[f"{column}4"] = text
    sheet["A5"], sheet["A6"] = "Bản Hua Nạng", "Bản Chi Luông"
    workbook.save(source)
    fill_form(source, planned(houses, source)[1], target)
    found = [row[1:4] for row in load_workbook(target).worksheets[0].iter_rows(min_row=5, values_only=True)]
    assert found == [(40, 20.5, 60.5), (0, 10, 10)]


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (("Tổng số nhà cần xóa", "Trong đó", "Xây mới"), "needed work=new_build"),
        (("Đã khởi công", "XM"), "started work=new_build"),
        (("Đã khởi công", "Trong tuần"), "started period"),
        (("Đã hoàn thành, bàn giao", "SC"), "given work=repair"),
        (("Hoàn thành, nghiệm thu",), "finished"),
        (("Tỷ lệ KC %",), "share_started"),
        (("Kinh phí (triệu đồng)", "Đã giải ngân", "Xã hội hóa"), "paid source=society"),
        (("Kinh phí", "Đã giải ngân", "NSTW"), "paid source=central_budget"),
        (("Kinh phí đã phân bổ", "Ngân sách nhà nước", "Địa phương"), "allocated source=local_budget"),
        (("Đã giải ngân", "NSTW", "NSĐP"), None),
        (("Đã giải ngân", "NSTW", "Xã hội hóa"), None),
        (("Theo nhóm đối tượng", "NCC & thân nhân liệt sĩ", "XM"), "needed work=new_build group=meritorious"),
        (("Kinh phí", "Ngân sách trung ương"), None),
        (("Chưa khởi công", "Lý do"), None),
        (("Xây mới", "Sửa chữa", "Đã khởi công"), None),
        (("Nhu cầu kinh phí", "Trong tuần"), None),
    ],
)
def test_a_heading_is_read_whole_or_not_at_all(path: tuple[str, ...], key: str | None) -> None:
    found = figure_of(path)
    assert (found.key if found else None) == key


def test_everything_offered_is_known_again_and_groups_are_those_of_the_progress_table() -> None:
    assert all(meaning_from(one.key) == one for one in offered())
    assert len({one.label for one in offered()}) == len(offered())
    assert set(words.GROUPS) == {one.code for one in groups()}
    assert meaning_from("needed group=unheard") is None


def test_cells_of_any_writer_are_found(tmp_path: Path) -> None:
    """Rows and cells without names, prefixes, values with marks, a sheet that is empty: what other programs write."""
    from app.reports.filling_cells import filled_here

    source = tmp_path / "lạ.xlsx"
    workbook = Workbook()
    workbook.create_sheet("Trống")
    workbook.save(source)
    odd = (
        b"<?xml version='1.0' encoding='UTF-8'?><x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/"
        b"2006/main'><x:cols><x:col min='1' max='3' style='0'/></x:cols><x:sheetData><x:row><x:c t='inlineStr'><x:is>"
        b"<x:t note='a>b'>A</x:t></x:is></x:c></x:row><x:row r='3'/><x:row r='5'><x:c r='C5'><x:f>1+1</x:f><x:v>2</x:v>"
        b"</x:c></x:row></x:sheetData></x:worksheet>"
    )
    changed = tmp_path / "lạ 2.xlsx"
    with zipfile.ZipFile(source) as one, zipfile.ZipFile(changed, "w") as other:
        for entry in one.infolist():
            other.writestr(entry, odd if entry.filename == "xl/worksheets/sheet1.xml" else one.read(entry))
    cells: dict[str, str | int | Decimal] = {"B1": "hai", "A2": 2, "B3": 3, "A3": 1, "A5": 5, "D5": 7, "B9": 9}
    target = tmp_path / "xong.xlsx"
    target.write_bytes(filled_here(changed, {"Sheet": cells, "Trống": {"C4": 1}}))
    filled = load_workbook(target)
    found = {cell.coordinate: cell.value for row in filled["Sheet"].iter_rows() for cell in row if cell.value}
    assert found == {"A1": "A", "C5": "=1+1", **cells}
    assert filled["Trống"]["C4"].value == 1
    assert load_workbook(target, data_only=True)["Sheet"]["C5"].value is None

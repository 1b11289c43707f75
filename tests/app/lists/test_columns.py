"""What columns hold, by merged headings and by their cells: ticks, years under a gender, sums, parts of names."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.lists.fields import Field
from app.lists.sniffing import CellValue, Household, Row, body_rows, find_table
from app.lists.tables import Table

PANG, DUNG = "Lò Văn Pâng", "Vì Thị Dung"
Area = tuple[int, int, int, int]


def read(rows: list[Row], *merged: Area, title: str = "", **chosen: Field | None) -> tuple[Table, list[Household]]:
    table = find_table(rows, chosen, merged, title)
    assert table is not None
    return table, [row for row in body_rows(rows, table, merged) if isinstance(row, Household)]


def cells(rows: list[Row], *merged: Area) -> list[Mapping[Field, CellValue]]:
    return [{name: cell for name, cell in row.cells.items() if name is not Field.SEQ} for row in read(rows, *merged)[1]]


def test_ticks_under_merged_headings_say_need_and_category() -> None:
    rows: list[Row] = [
        ("STT", "Họ và tên", "Thuộc đối tượng", None, "Nhu cầu", None),
        (None, None, "Hộ nghèo", "NCC", "Xây mới", "Sửa chữa"),
        (1, PANG, "x", None, None, "x"),
        (2, DUNG, None, "X", "x", None),
    ]
    merged = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5))
    assert cells(rows, *merged) == [
        {Field.HEAD_NAME: PANG, Field.CATEGORY: "Hộ nghèo", Field.NEED: "Sửa chữa"},
        {Field.HEAD_NAME: DUNG, Field.CATEGORY: "NCC", Field.NEED: "Xây mới"},
    ]
    table, households = read(rows, *merged)
    assert table.header_rows == (1, 2)
    assert table.headings["Nhu cầu | Xây mới"] is Field.NEED
    assert households[1].columns[Field.NEED] == 4


def test_nothing_need_be_merged() -> None:
    rows: list[Row] = [
        ("STT", "Họ và tên", "Năm sinh", None, "Thôn"),
        (None, None, "Nam", "Nữ", None),
        (1, PANG, 1962, None, "Nà Mặn"),
        (2, DUNG, None, 1958, "Nà Mặn"),
    ]
    found = cells(rows)
    assert [(one[Field.BIRTH], one[Field.GENDER]) for one in found] == [(1962, "nam"), (1958, "nữ")]


def test_a_sum_under_a_kind_of_work_says_both() -> None:
    rows: list[Row] = [
        ("Họ và tên", "Mức hỗ trợ (triệu đồng)", None),
        (None, "Xây mới", "Sửa chữa"),
        (PANG, 60, None),
        (DUNG, None, 30),
    ]
    table, households = read(rows, (0, 1, 0, 2))
    assert table.units[Field.SUPPORT_AMOUNT] == 1_000_000
    assert [(one.cells[Field.NEED], one.cells[Field.SUPPORT_AMOUNT]) for one in households] == [
        ("Xây mới", 60), ("Sửa chữa", 30),
    ]  # fmt: skip


def test_parts_of_names_and_days_are_put_together() -> None:
    rows: list[Row] = [
        ("Họ và đệm", "Tên", "Ngày sinh", None, None),
        (None, None, "Ngày", "Tháng", "Năm"),
        ("Lò Văn", "Pâng", 5, 3, 1962),
        ("Vì Thị", "Dung", None, None, 1958),
    ]
    found = cells(rows, (0, 2, 0, 4))
    assert [(one[Field.HEAD_NAME], one[Field.BIRTH]) for one in found] == [(PANG, "5/3/1962"), (DUNG, "1958")]


def test_what_stands_below_the_spouse_is_the_spouses() -> None:
    rows: list[Row] = [
        ("Chủ hộ", None, "Vợ/chồng", None),
        ("Họ và tên", "Số CCCD", "Họ và tên", "Số CCCD"),
        (PANG, "011062900001", DUNG, "011158900002"),
    ]
    assert cells(rows, (0, 0, 0, 1), (0, 2, 0, 3)) == [{Field.HEAD_NAME: PANG, Field.CITIZEN_ID: "011062900001"}]


def test_cells_bear_out_a_doubtful_heading_or_refuse_it() -> None:
    names = [f"{PANG} {letter}" for letter in "ABCDEFGH"]
    fitting: list[Row] = [("Họ và tên", "Mã định danh trên cổng"), *((name, "011062900001") for name in names)]
    other: list[Row] = [("Họ và tên", "Năm sinh"), *((name, "chưa rõ") for name in names)]
    assert Field.CITIZEN_ID in read(fitting)[0].columns
    assert read([("Họ và tên", "Năm sinh", "Thôn"), *((name, "chưa rõ", "A") for name in names)])[0].unused == {
        1: "Năm sinh"
    }
    assert find_table(other) is None


def test_a_column_of_names_is_the_heads_where_no_heading_says_so() -> None:
    names = [f"{PANG} {letter}" for letter in "ABCDEFGH"]
    table, _ = read([("TT", "Danh tính", "Năm sinh"), *((1, name, 1962) for name in names)])
    assert table.columns[Field.HEAD_NAME] == 1


@pytest.mark.parametrize(
    ("title", "above", "village"),
    [
        ("Thôn Nà Mặn", "DANH SÁCH HỘ", "Thôn Nà Mặn"),
        ("Sheet1", "DANH SÁCH HỘ NGHÈO THÔN NÀ MẶN, XÃ MƯỜNG LAY", "THÔN NÀ MẶN"),
        ("Nà Mặn", "DANH SÁCH HỘ NGHÈO THÔN NÀ MẶN", "THÔN Nà Mặn"),
        ("Sheet1", "Thôn: Nà Mặn", "Thôn Nà Mặn"),
        ("Sheet1", "DANH SÁCH HỘ", None),
    ],
)
def test_sheet_or_title_name_the_village(title: str, above: str, village: str | None) -> None:
    rows: list[Row] = [(above,), ("Họ và tên", "Năm sinh"), (PANG, 1962)]
    assert read(rows, title=title)[1][0].group.village == village


def test_a_merged_village_counts_for_all_its_rows_and_one_typed_once_is_offered() -> None:
    rows: list[Row] = [("Họ và tên", "Thôn"), (PANG, "Nà Mặn"), (DUNG, None), ("Cà Văn Ơn", None),
                       ("Lò Thị An", "Hua Nạng"), ("Lò Thị Bé", None), ("Lò Thị Cả", None)]  # fmt: skip
    assert [one.cells.get(Field.VILLAGE) for one in read(rows, (1, 1, 3, 1), (4, 1, 6, 1))[1]] == ["Nà Mặn"] * 3 + [
        "Hua Nạng"
    ] * 3
    offered = read(rows)[1]
    assert [one.filled.get(Field.VILLAGE) for one in offered] == [
        None,
        "Nà Mặn",
        "Nà Mặn",
        None,
        "Hua Nạng",
        "Hua Nạng",
    ]


def test_headings_on_the_next_page_end_no_table_and_are_no_household() -> None:
    heading: Row = ("STT", "Họ và tên", "Năm sinh")
    rows: list[Row] = [heading, (1, PANG, 1962), (None, "NGƯỜI LẬP BIỂU"), heading, (2, DUNG, 1958)]
    assert [row.cells[Field.HEAD_NAME] for row in read(rows)[1]] == [PANG, DUNG]


def test_people_below_the_head_are_no_households() -> None:
    rows: list[Row] = [
        ("Họ và tên", "Quan hệ với chủ hộ", "Năm sinh"), (PANG, "Chủ hộ", 1962), (DUNG, "Vợ", 1965),
        ("Lò Văn Bé", "Con", 1990),
    ]  # fmt: skip
    assert [row.cells[Field.HEAD_NAME] for row in read(rows)[1]] == [PANG]


def test_instalments_decisions_and_sources_stand_below_their_parents() -> None:
    rows: list[Row] = [
        ("Họ và tên", "Quyết định phê duyệt", None, "Đã giải ngân", None, "Nguồn vốn (triệu đồng)", None),
        (None, "Số", "Ngày", "Đợt 1", "Đợt 2", "NSTW", "Quỹ VNN"),
        (PANG, "12/QĐ-UBND", "05/6/2025", 30, 30, 40, 20),
    ]
    table, _ = read(rows, (0, 1, 0, 2), (0, 3, 0, 4), (0, 5, 0, 6))
    assert {name.value: at for name, at in table.columns.items()} == {
        "head_name": 0, "decision_number": 1, "decision_date": 2, "paid_1": 3, "paid_2": 4, "source_central_budget": 5,
        "source_fund_for_poor": 6,
    }  # fmt: skip
    assert table.units[Field.SOURCE_CENTRAL_BUDGET] == 1_000_000

"""Finding the table on a sheet as officers lay it out, and telling its rows apart."""

from __future__ import annotations

import pytest

from app.lists.fields import Field
from app.lists.sniffing import Group, Household, Row, Skipped, Table, body_rows, find_table
from tests.app.lists.sheets import HEADINGS

HEAD: Row = HEADINGS
PANG: Row = (1, "Lò Văn Pâng", 1962, "011062900001", "Nà Mặn")


def table_of(rows: list[Row]) -> Table:
    found = find_table(rows)
    assert found is not None
    return found


def told_apart(*below: Row) -> list[tuple[int, str | Group]]:
    rows = [HEAD, *below]
    found = []
    for row in body_rows(rows, table_of(rows)):
        found.append((row.number, "skipped" if isinstance(row, Skipped) else row.group))
    return found


def test_letterhead_title_and_unit_stand_above_the_table() -> None:
    rows: list[Row] = [
        ("ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (),
        ("DANH SÁCH HỘ NGHÈO ĐỀ NGHỊ HỖ TRỢ",),
        (None, None, None, "Đơn vị tính: triệu đồng"),
        ("STT", "Họ và tên", "Năm sinh", "Mức hỗ trợ"),
        ("(1)", "(2)", "(3)", "(4)"),
        (1, "Lò Văn Pâng", 1962, 60),
    ]
    table = table_of(rows)
    assert (table.header_rows, table.money_unit) == ((5, 6), 1_000_000)
    assert table.headings == {
        "STT": Field.SEQ, "Họ và tên": Field.HEAD_NAME, "Năm sinh": Field.BIRTH, "Mức hỗ trợ": Field.SUPPORT_AMOUNT,
    }  # fmt: skip
    assert [row.number for row in body_rows(rows, table)] == [7]


def test_the_unit_of_the_column_beats_that_of_the_sheet() -> None:
    rows: list[Row] = [("Đơn vị tính: triệu đồng",), ("Họ và tên", "Mức hỗ trợ (đồng)")]
    assert table_of(rows).money_unit == 1


def test_letters_may_stand_for_column_numbers_and_parts_of_headings_below_them() -> None:
    rows: list[Row] = [HEAD, (None, None, "Nam", "Nữ"), ("A", "B", 1, 2, 3), PANG]
    table = table_of(rows)
    assert (table.header_rows, table_of([HEAD, PANG]).header_rows) == ((1, 2, 3), (1,))


def test_headings_that_name_no_field_are_known() -> None:
    rows: list[Row] = [(*HEAD, "Ngày cấp", None, "Tôn giáo"), PANG]
    assert table_of(rows).unused == {5: "Ngày cấp", 7: "Tôn giáo"}


@pytest.mark.parametrize(
    "rows", [[], [("a", "b")], [("Họ và tên vợ", "Năm sinh")], [("DANH SÁCH", "Năm sinh", "Thôn")]]
)
def test_a_sheet_without_a_column_of_heads_has_no_table(rows: list[Row]) -> None:
    assert find_table(rows) is None


def test_group_rows_carry_village_and_category() -> None:
    found = told_apart(
        ("I", "Thôn Nà Mặn: 12 hộ"),
        ("A", "Hộ nghèo"),
        PANG,
        ("II. TỔ DÂN PHỐ 5",),
        (2, "Vì Thị Dung", 1958),
    )
    assert found == [
        (2, "skipped"),
        (3, "skipped"),
        (4, Group("Thôn Nà Mặn", "poor")),
        (5, "skipped"),
        (6, Group("TỔ DÂN PHỐ 5")),
    ]


@pytest.mark.parametrize(
    "row",
    [
        (None, "Tổng cộng: 40 hộ", None, None, 3),
        (None, "Cộng thôn Nà Mặn", None, None, None),
        ("TỔNG SỐ", None, 12),
        ("* Danh sách này đã niêm yết",),
    ],
)
def test_totals_and_remarks_are_skipped(row: Row) -> None:
    assert told_apart(PANG, row, (2, "Tống Thị Cộng", 1970)) == [(2, Group()), (3, "skipped"), (4, Group())]


@pytest.mark.parametrize(
    "line",
    ["Mường Lay, ngày 04 tháng 7 năm 2025", "NGƯỜI LẬP BIỂU", "TM. ỦY BAN NHÂN DÂN", "(Ký, ghi rõ họ tên)"],
)
def test_nothing_below_the_signatures_is_a_household(line: str) -> None:
    found = told_apart(PANG, (), (None, None, None, line), (None, "Lò Thị Hoa"), (None, None, None, "Điêu Văn Mẫn"))
    assert found == [(2, Group()), (4, "skipped"), (5, "skipped"), (6, "skipped")]


def test_empty_rows_and_rows_numbered_in_advance_are_no_rows() -> None:
    assert told_apart(PANG, (None, None), (2,), (3, None, None)) == [(2, Group())]


def test_a_row_without_a_name_but_with_data_is_kept_to_be_named() -> None:
    assert told_apart((1, None, 1962, "011062900001")) == [(2, Group())]


def test_a_name_alone_is_a_household() -> None:
    rows: list[Row] = [HEAD, (1, "Khổng Văn Bản")]
    (row,) = body_rows(rows, table_of(rows))
    assert isinstance(row, Household)
    assert row.cells == {Field.SEQ: 1, Field.HEAD_NAME: "Khổng Văn Bản"}

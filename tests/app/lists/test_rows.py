"""The row rules: what a cell means, what rejects the row, what is repaired and listed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.lists.fields import Field
from app.lists.rows import ReadRow, RepairKind, read_row
from app.lists.sniffing import CellValue, Group, Household
from app.wording.list_values import REPAIRS

TODAY = date(2026, 11, 20)


def read(
    cells: dict[Field, CellValue],
    *,
    unit: int | None = None,
    refused: frozenset[RepairKind] = frozenset(),
    group: Group | None = None,
) -> ReadRow:
    row = Household(5, {Field.HEAD_NAME: "Lò Văn Pâng", **cells}, group or Group())
    return read_row(row, money_unit=unit, refused=refused, today=TODAY)


def codes(row: ReadRow) -> list[str]:
    return [one.code for one in row.problems]


def kinds(row: ReadRow) -> list[RepairKind]:
    return [one.kind for one in row.repairs]


def test_empty_cells_are_no_fault() -> None:
    row = read({})
    assert (row.problems, row.repairs, row.values.head_name) == ((), (), "Lò Văn Pâng")


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("LÒ VĂN PÂNG", "Lò Văn Pâng"),
        ("lò văn pâng", "Lò Văn Pâng"),
        ("H'BIA NIÊ", "H'Bia Niê"),
        ("Y Krông", "Y Krông"),
        ("Nguyễn T. A", "Nguyễn T. A"),
        ("Ông Lò Văn Pâng", "Lò Văn Pâng"),
        ("Ông Ích Khiêm", "Ông Ích Khiêm"),
        ("Bà Thị Thu Hà", "Bà Thị Thu Hà"),
    ],
)
def test_names_are_kept_or_offered_in_name_case(cell: str, kept: str) -> None:
    row = read({Field.HEAD_NAME: cell})
    assert row.values.head_name == kept
    assert bool(row.repairs) == (cell != kept)


def test_a_refused_repair_leaves_the_cell_as_typed() -> None:
    row = read({Field.HEAD_NAME: "LÒ VĂN PÂNG"}, refused=frozenset({RepairKind.NAME_CASE}))
    assert (row.values.head_name, row.repairs) == ("LÒ VĂN PÂNG", ())


def test_a_number_is_no_name() -> None:
    assert codes(read({Field.HEAD_NAME: 12})) == ["not_name"]


@pytest.mark.parametrize(
    ("cell", "kept", "repaired"),
    [
        ("011062900001", "011062900001", []),
        ("011 062 900001", "011062900001", []),
        ("123456789", "123456789", []),
        (11062900001, "011062900001", [RepairKind.ID_LEADING_ZERO]),
        (11062900001.0, "011062900001", [RepairKind.ID_LEADING_ZERO]),
        (1093000001, "001093000001", [RepairKind.ID_LEADING_ZERO]),
        (12345678, "012345678", [RepairKind.ID_LEADING_ZERO]),
    ],
)
def test_id_numbers_get_their_lost_zeros_back(cell: CellValue, kept: str, repaired: list[RepairKind]) -> None:
    row = read({Field.CITIZEN_ID: cell})
    assert (row.values.citizen_id, kinds(row), codes(row)) == (kept, repaired, [])


@pytest.mark.parametrize("cell", ["1234567", "0110629000012", "99062900001", "đang làm", "0912345678"])
def test_id_numbers_of_another_length_reject_the_row(cell: str) -> None:
    assert read({Field.CITIZEN_ID: cell}).rejected


def test_an_id_number_stays_too_short_where_the_repair_is_refused() -> None:
    row = read({Field.CITIZEN_ID: 11062900001}, refused=frozenset({RepairKind.ID_LEADING_ZERO}))
    assert (codes(row), row.values.citizen_id) == (["citizen_id_lost_zero"], None)


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        (1956, "1956"),
        (1956.0, "1956"),
        ("1956", "1956"),
        ("'1956", "1956"),
        (datetime(1978, 5, 20), "1978-05-20"),  # noqa: DTZ001 - a cell knows no time zone
        ("20/5/1978", "1978-05-20"),
        ("20-05-1978", "1978-05-20"),
        ("ngày 20 tháng 5 năm 1978", "1978-05-20"),
        ("1978-05-20", "1978-05-20"),
        ("05/1978", "1978"),
    ],
)
def test_births_in_every_shape(cell: CellValue, kept: str) -> None:
    row = read({Field.BIRTH: cell})
    assert (row.values.birth, codes(row), kinds(row)) == (kept, [], [])


@pytest.mark.parametrize(
    ("cell", "kept", "kind"),
    [
        (28630, "1978-05-20", RepairKind.DATE_FROM_NUMBER),
        ("05/20/1978", "1978-05-20", RepairKind.DATE_MONTH_FIRST),
    ],
)
def test_births_that_a_program_bent_are_offered_straight(cell: CellValue, kept: str, kind: RepairKind) -> None:
    row = read({Field.BIRTH: cell})
    assert (row.values.birth, kinds(row)) == (kept, [kind])
    assert read({Field.BIRTH: cell}, refused=frozenset({kind})).rejected


@pytest.mark.parametrize("cell", ["45", "20/05/45", 45])
def test_two_digits_of_a_year_take_their_century_from_the_id_number_alone(cell: CellValue) -> None:
    assert codes(read({Field.BIRTH: cell})) == ["year_short"]
    row = read({Field.BIRTH: cell, Field.CITIZEN_ID: "011045900001"})
    assert (str(row.values.birth)[:4], kinds(row)) == ("1945", [RepairKind.YEAR_FROM_ID])
    assert codes(read({Field.BIRTH: cell, Field.CITIZEN_ID: "011046900001"})) == ["year_short"]


@pytest.mark.parametrize("cell", ["năm nay", "20/5", "31/02/1978", 19560, "19567", "1756", "195", "hôm nay", "x"])
def test_what_is_no_birth_rejects_the_row(cell: CellValue) -> None:
    refused = frozenset({RepairKind.DATE_FROM_NUMBER})
    assert read({Field.BIRTH: cell}, refused=refused).rejected


@pytest.mark.parametrize(
    ("cell", "unit", "kept"),
    [
        ("60.000.000", None, 60_000_000),
        ("60,000,000 đ", None, 60_000_000),
        (60_000_000, 1, 60_000_000),
        (60_000_000.0, None, 60_000_000),
        ("60 tr", None, 60_000_000),
        ("60 triệu", 1_000_000, 60_000_000),
        (60, 1_000_000, 60_000_000),
        (37.5, 1_000_000, 37_500_000),
        (1.125, 1_000_000, 1_125_000),
        ("37,5", 1_000_000, 37_500_000),
        ("60.000", 1_000, 60_000_000),
        (0, None, None),
    ],
)
def test_amounts_are_read_by_the_unit_of_their_column(cell: CellValue, unit: int | None, kept: int | None) -> None:
    row = read({Field.SUPPORT_AMOUNT: cell}, unit=unit)
    assert (row.values.requested_amount, codes(row), kinds(row)) == (kept, [], [])


@pytest.mark.parametrize(("cell", "unit"), [(60, None), ("60", 1), (60_000_000, 1_000_000), (60.0, None)])
def test_an_amount_that_cannot_mean_its_unit_is_a_listed_repair(cell: CellValue, unit: int | None) -> None:
    row = read({Field.SUPPORT_AMOUNT: cell}, unit=unit)
    assert (row.values.requested_amount, kinds(row)) == (60_000_000, [RepairKind.AMOUNT_UNIT])


@pytest.mark.parametrize("cell", ["theo quy định", "-5", -5, "60 xu", "1.5.0", True])
def test_an_amount_that_is_no_number_rejects_the_row(cell: CellValue) -> None:
    assert codes(read({Field.SUPPORT_AMOUNT: cell})) == ["not_money"]


def test_a_small_amount_is_saved_with_a_warning() -> None:
    row = read({Field.SUPPORT_AMOUNT: 60_000})
    assert (row.rejected, codes(row), row.values.requested_amount) == (False, ["amount_small"], 60_000)


@pytest.mark.parametrize(
    ("field", "cell", "name", "kept"),
    [
        (Field.GENDER, "NỮ", "gender", "female"),
        (Field.GENDER, "nam", "gender", "male"),
        (Field.CATEGORY, "HN", "category", "poor"),
        (Field.CATEGORY, "hộ cận  nghèo", "category", "near_poor"),
        (Field.CATEGORY, "Thân nhân liệt sỹ", "category", "martyr_relative"),
        (Field.CATEGORY, "Bị ảnh hưởng thiên tai, biến đổi khí hậu", "category", "disaster"),
        (Field.NEED, "XM", "work_type", "new_build"),
        (Field.NEED, "Sửa chữa nhà ở", "work_type", "repair"),
        (Field.MEMBERS, "4 khẩu", "member_count", 4),
        (Field.MEMBERS, 4.0, "member_count", 4),
        (Field.MEMBERS, "04", "member_count", 4),
        (Field.AREA_CURRENT, "36,5 m2", "area_m2", "36.5"),
        (Field.PHONE, "0912.345.678", "phone", "0912345678"),
        (Field.HOUSEHOLD_CODE, 12.0, "code", "12"),
    ],
)
def test_words_and_numbers_in_their_spellings(field: Field, cell: CellValue, name: str, kept: object) -> None:
    row = read({field: cell})
    assert (getattr(row.values, name), row.problems) == (kept, ())


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        (Field.GENDER, "x", "not_gender"),
        (Field.CATEGORY, "hộ khá", "not_category"),
        (Field.NEED, "mượn đất", "not_work_type"),
        (Field.MEMBERS, "nhiều", "not_member_count"),
        (Field.MEMBERS, 0, "not_member_count"),
        (Field.PHONE, "12345", "not_phone"),
    ],
)
def test_a_word_outside_its_vocabulary_rejects_the_row(field: Field, cell: CellValue, code: str) -> None:
    row = read({field: cell})
    assert (row.rejected, codes(row)) == (True, [code])


def test_several_groups_in_a_cell_are_the_first_with_a_warning() -> None:
    row = read({Field.CATEGORY: "Hộ nghèo, NCC"})
    assert (row.values.category, row.rejected, codes(row)) == ("poor", False, ["several_categories"])


def test_a_phone_gets_its_zero_back() -> None:
    row = read({Field.PHONE: 912345678})
    assert (row.values.phone, kinds(row)) == ("0912345678", [RepairKind.PHONE_LEADING_ZERO])


def test_the_group_fills_what_the_row_leaves_out() -> None:
    group = Group("Thôn Nà Mặn", "poor")
    assert read({}, group=group).values.village == "Thôn Nà Mặn"
    row = read({Field.VILLAGE: "Nà Sáng", Field.CATEGORY: "NCC"}, group=group)
    assert (row.values.village, row.values.category) == ("Nà Sáng", "meritorious")


@pytest.mark.parametrize(
    ("field", "cell", "name", "kept", "kind"),
    [
        (Field.PHONE, "01651234567", "phone", "0351234567", RepairKind.PHONE_PREFIX),
        (Field.PHONE, 1201234567, "phone", "0701234567", RepairKind.PHONE_PREFIX),
        (Field.PHONE, "0912345678/0987654321", "phone", "0912345678", RepairKind.PHONE_FROM_TEXT),
        (Field.PHONE, "không có", "phone", None, RepairKind.EMPTY_WORD),
        (Field.CITIZEN_ID, "CCCD: 011062900001", "citizen_id", "011062900001", RepairKind.ID_FROM_TEXT),
        (Field.CITIZEN_ID, "011062900001 / 123456789", "citizen_id", "011062900001", RepairKind.ID_FROM_TEXT),
        (Field.CITIZEN_ID, "chưa có", "citizen_id", None, RepairKind.EMPTY_WORD),
        (Field.BIRTH, "khoảng 1950", "birth", "1950", RepairKind.YEAR_FROM_TEXT),
        (Field.BIRTH, "1956 (70 tuổi)", "birth", "1956", RepairKind.YEAR_FROM_TEXT),
        (Field.BIRTH, datetime(1905, 5, 9), "birth", "1956", RepairKind.YEAR_FROM_DATE),  # noqa: DTZ001
        (Field.ETHNICITY, "Mèo", "ethnicity", "Mông", RepairKind.ETHNIC_NAME),
        (Field.ETHNICITY, "Khơ-me", "ethnicity", "Khmer", RepairKind.ETHNIC_NAME),
        (Field.HEAD_NAME, "1. Lò Văn Pâng", "head_name", "Lò Văn Pâng", RepairKind.NAME_NUMBER),
        (Field.HEAD_NAME, "NGUYỄN Văn An", "head_name", "Nguyễn Văn An", RepairKind.NAME_CASE),
        (Field.HEAD_NAME, "Nguyễn văn An", "head_name", "Nguyễn Văn An", RepairKind.NAME_CASE),
    ],
)
def test_what_is_changed_is_listed_and_can_be_refused(
    field: Field, cell: CellValue, name: str, kept: object, kind: RepairKind
) -> None:
    row = read({field: cell})
    assert (getattr(row.values, name), kinds(row), codes(row)) == (kept, [kind], [])
    assert kind not in kinds(read({field: cell}, refused=frozenset({kind})))


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("00/00/1978", "1978"),
        ("--/--/1978", "1978"),
        ("tháng 5 năm 1978", "1978"),
        ("20-thg 5-1978", "1978-05-20"),
        ("20-May-1978", "1978-05-20"),
        ("20 5 1978", "1978-05-20"),
        ("20051978", "1978-05-20"),
        ("20/05/1978 00:00:00", "1978-05-20"),
        ("mùng 5 tháng 3 năm 1960", "1960-03-05"),
    ],
)
def test_more_shapes_of_births(cell: str, kept: str) -> None:
    row = read({Field.BIRTH: cell})
    assert (row.values.birth, codes(row), kinds(row)) == (kept, [], [])


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Thuộc diện hộ nghèo", "poor"),
        ("Hộ nghèo năm 2024", "poor"),
        ("Hộ cận nghèo (DTTS)", "near_poor"),
        ("Con liệt sỹ", "martyr_relative"),
        ("Người khuyết tật nặng", "disabled"),
        ("Hộ gia đình bị ảnh hưởng bởi thiên tai", "disaster"),
        ("Hộ thoát nghèo", None),
        ("Hộ không nghèo", None),
        ("Hộ trung bình", None),
    ],
)
def test_groups_between_words_that_change_nothing(text: str, group: str | None) -> None:
    assert read({Field.CATEGORY: text}).values.category == group


def test_an_unknown_people_is_kept_with_a_warning() -> None:
    row = read({Field.ETHNICITY: "Xá Lạ"})
    assert (row.values.ethnicity, codes(row), row.rejected) == ("Xá Lạ", ["ethnicity_unknown"], False)


def test_an_eleventh_digit_in_front_is_no_lost_zero() -> None:
    assert read({Field.CITIZEN_ID: "01105600012"}).rejected


def test_every_kind_of_repair_says_why() -> None:
    assert set(REPAIRS) == set(RepairKind)

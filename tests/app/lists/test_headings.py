"""Which field a heading means; what could be somebody else's stays unmapped."""

from __future__ import annotations

import pytest

from app.lists.fields import Field
from app.lists.headings import heading_label, map_headings, meaning_of, unit_of
from app.wording.list_headings import HEADINGS


def field_of(heading: str) -> Field | None:
    found = meaning_of(heading)
    return found.field if found else None


@pytest.mark.parametrize("field", list(Field))
def test_every_field_has_headings_that_name_it(field: Field) -> None:
    for heading in HEADINGS[field]:
        assert field_of(heading) is field, heading
        assert field_of(heading.upper()) is field, heading
    assert field_of(heading_label(field)) is field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("HỌ  VÀ TÊN\nCHỦ HỘ", Field.HEAD_NAME),
        ("Họ và tên", Field.HEAD_NAME),
        ("Ho ten chu ho", Field.HEAD_NAME),
        ("Họ và tên (chủ hộ)", Field.HEAD_NAME),
        ("Năm sinh chủ hộ", Field.BIRTH),
        ("Ngày, tháng,\nnăm sinh (dd/mm/yyyy)", Field.BIRTH),
        ("Số CMND/ CCCD", Field.CITIZEN_ID),
        ("ĐT", Field.PHONE),
        ("DT", Field.ETHNICITY),
        ("Thôn, bản, TDP", Field.VILLAGE),
        ("Mức hỗ trợ (triệu đồng)", Field.SUPPORT_AMOUNT),
        ("Số tiền, triệu đồng", Field.SUPPORT_AMOUNT),
        ("Diện tích nhà (m2)", Field.AREA_CURRENT),
    ],
)
def test_variants_are_understood(heading: str, field: Field) -> None:
    assert field_of(heading) is field


@pytest.mark.parametrize(
    "heading",
    [
        "Họ và tên vợ/chồng",
        "Họ tên chủ hộ (vợ/chồng)",
        "Họ và tên người thừa kế",
        "Họ tên cán bộ điều tra",
        "Quan hệ với chủ hộ",
        "Tên trưởng thôn",
        "Ngày cấp CCCD",
        "Số tiền còn lại",
        "Số hộ",
        "Ngày cấp",
        "",
    ],
)
def test_what_belongs_to_another_is_left_unmapped(heading: str) -> None:
    assert field_of(heading) is None


def test_the_surer_of_two_columns_wins() -> None:
    mapped = map_headings(["Họ và tên", "Họ tên chủ hộ", "Họ và tên chủ hộ"])
    assert (mapped.fields, mapped.ambiguous) == ({2: Field.HEAD_NAME}, ())


def test_two_equal_claims_leave_both_columns_out() -> None:
    mapped = map_headings(["Họ tên chủ hộ", "Chủ hộ", "Năm sinh"])
    assert (mapped.fields, mapped.ambiguous) == ({2: Field.BIRTH}, (0, 1))


def test_the_persons_own_mapping_comes_first() -> None:
    chosen = {"Tên gọi": Field.HEAD_NAME, "Ghi chú": None}
    mapped = map_headings(["Họ và tên chủ hộ", "Tên  gọi", "Ghi chú"], chosen)
    assert mapped.fields == {1: Field.HEAD_NAME}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Mức hỗ trợ (triệu đồng)", 1_000_000),
        ("Số tiền (tr.đ)", 1_000_000),
        ("Đơn vị tính: nghìn đồng", 1_000),
        ("ĐVT: 1.000 đồng", 1_000),
        ("Mức hỗ trợ (đồng)", 1),
        ("Mức hỗ trợ", None),
    ],
)
def test_units_are_found_in_headings(text: str, unit: int | None) -> None:
    assert unit_of(text) == unit

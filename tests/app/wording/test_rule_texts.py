"""Every rule that comes with the program is shown in Vietnamese, and what is shown is read back as it was."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from app.wording.rule_texts import shown_value, typed_value

PROGRAMMES = Path(__file__).parents[3] / "resources" / "programmes"
RULES = sorted(
    {
        (rule["key"], rule["value"])
        for file in PROGRAMMES.glob("*.toml")
        for rule in tomllib.loads(file.read_text())["rule"]
    }
)


@pytest.mark.parametrize(("key", "value"), RULES)
def test_what_is_shown_of_a_bundled_rule_is_read_back(key: str, value: str) -> None:
    assert typed_value(key, shown_value(key, value)) == value


@pytest.mark.parametrize(
    ("key", "shown", "value"),
    [
        ("criterion", "số phần cứng < 2 hoặc m² mỗi người < 8", "hard_parts < 2 or area_per_person < 8"),
        ("criterion", "đối tượng là hộ nghèo, hộ cận nghèo", "category in poor,near_poor"),
        ("criterion", "Số phần cứng của nhà < 1", "hard_parts < 1"),
        ("criterion", "Doi tuong la ho ngheo", "category in poor"),
        ("criterion", "thường trú trước ngày 15/06/2013", "resident_before 2013-06-15"),
        ("criterion", "m² mỗi người ≤ 7,5", "area_per_person <= 7.5"),
        ("priority", "Thứ 2: tuổi chủ hộ ≥ 60", "2|head_age >= 60"),
        ("instalment", "Đợt 1: 60 %", "1|60|"),
        (
            "instalment",
            "Đợt 2: 40 %; đã nghiệm thu; biên bản xác nhận hoàn thành giai đoạn",
            "2|40|acceptance,paper:stage_minutes",
        ),
        ("instalment", "Đợt 3: 1/3; xong khung, tường", "3|1/3|stage:frame_wall"),
        ("requires_paper", "Bản cam kết, từ khi xong khung, tường", "commitment|frame_wall"),
        ("requires_paper", "ban cam ket", "commitment"),
        ("posting_unit", "Ngày làm việc", "working_days"),
        ("vote_threshold", "Quá nửa số hộ dự", "more_than_half"),
    ],
)
def test_a_rule_is_typed_in_vietnamese(key: str, shown: str, value: str) -> None:
    assert typed_value(key, shown) == value
    assert typed_value(key, shown_value(key, value)) == value


def test_what_is_in_no_known_form_is_left_for_the_rule_to_refuse() -> None:
    assert typed_value("criterion", "hộ nghèo") == "hộ nghèo"
    assert typed_value("house_name", "Nhà Đại đoàn kết") == "Nhà Đại đoàn kết"

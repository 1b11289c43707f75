"""The sample list and the facts of the demo agree with each other and with the bundled data."""

import csv
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from models.vocabulary import Part, SourceKind
from resources import make_sample

RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLES = RESOURCES / "samples"


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    return tomllib.loads((SAMPLES / "sample.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    sheet = openpyxl.load_workbook(SAMPLES / "danh-sach-ho.xlsx")["Danh sách hộ"]
    heading, *lines = sheet.iter_rows(min_row=make_sample.HEADING_ROW, max_row=48, max_col=14, values_only=True)
    return [dict(zip(map(str, heading), line, strict=True)) for line in lines]


def test_the_script_makes_the_file_that_is_kept(tmp_path: Path) -> None:
    made = tmp_path / "list.xlsx"
    make_sample.save(make_sample.workbook(), made)
    kept = openpyxl.load_workbook(SAMPLES / "danh-sach-ho.xlsx").worksheets[0]
    assert list(openpyxl.load_workbook(made).worksheets[0].values) == list(kept.values)


def test_the_list_has_forty_households_in_three_villages(rows: list[dict[str, Any]], facts: dict[str, Any]) -> None:
    assert [row["STT"] for row in rows] == list(range(1, 41))
    assert len({row["Họ và tên chủ hộ"] for row in rows}) == 40
    villages = [village["name"] for village in facts["commune"]["village"]]
    assert list(dict.fromkeys(row["Thôn/bản"] for row in rows)) == villages
    assert Counter(row["Hình thức hỗ trợ"] for row in rows) == {"Xây mới": 28, "Sửa chữa": 12}
    assert sum(row["Mức hỗ trợ (đồng)"] for row in rows) == facts["list"]["total_amount"] == 2_040_000_000


def test_id_numbers_are_text_and_agree_with_gender_and_year(rows: list[dict[str, Any]], facts: dict[str, Any]) -> None:
    without = [row["STT"] for row in rows if row["Số CCCD"] is None]
    assert without == facts["list"]["without_citizen_id"]
    numbers = {row["STT"]: row["Số CCCD"] for row in rows if row["Số CCCD"]}
    assert len(set(numbers.values())) == 37
    for row in rows:
        if number := numbers.get(row["STT"]):
            assert isinstance(number, str)
            assert len(number) == 12
            assert number.startswith("011")
            century = 0 if row["Năm sinh"] < 2000 else 2
            assert int(number[3]) == century + (row["Giới tính"] == "Nữ")
            assert int(number[4:6]) == row["Năm sinh"] % 100


def test_ethnic_groups_of_the_list_are_known(rows: list[dict[str, Any]]) -> None:
    with (RESOURCES / "ethnic_groups.csv").open(encoding="utf-8", newline="") as file:
        known = {group["name"] for group in csv.DictReader(file)}
    assert {row["Dân tộc"] for row in rows} <= known


def test_the_sample_ward_stands_on_the_map(facts: dict[str, Any]) -> None:
    with (RESOURCES / "areas" / "communes.csv").open(encoding="utf-8", newline="") as file:
        ward = next(row for row in csv.DictReader(file) if row["code"] == facts["commune"]["code"])
    assert (ward["name"], ward["province_code"]) == (facts["commune"]["area_name"], facts["upper"]["code"])


def test_the_two_decisions_share_the_list_and_its_money(rows: list[dict[str, Any]], facts: dict[str, Any]) -> None:
    asked = {row["STT"]: row["Mức hỗ trợ (đồng)"] for row in rows}
    ward, upper = facts["commune_decision"], facts["upper_decision"]
    assert sorted(ward["households"] + upper["households"]) == list(range(1, 41))
    for decision in (ward, upper):
        assert sum(asked[number] for number in decision["households"]) == decision["total_amount"]
    assert sum(part["percent"] for part in facts["instalment"]) == 100
    assert ward["total_amount"] + upper["total_amount"] <= facts["source"][0]["ceiling"]


def test_the_ward_and_the_upper_office_decide_when_the_programme_lets_them(facts: dict[str, Any]) -> None:
    programme = tomllib.loads((RESOURCES / "programmes" / "01-xoa-nha-tam.toml").read_text(encoding="utf-8"))
    assert facts["list"]["programme"] == programme["code"]
    for office, decision in (("commune", "commune_decision"), ("upper", "upper_decision")):
        day = facts[decision]["date"]
        rules = [rule for rule in programme["rule"] if rule["key"] == "decided_by"]
        assert [r["value"] for r in rules if r["valid_from"] <= day <= r.get("valid_to", "9999")] == [office]


def test_each_house_of_the_ward_goes_from_start_to_handover_in_order(
    rows: list[dict[str, Any]], facts: dict[str, Any]
) -> None:
    assert [house["stt"] for house in facts["house"]] == facts["commune_decision"]["households"]
    order = ("started_on", "foundation_on", "frame_wall_on", "roof_on", "finish_on", "accepted_on")
    for house in facts["house"]:
        days = [date.fromisoformat(house[name]) for name in order if name in house]
        days = [date.fromisoformat(facts["commune_decision"]["date"]), *days]
        days.append(date.fromisoformat(facts["handover"]["date"]))
        assert days == sorted(days)
        row = rows[house["stt"] - 1]
        new_build = row["Hình thức hỗ trợ"] == "Xây mới"
        assert set(house["hard"]) >= ({str(p) for p in Part} if new_build else {"frame_wall", "roof"})
        assert house["area_m2"] >= (24 if row["Số nhân khẩu"] == 1 else 30)
        assert house["cost"]["NSTW"] == row["Mức hỗ trợ (đồng)"]


def test_sources_are_of_known_kinds_and_every_code_used_is_defined(facts: dict[str, Any]) -> None:
    codes = {source["code"] for source in facts["source"]}
    assert {source["kind"] for source in facts["source"]} <= set(SourceKind)
    used = {facts["commune_decision"]["source"], facts["upper_decision"]["source"]}
    used |= {part["source"] for part in facts["instalment"]} | {code for h in facts["house"] for code in h["cost"]}
    assert used <= codes

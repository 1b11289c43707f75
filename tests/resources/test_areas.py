"""The bundled map and the list of ethnic groups are whole and keep their codes as text."""

import csv
import unicodedata
from collections import Counter
from pathlib import Path

RESOURCES = Path(__file__).parents[2] / "resources"


def rows(name: str) -> list[dict[str, str]]:
    with (RESOURCES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if letter.isalnum())


def test_there_are_34_provinces_and_3321_communes_with_unique_codes() -> None:
    provinces, communes = rows("areas/provinces.csv"), rows("areas/communes.csv")
    assert len({row["code"] for row in provinces}) == len(provinces) == 34
    assert len({row["code"] for row in communes}) == len(communes) == 3321
    assert {row["province_code"] for row in communes} == {row["code"] for row in provinces}


def test_codes_keep_their_leading_zeros() -> None:
    assert {len(row["code"]) for row in rows("areas/provinces.csv")} == {2}
    assert {len(row["code"]) for row in rows("areas/communes.csv")} == {5}


def test_kinds_are_those_of_the_law() -> None:
    communes, provinces = rows("areas/communes.csv"), rows("areas/provinces.csv")
    assert Counter(row["kind"] for row in communes) == {"xã": 2611, "phường": 697, "đặc khu": 13}
    assert {row["kind"] for row in provinces} == {"tỉnh", "thành phố"}
    assert all(row["name"].lower().startswith(row["kind"] + " ") for row in communes + provinces)


def test_old_names_belong_to_units_of_today_and_end_before_the_reform() -> None:
    today = {row["code"] for row in rows("areas/provinces.csv")} | {row["code"] for row in rows("areas/communes.csv")}
    old = rows("areas/old_units.csv")
    assert {row["code"] for row in old} <= today
    assert {row["valid_to"] for row in old} == {"2025-06-30", "2026-04-29"}
    names = {row["code"]: row["names"].split(";") for row in old}
    assert names["03151"] == ["Phường Sông Đà", "Phường Na Lay", "Xã Lay Nưa", "Xã Sá Tổng"]
    assert names["25"] == ["Tỉnh Vĩnh Phúc", "Tỉnh Hòa Bình"]


def test_no_words_of_the_source_sentence_are_left_in_an_old_name() -> None:
    kinds = ("Xã ", "Phường ", "Thị trấn ", "Huyện ", "Tỉnh ", "Thành phố ")
    for row in rows("areas/old_units.csv"):
        for name in row["names"].split(";"):
            assert name.startswith(kinds)
            assert not any(
                word in name for word in ("phần", "diện tích", "sau khi", "quy mô", " của ", "Phường Phường")
            )
            assert len(name) < 55


def test_all_names_are_composed_unicode() -> None:
    for name in ("areas/provinces.csv", "areas/communes.csv", "areas/old_units.csv", "ethnic_groups.csv"):
        text = (RESOURCES / name).read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text)


def test_there_are_54_ethnic_groups_in_the_official_order() -> None:
    groups = rows("ethnic_groups.csv")
    assert [row["code"] for row in groups] == [f"{number:02d}" for number in range(1, 55)]
    assert len({row["name"] for row in groups}) == 54
    assert [groups[number]["name"] for number in (0, 2, 7, 53)] == ["Kinh", "Thái", "Mông", "Rơ Măm"]


def test_an_alias_names_one_ethnic_group_only() -> None:
    owners: dict[str, set[str]] = {}
    for row in rows("ethnic_groups.csv"):
        for name in [row["name"], *filter(None, row["aliases"].split(";"))]:
            owners.setdefault(folded(name), set()).add(row["name"])
    assert {name: groups for name, groups in owners.items() if len(groups) > 1} == {}

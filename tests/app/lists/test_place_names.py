"""Villages are compared by spelling: the place of a tone's mark is nothing, another accent is another village."""

from __future__ import annotations

import csv
import unicodedata
from itertools import combinations

import pytest

from app.lists.matching import VillageNames
from app.paths import resource
from models.vietnamese import fold, spelling

TONES = "\u0300\u0301\u0303\u0309\u0323"


def commune_names() -> list[str]:
    with resource("areas/communes.csv").open(encoding="utf-8", newline="") as stream:
        return sorted({line["name"] for line in csv.DictReader(stream)})


def with_tone_moved(name: str) -> str | None:
    """The other spelling of "oà", "oè", "uý" and the like ("òa", "òe", "úy"), where the name has one."""
    for pair in ("oa", "oe", "uy"):
        for tone in TONES:
            late = unicodedata.normalize("NFC", pair + tone)
            early = unicodedata.normalize("NFC", pair[0] + tone + pair[1])
            for one, other in ((late, early), (early, late)):
                if one in name and not name.lower().startswith("qu"):
                    return name.replace(one, other)
    return None


def find(known: list[str], text: str) -> tuple[list[str], list[str]]:
    names = VillageNames((name, name) for name in known)
    return [one.name for one in names.find(text)], [one.name for one in names.alike(text)]


def test_every_name_with_its_tone_moved_is_the_same_name() -> None:
    variants = {name: moved for name in commune_names() if (moved := with_tone_moved(name))}
    assert len(variants) > 150
    assert [name for name, moved in variants.items() if spelling(name) != spelling(moved)] == []


def test_names_that_are_alike_only_without_accents_are_told_apart() -> None:
    by_fold: dict[str, set[str]] = {}
    for name in commune_names():
        by_fold.setdefault(fold(name), set()).add(name)
    pairs = [pair for names in by_fold.values() for pair in combinations(sorted(names), 2)]
    different = [
        (one, other) for one, other in pairs if with_tone_moved(one) != other and with_tone_moved(other) != one
    ]
    assert ("Xã Ba Tô", "Xã Ba Tơ") in different
    assert [pair for pair in different if spelling(pair[0]) == spelling(pair[1])] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hoà Bình", "Hòa Bình", True),
        ("Mỹ Lâm", "Mĩ Lâm", True),
        ("Quý", "Quí", True),
        ("Thuý", "Thúy", True),
        ("Thôn 01", "thôn 1", True),
        ("Ðà Nẵng", "Đà Nẵng", True),
        ("Thuý", "Thúi", False),
        ("Tày", "Tài", False),
        ("Ba Tô", "Ba Tơ", False),
        ("Nà Mặn", "Nà Mắn", False),
    ],
)
def test_spellings_of_a_name(one: str, other: str, *, same: bool) -> None:
    assert (spelling(one) == spelling(other)) is same


@pytest.mark.parametrize(
    ("text", "found", "alike"),
    [
        ("Bản Nà Mặn", ["Bản Nà Mặn"], []),
        ("nà mặn", ["Bản Nà Mặn"], []),
        ("Na Man", ["Bản Nà Mặn"], []),
        ("Bản Nà Mắn", [], ["Bản Nà Mặn"]),
        ("Thôn 05", ["Thôn 5"], []),
        ("thôn số 5", ["Thôn 5"], []),
        ("Tổ 5", [], []),
        ("Hoà Bình", ["Thôn Hòa Bình"], []),
        ("Ba To", ["Ba Tô", "Ba Tơ"], []),
        ("Ba Tơ", ["Ba Tơ"], []),
    ],
)
def test_a_village_is_found_by_its_spelling_or_without_accents(text: str, found: list[str], alike: list[str]) -> None:
    assert find(["Bản Nà Mặn", "Thôn 5", "Thôn Hòa Bình", "Ba Tô", "Ba Tơ"], text) == (found, alike)

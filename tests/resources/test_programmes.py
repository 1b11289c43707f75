"""The bundled programmes are regular, dated, and carry the amounts of their decisions."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.review.eligibility_criteria import read_criterion, read_priority
from app.review.ranking import TieRule
from app.wording.programme_rules import BEGINNINGS
from models.vocabulary import Category, PaperKind, Part, WorkType

FOLDER = Path(__file__).parents[2] / "resources" / "programmes"
FILES = sorted(FOLDER.glob("*.toml"))
WORK_TYPES = [str(work_type) for work_type in WorkType]
VALUES = {
    "decided_by": {"commune", "upper", "fund_board"},
    "requires_step": {"survey", "village_review", "posting", "submission", "decision"},
    "hard_part": {str(part) for part in Part},
    "done_when": {"handed_over", "accepted"},
    "posting_unit": {"working_days", "days"},
    "asks_religion": {"yes"},
    "allows_self_built": {"yes"},
    "tie_rule": {str(rule) for rule in TieRule},
    "requires_paper": {f"{kind}|{since}" for kind in PaperKind for since in BEGINNINGS},
}
FREE = {
    "instalment",
    "house_name",
    "min_area_m2",
    "min_area_single_m2",
    "criterion",
    "priority",
    "posting_days",
    "vote_threshold",
}
ONE_AT_A_TIME = ["decided_by", "done_when", "min_area_m2", "min_area_single_m2", "posting_days", "posting_unit"]


def read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def programme(code: str) -> dict[str, Any]:
    return next(found for found in map(read, FILES) if found["code"] == code)


def holds(row: dict[str, Any], day: str) -> bool:
    return bool(row["valid_from"] <= day <= row.get("valid_to", "9999-12-31"))


def amount(code: str, category: str, work_type: str, day: str) -> int | None:
    for norm in programme(code).get("norm", []):
        if norm["category"] in (category, "*") and norm["work_type"] == work_type and holds(norm, day):
            return int(norm["amount"])
    return None


def values(code: str, key: str, day: str, work_type: str = "new_build") -> set[str]:
    return {
        row["value"]
        for row in programme(code)["rule"]
        if row["key"] == key and holds(row, day) and row.get("work_type", work_type) == work_type
    }


def test_six_programmes_have_unique_codes_and_the_national_one_comes_first() -> None:
    codes = [read(file)["code"] for file in FILES]
    assert len(codes) == len(set(codes)) == 6
    assert codes[0] == "xoa-nha-tam"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_row_has_known_words_dates_and_a_source_with_its_confidence(file: Path) -> None:
    data = read(file)
    for row in [*data["rule"], *data.get("norm", [])]:
        date.fromisoformat(row["valid_from"])
        date.fromisoformat(row.get("valid_to", "9999-12-31"))
        assert row["valid_from"] <= row.get("valid_to", "9999-12-31")
        assert row.get("work_type", "repair") in WORK_TYPES
    for row in [*data["rule"], *data.get("norm", []), *data["legal_basis"]]:
        assert row["source"]
        assert row["confidence"] in ("high", "medium", "low")
    for row in data["rule"]:
        assert row["value"] in VALUES[row["key"]] if row["key"] in VALUES else row["key"] in FREE
    for norm in data.get("norm", []):
        assert norm["category"] in ("*", *Category)
        assert norm["amount"] > 0


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_exactly_one_office_decides_on_any_day_and_one_event_counts_as_done(file: Path) -> None:
    data = read(file)
    code = data["code"]
    days = [row[end] for row in data["rule"] for end in ("valid_from", "valid_to") if end in row]
    for day in days:
        for work_type in WORK_TYPES:
            assert len(values(code, "decided_by", day, work_type)) == 1
            assert len(values(code, "done_when", day, work_type)) == 1
            assert all(len(values(code, key, day, work_type)) <= 1 for key in ONE_AT_A_TIME)


def test_the_national_amounts_rose_in_october_2024() -> None:
    assert amount("xoa-nha-tam", "poor", "new_build", "2024-10-04") == 50_000_000
    assert amount("xoa-nha-tam", "poor", "repair", "2024-10-04") == 25_000_000
    assert amount("xoa-nha-tam", "disaster", "new_build", "2024-10-05") == 60_000_000
    assert amount("xoa-nha-tam", "disaster", "repair", "2026-05-01") == 30_000_000


def test_the_other_programmes_give_what_their_decisions_say() -> None:
    assert amount("giam-ngheo-ben-vung", "near_poor", "new_build", "2024-06-01") == 40_000_000
    assert amount("giam-ngheo-ben-vung", "near_poor", "repair", "2024-06-01") == 20_000_000
    assert amount("nguoi-co-cong", "martyr_relative", "new_build", "2025-01-15") == 60_000_000
    assert amount("nguoi-co-cong", "meritorious", "repair", "2025-01-15") == 30_000_000
    assert amount("nguoi-co-cong", "meritorious", "repair", "2025-01-14") is None
    assert amount("nguoi-co-cong-2013", "meritorious", "new_build", "2020-01-01") == 40_000_000
    assert amount("quy-vi-nguoi-ngheo", "poor", "new_build", "2026-01-01") is None


def test_since_july_2025_the_commune_decides_the_national_campaign() -> None:
    assert values("xoa-nha-tam", "decided_by", "2025-06-30") == {"upper"}
    assert values("xoa-nha-tam", "decided_by", "2025-07-01") == {"commune"}


def test_the_fund_board_asks_for_no_village_vote_and_no_posting() -> None:
    assert values("quy-vi-nguoi-ngheo", "requires_step", "2026-01-01") == {"survey", "decision"}
    assert values("quy-vi-nguoi-ngheo", "decided_by", "2026-01-01") == {"fund_board"}


def test_a_repair_is_done_when_accepted_and_asks_for_no_area() -> None:
    assert values("xoa-nha-tam", "done_when", "2025-09-01", "repair") == {"accepted"}
    assert values("xoa-nha-tam", "done_when", "2025-09-01", "new_build") == {"handed_over"}
    assert values("xoa-nha-tam", "min_area_m2", "2025-09-01", "repair") == set()
    assert values("xoa-nha-tam", "hard_part", "2025-09-01", "repair") == {"frame_wall", "roof"}


def test_the_decision_number_with_swapped_digits_is_marked_doubtful() -> None:
    bases = {basis["title"]: basis.get("doubtful", False) for basis in programme("xoa-nha-tam")["legal_basis"]}
    assert bases["Quyết định số 359/QĐ-TTg"] is True
    assert bases["Quyết định số 539/QĐ-TTg"] is False


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_criterion_and_priority_group_can_be_read_and_names_its_paper(file: Path) -> None:
    rules = read(file)["rule"]
    criteria = [row for row in rules if row["key"] == "criterion"]
    groups = [row for row in rules if row["key"] == "priority"]
    assert criteria
    assert all(read_criterion(row["value"]).clauses for row in criteria)
    places = [found.place for row in groups if (found := read_priority(row["value"]))]
    assert places == list(range(1, len(groups) + 1))
    assert all(row["legal_basis"] for row in [*criteria, *groups])

"""Thresholds of points to look at, and the boxes around communes: regular, dated, sourced."""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from pathlib import Path

from app.flags.thresholds import threshold, thresholds
from app.wording.flags import ADVICE, NAMES, TEXTS
from models.vocabulary import WorkType

RESOURCES = Path(__file__).parents[2] / "resources"


def test_every_threshold_is_dated_and_names_its_source() -> None:
    rows = tomllib.loads((RESOURCES / "flags.toml").read_text(encoding="utf-8"))["threshold"]
    for row in rows:
        date.fromisoformat(row["valid_from"])
        assert row["source"]
        assert row["confidence"] in ("high", "medium", "low")
        assert row["flag"] in NAMES
        assert row["unit"] in ("days", "months", "years", "metres")
        assert row["value"] > 0
        assert row.get("work_type", "repair") in [str(one) for one in WorkType]
    assert len(thresholds()) == len(rows)


def test_a_threshold_holds_for_its_days_and_its_kind_of_work() -> None:
    assert threshold("one_day_house", "2026-01-01", WorkType.NEW_BUILD) == 1
    assert threshold("one_day_house", "2026-01-01", WorkType.REPAIR) is None
    assert threshold("one_day_house", "1999-12-31", WorkType.NEW_BUILD) is None
    assert threshold("grievance_loop", "2026-01-01") is None


def test_every_point_has_a_name_a_sentence_and_something_to_do() -> None:
    assert NAMES.keys() == TEXTS.keys() == ADVICE.keys()


def test_the_boxes_around_communes_are_of_known_communes_and_in_vietnam() -> None:
    with (RESOURCES / "areas" / "communes.csv").open(encoding="utf-8", newline="") as file:
        provinces = {row["code"]: row["province_code"] for row in csv.DictReader(file)}
    with (RESOURCES / "areas" / "bounds.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["code"] for row in rows}) == len(rows) == 278
    assert {provinces[row["code"]] for row in rows} == {"25", "40"}
    for row in rows:
        west, south, east, north = (float(row[name]) for name in ("west", "south", "east", "north"))
        assert 102 < west < east < 110
        assert 8 < south < north < 24

"""The map as it comes with the program, read without a database: for the first run, before there is one."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from app.paths import resource
from models.vietnamese import sort_key


@dataclass(frozen=True)
class Unit:
    """A province or commune since 1 July 2025, with the names of what it was made from."""

    code: str
    name: str
    former: tuple[str, ...] = ()


def map_provinces() -> tuple[Unit, ...]:
    """The 34 provinces in the order of the official list."""
    return _provinces()


def map_communes(province_code: str) -> tuple[Unit, ...]:
    """The communes of a province, by name."""
    return _communes().get(province_code, ())


@cache
def _provinces() -> tuple[Unit, ...]:
    return tuple(Unit(line["code"], line["name"]) for line in _lines("provinces.csv"))


@cache
def _communes() -> dict[str, tuple[Unit, ...]]:
    former = {line["code"]: tuple(line["names"].split(";")) for line in _lines("old_units.csv")}
    found: dict[str, list[Unit]] = defaultdict(list)
    for line in _lines("communes.csv"):
        found[line["province_code"]].append(Unit(line["code"], line["name"], former.get(line["code"], ())))
    return {code: tuple(sorted(units, key=lambda one: sort_key(one.name))) for code, units in found.items()}


def _lines(name: str) -> list[dict[str, str]]:
    with resource("areas", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

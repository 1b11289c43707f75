"""The map as it comes with the program, read without a database: for the first run, before there is one."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from app.areas.queries import dated_name
from app.paths import resource
from models.vietnamese import sort_key


@dataclass(frozen=True)
class Unit:
    """A province or commune since 1 July 2025, with the names of what it was made from; `old_names` are dated."""

    code: str
    name: str
    former: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()


def map_provinces() -> tuple[Unit, ...]:
    """The 34 provinces in the order of the official list."""
    return _provinces()


def map_communes(province_code: str) -> tuple[Unit, ...]:
    """The communes of a province, by name."""
    return _communes().get(province_code, ())


@cache
def _provinces() -> tuple[Unit, ...]:
    return tuple(_unit(line) for line in _lines("provinces.csv"))


@cache
def _communes() -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for line in _lines("communes.csv"):
        found[line["province_code"]].append(_unit(line))
    return {code: tuple(sorted(units, key=lambda one: sort_key(one.name))) for code, units in found.items()}


def _unit(line: dict[str, str]) -> Unit:
    old = _old_names().get(line["code"], [])
    return Unit(line["code"], line["name"], tuple(name for name, _ in old), tuple(dated_name(*one) for one in old))


@cache
def _old_names() -> dict[str, list[tuple[str, str]]]:
    """The former names of each unit with their last day."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in _lines("old_units.csv"):
        found[line["code"]] += [(name, line["valid_to"]) for name in line["names"].split(";")]
    return found


def _lines(name: str) -> list[dict[str, str]]:
    with resource("areas", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

"""The poverty standards by year, and the twelve indicators: resources/poverty, dated data with sources."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from app.paths import resource
from models.vocabulary import PovertyLevel


@dataclass(frozen=True)
class Standard:
    """One standard; lines in đồng a person and month, `..._b1` and `b2` in points of the forms, None: not known."""

    code: str
    name: str
    from_year: int
    to_year: int | None
    rural_line: int
    urban_line: int
    watch_months: int
    rural_b1: int | None = None
    urban_b1: int | None = None
    b2: int | None = None

    def level(self, b1: int, b2: int, *, urban: bool) -> PovertyLevel | None:
        """What the points make of a household; None where the standard's points are not known."""
        most = self.urban_b1 if urban else self.rural_b1
        if most is None or self.b2 is None:
            return None
        if b1 > most:
            return PovertyLevel.AVERAGE
        return PovertyLevel.POOR if b2 >= self.b2 else PovertyLevel.NEAR_POOR


@dataclass(frozen=True)
class Indicator:
    """One of the twelve indicators, with the service it belongs to."""

    code: str
    name: str
    service: str


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("poverty", "standards.toml").read_text(encoding="utf-8"))


@cache
def standards() -> tuple[Standard, ...]:
    """All standards, the oldest first."""
    kept = {one.name for one in fields(Standard)}
    found = []
    for row in _data()["standard"]:
        years = {"from_year": row["from"], "to_year": row.get("to")}
        found.append(Standard(**{name: value for name, value in row.items() if name in kept} | years))
    return tuple(sorted(found, key=lambda one: one.from_year))


def standard_of(year: int) -> Standard | None:
    """The standard by which households are reviewed in a year."""
    fitting = [one for one in standards() if one.from_year <= year <= (one.to_year or year)]
    return fitting[-1] if fitting else None


def standard_named(code: str | None) -> Standard | None:
    """The standard of a code; None for none and for one of a newer version."""
    return next((one for one in standards() if one.code == code), None)


@cache
def indicators() -> tuple[Indicator, ...]:
    """The twelve indicators in the order of the form."""
    return tuple(Indicator(row["code"], row["name"], row["service"]) for row in _data()["indicator"])

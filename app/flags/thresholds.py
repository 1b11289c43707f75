"""From when on a point is looked at: dated data of resources/flags.toml, with sources."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from app.paths import resource


@dataclass(frozen=True)
class Threshold:
    """One threshold with the days it holds; without a work type it is for both. `unit`: days, months, years, metres."""

    flag: str
    value: int
    unit: str
    work_type: str | None
    valid_from: str
    valid_to: str | None


@cache
def thresholds() -> tuple[Threshold, ...]:
    """All that come with the program."""
    data = tomllib.loads(resource("flags.toml").read_text(encoding="utf-8"))
    return tuple(
        Threshold(one["flag"], one["value"], one["unit"], one.get("work_type"), one["valid_from"], one.get("valid_to"))
        for one in data["threshold"]
    )


def threshold(flag: str, day: str, work_type: str | None = None) -> int | None:
    """The value that holds on a day for this kind of work; None: the point is not looked at then."""
    for one in thresholds():
        fits = one.work_type in (None, work_type) and one.valid_from <= day <= (one.valid_to or "9999-12-31")
        if one.flag == flag and fits:
            return one.value
    return None

"""What criteria look at, as frozen facts of one house; a figure known in part is a range."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from app.support.queries import Support


@dataclass(frozen=True)
class Range:
    """A figure between two numbers; both are equal where it is known for certain."""

    low: Decimal
    high: Decimal

    @classmethod
    def exactly(cls, number: Decimal | int) -> Range:
        """A figure that is known."""
        return cls(Decimal(number), Decimal(number))


@dataclass(frozen=True)
class HouseFacts:
    """A house that asks for support, as far as it is known. `hard` are its three parts: hard, not hard, not known.

    `area` in m2; birth, `independent_since` and `resident_since` are a day or a year; `poverty` the class by year;
    `helped` what was given before or elsewhere. `day` is the day on which it is judged.
    """

    case_id: str
    household_id: str
    head_name: str
    day: str
    programme_id: str | None = None
    work_type: str | None = None
    category: str | None = None
    flags: frozenset[str] = frozenset()
    members: int | None = None
    birth: str | None = None
    independent_since: str | None = None
    resident_since: str | None = None
    hard: tuple[bool | None, bool | None, bool | None] = (None, None, None)
    area: Decimal | None = None
    flood_danger: bool | None = None
    slide_danger: bool | None = None
    fits_planning: bool | None = None
    poverty: Mapping[int, str | None] = field(default_factory=lambda: MappingProxyType({}))
    helped: tuple[Support, ...] = ()
    decided: bool = False

    def figure(self, name: str) -> Range | None:
        """A figure by its name in a criterion; None where nothing is known of it."""
        match name:
            case "hard_parts":
                return _hard_parts(self.hard)
            case "area_m2":
                return None if self.area is None else Range.exactly(self.area)
            case "members":
                return None if self.members is None else Range.exactly(self.members)
            case "area_per_person":
                return None if self.area is None or not self.members else Range.exactly(self.area / self.members)
            case "head_age":
                return _years(self.birth, self.day)
            case "split_years":
                return _years(self.independent_since, self.day)
        raise ValueError(name)

    def statement(self, name: str) -> bool | None:
        """A yes or no by its name in a criterion; None where it is not known."""
        if name == "not_supported_before":
            return not self.helped
        return {
            "flood_danger": self.flood_danger,
            "slide_danger": self.slide_danger,
            "fits_planning": self.fits_planning,
        }[name]


def _hard_parts(parts: tuple[bool | None, ...]) -> Range | None:
    certain, open_ = sum(part is True for part in parts), sum(part is None for part in parts)
    return None if open_ == len(parts) else Range(Decimal(certain), Decimal(certain + open_))


def _years(since: str | None, day: str) -> Range | None:
    """Full years since a day; since a year alone one year less is possible."""
    if not since:
        return None
    today = date.fromisoformat(day)
    years = today.year - int(since[:4])
    if len(since) == 4:
        return Range(Decimal(max(years - 1, 0)), Decimal(max(years, 0)))
    return Range.exactly(max(years - (day[5:] < since[5:]), 0))

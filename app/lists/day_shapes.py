"""A date as officers type it, taken apart: "20/5/1978", "ngày 20 tháng 5 năm 1978", "20-thg5-78", "05/1978".

Nothing is guessed here: a part that is not there is None, and the year keeps the digits it was typed with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.vietnamese import fold

_ENGLISH_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_NAME = re.compile(rf"\b({'|'.join(_ENGLISH_MONTHS)})[a-z]*\b")
_WORDS = re.compile(r"\b(?:sinh|ns|ngay|mung|mong)\b\.?")
_CLOCK = re.compile(r"[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?$")
_MONTH = re.compile(r"[\s\-/.,]*\b(?:thang|thg|th|t)\.?\s*(?=\d)")
_UNKNOWN_PART = re.compile(r"(?:(?<=^)|(?<=/))(?:x+|00?)(?=/)")


@dataclass(frozen=True)
class TypedDay:
    """The parts of a date: `year` as typed, of two or four digits; month and day None where they are not told."""

    year: str
    month: int | None = None
    day: int | None = None

    @property
    def month_first(self) -> bool:
        """Whether the day can only be the month and the month the day: "05/20/1978"."""
        return self.month is not None and self.day is not None and self.month > 12 >= self.day


def typed_day(text: str) -> TypedDay | None:
    """The parts of a date or a year, or None for what is neither."""
    bare = _CLOCK.sub("", fold(text).strip(" '\"`?"))
    bare = re.sub(r"[.,]0+$", "", bare) if re.fullmatch(r"\d{4}[.,]0+", bare) else bare
    bare = _MONTH_NAME.sub(lambda name: str(_ENGLISH_MONTHS.index(name[1]) + 1), bare)
    bare = re.sub(r"\bnam\b", "/", _MONTH.sub("/", _WORDS.sub(" ", bare)))
    bare = re.sub(r"[\s/\\.,\-_?\u2013\u2026]+", "/", bare).strip("/'")
    parts = [one for one in _UNKNOWN_PART.sub("", bare).split("/") if one]
    if not parts or not all(re.fullmatch(r"\d{1,4}|\d{6}|\d{8}", one) for one in parts):
        return None
    if len(parts) == 1:
        return _one(parts[0])
    if len(parts) == 2:
        return _two(parts[0], parts[1])
    return _three(*parts) if len(parts) == 3 else None


def _one(digits: str) -> TypedDay | None:
    if len(digits) in (2, 4):
        return TypedDay(digits)
    if len(digits) != 8:
        return None
    last = _three(digits[:2], digits[2:4], digits[4:])
    return last if last and 1900 <= int(last.year) < 2100 else _three(digits[:4], digits[4:6], digits[6:])


def _two(first: str, second: str) -> TypedDay | None:
    """A month and its year; a day and a month without a year are no date."""
    year, month = (first, second) if len(first) == 4 else (second, first)
    if len(year) != 4 or len(month) > 2 or not 1 <= int(month) <= 12:
        return None
    return TypedDay(year, int(month))


def _three(first: str, second: str, third: str) -> TypedDay | None:
    year, day = (first, third) if len(first) == 4 else (third, first)
    if len(year) not in (2, 4) or max(len(day), len(second)) > 2 or not int(day) or not int(second):
        return None
    return TypedDay(year, int(second), int(day))

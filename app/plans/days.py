"""Days that may be partial: "2025-11-05", "2025-11", "2025-Q4", "2025"; how they are typed and how they are shown."""

from __future__ import annotations

import re
from datetime import date

from app.documents.words import date_text
from app.parsing import fold, parse_date
from app.plans.periods import is_period
from app.problems import refuse
from app.wording import campaigns as words

_QUARTER = re.compile(r"(?:quy|q)\s*([1-4]|iv|i{1,3})\s*[/.\-\s]\s*(\d{4})")
_MONTH = re.compile(r"(?:thang|t)?\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_YEAR = re.compile(r"(?:nam)?\s*(\d{4})")
#: What stands between the two ends of a span, and the words before it.
_SPAN = re.compile(r" +(?:-|den) +|(?<=\b\d{4})[-/](?=\d{4}\b)|\s*\u2013\s*")
_SPAN_WORDS = re.compile(r"^(?:giai doan|tu) ")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def is_day(text: str) -> bool:
    """Whether a text is a day as the records keep it: whole, or a month, quarter or year."""
    return "/" not in text and "W" not in text and is_period(text)


def read_day(text: str, field: str = "") -> str | None:
    """A typed day: "5/11/2024", "11/2024", "quý IV/2025", "2025"; blank is None. Raises `Refused`."""
    bare = " ".join(fold(text).split())
    if not bare:
        return None
    if is_day(bare.upper()):
        return bare.upper()
    if found := _QUARTER.fullmatch(bare):
        return f"{found[2]}-Q{_ROMAN.get(found[1]) or found[1]}"
    if (found := _MONTH.fullmatch(bare)) and 1 <= int(found[1]) <= 12:
        return f"{found[2]}-{int(found[1]):02}"
    if found := _YEAR.fullmatch(bare):
        return found[1]
    if re.fullmatch(r"[a-z ]+", bare) and "nay" not in bare:
        raise refuse(field, "plan_day_unread", text=text.strip())
    return parse_date(text, field)


def read_period(text: str, field: str = "") -> str | None:
    """A typed period: a day, month, quarter or year, or a span of two, "2021 - 2025". Raises `Refused`."""
    bare = _SPAN_WORDS.sub("", " ".join(fold(text).split()))
    first, dash, last = _SPAN.sub("|", bare).partition("|")
    if not dash:
        return read_day(text, field)
    ends = (read_day(first, field), read_day(last, field))
    if None in ends or not is_period(f"{ends[0]}/{ends[1]}"):
        raise refuse(field, "plan_day_unread", text=text.strip())
    return f"{ends[0]}/{ends[1]}"


def day_text(value: str | None) -> str:
    """A day as people read it: "05/11/2024", "tháng 11/2024", "quý IV/2025", "năm 2025"."""
    if not value:
        return ""
    year, _, rest = value.partition("-")
    if not rest:
        return words.YEAR.format(year=year)
    if rest.startswith("Q"):
        return words.QUARTER.format(quarter=words.QUARTERS[int(rest[1:]) - 1], year=year)
    if "-" not in rest:
        return words.MONTH.format(month=rest, year=year)
    return date_text(date.fromisoformat(value))

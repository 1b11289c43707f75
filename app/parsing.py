"""Forgiving readers of what officers type, paste and keep in old lists: money, dates, numbers, phones, ID numbers.

Pure functions: blank text is None, text that cannot be read raises `Refused` with one problem whose `suggestion` value,
where there is one, is the text to offer instead. Whether a value makes sense is the rooms' rules, not this module.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal

from app.problems import refuse
from models.vietnamese import fold

__all__ = [
    "fold",
    "parse_citizen_id",
    "parse_count",
    "parse_date",
    "parse_decimal",
    "parse_money",
    "parse_phone",
    "parse_year",
    "today",
]

_UNITS = {
    "k": 10**3, "ng": 10**3, "nghin": 10**3, "ngan": 10**3,
    "tr": 10**6, "trieu": 10**6, "trd": 10**6,
    "t": 10**9, "ti": 10**9, "ty": 10**9,
    "d": 1, "dong": 1, "vnd": 1, "": 0,
}  # fmt: skip
_AMOUNT = re.compile(r"(\d[\d.,]*)([a-z]*)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DATE = re.compile(r"(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{2}|\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:.*)?")
_EARLIEST_YEAR = 1900
_LARGEST = 10**15


def today() -> date:
    """The date on the laptop's clock."""
    return datetime.now().astimezone().date()


def parse_money(text: str, field: str = "", *, unit: int = 1) -> int | None:
    """An amount in whole đồng: "60.000.000", "60,000,000 đ", "60tr", "1,5 tỷ", "1tr5", "2 tỷ 500 triệu".

    `unit` is what a bare number counts in: 1, or 1_000_000 where the heading says "triệu đồng".
    """
    folded = re.sub(r"\s+", "", fold(text).replace("₫", "d"))
    if not folded:
        return None
    parts = _AMOUNT.findall(folded)
    if "".join(number + word for number, word in parts) != folded:
        raise refuse(field, "not_money", text=text.strip())
    amount = _sum_of_parts(parts, unit)
    if amount is None or amount != amount.to_integral_value():
        raise refuse(field, "not_money", text=text.strip())
    return _not_too_large(amount, text, field)


def _not_too_large(number: Decimal, text: str, field: str) -> int:
    """A whole number that sums of a country's lines can still hold; a longer one has digits too many."""
    if number > _LARGEST:
        raise refuse(field, "number_too_large", text=text.strip())
    return int(number)


def _sum_of_parts(parts: list[tuple[str, str]], unit: int) -> Decimal | None:
    """The sum of "2 ty" and "500 trieu"; a bare tail after a unit ("1tr5") is its decimals. None: not an amount."""
    total, above = Decimal(0), 0
    for position, (number, typed) in enumerate(parts):
        word = typed if typed in _UNITS else typed.removesuffix("dong")
        factor = _UNITS.get(word)
        value = _decimal(number, grouped=True)
        if factor is None or value is None:
            return None
        if word == "" and position:
            if position + 1 != len(parts) or above <= 1 or not number.isdigit() or len(number) > 3:
                return None
            return total + Decimal(f"0.{number}") * above
        factor = factor or unit
        if above and factor >= above:
            return None
        total, above = total + value * factor, factor
    return total


def parse_decimal(text: str, field: str = "") -> str | None:
    """A quantity as canonical decimal text ("36.5"), from "36,5", "36.5", "1.234,5" or "36,5 m2".

    "36.500" could be 36,5 or thirty-six thousand: refused, with 36,5 as the suggestion.
    """
    bare = re.sub(r"\s+", "", fold(text))
    bare = re.sub(r"m2$|m²$", "", bare)
    if not bare:
        return None
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", bare):
        shown = f"{Decimal(bare).normalize():f}".replace(".", ",")
        raise refuse(field, "number_unclear", text=text.strip(), suggestion=shown)
    value = _decimal(bare, grouped=False)
    if value is None:
        raise refuse(field, "not_number", text=text.strip())
    return f"{value.normalize():f}"


def _decimal(number: str, *, grouped: bool) -> Decimal | None:
    """Read digits with dots and commas; `grouped`: a lone mark before three digits separates thousands."""
    if not _NUMBER.fullmatch(number):
        return None
    marks = re.findall(r"[.,]", number)
    if not marks:
        return Decimal(number)
    last = marks[-1]
    lone = len(marks) == 1
    whole, _, tail = number.rpartition(last)
    is_decimal = marks.count(last) == 1 and (not lone or not grouped or len(tail) != 3 or whole == "0")
    if not is_decimal:
        whole, tail = number, ""
    if not re.fullmatch(r"\d+|\d{1,3}(\.\d{3})+|\d{1,3}(,\d{3})+", whole):
        return None
    return Decimal(re.sub(r"[.,]", "", whole) + ("." + tail if tail else ""))


def parse_date(
    text: str, field: str = "", *, now: date | None = None, partial: bool = False, short_years: bool = True
) -> str | None:
    """A date as `YYYY-MM-DD` from "5/10" (the year that lies nearest), "051026", "05/10/2026", "2026-10-05".

    `partial` also takes a year alone and gives `YYYY` (birth dates). `short_years=False` refuses "20-05-78" with the
    full date as the suggestion: in lists a century is never guessed silently.
    """
    now = now or today()
    bare = re.sub(r"\s+", " ", re.sub(r"\b(ngay|thang|nam)\b", " ", fold(text))).strip(" '")
    if not bare:
        return None
    if bare in {"hom", "hom nay", "nay"}:
        return now.isoformat()
    if partial and re.fullmatch(r"\d{4}", bare):
        return _year(bare, text, field)
    parts = _date_parts(bare)
    if parts is None:
        raise refuse(field, "not_date", text=text.strip())
    day, month, year = parts
    found = _make_date(day, month, _full_year(day, month, year, now), text, field)
    if not short_years and len(year) < 4:
        raise refuse(field, "date_short_year", text=text.strip(), suggestion=f"{found:%d/%m/%Y}")
    return found.isoformat()


def _date_parts(bare: str) -> tuple[int, int, str] | None:
    """Day, month and the year as typed (empty, two or four digits), or None."""
    if match := _ISO.fullmatch(bare):
        return int(match[3]), int(match[2]), match[1]
    if match := _DATE.fullmatch(bare):
        return int(match[1]), int(match[2]), match[3] or ""
    if re.fullmatch(r"\d{4}|\d{6}|\d{8}", bare):
        return int(bare[:2]), int(bare[2:4]), bare[4:]
    return None


def _full_year(day: int, month: int, year: str, now: date) -> int:
    """The four digits of a year: none typed is the nearest date, two digits are at most ten years ahead."""
    if len(year) == 4:
        return int(year)
    if len(year) == 2:
        century = now.year // 100 * 100
        return century + int(year) - (100 if century + int(year) > now.year + 10 else 0)
    near = [candidate for candidate in (now.year, now.year - 1, now.year + 1) if _exists(day, month, candidate)]
    return min(near, key=lambda one: abs((date(one, month, day) - now).days), default=now.year)


def _exists(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _make_date(day: int, month: int, year: int, text: str, field: str) -> date:
    if not _exists(day, month, year) or year < _EARLIEST_YEAR:
        raise refuse(field, "date_not_exist", text=text.strip())
    return date(year, month, day)


def parse_year(text: str, field: str = "") -> str | None:
    """A year of four digits as text, "1956", also from "1956.0" of a spreadsheet."""
    bare = re.sub(r"\.0+$", "", fold(text).removeprefix("nam").strip(" '"))
    if not bare:
        return None
    return _year(bare, text, field)


def _year(bare: str, text: str, field: str) -> str:
    if not re.fullmatch(r"\d{4}", bare) or not _EARLIEST_YEAR <= int(bare) <= _EARLIEST_YEAR + 199:
        raise refuse(field, "not_year", text=text.strip())
    return bare


def parse_count(text: str, field: str = "") -> int | None:
    """A whole number that counts something: "5", "5.0" of a spreadsheet, "1.122"."""
    bare = re.sub(r"[.,]0$", "", re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)))
    if not bare:
        return None
    value = _decimal(bare, grouped=True)
    if value is None or value != value.to_integral_value():
        raise refuse(field, "not_count", text=text.strip())
    return _not_too_large(value, text, field)


def parse_phone(text: str, field: str = "") -> str | None:
    """A telephone number of 10 digits (or 11 with an area code) from "+84 912 345 678", "0912.345.678", "912345678"."""
    bare = re.sub(r"[\s.\-()']", "", unicodedata.normalize("NFKC", text))
    if not bare:
        return None
    bare = re.sub(r"^(\+84|0084)0?", "0", bare)
    if re.fullmatch(r"[1-9]\d{8}", bare):
        bare = "0" + bare
    if not re.fullmatch(r"0\d{9,10}", bare):
        raise refuse(field, "not_phone", text=text.strip())
    return bare


def parse_citizen_id(text: str, field: str = "") -> str | None:
    """An ID number of 12 digits, or the 9 of an old card; 11 are offered back with the zero that Excel took away."""
    bare = re.sub(r"[\s.\-']", "", re.sub(r"\.0$", "", unicodedata.normalize("NFKC", text).strip()))
    if not bare:
        return None
    if re.fullmatch(r"\d{11}", bare):
        raise refuse(field, "citizen_id_lost_zero", count=11, suggestion="0" + bare)
    if not re.fullmatch(r"\d{9}|\d{12}", bare):
        raise refuse(field, "not_citizen_id", text=text.strip(), count=len(bare))
    return bare

"""Births and days of works in a list.

The century of a birth is never guessed: the identity number decides, or it is asked.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from app.lists.day_shapes import TypedDay, typed_day
from app.lists.fields import Field
from app.lists.repairs import RepairKind
from app.lists.row_in_hand import Reading
from app.parsing import parse_year
from app.problems import Refused
from models.vietnamese import fold

_BEFORE_EXCEL = date(1899, 12, 30)
_LIKE_A_YEAR = re.compile(r"(?:18|19|20)\d\d")
_AGE = re.compile(r"\(?\s*\d{1,3}\s*(?:tuoi|t)\b\s*\)?")
_FIRST_BIRTH = 1900
_MONTHS = 12


def birth(reading: Reading, citizen_id: str | None) -> str | None:
    """`YYYY-MM-DD` or `YYYY`; the ID number of the row, where it has one, decides the century of two digits."""
    cell, text = reading.cells.get(Field.BIRTH), reading.told(Field.BIRTH)
    if not text:
        return None
    if isinstance(cell, datetime | date):
        return _from_cell(reading, cell)
    if re.fullmatch(r"\d{5}", text) and not isinstance(cell, str):
        born = _from_serial(reading, Field.BIRTH, text)
    elif (typed := typed_day(text)) is None:
        born = _from_words(reading, text)
    elif len(typed.year) == 2:
        return _short_year(reading, text, typed, citizen_id)
    else:
        born = _day_or_year(reading, Field.BIRTH, text, typed)
        if born is None:
            return None
    if born is None:
        reading.problem(Field.BIRTH, "not_birth", text=text)
    elif int(born[:4]) > reading.today.year:
        reading.problem(Field.BIRTH, "birth_ahead", year=born[:4])
        return None
    return born


def day_of_works(reading: Reading, name: Field) -> str | None:
    """A whole day, `YYYY-MM-DD`, of a decision, a stage or a payment; None also where the cell holds less than a day.

    Two digits of a year can only be of this century here: a listed repair.
    """
    cell, text = reading.cells.get(name), reading.told(name)
    if not text:
        return None
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if re.fullmatch(r"\d{5}", text) and not isinstance(cell, str):
        return _from_serial(reading, name, text)
    typed = typed_day(text)
    if typed is None or typed.day is None:
        return None
    if len(typed.year) == 2:
        whole = TypedDay(f"20{typed.year}", typed.month, typed.day)
        born = _day(whole)
        if born is None or not reading.repair(name, RepairKind.YEAR_OF_WORKS, text, _shown(born)):
            return None
        return born.isoformat()
    return _day_or_year(reading, name, text, typed)


def _from_cell(reading: Reading, cell: date) -> str:
    """A real date. A year typed into a cell made for dates is kept as that number of days: 1956 becomes 9 May 1905."""
    day = cell.date() if isinstance(cell, datetime) else cell
    number = str((day - _BEFORE_EXCEL).days)
    is_year = _FIRST_BIRTH <= int(number) <= reading.today.year
    if is_year and reading.repair(Field.BIRTH, RepairKind.YEAR_FROM_DATE, _shown(day), number):
        return number
    if reading.births.dates and day.day <= _MONTHS:
        turned = date(day.year, day.day, day.month)
        if turned != day and reading.repair(Field.BIRTH, RepairKind.DATE_TURNED, _shown(day), _shown(turned)):
            return turned.isoformat()
    return day.isoformat()


def _from_serial(reading: Reading, name: Field, text: str) -> str | None:
    """Excel's day number, left over where a date lost its format."""
    day = _BEFORE_EXCEL + timedelta(days=int(text))
    return day.isoformat() if reading.repair(name, RepairKind.DATE_FROM_NUMBER, text, _shown(day)) else None


def _from_words(reading: Reading, text: str) -> str | None:
    """The one year among words: "khoảng 1950", "1956 (70 tuổi)"."""
    numbers = re.findall(r"\d+", _AGE.sub(" ", fold(text)))
    if len(numbers) != 1 or not _LIKE_A_YEAR.fullmatch(numbers[0]):
        return None
    year = _year(reading, Field.BIRTH, numbers[0])
    return year if year and reading.repair(Field.BIRTH, RepairKind.YEAR_FROM_TEXT, text, year) else None


def _short_year(reading: Reading, text: str, typed: TypedDay, citizen_id: str | None) -> str | None:
    """The century of "45" stands in the fourth digit of the ID number, if its year is the same."""
    if citizen_id is not None and len(citizen_id) == 12 and citizen_id[4:6] == typed.year:
        whole = TypedDay(f"{19 + int(citizen_id[3]) // 2}{typed.year}", typed.month, typed.day)
        born = _day(whole) if whole.day else whole.year
        shown = _shown(born) if isinstance(born, date) else born
        if born and shown and reading.repair(Field.BIRTH, RepairKind.YEAR_FROM_ID, text, shown):
            return str(born)
    reading.problem(Field.BIRTH, "year_short", text=text)
    return None


def _day_or_year(reading: Reading, name: Field, text: str, typed: TypedDay) -> str | None:
    """A day that does not exist may exist with the month first, "05/20/1978": a listed repair."""
    if typed.day is None:
        return _year(reading, name, typed.year)
    if typed.month_first or (name is Field.BIRTH and reading.births.texts and typed.day <= _MONTHS):
        turned = _day(TypedDay(typed.year, typed.day, typed.month))
        if turned and turned != _day(typed) and reading.repair(name, RepairKind.DATE_MONTH_FIRST, text, _shown(turned)):
            return turned.isoformat()
    found = _day(typed)
    if found is None or found.year < _FIRST_BIRTH:
        reading.problem(name, "date_not_exist", text=text)
        return None
    return found.isoformat()


def _year(reading: Reading, name: Field, year: str) -> str | None:
    try:
        return parse_year(year, name)
    except Refused as refused:
        reading.problems += refused.problems
        return None


def _day(typed: TypedDay) -> date | None:
    try:
        return date(int(typed.year), typed.month or 0, typed.day or 0)
    except ValueError:
        return None


def _shown(day: date) -> str:
    return f"{day:%d/%m/%Y}"

"""One row of a list -> cleaned values, problems and repairs: the row rules of `list import`. Pure functions.

A cell that cannot be read as its field rejects the whole row; an empty cell is no fault. A repair is what the program
offers to change for the officer: it is listed, and where its kind is refused the cell stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.lists.fields import Field
from app.lists.sniffing import CellValue, Household
from app.lists.vocabulary import category_of, gender_of, same_word, work_type_of
from app.parsing import parse_citizen_id, parse_date, parse_decimal, parse_money, parse_phone, parse_year
from app.problems import Problem, Refused, errors
from app.wording.lists import MEMBER_WORDS, MIDDLE_NAMES, NAME_TITLES
from app.wording.vocabulary import CATEGORIES


class RepairKind(StrEnum):
    """The repairs the program offers; the values are what `--refuse` takes."""

    NAME_CASE = "name_case"
    NAME_TITLE = "name_title"
    TEXT = "text"
    ID_LEADING_ZERO = "id_leading_zero"
    PHONE_LEADING_ZERO = "phone_leading_zero"
    YEAR_FROM_ID = "year_from_id"
    DATE_FROM_NUMBER = "date_from_number"
    DATE_MONTH_FIRST = "date_month_first"
    AMOUNT_UNIT = "amount_unit"
    VILLAGE_ADDED = "village_added"
    VILLAGE_FROM_ADDRESS = "village_from_address"


@dataclass(frozen=True)
class Repair:
    """A change made to a cell for the officer: what stood there, what is kept."""

    field: Field
    kind: RepairKind
    before: str
    after: str


@dataclass(frozen=True)
class RowValues:
    """A household as the list tells it, under the names of the records; None is an empty cell.

    `birth` is `YYYY-MM-DD` or `YYYY`, `requested_amount` whole đồng, `area_m2` decimal text, places as typed.
    """

    code: str | None = None
    head_name: str | None = None
    gender: str | None = None
    birth: str | None = None
    citizen_id: str | None = None
    ethnicity: str | None = None
    phone: str | None = None
    village: str | None = None
    address: str | None = None
    category: str | None = None
    member_count: int | None = None
    note: str | None = None
    house_description: str | None = None
    area_m2: str | None = None
    land_papers: str | None = None
    work_type: str | None = None
    requested_amount: int | None = None
    commune: str | None = None


@dataclass(frozen=True)
class ReadRow:
    """What one row says."""

    values: RowValues
    problems: tuple[Problem, ...]
    repairs: tuple[Repair, ...]

    @property
    def rejected(self) -> bool:
        """Whether a problem keeps the row out."""
        return bool(errors(self.problems))


@dataclass
class Reading:
    """The row being read: its cells, what the sheet says about it, and what has been found so far."""

    cells: Mapping[Field, CellValue]
    money_unit: int | None
    refused: frozenset[RepairKind]
    today: date
    problems: list[Problem] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    def text(self, name: Field) -> str:
        """The cell as text; whole numbers without the ".0" of a spreadsheet."""
        cell = self.cells.get(name)
        if isinstance(cell, float) and cell.is_integer():
            return str(int(cell))
        return "" if cell is None else str(cell)

    def repair(self, name: Field, kind: RepairKind, before: str, after: str) -> bool:
        """Note a repair; False where the officer does not want this kind."""
        if kind in self.refused:
            return False
        self.repairs.append(Repair(name, kind, before, after))
        return True

    def problem(self, name: Field, code: str, *, warning: bool = False, **values: object) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(Problem(name.value, code, values, warning=warning))


def read_row(
    row: Household, *, money_unit: int | None = None, refused: frozenset[RepairKind] = frozenset(), today: date
) -> ReadRow:
    """Clean one row. `money_unit` is what bare amounts count in, in đồng; None where the sheet does not say."""
    reading = Reading(row.cells, money_unit, refused, today)
    citizen_id = _readable(reading, Field.CITIZEN_ID, _citizen_id)
    found: dict[str, Any] = {"citizen_id": citizen_id, "birth": _birth(reading, citizen_id)}
    for name, read in _READERS.items():
        found[name] = read(reading)
    found["village"] = found["village"] or row.group.village
    found["category"] = found["category"] or row.group.category
    return ReadRow(RowValues(**found), tuple(reading.problems), tuple(reading.repairs))


def _readable(reading: Reading, name: Field, read: Callable[[Reading, str], str | None]) -> str | None:
    """Read a cell with a forgiving parser; what it refuses becomes the row's problem."""
    text = reading.text(name)
    if not text:
        return None
    try:
        return read(reading, text)
    except Refused as refused:
        reading.problems += refused.problems
        return None


def _citizen_id(reading: Reading, text: str) -> str | None:
    """Twelve digits or the nine of an old card; zeros that Excel took from the front are put back."""
    digits = re.sub(r"[\s.\-']", "", text)
    if re.fullmatch(r"\d{8}|\d{10,11}", digits):
        whole = digits.zfill(9 if len(digits) == 8 else 12)
        # Provinces are numbered 001 to 096: any other beginning is not a lost zero but a wrong number.
        plausible = len(whole) == 9 or 1 <= int(whole[:3]) <= 96
        if plausible and reading.repair(Field.CITIZEN_ID, RepairKind.ID_LEADING_ZERO, text, whole):
            return whole
    return parse_citizen_id(text, Field.CITIZEN_ID)


def _head_name(reading: Reading) -> str | None:
    typed = reading.text(Field.HEAD_NAME)
    if not typed:
        return None
    if len(re.findall(r"[^\W\d_]", typed)) < 2:
        reading.problem(Field.HEAD_NAME, "not_name", text=typed)
        return None
    name = typed
    bare = _without_title(name)
    # The word for "Mr" is a family name too: what is left must look whole, and no middle name may come first.
    whole = len(bare.split()) >= 3 and bare.split()[0].lower() not in MIDDLE_NAMES
    if bare != name and whole and reading.repair(Field.HEAD_NAME, RepairKind.NAME_TITLE, name, bare):
        name = bare
    cased = _name_case(name)
    if name in (name.upper(), name.lower()) and cased != name:
        name = cased if reading.repair(Field.HEAD_NAME, RepairKind.NAME_CASE, name, cased) else name
    return name


def _without_title(name: str) -> str:
    for title in NAME_TITLES:
        if name.lower().startswith(f"{title} "):
            return name[len(title) :].strip()
    return name


def _name_case(name: str) -> str:
    """Each word with a capital, also behind the apostrophe or hyphen of names like H'Bia."""
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)


def _birth(reading: Reading, citizen_id: str | None) -> str | None:
    cell = reading.cells.get(Field.BIRTH)
    text = reading.text(Field.BIRTH)
    if not text:
        return None
    if isinstance(cell, datetime | date):
        born: str | None = cell.isoformat()[:10]
    elif re.fullmatch(r"\d{5}", text) and not isinstance(cell, str):
        born = _from_serial(reading, text)
    else:
        born = _readable(reading, Field.BIRTH, lambda _reading, typed: _typed_birth(reading, typed, citizen_id))
    return born


def _from_serial(reading: Reading, text: str) -> str | None:
    """Excel's day number, left over where a date lost its format."""
    born = (date(1899, 12, 30) + timedelta(days=int(text))).isoformat()
    if reading.repair(Field.BIRTH, RepairKind.DATE_FROM_NUMBER, text, born):
        return born
    reading.problem(Field.BIRTH, "not_birth", text=text)
    return None


def _typed_birth(reading: Reading, text: str, citizen_id: str | None) -> str | None:
    """A year, a date, a month of a year; two digits of a year only with the ID number's century."""
    bare = text.strip(" '")
    if re.fullmatch(r"\d{4}(\.0+)?", bare):
        return parse_year(bare, Field.BIRTH)
    if match := re.fullmatch(r"(?:0?[1-9]|1[0-2])\s*[/.\-]\s*(\d{4})", bare):
        return parse_year(match[1], Field.BIRTH)
    if not re.search(r"\d{4}", bare):
        match = re.fullmatch(r"(\d{1,2}[/.\-\s]\d{1,2}[/.\-\s])?(\d{2})", bare)
        if match:
            return _short_year(reading, text, match[1] or "", match[2], citizen_id)
        reading.problem(Field.BIRTH, "not_birth", text=text)
        return None
    try:
        return parse_date(bare, Field.BIRTH, now=reading.today, short_years=False)
    except Refused:
        return _month_first(reading, text, bare)


def _short_year(reading: Reading, text: str, before: str, year: str, citizen_id: str | None) -> str | None:
    """The century of "45" stands in the fourth digit of the ID number, if its year is the same."""
    if citizen_id is None or len(citizen_id) != 12 or citizen_id[4:6] != year:
        reading.problem(Field.BIRTH, "year_short", text=text)
        return None
    full = f"{19 + int(citizen_id[3]) // 2}{year}"
    read = parse_date if before else parse_year
    born = read(f"{before}{full}", Field.BIRTH)
    if born is not None and reading.repair(Field.BIRTH, RepairKind.YEAR_FROM_ID, text, born):
        return born
    reading.problem(Field.BIRTH, "year_short", text=text)
    return None


def _month_first(reading: Reading, text: str, bare: str) -> str | None:
    """A day that does not exist, "05/20/1978", may exist with the month first."""
    match = re.fullmatch(r"(\d{1,2})([/.\-])(\d{1,2})[/.\-](\d{4})", bare)
    born = parse_date(f"{match[3]}/{match[1]}/{match[4]}", Field.BIRTH) if match else None
    if born is not None and reading.repair(Field.BIRTH, RepairKind.DATE_MONTH_FIRST, text, born):
        return born
    reading.problem(Field.BIRTH, "not_birth", text=text)
    return None


def _phone(reading: Reading) -> str | None:
    def read(_reading: Reading, text: str) -> str | None:
        phone = parse_phone(text, Field.PHONE)
        if phone and re.fullmatch(r"[1-9]\d{8}", re.sub(r"\D", "", text)):
            return phone if reading.repair(Field.PHONE, RepairKind.PHONE_LEADING_ZERO, text, phone) else text
        return phone

    return _readable(reading, Field.PHONE, read)


def _from_vocabulary(name: Field, meaning: Callable[[str], str | None], code: str) -> Callable[[Reading], str | None]:
    def read(reading: Reading) -> str | None:
        text = reading.text(name)
        value = meaning(text) if text else None
        if text and value is None:
            reading.problem(name, code, text=text)
        return value

    return read


def _category(reading: Reading) -> str | None:
    """The group; of several named in one cell the first, with a warning."""
    text = reading.text(Field.CATEGORY)
    if not text or (value := category_of(text)):
        return value if text else None
    parts = [category_of(part) for part in re.split(r"[,;/+&\n]", text) if part.strip()]
    first = parts[0] if parts else None
    if first is None or None in parts:
        reading.problem(Field.CATEGORY, "not_category", text=text)
        return None
    reading.problem(Field.CATEGORY, "several_categories", warning=True, text=text, taken=CATEGORIES[first])
    return first


def _member_count(reading: Reading) -> int | None:
    text = reading.text(Field.MEMBERS)
    if not text:
        return None
    bare = same_word(text)
    for word in sorted((same_word(one) for one in MEMBER_WORDS), key=len, reverse=True):
        bare = bare.removesuffix(word).strip()
    if not re.fullmatch(r"0?[1-9]\d?", bare):
        reading.problem(Field.MEMBERS, "not_member_count", text=text)
        return None
    return int(bare)


def _amount(reading: Reading) -> int | None:
    """The requested amount in whole đồng; nothing asked for (0) is an empty cell."""
    text = reading.text(Field.SUPPORT_AMOUNT)
    if not text:
        return None
    number, has_unit = _typed_amount(reading, text)
    amount = number if has_unit or number is None else _in_dong(reading, text, number)
    if amount is None or amount < 0 or amount != amount.to_integral_value():
        reading.problem(Field.SUPPORT_AMOUNT, "not_money", text=text)
        return None
    if 0 < amount < 1_000_000:
        shown = f"{amount:,}".replace(",", ".")
        reading.problem(Field.SUPPORT_AMOUNT, "amount_small", warning=True, amount=shown)
    return int(amount) or None


def _typed_amount(reading: Reading, text: str) -> tuple[Decimal | None, bool]:
    """The number in the cell, and whether it names its unit itself ("60 triệu") and is in đồng already."""
    cell = reading.cells[Field.SUPPORT_AMOUNT]
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Decimal(str(cell)), False
    try:
        in_millions = parse_money(text, Field.SUPPORT_AMOUNT, unit=1_000_000) or 0
        has_unit = in_millions == parse_money(text, Field.SUPPORT_AMOUNT, unit=2_000_000)
    except Refused:
        return None, False
    return (Decimal(in_millions) if has_unit else Decimal(in_millions) / 1_000_000), has_unit


def _in_dong(reading: Reading, text: str, number: Decimal) -> Decimal:
    """A bare number in đồng by the unit of its column; where it cannot mean that unit, by a listed repair."""
    unit = reading.money_unit or 1
    if unit > 1 and number >= 1_000_000:
        wanted = number
    elif unit == 1 and 0 < number < 1_000:
        wanted = number * 1_000_000
    else:
        return number * unit
    shown = f"{wanted.normalize():f}"
    return wanted if reading.repair(Field.SUPPORT_AMOUNT, RepairKind.AMOUNT_UNIT, text, shown) else number * unit


def _area(reading: Reading) -> str | None:
    return _readable(reading, Field.AREA_CURRENT, lambda _reading, text: parse_decimal(text, Field.AREA_CURRENT))


def _plain(name: Field) -> Callable[[Reading], str | None]:
    return lambda reading: reading.text(name) or None


_READERS: dict[str, Callable[[Reading], Any]] = {
    "code": _plain(Field.HOUSEHOLD_CODE),
    "head_name": _head_name,
    "gender": _from_vocabulary(Field.GENDER, gender_of, "not_gender"),
    "ethnicity": _plain(Field.ETHNICITY),
    "phone": _phone,
    "village": _plain(Field.VILLAGE),
    "address": _plain(Field.ADDRESS),
    "category": _category,
    "member_count": _member_count,
    "note": _plain(Field.NOTE),
    "house_description": _plain(Field.HOUSE_STATUS),
    "area_m2": _area,
    "land_papers": _plain(Field.LAND),
    "work_type": _from_vocabulary(Field.NEED, work_type_of, "not_work_type"),
    "requested_amount": _amount,
    "commune": _plain(Field.COMMUNE),
}

"""What the cells of a column look like: whether they could be what its heading says. Shares from 0 to 1."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from app.documents.foreign_sheet import CellValue
from app.lists.fields import MONEY_FIELDS, STEP_FIELDS, Field
from app.lists.vocabulary import category_of, gender_of, work_type_of
from app.wording.list_layout import NO_TICKS, TICKS

_TICKS = frozenset(one.lower() for one in TICKS)
_NO_TICKS = frozenset(one.lower() for one in NO_TICKS)
_YEAR = re.compile(r"(?:.*\D)?(?:18|19|20)\d\d(?:[-\s.'].*)?|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}")
_ID = re.compile(r"[\d\s.\-']{8,}")
_PHONE = re.compile(r"[\d\s.\-+()'/;,]{8,}")
_NAME = re.compile(r"[^\W\d_]+(?:[\s'.\-\u2019]+[^\W\d_]+){1,6}(?:\s*\(.*\))?")
_WORDS_OF_NAME = re.compile(r"[^\W\d_]+(?:[\s'.\-\u2019]+[^\W\d_]+){0,4}")
_AMOUNT = re.compile(r"\d[\d\s.,]*(?:\s*[^\W\d_]{1,6}){0,2}\.?")
_DAY = re.compile(r".*\d{1,4}[/.\-]\d{1,4}.*|.*(?:20)\d\d.*|\d{5}")


def text_of(cell: CellValue) -> str:
    """A cell as text; whole numbers without the ".0" of a spreadsheet."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def is_tick(cell: CellValue) -> bool:
    """Whether a cell says yes."""
    return cell is True or text_of(cell).strip().lower() in _TICKS


def is_no_tick(cell: CellValue) -> bool:
    """Whether a cell says nothing, or no."""
    text = text_of(cell).strip().lower()
    return cell is False or not text or text in _NO_TICKS


def share(cells: Sequence[CellValue], says: Callable[[CellValue], bool]) -> float:
    """How many of the filled cells say so; 0 where all are empty."""
    filled = [cell for cell in cells if text_of(cell)]
    return sum(1 for cell in filled if says(cell)) / len(filled) if filled else 0.0


def ticks(cells: Sequence[CellValue]) -> float:
    """The share of ticks among cells that say anything."""
    return share([cell for cell in cells if not is_no_tick(cell)], is_tick)


def is_birth(cell: CellValue) -> bool:
    """Whether a cell could be a year or day of birth."""
    return isinstance(cell, date) or _YEAR.fullmatch(text_of(cell)) is not None


def is_amount(cell: CellValue) -> bool:
    """Whether a cell could be a sum of money or another number."""
    return _AMOUNT.fullmatch(text_of(cell)) is not None


def is_name(cell: CellValue) -> bool:
    """Whether a cell could be a person's name."""
    return isinstance(cell, str) and _NAME.fullmatch(cell) is not None


def is_part_of_name(cell: CellValue) -> bool:
    """Whether a cell could be a word or two of a name."""
    return isinstance(cell, str) and _WORDS_OF_NAME.fullmatch(cell) is not None


def fits(field: Field, cells: Sequence[CellValue]) -> float | None:
    """The share of filled cells that could be of this field; None where any text could, or nothing is filled."""
    says = _SIGNS.get(field)
    if field in MONEY_FIELDS:
        says = is_amount
    if says is None or not any(text_of(cell) for cell in cells):
        return None
    return share(cells, says)


def _matching(pattern: re.Pattern[str]) -> Callable[[CellValue], bool]:
    return lambda cell: pattern.fullmatch(text_of(cell)) is not None


def _is_day(cell: CellValue) -> bool:
    """Anything but a bare number: a list may also say "đã xong" or tick where it knows no day."""
    text = text_of(cell)
    return isinstance(cell, date) or is_tick(cell) or _DAY.fullmatch(text) is not None or _is_text(cell)


def _is_short_word(cell: CellValue) -> bool:
    return isinstance(cell, str) and len(cell) <= 25 and not any(letter.isdigit() for letter in cell)


def _is_text(cell: CellValue) -> bool:
    return re.search(r"[^\W\d_]", text_of(cell)) is not None


def _is_count(cell: CellValue) -> bool:
    return re.fullmatch(r"\d{1,2}(?:\D.*)?", text_of(cell)) is not None


def _is_area(cell: CellValue) -> bool:
    return re.fullmatch(r"\D{0,8}\d{1,3}(?:[.,]\d+)?\s*(?:m.{0,4})?", text_of(cell), re.IGNORECASE) is not None


_SIGNS: dict[Field, Callable[[CellValue], bool]] = {
    Field.HEAD_NAME: _is_text,
    Field.BIRTH: is_birth,
    Field.CITIZEN_ID: _matching(_ID),
    Field.PHONE: _matching(_PHONE),
    Field.GENDER: lambda cell: gender_of(text_of(cell)) is not None,
    Field.CATEGORY: lambda cell: category_of(text_of(cell)) is not None,
    Field.NEED: lambda cell: work_type_of(text_of(cell)) is not None,
    Field.ETHNICITY: _is_short_word,
    Field.MEMBERS: _is_count,
    Field.AREA_CURRENT: _is_area,
    Field.COMMUNE: _is_text,
    Field.HOUSE_STATUS: _is_text,
    Field.SOURCES: _is_text,
    Field.NOTE: _is_text,
    **dict.fromkeys((*STEP_FIELDS, Field.DECISION_DATE), _is_day),
}

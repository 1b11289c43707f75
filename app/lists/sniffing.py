"""Finds the table on a sheet as officers lay it out, and tells its rows apart (`domain.md` 3.3).

Above the table stand letterhead, title and unit; below its one heading row often column numbers "(1) (2)"; between
the households rows that only name a village or a group; at the end totals and signatures. Row numbers are Excel's.
Cells come with their text already squeezed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

from app.lists.fields import Field
from app.lists.headings import Mapped, map_headings, unit_of
from app.lists.vocabulary import category_of, gender_of
from app.wording.list_headings import SIGNATURE_WORDS, TOTAL_WORDS, UNIT_LINE, VILLAGE_WORDS
from models.vietnamese import fold

#: What a cell of a foreign sheet can hold.
CellValue = str | int | float | bool | date | time | timedelta | None
Row = tuple[CellValue, ...]

#: Letterhead, title and unit take about ten rows; a heading far below is somebody's second table.
_LOOK_DOWN = 40
#: What only a person's cells look like. Groups, totals and signatures stand anywhere, also in these columns.
_PERSONAL = {
    Field.BIRTH: re.compile(r"(?:.*\D)?(?:18|19|20)\d\d(?:[-\s.].*)?"),
    Field.CITIZEN_ID: re.compile(r"[\d\s.\-']{8,}"),
    Field.PHONE: re.compile(r"[\d\s.\-+()']{8,}"),
}
_NUMBERING = re.compile(r"^\(?(?:[IVXLC]+|[A-Z]|\d+(?:\.\d+)*)\s*[.)\-/:]\s*", re.IGNORECASE)
_MARKER = re.compile(r"\(?(?:[IVXLC]+|[A-Z]|\d+(?:\.\d+)*)\s*[.)\-/:]?", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"\(?\s*(?:\d{1,2}|[A-Z])\s*\)?")
_COUNT_AT_END = re.compile(r"\s*(?:[:(\-–]\s*\d.*|:)$")
_DATE_LINE = re.compile(r"\bngay\b.*\bthang\b.*\bnam\b")


@dataclass(frozen=True)
class Table:
    """Where the table of a sheet is and what its columns hold.

    `ambiguous` and `unused` are headings by position that name no field, `parted` says that a second row of headings
    names parts of the first, which are not read.
    """

    header_rows: tuple[int, ...]
    columns: Mapping[Field, int]
    headings: Mapping[str, Field]
    ambiguous: Mapping[int, str]
    unused: Mapping[int, str]
    money_unit: int | None
    parted: bool


@dataclass(frozen=True)
class Group:
    """What the last group rows said about the rows below them."""

    village: str | None = None
    category: str | None = None


@dataclass(frozen=True)
class Household:
    """A row that is (or should be) a household, with the group it stands in."""

    number: int
    cells: Mapping[Field, CellValue]
    group: Group


@dataclass(frozen=True)
class Skipped:
    """A row that carries no household: group, total, note, signature."""

    number: int


def find_table(rows: list[Row], chosen: Mapping[str, Field | None] | None = None) -> Table | None:
    """The table whose heading row names the head of household and most other fields; None without one."""
    best: tuple[int, int, Mapped] | None = None
    for position, row in enumerate(rows[:_LOOK_DOWN]):
        mapped = map_headings([cell if isinstance(cell, str) else "" for cell in row], chosen)
        found = set(mapped.fields.values())
        if Field.HEAD_NAME in found and len(found) >= 2 and (best is None or len(found) > best[0]):
            best = (len(found), position, mapped)
    if best is None:
        return None
    _score, heading, mapped = best
    texts = [_text(cell) for cell in rows[heading]]
    columns = {field: position for position, field in mapped.fields.items()}
    return Table(
        header_rows=tuple(range(heading + 1, _end_of_heading(rows, heading, columns) + 1)),
        columns=columns,
        headings={texts[position]: field for position, field in mapped.fields.items()},
        ambiguous={position: texts[position] for position in mapped.ambiguous},
        unused={at: text for at, text in enumerate(texts) if text and at not in {*mapped.fields, *mapped.ambiguous}},
        money_unit=_money_unit(rows[:heading], texts, columns),
        parted=heading + 1 < len(rows) and _is_below_heading(rows[heading + 1], columns),
    )


def body_rows(rows: list[Row], table: Table) -> Iterator[Household | Skipped]:
    """The rows below the heading in order; empty ones are no rows."""
    group = Group()
    ended = False
    for position in range(table.header_rows[-1], len(rows)):
        row = rows[position]
        cells = {field: row[at] for field, at in table.columns.items() if at < len(row) and _text(row[at])}
        if not any(_text(cell) for cell in row) or _is_only_numbered(row, cells):
            continue  # rows numbered in advance are empty too
        named = None if _is_personal(cells) else _group_of(row, cells, group)
        ended = ended or (not _is_personal(cells) and _is_signature(row, cells))
        if ended or named is not None or _is_total(row, cells) or _is_note(row, cells):
            group = named or group
            yield Skipped(position + 1)
        else:
            yield Household(position + 1, cells, group)


def _end_of_heading(rows: list[Row], heading: int, columns: Mapping[Field, int]) -> int:
    """The index after the heading: a row of names of its parts, then column numbers, belong to it."""
    after = heading + 1
    if after < len(rows) and _is_below_heading(rows[after], columns):
        after += 1
    if after < len(rows) and is_column_numbers(rows[after]):
        after += 1
    return after


def _is_below_heading(row: Row, columns: Mapping[Field, int]) -> bool:
    """The second line of merged headings: words only, and none under the number or the name."""
    texts = [_text(cell) for cell in row]
    own = [texts[at] for field, at in columns.items() if field in (Field.SEQ, Field.HEAD_NAME) and at < len(texts)]
    filled = [text for text in texts if text]
    return len(filled) >= 2 and not any(own) and all(re.search(r"[^\W\d_]{2}", text) for text in filled)


def is_column_numbers(row: Row) -> bool:
    """Whether a row below the headings only numbers the columns: "(1)", "(2)", "A"."""
    texts = [text for cell in row if (text := _text(cell))]
    return len(texts) >= 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts) and len(set(texts)) == len(texts)


def _money_unit(above: list[Row], headings: list[str], columns: Mapping[Field, int]) -> int | None:
    """The unit said in the column's heading, else in a line above the table ("Đơn vị tính: triệu đồng")."""
    if Field.SUPPORT_AMOUNT in columns:
        unit = unit_of(headings[columns[Field.SUPPORT_AMOUNT]])
        if unit is not None:
            return unit
    return sheet_unit(above)


def sheet_unit(above: list[Row]) -> int | None:
    """The unit of money, in đồng, that a line above a table says ("Đơn vị tính: triệu đồng")."""
    lines = [_text(cell) for row in above for cell in row if isinstance(cell, str)]
    units = [unit_of(line) for line in lines if fold(UNIT_LINE) in fold(line)]
    return units[-1] if units else None


def _is_personal(cells: Mapping[Field, CellValue]) -> bool:
    told = any(pattern.fullmatch(_text(cells.get(field))) for field, pattern in _PERSONAL.items())
    return (told or gender_of(_text(cells.get(Field.GENDER))) is not None) and not _DATE_LINE.search(
        fold(_text(cells.get(Field.BIRTH)))
    )


def _group_of(row: Row, cells: Mapping[Field, CellValue], group: Group) -> Group | None:
    """The group that begins with this row, if it names a village or a category and nothing but sums stands beside."""
    if Field.VILLAGE in cells or Field.ADDRESS in cells or Field.NEED in cells:
        return None
    lead = _COUNT_AT_END.sub("", _NUMBERING.sub("", lead_text(row))).strip(" .,;")
    if _village_pattern().match(lead):
        return Group(village=lead, category=group.category)
    numbered = _text(cells.get(Field.SEQ)).isdigit()
    category = None if numbered else category_of(lead)
    return Group(village=group.village, category=category) if category else None


def _is_total(row: Row, cells: Mapping[Field, CellValue]) -> bool:
    return says_total(lead_text(row)) and not _is_personal(cells)


def says_total(text: str) -> bool:
    """Whether a text begins a row of totals."""
    lead = f"{_NUMBERING.sub('', text).lower()} "
    return any(lead.startswith(word) and not lead[len(word)].isalpha() for word in TOTAL_WORDS)


def _is_signature(row: Row, cells: Mapping[Field, CellValue]) -> bool:
    return not _text(cells.get(Field.SEQ)).isdigit() and is_ending(row)


def is_ending(row: Row) -> bool:
    """Whether a row names who signs, or place and day: the table is over."""
    lines = [text for cell in row if (text := _text(cell))]
    return len(lines) <= 4 and any(_signature_pattern().search(line) or _DATE_LINE.search(fold(line)) for line in lines)


def _is_note(row: Row, cells: Mapping[Field, CellValue]) -> bool:
    """One text that stands alone, and not under the name: a remark, or the second half of a title."""
    alone = sum(1 for cell in row if _text(cell)) == 1
    return alone and Field.HEAD_NAME not in cells and not _is_personal(cells)


def _is_only_numbered(row: Row, cells: Mapping[Field, CellValue]) -> bool:
    alone = sum(1 for cell in row if _text(cell)) == 1
    return alone and re.fullmatch(r"\d+(?:\.0)?\.?", _text(cells.get(Field.SEQ))) is not None


def lead_text(row: Row) -> str:
    """The first cell that says more than a number or a Roman numeral."""
    texts = (_text(cell) for cell in row)
    return next((text for text in texts if text and not _MARKER.fullmatch(text)), "")


@cache
def _signature_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, SIGNATURE_WORDS))})", re.IGNORECASE)


@cache
def _village_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(VILLAGE_WORDS, key=len, reverse=True))
    return re.compile(rf"(?:{words})\s*:?\s+\S", re.IGNORECASE)


def _text(cell: CellValue) -> str:
    return cell if isinstance(cell, str) else "" if cell is None else str(cell)

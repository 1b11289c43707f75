"""Tells the rows of a table apart: households, groups, totals, remarks, signatures (`domain.md` 3.3).

Between the households stand rows that only name a village or a group; at the end totals and signatures; headings may
be repeated where a printed page begins. What a group row says counts for the rows below it, and so does a merged cell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.documents.foreign_sheet import CellValue
from app.lists.cell_signs import is_no_tick, is_tick, text_of
from app.lists.column_parts import Kind, Part
from app.lists.fields import Field
from app.lists.heading_block import Area
from app.lists.row_kinds import (
    Row,
    group_name,
    is_column_numbers,
    is_date_line,
    is_ending,
    is_numbered_as_group,
    is_remark,
    lead_text,
    named_group,
    says_nothing_beside,
    says_total,
    sheet_unit,
    text_in,
)
from app.lists.tables import Group, Table, find_table
from app.lists.vocabulary import gender_of, same_word
from app.wording.list_layout import RELATION_HEADS
from app.wording.vocabulary import WORK_TYPES
from models.vietnamese import fold

__all__ = [
    "CellValue", "Group", "Household", "Row", "Skipped", "Table", "body_rows", "find_table", "is_column_numbers",
    "is_ending", "lead_text", "says_total", "sheet_unit",
]  # fmt: skip

#: What only a person's cells look like. Groups, totals and signatures stand anywhere, also in these columns.
_PERSONAL = {
    Field.BIRTH: re.compile(r"(?:.*\D)?(?:18|19|20)\d\d(?:[-\s.].*)?|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}"),
    Field.CITIZEN_ID: re.compile(r"[\d\s.\-']{8,}"),
    Field.PHONE: re.compile(r"[\d\s.\-+()']{8,}"),
}
#: A cell merged over several rows counts for each of them, but never for what is one person's alone.
_NEVER_SHARED = {Field.SEQ, Field.HEAD_NAME, Field.BIRTH, Field.CITIZEN_ID, Field.PHONE, Field.HOUSEHOLD_CODE}
_HEADING_SHARE = 0.6


@dataclass(frozen=True)
class Household:
    """A row that is (or should be) a household, with the group it stands in.

    `columns` are the positions of the cells that were read, `filled` what an empty cell means by the rows above it.
    """

    number: int
    cells: Mapping[Field, CellValue]
    group: Group
    columns: Mapping[Field, int] = field(default_factory=dict)
    filled: Mapping[Field, CellValue] = field(default_factory=dict)


@dataclass(frozen=True)
class Skipped:
    """A row that carries no household: group, total, note, signature."""

    number: int


def body_rows(
    rows: list[Row], table: Table, merged: Sequence[Area] = (), faulty: Collection[int] = ()
) -> Iterator[Household | Skipped]:
    """The rows below the headings in order; empty ones are no rows, but for the `faulty`, whose formulas gave nothing.

    `merged` areas and `faulty` rows are by position.
    """
    return _Body(rows, table, merged, faulty).read()


class _Body:
    """The rows of one table while they are told apart."""

    def __init__(self, rows: list[Row], table: Table, merged: Sequence[Area], faulty: Collection[int]) -> None:
        self._rows, self._table, self._faulty = rows, table, faulty
        self._fields = tuple(table.columns.items())
        self._shared, self._continued = self._merged_down(merged)
        self._fills_villages = self._village_stands_once()
        self._village: CellValue = None
        self._group = table.group
        self._nesting: list[str] = []
        self._ended = False

    def read(self) -> Iterator[Household | Skipped]:
        for position in range(self._table.header_rows[-1], len(self._rows)):
            row = self._rows[position]
            if not any(text_in(cell) for cell in row):
                if position in self._faulty:
                    yield Household(position + 1, {}, self._group, self._table.columns)
                continue
            cells = {name: row[at] for name, at in self._fields if at < len(row) and text_in(row[at])}
            if position in self._continued or self._is_member(row):
                yield Skipped(position + 1)
            elif not self._ended and self._is_personal(row, cells):
                yield self._household(position, row, cells)
            elif not self._is_only_numbered(row, cells):  # rows numbered in advance are empty too
                yield self._told(position, row, cells)

    def _told(self, position: int, row: Row, cells: dict[Field, CellValue]) -> Household | Skipped:
        """A row that shows no person's number, day or year."""
        if self._repeats_headings(row):
            self._ended = False
            return Skipped(position + 1)
        group = self._group_of(row, cells)
        if group is not None:
            self._group, self._village = group, None
            return Skipped(position + 1)
        self._ended = self._ended or self._is_signature(row, cells)
        if self._ended or says_total(lead_text(row)) or self._is_note(row, cells) or is_column_numbers(row):
            return Skipped(position + 1)
        return self._household(position, row, cells)

    # Households

    def _household(self, position: int, row: Row, cells: dict[Field, CellValue]) -> Household:
        columns = self._table.columns
        if self._shared:
            for name, at in self._fields:
                if name not in cells and (position, at) in self._shared:
                    cells[name] = self._shared[position, at]
        if self._table.parts:
            columns = {**columns, **read_parts(self._table.parts, row, cells)}
        if self._table.noted:
            self._add_remarks(row, cells)
        if self._group.need and Field.NEED not in cells:
            cells[Field.NEED] = WORK_TYPES[self._group.need]
        filled: dict[Field, CellValue] = {}
        if self._fills_villages:
            self._village = cells.get(Field.VILLAGE, self._village)
            if Field.VILLAGE not in cells and self._village is not None:
                filled[Field.VILLAGE] = self._village
        return Household(position + 1, cells, self._group, columns, filled)

    def _add_remarks(self, row: Row, cells: dict[Field, CellValue]) -> None:
        """Columns that are no field of the records, kept in the remark under their headings."""
        said = [
            f"{heading}: {text_of(row[at])}"
            for at, heading in self._table.noted.items()
            if at < len(row) and text_of(row[at])
        ]
        if said:
            own = text_of(cells.get(Field.NOTE))
            cells[Field.NOTE] = "; ".join((own, *said) if own else said)

    def _merged_down(self, merged: Sequence[Area]) -> tuple[dict[tuple[int, int], CellValue], set[int]]:
        """What cells merged over several rows say for each of them; rows that only go on under a merged name."""
        wanted = {at: name for name, at in self._fields}
        start = self._table.header_rows[-1]
        shared: dict[tuple[int, int], CellValue] = {}
        continued: set[int] = set()
        for top, left, bottom, _right in merged:
            name = wanted.get(left)
            if name is None or bottom == top or top < start or top >= len(self._rows) or left >= len(self._rows[top]):
                continue
            below = range(top + 1, min(bottom + 1, len(self._rows)))
            if name is Field.HEAD_NAME and text_in(self._rows[top][left]):
                continued.update(below)
            elif name not in _NEVER_SHARED:
                shared.update({(row, left): self._rows[top][left] for row in below})
        return shared, continued

    def _village_stands_once(self) -> bool:
        """Whether the village is typed only in the first of its rows: most cells empty, no name twice."""
        at, name_at = self._table.columns.get(Field.VILLAGE), self._table.columns.get(Field.HEAD_NAME)
        if at is None or name_at is None or self._shared:
            return False
        found = [
            text_in(row[at]) if at < len(row) else ""
            for row in self._rows[self._table.header_rows[-1] :]
            if name_at < len(row) and text_in(row[name_at])
        ]
        typed = [text for text in found if text]
        return bool(found) and bool(found[0]) and 2 <= len(typed) < len(found) / 2 and len(set(typed)) == len(typed)

    # What a row is

    def _is_personal(self, row: Row, cells: Mapping[Field, CellValue]) -> bool:
        for name, pattern in _PERSONAL.items():
            if name in cells and pattern.fullmatch(text_in(cells[name])):
                return name is not Field.BIRTH or not is_date_line(text_in(cells[name]))
        if Field.GENDER in cells and gender_of(text_in(cells[Field.GENDER])):
            return True
        pattern = _PERSONAL[Field.BIRTH]
        years = (one for one in self._table.parts if one.kind is Kind.YEAR_OF_GENDER and one.position < len(row))
        return any(pattern.fullmatch(text_of(row[one.position])) for one in years)

    def _is_member(self, row: Row) -> bool:
        """Whether the row is somebody else of the household, by what the list says of him and the head."""
        at = self._table.relation
        text = text_in(row[at]) if at is not None and at < len(row) else ""
        return bool(text) and same_word(text) not in _HEADS

    def _group_of(self, row: Row, cells: Mapping[Field, CellValue]) -> Group | None:
        """The group that begins with this row, if it names one and nothing but sums stands beside."""
        lead = lead_text(row)
        if not lead or not says_nothing_beside(row, lead):
            return None
        numbered = text_of(cells.get(Field.SEQ))
        found = named_group(lead)
        if found is not None and (found[0] == "village" or not numbered.isdigit()):
            return self._within(*found)
        bare = is_numbered_as_group(numbered) and Field.HEAD_NAME in cells and text_in(cells[Field.HEAD_NAME]) == lead
        if bare and Field.VILLAGE not in self._table.columns and not says_total(lead):
            return self._within("village", group_name(lead))
        return None

    def _within(self, kind: str, name: str) -> Group:
        """The group with this name in its place: what was told within the last of its kind is over."""
        group = self._group
        if kind in self._nesting:
            inner = self._nesting[self._nesting.index(kind) + 1 :]
            group = replace(group, **dict.fromkeys(inner))
            self._nesting = [one for one in self._nesting if one not in inner]
        else:
            self._nesting.append(kind)
        return replace(group, **{kind: name})

    def _repeats_headings(self, row: Row) -> bool:
        """Whether the row has the headings again, as on the next printed page."""
        texts = {at: fold(text_in(cell)) for at, cell in enumerate(row) if text_in(cell)}
        same = sum(1 for at, text in texts.items() if text in self._table.heading_texts.get(at, ()))
        return same >= 2 and same >= _HEADING_SHARE * len(texts)

    def _is_signature(self, row: Row, cells: Mapping[Field, CellValue]) -> bool:
        return not text_of(cells.get(Field.SEQ)).isdigit() and is_ending(row)

    def _is_note(self, row: Row, cells: Mapping[Field, CellValue]) -> bool:
        """One text that stands alone, and not under the name: a remark, or the second half of a title."""
        alone = sum(1 for cell in row if text_in(cell)) == 1
        named = Field.HEAD_NAME in cells or any(one.field is Field.HEAD_NAME for one in self._table.parts)
        return (alone and not named) or is_remark(row)

    def _is_only_numbered(self, row: Row, cells: Mapping[Field, CellValue]) -> bool:
        alone = sum(1 for cell in row if text_in(cell)) == 1
        return alone and re.fullmatch(r"\d+(?:\.0)?\.?", text_in(cells.get(Field.SEQ))) is not None


_HEADS = frozenset(same_word(one) for one in RELATION_HEADS)


def read_parts(parts: Sequence[Part], row: Row, cells: dict[Field, CellValue]) -> dict[Field, int]:
    """Put into `cells` what the columns that say parts of fields tell in this row; returns where each was read."""
    places: dict[Field, int] = {}
    told: dict[Field, list[str]] = {}
    days: dict[Kind, str] = {}
    for part in parts:
        cell = row[part.position] if part.position < len(row) else None
        if not text_of(cell):
            continue
        if part.kind in (Kind.DAY, Kind.MONTH, Kind.YEAR):
            days[part.kind] = text_of(cell)
            places.setdefault(part.field, part.position)
        elif part.kind is Kind.JOINED:
            told.setdefault(part.field, []).append(text_of(cell))
            places.setdefault(part.field, part.position)
        elif not is_no_tick(cell) or part.kind is Kind.TEXT:
            _tell(part, cell, cells, told, places)
    for name, texts in told.items():
        if name not in cells:
            cells[name] = (" " if name is Field.HEAD_NAME else "; ").join(texts)
    if Kind.YEAR in days:
        cells[Field.BIRTH] = "/".join(days[kind] for kind in (Kind.DAY, Kind.MONTH, Kind.YEAR) if kind in days)
    return places


def _tell(
    part: Part, cell: CellValue, cells: dict[Field, CellValue], told: dict[Field, list[str]], places: dict[Field, int]
) -> None:
    """What one filled cell says: a tick its heading's word, anything else itself."""
    if part.kind is Kind.YEAR_OF_GENDER:
        told.setdefault(Field.GENDER, []).append(part.said)
        places.setdefault(Field.GENDER, part.position)
        if not is_tick(cell):
            cells.setdefault(Field.BIRTH, cell)
            places.setdefault(Field.BIRTH, part.position)
    elif part.kind is Kind.SUM_OF_WORK:
        told.setdefault(Field.NEED, []).append(part.said)
        places.setdefault(Field.NEED, part.position)
        if not is_tick(cell):
            cells.setdefault(Field.SUPPORT_AMOUNT, cell)
            places.setdefault(Field.SUPPORT_AMOUNT, part.position)
    else:
        text = part.said if is_tick(cell) else text_of(cell)
        told.setdefault(part.field, []).append(f"{part.said}: {text}" if part.kind is Kind.TEXT else text)
        places.setdefault(part.field, part.position)

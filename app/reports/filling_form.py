"""Reads a form of an office above into plain data: where its table is, what its columns ask for, which rows it has.

`read_form` opens the file in the child process; `read_form_here` is what runs there and stands alone for tests.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.documents.intake import parsing, read_workbook
from app.lists.queries import is_column_numbers, is_ending, lead_text, says_total, sheet_unit, squeeze, unit_of
from app.progress import Progress
from app.reports.filling_headings import ORDINAL, PLACE, figure_of, house_fields, is_ordinal, is_place

CellValue = str | int | float | bool | date | time | timedelta | None
Rows = list[tuple[CellValue, ...]]
_LOOK_DOWN = 40
_DEEPEST = 3
#: Rows below the last text that may still belong to the table: ruled rows left empty.
_SPARE_ROWS = 2_000


@dataclass(frozen=True)
class FormColumn:
    """A column: its letter, its headings from top to bottom, the key of what it asks for, the unit it names.

    `repeated`: another column asks for the same; `percent`: its cells show parts of one as percent.
    """

    letter: str
    path: tuple[str, ...]
    key: str | None
    unit: int | None = None
    repeated: bool = False
    percent: bool = False

    @property
    def heading(self) -> str:
        """Its headings in one line."""
        return " – ".join(self.path)


@dataclass(frozen=True)
class FormRow:
    """A row of the table: its number in Excel, whom it is about (nothing in a row that waits), texts by column."""

    number: int
    label: str
    total: bool
    texts: Mapping[str, str]


@dataclass(frozen=True)
class FormSheet:
    """The table of a sheet. `households`: its rows are households, else places; `unit` of money of the whole, in đồng.

    `held` are cells that are not empty: name -> "formula", "merged", "number" or "text", with what stands there.
    `open_below`: nothing stands below the table, so that rows may be added.
    """

    title: str
    households: bool
    header_rows: tuple[int, int]
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    unit: int | None
    held: Mapping[str, tuple[str, str]]
    open_below: bool

    def letter_of(self, key: str) -> str | None:
        """The letter of the column with a key."""
        return next((one.letter for one in self.columns if one.key == key), None)


@dataclass(frozen=True)
class Form:
    """A workbook as it was received; `signature` names it by its headings, so that next week's is known again."""

    name: str
    sheets: tuple[FormSheet, ...]
    signature: str


def read_form(path: Path, *, progress: Progress | None = None) -> Form:
    """Read a form in a child process. Raises `Trouble` with one sentence, `Cancelled`."""
    return read_workbook(read_form_here, path, progress=progress)


def read_form_here(path: Path) -> Form:
    """Read a form that is within the limits; for the child process."""
    from openpyxl import load_workbook

    with parsing(path):
        workbook = load_workbook(path, keep_links=False)
        sheets = [found for one in workbook.worksheets if one.sheet_state == "visible" and (found := _sheet(one))]
    return Form(path.name, tuple(sheets), _signature(sheets))


def _signature(sheets: Sequence[FormSheet]) -> str:
    """Headings without their numbers: the week or the year in one of them makes no other form."""
    texts = [text for sheet in sheets for column in sheet.columns for text in (*column.path, "")]
    bare = "\n".join(re.sub(r"\d+", "", squeeze(text)).lower() for text in texts)
    return hashlib.sha256(bare.encode()).hexdigest()[:32]


def _sheet(sheet: Any) -> FormSheet | None:
    """The table of a sheet; None where there is none to fill."""
    rows, merged = _cells(sheet), _merged(sheet)
    found = _headings(rows, merged)
    if found is None:
        return None
    top, depth, columns = found
    last = top + depth
    while last < len(rows) and is_column_numbers(rows[last]):
        last += 1
    households = any(one.key == "head_name" for one in columns)
    label = next(one.letter for one in columns if one.key == ("head_name" if households else PLACE))
    body = tuple(_body(rows, last, label, columns))
    columns = tuple(replace(one, percent=_shows_percent(sheet, one.letter, body)) for one in columns)
    return FormSheet(
        sheet.title,
        households,
        (top + 1, last),
        columns,
        body,
        sheet_unit(rows[:top]),
        dict(_held(sheet, merged, body, columns)),
        not any(one.total for one in body) and not any(is_ending(one) for one in rows[last:]),
    )


def _shows_percent(sheet: Any, letter: str, body: Sequence[FormRow]) -> bool:
    return any("%" in str(sheet[f"{letter}{row.number}"].number_format) for row in body)


def _cells(sheet: Any) -> Rows:
    """The values of a sheet; a formula is its text."""
    found: Rows = []
    for row in sheet.iter_rows(max_row=min(sheet.max_row, _LOOK_DOWN + _SPARE_ROWS)):
        found.append(tuple(squeeze(one.value) if isinstance(one.value, str) else _plain(one.value) for one in row))
    return found


def _plain(value: Any) -> CellValue:
    return value if value is None or isinstance(value, int | float | date | datetime | time | timedelta) else str(value)


def _merged(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Each cell within merged ones -> the first of them; rows and columns from 0. Only as far as tables reach."""
    found = {}
    for one in sheet.merged_cells.ranges:
        for row in range(one.min_row, min(one.max_row, _LOOK_DOWN + _SPARE_ROWS) + 1):
            for column in range(one.min_col, one.max_col + 1):
                found[row - 1, column - 1] = (one.min_row - 1, one.min_col - 1)
    return found


def _headings(
    rows: Rows, merged: Mapping[tuple[int, int], tuple[int, int]]
) -> tuple[int, int, tuple[FormColumn, ...]] | None:
    """First row, number of rows and columns of the headings that say most; the fewest rows that say as much."""
    best: tuple[int, int, int, int, tuple[FormColumn, ...]] | None = None
    for top in range(min(len(rows), _LOOK_DOWN)):
        for depth in range(1, min(_DEEPEST, len(rows) - top) + 1):
            columns = _columns(_paths(rows, merged, top, depth))
            said = [one.key for one in columns if one.key]
            if not {PLACE, "head_name"}.intersection(said) or len(said) < 2:
                continue
            known = sum(1 for one in columns if one.key not in (None, ORDINAL))
            if best is None or (known, -depth) > best[:2]:
                best = (known, -depth, top, depth, columns)
    return best[2:] if best else None


def _paths(
    rows: Rows, merged: Mapping[tuple[int, int], tuple[int, int]], top: int, depth: int
) -> dict[str, tuple[str, ...]]:
    """Column letter -> the texts above it, each merged heading once."""
    width = max((len(row) for row in rows[top : top + depth]), default=0)
    found = {}
    for column in range(width):
        path: list[tuple[tuple[int, int], str]] = []
        for row in range(top, top + depth):
            at = merged.get((row, column), (row, column))
            value = rows[at[0]][at[1]] if at[1] < len(rows[at[0]]) else None
            if at[0] >= top and isinstance(value, str) and value and all(at != place for place, _ in path):
                path.append((at, value))
        if path:
            found[_letter(column)] = tuple(text for _, text in path)
    return found


def _columns(paths: Mapping[str, tuple[str, ...]]) -> tuple[FormColumn, ...]:
    houses = house_fields(paths)
    if "head_name" in houses.values():
        keys: dict[str, str | None] = {letter: houses.get(letter) for letter in paths}
        return tuple(FormColumn(letter, path, keys[letter], _unit(path)) for letter, path in paths.items())
    keys = {letter: _key(path) for letter, path in paths.items()}
    place = next((letter for letter, key in keys.items() if key == PLACE), None)
    said = list(keys.values())
    found = []
    for letter, path in paths.items():
        key = keys[letter]
        repeated = key not in (None, PLACE) and said.count(key) > 1
        kept = None if repeated or (key == PLACE and letter != place) else key
        found.append(FormColumn(letter, path, kept, _unit(path), repeated))
    return tuple(found)


def _key(path: tuple[str, ...]) -> str | None:
    if is_ordinal(path):
        return ORDINAL
    if is_place(path):
        return PLACE
    figure = figure_of(path)
    return figure.key if figure else None


def _unit(path: Sequence[str]) -> int | None:
    """The unit of money in the headings, the lowest first."""
    return next((found for text in reversed(path) if (found := unit_of(text)) is not None), None)


def _body(rows: Rows, first: int, label: str, columns: Sequence[FormColumn]) -> Iterator[FormRow]:
    """The rows below the headings until somebody signs, empty ones too."""
    at = _place(label)
    for number in range(first, len(rows)):
        row = rows[number]
        if is_ending(row):
            return
        own = row[at] if at < len(row) else None
        text = own if isinstance(own, str) and not own.startswith("=") else ""
        lead = text or lead_text(tuple(one for one in row[:at] if not str(one or "").startswith("=")))
        texts = {one.letter: _said(row, one.letter) for one in columns if _said(row, one.letter)}
        yield FormRow(number + 1, lead or "", says_total(lead), texts)


def _said(row: tuple[CellValue, ...], letter: str) -> str:
    at = _place(letter)
    value = row[at] if at < len(row) else None
    return "" if value is None else str(value)


def _held(
    sheet: Any,
    merged: Mapping[tuple[int, int], tuple[int, int]],
    body: Sequence[FormRow],
    columns: Sequence[FormColumn],
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Cells of the table that are not simply empty."""
    for row in body:
        for one in columns:
            place = (row.number - 1, _place(one.letter))
            name = f"{one.letter}{row.number}"
            if merged.get(place, place) != place:
                yield name, ("merged", "")
                continue
            value = sheet[name].value
            if sheet[name].data_type == "f":
                yield name, ("formula", "")
            elif value is not None and str(value).strip():
                yield name, ("number" if isinstance(value, int | float | Decimal) else "text", str(value))


def _letter(position: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(position + 1)


def _place(letter: str) -> int:
    number = 0
    for one in letter:
        number = number * 26 + ord(one) - ord("A") + 1
    return number - 1

"""Reads an officer's list into plain data, without the database: what `list import` saves, and a preview shows.

`read_list` opens the file in the child process; `read_list_here` is what runs there and stands alone for tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.documents.foreign_reading import foreign_sheets, read_table
from app.lists.fields import Field
from app.lists.legacy_text import encoding_of, legacy_encoding
from app.lists.rows import Repair, RepairKind, RowValues, read_row
from app.lists.sniffing import CellValue, Household, Row, Table, body_rows, find_table
from app.lists.vocabulary import squeeze
from app.parsing import today
from app.problems import Problem, errors
from app.progress import Progress


@dataclass(frozen=True)
class ReadingOptions:
    """What the officer chose: sheets by name (none: all visible ones), a mapping of his own, repairs he refuses.

    `password` opens a workbook that has one; rows hidden in the file are read unless `skip_hidden_rows`.
    """

    sheets: tuple[str, ...] = ()
    mapping: Mapping[str, Field | None] = field(default_factory=dict)
    refused: frozenset[RepairKind] = frozenset()
    password: str | None = None
    skip_hidden_rows: bool = False


@dataclass(frozen=True)
class ListSheet:
    """How one sheet was understood. Columns are named by the letters Excel shows; `unused` headings name no field.

    `parted`: a second row of headings names parts of the first, and those columns are not read.
    """

    name: str
    header_rows: tuple[int, ...]
    mapping: Mapping[str, Field]
    columns: Mapping[Field, str]
    ambiguous: Mapping[str, str]
    unused: Mapping[str, str]
    parted: bool
    encoding: str


@dataclass(frozen=True)
class ListRow:
    """A row that is a household, or should be one."""

    sheet: str
    row_number: int
    values: RowValues
    problems: tuple[Problem, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @property
    def rejected(self) -> bool:
        """Whether a problem keeps the row out."""
        return bool(errors(self.problems))


@dataclass(frozen=True)
class ListFile:
    """A whole list as read; `skipped` rows are groups, totals, notes and signatures. No sheet: no table was found."""

    name: str
    sheet_names: tuple[str, ...]
    sheets: tuple[ListSheet, ...]
    rows: tuple[ListRow, ...]
    skipped: int

    @property
    def read(self) -> int:
        """All rows below the headings that are not empty."""
        return len(self.rows) + self.skipped


def read_list(path: Path, options: ReadingOptions | None = None, *, progress: Progress | None = None) -> ListFile:
    """Read a list from outside in a child process. Raises `Trouble` with one sentence, `Cancelled`."""
    return read_table(read_list_here, path, options or ReadingOptions(), progress=progress)


def read_list_here(path: Path, options: ReadingOptions) -> ListFile:
    """Read a list that is within the limits; for the child process."""
    sheets: list[ListSheet] = []
    rows: list[ListRow] = []
    skipped = 0
    foreign = foreign_sheets(path, options.password)
    for sheet in foreign:
        if (sheet.title not in options.sheets) if options.sheets else sheet.hidden:
            continue
        clean = [tuple(squeeze(cell) if isinstance(cell, str) else cell for cell in row) for row in sheet.rows]
        table = find_table(clean, options.mapping)
        if table is None:
            continue
        sheets.append(_understood(sheet.title, clean, table))
        for row in body_rows(clean, table):
            if isinstance(row, Household):
                rows.append(_read(sheet.title, row, table, sheet.rows[row.number - 1], options))
            else:
                skipped += 1
    names = tuple(sheet.title for sheet in foreign)
    return ListFile(path.name, names, tuple(sheets), tuple(without_twins(rows)), skipped)


def _understood(name: str, rows: list[Row], table: Table) -> ListSheet:
    below = rows[table.header_rows[-1] :]
    texts = (row[at] for row in below for at in table.columns.values() if at < len(row))
    return ListSheet(
        name=name,
        header_rows=table.header_rows,
        mapping=table.headings,
        columns={name: column_letter(at) for name, at in table.columns.items()},
        ambiguous={column_letter(at): heading for at, heading in table.ambiguous.items()},
        unused={column_letter(at): heading for at, heading in table.unused.items()},
        parted=table.parted,
        encoding=encoding_of(text for text in texts if isinstance(text, str)),
    )


def _read(sheet: str, row: Household, table: Table, typed: Row, options: ReadingOptions) -> ListRow:
    found = read_row(row, money_unit=table.money_unit, refused=options.refused, today=today())
    problems = [*found.problems, *_legacy_problems(row)]
    repairs = [*_text_repairs(row, table, typed), *found.repairs]
    return ListRow(sheet, row.number, found.values, tuple(problems), tuple(repairs))


def _legacy_problems(row: Household) -> list[Problem]:
    """Text of an old encoding would be saved as nonsense: the row waits until it is converted."""
    return [
        Problem(name.value, "text_legacy", {"text": cell})
        for name, cell in row.cells.items()
        if isinstance(cell, str) and legacy_encoding(cell)
    ]


def _text_repairs(row: Household, table: Table, typed: Row) -> list[Repair]:
    """Cells in which something invisible was removed or composed; plain blanks are not worth a line."""
    found = []
    for name, cell in row.cells.items():
        raw: CellValue = typed[table.columns[name]]
        if isinstance(cell, str) and isinstance(raw, str) and cell != raw and " ".join(raw.split()) != cell:
            found.append(Repair(name, RepairKind.TEXT, raw, cell))
    return found


def without_twins(rows: Iterable[ListRow]) -> list[ListRow]:
    """Reject each row whose ID number stood earlier in the file."""
    first: dict[str, ListRow] = {}
    checked = []
    for row in rows:
        number = row.values.citizen_id
        earlier = first.setdefault(number, row) if number else row
        if earlier is not row:
            values = {"row": earlier.row_number, "sheet": earlier.sheet}
            twin = Problem(Field.CITIZEN_ID.value, "citizen_id_twice", values)
            row = replace(row, problems=(*row.problems, twin))
        checked.append(row)
    return checked


def column_letter(position: int) -> str:
    """A, B, ... AA, as Excel names the column at this position from 0."""
    letters = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

"""Reads an officer's list into plain data, without the database: what `list import` saves, and a preview shows.

`read_list` opens the file in the child process; `read_list_here` is what runs there and stands alone for tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.documents.foreign_reading import foreign_sheets, read_table
from app.lists.cell_texts import Texts, readable
from app.lists.column_letters import column_letter
from app.lists.fields import Field
from app.lists.repairs import CellName, Refusal, Repair, RepairKind
from app.lists.rows import RowValues, read_row
from app.lists.sniffing import Household, Table, body_rows, find_table
from app.parsing import today
from app.problems import Problem, errors
from app.progress import Progress


@dataclass(frozen=True)
class ReadingOptions:
    """What the officer chose: sheets by name (none: all visible ones), a mapping of his own, repairs he refuses.

    `refused` are kinds of repairs, `refused_cells` single cells. `password` opens a workbook that has one; rows hidden
    in the file are read unless `skip_hidden_rows`.
    """

    sheets: tuple[str, ...] = ()
    mapping: Mapping[str, Field | None] = field(default_factory=dict)
    refused: frozenset[RepairKind] = frozenset()
    refused_cells: frozenset[CellName] = frozenset()
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
        texts = readable(sheet, Refusal(options.refused, options.refused_cells))
        table = find_table(texts.rows, options.mapping)
        if table is None:
            continue
        sheets.append(_understood(sheet.title, texts, table))
        for row in body_rows(texts.rows, table):
            if isinstance(row, Household):
                rows.append(_read(sheet.title, row, table, texts, options))
            else:
                skipped += 1
    names = tuple(sheet.title for sheet in foreign)
    return ListFile(path.name, names, tuple(sheets), tuple(without_twins(rows)), skipped)


def _understood(name: str, texts: Texts, table: Table) -> ListSheet:
    return ListSheet(
        name=name,
        header_rows=table.header_rows,
        mapping=table.headings,
        columns={name: column_letter(at) for name, at in table.columns.items()},
        ambiguous={column_letter(at): heading for at, heading in table.ambiguous.items()},
        unused={column_letter(at): heading for at, heading in table.unused.items()},
        parted=table.parted,
        encoding=texts.encoding_below(table.header_rows[-1]).value,
    )


def _read(sheet: str, row: Household, table: Table, texts: Texts, options: ReadingOptions) -> ListRow:
    places = {name: (row.number, table.columns[name]) for name in row.cells}
    untouched = _untouched(sheet, places, options.refused_cells)
    found = read_row(row, money_unit=table.money_unit, refused=options.refused, untouched=untouched, today=today())
    repairs = [
        Repair(name, one.kind, one.before, one.after)
        for name, at in places.items()
        for one in texts.repairs.get(at, ())
    ]
    problems = (*found.problems, *_doubts(places, texts))
    return ListRow(sheet, row.number, found.values, problems, (*repairs, *found.repairs))


def _untouched(sheet: str, places: Mapping[Field, tuple[int, int]], refused: frozenset[CellName]) -> frozenset[Field]:
    """The fields of a row whose cells the officer wants as they were typed."""
    if not refused:
        return frozenset()
    return frozenset(name for name, at in places.items() if (sheet, at[0], column_letter(at[1])) in refused)


def _doubts(places: Mapping[Field, tuple[int, int]], texts: Texts) -> Iterator[Problem]:
    """Text that may be of an old encoding is saved as it was typed, and named."""
    for name, at in places.items():
        if doubt := texts.doubts.get(at):
            code = "text_legacy" if doubt.chosen else "text_doubtful"
            yield Problem(name.value, code, {"text": doubt.text, "read": doubt.read}, warning=True)


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

"""Reads an officer's list into plain data, without the database: what `list import` saves, and a preview shows.

`read_list` opens the file in the child process; `read_list_here` is what runs there and stands alone for tests.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from app.documents import package_sheet
from app.documents.foreign_reading import foreign_sheets, read_table
from app.documents.foreign_sheet import ForeignSheet
from app.lists.cell_texts import Texts, readable
from app.lists.column_letters import column_letter
from app.lists.date_order import DateOrder, date_order
from app.lists.error_marks import is_error_sheet, without_marks
from app.lists.fields import Field
from app.lists.repairs import CellName, Refusal, Repair, RepairKind
from app.lists.rows import RowValues, read_row
from app.lists.sniffing import Household, Table, body_rows, find_table
from app.parsing import today
from app.problems import Problem, Trouble, errors
from app.progress import Progress


@dataclass(frozen=True)
class ReadingOptions:
    """What the officer chose: sheets by name (none: all visible ones), a mapping of his own, repairs he refuses.

    `refused` are kinds of repairs, `refused_cells` single cells. `password` opens a workbook that has one; rows hidden
    in the file are read unless `skip_hidden_rows`. `keep_unmapped`: columns that are no field are kept as remarks.
    `remembered` are earlier mappings by the signature of headings, used where `mapping` says nothing.
    """

    sheets: tuple[str, ...] = ()
    mapping: Mapping[str, Field | None] = field(default_factory=dict)
    refused: frozenset[RepairKind] = frozenset()
    refused_cells: frozenset[CellName] = frozenset()
    password: str | None = None
    skip_hidden_rows: bool = False
    keep_unmapped: bool = False
    remembered: Mapping[str, Mapping[str, Field | None]] = field(default_factory=dict)


@dataclass(frozen=True)
class ListSheet:
    """How one sheet was understood. Columns are named by the letters Excel shows; `unused` headings name no field.

    `hidden_rows` counts households in rows that the file hides; `signature` names the headings, so that a mapping is
    remembered for the next list of the same form.
    """

    name: str
    header_rows: tuple[int, ...]
    mapping: Mapping[str, Field]
    columns: Mapping[Field, str]
    ambiguous: Mapping[str, str]
    unused: Mapping[str, str]
    encoding: str
    hidden_rows: int = 0
    signature: str = ""

    @property
    def headings(self) -> frozenset[str]:
        """All headings, whether they name a field or not."""
        return frozenset((*self.mapping, *self.ambiguous.values(), *self.unused.values()))


@dataclass(frozen=True)
class ListRow:
    """A row that is a household, or should be one; `letters` where its cells stand in columns of its own.

    `untouched` are the fields whose cells the officer wants as they were typed.
    """

    sheet: str
    row_number: int
    values: RowValues
    problems: tuple[Problem, ...] = ()
    repairs: tuple[Repair, ...] = ()
    letters: Mapping[Field, str] | None = None
    untouched: frozenset[Field] = frozenset()

    @property
    def rejected(self) -> bool:
        """Whether a problem keeps the row out."""
        return bool(errors(self.problems))


class PassedOver(StrEnum):
    """Why a sheet that holds something was not read."""

    HIDDEN = "hidden"
    NO_TABLE = "no_table"


@dataclass(frozen=True)
class ListFile:
    """A whole list as read; `skipped` rows are groups, totals, notes and signatures. No sheet: no table was found.

    `passed_over` are the sheets that were not read though nobody left them out, with why.
    """

    name: str
    sheet_names: tuple[str, ...]
    sheets: tuple[ListSheet, ...]
    rows: tuple[ListRow, ...]
    skipped: int
    passed_over: Mapping[str, PassedOver] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """All rows below the headings that are not empty."""
        return len(self.rows) + self.skipped


def read_list(path: Path, options: ReadingOptions | None = None, *, progress: Progress | None = None) -> ListFile:
    """Read a list from outside in a child process. Raises `Trouble` with one sentence, `Cancelled`."""
    return read_table(read_list_here, path, options or ReadingOptions(), progress=progress)


def read_list_here(path: Path, options: ReadingOptions) -> ListFile:
    """Read a list that is within the limits; for the child process. Raises `Trouble` for a package."""
    sheets = foreign_sheets(path, options.password)
    if any(one.title == package_sheet.NAME for one in sheets):
        raise Trouble("list_is_package", name=path.name)
    foreign = [without_marks(one) for one in sheets if not is_error_sheet(one)]
    read: list[_ReadSheet] = []
    passed_over: dict[str, PassedOver] = {}
    for sheet in foreign:
        if options.sheets and sheet.title not in options.sheets:
            continue
        hidden = sheet.hidden and not options.sheets
        found = None if hidden else _read_sheet(sheet, options)
        if found is not None:
            read.append(found)
        elif any(value is not None for row in sheet.rows for value in row):
            passed_over[sheet.title] = PassedOver.HIDDEN if hidden else PassedOver.NO_TABLE
    return ListFile(
        path.name,
        tuple(sheet.title for sheet in foreign),
        tuple(one.sheet for one in read),
        tuple(without_twins(row for one in read for row in one.rows)),
        sum(one.skipped for one in read),
        passed_over,
    )


@dataclass(frozen=True)
class _ReadSheet:
    sheet: ListSheet
    rows: list[ListRow]
    skipped: int


def _read_sheet(sheet: ForeignSheet, options: ReadingOptions) -> _ReadSheet | None:
    texts = readable(sheet, Refusal(options.refused, options.refused_cells))
    table = _table_of(sheet, texts, options)
    if table is None:
        return None
    named = table.columns.get(Field.HEAD_NAME)
    faulty = {row for row, column in sheet.faults if column == named}
    at = table.columns.get(Field.BIRTH)
    below = texts.rows[table.header_rows[-1] :]
    births = date_order(row[at] for row in below if at is not None and at < len(row))
    rows: list[ListRow] = []
    skipped = hidden = 0
    for row in body_rows(texts.rows, table, sheet.merged, faulty):
        if isinstance(row, Household):
            hidden += row.number in sheet.hidden_rows
            if row.number not in sheet.hidden_rows or not options.skip_hidden_rows:
                rows.append(_read(sheet, row, table, texts, options, births))
                continue
        skipped += 1
    return _ReadSheet(_understood(sheet.title, texts, table, hidden), rows, skipped)


def _table_of(sheet: ForeignSheet, texts: Texts, options: ReadingOptions) -> Table | None:
    """The table of a sheet by the officer's mapping, else by the one remembered for its headings."""
    table = find_table(texts.rows, options.mapping, sheet.merged, texts.title)
    earlier = options.remembered.get(signature_of(table)) if table is not None else None
    if earlier:
        table = find_table(texts.rows, {**earlier, **options.mapping}, sheet.merged, texts.title)
    if table is not None and options.keep_unmapped:
        told = dict.fromkeys(table.unused.values(), Field.NOTE)
        table = replace(table, noted={**table.noted, **table.unused}, unused={}, headings={**table.headings, **told})
    return table


def signature_of(table: Table) -> str:
    """A name for the headings of a table, without their numbers: the next year's list is the same form."""
    texts = (f"{at} {' '.join(sorted(said))}" for at, said in sorted(table.heading_texts.items()))
    bare = "\n".join(re.sub(r"\d+", "", text.partition(" ")[2]) for text in texts)
    return hashlib.sha256(bare.encode()).hexdigest()[:32]


def _understood(name: str, texts: Texts, table: Table, hidden_rows: int) -> ListSheet:
    places = {part.field: part.position for part in reversed(table.parts)} | dict(table.columns)
    return ListSheet(
        name=name,
        header_rows=table.header_rows,
        mapping=table.headings,
        columns={name: column_letter(at) for name, at in places.items()},
        ambiguous={column_letter(at): heading for at, heading in table.ambiguous.items()},
        unused={column_letter(at): heading for at, heading in table.unused.items()},
        encoding=texts.encoding_below(table.header_rows[-1]).value,
        hidden_rows=hidden_rows,
        signature=signature_of(table),
    )


def _read(
    sheet: ForeignSheet, row: Household, table: Table, texts: Texts, options: ReadingOptions, births: DateOrder
) -> ListRow:
    places = {name: (row.number, row.columns[name]) for name in row.cells if name in row.columns}
    untouched = _untouched(sheet.title, places, options.refused_cells)
    row, filled = _with_filled(row, sheet.title, options)
    found = read_row(
        row,
        money_unit=table.money_unit,
        units=table.units,
        refused=options.refused,
        untouched=untouched,
        births=births,
        today=today(),
    )
    repairs = [
        Repair(name, one.kind, one.before, one.after)
        for name, at in places.items()
        for one in texts.repairs.get(at, ())
    ]
    problems = (*_faults(row, sheet), *found.problems, *_doubts(places, texts))
    letters = {name: column_letter(at) for name, at in row.columns.items()} if table.parts else None
    made = (*repairs, *filled, *found.repairs)
    return ListRow(sheet.title, row.number, found.values, problems, made, letters, untouched)


def _with_filled(row: Household, sheet: str, options: ReadingOptions) -> tuple[Household, list[Repair]]:
    """The row with what the rows above say for its empty cells, as repairs that can be refused."""
    if not row.filled or RepairKind.VILLAGE_FILLED in options.refused:
        return row, []
    wanted = {
        name: value
        for name, value in row.filled.items()
        if (sheet, row.number, column_letter(row.columns[name])) not in options.refused_cells
    }
    repairs = [Repair(name, RepairKind.VILLAGE_FILLED, "", str(value)) for name, value in wanted.items()]
    return replace(row, cells={**row.cells, **wanted}), repairs


def _faults(row: Household, sheet: ForeignSheet) -> Iterator[Problem]:
    """Cells whose formula has no value: nothing is known of them, so the row cannot be kept."""
    if sheet.faults:
        for name, at in row.columns.items():
            fault = sheet.faults.get((row.number - 1, at))
            if fault is not None and name is not Field.SEQ:
                yield Problem(name.value, fault.value)


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

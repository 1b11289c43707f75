"""What the visible sheets of a package say otherwise than their sender showed: compared in the reading child process.

Sheets are known by their hidden first row, rows by the hidden id in their first column, cells by the machine id above
them: sorting, moving and renaming change nothing (docs/exchange.md, "Corrections by hand").
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook, SheetTypeEnum

from app.documents.calamine_rows import plain_rows
from app.exchange import container
from app.exchange.cell_values import NAMED_FIELDS, says_the_same, written_text
from app.journal.canonical import Json
from app.wording.fields import field_label

_LOOKED_AT = 5
_NAMES = "names"
_EMPTY = (None,)


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """A cell that says something else than was shown. `heads` and `salt` are those of the value shown."""

    sheet: str
    cell: str
    entity: str
    row: str
    field: str
    base: Json
    heads: tuple[str, ...]
    salt: str
    written: str | None


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A row that came without an id, or as a changed copy of another. `values` are texts by field.

    `number` is Excel's row; `head` is what stands in the column of heads, `like` the row it was copied from.
    """

    sheet: str
    number: int
    entity: str
    values: tuple[tuple[str, str], ...]
    head: str | None = None
    like: str | None = None


@dataclass(frozen=True)
class Visible:
    """Everything a person changed in the sheets; `missing` are rows (entity, id) that stand in no sheet any more."""

    changed: tuple[ChangedCell, ...] = ()
    added: tuple[AddedRow, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()


def compare(workbook: CalamineWorkbook, lines: Sequence[str]) -> Visible:
    """The visible sheets of a workbook against the bases that its hidden part carries."""
    found = _Comparison(lines)
    for one in workbook.sheets_metadata:
        if one.typ == SheetTypeEnum.WorkSheet and one.name != container.PAYLOAD_SHEET:
            found.read(one.name, plain_rows(workbook.get_sheet_by_name(one.name)))
    return Visible(tuple(found.changed), tuple(found.added), tuple(found.missing()))


@dataclass
class _Columns:
    """Where things stand in a sheet: the machine row, the column of ids, the columns of heads and fields."""

    entity: str
    row: int
    ids: int
    head: int | None
    fields: dict[int, str]


@dataclass
class _Comparison:
    lines: Sequence[str]
    changed: list[ChangedCell] = field(default_factory=list)
    added: list[AddedRow] = field(default_factory=list)

    def __post_init__(self) -> None:
        read = [json.loads(line) for line in self.lines if line]
        self._bases: dict[str, dict[str, Any]] = {one["row"]: one for one in read if "row" in one}
        self._names: dict[str, str] = {}
        for one in read:
            self._names |= one.get(_NAMES, {})
        self._entities = {one["entity"] for one in self._bases.values()}
        self._met: set[str] = set()
        self._read: set[str] = set()

    def read(self, title: str, rows: Sequence[Sequence[Any]]) -> None:
        """One sheet; a sheet that is not of ours says nothing."""
        columns = self._columns_of(rows)
        if columns is None:
            return
        self._read.add(columns.entity)
        letters = {name: get_column_letter(place + 1) for place, name in columns.fields.items()}
        for number, cells in enumerate(rows[columns.row + 1 :], start=columns.row + 2):
            written = {name: written_text(_at(cells, place)) for place, name in columns.fields.items()}
            base = self._bases.get(str(_at(cells, columns.ids) or ""))
            if base is None or base["entity"] != columns.entity:
                self._add(title, number, columns, cells, written, None)
                continue
            changes = list(self._changes(title, number, letters, base, written))
            if base["row"] not in self._met:
                self._met.add(base["row"])
                self.changed += changes
            elif changes:  # a copied row keeps the hidden id of the one it was copied from
                self._add(title, number, columns, cells, written, base["row"])

    def missing(self) -> Iterator[tuple[str, str]]:
        """Rows that were shown and stand nowhere any more, of the sheets that could be read."""
        for row, base in self._bases.items():
            if row not in self._met and base["entity"] in self._read:
                yield base["entity"], row

    def _columns_of(self, rows: Sequence[Sequence[Any]]) -> _Columns | None:
        for number, cells in enumerate(rows[:_LOOKED_AT]):
            texts = [cell if isinstance(cell, str) else "" for cell in cells]
            ids = next((place for place, text in enumerate(texts) if text in self._entities), None)
            if ids is None:
                continue
            before = f"{texts[ids]}."
            fields = {at: text.removeprefix(before) for at, text in enumerate(texts) if text.startswith(before)}
            head = texts.index("=") if "=" in texts else None
            if fields:
                return _Columns(texts[ids], number, ids, head, fields)
        return None

    def _changes(
        self, title: str, number: int, letters: dict[str, str], base: dict[str, Any], written: dict[str, str | None]
    ) -> Iterator[ChangedCell]:
        for name, text in written.items():
            value, *_ = base["fields"].get(name, _EMPTY)
            shown = self._names.get(value, "") if name in NAMED_FIELDS and value is not None else value
            if says_the_same(base["entity"], name, shown or value, text):
                continue
            if name in NAMED_FIELDS and value is not None and not shown:
                continue  # written by a version that did not say what it showed
            value, salt, heads = _held(base, name)
            cell = f"{letters[name]}{number}"
            yield ChangedCell(title, cell, base["entity"], base["row"], name, value, tuple(heads), salt, text)

    def _add(
        self,
        title: str,
        number: int,
        columns: _Columns,
        cells: Sequence[Any],
        written: dict[str, str | None],
        like: str | None,
    ) -> None:
        values = tuple((name, text) for name, text in sorted(written.items()) if text)
        headings = sum(text == field_label(columns.entity, name) for name, text in values)
        if not values or headings > len(values) / 2:
            return
        head = written_text(_at(cells, columns.head)) if columns.head is not None else None
        self.added.append(AddedRow(title, number, columns.entity, values, head, like))


def _held(base: dict[str, Any], name: str) -> tuple[Any, str, list[str]]:
    """The value of a field as it was shown, its salt, the heads it came from."""
    value, salt, *heads = base["fields"].get(name, [None, base["salt"]])
    return value, salt, sorted(heads[0] if heads else base["heads"])


def _at(cells: Sequence[Any], place: int) -> Any:
    return cells[place] if place < len(cells) else None


def names_line(names: Iterable[tuple[str, str]]) -> dict[str, dict[str, str]]:
    """What stands for ids in the visible sheets, as the first line of the bases."""
    return {_NAMES: dict(names)}

"""The visible sheets of a package: a view for people, with the base of every cell kept for corrections by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment
from sqlalchemy import Connection, func, select

from app.documents.foreign_password import locked
from app.documents.foreign_sheet import CellValue
from app.documents.row_xml import MoreRows, save_with_rows
from app.documents.workbook import (
    Column,
    Look,
    add_sheet,
    append_row,
    new_workbook,
    save_workbook,
    start_table,
)
from app.exchange import container, layout
from app.exchange.bases import Bases
from app.exchange.cell_values import FLAGS, NAMED_FIELDS, shown_value
from app.exchange.layout import EntitySheet, FieldColumn
from app.exchange.payload import Payload
from app.exchange.portions import Portion, fullness
from app.exchange.visible import names_line
from app.journal.canonical import canonical_text
from app.journal.store import OPERATIONS, entities, table_of
from app.wording import exchange as words
from models.area import Area
from models.funding import FundSource
from models.household import Household
from models.programme import Programme
from models.support import SupportCase
from models.vietnamese import nfc

Rows = dict[str, list[dict[str, Any]]]
#: The first sheet: widths in characters as a telephone shows them upright, the height of a line in points.
_LABELS, _VALUES, _LINE = 18, 28, 15


@dataclass(frozen=True)
class Sums:
    """What the first sheet and the manifest count."""

    tables: dict[str, dict[str, int]]
    rows: int
    households: int
    approved: int
    paid: int
    operations: int

    @classmethod
    def of(cls, connection: Connection, streams: Sequence[str]) -> Sums:
        """Count the rows of these streams, and their đồng where a table has amounts."""
        tables: dict[str, dict[str, int]] = {}
        for sheet in layout.sheets():
            table = table_of(sheet.entity)
            amount = func.coalesce(func.sum(table.c.amount), 0) if "amount" in table.c else None
            columns = [func.count()] if amount is None else [func.count(), amount]
            shown = table.c.stream.in_(streams) & table.c.row_out.is_(False)
            found = connection.execute(select(*columns).select_from(table).where(shown)).one()
            tables[sheet.entity] = {"rows": found[0]} | ({} if amount is None else {"dong": int(found[1])})
        operations = connection.scalar(select(func.count()).where(OPERATIONS.c.stream.in_(streams))) or 0
        return cls(
            tables,
            sum(one["rows"] for one in tables.values()),
            tables["household"]["rows"],
            tables["decision"]["dong"],
            tables["payment"]["dong"],
            operations,
        )


def write_visible(
    connection: Connection,
    streams: Sequence[str],
    info: Sequence[tuple[str, str | int]],
    payload: Payload,
    path: Path,
    password: str | None = None,
    portion: Portion | None = None,
) -> float:
    """Write the whole package: the sheets for people, then the hidden one. Whole or not at all.

    With a password the workbook is locked as Excel locks it, opened again and compared before it counts. Of a package
    that leaves as several only the rows of this portion. Returns how far it fills what a reader takes.
    """
    portion = portion or Portion(())
    workbook = new_workbook()
    _write_first_sheet(workbook, words.INFO_TITLE, info, words.INFO_WHAT_TO_DO)
    names = _Names.load(connection, streams)
    payload.bases.append(canonical_text(names_line(names.shown())))
    out: list[tuple[str, str]] = []
    more: list[MoreRows] = []
    for sheet in layout.sheets():
        if sheet.always or _has_rows(connection, sheet, streams):
            more.append(_write_entity(connection, workbook, sheet, streams, names, payload.bases, out, portion))
    _write_out(workbook, out)
    _write_payload(workbook, payload)
    save_with_rows(workbook, more, path, partial(locked, name=path.name, password=nfc(password)) if password else None)
    return fullness(path, max(one.last for one in more), sum(one.cells for one in more))


def write_letter(
    title: str, lines: Sequence[tuple[str, str | int]], steps: Sequence[str], payload: Payload, path: Path
) -> None:
    """Write a package of one sheet for people: what it says, what to do, and the hidden part. Whole or not at all."""
    workbook = new_workbook()
    _write_first_sheet(workbook, title, lines, steps)
    payload.bases.append(canonical_text(names_line(())))
    _write_payload(workbook, payload)
    save_workbook(workbook, path)


def _write_first_sheet(
    workbook: Workbook, title: str, lines: Sequence[tuple[str, str | int]], steps: Sequence[str]
) -> None:
    """Two narrow columns, wrapped: a telephone shows them whole."""
    sheet = add_sheet(workbook, words.INFO_SHEET)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = _LABELS, _VALUES
    append_row(sheet, [title], [Look.TITLE])
    for label, value in lines:
        append_row(sheet, [label, value], [Look.TEXT, Look.NUMBER if isinstance(value, int) else Look.TEXT])
    for step in steps:
        append_row(sheet, [step], [Look.NOTE])
    for number, (label, value) in enumerate(lines, start=2):
        for column in (1, 2):
            sheet.cell(number, column).alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
        taken = max(_lines(label, _LABELS), _lines(str(value), _VALUES))
        sheet.row_dimensions[number].height = _LINE * taken
    for number in range(2 + len(lines), 2 + len(lines) + len(steps)):
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=2)
        cell = sheet.cell(number, 1)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[number].height = _LINE * _lines(str(cell.value), _LABELS + _VALUES)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column, rather one too many."""
    return -(-len(text) // (width - 4))


@dataclass(frozen=True)
class _Names:
    """Texts that stand for ids, and whose household a row below belongs to."""

    areas: dict[str, str]
    programmes: dict[str, str]
    sources: dict[str, str]
    heads: dict[str, str]
    cases: dict[str, str]

    @classmethod
    def load(cls, connection: Connection, streams: Sequence[str]) -> _Names:
        def pairs(key: Any, value: Any, *where: Any) -> dict[str, str]:
            rows = connection.execute(select(key, value).where(*where))
            return {row[0]: row[1] or "" for row in rows}

        return cls(
            pairs(Area.id, Area.name, Area.stream.in_(streams)),
            pairs(Programme.id, Programme.name),
            pairs(FundSource.id, FundSource.name),
            pairs(Household.id, Household.head_name, Household.stream.in_(streams)),
            pairs(SupportCase.id, SupportCase.household_id, SupportCase.stream.in_(streams)),
        )

    def head_of(self, parent: str | None) -> str:
        """The head's name for a row below a household or a case."""
        return self.heads.get(self.cases.get(parent or "", parent or ""), "")

    def shown(self) -> Iterator[tuple[str, str]]:
        """Every id that a cell may show by name, with that name."""
        for table in (self.areas, self.programmes, self.sources):
            yield from table.items()

    def text(self, field: str, value: str) -> str:
        """What stands for a reference."""
        table = {"village_id": self.areas, "programme_id": self.programmes, "source_id": self.sources}[field]
        return table.get(value, "")


def _write_entity(
    connection: Connection,
    workbook: Workbook,
    sheet: EntitySheet,
    streams: Sequence[str],
    names: _Names,
    bases: list[str],
    out: list[tuple[str, str]],
    portion: Portion,
) -> MoreRows:
    page = add_sheet(workbook, sheet.title)
    parent = entities()[sheet.entity].__parent__
    with_head = parent in ("household_id", "case_id")
    columns = [Column(words.ROW_ID, 10, Look.IDENTIFIER)]
    columns += [Column(words.HEAD, 26)] if with_head else []
    columns += [
        Column(one.heading, one.width, one.look, () if one.field == FLAGS else tuple(one.choices.values()))
        for one in sheet.columns
    ]
    machine = [sheet.entity, *(["="] if with_head else []), *(one.machine_id for one in sheet.columns)]
    append_row(page, machine, [Look.IDENTIFIER] * len(machine))
    start_table(page, columns, frozen_columns=3)
    page.row_dimensions[1].hidden = True
    page.column_dimensions["A"].hidden = True
    table = table_of(sheet.entity)
    page_rows = MoreRows(page, [column.look for column in columns])
    for rows in _row_batches(connection, table, streams):
        here = portion.shown(connection, (row["id"] for row in rows))
        rows = [row for row in rows if row["id"] in here]
        shown = Bases(connection, sheet, [row["id"] for row in rows])
        for row in rows:
            head = names.head_of(row[parent]) if parent else ""
            if row["row_out"]:
                out.append((sheet.title, row.get("head_name") or row.get("name") or head))
                continue
            values: list[CellValue] = [row["id"], *([head] if with_head else [])]
            values += [_shown(one, row[one.field], names) for one in sheet.columns]
            page_rows.append(values)
            bases.append(shown.line(row["id"], row["stream"]))
    return page_rows


def _has_rows(connection: Connection, sheet: EntitySheet, streams: Sequence[str]) -> bool:
    table = table_of(sheet.entity)
    return connection.scalar(select(table.c.id).where(table.c.stream.in_(streams)).limit(1)) is not None


def _row_batches(connection: Connection, table: Any, streams: Sequence[str]) -> Iterator[list[dict[str, Any]]]:
    statement = select(table).where(table.c.stream.in_(streams)).order_by(table.c.id)
    result = connection.execute(statement)
    while rows := result.mappings().fetchmany(400):
        yield [dict(row) for row in rows]


def _shown(column: FieldColumn, value: Any, names: _Names) -> CellValue:
    if value is None:
        return None
    if column.field in NAMED_FIELDS:
        return names.text(column.field, value)
    return shown_value(column.entity, column.field, value)


def _write_out(workbook: Workbook, out: Sequence[tuple[str, str]]) -> None:
    page = add_sheet(workbook, words.OUT_SHEET)
    start_table(page, [Column(words.OUT_HEADINGS[0], 24), Column(words.OUT_HEADINGS[1], 40)])
    for kind, text in out:
        append_row(page, [kind, text], [Look.TEXT, Look.TEXT])


def _write_payload(workbook: Workbook, payload: Payload) -> None:
    page = workbook.create_sheet(container.PAYLOAD_SHEET)
    page.sheet_state = "veryHidden"
    for part, number, text in payload.parts():
        page.append([part, number, text])
        cell = page.cell(page.max_row, 3)
        if text:
            cell.data_type = "s"

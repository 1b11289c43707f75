"""A row of every kind that a package shows, and edits of single cells of every field with what must be told of each."""

from __future__ import annotations

import datetime as dt
import random
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.actions import Action
from app.areas.queries import villages
from app.documents.workbook import Look
from app.exchange import layout
from app.exchange.cell_values import FLAGS, NAMED_FIELDS, written_text
from app.exchange.corrections import Brought, Corrections, propose
from app.exchange.layout import FieldColumn
from app.exchange.reading import read_payload
from app.journal.canonical import Json
from app.journal.recording import Clock, Recorder
from app.journal.store import entities, table_of
from app.workspace import Workspace
from models.base import new_id
from models.funding import FundSource
from models.programme import Programme
from tests.make import FUND, NATIONAL

TEXTS = (
    "007", "=1+1", "+84 1", "Nguyễn Thị Ánh", unicodedata.normalize("NFD", "Lò Văn Pâng"), "dòng một\ndòng hai",
    "'nháy",
    "dài " * 400 + "hết", "<b>&amp;</b>", "TRUE", "1E5", "-", "#N/A", "12/2024 và 3,5", "\U0001f3e0 nhà",
)  # fmt: skip
FIRST_ROW = 3


@dataclass(frozen=True)
class Edit:
    """A cell typed over: what is typed, and the value a proposal of it has (`...` where it is only reported)."""

    sheet: str
    cell: str
    field: str
    typed: Any
    expected: Json


@dataclass
class Values:
    """New values of every field, each with the way a clerk types it."""

    rnd: random.Random
    names: dict[str, list[tuple[str, str]]]

    def other(self, column: FieldColumn) -> tuple[Any, Json]:
        """(typed, kept) of a value for a column."""
        rnd, name = self.rnd, column.field
        if name in NAMED_FIELDS:
            return tuple(reversed(rnd.choice(self.names[name])))  # type: ignore[return-value]
        if name == FLAGS:
            chosen = rnd.sample(sorted(column.choices), 2)
            return ", ".join(column.choices[one] for one in chosen), " ".join(chosen)
        if column.choices:
            value = rnd.choice(sorted(column.choices))
            return column.choices[value], {"true": True, "false": False}.get(value, value)
        if column.look is Look.DATE:
            day = dt.date(1950, 1, 1) + dt.timedelta(rnd.randrange(27_000))
            return rnd.choice((day, f"{day:%d/%m/%Y}", day.isoformat())), day.isoformat()
        return self._written(column)

    def _written(self, column: FieldColumn) -> tuple[Any, Json]:
        rnd, name = self.rnd, column.field
        if name == "citizen_id":
            number = f"0{rnd.randrange(10**11):011}"
            return number, number
        if name == "phone":
            number = f"09{rnd.randrange(10**8):08}"
            return rnd.choice((number, f"{number[:4]} {number[4:7]} {number[7:]}")), number
        if name in ("area_m2", "quantity"):
            number = f"{rnd.randrange(1, 400)}.{rnd.choice('12345')}"
            return rnd.choice((number.replace(".", ","), float(number))), number
        if column.look in (Look.NUMBER, Look.YEAR):
            count = rnd.randrange(1950, 2024) if column.look is Look.YEAR else rnd.randrange(1, 900)
            return rnd.choice((count, str(count))), count
        text = f"{rnd.choice(TEXTS)} {rnd.randrange(10**6)}"
        return text, unicodedata.normalize("NFC", text)


def names_of(session: Session, commune: str) -> dict[str, list[tuple[str, str]]]:
    """(id, name) of what cells may name."""
    programmes = [(one, str(session.get_one(Programme, one).name)) for one in (NATIONAL, FUND)]
    places = [(one.id, one.name) for one in villages(session, commune)]
    sources = [
        (one.id, str(one.name)) for one in session.scalars(select(FundSource).where(FundSource.stream == commune))
    ]
    return {"village_id": places, "programme_id": programmes, "source_id": sources}


def fill(workspace: Workspace, seed: int) -> None:
    """One row of every entity that a package shows, with a value in every cell."""
    with workspace.read() as session:
        values = Values(random.Random(seed), names_of(session, workspace.author.office))
    values.names["source_id"] = [(new_id(), name) for name in ("Quỹ của xã", "Quỹ của bản")]
    made: dict[str, str] = {}
    rows: list[tuple[type[Any], dict[str, Any]]] = [
        (FundSource, {"id": one, "name": name}) for one, name in values.names["source_id"][1:]
    ]
    waiting = {sheet.entity: sheet for sheet in layout.sheets()}
    needed = [_table_above(entity) for entity in waiting]
    for entity in [*_parents(needed), "fund_source", *waiting]:
        table = table_of(entity)
        if table.name in made or ((above := _table_above(entity)) and above not in made):
            continue
        given = {one.field: values.other(one)[1] for one in waiting[entity].columns} if entity in waiting else {}
        given["id"] = made[table.name] = values.names["source_id"][0][0] if entity == "fund_source" else new_id()
        if above:
            given[str(entities()[entity].__parent__)] = made[above]
        _settle(entity, workspace.author.office, given)
        rows.append((entities()[entity], given))
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        change.recorder.record_many(rows)


def _settle(entity: str, office: str, given: dict[str, Any]) -> None:
    if "commune_code" in given:
        given["commune_code"] = office
    if entity == "area":
        given |= {"kind": "village", "code": office, "name": "Bản Mới Lập"}
    if entity == "fund_source":
        given |= {"name": "Quỹ của xã"}


def _parents(tables: Iterable[str | None]) -> Iterator[str]:
    """The entities of tables that shown rows hang on and that have no sheet of their own."""
    shown = {table_of(sheet.entity).name for sheet in layout.sheets()}
    for name in sorted({one for one in tables if one and one not in shown}):
        yield from _parents([_table_above(name)])
        yield name


def _table_above(entity: str) -> str | None:
    parent = entities()[entity].__parent__
    if parent is None:
        return None
    (key,) = table_of(entity).c[parent].foreign_keys
    return key.column.table.name


class Book:
    """A package's workbook and what each of its cells may be changed to."""

    def __init__(self, package: Path, values: Values) -> None:
        self.package, self.values = package, values
        self._columns = {one.machine_id: one for sheet in layout.sheets() for one in sheet.columns}
        #: (sheet, cell, column, what stands there) of every cell of every row
        self.cells: list[tuple[str, str, FieldColumn, Any]] = []
        workbook = load_workbook(package)
        for sheet in workbook.worksheets:
            machine = [str(cell.value) for cell in sheet[1]]
            for number in range(FIRST_ROW, sheet.max_row + 1):
                if sheet.cell(number, 1).value is None:
                    continue
                for place, one in enumerate(machine, start=1):
                    if one in self._columns:
                        found = sheet.cell(number, place).value
                        self.cells.append(
                            (sheet.title, f"{get_column_letter(place)}{number}", self._columns[one], found)
                        )

    def edits(self, cells: Sequence[tuple[str, str, FieldColumn, Any]]) -> list[Edit]:
        """An edit of each of these cells; one in twelve is emptied."""
        found = []
        for sheet, cell, column, standing in cells:
            typed, expected = None, None
            emptied = standing is not None and (len(column.choices) == 1 or self.values.rnd.random() < 1 / 12)
            while not emptied and (typed is None or says(column, standing, typed)):
                typed, expected = self.values.other(column)
            fact = entities()[column.entity].__append_only__
            found.append(Edit(sheet, cell, column.field, typed, ... if fact else expected))  # type: ignore[arg-type]
        return found

    def saved(self, edits: Sequence[Edit], path: Path) -> Path:
        """The workbook with these edits."""
        workbook: Workbook = load_workbook(self.package)
        for one in edits:
            cell = workbook[one.sheet][one.cell]
            cell.value = one.typed
            if isinstance(one.typed, str):
                cell.data_type = "s"
        workbook.save(path)
        return path


def says(column: FieldColumn, standing: Any, typed: Any) -> bool:
    """Whether a cell said this before: then typing it again changes nothing."""
    if column.field in NAMED_FIELDS:
        return bool(standing == typed)
    return plain(written_text(standing)) == plain(written_text(typed))


def plain(text: str | None) -> str:
    """A text without what tells a day or a number written in two ways apart."""
    digits = "".join(sorted((text or "").replace(",", ".")))
    return digits if (text or "")[:1].isdigit() else text or ""


def told(workspace: Workspace, file: Path) -> Corrections:
    """What reading a package and proposing its corrections tells; everything is taken back."""
    payload = read_payload(file)
    manifest = payload.manifest
    with workspace.engine.connect().execution_options(writing=True) as connection:
        transaction = connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            recorder = Recorder(session, workspace.author, Action.RECEIVE_PACKAGE, Clock((0, 0)))
            try:
                brought = Brought(manifest["package"], manifest["salt"], manifest["from"]["office"])
                return propose(recorder, payload.visible, brought)
            finally:
                recorder.close()
                transaction.rollback()


def misses(workspace: Workspace, book: Book, edits: Sequence[Edit], path: Path) -> list[str]:
    """What is not told as it should be: each edit, and nothing else, with its sheet, its cell and its value."""
    found = told(workspace, book.saved(edits, path))
    proposed = {(one["sheet"], one["cell"]): (one["field"], one["new"]) for one in found.proposals}
    reported = {(one["sheet"], one["cell"]): (one["field"], ...) for one in found.reported}
    wanted = {(one.sheet, one.cell): (one.field, one.expected) for one in edits}
    got = proposed | reported
    typed = {(one.sheet, one.cell): one.typed for one in edits}
    return [
        f"{place}: typed {typed.get(place)!r}, wanted {wanted.get(place)!r}, told {got.get(place)!r}"
        for place in sorted({*wanted, *got})
        if wanted.get(place) != got.get(place)
    ]

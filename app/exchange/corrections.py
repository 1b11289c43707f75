"""Cells and rows that a person changed in a package become proposals to the owner, never values (docs/exchange.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BigInteger, Connection, select

from app.documents.workbook import Look
from app.exchange import layout
from app.exchange.cell_values import FLAGS, NAMED_FIELDS
from app.exchange.layout import FieldColumn
from app.exchange.visible import AddedRow, ChangedCell, Visible
from app.journal.canonical import Json, canonical_text
from app.journal.recording import Recorder, Target
from app.journal.store import OPERATIONS, entities, load_offices, table_of
from app.parsing import fold, parse_citizen_id, parse_count, parse_date, parse_decimal, parse_money, parse_phone
from app.problems import Refused, refuse
from app.wording import corrections as words
from app.wording.fields import entity_label, field_label
from app.wording.messages import problem_text
from models.area import Area
from models.base import key_id
from models.funding import FundSource
from models.household import Household
from models.programme import Programme
from models.vietnamese import nfc
from models.vocabulary import AreaKind

_MONEY = frozenset({"amount", "requested_amount", "ceiling"})
_DECIMALS = frozenset({"area_m2", "quantity"})
_READERS: dict[str, Callable[[str, str], Json]] = {"citizen_id": parse_citizen_id, "phone": parse_phone}
#: What may be proposed as a whole row: what was decided or happened is written in the program, with its rules.
ADDED_ENTITIES = frozenset({"household", "member"})


@dataclass
class Corrections:
    """What became of the changes: `proposals` as the report of a package tells them, `reported` those not taken."""

    proposals: list[dict[str, Any]] = field(default_factory=list)
    reported: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Brought:
    """The package whose sheets were changed: its id and salt name the rows that were added; who made it."""

    package: str
    salt: str
    sender: str


def propose(recorder: Recorder, visible: Visible, brought: Brought) -> Corrections:
    """Write a proposal for every change that may be one.

    The same file again proposes nothing: a proposal that is known here, open or closed, is not written anew.
    """
    return _Proposing(recorder, visible, brought).run()


class _Proposing:
    def __init__(self, recorder: Recorder, visible: Visible, brought: Brought) -> None:
        self.recorder, self.visible, self.brought = recorder, visible, brought
        self.connection = recorder.session.connection()
        # The package may just have brought the office whose rows it shows.
        recorder.store.history.offices = load_offices(self.connection)
        self.columns = {(one.entity, one.field): one for sheet in layout.sheets() for one in sheet.columns}
        self.done = Corrections()

    def run(self) -> Corrections:
        """Cells, then rows that were added, then those that are missing."""
        self.recorder.store.load({one.row for one in self.visible.changed})
        for one in self.visible.changed:
            self._cell(one)
        equal: dict[str, int] = {}
        for added in self.visible.added:
            self._row(added, equal)
        for entity, row in self.visible.missing:
            self._report(row, entity_label(entity), None, None, row[-6:], None, words.MISSING)
        return self.done

    # Cells

    def _cell(self, one: ChangedCell) -> None:
        try:
            value = self._cell_value(one)
        except Refused as refused:
            why = problem_text(refused.problems[0])
            self._report(one.row, one.sheet, one.cell, one.field, one.base, one.written, why, one.entity)
            return
        if value == one.base:
            return
        name = key_id(canonical_text([one.row, one.field, list(one.heads), one.salt, value]))
        if not self._known(name):
            stream = self.recorder.store.history.book(one.row).stream or ""
            target = Target(stream, one.entity, one.row)
            self.recorder.write(target, "propose", {one.field: value}, proposal=name)
            self._tell(name, one.row, one.sheet, one.cell, one.field, one.base, value, one.entity)

    def _cell_value(self, one: ChangedCell) -> Json:
        """What the cell says now. Raises `Refused` with why it cannot be proposed."""
        book = self.recorder.store.history.book(one.row)
        if book.entity != one.entity or book.stream is None:
            raise refuse(one.field, "correction_not_here")
        if not self._may_write(book.stream):
            raise refuse(one.field, "correction_read_only")
        if entities()[one.entity].__append_only__:
            raise refuse(one.field, "correction_of_fact")
        if one.written is None:
            return None
        return self._value(self.columns[one.entity, one.field], one.written, book.stream)

    def _value(self, column: FieldColumn, text: str, stream: str) -> Json:
        """A typed text as the records keep it. Raises `Refused`."""
        if column.field in NAMED_FIELDS:
            return _named(self.connection, column.field, text, stream)
        if column.field == FLAGS:
            return " ".join(_choice(column, part) for part in text.split(",") if part.strip()) or None
        if column.choices:
            chosen = _choice(column, text)
            return {"true": True, "false": False}.get(chosen, chosen)
        if column.field in _READERS:
            return _READERS[column.field](text, column.field)
        if column.look is Look.DATE:
            return parse_date(text, column.field, partial=column.partial)
        if column.field in _DECIMALS:
            return parse_decimal(text.replace(".", ","), column.field)
        if isinstance(table_of(column.entity).columns[column.field].type, BigInteger):
            return parse_money(text, column.field) if column.field in _MONEY else parse_count(text, column.field)
        return nfc(text) or None

    # Rows

    def _row(self, one: AddedRow, equal: dict[str, int]) -> None:
        cell, shown = f"A{one.number}", ", ".join(text for _, text in one.values)[:120]
        if one.entity not in ADDED_ENTITIES:
            self._report(None, one.sheet, cell, None, None, shown, words.ROW_OF_FACT)
            return
        try:
            stream, parent = self._place(one)
            fields = {name: self._value(self.columns[one.entity, name], text, stream) for name, text in one.values}
        except Refused as refused:
            self._report(None, one.sheet, cell, None, None, shown, problem_text(refused.problems[0]))
            return
        if one.entity == "household":
            fields["commune_code"] = stream
        said: Json = [[name, value] for name, value in sorted(fields.items())]
        key = canonical_text([one.entity, parent, said])
        equal[key] = equal.get(key, 0) + 1
        brought = self.brought
        row = key_id(canonical_text([brought.package, one.entity, parent, brought.salt, said, equal[key]]))
        if not self._known(row):
            target = Target(stream, one.entity, row, parent)
            self.recorder.write(target, "propose", fields, proposal=row)
            self._tell(row, parent or row, one.sheet, cell, None, None, shown)

    def _place(self, one: AddedRow) -> tuple[str, str | None]:
        """The stream and the row above a row that was added: a commune's; below a household known by its head."""
        if one.entity == "household":
            code = dict(one.values).get("commune_code") or self.brought.sender
            seen = self.recorder.store.history.offices.visible(self.recorder.author.office)
            if code not in seen or not self._may_write(code):
                raise refuse("", "correction_read_only")
            return code, None
        found = _homes_named(self.connection, one.head or "")
        if len(found) != 1:
            raise refuse("", "correction_whose", head=one.head or "")
        [(row, stream)] = found
        if not self._may_write(stream):
            raise refuse("", "correction_read_only")
        return stream, row

    # Telling

    def _may_write(self, stream: str) -> bool:
        return self.recorder.store.history.offices.may_write(self.recorder.author.office, stream)

    def _known(self, proposal: str) -> bool:
        columns = OPERATIONS.c
        query = select(columns.id).where(columns.name == proposal, columns.name != columns.id).limit(1)
        return self.connection.scalar(query) is not None

    def _tell(
        self, proposal: str, row: str, sheet: str, cell: str, name: str | None, old: Json, new: Json, entity: str = ""
    ) -> None:
        label = field_label(entity, name) if name and entity else ""
        said = {"sheet": sheet, "cell": cell, "field": name, "label": label, "old": old, "new": new, "row": row}
        self.done.proposals.append(said | {"proposal": proposal, "entity": entity})

    def _report(
        self,
        row: str | None,
        sheet: str,
        cell: str | None,
        name: str | None,
        old: Json,
        new: Json,
        why: str,
        entity: str = "",
    ) -> None:
        label = field_label(entity, name) if name and entity else ""
        said = {"sheet": sheet, "cell": cell, "field": name, "label": label, "old": old, "new": new, "row": row}
        self.done.reported.append(said | {"why": why})


def _choice(column: FieldColumn, text: str) -> str:
    """The value a text stands for: the word for it, or the value itself. Raises `Refused`."""
    wanted = fold(text)
    for value, word in column.choices.items():
        if wanted in (fold(word), fold(value)):
            return value
    raise refuse(column.field, "not_in_list", text=text.strip())


def _named(connection: Connection, name: str, text: str, stream: str) -> str:
    """The id of what a text names. Raises `Refused` when nothing or more than one is called so."""
    rows: Iterable[Sequence[Any]]
    if name == "village_id":
        rows = connection.execute(
            select(Area.id, Area.name).where(Area.stream == stream, Area.kind == AreaKind.VILLAGE)
        )
    elif name == "programme_id":
        rows = [
            (row.id, one)
            for row in connection.execute(select(Programme.id, Programme.name, Programme.short_name))
            for one in (row.name, row.short_name)
        ]
    else:
        rows = connection.execute(select(FundSource.id, FundSource.name).where(FundSource.stream == stream))
    found = {row[0] for row in rows if fold(row[1] or "") == fold(text)}
    if len(found) != 1:
        raise refuse(name, "not_in_list", text=text)
    return str(found.pop())


def _homes_named(connection: Connection, head: str) -> list[tuple[str, str]]:
    """The living households of this head as (id, stream); names are compared as they are written."""
    rows = connection.execute(
        select(Household.id, Household.stream).where(Household.head_name == nfc(head), Household.row_out.is_(False))
    )
    return [(row.id, row.stream) for row in rows] if head else []

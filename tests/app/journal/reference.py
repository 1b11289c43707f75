"""What a set of operations says, told a second time straight from the definitions: slow, without any index.

Tests hold the tables and `row_head` of a laptop against it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from functools import cached_property
from typing import Any

from sqlalchemy import ForeignKeyConstraint, select

from app.journal.canonical import Json, canonical_text
from app.journal.operation import KINDS, Operation
from app.journal.store import HEADS, entities, table_of
from models.base import recorded_fields
from models.vocabulary import Owner
from tests.app.journal.world import Laptop


class Reference:
    """The rows that a set of operations makes; `bundled` are ids of rows that came with the program."""

    def __init__(self, operations: list[Operation], bundled: set[str]) -> None:
        self.bundled = bundled
        self.operations = {one.id: one for one in operations}
        self.folded = [one for one in operations if one.kind in KINDS]
        self.versions = Counter(one.row for one in operations)
        self.of_row: dict[str, list[Operation]] = defaultdict(list)
        self.below: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self.folded, key=lambda one: one.id):
            self.of_row[one.row].append(one)
        for row in self.of_row:
            if first := self.first(row):
                self.below[first.parent or ""].append(row)

    def first(self, row: str) -> Operation | None:
        """The create that says where a row belongs."""
        return next((one for one in self.of_row.get(row, ()) if one.kind == "create"), None)

    def is_here(self, row: str | None) -> bool:
        """Whether a row and all above it have begun."""
        if row is None or row in self.bundled:
            return True
        first = self.first(row)
        return first is not None and self.is_here(first.parent)

    def owns(self, office: str, one: Operation) -> bool:
        """Whose word counts for what this operation writes."""
        found = entities().get(one.entity)
        if found is not None and found.__owner__ is Owner.AUTHOR:
            return office in {each.office for each in self.of_row[one.row] if each.kind == "create"}
        return office == one.stream.split("/")[0]

    def erased(self, one: Operation, name: str) -> bool:
        """Whether somebody who may has emptied this field of the operation."""
        rank_and_file = one.kind == "propose" or not self.owns(one.office, one)
        erasing = [by for by in self.of_row[one.row] if by.kind == "erase" and name in by.supersedes.get(one.name, ())]
        return any(rank_and_file or self.owns(by.office, one) for by in erasing)

    def heads(self, row: str, name: str) -> list[Operation]:
        """The operations that no other, which may, supersedes; oldest first."""
        found = []
        for one in self.of_row[row]:
            if one.kind != "create" and name not in one.digests:
                continue
            rank_and_file = one.kind == "propose" or not self.owns(one.office, one)
            gone = any(
                name in by.supersedes.get(one.name, ()) and (rank_and_file or self.owns(by.office, one))
                for by in self.of_row[row]
            )
            if not gone:
                found.append(one)
        return sorted(found, key=lambda one: (one.time, one.id))

    def base(self, row: str, name: str) -> list[Operation]:
        """The heads that may be the value: the owner's if there are any, else all but proposals."""
        votes = [one for one in self.heads(row, name) if one.kind != "propose"]
        owners = [one for one in votes if self.owns(one.office, one)] or votes
        return [one for one in owners if name in one.values] or owners

    def value(self, row: str, name: str) -> Json:
        """What a field shows."""
        base = self.base(row, name)
        return base[-1].value(name) if base else None

    def conflict(self, row: str, name: str) -> bool:
        """Whether owners differ."""
        return len({canonical_text(one.value(name)) for one in self.base(row, name)}) > 1

    def proposals(self, row: str, name: str) -> set[tuple[str, str]]:
        """What waits for the owner: all other heads with another value."""
        base = self.base(row, name)
        shown = self.value(row, name)
        heads = [one for one in self.heads(row, name) if one not in base and name in one.values]
        return {(one.name, canonical_text(one.value(name))) for one in heads if one.value(name) != shown}

    def names(self, row: str) -> set[str]:
        """The fields that operations of a row speak of."""
        return {name for one in self.of_row[row] for name in one.digests}

    def is_out(self, row: str) -> bool:
        """Deleted, by someone who saw all there is."""
        if not self.value(row, "deleted"):
            return False
        shown = [one for one in self.base(row, "deleted") if one.value("deleted")]
        seen = {about for one in shown for about in one.about} | {one.id for one in shown}
        return not self.unseen(row, seen)

    def unseen(self, row: str, seen: set[str]) -> bool:
        """A head of the row, or of a row below that is not out itself, that is not among those seen."""
        names = (self.names(row) | {"*"}) - {"deleted"}
        if any(one.id not in seen for name in names for one in self.heads(row, name)):
            return True
        return any(self.unseen(child, seen) for child in self.below.get(row, ()) if not self.is_out(child))

    def table_row(self, row: str) -> tuple[str, dict[str, Any]] | None:
        """The entity and the row as its table must hold it; None while it has not begun, or is of a newer version."""
        first = self.first(row)
        if first is None or not self.is_here(row) or first.entity not in entities():
            return None
        entity = entities()[first.entity]
        values: dict[str, Any] = {name: self.value(row, name) for name in recorded_fields(entity)}
        for column, target in references(first.entity):
            if values.get(column) is not None and not self._stands(values[column], target):
                values[column] = None
        if entity.__parent__:
            values[entity.__parent__] = first.parent and self.shown_as(first.parent)
        out = self.is_out(row)
        flagged = not out and bool(self.value(row, "deleted") or self.conflict(row, "deleted"))
        own = {"id": row, "stream": first.stream, "version": self.versions[row], "row_flagged": flagged}
        out = out or self._out_above(first.parent) or self.shown_as(row) != row
        return first.entity, values | own | {"row_out": out}

    def shown_as(self, row: str) -> str:
        """Of the households of one stream joined by `alias_of`, either way, the smallest id on the list."""
        joined, reached = {row}, [row]
        while reached:
            near = [*self._aliases.get(reached[0], ()), *(one for one, of in self._aliases.items() if reached[0] in of)]
            reached = reached[1:] + [one for one in near if one not in joined]
            joined.update(near)
        return min(joined, key=lambda one: (len(joined) > 1 and self.is_out(one), one))

    @cached_property
    def _aliases(self) -> dict[str, list[str]]:
        """Household -> the one it is said to be."""
        homes = [row for row in self.of_row if (first := self.first(row)) and first.entity == "household"]
        homes = [row for row in homes if self.is_here(row)]
        found: dict[str, list[str]] = defaultdict(list)
        for row in homes:
            other = self.value(row, "alias_of")
            if other in homes and other != row and self._stream(str(other)) == self._stream(row):
                found[row].append(str(other))
        return found

    def _stream(self, row: str) -> str:
        first = self.first(row)
        return first.stream if first else ""

    def _stands(self, row: str, entity_table: str) -> bool:
        first = self.first(row)
        if first is None:
            return row in self.bundled
        return self.is_here(row) and first.entity in entities() and table_of(first.entity).name == entity_table

    def _out_above(self, row: str | None) -> bool:
        if row is None or (first := self.first(row)) is None:
            return False
        return self.is_out(row) or self._out_above(first.parent)


def references(entity: str) -> list[tuple[str, str]]:
    """Columns that name other rows, with the table they name; the parent apart."""
    parent = entities()[entity].__parent__
    keys = [one for one in table_of(entity).constraints if isinstance(one, ForeignKeyConstraint)]
    return [(key.column_keys[0], key.referred_table.name) for key in keys if key.column_keys[0] != parent]


def check(laptop: Laptop) -> Reference:
    """Hold a laptop's tables and heads against the definitions."""
    operations = laptop.operations()
    with laptop.connection() as connection:
        tables = {entity: table_of(entity) for entity in entities()}
        bundled: set[str] = set()
        held: dict[str, tuple[str, dict[str, Any]]] = {}
        for entity, table in tables.items():
            for each in connection.execute(select(table)).mappings():
                if each["stream"]:
                    held[each["id"]] = entity, dict(each)
                else:
                    bundled.add(each["id"])
        heads = {row.row_id: row for row in connection.execute(select(HEADS))}
    reference = Reference(operations, bundled)
    told = {row: found for row in reference.of_row if (found := reference.table_row(row))}
    assert held == told, "the tables are the fold of the journal"
    for row, index in heads.items():
        check_heads(reference, row, index)
    return reference


def check_heads(reference: Reference, row: str, index: Any) -> None:
    kept = json.loads(index.heads)
    assert all(ids != kept["*"] for name, ids in kept.items() if name != "*"), "a field is listed only where it differs"
    first = reference.first(row)
    assert (index.entity, index.stream) == ((first.entity, first.stream) if first else (None, None))
    if first is None:
        return
    for name in reference.names(row) | {"*"}:
        assert kept.get(name, kept["*"]) == sorted(one.id for one in reference.heads(row, name)), "row_head"
    waits = any(reference.conflict(row, name) or reference.proposals(row, name) for name in reference.names(row))
    flagged = bool(reference.value(row, "deleted")) and not reference.is_out(row)
    assert bool(index.undecided) == (reference.is_here(row) and (waits or flagged)), "undecided"

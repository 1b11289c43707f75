"""The fold: domain tables from operations. Applies what was received and rebuilds everything; writes no operation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Connection,
    ForeignKeyConstraint,
    String,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.sql.elements import BindParameter

from app.journal.bulk import among, insert_rows
from app.journal.canonical import Json
from app.journal.heads import Folded
from app.journal.joined import HOUSEHOLD, groups_of, joined_with, keep_groups, pointing_at, shown_households
from app.journal.operation import is_id
from app.journal.store import HEADS, Store, entities, fields_of, table_of
from models.base import RowId, recorded_fields
from models.everything import METADATA

WAITING = METADATA.tables["waiting_reference"]


@dataclass(frozen=True)
class RowChanges:
    """What a fold did to the tables: ids by table name, and how many folded rows stayed as they were."""

    new: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    changed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    same: int = 0

    def joined(self, later: RowChanges) -> RowChanges:
        """Both folds together; a row that was new in the first stays new."""
        joined = RowChanges(same=self.same + later.same)
        for part in (self, later):
            for table, ids in part.new.items():
                joined.new[table] |= ids
        for part in (self, later):
            for table, ids in part.changed.items():
                joined.changed[table] |= ids - joined.new[table]
        return joined

    def tables(self) -> set[str]:
        """The tables that were touched."""
        return {name for name, ids in [*self.new.items(), *self.changed.items()] if ids}

    def ids(self) -> set[str]:
        """The rows that are new or changed."""
        return {one for ids in [*self.new.values(), *self.changed.values()] for one in ids}


def fold_newly_possible(connection: Connection) -> None:
    """Fold what waited for rows that came with a newer program: rows below them, and references to them."""
    begun = select(HEADS.c.row_id).where(HEADS.c.entity.is_not(None))
    below = select(HEADS.c.row_id).where(HEADS.c.parent_id.is_not(None), HEADS.c.parent_id.not_in(begun))
    waiting = {*connection.execute(below).scalars(), *connection.execute(select(WAITING.c.row_id)).scalars()}
    fold_rows(Store(connection), waiting)


def fold_rows(store: Store, rows: Iterable[str]) -> RowChanges:
    """Fold these rows, and those above and below whom their fate touches, into the tables."""
    round_ = _Round(store)
    round_.take(rows)
    while waiting := round_.rows_named_by_newcomers() or round_.rows_joined_or_parted():
        round_.take(waiting)
    return round_.write()


class _Round:
    """One fold: what the rows are to become, compared with what stands in the tables."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.folded: dict[str, Folded] = {}
        self.out: dict[str, bool] = {}
        self.standing: dict[str, dict[str, Any]] = {}
        self._asked: set[str] = set()
        self._sought: set[str] = set()
        self._regrouped: set[str] = set()
        self._hidden: set[str] = set()

    def take(self, rows: Iterable[str]) -> None:
        """Fold rows; go down where a row appeared or changed sides, up where a deletion above may meet it."""
        queue = set(rows) - self.folded.keys()
        while queue:
            self._load_with_parents(queue)
            fresh = {row: found for row in queue if (found := self.store.history.fold(row))}
            self._load_standing(fresh)
            self._hidden |= _shown_as_others(self.store.connection, fresh)
            self.folded |= fresh
            self.out |= {row: self._is_out(row) for row in fresh}
            queue = {one for row, found in fresh.items() for one in self._met(row, found)} - self.folded.keys()

    def _met(self, row: str, found: Folded) -> set[str]:
        """The rows whose fate hangs on this one: below when it appeared or changed sides, above when deleted."""
        standing = self.standing.get(row)
        # A household shown as another stands as one that is out, whether it is out itself or not.
        moved = standing is None or row in self._hidden or bool(standing["row_out"]) != self.out[row]
        below = set(self.store.history.book(row).children) if moved else set()
        return below | self._deleted_above(found.parent)

    def _load_with_parents(self, rows: Iterable[str]) -> None:
        level = set(rows)
        books = self.store.history.books
        while level:
            self.store.load(level)
            level = {parent for row in level if (parent := books[row].parent) and parent not in books}

    def _is_out(self, row: str | None) -> bool:
        history = self.store.history
        while row is not None:
            book = history.book(row)
            if history.gone(book)[0]:
                return True
            row = book.parent
        return False

    def _deleted_above(self, parent: str | None) -> set[str]:
        history, found = self.store.history, set()
        while parent is not None:
            book = history.book(parent)
            if book.speaks_of_deletion():
                found.add(parent)
            parent = book.parent
        return found

    def _load_standing(self, fresh: dict[str, Folded]) -> None:
        by_entity: dict[str, list[str]] = defaultdict(list)
        for row, found in fresh.items():
            if row not in self._asked and found.entity in entities():
                by_entity[found.entity].append(row)
        for entity, ids in by_entity.items():
            table = table_of(entity)
            self._asked.update(ids)
            standing = select(table).where(among(self.store.connection, table.c.id, ids))
            rows = self.store.connection.execute(standing).mappings()
            self.standing |= {one["id"]: dict(one) for one in rows}

    def rows_named_by_newcomers(self) -> set[str]:
        """Rows whose reference was empty because its target had not come, and now has."""
        newcomers = [row for row, found in self.folded.items() if row not in self.standing]
        named = among(self.store.connection, WAITING.c.target_id, newcomers)
        waiting = set(self.store.connection.execute(select(WAITING.c.row_id).where(named)).scalars())
        self.store.connection.execute(delete(WAITING).where(named))
        return waiting - set(self.folded)

    def rows_joined_or_parted(self) -> set[str]:
        """What a word on households being one touches: the rest of their group, then the rows below who moved."""
        connection = self.store.connection
        homes = {row: found for row, found in self.folded.items() if found.entity == HOUSEHOLD}
        named = {row: one for row, found in homes.items() if isinstance(one := found.values.get("alias_of"), str)}
        standing = shown_households(connection, homes)
        switched = self._of_another_stream(homes)
        if not named and not standing and not switched:
            return set()
        group = joined_with(connection, standing)
        pointing = pointing_at(connection, switched)
        missing = {one for one in (*group, *named.values(), *pointing) if is_id(one)} - homes.keys() - self._sought
        if missing:
            self._sought |= missing
            return missing
        groups = groups_of(homes, standing, self.out.__getitem__)
        moved = {row for row in (*standing, *groups) if standing.get(row, row) != groups.get(row, row)}
        if standing != groups:
            keep_groups(connection, group, groups)
            self._regrouped |= {*standing.values(), *groups.values()}
        below = {child for row in moved for child in self.store.history.book(row).children}
        return below - self.folded.keys()

    def _of_another_stream(self, homes: Iterable[str]) -> list[str]:
        """Rows that two offices began, of which the create that counts has only come now."""
        return [
            row for row in homes if row in self.standing and self.standing[row]["stream"] != self.folded[row].stream
        ]

    def write(self) -> RowChanges:
        """Put the folded rows into the tables."""
        known = {row: found for row, found in self.folded.items() if found.entity in entities()}
        shown = self._shown(known)
        values = {row: self._values(row, found, shown) for row, found in known.items()}
        self._empty_absent_references(known, values)
        changes, same = RowChanges(), 0
        by_entity: dict[str, list[str]] = defaultdict(list)
        for row in sorted(known):
            by_entity[known[row].entity].append(row)
        for entity in sorted(by_entity, key=_place_of):
            table, ids = table_of(entity), by_entity[entity]
            new = [row for row in ids if row not in self.standing]
            old = [row for row in ids if row in self.standing]
            changed = [row for row in old if values[row] != self.standing[row] or row in self._regrouped]
            same += len(old) - len(changed)
            changes.new[table.name].update(new)
            changes.changed[table.name].update(changed)
            insert_rows(self.store.connection, table, [values[row] for row in new])
            self._update(table, [values[row] for row in changed])
        self._mark_open()
        return RowChanges(changes.new, changes.changed, same)

    def _shown(self, known: dict[str, Folded]) -> dict[str, str]:
        """Of the households these rows are, or hang on, those that are shown as another."""
        homes = {row for row, found in known.items() if found.entity == HOUSEHOLD}
        homes |= {one.parent for one in known.values() if one.parent and _table_above(one.entity) == HOUSEHOLD}
        found = shown_households(self.store.connection, homes)
        return {row: shown for row, shown in found.items() if shown != row}

    def _values(self, row: str, found: Folded, shown: dict[str, str]) -> dict[str, Any]:
        entity = entities()[found.entity]
        fits = _fitting(found.entity)
        values: dict[str, Any] = {
            name: value if (value := found.values.get(name)) is not None and fits[name](value) else None
            for name in recorded_fields(entity)
        }
        if entity.__parent__:
            above = shown.get(found.parent or "", found.parent)
            values[entity.__parent__] = above if self._fits_above(found) else None
        return values | {
            "id": row,
            "stream": found.stream,
            "version": found.version,
            "row_out": self.out[row] or row in shown,
            "row_flagged": found.flagged,
        }

    def _fits_above(self, found: Folded) -> bool:
        """Whether the row above is of the kind this one hangs on; another program may have written anything."""
        above = self.store.history.book(found.parent).entity if found.parent else None
        return above is None or (above in entities() and table_of(above).name == _table_above(found.entity))

    def _empty_absent_references(self, known: dict[str, Folded], values: dict[str, dict[str, Any]]) -> None:
        connection = self.store.connection
        connection.execute(delete(WAITING).where(among(connection, WAITING.c.row_id, known)))
        wanted: dict[Table, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
        for row, found in known.items():
            for column, target in _references(found.entity):
                if value := values[row][column]:
                    wanted[target][value].append((row, column))
        for target, by_id in wanted.items():
            absent = {one for one in by_id if one not in known or table_of(known[one].entity) is not target}
            here = select(target.c.id).where(among(connection, target.c.id, absent))
            absent -= set(connection.execute(here).scalars())
            for target_id in sorted(absent):
                for row, column in by_id[target_id]:
                    values[row][column] = None
                waiting = [
                    {"target_id": target_id, "row_id": row} for row in sorted({row for row, _ in by_id[target_id]})
                ]
                connection.execute(insert(WAITING), waiting)

    def _update(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            binds: dict[str, BindParameter[Any]] = {name: bindparam(f"b_{name}") for name in rows[0] if name != "id"}
            statement = update(table).where(table.c.id == bindparam("b_id")).values(binds)
            self.store.connection.execute(statement, [{f"b_{name}": one[name] for name in one} for one in rows])

    def _mark_open(self) -> None:
        opened = {row: bool(found.open_fields) or found.flagged for row, found in self.folded.items()}
        connection = self.store.connection
        was = select(HEADS.c.row_id, HEADS.c.undecided).where(among(connection, HEADS.c.row_id, opened))
        before = connection.execute(was).all()
        self.store.mark_open({row: opened[row] for row, was_open in before if bool(was_open) != opened[row]})


def _shown_as_others(connection: Connection, rows: Mapping[str, Folded]) -> set[str]:
    """The households among these rows that are shown as another one."""
    homes = [row for row, found in rows.items() if found.entity == HOUSEHOLD]
    return {row for row, shown in shown_households(connection, homes).items() if shown != row}


@cache
def _place_of(entity: str) -> int:
    """Tables that others refer to come first: while a key waits for its row, SQLite looks through whole tables."""
    return METADATA.sorted_tables.index(table_of(entity))


@cache
def _fitting(entity: str) -> dict[str, Callable[[Json], bool]]:
    """Whether a value can stand in a column: what cannot is shown as empty and stays in the journal."""
    columns = table_of(entity).columns
    return {name: _FITS[type(columns[name].type)] for name in fields_of(entity)}


_FITS: dict[type, Callable[[Json], bool]] = {
    String: lambda value: isinstance(value, str),
    Boolean: lambda value: isinstance(value, bool),
    BigInteger: lambda value: isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63,
    RowId: lambda value: isinstance(value, str) and is_id(value),
}


@cache
def _table_above(entity: str) -> str | None:
    """The name of the table of the rows that rows of this entity hang on."""
    parent = entities()[entity].__parent__
    if parent is None:
        return None
    (key,) = table_of(entity).c[parent].foreign_keys
    return key.column.table.name


@cache
def _references(entity: str) -> list[tuple[str, Table]]:
    """The columns of an entity that name another row (the parent apart), with the table they name."""
    table, parent = table_of(entity), entities()[entity].__parent__
    found = []
    for constraint in table.constraints:
        if isinstance(constraint, ForeignKeyConstraint):
            (column,) = constraint.columns
            if column.name != parent and column.name in fields_of(entity):
                found.append((column.name, constraint.referred_table))
    return found

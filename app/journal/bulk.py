"""Rows by the thousand, new or asked for: one statement, and nothing of SQLAlchemy for each row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    String,
    Table,
    TypeDecorator,
    bindparam,
    func,
    insert,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeEngine

_FEW = 50


def insert_rows(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows of one table; a column that a row does not name is empty in it, one that none names stands out."""
    dialect = connection.dialect
    names = set().union(*rows)
    if len(rows) < _FEW or not dialect.positional:
        if rows:
            connection.execute(insert(table), [{name: row.get(name) for name in names} for row in rows])
        return
    prepared = insert(table).compile(dialect=dialect, column_keys=sorted(names))
    columns = []
    for name in prepared.positiontup or ():
        kept = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
        values = [row.get(name) for row in rows]
        columns.append([kept(value) for value in values] if kept else values)
    connection.exec_driver_sql(str(prepared), list(zip(*columns, strict=True)))


def among(
    connection: Connection, column: ColumnElement[Any] | InstrumentedAttribute[Any], values: Iterable[str]
) -> ColumnElement[bool]:
    """Whether a column holds one of these texts or ids, however many: on SQLite they go in as one parameter."""
    found = list(values)
    if connection.dialect.name != "sqlite":
        return column.in_(found)
    listed = func.json_each(bindparam(None, found, _Listed(column.type), unique=True)).table_valued("value")
    return column.in_(select(listed.c.value))


class _Listed(TypeDecorator[Sequence[str]]):
    """Values of a column as one JSON text, each as the column keeps it."""

    impl = String
    cache_ok = True

    def __init__(self, kept: TypeEngine[Any]) -> None:
        super().__init__()
        self.kept = kept

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str:
        """The text of a list; ids without their strokes where the database keeps them so."""
        keep = self.kept.dialect_impl(dialect).bind_processor(dialect)
        return json.dumps([keep(one) for one in value or ()] if keep else value)

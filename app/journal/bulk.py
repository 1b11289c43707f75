"""New rows by the thousand: one prepared statement, one pass over each column, nothing of SQLAlchemy for each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert

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

"""The records as they were known at an earlier moment: a copy in memory whose journal ends there, folded anew.

An operation was known when it was written here, or when it came with a package; what follows an operation of this
laptop in the file came after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    MetaData,
    Select,
    Table,
    create_engine,
    delete,
    func,
    literal_column,
    select,
)
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from app.journal.rebuilding import rebuild
from app.journal.store import HEADS, OPERATIONS, entities, table_of

#: How an office was set up is no figure: it stays as it is.
SET_UP = ("office", "office_name", "signer", "app_user", "device", "area", "peer")
_LAST_ROW = 2**62


@contextmanager
def copy_in_memory(engine: Engine) -> Iterator[Session]:
    """A session on a copy of the whole file that nobody else sees and that goes when the block ends."""
    memory = driver.connect(":memory:", isolation_level=None, check_same_thread=False)
    with engine.connect() as connection:
        connection.connection.driver_connection.backup(memory)  # type: ignore[union-attr]
    copy = create_engine("sqlite+pysqlite://", module=driver, creator=lambda: memory, poolclass=StaticPool)
    try:
        with Session(copy) as session:
            yield session
    finally:
        copy.dispose()
        memory.close()


def forget_after(connection: Connection, ms: int, device: str) -> bool:
    """Take away what was not known yet at a moment (ms) on this laptop; tells whether anything was. Folds anew."""
    columns = OPERATIONS.c
    place: ColumnElement[int] = literal_column("operation.rowid")
    own_later = select(func.min(place)).select_from(OPERATIONS).where(columns.device == device, columns.ms > ms)
    first = connection.scalar(own_later) or _LAST_ROW
    later = (columns.ms > ms) | (place >= first)
    set_up = select(HEADS.c.row_id).where(HEADS.c.entity.in_(SET_UP))
    later = later & columns.row_id.not_in(set_up)
    if not connection.scalar(select(func.count()).select_from(OPERATIONS).where(later)):
        return False
    gone = _kept_aside(connection, select(columns.row_id).where(later, columns.kind == "create").distinct())
    for entity in entities():  # what a rebuild does not find in the journal it takes for bundled and leaves
        table = table_of(entity)
        connection.execute(delete(table).where(table.c.id.in_(gone)))
    connection.execute(delete(OPERATIONS).where(later))
    rebuild(connection)
    return True


def _kept_aside(connection: Connection, ids: Select[Any]) -> Select[Any]:
    """The ids of a question asked once: of a journal of millions it would be read anew for each table."""
    aside = Table(
        "forgotten",
        MetaData(),
        Column("row_id", OPERATIONS.c.row_id.type, primary_key=True),
        prefixes=["TEMPORARY"],
    )
    aside.create(connection)
    connection.execute(aside.insert().from_select(["row_id"], ids))
    return select(aside.c.row_id)

"""The database file: engine, integrity, faults. What only SQLite knows lives here, in `app.backup` and in search."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache

from app.problems import Trouble

FILE_NAME = "mai-am.db"
BUSY_MS = 15_000
_STATEMENTS_KEPT = 2_000


class OneDialect(SQLiteDialect_pysqlite):
    """All files of a process speak alike: a statement compiled for one of them serves the next one opened too."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


#: Compiling takes longer than asking: the statements used last, of all files together.
_compiled: LRUCache[Any, Any] = LRUCache(_STATEMENTS_KEPT)
registry.register("sqlite.one", __name__, OneDialect.__name__)


def open_engine(path: Path) -> Engine:
    """An engine on one file, every connection set up for safety: WAL, synchronous FULL, foreign keys on.

    What it says of a fault names no values: they are people's, and faults are written into the log.
    """

    def connect() -> Any:
        connection = driver.connect(str(path), isolation_level=None, check_same_thread=False)
        for pragma in (
            "foreign_keys = ON",
            "journal_mode = WAL",
            "synchronous = FULL",
            f"busy_timeout = {BUSY_MS}",
            "trusted_schema = OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite+one://", module=driver, creator=connect, poolclass=QueuePool, hide_parameters=True)
    engine.update_execution_options(compiled_cache=_compiled)
    event.listen(engine, "begin", _begin)
    return engine


def overwrite_freed(connection: Connection) -> None:
    """From now on this connection leaves nothing of what it deletes in the pages of the file that become free."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")


@contextmanager
def much_to_write(engine: Engine) -> Iterator[None]:
    """While this lasts more of the file is held at hand, and what was committed goes into the file itself less often.

    One package after the other writes thousands of rows at places all over a file of gigabytes.
    """
    engine.update_execution_options(much=True)
    try:
        yield
    finally:
        engine.update_execution_options(much=False)
        engine.dispose()


#: KiB of pages in memory, and pages of 4 KiB that wait beside the file.
_MUCH = ("cache_size = -32000", "wal_autocheckpoint = 16000")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return  # within a transaction its view of the file would never change
    for pragma in _MUCH if options.get("much", False) else ():
        connection.exec_driver_sql(f"PRAGMA {pragma}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writing", False) else "BEGIN")


_FAULTS = (
    ("disk is full", "disk_full"),
    ("disk i/o error", "disk_full"),
    ("database is locked", "database_busy"),
    ("malformed", "database_damaged"),
    ("not a database", "database_damaged"),
    ("unable to open", "cannot_write"),
    ("readonly", "cannot_write"),
)


@contextmanager
def faults_told(name: str) -> Iterator[None]:
    """Turn the world's faults under SQLite into a `Trouble`; a fault of ours stays what it is."""
    try:
        yield
    except (DatabaseError, driver.DatabaseError) as error:
        text = str(getattr(error, "orig", error)).lower()
        for sign, code in _FAULTS:
            if sign in text:
                raise Trouble(code, name=name) from error
        raise


def integrity_problems(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with the file; empty when it is sound."""
    try:
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    except OperationalError as error:
        return [str(error.orig)]
    return [] if found == ["ok"] else found


def foreign_key_problems(connection: Connection) -> int:
    """How many rows name a row that is not there."""
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())


def data_version(connection: Connection) -> int:
    """A number that changes when another process has committed to the file."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

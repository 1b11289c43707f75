"""A backup that opens with a password only: one encrypted file that carries the photos and sent files within."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from app.backup_proof import Figures, read_figures
from app.pictures import PictureCount
from app.problems import Trouble
from app.progress import Progress

_PACKED = "packed_file"


def lock_copy(
    plain: Path, target: Path, password: str, packed: Mapping[str, Sequence[Path]], progress: Progress | None = None
) -> PictureCount:
    """Write a plain database encrypted into `target`, with the files of the stores named (name of store: names in it).

    Each file is compared with its name first; those missing or damaged are counted and left out.
    """
    counted = PictureCount()
    with contextlib.closing(driver.connect(str(plain), isolation_level=None)) as connection:
        connection.execute("ATTACH DATABASE ? AS safe KEY ?", (str(target), password))
        connection.execute("SELECT sqlcipher_export('safe')")
        connection.execute(f"CREATE TABLE safe.{_PACKED} (store TEXT, name TEXT, data BLOB, PRIMARY KEY (store, name))")
        connection.execute("BEGIN")
        for store, files in packed.items():
            counted = _added(counted, _pack(connection, store, files, progress))
        connection.execute("COMMIT")
        connection.execute("DETACH DATABASE safe")
    return counted


def _pack(connection: driver.Connection, store: str, files: Sequence[Path], progress: Progress | None) -> PictureCount:
    here = missing = damaged = 0
    for place, file in enumerate(files):
        if progress is not None:
            progress.step(place, len(files))
        data = file.read_bytes() if file.is_file() else None
        if data is None:
            missing += 1
        elif hashlib.sha256(data).hexdigest() != file.stem:
            damaged += 1
        else:
            here += 1
            name = f"{file.parent.name}/{file.name}"
            connection.execute(f"INSERT INTO safe.{_PACKED} VALUES (?, ?, ?)", (store, name, data))  # noqa: S608
    return PictureCount(here, missing, damaged)


def _added(one: PictureCount, other: PictureCount) -> PictureCount:
    return PictureCount(one.here + other.here, one.missing + other.missing, one.damaged + other.damaged)


def open_locked(file: Path, password: str) -> driver.Connection:
    """A connection to a locked backup. Raises `Trouble` for a wrong password (or a damaged file)."""
    connection = driver.connect(str(file), isolation_level=None)
    escaped = password.replace("'", "''")
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # the officer is told by us, not by the library as well
        connection.execute(f"PRAGMA key = '{escaped}'")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.DatabaseError as error:
        connection.close()
        raise Trouble("backup_wrong_password", name=file.name) from error
    return connection


def prove_locked(file: Path, password: str) -> tuple[Figures, int]:
    """Open a locked backup as restoring does, read all of it; its figures and how many packed files are right."""
    with contextlib.closing(open_locked(file, password)) as connection:
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise Trouble("backup_damaged", name=file.name)
        right = sum(
            hashlib.sha256(data).hexdigest() == Path(name).stem
            for name, data in connection.execute(f"SELECT name, data FROM {_PACKED}")  # noqa: S608
        )
        figures = read_figures(connection)
    figures.rows.pop(_PACKED, None)
    return figures, right


def unlock_copy(file: Path, password: str, part: Path) -> None:
    """Write a locked backup as a plain database, without its packed files. Raises `Trouble`."""
    with contextlib.closing(open_locked(file, password)) as connection:
        try:
            connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(part),))
            connection.execute("SELECT sqlcipher_export('plain')")
            connection.execute(f"DROP TABLE plain.{_PACKED}")
            connection.execute("DETACH DATABASE plain")
        except driver.DatabaseError as error:
            raise Trouble("backup_damaged", name=file.name) from error


def unpack_files(file: Path, password: str, stores: Mapping[str, Path]) -> None:
    """Write the packed files of a locked backup into their folders; a name that leads elsewhere is left out."""
    with contextlib.closing(open_locked(file, password)) as connection:
        for store, name, data in connection.execute(f"SELECT store, name, data FROM {_PACKED}"):  # noqa: S608
            _unpack(stores.get(store), name, data)


def _unpack(store: Path | None, name: str, data: bytes) -> None:
    digest = hashlib.sha256(data).hexdigest()
    ending = Path(name).suffix
    if store is None or name != f"{digest[:2]}/{digest}{ending}" or not ending.isascii():
        return
    new = store / name
    new.parent.mkdir(parents=True, exist_ok=True)
    new.write_bytes(data)

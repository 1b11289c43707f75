"""Copies of the database that are proved before they count: daily, before upgrades, on demand.

The photos lie beside the copies, each once for all of them (`app.pictures`).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine

from app.kept_files import BESIDE as REPORTS_BESIDE
from app.kept_files import FOLDER as REPORTS
from app.kept_files import carry_kept
from app.pictures import BESIDE, PictureCount, carry_pictures, count_pictures, recorded_contents
from app.pictures import FOLDER as PHOTOS
from app.problems import Trouble

FOLDER = "backups"
KEPT = 14


def before_first_change(engine: Engine, folder: Path) -> bool:
    """A verified backup before the first change of the day; later changes of the day cost one look at the folder.

    Returns whether one was made.
    """
    target = folder / FOLDER / f"{dt.datetime.now().astimezone():%Y-%m-%d}.db"
    if target.exists() or not _holds_anything(engine):
        return False
    write_backup(engine, target, folder)
    _prune(target.parent)
    return True


def before_risk(engine: Engine, folder: Path) -> None:
    """A verified backup of a file that is about to be upgraded, imported into or restored over; the day's own does."""
    if before_first_change(engine, folder):
        return
    target = folder / FOLDER / f"{dt.datetime.now().astimezone():%Y-%m-%d-%H%M%S}.db"
    write_backup(engine, target, folder)
    _prune(target.parent)


def write_backup(engine: Engine, target: Path, folder: Path | None = None) -> None:
    """Copy the database while it is in use, verify the copy, then give it its name. Raises `Trouble`.

    The photos of the data folder `folder` are put beside it; without one the database alone is copied.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        contents = _copy(engine, part)
        if folder is not None:
            carry_pictures([folder / PHOTOS], target.parent / BESIDE, contents)
            carry_kept(folder / REPORTS, target.parent / REPORTS_BESIDE)
        part.replace(target)
    except (OSError, driver.DatabaseError) as error:
        _throw_away(part)
        full = getattr(error, "errno", None) == errno.ENOSPC or "full" in str(error) or "i/o" in str(error).lower()
        raise Trouble("disk_full" if full else "cannot_write", name=target.name) from error
    except Trouble:
        _throw_away(part)
        raise


def _throw_away(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)


def check_backup(file: Path) -> PictureCount:
    """Prove a backup: the database is sound, every photo beside it is compared with its name.

    Photos that are missing or damaged are counted. Raises `Trouble` for a database that cannot be used.
    """
    if not file.is_file():
        raise Trouble("file_missing", name=file.name)
    try:
        with contextlib.closing(open_backup(file)) as connection:
            if [row[0] for row in connection.execute("PRAGMA integrity_check")] != ["ok"]:
                raise Trouble("backup_damaged", name=file.name)
            contents = recorded_contents(connection)
    except driver.DatabaseError as error:
        raise Trouble("backup_damaged", name=file.name) from error
    return count_pictures(picture_folders(file), contents)


def open_backup(file: Path) -> driver.Connection:
    """A connection that only reads."""
    return driver.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


def picture_folders(file: Path) -> list[Path]:
    """Where the photos of a backup may lie: beside it, or in the data folder whose copy it is part of."""
    return [file.parent / BESIDE, file.parent / PHOTOS]


def last_backup(folder: Path) -> dt.datetime | None:
    """When the newest backup in a data folder was written (UTC); None where there is none."""
    times = [one.stat().st_mtime for one in (folder / FOLDER).glob("*.db")]
    return dt.datetime.fromtimestamp(max(times), dt.UTC) if times else None


def _copy(engine: Engine, part: Path) -> list[str]:
    """Copy and prove; the contents of the photos that the copy records."""
    with engine.connect() as connection:
        source = connection.connection.driver_connection
        if source is None:
            raise RuntimeError("no connection to copy from")
        with contextlib.closing(driver.connect(str(part), isolation_level=None)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            if [row[0] for row in copy.execute("PRAGMA integrity_check")] != ["ok"]:
                raise Trouble("database_damaged")
            contents = recorded_contents(copy)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    return contents


def _holds_anything(engine: Engine) -> bool:
    with engine.connect() as connection:
        return bool(connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM operation)").scalar())


def _prune(folder: Path) -> None:
    for pattern in ("????-??-??.db", "????-??-??-??????.db"):
        for old in sorted(folder.glob(pattern))[:-KEPT]:
            old.unlink(missing_ok=True)

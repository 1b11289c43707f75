"""Copies of the database that are proved before they count: daily, on leaving, before upgrades and risks, on demand.

A copy counts once it was restored to a scratch file and compared: rows, sums, chain heads, photos, sent files. It gets
its name only then, and a seal beside it (`app.backup_proof`). Photos lie beside the copies, each once for all of them.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import os
import re
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine

from app.backup_files import Proven, carry_files
from app.backup_keeping import kept_times
from app.backup_proof import (
    LOCKED_ENDING,
    Figures,
    Seal,
    copy_hashed,
    digest_of,
    is_locked,
    prove_sound,
    read_figures,
    read_heads,
    read_seal,
    seal_path,
    still_sealed,
    write_seal,
)
from app.documents.saving import write_trouble
from app.kept_files import BESIDE as REPORTS_BESIDE
from app.kept_files import FOLDER as REPORTS
from app.kept_files import kept_names
from app.locked_copy import lock_copy, prove_locked
from app.pictures import BESIDE, PictureCount, count_pictures, recorded_contents, stored
from app.pictures import FOLDER as PHOTOS
from app.problems import Cancelled, Trouble
from app.progress import Progress

FOLDER = "backups"
#: A backup that proved damaged is kept under this ending, out of the way of the others.
DAMAGED_ENDING = ".hong"
_NAMES = re.compile(r"(\d{4}-\d\d-\d\d)(?:-(\d{6}))?\.(?:db|maiam)")
_MEGABYTE = 1_000_000
_under_way: set[Path] = set()
_one_at_a_time = threading.Lock()


def before_first_change(engine: Engine, folder: Path, progress: Progress | None = None) -> bool:
    """A verified backup before the first change of the day; later changes of the day cost one look at the folder.

    Returns whether one was made. One that is being proved beside the window holds today's beginning already.
    """
    target = _of_today(folder)
    if target.exists() or target in _under_way or not _holds_anything(engine):
        return False
    write_backup(engine, target, folder, progress=progress)
    prune(target.parent)
    return True


def _of_today(folder: Path) -> Path:
    return folder / FOLDER / f"{_now():%Y-%m-%d}.db"


def held_elsewhere(folder: Path) -> contextlib.AbstractContextManager[None]:
    """While this lasts a first change makes no backup of its own: what stands there came from a backup just now."""
    return _being_made(_of_today(folder))


def before_risk(engine: Engine, folder: Path, progress: Progress | None = None) -> None:
    """A verified backup of a file that is about to be upgraded or restored over; the day's own does, made just now."""
    if not before_first_change(engine, folder, progress):
        write_now(engine, folder, progress)


def before_records(engine: Engine, folder: Path, progress: Progress | None = None) -> None:
    """A verified backup before a package or a list brings records; where nothing was recorded since, the newest does.

    One that is proved takes half a minute for each gigabyte, and packages often come one after the other.
    """
    if not before_first_change(engine, folder, progress):
        where_recorded(engine, folder, progress)


def where_recorded(engine: Engine, folder: Path, progress: Progress | None = None) -> bool:
    """A verified backup if anything was recorded since the newest, as when the window closes; whether one was made."""
    newest = next(iter(backups_in(folder / FOLDER)), None)
    seal = read_seal(newest) if newest is not None else None
    if not _holds_anything(engine) or (seal is not None and seal.heads == heads_of(engine)):
        return False
    write_now(engine, folder, progress)
    return True


def write_now(engine: Engine, folder: Path, progress: Progress | None = None) -> None:
    """A proved backup of this moment; older ones than are kept go."""
    with _one_at_a_time:  # the window makes one beside the work while the officer restores: in one second, one name
        target = folder / FOLDER / f"{_now():%Y-%m-%d-%H%M%S}.db"
        write_backup(engine, target, folder, progress=progress)
        prune(target.parent)


def write_backup(
    engine: Engine,
    target: Path,
    folder: Path | None = None,
    *,
    password: str | None = None,
    progress: Progress | None = None,
) -> Seal:
    """Copy the database while it is in use, prove the copy, then give it its name. Raises `Trouble` and `Cancelled`.

    The photos and sent files of the data folder `folder` are put beside it; without one the database alone is copied.
    With a password all of it becomes one encrypted file.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _look_for_room(engine, target, folder)
        with _being_made(target):
            if password:
                seal = _write_locked(engine, part, folder, password, progress)
            else:
                seal = _write_plain(engine, part, target, folder, progress)
        seal_path(target).unlink(missing_ok=True)
        part.replace(target)
        write_seal(target, seal)
    except (OSError, driver.DatabaseError) as error:
        _throw_away(part)
        if progress is not None and progress.cancelled:
            raise Cancelled from error
        raise write_trouble(error, target.name) from error
    except (Trouble, Cancelled):
        _throw_away(part)
        raise
    return seal


@contextlib.contextmanager
def _being_made(target: Path) -> Iterator[None]:
    _under_way.add(target)
    try:
        yield
    finally:
        _under_way.discard(target)


def _write_plain(engine: Engine, part: Path, target: Path, folder: Path | None, progress: Progress | None) -> Seal:
    figures, contents = copy_database(engine, part, progress)
    digest = _prove_restored(part, folder or part.parent, figures, progress)
    found = PictureCount()
    if folder is not None:
        photos, reports = target.parent / BESIDE, target.parent / REPORTS_BESIDE
        names = [_relative(one) for one in contents]
        found = carry_files([folder / PHOTOS], photos, names, progress=progress, proven=Proven(photos))
        carry_files(
            [folder / REPORTS], reports, kept_names(folder / REPORTS), progress=progress, proven=Proven(reports)
        )
    return _sealed(part, digest, figures, found)


def _write_locked(engine: Engine, part: Path, folder: Path | None, password: str, progress: Progress | None) -> Seal:
    with _scratch(folder or part.parent) as scratch:
        figures, contents = copy_database(engine, scratch, progress)
        packed: dict[str, list[Path]] = {}
        if folder is not None:
            packed[PHOTOS] = [stored(folder / PHOTOS, one) for one in contents]
            packed[REPORTS] = [folder / REPORTS / one for one in kept_names(folder / REPORTS)]
        found = lock_copy(scratch, part, password, packed, progress)
    again, right = prove_locked(part, password)
    if again != figures or right != found.here:
        raise Trouble("backup_damaged", name=part.name)
    return dataclasses.replace(_sealed(part, digest_of(part), figures, found), locked=True)


def _sealed(part: Path, digest: str, figures: Figures, found: PictureCount) -> Seal:
    made = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    rows = sum(figures.rows.values())
    size = part.stat().st_size
    return Seal(digest, size, made, rows, figures.heads, False, found.here, found.missing, found.damaged)


def _prove_restored(part: Path, room: Path, figures: Figures, progress: Progress | None) -> str:
    """Restore a copy to a scratch file and compare; the SHA-256 of its bytes. Raises `Trouble`."""
    with _scratch(room) as scratch:
        digest = copy_hashed(part, scratch, progress)
        with contextlib.closing(driver.connect(str(scratch), isolation_level=None)) as restored:
            _stoppable(restored, progress)
            prove_sound(restored, part.name)
            if read_figures(restored) != figures:
                raise Trouble("backup_damaged", name=part.name)
    return digest


@contextlib.contextmanager
def _scratch(room: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=room, prefix="thu-sao-luu-") as place:
        yield Path(place) / "scratch.db"


def copy_database(engine: Engine, part: Path, progress: Progress | None = None) -> tuple[Figures, list[str]]:
    """Copy the database in one consistent view; its figures and the contents of the photos it records."""
    with engine.connect() as connection, connection.begin():
        source = connection.connection.driver_connection
        if source is None:
            raise RuntimeError("no connection to copy from")
        figures = read_figures(source)
        with contextlib.closing(driver.connect(str(part), isolation_level=None)) as copy:
            _stoppable(copy, progress)
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            contents = recorded_contents(copy)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    return figures, contents


def _stoppable(connection: driver.Connection, progress: Progress | None) -> None:
    """What SQLite does on a connection ends soon after the officer stops the work."""
    if progress is not None:
        connection.set_progress_handler(lambda: int(progress.cancelled), 10_000)


def _look_for_room(engine: Engine, target: Path, folder: Path | None) -> None:
    """Raises `Trouble` before anything is written where the copy finds no room."""
    with engine.connect() as connection:
        pages, size = (connection.exec_driver_sql(f"PRAGMA page_{one}").scalar_one() for one in ("count", "size"))
    needed = pages * size
    if folder is not None and not (target.parent / BESIDE).is_dir():
        needed += sum(one.stat().st_size for one in (folder / PHOTOS).glob("??/*.jpg"))
    free = shutil.disk_usage(target.parent).free
    if free < needed + _MEGABYTE:
        values = {"free": free // _MEGABYTE, "needed": needed // _MEGABYTE + 2}
        raise Trouble("no_room", name=str(target.parent), **values)


def _relative(content: str) -> str:
    return stored(Path(), content).as_posix()


def _throw_away(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)


def check_backup(file: Path, password: str | None = None) -> PictureCount:
    """Prove a backup anew: its bytes are those sealed, the database is sound, every photo fits its name.

    Photos that are missing or damaged are counted. Raises `Trouble` for a database that cannot be used.
    """
    if not file.is_file():
        raise Trouble("file_missing", name=file.name)
    if still_sealed(file) is False:
        raise Trouble("backup_damaged", name=file.name)
    if is_locked(file):
        return _check_locked(file, password)
    try:
        with contextlib.closing(open_backup(file)) as connection:
            prove_sound(connection, file.name)
            contents = recorded_contents(connection)
    except driver.DatabaseError as error:
        raise Trouble("backup_damaged", name=file.name) from error
    return count_pictures(picture_folders(file), contents)


def _check_locked(file: Path, password: str | None) -> PictureCount:
    seal = read_seal(file)
    if password is None and seal is not None:
        return seal.pictures
    if password is None:
        raise Trouble("backup_needs_password", name=file.name)
    return PictureCount(prove_locked(file, password)[1])


def open_backup(file: Path) -> driver.Connection:
    """A connection that only reads."""
    return driver.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


def picture_folders(file: Path) -> list[Path]:
    """Where the photos of a backup may lie: beside it, or in the data folder whose copy it is part of."""
    return [file.parent / BESIDE, file.parent / PHOTOS]


def backups_in(place: Path) -> list[Path]:
    """The backups of a folder that were proved, the newest first."""
    found = [file for file in place.glob("*") if _NAMES.fullmatch(file.name)] if place.is_dir() else []
    return sorted(found, key=lambda file: (file.stat().st_mtime, file.name), reverse=True)


def last_backup(folder: Path) -> dt.datetime | None:
    """When the newest backup in a data folder was written (UTC); None where there is none."""
    newest = next(iter(backups_in(folder / FOLDER)), None)
    return dt.datetime.fromtimestamp(newest.stat().st_mtime, dt.UTC) if newest else None


def heads_of(engine: Engine) -> str:
    """The ends of all chains of a database as one digest."""
    with engine.connect() as connection:
        source = connection.connection.driver_connection
        if source is None:
            raise RuntimeError("no connection to ask")
        return read_heads(source)


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def _holds_anything(engine: Engine) -> bool:
    with engine.connect() as connection:
        return bool(connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM operation)").scalar())


def prune(place: Path) -> None:
    """Keep seven days, four weeks, six months and the newest of the backups of a folder (`app.backup_keeping`)."""
    times = {file: moment_of(file) for file in backups_in(place)}
    kept = kept_times(times.values())
    for file, time in times.items():
        if time not in kept:
            file.unlink(missing_ok=True)
            seal_path(file).unlink(missing_ok=True)


def moment_of(file: Path) -> dt.datetime:
    """The day and time that the name of a backup tells; the first of a day has no time in its name."""
    found = _NAMES.fullmatch(file.name)
    if found is None:
        raise ValueError(file.name)
    return dt.datetime.fromisoformat(f"{found[1].replace('-', '')}T{found[2] or '000000'}")


def set_aside(file: Path) -> Path:
    """Move a backup that proved damaged out of the way; it is kept, as a last resort, under another ending."""
    aside = file.with_name(file.name + DAMAGED_ENDING)
    file.replace(aside)
    seal_path(file).unlink(missing_ok=True)
    return aside


def locked_name(name: str, password: str | None) -> str:
    """A backup's file name: one with a password has an ending of its own."""
    return Path(name).with_suffix(LOCKED_ENDING).name if password else name

"""Puts a backup back into a data folder, and proves a database sound: `restore` and `check`."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError

from app import backup
from app.backup_files import carry_files
from app.backup_proof import copy_hashed, is_locked, prove_sound, read_seal
from app.database import FILE_NAME, foreign_key_problems, integrity_problems, open_engine
from app.devices import mint_device
from app.documents.saving import write_trouble
from app.journal.rebuilding import chains_ok, fingerprint, rebuild
from app.journal.store import OPERATIONS
from app.kept_files import BESIDE as REPORTS_BESIDE
from app.kept_files import FOLDER as REPORTS
from app.kept_files import count_kept, kept_names
from app.local import Fact, drop_fact
from app.locked_copy import unlock_copy, unpack_files
from app.pictures import FOLDER as PHOTOS
from app.pictures import PictureCount, count_pictures, recorded_contents, stored
from app.problems import Cancelled, Trouble
from app.progress import Progress
from app.upgrading import HEAD, known_revisions, revision_of
from app.workspace import Workspace, open_workspace
from models.paperwork import PaperMark
from models.photo import Photo


@dataclass
class Soundness:
    """What `check` found."""

    database: list[str] = field(default_factory=list)
    foreign_keys: int = 0
    operations: int = 0
    chains_ok: bool = True
    rebuild_equal: bool = True
    pictures: PictureCount = field(default_factory=PictureCount)
    scans: PictureCount = field(default_factory=PictureCount)

    @property
    def sound(self) -> bool:
        """Nothing is wrong."""
        return (
            not self.database
            and not self.foreign_keys
            and self.chains_ok
            and self.rebuild_equal
            and not self.pictures.damaged
            and not self.scans.damaged
        )

    def as_json(self) -> dict[str, Any]:
        """The database's part of `check --json`."""
        journal = {"operations": self.operations, "chains_ok": self.chains_ok, "rebuild_equal": self.rebuild_equal}
        return {
            "database": "ok" if not self.database else "; ".join(self.database[:5]),
            "foreign_keys": self.foreign_keys,
            "journal": journal,
            "photos_missing": self.pictures.missing,
            "photos_damaged": self.pictures.damaged,
            "scans_missing": self.scans.missing,
            "scans_damaged": self.scans.damaged,
        }


def check_soundness(workspace: Workspace) -> Soundness:
    """Integrity of the file, keys, chains, the photos' contents, and whether the journal gives the same tables."""
    found = Soundness()
    with workspace.engine.connect() as connection:
        found.database = integrity_problems(connection)
        if found.database:
            return found
        found.foreign_keys = foreign_key_problems(connection)
        found.operations = connection.scalar(select(func.count()).select_from(OPERATIONS)) or 0
        found.chains_ok = chains_ok(connection)
        standing = fingerprint(connection)
        contents = connection.scalars(select(Photo.content).where(Photo.row_out.is_(False)).distinct())
        found.pictures = count_pictures([workspace.folder / PHOTOS], [one for one in contents if one])
        scans = select(PaperMark.content, PaperMark.ending).where(PaperMark.content.is_not(None), ~PaperMark.row_out)
        rows = connection.execute(scans.distinct())
        found.scans = count_kept(workspace.folder, [(row.content, row.ending or "") for row in rows])
    with tempfile.TemporaryDirectory(dir=workspace.folder, prefix="kiem-tra-") as scratch:
        copy = Path(scratch) / FILE_NAME
        backup.copy_database(workspace.engine, copy)
        engine = open_engine(copy)
        try:
            with engine.connect().execution_options(writing=True) as connection, connection.begin():
                rebuild(connection)
            with engine.connect() as connection:
                found.rebuild_equal = fingerprint(connection) == standing
        finally:
            engine.dispose()
    return found


def restore(
    folder: Path, file: Path, password: str | None = None, progress: Progress | None = None
) -> tuple[Workspace, str]:
    """Put a backup into a data folder, keeping what stood there as a backup; the laptop gets a new identity.

    Its photos come with it, each compared with its name; a missing or damaged one waits as if it had not come yet.
    Returns the open workspace and the letter of its number series. Raises `Trouble`; nothing changes then.
    """
    try:
        prepare(folder, file, password, progress)
        if (folder / FILE_NAME).exists():
            workspace = open_workspace(folder)
            try:
                workspace.hold_window()
                backup.before_risk(workspace.engine, folder, progress)
            finally:
                workspace.close()
        return finish(folder)
    finally:
        _part(folder).unlink(missing_ok=True)


def prepare(folder: Path, file: Path, password: str | None = None, progress: Progress | None = None) -> None:
    """Bring a backup beside the database of a data folder, proved, and its photos: the long part. Raises `Trouble`.

    The records stay as they are until `finish`.
    """
    part = _part(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not file.is_file():
        raise Trouble("file_missing", name=file.name)
    try:
        part.unlink(missing_ok=True)
        if is_locked(file):
            _bring_locked(folder, file, password, part)
        else:
            _bring_plain(folder, file, part, progress)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise write_trouble(error, FILE_NAME) from error
    except (Trouble, Cancelled):
        part.unlink(missing_ok=True)
        raise


def finish(folder: Path) -> tuple[Workspace, str]:
    """Let the backup that was brought take the database's place: the short part, after the window was closed."""
    standing = folder / FILE_NAME
    for rest in ("-wal", "-shm"):
        standing.with_name(FILE_NAME + rest).unlink(missing_ok=True)
    _part(folder).replace(standing)
    workspace = open_workspace(folder)
    with workspace.engine.connect().execution_options(writing=True) as connection:
        drop_fact(connection, Fact.WINDOW_OPEN)  # how another window ended says nothing of this file
        connection.commit()
    with backup.held_elsewhere(folder):
        return workspace, mint_device(workspace)


def _part(folder: Path) -> Path:
    return folder / (FILE_NAME + ".restoring")


def _bring_plain(folder: Path, file: Path, part: Path, progress: Progress | None) -> None:
    seal = read_seal(file)
    try:
        if seal is not None:
            if copy_hashed(file, part, progress) != seal.sha256:
                raise Trouble("backup_damaged", name=file.name)
        else:
            _copy_verified(file, part)
        with contextlib.closing(driver.connect(str(part), isolation_level=None)) as copy:
            contents = recorded_contents(copy)
    except driver.DatabaseError as error:
        raise Trouble("backup_damaged", name=file.name) from error
    _look_at_revision(part, file)
    names = [stored(Path(), one).as_posix() for one in contents]
    carry_files(backup.picture_folders(file), folder / PHOTOS, names, progress=progress)
    beside = (file.parent / REPORTS_BESIDE, file.parent / REPORTS)
    carry_files(beside, folder / REPORTS, sorted({name for one in beside for name in kept_names(one)}))


def _bring_locked(folder: Path, file: Path, password: str | None, part: Path) -> None:
    if not password:
        raise Trouble("backup_needs_password", name=file.name)
    unlock_copy(file, password, part)
    _look_at_revision(part, file)
    unpack_files(file, password, {PHOTOS: folder / PHOTOS, REPORTS: folder / REPORTS})


def _copy_verified(file: Path, part: Path) -> None:
    """Copy a backup that nothing sealed, a file in use too, and let SQLite read every page of it."""
    with (
        contextlib.closing(backup.open_backup(file)) as source,
        contextlib.closing(driver.connect(str(part), isolation_level=None)) as copy,
    ):
        source.backup(copy)
        prove_sound(copy, file.name)


def _look_at_revision(part: Path, file: Path) -> None:
    """Raises `Trouble` for a database that is none of ours, or of a newer program."""
    engine = open_engine(part)
    try:
        with engine.connect() as connection:
            revision = revision_of(connection)
    except DatabaseError as error:
        raise Trouble("backup_damaged", name=file.name) from error
    finally:
        engine.dispose()
        for rest in ("-wal", "-shm"):
            part.with_name(part.name + rest).unlink(missing_ok=True)
    if revision is None:
        raise Trouble("backup_damaged", name=file.name)
    if revision != HEAD and revision not in known_revisions():
        raise Trouble("backup_newer", name=file.name)

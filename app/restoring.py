"""Puts a backup back into a data folder, and proves a database sound: `restore` and `check`."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import func, select

from app import backup
from app.database import FILE_NAME, foreign_key_problems, integrity_problems, open_engine
from app.devices import mint_device
from app.journal.rebuilding import chains_ok, fingerprint, rebuild
from app.journal.store import OPERATIONS
from app.kept_files import BESIDE as REPORTS_BESIDE
from app.kept_files import FOLDER as REPORTS
from app.kept_files import carry_kept
from app.pictures import FOLDER as PHOTOS
from app.pictures import PictureCount, carry_pictures, count_pictures, recorded_contents
from app.problems import Trouble
from app.upgrading import revision_of
from app.workspace import Workspace, open_workspace
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

    @property
    def sound(self) -> bool:
        """Nothing is wrong."""
        return (
            not self.database
            and not self.foreign_keys
            and self.chains_ok
            and self.rebuild_equal
            and not self.pictures.damaged
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
    with tempfile.TemporaryDirectory(dir=workspace.folder, prefix="kiem-tra-") as scratch:
        copy = Path(scratch) / FILE_NAME
        backup.write_backup(workspace.engine, copy)
        engine = open_engine(copy)
        try:
            with engine.connect().execution_options(writing=True) as connection, connection.begin():
                rebuild(connection)
            with engine.connect() as connection:
                found.rebuild_equal = fingerprint(connection) == standing
        finally:
            engine.dispose()
    return found


def restore(folder: Path, file: Path) -> tuple[Workspace, str]:
    """Put a backup into a data folder, keeping what stood there as a backup; the laptop gets a new identity.

    Its photos come with it, each compared with its name; a missing or damaged one waits as if it had not come yet.
    Returns the open workspace and the letter of its number series. Raises `Trouble`; nothing changes then.
    """
    part = folder / (FILE_NAME + ".restoring")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        contents = _copy_verified(file, part)
        carry_pictures(backup.picture_folders(file), folder / PHOTOS, contents)
        for kept in (file.parent / REPORTS_BESIDE, file.parent / REPORTS):
            carry_kept(kept, folder / REPORTS)
        standing = folder / FILE_NAME
        if standing.exists():
            workspace = open_workspace(folder)
            try:
                workspace.hold_window()
                backup.before_risk(workspace.engine, folder)
            finally:
                workspace.close()
        for rest in ("-wal", "-shm"):
            standing.with_name(FILE_NAME + rest).unlink(missing_ok=True)
        part.replace(standing)
    finally:
        part.unlink(missing_ok=True)
    workspace = open_workspace(folder)
    return workspace, mint_device(workspace)


def _copy_verified(file: Path, part: Path) -> list[str]:
    """Copy and prove a backup; the contents of the photos it records."""
    if not file.is_file():
        raise Trouble("file_missing", name=file.name)
    part.unlink(missing_ok=True)
    try:
        with (
            contextlib.closing(backup.open_backup(file)) as source,
            contextlib.closing(driver.connect(str(part), isolation_level=None)) as copy,
        ):
            source.backup(copy)
            sound = [row[0] for row in copy.execute("PRAGMA integrity_check")] == ["ok"]
            contents = recorded_contents(copy) if sound else []
    except driver.DatabaseError as error:
        raise Trouble("backup_damaged", name=file.name) from error
    engine = open_engine(part)
    try:
        with engine.connect() as connection:
            if not sound or revision_of(connection) is None:
                raise Trouble("backup_damaged", name=file.name)
    finally:
        engine.dispose()
        for rest in ("-wal", "-shm"):
            part.with_name(part.name + rest).unlink(missing_ok=True)
    return contents

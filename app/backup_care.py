"""What is done for backups without being asked: at the start, on leaving, and the second place on another drive."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine

from app import backup
from app.backup_files import Proven, carry_files
from app.backup_proof import Seal, is_locked, prove_sound, read_seal, still_sealed
from app.database import FILE_NAME, faults_told
from app.local import Fact, get_fact, set_fact
from app.pictures import BESIDE, recorded_contents, stored
from app.pictures import FOLDER as PHOTOS
from app.problems import Trouble
from app.progress import Progress
from app.workspace import Workspace, open_workspace

#: After so many days without a backup on another drive the officer is reminded.
REMINDED_AFTER = 7
_READ_AGAIN = 200


@dataclass(frozen=True)
class Care:
    """What this laptop knows of its backups: the second place and its password, the last on another drive (UTC)."""

    place: Path | None = None
    password: str | None = None
    outside: dt.datetime | None = None


@dataclass(frozen=True)
class Upkeep:
    """What the start found and did: damaged backups, whether new ones were made here and in the second place.

    `trouble` tells why the second place got none; photos that are nowhere right are counted.
    """

    damaged: tuple[str, ...] = ()
    made: bool = False
    carried: bool = False
    trouble: Trouble | None = None
    lacking: int = 0


@dataclass(frozen=True)
class BackupLine:
    """A backup as the list shows it: its file, when it was made (UTC), where, what was proved (None: nothing yet)."""

    file: Path
    at: dt.datetime
    outside: bool
    seal: Seal | None


def load_care(connection: Connection) -> Care:
    """What the laptop keeps of its backups."""
    kept = json.loads(get_fact(connection, Fact.BACKUP) or "{}")
    outside = kept.get("outside")
    place = kept.get("place")
    return Care(
        Path(place) if place else None, kept.get("password"), dt.datetime.fromisoformat(outside) if outside else None
    )


def keep_care(engine: Engine, care: Care) -> None:
    """Keep it, on this laptop alone."""
    outside = care.outside.isoformat(timespec="seconds") if care.outside else None
    kept = {"place": str(care.place) if care.place else None, "password": care.password, "outside": outside}
    with faults_told(FILE_NAME), engine.connect().execution_options(writing=True) as connection:
        set_fact(connection, Fact.BACKUP, json.dumps(kept))
        connection.commit()


def care_of(engine: Engine) -> Care:
    """What the laptop keeps of its backups, asked of an open folder."""
    with faults_told(FILE_NAME), engine.connect() as connection:
        return load_care(connection)


def choose_place(workspace: Workspace, place: Path | None, password: str | None) -> None:
    """From now on backups go there too, locked where a password is given; none: nowhere else."""
    care = care_of(workspace.engine)
    keep_care(workspace.engine, replace(care, place=place, password=password or None))


def on_other_drive(folder: Path, place: Path) -> bool:
    """Whether a place lies on another drive than the data folder: a fault of the one leaves the other."""
    with contextlib.suppress(OSError):
        return _standing(folder).stat().st_dev != _standing(place).stat().st_dev
    return False


def _standing(place: Path) -> Path:
    """The place itself, or the nearest folder above it that is there."""
    return next(one for one in (place, *place.absolute().parents) if one.exists())


def office_place(office: str, place: Path) -> Path:
    """Where the backups of an office stand in its second place: two offices share a stick."""
    return place / f"mai-am-{office}"


def back_up_to(workspace: Workspace, file: Path, password: str | None = None, progress: Progress | None = None) -> Seal:
    """A proved backup where the officer wants it; one on another drive counts as such. Raises `Trouble`."""
    seal = backup.write_backup(workspace.engine, file, workspace.folder, password=password, progress=progress)
    if on_other_drive(workspace.folder, file.parent):
        keep_care(workspace.engine, replace(care_of(workspace.engine), outside=dt.datetime.now(dt.UTC)))
    return seal


def outside_days(connection: Connection, folder: Path, now: dt.datetime | None = None) -> int | None:
    """For how many days there was no backup on another drive; None while that is not to be told of."""
    now = now or dt.datetime.now(dt.UTC)
    since = load_care(connection).outside or _oldest(folder)
    days = (now - since).days if since else 0
    return days if days > REMINDED_AFTER else None


def _oldest(folder: Path) -> dt.datetime | None:
    times = [backup.moment_of(one).astimezone() for one in backup.backups_in(folder / backup.FOLDER)]
    return min(times, default=None)


def look_after(workspace: Workspace, progress: Progress | None = None) -> Upkeep:
    """At the start: every backup is compared with its seal; a damaged one is set aside and another made.

    The second place gets one too where it can be reached. Raises `Trouble` (disk full) and `Cancelled`.
    """
    progress = progress or Progress()
    folder, engine = workspace.folder, workspace.engine
    _clear(folder)
    damaged = [one for one in backup.backups_in(folder / backup.FOLDER) if not _is_right(one, progress)]
    for one in damaged:
        backup.set_aside(one)
    lacking = _read_photos_again(engine, folder, progress)
    made = backup.before_first_change(engine, folder)
    if damaged and not made:
        backup.write_now(engine, folder, progress)
        made = True
    told = Upkeep(tuple(one.name for one in damaged), made, lacking=lacking)
    try:
        return replace(told, carried=carry_outside(workspace, progress))
    except Trouble as trouble:
        return replace(told, trouble=trouble)


def _is_right(file: Path, progress: Progress) -> bool:
    """Whether a backup is what was proved; one of an earlier version, without a seal, is read as a database."""
    progress.step(0, 0)
    sealed = still_sealed(file)
    if sealed is not None:
        return sealed
    if is_locked(file):
        return True
    try:
        with contextlib.closing(backup.open_backup(file)) as connection:
            prove_sound(connection, file.name)
    except (Trouble, driver.DatabaseError):
        return False
    return True


def _read_photos_again(engine: Engine, folder: Path, progress: Progress) -> int:
    """Photos of the backups that changed, or were not read for the longest time, are compared and mended."""
    store = folder / backup.FOLDER / BESIDE
    if not store.is_dir():
        return 0
    with engine.connect() as connection:
        source = connection.connection.driver_connection
        contents = recorded_contents(source) if source is not None else []
    proven = Proven(store)
    proven.forget_oldest(_READ_AGAIN)
    names = [stored(Path(), one).as_posix() for one in contents]
    found = carry_files([folder / PHOTOS], store, names, progress=progress, proven=proven)
    return found.damaged


def carry_outside(workspace: Workspace, progress: Progress | None = None) -> bool:
    """A backup into the second place when it can be reached and has none of this state; whether one was made."""
    engine, care = workspace.engine, care_of(workspace.engine)
    if care.place is None or not care.place.is_dir():
        return False
    place = office_place(workspace.author.office, care.place)
    newest = next(iter(backup.backups_in(place)), None)
    seal = read_seal(newest) if newest is not None and still_sealed(newest) else None
    if seal is not None and seal.heads == backup.heads_of(engine):
        return False
    name = backup.locked_name(f"{dt.datetime.now().astimezone():%Y-%m-%d-%H%M%S}.db", care.password)
    back_up_to(workspace, place / name, care.password, progress)
    backup.prune(place)
    return True


def leave(folder: Path) -> None:
    """After the window was closed: a backup of what was recorded, here and in the second place. Raises `Trouble`."""
    workspace = open_workspace(folder)
    with contextlib.closing(workspace):
        backup.where_recorded(workspace.engine, folder)
        carry_outside(workspace)


def _clear(folder: Path) -> None:
    """What a killed program left half-written."""
    for left in (*folder.glob("thu-sao-luu-*"), *folder.glob("kiem-tra-*")):
        shutil.rmtree(left, ignore_errors=True)
    for part in (*(folder / backup.FOLDER).glob("*.part"), *folder.glob(f"{FILE_NAME}.restoring*")):
        part.unlink(missing_ok=True)


def backup_lines(workspace: Workspace) -> list[BackupLine]:
    """Every backup that can be reached, the newest first."""
    care = care_of(workspace.engine)
    places = [(workspace.folder / backup.FOLDER, False)]
    if care.place is not None:
        place = office_place(workspace.author.office, care.place)
        places.append((place, on_other_drive(workspace.folder, place)))
    lines = [
        BackupLine(file, dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC), outside, read_seal(file))
        for place, outside in places
        for file in backup.backups_in(place)
    ]
    return sorted(lines, key=lambda line: line.at, reverse=True)

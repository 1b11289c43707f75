"""What proves a copy of the database: its rows, sums and chain heads, and a seal with the digest of its bytes.

The seal lies beside the backup. Whoever finds the digest again knows without opening the file that nothing changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from app.pictures import PictureCount
from app.problems import Trouble
from app.progress import Progress

ENDING = ".kiem-tra"
#: A backup that opens with a password only.
LOCKED_ENDING = ".maiam"
_PIECE = 1 << 20


@dataclass(frozen=True)
class Figures:
    """Rows and totals of whole numbers by table, and one digest of the ends of all chains of the journal."""

    rows: dict[str, int]
    totals: dict[str, float]
    heads: str


@dataclass(frozen=True)
class Seal:
    """What was proved of a backup: the SHA-256 of the file, its size in bytes, when (UTC, ISO text), what it holds.

    `locked`: the file opens with a password only, and carries photos and sent files within.
    """

    sha256: str
    size: int
    made: str
    rows: int
    heads: str
    locked: bool = False
    here: int = 0
    missing: int = 0
    damaged: int = 0

    @property
    def pictures(self) -> PictureCount:
        """The photos and sent files that were compared with their names."""
        return PictureCount(self.here, self.missing, self.damaged)


def read_figures(connection: driver.Connection) -> Figures:
    """Count a database; two copies of one state give the same."""
    rows: dict[str, int] = {}
    totals: dict[str, float] = {}
    listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND rootpage > 0"
    for (table,) in connection.execute(f"{listed} ORDER BY name").fetchall():
        columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        whole = [name for _, name, kind, *_ in columns if "INT" in kind.upper()]
        asked = ", ".join(["count(*)", *(f'total("{name}")' for name in whole)])
        counted = connection.execute(f'SELECT {asked} FROM "{table}"').fetchone()  # noqa: S608 - names of the file itself
        rows[table] = counted[0]
        totals |= {f"{table}.{name}": value for name, value in zip(whole, counted[1:], strict=True)}
    return Figures(rows, totals, read_heads(connection))


def read_heads(connection: driver.Connection) -> str:
    """One digest of the ends of all chains: it changes with every change of the records."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'chain_tip'").fetchone():
        return ""
    digest = hashlib.sha256()
    for row in connection.execute("SELECT * FROM chain_tip ORDER BY 1, 2, 3, 4"):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def prove_sound(connection: driver.Connection, name: str) -> None:
    """Let SQLite read every page of a copy. Raises `Trouble`."""
    if [row[0] for row in connection.execute("PRAGMA integrity_check")] != ["ok"]:
        raise Trouble("backup_damaged", name=name)


def copy_hashed(source: Path, target: Path, progress: Progress | None = None) -> str:
    """Copy a file byte by byte; returns the SHA-256 of what was read."""
    digest, total, done = hashlib.sha256(), source.stat().st_size, 0
    with source.open("rb") as reading, target.open("wb") as writing:
        while piece := reading.read(_PIECE):
            digest.update(piece)
            writing.write(piece)
            done += len(piece)
            if progress is not None:
                progress.step(done * 100 // total, 100)
    return digest.hexdigest()


def digest_of(file: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def is_locked(file: Path) -> bool:
    """Whether a backup opens only with a password."""
    seal = read_seal(file)
    return seal.locked if seal is not None else file.suffix == LOCKED_ENDING


def seal_path(file: Path) -> Path:
    """Where the seal of a backup lies."""
    return file.with_name(file.name + ENDING)


def write_seal(file: Path, seal: Seal) -> None:
    """Put the seal beside a backup that was proved."""
    seal_path(file).write_text(json.dumps(asdict(seal), indent=1), encoding="utf-8")


def read_seal(file: Path) -> Seal | None:
    """The seal of a backup; None where there is none that can be read: a backup of an earlier version has none."""
    with contextlib.suppress(OSError, ValueError, TypeError):
        return Seal(**json.loads(seal_path(file).read_text(encoding="utf-8")))
    return None


def still_sealed(file: Path) -> bool | None:
    """Whether a backup is byte for byte what was proved; None where nothing was sealed."""
    seal = read_seal(file)
    if seal is None:
        return None
    return file.stat().st_size == seal.size and digest_of(file) == seal.sha256

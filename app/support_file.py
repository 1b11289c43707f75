"""The file for whoever helps ("Lưu tệp hỗ trợ"): logs, versions, counts, the result of a check, and nobody's data.

Of the logs only what the program itself says is taken: where it went wrong, of which kind. What an error quotes may be
a person's, and so may the name of a folder; neither goes in.
"""

from __future__ import annotations

import json
import platform
import re
import sys
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import func, select

from app import VERSION
from app.backup import FOLDER as BACKUPS
from app.backup import backups_in
from app.backup_proof import read_seal
from app.database import FILE_NAME, faults_told
from app.documents.saving import whole_file
from app.journal.rebuilding import fingerprint
from app.logs import FOLDER as LOGS
from app.pictures import FOLDER as PHOTOS
from app.problems import Trouble
from app.progress import Progress
from app.restoring import check_soundness
from app.upgrading import HEAD, revision_of
from app.workspace import Workspace
from models.everything import METADATA

_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "alembic", "openpyxl", "reportlab", "sqlcipher3")
_FRAME = re.compile(r'^(?P<before>[\s|+]*)File "(?P<path>[^"]+)", line (?P<line>\d+), in (?P<name>[\w<>.]+)')
_HEADER = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d+ ([A-Z]+) (maiam[\w.]*)")
_ERROR = re.compile(
    r"^[\s|+]*((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Interrupt|Trouble|Refused|Stale|Told|Exit))\b"
)
_PARTS = ("app", "views", "models", "migrations", "site-packages")


def write_support_file(
    folder: Path, target: Path, workspace: Workspace | None = None, progress: Progress | None = None
) -> Path:
    """Write the zip; without an open workspace (a folder that cannot be opened) it tells of the files alone.

    Raises `Trouble` where it cannot be written.
    """
    facts: dict[str, Any] = {"versions": _versions(), "files": _files(folder)}
    if workspace is not None:
        try:
            facts |= _of_database(workspace, progress)
        except Trouble as trouble:
            facts["check"] = trouble.code
    with whole_file(target) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mai-am.json", json.dumps(facts, indent=1, sort_keys=True))
        for log in sorted((folder / LOGS).glob("*.log*")):
            archive.writestr(f"{LOGS}/{log.name}", "\n".join(masked_log(log.read_text("utf-8", "replace"))))
    return target


def _versions() -> dict[str, str]:
    known = {one: _version(one) for one in _LIBRARIES}
    return {
        "program": VERSION,
        "schema": HEAD,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "sqlite": driver.sqlite_version,
        "frozen": str(bool(getattr(sys, "frozen", False))),
        **known,
    }


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


def _files(folder: Path) -> dict[str, Any]:
    """Sizes in bytes and numbers of files; no name of any of them."""
    database = folder / FILE_NAME
    made = [read_seal(one) for one in backups_in(folder / BACKUPS)]
    return {
        "database": database.stat().st_size if database.exists() else None,
        "photos": sum(1 for _ in (folder / PHOTOS).glob("??/*.jpg")),
        "backups": len(made),
        "backups_proved": sum(one is not None for one in made),
        "newest_backup": max((one.made for one in made if one is not None), default=None),
    }


def _of_database(workspace: Workspace, progress: Progress | None) -> dict[str, Any]:
    with faults_told(FILE_NAME), workspace.engine.connect() as connection:
        counts = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in METADATA.sorted_tables
            if progress is None or not progress.cancelled
        }
        facts: dict[str, Any] = {
            "revision": revision_of(connection),
            "level": workspace.author.level.value,
            "rows": counts,
        }
        facts["tables"] = fingerprint(connection)
    return facts | {"check": check_soundness(workspace).as_json()}


def masked_log(text: str) -> Iterator[str]:
    """The lines of a log that say where and of which kind; what an error quotes is left out."""
    for line in text.splitlines():
        if header := _HEADER.match(line):
            yield " ".join(header.groups())
        elif frame := _FRAME.match(line):
            yield f"  {_place(frame['path'])}:{frame['line']} {frame['name']}"
        elif error := _ERROR.match(line):
            yield error[1]


def _place(path: str) -> str:
    """A file of the program by its place in it; the folders above may carry somebody's name."""
    parts = re.split(r"[\\/]", path)
    start = next((at for at, part in enumerate(parts) if part in _PARTS), len(parts) - 1)
    return "/".join(parts[start:])

"""Kills receiving and exporting at chosen points, as a power cut does, and says what then stands in the folder.

The work runs in a forked process that counts what it asks of the database and of the disk, and kills itself (SIGKILL)
at the point chosen; or it is killed from outside after a time, wherever it then is, within SQLite too.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import Engine, Table, event, select

from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.exchange.reading import read_payload
from app.journal.store import OPERATIONS, entities, table_of
from app.restoring import check_soundness
from app.workspace import open_workspace
from models.everything import METADATA

#: What Python tells of the disk (sys.addaudithook); SQLite's own writing lies between its statements.
_ON_DISK = {"open", "os.rename", "os.remove", "os.mkdir", "shutil.copyfile"}
_LOCAL = ("peer", "package_note")

Work = Callable[[Path], object]
State = tuple[frozenset[str], tuple[tuple[str, int], ...], frozenset[tuple[Any, ...]]]


def receiving(packages: Path) -> Work:
    """The work of receiving a folder of packages."""

    def work(folder: Path) -> None:
        with closing(open_workspace(folder)) as workspace:
            receive_packages(workspace, [packages])

    return work


def exporting(out: Path) -> Work:
    """The work of writing packages into a folder."""

    def work(folder: Path) -> None:
        with closing(open_workspace(folder)) as workspace:
            export_packages(workspace, out)

    return work


def points_of(work: Work, folder: Path) -> int:
    """Do the work in a process of its own; at how many points it could have been killed."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        counted = _Counting(None)
        _run(lambda: (work(folder), os.write(writer, str(counted.passed).encode())))
    os.close(writer)
    with os.fdopen(reader) as stream:
        found = stream.read()
    assert os.waitpid(process, 0)[1] == 0, "the work went wrong"
    return int(found)


def killed_at(point: int, work: Work, folder: Path) -> bool:
    """Do the work and kill it at this point; whether it came so far."""
    process = os.fork()
    if process == 0:
        _Counting(point)
        _run(lambda: work(folder))
    return _ended_by_force(process)


def killed_after(seconds: float, work: Work, folder: Path) -> bool:
    """Do the work and kill it after so long; whether it was still at it."""
    process = os.fork()
    if process == 0:
        _run(lambda: work(folder))
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    return _ended_by_force(process)


def _run(job: Callable[[], object]) -> NoReturn:
    """The whole life of the forked process: nothing of the tests' own tidying up happens in it."""
    status = 1
    try:
        job()
        status = 0
    finally:
        os._exit(status)


def _ended_by_force(process: int) -> bool:
    status = os.waitpid(process, 0)[1]
    assert os.WIFSIGNALED(status) or status == 0, "the work went wrong"
    return os.WIFSIGNALED(status)


class _Counting:
    """Counts the points passed in this process and ends it at the one chosen."""

    def __init__(self, point: int | None) -> None:
        self.point, self.passed = point, 0
        for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
            event.listen(Engine, name, lambda *_: self._pass())
        sys.addaudithook(lambda name, _: self._pass() if name in _ON_DISK else None)

    def _pass(self) -> None:
        if self.passed == self.point:
            os.kill(os.getpid(), signal.SIGKILL)
        self.passed += 1


def state_of(folder: Path, *, proved: bool = True) -> State:
    """What an office holds: the operations by name, how many rows each table has, the packages noted; proved sound."""
    with closing(open_workspace(folder)) as workspace:
        if proved:
            found = check_soundness(workspace)
            assert found.sound, found
        with workspace.engine.connect() as connection:
            names = frozenset(connection.execute(select(OPERATIONS.c.name)).scalars())
            tables: list[Table] = [table_of(entity) for entity in entities()]
            tables += [METADATA.tables[name] for name in _LOCAL]
            counts = tuple((table.name, len(connection.execute(select(table)).all())) for table in tables)
            notes = METADATA.tables["package_note"]
            noted = connection.execute(select(notes.c.id, notes.c.incoming, notes.c.result)).all()
    return names, counts, frozenset(tuple(one) for one in noted)


class KillingReceivers:
    """Offices that are as `office` is, each receiving these packages and killed meanwhile, then let alone."""

    def __init__(self, office: Path, packages: Path, place: Path) -> None:
        self._office, self._packages, self._place = office, sorted(packages.iterdir()), place
        self._work, self._number = receiving(packages), 0
        #: Before the first package, and after each.
        self.states = [state_of(office)]
        for number in range(1, 1 + len(self._packages)):
            first = place / f"first-{number}"
            first.mkdir()
            for one in self._packages[:number]:
                shutil.copy(one, first)
            folder = self._copy()
            receiving(first)(folder)  # here, so that no process forked later loads modules: that would be points too
            self.states.append(state_of(folder, proved=False))
        started = time.perf_counter()
        self.points = points_of(self._work, self._copy())
        self.seconds = time.perf_counter() - started

    def at(self, point: int) -> int:
        """How many packages an office holds that is killed at this point."""
        folder = self._copy()
        assert killed_at(point, self._work, folder)
        return self._proved(folder)

    def after(self, seconds: float) -> int:
        """How many packages an office holds that is killed after so long."""
        folder = self._copy()
        killed_after(seconds, self._work, folder)
        return self._proved(folder)

    def _copy(self) -> Path:
        self._number += 1
        return Path(shutil.copytree(self._office, self._place / f"office-{self._number}"))

    def _proved(self, folder: Path) -> int:
        """It stands as before or after a package, its copies of packages are whole, and the same again completes it."""
        taken = self.states.index(state_of(folder))
        known = {one.read_bytes() for one in self._packages}
        assert all(one.read_bytes() in known for one in folder.glob("inbox/*.xlsx"))
        self._work(folder)
        assert state_of(folder, proved=False) == self.states[-1]
        shutil.rmtree(folder)
        return taken


class KillingExporters:
    """Offices that are as `office` is, each exporting and killed meanwhile, then let alone."""

    def __init__(self, office: Path, place: Path) -> None:
        self._office, self._place, self._number = office, place, 0
        self.points = points_of(*self._next())

    def at(self, point: int) -> None:
        """Kill one at this point: it stays sound, no half package bears its name, and the same again makes a whole."""
        self._number += 1
        work, folder = self._next()
        assert killed_at(point, work, folder)
        state_of(folder)
        out = self._out()
        assert all(read_payload(one).manifest["count"] for one in out.glob("*.xlsx"))
        work(folder)
        made = [read_payload(one).manifest["count"] for one in out.glob("*.xlsx")]
        assert len(made) in (1, 2)
        assert len(set(made)) == 1
        shutil.rmtree(folder)

    def _out(self) -> Path:
        return self._place / f"packages-{self._number}"

    def _next(self) -> tuple[Work, Path]:
        return exporting(self._out()), Path(shutil.copytree(self._office, self._place / f"office-{self._number}"))

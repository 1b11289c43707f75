"""Histories through real package files: `run.py test tests/long/package_histories.py -n0 -s`; COUNT (200), FIRST, JOBS.

Laptops in folders of their own work, correct cells, send workbooks, lose them and receive them twice; a copied folder
works on. What a package brings only in part comes as operations: a workbook is whole or refused.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.database import foreign_key_problems
from app.exchange.packing import export_packages
from app.exchange.payload import Payload
from app.journal.arrival import Arrival
from app.workspace import open_workspace
from tests.app.exchange import quick
from tests.app.journal.history import WEIGHTED, History
from tests.app.journal.world import DAY, Laptop, Package, exchange, make_folders

COUNT = int(os.environ.get("COUNT", "200"))
FIRST = int(os.environ.get("FIRST", "0"))
JOBS = int(os.environ.get("JOBS", str(os.cpu_count() or 1)))
STEPS = 60
GROUPS: tuple[tuple[str, ...], ...] = (
    ("a1", "d1"),
    ("a1", "a2", "d1"),
    ("a1", "d1", "p1"),
    ("a1", "a2", "b1", "d1"),
    ("a1", "copy", "d1", "p1"),
    ("a1", "a2", "b1", "d1", "d2", "p1"),
)
WORDS = [word for word in WEIGHTED if word != "two_roads"]


@dataclass(frozen=True)
class FilePackage(Package):
    """A package as a workbook that holds so many operations; a part of one holds fewer."""

    file: Path = Path()
    whole: int = 0


class FileLaptop(Laptop):
    """A laptop that sends and receives workbooks."""

    def package(self, to: str) -> Package:
        """The workbook for an office."""
        [made] = export_packages(self.workspace, self.workspace.folder / "gửi", [to])
        payload = quick.read_here(made.file)
        assert isinstance(payload, Payload)
        sender, bodies = payload.manifest["from"], tuple(payload.operations)
        vector = payload.manifest["vector"]
        return FilePackage(sender["device"], sender["office"], to, vector, bodies, made.file, len(bodies))

    def receive(self, package: Package) -> Arrival:
        """Take the workbook, or the operations of a part of one."""
        assert isinstance(package, FilePackage)
        if len(package.bodies) != package.whole:
            return super().receive(package)
        report = quick.receive(self.workspace, package.file)
        assert report.result in ("merged", "already"), report.message
        assert report.proposals == [] or all(one.get("cell") is None for one in report.proposals), "I11"
        assert report.reported == [], "I11"
        return Arrival(new=report.new, known=report.known)

    def dangling(self) -> int:
        """How many rows name rows that are not there."""
        with self.connection() as connection:
            return foreign_key_problems(connection)


class FileHistory(History):
    """Packages themselves write too: keys, letters of a series."""

    def check_gaps(self, to: Laptop) -> None:
        for one in self.laptops:
            self.note(one)
        super().check_gaps(to)  # type: ignore[arg-type]

    def meet(self) -> None:
        exchange(*self.laptops)
        for one in self.laptops:
            self.note(one)
        super().meet()


def test_many_histories_through_real_packages(tmp_path: Path) -> None:
    first_folders = make_folders(tmp_path / "Máy các cơ quan")
    started, operations = time.monotonic(), 0
    with ProcessPoolExecutor(JOBS) as pool:
        played = pool.map(partial(_play, first_folders, tmp_path), range(FIRST, FIRST + COUNT))
        for done, count in enumerate(played, start=1):
            operations += count
            print(f"{done} histories, {operations} operations, {time.monotonic() - started:.0f} s", flush=True)


def _play(template: Path, room: Path, seed: int) -> int:
    rnd, folder = random.Random(seed), room / str(seed)
    names = GROUPS[seed % len(GROUPS)]
    for name in names:
        shutil.copytree(template / ("a1" if name == "copy" else name), folder / name)
    laptops = [FileLaptop(name, open_workspace(folder / name)) for name in names]
    for one in laptops:
        one.skew = rnd.choice((0, 0, DAY // 4, -DAY // 24, 300 * DAY, -20 * DAY))
    history = FileHistory(laptops)  # type: ignore[arg-type]
    number = len(names)
    steps = [
        (rnd.choice(WORDS), rnd.randrange(number), rnd.randrange(number), rnd.randrange(12), rnd.randrange(4))
        for _ in range(STEPS)
    ]
    history.run(steps)
    history.meet()
    for one in laptops:
        one.workspace.close()
    shutil.rmtree(folder)
    return len(history.truth)

"""One upper office receives the packages of many communes, against openpyxl merely reading (and writing) those files.

By hand: `python tests/benchmarks/many_packages.py [PACKAGES] [FOLDER]`, 170 without a number; a folder that is named
keeps the packages for the next run. Each commune is an office of its own with 1,000 households of 5 operations
(household, present house, case, decision, beginning of works), written by `record_many`, exported as an officer does.

The promises are ratios within one run: receiving all at most 3 times openpyxl's reading (read_only), all of them again
at most 1.5 times with no row changed, at most 600 MB, and exporting 1,000 households at most 2 times openpyxl's writing
(write_only) of the same cells. Every measurement is a process of its own, whose whole family is looked at for memory.
"""

from __future__ import annotations

import csv
import gc
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

# This program's modules are imported where they are used: a child process imports this file as it does the program's
# own main module, which imports nothing.

PACKAGES, HOUSEHOLDS = 170, 1_000
LIMITS = {"receive": 3.0, "again": 1.5, "export": 2.0}
MEMORY_LIMIT = 600
KEYS = "MAI_AM_KEYS"
UPPER = "11"


def commune_codes(count: int) -> list[str]:
    """So many codes of communes that the program knows."""
    with (Path(__file__).parents[2] / "resources/areas/communes.csv").open(encoding="utf-8", newline="") as file:
        return [line["code"] for line in csv.DictReader(file)][:count]


def make_package(folder: Path, code: str) -> None:
    """A commune with its households, exported; its own folder is thrown away."""
    from app.exchange.packing import export_packages

    with tempfile.TemporaryDirectory(dir=folder, prefix="commune-") as place:
        workspace = make_commune(Path(place) / "data", code)
        export_packages(workspace, folder / "packages")
        workspace.close()


def make_commune(folder: Path, code: str) -> Any:
    """The open data folder of a commune with its 1,000 households."""
    from app.actions import Action
    from app.areas.queries import villages
    from app.office.drafts import OfficeDraft
    from app.office.operations import initialise
    from models.vocabulary import Level
    from tests.benchmarks.generate import VILLAGES

    draft = OfficeDraft(
        Level.COMMUNE,
        code,
        f"Xã {code}",
        "Điện Biên",
        VILLAGES,
        superior_code=UPPER,
        superior_name="Sở Xây dựng tỉnh Điện Biên",
        person="Lò Thị Hoa",
    )
    workspace, _ = initialise(folder, draft)
    with workspace.read() as session:
        village_ids = [one.id for one in villages(session, code)]
    with workspace.change(Action.IMPORT_LIST) as change:
        rows = [row for number in range(HOUSEHOLDS) for row in five_rows(code, number, village_ids)]
        change.recorder.record_many(rows)
    return workspace


def five_rows(code: str, number: int, village_ids: list[str]) -> list[tuple[Any, dict[str, Any]]]:
    """A household like no other, surveyed, in a programme, decided and begun: five operations."""
    from app.bundled import programme_id
    from models.base import new_id
    from models.construction import StageRecord
    from models.household import Household
    from models.housing import HousingCondition
    from models.support import Decision, SupportCase
    from tests.benchmarks.generate import made_up_rows

    alike = int(code) * HOUSEHOLDS + number
    (_, household), (_, case) = list(made_up_rows(alike * 12 + 1, village_ids))[:2]
    chance = random.Random(alike)
    household |= {"code": f"MH{number:06}", "commune_code": code, "citizen_id": f"0{alike:011}"}
    house = {
        "household_id": household["id"],
        "surveyed_on": f"2026-01-{chance.randint(1, 28):02}",
        "description": "Nhà tạm vách nứa, nền đất, mái dột",
        "foundation": "đất",
        "foundation_hard": False,
        "frame_wall": "tre nứa",
        "frame_wall_hard": False,
        "roof": "tranh",
        "roof_hard": False,
        "area_m2": str(chance.randint(12, 40)),
        "built_year": chance.randint(1985, 2015),
        "need": "Xây mới",
    }
    amount, case_id = case["requested_amount"], case["id"]
    decided = {"office_code": code, "office_level": "commune", "number": f"{number // 100 + 1}/QĐ-UBND"}
    return [
        (Household, household),
        (HousingCondition, {"id": new_id(), **house}),
        (SupportCase, case | {"programme_id": programme_id("xoa-nha-tam"), "registered_on": "2026-02-02"}),
        (
            Decision,
            {"case_id": case_id, **decided, "decided_on": "2026-03-05", "amount": amount}
            | {"work_type": case["work_type"], "head_name": household["head_name"], "category": household["category"]},
        ),
        (StageRecord, {"case_id": case_id, "stage": "start", "done_on": f"2026-05-{chance.randint(1, 28):02}"}),
    ]


# What is measured: each by a process of its own, which prints its answer as one line of JSON


def make(folder: Path, count: int) -> dict[str, Any]:
    """The packages that are lacking, two at a time, and the upper office that receives them."""
    from concurrent.futures import ProcessPoolExecutor

    from app.office.drafts import OfficeDraft
    from app.office.operations import initialise
    from models.vocabulary import Level

    (folder / "packages").mkdir(parents=True, exist_ok=True)
    done = {path.name.split("_")[1].removeprefix("xa-") for path in packages_in(folder)}
    lacking = [code for code in commune_codes(count) if code not in done]
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(make_package, [folder] * len(lacking), lacking))
    if not (folder / "template").exists():
        draft = OfficeDraft(Level.UPPER, UPPER, "Sở Xây dựng tỉnh Điện Biên", "Điện Biên", person="Trần Văn Minh")
        initialise(folder / "template", draft)[0].close()
    return {"made": len(lacking)}


def packages_in(folder: Path, count: int | None = None) -> list[Path]:
    """The packages of a folder in the order of their names."""
    return sorted((folder / "packages").glob("*.xlsx"))[:count]


def read(folder: Path, count: int) -> dict[str, Any]:
    """What openpyxl alone takes to read every cell of these files."""
    from openpyxl import load_workbook

    def job() -> int:
        cells = 0
        for path in packages_in(folder, count):
            workbook = load_workbook(path, read_only=True)
            for sheet in workbook.worksheets:
                for row in sheet.iter_rows(values_only=True):
                    cells += len(row)
            workbook.close()
        return cells

    return timed(job)


def receive(folder: Path, count: int) -> dict[str, Any]:
    """All of them received by an office that has none."""
    shutil.rmtree(folder / "upper", ignore_errors=True)
    shutil.copytree(folder / "template", folder / "upper")
    return again(folder, count)


def again(folder: Path, count: int) -> dict[str, Any]:
    """All of them received by the office as it stands."""
    from app.exchange.merging import receive_packages
    from app.workspace import open_workspace

    gc.freeze()  # what is loaded stays, as in app/__main__.py
    workspace = open_workspace(folder / "upper")
    found = timed(lambda: receive_packages(workspace, packages_in(folder, count)))
    reports = found.pop("result")
    workspace.close()
    rows = [sum(one.rows[kind] for one in reports) for kind in ("new", "changed")]
    results = sorted({one.result for one in reports})
    return found | {"result": f"{len(reports)} {results}, rows new and changed {rows}", "rows": rows}


def export(folder: Path, count: int) -> dict[str, Any]:
    """One package of 1,000 households out of a commune's folder, the shortest of five."""
    from app.exchange.packing import export_packages
    from app.workspace import open_workspace

    gc.freeze()
    workspace = open_workspace(commune_folder(folder))
    (folder / "out").mkdir(exist_ok=True)
    found = min((timed(lambda: export_packages(workspace, folder / "out")) for _ in range(5)), key=_seconds)
    workspace.close()
    (made,) = found.pop("result")
    shutil.copyfile(made.file, folder / "exported.xlsx")
    return found | {"result": f"{made.operations} operations, {made.file.stat().st_size / 1e6:.1f} MB"}


def write(folder: Path, count: int) -> dict[str, Any]:
    """What openpyxl alone takes to write the cells of that package, the shortest of five."""
    from openpyxl import Workbook, load_workbook

    source = load_workbook(folder / "exported.xlsx", read_only=True)
    sheets = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in source.worksheets}

    def job() -> int:
        workbook = Workbook(write_only=True)
        for title, rows in sheets.items():
            sheet = workbook.create_sheet(title)
            for row in rows:
                sheet.append(row)
        workbook.save(folder / "written.xlsx")
        return sum(len(row) for rows in sheets.values() for row in rows)

    return min((timed(job) for _ in range(5)), key=_seconds)


def commune_folder(folder: Path) -> Path:
    """A commune's data folder with 1,000 households, made when it is first asked for."""
    place = folder / "commune"
    if not place.exists():
        make_commune(place, "03151").close()
    return place


def timed(job: Callable[[], Any]) -> dict[str, Any]:
    """Seconds of one run, those of processors in it and in its children, and what it gave."""
    started, before = time.perf_counter(), sum(os.times()[:4])
    result = job()
    return {"seconds": time.perf_counter() - started, "cpu": sum(os.times()[:4]) - before, "result": result}


def _seconds(found: dict[str, Any]) -> float:
    return float(found["seconds"])


STEPS = {step.__name__: step for step in (make, read, receive, again, export, write)}


# Looking at memory


class Memory(threading.Thread):
    """Looks at a process and all below it: the largest and the sum, in MB (shared pages counted by their share)."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process, self.largest, self.sum = process, 0.0, 0.0
        self.ended = threading.Event()

    def run(self) -> None:
        """Until it is told that the process has ended."""
        while not self.ended.wait(0.25):  # looking costs time of the processors that are measured
            found = [size for one in _family(self.process) if (size := _proportional_size(one))]
            self.largest, self.sum = max([self.largest, *found]), max(self.sum, sum(found))


def _family(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        below = {int(one) for task in tasks for one in (task / "children").read_text().split()}
    except OSError:
        return []
    return [process, *(one for child in sorted(below) for one in _family(child))]


def _proportional_size(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def measured(step: str, folder: Path, count: int) -> dict[str, Any]:
    """Run one step in a process of its own and say what it took."""
    command = [sys.executable, __file__, "--step", step, str(folder), str(count)]
    environment = os.environ | {KEYS: str(folder / "keys")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        memory = Memory(process.pid)
        memory.start()
        answer = process.communicate()[0]
        memory.ended.set()
    if process.returncode:
        raise SystemExit(process.returncode)
    found: dict[str, Any] = json.loads(answer.splitlines()[-1]) | {"largest": memory.largest, "sum": memory.sum}
    if "seconds" in found:
        line = f"{step:>8}: {found['seconds']:7.2f} s ({found['cpu']:.2f} s of processors)"
        line += f", largest process {memory.largest:.0f} MB, all {memory.sum:.0f} MB"
        print(f"{line}; {found['result']}", flush=True)
    return found


def main(count: int, folder: Path) -> int:
    """All measurements, and whether the promises hold."""
    measured("make", folder, count)
    found = {step: measured(step, folder, count) for step in ("read", "receive", "again", "export", "write")}
    base = {"receive": "read", "again": "read", "export": "write"}
    ratios = {step: found[step]["seconds"] / found[base[step]]["seconds"] for step in LIMITS}
    for step, ratio in ratios.items():
        print(f"{step} is {ratio:.2f} times openpyxl's {base[step]} (at most {LIMITS[step]})")
    peak = max(found[step]["sum"] for step in ("receive", "again"))
    print(f"memory of all processes of receiving: {peak:.0f} MB (at most {MEMORY_LIMIT})")
    kept = all(ratios[step] <= limit for step, limit in LIMITS.items()) and peak <= MEMORY_LIMIT
    return 0 if kept and found["again"]["rows"] == [0, 0] else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        print(json.dumps(STEPS[sys.argv[2]](Path(sys.argv[3]), int(sys.argv[4]))))
        sys.exit(0)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else PACKAGES
    if len(sys.argv) > 2:
        sys.exit(main(wanted, Path(sys.argv[2])))
    with tempfile.TemporaryDirectory(prefix="many-packages-") as name:
        sys.exit(main(wanted, Path(name)))

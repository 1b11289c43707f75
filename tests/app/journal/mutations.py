"""Plants one fault at a time in a copy of the journal and says which tests find it. Run by hand, it takes a while.

    python -m tests.app.journal.mutations [words of a fault's name ...]

JOBS copies run at once (2), EXAMPLES histories are tried by each random test (12).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
COPIED = ("app", "models", "migrations", "resources", "tests", "pyproject.toml")
HISTORIES = "tests/app/journal/test_histories.py"  # asked only when the small cases find nothing
ENOUGH = 3  # tests that found a fault; the rest need not run
SECONDS = 400


@dataclass(frozen=True)
class Fault:
    """A text of a module and what stands there instead."""

    name: str
    module: str
    right: str
    wrong: str


def faults() -> list[Fault]:
    """The faults kept in tests/files/journal_faults.toml."""
    kept = tomllib.loads((ROOT / "tests/files/journal_faults.toml").read_text(encoding="utf-8"))
    return [Fault(**one) for one in kept["fault"]]


def plant(fault: Fault, tests: Sequence[str] = ()) -> tuple[Fault, str, list[str], float]:
    """Run these tests, or the journal's, on a copy with this fault: (fault, verdict, tests that found it, seconds)."""
    source = (ROOT / fault.module).read_text(encoding="utf-8")
    if source.count(fault.right) != 1:
        return fault, f"NOT PLANTED ({source.count(fault.right)} places)", [], 0
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        copy.mkdir()
        for name in COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copyfile(ROOT / name, copy / name)
        (copy / fault.module).write_text(source.replace(fault.right, fault.wrong), encoding="utf-8")
        if tests:
            found = [one for test in tests for one in failing(copy, test)]
        else:
            found = failing(copy, "tests/app/journal", f"--ignore={HISTORIES}") or failing(copy, HISTORIES)
    return fault, "found" if found else "SURVIVED", found, time.monotonic() - start


def failing(copy: Path, *tests: str) -> list[str]:
    """The tests that fail in a copy."""
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "--tb=no"]
    command += [f"--maxfail={ENOUGH}", f"--basetemp={copy.parent}/pytest", *tests]
    environment = {"EXAMPLES": "12", **os.environ, "NO_SHRINK": "1", "PYTHONPATH": str(copy)}
    try:
        done = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return ["the time limit"]
    found = re.findall(r"^(?:FAILED|ERROR) tests/app/(\S+)", done.stdout, re.MULTILINE)
    return found or ([done.stdout[-300:] + done.stderr[-300:]] if done.returncode else [])


def main() -> None:
    """Plant the faults whose names hold all words given, or all."""
    words = sys.argv[1:]
    chosen = [fault for fault in faults() if not words or any(word in fault.name for word in words)]
    survived = 0
    with ThreadPoolExecutor(int(os.environ.get("JOBS", "2"))) as pool:
        for fault, verdict, found, seconds in pool.map(plant, chosen):
            survived += verdict != "found"
            print(f"{verdict:9} {seconds:4.0f} s  {fault.name}: {', '.join(found)}", flush=True)
    print(f"{len(chosen) - survived} of {len(chosen)} faults found")
    sys.exit(survived > 0)


if __name__ == "__main__":
    main()

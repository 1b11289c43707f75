"""A full disk and a killed process during an import: all rows or none, and a sound database."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from sqlalchemy import func, select

from app.restoring import check_soundness
from app.workspace import Workspace, open_workspace
from models.household import Household
from tests.app.lists.sheets import HEADINGS, write_list

MANY = 1_000


@pytest.fixture
def large_list(tmp_path: Path) -> Path:
    """A list long enough to be killed within."""
    return list_of(MANY, tmp_path)


def list_of(count: int, folder: Path) -> Path:
    rows = [(one, f"Lò Văn {one}", 1960, f"011060{one:06}", f"Bản {one % 9}") for one in range(count)]
    return write_list(folder / "danh sách.xlsx", [HEADINGS, *rows])


def start(workspace: Workspace, path: Path, *before: str) -> subprocess.Popen[str]:
    """`list import` in a process group of its own."""
    command = [*before, sys.executable, "-m", "app", "--data", str(workspace.folder), "--json", "list", "import"]
    return subprocess.Popen(
        [*command, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


@contextmanager
def reopened(workspace: Workspace) -> Iterator[Workspace]:
    """The same folder as the next start finds it."""
    found = open_workspace(workspace.folder)
    try:
        yield found
    finally:
        found.close()


def households(workspace: Workspace) -> int:
    with workspace.read() as session:
        return session.scalar(select(func.count()).select_from(Household)) or 0


def test_a_full_disk_is_told_and_changes_nothing(commune: Workspace, tmp_path: Path) -> None:
    commune.close()
    size = (commune.folder / "mai-am.db").stat().st_size  # the backup before an import has room, what it writes has not
    done = start(commune, list_of(3 * MANY, tmp_path), "prlimit", f"--fsize={size + 200_000}")
    out, err = done.communicate(timeout=60)
    assert done.returncode == 3, err
    assert "đĩa đã đầy" in json.loads(out)["error"]["message"]
    assert "Traceback" not in err
    with reopened(commune) as found:
        assert households(found) == 0
        assert check_soundness(found).sound


@pytest.mark.parametrize("delay", [0.5, 0.9, 1.3])
def test_an_import_killed_at_any_moment_has_saved_all_or_nothing(
    commune: Workspace, large_list: Path, delay: float
) -> None:
    commune.close()
    done = start(commune, large_list)
    time.sleep(delay)
    os.killpg(done.pid, signal.SIGKILL)
    done.communicate(timeout=30)
    with reopened(commune) as found:
        assert households(found) in (0, MANY)
        assert check_soundness(found).sound
    again = start(commune, large_list)
    out, err = again.communicate(timeout=60)
    assert again.returncode == 0, err
    counts = json.loads(out)
    assert counts["new"] + counts["unchanged"] == MANY
    with reopened(commune) as found:
        assert households(found) == MANY


def test_no_reader_outlives_its_program(commune: Workspace, large_list: Path) -> None:
    commune.close()
    done = start(commune, large_list)
    time.sleep(0.9)
    family = psutil.Process(done.pid).children(recursive=True)
    os.kill(done.pid, signal.SIGKILL)
    done.communicate(timeout=30)
    _gone, alive = psutil.wait_procs(family, timeout=15)
    assert alive == []

"""A full disk and a killed process lose nothing that was acknowledged and leave nothing half done."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from app.actions import Action
from app.exchange.packing import export_packages
from app.journal.rebuilding import fingerprint
from app.problems import Trouble
from app.restoring import check_soundness
from app.workspace import Workspace, open_workspace
from models.household import Household


def start(workspace: Workspace, *words: str, limit: int | None = None) -> subprocess.Popen[str]:
    """A command on the folder in a process of its own; `limit` is how large a file may grow, in bytes."""
    command = [sys.executable, "-m", "app", "--data", str(workspace.folder), "--json", *words]
    if limit is not None:
        command = ["prlimit", f"--fsize={limit}", *command]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


@contextmanager
def reopened(workspace: Workspace) -> Iterator[Workspace]:
    """The same folder as the next start finds it."""
    found = open_workspace(workspace.folder)
    try:
        yield found
    finally:
        found.close()


def households(workspace: Workspace) -> int:
    """How many households stand in the records."""
    with workspace.read() as session:
        return session.scalar(select(func.count()).select_from(Household)) or 0


MANY = 3_000


@pytest.fixture(scope="module")
def large_template(commune_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a commune of a thousand households, with its package for the upper office in it."""
    folder = tmp_path_factory.mktemp("xã lớn") / "Dữ liệu"
    shutil.copytree(commune_template, folder)
    workspace = open_workspace(folder)
    with workspace.change(Action.IMPORT_LIST) as change:
        rows: list[tuple[type[Any], dict[str, Any]]] = [
            (Household, {"head_name": f"Lò Văn {number}", "commune_code": "03151"}) for number in range(MANY)
        ]
        change.recorder.record_many(rows)
    export_packages(workspace, folder / "gói")
    workspace.close()
    return folder


@pytest.fixture
def large_commune(large_template: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A commune of a thousand households."""
    workspace = open_workspace(Path(shutil.copytree(large_template, tmp_path / "Dữ liệu xã lớn")))
    yield workspace
    workspace.close()


@pytest.fixture
def large_package(large_template: Path) -> Path:
    """Its package for the upper office."""
    [package] = (large_template / "gói").iterdir()
    return package


def test_a_full_disk_while_receiving_is_told_and_changes_nothing(upper: Workspace, large_package: Path) -> None:
    upper.close()
    size = (upper.folder / "mai-am.db").stat().st_size
    done = start(upper, "package", "receive", str(large_package), limit=size + 100_000)
    out, err = done.communicate(timeout=60)
    assert done.returncode in (1, 3), err
    assert "đĩa đã đầy" in out + err
    assert "Traceback" not in err
    with reopened(upper) as found:
        assert households(found) == 0
        assert check_soundness(found).sound


def test_a_full_disk_while_exporting_leaves_no_half_package(large_commune: Workspace, tmp_path: Path) -> None:
    large_commune.close()
    out = tmp_path / "ra"
    done = start(large_commune, "package", "export", str(out), limit=60_000)
    _, err = done.communicate(timeout=60)
    assert done.returncode == 3, err
    assert "Traceback" not in err
    assert not [path for path in out.iterdir() if path.is_file()]
    with reopened(large_commune) as found:
        assert check_soundness(found).sound


def test_a_second_window_on_the_same_folder_says_so(commune: Workspace) -> None:
    commune.hold_window()
    with reopened(commune) as second, pytest.raises(Trouble, match="already_open"):
        second.hold_window()


def test_a_damaged_database_is_one_sentence(commune: Workspace) -> None:
    commune.close()
    path = commune.folder / "mai-am.db"
    data = bytearray(path.read_bytes())
    data[:200] = b"x" * 200
    path.write_bytes(bytes(data))
    done = start(commune, "tasks", "list")
    out, err = done.communicate(timeout=30)
    assert done.returncode == 3
    assert json.loads(out)["error"]["status"] == 3
    assert "khôi phục từ bản sao lưu" in err
    assert "Traceback" not in err


def test_a_change_that_fails_leaves_rows_and_journal_as_they_were(commune: Workspace) -> None:
    def state() -> dict[str, str]:
        with commune.engine.connect() as connection:
            return fingerprint(connection)

    before = state()
    with pytest.raises(ZeroDivisionError):
        _fail_midway(commune)
    assert state() == before


def _fail_midway(workspace: Workspace) -> None:
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        change.session.add(Household(head_name="Lò Văn Pâng"))
        change.session.flush()
        raise ZeroDivisionError


def test_after_a_window_that_did_not_end_in_order_a_damaged_file_is_told(commune: Workspace) -> None:
    commune.hold_window()
    commune.close()
    _damage(commune.database)
    with reopened(commune) as found:
        found.hold_window()  # the last window closed in order: the start does not read the whole file
    ends_at_once = "import os, sys; from pathlib import Path; from app.workspace import open_workspace; "
    ends_at_once += "open_workspace(Path(sys.argv[1])).hold_window(); os._exit(9)"
    subprocess.run([sys.executable, "-c", ends_at_once, str(commune.folder)], check=False, timeout=60)
    with reopened(commune) as found, pytest.raises(Trouble, match="database_damaged"):
        found.hold_window()


def _damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    start = len(data) // 2 // 4096 * 4096
    data[start : start + 4096] = b"\xff" * 4096
    path.write_bytes(bytes(data))

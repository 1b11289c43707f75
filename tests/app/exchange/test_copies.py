"""A folder that was copied, or put back from a backup, finds out and takes an identity of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.exchange.merging import receive_package
from app.exchange.tasks import list_tasks
from app.workspace import Workspace, open_workspace
from models.vocabulary import TaskKind
from tests.app.exchange.test_packages import head_of, rename, send
from tests.make import make_household


def copy_of(workspace: Workspace, folder: Path) -> Workspace:
    """The same folder once more, as a USB stick would bring it."""
    workspace.close()
    shutil.copytree(workspace.folder, folder)
    return open_workspace(folder)


def test_a_copied_folder_is_met_on_the_way_and_nothing_is_lost(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    household = make_household(commune, "Lò Văn Pâng")
    copied = copy_of(commune, tmp_path / "bản sao")
    device = commune.author.device
    rename(commune, household, "Lò Văn Một")
    rename(copied, household, "Lò Văn Hai")
    receive_package(upper, send(commune, tmp_path / "a"))
    receive_package(upper, send(copied, tmp_path / "b"))
    assert TaskKind.FORK in {one.kind for one in list_tasks(upper)}
    receive_package(commune, send(upper, tmp_path / "c", "03151"))
    assert commune.author.device != device, "it met its own number from outside"
    receive_package(upper, send(commune, tmp_path / "under its new name"))
    receive_package(commune, send(upper, tmp_path / "what it lacked", "03151"))
    kinds = {one.kind for one in list_tasks(commune)}
    assert {TaskKind.CONFLICT, TaskKind.FORK} <= kinds
    rename(commune, household, "Lò Văn Ba")
    receive_package(upper, send(commune, tmp_path / "d"))
    assert head_of(upper, household) == "Lò Văn Ba"
    copied.close()


def test_a_backup_put_back_is_told_by_the_vector_alone(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    receive_package(upper, send(commune, tmp_path / "a"))
    earlier = copy_of(commune, tmp_path / "sao lưu")
    household = make_household(commune, "Lò Văn Pâng")
    receive_package(upper, send(commune, tmp_path / "b"))
    device = earlier.author.device
    receive_package(earlier, send(upper, tmp_path / "c", "03151"))
    assert earlier.author.device != device
    receive_package(upper, send(earlier, tmp_path / "d"))
    receive_package(earlier, send(upper, tmp_path / "e", "03151"))
    assert head_of(earlier, household) == "Lò Văn Pâng", "it gets back what it has lost"
    earlier.close()

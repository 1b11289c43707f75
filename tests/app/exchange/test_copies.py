"""A folder that was copied, or put back from a backup, finds out and takes an identity of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.exchange.tasks import decide_task, list_tasks
from app.workspace import Workspace, open_workspace
from models.vocabulary import TaskKind
from tests.app.exchange.quick import receive
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
    receive(upper, send(commune, tmp_path / "a"))
    receive(upper, send(copied, tmp_path / "b"))
    make_household(copied, "Quàng Thị Ín")
    receive(upper, send(copied, tmp_path / "b nữa"))
    assert [one.kind for one in list_tasks(upper)].count(TaskKind.FORK) == 1, "one a laptop, however long the branches"
    receive(commune, send(upper, tmp_path / "c", "03151"))
    assert commune.author.device != device, "it met its own number from outside"
    receive(upper, send(commune, tmp_path / "under its new name"))
    assert TaskKind.FORK not in {one.kind for one in list_tasks(upper)}
    receive(commune, send(upper, tmp_path / "what it lacked", "03151"))
    kinds = {one.kind for one in list_tasks(commune)}
    assert TaskKind.CONFLICT in kinds
    assert TaskKind.FORK not in kinds, "one of the two has a new identity: they are told apart"
    [task] = [one for one in list_tasks(commune) if one.kind is TaskKind.CONFLICT]
    assert [one.origin.file for one in task.values if one.origin] == ["", ""], "both branches have one number"
    rename(commune, household, "Lò Văn Ba")
    receive(upper, send(commune, tmp_path / "d"))
    assert head_of(upper, household) == "Lò Văn Ba"
    copied.close()


def test_a_fork_with_a_copy_nobody_uses_any_more_ends_when_it_was_looked_at_and_comes_back_with_a_third_branch(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    copies = [copy_of(commune, tmp_path / name) for name in ("một", "hai")]
    for number, one in enumerate((commune, *copies)):
        make_household(one, f"Lò Văn {number}")
    for number, one in enumerate((commune, copies[0])):
        receive(upper, send(one, tmp_path / str(number)))
    [task] = [one for one in list_tasks(upper) if one.kind is TaskKind.FORK]
    assert "Máy văn phòng" in task.text
    decide_task(upper, task.id, 1)
    assert TaskKind.FORK not in {one.kind for one in list_tasks(upper)}
    receive(upper, send(copies[1], tmp_path / "bản thứ ba"))
    [again] = [one for one in list_tasks(upper) if one.kind is TaskKind.FORK]
    assert again.id != task.id
    receive(commune, send(upper, tmp_path / "về", "03151"))
    receive(upper, send(commune, tmp_path / "tên mới"))
    assert TaskKind.FORK in {one.kind for one in list_tasks(upper)}, "two still number alike"
    receive(copies[0], send(upper, tmp_path / "về bản một", "03151"))
    receive(upper, send(copies[0], tmp_path / "tên mới của bản một"))
    assert TaskKind.FORK not in {one.kind for one in list_tasks(upper)}
    for one in copies:
        one.close()


def test_a_backup_put_back_is_told_by_the_vector_alone(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    receive(upper, send(commune, tmp_path / "a"))
    earlier = copy_of(commune, tmp_path / "sao lưu")
    household = make_household(commune, "Lò Văn Pâng")
    receive(upper, send(commune, tmp_path / "b"))
    device = earlier.author.device
    receive(earlier, send(upper, tmp_path / "c", "03151"))
    assert earlier.author.device != device
    receive(upper, send(earlier, tmp_path / "d"))
    receive(earlier, send(upper, tmp_path / "e", "03151"))
    assert head_of(earlier, household) == "Lò Văn Pâng", "it gets back what it has lost"
    earlier.close()

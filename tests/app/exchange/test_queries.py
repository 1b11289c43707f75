"""What the window asks of the exchange: counts that agree with the package, tasks decided together."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions import Action
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.exchange.queries import foot, outgoing, packages
from app.exchange.tasks import decide_tasks, list_tasks
from app.problems import Cancelled, Refused
from app.progress import Progress
from app.workspace import Workspace
from models.household import Household
from models.vocabulary import TaskKind
from tests.make import make_approved, make_case, make_household


def send(sender: Workspace, receiver: Workspace, folder: Path) -> None:
    (made,) = export_packages(sender, folder, [receiver.author.office])
    receive_packages(receiver, [made.file])


def edit(workspace: Workspace, household: str, name: str) -> None:
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        row = change.session.get(Household, household)
        assert row is not None
        row.head_name = name


def test_what_leaves_is_what_the_package_carries(commune: Workspace, tmp_path: Path) -> None:
    make_approved(commune, make_case(commune, "Lò Văn Pâng"), make_case(commune, "Quàng Thị Ín"))
    with commune.read() as session:
        (told,) = outgoing(session, commune.author)
    (made,) = export_packages(commune, tmp_path)
    assert (told.to, told.name, told.last_sent) == ("11", "Sở Xây dựng tỉnh Điện Biên", None)
    assert told.operations == made.operations
    assert (told.households, told.all_households, told.approved) == (2, 2, 120_000_000)
    assert told.rows["decision"] == 2


def test_what_was_confirmed_does_not_leave_again(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_case(commune)
    send(commune, upper, tmp_path / "1")
    send(upper, commune, tmp_path / "2")
    with commune.read() as session:
        (told,) = outgoing(session, commune.author)
    assert (told.operations, told.households, told.all_households) == (0, 0, 1)
    assert told.last_sent is not None
    with upper.read() as session:
        assert [one.name for one in outgoing(session, upper.author)] == ["Phường Mường Lay"]


def test_what_came_and_went_is_listed_the_newest_first(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_case(commune)
    send(commune, upper, tmp_path / "1")
    send(upper, commune, tmp_path / "2")
    with commune.read() as session:
        rows = packages(session)
    assert [(row.incoming, row.office, row.result) for row in rows] == [
        (True, "Sở Xây dựng tỉnh Điện Biên", "merged"),
        (False, "Sở Xây dựng tỉnh Điện Biên", "written"),
    ]
    state = foot(commune)
    assert state.office == "Phường Mường Lay"
    assert state.backup is not None
    assert state.package is not None
    assert state.tasks == len(list_tasks(commune))


def test_tasks_of_one_kind_are_decided_together_or_not_at_all(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    households = [make_household(commune, name) for name in ("Lò Văn Pâng", "Quàng Thị Ín")]
    send(commune, upper, tmp_path / "1")
    for one in households:
        edit(upper, one, "Tên khác")
    send(upper, commune, tmp_path / "2")
    waiting = [one.id for one in list_tasks(commune) if one.kind is TaskKind.PROPOSAL]
    assert len(waiting) == 2
    with pytest.raises(Refused):
        decide_tasks(commune, [*waiting, "proposal:none"], 2)
    assert len([one for one in list_tasks(commune) if one.kind is TaskKind.PROPOSAL]) == 2
    done = decide_tasks(commune, waiting, 2, "theo căn cước")
    assert done.action is Action.ACCEPT_PROPOSAL
    assert not [one for one in list_tasks(commune) if one.kind is TaskKind.PROPOSAL]
    with commune.read() as session:
        assert {session.get_one(Household, one).head_name for one in households} == {"Tên khác"}


def test_a_laptop_is_confirmed_once(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_household(commune)
    send(commune, upper, tmp_path / "1")
    (task,) = [one for one in list_tasks(upper) if one.kind is TaskKind.DEVICE]
    assert "Máy văn phòng" in task.text
    decide_tasks(upper, [task.id], 1)
    make_household(commune, "Quàng Thị Ín")
    send(commune, upper, tmp_path / "2")
    assert not [one for one in list_tasks(upper) if one.kind is TaskKind.DEVICE]


def test_stopping_between_files_tells_what_was_received(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    make_household(commune)
    files = [export_packages(commune, tmp_path / str(number))[0].file for number in range(3)]

    def stop_after_one(done: int, total: int, text: str) -> None:
        if done == 1:
            progress.cancel()

    progress = Progress(stop_after_one)
    reports = receive_packages(upper, files, progress)
    assert [one.file for one in reports] == files[: len(reports)]
    assert len(reports) < 3
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        receive_packages(upper, files, stopped)

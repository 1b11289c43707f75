"""Laptop clocks between 1970 and 2099 break nothing; one that is wrong is told, once."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
import uuid6

from app.exchange.laptop_tasks import clock_tasks
from app.exchange.task import Task
from app.exchange.tasks import decide_task, list_decisions
from app.restoring import check_soundness
from app.workspace import Workspace
from models.vocabulary import TaskKind
from tests.app.exchange.quick import receive
from tests.app.exchange.test_packages import head_of, rename, send
from tests.make import make_household


def at_year(monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    """The system clock of this machine stands in another year; afterwards ids begin again where they were."""
    monkeypatch.setattr(uuid6, "_last_v7_timestamp", None)
    moment = int(dt.datetime(year, 6, 1, 8, tzinfo=dt.UTC).timestamp()) * 1_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: moment)


def clocks(workspace: Workspace, now: dt.datetime | None = None) -> list[Task]:
    """What an office is told of clocks."""
    with workspace.engine.connect() as connection:
        return clock_tasks(connection, workspace.author.device, now)


@pytest.mark.parametrize("year", [1970, 2099])
def test_a_clock_of_another_age_breaks_nothing(
    commune: Workspace, upper: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    home = make_household(commune, "Lò Văn Pâng")
    at_year(monkeypatch, year)
    rename(commune, home, "Lò Văn Pánh")
    file = send(commune, tmp_path / "1")
    monkeypatch.undo()
    assert receive(upper, file).result == "merged"
    rename(commune, home, "Lò Văn Pằng")
    assert receive(upper, send(commune, tmp_path / "2")).conflicts == 0
    assert head_of(upper, home) == head_of(commune, home) == "Lò Văn Pằng"
    assert check_soundness(upper).sound
    ahead = [one for one in clocks(upper) if "03151" not in one.id]
    assert [one.text.split(", ")[0] for one in ahead] == (
        ["Máy “Máy văn phòng” của Phường Mường Lay ghi ngày 01/06/2099"] if year == 2099 else []
    )


def test_the_clock_of_this_laptop_is_told_when_it_went_back(
    commune: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_year(monkeypatch, 2099)
    make_household(commune)
    monkeypatch.undo()
    (told,) = clocks(commune)
    assert told.text.endswith(
        "trước ngày ghi sổ gần nhất 01/06/2099. Xem lại ngày giờ của máy, sửa cho đúng rồi làm tiếp."
    )


def test_a_date_before_the_last_save_is_told_until_somebody_says_it_is_right(commune: Workspace) -> None:
    make_household(commune)
    assert clocks(commune) == []
    yesterday = dt.datetime.now(dt.UTC) - dt.timedelta(days=1, hours=1)
    (told,) = clocks(commune, yesterday)
    assert told.kind is TaskKind.CLOCK
    assert "trước ngày ghi sổ gần nhất" in told.text


def test_a_clock_that_was_told_is_not_told_again(
    commune: Workspace, upper: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_year(monkeypatch, 2099)
    make_household(commune)
    file = send(commune, tmp_path)
    monkeypatch.undo()
    receive(upper, file)
    (task,) = [one for one in list_decisions(upper) if one.kind is TaskKind.CLOCK]
    decide_task(upper, task.id, 1)
    assert not [one for one in list_decisions(upper) if one.kind is TaskKind.CLOCK]

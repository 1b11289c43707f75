"""What is done for backups without being asked: damaged ones are found and replaced, and one lies on another drive."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import time_machine

from app import backup
from app.backup_care import (
    back_up_to,
    backup_lines,
    care_of,
    carry_outside,
    choose_place,
    leave,
    look_after,
    office_place,
    on_other_drive,
    outside_days,
)
from app.backup_proof import read_seal, seal_path
from app.problems import Trouble
from app.workspace import Workspace
from tests.app.test_backup_proof import OPENS_WITH, flip
from tests.make import make_household

NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def stick() -> Iterator[Path]:
    """A folder on another drive than the tests' own: the memory of the machine is one."""
    with tempfile.TemporaryDirectory(dir="/dev/shm", prefix="usb-") as place:
        yield Path(place)


def days_without(workspace: Workspace, now: dt.datetime) -> int | None:
    with workspace.engine.connect() as connection:
        return outside_days(connection, workspace.folder, now)


def test_a_flipped_byte_in_a_backup_is_told_at_the_next_start_and_another_is_made(commune: Workspace) -> None:
    make_household(commune, "Lò Văn Pâng")
    [file] = backup.backups_in(commune.folder / backup.FOLDER)
    flip(file, file.stat().st_size // 2)
    found = look_after(commune)
    assert (found.damaged, found.made) == ((file.name,), True)
    [made] = backup.backups_in(commune.folder / backup.FOLDER)
    assert backup.check_backup(made).missing == 0
    assert read_seal(made).heads == backup.heads_of(commune.engine)  # type: ignore[union-attr]
    assert file.with_name(file.name + backup.DAMAGED_ENDING).exists(), "nothing is thrown away"
    assert look_after(commune).damaged == ()


def test_a_backup_of_an_earlier_version_without_a_seal_is_read_instead(commune: Workspace) -> None:
    make_household(commune, "Lò Văn Pâng")
    [file] = backup.backups_in(commune.folder / backup.FOLDER)
    seal_path(file).unlink()
    assert look_after(commune).damaged == ()
    file.write_bytes(file.read_bytes()[:9000])
    assert look_after(commune).damaged == (file.name,)


def test_the_start_makes_the_backup_of_the_day_and_sweeps_up_after_a_killed_program(commune: Workspace) -> None:
    folder = commune.folder / backup.FOLDER
    for file in backup.backups_in(folder):
        file.unlink()
    (commune.folder / "thu-sao-luu-xyz").mkdir()
    folder.mkdir(exist_ok=True)
    (folder / "2026-01-01.db.part").write_bytes(b"half")
    assert look_after(commune).made
    assert len(backup.backups_in(folder)) == 1
    assert not (commune.folder / "thu-sao-luu-xyz").exists()
    assert list(folder.glob("*.part")) == []


def test_another_drive_is_told_from_the_same(commune: Workspace, stick: Path, tmp_path: Path) -> None:
    assert on_other_drive(commune.folder, stick / "not there yet")
    assert not on_other_drive(commune.folder, tmp_path)


def test_seven_days_without_a_backup_on_another_drive_are_told_of(
    commune: Workspace, stick: Path, tmp_path: Path
) -> None:
    make_household(commune, "Lò Văn Pâng")
    assert days_without(commune, NOW + dt.timedelta(days=6)) is None
    assert days_without(commune, NOW + dt.timedelta(days=9)) in (9, 10)
    back_up_to(commune, tmp_path / "a.db")
    assert days_without(commune, NOW + dt.timedelta(days=9)) in (9, 10), "the same drive does not count"
    back_up_to(commune, stick / "a.db")
    assert care_of(commune.engine).outside is not None
    assert days_without(commune, NOW + dt.timedelta(days=7)) is None
    assert days_without(commune, NOW + dt.timedelta(days=9)) == 8


def test_the_second_place_gets_a_backup_of_every_new_state_and_one_only(commune: Workspace, stick: Path) -> None:
    make_household(commune, "Lò Văn Pâng")
    choose_place(commune, stick, None)
    assert carry_outside(commune)
    assert not carry_outside(commune)
    make_household(commune, "Quàng Thị Ín")
    commune.close()
    leave(commune.folder)
    place = office_place("03151", stick)
    newest, *_ = backup.backups_in(place)
    assert read_seal(newest).heads == backup.heads_of(commune.engine)  # type: ignore[union-attr]
    assert {line.outside for line in backup_lines(commune)} == {True, False}


def test_with_a_password_the_second_place_holds_locked_files_only(commune: Workspace, stick: Path) -> None:
    choose_place(commune, stick, OPENS_WITH)
    assert carry_outside(commune)
    [file] = backup.backups_in(office_place("03151", stick))
    assert file.suffix == ".maiam"
    assert backup.check_backup(file, OPENS_WITH).missing == 0


def test_a_stick_that_is_not_there_is_no_fault_and_one_that_refuses_is_told(commune: Workspace, tmp_path: Path) -> None:
    choose_place(commune, tmp_path / "gone", None)
    assert look_after(commune).trouble is None
    refusing = tmp_path / "tệp"
    refusing.mkdir()
    (refusing / "mai-am-03151").write_text("a file where the folder should be")
    choose_place(commune, refusing, None)
    found = look_after(commune)
    assert isinstance(found.trouble, Trouble)
    assert not found.carried
    assert [one.name for one in refusing.iterdir()] == ["mai-am-03151"]


def test_two_backups_of_one_moment_do_not_spoil_each_other(commune: Workspace) -> None:
    make_household(commune)
    with time_machine.travel("2026-11-21T07:00:00+00:00", tick=False), ThreadPoolExecutor(2) as side_by_side:
        for one in [side_by_side.submit(backup.write_now, commune.engine, commune.folder) for _ in range(2)]:
            one.result()
    newest, *_ = backup.backups_in(commune.folder / backup.FOLDER)
    assert newest.name == "2026-11-21-070000.db"
    backup.check_backup(newest)

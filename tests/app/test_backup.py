"""A backup carries the photos, each once, and proves them by their content; backups without photos stay readable."""

from __future__ import annotations

import contextlib
import json
import lzma
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app import backup
from app.actions import Action
from app.backup import check_backup, write_backup
from app.photos.operations import PhotosDraft, add_photos, remove_photo
from app.photos.queries import photos_missing, photos_of
from app.pictures import BESIDE, PictureCount, photo_path, stored
from app.problems import Trouble
from app.restoring import check_soundness, restore
from app.workspace import Workspace
from models.photo import Photo
from tests.app.photos.test_photos import phone_picture
from tests.make import make_household

RELEASED = Path(__file__).parents[1] / "files" / "database-1.db.xz"


@pytest.fixture
def pictured(commune: Workspace, tmp_path: Path) -> Workspace:
    """A commune with three photos of two houses."""
    for name, colours in (("Lò Văn Pâng", ("brown", "green")), ("Quàng Thị Ín", ("blue",))):
        files = tuple(phone_picture(tmp_path / f"{one}.jpg", colour=one) for one in colours)
        add_photos(commune, PhotosDraft(make_household(commune, name), files))
    return commune


def contents(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return sorted(str(one) for one in session.scalars(select(Photo.content)))


def a_household(workspace: Workspace) -> str:
    with workspace.read() as session:
        return str(session.scalars(select(Photo.household_id)).first())


def missing(workspace: Workspace) -> int:
    with workspace.read() as session:
        return photos_missing(session, workspace.folder)


def test_a_backup_brings_the_photos_to_another_laptop(pictured: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "usb" / "mai-am.db"
    write_backup(pictured.engine, file, pictured.folder)
    assert check_backup(file) == PictureCount(here=3)
    workspace, _ = restore(tmp_path / "Máy hai", file)
    with contextlib.closing(workspace):
        assert missing(workspace) == 0
        for one in contents(workspace):
            assert photo_path(workspace.folder, one).read_bytes() == photo_path(pictured.folder, one).read_bytes()
        assert check_soundness(workspace).sound


def test_backups_in_one_folder_keep_a_photo_once(pictured: Workspace, tmp_path: Path) -> None:
    write_backup(pictured.engine, tmp_path / "usb" / "1.db", pictured.folder)
    first = {one: one.stat().st_mtime_ns for one in (tmp_path / "usb" / BESIDE).rglob("*.jpg")}
    assert len(first) == 3
    more = phone_picture(tmp_path / "red.jpg", colour="red")
    add_photos(pictured, PhotosDraft(make_household(pictured, "Vì Văn Siêng"), (more,)))
    write_backup(pictured.engine, tmp_path / "usb" / "2.db", pictured.folder)
    second = {one: one.stat().st_mtime_ns for one in (tmp_path / "usb" / BESIDE).rglob("*.jpg")}
    assert len(second) == 4
    assert first.items() <= second.items()
    assert check_backup(tmp_path / "usb" / "1.db") == PictureCount(here=3)


def test_the_backup_of_the_day_carries_the_photos(pictured: Workspace) -> None:
    shutil.rmtree(pictured.folder / backup.FOLDER)
    make_household(pictured, "Vì Văn Siêng")
    [file] = (pictured.folder / backup.FOLDER).glob("*.db")
    assert check_backup(file) == PictureCount(here=3)


def test_a_photo_taken_off_is_in_the_backup_for_whoever_puts_it_back(pictured: Workspace, tmp_path: Path) -> None:
    with pictured.read() as session:
        photo = photos_of(session, a_household(pictured))[0]
    remove_photo(pictured, photo.id, photo.version)
    file = tmp_path / "usb" / "mai-am.db"
    write_backup(pictured.engine, file, pictured.folder)
    workspace, _ = restore(tmp_path / "Máy hai", file)
    with contextlib.closing(workspace):
        assert missing(workspace) == 0
        assert photo_path(workspace.folder, photo.content).exists()


@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_checking_a_backup_compares_every_photo_with_its_name(pictured: Workspace, tmp_path: Path, harm: str) -> None:
    file = tmp_path / "usb" / "mai-am.db"
    write_backup(pictured.engine, file, pictured.folder)
    harmed = stored(file.parent / BESIDE, contents(pictured)[0])
    if harm == "gone":
        harmed.unlink()
    else:
        harmed.write_bytes(harmed.read_bytes()[:-1] + b"x")
    lacking = {"missing": 1} if harm == "gone" else {"damaged": 1}
    assert check_backup(file) == PictureCount(here=2, **lacking)
    workspace, _ = restore(tmp_path / "Máy hai", file)
    with contextlib.closing(workspace):
        assert missing(workspace) == 1, "a damaged photo is not put back as if it were sound"


def test_a_damaged_photo_of_the_data_folder_is_found_and_never_carried(pictured: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "usb" / "mai-am.db"
    write_backup(pictured.engine, file, pictured.folder)
    harmed = photo_path(pictured.folder, contents(pictured)[0])
    harmed.write_bytes(b"none")
    found = check_soundness(pictured)
    assert (found.sound, found.pictures) == (False, PictureCount(here=2, damaged=1))
    write_backup(pictured.engine, file, pictured.folder)
    assert check_backup(file) == PictureCount(here=3), "the sound one beside the backup stays"
    restore(pictured.folder, file)[0].close()
    assert check_backup(pictured.database) == PictureCount(here=3), "restoring mends it"


def test_a_backup_without_photos_beside_it_is_restored_and_its_photos_are_waited_for(
    pictured: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "usb" / "mai-am.db"
    write_backup(pictured.engine, file)
    assert check_backup(file) == PictureCount(missing=3)
    workspace, _ = restore(tmp_path / "Máy hai", file)
    with contextlib.closing(workspace):
        assert missing(workspace) == 3


def test_a_backup_of_a_version_before_photos_is_checked_and_restored(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    file.write_bytes(lzma.decompress(RELEASED.read_bytes()))
    assert check_backup(file) == PictureCount()
    workspace, _ = restore(tmp_path / "mới", file)
    with contextlib.closing(workspace):
        assert missing(workspace) == 0


def test_a_content_that_is_no_hash_names_no_file_outside(pictured: Workspace, tmp_path: Path) -> None:
    with pictured.change(Action.SAVE_PHOTO) as change:
        change.session.add(Photo(household_id=a_household(pictured), subject="survey", content="../../../etc/passwd"))
    assert photo_path(pictured.folder, "../../x").parent.parent == pictured.folder / "photos"
    file = tmp_path / "usb" / "mai-am.db"
    write_backup(pictured.engine, file, pictured.folder)
    assert check_backup(file) == PictureCount(here=3, missing=1)


def test_a_file_that_is_no_backup_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"none" * 500)
    for name, code in (("a.db", "backup_damaged"), ("b.db", "file_missing")):
        with pytest.raises(Trouble) as told:
            check_backup(tmp_path / name)
        assert told.value.code == code


def test_the_commands_back_up_check_and_restore_photos(pictured: Workspace, tmp_path: Path) -> None:
    pictured.close()
    file, other = tmp_path / "usb" / "a.db", tmp_path / "Máy hai"

    def shell(folder: Path, *words: str) -> dict[str, Any]:
        command = [sys.executable, "-m", "app", "--data", str(folder), *words, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    assert shell(pictured.folder, "backup", str(file))["photos"] == 3
    assert shell(pictured.folder, "check", "--backup", str(file))["photos"] == 3
    assert shell(other, "restore", str(file))["photos_missing"] == 0
    checked = shell(other, "check")
    assert (checked["photos_missing"], checked["photos_damaged"]) == (0, 0)


def test_restoring_copies_nothing_twice(pictured: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "usb" / "mai-am.db"
    write_backup(pictured.engine, file, pictured.folder)
    workspace, _ = restore(tmp_path / "Máy hai", file)
    with contextlib.closing(workspace):
        assert backup.backups_in(workspace.folder / backup.FOLDER) == [], "what stands there came from a backup"
        make_household(workspace, "Vì Văn Siêng")
        assert len(backup.backups_in(workspace.folder / backup.FOLDER)) == 1

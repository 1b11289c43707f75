"""A backup counts once it was restored to a scratch file and compared; what harms it later is found by its seal."""

from __future__ import annotations

import contextlib
import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from app import backup
from app.backup_files import Proven, carry_files
from app.backup_proof import read_figures, read_seal, seal_path, still_sealed
from app.database import FILE_NAME
from app.photos.operations import PhotosDraft, add_photos
from app.pictures import BESIDE, PictureCount, photo_path
from app.problems import Cancelled, Trouble
from app.progress import Progress
from app.restoring import check_soundness, restore
from app.wording.messages import trouble_text
from app.workspace import Workspace
from tests.app.photos.test_photos import phone_picture
from tests.make import make_household

OPENS_WITH = "mật khẩu 'nhà' 2026"


def pictured(workspace: Workspace, tmp_path: Path) -> None:
    files = tuple(phone_picture(tmp_path / f"{one}.jpg", colour=one) for one in ("brown", "green"))
    add_photos(workspace, PhotosDraft(make_household(workspace, "Lò Văn Pâng"), files))


def flip(file: Path, place: int) -> None:
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(bytes(data))


def test_a_seal_tells_rows_chains_and_photos_of_what_was_proved(commune: Workspace, tmp_path: Path) -> None:
    pictured(commune, tmp_path)
    file = tmp_path / "usb" / "a.db"
    seal = backup.write_backup(commune.engine, file, commune.folder)
    assert read_seal(file) == seal
    assert still_sealed(file)
    assert seal.pictures == PictureCount(here=2)
    assert seal.heads == backup.heads_of(commune.engine)
    with contextlib.closing(driver.connect(str(file))) as copy:
        assert seal.rows == sum(read_figures(copy).rows.values())
    assert list(commune.folder.glob("thu-sao-luu-*")) == [], "the scratch file is gone"


def test_figures_tell_two_states_apart(commune: Workspace, tmp_path: Path) -> None:
    found = [backup.copy_database(commune.engine, tmp_path / f"{one}.db")[0] for one in "ab"]
    assert found[0] == found[1]
    make_household(commune, "Lò Văn Pâng")
    after, _ = backup.copy_database(commune.engine, tmp_path / "c.db")
    assert after.heads != found[0].heads
    assert after.rows["household"] == found[0].rows["household"] + 1
    assert after.totals != found[0].totals


@pytest.mark.parametrize("place", [17, 5000, -1])
def test_any_flipped_byte_of_a_backup_is_found(commune: Workspace, tmp_path: Path, place: int) -> None:
    file = tmp_path / "usb" / "a.db"
    backup.write_backup(commune.engine, file, commune.folder)
    flip(file, place)
    before = commune.database.read_bytes()
    for use in (lambda: backup.check_backup(file), lambda: restore(tmp_path / "Máy hai", file)):
        with pytest.raises(Trouble, match="backup_damaged"):
            use()
    assert commune.database.read_bytes() == before
    assert not (tmp_path / "Máy hai" / FILE_NAME).exists()


def test_photos_proved_before_are_not_read_again_and_changed_ones_are(commune: Workspace, tmp_path: Path) -> None:
    pictured(commune, tmp_path)
    file = tmp_path / "usb" / "a.db"
    backup.write_backup(commune.engine, file, commune.folder)
    store = file.parent / BESIDE
    [first, second] = sorted(store.glob("??/*.jpg"))
    assert Proven(store).holds(first)
    flip(second, 100)
    assert not Proven(store).holds(second)
    assert backup.check_backup(file) == PictureCount(here=1, damaged=1)
    assert backup.write_backup(commune.engine, file, commune.folder).pictures == PictureCount(here=2)
    assert second.read_bytes() == photo_path(commune.folder, second.stem).read_bytes(), "mended from the data folder"


def test_what_was_proved_longest_ago_is_read_again(tmp_path: Path) -> None:
    store = tmp_path / "anh"
    (store / "ab").mkdir(parents=True)
    names = [f"ab/ab{number:062x}.jpg" for number in range(3)]
    for name in names:
        (store / name).write_bytes(b"none of these fits its name")
    proven = Proven(store)
    proven.add([store / name for name in names])
    proven.save()
    kept = json.loads((store / "da-kiem-tra.json").read_text())
    kept[Path(names[1]).name][2] = "2026-01-01"
    (store / "da-kiem-tra.json").write_text(json.dumps(kept))
    proven = Proven(store)
    proven.forget_oldest(200)
    assert carry_files([], store, names, proven=proven) == PictureCount(here=2, damaged=1)


def test_a_backup_of_a_newer_version_is_told_and_nothing_changes(commune: Workspace, tmp_path: Path) -> None:
    file, other = tmp_path / "moi.db", tmp_path / "Máy hai"
    backup.copy_database(commune.engine, file)
    with contextlib.closing(driver.connect(str(file), isolation_level=None)) as copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
    restore(other, commune_copy(commune, tmp_path))[0].close()
    before = (other / FILE_NAME).read_bytes()
    with pytest.raises(Trouble, match="backup_newer") as told:
        restore(other, file)
    assert "phiên bản mới hơn" in trouble_text(told.value)
    assert (other / FILE_NAME).read_bytes() == before
    assert not list(other.glob("*.restoring"))


def commune_copy(commune: Workspace, tmp_path: Path) -> Path:
    file = tmp_path / "usb" / "mai-am.db"
    backup.write_backup(commune.engine, file, commune.folder)
    return file


def test_a_locked_backup_is_one_file_that_opens_with_its_password_only(
    commune: Workspace, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pictured(commune, tmp_path)
    file = tmp_path / "usb" / "a.maiam"
    seal = backup.write_backup(commune.engine, file, commune.folder, password=OPENS_WITH)
    assert (seal.locked, seal.pictures) == (True, PictureCount(here=2))
    assert sorted(one.name for one in file.parent.iterdir()) == ["a.maiam", "a.maiam.kiem-tra"]
    assert "Pâng".encode() not in file.read_bytes()
    for password, code in ((None, "backup_needs_password"), ("sai", "backup_wrong_password")):
        with pytest.raises(Trouble, match=code):
            restore(tmp_path / "Máy hai", file, password)
    assert capfd.readouterr().err == ""
    assert backup.check_backup(file, OPENS_WITH) == backup.check_backup(file) == PictureCount(here=2)
    workspace, _ = restore(tmp_path / "Máy hai", file, OPENS_WITH)
    with contextlib.closing(workspace):
        found = check_soundness(workspace)
        assert found.sound
        assert found.pictures == PictureCount(here=2)


def test_a_locked_backup_without_its_seal_and_with_a_flipped_byte_is_told(commune: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "usb" / "a.maiam"
    backup.write_backup(commune.engine, file, commune.folder, password=OPENS_WITH)
    seal_path(file).unlink()
    with pytest.raises(Trouble, match="backup_needs_password"):
        backup.check_backup(file)
    flip(file, 9000)
    with pytest.raises(Trouble, match="backup_damaged"):
        backup.check_backup(file, OPENS_WITH)


def test_a_backup_that_is_stopped_leaves_nothing(commune: Workspace, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    file = tmp_path / "usb" / "a.db"
    with pytest.raises(Cancelled):
        backup.write_backup(commune.engine, file, commune.folder, progress=progress)
    assert list(file.parent.iterdir()) == []


def test_a_full_stick_is_one_sentence_and_the_older_backup_stays(commune: Workspace, tmp_path: Path) -> None:
    """A process that may write no file above 300 kB meets what a full stick answers."""
    file = commune_copy(commune, tmp_path)
    before = file.read_bytes()
    commune.close()
    done = subprocess.run(
        [sys.executable, "-m", "app", "--data", str(commune.folder), "backup", str(file)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)),
    )
    assert done.returncode != 0
    assert "ổ đĩa đã đầy" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.glob("*.part")] == []


def test_packages_one_after_the_other_need_a_backup_only_where_something_was_recorded(commune: Workspace) -> None:
    def count() -> int:
        backup.before_records(commune.engine, commune.folder)
        return len(backup.backups_in(commune.folder / backup.FOLDER))

    assert (count(), count()) == (1, 1)
    make_household(commune, "Lò Văn Pâng")
    assert (count(), count()) == (2, 2)


def test_leaving_makes_a_backup_only_after_something_was_recorded(commune: Workspace) -> None:
    backup.before_first_change(commune.engine, commune.folder)
    assert not backup.where_recorded(commune.engine, commune.folder)
    make_household(commune, "Lò Văn Pâng")
    assert backup.where_recorded(commune.engine, commune.folder)
    assert not backup.where_recorded(commune.engine, commune.folder)
    newest = backup.backups_in(commune.folder / backup.FOLDER)[0]
    seal = read_seal(newest)
    assert seal is not None
    assert seal.heads == backup.heads_of(commune.engine)

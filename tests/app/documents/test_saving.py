"""Claims about files that are whole or not there at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.documents.saving import whole_file
from app.problems import Trouble
from app.wording.messages import trouble_text


def test_the_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "Biên bản xã Ba Tơ.pdf"
    with whole_file(target) as stream:
        stream.write(b"whole")
        assert not target.exists()
    assert target.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [target]


def test_a_fault_of_ours_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), whole_file(tmp_path / "a.pdf") as stream:
        stream.write(bytes(1 // (stream.write(b"half") - 4)))
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as told, whole_file(tmp_path / "none" / "a.pdf"):
        pass
    assert told.value.code == "cannot_write"
    assert "a.pdf" in trouble_text(told.value)


def test_a_full_disk_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    """/dev/full refuses every byte as a full disk does; the part file is made to lead there."""
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    (tmp_path / "a.pdf.part").symlink_to("/dev/full")
    with pytest.raises(Trouble) as told, whole_file(target) as stream:
        stream.write(b"x" * 100_000)
    assert told.value.code == "disk_full"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_target_held_open_elsewhere_keeps_the_new_file_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Windows does while a reader holds the old file: only the replacing of that one name is refused."""
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    (tmp_path / "a (2).pdf").write_bytes(b"older")
    really = Path.replace

    def replace(part: Path, name: Path) -> Path:
        if name == target:
            raise PermissionError(13, "held open")
        return really(part, name)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(Trouble) as told, whole_file(target) as stream:
        stream.write(b"new")
    assert told.value.code == "file_kept_beside"
    assert "a (3).pdf" in trouble_text(told.value)
    assert (tmp_path / "a (3).pdf").read_bytes() == b"new"
    assert target.read_bytes() == b"old"

"""What a preview read is saved as it was shown; a file that changed since, or is understood otherwise, is read anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.lists.kept_reading import KeptReading
from app.lists.operations import ImportOptions, import_list
from app.lists.reading import ReadingOptions
from app.problems import Trouble
from app.workspace import Workspace
from tests.app.lists.sheets import write_list

HEADINGS = ["Họ và tên chủ hộ", "Thôn"]


def test_the_same_file_is_read_once(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", [HEADINGS, ["Lò Văn Pâng", "Bản Hua Nạng"]])
    kept = KeptReading()
    first = kept.read(path, ReadingOptions())
    assert kept.read(path, ReadingOptions()) is first
    assert kept.read(path, ReadingOptions(keep_unmapped=True)) is not first


def test_a_file_changed_or_gone_since_is_read_anew(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", [HEADINGS, ["Lò Văn Pâng", "Bản Hua Nạng"]])
    kept = KeptReading()
    kept.read(path, ReadingOptions())
    write_list(path, [HEADINGS, ["Quàng Thị Ín", "Bản Chi Luông"]])
    assert [one.values.head_name for one in kept.read(path, ReadingOptions()).rows] == ["Quàng Thị Ín"]
    path.unlink()
    with pytest.raises(Trouble):
        kept.read(path, ReadingOptions())


def test_what_was_shown_is_what_is_saved(commune: Workspace, tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", [HEADINGS, ["Lò Văn Pâng", "Bản Hua Nạng"]])
    kept = KeptReading()
    _, shown = import_list(commune, path, ImportOptions(dry_run=True), kept=kept)
    changes, saved = import_list(commune, path, kept=kept)
    assert changes is not None
    assert (saved.rows, saved.new) == (shown.rows, 1)

"""Pictures wait for their house through a crash; thirty are taken in at once, and one change records them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from app.photos.operations import SURVEY
from app.photos.queries import photos_missing, photos_of
from app.photos.waiting import (
    LIST,
    WaitingPhoto,
    drop_waiting,
    give_photos,
    mean_for,
    take_in,
    waiting_path,
    waiting_photos,
)
from app.pictures import WAITING
from app.problems import Refused
from app.undo import undo_newest
from app.wording.messages import trouble_text
from app.workspace import Workspace
from tests.make import make_household


def zalo_pictures(folder: Path, count: int) -> list[Path]:
    """Pictures without day or place, each with its own content."""
    files = [folder / f"zalo {number}.jpg" for number in range(count)]
    for number, file in enumerate(files):
        Image.new("RGB", (64, 48), (8 * number, 90, 40)).save(file)
    return files


def names(photos: Sequence[WaitingPhoto]) -> list[str]:
    return [one.name for one in photos]


def test_thirty_pictures_wait_and_one_change_gives_them_to_their_houses(commune: Workspace, tmp_path: Path) -> None:
    first, second = make_household(commune), make_household(commune, "Cà Văn Ánh")
    told = take_in(commune, zalo_pictures(tmp_path, 30))
    assert (told.added, told.twice, told.broken) == (30, (), ())
    photos = waiting_photos(commune)
    mean_for(commune, [replace(one, household_id=first, subject="roof") for one in photos[:20]])
    mean_for(commune, [replace(one, household_id=second, subject=SURVEY) for one in photos[20:29]])
    give_photos(commune, [one for one in waiting_photos(commune) if one.household_id], "2026-10-29")
    assert names(waiting_photos(commune)) == ["zalo 29.jpg"]
    with commune.read() as session:
        kept = photos_of(session, first, ["roof"])
        assert {one.taken_on for one in kept} == {"2026-10-29"}
        assert len(kept) == 20
        assert len(photos_of(session, second)) == 9
        assert photos_missing(session, commune.folder) == 0
    undo_newest(commune)
    assert len(waiting_photos(commune)) == 30, "taken back, they wait again"
    assert len([one for one in waiting_photos(commune) if one.household_id]) == 29


def test_no_day_is_needed(commune: Workspace, tmp_path: Path) -> None:
    house = make_household(commune)
    take_in(commune, zalo_pictures(tmp_path, 1))
    give_photos(commune, [replace(one, household_id=house, subject="roof") for one in waiting_photos(commune)])
    with commune.read() as session:
        assert [one.taken_on for one in photos_of(session, house)] == [None]


def test_a_broken_picture_is_told_and_the_others_go_on(commune: Workspace, tmp_path: Path) -> None:
    files = zalo_pictures(tmp_path, 2)
    broken = tmp_path / "hỏng.jpg"
    broken.write_bytes(b"\xff\xd8\xff no picture")
    told = take_in(commune, [files[0], broken, tmp_path / "không có.jpg", files[1]])
    assert told.added == 2
    assert [trouble_text(one) for one in told.broken] == [
        "Không đọc được ảnh hỏng.jpg. Chọn ảnh khác, hoặc mở ảnh rồi lưu lại thành tệp JPG.",
        "Không thấy tệp không có.jpg. Kiểm tra lại tên tệp hoặc cắm lại USB.",
    ]


def test_the_same_picture_twice_is_told_with_its_house(commune: Workspace, tmp_path: Path) -> None:
    house = make_household(commune)
    files = zalo_pictures(tmp_path, 2)
    take_in(commune, files)
    again = take_in(commune, files[:1])
    assert (again.added, again.twice) == (0, (("zalo 0.jpg", ""),))
    give_photos(commune, [replace(waiting_photos(commune)[0], household_id=house, subject="roof")])
    again = take_in(commune, files[:1])
    assert again.twice == (("zalo 0.jpg", "Lò Văn Pâng"),)


def test_a_lost_list_loses_no_picture(commune: Workspace, tmp_path: Path) -> None:
    take_in(commune, zalo_pictures(tmp_path, 3))
    (commune.folder / WAITING / LIST).write_text("[{", encoding="utf-8")
    assert len(waiting_photos(commune)) == 3


def test_dropped_ones_leave_no_file(commune: Workspace, tmp_path: Path) -> None:
    take_in(commune, zalo_pictures(tmp_path, 2))
    content = waiting_photos(commune)[0].content
    drop_waiting(commune, [content])
    assert len(waiting_photos(commune)) == 1
    assert not waiting_path(commune.folder, content).exists()


def test_without_a_house_nothing_is_recorded(commune: Workspace, tmp_path: Path) -> None:
    take_in(commune, zalo_pictures(tmp_path, 1))
    with pytest.raises(Refused):
        give_photos(commune, waiting_photos(commune))
    assert len(waiting_photos(commune)) == 1

"""Pictures come in upright, small and without the camera's notes; day and place are copied out first."""

from __future__ import annotations

import io
import json
import random
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from PIL.TiffImagePlugin import IFDRational

from app.photos.intake import LONGEST_SIDE, read_picture
from app.photos.operations import PhotosDraft, add_photos, remove_photo
from app.photos.queries import photos_missing, photos_of
from app.pictures import photo_path
from app.problems import Cancelled, Refused, Trouble
from app.progress import Progress
from app.support.queries import facts_of
from app.undo import undo_newest
from app.wording.messages import trouble_text
from app.workspace import Workspace
from tests.make import make_case, make_household

ROOT = Path(__file__).parents[3]


def phone_picture(path: Path, *, colour: str = "brown") -> Path:
    """A picture as a phone writes it: lying on its side, with day, place and the owner's name in its notes."""
    picture = Image.new("RGB", (3000, 2000), colour)
    notes = picture.getexif()
    notes[ExifTags.Base.Orientation] = 6
    notes[ExifTags.Base.Artist] = "Lò Văn Chụp"
    notes.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:10:05 09:30:00"
    place = notes.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLongitudeRef] = "N", "E"
    place[ExifTags.GPS.GPSLatitude] = (IFDRational(22), IFDRational(3), IFDRational(30))
    place[ExifTags.GPS.GPSLongitude] = (IFDRational(103), IFDRational(9), IFDRational(0))
    picture.save(path, "JPEG", exif=notes)
    return path


def test_a_picture_is_kept_upright_small_and_bare_with_its_day_and_place_beside_it(tmp_path: Path) -> None:
    kept = read_picture(phone_picture(tmp_path / "IMG_01.jpg"))
    assert (kept.taken_on, kept.latitude, kept.longitude) == ("2026-10-05", "22.058333", "103.15")
    with Image.open(io.BytesIO(kept.jpeg)) as picture:
        assert max(picture.size) == LONGEST_SIDE
        assert picture.height > picture.width, "stood upright"
        assert not picture.getexif()
    assert b"Ch\xe1\xbb\xa5p" not in kept.jpeg


def test_a_picture_without_notes_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "zalo.png"
    Image.new("RGBA", (40, 30), "red").save(path)
    kept = read_picture(path)
    assert (kept.taken_on, kept.latitude, kept.longitude) == (None, None, None)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", b"%PDF-1.7 no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_what_is_no_picture_is_told_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    with pytest.raises(Trouble) as told:
        read_picture(path)
    assert told.value.code == "picture_unreadable"


@pytest.mark.parametrize(("width", "height"), [(16_000, 16_000), (11_000, 11_000)])
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_unpacked(
    tmp_path: Path, width: int, height: int
) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (width, height)).save(path)
    with pytest.raises(Trouble) as told:
        read_picture(path)
    assert told.value.code == "picture_too_large"
    assert "bomb.png" in trouble_text(told.value)


def test_a_head_that_promises_a_huge_picture_is_refused_by_its_head_alone(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    head = b"IHDR" + struct.pack(">II5B", 200_000, 200_000, 8, 2, 0, 0, 0)
    chunks = [head, b"IDAT" + zlib.compress(bytes(100))]
    told_sizes = (struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in chunks)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(told_sizes))
    with pytest.raises(Trouble) as told:
        read_picture(path)
    assert told.value.code == "picture_too_large"


def test_pictures_are_unpacked_in_a_process_of_their_own(tmp_path: Path) -> None:
    """Here the reader is loaded, but no picture format is: the parsers ran elsewhere."""
    path = phone_picture(tmp_path / "a.jpg")
    told = subprocess.run(
        [sys.executable, "-c", _READ_HERE, str(path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.split() == ["2026-10-05", "0"]


_READ_HERE = """
import sys
from pathlib import Path
from app.photos.intake import read_picture
if __name__ == "__main__":
    from PIL import Image
    picture = read_picture(Path(sys.argv[1]))
    print(picture.taken_on, len(Image.OPEN))
"""


def test_a_picture_that_keeps_its_reader_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.photos.intake.SECONDS", 0.0)
    with pytest.raises(Trouble) as told:
        read_picture(phone_picture(tmp_path / "a.jpg"))
    assert told.value.code == "picture_too_large"


def test_taking_pictures_in_can_be_stopped_while_one_is_read(commune: Workspace, tmp_path: Path) -> None:
    house = make_household(commune)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        add_photos(commune, PhotosDraft(house, (phone_picture(tmp_path / "a.jpg"),)), progress)
    with commune.read() as session:
        assert photos_of(session, house) == []


def test_damaged_pictures_of_every_format_are_told_in_one_sentence(tmp_path: Path) -> None:
    chance = random.Random(4)
    for kind in ("JPEG", "PNG", "WEBP", "BMP", "TIFF"):
        path = tmp_path / f"a.{kind.lower()}"
        Image.effect_noise((200, 150), 60).save(path, kind)
        whole = bytearray(path.read_bytes())
        for place in chance.sample(range(min(len(whole), 200)), 60):
            whole[place] = chance.randrange(256)
        path.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(Trouble) as told:
            read_picture(path)
        assert "\n" not in trouble_text(told.value)


def test_a_file_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as told:
        read_picture(tmp_path / "none.jpg")
    assert told.value.code == "file_missing"


def test_the_same_picture_lies_in_the_folder_once_and_is_recorded_once(commune: Workspace, tmp_path: Path) -> None:
    house = make_household(commune)
    file = phone_picture(tmp_path / "a.jpg")
    add_photos(commune, PhotosDraft(house, (file,), taken_on="2026-11-01"))
    add_photos(commune, PhotosDraft(house, (file, phone_picture(tmp_path / "b.jpg", colour="green"))))
    with commune.read() as session:
        rows = photos_of(session, house)
        assert len(rows) == 2
        assert rows[0].taken_on == "2026-10-05", "the camera's day wins over the typed one"
        assert photos_missing(session, commune.folder) == 0
    assert len(list((commune.folder / "photos").rglob("*.jpg"))) == 2
    assert not list((commune.folder / "photos").rglob("a.jpg")), "never under the given name"
    photo_path(commune.folder, rows[0].content).unlink()
    with commune.read() as session:
        assert photos_missing(session, commune.folder) == 1


def test_one_bad_file_keeps_all_out_and_a_photo_taken_off_comes_back_by_undo(
    commune: Workspace, tmp_path: Path
) -> None:
    house = make_household(commune)
    (tmp_path / "bad.jpg").write_bytes(b"none")
    with pytest.raises(Trouble):
        add_photos(commune, PhotosDraft(house, (phone_picture(tmp_path / "a.jpg"), tmp_path / "bad.jpg")))
    with commune.read() as session:
        assert photos_of(session, house) == []
    add_photos(commune, PhotosDraft(house, (tmp_path / "a.jpg",)))
    with commune.read() as session:
        (row,) = photos_of(session, house)
    remove_photo(commune, row.id, row.version)
    with commune.read() as session:
        assert photos_of(session, house) == []
    undo_newest(commune)
    with commune.read() as session:
        assert len(photos_of(session, house)) == 1


def test_only_the_survey_and_the_stages_have_photos(commune: Workspace, tmp_path: Path) -> None:
    draft = PhotosDraft(make_household(commune), (phone_picture(tmp_path / "a.jpg"),), subject="wedding")
    with pytest.raises(Refused):
        add_photos(commune, draft)


def test_a_stage_takes_photos_on_the_command_line(commune: Workspace, tmp_path: Path) -> None:
    case = make_case(commune)
    with commune.read() as session:
        house = facts_of(session, [case])[0].household_id
    commune.close()
    file = phone_picture(tmp_path / "a.jpg")
    command = [sys.executable, "-m", "app", "--data", str(commune.folder), "stage", "record", house]
    done = subprocess.run(
        [*command, "--stage", "start", "--date", "2026-10-06", "--photo", str(file), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["changed"] == [house]
    checked = subprocess.run(
        [sys.executable, "-m", "app", "--data", str(commune.folder), "check", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(checked.stdout)["photos_missing"] == 0
    assert len(list((commune.folder / "photos").rglob("*.jpg"))) == 1

"""Photos travel beside packages in parts: any order, twice, lost, asked for again; hostile ones change nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.exchange.contents import ContentKind, awaited
from app.pictures import is_sound, photo_path
from app.workspace import Workspace
from tests.app.exchange.pictures import jpeg, receive, send_with_photos, take_photos
from tests.make import make_household


def here(workspace: Workspace) -> set[str]:
    """The contents of photos that lie in a data folder, sound."""
    return {one.stem for one in (workspace.folder / "photos").glob("??/*.jpg") if is_sound(one)}


def missing(workspace: Workspace) -> dict[ContentKind, int]:
    """What an office awaits."""
    with workspace.read() as session:
        return awaited(session.connection(), workspace.folder, workspace.author.office)


def test_photos_come_beside_the_package_and_lie_under_their_content(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    contents = take_photos(commune, make_household(commune), jpeg(1), jpeg(2))
    made = send_with_photos(commune, tmp_path)
    receive(upper, made.file)
    assert missing(upper) == {ContentKind.PHOTO: 2}
    (report,) = receive(upper, *made.photos)
    assert (report.result, report.as_json()["photos"]) == ("merged", {"new": 2, "known": 0, "early": 0, "left_out": 0})
    assert here(upper) == set(contents)
    assert missing(upper) == {}
    assert photo_path(upper.folder, contents[0]).read_bytes() == jpeg(1)
    (again,) = receive(upper, *made.photos)
    assert (again.result, again.as_json()["photos"]["known"]) == ("already", 2)


def test_a_part_that_comes_before_its_package_waits_for_it(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    contents = take_photos(commune, make_household(commune), jpeg(1))
    made = send_with_photos(commune, tmp_path)
    (report,) = receive(upper, *made.photos)
    assert report.as_json()["photos"] == {"new": 0, "known": 0, "early": 1, "left_out": 0}
    assert here(upper) == set()
    receive(upper, made.file)
    assert here(upper) == set(contents)
    assert not list((upper.folder / "photos-early").iterdir())


def test_what_was_sent_goes_once_and_a_lost_part_is_asked_for_and_comes_again(
    commune: Workspace, upper: Workspace, tmp_path: Path
) -> None:
    contents = take_photos(commune, make_household(commune), jpeg(1))
    first = send_with_photos(commune, tmp_path / "1")
    receive(upper, first.file)  # the part was lost
    assert send_with_photos(commune, tmp_path / "2").photos == ()
    receive(commune, send_with_photos(upper, tmp_path / "3", "03151").file)
    again = send_with_photos(commune, tmp_path / "4")
    receive(upper, *again.photos)
    assert here(upper) == set(contents)
    assert send_with_photos(upper, tmp_path / "5", "03151").photos == (), "it came from there"


def test_a_damaged_picture_is_mended_by_its_part(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    (content,) = take_photos(commune, make_household(commune), jpeg(1))
    made = send_with_photos(commune, tmp_path)
    receive(upper, made.file, *made.photos)
    photo_path(upper.folder, content).write_bytes(b"gone")
    receive(upper, *made.photos)
    assert hashlib.sha256(photo_path(upper.folder, content).read_bytes()).hexdigest() == content

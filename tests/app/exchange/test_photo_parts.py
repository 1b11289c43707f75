"""Photos travel beside packages in parts: any order, twice, lost, asked for again; hostile ones change nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.actions import Action
from app.exchange import photo_parts
from app.exchange.contents import (
    Content,
    ContentKind,
    awaited,
    held_by_office,
    note_held,
    take_wishes,
    wanted,
)
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.exchange.photo_parts import write_parts
from app.kept_files import is_kept
from app.paper_templates import save_built_in, template_is_here, use_template
from app.paperwork.drafts import ScanDraft
from app.paperwork.operations import add_scan
from app.pictures import is_sound, photo_path
from app.reports.asked import Asked
from app.reports.drafts import SentDraft
from app.reports.operations import keep_report
from app.workspace import Workspace
from models.vocabulary import PaperKind
from tests.app.exchange.pictures import jpeg, receive, send_with_photos, take_photos
from tests.app.paperwork.conftest import scanned_pdf as scanned_pdf  # noqa: PLC0414 - a fixture
from tests.make import make_approved, make_case, make_household

PASSWORD = "mật khẩu xã"  # noqa: S105 - of a test
HEAD: dict[str, object] = {"package": None, "number": None, "from": {}, "to": "11"}


def here(workspace: Workspace) -> set[str]:
    """The contents of photos that lie in a data folder, sound."""
    return {one.stem for one in (workspace.folder / "photos").glob("??/*.jpg") if is_sound(one)}


def missing(workspace: Workspace) -> dict[str, int]:
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
    photo_path(upper.folder, contents[0]).write_bytes(b"damaged")
    mended, again = receive(upper, *made.photos)[0], receive(upper, *made.photos)[0]
    assert (mended.result, mended.as_json()["photos"]["new"]) == ("merged", 1)
    assert (again.result, again.as_json()["photos"]["known"]) == ("already", 2)
    assert here(upper) == set(contents)


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


def test_scans_and_sent_reports_travel_too_and_templates_to_the_own_office_alone(
    commune: Workspace, upper: Workspace, second_laptop: Workspace, scanned_pdf: Path, tmp_path: Path
) -> None:
    case = make_case(commune)
    make_approved(commune, case)
    add_scan(commune, ScanDraft((case,), "decision", scanned_pdf, "2026-11-01"))
    asked = Asked("2026-11-01", "2026-10-01")
    for ending in (".xlsx", ".pdf"):
        keep_report(commune, SentDraft("progress", asked, ending=ending))
    save_built_in(commune, PaperKind.COMMITMENT, tmp_path / "mẫu.docx")
    use_template(commune, PaperKind.COMMITMENT, tmp_path / "mẫu.docx")
    above = send_with_photos(commune, tmp_path / "up")
    _, came = receive(upper, above.file, *above.photos)
    assert came.as_json()["photos"] == {"new": 3, "known": 0, "early": 0, "left_out": 0}, "no template goes up"
    beside = send_with_photos(commune, tmp_path / "beside", "03151")
    receive(second_laptop, beside.file, *beside.photos)
    endings = [sorted(one.suffix for one in kept(office)) for office in (commune, upper, second_laptop)]
    assert endings == [[".docx", ".pdf", ".pdf", ".xlsx"], [".pdf", ".pdf", ".xlsx"], endings[0]]
    assert (missing(upper), missing(second_laptop)) == ({}, {})
    assert template_is_here(second_laptop, PaperKind.COMMITMENT)


def kept(workspace: Workspace) -> list[Path]:
    """The scans, reports and templates that lie in a data folder, sound."""
    return [one for one in (workspace.folder / "reports").glob("??/*") if is_kept(one)]


def test_beside_a_locked_package_the_parts_are_locked_too(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    contents = take_photos(commune, make_household(commune), jpeg(1))
    (made,) = export_packages(commune, tmp_path, password=PASSWORD)
    assert jpeg(1) not in made.photos[0].read_bytes()
    codes = [receive_packages(upper, made.photos, password=one)[0].code for one in (None, "sai")]
    assert codes == ["workbook_password", "workbook_password_wrong"]
    reports = receive_packages(upper, [made.file, *made.photos], password=PASSWORD)
    assert [one.result for one in reports] == ["merged", "merged"]
    assert here(upper) == set(contents)


@pytest.mark.parametrize("password", [None, "mật khẩu"])
def test_a_part_has_at_most_8_million_bytes_and_what_is_larger_goes_alone(tmp_path: Path, password: str | None) -> None:
    sizes = [3_900_000, 3_900_000, 100_000, 9_000_000, 50_000]
    files = []
    for number, size in enumerate(sizes):
        files.append(tmp_path / f"{number:064x}.jpg")
        files[-1].write_bytes(random.Random(number).randbytes(size))
    made = write_parts(tmp_path / "gói.xlsx", HEAD, lambda _: "", files, password=password)
    assert [one.name for one in made.files] == [f"gói_anh-{number}.zip" for number in range(1, 5)]
    assert [one.stat().st_size <= 8_000_000 for one in made.files] == [True, True, False, True]
    assert (len(made.contents), made.left) == (5, 0)


def test_no_more_parts_leave_at_once_than_people_can_carry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_parts, "MOST_PARTS", 2)
    monkeypatch.setattr(photo_parts, "MOST_CONTENTS", 3)
    files = [tmp_path / f"{number:064x}.jpg" for number in range(8)]
    for one in files:
        one.write_bytes(b"picture")
    made = write_parts(tmp_path / "gói.xlsx", HEAD, lambda _: "", files)
    assert (len(made.files), made.left) == (2, 2)
    assert made.contents == tuple(one.stem for one in files[:6]), "the first come first"


def test_more_is_missing_than_one_package_asks_for_then_the_next_asks_for_the_rest(tmp_path: Path) -> None:
    contents = [Content(ContentKind.PHOTO, f"{number:064x}", ".jpg", "photo", "") for number in range(1_200)]
    asked = [wanted(contents, tmp_path, turn) for turn in range(3)]
    assert [len(one) for one in asked] == [500, 500, 500]
    assert set().union(*asked) == {one.content for one in contents}


def test_wishes_of_any_shape_do_no_harm(commune: Workspace) -> None:
    with commune.change(Action.RECEIVE_PACKAGE) as change:
        connection = change.session.connection()
        note_held(connection, "11", ["a" * 64, "b" * 64], 1)
        shapes: list[object] = [None, "a" * 64, [None, 1, {}, "../x", "A" * 64], {"a": 1}]
        for wishes in shapes:
            take_wishes(connection, "11", wishes)
        assert held_by_office(connection, "11") == {"a" * 64, "b" * 64}
        take_wishes(connection, "03127", ["a" * 64])
        take_wishes(connection, "11", ["b" * 64])
        assert held_by_office(connection, "11") == {"a" * 64}

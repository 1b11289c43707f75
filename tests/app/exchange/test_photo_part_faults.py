"""Damaged, foreign and hostile parts of photos: one sentence each, nothing changed, no name of theirs on the disk."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image

from app.exchange import photo_receiving
from app.exchange.photo_reading import MANIFEST, SIGNATURE, PhotoPart, part_in
from app.journal.canonical import canonical, to_base64
from app.problems import Trouble
from app.wording.messages import trouble_text
from app.workspace import Workspace
from tests.app.exchange.pictures import jpeg, receive, send_with_photos, take_photos
from tests.make import make_household

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
_PUBLIC = to_base64(KEY.public_key().public_bytes_raw())


def named(data: bytes, ending: str = ".jpg") -> tuple[str, bytes]:
    """A content under the name that is right for it."""
    return hashlib.sha256(data).hexdigest() + ending, data


def manifest_of(entries: list[tuple[str, bytes]], to: str = "11", **said: Any) -> dict[str, Any]:
    """The manifest of a part of these entries, as a commune's laptop writes it."""
    sender = {"office": "03151", "name": "Phường Mường Lay", "device": "máy", "key": _PUBLIC, "level": "commune"}
    versions = {"format": "mai-am-photos", "version": 1, "min_reader": 1, "created": "2026-11-21T00:00:00Z"}
    listed = [{"content": name[:64], "ending": name[64:], "size": len(data)} for name, data in entries]
    place = {"package": None, "number": None, "from": sender, "to": to, "part": 1, "parts": 1}
    return versions | place | {"contents": listed} | said


def part_of(
    path: Path,
    entries: list[tuple[str, bytes]],
    manifest: dict[str, Any] | None = None,
    *,
    sign: Callable[[bytes], str] | None = None,
    packing: int = zipfile.ZIP_STORED,
) -> Path:
    """A part, signed by a laptop nobody knows unless told otherwise."""
    text = canonical(manifest or manifest_of(entries))
    signed = sign or (lambda data: to_base64(KEY.sign(data)))
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr(MANIFEST, text)
        archive.writestr(SIGNATURE, signed(text))
        for name, data in entries:
            archive.writestr(name, data)
    return path


def told(path: Path) -> str:
    """The code of what is wrong with a part; its sentence is one line that names the file."""
    with pytest.raises(Trouble) as fault:
        part_in(path)
    sentence = trouble_text(fault.value)
    assert path.name in sentence
    assert "\n" not in sentence
    return fault.value.code


def taken_or_told(path: Path, expected: PhotoPart) -> bool:
    """Whether a part is taken, the same as expected; else it is told with a sentence."""
    try:
        found = part_in(path)
    except Trouble as fault:
        return path.name not in trouble_text(fault)
    assert found == expected
    return True


def test_a_part_as_it_is_written_is_read(tmp_path: Path) -> None:
    entries = [named(jpeg(1)), named(jpeg(2))]
    assert [one.name for one in part_in(part_of(tmp_path / "a.zip", entries)).carried] == [name for name, _ in entries]


def test_any_byte_flipped_is_told_and_nothing_is_taken(tmp_path: Path) -> None:
    """Only bytes that say nothing (a date, flags of who wrote the zip) may be flipped unseen."""
    entries = [named(jpeg(1, 8))]
    whole = part_of(tmp_path / "whole.zip", entries).read_bytes()
    expected = part_in(tmp_path / "whole.zip")
    path = tmp_path / "flipped.zip"
    unseen = 0
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        unseen += taken_or_told(path, expected)
    assert unseen < len(whole) // 7 // 4


@pytest.mark.parametrize("length", [0.2, 0.7, 0.99])
def test_a_part_cut_off_is_told(tmp_path: Path, length: float) -> None:
    whole = part_of(tmp_path / "a.zip", [named(jpeg(1))]).read_bytes()
    (tmp_path / "a.zip").write_bytes(whole[: int(len(whole) * length)])
    assert told(tmp_path / "a.zip") == "file_damaged"


@pytest.mark.parametrize(
    "entries",
    [
        [("0" * 64 + ".jpg", jpeg(1))],
        [("../" + "0" * 61 + ".jpg", jpeg(1))],
        [("/etc/" + "0" * 59 + ".jpg", jpeg(1))],
        [("ảnh nhà.jpg", jpeg(1))],
        [(hashlib.sha256(jpeg(1)).hexdigest().upper() + ".jpg", jpeg(1))],
    ],
)
def test_a_name_that_is_not_the_content_is_refused(tmp_path: Path, entries: list[tuple[str, bytes]]) -> None:
    assert told(part_of(tmp_path / "a.zip", entries)) in ("photo_part_damaged", "file_hostile")


def test_entries_are_exactly_those_of_the_manifest(tmp_path: Path) -> None:
    one, other = named(jpeg(1)), named(jpeg(2))
    assert told(part_of(tmp_path / "more.zip", [one, other], manifest_of([one]))) == "photo_part_damaged"
    assert told(part_of(tmp_path / "less.zip", [one], manifest_of([one, other]))) == "photo_part_damaged"
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = part_of(tmp_path / "twice.zip", [one, one], manifest_of([one, one]))
    assert told(twice) == "file_hostile"


def test_a_part_is_signed_with_the_key_it_names(tmp_path: Path) -> None:
    entries = [named(jpeg(1))]
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))
    without = manifest_of(entries)
    del without["from"]["key"]
    assert told(part_of(tmp_path / "none.zip", entries, sign=lambda _: "")) == "photo_part_damaged"
    assert told(part_of(tmp_path / "other.zip", entries, sign=lambda data: to_base64(other.sign(data)))) == (
        "photo_part_damaged"
    )
    assert told(part_of(tmp_path / "keyless.zip", entries, without, sign=lambda _: "")) == "photo_part_damaged"


@pytest.mark.parametrize(
    "said",
    [
        {"format": "mai-am-package"},
        {"part": 0},
        {"part": "1"},
        {"to": 11},
        {"from": None},
        {"contents": {}},
        {"contents": [1]},
    ],
)
def test_a_manifest_of_another_shape_is_damaged(tmp_path: Path, said: dict[str, Any]) -> None:
    entries = [named(jpeg(1))]
    assert told(part_of(tmp_path / "a.zip", entries, manifest_of(entries, **said))) == "photo_part_damaged"


def test_a_part_of_a_newer_program_says_to_update(tmp_path: Path) -> None:
    entries = [named(jpeg(1))]
    assert told(part_of(tmp_path / "a.zip", entries, manifest_of(entries, min_reader=2))) == "package_newer"


def test_a_kind_of_file_that_is_not_known_yet_is_left_out(tmp_path: Path) -> None:
    entries = [named(jpeg(1)), named(b"sound of hammers", ".ogg")]
    assert [one.data for one in part_in(part_of(tmp_path / "a.zip", entries)).carried] == [jpeg(1)]


def test_a_bomb_is_not_unpacked_further_than_its_manifest_says(tmp_path: Path) -> None:
    bomb = named(bytes(3_000_000))
    for size in (1_000, 60_000_000):
        manifest = manifest_of([bomb])
        manifest["contents"][0]["size"] = size
        packed = part_of(tmp_path / f"{size}.zip", [bomb], manifest, packing=zipfile.ZIP_DEFLATED)
        assert told(packed) == "photo_part_damaged"
    many = [(f"{number:064x}.jpg", b"") for number in range(2_100)]
    assert told(part_of(tmp_path / "c.zip", many)) == "file_hostile"


def test_what_is_not_what_its_ending_says_is_refused(tmp_path: Path) -> None:
    huge = io.BytesIO()
    Image.new("1", (6_000, 10)).convert("L").save(huge, "JPEG")
    png = io.BytesIO()
    Image.new("RGB", (8, 8)).save(png, "PNG")
    foreign = [
        named(b"#!/bin/sh"),
        named(jpeg(1)[:300]),
        named(jpeg(1, 400)[:-400]),
        named(png.getvalue()),
        named(huge.getvalue()),
        named(b"%PDF-1.7 none", ".pdf"),
        named(jpeg(1), ".pdf"),
        named(b"PK\x03\x04", ".docx"),
        named(b"PK\x03\x04", ".xlsx"),
    ]
    for number, one in enumerate(foreign):
        assert told(part_of(tmp_path / f"{number}.zip", [named(jpeg(3)), one])) == "photo_part_foreign"


def test_a_zip_of_anything_else_is_told_apart(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ảnh.zip", "w") as archive:
        archive.writestr("IMG_01.jpg", jpeg(1))
    assert told(tmp_path / "ảnh.zip") == "not_a_photo_part"


def test_a_part_that_is_refused_changes_nothing_here(commune: Workspace, upper: Workspace, tmp_path: Path) -> None:
    (content,) = take_photos(commune, make_household(commune), jpeg(1))
    receive(upper, send_with_photos(commune, tmp_path).file)
    bad = part_of(tmp_path / "bad.zip", [named(jpeg(1)), named(b"#!/bin/sh")])
    for_other = part_of(tmp_path / "for-other.zip", [named(jpeg(1))], manifest_of([named(jpeg(1))], to="03151"))
    before = sorted(path for path in upper.folder.rglob("*") if path.is_file() and "backups" not in path.parts)
    reports = receive(upper, bad, for_other)
    assert [(one.result, one.code) for one in reports] == [
        ("refused", "photo_part_foreign"),
        ("refused", "package_for_other"),
    ]
    assert sorted(path for path in upper.folder.rglob("*") if path.is_file() and "backups" not in path.parts) == before
    stranger = part_of(tmp_path / "stranger.zip", [named(jpeg(1)), named(jpeg(2))])
    (report,) = receive(upper, stranger)
    assert report.as_json()["photos"] == {"new": 1, "known": 0, "early": 1, "left_out": 0}, "named by a record: taken"
    assert [one.stem for one in (upper.folder / "photos").glob("??/*")] == [content]


def test_what_waits_for_its_record_is_bounded(
    upper: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [named(jpeg(number)) for number in range(4)]
    monkeypatch.setattr(photo_receiving, "MOST_EARLY_BYTES", sum(len(data) for _, data in entries[:3]))
    (report,) = receive(upper, part_of(tmp_path / "a.zip", entries))
    assert report.as_json()["photos"] == {"new": 0, "known": 0, "early": 3, "left_out": 1}
    (again,) = receive(upper, part_of(tmp_path / "b.zip", entries))
    assert again.as_json()["photos"] == {"new": 0, "known": 0, "early": 3, "left_out": 1}
    assert len(list((upper.folder / "photos-early").iterdir())) == 3

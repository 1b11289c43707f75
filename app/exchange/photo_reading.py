"""Reads a part of photos in a child process: a zip that is exactly what its signed manifest says (docs/exchange.md).

For the child process only: nothing of what it finds is written here, and no name in the zip names a file anywhere.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.documents.intake import PARSER_FAULTS, opening, parsing
from app.documents.limits import MAX_FILE_BYTES, open_archive, scan_workbook
from app.exchange.payload import Damaged, Newer, proved_manifest
from app.problems import Trouble

FORMAT = "mai-am-photos"
MANIFEST, SIGNATURE = "manifest.json", "signature.txt"
#: A part is small enough for an e-mail; only a single content that is larger makes a larger part of its own.
MOST_BYTES = 8_000_000
MOST_CONTENTS = 1_000
#: Pictures here are much smaller; a larger one was not taken in by this program.
LONGEST_SIDE = 5_000
MOST_PAGES = 200
_MANIFEST_BYTES = 1_000_000
_SIGNATURE_BYTES = 1_000
_NAME = re.compile(r"[0-9a-f]{64}\.[a-z]{3,4}")
#: What makes a PDF do something by itself when it is opened.
_ACTIVE = ("/OpenAction", "/AA", "/AcroForm", "/Names")


@dataclass(frozen=True)
class Carried:
    """One content of a part, proved: its file name (SHA-256 and ending) and its bytes."""

    name: str
    data: bytes

    @property
    def content(self) -> str:
        """The SHA-256 in hex."""
        return self.name.partition(".")[0]


@dataclass(frozen=True)
class PhotoPart:
    """A part that was read; `carried` without those of a kind this version does not know."""

    manifest: dict[str, Any]
    carried: tuple[Carried, ...]


def part_in(path: Path) -> PhotoPart:
    """A part with its contents, proved whole; the child's part. Raises `Trouble`."""
    with opening(path), path.open("rb") as stream:
        return part_of(stream, path.name)


def holds_part(stream: BinaryIO, name: str) -> bool:
    """Whether what was unlocked is a part and no workbook. Raises `Trouble` where it is no zip at all."""
    with open_archive(stream, name) as archive:
        return MANIFEST in archive.namelist()


def part_of(stream: BinaryIO, name: str) -> PhotoPart:
    """The part that a stream is; `name` is what sentences call its file. Raises `Trouble`."""
    with open_archive(stream, name) as archive:
        if MANIFEST not in archive.namelist():
            raise Trouble("not_a_photo_part", name=name)
        try:
            manifest = _manifest(archive)
            carried = tuple(_carried(archive, manifest))
        except Newer as fault:
            raise Trouble("package_newer", name=name) from fault
        except (Damaged, *PARSER_FAULTS) as fault:
            raise Trouble("photo_part_damaged", name=name) from fault
        kept = tuple(one for one in carried if _is_what_it_says(one, name))
    return PhotoPart(manifest, kept)


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    """The manifest, signed, with exactly the contents that lie beside it."""
    text = _entry(archive, MANIFEST, _MANIFEST_BYTES).decode()
    manifest = proved_manifest(text, _entry(archive, SIGNATURE, _SIGNATURE_BYTES).decode("ascii"), FORMAT)
    sender, listed = manifest["from"], manifest["contents"]
    texts = (sender["key"], sender["office"], sender["name"], sender["device"], manifest["to"])
    numbers = (manifest["part"], manifest["parts"], *(one["size"] for one in listed))
    if not all(isinstance(one, str) for one in texts) or not all(type(one) is int and one > 0 for one in numbers):
        raise Damaged
    names = [_name_of(one) for one in listed]
    if len(names) > MOST_CONTENTS or sorted([*names, MANIFEST, SIGNATURE]) != sorted(archive.namelist()):
        raise Damaged
    if sum(one["size"] for one in listed) > MAX_FILE_BYTES:
        raise Damaged
    return manifest


def _name_of(listed: dict[str, Any]) -> str:
    name = f"{listed['content']}{listed['ending']}"
    if _NAME.fullmatch(name) is None:
        raise Damaged
    return name


def _carried(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> Iterator[Carried]:
    """Each content, never unpacked further than its size in the manifest, compared with its name."""
    for listed in manifest["contents"]:
        name = _name_of(listed)
        data = _entry(archive, name, listed["size"])
        if len(data) != listed["size"] or hashlib.sha256(data).hexdigest() != listed["content"]:
            raise Damaged
        yield Carried(name, data)


def _entry(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    with archive.open(name) as opened:
        data = opened.read(most + 1)
    if len(data) > most:
        raise Damaged
    return data


# What a content is


def _is_what_it_says(one: Carried, name: str) -> bool:
    """Whether a content is of a kind known here; raises `Trouble` where it is not what its ending says."""
    check = _CHECKS.get(Path(one.name).suffix)
    if check is None:
        return False
    try:
        with parsing(name):
            fits = check(one.data, name)
    except Trouble as fault:
        raise Trouble("photo_part_foreign", name=name) from fault
    if not fits:
        raise Trouble("photo_part_foreign", name=name)
    return True


def _is_picture(data: bytes, _name: str) -> bool:
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
        if max(picture.size) > LONGEST_SIDE:
            return False
        picture.load()
    return True


def _is_pdf(data: bytes, _name: str) -> bool:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        root: Any = reader.trailer["/Root"]
        return not reader.is_encrypted and len(reader.pages) <= MOST_PAGES and not any(one in root for one in _ACTIVE)
    except PyPdfError:
        return False


def _is_workbook(data: bytes, name: str) -> bool:
    scan_workbook(io.BytesIO(data), name)
    return True


def _is_word(data: bytes, name: str) -> bool:
    with open_archive(io.BytesIO(data), name) as archive:
        return "word/document.xml" in archive.namelist()


_CHECKS = {".jpg": _is_picture, ".pdf": _is_pdf, ".xlsx": _is_workbook, ".docx": _is_word}

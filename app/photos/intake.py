"""A picture from a phone becomes one of ours: upright, small enough, without the notes that cameras hide in it.

Day and place are copied out of those notes first. The result is written under its own content, never under a given
name, so the same picture lies in the folder once.
"""

from __future__ import annotations

import hashlib
import re
import struct
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image

from app.documents.intake import PARSER_FAULTS, in_child, opening
from app.documents.saving import whole_file
from app.documents.upright_jpeg import upright_jpeg
from app.pictures import photo_path
from app.problems import Trouble
from app.progress import Progress

LONGEST_SIDE = 1600
#: So many pictures are read by one child: starting one takes longer than reading a picture.
TOGETHER = 8
QUALITY = 82
MOST_BYTES = 50_000_000
MOST_PIXELS = 120_000_000
SECONDS = 30
FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF")
#: What is said of a child that did not bring a picture home.
_TOLD_OF_PICTURES = {
    "file_too_slow": "picture_too_large",
    "file_needs_memory": "picture_too_large",
    "file_reader_died": "picture_unreadable",
}
_TAKEN = (ExifTags.Base.DateTimeOriginal, ExifTags.Base.DateTimeDigitized)
#: What a picture of the kind of iPhones says in its first bytes: no library that may be given away reads it.
_HEIC = re.compile(rb"....ftyp(heic|heix|hevc|hevx|heim|heis|mif1|msf1)", re.DOTALL)
_PLACES = Decimal("0.000001")


@dataclass(frozen=True)
class Picture:
    """A picture as it is kept: its JPEG, and what the camera had noted (day as ISO text, degrees as decimal text)."""

    jpeg: bytes
    taken_on: str | None = None
    latitude: str | None = None
    longitude: str | None = None

    @property
    def content(self) -> str:
        """The name of its content: SHA-256 in hex."""
        return hashlib.sha256(self.jpeg).hexdigest()

    @property
    def size(self) -> int:
        """Bytes of the JPEG."""
        return len(self.jpeg)


def read_picture(path: Path, progress: Progress | None = None) -> Picture:
    """The picture in a file from outside, read in a child process that can be killed.

    Raises `Trouble` for what is no picture, is damaged, too large, or keeps the child too long, `Cancelled`.
    """
    _check_size(path)
    try:
        return in_child(picture_in, path, seconds=SECONDS, progress=progress)
    except Trouble as told:
        raise Trouble(_TOLD_OF_PICTURES.get(told.code, told.code), name=path.name) from told


def _check_size(path: Path) -> None:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Trouble("picture_too_large", name=path.name)
    except FileNotFoundError as fault:
        raise Trouble("file_missing", name=path.name) from fault
    except OSError as fault:
        raise Trouble("picture_unreadable", name=path.name) from fault


def read_pictures(paths: Sequence[Path], progress: Progress | None = None) -> Iterator[Picture | Trouble]:
    """Many pictures, several to a child; each is a picture or the `Trouble` it is in. Raises `Cancelled`.

    Where a child does not come home, each of its pictures is tried in a child of its own.
    """
    for start in range(0, len(paths), TOGETHER):
        batch = tuple(paths[start : start + TOGETHER])
        try:
            found = in_child(_pictures_in, batch[0], batch, seconds=SECONDS * len(batch), progress=progress)
        except Trouble:
            yield from (_picture_or_trouble(path, progress) for path in batch)
        else:
            yield from found


def _picture_or_trouble(path: Path, progress: Progress | None) -> Picture | Trouble:
    try:
        return read_picture(path, progress)
    except Trouble as told:
        return told


def _pictures_in(_first: Path, paths: Sequence[Path]) -> list[Picture | Trouble]:
    """The child's part of many pictures."""
    found: list[Picture | Trouble] = []
    for path in paths:
        try:
            _check_size(path)
            found.append(picture_in(path))
        except Trouble as told:
            found.append(told)
    return found


def picture_in(path: Path) -> Picture:
    """What a picture file holds; the child's part. Raises `Trouble`, before unpacking where it is too large."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    _refuse_heic(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as opened:
                notes = opened.getexif()
                taken_on, place = _taken_on(notes), _place(notes)
                return Picture(upright_jpeg(opened, LONGEST_SIDE, QUALITY), taken_on, *place)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise Trouble("picture_too_large", name=path.name) from fault
    except (*PARSER_FAULTS, struct.error) as fault:
        raise Trouble("picture_unreadable", name=path.name) from fault


def _refuse_heic(path: Path) -> None:
    with opening(path), path.open("rb") as stream:
        if _HEIC.match(stream.read(16)):
            raise Trouble("picture_heic", name=path.name)


def _taken_on(notes: Image.Exif) -> str | None:
    details = notes.get_ifd(ExifTags.IFD.Exif)
    for tag in _TAKEN:
        try:
            return date.fromisoformat(str(details.get(tag, ""))[:10].replace(":", "-")).isoformat()
        except ValueError:
            continue
    return None


def _place(notes: Image.Exif) -> tuple[str | None, str | None]:
    """Latitude and longitude; both or none."""
    place = notes.get_ifd(ExifTags.IFD.GPSInfo)
    latitude = _degrees(place.get(ExifTags.GPS.GPSLatitude), place.get(ExifTags.GPS.GPSLatitudeRef), "S", 90)
    longitude = _degrees(place.get(ExifTags.GPS.GPSLongitude), place.get(ExifTags.GPS.GPSLongitudeRef), "W", 180)
    return (latitude, longitude) if latitude and longitude else (None, None)


def _degrees(parts: Any, side: Any, negative: str, most: int) -> str | None:
    try:
        degrees, minutes, seconds = (Fraction(float(one)).limit_denominator(10**6) for one in parts)
    except (TypeError, ValueError, OverflowError, ZeroDivisionError):
        return None
    value = degrees + minutes / 60 + seconds / 3600
    if not 0 < value <= most:
        return None
    shown = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_PLACES).normalize()
    return f"{-shown if str(side).strip() == negative else shown:f}"


def keep_picture(folder: Path, picture: Picture) -> Path:
    """Write a picture into the data folder unless it lies there already. Raises `Trouble` (disk full)."""
    target = photo_path(folder, picture.content)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(target) as stream:
            stream.write(picture.jpeg)
    return target

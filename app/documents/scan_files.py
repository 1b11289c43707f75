"""Scans of signed papers from outside: a PDF or a picture becomes a file of ours, in a child process.

A picture is written anew as an upright JPEG; of a PDF only its pages are taken over, without scripts, attachments and
forms. So what is kept, shown and put into a dossier later was never parsed in the process that holds the data.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.documents.intake import PARSER_FAULTS, Kind, in_child, kind_of
from app.problems import Trouble
from app.progress import Progress

JPEG, PDF = ".jpg", ".pdf"
#: A sheet of A4 at 200 dpi is 2339 pixels long.
LONGEST_SIDE = 2400
QUALITY = 80
MOST_BYTES = 50_000_000
MOST_PIXELS = 120_000_000
MOST_PAGES = 200
SECONDS = 60
#: A page larger than five metres is no page.
_MOST_POINTS = 15_000
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_TOLD = {
    "file_too_slow": "scan_too_large",
    "file_needs_memory": "scan_too_large",
    "file_too_large": "scan_too_large",
    "file_reader_died": "scan_unreadable",
    "file_damaged": "scan_unreadable",
    "file_empty": "scan_unreadable",
}


@dataclass(frozen=True)
class Scan:
    """A scan as it is kept: its bytes, ".pdf" or ".jpg", how many pages."""

    data: bytes
    ending: str
    pages: int


def read_scan(path: Path, progress: Progress | None = None) -> Scan:
    """The scan in a file from outside.

    Raises `Trouble` (no picture and no PDF, damaged, locked, too large), `Cancelled`.
    """
    try:
        return in_child(_reader_of(path), path, seconds=SECONDS, progress=progress)
    except Trouble as told:
        raise Trouble(_TOLD.get(told.code, told.code), name=path.name, most=MOST_PAGES) from told


def _reader_of(path: Path) -> Callable[[Path], Scan]:
    """Who reads the file, by its bytes."""
    kind = kind_of(path)
    if path.stat().st_size > MOST_BYTES:
        raise Trouble("scan_too_large", name=path.name)
    if kind is Kind.PDF:
        return pdf_scan_in
    with path.open("rb") as stream:
        if not stream.read(8).startswith(_PICTURES):
            raise Trouble("scan_no_scan", name=path.name)
    return picture_scan_in


def picture_scan_in(path: Path) -> Scan:
    """The child's part for a picture: the pixels alone, upright, at most `LONGEST_SIDE` long."""
    from PIL import Image

    from app.documents.upright_jpeg import upright_jpeg

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=("JPEG", "PNG")) as opened:
                return Scan(upright_jpeg(opened, LONGEST_SIDE, QUALITY), JPEG, 1)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise Trouble("scan_too_large", name=path.name) from fault
    except (*PARSER_FAULTS, struct.error) as fault:
        raise Trouble("scan_unreadable", name=path.name) from fault


def pdf_scan_in(path: Path) -> Scan:
    """The child's part for a PDF: its pages in a file of our own writing."""
    from pypdf.errors import PyPdfError

    try:
        return _pages_of(path)
    except (PyPdfError, *PARSER_FAULTS) as fault:
        raise Trouble("scan_unreadable", name=path.name) from fault


def _pages_of(path: Path) -> Scan:
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Trouble("scan_locked", name=path.name)
    if len(reader.pages) > MOST_PAGES:
        raise Trouble("scan_too_many_pages", name=path.name)
    writer = PdfWriter()
    sizes = []
    for page in reader.pages:
        kept = writer.add_page(page, excluded_keys=("/Annots", "/AA", "/B"))
        sizes += [float(kept.mediabox.width), float(kept.mediabox.height)]
    if not sizes or not all(0 < size < _MOST_POINTS for size in sizes):
        raise Trouble("scan_unreadable", name=path.name)
    stream = io.BytesIO()
    writer.write(stream)
    if stream.tell() > MOST_BYTES:  # written anew it may be longer, and what is longer could not travel
        raise Trouble("scan_too_large", name=path.name)
    return Scan(stream.getvalue(), PDF, len(writer.pages))

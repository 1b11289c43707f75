"""Binds papers and scans into one PDF with numbered pages, in a child process: scans came from outside once."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.documents.intake import PARSER_FAULTS
from app.problems import Trouble

_MARGIN = 28.0
_NUMBER_SIZE = 9


@dataclass(frozen=True)
class BoundPart:
    """A file that is bound in: a PDF or a JPEG, with its name in the outline."""

    title: str
    file: Path


def count_pages(_path: Path, files: Sequence[Path]) -> list[int]:
    """The pages of each file, a picture is one; the child's part. Raises `Trouble`."""
    return [1 if one.suffix == ".jpg" else len(_reader(one).pages) for one in files]


def bind(_path: Path, parts: Sequence[BoundPart]) -> bytes:
    """One PDF of all parts in their order, every page numbered below; the child's part. Raises `Trouble`."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for one in parts:
        first = len(writer.pages)
        source = _reader(_as_pdf(one.file) if one.file.suffix == ".jpg" else one.file)
        for page in source.pages:
            writer.add_page(page)
        writer.add_outline_item(title=one.title, page_number=first)
    total = len(writer.pages)
    for number, page in enumerate(writer.pages, start=1):
        page.transfer_rotation_to_content()
        page.merge_page(_stamp(page, f"{number}/{total}"))
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _reader(source: Path | io.BytesIO) -> Any:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return PdfReader(source)
    except (PyPdfError, *PARSER_FAULTS) as fault:
        name = source.name if isinstance(source, Path) else ""
        raise Trouble("scan_unreadable", name=name) from fault


def _as_pdf(picture: Path) -> io.BytesIO:
    """A picture on a sheet of A4, as large as it goes, lying where the picture lies."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    image = ImageReader(str(picture))
    wide, high = image.getSize()
    sheet = landscape(A4) if wide > high else A4
    scale = min((sheet[0] - 2 * _MARGIN) / wide, (sheet[1] - 2 * _MARGIN) / high)
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=sheet)
    left, below = (sheet[0] - wide * scale) / 2, (sheet[1] - high * scale) / 2
    canvas.drawImage(image, left, below, wide * scale, high * scale)
    canvas.save()
    stream.seek(0)
    return stream


def _stamp(page: Any, text: str) -> Any:
    """The number of a page at its lower right, on a sheet of the page's own size."""
    from reportlab.pdfgen.canvas import Canvas

    box = page.mediabox
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(float(box.right), float(box.top)))
    canvas.setFont("Helvetica", _NUMBER_SIZE)
    canvas.drawRightString(float(box.right) - _MARGIN, float(box.bottom) + _MARGIN / 2, text)
    canvas.save()
    stream.seek(0)
    return _reader(stream).pages[0]

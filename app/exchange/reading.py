"""Reads a package in a child process within the limits: its hidden part, and what its cells say otherwise.

A zip that came with packages is a part of photos.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from python_calamine import CalamineError, CalamineWorkbook

from app.documents.calamine_rows import plain_rows
from app.documents.foreign_reading import look_for_table
from app.documents.intake import Kind, in_child, kind_of, opening, parsing
from app.documents.limits import scan_workbook
from app.exchange import container
from app.exchange.claims import prove_claims
from app.exchange.payload import Damaged, Newer, Payload, unpack
from app.exchange.photo_reading import PhotoPart, holds_part, part_in, part_of
from app.exchange.visible import compare
from app.journal.operation import Malformed, from_wire
from app.problems import Trouble
from app.progress import Progress
from models.vietnamese import nfc


def read_arrived(path: Path, progress: Progress | None = None, password: str | None = None) -> Payload | PhotoPart:
    """A file that came, a package or a part of photos, proved whole. Raises `Trouble` for whatever is wrong with it."""
    look_for_arrived(path)
    arrived: Payload | PhotoPart = in_child(arrived_in, path, password, progress=progress)
    return arrived


def look_for_arrived(path: Path) -> None:
    """What a file is, told before a child reads it. Raises `Trouble` for one that is neither package nor part."""
    if kind_of(path) is not Kind.ZIP:
        look_for_table(path)


def arrived_in(path: Path, password: str | None = None) -> Payload | PhotoPart:
    """The child's part of `read_arrived`; what is locked shows only then which of the two it is."""
    kind = kind_of(path)
    if kind is Kind.ZIP:
        return part_in(path)
    stream = _opened(path, password)
    if kind is Kind.ENCRYPTED and holds_part(stream, path.name):
        return part_of(stream, path.name)
    return _payload(stream, path)


def read_payload(path: Path, password: str | None = None) -> Payload:
    """The child's part: open the workbook, find the hidden sheet, prove it. Raises `Trouble`."""
    return _payload(_opened(path, password), path)


def kept_payload(path: Path, password: str | None = None) -> Payload:
    """The child's part for a package that is kept here: with its bases, nothing compared. Raises `Trouble`."""
    payload = _unpacked(_opened(path, password), path)[1]
    _read_operations(payload, path.name)
    return payload


def _payload(stream: BinaryIO, path: Path) -> Payload:
    """Compared before its operations are read: of a large package not both lie in memory together."""
    workbook, payload = _unpacked(stream, path)
    with parsing(path), _calamine_faults(path.name):
        payload.visible = compare(workbook, payload.bases)
    payload.bases = []
    del workbook
    _read_operations(payload, path.name)
    return payload


def _unpacked(stream: BinaryIO, path: Path) -> tuple[CalamineWorkbook, Payload]:
    """The workbook, and its hidden part put together and proved."""
    scan_workbook(stream, path.name)
    stream.seek(0)
    with parsing(path), _calamine_faults(path.name):
        workbook = CalamineWorkbook.from_filelike(stream)
        if container.PAYLOAD_SHEET not in workbook.sheet_names:
            raise Trouble("not_a_package", name=path.name)
        rows = plain_rows(workbook.get_sheet_by_name(container.PAYLOAD_SHEET))
    try:
        return workbook, unpack(
            (part, number, text) for part, number, text, *_ in ((*row, None, None, None) for row in rows)
        )
    except Damaged as error:
        raise Trouble("package_damaged", name=path.name) from error
    except Newer as error:
        raise Trouble("package_newer", name=path.name) from error


def _read_operations(payload: Payload, name: str) -> None:
    try:
        payload.read = [from_wire(line) for line in payload.operations]
        prove_claims(payload.manifest, payload.read)
    except (Malformed, Damaged) as error:
        raise Trouble("package_damaged", name=name) from error
    except Newer as error:
        raise Trouble("package_newer", name=name) from error


@contextmanager
def _calamine_faults(name: str) -> Iterator[None]:
    """Around calls into calamine: what it cannot read is damaged."""
    try:
        yield
    except CalamineError as error:
        raise Trouble("file_damaged", name=name) from error


def _opened(path: Path, password: str | None) -> BinaryIO:
    """What lies in the file; what was locked is unlocked in memory only."""
    kind = kind_of(path)
    with opening(path), path.open("rb") as file:
        stream: BinaryIO = io.BytesIO(file.read())
    if kind is Kind.ENCRYPTED:
        from app.documents.foreign_password import unlocked

        stream = unlocked(stream, path.name, nfc(password) if password else None)
    elif kind is not Kind.WORKBOOK:
        raise Trouble("not_a_package", name=path.name)
    return stream

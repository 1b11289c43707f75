"""Reads a package in a child process within the limits: its hidden part, and what its cells say otherwise."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, BinaryIO

from python_calamine import CalamineError

from app.documents.foreign_reading import read_table
from app.documents.intake import Kind, kind_of, opening, parsing
from app.documents.limits import scan_workbook
from app.exchange import container
from app.exchange.payload import Damaged, Newer, Payload, unpack
from app.exchange.visible import compare
from app.problems import Trouble
from app.progress import Progress
from models.vietnamese import nfc


def read_package(path: Path, progress: Progress | None = None, password: str | None = None) -> Payload:
    """The payload of a package file, proved whole. Raises `Trouble` for whatever is wrong with the file."""
    return read_table(read_payload, path, password, progress=progress)


def read_payload(path: Path, password: str | None = None) -> Payload:
    """The child's part: open the workbook, find the hidden sheet, prove it. Raises `Trouble`."""
    stream = _opened(path, password)
    rows = _payload_rows(stream, path.name)
    if rows is None:
        raise Trouble("not_a_package", name=path.name)
    try:
        payload = unpack(rows)
    except Damaged as error:
        raise Trouble("package_damaged", name=path.name) from error
    except Newer as error:
        raise Trouble("package_newer", name=path.name) from error
    stream.seek(0)
    with parsing(path):
        try:
            payload.visible = compare(stream, payload.bases)
        except CalamineError as error:
            raise Trouble("file_damaged", name=path.name) from error
    payload.bases = []
    return payload


def _opened(path: Path, password: str | None) -> BinaryIO:
    """The workbook within its limits; what was locked is unlocked in memory only."""
    kind = kind_of(path)
    with opening(path), path.open("rb") as file:
        stream: BinaryIO = io.BytesIO(file.read())
    if kind is Kind.ENCRYPTED:
        from app.documents.foreign_password import unlocked

        stream = unlocked(stream, path.name, nfc(password) if password else None)
    elif kind is not Kind.WORKBOOK:
        raise Trouble("not_a_package", name=path.name)
    scan_workbook(stream, path.name)
    stream.seek(0)
    return stream


def _payload_rows(stream: BinaryIO, name: str) -> list[tuple[Any, Any, Any]] | None:
    from openpyxl import load_workbook

    with parsing(name):
        workbook = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        try:
            if container.PAYLOAD_SHEET not in workbook.sheetnames:
                return None
            sheet = workbook[container.PAYLOAD_SHEET]
            sheet.reset_dimensions()
            found = []
            for row in sheet.iter_rows(values_only=True):
                part, number, text = (*row, None, None, None)[:3]
                found.append((part, number, text))
            return found
        finally:
            workbook.close()

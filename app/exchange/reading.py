"""Reads a package in a child process within the limits: its hidden part, and what its cells say otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.documents.intake import parsing, read_workbook
from app.exchange import container
from app.exchange.payload import Damaged, Newer, Payload, unpack
from app.exchange.visible import compare
from app.problems import Trouble
from app.progress import Progress


def read_package(path: Path, progress: Progress | None = None) -> Payload:
    """The payload of a package file, proved whole. Raises `Trouble` for whatever is wrong with the file."""
    return read_workbook(read_payload, path, progress=progress)


def read_payload(path: Path) -> Payload:
    """The child's part: open the workbook, find the hidden sheet, prove it. Raises `Trouble`."""
    rows = _payload_rows(path)
    if rows is None:
        raise Trouble("not_a_package", name=path.name)
    try:
        payload = unpack(rows)
    except Damaged as error:
        raise Trouble("package_damaged", name=path.name) from error
    except Newer as error:
        raise Trouble("package_newer", name=path.name) from error
    with parsing(path):
        payload.visible = compare(path, payload.bases)
    payload.bases = []
    return payload


def _payload_rows(path: Path) -> list[tuple[Any, Any, Any]] | None:
    from openpyxl import load_workbook

    with parsing(path):
        workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
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

"""Workbooks as nobody's Excel makes them: a good one, with parts put in place of its own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def sheet_xml(rows: str, before: str = "", after: str = "", prolog: str = "") -> bytes:
    """One worksheet part holding the given row elements."""
    return f'{prolog}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def write_foreign(path: Path, parts: Mapping[str, bytes] | None = None) -> Path:
    """A plain workbook with one text cell, some of its parts replaced or added."""
    made = io.BytesIO()
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "x"
    workbook.save(made)
    parts = dict(parts or {})
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, parts.pop(name, source.read(name)))
        for name, content in parts.items():
            target.writestr(name, content)
    return path

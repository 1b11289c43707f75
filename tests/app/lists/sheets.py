"""Lists as plain rows of cells, and as workbooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

HEADINGS = ("STT", "Họ và tên chủ hộ", "Năm sinh", "Số CCCD", "Thôn")


def write_list(path: Path, rows: Sequence[Sequence[object]], title: str = "Danh sách") -> Path:
    """One sheet with these rows from A1."""
    return write_lists(path, {title: rows})


def write_lists(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Several sheets."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    workbook.save(path)
    return path

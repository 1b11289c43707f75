"""Saves the list of households as it is shown, into a workbook for the office's own use."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.documents.foreign_sheet import CellValue
from app.documents.house_lists import masked
from app.documents.words import date_text, whole_text
from app.documents.workbook import (
    Column,
    Look,
    add_sheet,
    append_row,
    mark_sample,
    new_workbook,
    save_workbook,
    start_table,
)
from app.households.queries import HouseholdRow, rows_by_rowid
from app.office.queries import office_facts
from app.parsing import today
from app.progress import Progress
from app.wording import household_pages as words
from app.wording.vocabulary import CATEGORIES, GENDERS, WORK_TYPES
from app.workspace import Workspace

_AT_ONCE = 1000
_COLUMNS: dict[str, tuple[float, Look]] = {
    "number": (6, Look.YEAR),
    "code": (12, Look.IDENTIFIER),
    "head_name": (26, Look.TEXT),
    "birth": (14, Look.DATE),
    "gender": (9, Look.TEXT),
    "citizen_id": (16, Look.IDENTIFIER),
    "ethnicity": (11, Look.TEXT),
    "phone": (14, Look.IDENTIFIER),
    "village": (20, Look.TEXT),
    "category": (22, Look.TEXT),
    "member_count": (10, Look.YEAR),
    "work_type": (12, Look.TEXT),
    "status": (24, Look.TEXT),
    "requested": (17, Look.NUMBER),
    "approved": (17, Look.NUMBER),
    "paid": (17, Look.NUMBER),
}


def save_household_list(
    workspace: Workspace,
    path: Path,
    rowids: Sequence[int],
    programme_id: str | None = None,
    *,
    hide: bool = False,
    progress: Progress | None = None,
) -> int:
    """Write the households of these list keys in their order; returns how many. Raises `Trouble`, `Cancelled`.

    `hide`: of identity and telephone numbers the last digits only.
    """
    progress = progress or Progress()
    workbook = new_workbook()
    sheet = add_sheet(workbook, words.FILE_SHEET)
    with workspace.read() as session:
        about = {"office": office_facts(session).name, "day": date_text(today()), "count": whole_text(len(rowids))}
        append_row(sheet, [words.FILE_TITLE], [Look.TITLE])
        append_row(sheet, [words.FILE_NOTE.format(**about)], [Look.NOTE])
        start_table(sheet, [Column(words.FILE_COLUMNS[name], *_COLUMNS[name]) for name in _COLUMNS], frozen_columns=3)
        looks = [look for _, look in _COLUMNS.values()]
        written = 0
        for start in range(0, len(rowids), _AT_ONCE):
            progress.step(start, len(rowids), words.WRITING)
            for row in rows_by_rowid(session, rowids[start : start + _AT_ONCE], programme_id):
                written += 1
                append_row(sheet, _cells(row, written, hide=hide), looks)
    progress.step(len(rowids), len(rowids), words.WRITING)
    mark_sample(workbook)
    save_workbook(workbook, path)
    return written


def _cells(row: HouseholdRow, number: int, *, hide: bool) -> list[CellValue]:
    private = {name: masked(getattr(row, name) or "") for name in ("citizen_id", "phone") if hide}
    said: dict[str, CellValue] = {
        **private,
        "number": number,
        "gender": GENDERS.get(row.gender or ""),
        "category": CATEGORIES.get(row.category or "", row.category),
        "work_type": WORK_TYPES.get(row.work_type or "", row.work_type),
        "status": words.status_label(row.status) if row.status else None,
    }
    return [said[name] if name in said else getattr(row, name) for name in _COLUMNS]

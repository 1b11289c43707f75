"""Saves a list of the window as it is shown into a workbook: its columns, its rows in their order, its total line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.shown_table import Shown, ShownTable, about_text, shown_row, shown_text, sums_of
from app.documents.words import whole_text
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
from app.office.queries import office_facts
from app.progress import Progress
from app.wording import table_file as words
from app.workspace import Workspace

_AT_ONCE = 500
#: Pixels of the design that one character of a workbook's column takes.
_CHARACTER = 7
#: The characters a column is widened to at most.
_WORDS = 24


def save_shown(
    workspace: Workspace,
    path: Path,
    table: ShownTable,
    count: int,
    rows: Callable[[int, int], Sequence[Sequence[Shown]]],
    progress: Progress | None = None,
) -> int:
    """Write `count` rows, asked for as `rows(start, stop)`; returns how many. Raises `Trouble`, `Cancelled`."""
    progress = progress or Progress()
    workbook = new_workbook()
    sheet = add_sheet(workbook, table.title)
    with workspace.read() as session:
        about = about_text(office_facts(session).name, count)
    append_row(sheet, [table.title], [Look.TITLE])
    append_row(sheet, [f"{about}. {table.filters}" if table.filters else about], [Look.NOTE])
    start_table(
        sheet, [Column(" ".join(heading.split()), max(8, width / _CHARACTER)) for heading, width in table.columns]
    )
    written: list[list[Shown]] = []
    for start in range(0, count, _AT_ONCE):
        progress.step(start, count, words.WRITING)
        for row in rows(start, min(start + _AT_ONCE, count)):
            written.append(shown_row(table, row))
            append_row(sheet, written[-1], [_look(value) for value in row])
    progress.step(count, count, words.WRITING)
    _widen(sheet, written)
    sums = sums_of(table, written)
    if sums:
        append_row(sheet, sums, [Look.NUMBER if isinstance(one, int) else Look.TEXT for one in sums])
    append_row(sheet, [words.LAST.format(written=whole_text(len(written)), count=whole_text(count))], [Look.NOTE])
    if table.total:
        append_row(sheet, [table.total], [Look.NOTE])
    mark_sample(workbook)
    save_workbook(workbook, path)
    return len(written)


def _look(value: Shown) -> Look:
    if isinstance(value, date):
        return Look.DATE
    return Look.NUMBER if isinstance(value, int) else Look.TEXT


def _widen(sheet: Worksheet, rows: Sequence[Sequence[Shown]]) -> None:
    """A column that is narrow on screen, where a sign says it all, has room for its words."""
    for place, texts in enumerate(zip(*rows, strict=True)):
        column = sheet.column_dimensions[get_column_letter(place + 1)]
        longest = max(len(shown_text(one)) for one in texts)
        column.width = max(column.width, min(longest + 1, _WORDS))

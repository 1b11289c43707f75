"""Saves a list of the window as it is shown into a workbook: its columns, its rows in their order, its total line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.documents.words import date_text, whole_text
from app.documents.workbook import Column, Look, add_sheet, append_row, new_workbook, save_workbook, start_table
from app.office.queries import office_facts
from app.parsing import today
from app.progress import Progress
from app.wording import table_file as words
from app.workspace import Workspace

#: What a cell of a shown list holds: text, a whole number (money in đồng), a day, or nothing.
Shown = str | int | date | None
_AT_ONCE = 500
#: Pixels of the design that one character of a workbook's column takes.
_CHARACTER = 7


@dataclass(frozen=True)
class ShownTable:
    """A list as it stands on screen. `columns` are headings with widths in pixels; `total` is its total line."""

    title: str
    columns: Sequence[tuple[str, int]]
    total: str = ""


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
        about = {"office": office_facts(session).name, "day": date_text(today()), "count": whole_text(count)}
    append_row(sheet, [table.title], [Look.TITLE])
    append_row(sheet, [words.NOTE.format(**about)], [Look.NOTE])
    start_table(
        sheet, [Column(" ".join(heading.split()), max(8, width / _CHARACTER)) for heading, width in table.columns]
    )
    written = 0
    for start in range(0, count, _AT_ONCE):
        progress.step(start, count, words.WRITING)
        for row in rows(start, min(start + _AT_ONCE, count)):
            append_row(sheet, row, [_look(value) for value in row])
            written += 1
    progress.step(count, count, words.WRITING)
    append_row(sheet, [words.LAST.format(written=whole_text(written), count=whole_text(count))], [Look.NOTE])
    if table.total:
        append_row(sheet, [table.total], [Look.NOTE])
    save_workbook(workbook, path)
    return written


def _look(value: Shown) -> Look:
    if isinstance(value, date):
        return Look.DATE
    return Look.NUMBER if isinstance(value, int) else Look.TEXT

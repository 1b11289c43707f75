"""Saves what a list shows into a workbook: the columns in sight, the rows of the filter in their order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.documents.words import whole_text
from app.progress import Progress
from app.wording import table_file as words
from views import messages
from views.page import WorkFrame
from views.table_view import PagedTableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.reports.table_file import Shown


def save_table(frame: WorkFrame, view: PagedTableView, title: str, total: str = "") -> None:
    """Ask where to, then write the list in sight beside the window; `total` is the line under it."""
    table = view.paged
    if table.count == 0:
        messages.trouble(words.NOTHING)
        return
    path = messages.choose_save_file(words.TO_EXCEL, "new_workbook", Path.home() / f"{title}.xlsx")
    if path is not None:
        _write(frame, view, path, title, total)


def _write(frame: WorkFrame, view: PagedTableView, path: Path, title: str, total: str) -> None:
    table = view.paged
    columns = [table.columns[place] for place in view.shown_columns()]
    keys = [table.key_at(place) for place in range(table.count)]

    def rows(start: int, stop: int) -> Sequence[Sequence[Shown]]:
        found: dict[Any, Any] = {table.source.key(row): row for row in table.source.rows(keys[start:stop])}
        return [[column.cell(found[key]) for column in columns] for key in keys[start:stop] if key in found]

    def write(progress: Progress) -> int:
        from app.reports.table_file import ShownTable, save_shown  # what writes workbooks is slow to load

        shown = ShownTable(title, [(column.title, column.width) for column in columns], total)
        return save_shown(frame.workspace, path, shown, len(keys), rows, progress)

    def tell(count: int) -> None:
        messages.success(words.WRITTEN.format(count=whole_text(count), name=path.name))

    frame.runner.run(write, tell, words.WRITING)

"""Saves what a table shows into a workbook: the columns in sight, the rows of the filter in their order."""

from __future__ import annotations

from dataclasses import replace

from views.list_keys import save_list
from views.page import WorkFrame
from views.shown_list import shown_list
from views.table_view import PagedTableView


def save_table(frame: WorkFrame, view: PagedTableView, title: str, total: str = "") -> None:
    """Ask where to, then write the list in sight beside the window; `total` is the line under it."""
    shown = shown_list(view, title)
    save_list(frame, replace(shown, total=total or shown.total))

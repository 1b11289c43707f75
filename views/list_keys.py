"""What every list of the window can do: Ctrl+C copies rows with headings, Ctrl+E saves what is shown, Ctrl+P prints it.

A page that does something of its own with one of these keys hears it first; the rest comes here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTemporaryDir
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QTableView, QWidget

from app.documents.words import whole_text
from app.progress import Progress
from app.wording import table_file as words
from views import messages, printing, troubles
from views.list_preview import ListPreview
from views.page import WorkFrame
from views.shown_list import ShownList, copied, selected_rows, shown_list

if TYPE_CHECKING:
    from app.documents.shown_table import Shown


class ListKeys:
    """`here` gives the page in sight and its title."""

    def __init__(self, frame: WorkFrame, here: Callable[[], tuple[QWidget, str]]) -> None:
        self._frame, self._here = frame, here

    def list_here(self) -> QAbstractItemView | None:
        """The list that has the focus, else the largest in sight nearest to it."""
        page = self._here()[0]
        near: QWidget | None = QApplication.focusWidget()
        while near is not None and near is not page.parentWidget():
            found = [near] if isinstance(near, QAbstractItemView) else _lists_within(near)
            if found:
                return max(found, key=lambda one: one.width() * one.height())
            near = near.parentWidget()
        return next(iter(_lists_within(page)), None)

    def _shown(self) -> tuple[QAbstractItemView, ShownList] | None:
        view = self.list_here()
        if view is None:
            messages.trouble(words.NO_LIST)
            return None
        return view, shown_list(view, list_title(view, *self._here()))

    def copy(self) -> None:
        """Put the selected rows on the clipboard with their headings; of a grid typed in, a single cell as it is."""
        found = self._shown()
        if found is not None:
            view, shown = found
            chosen = view.selectionModel().selectedIndexes()
            if len(chosen) == 1 and _typed_in(view, chosen[0]):
                QApplication.clipboard().setText(str(chosen[0].data() or ""))
                return
            places = selected_rows(view)
            QApplication.clipboard().setMimeData(copied(shown, places))
            messages.success(words.COPIED.format(count=whole_text(len(places))))

    def save(self) -> None:
        """Save what is shown into a workbook."""
        found = self._shown()
        if found is not None:
            save_list(self._frame, found[1])

    def print(self) -> None:
        """Print what is shown, on a printer the officer chooses."""
        found = self._shown()
        if found is not None:
            print_list(self._frame, found[1], self._here()[0])


def _typed_in(view: QAbstractItemView, cell: QModelIndex) -> bool:
    """Whether a cell may be copied into others: where only one can be chosen at a time, its row is meant."""
    one_at_a_time = view.selectionMode() == QAbstractItemView.SelectionMode.SingleSelection
    typed = view.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
    return typed and not one_at_a_time and bool(cell.flags() & Qt.ItemFlag.ItemIsEditable)


def _lists_within(widget: QWidget) -> list[QAbstractItemView]:
    kinds = (QTableView, QListView)
    return [one for kind in kinds for one in widget.findChildren(kind) if one.isVisible() and one.model() is not None]


def list_title(view: QWidget, page: QWidget, title: str) -> str:
    """What a list is called: as it is called itself, else as its page."""
    near = view.parentWidget()
    while near is not None and near is not page:
        own = getattr(near, "title", None)
        if isinstance(own, str):
            return own
        near = near.parentWidget()
    tabs = getattr(page, "tabs", None)
    tab = tabs.tabText(tabs.currentIndex()) if tabs is not None else ""
    return f"{title} – {tab}" if tab else title


def save_list(frame: WorkFrame, shown: ShownList) -> None:
    """Ask where to, then write the list beside the window."""
    if not shown.count:
        messages.trouble(words.NOTHING)
        return
    hide = asked_to_hide() if shown.private else False
    if hide is None:
        return
    path = messages.choose_save_file(words.TO_EXCEL, "new_workbook", Path.home() / f"{shown.title}.xlsx")
    if path is None:
        return
    rows = _parts(shown)

    def write(progress: Progress) -> int:
        from app.reports.table_file import save_shown  # what writes workbooks is slow to load

        return save_shown(frame.workspace, path, shown.table(hide=hide), shown.count, rows, progress)

    def tell(count: int) -> None:
        messages.success(words.WRITTEN.format(count=whole_text(count), name=path.name))

    frame.runner.run(write, tell, words.WRITING)


def print_list(frame: WorkFrame, shown: ShownList, parent: QWidget) -> None:
    """Draw the list beside the window and show it; then ask for the printer."""
    if not shown.count:
        messages.trouble(words.NOTHING_TO_PRINT)
        return
    hide = asked_to_hide() if shown.private else False
    if hide is None:
        return
    folder = QTemporaryDir()  # goes when the job is done
    file, rows = Path(folder.filePath("list.pdf")), _parts(shown)

    def draw(progress: Progress) -> int:
        from app.reports.table_paper import print_shown  # what draws papers is slow to load

        return print_shown(frame.workspace, file, shown.table(hide=hide), shown.count, rows, progress)

    def send(pages: int) -> None:
        printer = printing.choose_printer(parent, pages, frame.memory)
        if printer is not None:
            job = partial(printing.print_file, file, printer)
            frame.runner.run(job, partial(_say_printed, folder), words.PRINTING, _not_printed)

    frame.runner.run(draw, lambda pages: ListPreview(file, pages, send, parent).open(), words.DRAWING)


def _parts(shown: ShownList) -> Callable[[int, int], Sequence[Sequence[Shown]]]:
    """The rows part by part; those of a widget are read now, on the window's thread."""
    if shown.beside:
        return lambda start, stop: shown.rows(range(start, stop))
    every = shown.rows(range(shown.count))
    return lambda start, stop: every[start:stop]


def asked_to_hide() -> bool | None:
    """Whether numbers of people are hidden in what leaves the office; None when the officer thought better of it."""
    chosen = messages.choose(words.PRIVATE_QUESTION, [words.HIDE_NUMBERS, words.WHOLE_NUMBERS])
    return None if chosen is None else chosen == 0


def _say_printed(_folder: QTemporaryDir, pages: int) -> None:
    messages.success(words.PRINTED.format(count=pages))


def _not_printed(error: BaseException) -> None:
    troubles.tell(error, words.PRINTING)

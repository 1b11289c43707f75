"""The tab "Danh mục": every report of this office; Enter makes it in "Kỳ này"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.reports.catalogue import ReportForm, forms_for
from app.wording import report_pages as words
from app.wording.report_uses import USES
from views import cells, messages
from views.page import Page, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.buttons import quiet_button
from views.widgets.empty_state import EmptyState


class CatalogueTab(Page):
    """`opened` carries the name of a report."""

    opened = Signal(str)

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        level = frame.workspace.author.level
        columns: tuple[Column[ReportForm], ...] = (
            cells.text("title", words.TITLE, lambda row: row.title, 360),
            cells.text("uses", words.MAKES, lambda row: USES[row.name], 400, stretch=True),
            cells.text("files", words.FILES, _files, 140),
        )
        source = RowSource[ReportForm](
            lambda: forms_for(level), lambda row: row.name, (), words=lambda row: f"{row.title} {USES[row.name]}"
        )
        self.list = RowsList[ReportForm](
            frame,
            source,
            columns,
            "reports.catalogue",
            words.CATALOGUE_TAB,
            words.CATALOGUE_UNIT,
            EmptyState(words.NO_REPORTS, (), "report"),
        )
        self.list.line.add_filter(quiet_button(words.OPEN, self.open))
        self.list.view.opened.connect(lambda _key: self.open())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def open(self) -> None:
        """Make the report in hand."""
        form = self.list.current()
        if form is None:
            messages.trouble(words.CHOOSE)
        else:
            self.opened.emit(form.name)


def _files(form: ReportForm) -> str:
    return words.TEXT_FILES if form.text else words.TABLE_FILES

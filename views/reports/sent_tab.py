"""The tab "Đã gửi": the reports that were kept, the newest first; Enter saves the file as it was sent."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from app.progress import Progress
from app.reports.operations import save_kept_file
from app.reports.queries import SentRow, sent_reports
from app.wording import report_pages as words
from app.workspace import Workspace
from views import cells, messages
from views.page import Page, WorkFrame
from views.paged_table import Column
from views.reports.keep_form import SentNoteForm
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.widgets.buttons import quiet_button
from views.widgets.empty_state import EmptyState

_KINDS = {".xlsx": "new_workbook", ".pdf": "pdf", ".docx": "word"}


class SentTab(Page):
    """Figures and houses of a kept report never change; number and days may be noted later."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        columns: tuple[Column[SentRow], ...] = (
            cells.day("as_of", words.AS_OF_SHORT, lambda row: row.as_of, sort="as_of", width=96),
            cells.text("title", words.TITLE, lambda row: row.title, 330, sort="title", stretch=True),
            cells.text("number", words.NUMBER, lambda row: row.number or "", 110, sort="number"),
            cells.day("issued_on", words.ISSUED_ON, lambda row: row.issued_on, width=96),
            cells.day("sent_on", words.SENT_ON, lambda row: row.sent_on, width=96),
            cells.text("addressee", words.ADDRESSEE, lambda row: row.addressee or "", 170),
            cells.text("deadline", words.FOR_DEADLINE, lambda row: row.deadline, 190),
            cells.text("file", words.FILE, lambda row: row.file_name, 190),
        )
        self.list = RowsList[SentRow](
            frame,
            RowSource(
                self._read,
                lambda row: row.id,
                ("sent_report",),
                words=lambda row: " ".join(
                    (row.title, row.number or "", row.addressee or "", row.deadline, row.file_name)
                ),
                orders={
                    "as_of": lambda row: row.as_of,
                    "title": lambda row: row.title,
                    "number": lambda row: row.number or "",
                },
            ),
            columns,
            "reports.sent",
            words.SENT_TAB,
            words.SENT_UNIT,
            EmptyState(words.NO_SENT, (), "report"),
        )
        self.list.line.add_filter(quiet_button(words.SAVE_FILE, self.save))
        self.list.line.add_filter(quiet_button(words.NOTE_SENT, self.note))
        self.list.view.opened.connect(lambda _key: self.save())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _read(self) -> list[SentRow]:
        with self.frame.workspace.read() as session:
            return sent_reports(session)

    def save(self) -> None:
        """Save the file of the report in hand, as it was sent."""
        row = self.list.current()
        if row is None:
            messages.trouble(words.CHOOSE)
            return
        kind = _KINDS.get(Path(row.file_name).suffix, "any")
        target = messages.choose_save_file(words.SAVE_FILE, kind, Path.home() / row.file_name)
        if target is not None:
            job = partial(_save, self.frame.workspace, row.id, target)
            self.frame.runner.run(job, _told, words.SAVING)

    def note(self) -> None:
        """Number and days of the report in hand."""
        row = self.list.current()
        if row is None:
            messages.trouble(words.CHOOSE)
        else:
            opened(SentNoteForm(self.frame, row, self))

    def forget(self, changes: object) -> None:
        self.list.forget(changes)


def _save(workspace: Workspace, sent_id: str, target: Path, _progress: Progress) -> Path:
    save_kept_file(workspace, sent_id, target)
    return target


def _told(file: Path) -> None:
    messages.success(words.SAVED.format(file=file.name))

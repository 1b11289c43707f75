"""The papers of houses before they leave the printer: preview, number, print, save, open elsewhere.

Looking uses no number: the papers are issued, and numbered, when they are printed, saved or opened elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ceremony_set import SetOptions, preview_set, print_set
from app.documents.saving import whole_file
from app.handover.drafts import MinutesOptions
from app.handover.issuing import PrintedMinutes, print_blank_minutes, print_minutes
from app.handover.kinds import draw_minutes
from app.handover.previewing import draw_preview
from app.handover.queries import PaperRow
from app.office.paper_settings import copies_of, paper_settings
from app.progress import Progress
from app.wording import ceremonies, handover
from models.vocabulary import Numbering, PaperKind
from views import messages, printing, style, troubles
from views.page import WorkFrame
from views.paper_pane import WIDTH
from views.widgets.buttons import FilledButton, flat_button
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.form import group_title, quiet_label
from views.widgets.number_edits import CountEdit
from views.widgets.pdf_sight import PdfSight

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

NUMBERINGS_KEPT = {PaperKind.HANDOVER_MINUTES: "minutes.numbering", PaperKind.COMPLETION_CHECK: "check.numbering"}
Draw = Callable[[Path, Progress], object]


@dataclass(frozen=True)
class PaperJob:
    """What is looked at and then issued: of how many houses, how it is drawn and how it is issued into a file."""

    count: int
    draw: Callable[[Path, MinutesOptions, Progress], int]
    issue: Callable[[Path, MinutesOptions, Progress], PrintedMinutes]
    title: str
    file_name: str


class PreviewPane(QWidget):
    """Shows one PDF at a time; `closed` comes when the officer closes it."""

    closed = Signal()

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = frame
        self._job: PaperJob | None = None
        self._to_issue, self._issuing = False, False
        self.kind = PaperKind.HANDOVER_MINUTES
        self.title = group_title(handover.PREVIEW)
        self.state = quiet_label()
        self.state.setWordWrap(True)
        self.numbering = ChoiceEdit([Choice(*one) for one in handover.NUMBERINGS.items()], width=300)
        self._recall_numbering()
        self.copies, self.start_at = CountEdit(), CountEdit()
        self.print_button = FilledButton(handover.PRINT, "print")
        self.save_button = QPushButton(handover.SAVE_PDF)
        self.outside_button = QPushButton(handover.OPEN_OUTSIDE)
        self.sight = PdfSight(handover.PREVIEW)
        self._lay_out()
        self._connect()

    @property
    def document(self) -> QPdfDocument | None:
        """The paper in sight; None before the first."""
        return self.sight.document

    def _lay_out(self) -> None:
        close = flat_button(handover.CLOSE_PANE, "close")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close)
        self.options = QWidget()
        rows = QVBoxLayout(self.options)
        rows.setContentsMargins(0, 0, 0, 0)
        self._start_label = QLabel(handover.START_AT)
        rows.addLayout(_row((QLabel(handover.NUMBERING), self.numbering)))
        rows.addLayout(_row((QLabel(handover.COPIES), self.copies), (self._start_label, self.start_at)))
        foot = QHBoxLayout()
        foot.addWidget(self.outside_button)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.px(8), 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.options)
        column.addWidget(self.state)
        column.addWidget(self.sight, 1)
        column.addLayout(foot)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self.setMinimumWidth(style.px(WIDTH))
        for button in (self.save_button, self.outside_button):
            button.setMinimumHeight(style.px(30))

    def _connect(self) -> None:
        self.numbering.changed.connect(self._numbering_changed)
        self.copies.changed.connect(self._draw_minutes)
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)
        self.outside_button.clicked.connect(self.open_outside)
        for keys, slot in (("Ctrl+P", self.print), ("Ctrl+S", self.save), ("Esc", self.leave)):
            shortcut = QShortcut(QKeySequence(keys), self, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setFocusProxy(self.print_button)
        self._offer_start()

    # What is looked at.

    def show_minutes(self, case_ids: Sequence[str], kind: PaperKind = PaperKind.HANDOVER_MINUTES) -> None:
        """Preview the handover minutes of houses, or their completion checks."""
        workspace, cases = self.frame.workspace, list(case_ids)

        def draw(target: Path, options: MinutesOptions, progress: Progress) -> int:
            return draw_preview(workspace, cases, target, options, progress)

        def issue(target: Path, options: MinutesOptions, progress: Progress) -> PrintedMinutes:
            return print_minutes(workspace, cases, target, options, progress)

        self.show_job(PaperJob(len(cases), draw, issue, handover.TITLES[kind], handover.FILE_NAMES[kind]), kind)

    def show_set(self, ceremony_id: str, copies: int | None, wanted: SetOptions, count: int) -> None:
        """Preview all papers of a ceremony, or the minutes of some of its houses, in so many copies."""
        workspace = self.frame.workspace

        def draw(target: Path, options: MinutesOptions, progress: Progress) -> int:
            return preview_set(workspace, ceremony_id, target, options, wanted, progress)[0]

        def issue(target: Path, options: MinutesOptions, progress: Progress) -> PrintedMinutes:
            return print_set(workspace, ceremony_id, target, options, wanted, progress)

        self._job = None
        self.copies.set_value(copies)
        self.show_job(PaperJob(count, draw, issue, ceremonies.SET, ceremonies.SET_FILE))

    def show_job(self, job: PaperJob, kind: PaperKind = PaperKind.HANDOVER_MINUTES) -> None:
        """Preview what is to be issued."""
        self._turn_to(kind)
        self._job = job
        self.title.setText(job.title)
        self.options.show()
        self._draw_minutes()

    def _turn_to(self, kind: PaperKind) -> None:
        """Each kind has its name, and its numbering as the officer last chose it."""
        self.title.setText(handover.TITLES[kind])
        if kind is not self.kind:
            self.kind = kind
            self._recall_numbering()
            self._offer_start()

    def _recall_numbering(self) -> None:
        kept = self.frame.memory.get(NUMBERINGS_KEPT[self.kind])
        self.numbering.set_value(kept or Numbering.NONE.value)

    def show_blank(self) -> None:
        """Preview the blank form; nothing is issued."""
        self._turn_to(PaperKind.HANDOVER_MINUTES)
        self._show_other(handover.BLANK_STATE, lambda target, _: print_blank_minutes(target))

    def show_paper(self, paper: PaperRow) -> None:
        """Preview a paper as it was issued, marked as printed again."""
        kind = PaperKind(paper.kind or PaperKind.HANDOVER_MINUTES)

        def draw(target: Path, progress: Progress) -> int:
            return draw_minutes(kind, target, [replace(paper.paper(), reprint=True)], progress)

        self._turn_to(kind)
        self._show_other(handover.ALL_REPRINTS, draw)

    def _show_other(self, state: str, draw: Draw) -> None:
        self._job, self._to_issue = None, False
        self.options.hide()
        target = self.sight.next_file()

        def show(_: object) -> None:
            self._show_file(target, state)

        self.frame.runner.run(partial(draw, target), show, handover.DRAWING)

    def minutes_options(self) -> MinutesOptions:
        """Numbering, copies and the register's first number as chosen; what cannot be read counts as not given."""
        numbering = Numbering(self.numbering.value() or Numbering.NONE.value)
        copies = None if self.copies.problems() else self.copies.value()
        start = None if self.start_at.problems() else self.start_at.value()
        return MinutesOptions(numbering, start if numbering is Numbering.REGISTER else None, copies, self.kind)

    def _numbering_changed(self) -> None:
        self.frame.memory.put(NUMBERINGS_KEPT[self.kind], self.numbering.value() or "")
        self._offer_start()
        self._draw_minutes()

    def _offer_start(self) -> None:
        register = self.numbering.value() == Numbering.REGISTER.value
        self._start_label.setVisible(register)
        self.start_at.setVisible(register)

    def _draw_minutes(self) -> None:
        job = self._job
        if job is None:
            return
        target, options = self.sight.next_file(), self.minutes_options()

        def show(new: int) -> None:
            if job is self._job:
                self._to_issue = True
                self._show_file(target, handover.state_text(new, job.count))

        self.frame.runner.run(partial(job.draw, target, options), show, handover.DRAWING)

    def _show_file(self, file: Path, state: str) -> None:
        self.sight.show_file(file)
        self.state.setText(state)

    def forget(self) -> None:
        """Records changed: draw what is not issued yet anew."""
        if self._to_issue and not self._issuing and self.isVisible():
            self._draw_minutes()

    def leave(self) -> None:
        """Give the room back."""
        self.closed.emit()

    # What is done with it.

    def _with_issued(self, go_on: Callable[[], None]) -> None:
        """Issue the papers in sight first, if they are not yet; then go on."""
        if self.sight.file is None or self._issuing:
            return
        job = self._job
        if not self._to_issue or job is None:
            go_on()
            return
        self._issuing = True  # the change that issues is heard before its result: nothing is drawn anew meanwhile
        target, options = self.sight.next_file(), self.minutes_options()

        def issued(outcome: PrintedMinutes) -> None:
            papers = [one.minutes for one in outcome.issued]
            new = [one for one in papers if not one.reprint]
            numbers = [one.number for one in new if one.number]
            self._to_issue, self._issuing = False, False
            told = handover.issued_text(len(new), numbers)
            self._show_file(target, told if new else handover.ALL_REPRINTS)
            if new:
                messages.success(told)
            go_on()

        def failed(error: BaseException) -> None:
            self._issuing = False
            troubles.tell(error, handover.ISSUING)

        self.frame.runner.run(partial(job.issue, target, options), issued, handover.ISSUING, failed)

    def print(self) -> None:
        """Print all pages, on a printer the officer chooses first: thinking better of it issues nothing."""
        if self.sight.file is None or self.document is None:
            return
        pages, memory = self.document.pageCount(), self.frame.memory
        printer = printing.choose_printer(self, pages, memory, copies=self._sheets(), save=self.save)
        if printer is None:
            return

        self._with_issued(partial(self._send, printer))

    def _sheets(self) -> int:
        """In how many copies the office prints these minutes; a ceremony's set holds its copies already."""
        if self._job is not None and self._job.file_name != handover.FILE_NAMES[self.kind]:
            return 1
        with self.frame.workspace.read() as session:
            return copies_of(paper_settings(session, self.frame.workspace.author.office), self.kind)

    def _send(self, printer: QPrinter) -> None:
        file = self.sight.file
        if file is not None:
            job = partial(printing.print_file, file, printer)
            self.frame.runner.run(job, self._say_printed, handover.PRINTING, self._not_printed)

    def _not_printed(self, error: BaseException) -> None:
        """The papers were issued before the printer had them."""
        printing.not_printed(error, self.save, handover.PRINT_STOPPED)

    def _say_printed(self, pages: int) -> None:
        messages.success(handover.PRINTED.format(count=pages))

    def save(self) -> None:
        """Save the PDF where the officer wants it."""
        if self.sight.file is None:
            return
        name = self._job.file_name if self._job else handover.FILE_NAMES[self.kind]
        target = messages.choose_save_file(handover.SAVE_PDF, "pdf", Path.home() / name)
        if target is not None:
            self._with_issued(partial(self._copy_to, target))

    def _copy_to(self, target: Path) -> None:
        source = self.sight.file
        if source is not None:

            def copy(_: Progress) -> Path:
                with whole_file(target) as stream:
                    stream.write(source.read_bytes())
                return target

            self.frame.runner.run(copy, self._say_saved, handover.SAVE_PDF)

    def _say_saved(self, target: Path) -> None:
        messages.success(handover.SAVED.format(file=target.name))

    def open_outside(self) -> None:
        """Hand the file to the program the system opens PDFs with."""
        self._with_issued(self._open_outside)

    def _open_outside(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.sight.file))):
            messages.trouble(handover.NOT_OPENED)


def _row(*pairs: tuple[QLabel, QWidget]) -> QHBoxLayout:
    """Labels with their fields side by side."""
    row = QHBoxLayout()
    for label, field in pairs:
        label.setBuddy(field)
        field.setAccessibleName(label.text())
        row.addWidget(label)
        row.addWidget(field)
    row.addStretch(1)
    return row

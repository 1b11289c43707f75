"""Papers of many houses in sight before they leave: drawn as one file, printed or saved as one job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.progress import Progress
from app.wording import paper_pane
from app.wording import paperwork_pages as words
from app.wording.vocabulary import PAPER_KINDS
from models.vocabulary import Numbering, PaperKind
from views import messages, printing, style
from views.blank_forms import write_blank
from views.page import WorkFrame
from views.paper_pane import WIDTH
from views.rows_list import add_key
from views.widgets.buttons import FilledButton, flat_button
from views.widgets.form import group_title, quiet_label
from views.widgets.pdf_sight import PdfSight

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.paper_sets import PrintedSet

Pairs = Sequence[tuple[str, str]]
#: Under these names the window remembers how the two minutes are numbered.
_NUMBERINGS = {PaperKind.HANDOVER_MINUTES: "minutes.numbering", PaperKind.COMPLETION_CHECK: "check.numbering"}


class SetPane(QWidget):
    """Shows one job at a time; `closed` comes when the officer closes it."""

    closed = Signal()

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = frame
        self.pairs: tuple[tuple[str, str], ...] = ()
        self.blank: PaperKind | None = None
        self.made: PrintedSet | None = None
        self.title, self.state = group_title(words.PREVIEW), quiet_label()
        self.state.setWordWrap(True)
        self.sight = PdfSight(words.PREVIEW)
        self.print_button = FilledButton(words.PRINT, "print")
        self.save_button = QPushButton(words.SAVE_PDF)
        self._lay_out()
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)
        for keys, slot in (("Ctrl+P", self.print), ("Ctrl+S", self.save), ("Esc", self.closed.emit)):
            add_key(self, keys, slot)
        self.setFocusProxy(self.print_button)

    def _lay_out(self) -> None:
        close = flat_button(words.CLOSE_PANE, "close")
        close.clicked.connect(self.closed)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.px(8), 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.state)
        column.addWidget(self.sight, 1)
        column.addLayout(foot)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self.setMinimumWidth(style.px(WIDTH))
        self.save_button.setMinimumHeight(style.px(30))

    def _numberings(self) -> dict[PaperKind, Numbering]:
        return {kind: Numbering(self.frame.memory.get(name) or Numbering.NONE) for kind, name in _NUMBERINGS.items()}

    def show_pairs(self, pairs: Pairs) -> None:
        """Draw the papers (case, kind) that can be drawn beside the window; says which cannot."""
        workspace, target, numberings = self.frame.workspace, self.sight.next_file(), self._numberings()
        self.pairs, self.blank, self.made = (), None, None
        self.title.setText(words.SET_TITLE.format(count=len({case for case, _ in pairs})))
        self.state.setText("")

        def make(progress: Progress) -> tuple[Pairs, str, PrintedSet | None]:
            from app.paper_sets import draw_set, plan_set, said_left  # what draws papers is slow to load

            with workspace.read() as session:
                plan = plan_set(session, pairs)
            made = draw_set(workspace, plan.ready, target, progress, numberings) if plan.ready else None
            return plan.ready, said_left(plan.left), made

        self.frame.runner.run(make, partial(self._show, target), words.SET_DRAWING)

    def _show(self, target: Path, outcome: tuple[Pairs, str, PrintedSet | None]) -> None:
        ready, left, made = outcome
        told = [words.SET_STATE.format(papers=made.papers, pages=made.pages)] if made else []
        told += [words.SET_LEFT.format(left=left)] if left else []
        self.state.setText(" ".join(told))
        if made is None:
            messages.trouble(words.SET_LEFT.format(left=left) if left else words.NO_SET)
            self.closed.emit()
            return
        self.pairs, self.made = tuple(ready), made
        self.sight.show_file(target)

    def show_blank(self, kind: PaperKind) -> None:
        """The blank form of a kind, to be filled in by hand."""
        target = self.sight.next_file()
        self.pairs, self.blank, self.made = (), kind, None
        self.title.setText(PAPER_KINDS[kind.value])
        self.state.setText(paper_pane.BLANK)
        self.frame.runner.run(partial(self._write, target), partial(self._show_blank, kind, target), words.SET_DRAWING)

    def _show_blank(self, kind: PaperKind, target: Path, made: PrintedSet) -> None:
        if kind is self.blank:
            self.made = made
            self.sight.show_file(target)

    def print(self) -> None:
        """Number and note the papers, then send them to a printer the officer chose first."""
        if self.made is None:
            return
        document = self.sight.document
        pages = document.pageCount() if document else self.made.pages
        printer = printing.choose_printer(self, pages, self.frame.memory, save=self.save)
        if printer is not None:
            self._issue(self.sight.next_file(), partial(self._send, printer), words.SET_PRINTING)

    def _send(self, printer: QPrinter, file: Path, made: PrintedSet) -> None:
        self.sight.show_file(file)
        told = words.SET_PRINTED.format(papers=made.papers, pages=made.pages)
        job = partial(printing.print_file, file, printer)
        failed = partial(printing.not_printed, save=self.save)
        self.frame.runner.run(job, lambda _: messages.success(told), words.SET_PRINTING, failed)

    def save(self) -> None:
        """Number and note the papers, and keep the file where the officer wants it."""
        if self.made is None:
            return
        target = messages.choose_save_file(words.SAVE_PDF, "pdf", Path.home() / words.SET_FILE)
        if target is not None:
            self._issue(target, self._say_saved, words.SET_SAVING)

    @staticmethod
    def _say_saved(file: Path, made: PrintedSet) -> None:
        messages.success(words.SET_SAVED.format(papers=made.papers, file=file.name))

    def _issue(self, target: Path, then: Callable[[Path, PrintedSet], None], title: str) -> None:
        self.frame.runner.run(partial(self._write, target), lambda made: then(target, made), title)

    def _write(self, target: Path, progress: Progress) -> PrintedSet:
        from app.paper_sets import PrintedSet, print_set

        if self.blank is not None:
            write_blank(self.frame, self.blank, target, progress)
            return PrintedSet(1, 1)
        return print_set(self.frame.workspace, self.pairs, target, progress, self._numberings())

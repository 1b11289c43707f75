"""A paper before it leaves the printer: preview beside a list, print, save as PDF or Word, note what văn thư gave it.

The papers here are drawn anew from the records each time; the two minutes that are issued have a preview of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.documents.saving import whole_file
from app.office.issued_texts import IssuedTextDraft, check_issued_text
from app.office.queries import IssuedText, issued_texts, paper_office
from app.parsing import today
from app.problems import Problem
from app.progress import Progress
from app.wording import paper_pane as words
from app.wording import printing as print_words
from app.wording.messages import trouble_text
from app.wording.vocabulary import PAPER_KINDS
from app.workspace import Changes, Workspace
from models.vocabulary import PaperKind
from views import messages, printing, style
from views.page import WorkFrame
from views.rows_list import add_key
from views.short_form import ShortForm, opened
from views.widgets.buttons import FilledButton, flat_button
from views.widgets.date_edit import DateEdit, shown_date
from views.widgets.form import group_title, quiet_label
from views.widgets.parsed_edit import ParsedEdit
from views.widgets.pdf_sight import PdfSight

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

    from app.papers import Printed

#: The least width of what stands beside a list: a paper, a preview, a card.
WIDTH = 420


@dataclass(frozen=True)
class Looked:
    """What is said of the papers in sight: their state, whether văn thư numbers them, which were printed before."""

    state: str
    office_text: bool
    before: Collection[str]
    copies: int


class PaperPane(QWidget):
    """Shows the papers of one kind at a time; `closed` comes when the officer closes it."""

    closed = Signal()

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = frame
        self.kind: PaperKind | None = None
        self.ids: tuple[str, ...] = ()
        self.title, self.state = group_title(words.PREVIEW), quiet_label()
        self.state.setWordWrap(True)
        self.print_button = FilledButton(words.PRINT, "print")
        self.pdf_button, self.word_button = QPushButton(words.SAVE_PDF), QPushButton(words.SAVE_WORD)
        self.note_button, self.outside_button = QPushButton(words.NOTE_ISSUED), flat_button(words.OPEN_OUTSIDE)
        self.again = QCheckBox(print_words.MARK_AGAIN)
        self.again.setChecked(True)
        self.again.hide()
        self.sight = PdfSight(words.PREVIEW)
        self._copies = 1
        self._before: Collection[str] | None = None
        self._lay_out()
        self.again.clicked.connect(self.draw)
        self.print_button.clicked.connect(self.print)
        self.pdf_button.clicked.connect(self.save_pdf)
        self.word_button.clicked.connect(self.save_word)
        self.note_button.clicked.connect(self.note_issued)
        self.outside_button.clicked.connect(self.open_outside)
        for keys, slot in (("Ctrl+P", self.print), ("Ctrl+S", self.save_pdf), ("Esc", self.closed.emit)):
            add_key(self, keys, slot)
        self.setFocusProxy(self.print_button)

    @property
    def document(self) -> QPdfDocument | None:
        """The paper in sight; None before the first."""
        return self.sight.document

    def _lay_out(self) -> None:
        close = flat_button(words.CLOSE, "close")
        close.clicked.connect(self.closed)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.outside_button)
        head.addWidget(close)
        foot.addWidget(self.note_button)
        foot.addStretch(1)
        for button in (self.word_button, self.pdf_button, self.print_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.px(8), 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.state)
        column.addWidget(self.again)
        column.addWidget(self.sight, 1)
        column.addLayout(foot)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        self.setMinimumWidth(style.px(WIDTH))
        for button in (self.pdf_button, self.word_button, self.note_button):
            button.setMinimumHeight(style.px(30))

    # What is looked at.

    def show_papers(self, kind: PaperKind, ids: Sequence[str]) -> None:
        """Preview the papers of a kind about these records; without ids the blank form."""
        self.kind, self.ids = kind, tuple(ids)
        self.again.setChecked(True)
        self._before = None
        self.title.setText(PAPER_KINDS[kind.value])
        self.draw()

    def draw(self) -> None:
        """Draw the papers anew beside the window."""
        if self.kind is None:
            return
        kind, ids, target, workspace = self.kind, self.ids, self.sight.next_file(), self.frame.workspace
        mark, before = self.again.isChecked(), self._before

        def make(progress: Progress) -> Looked:
            from app.papers import FORMS, print_papers, settings_of  # what draws papers is slow to load
            from app.printed_before import printed_before

            with workspace.read() as session:
                found = issued_texts(session, kind.value, ids)
                # What is printed or saved from here on is no reprint until the papers are opened again.
                known = printed_before(session, kind, ids) if before is None else before
                settings = settings_of(session, workspace.author.office, kind)
            print_papers(workspace, kind, ids, target, progress, known if mark else ())
            office_text = FORMS[kind].office_text and bool(ids)
            unnumbered = words.DRAWN if ids else words.BLANK
            state = _issued_text(list(found.values())) if office_text else unnumbered
            if settings.template_name:
                state += " " + words.OWN_TEMPLATE.format(name=settings.template_name)
            return Looked(state, office_text, known, settings.copies or 1)

        def show(found: Looked) -> None:
            if (kind, ids) == (self.kind, self.ids):
                self._show_file(target, found.state)
                self.note_button.setVisible(found.office_text)
                self.again.setVisible(bool(found.before))
                self._before, self._copies = found.before, found.copies

        self.frame.runner.run(make, show, words.DRAWING)

    def _show_file(self, file: Path, state: str) -> None:
        self.sight.show_file(file)
        self.state.setText(state)

    def forget(self) -> None:
        """Records changed: what is in sight is drawn anew."""
        if self.isVisible():
            self.draw()

    # What is done with it.

    def print(self) -> None:
        """Print all pages, on a printer the officer chooses first."""
        if self.sight.file is None or self.document is None:
            return
        pages, memory = self.document.pageCount(), self.frame.memory
        printer = printing.choose_printer(self, pages, memory, copies=self._copies, save=self.save_pdf)
        if printer is not None:
            self._send(self.sight.file, printer)

    def _send(self, file: Path, printer: QPrinter) -> None:
        job = partial(printing.print_file, file, printer)
        failed = partial(printing.not_printed, save=self.save_pdf)
        self.frame.runner.run(job, self._printed(self._say_printed), words.PRINTING, failed)

    def _printed(self, say: Callable[[Any], None]) -> Callable[[Any], None]:
        """Say what became of the papers in sight, and note in the files of their houses that they were printed."""
        kind, ids, workspace = self.kind, self.ids, self.frame.workspace

        def done(outcome: Any) -> None:
            say(outcome)
            if kind is not None and ids:
                self.frame.runner.run(partial(_keep, workspace, kind, ids), None, words.NOTING)

        return done

    @staticmethod
    def _say_printed(pages: int) -> None:
        messages.success(words.PRINTED.format(count=pages))

    def _choose(self, title: str, kind: str, ending: str) -> Path | None:
        if self.sight.file is None or self.kind is None:
            return None
        return messages.choose_save_file(title, kind, Path.home() / f"{words.file_name(self.kind.value)}.{ending}")

    def save_pdf(self) -> None:
        """Save the PDF in sight where the officer wants it."""
        target, source = self._choose(words.SAVE_PDF, "pdf", "pdf"), self.sight.file
        if target is None or source is None:
            return

        def copy(_: Progress) -> Path:
            with whole_file(target) as stream:
                stream.write(source.read_bytes())
            return target

        self.frame.runner.run(copy, self._printed(self._say_saved), words.SAVING)

    def save_word(self) -> None:
        """Save the same paper as .docx, to be corrected by hand."""
        target, kind, ids = self._choose(words.SAVE_WORD, "word", "docx"), self.kind, self.ids
        if target is None or kind is None:
            return
        workspace = self.frame.workspace

        again = self._before or () if self.again.isChecked() else ()

        def write(progress: Progress) -> Printed:
            from app.papers import print_papers

            return print_papers(workspace, kind, ids, target, progress, again)

        def say(printed: Printed) -> None:
            if printed.not_by_own is not None:
                messages.warning(trouble_text(printed.not_by_own))
            else:
                self._say_saved(target)

        self.frame.runner.run(write, self._printed(say), words.SAVING)

    @staticmethod
    def _say_saved(target: Path) -> None:
        messages.success(words.SAVED.format(file=target.name))

    def open_outside(self) -> None:
        """Hand the file to the program the system opens PDFs with."""
        if self.sight.file is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.sight.file))):
            messages.trouble(words.NOT_OPENED)

    def note_issued(self) -> None:
        """Keep the number and day that văn thư gave the paper."""
        if self.kind is not None and self.ids:
            opened(IssuedForm(self.frame, self.kind, self.ids, self), self.draw)


def _keep(workspace: Workspace, kind: PaperKind, ids: Sequence[str], _: Progress) -> Changes | None:
    from app.printed_before import keep_printed

    return keep_printed(workspace, kind, ids)


def _issued_text(found: Sequence[IssuedText]) -> str:
    """Whether and when the paper was issued; of several papers the first that was."""
    if not found:
        return words.NOT_ISSUED
    number, day = found[0].number, shown_date(found[0].issued_on or "")
    return words.ISSUED_WITH_NUMBER.format(number=number, day=day) if number else words.ISSUED.format(day=day)


class IssuedForm(ShortForm):
    """Number, day and signer of a text that was issued ("Ghi số, ngày đã ban hành")."""

    def __init__(self, frame: WorkFrame, kind: PaperKind, ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, words.NOTE_ISSUED_TITLE, words.NOTE_ISSUED_TITLE)
        self.frame, self._kind, self._ids = frame, kind, tuple(ids)
        self.number: ParsedEdit[str] = ParsedEdit(lambda text: text.strip() or None, str, width=180)
        self.signer: ParsedEdit[str] = ParsedEdit(lambda text: text.strip() or None, str, width=300)
        self.issued_on = DateEdit()
        day = today().isoformat()
        self.issued_on.set_value(day)
        with frame.workspace.read() as session:
            office = paper_office(session, frame.workspace.author.office)
            known = list(issued_texts(session, kind.value, ids).values())
        signer = office.signer(day) if office else None
        self.signer.set_value(signer.name if signer else None)
        for one in known[:1]:
            self.number.set_value(one.number or None)
            self.issued_on.set_value(one.issued_on)
            self.signer.set_value(one.signer or None)
        self.form.add_field("number", words.NUMBER, self.number)
        self.form.add_field("issued_on", words.ISSUED_ON, self.issued_on, required=True)
        self.form.add_field("signer", words.SIGNER, self.signer)
        self.scan: Path | None = None
        self.scan_button = QPushButton(words.CHOOSE_SCAN)
        self.scan_button.setAutoDefault(False)
        self.scan_button.clicked.connect(self.choose_scan)
        if self._in_files():
            self.form.add_field("file", words.SCAN, self.scan_button)

    def _in_files(self) -> bool:
        """Whether the paper belongs into files of houses, and so its scan."""
        from app.printed_before import scannable  # what knows all papers is slow to load

        with self.frame.workspace.read() as session:
            return bool(scannable(session, self._kind, self._ids))

    def choose_scan(self) -> None:
        """The scan of the signed paper, kept with its number and day."""
        self.scan = messages.choose_open_file(words.CHOOSE_SCAN, "scan") or self.scan
        self.scan_button.setText(self.scan.name if self.scan else words.CHOOSE_SCAN)

    def draft(self) -> IssuedTextDraft:
        """What the form says. Raises `Refused` when the day cannot be read."""
        return IssuedTextDraft(
            self._kind, self._ids, self.issued_on.value() or "", self.number.value(), self.signer.value()
        )

    def problems(self) -> Sequence[Problem]:
        return check_issued_text(self.draft(), today().isoformat())

    def carry_out(self) -> None:
        from app.printed_before import save_issued_paper

        workspace, draft, scan = self.frame.workspace, self.draft(), self.scan
        told = words.NOTED.format(kind=PAPER_KINDS[self._kind.value].lower())

        self.start(self.frame, lambda: save_issued_paper(workspace, draft, scan), words.NOTING, told)

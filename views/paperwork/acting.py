"""What can be done with a paper of a house, and with its whole file: for the matrix and for the tab of a dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from app.paperwork.operations import remove_mark
from app.paperwork.queries import HouseFile, MarkRow, PaperState, marks_of
from app.progress import Progress
from app.wording import paperwork as names
from app.wording import paperwork_pages as words
from app.wording import printing as print_words
from app.workspace import Changes
from views import messages
from views.doing import do
from views.page import WorkFrame
from views.paperwork.forms import CloseForm, ReopenForm, ScanForm, SignedForm
from views.short_form import opened
from views.widgets.date_edit import shown_date

Pairs = Sequence[tuple[str, str]]
Action = tuple[str, Callable[[], object]]


class FileActions:
    """`show_pairs` brings papers into sight; forms open over `parent`."""

    def __init__(self, frame: WorkFrame, parent: QWidget, show_pairs: Callable[[Pairs], object]) -> None:
        self._frame, self._parent, self._show_pairs = frame, parent, show_pairs

    # Menus

    def of_paper(self, file: HouseFile, kind: str) -> list[Action]:
        """What can be done with one paper of a house."""
        found: list[Action] = [
            (words.NOTE_SIGNED, partial(self.sign, [file.case_id], kind)),
            (words.ADD_SCAN, partial(self.choose_scan, file.case_id, kind)),
        ]
        if kind != "payment_voucher":
            printing = words.PRINT_THIS.format(kind=names.kind_name(kind))
            found.insert(0, (printing, partial(self._show_pairs, [(file.case_id, kind)])))
        with self._frame.workspace.read() as session:
            marks = [one for one in marks_of(session, [file.case_id]) if one.kind == kind]
        for one in marks:
            told = {"day": shown_date(one.done_on or ""), "name": one.name or "", "state": names.STATES[one.state]}
            if one.content:
                found.append((words.OPEN_SCAN.format(**told), partial(self.open_scan, one)))
                found.append((words.TAKE_OFF_SCAN.format(**told), partial(self.take_off, one)))
            elif one.state is PaperState.SIGNED:
                found.append((words.TAKE_OFF_MARK.format(**told), partial(self.take_off, one)))
        return found

    def of_file(self, file: HouseFile) -> list[Action]:
        """What can be done with the whole file of a house."""
        missing = [(file.case_id, one.kind) for one in file.missing if one.state is PaperState.NONE]
        found: list[Action] = [(words.PRINT_ALL_OF, partial(self._show_pairs, missing))] if missing else []
        found.append((print_words.SET, partial(self.print_all, file)))
        found.append((words.BIND, partial(self.bind, file.case_id)))
        if file.closed:
            found.append((words.REOPEN, partial(self.reopen, file.case_id)))
        else:
            found.append((words.CLOSE, partial(self.close, [file.case_id])))
        return found

    def menu(self, actions: Sequence[Action]) -> QMenu:
        """The menu of these actions; it goes when it closes."""
        menu = QMenu(self._parent)
        for text, slot in actions:
            menu.addAction(text).triggered.connect(lambda _=False, slot=slot: slot())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    # Doing

    def print_all(self, file: HouseFile) -> None:
        """Every paper the house should have by now as one print job, those printed before marked so."""
        from app.paper_sets import whole_pairs  # what draws papers is slow to load

        self._show_pairs(whole_pairs([file]))

    def sign(self, case_ids: Sequence[str], kind: str) -> None:
        """Note that a paper of houses is signed."""
        opened(SignedForm(self._frame, case_ids, kind, self._parent))

    def choose_scan(self, case_id: str, kind: str) -> None:
        """Ask for a file and take it in as a scan."""
        file = messages.choose_open_file(words.CHOOSE_SCAN, "scan")
        if file is not None:
            self.take_scan(case_id, kind, [file])

    def take_scan(self, case_id: str, kind: str, files: Sequence[Path]) -> None:
        """A file was dropped on a paper, or chosen for it."""
        if len(files) != 1:
            messages.trouble(words.ONE_SCAN)
            return
        opened(ScanForm(self._frame, case_id, kind, files[0], self._parent))

    def open_scan(self, mark: MarkRow) -> None:
        """Hand a scan to the program the system opens such files with."""
        file = mark.file(self._frame.workspace.folder)
        if not file.exists():
            messages.trouble(words.SCAN_GONE)
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            messages.trouble(words.SCAN_NOT_OPENED)

    def take_off(self, mark: MarkRow) -> None:
        """Take a scan or a mark off its paper."""
        told = words.SCAN_REMOVED if mark.content else words.MARK_REMOVED
        workspace = self._frame.workspace

        def job() -> Changes:
            return remove_mark(workspace, mark.id, mark.version)

        do(self._frame, job, words.MARKING, told)

    def close(self, case_ids: Sequence[str]) -> None:
        """Close the files of houses."""
        opened(CloseForm(self._frame, case_ids, self._parent))

    def reopen(self, case_id: str) -> None:
        """Open a closed file again."""
        opened(ReopenForm(self._frame, case_id, self._parent))

    def bind(self, case_id: str) -> None:
        """Save the file of a house as one PDF where the officer wants it."""
        target = messages.choose_save_file(words.BIND, "pdf", Path.home() / words.BIND_FILE)
        if target is None:
            return
        workspace = self._frame.workspace

        def job(progress: Progress) -> str:
            from app.dossier_file import bind_dossier  # what draws papers is slow to load

            made = bind_dossier(workspace, case_id, target, progress)
            return words.BOUND.format(pages=made.pages, file=target.name)

        self._frame.runner.run(job, messages.success, words.BINDING)

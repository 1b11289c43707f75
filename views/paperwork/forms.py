"""The short forms of a house's file: a paper was signed, a scan is taken in, files are closed and opened again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from app.office.queries import paper_office
from app.outlook import look_ahead
from app.paperwork.drafts import CloseDraft, MarkDraft, ScanDraft
from app.paperwork.operations import add_scan, close_files, mark_papers, reopen_file
from app.paperwork.queries import house_files
from app.paperwork.rules import FILE_KINDS, check_close, check_close_day, check_mark
from app.paperwork.shared import same_paper
from app.parsing import today
from app.problems import Problem
from app.progress import Progress
from app.support.queries import CaseFacts, case_facts, case_state
from app.wording import paperwork as words
from app.wording import paperwork_pages as said
from app.workspace import Changes
from models.vocabulary import PaperState
from views import messages
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import text_line
from views.widgets.outlook_box import OutlookBox


class _SignedPaper(ShortForm):
    """What both forms ask: which paper, signed when and by whom."""

    def __init__(self, frame: WorkFrame, title: str, confirm: str, kind: str, parent: QWidget | None) -> None:
        super().__init__(parent, title, confirm)
        self.frame = frame
        self.kind = ChoiceEdit([Choice(one.value, words.kind_name(one.value)) for one in FILE_KINDS], width=420)
        self.kind.set_value(kind or None)
        self.signed_on = DateEdit()
        self.signed_on.set_value(today().isoformat())
        self.signer = text_line(300)
        with frame.workspace.read() as session:
            office = paper_office(session, frame.workspace.author.office)
        signer = office.signer(today().isoformat()) if office else None
        self.signer.setText(signer.name if signer else "")

    def _add_fields(self) -> None:
        self.form.add_field("kind", said.KIND, self.kind, required=True)
        self.form.add_field("done_on", said.SIGNED_ON, self.signed_on, required=True)
        self.form.add_field("signer", said.SIGNER, self.signer)

    def problems(self) -> Sequence[Problem]:
        return check_mark(self.kind.value() or "", self.signed_on.value() or "", today().isoformat())


class SignedForm(_SignedPaper):
    """A paper of one or many houses came back signed."""

    def __init__(self, frame: WorkFrame, case_ids: Sequence[str], kind: str, parent: QWidget | None = None) -> None:
        super().__init__(frame, said.SIGNED_TITLE, said.SIGNED_CONFIRM, kind, parent)
        self._cases = tuple(case_ids)
        self._add_fields()

    def carry_out(self) -> None:
        kind, day, signer = self.kind.value() or "", self.signed_on.value() or "", self.signer.text() or None
        draft = MarkDraft(self._cases, kind, PaperState.SIGNED, day, signer)
        told = said.signed_text(kind, len(self._cases))
        self.start(self.frame, partial(mark_papers, self.frame.workspace, draft), said.MARKING, told)


class ScanForm(_SignedPaper):
    """A scan for the file of a house, or of all houses that stand on the same paper."""

    def __init__(self, frame: WorkFrame, case_id: str, kind: str, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(frame, said.SCAN_TITLE, said.SCAN_CONFIRM, kind, parent)
        self._case, self._file = case_id, file
        self._together: list[str] = []
        name = QLabel(file.name)
        name.setWordWrap(True)
        self.together = QCheckBox()
        self.form.add_field("file", said.FILE, name)
        self._add_fields()
        self.add_below(self.together)
        self.kind.changed.connect(self._offer_together)
        self._offer_together()

    def _offer_together(self) -> None:
        """A paper of many houses is offered for all of them."""
        with self.frame.workspace.read() as session:
            self._together = same_paper(session, self.kind.value() or "", self._case)
        several = len(self._together) > 1
        self.together.setText(said.TOGETHER.format(count=len(self._together)))
        self.together.setVisible(several)
        self.together.setChecked(several)

    def carry_out(self) -> None:
        kind = self.kind.value() or ""
        cases: tuple[str, ...] = (self._case,)
        if self.together.isChecked() and self._together:
            cases = tuple(self._together)
        draft = ScanDraft(cases, kind, self._file, self.signed_on.value() or "", self.signer.text() or None)
        self._working = True
        self.confirm.setEnabled(False)

        def take_in(progress: Progress) -> Changes:
            return add_scan(self.frame.workspace, draft, progress)[0]

        def finish(_: Changes) -> None:
            self._finish()
            messages.success(said.scanned_text(kind, len(cases)), self.frame.take_back)

        self.frame.runner.run(take_in, finish, said.SCANNING, self._fail)


class CloseForm(ShortForm):
    """Close the files of houses: those that lack papers only with a reason."""

    def __init__(self, frame: WorkFrame, case_ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, said.CLOSE_TITLE, said.CLOSE_CONFIRM.format(count=len(case_ids)))
        self.frame = frame
        with frame.workspace.read() as session:
            self._facts = list(case_facts(session, case_ids).values())
            self._files = {one.case_id: one for one in house_files(session, case_ids)}
        self.closed_on = DateEdit()
        self.closed_on.set_value(today().isoformat())
        self.reason = text_line()
        self.box = OutlookBox(said.UNIT)
        self.form.add_field("closed_on", said.CLOSED_ON, self.closed_on, required=True)
        self.form.add_field("reason", said.REASON, self.reason)
        self.add_below(self.box)
        self.reason.textChanged.connect(lambda _: self.preview())
        self.preview()

    def _problems_of(self, one: CaseFacts) -> list[Problem]:
        file = self._files.get(one.case_id)
        return check_close(one, case_state(one), file.papers if file else (), self.reason.text().strip())

    def preview(self) -> None:
        """Say which files can be closed now."""
        self.outlook = look_ahead(self._facts, lambda one: [replace(each, field="") for each in self._problems_of(one)])
        self.box.show_outlook(self.outlook)
        self.confirm.setText(said.CLOSE_CONFIRM.format(count=len(self.outlook.ready)))
        self.confirm.setEnabled(bool(self.outlook.ready))

    def problems(self) -> Sequence[Problem]:
        return [*self.outlook.form, *check_close_day(self.closed_on.value() or "", today().isoformat())]

    def carry_out(self) -> None:
        day, reason = self.closed_on.value() or "", self.reason.text().strip()
        drafts = [CloseDraft(one.case_id, day, reason) for one in self.outlook.ready]
        told = said.closed_text(len(drafts), len(self.outlook.blocked))
        self.start(self.frame, partial(close_files, self.frame.workspace, drafts), said.CLOSING, told)


class ReopenForm(ShortForm):
    """Open a closed file again, with the reason."""

    def __init__(self, frame: WorkFrame, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, said.REOPEN_TITLE, said.REOPEN_CONFIRM)
        self.frame, self._case = frame, case_id
        self.reason = text_line()
        self.form.add_field("reason", said.REOPEN_REASON, self.reason, required=True)

    def problems(self) -> Sequence[Problem]:
        return [] if self.reason.text().strip() else [Problem("reason", "reason_missing")]

    def carry_out(self) -> None:
        job: Callable[[], tuple[Changes, list[Problem]]] = partial(
            reopen_file, self.frame.workspace, self._case, self.reason.text()
        )
        self.start(self.frame, job, said.REOPENING, said.REOPENED)

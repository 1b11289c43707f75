"""The forms "Chốt báo cáo" and "Ghi số, ngày gửi": what văn thư gives a report, to whom it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.parsing import today
from app.problems import Problem
from app.reports.deadline_reports import reports_due
from app.reports.drafts import SentDraft, SentNoteDraft
from app.reports.operations import keep_report, note_sent
from app.reports.queries import SentRow
from app.reports.report_value import day_text
from app.reports.rules import check_kept, check_sent
from app.wording import report_pages as words
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import quiet_label
from views.widgets.parsed_edit import ParsedEdit


def _line(width: int) -> ParsedEdit[str]:
    return ParsedEdit(lambda text: text.strip() or None, str, width=width)


def _key(deadline_id: str, period: str | None) -> str:
    return f"{deadline_id} {period or ''}"


class _SentForm(ShortForm):
    """The fields both forms share."""

    def __init__(self, frame: WorkFrame, parent: QWidget | None, title: str, confirm: str) -> None:
        super().__init__(parent, title, confirm)
        self.frame = frame
        self.number, self.addressee, self.note = _line(180), _line(360), _line(360)
        self.issued_on, self.sent_on = DateEdit(), DateEdit()
        self.deadline = ChoiceEdit(width=360)

    def offer(self, deadline_id: str | None, period: str | None, text: str = "") -> None:
        """The deadlines that wait for a report of this office, beside the one that is chosen already."""
        with self.frame.workspace.read() as session:
            due = reports_due(session, today().isoformat(), self.frame.workspace.author.office)
        found = {_key(one.deadline_id, one.period): one.text for one in due}
        if deadline_id is not None:
            found = {_key(deadline_id, period): text, **found}
        self.deadline.set_choices([Choice("", words.NO_DEADLINE), *(Choice(*one) for one in found.items())])
        self.deadline.set_value(_key(deadline_id, period) if deadline_id else "")

    def chosen(self) -> tuple[str | None, str | None]:
        """The deadline that is chosen, and its period."""
        deadline_id, _, period = (self.deadline.value() or "").partition(" ")
        return deadline_id or None, period or None

    def add_fields(self) -> None:
        """Deadline, number, days, addressee, note."""
        self.form.add_field("deadline_id", words.FOR_DEADLINE, self.deadline)
        self.form.add_field("number", words.NUMBER, self.number)
        self.form.add_field("issued_on", words.ISSUED_ON, self.issued_on)
        self.form.add_field("sent_on", words.SENT_ON, self.sent_on)
        self.form.add_field("addressee", words.ADDRESSEE, self.addressee)
        self.form.add_field("note", words.NOTE, self.note)


class KeepForm(_SentForm):
    """Keeps the report that is in sight."""

    def __init__(self, frame: WorkFrame, draft: SentDraft, title: str, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent, words.KEEP_TITLE, words.KEEP)
        self._draft = draft
        told = quiet_label(words.KEEP_TOLD.format(title=title, day=day_text(draft.asked.as_of)))
        told.setWordWrap(True)
        self.form.add_widget(told)
        self.ending = ChoiceEdit([Choice(ending, text) for ending, text in words.ENDINGS.items()], width=220)
        self.ending.set_value(draft.ending)
        self.form.add_field("ending", words.FILE_KIND, self.ending)
        self.addressee.set_value(draft.addressee)
        self.offer(draft.deadline_id, draft.period)
        self.add_fields()

    def draft(self) -> SentDraft:
        """What the form says. Raises `Refused` when a day cannot be read."""
        deadline_id, period = self.chosen()
        return replace(
            self._draft,
            deadline_id=deadline_id,
            period=period,
            ending=self.ending.value() or self._draft.ending,
            number=self.number.value(),
            issued_on=self.issued_on.value(),
            sent_on=self.sent_on.value(),
            addressee=self.addressee.value(),
            note=self.note.value(),
        )

    def problems(self) -> Sequence[Problem]:
        return check_kept(self.draft(), today().isoformat())

    def carry_out(self) -> None:
        workspace, draft = self.frame.workspace, self.draft()
        self.start(self.frame, lambda: keep_report(workspace, draft), words.KEEPING, words.KEPT)


class SentNoteForm(_SentForm):
    """Number, days and addressee of a report that was kept."""

    def __init__(self, frame: WorkFrame, row: SentRow, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent, words.NOTE_SENT_TITLE, words.SAVE_NOTE)
        self._row = row
        self.number.set_value(row.number)
        self.issued_on.set_value(row.issued_on)
        self.sent_on.set_value(row.sent_on)
        self.addressee.set_value(row.addressee)
        self.note.set_value(row.note)
        self.offer(row.deadline_id, row.period, row.deadline)
        self.add_fields()

    def draft(self) -> SentNoteDraft:
        """What the form says. Raises `Refused` when a day cannot be read."""
        return SentNoteDraft(
            self._row.id,
            self._row.version,
            self.number.value(),
            self.issued_on.value(),
            self.sent_on.value(),
            self.addressee.value(),
            self.note.value(),
            *self.chosen(),
        )

    def problems(self) -> Sequence[Problem]:
        return check_sent(self.draft(), today().isoformat())

    def carry_out(self) -> None:
        workspace, draft = self.frame.workspace, self.draft()
        self.start(self.frame, lambda: note_sent(workspace, draft), words.KEEPING, words.NOTED)

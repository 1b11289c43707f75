"""Short forms of dossiers: a step of their way, their return, the decision, and where a blank is met."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from app.awards.drafts import BlankDraft, OutcomeDraft, StepDraft
from app.awards.facts import NominationRow
from app.awards.operations import decide, save_blank, send_on
from app.awards.queries import certificate_blank
from app.awards.rules import check_blank, check_outcome, check_step, route_of
from app.campaigns.queries import campaign_detail
from app.documents.words import decimal_text
from app.office.queries import paper_office
from app.parsing import today
from app.problems import Problem
from app.wording import award_pages as words
from app.wording import awards as said
from views import style
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.date_edit import DateEdit


def _chosen(rows: Sequence[NominationRow]) -> tuple[tuple[str, int | None], ...]:
    return tuple((one.id, one.version) for one in rows)


def _names(rows: Sequence[NominationRow]) -> str:
    return said.of_people(one.participant.name for one in rows)


class StepForm(ShortForm):
    """Dossiers go on to a step of the campaign's route (another place may be typed), or they were returned."""

    def __init__(
        self, frame: WorkFrame, rows: Sequence[NominationRow], *, returned: bool, parent: QWidget | None = None
    ) -> None:
        title = words.RETURN_TITLE if returned else words.SEND_TITLE
        super().__init__(parent, title, title)
        self.frame, self._rows, self._returned = frame, rows, returned
        self.to, self.day, self.reason = QComboBox(), DateEdit(), QLineEdit()
        self.to.setEditable(True)
        with frame.workspace.read() as session:
            steps = route_of(campaign_detail(session, rows[0].participant.campaign_id), today().isoformat())
        self.to.addItems(steps)
        reached = steps.index(rows[0].sent_to) + 1 if rows[0].sent_to in steps else 0
        self.to.setCurrentIndex(min(reached, len(steps) - 1))
        line = self.to.lineEdit()
        if line is not None:
            line.setPlaceholderText(words.TO_HINT)
        style.follow_scale(self.to, lambda: self.to.setMinimumWidth(style.px(400)))
        self.day.set_value(today().isoformat())
        self.form.add_title(_names(rows))
        if not returned:
            self.form.add_field("to", words.TO, self.to, required=True)
        self.form.add_field("on", words.ON, self.day, required=True)
        if returned:
            self.form.add_field("reason", words.REASON, self.reason, required=True)

    def draft(self) -> StepDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        to = None if self._returned else self.to.currentText().strip() or None
        reason = self.reason.text().strip() or None
        return StepDraft(_chosen(self._rows), self.day.value() or "", to, self._returned, reason)

    def problems(self) -> Sequence[Problem]:
        return check_step(self.draft(), self._rows, today().isoformat())

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.RETURNED if self._returned else words.SENT
        text = told.format(count=len(self._rows), to=draft.to)
        self.start(self.frame, partial(send_on, self.frame.workspace, draft), words.SAVING, text)


class OutcomeForm(ShortForm):
    """Nominations are granted by a decision, or not, with a reason."""

    def __init__(
        self, frame: WorkFrame, rows: Sequence[NominationRow], *, granted: bool, parent: QWidget | None = None
    ) -> None:
        title = words.DECIDE_TITLE if granted else words.NOT_GRANTED_TITLE
        super().__init__(parent, title, title)
        self.frame, self._rows, self._granted = frame, rows, granted
        self.number, self.signer, self.reason, self.day = QLineEdit(), QLineEdit(), QLineEdit(), DateEdit()
        day = rows[0].decided_on or today().isoformat()
        with frame.workspace.read() as session:
            office = paper_office(session, frame.workspace.author.office)
        person = office.signer(day) if office and rows[0].level == "commune" else None
        self.number.setText(rows[0].decision_number or "")
        self.signer.setText(rows[0].signer or (person.name if person else ""))
        self.day.set_value(day)
        form = self.form
        form.add_title(_names(rows))
        if granted:
            form.add_field("decision_number", words.DECISION_NUMBER, self.number, required=True)
            form.add_field("on", words.DECIDED_ON, self.day, required=True)
            form.add_field("signer", words.SIGNER, self.signer)
        else:
            form.add_field("reason", words.REASON, self.reason, required=True)
            form.add_field("on", words.ON, self.day, required=True)

    def draft(self) -> OutcomeDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        granted = self._granted
        number = self.number.text().strip() or None if granted else None
        signer = self.signer.text().strip() or None if granted else None
        reason = None if granted else self.reason.text().strip() or None
        return OutcomeDraft(_chosen(self._rows), granted, number, self.day.value(), signer, reason)

    def problems(self) -> Sequence[Problem]:
        return check_outcome(self.draft(), self._rows, today().isoformat())

    def carry_out(self) -> None:
        draft = self.draft()
        told = words.DECIDED if self._granted else words.NOT_GRANTED_TOLD
        text = told.format(number=draft.decision_number, count=len(self._rows))
        self.start(self.frame, partial(decide, self.frame.workspace, draft), words.SAVING, text)


class BlankForm(ShortForm):
    """How far the text of the giấy khen is moved on the office's bought blank; kept for the whole office."""

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.BLANK_TITLE, words.SAVE)
        self.frame = frame
        with frame.workspace.read() as session:
            known = certificate_blank(session)
        self.right, self.down = (QLineEdit(_shown(one)) for one in (known.right_mm, known.down_mm))
        self.titled = QCheckBox(words.TITLED_TIP)
        self.titled.setChecked(known.titled)
        for field in (self.right, self.down):
            style.follow_scale(field, partial(_narrow, field))
        self.form.add_field("right_mm", words.RIGHT_MM, self.right, after=words.MM)
        self.form.add_field("down_mm", words.DOWN_MM, self.down, after=words.MM)
        self.form.add_field("titled", words.TITLED, self.titled)

    def draft(self) -> BlankDraft:
        """What the form says."""
        right, down = (field.text().strip().replace(",", ".") or "0" for field in (self.right, self.down))
        return BlankDraft(right, down, self.titled.isChecked())

    def problems(self) -> Sequence[Problem]:
        return check_blank(self.draft())

    def carry_out(self) -> None:
        self.start(self.frame, partial(save_blank, self.frame.workspace, self.draft()), words.SAVING, words.BLANK_SAVED)


def _narrow(field: QLineEdit) -> None:
    field.setFixedWidth(style.px(80))


def _shown(figure: str) -> str:
    return decimal_text(Decimal(figure))

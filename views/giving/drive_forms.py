"""The short forms of a drive itself and of somebody on its list; a month's base is reckoned with and forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from app.campaigns.queries import find_campaigns
from app.documents.words import money_text
from app.giving.drafts import DriveDraft, PersonDraft
from app.giving.facts import DriveFigures, DriveRow, PersonRow
from app.giving.operations import save_drive, save_people
from app.giving.rules import USUAL_DIVISOR, check_drive, check_people, drive_pay
from app.problems import Problem
from app.wording import giving_pages as words
from app.workspace import Changes
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import quiet_label
from views.widgets.money_edit import MoneyEdit
from views.widgets.number_edits import CountEdit

_ROUNDING = 1


class DriveForm(ShortForm):
    """A drive with its period and the rule of a day's pay."""

    def __init__(self, frame: WorkFrame, standing: DriveRow | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.DRIVE_TITLE, words.SAVE)
        self.frame, self._standing = frame, standing
        self.name, self.fund, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.starts, self.ends, self.report = DateEdit(), DateEdit(), DateEdit()
        self.base = ChoiceEdit([Choice(*one) for one in words.BASES.items()])
        self.divisor, self.rounding = CountEdit(), CountEdit()
        with frame.workspace.read() as session:
            plans = [Choice(one.id, one.shown) for one in find_campaigns(session)]
        self.campaign = ChoiceEdit([Choice("", words.NO_CAMPAIGN), *plans], width=360)
        self.campaign.set_value((standing.campaign_id if standing else None) or "")
        self._fill()
        form = self.form
        form.add_field("name", words.NAME, self.name, required=True)
        form.add_field("starts_on", words.STARTS_ON, self.starts)
        form.add_field("ends_on", words.ENDS_ON, self.ends)
        form.add_field("report_on", words.REPORT_ON, self.report)
        form.add_field("fund", words.FUND, self.fund)
        form.add_field("base", words.BASE, self.base)
        form.add_field("divisor", words.DIVISOR, self.divisor, after=words.DAYS_A_MONTH)
        form.add_field("rounding", words.ROUNDING, self.rounding, after=words.DONG)
        form.add_field("campaign_id", words.CAMPAIGN, self.campaign)
        form.add_field("note", words.NOTE, self.note)

    def _fill(self) -> None:
        one = self._standing
        if one is None:
            self.base.set_value(next(iter(words.BASES)))
            self.divisor.set_value(USUAL_DIVISOR)
            self.rounding.set_value(_ROUNDING)
            return
        for field, text in ((self.name, one.name), (self.fund, one.fund), (self.note, one.note)):
            field.setText(text or "")
        for edit, day in ((self.starts, one.starts_on), (self.ends, one.ends_on), (self.report, one.report_on)):
            edit.set_value(day)
        self.base.set_value(one.base)
        self.divisor.set_value(one.divisor)
        self.rounding.set_value(one.rounding)

    def draft(self) -> DriveDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        standing = self._standing
        return DriveDraft(
            self.name.text().strip(),
            self.starts.value(),
            self.ends.value(),
            self.report.value(),
            self.base.value(),
            self.divisor.value(),
            self.rounding.value(),
            self.fund.text() or None,
            note=self.note.text() or None,
            campaign_id=self.campaign.value() or None,
            id=standing.id if standing else None,
            version=standing.version if standing else None,
        )

    def problems(self) -> Sequence[Problem]:
        return check_drive(self.draft())

    def carry_out(self) -> None:
        draft, workspace = self.draft(), self.frame.workspace

        def save() -> tuple[Changes, list[Problem]]:
            changes, _, warnings = save_drive(workspace, draft)
            return changes, warnings

        self.start(self.frame, save, words.SAVING, words.SAVED_DRIVE.format(name=draft.name))


class PersonForm(ShortForm):
    """Somebody on a drive's list; the day's pay is typed, or reckoned from a month's base that is not kept."""

    def __init__(
        self, frame: WorkFrame, figures: DriveFigures, standing: PersonRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, words.PERSON_TITLE, words.SAVE)
        self.frame, self._figures, self._standing = frame, figures, standing
        texts = (standing.name, standing.department, standing.position, standing.employment, standing.note)
        self.name, self.department, self.position, self.employment, self.note = (QLineEdit(one or "") for one in texts)
        self.month, self.expected = MoneyEdit(), MoneyEdit()
        self.may_name = QCheckBox(words.MAY_NAME_TIP)
        self.may_name.setChecked(standing.may_name)
        self.expected.set_value(standing.expected)
        form = self.form
        form.add_field("name", words.NAME, self.name, required=True)
        form.add_field("department", words.ROOM, self.department)
        form.add_field("position", words.POSITION, self.position)
        form.add_field("employment", words.EMPLOYMENT, self.employment)
        form.add_field("month", words.MONTH_BASE, self.month, after=words.MONTH_HINT)
        form.add_field("expected", " ".join(words.EXPECTED.split()), self.expected)
        form.add_field("may_name", words.MAY_NAME, self.may_name)
        form.add_field("note", words.NOTE, self.note)
        self.rule = quiet_label()
        self.add_below(self.rule)
        self.month.changed.connect(self._reckon)

    def _reckon(self) -> None:
        """A day's pay from the month that was typed, by the drive's rule."""
        base = None if self.month.problems() else self.month.value()
        if base:
            pay = drive_pay(self._figures.drive)(base)
            self.expected.set_value(pay)
            self.rule.setText(words.DAY_PAY.format(amount=money_text(pay)))

    def draft(self) -> PersonDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        texts = (self.department, self.position, self.employment)
        department, position, employment = (one.text() or None for one in texts)
        return PersonDraft(
            self.name.text().strip(),
            department,
            position,
            employment,
            self.expected.value(),
            self.may_name.isChecked(),
            self.note.text() or None,
            self._standing.id,
            self._standing.version,
        )

    def problems(self) -> Sequence[Problem]:
        return check_people([self.draft()], ())

    def carry_out(self) -> None:
        draft = self.draft()
        operation = partial(save_people, self.frame.workspace, self._figures.drive.id, [draft])
        self.start(self.frame, operation, words.SAVING, words.SAVED_DONOR.format(name=draft.name))


def allowed(person: PersonRow) -> PersonDraft:
    """Somebody as he stands, who may be named."""
    texts = (person.department or None, person.position, person.employment)
    return PersonDraft(person.name, *texts, person.expected, True, person.note, person.id, person.version)


def told_below(form: ShortForm) -> QLabel:
    """A line under the fields that says what the form would do."""
    label = quiet_label()
    label.setWordWrap(True)
    form.add_below(label)
    return label

"""Short forms of proposing: for which form of award, and how a quota is read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.awards.drafts import NominationDraft, ReadingDraft
from app.awards.facts import NominationRow, ParticipantRow, QuotaLine
from app.awards.known import CampaignRecords
from app.awards.operations import nominate, nomination_facts, read_quotas
from app.awards.queries import line_for, quota_lines
from app.awards.rules import check_nomination, check_reading
from app.campaigns.queries import campaign_detail
from app.problems import Problem
from app.wording import award_pages as words
from app.wording import awards as said
from app.wording.vocabulary import AWARD_OBJECTS
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import quiet_label
from views.widgets.number_edits import CountEdit


def quota_told(line: QuotaLine | None) -> str:
    """What may be proposed, in a sentence."""
    if line is None:
        return words.QUOTA_NONE
    if line.number is None:
        return words.QUOTA_NOT_BOUND.format(name=line.name, standing=said.STANDINGS[line.standing.value].lower())
    told = {"number": line.number, "used": line.used, "left": line.left, "thing": AWARD_OBJECTS[line.object].lower()}
    return words.QUOTA_TOLD.format(name=line.name, **told)


class NominateForm(ShortForm):
    """One or several people are proposed for one form; what is left of the quota stands under it."""

    def __init__(
        self,
        frame: WorkFrame,
        people: Sequence[ParticipantRow],
        standing: NominationRow | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, words.NOMINATE_TITLE, words.NOMINATE_TITLE)
        self.frame, self._people, self._standing = frame, people, standing
        with frame.workspace.read() as session:
            plan = campaign_detail(session, people[0].campaign_id)
            self._quotas = quota_lines(session, people[0].campaign_id)
        kinds = {one.kind for one in people}
        # Forms that may not go to all of them are not offered; the rule says so where there is none.
        fitting = [one for one in plan.forms if not one.objects or kinds <= set(one.objects)] or list(plan.forms)
        self.form_of_award = ChoiceEdit([Choice(one.id, one.name or one.code or "") for one in fitting], width=400)
        self.content = QLineEdit(placeholderText=words.CONTENT_HINT)
        self.told = quiet_label()
        self.told.setWordWrap(True)
        if standing is not None:
            self.form_of_award.set_value(standing.form_id)
            self.form_of_award.setEnabled(False)
            self.content.setText(standing.content or "")
        elif len(fitting) == 1:
            self.form_of_award.set_value(fitting[0].id)
        self.form.add_title(said.of_people(one.name for one in people))
        self.form.add_field("form_id", words.FORM, self.form_of_award, required=True)
        self.form.add_widget(self.told)
        self.form.add_field("content", words.CONTENT, self.content)
        self.form_of_award.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        form = self.form_of_award.value()
        lines = [line_for(self._quotas, form or "", one.kind, one.unit_id, one.whom) for one in self._people]
        told = dict.fromkeys(quota_told(one) for one in lines) if form else {}
        self.told.setText("\n".join(told))

    def drafts(self) -> list[NominationDraft]:
        """What the form says, one for each of them."""
        one = self._standing
        own = (one.id, one.version) if one else (None, None)
        form, content = self.form_of_award.value() or "", self.content.text() or None
        return [NominationDraft(person.id, form, content, *own) for person in self._people]

    def problems(self) -> Sequence[Problem]:
        known: dict[str, CampaignRecords] = {}
        with self.frame.workspace.read() as session:
            found = [
                problem
                for one in self.drafts()
                for problem in check_nomination(one, nomination_facts(session, one, known))
            ]
        return list({(one.code, str(one.values)): one for one in found}.values())

    def carry_out(self) -> None:
        told = words.NOMINATED.format(names=said.of_people(one.name for one in self._people))
        self.start(self.frame, partial(nominate, self.frame.workspace, self.drafts()), words.SAVING, told, warn=True)


class ReadingForm(ShortForm):
    """How many may be proposed where the plan leaves it open, or where a number was handed down; with the reason."""

    def __init__(self, frame: WorkFrame, campaign_id: str, line: QuotaLine, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.READING_TITLE, words.SAVE)
        self.frame, self._campaign_id, self._line = frame, campaign_id, line
        with frame.workspace.read() as session:
            plan = campaign_detail(session, campaign_id)
        known = line.reading
        self.unit = ChoiceEdit([Choice(one.id, one.name or "") for one in plan.units], width=360)
        self.unit.set_value(line.unit_id)
        self.unit.setEnabled(line.unit_id is None)
        self.number = CountEdit()
        self.number.set_value(line.number)
        self.reason = QLineEdit(known.reason if known else "", placeholderText=words.READING_REASON_HINT)
        self.decision, self.day = QLineEdit((known.decision_number or "") if known else ""), DateEdit()
        self.day.set_value(known.decided_on if known else None)
        form = self.form
        form.add_title(f"{line.form_name} – {AWARD_OBJECTS[line.object].lower()}")
        if line.text:
            told = quiet_label(words.READING_TOLD.format(text=line.text))
            told.setWordWrap(True)
            form.add_widget(told)
        if plan.units and line.whom is None:
            form.add_field("unit_id", words.UNIT, self.unit)
        form.add_field("number", words.READING_NUMBER, self.number, required=True)
        form.add_field("reason", words.READING_REASON, self.reason, required=True)
        form.add_field("decision_number", words.DECISION_NUMBER, self.decision)
        form.add_field("decided_on", words.DECIDED_ON, self.day)

    def showEvent(self, event: QShowEvent) -> None:
        """The unit is known already: typing begins with the number."""
        super().showEvent(event)
        if not self.unit.isEnabled():
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> ReadingDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        return ReadingDraft(
            self._campaign_id,
            self._line.object,
            self.number.value(),
            self.reason.text().strip(),
            self._line.form,
            self.unit.value(),
            self.decision.text() or None,
            self.day.value(),
        )

    def problems(self) -> Sequence[Problem]:
        return check_reading(self.draft())

    def carry_out(self) -> None:
        draft = self.draft()
        name = self.unit.currentText() if draft.unit_id else self._line.name
        told = words.READING_SAVED.format(number=draft.number, name=name)
        self.start(self.frame, lambda: read_quotas(self.frame.workspace, [draft]), words.SAVING, told)

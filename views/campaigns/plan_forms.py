"""The short forms of a plan as a whole: from which plan a new one is made, when it begins, what a doubt comes to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from app.campaigns.doubts import Doubt
from app.campaigns.facts import CampaignDetail
from app.campaigns.operations import amend_part, open_campaign
from app.campaigns.queries import draft_from_superior, find_campaigns
from app.parsing import today
from app.plans.drafts import CampaignDraft
from app.problems import Problem
from app.wording import campaign_editor, campaign_pages
from app.wording.messages import problem_text
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import quiet_label, text_line


class AboveForm(ShortForm):
    """Which plan above; the editor goes on with what it hands over."""

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent, campaign_editor.CHOOSE_ABOVE, campaign_editor.START)
        self.frame = frame
        with frame.workspace.read() as session:
            plans = [Choice(one.id, one.shown, (one.code or "",)) for one in find_campaigns(session)]
        self.above = ChoiceEdit(plans, width=400)
        self.form.add_field("above", campaign_editor.ABOVE, self.above, required=True)
        help_text = quiet_label(campaign_editor.ABOVE_HELP)
        help_text.setWordWrap(True)
        self.add_below(help_text)

    def start_draft(self) -> CampaignDraft:
        """The new plan with what it inherits."""
        with self.frame.workspace.read() as session:
            return draft_from_superior(session, self.above.value() or "")

    def problems(self) -> Sequence[Problem]:
        return () if self.above.value() else (Problem("above", "plan_above_missing"),)

    def carry_out(self) -> None:
        self.accept()


class OpenForm(ShortForm):
    """From which day the office runs a plan."""

    def __init__(self, frame: WorkFrame, plan: CampaignDetail, parent: QWidget | None = None) -> None:
        super().__init__(parent, campaign_pages.OPEN_TITLE, campaign_pages.OPEN_PLAN)
        self.frame, self._plan = frame, plan
        self.day = DateEdit()
        self.day.set_value(today().isoformat())
        self.form.add_field("opened_on", campaign_pages.OPENED_ON, self.day, required=True)

    def problems(self) -> Sequence[Problem]:
        return () if self.day.value() else (Problem("opened_on", "campaign_open_day_missing"),)

    def carry_out(self) -> None:
        work = partial(open_campaign, self.frame.workspace, self._plan.id, self.day.value(), self._plan.version)
        told = campaign_pages.OPENED.format(name=self._plan.shown)
        self.start(self.frame, work, campaign_pages.SAVING, told)


class SuccessorForm(ShortForm):
    """An office that does not exist any more: who stands in its place."""

    def __init__(self, frame: WorkFrame, doubt: Doubt, parent: QWidget | None = None) -> None:
        super().__init__(parent, campaign_pages.SUCCESSOR_TITLE, campaign_pages.SAVE)
        self.frame, self._doubt = frame, doubt
        self.successor = text_line()
        self.successor.setText(doubt.successor or "")
        told = quiet_label(problem_text(doubt.problem()))
        told.setWordWrap(True)
        self.form.add_widget(told)
        self.form.add_field("successor", campaign_pages.SUCCESSOR, self.successor)

    def carry_out(self) -> None:
        doubt = self._doubt
        values = {doubt.field: self.successor.text()}
        work = partial(amend_part, self.frame.workspace, doubt.part, doubt.id, doubt.version, values)
        self.start(self.frame, work, campaign_pages.SAVING, campaign_pages.SAVED_SUCCESSOR)


class BasisForm(ShortForm):
    """A sentence that has to be checked: its text as it should read, and whether the warning goes on."""

    def __init__(self, frame: WorkFrame, doubt: Doubt, parent: QWidget | None = None) -> None:
        super().__init__(parent, campaign_pages.SETTLE_TITLE, campaign_pages.SAVE)
        self.frame, self._doubt = frame, doubt
        self.basis, self.warning = text_line(), text_line()
        self.basis.setText(doubt.text)
        self.warning.setText(doubt.warning or "")
        self.checked = QCheckBox(campaign_pages.CHECKED)
        self.form.add_field("text", campaign_pages.BASIS_TEXT, self.basis, required=True)
        self.form.add_field("warning", campaign_pages.BASIS_WARNING, self.warning)
        self.form.add_field("checked", "", self.checked)

    def problems(self) -> Sequence[Problem]:
        return () if self.basis.text().strip() else (Problem("text", "plan_text_missing"),)

    def carry_out(self) -> None:
        doubt = self._doubt
        values = {"text": self.basis.text(), "warning": "" if self.checked.isChecked() else self.warning.text()}
        work = partial(amend_part, self.frame.workspace, doubt.part, doubt.id, doubt.version, values)
        self.start(self.frame, work, campaign_pages.SAVING, campaign_pages.SETTLED)

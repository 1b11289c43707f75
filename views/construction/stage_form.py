"""The short form that records one stage of one house, or takes back one recorded by mistake."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from app.construction.drafts import StageDraft
from app.construction.operations import record_stage
from app.construction.rules import check_stage
from app.parsing import today
from app.problems import Problem
from app.reports.worklists import CaseRow
from app.wording import construction, vocabulary
from models.vocabulary import Stage
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import text_line


class StageForm(ShortForm):
    """With a `stage` it corrects that one; without, it offers the next that is missing."""

    def __init__(
        self, frame: WorkFrame, row: CaseRow, stage: Stage | None = None, parent: QWidget | None = None
    ) -> None:
        title = (construction.CORRECT_STAGE if stage else construction.RECORD_STAGE).rstrip("…")
        super().__init__(parent, title, title)
        self.frame, self._row = frame, row
        standing = row.state.stages
        chosen = stage or next((one for one in Stage if one not in standing), Stage.FINISH)
        self.stage = ChoiceEdit([Choice(one.value, vocabulary.STAGES[one.value]) for one in Stage])
        self.stage.set_value(chosen.value)
        self.stage.setEnabled(stage is None)
        self.day, self.note = DateEdit(), text_line()
        recorded = standing.get(stage) if stage else None
        self.day.set_value(recorded.done_on if recorded else today().isoformat())
        self.note.setText((recorded.note or "") if recorded else "")
        self.take_back = QCheckBox(construction.TAKE_STAGE_BACK)
        self.form.add_field("stage", construction.STAGE, self.stage, required=True)
        self.form.add_field("done_on", construction.STAGE_DAY, self.day, required=True)
        self.form.add_field("note", construction.NOTE, self.note)
        if stage is not None:
            self.form.add_widget(self.take_back)
            self.take_back.toggled.connect(self.day.setDisabled)

    def draft(self) -> StageDraft:
        """What the form says. Raises `Refused` when the day cannot be read."""
        day = None if self.take_back.isChecked() else self.day.value()
        return StageDraft(self._row.key, Stage(self.stage.value() or Stage.START), day, self.note.text() or None)

    def problems(self) -> Sequence[Problem]:
        if self.stage.value() is None or (self.day.value() is None and not self.take_back.isChecked()):
            return [Problem("done_on", "day_missing")]
        return check_stage(self.draft(), self._row.facts, today().isoformat())

    def carry_out(self) -> None:
        operation = partial(record_stage, self.frame.workspace, self.draft())
        self.start(self.frame, operation, construction.SAVING, construction.STAGE_SAVED)

"""Short forms of what somebody achieved, and of the standards of the plan he meets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from app.awards.drafts import AchievementDraft, TickDraft
from app.awards.facts import ParticipantRow
from app.awards.lists import AchievementLine
from app.awards.operations import save_achievement, save_ticks
from app.awards.rules import check_achievement, check_ticks
from app.awards.standards import standards_of
from app.parsing import today
from app.problems import Problem
from app.wording import award_pages as words
from views import style
from views.page import WorkFrame
from views.short_form import ShortForm
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import quiet_label
from views.widgets.number_edits import QuantityEdit

_MET, _TEXT, _EVIDENCE = range(3)
#: Of the form with the standards, in pixels of the design.
_WIDTH = 860


class AchievementForm(ShortForm):
    """Something achieved that no record tells; what the records tell stands above."""

    def __init__(self, frame: WorkFrame, row: AchievementLine, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.ACHIEVEMENT_TITLE, words.SAVE)
        self.frame, self._who = frame, row.who
        self._noted = {one.id: one for one in row.done if one.id}
        self.which = ChoiceEdit([Choice(one.id or "", one.text) for one in self._noted.values()], width=360)
        self.which.field.setPlaceholderText(words.NEW_ONE)
        self.text, self.unit, self.evidence = QLineEdit(), QLineEdit(), QLineEdit()
        self.figure, self.day = QuantityEdit(), DateEdit()
        self.day.set_value(today().isoformat())
        form = self.form
        form.add_title(row.who.name)
        for one in row.done:
            if one.computed:
                form.add_widget(quiet_label(words.BY_RECORDS.format(text=one.text)))
        if self._noted:
            form.add_field("which", words.WHICH, self.which)
        form.add_field("text", words.TEXT, self.text, required=True)
        form.add_field("figure", words.FIGURE, self.figure)
        form.add_field("unit_text", words.UNIT_TEXT, self.unit)
        form.add_field("evidence", words.EVIDENCE, self.evidence)
        form.add_field("noted_on", words.NOTED_ON, self.day)
        self.which.changed.connect(self._fill)

    def _fill(self) -> None:
        one = self._noted.get(self.which.value() or "")
        if one is not None:
            self.text.setText(one.text)
            self.figure.set_value(f"{one.figure:f}" if one.figure is not None else None)
            self.unit.setText(one.unit_text or "")
            self.evidence.setText(one.evidence)
            self.day.set_value(one.noted_on)

    def draft(self) -> AchievementDraft:
        """What the form says. Raises `Refused` when a field cannot be read."""
        one = self._noted.get(self.which.value() or "")
        return AchievementDraft(
            self._who.id,
            self.text.text().strip(),
            self.figure.value(),
            self.unit.text() or None,
            self.evidence.text() or None,
            self.day.value(),
            one.id if one else None,
            one.version if one else None,
        )

    def problems(self) -> Sequence[Problem]:
        return check_achievement(self.draft())

    def carry_out(self) -> None:
        told = words.SAVED_ACHIEVEMENT.format(name=self._who.name)
        self.start(self.frame, partial(save_achievement, self.frame.workspace, self.draft()), words.SAVING, told)


#: What nobody has judged is neither met nor unmet: a half-filled box.
_STATES = {
    True: Qt.CheckState.Checked,
    False: Qt.CheckState.Unchecked,
    None: Qt.CheckState.PartiallyChecked,
}


def _judged(state: Qt.CheckState) -> bool | None:
    return next(met for met, known in _STATES.items() if known == state)


class StandardsForm(ShortForm):
    """The standards of the plan: ticked (Space), with the evidence beside; what the records tick is filled."""

    def __init__(self, frame: WorkFrame, who: ParticipantRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, words.STANDARDS_TITLE, words.SAVE)
        self.frame, self._who = frame, who
        with frame.workspace.read() as session:
            self._standards = standards_of(session, who)
        self.grid = QTableWidget(len(self._standards), 3)
        self.grid.setHorizontalHeaderLabels([words.MET, words.STANDARD, words.EVIDENCE])
        self.grid.setAccessibleName(words.STANDARDS_TITLE)
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.grid.setWordWrap(True)
        self.grid.setTabKeyNavigation(False)
        self.form.add_title(who.name)
        self.form.add_widget(quiet_label(words.STANDARDS_HINT if self._standards else words.NO_STANDARDS))
        self.form.add_marked("evidence", self.grid)
        self._fill()
        style.follow_scale(self.grid, self._fit)

    def _fill(self) -> None:
        editable, fixed = Qt.ItemFlag.ItemIsEditable, Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for place, one in enumerate(self._standards):
            tick = QTableWidgetItem()
            tick.setFlags(fixed | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsUserTristate)
            tick.setCheckState(_STATES[one.met])
            tick.setToolTip(words.JUDGED[one.met])
            text = QTableWidgetItem(f"{one.text} ({words.BY_RECORD_MARK})" if one.by_records else one.text)
            text.setFlags(fixed)
            evidence = QTableWidgetItem(one.evidence)
            evidence.setFlags(fixed | editable)
            for column, item in ((_MET, tick), (_TEXT, text), (_EVIDENCE, evidence)):
                self.grid.setItem(place, column, item)

    def _fit(self) -> None:
        header = self.grid.horizontalHeader()
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        self.grid.setColumnWidth(_MET, style.px(48))
        self.grid.setColumnWidth(_EVIDENCE, style.px(280))
        self.grid.setMinimumHeight(style.px(60 + 48 * max(1, min(len(self._standards), 6))))
        self.setMinimumWidth(min(style.px(_WIDTH), self.screen().availableSize().width()))

    def showEvent(self, event: QShowEvent) -> None:
        """Space ticks at once."""
        super().showEvent(event)
        self.grid.setCurrentCell(0, _MET)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def drafts(self) -> list[TickDraft]:
        """The standards that were changed: what stands as the records tell it is left to them."""
        found = []
        for place, one in enumerate(self._standards):
            met = _judged(self._item(place, _MET).checkState())
            evidence = self._item(place, _EVIDENCE).text().strip()
            if met != one.met or evidence != one.evidence:
                found.append(TickDraft(one.standard_id, met, evidence or None, one.tick_id, one.version))
        return found

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.grid.item(row, column)
        assert item is not None  # every cell is filled
        return item

    def problems(self) -> Sequence[Problem]:
        return check_ticks(self.drafts())

    def carry_out(self) -> None:
        drafts = self.drafts()
        if not drafts:
            self.accept()
            return
        operation = partial(save_ticks, self.frame.workspace, self._who.id, drafts)
        self.start(self.frame, operation, words.SAVING, words.SAVED_STANDARDS.format(name=self._who.name))

"""The quick grid with its day, its keys and its foot: one save, one undo."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.construction.drafts import WeekDraft
from app.construction.operations import save_week
from app.parsing import fold, today
from app.problems import Refused
from app.reports.worklists import CaseRow
from app.wording import construction, worklists
from app.wording import week as words
from app.wording.messages import problem_text
from models.vocabulary import ExceptionCase
from views import messages, style, troubles
from views.construction.grid import StageGrid
from views.construction.grid_view import GridView
from views.doing import do
from views.page import WorkFrame
from views.rows_list import add_key
from views.sheet import ProblemRole
from views.widgets.buttons import FilledButton
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit
from views.widgets.form import quiet_label

MEMORY = "construction.grid"


class GridPanel(QWidget):
    """`left` comes when the officer goes back to the list, with or without saving."""

    left = Signal()

    def __init__(self, frame: WorkFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = frame
        self.grid = StageGrid(self)
        self.view = GridView(self.grid)
        self.day = DateEdit()
        self.day.set_value(today().isoformat())
        self.state = QLabel()
        self.cell = quiet_label()
        self.villages = ChoiceEdit(width=130)
        self.villages.setAccessibleName(words.VILLAGE)
        self.villages.field.setPlaceholderText(words.ALL_VILLAGES)
        self.rest_button = QPushButton(words.REST)
        self.rest_button.setToolTip(words.REST_TIP)
        self.save_button = FilledButton(construction.SAVE)
        self.drop_button = QPushButton(construction.DROP_CHANGES)
        self._saving = False
        self._lay_out()
        self.day.changed.connect(self._take_day)
        self.grid.edited.connect(self._show_state)
        self.view.selectionModel().currentChanged.connect(self._show_state)
        self.view.left.connect(self.leave)
        self.save_button.clicked.connect(self.save)
        self.drop_button.clicked.connect(self.grid.drop_changes)
        self.rest_button.clicked.connect(self.tell_rest)
        self.villages.changed.connect(lambda: self.view.narrow(self.villages.value()))
        self.grid.modelReset.connect(lambda: self.view.narrow(self.villages.value()))
        self.view.found.connect(self._tell_found)
        for keys, slot in (
            ("Ctrl+S", self.save),
            ("F8", self.view.next_wrong),
            ("Ctrl+F", self.view.begin_finding),
            ("Ctrl+D", self.tell_rest),
        ):
            add_key(self, keys, slot)
        self.setFocusProxy(self.view)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        label = QLabel(construction.GRID_DAY)
        label.setBuddy(self.day)
        self.day.setAccessibleName(construction.GRID_DAY)
        head.addWidget(label)
        head.addWidget(self.day)
        head.addSpacing(style.px(8))
        head.addWidget(self.villages)
        head.addSpacing(style.px(8))
        keys = quiet_label(words.KEYS)
        keys.setToolTip(words.KEYS)
        keys.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a narrow window cuts it off
        head.addWidget(keys, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.state)
        foot.addWidget(self.cell, 1)
        foot.addWidget(self.rest_button)
        foot.addWidget(self.drop_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        style.follow_scale(self, self._size)

    def _size(self) -> None:
        for button in (self.rest_button, self.drop_button):
            button.setMinimumHeight(style.px(30))

    def _take_day(self) -> None:
        if not self.day.problems():
            self.grid.default_day = self.day.value() or today().isoformat()

    # Coming and going.

    def drafted(self) -> list[str]:
        """The cases whose unsaved changes were kept from another time."""
        kept = json.loads(self.frame.memory.get(MEMORY) or "{}")
        self.grid.take_kept(kept)
        return list(kept)

    def keep(self) -> None:
        """Keep unsaved changes for another time."""
        kept = self.grid.kept()
        self.frame.memory.put(MEMORY, json.dumps(kept, ensure_ascii=False) if kept else "")

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show these houses."""
        chosen = self.villages.value()
        names = sorted({row.village for row in rows if row.village}, key=fold)
        self.villages.set_choices([Choice(one, one) for one in names])
        self.villages.set_value(chosen)
        self.villages.setVisible(len(names) > 1)
        self.grid.show_rows(rows)
        self._show_state()

    def leave(self) -> None:
        """Back to the list; what was typed is kept."""
        self.keep()
        self.left.emit()

    def tell_rest(self) -> None:
        """Of the houses in sight those of which nothing is typed have not changed."""
        if not self.grid.tell_rest(self.grid.rows[place] for place in self.view.shown_rows()):
            messages.success(words.NOBODY_LEFT)

    def _show_state(self) -> None:
        week, wrong = self.grid.week(), self.grid.wrong_places()
        text = words.week_changes(*_counts(week)) if week.houses else construction.NOTHING_CHANGED
        self.state.setText(f"{text} {worklists.PLACES.format(count=len(wrong))}" if wrong else text)
        self.save_button.setEnabled(bool(week.houses) and not self._saving)
        self.drop_button.setEnabled(self.grid.changed_houses > 0 and not self._saving)
        self._tell_cell()

    def _tell_cell(self) -> None:
        problem = self.view.currentIndex().data(ProblemRole) if self.view.currentIndex().isValid() else None
        self.cell.setText(problem_text(problem) if problem is not None else "")

    def _tell_found(self, text: str, here: bool) -> None:
        if text:
            self.cell.setText((words.FINDING if here else words.NOT_FOUND).format(text=text))
        else:
            self._tell_cell()

    # Saving.

    def save(self) -> None:
        """Record the whole grid in one change, or go to the first cell that stops it."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # an open editor hands its text over
        week = self.grid.week()
        if self.grid.wrong_places():
            self.view.next_wrong()
            return
        if not week.houses or self._saving:
            return
        self._saving = True
        self._show_state()
        told = words.week_saved(*_counts(week))
        operation = partial(save_week, self.frame.workspace, week)
        do(self.frame, operation, construction.SAVING, told, self._saved, self._refused)

    def _saved(self) -> None:
        self._saving = False
        self.grid.drop_changes()
        self.keep()
        self.left.emit()

    def _refused(self, error: BaseException) -> None:
        self._saving = False
        self._show_state()
        if isinstance(error, Refused):
            messages.trouble("\n".join(problem_text(one) for one in error.problems))
        else:
            troubles.tell(error, construction.SAVING)


def _counts(week: WeekDraft) -> tuple[int, int, int, int, int]:
    """Stages and their houses, houses that stop, that go on, and those of which something else was told."""
    paused = sum(one.kind is ExceptionCase.ON_HOLD for one in week.exceptions)
    houses = len({one.case_id for one in week.stages})
    return len(week.stages), houses, paused, len(week.exceptions) - paused, len(week.reports)

"""The tab "Rà soát": a round with its villages down and its groups across, counted against named."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.problems import Refused
from app.review.operations import save_returns
from app.review.queries import RoundSheet, SheetLine, round_draft, round_sheet, rounds
from app.wording import poverty_pages as classes
from app.wording import review_pages as words
from app.wording.messages import problem_text
from models.vocabulary import ScreeningState
from views import messages, style, troubles
from views.doing import do
from views.page import Page, WorkFrame
from views.rows_list import add_key
from views.sheet_view import SheetView
from views.short_form import opened
from views.support.class_board import ClassBoard
from views.support.return_sheet import ReturnSheet, line_key
from views.support.screening_forms import AgencyForm, RoundForm
from views.widgets.buttons import FilledButton, flat_button
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label
from views.widgets.switch import Switch
from views.worklist import day_shown

MEMORY = "review.returns"
_TABLES = frozenset({"screening_round", "screening_return", "support_case", "household", "area"})


class ScreeningTab(Page):
    """Half-typed counts are kept until they are saved."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.choice = ChoiceEdit(width=360)
        self.choice.setAccessibleName(words.ROUND)
        self.sheet = ReturnSheet(self)
        self.view = SheetView(self.sheet, words.RETURNS)
        self.due, self.state, self.cell = quiet_label(), QLabel(), quiet_label(words.RETURN_KEYS)
        self.save_button = FilledButton(words.SAVE_RETURNS, "save")
        self.drop_button = QPushButton(words.DROP_CHANGES)
        self.shown: RoundSheet | None = None
        self._added: list[SheetLine] = []
        self._saving = False
        self.switch = Switch((classes.ROUNDS, classes.CLASSES, classes.COUNTS))
        self.classes = ClassBoard(frame)
        self.empty = EmptyState(words.NO_ROUND, [(words.OPEN_ROUND, self.begin)], "review")
        self._lay_out()
        self._connect()
        self._offer_rounds()

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        self.change_button, self.agency_button = flat_button(words.CHANGE_ROUND), flat_button(words.ADD_AGENCY, "add")
        head.addWidget(self.choice)
        head.addWidget(self.due)
        head.addStretch(1)
        head.addWidget(self.agency_button)
        head.addWidget(self.change_button)
        self.cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a narrow window cuts it
        foot.addWidget(self.state, 1)
        foot.addWidget(self.drop_button)
        foot.addWidget(self.save_button)
        self.board = QWidget()
        column = QVBoxLayout(self.board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        column.addLayout(head)
        column.addWidget(self.cell)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.board)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.boards = QStackedWidget()
        self.boards.addWidget(self.stack)
        self.boards.addWidget(self.classes)
        outer.addWidget(self.boards)
        style.follow_scale(self, lambda: self.drop_button.setMinimumHeight(style.px(30)))

    def _connect(self) -> None:
        self.choice.changed.connect(self._show_round)
        self.sheet.edited.connect(self._show_state)
        self.view.selectionModel().currentChanged.connect(self._show_state)
        self.view.left.connect(self.choice.setFocus)
        self.change_button.clicked.connect(self.change)
        self.agency_button.clicked.connect(lambda: opened(AgencyForm(self.add_agency, self)))
        self.drop_button.clicked.connect(self.drop)
        self.save_button.clicked.connect(self.save)
        add_key(self.stack, "Ctrl+S", self.save)
        add_key(self.stack, "F8", self.view.next_wrong)
        self.switch.chosen.connect(self._show_board)
        self.classes.sheet_wanted.connect(lambda: self.switch.choose(1))

    @property
    def in_rounds(self) -> bool:
        """Whether the rounds are in sight, not the poverty classes."""
        return self.boards.currentWidget() is self.stack

    def _show_board(self, place: int) -> None:
        """The rounds, the sheet of poverty classes, or their counts."""
        if place == 0:
            self.boards.setCurrentWidget(self.stack)
            self._aim()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.boards.setCurrentWidget(self.classes)
            self.setFocusProxy(self.classes)
            self.classes.begin(place - 1)

    def _aim(self) -> None:
        """Where the focus goes when the tab comes into sight."""
        if self.in_rounds:
            self.setFocusProxy(self.view if self.stack.currentWidget() is self.board else self.empty)

    # Which round.

    def _offer_rounds(self) -> None:
        with self.frame.workspace.read() as session:
            found = rounds(session)
        chosen = self.choice.value()
        self.choice.set_choices([Choice(one.id, one.name) for one in found])
        kept = chosen if any(one.id == chosen for one in found) else None
        self.choice.set_value(kept or (found[0].id if found else None))
        self.stack.setCurrentWidget(self.board if found else self.empty)
        self._aim()
        self._show_round()

    def _show_round(self) -> None:
        round_id = self.choice.value()
        if round_id is None:
            self.shown = None
            self.sheet.show_rows([])
            return
        with self.frame.workspace.read() as session:
            self.shown = round_sheet(session, round_id)
        lines = [one for one in self.shown.lines if line_key(one)]
        known = {line_key(one) for one in lines}
        self._added = [one for one in self._added if line_key(one) not in known]
        kept = json.loads(self.frame.memory.get(f"{MEMORY}.{round_id}") or "{}")
        if kept and not self.sheet.changed:
            self.sheet.take_kept(kept)
        self.sheet.show_rows([*lines, *self._added])
        due = self.shown.round.due_on
        self.due.setText(words.DUE_SENTENCE.format(day=day_shown(due)) if due else "")

    def begin(self) -> None:
        """The filled button: open a round."""
        if self.in_rounds:
            opened(RoundForm(self.frame, None, self))

    def change(self) -> None:
        """Change name and days of the round in sight."""
        if self.shown is not None:
            with self.frame.workspace.read() as session:
                draft = round_draft(session, self.shown.round.id)
            opened(RoundForm(self.frame, draft, self))

    def add_agency(self, name: str) -> None:
        """A line for an agency; it is recorded with what is typed into it."""
        if all(line_key(one) != name for one in self.sheet.rows):
            line = SheetLine(None, name, name, None, None, None, {}, {}, None, None)
            self._added.append(line)
            self.sheet.show_rows([*self.sheet.rows, line])
        place = next(place for place, one in enumerate(self.sheet.rows) if line_key(one) == name)
        self.view.go_to(self.sheet.index(place, 1))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is typed.

    def _show_state(self) -> None:
        lines = self.sheet.rows
        states = [self.sheet.state(line) for line in lines]
        counted = sum(self.sheet.counted(line) for line in lines)
        named = self.shown.round.named if self.shown else 0
        returned, none = states.count(ScreeningState.RETURNED.value), states.count(ScreeningState.NO_HOUSEHOLD.value)
        self.state.setText(words.returns_state(returned, none, states.count(None), counted, named))
        self.save_button.setEnabled(self.sheet.changed and not self._saving)
        self.drop_button.setEnabled(self.sheet.changed and not self._saving)
        self._tell_cell()

    def _tell_cell(self) -> None:
        current = self.view.currentIndex()
        found = None
        if current.isValid() and current.row() < len(self.sheet.rows):
            row = self.sheet.rows[current.row()]
            marks = [self.sheet.problem(row, one.name) for one in self.sheet.columns]
            found = next((one for one in marks if one is not None), None)
        self.cell.setText(problem_text(found) if found is not None else words.RETURN_KEYS)

    def drop(self) -> None:
        """Forget what was typed."""
        self._added = []
        self.sheet.drop_changes()
        self.keep_draft()
        self._show_round()

    def save(self) -> None:
        """Record what was typed in one change, or go to the first cell that stops it."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # an open editor hands its text over
        if self.shown is None or self._saving or not self.sheet.changed:
            return
        if self.sheet.wrong_places():
            self.view.next_wrong()
            return
        drafts = self.sheet.drafts(self.shown.round.id)
        self._saving = True
        self._show_state()
        told = words.returns_saved(len(drafts))
        operation = partial(save_returns, self.frame.workspace, drafts)
        do(self.frame, operation, words.ROUND_SAVING, told, self._saved, self._refused)

    def _saved(self) -> None:
        self._saving = False
        self.sheet.drop_changes()
        self.keep_draft()
        self._show_round()

    def _refused(self, error: BaseException) -> None:
        self._saving = False
        self._show_state()
        if isinstance(error, Refused):
            messages.trouble("\n".join(problem_text(one) for one in error.problems))
        else:
            troubles.tell(error, words.ROUND_SAVING)

    def forget(self, changes: object) -> None:
        self.classes.forget(changes)
        tables = getattr(changes, "tables", None)
        if tables is None or tables & _TABLES:
            self._offer_rounds()

    def keep_draft(self) -> None:
        self.classes.keep_draft()
        if self.shown is not None:
            kept = self.sheet.kept()
            name = f"{MEMORY}.{self.shown.round.id}"
            self.frame.memory.put(name, json.dumps(kept, ensure_ascii=False) if kept else "")

"""The tab "Rà soát": a round with its villages down and its groups across, counted against named."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.review.operations import save_returns
from app.review.queries import RoundSheet, SheetLine, round_draft, round_sheet, rounds
from app.wording import poverty_pages as classes
from app.wording import review_pages as words
from models.vocabulary import ScreeningState
from views import style
from views.doing import Outcome
from views.page import WorkFrame
from views.sheet_page import SheetPage, Texts
from views.short_form import opened
from views.support.class_board import ClassBoard
from views.support.return_sheet import ReturnSheet, line_key
from views.support.screening_forms import AgencyForm, RoundForm
from views.widgets.buttons import flat_button
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.empty_state import EmptyState
from views.widgets.form import quiet_label
from views.widgets.switch import Switch
from views.worklist import day_shown

MEMORY = "review.returns"
_TABLES = frozenset({"screening_round", "screening_return", "support_case", "household", "area"})


class ScreeningTab(SheetPage[ReturnSheet]):
    """Half-typed counts are kept until they are saved."""

    def __init__(self, frame: WorkFrame) -> None:
        texts = Texts(words.RETURNS, words.RETURN_KEYS, words.SAVE_RETURNS, words.DROP_CHANGES, words.ROUND_SAVING)
        super().__init__(frame, ReturnSheet(), texts)
        self.choice = ChoiceEdit(width=360)
        self.choice.setAccessibleName(words.ROUND)
        self.due = quiet_label()
        self.shown: RoundSheet | None = None
        self._added: list[SheetLine] = []
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

    def _connect(self) -> None:
        self.choice.changed.connect(self._show_round)
        self.sheet.edited.connect(self.show_state)
        self.view.selectionModel().currentChanged.connect(self.show_state)
        self.view.left.connect(self.choice.setFocus)
        self.change_button.clicked.connect(self.change)
        self.agency_button.clicked.connect(lambda: opened(AgencyForm(self.add_agency, self)))
        self.add_sheet_keys(self.stack)
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
        kept = self.take_draft()
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

    def show_state(self) -> None:
        lines = self.sheet.rows
        states = [self.sheet.state(line) for line in lines]
        counted = sum(self.sheet.counted(line) for line in lines)
        named = self.shown.round.named if self.shown else 0
        returned, none = states.count(ScreeningState.RETURNED.value), states.count(ScreeningState.NO_HOUSEHOLD.value)
        self.state.setText(words.returns_state(returned, none, states.count(None), counted, named))
        self.show_buttons()
        self.tell_cell()

    def draft_name(self) -> str | None:
        return f"{MEMORY}.{self.shown.round.id}" if self.shown is not None else None

    def to_save(self) -> tuple[Callable[[], Outcome], str]:
        drafts = self.sheet.drafts(self.choice.value() or "")
        return partial(save_returns, self.frame.workspace, drafts), words.returns_saved(len(drafts))

    def read_again(self) -> None:
        self._show_round()

    def drop(self) -> None:
        self._added = []
        super().drop()

    def forget(self, changes: object) -> None:
        self.classes.forget(changes)
        tables = getattr(changes, "tables", None)
        if tables is None or tables & _TABLES:
            self._offer_rounds()

    def keep_draft(self) -> None:
        self.classes.keep_draft()
        super().keep_draft()

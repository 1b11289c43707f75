"""The sheet of a village meeting with its head and foot: votes typed, judged at once, saved as one change."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.parsing import today
from app.problems import Problem, Refused, errors
from app.reports.worklists import CaseRow, case_rows
from app.review.drafts import MeetingDraft
from app.review.meeting_queries import cases_to_put_up, put_up_at
from app.review.meeting_rules import PutUp, check_meeting, ranked
from app.review.operations import save_meeting
from app.review.queries import meeting_draft
from app.support.queries import ProgrammeRules, load_programmes
from app.wording import review_pages as words
from app.wording import vocabulary, worklists
from app.wording.messages import problem_text
from app.wording.support import names_text
from views import messages, style, troubles
from views.doing import do
from views.page import WorkFrame
from views.rows_list import add_key
from views.sheet_view import SheetView
from views.support.meeting_head import MeetingHead
from views.support.vote_sheet import VoteLine, VoteSheet
from views.widgets.buttons import FilledButton, flat_button
from views.widgets.form import group_title, quiet_label
from views.widgets.problem_marks import Marks
from views.widgets.typing import finish_typing
from views.worklist import day_shown

MEMORY = "review.meeting"
_PAUSE = 80
_TOLD = ("votes_tied", "threshold_missing")


class MeetingPanel(QWidget):
    """`left` comes when the officer goes back to the lists; `saved` carries the id of a meeting that was recorded."""

    left = Signal()
    saved = Signal(str)

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.marks = Marks(self)
        self.head = MeetingHead(frame, self.marks)
        self.sheet = VoteSheet(self)
        self.view = SheetView(self.sheet, words.SHEET)
        self.title = group_title("")
        self.state, self.cell, self.remark = QLabel(), quiet_label(words.SHEET_KEYS), quiet_label()
        self.opening = quiet_label()
        self.save_button = FilledButton(words.SAVE_MEETING, "save")
        self.drop_button = QPushButton(words.DROP_CHANGES)
        self.draft = MeetingDraft(None, "")
        self._put_up: dict[str, PutUp] = {}
        self._programme: ProgrammeRules | None = None
        self._clean: dict[str, object] = {}
        self._saving = False
        self._judge_soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        self.add_button, self.off_button = flat_button(words.ADD_WAITING, "add"), flat_button(words.TAKE_OFF_ROW)
        close = flat_button(worklists.CANCEL, "close")
        close.clicked.connect(self.leave)
        for button in (self.add_button, self.off_button, close):
            top.addWidget(button)
        for label in (self.cell, self.remark, self.opening):  # a narrow window cuts them off
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        foot = QHBoxLayout()
        foot.addWidget(self.state)
        foot.addWidget(self.remark, 1)
        foot.addWidget(self.drop_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        column.addLayout(top)
        column.addWidget(self.head)
        column.addWidget(self.opening)
        column.addWidget(self.cell)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        style.follow_scale(self, lambda: self.drop_button.setMinimumHeight(style.px(30)))

    def _connect(self) -> None:
        self.head.changed.connect(self._head_changed)
        self.sheet.edited.connect(self._judge_soon.start)
        self._judge_soon.timeout.connect(self.judge)
        self.view.selectionModel().currentChanged.connect(self._tell_cell)
        self.view.left.connect(self.leave)
        self.add_button.clicked.connect(self.add_waiting)
        self.off_button.clicked.connect(self.take_off)
        self.drop_button.clicked.connect(self.drop)
        self.save_button.clicked.connect(self.save)
        add_key(self, "Ctrl+S", self.save)
        add_key(self, "F8", self.next_wrong)
        add_key(self, "Esc", self.leave)

    # Coming and going.

    def begin(self, rows: Sequence[CaseRow]) -> None:
        """A new meeting over these households of one village; what was typed and not saved comes back."""
        first = rows[0]
        village = self._village(rows)
        asked = next((row.facts.programme for row in rows if row.case_id is not None), first.facts.programme)
        programme = asked.id if asked else None
        self.show_meeting(MeetingDraft(village, "", programme_id=programme), rows)
        self._put_back()

    def open(self, meeting_id: str) -> None:
        """A recorded meeting."""
        with self.frame.workspace.read() as session:
            draft = meeting_draft(session, meeting_id)
            rows = case_rows(session, [one.case_id for one in draft.votes])
        self.show_meeting(draft, rows)

    def show_meeting(self, draft: MeetingDraft, rows: Sequence[CaseRow]) -> None:
        """Put a meeting and its households on the screen."""
        self.draft = draft
        self.sheet.take_kept({})
        self.marks.show([])
        with self.frame.workspace.read() as session:
            self._programme = load_programmes(session).get(draft.programme_id or "")
        self.head.use_programme(self._programme)
        self.head.show_meeting(draft)
        self._clean = self.head.values()
        self._show_lines(rows)
        self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self, rows: Sequence[CaseRow]) -> None:
        votes = {one.case_id: one for one in self.draft.votes}
        lines = [
            VoteLine(
                row.key, row.head_name, vocabulary.CATEGORIES.get(row.facts.category or "", ""), votes.get(row.key)
            )
            for row in rows
        ]
        self._put_up = self._read_put_up([one.case_id for one in lines])
        self.sheet.use_meeting(self.head.present_count, self.head.effective_threshold)
        self.sheet.show_rows(lines)
        self.judge()

    def _read_put_up(self, keys: Sequence[str]) -> dict[str, PutUp]:
        """The houses as they are put up on the day of the meeting; priority groups are those of that day."""
        with self.frame.workspace.read() as session:
            return put_up_at(session, keys, self.head.day, self.draft.programme_id)

    def _say_what_opens(self) -> None:
        """Households that have not asked yet: saving opens their cases."""
        facts = [self._put_up[line.case_id].facts for line in self.sheet.rows]
        names = [one.head_name for one in facts if one.case_id == one.household_id]
        programme = self._programme.short_name if self._programme else ""
        self.opening.setText(words.OPENS_CASES.format(names=names_text(names), programme=programme))
        self.opening.setToolTip(self.opening.text())
        self.opening.setVisible(bool(names))

    def _village(self, rows: Sequence[CaseRow]) -> str | None:
        found = self._read_put_up([row.key for row in rows])
        return next((one.village_id for one in found.values()), None)

    def add_waiting(self) -> None:
        """The other households of the village that wait for a meeting, at the end of the sheet."""
        village, known = self.head.village.value(), [line.case_id for line in self.sheet.rows]
        if village is None:
            self.head.village.setFocus()
            return
        with self.frame.workspace.read() as session:
            waiting = cases_to_put_up(session, village, self.draft.programme_id)
            keys = [*known, *(one for one in waiting if one not in known)]
            rows = case_rows(session, keys, self.draft.programme_id)
        if len(rows) == len(known):
            messages.trouble(words.NO_MORE_WAITING)
        self._show_lines(rows)

    def take_off(self) -> None:
        """Take the household of the current row off the sheet."""
        if self.view.currentIndex().isValid():
            self.sheet.take_off(self.view.currentIndex().row())

    def leave(self) -> None:
        """Back to the lists; what was typed is kept."""
        self.keep()
        self.left.emit()

    def drop(self) -> None:
        """Put back what is recorded."""
        self.head.show_meeting(self.draft)
        self.sheet.drop_changes()
        self.keep()
        self._head_changed()

    # Half-typed work between two days.

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not recorded."""
        return self.sheet.changed or self.head.values() != self._clean

    def keep(self) -> None:
        """Keep an unsaved new meeting for another time."""
        if self.draft.id is not None:
            return
        kept = {"head": self.head.values(), "votes": self.sheet.kept()} if self.dirty else None
        self.frame.memory.put(MEMORY, json.dumps(kept, ensure_ascii=False) if kept else "")

    def _put_back(self) -> None:
        kept = json.loads(self.frame.memory.get(MEMORY) or "{}")
        if not kept or kept["head"].get("village_id") != self.head.village.value():
            return
        self.head.show_meeting(replace(self.draft, **kept["head"]))
        here = {line.case_id for line in self.sheet.rows}
        self.sheet.take_kept({key: one for key, one in kept["votes"].items() if key in here})
        self._head_changed()

    # What it comes to.

    def _head_changed(self) -> None:
        self._put_up = self._read_put_up([line.case_id for line in self.sheet.rows])
        self.sheet.use_meeting(self.head.present_count, self.head.effective_threshold)
        self.judge()

    def read(self) -> MeetingDraft:
        """The meeting as typed; a household without any count is not put up. Raises `Refused`."""
        return replace(self.draft, **self.head.values(), votes=self.sheet.drafts())  # type: ignore[arg-type]

    def _problems(self) -> list[Problem]:
        """What the rules say of the meeting as typed."""
        try:
            draft = self.read()
        except Refused as refused:
            return list(refused.problems)
        held = replace(draft, threshold=self.head.effective_threshold, tie_rule=self.head.effective_tie_rule)
        found = check_meeting(held, self._put_up, today().isoformat())
        self.sheet.places = ranked(held, self._put_up)
        return found

    def judge(self) -> None:
        """Say what the votes come to as they stand."""
        self._judge_soon.stop()
        found = self._problems()
        lines = self.sheet.rows
        empty = sum(self.sheet.untouched(line) for line in lines)
        results = [self.sheet.passed(line) for line in lines if not self.sheet.untouched(line)]
        state = words.votes_state(results.count(True), results.count(False), results.count(None), empty)
        told = next((problem_text(one) for one in found if one.code in _TOLD), "")
        self.state.setText(state)
        self.remark.setText(told)
        self.remark.setToolTip(told)
        self._tell_cell()
        self._say_what_opens()
        village, day = self.head.village.currentText(), day_shown(str(self.head.values()["held_on"]))
        self.title.setText(words.meeting_title(village, day))
        self.drop_button.setEnabled(self.dirty and not self._saving)
        self.save_button.setEnabled(not self._saving)
        self.view.viewport().update()

    def _tell_cell(self, *_: object) -> None:
        """The line above the sheet: what is wrong with the row in hand, else the keys."""
        current = self.view.currentIndex()
        problem = None
        if current.isValid():
            row = self.sheet.rows[current.row()]
            found = (self.sheet.problem(row, one.name) for one in self.sheet.columns)
            problem = next((one for one in found if one is not None), None)
        self.cell.setText(problem_text(problem) if problem is not None else words.SHEET_KEYS)
        self.cell.setToolTip(self.cell.text())

    def next_wrong(self) -> None:
        """F8: the next field or cell that stops the meeting from being saved."""
        if self.sheet.wrong_places():
            self.view.next_wrong()
        else:
            self.marks.next()

    # Saving.

    def save(self) -> None:
        """Record the meeting in one change, or go to the first place that stops it."""
        finish_typing()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # an open editor hands its text over
        if self._saving:
            return
        found = [*self.marks.unreadable()] or self._problems()
        self.marks.show([one for one in found if one.field != "votes"])
        if self.sheet.wrong_places():
            self.view.next_wrong()
            return
        wrong = errors(found)
        if wrong:
            self.marks.first()
            if wrong[0].field in ("votes", ""):
                messages.trouble("\n".join(problem_text(one) for one in wrong))
            return
        draft = self.read()
        self._saving = True
        self.judge()
        results = [self.sheet.passed(line) for line in self.sheet.rows if not self.sheet.untouched(line)]
        told = words.meeting_saved(self.head.village.currentText(), results.count(True), results.count(False))
        workspace = self.frame.workspace
        do(
            self.frame, partial(save_meeting, workspace, draft), words.SAVING_MEETING, told, self._saved, self._refused
        )  # fmt: skip

    def _saved(self) -> None:
        self._saving = False
        if self.draft.id is None:
            self.frame.memory.put(MEMORY, "")
        self.sheet.take_kept({})
        self._clean = self.head.values()
        self.saved.emit(self.draft.id or "")

    def _refused(self, error: BaseException) -> None:
        self._saving = False
        self.judge()
        if isinstance(error, Refused):
            self.marks.show(error.problems)
            messages.trouble("\n".join(problem_text(one) for one in error.problems))
        else:
            troubles.tell(error, words.SAVING_MEETING)

"""The tab "Ban Chỉ đạo": committees with the decisions that founded them, and the members of the one in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.office.drafts import CommitteeDraft, CommitteeMemberDraft
from app.office.people import save_committees
from app.office.queries import committee_drafts
from app.office.rules import check_committees
from app.parsing import parse_phone
from app.problems import Problem
from app.wording import settings as words
from app.wording.messages import problem_text
from app.workspace import Changes
from views import style
from views.cell_marks import CellMarks, Wrong, in_line
from views.grid_help import help_line, remove_button
from views.office.settings_tab import SettingsTab
from views.page import WorkFrame
from views.rows_grid import Column, RowsGrid, date_column, shown_line
from views.widgets.form import group_title

_COMMITTEES = (
    Column("name", words.COMMITTEE),
    Column("decision_number", words.DECISION_NUMBER, 180),
    date_column("decision_date", words.DECISION_DATE),
)
_MEMBERS = (
    Column("name", words.PERSON, 260),
    Column("position", words.POSITION),
    Column("phone", words.PHONE, 130, parse_phone),
    date_column("valid_from", words.FROM),
    date_column("valid_to", words.TO),
)
_ROWS = 4


class CommitteesTab(SettingsTab):
    """Every line of the upper grid has a grid of members of its own; the lower place shows that of the current line."""

    name = "committees"
    tables = frozenset({"committee", "committee_member"})

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.grid = RowsGrid(_COMMITTEES, words.TABS[self.name])
        self.members: list[RowsGrid] = []
        self._buttons: dict[RowsGrid, QWidget] = {}
        self.stack, self.removers = QStackedWidget(), QStackedWidget()
        self.title = group_title(words.MEMBERS)
        self.marks = CellMarks(self, lambda: (self.grid, *self.members))
        self._lay_out()
        self._members_for(QModelIndex(), 0, self.grid.rowCount() - 1)
        self.grid.model().rowsInserted.connect(self._members_for)
        self.grid.model().rowsRemoved.connect(self._members_gone)
        self.grid.currentCellChanged.connect(lambda *_: self._show_members())
        self.grid.changed.connect(self.edited)
        self.setFocusProxy(self.grid)
        self.open()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self.body)
        rows.setContentsMargins(0, style.px(4), 0, 0)
        rows.setSpacing(style.px(6))
        rows.addLayout(help_line(words.HELP[self.name], self.grid))
        rows.addWidget(self.grid)
        across = QHBoxLayout()
        across.addWidget(self.title, 1)
        across.addWidget(self.removers, 0, Qt.AlignmentFlag.AlignRight)
        rows.addLayout(across)
        rows.addWidget(self.stack, 1)
        rows.addWidget(self.marks)
        style.follow_scale(self.grid, lambda: self.grid.setFixedHeight(style.px(28 * (_ROWS + 1) + 4)))
        style.follow_scale(self.removers, lambda: self.removers.setFixedHeight(style.px(28)))

    def _members_for(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            grid = RowsGrid(_MEMBERS, words.MEMBERS)
            grid.changed.connect(self.edited)
            self.members.insert(row, grid)
            self._buttons[grid] = remove_button(grid)
            self.stack.addWidget(grid)
            self.removers.addWidget(self._buttons[grid])

    def _members_gone(self, _parent: QModelIndex, first: int, last: int) -> None:
        for grid in self.members[first : last + 1]:
            button = self._buttons.pop(grid)
            for stack, widget in ((self.stack, grid), (self.removers, button)):
                stack.removeWidget(widget)
                widget.deleteLater()
        del self.members[first : last + 1]
        self._show_members()

    def _show_members(self) -> None:
        """The members of the current line; a line without a name gets none yet."""
        row = max(0, self.grid.currentRow())
        if row >= len(self.members):
            return
        members, name = self.members[row], self.grid.text(row, 0)
        self.stack.setCurrentWidget(members)
        self.removers.setCurrentWidget(self._buttons[members])
        members.setEnabled(bool(name or members.lines()))
        self.title.setText(words.MEMBERS_OF.format(name=name) if name else words.MEMBERS_WAIT)

    # What stands on the tab

    def read(self) -> list[dict[str, Any]]:
        with self.frame.workspace.read() as session:
            return [
                {
                    "line": shown_line(_COMMITTEES, one),
                    "members": [shown_line(_MEMBERS, member) for member in one.members],
                }
                for one in committee_drafts(session)
            ]

    def texts(self) -> list[dict[str, Any]]:
        return [
            {"line": self.grid.line(row), "members": self.members[row].lines()}
            for row in range(self.grid.rowCount() - 1)
        ]

    def show_texts(self, texts: Any) -> None:
        among_members = any(grid.hasFocus() for grid in self.members)
        self.grid.show_lines([one["line"] for one in texts])
        for row, one in enumerate(texts):
            self.members[row].show_lines(one["members"])
        self._show_members()
        if among_members:
            self.members[max(0, self.grid.currentRow())].setFocus(Qt.FocusReason.OtherFocusReason)

    def ids(self, texts: Any) -> list[str]:
        lines = [line for one in texts for line in (one["line"], *one["members"])]
        return [line[0] for line in lines if line[0]]

    def edited(self) -> None:
        self._show_members()
        super().edited()

    def finish(self) -> None:
        for grid in (self.grid, *self.members):
            grid.finish()

    # Rules and saving

    def _rows(self) -> list[int]:
        """Lines that hold anything, or under which somebody stands."""
        return [row for row in range(len(self.members)) if not self.grid.is_empty(row) or self.members[row].filled()]

    def _drafts(self) -> list[CommitteeDraft]:
        found = []
        for row in self._rows():
            grid = self.members[row]
            people = tuple(grid.draft(CommitteeMemberDraft, member) for member in grid.filled())
            found.append(self.grid.draft(CommitteeDraft, row, members=people))
        return found

    def problems(self) -> list[Problem]:
        return check_committees(self._drafts())

    def operation(self, seen: list[str]) -> Callable[[], Changes]:
        workspace, drafts = self.frame.workspace, self._drafts()
        return lambda: save_committees(workspace, drafts, seen)

    def next_problem(self) -> None:
        self.marks.next()

    def mark(self, problems: Sequence[Problem]) -> int:
        found = [in_line(self.grid, row, name, problem_text(one)) for row, name, one in self.grid.unreadable()]
        for row, grid in enumerate(self.members):
            found += [self._of_member(row, member, name, problem_text(one)) for member, name, one in grid.unreadable()]
        return self.marks.show_wrong([*found, *(self._placed(one) for one in problems)])

    def _placed(self, problem: Problem) -> Wrong:
        """A problem of `<place>.<field>` or `<place>.members.<place>.<field>` in its cell."""
        parts, sentence = problem.field.split("."), problem_text(problem)
        if not parts[0].isdigit():
            return in_line(self.grid, -1, "", sentence)
        row = self._rows()[int(parts[0])]
        if len(parts) < 4:
            return in_line(self.grid, row, parts[-1], sentence)
        return self._of_member(row, self.members[row].filled()[int(parts[2])], parts[3], sentence)

    def _of_member(self, row: int, member: int, column: str, sentence: str) -> Wrong:
        name = self.grid.text(row, 0) or words.TABS[self.name]
        said = words.IN_COMMITTEE.format(name=name, line=member + 1, sentence=sentence)
        return Wrong(self.members[row], member, column, sentence, said, partial(self.grid.setCurrentCell, row, 0))

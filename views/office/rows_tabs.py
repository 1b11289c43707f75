"""The tabs of "Thiết lập" that are one list: who signs, who works with the program, the villages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.areas.drafts import VillageDraft
from app.areas.operations import save_villages
from app.areas.queries import villages
from app.areas.rules import check_villages
from app.households.reading import read_choice
from app.office.drafts import SignerDraft, UserDraft
from app.office.people import save_signers, save_users
from app.office.queries import signer_drafts, user_drafts
from app.office.rules import check_people, check_users
from app.parsing import parse_phone
from app.problems import Problem
from app.wording import pins as pin_words
from app.wording import settings as words
from app.wording.messages import problem_text
from app.wording.vocabulary import ROLES
from app.workspace import Changes
from models.vocabulary import Role
from views import messages, style
from views.cell_marks import CellMarks, Wrong, in_line
from views.grid_help import help_line
from views.office.settings_tab import SettingsTab
from views.page import WorkFrame
from views.rows_grid import Column, Line, RowsGrid, date_column, shown_line
from views.widgets.buttons import flat_button


class RowsTab(SettingsTab):
    """A tab with one grid: its help above, what is wrong below."""

    columns: tuple[Column, ...]
    keeps_records = False

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.grid = RowsGrid(self.columns, words.TABS[self.name], keeps_records=self.keeps_records)
        self.marks = CellMarks(self, lambda: (self.grid,))
        rows = QVBoxLayout(self.body)
        rows.setContentsMargins(0, style.px(4), 0, 0)
        rows.setSpacing(style.px(6))
        rows.addLayout(help_line(words.HELP[self.name], self.grid))
        rows.addWidget(self.grid, 1)
        rows.addWidget(self.marks)
        self.grid.changed.connect(self.edited)
        self.setFocusProxy(self.grid)
        self.open()

    def texts(self) -> list[Line]:
        return self.grid.lines()

    def show_texts(self, texts: Any) -> None:
        self.grid.show_lines(texts)

    def ids(self, texts: Any) -> list[str]:
        return [line[0] for line in texts if line[0]]

    def finish(self) -> None:
        self.grid.finish()

    def next_problem(self) -> None:
        self.marks.next()

    def mark(self, problems: Sequence[Problem]) -> int:
        unread = [(row, name, problem_text(one)) for row, name, one in self.grid.unreadable()]
        rows = self.grid.filled()
        found = [*unread, *(self._placed(rows, one) for one in problems)]
        return self.marks.show_wrong([self._wrong(*one) for one in found])

    def _wrong(self, row: int, column: str, sentence: str) -> Wrong:
        return in_line(self.grid, row, column, sentence)

    def _placed(self, rows: Sequence[int], problem: Problem) -> tuple[int, str, str]:
        """A problem of `<place>.<field>` in its row; one of the whole list in none."""
        place, _, name = problem.field.rpartition(".")
        return rows[int(place)] if place.isdigit() else -1, name, problem_text(problem)


class SignersTab(RowsTab):
    """Who signs papers, of former times too."""

    name = "signers"
    tables = frozenset({"signer"})
    columns = (
        Column("name", words.PERSON, 200),
        Column("position", words.POSITION, 170),
        Column("capacity", words.CAPACITY, choices=words.CAPACITIES),
        date_column("valid_from", words.FROM),
        date_column("valid_to", words.TO),
    )

    def read(self) -> list[Line]:
        with self.frame.workspace.read() as session:
            return [shown_line(self.columns, one) for one in signer_drafts(session)]

    def _drafts(self) -> list[SignerDraft]:
        return [self.grid.draft(SignerDraft, row) for row in self.grid.filled()]

    def problems(self) -> list[Problem]:
        return check_people(self._drafts())

    def operation(self, seen: list[str]) -> Callable[[], Changes]:
        workspace, drafts = self.frame.workspace, self._drafts()
        return lambda: save_signers(workspace, drafts, seen)


def _role(text: str) -> Any:
    return read_choice(text, "role", ROLES) or Role.OFFICER


class UsersTab(RowsTab):
    """Who works with the program, and what he may do; a PIN that was forgotten is taken off here."""

    name = "users"
    tables = frozenset({"app_user"})
    columns = (
        Column("name", words.PERSON, 300),
        Column("position", words.POSITION),
        Column(
            "role",
            words.ROLE,
            220,
            _role,
            lambda value: ROLES[value],
            tuple(ROLES.values()),
            only_choices=True,
            default=ROLES[Role.OFFICER],
        ),
    )

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.reset = flat_button(pin_words.RESET_CHOSEN, "lock")
        self.reset.clicked.connect(self._reset)
        layout = self.body.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)

    def read(self) -> list[Line]:
        with self.frame.workspace.read() as session:
            return [shown_line(self.columns, one) for one in user_drafts(session)]

    def _drafts(self) -> list[UserDraft]:
        return [self.grid.draft(UserDraft, row) for row in self.grid.filled()]

    def problems(self) -> list[Problem]:
        return check_users(self._drafts(), self.frame.workspace.author.user_id)

    def operation(self, seen: list[str]) -> Callable[[], Changes]:
        workspace, drafts = self.frame.workspace, self._drafts()
        return lambda: save_users(workspace, drafts, seen)

    def _reset(self) -> None:
        """Take the PIN of the person in hand off, after a question."""
        from app.office.pins import people_with_pin, reset_pin  # Argon2 is loaded where it is needed

        row = max(self.grid.currentRow(), 0)
        user, name, workspace = self.grid.line(row)[0], self.grid.text(row, 0), self.frame.workspace
        if not user or user not in people_with_pin(workspace):
            messages.trouble(problem_text(Problem("", "pin_none", {"name": name or pin_words.NOBODY})))
        elif messages.ask(pin_words.RESET_QUESTION.format(name=name)):
            told = pin_words.TAKEN_OFF.format(name=name)
            self.frame.runner.run(
                lambda _: reset_pin(workspace, user), lambda _: messages.success(told), pin_words.SAVING
            )


class VillagesTab(RowsTab):
    """The villages of a commune; one that is here is renamed, never taken off."""

    name = "villages"
    tables = frozenset({"area"})
    keeps_records = True
    columns: tuple[Column, ...] = (
        Column("name", words.VILLAGE, 230),
        Column("head_name", words.HEAD),
        Column("head_phone", words.PHONE, 120, parse_phone),
    )

    def __init__(self, frame: WorkFrame) -> None:
        self._people: dict[str, str] = {}
        self._standing: dict[str, str] = {}
        keeper = Column(
            "keeper_id", words.KEEPER, 160, self._keeper, lambda one: self._people.get(one, ""), only_choices=True,
            offer=lambda: ["", *self._people.values()],
        )  # fmt: skip
        self.columns = (*VillagesTab.columns, keeper)
        super().__init__(frame)

    def _keeper(self, text: str) -> str | None:
        return next((one for one, name in self._people.items() if name == text.strip()), None)

    def read(self) -> list[Line]:
        with self.frame.workspace.read() as session:
            self._people = {one.id: one.name for one in user_drafts(session) if one.id}
            found = villages(session, self.frame.workspace.author.office)
        self._standing = {one.id: one.name for one in found}
        return [shown_line(self.columns, one) for one in found]

    def _drafts(self, rows: Sequence[int]) -> list[VillageDraft]:
        return [self.grid.draft(VillageDraft, row) for row in rows]

    def problems(self) -> list[Problem]:
        return check_villages(self._drafts(self.grid.filled()), (), self._standing)

    def _placed(self, rows: Sequence[int], problem: Problem) -> tuple[int, str, str]:
        """The rules name a village, not its place: the last line of that name is the one to mend."""
        wanted = str(problem.values.get("name", ""))
        found = [row for row in rows if self.grid.text(row, 0) == wanted]
        return found[-1] if found else -1, "name", problem_text(problem)

    def operation(self, seen: list[str]) -> Callable[[], Changes]:
        """Only the lines that changed: the others may go on changing elsewhere."""
        workspace = self.frame.workspace
        drafts = self._drafts([row for row in self.grid.filled() if self.grid.line(row) not in self._clean])
        return lambda: save_villages(workspace, drafts)

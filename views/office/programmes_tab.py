"""The tab "Chương trình" of "Thiết lập": a programme's dated rules, tried on the households before they are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.households.reading import read_choice
from app.problems import Problem
from app.review.eligibility_drafts import RuleDraft
from app.review.eligibility_operations import save_rules
from app.review.eligibility_queries import Comparison, Move, compare
from app.review.eligibility_rules import check_rule
from app.support.queries import DatedRule, load_programmes
from app.wording import programme_rules as words
from app.wording import settings
from app.wording.messages import problem_text
from app.wording.rule_texts import shown_value, typed_value
from app.workspace import Changes
from views import style, troubles
from views.cell_marks import CellMarks, in_line
from views.grid_help import help_line
from views.office.settings_tab import SettingsTab
from views.page import WorkFrame
from views.rows_grid import Column, Line, RowsGrid, date_column
from views.widgets.choice_edit import Choice, ChoiceEdit

_VALUE = 1


_COLUMNS = (
    Column(
        "key",
        words.KIND,
        190,
        lambda text: read_choice(text, "key", words.KINDS),
        lambda value: words.KINDS.get(value, value),
        tuple(words.KINDS.values()),
        only_choices=True,
        default=words.KINDS["criterion"],
    ),
    Column("value", words.VALUE, 250),
    Column(
        "work_type",
        words.WORK,
        90,
        lambda text: None if text in ("", words.BOTH_WORKS) else read_choice(text, "work_type", words.WORKS),
        lambda value: words.WORKS.get(value, value),
        (words.BOTH_WORKS, *words.WORKS.values()),
        only_choices=True,
    ),
    date_column("valid_from", settings.FROM),
    date_column("valid_to", settings.TO),
    Column("legal_basis", words.BASIS),
)


def _line(rule: DatedRule) -> Line:
    values = [getattr(rule, one.name) for one in _COLUMNS]
    texts = ["" if value is None else one.show(value) for one, value in zip(_COLUMNS, values, strict=True)]
    texts[_VALUE] = shown_value(rule.key or "", rule.value or "")
    return [rule.id, None, *texts]


class ProgrammesTab(SettingsTab):
    """One programme at a time; its lines are the rules. "Thử" shows who would move and keeps nothing."""

    name = "programmes"
    tables = frozenset({"programme", "programme_rule"})

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        with frame.workspace.read() as session:
            named = [Choice(one.id, one.name) for one in load_programmes(session).values()]
        self.programme = ChoiceEdit(named, width=520)
        self.programme.setAccessibleName(words.PROGRAMME)
        if named:
            self.programme.set_value(named[0].value)
        self.grid = RowsGrid(_COLUMNS, settings.TABS[self.name])
        self.marks = CellMarks(self, lambda: (self.grid,))
        self.try_button = QPushButton(words.TRY)
        self.outcome = QLabel(words.NOT_TRIED)
        self.outcome.setWordWrap(True)
        self._lay_out()
        self.grid.changed.connect(self.edited)
        self.programme.changed.connect(self._another)
        self.try_button.clicked.connect(self.try_rules)
        self.setFocusProxy(self.grid)
        self.open()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, style.px(4), 0, 0)
        column.setSpacing(style.px(6))
        column.addWidget(self.programme)
        column.addLayout(help_line(settings.HELP[self.name], self.grid))
        column.addWidget(self.grid, 1)
        column.addWidget(self.marks)
        across = QHBoxLayout()
        across.addWidget(self.try_button)
        across.addWidget(self.outcome, 1)
        column.addLayout(across)
        style.follow_scale(self.try_button, lambda: self.try_button.setMinimumHeight(style.px(30)))

    # What the tab is

    def read(self) -> dict[str, Any]:
        chosen = self.programme.value() or ""
        with self.frame.workspace.read() as session:
            found = load_programmes(session).get(chosen)
        rules = sorted(found.rules, key=_place) if found else []
        return {"programme": chosen, "lines": [_line(one) for one in rules]}

    def texts(self) -> dict[str, Any]:
        return {"programme": self.programme.value(), "lines": self.grid.lines()}

    def show_texts(self, texts: Any) -> None:
        self.programme.set_value(texts["programme"])
        self.grid.show_lines(texts["lines"])

    def finish(self) -> None:
        self.grid.finish()

    def next_problem(self) -> None:
        self.marks.next()

    def edited(self) -> None:
        super().edited()
        busy = self._clean is not None and self.dirty
        self.programme.setEnabled(not busy)
        self.programme.setToolTip(words.SAVE_FIRST if busy else "")
        self.outcome.setText(words.NOT_TRIED)

    def problems(self) -> list[Problem]:
        found = []
        for row in self.grid.filled():
            draft = self._draft_of(row)
            if not draft.value:
                found.append(Problem(f"{row}.value", "rule_value_missing"))
            typed = {"text": self.grid.line(row)[2 + _VALUE]}
            found += [Problem(f"{row}.{one.field}", one.code, {**one.values, **typed}) for one in check_rule(draft)]
        return found

    def mark(self, problems: Sequence[Problem]) -> int:
        found = [(row, name, problem_text(one)) for row, name, one in self.grid.unreadable()]
        for one in problems:
            place, _, name = one.field.rpartition(".")
            found.append((int(place) if place.isdigit() else -1, name, problem_text(one)))
        return self.marks.show_wrong([in_line(self.grid, *one) for one in found])

    def operation(self, seen: list[str]) -> Callable[[], Changes]:
        workspace, programme, drafts = self.frame.workspace, self.programme.value() or "", self._drafts()
        return lambda: save_rules(workspace, programme, drafts)

    def _draft_of(self, row: int) -> RuleDraft:
        rule_id, _, *texts = self.grid.line(row)
        values = {one.name: one.parse(text) for one, text in zip(_COLUMNS, texts, strict=True)}
        key = values["key"] or ""
        return RuleDraft(rule_id=rule_id, **values | {"key": key, "value": typed_value(key, texts[_VALUE])})

    def _drafts(self) -> list[RuleDraft]:
        """The lines that were changed, and those that were taken out."""
        known = {line[0]: line for line in self._clean["lines"]}
        rows = [row for row in self.grid.filled() if self.grid.line(row) != known.get(self.grid.line(row)[0])]
        left = {self.grid.line(row)[0] for row in self.grid.filled()}
        dropped = [RuleDraft(rule_id=one, dropped=True) for one in known if one not in left]
        return [*(self._draft_of(row) for row in rows), *dropped]

    # What it does

    def _another(self) -> None:
        if self._clean is not None and self.programme.value() != self._clean["programme"] and self.programme.value():
            self.load()

    def try_rules(self) -> None:
        """Show who would move in and out; nothing is kept."""
        self.finish()
        self._tried = True
        if self.mark(self.problems()):
            self.next_problem()
            return
        workspace, programme, drafts = self.frame.workspace, self.programme.value() or "", self._drafts()

        def look() -> Comparison:
            with workspace.read() as session:
                return compare(session, programme, drafts)

        def failed(error: BaseException) -> None:
            troubles.tell(error, words.TRYING)

        self.frame.runner.read(look, self._show_outcome, failed)

    def _show_outcome(self, found: Comparison) -> None:
        self.outcome.setText(
            words.TRIED.format(
                moved_in=len(found.moved_in),
                in_names=_names(found.moved_in),
                moved_out=len(found.moved_out),
                out_names=_names(found.moved_out),
                unknown=len(found.became_unknown),
                unknown_names=_names(found.became_unknown),
                same=found.same,
            )
        )


def _place(rule: DatedRule) -> tuple[int, str, str]:
    kinds = list(words.KINDS)
    return (kinds.index(rule.key) if rule.key in kinds else len(kinds), rule.valid_from or "", rule.value or "")


def _names(moves: Sequence[Move]) -> str:
    return words.names_text([one.head_name for one in moves])

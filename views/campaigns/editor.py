"""The editor of a plan: its own fields in a form, its texts, units, targets, tasks, deadlines, awards in grids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.campaigns.operations import cleaned, save_campaign
from app.campaigns.queries import campaign_draft, find_campaigns
from app.parsing import fold, today
from app.plans.days import day_text
from app.plans.drafts import PARTS, CampaignDraft, FormDraft, PartDraft, code_from
from app.plans.periods import last_day
from app.plans.rules import check_plan
from app.problems import Problem, errors
from app.support.queries import load_programmes
from app.wording import campaign_editor as words
from app.wording.messages import problem_text
from app.workspace import Changes
from views import style
from views.campaigns.plan_columns import columns_of
from views.campaigns.plan_form import PlanForm
from views.campaigns.tab import PLAN_TABLES
from views.cell_marks import CellMarks, Wrong
from views.edited_tab import EditedTab
from views.grid_help import help_line
from views.list_page import TitleLine
from views.page import WorkFrame
from views.rows_grid import RowsGrid, shown_line
from views.rows_list import add_key
from views.widgets.choice_edit import Choice
from views.widgets.tab_keys import add_tab_keys


class PlanEditor(EditedTab):
    """Made for one plan: `start` is what it begins with, a plan that is here or a new one. `left` comes with Esc,
    `saved` with the id of the plan that was saved. Ctrl+S saves.
    """

    left = Signal()
    saved = Signal(str)
    name = "plan"
    tables = PLAN_TABLES

    def __init__(self, frame: WorkFrame, start: CampaignDraft) -> None:
        super().__init__(frame)
        self._start = start
        self._kept: str | None = None
        self.heading = TitleLine("")
        self.heading.show_name(start.short_name or start.name or words.NEW_TITLE, start.name)
        self.heading.add_button(words.LEAVE, self.left.emit)
        self.form = PlanForm(self._choices())
        self.grids = {part: RowsGrid(self._columns(part), words.TABS[part]) for part in PARTS}
        self.marks = CellMarks(self, lambda: list(self.grids.values()))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.stack = QStackedWidget()
        self._lay_out()
        self.form.field("code").setReadOnly(start.id is not None)
        self.form.edited.connect(self.edited)
        for grid in self.grids.values():
            grid.changed.connect(self.edited)
        add_key(self, "Esc", self.left.emit)
        add_key(self, "Ctrl+S", self.save)
        add_tab_keys(self, self.tabs)
        self.setFocusProxy(self.form)
        self.open()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        column.addWidget(self.heading)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        column.addWidget(self.marks)
        style.follow_scale(self, lambda: self.column.setContentsMargins(style.px(16), style.px(8), style.px(16), 0))
        self.stack.addWidget(self.form)
        self.tabs.addTab(words.OWN_TAB)
        for part, grid in self.grids.items():
            inside = QWidget()
            rows = QVBoxLayout(inside)
            rows.setContentsMargins(0, style.px(4), 0, 0)
            rows.addLayout(help_line(words.HELP[part], grid))
            rows.addWidget(grid, 1)
            self.stack.addWidget(inside)
            self.tabs.addTab(words.TABS[part])
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)

    def _choices(self) -> dict[str, Sequence[Choice]]:
        """What the fields that name other records offer."""
        with self.frame.workspace.read() as session:
            plans = [Choice(one.code or "", one.shown) for one in find_campaigns(session) if one.id != self._start.id]
            programmes = [Choice(one.code, one.short_name) for one in load_programmes(session).values()]
        return {"superior_code": plans, "linked": plans, "programmes": programmes}

    def _columns(self, part: str) -> Any:
        return columns_of(part, partial(self._named, "unit"), partial(self._named, "form"))

    def _named(self, part: str) -> list[str]:
        """The names of the units or forms as they are typed now."""
        grid = self.grids[part]
        place = [one.name for one in grid.columns].index("name")
        return [text for row in grid.filled() if (text := grid.text(row, place))]

    @property
    def plan_id(self) -> str | None:
        """The plan that is edited, None for a new one."""
        return self._start.id

    # What the page is

    def called(self) -> str:
        return words.CALLED

    def told(self) -> str:
        return words.SAVED.format(name=self.form.field("short_name").text() or self.form.field("name").text())

    @property
    def _draft(self) -> str:
        return f"draft.plan.{self._start.id or 'new'}"

    def read(self) -> Any:
        if self._start.id is not None:
            with self.frame.workspace.read() as session:
                self._start = campaign_draft(session, self._start.id)
        self.form.show_values(self._start)
        lines = {part: self._lines(part) for part in PARTS}
        return {"version": self._start.version, "own": self.form.texts(), **lines}

    def _lines(self, part: str) -> list[list[Any]]:
        """The parts as lines; units and forms are shown by their names."""
        names = {one.code: one.name for one in self._start.units}
        forms = {one.code: one.name for one in self._start.forms}
        found = []
        for one in self._start.parts(part):
            shown: Any = one
            if part == "unit":
                shown = replace(shown, parent=names.get(shown.parent) or shown.parent)
            elif part == "target":
                shown = replace(shown, unit=names.get(shown.unit) or shown.unit)
            elif part == "quota":
                shown = replace(shown, form=forms.get(shown.form) or shown.form)
            found.append(shown_line(self.grids[part].columns, shown))
        return found

    def texts(self) -> dict[str, Any]:
        lines = {part: grid.lines() for part, grid in self.grids.items()}
        return {"version": self._start.version, "own": self.form.texts(), **lines}

    def show_texts(self, texts: Any) -> None:
        self.form.show_texts(texts["own"])
        for part, grid in self.grids.items():
            grid.show_lines(texts[part])

    def edited(self) -> None:
        super().edited()
        if self._clean is not None and not self._tried:
            self.form.marks.show(self._ended())

    def finish(self) -> None:
        for grid in self.grids.values():
            grid.finish()

    # What it says

    def plan(self) -> CampaignDraft:
        """The plan as it is typed: units and forms by their codes, which are made where none is typed."""
        own = self.form.values()
        found: dict[str, list[Any]] = {
            part: [self._part(part, grid, row) for row in grid.filled()] for part, grid in self.grids.items()
        }
        for part in ("unit", "form"):
            found[part] = _with_codes(found[part])
        units, forms = _codes_by_name(found["unit"]), _codes_by_name(found["form"])
        found["unit"] = [replace(one, parent=_code(units, one.parent)) for one in found["unit"]]
        found["target"] = [replace(one, unit=_code(units, one.unit)) for one in found["target"]]
        found["quota"] = [replace(one, form=_code(forms, one.form)) for one in found["quota"]]
        own["code"] = own["code"] or self._own_code(own["name"] or "")
        parts: dict[str, Any] = {f"{part}s": tuple(ones) for part, ones in found.items()}
        return cleaned(CampaignDraft(id=self._start.id, version=self._start.version, **own, **parts))

    def _part(self, part: str, grid: RowsGrid, row: int) -> PartDraft:
        kind: type[Any] = PARTS[part]
        draft: PartDraft = grid.draft(kind, row)
        return replace(draft, objects=draft.objects or ()) if isinstance(draft, FormDraft) else draft

    def _own_code(self, name: str) -> str | None:
        with self.frame.workspace.read() as session:
            taken = {one.code for one in find_campaigns(session)}
        return code_from(name, taken) if name else None

    def problems(self) -> list[Problem]:
        return errors(check_plan(self.plan()))

    def mark(self, problems: Sequence[Problem]) -> int:
        own = [one for one in problems if one.field.partition(".")[0] not in PARTS]
        shown = [*self.form.unreadable(), *own] if self._tried else own
        self.form.marks.show([*shown, *self._ended()])
        wrong = []
        for place, (part, grid) in enumerate(self.grids.items(), start=1):
            found = [(row, name, problem_text(one)) for row, name, one in grid.unreadable()] if self._tried else []
            rows = grid.filled()
            for one in problems:
                head, _, rest = one.field.partition(".")
                number, _, name = rest.partition(".")
                if head == part and (rows[int(number)], name) not in {(row, column) for row, column, _ in found}:
                    found.append((rows[int(number)], name, problem_text(one)))
            wrong += [self._wrong(place, part, grid, *one) for one in found]
        return len(shown) + self.marks.show_wrong(wrong)

    def _ended(self) -> list[Problem]:
        """An issuer that does not exist any more is told beside its successor's field."""
        own = self.form.values()
        ended = own["issuer_valid_to"]
        if not ended or own["issuer_successor"] or last_day(ended) >= today().isoformat():
            return []
        told = {"name": own["issuer"] or words.CALLED, "day": day_text(ended)}
        return [Problem("issuer_successor", "office_ended", told, warning=True)]

    def _wrong(self, place: int, part: str, grid: RowsGrid, row: int, column: str, sentence: str) -> Wrong:
        said = words.IN_TAB_LINE.format(tab=words.TABS[part], line=row + 1, sentence=sentence)
        return Wrong(grid, row, column, sentence, said, partial(self.tabs.setCurrentIndex, place))

    def next_problem(self) -> None:
        if self.form.marks.count:
            self.tabs.setCurrentIndex(0)
            self.form.marks.first()
        else:
            self.marks.next()

    def operation(self, seen: list[str]) -> Callable[[], tuple[Changes, str, list[Problem]]]:
        workspace, draft = self.frame.workspace, self.plan()

        def save() -> tuple[Changes, str, list[Problem]]:
            changes, self._kept, warnings = save_campaign(workspace, draft)
            return changes, self._kept, warnings

        return save

    def _saved(self) -> None:
        self._work(False)
        self._forget_draft()
        if self._kept is not None:
            self.saved.emit(self._kept)


def _with_codes(drafts: Sequence[Any]) -> list[Any]:
    """Each with a code: the one that is typed, else one made of the name."""
    taken = {one.code for one in drafts if one.code}
    found = []
    for one in drafts:
        code = one.code or (code_from(one.name, taken) if one.name else None)
        taken.add(code)
        found.append(replace(one, code=code))
    return found


def _codes_by_name(drafts: Sequence[Any]) -> dict[str, str]:
    """Codes by the folded names and codes that a cell may hold; of two units of one name the first is meant."""
    found: dict[str, str] = {}
    for one in drafts:
        for key in (one.code, one.name):
            if key and one.code:
                found.setdefault(fold(key), one.code)
    return found


def _code(codes: dict[str, str], text: str | None) -> str | None:
    return codes.get(fold(text), text) if text else None

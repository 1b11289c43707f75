"""The tab "Nhiệm vụ": who leads and who co-ordinates what, by when, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.campaigns.facts import CampaignDetail, TaskRow
from app.campaigns.movement_drafts import TaskResultDraft
from app.campaigns.movement_operations import save_result
from app.campaigns.movement_queries import ResultRow, results
from app.campaigns.movement_rules import check_result
from app.parsing import today
from app.plans.days import day_text
from app.wording import campaign_pages as words
from app.wording import frame as frame_words
from models.vocabulary import PaperKind
from views import messages
from views.campaigns.field_form import FieldForm, FieldLine, Kind, Purpose
from views.campaigns.tab import CampaignTab
from views.list_parts import add_button, orders_of, text_column, with_current
from views.page import PLACE, WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.short_form import opened
from views.widgets.choice_edit import Choice
from views.widgets.empty_state import EmptyState


@dataclass(frozen=True)
class TaskLine:
    """A task with what came of it, the newest result last."""

    task: TaskRow
    results: tuple[ResultRow, ...] = ()

    @property
    def last(self) -> ResultRow | None:
        """The newest result."""
        return self.results[-1] if self.results else None

    def result_text(self) -> str:
        """What came of it; of several units each with its name."""
        return "; ".join(f"{one.unit}: {one.result}" if one.unit else one.result for one in self.results)


_COLUMNS: tuple[Column[TaskLine], ...] = (
    text_column("number", words.TASK_NUMBER, lambda row: row.task.number, 56),
    text_column("text", words.TASK_TEXT, lambda row: row.task.text, 280, stretch=True),
    text_column("lead", words.LEAD, lambda row: row.task.lead, 130),
    text_column("cooperating", words.COOPERATING, lambda row: row.task.cooperating, 150),
    text_column("person", words.PERSON, lambda row: row.task.person, 110),
    text_column("due", words.DUE, lambda row: day_text(row.task.due), 90),
    text_column("place", words.PLACE, lambda row: row.task.served_by, 130),
    text_column("result", words.RESULT, TaskLine.result_text, 150),
    text_column("done_on", words.DONE_ON, lambda row: day_text(row.last.done_on) if row.last else "", 90),
)


def _searched(row: TaskLine) -> str:
    task = row.task
    texts = (task.number, task.text, task.lead, task.cooperating, task.person, task.field, task.area, row.result_text())
    return " ".join(filter(None, texts))


class TasksTab(CampaignTab):
    """The tasks of the plan in their order. The filled button notes what came of the one in hand."""

    name = "tasks"
    title = words.TAB_TASKS
    filled = words.NOTE_RESULT

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.list = RowsList[TaskLine](
            frame,
            RowSource(
                self._read,
                lambda row: row.task.id,
                ("campaign_task", "task_result"),
                words=_searched,
                orders=orders_of(_COLUMNS),
            ),
            _COLUMNS,
            "campaigns.tasks",
            words.TAB_TASKS,
            words.TASK_UNIT,
            EmptyState(words.EMPTY_TASKS, (), "task"),
        )
        brief = add_button(self.list, words.BRIEF, with_current(self.list, self.print_brief))
        brief.setToolTip(words.BRIEF_TIP)
        add_button(self.list, words.GO_TO_PLACE, with_current(self.list, self.go_to_place))
        self.list.view.opened.connect(lambda _key: self.act())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _read(self) -> list[TaskLine]:
        if self.plan is None:
            return []
        with self.frame.workspace.read() as session:
            found = results(session, self.plan.id)
        return [TaskLine(one, tuple(found.get(one.id, ()))) for one in self.plan.tasks]

    def show_plan(self, plan: CampaignDetail) -> None:
        super().show_plan(plan)
        self.list.load()

    def act(self) -> None:
        with_current(self.list, self.note_result)()

    def note_result(self, row: TaskLine) -> None:
        """What came of a task; the newest own result is gone on with."""
        if self.plan is None:
            return
        units = tuple(Choice(one.id, one.name or "") for one in self.plan.units)
        lines = (
            FieldLine("result", words.RESULT, Kind.LONG, required=True),
            FieldLine("evidence", words.EVIDENCE),
            FieldLine("done_on", words.DONE_ON, Kind.DAY),
            FieldLine("unit_id", words.RESULT_OF_UNIT, Kind.CHOICE, choices=units),
        )
        last = row.last
        values = {
            "campaign_id": self.plan.id,
            "task_id": row.task.id,
            "result": last.result if last else "",
            "evidence": last.evidence if last else None,
            "done_on": last.done_on if last else None,
            "unit_id": last.unit_id if last else None,
            "id": last.id if last else None,
            "version": last.version if last else None,
        }
        purpose = Purpose(
            words.RESULT_TITLE,
            _result_draft,
            lambda draft: check_result(draft, today().isoformat()),
            partial(save_result, self.frame.workspace),
            words.SAVED_RESULT,
        )
        opened(FieldForm(self.frame, self, purpose, lines, values))

    def go_to_place(self, row: TaskLine) -> None:
        """The page where the task is worked on; a tab of this very plan is brought into sight."""
        place = (row.task.served_by or "").partition(";")[0].strip()
        title, _, tab = (one.strip() for one in place.partition(frame_words.PLACE_MARK))
        if not title:
            messages.trouble(words.NO_PLACE)
        elif title == frame_words.CAMPAIGNS_PAGE:
            self.tab_asked.emit(tab)
        else:
            self.frame.go(PLACE, place)

    def print_brief(self, row: TaskLine) -> None:
        """The page for the person a task was given to."""
        self.paper_asked.emit(PaperKind.COUNCIL_BRIEF, [row.task.id])

    def forget(self, changes: object) -> None:
        self.list.forget(changes)


def _result_draft(result: str | None, **values: object) -> TaskResultDraft:
    return TaskResultDraft(result=result or "", **values)  # type: ignore[arg-type]  # the values above

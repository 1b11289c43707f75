"""The tab "Nhiệm vụ": who leads and who co-ordinates what, by when."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.campaigns.days import day_text
from app.campaigns.facts import CampaignDetail, TaskRow
from app.wording import campaign_pages as words
from views.campaigns.tab import CampaignTab
from views.list_parts import orders_of, text_column
from views.page import WorkFrame
from views.paged_table import Column
from views.row_source import RowSource
from views.rows_list import RowsList
from views.widgets.empty_state import EmptyState

_COLUMNS: tuple[Column[TaskRow], ...] = (
    text_column("number", words.TASK_NUMBER, lambda row: row.number, 60),
    text_column("text", words.TASK_TEXT, lambda row: row.text, 330, stretch=True),
    text_column("lead", words.LEAD, lambda row: row.lead, 150),
    text_column("cooperating", words.COOPERATING, lambda row: row.cooperating, 170),
    text_column("person", words.PERSON, lambda row: row.person, 120),
    text_column("due", words.DUE, lambda row: day_text(row.due), 96),
)


class TasksTab(CampaignTab):
    """The tasks of the plan in their order."""

    name = "tasks"
    title = words.TAB_TASKS

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame)
        self.list = RowsList[TaskRow](
            frame,
            RowSource(
                lambda: self.plan.tasks if self.plan else (),
                lambda row: row.id,
                ("campaign_task",),
                words=lambda row: " ".join(filter(None, (row.number, row.text, row.lead, row.cooperating, row.person))),
                orders=orders_of(_COLUMNS),
            ),
            _COLUMNS,
            "campaigns.tasks",
            words.TAB_TASKS,
            words.TASK_UNIT,
            EmptyState(words.EMPTY_TASKS, (), "task"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def show_plan(self, plan: CampaignDetail) -> None:
        super().show_plan(plan)
        self.list.load()

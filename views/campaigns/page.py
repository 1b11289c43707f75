"""The page "Chương trình – Phong trào": the list of plans, and in its place the page of one plan."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.campaigns.operations import add_campaign, export_campaign
from app.wording import campaign_pages as words
from app.wording import frame as frame_words
from views import messages, style
from views.campaigns.list import CampaignList
from views.campaigns.plan_view import PlanView
from views.doing import do
from views.list_page import TitleLine
from views.page import InPlan, Page, WorkFrame
from views.rows_list import add_key
from views.widgets.empty_state import EmptyState


class CampaignsPage(Page):
    """It receives the id of a plan, or an `InPlan` that names a tab too."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.list = CampaignList(frame, EmptyState(words.EMPTY, ((words.ADD_FROM_FILE, self.add_file),), "campaign"))
        self.plan = PlanView(frame)
        first = QWidget()
        self._column = QVBoxLayout(first)
        self.heading = TitleLine(frame_words.CAMPAIGNS_PAGE)
        self.heading.set_filled(words.ADD, self.add_file)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.list, 1)
        style.follow_scale(self, self._margins)
        self.stack = QStackedWidget()
        self.stack.addWidget(first)
        self.stack.addWidget(self.plan)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.setFocusProxy(self.list)
        self.list.opened.connect(self.open)
        self.plan.left.connect(self.show_list)
        self.plan.export_asked.connect(self.export)
        add_key(first, "Ctrl+N", self.add_file)

    def _margins(self) -> None:
        self._column.setContentsMargins(style.px(16), style.px(8), style.px(16), style.px(4))
        self._column.setSpacing(style.px(4))

    # Which plan

    def open(self, campaign_id: str) -> None:
        """The page of a plan in the list's place."""
        if self.plan.show_plan(campaign_id):
            self.stack.setCurrentIndex(1)
            self.setFocusProxy(self.plan)
            self.plan.setFocus()

    def show_list(self) -> None:
        """Back to the list, to the same row."""
        self.stack.setCurrentIndex(0)
        self.setFocusProxy(self.list)
        self.list.setFocus()

    def receive(self, request: object) -> None:
        if isinstance(request, InPlan):
            self.open(request.campaign_id)
            self.plan.show_tab(request.tab)
        elif isinstance(request, str):
            self.open(request)

    # Files

    def add_file(self) -> None:
        """Read a plan file; a fault in it is told by line."""
        path = messages.choose_open_file(words.READ_TITLE, "plan")
        if path is None:
            return
        workspace = self.frame.workspace
        do(self.frame, partial(add_campaign, workspace, path), words.ADDING, words.ADDED.format(name=path.stem))

    def export(self, campaign_id: str) -> None:
        """Write the plan as a file that another office can read."""
        plan = self.plan.plan
        path = messages.choose_save_file(words.SAVE_TITLE, "plan", Path(f"{plan.code if plan else ''}.toml"))
        if path is not None:
            told = partial(messages.success, words.SAVED_FILE.format(file=path.name))
            work = partial(export_campaign, self.frame.workspace, campaign_id, path)
            self.frame.runner.run(lambda _: work(), lambda _: told(), words.SAVING)

    def forget(self, changes: object) -> None:
        self.list.forget(changes)
        self.plan.forget(changes)

    def keep_draft(self) -> None:
        self.plan.keep_draft()

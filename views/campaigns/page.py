"""The page "Chương trình – Phong trào": the list of plans, and in its place the page of one plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.campaigns.operations import add_campaign, export_campaign, take_off_campaign
from app.campaigns.queries import campaign_draft, draft_from_superior
from app.plans.drafts import CampaignDraft
from app.wording import campaign_pages as words
from app.wording import frame as frame_words
from views import messages, style
from views.campaigns.editor import PlanEditor
from views.campaigns.list import CampaignList
from views.campaigns.plan_forms import AboveForm, OpenForm
from views.campaigns.plan_view import PlanView
from views.doing import do
from views.list_page import TitleLine
from views.page import InPlan, Page, WorkFrame
from views.rows_list import add_key
from views.short_form import opened
from views.widgets.empty_state import EmptyState


class CampaignsPage(Page):
    """It receives the id of a plan, or an `InPlan` that names a tab too."""

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        begin = ((words.ADD_NEW, self.add_new), (words.ADD_FROM_FILE, self.add_file))
        self.list = CampaignList(frame, EmptyState(words.EMPTY, begin, "campaign"))
        self.plan = PlanView(frame)
        self.editor: PlanEditor | None = None
        first = QWidget()
        self._column = QVBoxLayout(first)
        self.heading = TitleLine(frame_words.CAMPAIGNS_PAGE)
        self.add_button = self.heading.set_filled(words.ADD, self.offer_ways)
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
        self.plan.edit_asked.connect(self.edit)
        self.plan.open_asked.connect(self.begin)
        self.plan.off_asked.connect(self.take_off)
        self.plan.own_asked.connect(self.make_own)
        add_key(first, "Ctrl+N", self.add_new)

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

    # Adding and changing

    def offer_ways(self) -> None:
        """The three ways to a new plan."""
        menu = QMenu(self.add_button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, slot in self.ways():
            menu.addAction(text).triggered.connect(lambda _=False, slot=slot: slot())
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def ways(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """What the menu of the filled button holds."""
        return (
            (words.ADD_NEW, self.add_new),
            (words.ADD_FROM_ABOVE, self.add_from_above),
            (words.ADD_FROM_FILE, self.add_file),
        )

    def add_new(self) -> None:
        """Type a plan from the beginning."""
        self.show_editor(CampaignDraft())

    def add_from_above(self) -> None:
        """Choose the plan above whose targets, deadlines and criteria are inherited."""
        form = AboveForm(self.frame, self)
        opened(form, lambda: self.show_editor(form.start_draft()))

    def make_own(self, campaign_id: str) -> None:
        """A plan of this office made from one that is here."""
        with self.frame.workspace.read() as session:
            draft = draft_from_superior(session, campaign_id)
        self.show_editor(draft)

    def edit(self, campaign_id: str) -> None:
        """The editor of a plan that is here."""
        with self.frame.workspace.read() as session:
            draft = campaign_draft(session, campaign_id)
        self.show_editor(draft)

    def show_editor(self, draft: CampaignDraft) -> None:
        """The editor in the page's place; one that was half-typed is kept as a draft."""
        self._drop_editor()
        self.editor = PlanEditor(self.frame, draft)
        self.editor.left.connect(self._leave_editor)
        self.editor.saved.connect(self._saved)
        self.stack.addWidget(self.editor)
        self.stack.setCurrentWidget(self.editor)
        self.setFocusProxy(self.editor)
        self.editor.setFocus()

    def _drop_editor(self) -> None:
        if self.editor is not None:
            self.stack.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None

    def _leave_editor(self) -> None:
        if self.editor is None:
            return
        self.editor.keep_draft()
        known = self.editor.plan_id
        self._drop_editor()
        if known is None:
            self.show_list()
        else:
            self.open(known)

    def _saved(self, campaign_id: str) -> None:
        self._drop_editor()
        self.open(campaign_id)

    def begin(self, campaign_id: str) -> None:
        """The office begins to run the plan, from a day on."""
        plan = self.plan.plan
        if plan is not None and plan.id == campaign_id:
            opened(OpenForm(self.frame, plan, self))

    def take_off(self, campaign_id: str) -> None:
        """Take a plan of the office off the list, after asking."""
        plan = self.plan.plan
        if plan is None or plan.id != campaign_id:
            return
        question = words.TAKE_OFF_QUESTION.format(name=plan.shown)
        if messages.ask(question, words.TAKE_OFF_YES, words.TAKE_OFF_NO, yes_first=False):
            work = partial(take_off_campaign, self.frame.workspace, campaign_id, plan.version)
            do(self.frame, work, words.SAVING, words.TAKEN_OFF.format(name=plan.shown), self.show_list)

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
        if self.editor is not None:
            self.editor.forget(changes)

    def keep_draft(self) -> None:
        self.plan.keep_draft()
        if self.editor is not None:
            self.editor.keep_draft()

    def keep_typing(self) -> None:
        self.plan.keep_typing()
        if self.editor is not None:
            self.editor.keep_typing()

"""The page of one plan: its tabs, and what can be done with the plan as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from app.campaigns.doubts import doubts
from app.campaigns.facts import CampaignDetail
from app.campaigns.queries import campaign_detail
from app.parsing import today
from app.problems import Refused
from app.wording import campaign_pages as words
from app.wording.messages import problem_text
from models.vocabulary import Level, PaperKind
from views import messages
from views.campaigns.list import is_own, state_text
from views.campaigns.tab import PLAN_TABLES, CampaignTab
from views.campaigns.tabs import TABS
from views.page import WorkFrame
from views.rows_list import add_key
from views.tabbed_page import TabbedPage
from views.widgets.buttons import MenuButton, flat_button


class PlanView(TabbedPage):
    """Esc goes back to the list (`left`). What is asked for the plan as a whole carries its id."""

    left = Signal()
    edit_asked = Signal(str)
    export_asked = Signal(str)
    open_asked = Signal(str)
    off_asked = Signal(str)
    own_asked = Signal(str)

    paper_room = 540

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, "")
        self.plan: CampaignDetail | None = None
        self._waiting: set[CampaignTab] = set()
        self.places: dict[str, int] = {}
        self._lay_out_heading()
        self.plan_tabs: list[CampaignTab] = []
        agency = frame.workspace.author.level is Level.AGENCY
        for kind in (one for one in TABS if not (agency and one.of_houses)):
            tab = kind(frame)
            self.places[tab.name] = len(self.plan_tabs)
            self.plan_tabs.append(tab)
            self.add_tab(tab, tab.title, tab.filled, tab.act)
            tab.paper_asked.connect(self.print_papers)
            tab.tab_asked.connect(self.show_tab_called)
        self.tabs.setCurrentIndex(0)
        add_key(self, "Esc", self.left.emit)
        add_key(self, "Ctrl+N", self._do_filled)

    def _lay_out_heading(self) -> None:
        back = flat_button("", "back")
        back.setToolTip(f"{words.BACK} (Esc)")
        back.setAccessibleName(words.BACK)
        back.clicked.connect(self.left)
        self.heading.put_first(back)
        self.edit = self.heading.add_button(words.EDIT, lambda: self._ask(self.edit_asked))
        self.open_button = self.heading.add_button(words.OPEN_PLAN, lambda: self._ask(self.open_asked))
        self.make_own = self.heading.add_button(words.MAKE_OWN, lambda: self._ask(self.own_asked))
        self.more = MenuButton(words.MORE)
        self.more.menu_below = self.more_menu
        self.heading.put_last(self.more)
        self.heading.put_last(self.filled)

    def more_menu(self) -> QMenu:
        """What else can be done with the plan as a whole."""
        menu = QMenu(self.more)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        entries = [(words.MAKE_OWN, self.own_asked), (words.EXPORT, self.export_asked)]
        if self.plan is not None and not self.plan.bundled and is_own(self.frame, self.plan):
            entries.append((words.TAKE_OFF, self.off_asked))
        for text, signal in entries:
            menu.addAction(text).triggered.connect(lambda _=False, signal=signal: self._ask(signal))
        menu.addAction(words.DRAFT_PAPER).triggered.connect(self.print_draft)
        return menu

    def print_draft(self) -> None:
        """The draft of the plan with its annex of houses, for the leader's pen."""
        if self.plan is not None:
            self.print_papers(PaperKind.DRAFT_PLAN, [self.plan.id])

    def print_papers(self, kind: PaperKind, ids: Sequence[str]) -> None:
        """Preview papers; a draft of the plan carries its bases, and one that is doubtful is told with it."""
        self.show_papers(kind, ids)
        if kind is PaperKind.DRAFT_PLAN and self.plan is not None:
            found = [one for one in doubts(self.plan, today().isoformat()) if one.warning]
            if found:
                messages.warning(" ".join(problem_text(one.problem()) for one in found))

    def _ask(self, signal: object) -> None:
        if self.plan is not None:
            signal.emit(self.plan.id)  # type: ignore[attr-defined]  # a bound signal

    def show_plan(self, campaign_id: str) -> bool:
        """Show this plan; False when it is not here any more."""
        try:
            with self.frame.workspace.read() as session:
                plan = campaign_detail(session, campaign_id)
        except Refused:
            return False
        self.plan = plan
        self.heading.show_name(plan.shown, plan.name)
        self.heading.count.setText(state_text(plan))
        own = is_own(self.frame, plan)
        self.edit.setVisible(own)
        self.make_own.setVisible(not own)
        self.open_button.setVisible(plan.opened_on is None and plan.closed_on is None)
        self._waiting = set(self.plan_tabs)
        self._tell_tab()
        return True

    def _show(self, place: int) -> None:
        super()._show(place)
        self._tell_tab()

    def _tell_tab(self) -> None:
        """The tab in sight reads the plan; the others when they come into sight."""
        tab = self.current
        if self.plan is not None and isinstance(tab, CampaignTab) and tab in self._waiting:
            self._waiting.discard(tab)
            tab.show_plan(self.plan)

    def show_tab(self, name: str) -> None:
        """Bring a tab into sight by its name."""
        if name in self.places:
            self.tabs.setCurrentIndex(self.places[name])

    def forget(self, changes: object) -> None:
        super().forget(changes)
        tables = getattr(changes, "tables", None)
        touched = tables is None or bool(tables & PLAN_TABLES)
        if self.plan is not None and touched and not self.show_plan(self.plan.id):
            self.left.emit()

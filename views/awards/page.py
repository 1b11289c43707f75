"""The page "Thi đua – Khen thưởng": one campaign at a time, from the list of who is proposed to the decisions."""

from __future__ import annotations

from collections.abc import Callable

from app.campaigns.queries import CampaignRow, find_campaigns
from app.wording import award_pages as words
from app.wording import frame as frame_words
from views.awards.achievements import AchievementsTab
from views.awards.council import CouncilTab
from views.awards.dossiers import DecisionsTab, DossiersTab
from views.awards.proposals import ProposalsTab
from views.page import WorkFrame
from views.rows_list import add_key
from views.tabbed_page import TabbedPage
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.switch import Switch

#: Under this name the window remembers the campaign that was looked at last.
LAST_CAMPAIGN = "awards.campaign"

Tab = ProposalsTab | AchievementsTab | CouncilTab | DossiersTab | DecisionsTab


class AwardsPage(TabbedPage):
    """It receives the id of a campaign. Ctrl+N adds somebody to the list."""

    paper_room = 540

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__(frame, frame_words.AWARDS_PAGE)
        self.campaign = ChoiceEdit(width=270)
        self.campaign.setAccessibleName(words.CAMPAIGN)
        self.campaign.field.setPlaceholderText(words.CAMPAIGN_HINT)
        self.switch = Switch((words.PROPOSALS, words.QUOTAS))
        self.proposals = ProposalsTab(frame, self.switch)
        self.achievements, self.council = AchievementsTab(frame), CouncilTab(frame)
        self.dossiers, self.decisions = DossiersTab(frame), DecisionsTab(frame)
        self._tabs: list[Tab] = []
        self._add(self.proposals, words.PROPOSED_TAB, words.SUBMISSION, self.proposals.submission)
        self._add(self.achievements, words.ACHIEVEMENTS_TAB, words.NOTE_ACHIEVEMENT.rstrip("…"), self.achievements.note)
        self._add(self.council, words.COUNCIL_TAB, words.ADD_MEETING, self.council.add)
        self._add(self.dossiers, words.DOSSIERS_TAB, words.SEND_ON, self.dossiers.send_on)
        self._add(self.decisions, words.DECISIONS_TAB, words.DECIDE, self.decisions.decide)
        self.add_beside_tabs(self.switch)
        self.heading.put_before_filled(self.campaign)
        self.tabs.currentChanged.connect(lambda place: self.switch.setVisible(place == 0))
        self.tabs.setCurrentIndex(0)
        self.campaign.changed.connect(self._choose)
        self._offer(frame.memory.get(LAST_CAMPAIGN))
        add_key(self, "Ctrl+N", self.proposals.add)

    def _add(self, tab: Tab, title: str, filled: str, slot: Callable[[], object]) -> None:
        self._tabs.append(tab)
        self.add_tab(tab, title, filled, slot)
        tab.paper_asked.connect(self.show_papers)

    def _offer(self, wanted: str | None) -> None:
        """The campaigns to choose from; the one wanted, else one that is open, else the first."""
        with self.frame.workspace.read() as session:
            found = find_campaigns(session)
        self.campaign.set_choices([Choice(one.id, one.shown) for one in found])
        chosen = next((one for one in found if one.id == wanted), None) or next(filter(_open, found), None)
        chosen = chosen or next(iter(found), None)
        self.campaign.set_value(chosen.id if chosen else None)
        self._show_campaign(chosen.id if chosen else None)

    def _choose(self) -> None:
        chosen = self.campaign.value()
        if chosen is not None:
            self.frame.memory.put(LAST_CAMPAIGN, chosen)
            self.close_paper()
            self._show_campaign(chosen)

    def _show_campaign(self, campaign_id: str | None) -> None:
        for tab in self._tabs:
            tab.show_campaign(campaign_id)

    def receive(self, request: object) -> None:
        if isinstance(request, str):
            self._offer(request)

    def forget(self, changes: object) -> None:
        tables = getattr(changes, "tables", None)
        if tables is None or "campaign" in tables:
            self._offer(self.campaign.value())
        super().forget(changes)


def _open(one: CampaignRow) -> bool:
    return bool(one.opened_on) and not one.closed_on

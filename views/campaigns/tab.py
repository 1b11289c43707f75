"""A tab of a plan's page."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal

from app.campaigns.facts import CampaignDetail
from views.page import Page, WorkFrame

#: The tables a plan is kept in.
PLAN_TABLES = frozenset(
    {
        "campaign",
        "campaign_run",
        "campaign_text",
        "campaign_unit",
        "campaign_target",
        "campaign_task",
        "campaign_deadline",
        "award_form",
        "quota_rule",
    }
)


class CampaignTab(Page):
    """A new tab is a class with `name` (by which pages ask for it) and `title`, and one line in `views.campaigns.tabs`.

    `show_plan` comes when a plan is opened and after each change of it. `filled` names the page's filled button while
    the tab is in sight and `act` is what it does. `paper_asked` carries a kind of paper and the ids it is about.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    filled: ClassVar[str] = ""
    #: Whether it is about houses: an agency that only raises money has none and does not see it.
    of_houses: ClassVar[bool] = False
    paper_asked = Signal(object, object)
    #: Another tab of the same plan, by its title.
    tab_asked = Signal(str)

    def __init__(self, frame: WorkFrame) -> None:
        super().__init__()
        self.frame = frame
        self.plan: CampaignDetail | None = None

    def show_plan(self, plan: CampaignDetail) -> None:
        """Show this plan."""
        self.plan = plan

    def act(self) -> None:
        """The filled button."""

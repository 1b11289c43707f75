"""The tabs of a plan's page, in their order."""

from __future__ import annotations

from views.campaigns.activity_tabs import PublicityTab, VisitsTab
from views.campaigns.bases_tab import BasesTab
from views.campaigns.deadlines_tab import DeadlinesTab
from views.campaigns.houses_tab import HousesTab
from views.campaigns.petitions_tab import PetitionsTab
from views.campaigns.summary_tab import SummaryTab
from views.campaigns.tab import CampaignTab
from views.campaigns.targets_tab import TargetsTab
from views.campaigns.tasks_tab import TasksTab

TABS: tuple[type[CampaignTab], ...] = (
    SummaryTab,
    TargetsTab,
    HousesTab,
    TasksTab,
    DeadlinesTab,
    PublicityTab,
    VisitsTab,
    PetitionsTab,
    BasesTab,
)

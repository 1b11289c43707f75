"""The tabs of a plan's page, in their order."""

from __future__ import annotations

from views.campaigns.bases_tab import BasesTab
from views.campaigns.summary_tab import SummaryTab
from views.campaigns.tab import CampaignTab
from views.campaigns.tasks_tab import TasksTab

TABS: tuple[type[CampaignTab], ...] = (
    SummaryTab,
    TasksTab,
    BasesTab,
)

"""The tabs of a dossier, each a panel that a room offers; loaded when the dossier is first opened."""

from __future__ import annotations

from models.vocabulary import Stage, Status
from views.dossier.history import HistoryPanel
from views.page import Panel

#: Where the next step of a house is taken: the name of a tab (`tab_kinds`).
_NEXT: dict[Status | None, str] = {
    None: "household",
    Status.REGISTERED: "condition",
    Status.SURVEYED: "support",
    Status.VILLAGE_REVIEWED: "support",
    Status.POSTED: "support",
    Status.SUBMITTED: "support",
    Status.APPROVED: "construction",
    Status.STARTED: "construction",
    Status.IN_PROGRESS: "construction",
    Status.ACCEPTED: "handover",
    Status.ON_HOLD: "support",
}


def tab_kinds() -> dict[str, type[Panel]]:
    """The panels in the order of their tabs, by name."""
    from views.construction.panel import ConstructionPanel
    from views.funding.panel import MoneyPanel
    from views.giving.panel import GivingPanel
    from views.handover.panel import HandoverPanel
    from views.households.panels import ConditionPanel, HouseholdPanel
    from views.paperwork.panel import PapersPanel
    from views.support.panel import SupportPanel

    return {
        "household": HouseholdPanel,
        "condition": ConditionPanel,
        "support": SupportPanel,
        "construction": ConstructionPanel,
        "money": MoneyPanel,
        "giving": GivingPanel,
        "handover": HandoverPanel,
        "papers": PapersPanel,
        "history": HistoryPanel,
    }


def next_tab(status: Status | None, stage: Stage | None = None) -> str:
    """The tab on which the next step of a house in this status, with this stage done, is taken."""
    if status is Status.IN_PROGRESS and stage is Stage.FINISH:
        return "handover"
    return _NEXT.get(status, "household")

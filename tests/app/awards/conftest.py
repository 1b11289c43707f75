"""A commune that runs the plans of Sóc Trăng and Mường Lay, with people who take part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.awards.drafts import ParticipantDraft
from app.awards.facts import ParticipantRow
from app.awards.operations import save_participant
from app.awards.queries import participants
from app.campaigns.queries import CampaignDetail, campaign_detail, campaign_named
from app.workspace import Workspace

Adder = Callable[..., ParticipantRow]


def plan_of(workspace: Workspace, code: str) -> CampaignDetail:
    """A bundled plan with its parts."""
    with workspace.read() as session:
        return campaign_detail(session, campaign_named(session, code).id)


@pytest.fixture
def soc_trang(commune: Workspace) -> CampaignDetail:
    """The plan with tiers, open edges and fixed groups."""
    return plan_of(commune, "soc-trang-2023")


@pytest.fixture
def muong_lay(commune: Workspace) -> CampaignDetail:
    """The plan with many forms, quotas handed down and abolished issuers."""
    return plan_of(commune, "muong-lay-2024")


@pytest.fixture
def add(commune: Workspace) -> Adder:
    """Adds somebody to a campaign; the unit by its name."""

    def adding(
        plan: CampaignDetail, name: str, kind: str = "collective", unit: str = "", **more: object
    ) -> ParticipantRow:
        found = next((one.id for one in plan.units if one.name == unit), None)
        draft = ParticipantDraft(plan.id, kind, name, unit_id=found, **more)  # type: ignore[arg-type]
        _, made, _ = save_participant(commune, draft)
        with commune.read() as session:
            (row,) = participants(session, ids=[made])
        return row

    return adding


def form_id(plan: CampaignDetail, code: str) -> str:
    """The id of a form of award."""
    return next(one.id for one in plan.forms if one.code == code)

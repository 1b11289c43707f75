"""What the tests of the pages of money start from: the page over an office, and a source with money."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.funding.drafts import ContributionDraft, SourceDraft
from app.funding.operations import add_source, contribute
from app.workspace import Workspace
from models.vocabulary import ContributionKind, SourceKind
from tests.payment_day import FUND
from tests.views.office import Office, settled
from views.funding.page import FundingPage
from views.runner import Runner

W = TypeVar("W", bound=QWidget)
NAME = "Quỹ Vì người nghèo"


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


def shown(qtbot: QtBot, office: Office) -> FundingPage:
    page = FundingPage(office)
    qtbot.addWidget(page)
    office.runner.changed.connect(page.forget)
    page.resize(1140, 620)
    page.show()
    settled(qtbot, office.runner)
    return page


def form(page: QWidget, kind: type[W]) -> W:
    return page.findChildren(kind)[-1]


def with_source(commune: Workspace, amount: int = 25_000_000) -> None:
    add_source(commune, SourceDraft(FUND, NAME, SourceKind.FUND_FOR_POOR))
    if amount:
        contribute(commune, [ContributionDraft(FUND, ContributionKind.TRANSFER, "2026-06-01", amount)])

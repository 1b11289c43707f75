"""With letters at 150 % every page fits 1366 pixels beside the navigation: houses, papers, plans, awards, reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.make import make_approved, make_case
from tests.views.office import Office, settled
from views import style
from views.awards.page import AwardsPage
from views.campaigns.page import CampaignsPage
from views.dossier.page import DossierPage
from views.households.new_page import NewHouseholdPage
from views.households.page import HouseholdsPage
from views.lists.import_page import ImportPage
from views.navigation import WIDTH
from views.page import Page
from views.paperwork.page import PaperworkPage
from views.reports.page import ReportsPage
from views.reports.today import TodayPage
from views.runner import Runner

SCREEN = 1366
_PAGES = (
    *(TodayPage, HouseholdsPage, NewHouseholdPage, ImportPage, DossierPage),
    *(CampaignsPage, AwardsPage, ReportsPage, PaperworkPage),
)


@pytest.mark.parametrize("make", _PAGES)
def test_a_page_fits_a_small_screen_with_large_letters(
    qtbot: QtBot, commune: Workspace, runner: Runner, make: Callable[[Office], Page]
) -> None:
    style.scale.set_percent(150)
    make_approved(commune, make_case(commune, "Nguyễn Phúc Hoàng Thị Kim Ngân Thùy Dương Ánh Nguyệt"))
    page = make(Office(commune, runner))
    qtbot.addWidget(page)
    page.show()
    settled(qtbot, runner)
    assert page.minimumSizeHint().width() <= SCREEN - style.px(WIDTH)

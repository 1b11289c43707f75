"""The places where the tasks of the bundled plans are worked on are pages and tabs that the window has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from app.campaigns.queries import campaign_detail, find_campaigns
from app.wording import frame
from app.workspace import Workspace
from tests.app.giving.conftest import AGENCY
from tests.offices import set_up
from tests.views.office import settled
from tests.window import Recorder
from views import messages as window_messages
from views.memory import ShortMemory
from views.office_window import OfficeWindow
from views.page import PLACE


@pytest.fixture
def window(qtbot: QtBot, commune: Workspace, messages: Recorder) -> Iterator[OfficeWindow]:
    made = OfficeWindow(commune, memory=ShortMemory())
    window_messages.write_to(messages)
    qtbot.addWidget(made)
    made.show()
    settled(qtbot, made.runner)
    yield made
    made.close()


def places(workspace: Workspace) -> set[str]:
    with workspace.read() as session:
        plans = [campaign_detail(session, one.id) for one in find_campaigns(session)]
    named = (one.served_by or "" for plan in plans for one in plan.tasks)
    return {place.strip() for one in named for place in one.split(";") if place.strip()}


def tabs_in_sight(window: OfficeWindow) -> QTabBar:
    page: Any = window.page(window.current or "")
    found: QTabBar = page.plan.tabs if hasattr(page, "plan") else page.tabs
    return found


def test_every_place_of_the_bundled_plans_is_a_page_and_a_tab(qtbot: QtBot, window: OfficeWindow) -> None:
    titles = {entry.title for entry in window.entries.values()}
    missing = []
    for place in sorted(places(window.workspace)):
        title, _, tab = (one.strip() for one in place.partition(frame.PLACE_MARK))
        if title not in titles:
            missing.append(place)
            continue
        window.go(PLACE, place)
        settled(qtbot, window.runner)
        assert window.entries[window.current or ""].title == title
        if tab:
            bar = tabs_in_sight(window)
            if tab not in [bar.tabText(one) for one in range(bar.count())]:
                missing.append(place)
            elif title != frame.CAMPAIGNS_PAGE:
                assert bar.tabText(bar.currentIndex()) == tab
    assert missing == []


def test_an_agency_sees_plans_and_is_told_of_a_page_it_does_not_use(
    qtbot: QtBot, tmp_path: Path, messages: Recorder
) -> None:
    workspace = set_up(tmp_path / "Dữ liệu cơ quan", AGENCY)
    window = OfficeWindow(workspace, memory=ShortMemory())
    window_messages.write_to(messages)
    qtbot.addWidget(window)
    window.show()
    settled(qtbot, window.runner)
    window.go(PLACE, "Chương trình – Phong trào")
    settled(qtbot, window.runner)
    assert window.current == "campaigns"
    page: Any = window.page("campaigns")
    assert "houses" not in page.plan.places
    assert "deadlines" in page.plan.places
    window.go(PLACE, "Kinh phí › Nguồn vốn")
    assert messages.troubles == ["Cơ quan này không dùng trang Kinh phí."]
    window.close()
    workspace.close()

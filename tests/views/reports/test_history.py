"""The page of the office's history."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.make import make_household
from tests.views.office import Office, settled
from views.page import DOSSIER
from views.reports.history import COLUMNS, HistoryPage
from views.runner import Runner


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> HistoryPage:
    household = make_household(office.workspace, "Lò Văn Pâng")
    assert household
    made = HistoryPage(office)
    qtbot.addWidget(made)
    made.show()
    office.runner.changed.connect(made.forget)
    settled(qtbot, office.runner)
    return made


def cell(page: HistoryPage, row: int, name: str) -> str:
    place = [one.name for one in COLUMNS].index(name) + 1
    return str(page.table.index(row, place).data())


def test_who_did_what_when_and_where(page: HistoryPage) -> None:
    assert page.table.count == 2
    assert [cell(page, 0, name) for name in ("by", "action", "households", "rows", "device", "office")] == [
        "Lò Thị Hoa",
        "Ghi hộ",
        "Lò Văn Pâng",
        "1",
        "Máy văn phòng",
        "Phường Mường Lay",
    ]


def test_a_new_change_comes_to_the_top_by_itself(qtbot: QtBot, page: HistoryPage, office: Office) -> None:
    make_household(office.workspace, "Quàng Thị Ín")
    settled(qtbot, office.runner, lambda: page.table.count == 3)
    assert cell(page, 0, "households") == "Quàng Thị Ín"


def test_the_household_of_a_change_can_be_opened(page: HistoryPage, office: Office) -> None:
    page.view.opened.emit(page.table.key_at(0))
    page.view.opened.emit(page.table.key_at(1))
    ((name, household),) = office.gone_to
    assert name == DOSSIER
    assert household


def test_changes_are_searched(qtbot: QtBot, page: HistoryPage, office: Office) -> None:
    page.panel.search.setText("thiet lap")
    qtbot.waitUntil(lambda: page.table.count == 1)
    settled(qtbot, office.runner)
    assert cell(page, 0, "action") == "Thiết lập cơ quan"

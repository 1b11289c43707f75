"""The page "Hộ trùng": pairs are found, looked at side by side and decided, all by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.households.queries import first_page
from app.wording import duplicates as words
from app.workspace import Workspace
from models.household import Household
from tests.app.duplicates.homes import write
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views import style
from views.duplicates.comparison import ONE, OTHER
from views.duplicates.page import DuplicatesPage
from views.navigation import WIDTH
from views.page import DOSSIER, InPair
from views.runner import Runner


@pytest.fixture
def ids(commune: Workspace) -> list[str]:
    """Two pairs; the second of the first pair has a telephone."""
    return write(
        commune,
        {"head_name": "Lò Văn Pâng", "birth": "1962", "citizen_id": "011062001234"},
        {"head_name": "LO VAN PANG", "birth": "1962", "phone": "0912345678", "citizen_id": "11062001234"},
        {"head_name": "Cà Thị Hoà", "birth": "1980"},
        {"head_name": "Cà Thị Hòa", "birth": "1980"},
    )


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.fixture
def page(qtbot: QtBot, ids: list[str], office: Office, messages: Recorder) -> DuplicatesPage:
    made = DuplicatesPage(office)
    qtbot.addWidget(made)
    office.runner.changed.connect(made.forget)
    made.show()
    settled(qtbot, office.runner)
    return made


def shown(page: DuplicatesPage) -> list[str]:
    table = page.waiting.table
    return [row.left.head_name for place in range(table.count) if (row := table.row_at(place))]


def names(page: DuplicatesPage) -> list[str]:
    """The two headings of the comparison."""
    items = [page.pair.table.horizontalHeaderItem(column) for column in (ONE, OTHER)]
    return [item.text() for item in items if item is not None]


def press(page: DuplicatesPage, qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(page.pair.table, key)
    settled(qtbot, page.frame.runner)


def test_pairs_stand_in_the_list_with_why_the_likeliest_first(page: DuplicatesPage) -> None:
    assert shown(page) == ["Lò Văn Pâng", "Cà Thị Hoà"]
    row = page.waiting.table.row_at(0)
    assert row is not None
    assert row.why == "Cùng số căn cước (…1234), tên chủ hộ chỉ khác dấu, cùng năm sinh 1962, cùng thôn"


def test_a_pair_is_joined_by_keys_with_what_is_ticked_of_the_second(
    page: DuplicatesPage, qtbot: QtBot, commune: Workspace, ids: list[str], messages: Recorder
) -> None:
    page.compare()
    settled(qtbot, page.frame.runner)
    assert names(page) == ["Hộ thứ nhất: Lò Văn Pâng", "Hộ thứ hai: LO VAN PANG"]
    assert page.pair.table.taken() == {"phone": ids[1]}
    press(page, qtbot, Qt.Key.Key_Space)  # the name, the first line
    assert page.pair.table.taken() == {"head_name": ids[1], "phone": ids[1]}
    press(page, qtbot, Qt.Key.Key_Space)
    press(page, qtbot, Qt.Key.Key_1)
    assert messages.successes == [words.JOINED.format(one="Lò Văn Pâng", other="LO VAN PANG")]
    with commune.read() as session:
        assert len(first_page(session)) == 3
        row = session.get(Household, ids[0])
        assert row is not None
        assert (row.head_name, row.phone) == ("Lò Văn Pâng", "0912345678")
    assert names(page) == ["Hộ thứ nhất: Cà Thị Hoà", "Hộ thứ hai: Cà Thị Hòa"], "on to the next pair"


def test_two_households_told_apart_leave_the_list_and_can_come_back(
    page: DuplicatesPage, qtbot: QtBot, office: Office, ids: list[str]
) -> None:
    page.receive(InPair(ids[2], ids[3]))
    settled(qtbot, office.runner)
    press(page, qtbot, Qt.Key.Key_2)
    press(page, qtbot, Qt.Key.Key_Escape)
    assert shown(page) == ["Lò Văn Pâng"]
    page.show_tab_called(words.DECIDED)
    settled(qtbot, office.runner)
    page.decided.view.selectRow(0)
    page.part.click()
    settled(qtbot, office.runner)
    assert shown(page) == ["Lò Văn Pâng", "Cà Thị Hoà"]


def test_a_dossier_is_opened_from_the_pair(page: DuplicatesPage, qtbot: QtBot, office: Office, ids: list[str]) -> None:
    page.receive(InPair(ids[0], ids[1]))
    settled(qtbot, office.runner)
    page.pair.open_other.click()
    assert office.gone_to[-1] == (DOSSIER, ids[1])


def test_the_pair_fits_a_small_screen_with_large_letters(
    page: DuplicatesPage, qtbot: QtBot, office: Office, ids: list[str]
) -> None:
    style.scale.set_percent(150)
    page.receive(InPair(ids[0], ids[1]))
    settled(qtbot, office.runner)
    assert page.minimumSizeHint().width() <= 1366 - style.px(WIDTH)

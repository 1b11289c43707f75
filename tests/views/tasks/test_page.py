"""Decisions one at a time: what is shown is words, keys decide, and what is alike is decided together."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.actions import Action
from app.exchange.merging import receive_packages
from app.exchange.packing import export_packages
from app.exchange.task import Task
from app.exchange.tasks import list_tasks
from app.workspace import Workspace
from models.household import Household
from models.vocabulary import TaskKind
from tests.make import make_household
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.page import DOSSIER, EXCHANGE, OfLaptop
from views.runner import Runner
from views.tasks.page import TasksPage
from views.tasks.waiting import Waiting
from views.widgets.choice_card import ChoiceCard


def edit(workspace: Workspace, household: str, **values: object) -> None:
    with workspace.change(Action.SAVE_HOUSEHOLD) as change:
        row = change.session.get(Household, household)
        assert row is not None
        for name, value in values.items():
            setattr(row, name, value)


def send(sender: Workspace, receiver: Workspace, folder: Path) -> None:
    made = export_packages(sender, folder, [receiver.author.office])
    receive_packages(receiver, [one.file for one in made])


@pytest.fixture
def households(commune: Workspace, upper: Workspace, tmp_path: Path) -> list[str]:
    """Three households of which the upper office proposes another category and birth."""
    made = [make_household(commune, name) for name in ("Lò Văn Pâng", "Quàng Thị Ín", "Vì Văn Siêng")]
    send(commune, upper, tmp_path / "up")
    for one in made:
        edit(upper, one, category="near_poor", birth="1970-03-05")
    send(upper, commune, tmp_path / "down")
    return made


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.fixture
def page(qtbot: QtBot, households: list[str], office: Office, messages: Recorder) -> TasksPage:
    made = TasksPage(office)
    qtbot.addWidget(made)
    made.show()
    office.runner.changed.connect(made.forget)
    settled(qtbot, office.runner)
    return made


def proposals(workspace: Workspace) -> int:
    return sum(one.kind is TaskKind.PROPOSAL for one in list_tasks(workspace))


def tab(page: TasksPage, kind: TaskKind) -> None:
    page.tabs.setCurrentIndex([page.tabs.tabData(place) for place in range(page.tabs.count())].index(kind))


def test_only_kinds_with_something_have_a_tab(page: TasksPage) -> None:
    titles = [page.tabs.tabText(place) for place in range(page.tabs.count())]
    assert titles == ["Đề nghị sửa (6)", "Máy mới (1)"]


def test_values_are_words_and_say_whose_they_are(page: TasksPage) -> None:
    shown = {card.value for place in range(page.list.count()) for card in _cards_at(page, place)}
    assert {"Hộ nghèo", "Hộ cận nghèo", "1972", "05/03/1970"} <= shown
    assert "Trần Văn Minh · Sở Xây dựng tỉnh Điện Biên" in page.decision.cards[1].byline
    assert page.decision.cards[0].caption == "Đang dùng"


def test_a_value_says_on_which_laptop_and_in_which_package_it_came(page: TasksPage, tmp_path: Path) -> None:
    (file,) = (tmp_path / "down").iterdir()
    own, proposed = (card.byline.splitlines()[1] for card in page.decision.cards)
    assert own == "Trên máy “Máy văn phòng”"
    assert proposed == f"Trên máy “Máy sở” · Gói {file.name}"


def _cards_at(page: TasksPage, place: int) -> list[ChoiceCard]:
    page.list.setCurrentRow(place)
    return list(page.decision.cards)


def test_a_key_decides_and_the_next_one_comes(
    qtbot: QtBot, page: TasksPage, office: Office, messages: Recorder
) -> None:
    first = page.current
    QTest.keyClick(page.list, Qt.Key.Key_2)
    settled(qtbot, office.runner, lambda: proposals(office.workspace) == 5)
    assert first is not None
    assert messages.successes == [f"Đã ghi quyết định cho {first.household_name}."]
    assert messages.undo is None
    assert page.current is not None
    assert page.current != first


def test_the_same_for_all_of_this_kind(qtbot: QtBot, page: TasksPage, office: Office, messages: Recorder) -> None:
    task = page.current
    assert task is not None
    assert page.decision.alike.text() == "Làm tương tự cho 2 việc cùng loại"
    assert "Phím T" in page.decision.help.text()
    QTest.keyClick(page.list, Qt.Key.Key_T)
    assert page.decision.alike.isChecked()
    QTest.keyClick(page.list, Qt.Key.Key_2)
    settled(qtbot, office.runner, lambda: proposals(office.workspace) == 3)
    assert messages.successes == ["Đã ghi quyết định cho 3 việc."]
    assert {one.field for one in list_tasks(office.workspace) if one.kind is TaskKind.PROPOSAL} != {task.field}


def test_digits_in_the_reason_decide_nothing(page: TasksPage, office: Office) -> None:
    page.decision.reason.setFocus()
    QTest.keyClicks(page.decision.reason, "theo so 12")
    assert page.decision.reason.text() == "theo so 12"
    assert proposals(office.workspace) == 6


def test_the_household_can_be_opened_first(page: TasksPage, office: Office) -> None:
    task = page.current
    assert task is not None
    page.decision.open_button.click()
    assert office.gone_to == [(DOSSIER, task.household)]


def test_a_new_laptop_is_looked_at_where_its_code_stands(page: TasksPage, office: Office, upper: Workspace) -> None:
    tab(page, TaskKind.DEVICE)
    assert "Máy sở" in page.decision.sentence.text()
    page.decide(1)
    assert office.gone_to == [(EXCHANGE, OfLaptop(upper.author.device))]
    assert [one for one in list_tasks(office.workspace) if one.kind is TaskKind.DEVICE]


def test_nothing_to_decide_says_so(qtbot: QtBot, commune: Workspace, runner: Runner) -> None:
    page = TasksPage(Office(commune, runner))
    qtbot.addWidget(page)
    page.show()
    settled(qtbot, runner)
    assert page.tabs.isHidden()
    assert page.empty.sentence.isVisible()
    assert page.empty.sentence.text() == "Không có việc cần quyết định."
    page.decide(1)
    assert not runner.busy


def test_copied_folders_and_gaps_are_answered_alike_and_laptops_one_by_one() -> None:
    kinds = (TaskKind.FORK, TaskKind.GAP, TaskKind.CLOCK, TaskKind.DEVICE)
    tasks = [Task(f"{kind}:{number}", kind, "…", ask=f"0315{number}") for kind in kinds for number in (1, 2, 3)]
    waiting = Waiting(tasks)
    alike = {kind: waiting.alike(next(one for one in tasks if one.kind is kind)) for kind in kinds}
    assert alike == {kind: [] if kind is TaskKind.DEVICE else [f"{kind}:2", f"{kind}:3"] for kind in kinds}, (
        "two people compare each code"
    )

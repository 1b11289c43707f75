"""Households that may be one among the decisions: compared on their own page, or told apart here."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from models.vocabulary import TaskKind
from tests.app.duplicates.homes import write
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.page import DUPLICATES, InPair
from views.runner import Runner
from views.tasks.page import TasksPage


def test_a_pair_is_compared_on_its_page_or_told_apart_here(
    qtbot: QtBot, commune: Workspace, runner: Runner, messages: Recorder
) -> None:
    one, other = write(
        commune, {"head_name": "Cà Thị Hoà", "birth": "1980"}, {"head_name": "Cà Thị Hòa", "birth": "1980"}
    )
    office = Office(commune, runner)
    page = TasksPage(office)
    qtbot.addWidget(page)
    runner.changed.connect(page.forget)
    settled(qtbot, runner)
    task = page.current
    assert task is not None
    assert task.kind is TaskKind.DUPLICATE
    assert task.text.startswith("Cà Thị Hoà và Cà Thị Hòa có thể là một hộ, khả năng 89%: cùng tên chủ hộ")
    page.decision.compare_button.click()
    assert office.gone_to[-1] == (DUPLICATES, InPair(one, other))
    page.decide(1)
    settled(qtbot, runner)
    assert page.current is None
    assert messages.successes == ["Đã ghi quyết định cho Cà Thị Hoà."]

"""Points to look at under Cần xử lý: an answer needs its written reason, and the dossier opens where one looks."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.exchange.tasks import list_tasks
from app.flags.queries import is_flag
from app.workspace import Workspace
from models.vocabulary import TaskKind
from tests.make import make_approved, make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.page import DOSSIER, InTab
from views.runner import Runner
from views.tasks.page import TasksPage


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    cases = [make_case(commune, name, bank_holder="Quàng Thị Ín") for name in ("Lò Văn Pâng", "Vì Văn Siêng")]
    make_approved(commune, *cases)
    return Office(commune, runner)


@pytest.fixture
def page(qtbot: QtBot, office: Office, messages: Recorder) -> TasksPage:
    made = TasksPage(office)
    office.runner.changed.connect(made.forget)
    qtbot.addWidget(made)
    made.show()
    settled(qtbot, office.runner, lambda: bool(made.shown))
    return made


def open_points(office: Office) -> list[str]:
    return [one.field or "" for one in list_tasks(office.workspace) if is_flag(one.id)]


def test_points_stand_in_their_tab_with_what_to_do(page: TasksPage, office: Office) -> None:
    assert page.tabs.tabText(0) == "Điểm cần kiểm tra (4)"
    assert {one.kind for one in page.shown} == {TaskKind.RED_FLAG}
    assert page.list.item(0).text() == "Lò Văn Pâng\nChủ tài khoản khác chủ hộ"
    assert page.decision.sentence.text() == "Lò Văn Pâng: Chủ tài khoản “Quàng Thị Ín” không phải chủ hộ."
    assert page.decision.explained.text().startswith("Sửa tài khoản, hoặc kiểm tra giấy ủy quyền")
    assert [card.number for card in page.decision.cards] == [1]
    page.decision.open_button.click()
    first = page.current
    assert first is not None
    assert office.gone_to[-1] == (DOSSIER, InTab(str(first.household), "household"))


def test_an_answer_without_a_reason_is_asked_for_one(
    qtbot: QtBot, page: TasksPage, office: Office, messages: Recorder
) -> None:
    page.decide(1)
    assert page.decision.reason.placeholderText() == "Lý do (bắt buộc)"
    assert len(open_points(office)) == 4
    page.decision.reason.setText("Có giấy ủy quyền")
    page.decision.alike.setChecked(True)
    page.decide(1)
    settled(qtbot, office.runner, lambda: len(page.shown) == 2)
    assert open_points(office) == ["tranche_not_claimed"] * 2

"""Points to look at under Cần xử lý: an answer needs its written reason, and the dossier opens where one looks."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.exchange.tasks import list_tasks
from app.flags.queries import is_flag
from app.parsing import today
from app.workspace import Workspace
from models.vocabulary import TaskKind
from tests.make import make_approved, make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.page import DOSSIER, FLAGS_FOUND, InTab
from views.reports.today import TodayPage
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


# An office of many houses


@pytest.fixture
def wide(qtbot: QtBot, office: Office, messages: Recorder, monkeypatch: pytest.MonkeyPatch) -> TasksPage:
    """The page of an office whose points are found apart from its decisions."""
    monkeypatch.setattr("app.flags.queries.MOST_AT_ONCE", 1)
    monkeypatch.setattr("views.tasks.page.TITLES", 2)
    made = TasksPage(office)
    office.runner.changed.connect(made.forget)
    qtbot.addWidget(made)
    made.show()
    settled(qtbot, office.runner, lambda: len(made.shown) == 4)
    return made


def test_points_of_many_houses_are_found_once_and_again_when_asked(
    qtbot: QtBot, wide: TasksPage, office: Office
) -> None:
    assert wide.search.isVisible()
    assert wide.search.text.text().startswith("Có 4 điểm cần kiểm tra, tìm lúc ")
    assert office.memory.get(FLAGS_FOUND) == f"4 {today().isoformat()}"
    make_approved(office.workspace, make_case(office.workspace, "Lò Văn Ba", bank_holder="Quàng Thị Ín"))
    settled(qtbot, office.runner, lambda: "số liệu đã đổi" in wide.search.text.text())
    assert len(wide.shown) == 4
    wide.search.button.click()
    settled(qtbot, office.runner, lambda: len(wide.shown) == 6)
    assert wide.search.button.isEnabled()


def test_the_list_of_many_points_grows_as_one_comes_to_its_end(wide: TasksPage) -> None:
    assert wide.tabs.tabText(0) == "Điểm cần kiểm tra (4)"
    assert wide.list.count() < len(wide.shown)
    wide.list.setCurrentRow(wide.list.count() - 1)
    wide.list.verticalScrollBar().setValue(wide.list.verticalScrollBar().maximum())
    wide._scrolled(wide.list.verticalScrollBar().maximum())
    assert wide.list.count() == len(wide.shown)
    assert wide.current is not None


def test_the_points_of_one_kind_alone_are_chosen_with_their_number(wide: TasksPage) -> None:
    offered = [wide.search.codes.itemText(one) for one in range(wide.search.codes.count())]
    assert offered == [
        "Mọi điểm cần kiểm tra (4)",
        "Chủ tài khoản khác chủ hộ (2)",
        "Đã duyệt, chưa chi (2)",
    ]
    wide.search.codes.setCurrentIndex(2)
    assert [one.field for one in wide.shown] == ["tranche_not_claimed"] * 2
    wide.search.codes.setCurrentIndex(0)
    assert len(wide.shown) == 4


def test_answered_points_leave_the_list_without_finding_all_again(
    qtbot: QtBot, wide: TasksPage, office: Office
) -> None:
    wide.decision.reason.setText("Có giấy ủy quyền")
    wide.decision.alike.setChecked(True)
    wide.decide(1)
    settled(qtbot, office.runner, lambda: len(wide.shown) == 2)
    assert "số liệu đã đổi" not in wide.search.text.text()
    assert open_points(office) == ["tranche_not_claimed"] * 2


def test_finding_that_was_stopped_says_so(qtbot: QtBot, wide: TasksPage, office: Office) -> None:
    wide.find_points()
    office.runner.stop()
    settled(qtbot, office.runner, wide.search.button.isEnabled)
    assert wide.search.text.text() == "Chưa tìm xong điểm cần kiểm tra."
    assert len(wide.shown) == 4


def test_the_first_page_does_not_look_for_the_points_of_many_houses(
    qtbot: QtBot, office: Office, messages: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.flags.queries.MOST_AT_ONCE", 1)
    page = TodayPage(office)
    qtbot.addWidget(page)
    settled(qtbot, office.runner, lambda: page.facts is not None)
    buttons = {one.text.text(): one.button for one in page.sentences}
    assert buttons["Điểm cần kiểm tra: nhiều hộ nên chỉ tìm khi mở trang Cần xử lý"].text() == "Tìm"
    office.memory.put(FLAGS_FOUND, "83559 2026-11-20")
    page.show()
    told = "83.559 điểm cần kiểm tra, tìm ngày 20/11/2026"
    settled(qtbot, office.runner, lambda: told in [one.text.text() for one in page.sentences])
    next(one for one in page.sentences if one.text.text() == told).button.click()
    assert office.gone_to[-1] == ("tasks", None)

"""Decisions on screen: a batch says what it will do, does it as one change, and is corrected with a reason."""

from __future__ import annotations

from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.support.queries import case_facts, case_state
from app.undo import next_undo
from app.workspace import Workspace
from models.vocabulary import Status
from tests.make import FUND, make_approved, make_case, make_household
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.page import DOSSIER, InList
from views.runner import Runner
from views.support.decision_form import CorrectionForm, DecisionForm
from views.support.page import SupportPage
from views.support.panel import SupportPanel

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.fixture
def page(qtbot: QtBot, office: Office, messages: Recorder) -> SupportPage:
    return shown(qtbot, office, SupportPage(office))


def shown(qtbot: QtBot, office: Office, made: W) -> W:
    qtbot.addWidget(made)
    office.runner.changed.connect(made.forget)  # type: ignore[attr-defined]
    made.resize(1140, 580)
    made.show()
    settled(qtbot, office.runner)
    return made


def reload(qtbot: QtBot, page: SupportPage) -> None:
    page.forget(None)
    settled(qtbot, page.frame.runner)


def form(page: QWidget, kind: type[W]) -> W:
    return page.findChildren(kind)[-1]


def statuses(workspace: Workspace, *cases: str) -> list[Status]:
    with workspace.read() as session:
        facts = case_facts(session, cases)
    return [case_state(facts[one]).status for one in cases]


def open_form(qtbot: QtBot, page: SupportPage) -> DecisionForm:
    page.filled.click()
    settled(qtbot, page.frame.runner)
    return form(page, DecisionForm)


@pytest.mark.parametrize("size", [0, 3, 130])
def test_the_list_keeps_qts_contract(
    qtbot: QtBot, qtmodeltester: Any, office: Office, messages: Recorder, size: int
) -> None:
    for number in range(size):
        make_household(office.workspace, f"Lò Văn Pâng {number}")
    page = shown(qtbot, office, SupportPage(office))
    table = page.decisions.waiting.table
    assert table.count == size
    qtmodeltester.check(table)


def test_a_batch_says_who_can_go_and_does_them_as_one_change(
    qtbot: QtBot, page: SupportPage, office: Office, messages: Recorder
) -> None:
    ready = [make_case(office.workspace, "Lò Văn Pâng"), make_case(office.workspace, "Quàng Thị Ín")]
    without_type = make_case(office.workspace, "Cà Văn Ánh", work_type=None)
    reload(qtbot, page)
    page.decisions.waiting.table.tick_all_shown()
    opened = open_form(qtbot, page)
    opened.fields.number.setText("52/QĐ-UBND")
    QTest.keyClicks(opened.fields.decided_on, "200825")
    opened.preview()
    assert opened.box.lines[:2] == ["2 hộ làm được", "1 hộ chưa được vì:"]
    assert any("họp bình xét" in line for line in opened.box.lines)
    assert opened.confirm.text() == "Ghi quyết định cho 2 hộ"
    assert "120.000.000 đồng" in opened.sum.text()
    opened.confirm.click()
    settled(qtbot, office.runner)
    assert statuses(office.workspace, *ready, without_type) == [Status.APPROVED, Status.APPROVED, Status.REGISTERED]
    assert messages.successes == ["Đã ghi quyết định số 52/QĐ-UBND cho 2 hộ. Còn 1 hộ chưa ghi được, vẫn ở danh sách."]
    assert next_undo(office.workspace) == "APPROVE"
    assert messages.undo is not None
    messages.undo()
    assert statuses(office.workspace, *ready) == [Status.REGISTERED, Status.REGISTERED]


def test_one_amount_typed_goes_to_every_house_of_the_batch(
    qtbot: QtBot, page: SupportPage, office: Office, messages: Recorder
) -> None:
    case = make_case(office.workspace, work_type=None)
    reload(qtbot, page)
    opened = open_form(qtbot, page)
    opened.fields.number.setText("52/QĐ-UBND")
    QTest.keyClicks(opened.fields.decided_on, "20/8/2025")
    QTest.keyClicks(opened.amount, "45tr")
    QTest.keyClick(opened, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        assert case_state(case_facts(session, [case])[case]).approved_amount == 45_000_000


def test_a_decision_without_number_or_day_is_not_made_and_says_where(
    qtbot: QtBot, page: SupportPage, office: Office, messages: Recorder
) -> None:
    case = make_case(office.workspace)
    reload(qtbot, page)
    opened = open_form(qtbot, page)
    opened.confirm.click()
    assert opened.marks.count >= 2
    assert opened.isVisible()
    assert statuses(office.workspace, case) == [Status.REGISTERED]
    opened.reject()


def test_a_household_nobody_opened_a_case_for_is_decided_in_the_chosen_programme(
    qtbot: QtBot, page: SupportPage, office: Office, messages: Recorder
) -> None:
    make_household(office.workspace, "Giàng A Súa")
    office.programme = FUND
    page.programme_changed()
    settled(qtbot, office.runner)
    opened = open_form(qtbot, page)
    opened.fields.number.setText("7/QĐ-MTTQ")
    QTest.keyClicks(opened.fields.decided_on, "20/8/2025")
    QTest.keyClicks(opened.amount, "30000000")
    opened.confirm.click()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        [facts] = case_facts(session).values()
    assert facts.programme is not None
    assert (facts.programme.id, case_state(facts).approved_amount) == (FUND, 30_000_000)


def test_decisions_are_taken_back_only_with_a_reason(
    qtbot: QtBot, page: SupportPage, office: Office, messages: Recorder
) -> None:
    case = make_case(office.workspace)
    make_approved(office.workspace, case)
    page.switch.choose(1)
    reload(qtbot, page)
    page.decisions.correct()
    settled(qtbot, office.runner)
    opened = form(page, CorrectionForm)
    opened.confirm.click()
    assert opened.marks.count == 1
    QTest.keyClicks(opened.reason, "Ghi nham ho")
    opened.confirm.click()
    settled(qtbot, office.runner)
    assert statuses(office.workspace, case) == [Status.REGISTERED]


def test_a_wrong_number_is_written_again_and_the_amount_stays(
    qtbot: QtBot, page: SupportPage, office: Office, messages: Recorder
) -> None:
    case = make_case(office.workspace)
    make_approved(office.workspace, case, amount=55_000_000)
    page.switch.choose(1)
    reload(qtbot, page)
    page.decisions.correct()
    settled(qtbot, office.runner)
    opened = form(page, CorrectionForm)
    opened.again.setChecked(True)
    opened.fields.number.setText("54/QĐ-UBND")
    opened.reason.setText("Gõ đảo số")
    opened.confirm.click()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        decision = case_state(case_facts(session, [case])[case]).decision
    assert decision is not None
    assert (decision.number, decision.amount) == ("54/QĐ-UBND", 55_000_000)


def test_enter_opens_the_dossier_and_goes_on_through_the_list(
    qtbot: QtBot, page: SupportPage, office: Office, messages: Recorder
) -> None:
    first = make_household(office.workspace, "Cà Văn Ánh")
    second = make_household(office.workspace, "Lò Văn Pâng")
    reload(qtbot, page)
    page.decisions.waiting.view.go_to(0)
    QTest.keyClick(page.decisions.waiting.view, Qt.Key.Key_Return)
    [(name, request)] = office.gone_to
    assert isinstance(request, InList)
    assert (name, request.household_id, request.step(1), request.step(1)) == (DOSSIER, first, second, None)


def test_an_empty_page_says_what_to_do(page: SupportPage) -> None:
    assert page.decisions.waiting.panel.empty.sentence.text().startswith("Không còn hộ chờ quyết định.")


def test_the_panel_tells_steps_and_decisions_and_hears_of_changes(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    household = make_household(office.workspace)
    panel = shown(qtbot, office, SupportPanel(office, household))
    assert "Chưa có quyết định phê duyệt." in panel.lines
    case = make_case(office.workspace, "Quàng Thị Ín")
    with office.workspace.read() as session:
        other = case_facts(session, [case])[case].household_id
    panel = shown(qtbot, office, SupportPanel(office, other))
    make_approved(office.workspace, case)
    settled(qtbot, office.runner, lambda: any("45/QĐ-UBND" in line for line in panel.lines))
    assert any(line.endswith("đang dùng") for line in panel.lines)

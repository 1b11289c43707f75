"""Acceptance and handover on screen: cards of checks, batches with receivers, corrections with a reason."""

from __future__ import annotations

from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.construction.drafts import AcceptanceDraft, StageDraft
from app.construction.operations import accept, record_stages
from app.funding.drafts import SourceDraft
from app.funding.operations import add_source
from app.handover.drafts import HandoverDraft, MinutesOptions
from app.handover.issuing import issue_minutes
from app.handover.operations import hand_over
from app.reports.worklists import CaseRow, case_rows
from app.support.queries import CaseFacts, case_facts, case_state
from app.workspace import Workspace
from models.vocabulary import Numbering, Part, SourceKind, Stage, Status
from tests.make import make_approved, make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.half_typed import half_typed
from views.handover.forms import HandoverForm, OneLineForm
from views.handover.page import HandoverPage
from views.handover.panel import HandoverPanel
from views.handover.receivers import RECEIVER, RELATION, THUMBPRINT, ReceiverTable
from views.runner import Runner
from views.short_form import ShortForm

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.fixture
def cases(commune: Workspace) -> list[str]:
    """Three approved houses that are being built, in the order of the list."""
    made = [make_case(commune, name) for name in ("Cà Văn Ánh", "Tòng Văn Ơn", "Lò Văn Pâng")]
    make_approved(commune, *made)
    record_stages(commune, [StageDraft(one, Stage.ROOF, "2025-09-01") for one in made])
    return made


@pytest.fixture
def accepted(commune: Workspace, cases: list[str]) -> list[str]:
    drafts = [AcceptanceDraft(one, "2025-10-20", "36.5", frozenset(Part)) for one in cases]
    accept(commune, drafts)
    return cases


def shown(qtbot: QtBot, office: Office, made: W) -> W:
    qtbot.addWidget(made)
    office.runner.changed.connect(made.forget)  # type: ignore[attr-defined]
    made.resize(1140, 580)
    made.show()
    settled(qtbot, office.runner)
    return made


def facts_of(workspace: Workspace, case: str) -> CaseFacts:
    with workspace.read() as session:
        return case_facts(session, [case])[case]


def row_of(workspace: Workspace, case: str) -> CaseRow:
    with workspace.read() as session:
        [row] = case_rows(session, [case], with_papers=True)
    return row


def last_form(page: QWidget, kind: type[W]) -> W:
    return page.findChildren(kind)[-1]


def test_the_receivers_keep_qts_contract(qtmodeltester: Any, commune: Workspace, cases: list[str]) -> None:
    table = ReceiverTable([facts_of(commune, one) for one in cases])
    table.setData(table.index(0, RECEIVER), "Lò Thị Hoa")
    table.setData(table.index(1, THUMBPRINT), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    qtmodeltester.check(table)


def test_houses_are_accepted_one_after_the_other(
    qtbot: QtBot, office: Office, cases: list[str], messages: Recorder
) -> None:
    page = shown(qtbot, office, HandoverPage(office))
    page.to_accept.table.tick([0, 1], on=True)
    page.filled.click()
    settled(qtbot, office.runner)
    pane, cards = page.acceptance, page.acceptance.cards
    assert pane.row.key == cases[0]
    cards.area.setText("24")
    pane.save(go_on=True)
    assert pane.places.text().startswith("2 chỗ cần xem lại")
    cards.area.setText("36,5")
    for box in cards.hard.values():
        box.setChecked(True)
    cards.materials[Part.ROOF].setText("Tôn")
    QTest.keyClick(cards.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, office.runner)
    state = case_state(facts_of(office.workspace, cases[0]))
    assert state.acceptance is not None
    assert (state.status, state.acceptance.area_m2, state.acceptance.roof) == (Status.ACCEPTED, "36.5", "Tôn")
    assert pane.row.key == cases[1]
    assert cards.area.text() == ""
    cards.exemption.setText("Đất hẹp, hộ một người")
    pane.save(go_on=True)
    settled(qtbot, office.runner, lambda: not page.side.isVisible())
    assert case_state(facts_of(office.workspace, cases[1])).status is Status.ACCEPTED
    assert messages.successes[-1] == "Đã ghi nghiệm thu nhà của hộ Tòng Văn Ơn."


def test_an_acceptance_half_typed_comes_back_for_its_house_only(
    qtbot: QtBot, office: Office, cases: list[str], messages: Recorder
) -> None:
    page = shown(qtbot, office, HandoverPage(office))
    page.receive(cases[0])
    cards = page.acceptance.cards
    cards.area.setText("36,5")
    cards.hard[Part.ROOF].setChecked(True)
    page.keep_typing()
    page.receive(cases[1])
    assert (cards.area.text(), cards.hard[Part.ROOF].isChecked()) == ("", False)
    again = shown(qtbot, office, HandoverPage(office))
    [kept] = half_typed(office.memory)
    assert (kept.title, kept.page, kept.request) == ("Nghiệm thu một nhà", "handover", cases[0])
    again.receive(cases[0])
    cards = again.acceptance.cards
    assert (cards.area.text(), cards.hard[Part.ROOF].isChecked()) == ("36,5", True)
    for box in cards.hard.values():
        box.setChecked(True)
    again.acceptance.save(go_on=True)
    settled(qtbot, office.runner)
    again.keep_draft()
    assert half_typed(office.memory) == []


def test_the_cards_say_what_the_programme_asks(
    qtbot: QtBot, office: Office, cases: list[str], messages: Recorder
) -> None:
    page = shown(qtbot, office, HandoverPage(office))
    page.begin_acceptance()
    settled(qtbot, office.runner)
    assert page.acceptance.cards.area_card.hint.text() == "Chương trình yêu cầu ít nhất 30 m²."
    assert page.acceptance.cards.parts_card.hint.text().endswith("nền, móng; khung, tường; mái.")


def test_a_source_added_meanwhile_takes_part_of_the_cost(
    qtbot: QtBot, office: Office, cases: list[str], messages: Recorder
) -> None:
    page = shown(qtbot, office, HandoverPage(office))
    add_source(office.workspace, SourceDraft("NSTW", "Ngân sách trung ương", SourceKind.CENTRAL_BUDGET))
    page.begin_acceptance()
    settled(qtbot, office.runner, lambda: "NSTW" in page.acceptance.cards.costs)
    cards = page.acceptance.cards
    cards.area.setText("36")
    QTest.keyClicks(cards.costs["NSTW"], "60tr")
    cards.exemption.setText("Nhà nhỏ")
    page.acceptance.save(go_on=False)
    settled(qtbot, office.runner)
    state = case_state(facts_of(office.workspace, cases[0]))
    assert state.acceptance is not None
    assert state.acceptance.costs == '{"NSTW":60000000}'


def test_a_batch_is_handed_over_with_its_receivers(
    qtbot: QtBot, office: Office, accepted: list[str], messages: Recorder
) -> None:
    page = shown(qtbot, office, HandoverPage(office))
    page.tabs.setCurrentIndex(1)
    settled(qtbot, office.runner)
    page.to_hand_over.table.tick_all_shown()
    hand_over(office.workspace, [HandoverDraft(accepted[2], "2025-11-01")])
    page.hand_over()
    settled(qtbot, office.runner)
    form = last_form(page, HandoverForm)
    form.day.set_value("2025-11-18")
    form.place.setText("Nhà văn hóa bản")
    form.takers.setData(form.takers.index(0, RECEIVER), "Cà Thị Hoa")
    form.takers.setData(form.takers.index(0, RELATION), "con gái")
    form.takers.setData(form.takers.index(1, THUMBPRINT), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    form.confirm.click()
    settled(qtbot, office.runner)
    first, second = (case_state(facts_of(office.workspace, one)).handover for one in accepted[:2])
    assert first is not None
    assert second is not None
    assert (first.receiver, first.relation, first.place) == ("Cà Thị Hoa", "con gái", "Nhà văn hóa bản")
    assert (second.receiver, second.thumbprint) == (None, True)
    assert messages.successes[-1].startswith("Đã ghi bàn giao 2 nhà.")


def test_a_house_already_handed_over_is_told_before_the_batch_is_done(
    qtbot: QtBot, office: Office, accepted: list[str], messages: Recorder
) -> None:
    hand_over(office.workspace, [HandoverDraft(accepted[2], "2025-11-01")])
    form = HandoverForm(office, [facts_of(office.workspace, one) for one in accepted])
    qtbot.addWidget(form)
    assert form.box.lines == [
        "2 nhà làm được",
        "1 nhà chưa được vì:",
        "Nhà của hộ Lò Văn Pâng đã bàn giao. Sửa sai bàn giao trước rồi làm lại.",
    ]


@pytest.mark.parametrize(("tab", "status"), [(1, Status.IN_PROGRESS), (3, Status.ACCEPTED)])
def test_acceptance_and_handover_are_taken_back_with_a_reason(
    qtbot: QtBot, office: Office, accepted: list[str], messages: Recorder, tab: int, status: Status
) -> None:
    if tab == 3:
        hand_over(office.workspace, [HandoverDraft(accepted[0], "2025-11-01")])
    page = shown(qtbot, office, HandoverPage(office))
    page.tabs.setCurrentIndex(tab)
    settled(qtbot, office.runner)
    correct = next(one for one in page.shown.findChildren(QPushButton) if one.text() == "Việc khác")
    menu = correct.menu()
    assert menu is not None
    page.shown.view.go_to(0)
    next(action for action in menu.actions() if action.text() == "Sửa sai…").trigger()
    settled(qtbot, office.runner)
    form = last_form(page, OneLineForm)
    form.confirm.click()
    assert form.marks.count == 1
    form.line.setText("Ghi nhầm nhà")
    form.confirm.click()
    settled(qtbot, office.runner)
    assert case_state(facts_of(office.workspace, accepted[0])).status is status


def test_a_case_asked_for_begins_its_next_step(
    qtbot: QtBot, office: Office, cases: list[str], messages: Recorder
) -> None:
    page = shown(qtbot, office, HandoverPage(office))
    page.receive(cases[1])
    assert page.acceptance.isVisible()
    assert page.acceptance.row.key == cases[1]
    accept(office.workspace, [AcceptanceDraft(cases[1], "2025-10-20", "36.5", frozenset(Part))])
    page.receive(cases[1])
    settled(qtbot, office.runner)
    assert page.tabs.currentIndex() == 1
    assert last_form(page, HandoverForm).isVisible()


def test_where_there_is_no_room_for_both_the_side_stands_alone(
    qtbot: QtBot, office: Office, cases: list[str], messages: Recorder
) -> None:
    page = shown(qtbot, office, HandoverPage(office))
    page.resize(860, 500)
    page.begin_acceptance()
    settled(qtbot, office.runner)
    assert not page.stack.isVisible()
    QTest.keyClick(page.acceptance.cards.day, Qt.Key.Key_Escape)
    assert page.stack.isVisible()


def test_the_panel_lists_papers_and_voids_one_with_a_reason(
    qtbot: QtBot, office: Office, accepted: list[str], messages: Recorder
) -> None:
    issue_minutes(office.workspace, accepted[:1], MinutesOptions(Numbering.REGISTER))
    household = facts_of(office.workspace, accepted[0]).household_id
    panel = shown(qtbot, office, HandoverPanel(office, household))
    assert any("01/BB-UBND" in line for line in panel.lines)
    void = next(one for one in panel.findChildren(QWidget) if one.property("text") == "Hủy số…")
    QTest.mouseClick(void, Qt.MouseButton.LeftButton)
    form = last_form(panel, ShortForm)
    line = form.findChild(QLineEdit)
    assert line is not None
    line.setText("Sai tên chủ hộ")
    form.confirm.click()
    settled(qtbot, office.runner, lambda: any("đã hủy: Sai tên chủ hộ" in one for one in panel.lines))
    assert row_of(office.workspace, accepted[0]).papers[0].void


def test_an_empty_list_says_where_houses_come_from(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    page = shown(qtbot, office, HandoverPage(office))
    page.tabs.setCurrentIndex(1)
    settled(qtbot, office.runner)
    text = page.to_hand_over.panel.empty.sentence.text()
    assert text == "Chưa có nhà chờ bàn giao. Nhà vào đây sau khi nghiệm thu đạt."

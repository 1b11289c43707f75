"""Progress on screen: the quick grid by keyboard alone, one save and one undo; what cannot be read stays as typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.areas.queries import find_village
from app.construction.drafts import SiteReportDraft, StageDraft, WeekDraft
from app.construction.operations import record_stages, save_week
from app.parsing import today
from app.reports.worklists import case_rows
from app.support.queries import CaseState, case_facts, case_state
from app.undo import next_undo
from app.workspace import Workspace
from models.vocabulary import PaperKind, Stage, Status
from tests.app.photos.test_photos import phone_picture
from tests.make import make_approved, make_case
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from views.construction.by_village import MessageForm
from views.construction.grid import HEARD, HOLD, NOTE, REVIEW, StageGrid
from views.construction.grid_panel import MEMORY
from views.construction.page import ConstructionPage
from views.construction.panel import ConstructionPanel
from views.construction.pause_form import PauseForm
from views.construction.stage_form import StageForm
from views.page import HANDOVER
from views.runner import Runner
from views.worklist import day_shown

W = TypeVar("W", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier
FOUNDATION = 3


@pytest.fixture
def office(commune: Workspace, runner: Runner) -> Office:
    return Office(commune, runner)


@pytest.fixture
def cases(commune: Workspace) -> list[str]:
    """Three approved houses in the order of the list; the first has its foundation."""
    made = [make_case(commune, name) for name in ("Cà Văn Ánh", "Tòng Văn Ơn", "Lò Văn Pâng")]
    make_approved(commune, *made)
    record_stages(commune, [StageDraft(made[0], Stage.START, "2025-08-01", "Thợ nhà")])
    return made


@pytest.fixture
def page(qtbot: QtBot, office: Office, cases: list[str], messages: Recorder) -> ConstructionPage:
    return shown(qtbot, office, ConstructionPage(office))


def shown(qtbot: QtBot, office: Office, made: W) -> W:
    qtbot.addWidget(made)
    office.runner.changed.connect(made.forget)  # type: ignore[attr-defined]
    made.resize(1140, 580)
    made.show()
    made.activateWindow()
    settled(qtbot, office.runner)
    return made


def state_of(workspace: Workspace, case: str) -> CaseState:
    with workspace.read() as session:
        return case_state(case_facts(session, [case])[case])


def open_grid(qtbot: QtBot, page: ConstructionPage) -> StageGrid:
    page.filled.click()
    settled(qtbot, page.frame.runner, lambda: page.progress.in_grid)
    return page.progress.grid.grid


@pytest.mark.parametrize("size", [0, 3, 60])
def test_the_grid_keeps_qts_contract(qtbot: QtBot, qtmodeltester: Any, commune: Workspace, size: int) -> None:
    keys = [make_case(commune, f"Lò Văn Pâng {number}") for number in range(size)]
    if keys:
        make_approved(commune, *keys)
    grid = StageGrid()
    with commune.read() as session:
        grid.show_rows(case_rows(session, keys))
    if keys:
        grid.toggle(grid.index(1, FOUNDATION))
        grid.setData(grid.index(2, FOUNDATION), "32/13")
    qtmodeltester.check(grid)


def test_stages_are_entered_by_keyboard_alone_and_saved_as_one_change(
    qtbot: QtBot, page: ConstructionPage, office: Office, cases: list[str], messages: Recorder
) -> None:
    page.activateWindow()
    open_grid(qtbot, page)
    view = page.progress.grid.view
    assert view.currentIndex().row() == 0
    for key, modifier in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Semicolon, CONTROL),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(view, key, modifier)
    QTest.keyClick(view, Qt.Key.Key_5)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "/10/2025")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.progress.grid.state.text() == "3 giai đoạn của 3 nhà sẽ được ghi."
    page.progress.grid.save()
    settled(qtbot, office.runner)
    days = [state_of(office.workspace, case).stages[Stage.FOUNDATION].done_on for case in cases]
    assert days == [today().isoformat(), today().isoformat(), "2025-10-05"]
    assert messages.successes == ["Đã ghi 3 giai đoạn của 3 nhà."]
    assert not page.progress.in_grid
    assert next_undo(office.workspace) == "RECORD_STAGES"
    office.take_back()
    assert [state_of(office.workspace, case).status for case in cases] == [
        Status.STARTED,
        Status.APPROVED,
        Status.APPROVED,
    ]


def test_a_block_from_excel_fills_the_grid(qtbot: QtBot, page: ConstructionPage, messages: Recorder) -> None:
    grid = open_grid(qtbot, page)
    view = page.progress.grid.view
    view.go_to(grid.index(1, FOUNDATION))
    QApplication.clipboard().setText("5/8/2025\tx\n06/08/2025\t\n")
    QTest.keyClick(view, Qt.Key.Key_V, CONTROL)
    found = [(draft.stage, draft.done_on) for draft in grid.week().stages]
    assert found == [
        (Stage.FOUNDATION, "2025-08-05"),
        (Stage.FRAME_WALL, today().isoformat()),
        (Stage.FOUNDATION, "2025-08-06"),
    ]


def test_a_day_that_cannot_be_read_stays_as_typed_and_stops_the_save(
    qtbot: QtBot, page: ConstructionPage, office: Office, cases: list[str], messages: Recorder
) -> None:
    grid = open_grid(qtbot, page)
    grid.setData(grid.index(1, FOUNDATION), "32/13")
    grid.toggle(grid.index(2, FOUNDATION))
    assert grid.index(1, FOUNDATION).data() == "32/13"
    page.progress.grid.save()
    settled(qtbot, office.runner)
    assert page.progress.in_grid
    assert page.progress.grid.view.currentIndex() == grid.index(1, FOUNDATION)
    assert "32/13" in page.progress.grid.cell.text()
    assert state_of(office.workspace, cases[2]).status is Status.APPROVED


def test_a_stage_recorded_by_mistake_is_emptied_and_the_recorded_day_again_is_no_change(
    qtbot: QtBot, page: ConstructionPage, office: Office, cases: list[str], messages: Recorder
) -> None:
    grid = open_grid(qtbot, page)
    start = grid.index(0, 2)
    grid.setData(start, "")
    grid.setData(start, "1/8/2025")
    assert grid.week().houses == frozenset()
    page.progress.grid.view.go_to(start)
    QTest.keyClick(page.progress.grid.view, Qt.Key.Key_Delete)
    page.progress.grid.save()
    settled(qtbot, office.runner)
    assert state_of(office.workspace, cases[0]).status is Status.APPROVED


def test_a_note_goes_with_the_stage_that_is_typed_and_alone_it_is_news(
    qtbot: QtBot, page: ConstructionPage, office: Office, cases: list[str], messages: Recorder
) -> None:
    grid = open_grid(qtbot, page)
    assert grid.index(0, NOTE).data() == "Thợ nhà"
    grid.toggle(grid.index(0, FOUNDATION))
    grid.setData(grid.index(0, NOTE), "Chờ gạch")
    grid.setData(grid.index(1, NOTE), "Chờ thợ")
    grid.toggle(grid.index(2, HEARD))
    day = today().isoformat()
    assert [(one.stage, one.note) for one in grid.week().stages] == [(Stage.FOUNDATION, "Chờ gạch")]
    assert grid.week().reports == (SiteReportDraft(cases[1], day, "Chờ thợ"), SiteReportDraft(cases[2], day))
    page.progress.grid.save()
    settled(qtbot, office.runner)
    assert messages.successes == ["Đã ghi 1 giai đoạn của 1 nhà. 2 nhà có tin từ thôn."]
    grid = open_grid(qtbot, page)
    shown = [(grid.index(row, NOTE).data(), grid.index(row, HEARD).data()) for row in range(3)]
    assert shown == [("Chờ gạch", day_shown(day)), ("Chờ thợ", day_shown(day)), ("", day_shown(day))]


def test_a_house_stops_with_its_reason_from_within_the_grid_and_goes_on_when_the_reason_is_emptied(
    qtbot: QtBot, page: ConstructionPage, office: Office, cases: list[str], messages: Recorder
) -> None:
    grid = open_grid(qtbot, page)
    view = page.progress.grid.view
    grid.setData(grid.index(1, REVIEW), "15/12/2099")
    assert grid.wrong_places() == [grid.index(1, HOLD)]
    view.go_to(grid.index(1, 0))
    QTest.keyClicks(view, "-")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "cho tho")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    page.progress.grid.save()
    settled(qtbot, office.runner)
    state = state_of(office.workspace, cases[1])
    assert state.exception is not None
    assert (state.status, state.exception.reason, state.exception.review_on) == (
        Status.ON_HOLD,
        "cho tho",
        "2099-12-15",
    )
    grid = open_grid(qtbot, page)
    grid.setData(grid.index(1, REVIEW), "20/12/2099")
    page.progress.grid.save()
    settled(qtbot, office.runner)
    state = state_of(office.workspace, cases[1])
    assert state.exception is not None
    assert state.exception.review_on == "2099-12-20"
    grid = open_grid(qtbot, page)
    grid.setData(grid.index(1, HOLD), "")
    grid.toggle(grid.index(1, FOUNDATION))
    page.progress.grid.save()
    settled(qtbot, office.runner)
    assert state_of(office.workspace, cases[1]).status is Status.IN_PROGRESS
    assert messages.successes[-1] == "Đã ghi 1 giai đoạn của 1 nhà. 1 nhà làm tiếp."


def test_letters_on_a_name_find_the_house_and_digits_are_its_stages(
    qtbot: QtBot, page: ConstructionPage, office: Office, cases: list[str], messages: Recorder
) -> None:
    grid = open_grid(qtbot, page)
    panel = page.progress.grid
    QTest.keyClick(panel.view, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(panel.view, "pangx")
    assert panel.cell.text() == "Tìm: pangx – không có nhà nào"
    QTest.keyClick(panel.view, Qt.Key.Key_Backspace)
    assert panel.cell.text() == "Tìm: pang"
    assert panel.view.currentIndex() == grid.index(2, 0)
    QTest.keyClicks(panel.view, "3ong33")
    QTest.keyClick(panel.view, Qt.Key.Key_D, CONTROL)
    assert [(one.case_id, one.stage) for one in grid.week().stages] == [(cases[2], Stage.ROOF)]
    assert [one.case_id for one in grid.week().reports] == cases[:2]


def test_the_grid_narrows_to_a_village_and_keeps_what_was_typed_of_others(
    qtbot: QtBot, office: Office, commune: Workspace, messages: Recorder
) -> None:
    with commune.read() as session:
        far, near = (find_village(session, commune.author.office, name) for name in ("Bản Hua Nạng", "Bản Chi Luông"))
    homes = (("Lò Văn Một", far), ("Lò Văn Hai", near), ("Lò Văn Ba", far))
    made = [make_case(commune, name, village_id=village) for name, village in homes]
    make_approved(commune, *made)
    page = shown(qtbot, office, ConstructionPage(office))
    grid = open_grid(qtbot, page)
    panel = page.progress.grid
    assert [row.village for row in grid.rows] == ["Bản Chi Luông", "Bản Hua Nạng", "Bản Hua Nạng"]
    grid.toggle(grid.index(0, FOUNDATION))
    panel.villages.set_value("Bản Hua Nạng")
    panel.villages.changed.emit()
    assert panel.view.shown_rows() == [1, 2]
    panel.view.go_to(grid.index(1, FOUNDATION))
    QApplication.clipboard().setText("5/8/2025\n6/8/2025\n7/8/2025\n")
    QTest.keyClick(panel.view, Qt.Key.Key_V, CONTROL)
    assert [one.done_on for one in grid.week().stages] == [today().isoformat(), "2025-08-05", "2025-08-06"]


def test_unsaved_changes_survive_leaving_and_a_new_window(
    qtbot: QtBot, page: ConstructionPage, office: Office, messages: Recorder
) -> None:
    grid = open_grid(qtbot, page)
    grid.toggle(grid.index(1, FOUNDATION))
    QTest.keyClick(page.progress.grid.view, Qt.Key.Key_Escape)
    assert not page.progress.in_grid
    assert page.filled.text() == "Cập nhật nhanh (còn 1 nhà chưa lưu)"
    assert office.memory.get(MEMORY)
    another = shown(qtbot, office, ConstructionPage(office))
    assert [one.stage for one in open_grid(qtbot, another).week().stages] == [Stage.FOUNDATION]


def test_what_others_record_meanwhile_is_seen_and_typed_days_stay(
    qtbot: QtBot, page: ConstructionPage, office: Office, cases: list[str], messages: Recorder
) -> None:
    grid = open_grid(qtbot, page)
    grid.toggle(grid.index(1, FOUNDATION))
    record_stages(office.workspace, [StageDraft(cases[2], Stage.START, "2025-08-09")])
    settled(qtbot, office.runner, lambda: grid.index(2, 2).data() == "09/08/2025")
    assert len(grid.week().stages) == 1


def test_the_sheets_of_the_villages_stand_beside_the_list_and_their_messages_go_to_the_clipboard(
    qtbot: QtBot, page: ConstructionPage, office: Office, cases: list[str], messages: Recorder
) -> None:
    page.by_village.show_sheets()
    settled(qtbot, office.runner, lambda: page.paper.document is not None)
    assert (page.paper.kind, page.paper.ids) == (PaperKind.VILLAGE_SHEET, tuple(page.progress.meant()))
    page.by_village.ask_heads()
    settled(qtbot, office.runner)
    [form] = page.findChildren(MessageForm)
    form.confirm.click()
    text = QApplication.clipboard().text()
    assert text == form.text.toPlainText()
    assert "Cà Văn Ánh: xong móng chưa, chưa có tin từ 01/08/2025" in text
    assert messages.successes[-1].endswith("Mở Zalo hoặc tin nhắn rồi dán (Ctrl+V).")
    form.reject()


def test_a_paused_house_stands_with_its_reason_and_goes_on_again(
    qtbot: QtBot, page: ConstructionPage, office: Office, cases: list[str], messages: Recorder
) -> None:
    for method, status in (("pause", Status.ON_HOLD), ("resume", Status.STARTED)):
        page.progress.list.view.go_to(0)
        getattr(page.progress, method)()
        settled(qtbot, office.runner)
        form = page.findChildren(PauseForm)[-1]
        form.reason.setText("Chờ thợ")
        form.confirm.click()
        settled(qtbot, office.runner)
        assert state_of(office.workspace, cases[0]).status is status


def test_the_panel_records_the_next_stage_and_leads_to_acceptance(
    qtbot: QtBot, office: Office, cases: list[str], messages: Recorder
) -> None:
    with office.workspace.read() as session:
        household = case_facts(session, cases[:1])[cases[0]].household_id
        [row] = case_rows(session, cases[:1])
    panel = shown(qtbot, office, ConstructionPanel(office, household))
    assert panel.lines == ["Khởi công: 01/08/2025 · Thợ nhà"]
    save_week(office.workspace, WeekDraft(reports=(SiteReportDraft(cases[0], "2025-09-01", "Chờ gạch"),)))
    settled(qtbot, office.runner, lambda: len(panel.lines) == 2)
    assert panel.lines[-1] == "Tin từ thôn: Chờ gạch (tin gần nhất 01/09/2025)"
    form = StageForm(office, row, None, panel)
    form.show()
    assert form.stage.value() == Stage.FOUNDATION.value
    form.confirm.click()
    settled(qtbot, office.runner, lambda: len(panel.lines) == 3)
    buttons = [one for one in panel.findChildren(QPushButton) if one.text() == "Ghi nghiệm thu"]
    QTest.mouseClick(buttons[-1], Qt.MouseButton.LeftButton)
    assert office.gone_to == [(HANDOVER, cases[0])]


def test_photos_of_the_works_stand_with_their_stage_and_new_ones_are_of_the_last(
    qtbot: QtBot, office: Office, cases: list[str], messages: Recorder, tmp_path: Path
) -> None:
    with office.workspace.read() as session:
        household = case_facts(session, cases[:1])[cases[0]].household_id
    panel = shown(qtbot, office, ConstructionPanel(office, household))
    assert panel.photos.strip.count() == 0
    record_stages(office.workspace, [StageDraft(cases[0], Stage.FOUNDATION, "2026-10-05")])
    panel.forget(None)
    panel.photos.add([phone_picture(tmp_path / "móng.jpg")])
    settled(qtbot, office.runner, lambda: panel.photos.strip.count() == 1)
    assert panel.photos.strip.item(0).text() == "Xong móng, 05/10/2026"

"""Poverty classes by year: a sheet over many households, the counts that open it, and one year in the dossier."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.parsing import today
from app.review.drafts import PovertyDraft
from app.review.poverty_operations import save_poverty_classes
from app.review.queries import classes_of
from app.undo import next_undo, undo_newest
from app.wording import poverty_pages as words
from models.vocabulary import PovertyLevel
from tests.make import make_household
from tests.views.conftest import Recorder
from tests.views.office import Office, settled
from tests.views.support.conftest import shown
from views.support.class_board import ClassBoard
from views.support.class_form import ClassForm
from views.support.class_sheet import ClassSheet
from views.support.page import SupportPage
from views.support.panel import SupportPanel

NOW = today().year
POOR, NEAR, AVERAGE = (one.value for one in PovertyLevel)


def board_of(qtbot: QtBot, office: Office, place: int = 1) -> ClassBoard:
    page = shown(qtbot, office, SupportPage(office))
    page.tabs.setCurrentIndex(page.stack.indexOf(page.screening))
    page.screening.switch.choose(place)
    settled(qtbot, office.runner)
    assert page.filled.isHidden()
    return page.screening.classes


def cell(board: ClassBoard, head: str, column: str) -> Any:
    row = next(number for number, line in enumerate(board.sheet.rows) if line.head_name == head)
    return board.sheet.index(row, [one.name for one in board.sheet.columns].index(column))


def levels(office: Office, household: str) -> dict[int, str | None]:
    with office.workspace.read() as session:
        return {one.year: one.level for one in classes_of(session, household)}


@pytest.mark.parametrize("size", [0, 3])
def test_the_sheet_keeps_qts_contract(qtmodeltester: Any, qtbot: QtBot, office: Office, size: int) -> None:
    for number in range(size):
        make_household(office.workspace, f"Lò Văn {number}")
    sheet = ClassSheet()
    sheet.show_rows(board_of(qtbot, office).sheet.rows)
    assert sheet.rowCount() == size
    qtmodeltester.check(sheet)


def test_a_year_of_a_whole_village_is_typed_by_keyboard_and_saved_as_one_change(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    heads = ("Quàng Thị Ín", "Lò Văn Pâng", "Cà Văn Thoan")
    homes = [make_household(office.workspace, head, village_id=village) for head in heads]
    save_poverty_classes(office.workspace, [PovertyDraft(homes[1], NOW - 1, POOR)])
    board = board_of(qtbot, office)
    assert cell(board, "Lò Văn Pâng", "before").data() == f"{NOW - 1}: Hộ nghèo"
    board.view.go_to(board.sheet.index(0, 3))
    for text in ("n", "cn", "k"):
        QTest.keyClicks(board.view, text[0])
        editor = board.view.findChildren(QLineEdit)[-1]
        QTest.keyClicks(editor, text[1:])
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert [cell(board, head, "level").data() for head in heads] == ["Hộ nghèo", "Hộ cận nghèo", "Không nghèo"]
    assert cell(board, "Lò Văn Pâng", "event").data() == "Thoát nghèo"
    board.save()
    settled(qtbot, office.runner)
    assert messages.successes == [f"Diện nghèo năm {NOW}: đã ghi 3 hộ."]
    assert [levels(office, home)[NOW] for home in homes] == [POOR, NEAR, AVERAGE]
    assert next_undo(office.workspace) == "SAVE_POVERTY_CLASS"
    undo_newest(office.workspace)
    assert levels(office, homes[0]) == {}


def test_the_last_class_is_filled_in_and_an_emptied_one_is_taken_off(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    homes = [make_household(office.workspace, head) for head in ("Lò Văn Pâng", "Quàng Thị Ín")]
    save_poverty_classes(
        office.workspace, [PovertyDraft(homes[0], NOW - 2, NEAR), PovertyDraft(homes[1], NOW, POOR, certificate="12")]
    )
    board = board_of(qtbot, office)
    board.fill_button.click()
    assert cell(board, "Lò Văn Pâng", "level").data() == "Hộ cận nghèo"
    board.sheet.setData(cell(board, "Quàng Thị Ín", "level"), "")
    board.save()
    settled(qtbot, office.runner)
    assert messages.successes == [f"Diện nghèo năm {NOW}: đã ghi 1 hộ, bỏ 1 hộ."]
    assert (levels(office, homes[0])[NOW], levels(office, homes[1])) == (NEAR, {})


def test_what_a_row_keeps_beside_the_sheet_outlives_a_change_in_it(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    home = make_household(office.workspace)
    kept = PovertyDraft(home, NOW, POOR, b1=120, b2=10, indicators=("nutrition",), note="Phiếu B")
    save_poverty_classes(office.workspace, [kept])
    board = board_of(qtbot, office)
    board.sheet.setData(cell(board, "Lò Văn Pâng", "certificate"), "45/GCN")
    board.save()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        [row] = classes_of(session, home)
    assert (row.certificate, row.b1, row.b2, row.indicators, row.note) == ("45/GCN", 120, 10, ("nutrition",), "Phiếu B")


def test_what_cannot_be_read_stops_the_save_and_a_missing_cause_only_warns(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    home = make_household(office.workspace)
    board = board_of(qtbot, office)
    board.sheet.setData(cell(board, "Lò Văn Pâng", "level"), "giàu")
    board.save()
    assert board.view.currentIndex() == cell(board, "Lò Văn Pâng", "level")
    assert "Không có diện “giàu”" in board.cell.text()
    board.sheet.setData(cell(board, "Lò Văn Pâng", "level"), "")
    board.sheet.setData(cell(board, "Lò Văn Pâng", "certificate"), "45")
    board.save()
    assert "Chưa ghi diện của hộ Lò Văn Pâng" in board.cell.text()
    board.sheet.setData(cell(board, "Lò Văn Pâng", "level"), "hộ nghèo")
    board.sheet.toggle(cell(board, "Lò Văn Pâng", "force_majeure"))
    settled(qtbot, office.runner, lambda: "Chưa ghi nguyên nhân bất khả kháng" in board.cell.text())
    board.save()
    settled(qtbot, office.runner)
    assert levels(office, home) == {NOW: POOR}


def test_typed_rows_stay_in_sight_while_searching_and_half_typed_ones_come_back_with_their_year(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    for head in ("Lò Văn Pâng", "Quàng Thị Ín", "Cà Văn Thoan"):
        make_household(office.workspace, head)
    board = board_of(qtbot, office)
    board.sheet.setData(cell(board, "Cà Văn Thoan", "level"), "n")
    board.search.setText("pang")
    settled(qtbot, office.runner, lambda: len(board.sheet.rows) == 2)
    assert {line.head_name for line in board.sheet.rows} == {"Cà Văn Thoan", "Lò Văn Pâng"}
    board.year_choice.set_value(str(NOW - 1))
    board.year_choice.changed.emit()
    settled(qtbot, office.runner, lambda: len(board.sheet.rows) == 1)
    assert not board.sheet.changed
    again = board_of(qtbot, office)
    settled(qtbot, office.runner, lambda: bool(again.sheet.rows))
    assert cell(again, "Cà Văn Thoan", "level").data() == "Hộ nghèo"
    again.drop()
    settled(qtbot, office.runner)
    assert cell(again, "Cà Văn Thoan", "level").data() == ""


def test_a_row_typed_while_another_list_is_read_stays_with_what_was_typed(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    for head in ("Lò Văn Pâng", "Cà Văn Thoan"):
        make_household(office.workspace, head)
    board = board_of(qtbot, office)
    board.search.setText("pang")
    board.search.searched.emit("pang")
    board.sheet.setData(cell(board, "Cà Văn Thoan", "level"), "cn")
    settled(qtbot, office.runner)
    assert cell(board, "Cà Văn Thoan", "level").data() == "Hộ cận nghèo"
    assert len(board.sheet.rows) == 2


def test_a_year_is_counted_by_village_and_a_village_opens_its_sheet(
    qtbot: QtBot, office: Office, village: str, messages: Recorder
) -> None:
    here, elsewhere = (
        make_household(office.workspace, village_id=village),
        make_household(office.workspace, "Cà Thị Mai"),
    )
    save_poverty_classes(
        office.workspace,
        [
            PovertyDraft(here, NOW - 1, POOR),
            PovertyDraft(here, NOW, NEAR),
            PovertyDraft(elsewhere, NOW - 2, POOR),
            PovertyDraft(elsewhere, NOW - 1, AVERAGE),
            PovertyDraft(elsewhere, NOW, POOR),
        ],
    )
    board = board_of(qtbot, office, 2)
    settled(qtbot, office.runner, lambda: board.counts.table.complete and board.counts.table.count > 0)
    rows = {
        row.name: row
        for row in board.counts.source.rows([board.counts.table.key_at(n) for n in range(board.counts.table.count)])
    }
    assert (rows["Bản Hua Nạng"].counts.near_poor, rows["Bản Hua Nạng"].counts.escaped) == (1, 1)
    assert (rows[""].counts.poor, rows[""].counts.fell_back) == (1, 1)
    assert "1 hộ nghèo, 1 cận nghèo, 1 thoát nghèo, 1 tái nghèo, 0 phát sinh nghèo" in board.counts.panel.total.text()
    board.counts.view.opened.emit(village)
    settled(qtbot, office.runner, lambda: len(board.sheet.rows) == 1)
    assert board.parts.currentIndex() == 0
    assert board.sheet.rows[0].household_id == here
    board.village.set_value(None)
    board.kind.set_value("fell_back")
    board.kind.changed.emit()
    settled(qtbot, office.runner, lambda: [line.household_id for line in board.sheet.rows] == [elsewhere])


def test_the_dossier_shows_the_years_and_records_one(qtbot: QtBot, office: Office, messages: Recorder) -> None:
    home = make_household(office.workspace)
    save_poverty_classes(office.workspace, [PovertyDraft(home, NOW - 1, POOR, certificate="12/GCN")])
    panel = shown(qtbot, office, SupportPanel(office, home))
    assert any(line.startswith(f"{NOW - 1}: Hộ nghèo · Nghị định") and "12/GCN" in line for line in panel.lines)
    form = open_form(panel, words.RECORD)
    form.try_it()
    assert form.marks.count == 1
    assert levels(office, home) == {NOW - 1: POOR}
    form.level.set_value(NEAR)
    form.boxes["nutrition"].setChecked(True)
    form.try_it()
    settled(qtbot, office.runner)
    assert messages.successes == [f"Đã ghi diện năm {NOW} của hộ Lò Văn Pâng."]
    assert any(line.startswith(f"{NOW}: Hộ cận nghèo · thoát nghèo") for line in panel.lines)
    undo_newest(office.workspace)
    assert levels(office, home) == {NOW - 1: POOR}


def test_the_form_of_another_year_shows_what_is_recorded_of_it(
    qtbot: QtBot, office: Office, messages: Recorder
) -> None:
    home = make_household(office.workspace)
    save_poverty_classes(
        office.workspace, [PovertyDraft(home, NOW - 1, POOR, force_majeure=True, cause="Già yếu", b1=100, b2=40)]
    )
    panel = shown(qtbot, office, SupportPanel(office, home))
    form = open_form(panel, words.RECORD)
    assert form.level.value() is None
    form.year.setText(str(NOW - 1))
    form.year.changed.emit()
    assert (form.level.value(), form.cause.value(), form.b2.value(), form.force.isChecked()) == (
        POOR,
        "Già yếu",
        40,
        True,
    )
    form.force.setChecked(False)
    form.try_it()
    settled(qtbot, office.runner)
    with office.workspace.read() as session:
        [row] = classes_of(session, home)
    assert (row.year, row.force_majeure) == (NOW - 1, False)


def open_form(panel: SupportPanel, text: str) -> ClassForm:

    next(one for one in panel.findChildren(QPushButton) if one.text() == text).click()
    return panel.findChildren(ClassForm)[-1]

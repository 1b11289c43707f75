"""The keyboard goes into a typed grid, through what is typed, and out behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from views.households.members import MembersTable
from views.office.villages import VillageGrid
from views.widgets.typed_grid import TypedGrid


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


@pytest.mark.parametrize("kind", [MembersTable, VillageGrid])
def test_tab_goes_through_what_is_typed_and_out(qtbot: QtBot, kind: type[TypedGrid]) -> None:
    form = QWidget()
    before, grid, after = QLineEdit(), kind(), QLineEdit()  # type: ignore[call-arg]  # both are made without a size
    column = QVBoxLayout(form)
    for widget in (before, grid, after):
        column.addWidget(widget)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    press(Qt.Key.Key_Tab)
    assert grid.isAncestorOf(focused())
    press(Qt.Key.Key_Tab)
    assert after.hasFocus()
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert grid.hasFocus()
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert before.hasFocus()
    press(Qt.Key.Key_Tab)
    for letter in "Pang":
        QTest.keyClicks(focused(), letter)
    for _ in range(grid.columnCount()):
        press(Qt.Key.Key_Tab)
    assert (grid.text(0, 0), grid.currentRow(), grid.currentColumn()) == ("Pang", 1, 0)
    press(Qt.Key.Key_Tab)
    assert after.hasFocus()


@pytest.mark.parametrize("kind", [MembersTable, VillageGrid])
def test_several_cells_pasted_into_a_cell_that_is_typed_in_fill_the_grid(qtbot: QtBot, kind: type[TypedGrid]) -> None:
    grid = kind()  # type: ignore[call-arg]  # both are made without a size
    qtbot.addWidget(grid)
    grid.show()
    grid.activateWindow()
    qtbot.waitUntil(grid.isActiveWindow)
    grid.setFocus()
    grid.setCurrentCell(0, 0)
    grid.edit(grid.currentIndex())
    assert isinstance(focused(), QLineEdit)
    QApplication.clipboard().setText("Lò Văn Ín\nQuàng Thị Ín\r\n")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [grid.text(row, 0) for row in range(3)] == ["Lò Văn Ín", "Quàng Thị Ín", ""]
    grid.edit(grid.currentIndex())
    QApplication.clipboard().setText("Lò Văn Pâng")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: grid.text(0, 0) == "Lò Văn Pâng")
    assert grid.text(1, 0) == "Quàng Thị Ín"

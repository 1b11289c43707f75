"""A page's tabs are walked by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from views.widgets.tab_keys import add_tab_keys


def test_tabs_are_walked_there_and_back_from_any_field(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    tabs, field, column = QTabBar(), QLineEdit(), QVBoxLayout(page)
    for title in ("Rà soát", "Bình xét", "Niêm yết"):
        tabs.addTab(title)
    column.addWidget(tabs)
    column.addWidget(field)
    add_tab_keys(page, tabs)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(field, Qt.Key.Key_Tab, both)
    assert tabs.currentIndex() == 2
    QTest.keyClick(field, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert tabs.currentIndex() == 0
    QTest.keyClick(field, Qt.Key.Key_Backtab, both)
    assert tabs.currentIndex() == 2

"""A list page: its count, its ticks, its two kinds of emptiness."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from views.list_page import ListPage
from views.memory import Memory, ShortMemory
from views.paged_table import Column, Found, PagedTable, Sort
from views.runner import Runner
from views.widgets.empty_state import EmptyState


@dataclass(frozen=True)
class Donor:
    key: str
    name: str


class Donors:
    tables = frozenset({"donor"})

    def __init__(self, names: Sequence[str]) -> None:
        self.names = list(names)
        self.text = ""

    def key(self, row: Donor) -> str:
        return row.key

    def first(self, sort: Sort | None, limit: int) -> Sequence[Donor]:
        return [Donor(name, name) for name in self._shown()[:limit]]

    def find(self, sort: Sort | None) -> Found:
        return Found(self._shown(), len(self.names), "60.000.000 đồng" if self.names else "")

    def rows(self, keys: Sequence[Hashable]) -> Sequence[Donor]:
        return [Donor(str(key), str(key)) for key in keys]

    def _shown(self) -> list[str]:
        return [name for name in self.names if self.text in name]


class Window:
    programme: str | None = None

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        self.memory: Memory = ShortMemory()

    def go(self, name: str, request: object = None) -> None:
        """No other pages here."""

    def back(self) -> None:
        """No other pages here."""

    def take_back(self) -> None:
        """Nothing to undo here."""


class Page(ListPage):
    def __init__(self, runner: Runner, names: Sequence[str]) -> None:
        self.source = Donors(names)
        table = PagedTable(self.source, [Column[Donor]("name", "Nhà hảo tâm", lambda row: row.name, 200)], runner)
        empty = EmptyState("Sổ ủng hộ còn trống.", [("Ghi ủng hộ", self.begin)])
        super().__init__(Window(runner), "Ủng hộ", "người", table, "donors", empty)
        self.pressed: list[str] = []
        self.heading.set_filled("Ghi ủng hộ", self.begin)
        self.panel.line.add_filter(QComboBox())
        self.panel.line.add_action("In phiếu", lambda: self.pressed.append("print"))
        self.panel.searched.connect(self.search)

    def begin(self) -> None:
        self.pressed.append("begin")

    def search(self, text: str) -> None:
        self.source.text = text
        self.table.load()


def opened(qtbot: QtBot, runner: Runner, names: Sequence[str]) -> Page:
    page = Page(runner, names)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    with qtbot.waitSignal(page.table.counted):
        page.table.load()
    return page


@pytest.fixture
def page(qtbot: QtBot, runner: Runner) -> Page:
    return opened(qtbot, runner, ["Hội Chữ thập đỏ", "Công ty Mường Lay", "Ông Tòng Văn Đôi"])


def test_the_total_line_says_what_is_in_sight(qtbot: QtBot, page: Page) -> None:
    assert page.panel.total.text() == "Đang xem 3 / 3 người · 60.000.000 đồng"
    QTest.keyClicks(page.panel.search, "Lay")
    qtbot.waitUntil(lambda: page.panel.total.text().startswith("Đang xem 1 / 3"))


def test_an_empty_search_is_not_an_empty_list(qtbot: QtBot, runner: Runner, page: Page) -> None:
    QTest.keyClicks(page.panel.search, "zzz")
    qtbot.waitUntil(page.panel.empty.isVisible)
    assert "Không có dòng nào khớp" in page.panel.empty.sentence.text()
    assert page.panel.total.text().startswith("Đang xem 0 / 3")
    nothing = opened(qtbot, runner, [])
    assert nothing.panel.empty.isVisible()
    assert nothing.panel.empty.sentence.text() == "Sổ ủng hộ còn trống."
    assert nothing.panel.total.isHidden()


def test_ticked_rows_turn_the_filter_line_into_what_can_be_done(qtbot: QtBot, page: Page) -> None:
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.line.ticked.text() == "Đã chọn 3 người"
    assert page.panel.line.ticked.isVisible()
    page.panel.line.untick.emit()
    assert not page.panel.line.ticked.isVisible()


def test_ctrl_f_searches_here_and_down_goes_to_the_list(qtbot: QtBot, page: Page) -> None:
    page.activateWindow()
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.panel.search.hasFocus)
    QTest.keyClick(page.panel.search, Qt.Key.Key_Down)
    qtbot.waitUntil(page.view.hasFocus)

"""A table over any number of rows: a window at a time, sorted by its source, right after every change."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.problems import Trouble
from tests.views.conftest import Recorder
from views.memory import ShortMemory
from views.paged_table import WINDOW, Align, Column, Found, PagedTable, Sort
from views.runner import Runner
from views.table_view import PagedTableView


@dataclass(frozen=True)
class Household:
    key: int
    name: str
    paid: int


@dataclass(frozen=True)
class Saved:
    tables: frozenset[str]


class Village:
    """A source over a list of made-up people; counts how often it is asked."""

    tables = frozenset({"household"})

    def __init__(self, size: int) -> None:
        self.people = {key: Household(key, f"Hộ số {key:06}", key * 1000) for key in range(size)}
        self.filter = ""
        self.asked_rows = 0
        self.fault = False

    def key(self, row: Household) -> int:
        return row.key

    def _ordered(self, sort: Sort | None) -> list[Household]:
        rows = [row for row in self.people.values() if self.filter in row.name]
        return sorted(rows, key=lambda row: row.paid, reverse=True) if sort and sort.descending else rows

    def first(self, sort: Sort | None, limit: int) -> Sequence[Household]:
        return self._ordered(sort)[:limit]

    def find(self, sort: Sort | None) -> Found:
        return Found(array("q", [row.key for row in self._ordered(sort)]), len(self.people), "1.000 đồng")

    def rows(self, keys: Sequence[Hashable]) -> Sequence[Household]:
        if self.fault:
            raise Trouble("database_busy")
        self.asked_rows += 1
        return [self.people[key] for key in reversed(keys) if isinstance(key, int) and key in self.people]


COLUMNS = (
    Column[Household]("name", "Chủ hộ", lambda row: row.name, 180, sort="name", stretch=True),
    Column[Household]("paid", "Đã chi", lambda row: f"{row.paid}", 126, Align.RIGHT, sort="paid"),
    Column[Household]("key", "Mã", lambda row: str(row.key), 76, hidden=True),
)


@pytest.fixture
def village() -> Village:
    return Village(1000)


@pytest.fixture
def table(qtbot: QtBot, village: Village, runner: Runner) -> PagedTable[Household]:
    made = PagedTable(village, COLUMNS, runner)
    with qtbot.waitSignal(made.counted):
        made.load()
    return made


@pytest.fixture
def view(qtbot: QtBot, table: PagedTable[Household]) -> PagedTableView:
    made = PagedTableView(table, "households")
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.setFocus()
    made.go_to(0)
    return made


def reload(qtbot: QtBot, table: PagedTable[Household], changes: object = None) -> None:
    with qtbot.waitSignal(table.counted):
        table.forget(changes)


def test_the_first_rows_are_there_before_the_whole_list_is_known(
    qtbot: QtBot, village: Village, runner: Runner
) -> None:
    table = PagedTable(village, COLUMNS, runner)
    with qtbot.waitSignal(table.counted):
        table.load()
        assert table.rowCount() == WINDOW
        assert not table.complete
        assert table.index(3, 1).data() == "Hộ số 000003"
        assert village.asked_rows == 0
    assert table.rowCount() == 1000
    assert table.complete


@pytest.mark.parametrize("size", [0, 3, 1000])
def test_the_model_keeps_qts_contract(qtbot: QtBot, qtmodeltester: Any, runner: Runner, size: int) -> None:
    village = Village(size)
    table = PagedTable(village, COLUMNS, runner)
    qtmodeltester.check(table)
    with qtbot.waitSignal(table.counted):
        table.load()
    village.people.pop(2, None)
    with qtbot.waitSignal(table.counted):
        table.forget()
    qtmodeltester.check(table)


def test_rows_are_loaded_a_window_at_a_time(table: PagedTable[Household], village: Village) -> None:
    for position in range(500, 600):
        assert table.index(position, 1).data() == f"Hộ số {position:06}"
    assert village.asked_rows == 1


def test_sorting_is_the_sources(qtbot: QtBot, table: PagedTable[Household]) -> None:
    with qtbot.waitSignal(table.counted):
        table.sort(2, Qt.SortOrder.DescendingOrder)
    assert table.index(0, 1).data() == "Hộ số 000999"
    assert table.sort_by == Sort("paid", descending=True)


def test_changed_rows_are_loaded_again_and_others_left_alone(
    qtbot: QtBot, table: PagedTable[Household], village: Village
) -> None:
    village.people[3] = Household(3, "Lò Văn Pâng", 0)
    table.forget(Saved(frozenset({"fund_source"})))
    assert table.index(3, 1).data() == "Hộ số 000003"
    reload(qtbot, table, Saved(frozenset({"household"})))
    assert table.index(3, 1).data() == "Lò Văn Pâng"


def test_rows_that_are_gone_leave_the_list_and_lose_their_ticks(
    qtbot: QtBot, table: PagedTable[Household], village: Village
) -> None:
    table.tick([1, 2, 3], on=True)
    del village.people[2]
    assert table.ticked == [1, 2, 3]
    reload(qtbot, table)
    assert table.rowCount() == 999
    assert table.ticked == [1, 3]


def test_an_older_answer_does_not_replace_a_newer_question(
    qtbot: QtBot, table: PagedTable[Household], village: Village
) -> None:
    table.load()
    village.filter = "00099"
    with qtbot.waitSignal(table.counted):
        table.load()
    assert table.rowCount() == 11
    assert table.total == 1000


def test_a_fault_while_scrolling_is_told_once_and_paints_blanks(
    table: PagedTable[Household], village: Village, messages: Recorder
) -> None:
    village.fault = True
    assert [table.index(place, 1).data() for place in range(300, 310)] == [""] * 10
    assert len(messages.troubles) == 1


def test_another_programs_commit_makes_the_table_forget(
    qtbot: QtBot, table: PagedTable[Household], village: Village, runner: Runner
) -> None:
    answers = iter([True])
    runner.watch = lambda: next(answers, False)
    runner.changed.connect(table.forget)
    village.people[0] = Household(0, "Quàng Thị Ín", 0)
    with qtbot.waitSignal(table.counted):
        table.index(700, 1).data()
    assert table.index(0, 1).data() == "Quàng Thị Ín"


def test_enter_opens_and_space_ticks(qtbot: QtBot, view: PagedTableView) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [0]
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.paged.ticked == [0]
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.paged.ticked == []


def test_all_shown_are_ticked_at_once_and_unticked_again(qtbot: QtBot, view: PagedTableView) -> None:
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.paged.ticked) == 1000
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.paged.ticked == []


def test_copied_rows_carry_their_headings_and_only_columns_in_sight(qtbot: QtBot, view: PagedTableView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().split("\n")
    assert lines == ["Chủ hộ\tĐã chi", "Hộ số 000000\t0", "Hộ số 000001\t1000"]


def test_a_click_on_the_tick_ticks_and_with_shift_all_between(qtbot: QtBot, view: PagedTableView) -> None:
    def click(row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        where = view.visualRect(view.paged.index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, where)

    click(2)
    click(5, Qt.KeyboardModifier.ShiftModifier)
    assert view.paged.ticked == [2, 3, 4, 5]
    click(3)
    assert view.paged.ticked == [2, 4, 5]


def test_the_same_row_stays_current_after_a_change_elsewhere(
    qtbot: QtBot, view: PagedTableView, village: Village
) -> None:
    view.go_to(400)
    del village.people[17]
    reload(qtbot, view.paged)
    assert view.current_key() == 400
    assert view.step(1) == 401
    view.go_to(0)
    assert view.step(-1) is None


def test_columns_stay_as_the_user_left_them(qtbot: QtBot, table: PagedTable[Household]) -> None:
    memory = ShortMemory()
    first = PagedTableView(table, "households", memory)
    qtbot.addWidget(first)
    first._show_column(3, shown=True)
    first.horizontalHeader().moveSection(3, 1)
    first.horizontalHeader().resizeSection(2, 200)
    first.horizontalHeader().setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: bool(memory.kept))
    again = PagedTableView(table, "households", memory)
    qtbot.addWidget(again)
    assert not again.isColumnHidden(3)
    assert again.horizontalHeader().visualIndex(3) == 1
    assert again.columnWidth(2) == 200
    assert again.horizontalHeader().sortIndicatorSection() == 2
    again._columns_as_before()
    assert again.isColumnHidden(3)


def test_a_row_reads_its_key_and_record(table: PagedTable[Household]) -> None:
    row = table.row_at(7)
    assert row == Household(7, "Hộ số 000007", 7000)
    assert table.key_at(7) == 7
    assert table.position(7) == 7
    assert table.position("khác") is None
    assert table.rowCount(table.index(0, 0)) == 0


def test_in_a_narrow_window_a_spare_column_goes_and_comes_back(qtbot: QtBot, village: Village, runner: Runner) -> None:
    spare = Column[Household]("year", "Năm sinh", lambda _: "1987", 60, Align.CENTRE, spare=True)
    table = PagedTable(village, (*COLUMNS, spare), runner)
    with qtbot.waitSignal(table.counted):
        table.load()
    view = PagedTableView(table, "spare")
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    assert view.shown_columns() == [0, 1]
    assert view.horizontalScrollBar().maximum() == 0
    view.column_menu().actions()[3].trigger()  # the officer wants it all the same
    assert view.shown_columns() == [0, 1, 3]
    view._columns_as_before()
    view.resize(700, 200)
    assert view.shown_columns() == [0, 1, 3]

"""Fields understand what is typed, under any Vietnamese input method, and never swallow a key."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from app.parsing import today
from app.problems import Refused
from views.widgets.area_picker import AreaPicker
from views.widgets.choice_edit import Choice, ChoiceEdit
from views.widgets.date_edit import DateEdit, YearEdit
from views.widgets.money_edit import MoneyEdit
from views.widgets.number_edits import CountEdit, IdNumberEdit, PhoneEdit, QuantityEdit
from views.widgets.search_bar import SearchBar

VILLAGES = [Choice("1", "Bản Hua Nạng"), Choice("2", "Bản Đán"), Choice("3", "Thôn Ít Ong", ("Ít Ong cũ",))]


def unikey(field: QWidget, keys: str) -> None:
    """Unikey sends backspaces and composed letters as key presses."""
    for letter in keys:
        if letter == "\b":
            QTest.keyClick(field, Qt.Key.Key_Backspace)
            continue
        code = 0 if ord(letter) > 127 else ord(letter.upper())
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter))


def compose(field: QWidget, *steps: str) -> None:
    """IBus shows each step before it commits the last."""
    for step in steps:
        QApplication.sendEvent(field, QInputMethodEvent(step, []))
    done = QInputMethodEvent("", [])
    done.setCommitString(steps[-1])
    QApplication.sendEvent(field, done)


def finish(field: QLineEdit) -> None:
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def money(qtbot: QtBot) -> MoneyEdit:
    made = MoneyEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def test_money_shows_dots_while_typing_and_words_under_it(qtbot: QtBot, money: MoneyEdit) -> None:
    hints: list[str] = []
    money.hint_changed.connect(hints.append)
    QTest.keyClicks(money, "60000000")
    assert money.text() == "60.000.000"
    assert money.value() == 60_000_000
    assert hints[-1] == "Sáu mươi triệu đồng"


def test_the_cursor_stays_where_a_digit_is_corrected(money: MoneyEdit) -> None:
    money.set_value(60_000_000)
    money.setCursorPosition(1)
    QTest.keyClicks(money, "5")
    assert money.text() == "650.000.000"
    assert money.cursorPosition() == 2
    QTest.keyClick(money, Qt.Key.Key_Backspace)
    assert money.text() == "60.000.000"
    assert money.cursorPosition() == 1


def test_sixty_million_may_be_typed_short(money: MoneyEdit) -> None:
    unikey(money, "60tr")
    assert money.text() == "60tr"
    finish(money)
    assert money.text() == "60.000.000"
    money.clear()
    compose(money, "1,5 t", "1,5 tỷ")
    assert money.value() == 1_500_000_000


def test_what_cannot_be_read_stays_and_is_said(money: MoneyEdit) -> None:
    unikey(money, "sáu chục")
    finish(money)
    assert money.text() == "sáu chục"
    assert [one.code for one in money.problems()] == ["not_money"]
    with pytest.raises(Refused):
        money.value()


def test_changed_comes_once_for_a_new_value_and_not_for_a_shown_one(qtbot: QtBot, money: MoneyEdit) -> None:
    heard: list[bool] = []
    money.changed.connect(lambda: heard.append(True))
    money.set_value(5)
    finish(money)
    assert heard == []
    QTest.keyClicks(money, "0")
    finish(money)
    finish(money)
    assert heard == [True]


def test_dates_are_written_out_when_the_field_is_left_and_today_is_one_key(qtbot: QtBot) -> None:
    field = DateEdit()
    qtbot.addWidget(field)
    QTest.keyClicks(field, "051026")
    finish(field)
    assert field.text() == "05/10/2026"
    assert field.value() == "2026-10-05"
    QTest.keyClick(field, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == today().isoformat()


def test_a_birth_is_a_date_or_a_year(qtbot: QtBot) -> None:
    field = DateEdit(partial_dates=True)
    qtbot.addWidget(field)
    field.set_value("1956")
    assert field.text() == "1956"
    field.set_value("1978-05-20")
    assert field.text() == "20/05/1978"
    year = YearEdit()
    qtbot.addWidget(year)
    QTest.keyClicks(year, "56")
    assert [one.code for one in year.problems()] == ["not_year"]


def test_pasted_numbers_lose_their_ornaments(qtbot: QtBot) -> None:
    field = IdNumberEdit()
    qtbot.addWidget(field)
    QApplication.clipboard().setText("001 093 012 345")
    field.paste()
    finish(field)
    assert field.text() == "001093012345"
    field.setText("11085001234")
    assert field.problems()[0].values["suggestion"] == "011085001234"
    phone, count, area = PhoneEdit(), CountEdit(), QuantityEdit()
    for one, typed, shown in ((phone, "+84 912 345 678", "0912345678"), (count, "5", "5"), (area, "36.5", "36,5")):
        qtbot.addWidget(one)
        QTest.keyClicks(one, typed)
        finish(one)
        assert one.text() == shown
    assert area.value() == "36.5"


@pytest.fixture
def village(qtbot: QtBot) -> ChoiceEdit:
    made = ChoiceEdit(VILLAGES)
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_entry_is_found_without_accents_and_shown_with_them(village: ChoiceEdit) -> None:
    QTest.keyClicks(village.field, "hua nang")
    finish(village.field)
    assert village.value() == "1"
    assert village.currentText() == "Bản Hua Nạng"


def test_an_entry_is_found_however_it_was_typed(village: ChoiceEdit) -> None:
    for typed in ("ban dan", "Bản Đán", unicodedata.normalize("NFD", "bản đán")):
        village.set_value(None)
        village.field.setText(typed)
        assert village.value() == "2", typed
    village.field.setText("it ong cu")
    assert village.value() == "3"


def test_what_is_no_entry_or_could_be_several_is_said(village: ChoiceEdit) -> None:
    village.field.setText("bản")
    assert village.value() is None
    assert [one.code for one in village.problems()] == ["not_in_list"]
    village.field.clear()
    assert village.problems() == []


def test_the_completer_offers_entries_while_composing(village: ChoiceEdit) -> None:
    unikey(village.field, "Dan\b\bán")
    completer = village.completer()
    assert completer is not None
    completer.setCompletionPrefix("đan")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Bản Đán"


def test_choosing_another_entry_is_told_once(qtbot: QtBot, village: ChoiceEdit) -> None:
    heard: list[str | None] = []
    village.changed.connect(lambda: heard.append(village.value()))
    village.set_value("1")
    village.field.setText("dan")
    finish(village.field)
    finish(village.field)
    assert heard == ["2"]
    village.set_choices(VILLAGES[1:])
    assert village.value() == "2"


def test_a_commune_is_picked_within_its_province(qtbot: QtBot) -> None:
    communes = {"11": [Choice("03151", "Mường Lay")], "14": [Choice("03646", "Mường La")]}
    picker = AreaPicker([Choice("11", "Điện Biên"), Choice("14", "Sơn La")], lambda code: communes[code])
    qtbot.addWidget(picker)
    picker.show()
    QTest.keyClicks(picker.province_edit.field, "dien bien")
    finish(picker.province_edit.field)
    QTest.keyClicks(picker.commune_edit.field, "muong lay")
    finish(picker.commune_edit.field)
    assert (picker.province(), picker.value()) == ("11", "03151")
    picker.set_value("14", "03646")
    assert picker.value() == "03646"


def test_the_search_waits_for_a_pause_and_goes_on_to_the_list(qtbot: QtBot) -> None:
    page = QWidget()
    bar = SearchBar(page)
    qtbot.addWidget(page)
    page.show()
    heard: list[str] = []
    bar.searched.connect(heard.append)
    QTest.keyClicks(bar, "pang")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["pang"])
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar, Qt.Key.Key_Down)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: heard == ["pang", ""])


def test_a_former_name_is_offered_with_its_date_and_a_divided_one_with_all_successors(qtbot: QtBot) -> None:
    old = "Phường Kim Mã (đến 30/06/2025)"
    units = [Choice("1", "Phường Ba Đình", former=(old,)), Choice("2", "Phường Ngọc Hà", former=(old,))]
    edit = ChoiceEdit([*units, Choice("3", "Phường Láng", former=("Phường Láng Hạ (đến 30/06/2025)",))])
    qtbot.addWidget(edit)
    edit.show()
    edit.setFocus()
    qtbot.keyClicks(edit.field, "kim ma")
    completer = edit.completer()
    assert completer is not None
    assert completer.completionCount() == 2
    offered = [one.offered("kim ma") for one in units]
    assert offered[0] == "Phường Ba Đình – tên cũ Phường Kim Mã (đến 30/06/2025)"
    assert offered[1] == "Phường Ngọc Hà – tên cũ Phường Kim Mã (đến 30/06/2025)"
    assert units[0].offered("ba dinh") == units[0].offered("") == "Phường Ba Đình"
    option = QStyleOptionViewItem()
    index = completer.completionModel().index(1, 0)
    popup = completer.popup()
    assert popup is not None
    popup.itemDelegate().initStyleOption(option, index)  # type: ignore[attr-defined]  # a styled one
    assert option.text == offered[1]
    edit.field.clearFocus()
    assert edit.value() is None
    edit.setEditText("Láng Hạ")
    assert edit.value() == "3"


def test_a_long_choice_is_read_from_its_beginning(qtbot: QtBot) -> None:
    edit = ChoiceEdit([Choice("1", "Biểu tổng hợp tiến độ thực hiện xóa nhà tạm, nhà dột nát")], width=110)
    qtbot.addWidget(edit)
    edit.show()
    edit.set_value("1")
    assert edit.field.cursorPosition() == 0
    edit.field.setCursorPosition(40)
    QApplication.sendEvent(edit, QFocusEvent(QEvent.Type.FocusOut))
    assert edit.field.cursorPosition() == 0
